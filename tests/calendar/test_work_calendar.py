"""The table of working days against the notices read one by one."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, slow_working_day, work_calendars
from xinfang_core.calendar import (
    ArrangedDay,
    DayKind,
    Notice,
    WorkCalendar,
    last_day,
    mainland_calendar,
    working_day_before,
)
from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.errors import MisuseError
from xinfang_core.periods import CalendarDays, Months, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable

CALENDAR = mainland_calendar()
DAY = timedelta(days=1)


class SomeDate(date):
    """A subclass of date, as tools that freeze the clock make them."""


def notice(year: int, issued: date | None = None, *, amends: bool = False) -> Notice:
    return Notice(f"{year}号", year, issued, (), amends=amends)


class TestWorkingDays:
    """工作日: the start is not counted; from a day of rest the next working day is day 1."""

    @pytest.mark.parametrize(
        ("start", "count", "end"),
        [
            (date(2025, 9, 30), 1, date(2025, 10, 9)),
            (date(2026, 2, 13), 1, date(2026, 2, 14)),
            (date(2022, 5, 21), 5, date(2022, 5, 27)),
            (date(2022, 5, 21), 1, date(2022, 5, 23)),
            (date(2022, 10, 3), 1, date(2022, 10, 8)),
            (date(2003, 12, 31), 1, date(2004, 1, 2)),
        ],
    )
    def test_as_on_the_wall(self, start: date, count: int, end: date) -> None:
        assert CALENDAR.add_working_days(start, count) == end
        assert CALENDAR.count_working_days(start, end) == count

    def test_the_day_to_roll_to(self) -> None:
        assert CALENDAR.on_or_after(date(2026, 9, 20)) == date(2026, 9, 20)
        assert CALENDAR.on_or_after(date(2025, 10, 1)) == date(2025, 10, 9)

    def test_a_subclass_of_date_counts_as_its_day(self) -> None:
        assert CALENDAR.add_working_days(SomeDate(2025, 9, 30), 1) == date(2025, 10, 9)


class TestAgainstTheSlowLoop:
    """Generated notices: the table says what reading them one by one says."""

    @given(st.data(), work_calendars())
    def test_each_day_is_worked_as_the_last_notice_to_name_it_says(
        self, data: st.DataObject, calendar: WorkCalendar
    ) -> None:
        start = data.draw(days_in(calendar))
        worked = slow_working_day(calendar)
        for number in range(40):
            day = start + number * DAY
            found = calendar.day(day)
            assert found.worked is worked(day)
            if found.settled:
                assert calendar.is_working_day(day) is worked(day)

    @given(st.data(), work_calendars(), st.integers(1, 40))
    def test_adding_is_stepping_from_working_day_to_working_day(
        self, data: st.DataObject, calendar: WorkCalendar, count: int
    ) -> None:
        start = data.draw(days_in(calendar))
        worked = slow_working_day(calendar)
        day, left = start, count
        while left:
            day += DAY
            left -= worked(day)
        assert calendar.find_working_day(start, count) == day
        if day <= calendar.settled_through:
            assert calendar.add_working_days(start, count) == day
            assert calendar.count_working_days(start, day) == count
            assert working_day_before(calendar, day + DAY, 1) == day

    @given(st.data(), work_calendars(), st.integers(1, 250))
    def test_counting_undoes_adding(
        self, data: st.DataObject, calendar: WorkCalendar, count: int
    ) -> None:
        start = data.draw(days_in(calendar))
        end = calendar.find_working_day(start, count)
        assert end is not None
        assert calendar.find_between(start, end) == count
        if calendar.day(start).worked and end - DAY <= calendar.settled_through:
            assert working_day_before(calendar, end, count) == start

    @given(st.data(), work_calendars(), st.integers(1, 60))
    def test_a_later_start_or_a_longer_count_never_ends_sooner(
        self, data: st.DataObject, calendar: WorkCalendar, count: int
    ) -> None:
        start = data.draw(days_in(calendar))
        found = calendar.find_working_day(start, count)
        later = calendar.find_working_day(start + DAY, count)
        more = calendar.find_working_day(start, count + 1)
        assert found is not None
        assert later is not None
        assert more is not None
        assert found <= later
        assert found < more

    @given(st.data(), work_calendars(regional=True), st.integers(1, 10))
    def test_what_is_bare_is_settled_or_refused(
        self, data: st.DataObject, calendar: WorkCalendar, count: int
    ) -> None:
        start = data.draw(days_in(calendar))
        for bare, period in (
            (calendar.add_working_days, WorkingDays(count)),
            (calendar.add_calendar_days, CalendarDays(count)),
            (calendar.add_months, Months(count)),
        ):
            full = last_day(calendar, start, period)
            assert full is not None
            if full.certainty is Certainty.provisional:
                with pytest.raises(MisuseError, match="尚无放假通知可依"):
                    bare(start, count)
            else:
                assert calendar.find_unlisted(start, full.due) or bare(start, count) == full.due

    @given(st.data(), work_calendars())
    def test_rolling_finds_the_first_day_worked_and_never_leaves_one(
        self, data: st.DataObject, calendar: WorkCalendar
    ) -> None:
        start = data.draw(days_in(calendar))
        day, worked = start, slow_working_day(calendar)
        while not worked(day):
            day += DAY
        assert calendar.find_on_or_after(start) == day
        if day <= calendar.settled_through:
            assert calendar.on_or_after(start) == day


class TestOneDay:
    """What a day is, for which holiday and by which notice."""

    @pytest.mark.parametrize(
        ("day", "kind", "name", "number"),
        [
            (date(2025, 10, 9), DayKind.weekday, "", ""),
            (date(2025, 10, 11), DayKind.make_up_day, "国庆节", "国办发明电〔2024〕12号"),
            (date(2025, 10, 18), DayKind.weekend, "", ""),
            (date(2025, 10, 6), DayKind.holiday, "中秋节", "国办发明电〔2024〕12号"),
            (date(2025, 10, 8), DayKind.in_lieu, "国庆节", "国办发明电〔2024〕12号"),
            (date(2027, 2, 6), DayKind.expected_holiday, "春节", ""),
            (date(2027, 1, 2), DayKind.weekend, "", ""),
        ],
    )
    def test_as_on_the_wall(self, day: date, kind: DayKind, name: str, number: str) -> None:
        found = CALENDAR.day(day)
        assert (found.day, found.kind, found.name) == (day, kind, name)
        assert found.worked is (kind in {DayKind.weekday, DayKind.make_up_day})
        assert (found.notice.number if found.notice else "") == number

    def test_a_weekday_given_back_to_work_is_a_weekday(self) -> None:
        day = date(2025, 1, 28)
        off = Notice("1号", 2025, date(2024, 11, 1), (ArrangedDay(day, worked=False, name="春节"),))
        back = (ArrangedDay(day, worked=True, name="春节"),)
        amended = (off, Notice("2号", 2025, date(2025, 1, 2), back, amends=True))
        assert WorkCalendar(amended).day(day).kind is DayKind.weekday
        assert WorkCalendar(amended[:1]).day(day).kind is DayKind.holiday


class TestWhatWasKnown:
    """The calendar as of a day has only the notices and laws published by then."""

    def test_the_day_of_issue_is_the_first_day_of_knowing(self) -> None:
        eve, then = (CALENDAR.known_on(date(2025, 11, day)) for day in (3, 4))
        assert (eve.settled_through, then.settled_through) == (
            date(2025, 12, 28),
            date(2026, 12, 28),
        )
        assert eve.day(date(2026, 2, 16)).kind is DayKind.expected_holiday

    def test_a_revision_not_yet_promulgated_is_not_expected(self) -> None:
        eve, then = (CALENDAR.known_on(date(2024, 11, day)) for day in (9, 10))
        assert eve.day(date(2025, 5, 2)).worked
        assert not then.day(date(2025, 5, 2)).worked

    def test_who_knew_less_cannot_know_more_later(self) -> None:
        assert CALENDAR.known_on(date(2019, 1, 1)).known_on(date(2021, 1, 1)) == (
            CALENDAR.known_on(date(2019, 1, 1))
        )

    def test_before_any_notice_all_is_expected(self) -> None:
        calendar = WorkCalendar((notice(2020, date(2019, 11, 21)),), date(2019, 1, 1))
        assert calendar.settled_through == date(2019, 12, 28)
        assert (calendar.first, calendar.last) == (date(2020, 1, 1), date(2029, 12, 31))

    def test_late_december_before_the_first_notice_lies_outside(self) -> None:
        days = (ArrangedDay(date(2018, 12, 31), worked=False, name="元旦"),)
        calendar = WorkCalendar((Notice("", 2019, None, days),))
        assert calendar.add_working_days(date(2018, 12, 31), 1) == date(2019, 1, 1)

    def test_the_table_ends_with_the_festivals_known_or_the_last_notice(self) -> None:
        assert WorkCalendar((notice(2055),)).last == date(2060, 12, 31)
        assert WorkCalendar((notice(2060), notice(2061))).last == date(2061, 12, 31)


class TestIdentity:
    """Two calendars are equal that have the same notices and know as much."""

    def test_equal_and_with_one_hash(self) -> None:
        same, less = WorkCalendar(mainland_notices()), CALENDAR.known_on(date(2020, 1, 1))
        assert (same, hash(same)) == (CALENDAR, hash(CALENDAR))
        assert less != CALENDAR
        assert less == CALENDAR.known_on(date(2020, 1, 1))

    def test_pickled_and_copied_whole_and_small(self) -> None:
        less = CALENDAR.known_on(date(2020, 1, 1))
        kept = pickle.dumps(less)
        assert len(kept) < 60_000
        for again in (pickle.loads(kept), copy.deepcopy(less)):  # noqa: S301
            assert (again, again.settled_through) == (less, less.settled_through)
            assert again.add_working_days(date(2019, 12, 27), 30) == date(2020, 2, 13)

    def test_shows_what_it_knows_and_not_every_day(self) -> None:
        assert "settled_through=datetime.date(2026, 12, 28)" in repr(CALENDAR)
        assert len(repr(CALENDAR)) < 200


class TestNoHistory:
    """Notices follow year by year in the order of issue, an amendment after its notice."""

    @pytest.mark.parametrize(
        ("notices", "faults"),
        [
            ((), [("notices", "calendar.no_notices")]),
            ((notice(2003),), [("notices[0]", "calendar.first_year")]),
            ((notice(2061),), [("notices[0]", "calendar.first_year")]),
            ((notice(2020), notice(2022)), [("notices[1]", "calendar.not_consecutive")]),
            ((notice(2020), notice(2020)), [("notices[1]", "calendar.second_notice")]),
            ((notice(2020, amends=True),), [("notices[0]", "calendar.amends_nothing")]),
            (
                (notice(2020, date(2019, 11, 21)), notice(2021), notice(2023, date(2022, 12, 8))),
                [("notices[1]", "calendar.not_in_issue_order"),
                 ("notices[2]", "calendar.not_consecutive")],
            ),
        ],
    )  # fmt: skip
    def test_is_refused_with_every_notice_out_of_place(
        self, notices: tuple[Notice, ...], faults: list[tuple[str, str]]
    ) -> None:
        with pytest.raises(MisuseError) as caught:
            WorkCalendar(notices)
        assert [(fault.path, fault.code) for fault in caught.value.faults] == faults
        assert caught.value.text("zh") != caught.value.text("en")


class TestMisuse:
    """An argument without meaning is refused in words, never answered by accident."""

    @pytest.mark.parametrize(
        ("use", "code"),
        [
            (lambda: CALENDAR.add_working_days(date(2025, 1, 1), 0), "calendar.count"),
            (lambda: CALENDAR.add_working_days(date(2025, 1, 1), bool(1)), "calendar.count"),
            (lambda: CALENDAR.add_working_days(date(2003, 12, 30), 1), "calendar.outside"),
            (lambda: CALENDAR.add_working_days(date(2035, 12, 31), 1), "calendar.outside"),
            (lambda: CALENDAR.add_working_days(date(2025, 1, 1), 10**9), "calendar.outside"),
            (
                lambda: CALENDAR.add_working_days(datetime(2025, 1, 1, tzinfo=UTC), 1),
                "calendar.not_a_date",
            ),
            (lambda: CALENDAR.add_calendar_days(date(2025, 1, 1), 0), "calendar.count"),
            (lambda: CALENDAR.add_calendar_days(date(2003, 11, 30), 1), "calendar.outside"),
            (lambda: CALENDAR.add_calendar_days(date(2026, 12, 1), 28), "calendar.unsettled"),
            (lambda: CALENDAR.add_calendar_days(date(9999, 12, 1), 31), "calendar.outside"),
            (lambda: CALENDAR.add_months(date(2025, 1, 1), -1), "calendar.count"),
            (lambda: CALENDAR.add_months(date(9999, 12, 1), 1), "calendar.outside"),
            (
                lambda: CALENDAR.add_months(datetime(2025, 1, 1, tzinfo=UTC), 1),
                "calendar.not_a_date",
            ),
            (lambda: CALENDAR.add_working_days(date(2026, 12, 28), 1), "calendar.unsettled"),
            (lambda: CALENDAR.is_working_day(date(2026, 12, 29)), "calendar.unsettled"),
            (lambda: CALENDAR.is_working_day(date(2003, 12, 31)), "calendar.outside"),
            (lambda: CALENDAR.is_working_day(date(2036, 1, 1)), "calendar.outside"),
            (lambda: CALENDAR.day(date(2003, 12, 31)), "calendar.outside"),
            (lambda: CALENDAR.on_or_after(datetime(2025, 1, 1, tzinfo=UTC)), "calendar.not_a_date"),
            (lambda: CALENDAR.known_on(datetime(2025, 1, 1, tzinfo=UTC)), "calendar.not_a_date"),
            (
                lambda: CALENDAR.count_working_days(date(2025, 1, 2), date(2025, 1, 1)),
                "calendar.reversed",
            ),
        ],
    )
    def test_is_refused(self, use: Callable[[], Any], code: str) -> None:
        with pytest.raises(MisuseError) as caught:
            use()
        assert [fault.code for fault in caught.value.faults] == [code]
        assert caught.value.text("zh") != caught.value.text("en")

    def test_rolling_past_the_end_is_refused(self) -> None:
        last = ArrangedDay(date(2060, 12, 31), worked=False, name="元旦")
        calendar = WorkCalendar((Notice("", 2060, None, (last,)),))
        with pytest.raises(MisuseError, match="超出日历范围"):
            calendar.on_or_after(date(2060, 12, 31))
