"""How many days lie between, how long is left, and counting back from an end."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import DAY, counted_periods, days_in, slow_working_day, work_calendars
from strategies import FEWER
from xinfang_core.calendar import (
    ArrangedDay,
    DayCount,
    LastDay,
    Notice,
    Scope,
    TimeLeft,
    WorkCalendar,
    count_days,
    last_day,
    mainland_calendar,
    time_left,
    working_day_before,
)
from xinfang_core.errors import MisuseError
from xinfang_core.periods import CalendarDays, Period, WorkingDays
from xinfang_core.vocabulary import Certainty

CALENDAR = mainland_calendar()
BEFORE_2027 = CALENDAR.known_on(date(2026, 11, 21))
SETTLED, PROVISIONAL = Certainty.settled, Certainty.provisional


def limit(calendar: WorkCalendar, start: date, period: Period) -> LastDay:
    """The last day, which must be there."""
    found = last_day(calendar, start, period)
    assert found is not None
    return found


class TestCounting:
    """The first day is not counted, the last one is; unsettled days lie between bounds."""

    @pytest.mark.parametrize(
        ("after", "through", "days", "working"),
        [
            (date(2025, 9, 30), date(2025, 10, 9), 9, 1),
            (date(2025, 9, 30), date(2025, 9, 30), 0, 0),
            (date(2026, 2, 13), date(2026, 2, 14), 1, 1),
            (date(2025, 12, 31), date(2026, 12, 28), 362, 245),
            (date(2023, 12, 31), date(2024, 12, 31), 366, 251),
            (date(2003, 12, 31), date(2004, 1, 2), 2, 1),
        ],
    )
    def test_settled_days_on_the_wall(
        self, after: date, through: date, days: int, working: int
    ) -> None:
        counted = count_days(CALENDAR, after, through)
        assert counted == DayCount(days, working, SETTLED, working, working)

    def test_unsettled_days_on_the_wall(self) -> None:
        # New Year 2027: 29 to 31 December and 4 to 8 January are weekdays, 1 January is off.
        counted = count_days(BEFORE_2027, date(2026, 12, 25), date(2027, 1, 8))
        assert counted is not None
        assert counted[:3] == (14, 9, PROVISIONAL)
        # Were two weekend days worked and the New Year too, were three more days off.
        assert (counted.least, counted.most) == (6, 12)

    def test_there_are_never_more_working_days_than_days_nor_fewer_than_none(self) -> None:
        counted = count_days(BEFORE_2027, date(2026, 12, 28), date(2026, 12, 29))
        assert counted == DayCount(1, 1, PROVISIONAL, 0, 1)

    @pytest.mark.parametrize(
        ("after", "through"),
        [
            (date(2003, 12, 30), date(2004, 1, 2)),
            (date(2035, 12, 1), date(2036, 1, 1)),
            (date.min, date.max),
        ],
    )
    def test_outside_the_calendar_there_is_no_count(self, after: date, through: date) -> None:
        assert count_days(CALENDAR, after, through) is None

    @pytest.mark.parametrize(
        ("after", "through", "fault"),
        [
            (date(2025, 1, 2), date(2025, 1, 1), ("through", "calendar.reversed")),
            (datetime(2025, 1, 1, tzinfo=UTC), date(2025, 1, 2), ("after", "calendar.not_a_date")),
            (
                date(2025, 1, 1),
                datetime(2025, 1, 2, tzinfo=UTC),
                ("through", "calendar.not_a_date"),
            ),
        ],
    )
    def test_is_refused(self, after: date, through: date, fault: tuple[str, str]) -> None:
        with pytest.raises(MisuseError) as caught:
            count_days(CALENDAR, after, through)
        assert [(one.path, one.code) for one in caught.value.faults] == [fault]

    @FEWER
    @given(st.data(), work_calendars(regional=True), st.integers(0, 60), st.integers(0, 60))
    def test_parts_add_up_and_are_found_by_counting(
        self, data: st.DataObject, calendar: WorkCalendar, before: int, after: int
    ) -> None:
        start = data.draw(days_in(calendar))
        middle = start + before * DAY
        end = middle + after * DAY
        whole = count_days(calendar, start, end)
        parts = (count_days(calendar, start, middle), count_days(calendar, middle, end))
        first, second = parts
        assert whole is not None
        assert first is not None
        assert second is not None
        assert whole.calendar_days == first.calendar_days + second.calendar_days == before + after
        assert whole.working_days == first.working_days + second.working_days
        worked = slow_working_day(calendar)
        days = (start + number * DAY for number in range(1, before + after + 1))
        assert whole.working_days == sum(map(worked, days))
        assert 0 <= whole.least <= whole.working_days <= whole.most <= whole.calendar_days
        if whole.certainty is SETTLED:
            assert whole.least == whole.most
            assert (first.certainty, second.certainty) == (SETTLED, SETTLED)
            assert start == end or end <= calendar.settled_through
        else:
            assert end > calendar.settled_through or calendar.find_unlisted(start, end)


class TestOwnWeekends:
    """Weekends that the office is known to work are no part of the margin."""

    def test_are_within_the_most(self) -> None:
        saturdays = tuple(
            ArrangedDay(date(2027, 3, 6) + 7 * number * DAY, worked=True, name="盘点")
            for number in range(8)
        )
        office = Notice("1号", 2027, None, saturdays, scope=Scope.office)
        found = count_days(BEFORE_2027.with_notice(office), date(2027, 3, 1), date(2027, 4, 30))
        assert found is not None
        assert found.certainty is PROVISIONAL
        assert found.least < found.working_days < found.most


class TestTimeLeft:
    """The last day itself is left; from the day after it the limit has passed."""

    # 15 working days from Monday 8 December 2025 end on Monday the 29th.
    LAST = limit(CALENDAR, date(2025, 12, 8), WorkingDays(15))

    @pytest.mark.parametrize(
        ("as_of", "left", "overdue", "since"),
        [
            (date(2025, 12, 8), (21, 15), (0, 0), None),
            (date(2025, 12, 26), (3, 1), (0, 0), None),
            (date(2025, 12, 29), (0, 0), (0, 0), None),
            (date(2025, 12, 30), (0, 0), (1, 1), date(2025, 12, 30)),
            # New Year 2026 lasts until Saturday 3 January; Sunday the 4th is worked.
            (date(2026, 1, 3), (0, 0), (5, 2), date(2025, 12, 30)),
            (date(2026, 1, 4), (0, 0), (6, 3), date(2025, 12, 30)),
        ],
    )
    def test_on_the_wall(
        self, as_of: date, left: tuple[int, int], overdue: tuple[int, int], since: date | None
    ) -> None:
        assert self.LAST.due == date(2025, 12, 29)
        found = time_left(CALENDAR, self.LAST, as_of)
        assert found is not None
        assert (found.left[:2], found.overdue[:2]) == (left, overdue)
        assert found.overdue_since == since
        assert {found.left.certainty, found.overdue.certainty} == {SETTLED}

    def test_is_as_uncertain_as_the_days_it_counts(self) -> None:
        last = limit(BEFORE_2027, date(2026, 12, 25), WorkingDays(15))
        assert last.certainty is PROVISIONAL
        found = time_left(BEFORE_2027, last, date(2026, 12, 28))
        assert found is not None
        assert found.left.certainty is PROVISIONAL
        assert found.left.least < found.left.working_days < found.left.most
        assert found.overdue == (0, 0, SETTLED, 0, 0)

    def test_between_the_bounds_it_may_be_over_or_not(self) -> None:
        last = limit(BEFORE_2027, date(2026, 12, 1), CalendarDays(31))
        assert (last.due, last.latest) == (date(2027, 1, 4), date(2027, 1, 7))
        found = time_left(BEFORE_2027, last, date(2027, 1, 5))
        assert found is not None
        assert found.overdue_since is None
        assert (found.left.least, found.left.working_days, found.left.most) == (0, 0, 2)
        assert (found.overdue.least, found.overdue.working_days) == (0, 1)
        later = time_left(BEFORE_2027, last, date(2027, 1, 8))
        assert later is not None
        assert later.overdue_since == date(2027, 1, 5)

    def test_what_the_last_day_leaves_open_stays_open(self) -> None:
        guangxi = mainland_calendar("450000")
        last = limit(guangxi, date(2025, 12, 20), WorkingDays(12))
        found = time_left(guangxi, last, date(2026, 1, 5))
        assert found is not None
        assert found.left.certainty is PROVISIONAL
        assert found.left.least < found.left.most

    def test_outside_the_calendar_is_not_told(self) -> None:
        assert time_left(CALENDAR, self.LAST, date(2003, 1, 1)) is None
        assert time_left(CALENDAR, self.LAST, date(2036, 1, 1)) is None

    def test_from_the_eve_of_the_calendar_to_its_last_day_it_is(self) -> None:
        eve, last = CALENDAR.first - DAY, CALENDAR.last
        assert time_left(CALENDAR, self.LAST, eve) is not None
        assert time_left(CALENDAR, self.LAST, last) is not None
        assert time_left(CALENDAR, self.LAST, eve - DAY) is None
        assert time_left(CALENDAR, self.LAST, last + DAY) is None

    def test_of_an_instant_is_refused(self) -> None:
        with pytest.raises(MisuseError, match="as_of: 须为日期"):
            time_left(CALENDAR, self.LAST, datetime(2026, 1, 1, tzinfo=UTC))

    @FEWER
    @given(st.data(), work_calendars(regional=True), counted_periods(), st.integers(-60, 60))
    def test_a_day_later_there_is_a_day_less(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period, away: int
    ) -> None:
        last = last_day(calendar, data.draw(days_in(calendar, margin=600)), period)
        assert last is not None
        today, tomorrow = (last.due + days * DAY for days in (away, away + 1))
        if tomorrow > calendar.last or today < calendar.first:
            return
        found, then = (time_left(calendar, last, day) for day in (today, tomorrow))
        assert found is not None
        assert then is not None
        worked = calendar.day(tomorrow).worked
        assert self._balance(found) - self._balance(then) == (1, worked)
        assert (found.overdue_since is None) is (today <= last.latest)
        for one in (found.left, found.overdue):
            assert one.least <= one.working_days <= one.most
        assert not found.left.calendar_days or not found.overdue.calendar_days

    @staticmethod
    def _balance(found: TimeLeft) -> _Days:
        left, overdue = found.left, found.overdue
        return _Days(
            (
                left.calendar_days - overdue.calendar_days,
                left.working_days - overdue.working_days,
            )
        )


class _Days(tuple[int, ...]):
    """Calendar days and working days, to be taken from one another."""

    __slots__ = ()

    def __sub__(self, other: _Days) -> tuple[int, ...]:
        return tuple(one - two for one, two in zip(self, other, strict=True))


class TestCountingBack:
    """倒推: the end is not counted; from a day of rest the working day before it is day 1."""

    @pytest.mark.parametrize(
        ("end", "count", "day"),
        [
            (date(2025, 10, 9), 1, date(2025, 9, 30)),
            (date(2025, 10, 5), 1, date(2025, 9, 30)),
            # Sunday 28 September 2025 was worked.
            (date(2025, 9, 29), 1, date(2025, 9, 28)),
            (date(2025, 9, 29), 2, date(2025, 9, 26)),
            (date(2004, 1, 3), 1, date(2004, 1, 2)),
            (date(2004, 1, 3), 2, None),
            (date(2004, 1, 1), 1, None),
            (date(2003, 1, 1), 1, None),
            (date(2036, 1, 1), 1, None),
            (date(2036, 6, 1), 1, None),
        ],
    )
    def test_on_the_wall(self, end: date, count: int, day: date | None) -> None:
        assert working_day_before(CALENDAR, end, count) == day

    def test_a_day_that_no_notice_settles_is_not_told(self) -> None:
        assert working_day_before(BEFORE_2027, date(2027, 1, 10), 1) is None
        assert working_day_before(BEFORE_2027, date(2026, 12, 29), 1) == date(2026, 12, 28)
        # Whether 29 to 31 December are worked is not known, so neither is the tenth day back.
        assert working_day_before(BEFORE_2027, date(2027, 1, 1), 10) is None

    @pytest.mark.parametrize("count", [0, -5, True, "1"])
    def test_a_count_without_meaning_is_refused(self, count: int) -> None:
        with pytest.raises(MisuseError) as caught:
            working_day_before(CALENDAR, date(2026, 2, 20), count)
        assert [(one.path, one.code) for one in caught.value.faults] == [
            ("count", "calendar.count")
        ]

    def test_an_instant_is_refused_and_the_first_of_all_days_has_none_before(self) -> None:
        with pytest.raises(MisuseError, match="end: 须为日期"):
            working_day_before(CALENDAR, datetime(2026, 1, 1, tzinfo=UTC), 1)
        assert working_day_before(CALENDAR, date.min, 1) is None

    @FEWER
    @given(st.data(), work_calendars(), st.integers(1, 60))
    def test_is_stepping_back_from_working_day_to_working_day(
        self, data: st.DataObject, calendar: WorkCalendar, count: int
    ) -> None:
        end = data.draw(days_in(calendar))
        worked = slow_working_day(calendar)
        day, left = end, count
        while left and day > calendar.first:
            day -= DAY
            left -= worked(day)
        settled = end - DAY <= calendar.settled_through
        assert working_day_before(calendar, end, count) == (None if left or not settled else day)
