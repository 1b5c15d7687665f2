"""Days, weeks and months as they are without any notice (不计放假安排的推算)."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays

if TYPE_CHECKING:
    from xinfang_core.periods import Period

DAY = timedelta(days=1)
"""One day further."""

SATURDAY = 5
"""``date.weekday()`` of the first day of the weekend."""

_LAST_ORDINAL = date.max.toordinal()
_FEBRUARY, _THIRTY_DAYS = 2, frozenset({4, 6, 9, 11})
_WEEK, _WEEKDAYS = 7, 5


def is_weekend(day: date) -> bool:
    """Saturday or Sunday (周末)."""
    return day.weekday() >= SATURDAY


def weekdays_through(day: date) -> int:
    """Days from Monday to Friday up to and with ``day``, from Monday 1 January of year 1."""
    weeks, days = divmod(day.toordinal(), _WEEK)
    return weeks * _WEEKDAYS + min(days, _WEEKDAYS)


def nth_weekday(number: int) -> date:
    """The day from Monday to Friday through which ``weekdays_through`` counts ``number``."""
    weeks, days = divmod(number - 1, _WEEKDAYS)
    return date.fromordinal(weeks * _WEEK + days + 1)


def add_weekdays(start: date, count: int) -> date:
    """The ``count``-th day from Monday to Friday after ``start``, whatever the notices say."""
    return nth_weekday(weekdays_through(start) + count)


def weekdays_between(after: date, through: date) -> int:
    """Days from Monday to Friday after one day and through another."""
    return weekdays_through(through) - weekdays_through(after)


def add_days(start: date, count: int) -> date | None:
    """The ``count``-th day after ``start``; None past year 9999."""
    ordinal = start.toordinal() + count
    return date.fromordinal(ordinal) if ordinal <= _LAST_ORDINAL else None


def days_between(after: date, through: date) -> int:
    """Days after one day and through another."""
    return (through - after).days


def add_months(start: date, count: int) -> date | None:
    """The same day number ``count`` months on, or the month's last day; None past year 9999."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, _month_length(year, month + 1)))


def _month_length(year: int, month: int) -> int:
    if month == _FEBRUARY:
        return (date(year, month + 1, 1) - DAY).day
    return 30 if month in _THIRTY_DAYS else 31


def unrolled_day(start: date, unit: type[Period], count: int) -> date | None:
    """The last of ``count`` calendar days or months, before any rolling; None past year 9999.

    Raises:
        MisuseError: ``unit`` is no type of period that is counted in days.

    """
    if unit is SameDay:
        return start
    if unit is Months:
        return add_months(start, count)
    if unit is CalendarDays:
        return add_days(start, count)
    raise MisuseError(Fault("calendar.no_period", (("found", repr(unit)),), path="periods"))


def months_and_days(start: date, periods: tuple[Months | CalendarDays, ...]) -> date | None:
    """The last day of months with calendar days on top, before any rolling; None past year 9999.

    The months come first, in whatever order they are given: the days are granted on top of them.
    """
    months = sum(one.count for one in periods if isinstance(one, Months))
    days = sum(one.count for one in periods if isinstance(one, CalendarDays))
    end = add_months(start, months)
    return None if end is None else add_days(end, days)


def plain_last_day(start: date, period: Period) -> date | None:
    """The last day if there were only weekends, no notices; None past year 9999.

    What lies between it and the true last day is the work of holidays.
    """
    if isinstance(period, WorkingDays):
        return _weekday(start, period.count)
    unrolled = unrolled_day(start, type(period), getattr(period, "count", 0))
    if unrolled is None or isinstance(period, SameDay):
        return unrolled
    return _weekday(unrolled - DAY, 1)


def _weekday(start: date, count: int) -> date | None:
    try:
        return add_weekdays(start, count)
    except (OverflowError, ValueError):
        return None
