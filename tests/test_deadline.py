"""The one judgement that all deadline rules share."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import (
    days_in,
    slow_last_day,
    slow_working_day,
    standstills,
    work_calendars,
)
from checks import assert_explained, codes, day, deadline_of
from strategies import FEWER
from strategies_params import citations, periods, sourced
from xinfang_core.calendar import Suspension, WorkCalendar, last_day, mainland_calendar
from xinfang_core.deadline import Clock, Deadline, judge, judge_day, judge_right
from xinfang_core.deadline_reasons import COUNTING, STANDING_STILL
from xinfang_core.errors import MisuseError
from xinfang_core.periods import CalendarDays, Months, Period, SameDay, WorkingDays
from xinfang_core.sources import Citation, Sourced, weakest
from xinfang_core.vocabulary import Absent, Basis, Certainty, EventKind, Status

MAINLAND = mainland_calendar()
START = Citation("甲办法", "第一条", "受理之日起", Basis.stated)
LIMIT = Citation("甲办法", "第二条", "15日内回复", Basis.interpreted, "按工作日")
ONE = timedelta(days=1)


def _clock(started: str | None, *limits: Period) -> Clock:
    limit, *extra = limits
    since = day(started) if started else None
    return Clock(Sourced(EventKind.accept, START), Sourced(limit, LIMIT), since, tuple(extra))


def _judge(clock: Clock, done: str | None, as_of: str) -> Deadline:
    decision = judge(clock, day(done) if done else None, day(as_of), MAINLAND)
    assert_explained(decision)
    return deadline_of(decision)


def _slow_due(calendar: WorkCalendar, start: date, limits: tuple[Period, ...]) -> date:
    """The last day, counted on the fingers."""
    count = sum(limit.count for limit in limits)
    due = start
    if isinstance(limits[0], SameDay):
        return start
    if isinstance(limits[0], WorkingDays):
        while count:
            due += ONE
            count -= calendar.day(due).worked
        return due
    months = isinstance(limits[0], Months)
    due += relativedelta(months=count) if months else relativedelta(days=count)
    while not calendar.day(due).worked:
        due += ONE
    return due


def _slow_overdue(calendar: WorkCalendar, due: date, day: date) -> int:
    """Working days after ``due`` through ``day``, counted on the fingers."""
    days = ((due + (number + 1) * ONE) for number in range((day - due).days))
    return sum(calendar.day(one).worked for one in days)


CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()


@st.composite
def _limits(draw: st.DrawFn) -> tuple[Period, ...]:
    """A limit, alone or with an extension of the same type."""
    limit = draw(periods())
    extra = draw(st.none() | st.integers(1, limit.count))
    return (limit,) if extra is None else (limit, evolve(limit, count=extra))


@st.composite
def _situations(
    draw: st.DrawFn,
) -> tuple[WorkCalendar, Clock, date | None, date]:
    """A calendar, a running clock, the day of the act if any, and the day asked about."""
    calendar = draw(CALENDARS)
    settled = st.dates(calendar.first, max(calendar.first, calendar.settled_through))
    started = draw(settled | days_in(calendar))
    limit, *extra = draw(_limits())
    clock = Clock(
        Sourced(EventKind.accept, draw(citations())),
        Sourced(limit, draw(citations())),
        started,
        tuple(extra),
    )
    due = _slow_due(calendar, started, (limit, *extra))
    near = st.integers(-8, 14).map(lambda days: due + timedelta(days=days))
    done, as_of = draw(st.none() | near), draw(near)
    return calendar, clock, done, max(as_of, done or as_of)


class TestStatus:
    """Done by the last day is in time, later is late; not done is open, then overdue."""

    @pytest.mark.parametrize(
        ("done", "as_of", "status", "overdue"),
        [
            (None, "2025-10-22", "open", 0),
            (None, "2025-10-23", "open", 0),
            (None, "2025-10-24", "overdue", 1),
            (None, "2025-10-25", "overdue", 1),  # Saturday
            (None, "2025-10-27", "overdue", 2),
            ("2025-09-26", "2025-10-01", "met", 0),
            ("2025-10-23", "2025-10-23", "met", 0),
            ("2025-10-23", "2026-03-31", "met", 0),
            ("2025-10-24", "2025-10-24", "late", 1),
            ("2025-10-26", "2026-03-31", "late", 1),  # Sunday
            ("2025-10-27", "2026-03-31", "late", 2),
        ],
    )
    def test_fifteen_working_days_from_friday_26_september_end_on_23_october(
        self, done: str | None, as_of: str, status: str, overdue: int
    ) -> None:
        # Sunday 28 September and Saturday 11 October are worked; 1 to 8 October are not.
        outcome = _judge(_clock("2025-09-26", WorkingDays(15)), done, as_of)
        assert outcome.due == day("2025-10-23")
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)
        assert outcome.certainty is Certainty.settled
        assert outcome.earliest == outcome.latest == outcome.due

    @pytest.mark.parametrize(
        ("as_of", "status"), [("2025-03-08", "overdue"), ("2025-03-07", "open")]
    )
    def test_past_a_friday_the_saturday_is_overdue_by_no_working_day(
        self, as_of: str, status: str
    ) -> None:
        outcome = _judge(_clock("2025-03-03", WorkingDays(4)), None, as_of)
        assert outcome.due == day("2025-03-07")
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], 0)

    @pytest.mark.parametrize(
        ("done", "code", "told"),
        [
            (
                None,
                "deadline.overdue_at_rest",
                "截至 2025-03-09 尚未完成，期限已过，不足 1 个工作日",
            ),
            (
                "2025-03-09",
                "deadline.late_at_rest",
                "于 2025-03-09 完成，期限已过，不足 1 个工作日",
            ),
        ],
    )
    @pytest.mark.parametrize("still", [(), (Suspension(day("2025-06-02"), day("2025-06-03")),)])
    def test_no_sentence_says_that_it_is_late_by_no_days(
        self, done: str | None, code: str, told: str, still: tuple[Suspension, ...]
    ) -> None:
        clock = _clock("2025-03-03", WorkingDays(4))._replace(suspensions=still)
        decision = judge(clock, day(done) if done else None, day("2025-03-09"), MAINLAND)
        last = decision.reasons[-1]
        assert (last.code, last.text()) == (code, told)
        assert dict(last.facts)["days"] == 0

    def test_done_before_the_limit_even_began_is_in_time(self) -> None:
        outcome = _judge(_clock("2025-09-26", WorkingDays(15)), "2025-09-01", "2025-12-01")
        assert outcome.status is Status.met

    @FEWER
    @given(_situations())
    def test_a_settled_limit_stands_where_the_slow_loop_puts_it(
        self, situation: tuple[WorkCalendar, Clock, date | None, date]
    ) -> None:
        calendar, clock, done, as_of = situation
        assert clock.started is not None
        assert not isinstance(clock.limit.value, Absent)
        decision = judge(clock, done, as_of, calendar)
        assert_explained(decision)
        outcome = deadline_of(decision)
        due = _slow_due(calendar, clock.started, (clock.limit.value, *clock.extra))
        assert outcome.due == due
        if outcome.certainty is Certainty.provisional:
            assert due > calendar.settled_through
            return
        behind = (done or as_of) > due
        if done:
            assert outcome.status is (Status.late if behind else Status.met)
        else:
            assert outcome.status is (Status.overdue if behind else Status.open)
        assert outcome.overdue_working_days == _slow_overdue(calendar, due, done or as_of)
        assert outcome.earliest == outcome.latest == due

    @FEWER
    @given(_situations(), st.integers(0, 200))
    def test_a_later_day_never_changes_what_was_done(
        self, situation: tuple[WorkCalendar, Clock, date | None, date], days: int
    ) -> None:
        calendar, clock, done, as_of = situation
        done = done or as_of
        now = judge(clock, done, as_of, calendar).outcome
        assert judge(clock, done, as_of + timedelta(days=days), calendar).outcome == now

    @FEWER
    @given(_situations())
    def test_the_answer_is_as_firm_as_start_limit_and_counting(
        self, situation: tuple[WorkCalendar, Clock, date | None, date]
    ) -> None:
        calendar, clock, done, as_of = situation
        decision = judge(clock, done, as_of, calendar)
        rests_on = (clock.start.citation, clock.limit.citation, COUNTING)
        assert decision.weakest == weakest(rests_on)


class TestProvisional:
    """Past the last notice a limit lies between bounds: nobody is called late inside them."""

    # From Sunday 20 December 2026 six working days are settled, nine are not.
    CLOCK = _clock("2026-12-20", WorkingDays(15))
    BOUNDS = (day("2027-01-06"), day("2027-01-11"), day("2027-01-14"))

    @pytest.mark.parametrize(
        ("done", "as_of", "status", "overdue", "code"),
        [
            (None, "2027-01-06", "open", 0, "deadline.open"),
            (None, "2027-01-07", "open", 0, "deadline.open_between"),
            (None, "2027-01-14", "open", 0, "deadline.open_between"),
            (None, "2027-01-15", "overdue", 4, "deadline.overdue"),
            ("2027-01-06", "2027-02-01", "met", 0, "deadline.met"),
            ("2027-01-07", "2027-02-01", "undetermined", 0, "deadline.done_between"),
            ("2027-01-14", "2027-02-01", "undetermined", 0, "deadline.done_between"),
            ("2027-01-15", "2027-02-01", "late", 4, "deadline.late"),
        ],
    )
    def test_fifteen_working_days_over_the_new_year_of_2027(
        self, done: str | None, as_of: str, status: str, overdue: int, code: str
    ) -> None:
        decision = judge(self.CLOCK, day(done) if done else None, day(as_of), MAINLAND)
        outcome = deadline_of(decision)
        assert (outcome.earliest, outcome.due, outcome.latest) == self.BOUNDS
        assert outcome.certainty is Certainty.provisional
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)
        said = codes(decision.reasons)
        assert said[-1] == code
        assert "deadline.provisional" in said
        assert ("deadline.expected_count" in said) is (overdue > 0)

    def test_the_reason_names_the_bounds_and_the_year_that_is_awaited(self) -> None:
        (reason,) = [
            one
            for one in judge(self.CLOCK, None, day("2027-01-01"), MAINLAND).reasons
            if one.code == "deadline.provisional"
        ]
        assert dict(reason.facts) == {
            "earliest": day("2027-01-06"),
            "latest": day("2027-01-14"),
            "year": 2027,
        }

    @FEWER
    @given(_situations())
    def test_between_the_bounds_open_is_open_and_done_cannot_be_told(
        self, situation: tuple[WorkCalendar, Clock, date | None, date]
    ) -> None:
        calendar, clock, done, as_of = situation
        assert clock.started is not None
        assert not isinstance(clock.limit.value, Absent)
        outcome = deadline_of(judge(clock, done, as_of, calendar))
        last = last_day(calendar, clock.started, clock.limit.value, *clock.extra)
        assert last is not None
        assert (outcome.earliest, outcome.latest) == (last.earliest, last.latest)
        then = done or as_of
        if last.earliest < then <= last.latest:
            assert outcome.status is (Status.undetermined if done else Status.open)
            assert outcome.overdue_working_days == 0
        elif then > last.latest:
            assert outcome.status is (Status.late if done else Status.overdue)
            overdue = _slow_overdue(calendar, last.due, then)
            assert outcome.overdue_working_days == overdue
        else:
            assert outcome.status is (Status.met if done else Status.open)
            assert outcome.overdue_working_days == 0


class TestCounting:
    """Each unit is counted in its own way, and the answer says in which."""

    @pytest.mark.parametrize(
        ("limits", "due", "code"),
        [
            ((WorkingDays(1),), "2025-10-09", "counting.working_days"),
            ((CalendarDays(1),), "2025-10-09", "counting.calendar_days"),
            ((Months(1),), "2025-10-30", "counting.months"),
            ((CalendarDays(60),), "2025-12-01", "counting.calendar_days"),
            ((CalendarDays(60), CalendarDays(30)), "2025-12-29", "counting.calendar_days"),
        ],
    )
    def test_from_30_september_2025(self, limits: tuple[Period, ...], due: str, code: str) -> None:
        decision = judge(_clock("2025-09-30", *limits), None, day("2025-09-30"), MAINLAND)
        assert deadline_of(decision).due == day(due)
        assert codes(decision.reasons) == [
            "deadline.started",
            "deadline.counted",
            code,
            "deadline.open",
        ]

    def test_each_reason_rests_on_its_own_citation(self) -> None:
        decision = judge(_clock("2025-09-30", WorkingDays(1)), None, day("2025-09-30"), MAINLAND)
        cited = [reason.citation for reason in decision.reasons]
        assert cited == [START, LIMIT, COUNTING, None]
        assert COUNTING.basis is Basis.interpreted

    def test_the_counted_periods_and_days_are_named(self) -> None:
        clock = _clock("2025-09-30", CalendarDays(60), CalendarDays(30))
        started, counted, *_ = judge(clock, None, day("2025-10-01"), MAINLAND).reasons
        assert dict(started.facts) == {"event": EventKind.accept, "start": day("2025-09-30")}
        assert dict(counted.facts) == {
            "period": (CalendarDays(60), CalendarDays(30)),
            "due": day("2025-12-29"),
        }

    def test_more_time_of_another_unit_is_misuse(self) -> None:
        clock = _clock("2025-09-30", CalendarDays(60), WorkingDays(5))
        with pytest.raises(MisuseError):
            judge(clock, None, day("2025-10-01"), MAINLAND)

    @FEWER
    @given(_situations())
    def test_more_time_is_never_less(
        self, situation: tuple[WorkCalendar, Clock, date | None, date]
    ) -> None:
        calendar, clock, done, as_of = situation
        shorter = Clock(clock.start, clock.limit, clock.started)
        due = deadline_of(judge(clock, done, as_of, calendar)).due
        less = deadline_of(judge(shorter, done, as_of, calendar)).due
        assert due is not None
        assert less is not None
        assert less <= due


class TestUnknown:
    """What is needed and not known is named; nothing is guessed and nothing raised."""

    def test_without_the_start_event_the_limit_has_not_started(self) -> None:
        decision = judge(_clock(None, WorkingDays(5)), None, day("2025-10-01"), MAINLAND)
        assert decision.outcome == Deadline(Status.not_started)
        assert deadline_of(decision).overdue_working_days == 0
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("deadline.not_started", START)
        assert dict(reason.facts) == {"event": EventKind.accept}

    @given(
        sourced(st.just(EventKind.accept)),
        sourced(periods()),
        st.none() | st.just(date(2025, 9, 30)),
    )
    def test_a_silent_value_is_named_and_a_value_that_is_none_sets_no_limit(
        self, start: Sourced[EventKind], limit: Sourced[Period], started: date | None
    ) -> None:
        decision = judge(Clock(start, limit, started), None, day("2025-09-30"), MAINLAND)
        assert_explained(decision)
        absent = next((one for one in (start, limit) if isinstance(one.value, Absent)), None)
        if absent is None:
            assert deadline_of(decision).status in {Status.open, Status.not_started}
            return
        (reason,) = decision.reasons
        assert reason.citation == absent.citation
        if absent.value is Absent.silent:
            assert decision.outcome == Deadline(Status.undetermined)
            assert reason.code == "value.silent"
        else:
            assert decision.outcome is Absent.none
            assert reason.code == "deadline.no_limit"

    @pytest.mark.parametrize(
        ("started", "done", "as_of"),
        [
            ("2003-06-01", None, "2003-06-02"),  # before the first calendar day
            ("2003-12-30", None, "2004-01-05"),
            ("2035-12-20", None, "2035-12-21"),  # the last day lies past the table
            ("2025-09-30", None, "2036-01-01"),  # the day asked about does
            ("2025-09-30", "2036-01-01", "2036-01-02"),
        ],
    )
    def test_outside_the_calendar_it_cannot_be_told(
        self, started: str, done: str | None, as_of: str
    ) -> None:
        clock = _clock(started, WorkingDays(15))
        decision = judge(clock, day(done) if done else None, day(as_of), MAINLAND)
        assert_explained(decision)
        assert decision.outcome == Deadline(Status.undetermined)
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("deadline.outside_calendar", COUNTING)
        assert dict(reason.facts) == {"start": day(started), "period": (WorkingDays(15),)}

    def test_the_last_day_of_the_calendar_is_inside(self) -> None:
        outcome = _judge(_clock("2025-09-30", WorkingDays(15)), None, str(MAINLAND.last))
        assert outcome.status is Status.overdue

    def test_what_was_done_inside_the_calendar_stays_told_when_asked_later(self) -> None:
        outcome = _judge(_clock("2025-09-30", WorkingDays(15)), "2025-10-09", "2036-01-01")
        assert outcome.status is Status.met


class TestCountedPastTheNotices:
    """Overdue days past the last notice are expected ones, and the answer says so."""

    def test_a_settled_limit_overdue_into_an_unannounced_year(self) -> None:
        clock = _clock("2026-11-02", WorkingDays(1))
        decision = judge(clock, None, day("2027-03-01"), MAINLAND)
        assert deadline_of(decision).certainty is Certainty.settled
        (reason,) = [one for one in decision.reasons if one.code == "deadline.expected_count"]
        assert reason.text() == (
            "2026-12-28 以后的工作日按预计计算，2027年放假安排公布后逾期日数可能变动"
        )

    def test_within_the_notices_nothing_is_said(self) -> None:
        clock = _clock("2026-11-02", WorkingDays(1))
        decision = judge(clock, None, day("2026-12-28"), MAINLAND)
        assert "deadline.expected_count" not in codes(decision.reasons)

    def test_a_region_that_has_not_told_its_days_is_named(self) -> None:
        guangxi = mainland_calendar("450000")
        clock = _clock("2024-12-10", WorkingDays(5))
        decision = judge(clock, None, day("2025-05-06"), guangxi)
        assert deadline_of(decision).certainty is Certainty.settled
        (reason,) = [one for one in decision.reasons if one.code.startswith("deadline.expected")]
        assert reason.text().startswith("地区 450000 2025 年放假安排未录入齐全，2024-12-31 以后")

    def test_a_last_day_in_such_a_year_is_provisional(self) -> None:
        guangxi = mainland_calendar("450000")
        decision = judge(_clock("2025-03-03", WorkingDays(15)), None, day("2025-03-10"), guangxi)
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.certainty) == (Status.open, Certainty.provisional)
        (reason,) = [one for one in decision.reasons if one.code == "deadline.provisional_region"]
        assert reason.text().startswith("地区 450000 2025 年放假安排未录入齐全")


class TestStandstill:
    """A limit that stood still ends later; while it stands still nobody can tell when."""

    CLOCK = _clock("2026-01-05", WorkingDays(5))

    @pytest.mark.parametrize(
        ("begin", "end", "due"),
        [("2026-01-06", "2026-01-08", "2026-01-14"), ("2026-01-20", "2026-01-21", "2026-01-12")],
    )
    def test_on_the_wall(self, begin: str, end: str, due: str) -> None:
        still = (Suspension(day(begin), day(end)),)
        decision = judge(self.CLOCK._replace(suspensions=still), None, day("2026-01-05"), MAINLAND)
        assert_explained(decision)
        assert deadline_of(decision).due == day(due)
        assert "deadline.stood_still" in codes(decision.reasons)

    def test_it_rests_on_its_own_reading_and_not_on_how_days_are_counted(self) -> None:
        still = (Suspension(day("2026-01-06"), day("2026-01-08")),)
        decision = judge(self.CLOCK._replace(suspensions=still), None, day("2026-01-05"), MAINLAND)
        (told,) = [one for one in decision.reasons if one.code == "deadline.stood_still"]
        assert told.citation is STANDING_STILL
        assert STANDING_STILL.basis is Basis.interpreted

    @pytest.mark.parametrize(("done", "status"), [(None, "open"), ("2026-01-19", "met")])
    def test_without_end_its_last_day_cannot_be_told_but_it_is_in_time(
        self, done: str | None, status: str
    ) -> None:
        still = (Suspension(day("2026-01-06")),)
        clock = self.CLOCK._replace(suspensions=still)
        decision = judge(clock, day(done) if done else None, day("2026-01-20"), MAINLAND)
        assert_explained(decision)
        assert decision.outcome == Deadline(Status[status])
        (reason,) = decision.reasons
        assert reason.text() == "自 2026-01-06 起暂停计时，尚未恢复，届满日无法确定"

    @FEWER
    @given(_situations(), st.data())
    def test_it_ends_where_the_slow_loop_puts_it(
        self,
        situation: tuple[WorkCalendar, Clock, date | None, date],
        data: st.DataObject,
    ) -> None:
        calendar, clock, done, as_of = situation
        limit = clock.limit.value
        assert clock.started is not None
        if isinstance(limit, SameDay | Absent):
            return
        limit = evolve(limit, count=limit.count + sum(one.count for one in clock.extra))
        still = data.draw(standstills(clock.started))
        decision = judge(clock._replace(suspensions=still), done, as_of, calendar)
        assert_explained(decision)
        worked = slow_working_day(calendar)
        due = deadline_of(decision).due
        assert due is None or due == slow_last_day(worked, clock.started, limit, still)
        plain = deadline_of(judge(clock, done, as_of, calendar)).due
        assert due is None or plain is None or due >= plain


class TestRights:
    """A right of the petitioner lapses; nobody is overdue who does not use it."""

    @pytest.mark.parametrize(
        ("start", "as_of", "status"),
        [
            ("2025-03-03", "2025-04-02", "open"),
            ("2025-03-03", "2025-04-03", "lapsed"),
            # 30 days from 20 December 2026 end on a day that no notice settles yet.
            ("2026-12-20", "2027-01-15", "open"),
            ("2026-12-20", "2027-03-31", "lapsed"),
        ],
    )
    def test_it_lapses_after_the_latest_last_day(self, start: str, as_of: str, status: str) -> None:
        decision = judge_right(_clock(start, CalendarDays(30)), None, day(as_of), MAINLAND)
        assert_explained(decision)
        assert deadline_of(decision).status is Status[status]
        assert deadline_of(decision).overdue_working_days == 0
        assert not {"deadline.overdue", "deadline.expected_count"} & set(codes(decision.reasons))


class TestSetDay:
    """A last day that somebody set is that day, worked or not."""

    WHY = judge(_clock(None, WorkingDays(1)), None, date(2025, 1, 1), MAINLAND).reasons[0]

    @given(days_in(MAINLAND), st.none() | days_in(MAINLAND), days_in(MAINLAND))
    def test_it_is_met_through_that_very_day(
        self, due: date, done: date | None, as_of: date
    ) -> None:
        decision = judge_day(due, self.WHY, done, as_of, MAINLAND)
        assert_explained(decision)
        outcome = deadline_of(decision)
        late = (done or as_of) > due
        in_time, behind = (Status.met, Status.late) if done else (Status.open, Status.overdue)
        assert outcome.status is (behind if late else in_time)
        assert (outcome.due, outcome.certainty) == (due, Certainty.settled)
        overdue = _slow_overdue(MAINLAND, due, done or as_of) if late else 0
        assert outcome.overdue_working_days == overdue

    @pytest.mark.parametrize(
        ("due", "as_of"), [("2003-12-31", "2025-01-01"), ("2025-01-01", "2036-01-01")]
    )
    def test_outside_the_calendar(self, due: str, as_of: str) -> None:
        decision = judge_day(day(due), self.WHY, None, day(as_of), MAINLAND)
        assert_explained(decision)
        assert decision.outcome == Deadline(Status.undetermined)
