"""Generated calendars: random notices, known until a random day, for properties of counting."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from xinfang_core.calendar import ArrangedDay, Notice, WorkCalendar
from xinfang_core.calendar.statutory import expected_days

if TYPE_CHECKING:
    from collections.abc import Callable

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
    return tuple(notices)


@st.composite
def work_calendars(draw: st.DrawFn) -> WorkCalendar:
    """A calendar of random notices, with all of them known or only some."""
    notices = draw(_history())
    days = st.dates(date(notices[0].year - 2, 1, 1), date(notices[-1].year, 12, 31))
    return WorkCalendar(notices, draw(st.none() | days))


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

    announced = max((notice.year for notice in known), default=calendar.notices[0].year - 1)

    def worked(day: date) -> bool:
        answer = day.weekday() < 5
        if day.year > announced and day in expected_days(day.year, calendar.known_until):
            answer = False
        for notice in known:
            for arranged in notice.days:
                if arranged.day == day:
                    answer = arranged.worked
        return answer

    return worked
