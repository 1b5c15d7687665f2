"""What falls due again and again: each last day counted from the anchor, rolled singly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import day, present
from strategies_params import periods
from xinfang_core.calendar import WorkCalendar, last_day, mainland_calendar
from xinfang_core.periods import LONGEST, CalendarDays, Months, Period, SameDay
from xinfang_core.series import last_days, nth_period

if TYPE_CHECKING:
    from datetime import date

MAINLAND = mainland_calendar()
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()


def _days(anchor: str, through: str, every: Period) -> list[str]:
    found = present(last_days(MAINLAND, day(anchor), every, day(through)))
    return [str(one.due) for one in found]


class TestMonths:
    """A month on from the 31st is the last day of a short month, and the 31st again after it."""

    def test_from_the_last_day_of_january(self) -> None:
        # 2025-02-28 is a Friday and 2025-03-31 a Monday.
        assert _days("2025-01-31", "2025-03-31", Months(1)) == ["2025-02-28", "2025-03-31"]

    def test_each_is_moved_on_from_rest_by_itself(self) -> None:
        # 2025-05-01 to 05 are days off and 2025-06-01 is a Sunday before a holiday.
        found = _days("2025-04-01", "2025-07-01", Months(1))
        assert found == ["2025-05-06", "2025-06-03", "2025-07-01"]

    def test_the_running_turn_is_the_last_one(self) -> None:
        assert _days("2025-04-01", "2025-04-01", Months(1)) == ["2025-05-06"]
        assert _days("2025-04-01", "2025-05-06", Months(1)) == ["2025-05-06"]
        assert _days("2025-04-01", "2025-05-07", Months(1)) == ["2025-05-06", "2025-06-03"]

    @given(st.integers(1, 36), st.dates(day("2015-01-01"), day("2022-12-31")))
    def test_before_rolling_it_is_what_dateutil_says(self, number: int, anchor: date) -> None:
        months = nth_period(Months(1), number)
        assert months == Months(number)
        found = present(last_day(MAINLAND, anchor, months))
        assert found.unrolled == anchor + relativedelta(months=number)


class TestBounds:
    """What cannot be counted is None, never an error."""

    def test_the_same_day_does_not_come_again(self) -> None:
        assert nth_period(SameDay(), 1) == SameDay()
        assert nth_period(SameDay(), 2) is None
        assert last_days(MAINLAND, day("2025-03-03"), SameDay(), day("2025-03-04")) is None

    def test_a_series_too_long_to_count_is_undetermined(self) -> None:
        assert nth_period(CalendarDays(LONGEST), 1) == CalendarDays(LONGEST)
        assert nth_period(CalendarDays(LONGEST), 2) is None

    def test_a_turn_outside_the_calendar_is_undetermined(self) -> None:
        assert last_days(MAINLAND, day("2035-12-31"), Months(1), day("2035-12-31")) is None

    @given(CALENDARS, periods(), st.data())
    def test_turns_ascend_and_only_the_last_one_is_running(
        self, calendar: WorkCalendar, every: Period, data: st.DataObject
    ) -> None:
        anchor, through = sorted((data.draw(days_in(calendar)), data.draw(days_in(calendar))))
        found = last_days(calendar, anchor, every, through)
        if found is not None:
            days = [one.due for one in found]
            assert days == sorted(days)
            assert all(one < through for one in days[:-1])
            assert days[-1] >= through
