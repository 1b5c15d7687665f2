"""Between which days a last day lies while a notice is awaited (暂定期限的上下界).

The margins were tested on the notices of 2014 to 2026, each year as known before its notice:
the earliest day was never late, the latest never early.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.calendar.plain import add_weekdays, weekdays_through
from xinfang_core.calendar.suspension import DAY, advance

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar.suspension import Suspension
    from xinfang_core.calendar.work_calendar import WorkCalendar

CAUTION = 2
"""Working days by which ``earliest`` counts short: a notice may declare a weekend worked."""

STANDSTILL_CAUTION = 2
"""The same again where a clock stands still past the horizon: the rest that was swapped for
worked weekends may then fall into the standstill and take nothing off the count."""

REGION_CAUTION = 2
"""The same again for a region: its swaps come on top of the national ones."""

ALLOWANCE = 3
"""Working days by which ``latest`` lies past the expected day."""

REGION_ALLOWANCE = 7
"""The same again for a region; no regional holiday known takes more working days."""


def weekdays_between(after: date, through: date) -> int:
    """Days from Monday to Friday after one day and through another."""
    return weekdays_through(through) - weekdays_through(after)


def running_days(
    calendar: WorkCalendar, after: date, through: date, suspensions: tuple[Suspension, ...]
) -> int:
    """The working days after one day and through another on which the clock runs."""
    days = calendar.find_between(after, through) or 0
    for one in suspensions:
        begin = max(one.begin - DAY, after)
        end = through if one.end is None else min(one.end - DAY, through)
        if begin < end:
            days -= calendar.find_between(begin, end) or 0
    return days


def earliest_working_day(
    calendar: WorkCalendar,
    start: date,
    count: int,
    suspensions: tuple[Suspension, ...],
    *,
    regional: bool,
) -> date | None:
    """The day before which the ``count``-th working day after ``start`` cannot fall.

    Past the horizon only weekends are known to be days of rest, and not even all of them. In a
    region that has not told its own days, the days that the calendar shows may be worked.
    """
    horizon = calendar.settled_through
    begin = max(start, horizon)
    left = count - CAUTION - REGION_CAUTION * regional
    if any(one.end is None or one.end > horizon for one in suspensions):
        left -= STANDSTILL_CAUTION
    if start < horizon:
        left -= running_days(calendar, start, horizon, suspensions)
    if left > 0:
        return advance(add_weekdays, weekdays_between, begin, left, suspensions)
    if not regional:
        return begin + DAY
    if count <= REGION_CAUTION:
        return start + DAY
    shown = count - REGION_CAUTION
    last = advance(calendar.find_working_day, calendar.find_between, start, shown, suspensions)
    return min(last, begin + DAY) if last and last > horizon else last


def latest_day(
    calendar: WorkCalendar, due: date, suspensions: tuple[Suspension, ...], *, regional: bool
) -> date | None:
    """The day after which a last day expected on ``due`` is not expected to fall."""
    allowance = ALLOWANCE + REGION_ALLOWANCE * regional
    return advance(calendar.find_working_day, calendar.find_between, due, allowance, suspensions)
