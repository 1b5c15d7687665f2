"""A period day by day as a Markdown table (逐日计算表), for a file note or a web page."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from xinfang_core.drawing.day_rows import COLUMNS, day_heads, day_row, start_row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from xinfang_core.calendar.day_by_day import DayLine
    from xinfang_core.messages import Lang

_RIGHT = "running"
_MARKUP = re.compile(r"([\\`*_\[\]|])")


def day_table_markdown(start: date, days: Iterable[DayLine], lang: Lang = "zh") -> str:
    """The day table of a period that ``start`` sets off, one row a day.

    Columns: date, weekday, whether it is counted (计, 不计, 顺延, 中止), days counted so far, why,
    and by which notice. The first row is ``start``, which is not counted (of a period of the
    same day it is, and has one row like any other). Names and numbers of notices stand as
    plain text, whatever they contain.
    """
    rules = tuple("---:" if column == _RIGHT else "---" for column in COLUMNS)
    lines = tuple(days)
    # Of a period of the same day the start is itself counted.
    apart = [start_row(start, lang)] if all(line.day != start for line in lines) else []
    rows = [*apart, *(map(plain_text, day_row(line, lang)) for line in lines)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (day_heads(lang), rules, *rows))


def plain_text(text: str) -> str:
    """``text`` on one line, with nothing in it that Markdown or HTML would read as markup."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return _MARKUP.sub(r"\\\1", escape(line, quote=False))
