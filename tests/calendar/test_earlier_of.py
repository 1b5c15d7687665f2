"""Which of several limits comes first (以先到者为准)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import counted_periods, days_in, work_calendars
from strategies import FEWER
from xinfang_core.calendar import LastDay, WorkCalendar, earlier_of, last_day, mainland_calendar
from xinfang_core.periods import CalendarDays, Months, Period, WorkingDays
from xinfang_core.vocabulary import Certainty

CALENDAR = mainland_calendar()
BEFORE_2027 = CALENDAR.known_on(date(2026, 11, 21))
SETTLED, PROVISIONAL = Certainty.settled, Certainty.provisional


def limit(calendar: WorkCalendar, start: date, period: Period) -> LastDay:
    """The last day, which must be there."""
    found = last_day(calendar, start, period)
    assert found is not None
    return found


class TestEarlierOf:
    """以先到者为准: settled where no notice can make another one the earlier."""

    START = date(2026, 11, 23)

    def test_on_the_wall(self) -> None:
        five, fifteen = (limit(CALENDAR, date(2025, 9, 26), one) for one in
                         (WorkingDays(5), CalendarDays(15)))  # fmt: skip
        assert (five.due, fifteen.due) == (date(2025, 10, 10), date(2025, 10, 11))
        assert earlier_of(five, fifteen) == earlier_of(fifteen, five) == five

    def test_a_provisional_one_that_is_surely_later_does_no_harm(self) -> None:
        near = limit(BEFORE_2027, self.START, WorkingDays(5))
        far = limit(BEFORE_2027, self.START, WorkingDays(60))
        assert (near.certainty, far.certainty) == (SETTLED, PROVISIONAL)
        assert earlier_of(far, near) == near

    def test_two_provisional_ones_give_an_interval_of_both(self) -> None:
        thirty = limit(BEFORE_2027, self.START, WorkingDays(30))
        months = limit(BEFORE_2027, date(2026, 12, 1), Months(1))
        found = earlier_of(thirty, months)
        assert found is not None
        assert (found.certainty, found.awaits, found.region) == (PROVISIONAL, 2027, "")
        assert found.due == min(thirty.due, months.due)
        assert found.earliest == min(thirty.earliest, months.earliest) == date(2026, 12, 31)
        assert found.latest == min(thirty.latest, months.latest)

    def test_the_region_awaited_is_named(self) -> None:
        guangxi = mainland_calendar("450000")
        open_one = limit(guangxi, date(2025, 3, 3), WorkingDays(30))
        found = earlier_of(open_one, limit(guangxi, date(2025, 3, 3), Months(3)))
        assert found is not None
        assert (found.certainty, found.awaits, found.region) == (PROVISIONAL, 2025, "450000")

    def test_where_one_is_undetermined_so_is_the_earlier(self) -> None:
        known = limit(CALENDAR, date(2025, 9, 26), WorkingDays(5))
        assert earlier_of(known, None) is None
        assert earlier_of(None) is None
        assert earlier_of() is None

    @FEWER
    @given(
        st.data(),
        work_calendars(regional=True),
        st.lists(counted_periods(), min_size=1, max_size=4),
    )
    def test_is_never_later_than_any_whatever_their_order(
        self, data: st.DataObject, calendar: WorkCalendar, several: list[Period]
    ) -> None:
        start = data.draw(days_in(calendar, margin=600))
        limits = [limit(calendar, start, one) for one in several]
        found = earlier_of(*limits)
        turned = earlier_of(*reversed(limits))
        assert found is not None
        assert turned is not None
        for one in limits:
            assert found.due <= one.due
            assert found.earliest <= one.earliest
            assert found.latest <= one.latest
        assert found.earliest <= found.due <= found.latest
        assert (found.certainty is SETTLED) is (found.earliest == found.latest)
        assert (found.awaits is None) is (found.certainty is SETTLED)
        same = ("due", "certainty", "earliest", "latest", "awaits", "region")
        assert [getattr(found, name) for name in same] == [getattr(turned, name) for name in same]
