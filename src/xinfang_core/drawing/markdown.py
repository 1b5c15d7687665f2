"""A period day by day as a Markdown table (逐日计算表), for a file note or a web page."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from xinfang_core.drawing.wording import state_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from xinfang_core.calendar.day_by_day import DayLine
    from xinfang_core.messages import Lang

_COLUMNS = ("day", "weekday", "counted", "running", "why", "notice")
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
_OWN_WORDS = frozenset({"day_table.last_rests", "day_table.rolled_to", "day_table.suspended"})
"""Lines of which the kind of the day alone does not say why."""


def day_table_markdown(start: date, days: Iterable[DayLine], lang: Lang = "zh") -> str:
    """The day table of a period that ``start`` sets off, one row a day.

    Columns: date, weekday, whether it is counted (计, 不计, 顺延, 中止), days counted so far, why,
    and by which notice. The first row is ``start``, which is not counted (of a period of the
    same day it is, and has one row like any other). Names and numbers of notices stand as
    plain text, whatever they contain.
    """
    heads = [render(f"drawing.head.{column}", {}, lang) for column in _COLUMNS]
    rules = ["---:" if column == _RIGHT else "---" for column in _COLUMNS]
    first = (
        *_date_cells(start, lang),
        render("drawing.state.start", {}, lang),
        "0",
        render("drawing.why.start", {}, lang),
        "",
    )
    lines = tuple(days)
    # Of a period of the same day the start is itself counted.
    apart = [first] if all(line.day != start for line in lines) else []
    rows = [heads, rules, *apart, *(_cells(line, lang) for line in lines)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _date_cells(day: date, lang: Lang) -> tuple[str, str]:
    weekdays = render("day_table.weekdays", {}, lang).split()
    return day.isoformat(), weekdays[day.weekday()]


def _cells(line: DayLine, lang: Lang) -> tuple[str, ...]:
    return (
        *_date_cells(line.day, lang),
        render(f"drawing.state.{state_of(line)}", {}, lang),
        str(line.running),
        plain_text(_why(line, lang)),
        plain_text(_source(line, lang)),
    )


def _why(line: DayLine, lang: Lang) -> str:
    if line.suspended:
        return render("drawing.why.suspended_for", {"reason": line.suspended}, lang)
    why = render(f"day.{line.kind.name}", {"name": line.name}, lang)
    if line.code in _OWN_WORDS:
        return render(f"drawing.why.{line.code.removeprefix('day_table.')}", {"why": why}, lang)
    return why


def _source(line: DayLine, lang: Lang) -> str:
    """The notice that arranged the day, and the region that issued it or is still awaited."""
    parts = [line.notice] if line.notice else []
    if line.region:
        parts.append(render("drawing.region", {"region": line.region}, lang))
    if line.awaits is not None:
        facts = {"year": line.awaits, "region": line.awaits_region}
        code = "drawing.awaits_region" if line.awaits_region else "drawing.awaits"
        parts.append(render(code, facts, lang))
    return render("drawing.year.next", {}, lang).join(parts)


def plain_text(text: str) -> str:
    """``text`` on one line, with nothing in it that Markdown or HTML would read as markup."""
    line = escape(_UNSEEN.sub(" ", text).strip(), quote=False)
    line = _MARKUP.sub(r"\\\1", line)
    return "".join(_OTHER_MARKUP.get(sign, sign) for sign in line)
