"""By when must a body answer whether it adopts a suggestion?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import DAYS, FEWER, histories
from strategies_params import params
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Event
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.suggestion_feedback_deadline import IN_TURN, Params, decide
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Absent, EventKind, Severity, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import History
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.suggestion_feedback_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.suggestion_feedback_deadline)


def _decide(
    history: History, as_of: str = "2025-12-31", policy: Params = TEXT_2005
) -> Decision[Deadline]:
    decision = decide(history, day(as_of), policy, MAINLAND)
    assert_explained(decision)
    return decision


def _suggested(on: str) -> Event:
    return Event(EventKind.suggest, day(on))


def _answered(on: str) -> Event:
    return Event(EventKind.answer_suggestion, day(on))


class TestThirtyDays:
    """2005 Art. 36: a written answer within 30 days."""

    @pytest.mark.parametrize(
        ("suggested", "due"),
        [
            ("2025-03-03", "2025-04-02"),
            ("2025-03-05", "2025-04-07"),  # 4 April is Qingming, the 5th and 6th a weekend
            ("2025-09-01", "2025-10-09"),  # 1 October is a holiday, which lasts until the 8th
            ("2025-12-05", "2026-01-04"),  # a worked Sunday
        ],
    )
    def test_the_last_day_on_the_wall(self, suggested: str, due: str) -> None:
        outcome = deadline_of(_decide(recorded(suggest=suggested), suggested))
        assert (outcome.due, outcome.status) == (day(due), Status.open)

    @pytest.mark.parametrize(
        ("answered", "status", "overdue"),
        [("2025-04-02", "met", 0), ("2025-04-03", "late", 1), ("2025-04-07", "late", 2)],
    )
    def test_an_answer(self, answered: str, status: str, overdue: int) -> None:
        history = recorded(suggest="2025-03-03", answer_suggestion=answered)
        outcome = deadline_of(_decide(history))
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)

    def test_without_a_suggestion_nothing_runs(self) -> None:
        assert deadline_of(_decide(recorded(receive="2025-03-03"))).status is Status.not_started

    def test_an_overdue_answer_needs_no_further_finding(self) -> None:
        decision = _decide(recorded(suggest="2025-03-03"))
        assert deadline_of(decision).status is Status.overdue
        assert decision.findings == ()


class TestNoDayCount:
    """2022 Art. 40: written feedback is owed, and no day says by when."""

    def test_owed(self) -> None:
        decision = _decide(recorded(suggest="2025-03-03"), policy=TEXT_2022)
        assert decision.outcome is Absent.none
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.code == "suggestion_feedback_deadline.owed"
        assert dict(finding.reason.facts) == {"at": day("2025-03-03")}

    def test_given(self) -> None:
        history = recorded(suggest="2025-03-03", answer_suggestion="2025-12-01")
        decision = _decide(history, policy=TEXT_2022)
        assert decision.outcome is Absent.none
        assert decision.findings == ()

    def test_nothing_was_suggested(self) -> None:
        assert _decide(recorded(receive="2025-03-03"), policy=TEXT_2022).findings == ()


class TestSeveral:
    """Suggestions are answered in turn; the first one without an answer counts."""

    @pytest.mark.parametrize(
        ("answers", "due", "status"),
        [
            ((), "2025-04-02", "overdue"),
            (("2025-03-20",), "2025-07-02", "overdue"),
            (("2025-03-20", "2025-07-01"), "2025-07-02", "met"),
            (("2025-03-20", "2025-07-01", "2025-08-01"), "2025-07-02", "met"),
        ],
    )
    def test_in_turn(self, answers: tuple[str, ...], due: str, status: str) -> None:
        made = (_suggested("2025-03-03"), _suggested("2025-06-02"))
        decision = _decide(recorded(*made, *map(_answered, answers)))
        outcome = deadline_of(decision)
        assert (outcome.due, outcome.status) == (day(due), Status[status])
        assert decision.reasons[0].citation is IN_TURN


class TestTotality:
    """Any facts have an answer; a silent start or limit is named."""

    @pytest.mark.parametrize("name", ["start", "limit"])
    def test_silence(self, name: str) -> None:
        silent: Sourced[Any] = Sourced(Absent.silent, TEXT_2005.limit.citation)
        replaced: dict[str, Any] = {name: silent}
        policy = evolve(TEXT_2005, **replaced)
        decision = _decide(recorded(suggest="2025-03-03"), policy=policy)
        assert deadline_of(decision).status is Status.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    @FEWER
    @given(histories(), DAYS, params(Params))
    def test_any_facts(self, history: History, as_of: date, policy: Params) -> None:
        known = history.until(as_of)
        decision = decide(known, as_of, policy, MAINLAND)
        assert_explained(decision)
        assert decision == decide(known, as_of, policy, MAINLAND)
        owed = "suggestion_feedback_deadline.owed" in codes(decision.findings)
        assert not owed or decision.outcome is Absent.none or policy.start.value is Absent.silent
