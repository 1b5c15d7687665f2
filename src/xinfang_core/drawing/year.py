"""A year of the calendar (全年放假安排): in words for a terminal, and as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.calendar.notice import notice_year
from xinfang_core.drawing.arranged import blocks, is_expected, is_special, year_days
from xinfang_core.drawing.wording import cited, month_name, spans_in_words
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.drawing.arranged import Block
    from xinfang_core.messages import Lang

_HALF = 6
"""Months on a line."""


def year_text(calendar: WorkCalendar, year: int, lang: Lang = "zh") -> str:
    """The holidays of ``year`` with their make-up days and notices, a line each.

    Then the working days of each month and of the year, and what is provisional until when.

    Raises:
        MisuseError: ``year`` is not a whole number, or lies outside the calendar.

    """
    days = year_days(calendar, year)
    lines = (
        render("drawing.year.title", {"year": year}, lang),
        *block_lines(days, lang),
        *_month_lines(days, lang),
        total_line(days, lang),
        *provisional_lines(calendar, days, lang),
    )
    return "".join(f"{line}\n" for line in lines)


def working_days(days: Iterable[CalendarDay], month: int) -> int:
    """How many days of a month are worked."""
    return sum(one.worked for one in days if one.day.month == month)


def total_line(days: Sequence[CalendarDay], lang: Lang) -> str:
    """How many days of the year are worked."""
    open_year = not any(one.settled for one in days)
    code = "drawing.year.total_expected" if open_year else "drawing.year.total"
    return render(code, {"count": sum(one.worked for one in days)}, lang)


def block_lines(days: Sequence[CalendarDay], lang: Lang) -> list[str]:
    """Each holiday with its make-up days and notices on a line, or that there is none."""
    lines = [_block_line(block, lang) for block in blocks(days)]
    return lines or [render("drawing.year.none", {}, lang)]


def _block_line(block: Block, lang: Lang) -> str:
    joined = render("drawing.and", {}, lang)
    names = joined.join(dict.fromkeys(one.name for one in block.days if one.name))
    facts = {
        "name": names or render("drawing.year.unnamed", {}, lang),
        "parts": render("drawing.year.next", {}, lang).join(_parts(block, lang)),
        "source": _source(block, lang),
    }
    return render("drawing.year.block", facts, lang)


def _parts(block: Block, lang: Lang) -> Iterator[str]:
    """The days off, and the days worked for them."""
    for part, days in (("off", block.off), ("worked", block.worked)):
        if days:
            expected = "_expected" if any(map(is_expected, days)) else ""
            words = spans_in_words((one.day for one in days), lang)
            yield render(f"drawing.year.{part}{expected}", {"days": words}, lang)


def _source(block: Block, lang: Lang) -> str:
    """In brackets: the notices of the block; empty where there is none to cite."""
    notices = cited(block.days, lang)
    return render("drawing.year.source", {"notices": notices}, lang) if notices else ""


def _month_lines(days: Sequence[CalendarDay], lang: Lang) -> Iterator[str]:
    """Working days by month, half a year on a line."""
    counts = [
        render(
            "drawing.year.month_count",
            {"month": month_name(month, lang), "count": working_days(days, month)},
            lang,
        )
        for month in range(1, 2 * _HALF + 1)
    ]
    for half, found in (("first", counts[:_HALF]), ("second", counts[_HALF:])):
        months = render("drawing.and", {}, lang).join(found)
        yield render(f"drawing.year.{half}_half", {"months": months}, lang)


def provisional_lines(
    calendar: WorkCalendar, days: Sequence[CalendarDay], lang: Lang
) -> Iterator[str]:
    """Which days are not settled yet, and what they wait for."""
    awaited: dict[int, list[date]] = {}
    for one in days:
        if one.day > calendar.settled_through:
            awaited.setdefault(notice_year(one.day), []).append(one.day)
    for year, unsettled in awaited.items():
        facts: dict[str, object] = {"days": spans_in_words(unsettled, lang), "year": year}
        yield render("drawing.year.provisional", facts, lang)
    for year, region in calendar.unlisted:
        if year == days[0].day.year:
            yield render("drawing.year.unlisted", {"year": year, "region": region}, lang)


def year_records(calendar: WorkCalendar, year: int) -> list[dict[str, object]]:
    """The days of ``year`` that are no ordinary weekday or weekend, ready for JSON.

    Each has ``day`` (ISO), ``worked``, ``kind``, ``name``, ``statutory``, ``settled``, and
    ``notice`` and ``region``: number and region of the notice, empty where there is none.

    Raises:
        MisuseError: ``year`` is not a whole number, or lies outside the calendar.

    """
    return [_record(one) for one in year_days(calendar, year) if is_special(one)]


def _record(one: CalendarDay) -> dict[str, object]:
    return {
        "day": one.day.isoformat(),
        "worked": one.worked,
        "kind": one.kind.name,
        "name": one.name,
        "statutory": one.statutory,
        "settled": one.settled,
        "notice": one.notice.number if one.notice else "",
        "region": one.notice.region if one.notice else "",
    }
