"""When a period ends (期间的计算), and how certain that is.

The day of the event is not counted. Working days count working days only. Calendar days and
months count every day; where the last one is a day of rest the next working day takes its
place, and a worked weekend is no day of rest. A month ends on the same day number, or on the
last day of a shorter month. Source: 民法典 Arts. 201-203, by analogy.

Past the last published notice the answer is an interval, never an exception and never a
guess: see ``LastDay``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar.checks import check_date
from xinfang_core.calendar.plain import unrolled_day
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import SameDay, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from xinfang_core.calendar.suspension import Suspension
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.periods import Period

_SETTLED = Certainty.settled  # looking a member up costs more than counting the days


class LastDay(NamedTuple):
    """The last day of a period (期限届满日).

    Attributes:
        due: the last day; while provisional, the expected one.
        certainty: settled where published notices cover every day looked at, rolling included.
        earliest: the day before which it cannot fall; ``due`` where settled.
        latest: the day after which it is not expected to fall; ``due`` where settled.
        unrolled: the last day before any rolling; ``due`` for working days.
        awaits: year of the first notice that may still change it; None where settled.
        region: code of the region whose notice is awaited; empty where it is the national one.

    """

    due: date
    certainty: Certainty
    earliest: date
    latest: date
    unrolled: date
    awaits: int | None = None
    region: str = ""


def last_day(
    calendar: WorkCalendar,
    start: date,
    *periods: Period,
    suspensions: tuple[Suspension, ...] = (),
) -> LastDay | None:
    """The last day of ``periods`` that begin with an event on ``start``.

    Several periods are added first and rolled once: 60 and 30 days are one period of 90.

    Args:
        calendar: the working days.
        start: the day of the event, itself not counted.
        periods: one period, or several of one type.
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
    unit, count = _add(periods)
    # What the open end of a calendar needs is loaded when first met: hosts notice start-up.
    from xinfang_core.calendar.bounds import bounded_last_day

    return bounded_last_day(calendar, start, unit, count, suspensions)


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


def _add(periods: tuple[Period, ...]) -> tuple[type[Period], int]:
    """The one type of ``periods``, and their sum."""
    if len(periods) == 1:
        return type(periods[0]), periods[0].count
    units = {type(period) for period in periods}
    if len(units) != 1:
        raise MisuseError(Fault("calendar.mixed_periods", (("found", periods),), path="periods"))
    unit = units.pop()
    return unit, 1 if unit is SameDay else sum(period.count for period in periods)
