"""When is the next monthly report due on what could not be resolved?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER, histories
from strategies_params import params
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.case import Event
from xinfang_core.context import without_assumed
from xinfang_core.deadline import Deadline
from xinfang_core.periods import LONGEST, CalendarDays, Period
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.progress_report_deadline import EACH_TURN, Params, decide
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Severity,
    Status,
    Undetermined,
    WorkKind,
)

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
QIAOCHENG = present(load_policy("qiaocheng").on(day("2025-01-01")).limits.progress_report_deadline)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()
KINDS = st.sampled_from((*WorkKind, Undetermined.undetermined, Absent.none))
MAJOR = WorkKind.major
OVERDUE, OPEN = Deadline(Status.overdue), Deadline(Status.open)
RESOLUTIONS = st.sampled_from((*map(Deadline, Status), Undetermined.undetermined, Absent.none))


def _plan(on: str, until: str | None = "2025-12-31") -> Event:
    return Event(EventKind.plan, day(on), until=day(until) if until else None)


def _reports(*days: str) -> list[Event]:
    return [Event(EventKind.report, day(one)) for one in days]


def _decide(
    history: History,
    as_of: str,
    resolution: Deadline | Undetermined | Absent = OVERDUE,
    kind: WorkKind | Undetermined = MAJOR,
    found: Params = QIAOCHENG,
) -> Decision[Deadline]:
    decision = decide(kind, resolution, history, day(as_of), found, MAINLAND)
    assert_explained(decision)
    return decision


def _every(value: Period | Absent, kind: WorkKind = MAJOR) -> Params:
    cell: Sourced[Period] = Sourced(value, QIAOCHENG.every[kind].citation)
    return evolve(QIAOCHENG, every=Table({**QIAOCHENG.every.cells, kind: cell}))


class TestMonths:
    """A report every month from the plan on, each last day counted from it and rolled singly."""

    @pytest.mark.parametrize(
        ("as_of", "due"),
        [
            ("2025-01-31", "2025-02-28"),
            ("2025-02-28", "2025-02-28"),
            ("2025-03-01", "2025-03-31"),
            ("2025-03-31", "2025-03-31"),
            ("2025-04-01", "2025-04-30"),
            ("2025-05-02", "2025-06-03"),  # 05-31 is a Saturday, 06-02 a holiday
        ],
    )
    def test_worked_examples(self, as_of: str, due: str) -> None:
        outcome = deadline_of(_decide(recorded(_plan("2025-01-31")), as_of))
        assert (outcome.status, outcome.due) == (Status.open, day(due))

    def test_it_is_told_as_the_report_of_its_month(self) -> None:
        decision = _decide(recorded(_plan("2025-01-31")), "2025-03-01")
        told = [one.text() for one in decision.reasons]
        assert "第 2 期进展报告（1个月一期），至迟 2025-03-31 提出" in told
        assert not [one for one in told if "2个月" in one]

    def test_the_next_report_follows_one_that_was_made(self) -> None:
        history = recorded(_plan("2025-01-31"), *_reports("2025-02-20"))
        outcome = deadline_of(_decide(history, "2025-02-21"))
        assert outcome.due == day("2025-03-31")

    def test_a_turn_without_a_report_is_a_violation_that_names_its_day(self) -> None:
        history = recorded(_plan("2025-01-31"), *_reports("2025-03-10"))
        decision = _decide(history, "2025-04-10")
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "progress_report_deadline.missed"
        assert dict(finding.reason.facts) == {"days": (day("2025-02-28"),)}

    def test_a_late_report_counts_for_the_turn_it_was_made_in(self) -> None:
        history = recorded(_plan("2025-01-31"), *_reports("2025-03-01"))
        decision = _decide(history, "2025-03-02")
        assert codes(decision.findings) == ["progress_report_deadline.missed"]
        assert deadline_of(decision).due == day("2025-04-30")

    def test_a_report_on_the_day_of_the_plan_is_none_yet(self) -> None:
        history = recorded(_plan("2025-01-31"), *_reports("2025-01-31"))
        assert deadline_of(_decide(history, "2025-02-01")).due == day("2025-02-28")

    def test_a_provisional_day_that_may_be_later_is_not_called_missed(self) -> None:
        history = recorded(_plan("2026-12-04", None))
        decision = _decide(history, "2027-01-05")
        assert "progress_report_deadline.missed" not in codes(decision.findings)
        later = _decide(history, "2027-01-20")
        assert "progress_report_deadline.missed" in codes(later.findings)

    def test_from_when_the_months_count_is_assumed(self) -> None:
        assert _decide(recorded(_plan("2025-01-31")), "2025-01-31").basis is Basis.assumed


class TestEnd:
    """Reports go on until the matter is written off; a turn cut short asks for none."""

    def test_after_the_end_none_is_due(self) -> None:
        history = recorded(
            _plan("2025-01-31"),
            *_reports("2025-02-28"),
            resolve="2025-03-10",
            write_off="2025-03-15",
        )
        decision = _decide(history, "2025-12-31", Deadline(Status.late))
        assert decision.outcome is Absent.none
        assert codes(decision.reasons)[0] == "progress_report_deadline.ended"
        assert decision.reasons[0].citation == QIAOCHENG.ends_by.citation
        assert decision.findings == ()

    def test_what_was_missed_before_stays_missed(self) -> None:
        history = recorded(_plan("2025-01-31"), write_off="2025-03-15")
        decision = _decide(history, "2025-12-31", Deadline(Status.late))
        (finding,) = decision.findings
        assert dict(finding.reason.facts) == {"days": (day("2025-02-28"),)}

    def test_what_was_missed_is_no_firmer_than_the_day_it_is_counted_from(self) -> None:
        history = recorded(_plan("2025-01-31"), write_off="2025-03-15")
        decision = _decide(history, "2025-12-31", Deadline(Status.late))
        assert decision.findings[0].reason.citation == QIAOCHENG.anchor.citation
        assert without_assumed(decision) == decision._replace(findings=())

    def test_resolving_alone_does_not_end_it(self) -> None:
        history = recorded(_plan("2025-01-31"), resolve="2025-02-10")
        outcome = deadline_of(_decide(history, "2025-02-11", Deadline(Status.late)))
        assert outcome.due == day("2025-02-28")


class TestPlan:
    """What cannot be resolved in its month has a plan with dates, and the work follows it."""

    @pytest.mark.parametrize(
        ("resolution", "why"),
        [
            (OPEN, "not_passed"),
            (Deadline(Status.met), "resolved"),
            (Deadline(Status.late), "resolved"),
            (Deadline(Status.not_started), "not_begun"),
            (Absent.none, "no_limit"),
        ],
    )
    def test_unless_the_month_is_over_nothing_is_asked(
        self, resolution: Deadline | Absent, why: str
    ) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-03-20", resolution)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons)[0] == f"progress_report_deadline.{why}"
        assert decision.findings == ()

    def test_where_no_limit_runs_none_is_said_to_have_time_left(self) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-03-20", Absent.none)
        assert decision.reasons[0].text() == "没有解决期限，也未制定方案，不需按月报告"

    @pytest.mark.parametrize("unknown", [Undetermined.undetermined, Deadline(Status.undetermined)])
    def test_where_the_limit_cannot_be_told_it_is_named(
        self, unknown: Deadline | Undetermined
    ) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-03-20", unknown)
        assert decision.is_undetermined
        assert decision.missing == ("resolution_deadline",)

    def test_once_it_is_over_there_must_be_one(self) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-04-10")
        assert deadline_of(decision).status is Status.not_started
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "progress_report_deadline.no_plan"

    def test_a_plan_made_in_time_starts_the_months_at_once(self) -> None:
        decision = _decide(recorded(_plan("2025-03-20"), assign="2025-03-03"), "2025-03-20", OPEN)
        assert deadline_of(decision).due == day("2025-04-21")  # 04-20 is a Sunday

    def test_a_plan_without_dates_is_a_violation(self) -> None:
        decision = _decide(recorded(_plan("2025-03-20", None)), "2025-03-20")
        assert codes(decision.findings) == ["progress_report_deadline.plan_without_date"]
        assert deadline_of(decision).status is Status.open

    def test_the_latest_plan_is_in_force_and_the_first_one_starts_the_months(self) -> None:
        history = recorded(_plan("2025-01-31", None), _plan("2025-02-10", "2025-06-30"))
        decision = _decide(history, "2025-02-10")
        assert decision.findings == ()
        assert deadline_of(decision).due == day("2025-02-28")

    @pytest.mark.parametrize(
        ("as_of", "resolved", "passed"),
        [
            ("2025-02-20", None, False),
            ("2025-02-21", None, True),
            ("2025-02-21", "2025-02-20", False),
            ("2025-02-25", "2025-02-21", True),
        ],
    )
    def test_work_past_the_date_of_the_plan_is_a_violation(
        self, as_of: str, resolved: str | None, passed: object
    ) -> None:
        days = {"resolve": resolved} if resolved else {}
        decision = _decide(recorded(_plan("2025-01-31", "2025-02-20"), **days), as_of)
        assert ("progress_report_deadline.past_plan" in codes(decision.findings)) is passed

    def test_where_the_plan_sets_the_limit_that_limit_tells_it(self) -> None:
        history = recorded(_plan("2025-01-31", "2025-02-20"))
        limit = Deadline(Status.overdue, day("2025-02-20"))
        codes_found = codes(_decide(history, "2025-02-21", limit).findings)
        assert "progress_report_deadline.past_plan" not in codes_found

    def test_the_plan_of_a_round_before_is_none_of_the_one_that_stands(self) -> None:
        days = {"resolve": "2025-02-14", "reopen": "2025-02-17", "accept": "2025-02-18"}
        history = recorded(_plan("2025-01-31", "2025-02-20"), **days)
        found = _decide(history, "2025-06-30", Deadline(Status.open, day("2025-07-31")))
        assert (found.outcome, found.findings) == (Absent.none, ())
        again = recorded(
            _plan("2025-01-31", "2025-02-20"), _plan("2025-03-03", "2025-03-20"), **days
        )
        assert codes(_decide(again, "2025-03-21").findings) == [
            "progress_report_deadline.past_plan"
        ]

    def test_turns_missed_in_a_round_before_stay_told(self) -> None:
        days = {"resolve": "2025-04-14", "reopen": "2025-04-17", "accept": "2025-04-18"}
        history = recorded(_plan("2025-01-31", "2025-06-20"), **days)
        found = codes(_decide(history, "2025-04-21", Deadline(Status.open)).findings)
        assert found == ["progress_report_deadline.missed"]

    def test_reports_are_due_while_the_plan_runs(self) -> None:
        history = recorded(_plan("2025-01-31", "2025-06-30"))
        running = Deadline(Status.open, day("2025-06-30"))
        decision = _decide(history, "2025-03-03", running)
        assert deadline_of(decision).due == day("2025-03-31")
        assert codes(decision.findings) == ["progress_report_deadline.missed"]


class TestOpenQuestions:
    """What the source leaves open is said, never guessed."""

    @pytest.mark.parametrize("kind", [WorkKind.general, WorkKind.dated])
    def test_whether_other_work_reports_is_silent(self, kind: WorkKind) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-12-31", kind=kind)
        assert deadline_of(decision).status is Status.undetermined
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("value.silent", QIAOCHENG.every[kind].citation)

    def test_a_district_may_say_that_there_are_no_reports(self) -> None:
        found = _every(Absent.none)
        decision = _decide(recorded(_plan("2025-01-31")), "2025-12-31", found=found)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["progress_report_deadline.no_reports"]

    def test_a_reopening_after_which_nothing_is_on_record_leaves_it_open(self) -> None:
        bare = recorded(resolve="2025-03-01", reopen="2025-04-01")
        later = recorded(resolve="2025-03-01", reopen="2025-04-01", call="2025-04-01")
        found = _decide(bare, "2025-04-02", Deadline(Status.undetermined))
        assert found.missing == ("accept",)
        assert found == _decide(later, "2025-04-02", Deadline(Status.undetermined))

    def test_work_of_unknown_kind_cannot_be_told(self) -> None:
        decision = _decide(
            recorded(_plan("2025-01-31")), "2025-12-31", kind=Undetermined.undetermined
        )
        assert deadline_of(decision).status is Status.undetermined

    def test_a_turn_outside_the_calendar_cannot_be_told(self) -> None:
        decision = _decide(recorded(_plan("2035-12-31", None)), "2035-12-31")
        assert deadline_of(decision).status is Status.undetermined
        assert [one.citation for one in decision.reasons] == [EACH_TURN]
        assert codes(decision.findings) == ["progress_report_deadline.plan_without_date"]

    def test_turns_too_long_to_count_cannot_be_told(self) -> None:
        history = recorded(_plan("2010-01-04", "2035-12-31"), *_reports("2010-02-01"))
        found = _every(CalendarDays(LONGEST))
        decision = _decide(history, "2010-03-01", found=found)
        assert deadline_of(decision).status is Status.undetermined


class TestTotality:
    """Any facts have an answer; the next report is never due in the past."""

    @FEWER
    @given(CALENDARS, KINDS, RESOLUTIONS, params(Params), st.data())
    def test_every_combination_has_an_answer(
        self,
        calendar: WorkCalendar,
        kind: WorkKind | Undetermined | Absent,
        resolution: Deadline | Undetermined | Absent,
        found: Params,
        data: st.DataObject,
    ) -> None:
        as_of = data.draw(days_in(calendar))
        history = data.draw(histories(days_in(calendar))).until(as_of)
        decision = decide(kind, resolution, history, as_of, found, calendar)
        assert_explained(decision)
        if isinstance(decision.outcome, Deadline) and decision.outcome.due:
            assert decision.outcome.due >= as_of
            assert decision.outcome.status is Status.open

    @given(st.lists(st.integers(1, 200), max_size=8), st.integers(1, 200))
    def test_one_more_report_never_adds_a_missed_turn(self, made: list[int], more: int) -> None:
        def missed(offsets: list[int]) -> int:
            start = day("2025-01-31").toordinal()
            days = [str(day("2025-01-31").fromordinal(start + one)) for one in offsets]
            decision = _decide(recorded(_plan("2025-01-31"), *_reports(*days)), "2025-09-01")
            found = [dict(one.reason.facts)["days"] for one in decision.findings]
            assert all(isinstance(one, tuple) for one in found)
            return sum(len(one) for one in found if isinstance(one, tuple))

        assert missed([*made, more]) <= missed(made)
