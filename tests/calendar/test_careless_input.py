"""What a careless caller hands in: refused at its place, or read as stated, never by accident."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import pytest

from calendar_strategies import DAY
from xinfang_core.calendar import (
    Notice,
    OfficeHours,
    Suspension,
    WorkCalendar,
    count_days,
    counts_for,
    day_table,
    due_moment,
    earlier_of,
    last_day,
    mainland_calendar,
    time_left,
    working_day_before,
)
from xinfang_core.calendar.plain import plain_last_day
from xinfang_core.case import Event, History
from xinfang_core.errors import MisuseError
from xinfang_core.periods import LONGEST, CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Callable

CALENDAR = mainland_calendar()
EDGES = (date.min, date(1, 1, 2), date(2003, 11, 1), date(2036, 1, 1), date.max)
UNITS = (WorkingDays, CalendarDays, Months)
ALWAYS = OfficeHours(((time(0), time(0)),))
NEW_YORK = timezone(timedelta(hours=-4))
# 22:30 of Tuesday 30 September in New York is 10:30 of Wednesday 1 October in Shanghai.
ABROAD = datetime(2025, 9, 30, 22, 30, tzinfo=NEW_YORK)


def refused(use: Callable[[], Any]) -> list[tuple[str, str]]:
    """Place and code of what is refused; in both languages there are words for it."""
    with pytest.raises(MisuseError) as caught:
        use()
    assert caught.value.text("zh") != caught.value.text("en")
    return [(one.path, one.code) for one in caught.value.faults]


class TestInstants:
    """A moment is no date: its date depends on the zone, which only its owner knows."""

    @pytest.mark.parametrize("moment", [ABROAD, datetime(2025, 9, 30, 12, tzinfo=UTC)])
    @pytest.mark.parametrize(
        ("use", "path"),
        [
            (lambda at: last_day(CALENDAR, at, WorkingDays(1)), "start"),
            (lambda at: last_day(CALENDAR, at, CalendarDays(1), CalendarDays(1)), "start"),
            (lambda at: day_table(CALENDAR, at, Months(1)), "start"),
            (lambda at: CALENDAR.add_working_days(at, 1), "start"),
            (lambda at: CALENDAR.add_calendar_days(at, 1), "start"),
            (lambda at: CALENDAR.add_months(at, 1), "start"),
            (CALENDAR.day, "day"),
            (CALENDAR.is_working_day, "day"),
            (CALENDAR.on_or_after, "day"),
            (CALENDAR.known_on, "day"),
            (lambda at: CALENDAR.count_working_days(date(2025, 1, 1), at), "through"),
            (lambda at: count_days(CALENDAR, at, date(2025, 12, 1)), "after"),
            (lambda at: working_day_before(CALENDAR, at, 1), "end"),
            (due_moment, "last"),
        ],
    )
    def test_are_refused_where_a_date_is_wanted(
        self, use: Callable[[date], Any], path: str, moment: datetime
    ) -> None:
        assert refused(lambda: use(moment)) == [(path, "calendar.not_a_date")]

    def test_an_event_abroad_has_its_day_in_shanghai(self) -> None:
        history = History((Event(EventKind.receive, ABROAD),))
        assert history.day(EventKind.receive) == date(2025, 10, 1)

    def test_an_act_abroad_counts_for_its_day_in_shanghai(self) -> None:
        # 1 October is off, so it counts for the 9th and not for 30 September.
        found = counts_for(CALENDAR, ALWAYS, ABROAD)
        assert found is not None
        assert found.due == date(2025, 10, 9)
        assert refused(lambda: counts_for(CALENDAR, ALWAYS, cast("datetime", date.min))) == [
            ("moment", "office_hours.not_a_moment")
        ]

    @pytest.mark.parametrize("wrong", ["2025-09-30", None, 20250930, 45930.0])
    def test_what_is_no_date_at_all_is_refused(self, wrong: object) -> None:
        start = cast("date", wrong)
        for use in (
            lambda: last_day(CALENDAR, start, WorkingDays(1)),
            lambda: CALENDAR.add_working_days(start, 1),
            lambda: CALENDAR.add_calendar_days(start, 1),
            lambda: CALENDAR.add_months(start, 1),
        ):
            assert refused(use) == [("start", "calendar.not_a_date")]


class TestEdgesOfTime:
    """Year 1, year 9999 and the years about the table: no answer, and no accident."""

    @pytest.mark.parametrize("start", EDGES)
    def test_a_limit_is_undetermined(self, start: date) -> None:
        for unit in UNITS:
            assert last_day(CALENDAR, start, unit(1)) is None
            assert day_table(CALENDAR, start, unit(1)) == ()
        assert last_day(CALENDAR, start, SameDay()) is None

    @pytest.mark.parametrize("start", [CALENDAR.first, CALENDAR.last])
    def test_the_first_and_the_last_day_are_their_own_last_day(self, start: date) -> None:
        found = last_day(CALENDAR, start, SameDay())
        assert found is not None
        assert found.due == found.earliest == found.latest == start
        for beyond in (CALENDAR.first - DAY, CALENDAR.last + DAY):
            assert last_day(CALENDAR, beyond, SameDay()) is None

    @pytest.mark.parametrize("start", EDGES)
    def test_so_it_is_with_a_suspension(self, start: date) -> None:
        stood_still = (Suspension(date(2026, 1, 5), date(2026, 1, 9)),)
        for unit in UNITS:
            assert last_day(CALENDAR, start, unit(1), suspensions=stood_still) is None

    @pytest.mark.parametrize("unit", UNITS)
    def test_a_suspension_may_reach_to_the_edge_of_time(
        self, unit: type[WorkingDays | CalendarDays | Months]
    ) -> None:
        start = date(2026, 12, 1)
        always = (Suspension(date.min, date.max),)
        assert last_day(CALENDAR, start, unit(2), suspensions=always) is None
        until = (Suspension(date.min, date(2026, 12, 14)),)
        since = (Suspension(date(2026, 12, 2), date(2026, 12, 14)),)
        # Thirty working days end past the horizon, where the bounds are looked for too.
        for count in (1, 30):
            limit = unit(min(count, 2) if unit is Months else count)
            early = last_day(CALENDAR, start, limit, suspensions=until)
            assert early is not None
            assert early == last_day(CALENDAR, start, limit, suspensions=since)

    @pytest.mark.parametrize("day", EDGES)
    def test_bare_methods_refuse_with_the_range(self, day: date) -> None:
        for add in (CALENDAR.add_working_days, CALENDAR.add_months):
            assert refused(partial(add, day, 1)) == [("start", "calendar.outside")]
        for ask in (CALENDAR.day, CALENDAR.is_working_day, CALENDAR.on_or_after):
            assert refused(partial(ask, day)) == [("day", "calendar.outside")]

    @pytest.mark.parametrize("day", EDGES)
    def test_counts_are_not_told(self, day: date) -> None:
        inside = date(2026, 1, 5)
        assert count_days(CALENDAR, min(day, inside), max(day, inside)) is None
        last = last_day(CALENDAR, inside, WorkingDays(5))
        assert last is not None
        assert time_left(CALENDAR, last, day) is None
        assert working_day_before(CALENDAR, day, 1) is None

    def test_what_was_known_at_the_beginning_of_time_is_nothing(self) -> None:
        known = CALENDAR.known_on(date.min)
        assert known.settled_through == date(2003, 12, 28)
        assert CALENDAR.known_on(date.max) != CALENDAR
        assert CALENDAR.known_on(date.max).settled_through == CALENDAR.settled_through

    def test_plain_counting_ends_with_year_9999(self) -> None:
        for unit in UNITS:
            assert plain_last_day(date.max, unit(1)) is None
            assert plain_last_day(date(2026, 1, 5), unit(1)) is not None
        assert plain_last_day(date.max, SameDay()) == date.max

    def test_a_year_past_the_tabled_festivals_answers_from_its_notice(self) -> None:
        later = WorkCalendar((Notice("", 2060, None, ()), Notice("", 2061, None, ())))
        assert later.last == date(2061, 12, 31)
        assert later.add_working_days(date(2061, 1, 3), 1) == date(2061, 1, 4)
        assert later.day(date(2061, 5, 2)).worked
        unknown = WorkCalendar(
            (Notice("", 2060, None, ()), Notice("", 2061, date(2060, 11, 1), ()))
        ).known_on(date(2060, 6, 1))
        assert unknown.settled_through == date(2060, 12, 28)


class TestPeriods:
    """A period of zero or fewer has no stated meaning, nor has one beyond ten years of days."""

    @pytest.mark.parametrize("unit", UNITS)
    @pytest.mark.parametrize("count", [0, -1, True, 1.0, "1", None, LONGEST + 1, 10**30])
    def test_of_no_length_are_refused(self, unit: type[WorkingDays], count: int) -> None:
        assert refused(lambda: unit(count)) == [("count", "period.not_positive")]

    def test_the_longest_leaves_the_table_and_no_more(self) -> None:
        for unit in UNITS:
            assert last_day(CALENDAR, date(2026, 1, 5), unit(LONGEST)) is None

    @pytest.mark.parametrize("count", [0, -5, True, 1.5, "3", None])
    def test_bare_counts_are_refused_alike(self, count: int) -> None:
        start = date(2026, 1, 5)
        for use in (CALENDAR.add_working_days, CALENDAR.add_calendar_days, CALENDAR.add_months):
            assert refused(partial(use, start, count)) == [("count", "calendar.count")]

    def test_none_at_all_or_several_kinds_are_refused(self) -> None:
        start = date(2026, 1, 5)
        assert refused(lambda: last_day(CALENDAR, start)) == [("periods", "calendar.mixed_periods")]
        mixed = (WorkingDays(1), CalendarDays(1))
        assert refused(lambda: last_day(CALENDAR, start, *mixed)) == [
            ("periods", "calendar.mixed_periods")
        ]
        assert refused(lambda: day_table(CALENDAR, start)) == [
            ("periods", "calendar.mixed_periods")
        ]

    def test_the_earlier_of_none_is_none(self) -> None:
        assert earlier_of() is None
