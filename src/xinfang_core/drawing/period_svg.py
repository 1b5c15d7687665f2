"""A period as a picture (期限日历): the months it touches, each day marked with what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.drawing.svg import Month, Picture, draw
from xinfang_core.drawing.svg_cell import Cell, Look
from xinfang_core.drawing.wording import badge_of, month_title, state_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from xinfang_core.calendar.day_by_day import DayLine
    from xinfang_core.messages import Lang

MOST_MONTHS = 36
"""Months drawn of one period; of a longer one the last and those from the first on."""

_START = Look("#ffffff", "#1a1a1a", "#1a1a1a", weight=3, curve=12)
_DUE = Look("#12304f", "#ffffff", "#12304f", weight=3)
_LOOKS = {
    "counted": Look("#c6dff4", "#0b2e4f", "#7fa8cc"),
    "skipped": Look("#efefef", "#4a4a4a", "#c4c4c4"),
    "rolled": Look("#fff1c9", "#4d3800", "#c9a227", hatch="#e2c35c"),
    "suspended": Look("#f3ebfa", "#3d2363", "#8f6fb8", hatch="#c9b3e0", level=True),
}
_PLAIN = Look("#ffffff", "#1a1a1a")


def period_svg(start: date, days: Sequence[DayLine], lang: Lang = "zh") -> str:
    """The months from ``start`` through the last of ``days`` as an SVG picture.

    Marked are the start, each day as counted, not counted, rolled over or suspended, and the
    last day. A holiday has 休 in a disc, a make-up working day 班 in a square; a provisional
    day has a dashed frame. Without ``days`` the last day is called undetermined.
    """
    months = _months(start, days[-1].day if days else start)
    left_out = months[MOST_MONTHS - 1 : -1]
    drawn = [one for one in months if one not in left_out]
    # Of a period of the same day the line of the day table takes the place of the start.
    cells = {start: _start(start, lang)}
    cells |= {line.day: _cell(line, line is days[-1], lang) for line in days}
    due = days[-1].day if days else None
    title = "drawing.grid.title_open" if due is None else "drawing.grid.title"
    if days and days[-1].awaits is not None:
        title = "drawing.grid.title_expected"
    picture = Picture(
        key=f"period-{start}-{due or 'open'}",
        title=render(title, {"start": start, "due": due}, lang),
        description=_description(days, lang),
        months=[Month(*one, month_title(*one, lang), cells) for one in drawn],
        legend=list(_legend(start, days, lang)),
        notes=[_left_out(left_out, lang)] if left_out else [],
    )
    return draw(picture, lang)


def _months(start: date, end: date) -> list[tuple[int, int]]:
    """Year and month from ``start`` through ``end``."""
    first, last = (12 * day.year + day.month - 1 for day in (start, end))
    return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]


def _left_out(months: Sequence[tuple[int, int]], lang: Lang) -> str:
    first, last = (month_title(*one, lang) for one in (months[0], months[-1]))
    facts = {"count": len(months), "first": first, "last": last}
    return render("drawing.grid.left_out", facts, lang)


def _start(start: date, lang: Lang) -> Cell:
    tip = f"{start} {render('drawing.why.start', {}, lang)}"
    return Cell(_START, render("drawing.mark.start", {}, lang), tip=tip)


def _cell(line: DayLine, due: bool, lang: Lang) -> Cell:  # noqa: FBT001
    state = state_of(line)
    badge = badge_of(line.kind)
    code = f"drawing.mark.{'due' if due else state}"
    return Cell(
        look=_DUE if due else _LOOKS[state],
        mark=render(code, {"running": line.running}, lang),
        badge=render(f"drawing.mark.{badge}", {}, lang) if badge else "",
        worked=badge == "worked",
        dashed=line.awaits is not None,
        tip=line.text(lang),
    )


def _description(days: Sequence[DayLine], lang: Lang) -> str:
    states: list[str] = [state_of(line) for line in days]
    facts = {state: states.count(state) for state in _LOOKS}
    provisional = sum(line.awaits is not None for line in days)
    return render("drawing.grid.desc", {**facts, "provisional": provisional}, lang)


def _legend(start: date, days: Sequence[DayLine], lang: Lang) -> Iterator[tuple[Cell, str]]:
    """The looks in use, each with its meaning."""
    badges = {badge_of(line.kind) for line in days}
    used = {state_of(line) for line in days[:-1]}
    examples = {"start": Cell(_START)} if all(line.day != start for line in days) else {}
    examples |= {state: Cell(look) for state, look in _LOOKS.items() if state in used}
    if days:
        examples["due"] = Cell(_DUE)
    if "off" in badges:
        examples["off"] = Cell(_PLAIN, badge=render("drawing.mark.off", {}, lang))
    if "worked" in badges:
        examples["worked"] = Cell(
            _PLAIN, badge=render("drawing.mark.worked", {}, lang), worked=True
        )
    if any(line.awaits is not None for line in days):
        examples["provisional"] = Cell(_PLAIN, dashed=True)
    for name, example in examples.items():
        yield example, render(f"drawing.key.{name}", {}, lang)
