"""When a period ends (期间的计算), and how certain that is.

The day of the event is not counted. Working days count working days only. Calendar days and
months count every day; where the last one is a day of rest the next working day takes its
place, and a worked weekend is no day of rest. A month ends on the same day number, or on the
last day of a shorter month. Source: 民法典 Arts. 201-203, by analogy.

Past the last published notice the answer is an interval, never an exception and never a
guess: see ``LastDay``.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar.bounds import earliest_working_day, latest_day
from xinfang_core.calendar.days import check_date
from xinfang_core.calendar.plain import unrolled_day
from xinfang_core.calendar.suspension import DAY, advance, in_sequence
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
        awaits: year of the first notice still awaited; None where settled.
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
    if type(start) is not date:
        check_date(start, "start")
    unit, count = _add(periods)
    if suspensions:
        suspensions = in_sequence(suspensions)
    if unit is WorkingDays:
        return _counted(calendar, start, count, suspensions)
    unrolled = unrolled_day(start, unit, count)
    if suspensions and unrolled is not None and unit is not SameDay:
        unrolled = advance(_add_days, _days_between, start, (unrolled - start).days, suspensions)
    if unrolled is None or not calendar.first <= unrolled <= calendar.last:
        return None
    if unit is SameDay:
        return LastDay(start, _SETTLED, start, start, start)
    return _rolled(calendar, unrolled, suspensions)


def _add_days(start: date, count: int) -> date | None:
    try:
        return start + timedelta(count)
    except OverflowError:
        return None


def _days_between(after: date, through: date) -> int:
    return (through - after).days


def _add(periods: tuple[Period, ...]) -> tuple[type[Period], int]:
    """The one type of ``periods``, and their sum."""
    if len(periods) == 1:
        return type(periods[0]), periods[0].count
    units = {type(period) for period in periods}
    if len(units) != 1:
        raise MisuseError(Fault("calendar.mixed_periods", (("found", periods),), path="periods"))
    unit = units.pop()
    return unit, 1 if unit is SameDay else sum(period.count for period in periods)


def _counted(
    calendar: WorkCalendar, start: date, count: int, suspensions: tuple[Suspension, ...]
) -> LastDay | None:
    """The end of ``count`` working days."""
    if suspensions:
        add, between = calendar.find_working_day, calendar.find_between
        due = advance(add, between, start, count, suspensions)
    else:
        due = calendar.find_working_day(start, count)
    if due is None:
        return None
    gap = calendar.find_unlisted(start, due) if calendar.unlisted else None
    if due <= calendar.settled_through and gap is None:
        return LastDay(due, _SETTLED, due, due, due)
    regional = gap is not None
    earliest = earliest_working_day(calendar, start, count, suspensions, regional=regional)
    return _provisional(calendar, (earliest, due, due), gap, suspensions)


def _rolled(
    calendar: WorkCalendar, unrolled: date, suspensions: tuple[Suspension, ...]
) -> LastDay | None:
    """The end of calendar days or months, moved on from days of rest and of standstill."""
    due = calendar.find_on_or_after(unrolled)
    for one in suspensions:
        if due and one.begin <= due and (one.end is None or due < one.end):
            due = calendar.find_on_or_after(one.end) if one.end else None
    if due is None:
        return None
    gap = calendar.find_unlisted(unrolled, due) if calendar.unlisted else None
    horizon = calendar.settled_through
    if due <= horizon and gap is None:
        return LastDay(due, _SETTLED, due, due, unrolled)
    earliest = unrolled if gap else max(unrolled, horizon + DAY)
    return _provisional(calendar, (earliest, due, unrolled), gap, suspensions)


def _provisional(
    calendar: WorkCalendar,
    days: tuple[date | None, date, date],
    gap: tuple[int, str] | None,
    suspensions: tuple[Suspension, ...],
) -> LastDay | None:
    """The interval; ``days`` are the earliest, the expected and the unrolled one."""
    earliest, due, unrolled = days
    latest = latest_day(calendar, due, suspensions, regional=gap is not None)
    if earliest is None or latest is None:
        return None
    year, region = calendar.settled_through.year + 1, ""
    if gap and gap[0] < year:
        year, region = gap
    return LastDay(due, Certainty.provisional, earliest, latest, unrolled, year, region)
