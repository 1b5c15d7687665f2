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
_MARKUP = re.compile(r"([\\`*_\[\]|{}#])")
_OTHER_MARKUP = {"~": "&#126;", "$": "&#36;"}
"""What strikes words out or makes formulas for some; others know no backslash before it."""
_UNSEEN = re.compile(
    "[\x00-\x20\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]+"
)
"""Blanks, what steers a terminal or the direction of writing, and what no file can hold.

Of characters that Python does not know yet, such as new rare Han, none is among them.
"""


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
    line = escape(_UNSEEN.sub(" ", text).strip(), quote=False)
    line = _MARKUP.sub(r"\\\1", line)
    return "".join(_OTHER_MARKUP.get(sign, sign) for sign in line)
