"""Limits in hours and minutes: from a moment to a moment, judged on a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import work_calendars
from checks import assert_explained, codes, day, deadline_of
from strategies_params import clock_periods
from xinfang_core.calendar import OfficeHours, WorkCalendar, mainland_calendar
from xinfang_core.case import Event
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.deadline import Deadline
from xinfang_core.deadline_hours import judge_hours
from xinfang_core.periods import ClockPeriod, Hours, Minutes, WorkingHours
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Certainty, EventKind, Status

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
START = Sourced(EventKind.assign, Citation("甲办法", "第一条", "接到后", Basis.stated))
LIMIT = Citation("甲办法", "第一条", "2小时内", Basis.stated)
OPEN = Citation("甲办法", "第二条", "上午9时", Basis.stated)
MORNING, AFTERNOON = (time(9), time(12)), (time(14), time(18))
OFFICE = Sourced(OfficeHours((MORNING, AFTERNOON)), OPEN)


def _event(kind: EventKind, at: str | None) -> Event | None:
    """An event at a moment or on a day."""
    if at is None:
        return None
    return Event(kind, datetime.fromisoformat(at) if " " in at else day(at))


def _decide(
    limit: ClockPeriod | Absent,
    begun: str | None,
    done: str | None,
    as_of: str,
    office: Sourced[OfficeHours] | None = OFFICE,
) -> Decision[Deadline]:
    decision = judge_hours(
        START,
        Sourced(limit, LIMIT, "limit.sign.limit"),
        _event(EventKind.assign, begun),
        _event(EventKind.accept, done),
        day(as_of),
        MAINLAND,
        office,
    )
    assert_explained(decision)
    return decision


def _stands(limit: ClockPeriod, begun: str, done: str | None, as_of: str) -> tuple[str, int]:
    outcome = deadline_of(_decide(limit, begun, done, as_of))
    return outcome.status.name, outcome.overdue_working_days


class TestHours:
    """Hours run day and night; the limit is open through the day on which it ends."""

    @pytest.mark.parametrize(
        ("done", "as_of", "stands"),
        [
            ("2026-03-06 18:59", "2026-03-06", ("met", 0)),
            ("2026-03-06 19:00", "2026-03-06", ("met", 0)),
            ("2026-03-06 19:00:01", "2026-03-06", ("late", 0)),
            ("2026-03-07 08:00", "2026-03-31", ("late", 0)),  # Saturday
            ("2026-03-09 08:00", "2026-03-31", ("late", 1)),
            (None, "2026-03-06", ("open", 0)),
            (None, "2026-03-07", ("overdue", 0)),
            (None, "2026-03-10", ("overdue", 2)),
        ],
    )
    def test_two_hours_from_a_friday_at_five(
        self, done: str | None, as_of: str, stands: tuple[str, int]
    ) -> None:
        outcome = deadline_of(_decide(Hours(2), "2026-03-06 17:00", done, as_of))
        assert (outcome.status.name, outcome.overdue_working_days) == stands
        assert outcome.due == outcome.earliest == outcome.latest == day("2026-03-06")
        assert outcome.due_at == datetime(2026, 3, 6, 19, tzinfo=SHANGHAI)
        assert outcome.ends == outcome.due_at
        assert outcome.certainty is Certainty.settled

    def test_minutes_run_over_midnight(self) -> None:
        begun = "2026-03-06 23:00"
        assert _stands(Minutes(90), begun, "2026-03-07 00:30", "2026-03-07") == ("met", 0)
        assert _stands(Minutes(90), begun, "2026-03-07 00:31", "2026-03-07") == ("late", 0)
        assert _stands(Minutes(90), begun, None, "2026-03-07") == ("open", 0)

    def test_hours_are_not_moved_on_by_a_holiday(self) -> None:
        # 1 October 2025 is a day of rest.
        outcome = deadline_of(_decide(Hours(24), "2025-09-30 17:00", None, "2025-09-30"))
        assert outcome.due_at == datetime(2025, 10, 1, 17, tzinfo=SHANGHAI)

    def test_the_reasons_tell_the_moments(self) -> None:
        decision = _decide(Hours(2), "2026-03-06 17:00", "2026-03-06 18:30", "2026-03-06")
        assert [one.text() for one in decision.reasons] == [
            "自交办的时刻 2026-03-06 17:00 起算",
            "期限2小时，至 2026-03-06 19:00 届满",
            "自起算的时刻连续计算，昼夜、休息日都计入，不顺延",
            "已于 2026-03-06 18:30 完成，在期限内",
        ]
        assert decision.reasons[1].citation == LIMIT
        assert decision.basis is Basis.interpreted


class TestWorkingHours:
    """Working hours run while the office is open, on working days."""

    @pytest.mark.parametrize(
        ("begun", "count", "ends"),
        [
            ("2026-03-05 10:00", 2, "2026-03-05 12:00"),
            ("2026-03-05 11:00", 2, "2026-03-05 15:00"),
            ("2026-03-05 17:00", 2, "2026-03-06 10:00"),
            ("2026-03-06 17:00", 2, "2026-03-09 10:00"),  # over a weekend
            ("2025-09-30 16:00", 4, "2025-10-09 11:00"),  # over 1 to 8 October
            ("2026-03-07", 4, "2026-03-09 15:00"),  # at any time of a Saturday
        ],
    )
    def test_they_end_on_the_clock_of_the_office(self, begun: str, count: int, ends: str) -> None:
        at = datetime.fromisoformat(ends)
        outcome = deadline_of(_decide(WorkingHours(count), begun, ends, ends[:10]))
        assert outcome.due_at == at.replace(tzinfo=SHANGHAI)
        assert outcome.status is Status.met
        late = str(at + timedelta(seconds=1))
        assert _stands(WorkingHours(count), begun, late, ends[:10]) == ("late", 0)

    def test_office_hours_are_told_with_their_source(self) -> None:
        decision = _decide(WorkingHours(2), "2026-03-05 10:00", None, "2026-03-05")
        told = {one.code: one for one in decision.reasons}["counting.office_hours"]
        assert told.text() == "办公时间为 09:00-12:00、14:00-18:00"
        assert told.citation == OPEN

    @pytest.mark.parametrize("office", [None, Sourced(Absent.silent, OPEN)])
    def test_without_office_hours_nothing_can_be_told(
        self, office: Sourced[OfficeHours] | None
    ) -> None:
        decision = _decide(WorkingHours(2), "2026-03-05 10:00", None, "2026-03-05", office)
        assert deadline_of(decision) == Deadline(Status.undetermined)
        assert decision.missing == ("limit.sign.limit",)
        assert decision.reasons[-1].citation == (OPEN if office else LIMIT)

    def test_a_limit_of_no_name_lacks_no_name(self) -> None:
        begun = _event(EventKind.assign, "2026-03-05 10:00")
        limit: Sourced[ClockPeriod] = Sourced(WorkingHours(2), LIMIT)
        decision = judge_hours(START, limit, begun, None, day("2026-03-05"), MAINLAND)
        assert (decision.is_undetermined, decision.missing) == (True, ())

    @pytest.mark.parametrize("office", [None, OFFICE, Sourced(Absent.none, OPEN)])
    def test_hours_of_the_clock_need_no_office(self, office: Sourced[OfficeHours] | None) -> None:
        outcome = deadline_of(_decide(Hours(2), "2026-03-05 10:00", None, "2026-03-05", office))
        assert outcome.status is Status.open

    def test_past_the_notices_the_moment_is_expected_between_bounds(self) -> None:
        begun = f"{MAINLAND.settled_through + timedelta(days=1)} 09:00"
        decision = _decide(WorkingHours(14), begun, None, begun[:10])
        outcome = deadline_of(decision)
        assert outcome.certainty is Certainty.provisional
        assert outcome.earliest
        assert outcome.due
        assert outcome.latest
        assert outcome.due_at
        assert outcome.earliest <= outcome.due <= outcome.latest
        assert outcome.due_at.date() == outcome.due
        assert "deadline.provisional" in codes(decision.reasons)
        latest = str(outcome.latest)
        between = _decide(WorkingHours(14), begun, None, latest)
        assert codes(between.reasons)[-1] == "deadline.open_between"
        assert deadline_of(between).status is Status.open
        done = _decide(WorkingHours(14), begun, f"{latest} 09:00", latest)
        assert codes(done.reasons)[-1] == "deadline.done_between"
        assert deadline_of(done).status is Status.undetermined
        overdue = _decide(WorkingHours(14), begun, None, str(outcome.latest + timedelta(days=30)))
        assert deadline_of(overdue).status is Status.overdue
        assert "deadline.expected_count" in codes(overdue.reasons)


class TestDaysOnly:
    """What is recorded as a day only may have happened at any moment of it."""

    @pytest.mark.parametrize(
        ("begun", "done", "as_of", "status", "missing"),
        [
            # Two hours from some time on the 5th end from 02:00 on the 5th to 02:00 on the 6th.
            ("2026-03-05", "2026-03-05 02:00", "2026-03-05", "met", ()),
            ("2026-03-05", "2026-03-05 02:01", "2026-03-05", "undetermined", ("assign",)),
            ("2026-03-05", "2026-03-06 01:59", "2026-03-06", "undetermined", ("assign",)),
            ("2026-03-05", "2026-03-06 02:00", "2026-03-06", "late", ()),
            ("2026-03-05", "2026-03-06", "2026-03-06", "undetermined", ("assign", "accept")),
            ("2026-03-05", "2026-03-07", "2026-03-07", "late", ()),
            ("2026-03-05", "2026-03-04", "2026-03-07", "met", ()),
            ("2026-03-05 22:00", "2026-03-05", "2026-03-05", "met", ()),
            ("2026-03-05 21:59", "2026-03-05", "2026-03-05", "undetermined", ("accept",)),
            ("2026-03-05 21:59", "2026-03-06", "2026-03-06", "late", ()),
            ("2026-03-05 22:00", "2026-03-06", "2026-03-06", "undetermined", ("accept",)),
            ("2026-03-05", None, "2026-03-05", "open", ()),
            ("2026-03-05", None, "2026-03-06", "undetermined", ("assign",)),
            ("2026-03-05", None, "2026-03-07", "overdue", ()),
        ],
    )
    def test_two_hours(
        self, begun: str, done: str | None, as_of: str, status: str, missing: tuple[str, ...]
    ) -> None:
        decision = _decide(Hours(2), begun, done, as_of)
        outcome = deadline_of(decision)
        assert (outcome.status.name, decision.missing) == (status, missing)
        if " " not in begun:
            assert outcome.due_at is None
            assert outcome.ends == outcome.due == day("2026-03-06")
            assert outcome.earliest == day("2026-03-05")
            assert outcome.certainty is Certainty.provisional

    def test_a_whole_day_that_decides_is_told(self) -> None:
        decision = _decide(Hours(24), "2026-03-05", "2026-03-05", "2026-03-05")
        assert deadline_of(decision).status is Status.met
        assert [one.text() for one in decision.reasons] == [
            "自交办的时刻起算，只记录了日期 2026-03-05",
            "期限24小时，届满日在 2026-03-06 至 2026-03-06 之间",
            "自起算的时刻连续计算，昼夜、休息日都计入，不顺延",
            "交办、受理只记录了日期，早晚两算结论一致",
            "已于 2026-03-05 完成，在期限内",
        ]


class TestNothingToCount:
    """No start, no limit, or a count that leaves the calendar."""

    def test_not_started(self) -> None:
        decision = _decide(Hours(2), None, None, "2026-03-05")
        assert deadline_of(decision) == Deadline(Status.not_started)

    def test_a_silent_limit_and_none(self) -> None:
        assert _decide(Absent.silent, "2026-03-05", None, "2026-03-05").is_undetermined
        assert _decide(Absent.none, "2026-03-05", None, "2026-03-05").outcome is Absent.none

    @pytest.mark.parametrize(
        ("limit", "begun", "as_of", "office"),
        [
            (Hours(2), "1999-03-05 10:00", "2026-03-05", None),
            (Hours(2), "1999-03-05", "2026-03-05", None),
            (Hours(2), "2026-03-05 10:00", "2999-01-01", None),
            (Hours(2), f"{MAINLAND.last} 23:00", str(MAINLAND.last), None),
            (Hours(2), str(MAINLAND.last), str(MAINLAND.last), None),
            (WorkingHours(2), f"{MAINLAND.last} 17:30", str(MAINLAND.last), OFFICE),
            (WorkingHours(2), str(MAINLAND.last), str(MAINLAND.last), OFFICE),
            (
                WorkingHours(3660),
                "2026-03-05 10:00",
                "2026-03-05",
                Sourced(OfficeHours(((time(9), time(9, 30)),)), OPEN),
            ),
        ],
    )
    def test_outside_the_calendar(
        self, limit: ClockPeriod, begun: str, as_of: str, office: Sourced[OfficeHours] | None
    ) -> None:
        decision = _decide(limit, begun, None, as_of, office)
        assert deadline_of(decision) == Deadline(Status.undetermined)
        assert codes(decision.reasons) == ["deadline.outside_calendar"]


Situation = tuple[WorkCalendar, Sourced[ClockPeriod], Event, Event | None, date]


@st.composite
def _situations(draw: st.DrawFn) -> Situation:
    """A calendar, a limit, a start and an act with their times of day, and a day not before."""
    calendar = draw(st.sampled_from((MAINLAND,)) | work_calendars())
    latest = min(calendar.last - timedelta(days=90), calendar.settled_through + timedelta(60))
    begun = datetime.combine(
        draw(st.dates(calendar.first, max(latest, calendar.first))), draw(st.times())
    )
    passed = draw(st.none() | st.timedeltas(timedelta(), timedelta(days=8)))
    done = None if passed is None else Event(EventKind.accept, begun + passed)
    as_of = (done.day if done else begun.date()) + timedelta(days=draw(st.integers(0, 12)))
    limit: Sourced[ClockPeriod] = Sourced(draw(clock_periods()), LIMIT)
    return calendar, limit, Event(EventKind.assign, begun), done, as_of


def _less_known(event: Event | None) -> tuple[Event | None, ...]:
    """The event as it is, and as a day only."""
    return (None,) if event is None else (event, Event(event.kind, event.day))


class TestKnowingMore:
    """A time of day that is added never contradicts what was told without it."""

    @given(_situations())
    def test_only_what_was_undetermined_changes(self, situation: Situation) -> None:
        calendar, limit, begun, done, as_of = situation
        whole = judge_hours(START, limit, begun, done, as_of, calendar, OFFICE)
        known = deadline_of(whole)
        assert whole.missing == ()
        for earlier in _less_known(begun):
            for later in _less_known(done):
                decision = judge_hours(START, limit, earlier, later, as_of, calendar, OFFICE)
                assert_explained(decision)
                less = deadline_of(decision)
                assert less.status in {known.status, Status.undetermined}
                if less.earliest and less.latest and known.earliest and known.latest:
                    assert less.earliest <= known.earliest <= known.latest <= less.latest

    @given(_situations())
    def test_an_act_is_in_time_exactly_up_to_the_moment(self, situation: Situation) -> None:
        calendar, limit, begun, done, as_of = situation
        decision = judge_hours(START, limit, begun, done, as_of, calendar, OFFICE)
        outcome = deadline_of(decision)
        if outcome.status is Status.undetermined:
            assert outcome.certainty is not Certainty.settled
        elif done is not None:
            assert isinstance(done.at, datetime)
            assert outcome.due_at is not None
            in_time = done.at.replace(tzinfo=SHANGHAI) <= outcome.due_at
            assert outcome.status is (Status.met if in_time else Status.late)
