"""One calendar for all days between which no notice and no law came."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.calendar import mainland_calendar
from xinfang_core.examples.calendars import Calendars

CALENDARS = Calendars(mainland_calendar())


@given(st.dates(date(2006, 1, 1), date(2026, 12, 31)))
def test_it_is_the_calendar_as_known_on_the_day(day: date) -> None:
    found, wanted = CALENDARS.known_on(day), CALENDARS.whole.known_on(day)
    assert found.settled_through == wanted.settled_through
    begin, end = found.first, found.last - timedelta(days=1)
    assert found.find_between(begin, end) == wanted.find_between(begin, end)


def test_days_between_two_notices_share_it() -> None:
    first, second = CALENDARS.known_on(date(2025, 1, 2)), CALENDARS.known_on(date(2025, 9, 1))
    assert first is second


def test_before_the_first_notice_nothing_is_known() -> None:
    assert CALENDARS.known_on(date(1990, 1, 1)).known_until == date(1990, 1, 1)
