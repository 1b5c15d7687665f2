"""By when must the matter be resolved?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import DAYS, FEWER, FLAGS, histories
from strategies_params import params
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.case import Event
from xinfang_core.context import without_assumed
from xinfang_core.deadline import Deadline
from xinfang_core.deadline_reasons import NO_PAST_DAY
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.resolution_deadline import (
    BY_PLAN,
    CONCLUSION_AS_RESOLUTION,
    NEEDS_KIND,
    UNTIL_FOUND_UNRESOLVABLE,
    Params,
    decide,
)
from xinfang_core.sources import Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Force,
    Severity,
    Status,
    Undetermined,
    WorkKind,
)

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import History
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
POLICY = load_policy("qiaocheng")
WORKING = present(POLICY.on(day("2025-01-01")).limits.resolution_deadline)
CALENDAR = present(
    POLICY.with_variant("calendar_days").on(day("2025-01-01")).limits.resolution_deadline
)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()
KINDS = st.sampled_from((*WorkKind, Undetermined.undetermined, Absent.none))
GENERAL, DATED, MAJOR = WorkKind.general, WorkKind.dated, WorkKind.major


def _decide(
    history: History,
    as_of: str,
    kind: WorkKind | Undetermined = GENERAL,
    own: str | None = None,
    *,
    resolvable: bool | None = True,
    found: Params = WORKING,
) -> Decision[Deadline]:
    own_deadline = day(own) if own else None
    decision = decide(
        kind, own_deadline, history, day(as_of), found, MAINLAND, resolvable=resolvable
    )
    assert_explained(decision)
    return decision


def _forced(kind: WorkKind, value: Force | Absent) -> Params:
    cell = evolve(WORKING.force[kind], value=value)
    return evolve(WORKING, force=Table({**WORKING.force.cells, kind: cell}))


class TestSeven:
    """The 7: general work without a date of its own that can be resolved, seven days."""

    @pytest.mark.parametrize(
        ("assigned", "working", "calendar"),
        [
            ("2025-03-03", "2025-03-12", "2025-03-10"),
            ("2025-09-30", "2025-10-16", "2025-10-09"),
        ],
    )
    def test_worked_examples(self, assigned: str, working: str, calendar: str) -> None:
        history = recorded(assign=assigned)
        assert deadline_of(_decide(history, assigned)).due == day(working)
        assert deadline_of(_decide(history, assigned, found=CALENDAR)).due == day(calendar)

    def test_what_cannot_be_resolved_has_no_limit(self) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-12-31", resolvable=False)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["resolution_deadline.unresolvable"]
        assert decision.findings == ()

    def test_while_nobody_recorded_whether_it_can_the_limit_applies(self) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-03-03", resolvable=None)
        assert deadline_of(decision).due == day("2025-03-12")
        assert decision.reasons[0].citation == UNTIL_FOUND_UNRESOLVABLE


class TestMonth:
    """The second 1: major problems and some complex ones, one month, not thirty days."""

    @pytest.mark.parametrize(
        ("assigned", "due"),
        [
            ("2025-03-03", "2025-04-03"),
            ("2025-01-31", "2025-02-28"),
            ("2025-09-30", "2025-10-30"),
            ("2025-04-01", "2025-05-06"),  # 05-01 to 05-05 are days off
        ],
    )
    def test_worked_examples(self, assigned: str, due: str) -> None:
        history = recorded(assign=assigned)
        for found in (WORKING, CALENDAR):
            outcome = deadline_of(_decide(history, assigned, MAJOR, found=found))
            assert outcome.due == day(due)

    @pytest.mark.parametrize("resolvable", [None, False, True])
    def test_it_holds_whether_it_can_be_resolved_or_not(self, *, resolvable: bool | None) -> None:
        decision = _decide(
            recorded(assign="2025-03-03"), "2025-03-03", MAJOR, resolvable=resolvable
        )
        assert deadline_of(decision).due == day("2025-04-03")

    def test_a_date_of_its_own_stands_beside_it(self) -> None:
        history = recorded(assign="2025-03-03")
        decision = _decide(history, "2025-03-21", MAJOR, "2025-03-20")
        assert deadline_of(decision).status is Status.open
        (finding,) = decision.findings
        assert finding.reason.code == "resolution_deadline.past_own_date"
        assert finding.severity is Severity.violation
        assert _decide(history, "2025-03-20", MAJOR, "2025-03-20").findings == ()


def _plan(on: str, until: str | None) -> Event:
    return Event(EventKind.plan, day(on), until=day(until) if until else None)


class TestPlan:
    """What really cannot be resolved in the month gets a plan with dates; the work goes by them."""

    @pytest.mark.parametrize(
        ("plans", "due"),
        [
            ([("2025-04-03", "2025-06-30")], "2025-06-30"),
            ([("2025-03-10", "2025-05-31")], "2025-05-31"),  # a Saturday stays what was set
            ([("2025-04-07", "2025-06-30")], "2025-04-03"),  # too late
            ([("2025-03-20", None)], "2025-04-03"),
            ([("2025-03-20", "2025-03-28")], "2025-04-03"),  # it takes nothing off the month
            ([("2025-04-01", "2025-05-30"), ("2025-05-30", "2025-07-31")], "2025-07-31"),
            ([("2025-04-01", "2025-05-30"), ("2025-06-03", "2025-07-31")], "2025-05-30"),
            ([("2025-03-10", "2025-06-30"), ("2025-04-01", "2025-05-09")], "2025-05-09"),
            ([("2025-03-10", "2025-06-30"), ("2025-03-20", "2025-03-28")], "2025-04-03"),
            ([("2025-03-20", None), ("2025-04-02", "2025-05-30")], "2025-05-30"),
        ],
    )
    def test_worked_examples(self, plans: list[tuple[str, str | None]], due: str) -> None:
        history = recorded(*(_plan(*one) for one in plans), assign="2025-03-03")
        assert deadline_of(_decide(history, "2025-08-01", MAJOR)).due == day(due)

    def test_the_reason_names_the_plan_after_how_the_month_was_counted(self) -> None:
        history = recorded(_plan("2025-03-20", "2025-05-30"), assign="2025-03-03")
        decision = _decide(history, "2025-04-10", MAJOR)
        assert deadline_of(decision).status is Status.open
        assert decision.findings == ()
        assert codes(decision.reasons) == [
            "deadline.started",
            "deadline.counted",
            "counting.months",
            "resolution_deadline.by_plan",
            "deadline.open",
        ]
        assert decision.reasons[3].citation == BY_PLAN

    @pytest.mark.parametrize("resolved", [None, "2025-06-03"])
    def test_past_its_day_is_a_violation(self, resolved: str | None) -> None:
        days = {"resolve": resolved} if resolved else {}
        history = recorded(_plan("2025-03-20", "2025-05-30"), assign="2025-03-03", **days)
        (finding,) = _decide(history, "2025-06-10", MAJOR).findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "resolution_deadline.past_plan"

    @pytest.mark.parametrize(("kind", "due"), [(GENERAL, "2025-03-12"), (DATED, "2025-03-20")])
    def test_other_work_keeps_its_own_limit(self, kind: WorkKind, due: str) -> None:
        history = recorded(_plan("2025-03-10", "2025-05-30"), assign="2025-03-03")
        assert deadline_of(_decide(history, "2025-03-10", kind, "2025-03-20")).due == day(due)

    def test_without_a_hand_over_there_is_no_month_to_make_it_in(self) -> None:
        history = recorded(_plan("2025-03-20", "2025-05-30"))
        assert deadline_of(_decide(history, "2025-04-10", MAJOR)).status is Status.not_started

    @given(st.integers(0, 60), st.integers(0, 200), st.integers(0, 250))
    def test_a_plan_never_makes_the_day_earlier(self, made: int, until: int, asked: int) -> None:
        start = day("2025-03-03")
        plan, to, on = (str(start + timedelta(one)) for one in (made, until, asked))
        bare = deadline_of(_decide(recorded(assign="2025-03-03"), on, MAJOR))
        planned = recorded(_plan(plan, to), assign="2025-03-03")
        assert present(deadline_of(_decide(planned, on, MAJOR)).due) >= present(bare.due)


class TestOwnDate:
    """Work that was given a date keeps to it; the 7 does not apply."""

    def test_the_day_itself_even_a_day_of_rest(self) -> None:
        history = recorded(assign="2025-03-03")
        decision = _decide(history, "2025-03-03", DATED, "2025-03-22")  # a Saturday
        assert deadline_of(decision).due == day("2025-03-22")
        assert decision.reasons[0].citation == WORKING.limit[DATED].citation

    def test_beside_a_limit_of_its_own_a_slip_changes_nothing(self) -> None:
        history = recorded(assign="2025-03-03")
        slip = _decide(history, "2025-12-31", MAJOR, "2025-03-02")
        plain = _decide(history, "2025-12-31", MAJOR)
        assert (slip.outcome, slip.findings) == (plain.outcome, plain.findings)
        assert slip.reasons == (slip.reasons[0], *plain.reasons)
        assert slip.reasons[0].citation is NO_PAST_DAY

    def test_a_date_before_the_hand_over_is_a_slip_and_makes_nobody_late(self) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-12-31", DATED, "2025-03-02")
        assert decision.outcome == Deadline(Status.undetermined)
        assert codes(decision.reasons) == ["resolution_deadline.own_date_past"]
        assert decision.reasons[0].citation is NO_PAST_DAY
        assert decision.findings == ()

    def test_it_needs_no_hand_over(self) -> None:
        decision = _decide(recorded(resolve="2025-03-20"), "2025-03-31", DATED, "2025-03-20")
        assert deadline_of(decision).status is Status.met

    def test_without_a_day_there_is_no_limit(self) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-03-31", DATED)
        assert decision.outcome is Absent.none


class TestForce:
    """In principle (原则上) is a force: it says how grave it is that a limit was missed."""

    @pytest.mark.parametrize(
        ("value", "severity"),
        [
            (Force.in_principle, Severity.warning),
            (Force.must, Severity.violation),
            (Absent.silent, Severity.notice),
        ],
    )
    @pytest.mark.parametrize("resolved", [None, "2025-03-14"])
    def test_late_or_overdue_is_as_grave_as_the_force(
        self, value: Force | Absent, severity: Severity, resolved: str | None
    ) -> None:
        days = {"resolve": resolved} if resolved else {}
        history = recorded(assign="2025-03-03", **days)
        decision = _decide(history, "2025-03-14", found=_forced(GENERAL, value))
        (finding,) = decision.findings
        assert finding.severity is severity
        assert finding.reason.citation == WORKING.force[GENERAL].citation

    def test_the_source_says_in_principle_of_both_limits(self) -> None:
        for kind in (GENERAL, MAJOR):
            force = WORKING.force[kind]
            assert (force.value, force.citation.basis) == (Force.in_principle, Basis.stated)
        assert WORKING.force[DATED].citation.basis is Basis.assumed

    def test_in_time_there_is_nothing_to_find(self) -> None:
        history = recorded(assign="2025-03-03", resolve="2025-03-12")
        assert _decide(history, "2025-03-31").findings == ()
        assert _decide(recorded(assign="2025-03-03"), "2025-03-12").findings == ()


class TestResolved:
    """The day of resolution counts; where only a conclusion is recorded, its day."""

    def test_the_resolution_comes_first(self) -> None:
        history = recorded(assign="2025-03-03", resolve="2025-03-12", conclude="2025-03-20")
        assert deadline_of(_decide(history, "2025-03-31")).status is Status.met

    def test_a_conclusion_stands_for_it_with_a_reason(self) -> None:
        decision = _decide(recorded(assign="2025-03-03", conclude="2025-03-12"), "2025-03-31")
        assert deadline_of(decision).status is Status.met
        assert decision.reasons[0].citation == CONCLUSION_AS_RESOLUTION

    @pytest.mark.parametrize("kind", ["resolve", "conclude"])
    def test_after_a_reopening_the_first_verdict_stays_told(self, kind: str) -> None:
        history = recorded(assign="2025-03-03", reopen="2025-03-11", **{kind: "2025-03-10"})
        for known in (history, recorded(*history.events, resolve="2025-06-16")):
            decision = _decide(known, "2025-06-30")
            assert decision.outcome == Deadline(Status.undetermined)
            assert dict(decision.reasons[0].facts)["status"] is Status.met

    def test_what_was_late_before_is_no_firmer_than_where_it_is_counted_from(self) -> None:
        """That seven days run from the assignment is assumed: the first round rests on it too."""
        history = recorded(assign="2025-03-03", resolve="2025-03-20", reopen="2025-03-21")
        decision = _decide(history, "2025-06-30")
        assert codes(decision.findings) == ["resolution_deadline.behind", "deadline.late_before"]
        told = [one.reason for one in decision.findings] + [decision.reasons[0]]
        assert {one.citation for one in told} == {WORKING.start.citation}
        assert without_assumed(decision).findings == ()

    def test_assigned_and_accepted_anew_it_is_owed_anew(self) -> None:
        days = {"resolve": "2025-03-10", "reopen": "2025-03-11", "accept": "2025-03-12"}
        again = Event(EventKind.assign, day("2025-03-12"))
        outcome = deadline_of(_decide(recorded(again, assign="2025-03-03", **days), "2025-03-24"))
        assert (outcome.due, outcome.status) == (day("2025-03-21"), Status.overdue)

    def test_the_day_of_the_first_assignment_is_none_of_the_second(self) -> None:
        days = {"resolve": "2025-03-10", "reopen": "2025-03-11", "accept": "2025-03-12"}
        again = Event(EventKind.assign, day("2025-03-12"))
        history = recorded(again, assign="2025-03-03", **days)
        decision = _decide(history, "2025-03-24", DATED, "2025-03-10")
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("own_deadline",)

    def test_work_of_unknown_kind_cannot_be_told(self) -> None:
        history = recorded(assign="2025-03-03")
        decision = _decide(history, "2025-03-31", Undetermined.undetermined)
        assert deadline_of(decision).status is Status.undetermined
        assert [one.citation for one in decision.reasons] == [NEEDS_KIND]


class TestTotality:
    """Any facts have an answer, and a finding is there exactly where a limit was missed."""

    @FEWER
    @given(CALENDARS, KINDS, st.none() | DAYS, params(Params), st.data())
    def test_every_combination_has_an_answer(
        self,
        calendar: WorkCalendar,
        kind: WorkKind | Undetermined | Absent,
        own: date | None,
        found: Params,
        data: st.DataObject,
    ) -> None:
        history, as_of = data.draw(histories(days_in(calendar))), data.draw(days_in(calendar))
        resolvable = data.draw(FLAGS)
        decision = decide(kind, own, history, as_of, found, calendar, resolvable=resolvable)
        assert_explained(decision)
        outcome = decision.outcome
        behind = isinstance(outcome, Deadline) and outcome.status in {Status.late, Status.overdue}
        beside = own is not None and kind is not DATED
        # What was missed before a reopening stays told.
        rounds = 1 + len(history.all(EventKind.reopen))
        assert rounds > 1 or len(decision.findings) <= int(behind) + int(beside)
        assert not behind or decision.findings
