"""A year as a picture (挂历): twelve months, and what each day is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.calendar.days import DayKind
from xinfang_core.drawing.arranged import is_special, year_days
from xinfang_core.drawing.svg import Month, Picture, draw
from xinfang_core.drawing.svg_cell import MARK, Cell, Look
from xinfang_core.drawing.svg_text import width
from xinfang_core.drawing.wording import cited, month_name
from xinfang_core.drawing.year import (
    block_lines,
    provisional_lines,
    total_line,
    working_days,
)
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.messages import Lang

_LOOKS = {
    "statutory": Look("#8f1d1d", "#ffffff", "#8f1d1d", weight=2),
    "holiday": Look("#f8d7d3", "#5c0f0f", "#d99a94"),
    "in_lieu": Look("#fff3dc", "#5a3300", "#d9a45b", hatch="#e8bd7d"),
    "weekend": Look("#ececec", "#444444", "#cccccc"),
    "worked": Look("#ffffff", "#111111", "#111111", weight=2),
    "weekday": Look("#ffffff", "#1a1a1a"),
}
_ROOM = 36
"""Width that a name may have in a cell."""


def year_svg(calendar: WorkCalendar, year: int, lang: Lang = "zh") -> str:
    """The twelve months of ``year`` as an SVG picture.

    Statutory holidays are dark, other days off light, days off in lieu hatched, weekends grey,
    make-up working days framed; 休 stands in a disc, 班 in a square. Days that are not settled
    have a dashed frame, and the notes say what they wait for.

    Raises:
        MisuseError: ``year`` is not a whole number, or lies outside the calendar.

    """
    days = year_days(calendar, year)
    cells = {one.day: _cell(one, lang) for one in days}
    title = render("drawing.year.title", {"year": year}, lang)
    total = total_line(days, lang)
    lines = [total, *block_lines(days, lang), *provisional_lines(calendar, days, lang)]
    picture = Picture(
        key=f"year-{year}",
        title=render("drawing.year.heading", {"title": title, "total": total}, lang),
        description="\n".join(lines),
        months=[Month(year, month, _heading(days, month, lang), cells) for month in range(1, 13)],
        legend=list(_legend(days, lang)),
        notes=[*_notices(days, lang), *provisional_lines(calendar, days, lang)],
    )
    return draw(picture, lang)


def _heading(days: Sequence[CalendarDay], month: int, lang: Lang) -> str:
    facts = {"month": month_name(month, lang), "count": working_days(days, month)}
    return render("drawing.year.month_head", facts, lang)


def _look(one: CalendarDay) -> str:
    """Name of how the day is drawn."""
    if one.worked:
        return "worked" if is_special(one) else "weekday"
    if not is_special(one):
        return "weekend"
    if one.statutory:
        return "statutory"
    return "in_lieu" if one.kind is DayKind.in_lieu else "holiday"


def _cell(one: CalendarDay, lang: Lang) -> Cell:
    look = _look(one)
    if not is_special(one):
        return Cell(_LOOKS[look])
    why = render(f"day.{one.kind.name}", {"name": one.name}, lang)
    return Cell(
        look=_LOOKS[look],
        mark=_short(one.name),
        badge=render(f"drawing.mark.{'worked' if one.worked else 'off'}", {}, lang),
        worked=one.worked,
        dashed=not one.settled,
        tip=f"{one.day} {why}",
    )


def _short(name: str) -> str:
    """The name of a holiday as far as it has room below the number of a day."""
    if width(name, MARK) <= _ROOM:
        return name
    beginnings = (f"{name[:count]}…" for count in range(_ROOM, -1, -1))
    return next(one for one in beginnings if width(one, MARK) <= _ROOM)


def _legend(days: Sequence[CalendarDay], lang: Lang) -> Iterator[tuple[Cell, str]]:
    """The looks in use, each with its meaning."""
    used = set(map(_look, days))
    for name, look in _LOOKS.items():
        if name in used:
            badge = "worked" if name == "worked" else "" if name.startswith("week") else "off"
            letter = render(f"drawing.mark.{badge}", {}, lang) if badge else ""
            key = render(f"drawing.key.{name}", {}, lang)
            yield Cell(look, badge=letter, worked=name == "worked"), key
    if any(is_special(one) and not one.settled for one in days):
        yield Cell(_LOOKS["weekday"], dashed=True), render("drawing.key.provisional", {}, lang)


def _notices(days: Sequence[CalendarDay], lang: Lang) -> Iterator[str]:
    """The notices that arrange the year, where there are any."""
    notices = cited(days, lang)
    if notices:
        yield render("drawing.year.notices", {"notices": notices}, lang)
