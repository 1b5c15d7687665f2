"""When a period ends (期间的计算), and how certain that is.

The day of the event is not counted. Working days count working days only. Calendar days and
months count every day; where the last one is a day of rest the next working day takes its
place, and a worked weekend is no day of rest. A month ends on the same day number, or on the
last day of a shorter month. Source: 民法典 Arts. 201-203, by analogy.

Past the last published notice the answer is an interval, never an exception and never a
guess: see ``LastDay``.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar.days import check_date
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import CalendarDays, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.periods import Period

_DAY = timedelta(days=1)
_LAST_ORDINAL = date.max.toordinal()
_FEBRUARY, _THIRTY_DAYS = 2, frozenset({4, 6, 9, 11})
_FRIDAY = 4
_SETTLED = Certainty.settled  # looking a member up costs more than counting the days

CAUTION = 2
"""Working days by which ``earliest`` counts short: a notice may declare a weekend worked.

Weekends-only counting on so many days less was never late for the notices of 2014 to 2026.
"""

ALLOWANCE = 3
"""Working days by which ``latest`` lies past the expected day."""


@frozen
class LastDay:
    """The last day of a period (期限届满日).

    Attributes:
        due: the last day; while provisional, the expected one.
        certainty: settled where published notices cover every day looked at, rolling included.
        earliest: the day before which it cannot fall; ``due`` where settled.
        latest: the day after which it is not expected to fall; ``due`` where settled.
        unrolled: the last day before any rolling; ``due`` for working days.
        awaits: year of the first notice still awaited; None where settled.

    """

    due: date
    certainty: Certainty
    earliest: date
    latest: date
    unrolled: date
    awaits: int | None = None


def last_day(calendar: WorkCalendar, start: date, *periods: Period) -> LastDay | None:
    """The last day of ``periods`` that begin with an event on ``start``.

    Several periods are added first and rolled once: 60 and 30 days are one period of 90.

    Returns:
        The last day, or None where it is undetermined because the count, or one of the bounds,
        leaves the calendar: ``first`` to ``last``, and for working days ``start`` not earlier
        than the day before ``first``.

    Raises:
        MisuseError: ``start`` is not a plain date; no period, or periods of several types.

    """
    if type(start) is not date:
        check_date(start, "start")
    unit, count = _add(periods)
    if unit is WorkingDays:
        return _counted(calendar, start, count)
    unrolled = _unrolled(start, unit, count)
    if unrolled is None or not calendar.first <= unrolled <= calendar.last:
        return None
    return _rolled(calendar, unrolled)


def _add(periods: tuple[Period, ...]) -> tuple[type[Period], int]:
    """The one type of ``periods``, and their sum."""
    if len(periods) == 1:
        return type(periods[0]), periods[0].count
    units = {type(period) for period in periods}
    if len(units) != 1:
        raise MisuseError(Fault("calendar.mixed_periods", (("found", periods),), path="periods"))
    return units.pop(), sum(period.count for period in periods)


def _unrolled(start: date, unit: type[Period], count: int) -> date | None:
    """The last of ``count`` calendar days or months, before any rolling; None past year 9999."""
    if unit is CalendarDays:
        ordinal = start.toordinal() + count
        return date.fromordinal(ordinal) if ordinal <= _LAST_ORDINAL else None
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, _month_length(year, month + 1)))


def _month_length(year: int, month: int) -> int:
    if month == _FEBRUARY:
        return (date(year, month + 1, 1) - _DAY).day
    return 30 if month in _THIRTY_DAYS else 31


def _counted(calendar: WorkCalendar, start: date, count: int) -> LastDay | None:
    """The end of ``count`` working days."""
    due = calendar.find_working_day(start, count)
    if due is None:
        return None
    horizon = calendar.settled_through
    if due <= horizon:
        return LastDay(due, _SETTLED, due, due, due)
    if start < horizon:
        count -= calendar.count_working_days(start, horizon)
        start = horizon
    certain = count - CAUTION
    earliest = add_weekdays(start, certain) if certain > 0 else start + _DAY
    return _provisional(calendar, due, earliest, due)


def _rolled(calendar: WorkCalendar, unrolled: date) -> LastDay | None:
    """The end of calendar days or months, moved on from a day of rest."""
    due = calendar.find_working_day(unrolled - _DAY, 1)
    if due is None:
        return None
    horizon = calendar.settled_through
    if due <= horizon:
        return LastDay(due, _SETTLED, due, due, unrolled)
    return _provisional(calendar, due, max(unrolled, horizon + _DAY), unrolled)


def _provisional(
    calendar: WorkCalendar, due: date, earliest: date, unrolled: date
) -> LastDay | None:
    latest = calendar.find_working_day(due, ALLOWANCE)
    if latest is None:
        return None
    awaits = calendar.settled_through.year + 1
    return LastDay(due, Certainty.provisional, earliest, latest, unrolled, awaits)


def add_weekdays(start: date, count: int) -> date:
    """The ``count``-th day from Monday to Friday after ``start``, whatever the notices say."""
    weekday = min(start.weekday(), _FRIDAY)
    weeks, days = divmod(count, _FRIDAY + 1)
    weekend = 2 if weekday + days > _FRIDAY else 0
    # From a weekend it is counted as from the Friday before.
    back = start.weekday() - weekday
    return start + (7 * weeks + days + weekend - back) * _DAY


def plain_last_day(start: date, period: Period) -> date | None:
    """The last day if there were only weekends, no notices; None past year 9999.

    What lies between it and the true last day is the work of holidays.
    """
    if isinstance(period, WorkingDays):
        try:
            return add_weekdays(start, period.count)
        except OverflowError:
            return None
    unrolled = _unrolled(start, type(period), period.count)
    return add_weekdays(unrolled - _DAY, 1) if unrolled else None
