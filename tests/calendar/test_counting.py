"""When a period ends, from the calendar on the wall and against the slow loop."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, slow_working_day, work_calendars
from xinfang_core.calendar import (
    LastDay,
    Notice,
    Suspension,
    WorkCalendar,
    day_table,
    last_day,
    mainland_calendar,
)
from xinfang_core.calendar.plain import add_weekdays, plain_last_day
from xinfang_core.errors import MisuseError
from xinfang_core.periods import CalendarDays, Hours, Months, Period, WorkingDays
from xinfang_core.vocabulary import Certainty

CALENDAR = mainland_calendar()
BEFORE_2027 = CALENDAR.known_on(date(2026, 11, 21))
DAY = timedelta(days=1)

periods = (
    st.builds(WorkingDays, st.integers(1, 90))
    | st.builds(CalendarDays, st.integers(1, 120))
    | st.builds(Months, st.integers(1, 4))
)


def longer(period: Period) -> Period:
    return type(period)(period.count + 1)


def certain(calendar: WorkCalendar, start: date, *given_periods: Period) -> LastDay:
    """The last day, which must be there and settled."""
    found = last_day(calendar, start, *given_periods)
    assert found is not None
    assert found.certainty is Certainty.settled
    assert found.earliest == found.latest == found.due
    assert found.awaits is None
    return found


class TestOnTheWall:
    """民法典 201-203: start not counted, the last day moves on from a day of rest."""

    @pytest.mark.parametrize(
        ("start", "period", "due"),
        [
            (date(2025, 9, 30), WorkingDays(1), date(2025, 10, 9)),
            (date(2025, 1, 27), WorkingDays(5), date(2025, 2, 10)),
            (date(2026, 2, 13), WorkingDays(1), date(2026, 2, 14)),
            (date(2026, 2, 13), WorkingDays(5), date(2026, 2, 27)),
            (date(2020, 1, 22), WorkingDays(5), date(2020, 2, 6)),
            (date(2022, 5, 21), WorkingDays(5), date(2022, 5, 27)),
            (date(2024, 2, 3), CalendarDays(15), date(2024, 2, 18)),
            (date(2026, 8, 21), CalendarDays(30), date(2026, 9, 20)),
            (date(2025, 9, 30), CalendarDays(60), date(2025, 12, 1)),
            (date(2026, 2, 14), CalendarDays(15), date(2026, 3, 2)),
            (date(2023, 10, 1), CalendarDays(60), date(2023, 11, 30)),
            (date(2003, 12, 20), CalendarDays(15), date(2004, 1, 5)),
            (date(2025, 1, 31), Months(1), date(2025, 2, 28)),
            (date(2024, 1, 31), Months(1), date(2024, 2, 29)),
            (date(2025, 3, 31), Months(1), date(2025, 4, 30)),
            (date(2025, 2, 1), Months(1), date(2025, 3, 3)),
            (date(2025, 2, 1), CalendarDays(30), date(2025, 3, 3)),
            (date(2025, 3, 1), Months(1), date(2025, 4, 1)),
            (date(2025, 3, 1), CalendarDays(30), date(2025, 3, 31)),
            (date(2024, 10, 31), Months(2), date(2024, 12, 31)),
        ],
    )
    def test_the_last_day_is(self, start: date, period: Period, due: date) -> None:
        assert certain(CALENDAR, start, period).due == due

    def test_periods_are_added_first_and_rolled_once(self) -> None:
        extended = certain(CALENDAR, date(2025, 9, 30), CalendarDays(60), CalendarDays(30))
        assert extended.due == date(2025, 12, 29)
        assert certain(CALENDAR, date(2025, 1, 31), Months(1), Months(1)).due == date(2025, 3, 31)

    def test_the_unrolled_day_stands_beside_the_rolled_one(self) -> None:
        rolled = certain(CALENDAR, date(2025, 9, 30), CalendarDays(60))
        assert (rolled.unrolled, rolled.due) == (date(2025, 11, 29), date(2025, 12, 1))


class TestPastTheLastNotice:
    """Before the notice is out the answer is an interval and names the notice awaited."""

    @pytest.mark.parametrize(
        ("start", "period", "interval"),
        [
            # Five of the thirty are unsettled: three surely pass, 1 January is statutory.
            (date(2026, 11, 23), WorkingDays(30), ["2026-12-31", "2027-01-05", "2027-01-08"]),
            # One or two days past the horizon may be any day after it.
            (date(2026, 12, 28), WorkingDays(2), ["2026-12-29", "2026-12-30", "2027-01-05"]),
            (date(2026, 12, 31), WorkingDays(1), ["2027-01-01", "2027-01-04", "2027-01-07"]),
            (date(2027, 1, 4), WorkingDays(7), ["2027-01-11", "2027-01-13", "2027-01-18"]),
            (date(2026, 12, 17), CalendarDays(15), ["2027-01-01", "2027-01-04", "2027-01-07"]),
            (date(2026, 12, 1), Months(1), ["2027-01-01", "2027-01-04", "2027-01-07"]),
        ],
    )
    def test_the_last_day_lies_between(
        self, start: date, period: Period, interval: list[str]
    ) -> None:
        found = last_day(BEFORE_2027, start, period)
        assert found is not None
        bounds = [found.earliest, found.due, found.latest]
        assert [day.isoformat() for day in bounds] == interval
        assert (found.certainty, found.awaits) == (Certainty.provisional, 2027)

    def test_28_december_is_the_last_settled_day(self) -> None:
        assert certain(BEFORE_2027, date(2026, 12, 25), WorkingDays(1)).due == date(2026, 12, 28)
        assert certain(BEFORE_2027, date(2026, 12, 13), CalendarDays(15)).due.day == 28

    def test_a_settled_last_day_may_roll_to_an_unsettled_one(self) -> None:
        # As known in 2023, Saturday 28 December 2024 rolls past the horizon.
        known = CALENDAR.known_on(date(2023, 12, 31))
        found = last_day(known, date(2024, 12, 13), CalendarDays(15))
        assert found is not None
        assert found.unrolled == date(2024, 12, 28)
        assert (found.earliest, found.due) == (date(2024, 12, 29), date(2024, 12, 30))

    @pytest.mark.parametrize(
        ("start", "period", "year"),
        [
            (date(2026, 12, 20), WorkingDays(300), 2027),
            (date(2029, 5, 1), WorkingDays(5), 2029),
            (date(2029, 5, 1), Months(1), 2029),
            # 2027 and 2028 pass without being looked at.
            (date(2026, 12, 20), Months(30), 2029),
            # The last days of December go with the next year's notice.
            (date(2029, 12, 27), WorkingDays(1), 2029),
            (date(2029, 12, 28), WorkingDays(1), 2030),
            (date(2029, 12, 28), CalendarDays(1), 2030),
        ],
    )
    def test_it_waits_for_a_notice_that_concerns_it(
        self, start: date, period: Period, year: int
    ) -> None:
        found = last_day(BEFORE_2027, start, period)
        assert found is not None
        assert found.awaits == year

    def test_years_in_which_the_clock_stands_are_not_awaited(self) -> None:
        pause = (Suspension(date(2026, 12, 21), date(2029, 3, 1)),)
        found = last_day(BEFORE_2027, date(2026, 12, 14), WorkingDays(10), suspensions=pause)
        assert found is not None
        assert found.awaits == 2029

    @pytest.mark.parametrize("known_on", [date(1, 1, 1), date(2010, 1, 1)])
    def test_nor_is_the_first_notice_of_all_blamed(self, known_on: date) -> None:
        found = last_day(CALENDAR.known_on(known_on), date(2025, 9, 30), WorkingDays(5))
        assert found is not None
        assert (found.certainty, found.awaits) == (Certainty.provisional, 2025)


class TestOutsideTheCalendar:
    """No answer is better than a guess: before the first notice and past the last table."""

    @pytest.mark.parametrize(
        ("start", "period"),
        [
            (date(2003, 12, 30), WorkingDays(15)),
            (date(2003, 12, 1), CalendarDays(15)),
            (date(2003, 11, 30), Months(1)),
            (date(1, 1, 1), CalendarDays(1)),
            (date(2035, 12, 20), WorkingDays(15)),
            (date(2035, 12, 20), CalendarDays(15)),
            (date(2035, 12, 20), Months(1)),
            # Only the latest day leaves the table.
            (date(2035, 12, 27), WorkingDays(1)),
            (date(9999, 12, 31), WorkingDays(1)),
            (date(9999, 12, 31), CalendarDays(1)),
            (date(9999, 12, 31), Months(1)),
            (date(9999, 11, 30), Months(1)),
        ],
    )
    def test_the_last_day_is_undetermined(self, start: date, period: Period) -> None:
        assert last_day(CALENDAR, start, period) is None

    def test_so_it_is_where_rolling_leaves_the_table(self) -> None:
        # 31 December 2039 is a Saturday; a last notice for 2030 makes it the table's last day.
        calendar = WorkCalendar((Notice("", 2030, None, ()),))
        assert calendar.last == date(2039, 12, 31)
        assert last_day(calendar, date(2039, 11, 30), Months(1)) is None
        assert last_day(calendar, date(2039, 12, 30), CalendarDays(1)) is None


class TestDaysOnMonths:
    """Calendar days on top of months follow the same day of the month; what rolls is their last."""

    @given(st.dates(date(2008, 1, 1), date(2024, 1, 1)), st.integers(1, 12), st.integers(1, 90))
    def test_months_come_first_in_any_order(self, start: date, months: int, days: int) -> None:
        periods = (Months(months), CalendarDays(days))
        end = last_day(CALENDAR, start, *periods)
        unrolled = start + relativedelta(months=months) + timedelta(days)
        assert end is not None
        assert (end.unrolled, end.due) == (unrolled, CALENDAR.find_on_or_after(unrolled))
        assert end == last_day(CALENDAR, start, *reversed(periods))

    def test_each_day_is_told(self) -> None:
        """3 April and ten days: Sunday the 13th rolls over to the 14th."""
        lines = day_table(CALENDAR, date(2025, 3, 3), Months(1), CalendarDays(10))
        assert [one.running for one in lines[-2:]] == [41, 41]
        assert lines[-1].day == date(2025, 4, 14)
        assert [one.code for one in lines[-2:]] == ["day_table.last_rests", "day_table.rolled_to"]

    def test_a_clock_that_stood_still_runs_on(self) -> None:
        still = Suspension(date(2025, 4, 1), date(2025, 4, 8))
        periods = (Months(1), CalendarDays(10))
        end = last_day(CALENDAR, date(2025, 3, 3), *periods, suspensions=(still,))
        assert end is not None
        assert end.due == date(2025, 4, 21)  # Sunday the 20th

    def test_past_the_last_year_there_is_none(self) -> None:
        assert last_day(CALENDAR, date(9999, 12, 30), Months(1), CalendarDays(1)) is None


class TestMisuse:
    """Periods of several types cannot be added, and an instant has no day without a zone."""

    @pytest.mark.parametrize("wrong", [(), (WorkingDays(1), CalendarDays(1))])
    def test_periods_are_of_one_type(self, wrong: tuple[Period, ...]) -> None:
        with pytest.raises(MisuseError) as caught:
            last_day(CALENDAR, date(2025, 1, 1), *wrong)
        assert [fault.code for fault in caught.value.faults] == ["calendar.mixed_periods"]

    @pytest.mark.parametrize("wrong", [Hours(3), 5, "5"])
    def test_what_is_no_period_of_days_is_refused(self, wrong: Period) -> None:
        for count in (last_day, day_table):
            with pytest.raises(MisuseError, match="小时用 end_moment"):
                count(CALENDAR, date(2025, 1, 1), wrong)
        with pytest.raises(MisuseError, match="小时用 end_moment"):
            plain_last_day(date(2025, 1, 1), wrong)

    def test_an_instant_is_refused(self) -> None:
        with pytest.raises(MisuseError, match="不含时刻"):
            last_day(CALENDAR, datetime(2025, 1, 1, tzinfo=UTC), WorkingDays(1))


class TestAgainstTheSlowLoop:
    """Generated calendars: counting day by day, and dateutil for months."""

    @given(st.data(), work_calendars(), periods)
    def test_the_last_day_is_found_by_counting(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        start = data.draw(days_in(calendar))
        worked = slow_working_day(calendar)
        day, left = start, period.count
        if isinstance(period, WorkingDays):
            while left:
                day += DAY
                left -= worked(day)
        elif isinstance(period, CalendarDays):
            day += period.count * DAY
        else:
            day += relativedelta(months=period.count)
        while not worked(day):
            day += DAY
        found = last_day(calendar, start, period)
        assert found is not None
        assert found.due == day
        assert (found.certainty is Certainty.settled) is (day <= calendar.settled_through)

    @given(st.data(), work_calendars(), periods)
    def test_the_bounds_lie_about_the_due_day_past_the_horizon(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        found = last_day(calendar, data.draw(days_in(calendar)), period)
        assert found is not None
        assert found.earliest <= found.due <= found.latest
        if found.certainty is Certainty.provisional:
            assert found.earliest > calendar.settled_through

    @given(st.data(), work_calendars(), periods)
    def test_a_later_start_or_a_longer_period_never_ends_sooner(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        start = data.draw(days_in(calendar))
        found = last_day(calendar, start, period)
        later = last_day(calendar, start + DAY, period)
        more = last_day(calendar, start, longer(period))
        assert found is not None
        assert later is not None
        assert more is not None
        for other in (later, more):
            assert found.due <= other.due
            assert found.earliest <= other.earliest
            assert found.latest <= other.latest

    @given(st.data(), work_calendars(), st.integers(1, 90))
    def test_a_worked_last_day_never_moves(
        self, data: st.DataObject, calendar: WorkCalendar, count: int
    ) -> None:
        end = calendar.find_on_or_after(data.draw(days_in(calendar)))
        assert end is not None
        found = last_day(calendar, end - count * DAY, CalendarDays(count))
        assert found is not None
        assert found.due == found.unrolled == end

    @given(st.dates(date(2004, 1, 1), date(2034, 1, 1)), st.integers(1, 200))
    def test_weekdays_are_counted_as_by_stepping(self, start: date, count: int) -> None:
        day, left = start, count
        while left:
            day += DAY
            left -= day.weekday() < 5
        assert add_weekdays(start, count) == day


class TestWithoutHolidays:
    """The last day if there were only weekends shows what holidays add."""

    @pytest.mark.parametrize(
        ("start", "period", "plain"),
        [
            (date(2025, 9, 30), WorkingDays(1), date(2025, 10, 1)),
            (date(2025, 10, 3), WorkingDays(1), date(2025, 10, 6)),
            (date(2024, 2, 3), CalendarDays(15), date(2024, 2, 19)),
            (date(2025, 9, 5), Months(1), date(2025, 10, 6)),
            (date(9999, 12, 31), WorkingDays(1), None),
            (date(9999, 12, 31), CalendarDays(1), None),
            (date(9999, 12, 1), Months(1), None),
        ],
    )
    def test_only_weekends_are_skipped(
        self, start: date, period: Period, plain: date | None
    ) -> None:
        assert plain_last_day(start, period) == plain
