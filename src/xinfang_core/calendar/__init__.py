"""The work calendar (工作日历) and the counting of periods (期间的计算)."""

from xinfang_core.calendar.counting import LastDay, last_day, plain_last_day
from xinfang_core.calendar.days import CalendarDay, DayKind
from xinfang_core.calendar.ledger_days import LedgerDay, ledger
from xinfang_core.calendar.mainland import mainland_calendar, mainland_notices
from xinfang_core.calendar.notice import ArrangedDay, Notice
from xinfang_core.calendar.work_calendar import WorkCalendar

__all__ = [
    "ArrangedDay",
    "CalendarDay",
    "DayKind",
    "LastDay",
    "LedgerDay",
    "Notice",
    "WorkCalendar",
    "last_day",
    "ledger",
    "mainland_calendar",
    "mainland_notices",
    "plain_last_day",
]
