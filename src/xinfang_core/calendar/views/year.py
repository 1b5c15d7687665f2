"""A year of the calendar (全年): its days, as records, in words and as a wall calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.calendar.views.arranged import is_special, year_days
from xinfang_core.calendar.views.wall import year_svg
from xinfang_core.calendar.views.year_words import year_text

if TYPE_CHECKING:
    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.calendar.work_calendar import WorkCalendar

__all__ = ["year_days", "year_records", "year_svg", "year_text"]


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
