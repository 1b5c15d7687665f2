"""A clock that stood still: from the calendar on the wall and against the day loop."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import (
    DAY,
    counted_periods,
    days_in,
    slow_last_day,
    slow_working_day,
    standstills,
    still,
    work_calendars,
)
from strategies import FEWER
from xinfang_core.calendar import Suspension, day_table, last_day, mainland_calendar
from xinfang_core.calendar.notice import notice_year
from xinfang_core.errors import MisuseError
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from xinfang_core.calendar import LastDay, WorkCalendar
    from xinfang_core.periods import Period

CALENDAR = mainland_calendar()
# 2026: Monday 5 January is worked; 10 and 11, 17 and 18 January are plain weekends.
MONDAY = date(2026, 1, 5)


def january(begin: int, end: int | None, name: str = "") -> Suspension:
    """A suspension in January 2026."""
    return Suspension(date(2026, 1, begin), None if end is None else date(2026, 1, end), name)


def found(start: date, period: Period, *suspensions: Suspension) -> LastDay:
    """The last day, which must be there."""
    last = last_day(CALENDAR, start, period, suspensions=suspensions)
    assert last is not None
    return last


def due(start: date, period: Period, *suspensions: Suspension) -> date:
    return found(start, period, *suspensions).due


class TestOnTheWall:
    """From its beginning through the day before its end no day counts."""

    @pytest.mark.parametrize(
        ("suspensions", "working", "calendar"),
        [
            # Five working days after Monday the 5th end on the 12th, ten calendar days on the 15th.
            ((), 12, 15),
            # The first day that counts again is counted: Tuesday and Wednesday stand still.
            ((january(6, 8),), 14, 19),
            ((january(6, 7),), 13, 16),
            # Of a weekend only calendar days take notice.
            ((january(10, 12),), 12, 19),
            # Friday to Sunday: one working day, three calendar days.
            ((january(9, 12),), 13, 19),
            # Two that touch are as one.
            ((january(6, 8), january(8, 9)), 15, 19),
            ((january(8, 9), january(6, 8)), 15, 19),
            ((january(6, 9),), 15, 19),
            # What lies before the start, or after the end, changes nothing.
            ((january(2, 6),), 12, 15),
            ((january(1, 2), january(2, 5)), 12, 15),
            ((january(20, 23),), 12, 15),
            ((january(20, None),), 12, 15),
            # What begins before the start holds back only the days after it.
            ((january(2, 8),), 14, 19),
            # The last day may be the day before a suspension, or the day it ends.
            ((january(13, 15),), 12, 19),
            ((january(12, 15),), 15, 19),
            # Where calendar days end on a Saturday, they roll past what stands still on Monday.
            ((january(8, 10),), 14, 19),
            ((january(8, 10), january(19, 21)), 14, 21),
        ],
    )
    def test_the_last_day_of_january_2026_is(
        self, suspensions: tuple[Suspension, ...], working: int, calendar: int
    ) -> None:
        assert due(MONDAY, WorkingDays(5), *suspensions) == date(2026, 1, working)
        assert due(MONDAY, CalendarDays(10), *suspensions) == date(2026, 1, calendar)

    def test_a_month_counts_as_many_days_as_it_has(self) -> None:
        # One month from the 5th of January is 31 days, of which two stand still.
        assert due(MONDAY, Months(1)) == date(2026, 2, 5)
        moved = found(MONDAY, Months(1), january(6, 8))
        assert (moved.unrolled, moved.due) == (date(2026, 2, 7), date(2026, 2, 9))

    def test_one_that_ends_inside_a_holiday_counts_on_from_the_first_working_day(self) -> None:
        # National Day 2025 lasts from 1 to 8 October.
        for end in range(1, 10):
            hearing = Suspension(date(2025, 9, 29), date(2025, 10, end))
            assert due(date(2025, 9, 26), WorkingDays(2), hearing) == date(2025, 10, 9)

    def test_the_very_day_is_not_held_back(self) -> None:
        assert due(MONDAY, SameDay(), january(5, None)) == MONDAY

    def test_a_clock_that_still_stands_has_no_last_day(self) -> None:
        for period in (WorkingDays(5), CalendarDays(10), Months(1)):
            assert last_day(CALENDAR, MONDAY, period, suspensions=(january(8, None),)) is None

    def test_nor_has_one_that_would_roll_into_a_standstill_without_end(self) -> None:
        # Ten calendar days from the 8th end on Sunday the 18th, and Monday stands still.
        rolled = last_day(
            CALENDAR, date(2026, 1, 8), CalendarDays(10), suspensions=(january(19, None),)
        )
        assert rolled is None

    def test_a_standstill_past_the_table_leaves_it(self) -> None:
        beyond = (Suspension(date(2026, 1, 8), date(2099, 1, 1)),)
        for period in (WorkingDays(5), CalendarDays(10), Months(1)):
            assert last_day(CALENDAR, MONDAY, period, suspensions=beyond) is None
        over_the_edge = (Suspension(date(2035, 12, 28), date(2036, 1, 8)),)
        late = date(2035, 12, 20)
        assert last_day(CALENDAR, late, CalendarDays(9), suspensions=over_the_edge) is None
        assert last_day(CALENDAR, late, WorkingDays(7), suspensions=over_the_edge) is None

    def test_it_is_provisional_where_it_is_moved_past_the_last_notice(self) -> None:
        start = date(2026, 12, 14)
        assert found(start, WorkingDays(5)).certainty is Certainty.settled
        moved = found(start, WorkingDays(5), Suspension(date(2026, 12, 16), date(2026, 12, 30)))
        assert (moved.certainty, moved.awaits) == (Certainty.provisional, 2027)
        assert moved.earliest <= date(2027, 1, 5) == moved.due <= moved.latest


class TestFaults:
    """Reversed and overlapping suspensions are refused, each at its place."""

    @pytest.mark.parametrize(
        ("suspensions", "faults"),
        [
            ((january(8, 8),), [("suspensions[0].end", "suspension.reversed")]),
            ((january(9, 8),), [("suspensions[0].end", "suspension.reversed")]),
            (
                (january(12, 14), january(8, 13)),
                [("suspensions[0].begin", "suspension.overlap")],
            ),
            (
                (january(8, None), january(12, 14)),
                [("suspensions[1].begin", "suspension.overlap")],
            ),
            (
                (january(8, 12), january(8, 12)),
                [("suspensions[1].begin", "suspension.overlap")],
            ),
            (
                (january(9, 8), january(20, 22), january(21, 23)),
                [
                    ("suspensions[0].end", "suspension.reversed"),
                    ("suspensions[2].begin", "suspension.overlap"),
                ],
            ),
            (
                (Suspension(datetime(2026, 1, 8, tzinfo=UTC)),),
                [("suspensions[0].begin", "calendar.not_a_date")],
            ),
            (
                (january(6, 7), january(8, 9)._replace(end=datetime(2026, 1, 9, tzinfo=UTC))),
                [("suspensions[1].end", "calendar.not_a_date")],
            ),
        ],
    )
    def test_are_named_with_their_places(
        self, suspensions: tuple[Suspension, ...], faults: list[tuple[str, str]]
    ) -> None:
        for period in (WorkingDays(5), CalendarDays(5), Months(1), SameDay()):
            with pytest.raises(MisuseError) as caught:
                last_day(CALENDAR, MONDAY, period, suspensions=suspensions)
            assert [(fault.path, fault.code) for fault in caught.value.faults] == faults
            assert caught.value.text("zh") != caught.value.text("en")


class TestAgainstTheDayLoop:
    """Generated calendars, the region's and the office's too, and any suspensions."""

    @FEWER
    @given(st.data(), work_calendars(regional=True), counted_periods())
    def test_the_last_day_is_found_by_counting(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        start = data.draw(days_in(calendar, margin=600))
        suspensions = data.draw(standstills(start))
        found = last_day(calendar, start, period, suspensions=suspensions)
        assert found is not None
        assert found.due == slow_last_day(slow_working_day(calendar), start, period, suspensions)
        assert found.earliest <= found.due <= found.latest
        if not calendar.unlisted:
            settled = found.due <= calendar.settled_through
            assert (found.certainty is Certainty.settled) is settled
        assert (found.awaits is None) is (found.certainty is Certainty.settled)
        if found.region:
            assert (found.awaits, found.region) in calendar.unlisted
        elif found.awaits:
            looked_at = start if isinstance(period, WorkingDays) else found.unrolled - DAY
            first = max(looked_at, calendar.settled_through) + DAY
            while still(first, suspensions):
                first += DAY
            assert found.awaits == notice_year(first)

    @FEWER
    @given(st.data(), work_calendars(regional=True), counted_periods())
    def test_a_suspension_never_shortens(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        start = data.draw(days_in(calendar, margin=600))
        *others, last = data.draw(standstills(start).filter(bool))
        less = last_day(calendar, start, period, suspensions=tuple(others))
        more = last_day(calendar, start, period, suspensions=(*others, last))
        assert less is not None
        assert more is not None
        assert less.due <= more.due
        assert less.unrolled <= more.unrolled

    @FEWER
    @given(st.data(), work_calendars(), st.integers(1, 90))
    def test_suspending_only_rest_days_moves_a_working_day_limit_nowhere(
        self, data: st.DataObject, calendar: WorkCalendar, count: int
    ) -> None:
        start = data.draw(days_in(calendar))
        end = last_day(calendar, start, WorkingDays(count))
        assert end is not None
        days = (start + number * DAY for number in range((end.due - start).days))
        rest = tuple(Suspension(day, day + DAY) for day in days if not calendar.day(day).worked)
        suspended = last_day(calendar, start, WorkingDays(count), suspensions=rest)
        assert suspended is not None
        assert suspended.due == end.due

    @FEWER
    @given(st.data(), work_calendars(), counted_periods(), st.integers(1, 40))
    def test_two_that_touch_are_as_one(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period, length: int
    ) -> None:
        start = data.draw(days_in(calendar, margin=600))
        begin = start + data.draw(st.integers(-30, 60)) * DAY
        middle = begin + data.draw(st.integers(1, 40)) * DAY
        end = middle + length * DAY
        halves = (Suspension(middle, end), Suspension(begin, middle))
        whole = last_day(calendar, start, period, suspensions=(Suspension(begin, end),))
        both = last_day(calendar, start, period, suspensions=halves)
        assert whole is not None
        assert both is not None
        assert (both.due, both.unrolled) == (whole.due, whole.unrolled)


class TestLedger:
    """Days that stand still are told with their reason, and are not counted."""

    def test_of_working_days(self) -> None:
        hearing = january(8, 12, "听证")
        lines = [
            line.text()
            for line in day_table(CALENDAR, MONDAY, WorkingDays(3), suspensions=(hearing,))
        ]
        assert lines == [
            "2026-01-06 周二 计：第1个工作日",
            "2026-01-07 周三 计：第2个工作日",
            "2026-01-08 周四 不计：中止计算：听证",
            "2026-01-09 周五 不计：中止计算：听证",
            "2026-01-10 周六 不计：中止计算：听证",
            "2026-01-11 周日 不计：中止计算：听证",
            "2026-01-12 周一 计：第3个工作日",
        ]

    def test_of_calendar_days_that_roll_past_one_without_reason(self) -> None:
        lines = [
            line.text("en")
            for line in day_table(
                CALENDAR, date(2026, 1, 8), CalendarDays(2), suspensions=(january(12, 13),)
            )
        ]
        assert lines == [
            "2026-01-09 Fri counted: day 1",
            "2026-01-10 Sat counted: day 2, the last is a day of rest and rolls over: weekend",
            "2026-01-11 Sun rolled over: weekend",
            "2026-01-12 Mon not counted: clock suspended",
            "2026-01-13 Tue last day: rolled over to it",
        ]

    def test_of_the_same_day_has_that_day_alone(self) -> None:
        (line,) = day_table(CALENDAR, MONDAY, SameDay(), suspensions=(january(5, 8, "听证"),))
        assert (line.counted, line.suspended) == (True, "")

    def test_of_a_clock_that_still_stands_is_empty(self) -> None:
        assert day_table(CALENDAR, MONDAY, WorkingDays(5), suspensions=(january(8, None),)) == ()

    @FEWER
    @given(st.data(), work_calendars(regional=True), counted_periods())
    def test_counts_as_many_days_as_the_period_has(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        start = data.draw(days_in(calendar, margin=600))
        suspensions = data.draw(standstills(start))
        lines = day_table(calendar, start, period, suspensions=suspensions)
        end = last_day(calendar, start, period, suspensions=suspensions)
        assert end is not None
        assert [line.day for line in lines] == [
            start + number * DAY for number in range(1, (end.due - start).days + 1)
        ]
        counted = [line for line in lines if line.counted]
        assert [line.running for line in counted] == list(range(1, len(counted) + 1))
        assert isinstance(period, Months) or len(counted) == period.count
        for line in lines:
            suspended = any(one.begin <= line.day < (one.end or line.day) for one in suspensions)
            assert (line.code == "day_table.suspended") is suspended
            assert not (line.counted and suspended)
