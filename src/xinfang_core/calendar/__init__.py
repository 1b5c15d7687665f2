"""The work calendar (工作日历) and the counting of periods (期间的计算), each name loaded when used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    from xinfang_core.calendar.between import (
        DayCount,
        TimeLeft,
        count_days,
        earlier_of,
        time_left,
        working_day_before,
    )
    from xinfang_core.calendar.counting import LastDay, last_day
    from xinfang_core.calendar.days import CalendarDay, DayKind
    from xinfang_core.calendar.ledger_days import LedgerDay, ledger
    from xinfang_core.calendar.mainland import mainland_notices, region_notices, regions
    from xinfang_core.calendar.notice import ArrangedDay, Notice, Scope
    from xinfang_core.calendar.plain import plain_last_day
    from xinfang_core.calendar.suspension import Suspension
    from xinfang_core.calendar.work_calendar import WorkCalendar, mainland_calendar

__all__ = [
    "ArrangedDay",
    "CalendarDay",
    "DayCount",
    "DayKind",
    "LastDay",
    "LedgerDay",
    "Notice",
    "Scope",
    "Suspension",
    "TimeLeft",
    "WorkCalendar",
    "count_days",
    "earlier_of",
    "last_day",
    "ledger",
    "mainland_calendar",
    "mainland_notices",
    "plain_last_day",
    "region_notices",
    "regions",
    "time_left",
    "working_day_before",
]

__getattr__ = lazily(
    __name__,
    {
        "between": (
            "DayCount",
            "TimeLeft",
            "count_days",
            "earlier_of",
            "time_left",
            "working_day_before",
        ),
        "counting": ("LastDay", "last_day"),
        "days": ("CalendarDay", "DayKind"),
        "ledger_days": ("LedgerDay", "ledger"),
        "mainland": ("mainland_notices", "region_notices", "regions"),
        "notice": ("ArrangedDay", "Notice", "Scope"),
        "plain": ("plain_last_day",),
        "suspension": ("Suspension",),
        "work_calendar": ("WorkCalendar", "mainland_calendar"),
    },
)
