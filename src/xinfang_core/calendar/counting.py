"""When a period ends (期间的计算), and how certain that is.

The day of the event is not counted. Working days count working days only. Calendar days and
months count every day; where the last one is a day of rest the next working day takes its
place, and a worked weekend is no day of rest. A month ends on the same day number, or on the
last day of a shorter month. Calendar days granted on top of months follow the month's last day,
and what rolls is the last of them. Source: 民法典 Arts. 201-203, by analogy.

Past the last published notice the answer is an interval, never an exception and never a
guess: see ``LastDay``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.checks import check_date
from xinfang_core.calendar.ending import LastDay
from xinfang_core.calendar.plain import months_and_days, unrolled_day
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from xinfang_core.calendar.suspension import Suspension
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.periods import Period

_MONTHS_AND_DAYS: frozenset[type[Period]] = frozenset({Months, CalendarDays})
_SETTLED = Certainty.settled  # looking a member up costs more than counting the days


def last_day(
    calendar: WorkCalendar,
    start: date,
    *periods: Period,
    suspensions: tuple[Suspension, ...] = (),
) -> LastDay | None:
    """The last day of ``periods`` that begin with an event on ``start``.

    Several periods are added first and rolled once: 60 and 30 days are one period of 90, and a
    month and 10 days end 10 days after the same day number, before any rolling.

    Args:
        calendar: the working days.
        start: the day of the event, itself not counted.
        periods: one period, or several of one type; or months and calendar days together.
        suspensions: when the clock stood still (中止), in any order, not overlapping.

    Returns:
        The last day, or None where it is undetermined because the count, or one of the bounds,
        leaves the calendar (``first`` to ``last``, and for working days ``start`` not earlier
        than the day before ``first``) or meets a suspension without end.

    Raises:
        MisuseError: ``start`` is not a plain date; no period, or periods of several types;
            suspensions that overlap.

    """
    if len(periods) == 1 and type(start) is date and not suspensions:
        found = _settled(calendar, start, periods[0])
        if found is not None:
            return found
    check_date(start, "start")
    added = _add(start, periods)
    if added is None:
        return None
    # What the open end of a calendar needs is loaded when first met: hosts notice start-up.
    from xinfang_core.calendar.bounds import bounded_last_day

    return bounded_last_day(calendar, start, *added, suspensions)


def _settled(calendar: WorkCalendar, start: date, period: Period) -> LastDay | None:
    """The answer of nearly every case, at little cost; None where there is more to look at."""
    if type(period) is WorkingDays:
        due = unrolled = calendar.settled_working_day(start, period.count)
    else:
        unrolled = unrolled_day(start, type(period), getattr(period, "count", 0))
        due = calendar.find_on_or_after(unrolled)
        if calendar.unlisted or type(period) is SameDay or (due and due > calendar.settled_through):
            return None
    if due is None or unrolled is None:
        return None
    # What the generated constructor does, at half its cost.
    return tuple.__new__(LastDay, (due, _SETTLED, due, due, unrolled, None, ""))


def _add(start: date, periods: tuple[Period, ...]) -> tuple[type[Period], int] | None:
    """The one type of ``periods``, and their sum; None past year 9999."""
    if len(periods) == 1:
        return type(periods[0]), periods[0].count
    units: set[type[Period]] = {type(period) for period in periods}
    if units == _MONTHS_AND_DAYS:
        of_both = (one for one in periods if isinstance(one, (Months, CalendarDays)))
        end = months_and_days(start, tuple(of_both))
        return None if end is None else (CalendarDays, (end - start).days)
    if len(units) != 1:
        raise MisuseError(Fault("calendar.mixed_periods", (("found", periods),), path="periods"))
    unit = units.pop()
    return unit, 1 if unit is SameDay else sum(period.count for period in periods)
