"""What falls due again and again (周期): turns of a length from an anchor, and calendar cycles.

The last day of each turn is rolled singly; a calendar month, quarter or year ends where it ends.
A month on from 31 January is 28 February, and the month after that 31 March: each is counted
from the anchor, none from the one before it, so that no short month pulls the others forward.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar import LastDay, last_day
from xinfang_core.periods import LONGEST, Period, SameDay
from xinfang_core.vocabulary import Cycle

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar


def nth_period(every: Period, number: int) -> Period | None:
    """``number`` times ``every`` as one period; None where it is too long to be counted.

    The same day does not come again, so there is but a first one of it.
    """
    if isinstance(every, SameDay):
        return every if number == 1 else None
    count = every.count * number
    return type(every)(count) if count <= LONGEST else None


def last_days(
    calendar: WorkCalendar, anchor: date, every: Period, through: date
) -> tuple[LastDay, ...] | None:
    """The last day of each turn, up to the first one that does not end before ``through``.

    Args:
        calendar: the working days.
        anchor: the day that all turns are counted from, itself not counted.
        every: how long one turn is.
        through: the day up to which turns are wanted.

    Returns:
        At least one last day; None where one of them leaves the calendar.

    """
    found: list[LastDay] = []
    while not found or found[-1].due < through:
        period = nth_period(every, len(found) + 1)
        last = last_day(calendar, anchor, period) if period else None
        if last is None:
            return None
        found.append(last)
    return tuple(found)


_YEAR = 12
_MONTHS = {Cycle.month: 1, Cycle.quarter: 3, Cycle.year: _YEAR}


def cycle_of(day: date, cycle: Cycle, starts_in: int = 1) -> int:
    """The number of the calendar month, quarter or year that the day lies in.

    ``starts_in`` is the month that an accounting year begins with.
    """
    return (day.year * _YEAR + day.month - starts_in) // _MONTHS[cycle]


def first_day_of(number: int, cycle: Cycle, starts_in: int = 1) -> date:
    """The first day of the cycle of that number."""
    year, month = divmod(number * _MONTHS[cycle] + starts_in - 1, _YEAR)
    return date(year, month + 1, 1)


def first_whole(since: date, cycle: Cycle, starts_in: int = 1) -> int:
    """The first cycle that does not begin before ``since``."""
    begun = cycle_of(since, cycle, starts_in)
    return begun if first_day_of(begun, cycle, starts_in) == since else begun + 1
