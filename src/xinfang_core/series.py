"""What falls due again and again (周期): every month from an anchor, each last day rolled singly.

A month on from 31 January is 28 February, and the month after that 31 March: each is counted
from the anchor, none from the one before it, so that no short month pulls the others forward.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.calendar import LastDay, last_day
from xinfang_core.periods import LONGEST, Period, SameDay

if TYPE_CHECKING:
    from datetime import date

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
