"""The working days (工作日历) as a table: where they differ from Monday to Friday."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from xinfang_core.calendar import mainland_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

_SATURDAY = 5


def calendar_text() -> str:
    """A CSV: ``day``, whether it is ``worked``, and the notice that says so."""
    return "day,worked,notice\n" + "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    calendar = mainland_calendar()
    day = calendar.first
    while day <= calendar.settled_through:
        worked = calendar.is_working_day(day)
        if worked != (day.weekday() < _SATURDAY):
            notice = calendar.day(day).notice
            yield f"{day},{int(worked)},{(notice.number or notice.title) if notice else ''}"
        day += timedelta(1)
