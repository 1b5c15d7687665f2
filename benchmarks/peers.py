"""Other libraries that count working days, each told of the same days as well as it can be.

A peer that is not installed is left out, with a line that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import Any, TypeAlias

import chinese_calendar
from workload import BEFORE, DAY, FIRST, LAST, OFF

Add: TypeAlias = Callable[[date, int], date]
Count: TypeAlias = Callable[[date, date], int]
Makers: TypeAlias = Sequence[tuple[str, Callable[[], Any]]]

_YEARS = range(2017, 2024)


def load(makers: Makers, *, quiet: bool = False) -> dict[str, Any]:
    """The peers that can be imported."""
    found = {}
    for name, make in makers:
        try:
            found[name] = make()
        except ImportError as error:
            if not quiet:
                print(f"skipped, not installed: {name} ({error})")
    return found


def numpy_calendar(shift: int = 0) -> tuple[Any, Any]:
    """Numpy, and its calendar: seven-day weeks, since it cannot be told of a worked weekend."""
    numpy = import_module("numpy")
    off = numpy.array(OFF, "M8[D]") + shift
    return numpy, numpy.busdaycalendar(weekmask="1111111", holidays=off)


def _numpy_add() -> Add:
    numpy, days = numpy_calendar()
    offset, make = numpy.busday_offset, numpy.datetime64
    return lambda d, n: offset(make(d, "D"), n, roll="backward", busdaycal=days).item()


def _numpy_count() -> Count:
    # It counts the first day and not the last; with the days of rest moved it does as we do.
    numpy, days = numpy_calendar(-1)
    count, make = numpy.busday_count, numpy.datetime64
    return lambda a, b: int(count(make(a, "D"), make(b, "D"), busdaycal=days))


def _find_workday() -> Add:
    find = chinese_calendar.find_workday
    return lambda d, n: find(n, d)


def _get_workdays() -> Count:
    get = chinese_calendar.get_workdays
    return lambda a, b: len(get(a + DAY, b))


def _holidays() -> Any:  # noqa: ANN401 (a module without types)
    return import_module("holidays").country_holidays("CN", years=_YEARS)


def _holidays_add() -> Add:
    add: Add = _holidays().get_nth_working_day
    return add


def _holidays_count() -> Count:
    count = _holidays().get_working_days_count
    return lambda a, b: count(a + DAY, b)


def _quantlib_add() -> Add:
    ql = import_module("QuantLib")
    calendar, make, days = ql.China(ql.China.IB), ql.Date, ql.Days

    def add(d: date, n: int) -> date:
        end = calendar.advance(make(d.day, d.month, d.year), n, days)
        return date(end.year(), end.month(), end.dayOfMonth())

    return add


def _quantlib_count() -> Count:
    ql = import_module("QuantLib")
    count, make = ql.China(ql.China.IB).businessDaysBetween, ql.Date

    def between(a: date, b: date) -> int:
        begin, end = make(a.day, a.month, a.year), make(b.day, b.month, b.year)
        return int(count(begin, end, False, True))  # the first excluded, the last not

    return between


def _chinese_days_add() -> Add:
    add: Add = import_module("chinesedays").find_next_workday
    return add


def _chinese_days_count() -> Count:
    count = import_module("chinesedays").count_workdays
    return lambda a, b: int(count(a + DAY, b))


def _workalendar_add() -> Add:
    add: Add = import_module("workalendar.asia").China().add_working_days
    return add


def _workalendar_count() -> Count:
    count: Count = import_module("workalendar.asia").China().get_working_days_delta
    return count


def _bizdays() -> Any:  # noqa: ANN401 (a module without types)
    begin, end = FIRST.isoformat(), date.fromordinal(LAST.toordinal() - 1).isoformat()
    make = import_module("bizdays").Calendar
    return make(OFF, [], startdate=begin, enddate=end, name="cn", financial=False)


def _bizdays_add() -> Add:
    calendar = _bizdays()
    return lambda d, n: calendar.offset(calendar.preceding(d), n)


def _bizdays_count() -> Count:
    calendar = _bizdays()
    # It counts both ends.
    return lambda a, b: int(calendar.bizdays(calendar.preceding(a), calendar.preceding(b))) - 1


def _bisect_add() -> Add:
    bisect = import_module("bisect").bisect_right
    from workload import WORKED

    ordinals = [BEFORE, *(day.toordinal() for day in WORKED[1:])]
    return lambda d, n: WORKED[bisect(ordinals, d.toordinal()) + n - 1]


NUMPY_ADD, NUMPY_COUNT = "numpy busday_offset", "numpy busday_count"
CHINESE_ADD, CHINESE_COUNT = "chinese_calendar.find_workday", "chinese_calendar.get_workdays"

ADDERS: Makers = (
    ("bisect on a sorted list", _bisect_add),
    ("chinese-days find_next_workday (with its cache)", _chinese_days_add),
    (NUMPY_ADD, _numpy_add),
    ("bizdays offset", _bizdays_add),
    ("QuantLib China(IB).advance", _quantlib_add),
    ("holidays get_nth_working_day", _holidays_add),
    ("workalendar add_working_days", _workalendar_add),
    (CHINESE_ADD, _find_workday),
)
"""The n-th working day after a day; a date in, a date out."""

COUNTERS: Makers = (
    (NUMPY_COUNT, _numpy_count),
    ("bizdays bizdays", _bizdays_count),
    ("QuantLib China(IB).businessDaysBetween", _quantlib_count),
    ("holidays get_working_days_count", _holidays_count),
    ("chinese-days count_workdays", _chinese_days_count),
    ("workalendar get_working_days_delta", _workalendar_count),
    (CHINESE_COUNT, _get_workdays),
)
"""The working days after one day and through another."""
