"""Generated calendars and suspensions for properties of counting, and the obvious slow loops."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

from xinfang_core.calendar import ArrangedDay, Notice, Scope, Suspension, WorkCalendar
from xinfang_core.calendar.statutory import expected_days
from xinfang_core.periods import CalendarDays, Months, WorkingDays

if TYPE_CHECKING:
    from collections.abc import Callable

    from xinfang_core.periods import Period

DAY = timedelta(days=1)
NAMES = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")


@st.composite
def _arranged(draw: st.DrawFn, year: int, *, amends: bool) -> tuple[ArrangedDay, ...]:
    """Days of one notice: late December of the year before and the year itself."""
    window = st.dates(date(year - 1, 12, 29), date(year, 12, 31))
    # Around the horizon is where counting may go wrong.
    edge = st.dates(date(year, 12, 15), date(year, 12, 31))
    days = draw(st.lists(window | edge, unique=True, max_size=25))
    return tuple(
        ArrangedDay(
            day,
            worked=(amends or day.weekday() >= 5) and draw(st.booleans()),
            name=draw(st.sampled_from(NAMES)),
        )
        for day in days
    )


@st.composite
def _history(draw: st.DrawFn) -> tuple[Notice, ...]:
    """One notice a year, each with or without an amendment, in the order of issue."""
    first = draw(st.integers(2004, 2030))
    notices: list[Notice] = []
    for year in range(first, first + draw(st.integers(1, 3))):
        issued = date(year - 1, 11, 1) + timedelta(days=draw(st.integers(0, 50)))
        notices.append(Notice(f"{year}号", year, issued, draw(_arranged(year, amends=False))))
        if draw(st.booleans()):
            later = date(year, 1, 1) + timedelta(days=draw(st.integers(0, 200)))
            days = draw(_arranged(year, amends=True))
            notices.append(Notice(f"{year}号调整", year, later, days, amends=True))
    return _without_idle_days(notices)


def _without_idle_days(notices: list[Notice]) -> tuple[Notice, ...]:
    """A day declared worked that is worked anyway becomes a day off: notices refuse it."""
    worked: dict[date, bool] = {}
    kept = []
    for notice in notices:
        days = tuple(
            evolve(one, worked=one.worked and not worked.get(one.day, one.day.weekday() < 5))
            for one in notice.days
        )
        worked.update({one.day: one.worked for one in days})
        kept.append(evolve(notice, days=days))
    return tuple(kept)


@st.composite
def work_calendars(draw: st.DrawFn, *, regional: bool = False) -> WorkCalendar:
    """A calendar of random notices, with all of them known or only some."""
    notices = draw(_history())
    if regional:
        notices = _without_idle_days([*notices, *draw(_overlays(notices))])
    days = st.dates(date(notices[0].year - 2, 1, 1), date(notices[-1].year, 12, 31))
    return WorkCalendar(notices, draw(st.none() | days))


@st.composite
def _overlays(draw: st.DrawFn, national: tuple[Notice, ...]) -> list[Notice]:
    """Notices of one region for some of the years, and perhaps a closure of the office."""
    overlays = []
    for year in sorted({notice.year for notice in national}):
        if draw(st.booleans()):
            drawn = draw(_arranged(year, amends=True))
            days = tuple(one for one in drawn if one.day.year == year)
            whole = draw(st.booleans())
            issued = draw(st.none() | st.dates(date(year - 1, 10, 1), date(year, 3, 1)))
            overlays.append(
                Notice(
                    f"{year}号地方",
                    year,
                    issued,
                    days,
                    scope=Scope.region,
                    region="450000",
                    whole_year=whole,
                )
            )
    if draw(st.booleans()):
        year = national[0].year
        closure = ArrangedDay(date(year, 6, draw(st.integers(1, 30))), worked=False, name="停办")
        overlays.append(Notice("停办", year, None, (closure,), scope=Scope.office))
    return overlays


def days_in(calendar: WorkCalendar, *, margin: int = 400) -> st.SearchStrategy[date]:
    """Days of the calendar, mostly near its settled end, ``margin`` days before its last one."""
    last = calendar.last - timedelta(days=margin)
    near = calendar.settled_through
    low = max(calendar.first, near - timedelta(days=60))
    return st.dates(calendar.first, last) | st.dates(low, min(last, near + timedelta(days=30)))


def slow_working_day(calendar: WorkCalendar) -> Callable[[date], bool]:
    """Whether a day is worked, read from the notices one by one: the oracle of the table."""
    until = calendar.known_until or date.max
    known = [notice for notice in calendar.notices if (notice.issued or date.min) <= until]
    national = [notice.year for notice in known if notice.scope is Scope.national]
    announced = max(national, default=calendar.notices[0].year - 1)
    told = {one.day: one.worked for notice in known for one in notice.days}
    expected = cache(lambda year: expected_days(year, calendar.known_until))

    def worked(day: date) -> bool:
        if day in told:
            return told[day]
        return day.weekday() < 5 and not (day.year > announced and day in expected(day.year))

    return worked


def counted_periods() -> st.SearchStrategy[Period]:
    """Periods that are counted out, as long as the limits of the field with an extension."""
    return (
        st.builds(WorkingDays, st.integers(1, 90))
        | st.builds(CalendarDays, st.integers(1, 120))
        | st.builds(Months, st.integers(1, 4))
    )


@st.composite
def standstills(draw: st.DrawFn, start: date) -> tuple[Suspension, ...]:
    """Up to three suspensions around a clock that starts on ``start``, in any order."""
    found: list[Suspension] = []
    begin = start + draw(st.integers(-30, 60)) * DAY
    for _ in range(draw(st.integers(0, 3))):
        # Adjacent ones are two, and stay two.
        end = begin + draw(st.integers(1, 40)) * DAY
        found.append(Suspension(begin, end))
        begin = end + draw(st.integers(0, 20)) * DAY
    return tuple(draw(st.permutations(found)))


def still(day: date, suspensions: tuple[Suspension, ...]) -> bool:
    """Whether the clock stands still on ``day``."""
    return any(one.begin <= day and (one.end is None or day < one.end) for one in suspensions)


def slow_last_day(
    worked: Callable[[date], bool],
    start: date,
    period: Period,
    suspensions: tuple[Suspension, ...] = (),
) -> date:
    """The last day counted day by day: the oracle of counting, with and without standstill."""
    left = period.count
    if isinstance(period, Months):
        left = (start + relativedelta(months=period.count) - start).days
    day = start
    while left:
        day += DAY
        counts = worked(day) or not isinstance(period, WorkingDays)
        left -= counts and not still(day, suspensions)
    while not worked(day) or still(day, suspensions):
        day += DAY
    return day
