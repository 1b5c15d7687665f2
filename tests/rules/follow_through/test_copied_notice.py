"""Up to which level is the unresolved matter copied?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import histories
from strategies_params import params
from xinfang_core.case import Event, History
from xinfang_core.ladder import Measured
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.rules.follow_through.copied_notice import Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Severity,
    SupervisionStep,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

EXAMPLE_POLICY = Path(__file__).parents[3] / "examples" / "policies" / "gongshu-ladders"
TODAY = day("2025-01-01")
GONGSHU = present(load_policy("gongshu").on(TODAY).follow_through.copied_notice)
EXAMPLE = present(read_policy(EXAMPLE_POLICY).on(TODAY).follow_through.copied_notice)
DAYS = st.integers(0, 60)


def _decide(
    overdue: int | None, *copies: SupervisionStep, policy: Params = EXAMPLE
) -> Decision[SupervisionStep]:
    sent = (Event(EventKind.supervise, TODAY, step=copy) for copy in copies)
    decision = decide(Measured(overdue_working_days=overdue), History(tuple(sent)), policy)
    assert_explained(decision)
    return decision


class TestGongshu:
    """Three levels one above the other are stated; what raises the level is not."""

    def test_the_three_levels(self) -> None:
        names = [step.value.name for step in GONGSHU.steps.steps]
        assert names == ["first_copy", "second_copy", "third_copy"]
        assert {step.citation.basis for step in GONGSHU.steps.steps} == {Basis.stated}

    @given(st.none() | DAYS)
    def test_without_thresholds_it_is_undetermined(self, overdue: int | None) -> None:
        decision = _decide(overdue, policy=GONGSHU)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_a_level_that_was_skipped_is_seen_all_the_same(self) -> None:
        found = _decide(3, SupervisionStep.third_copy, policy=GONGSHU).findings
        assert codes(found) == ["ladder.skipped"]


class TestFilledIn:
    """A district fills the thresholds in: 1, 6 and 11 working days overdue in the example."""

    @pytest.mark.parametrize(
        ("overdue", "level"),
        [
            (1, "first_copy"),
            (5, "first_copy"),
            (6, "second_copy"),
            (10, "second_copy"),
            (11, "third_copy"),
            (60, "third_copy"),
        ],
    )
    def test_the_level_by_days_overdue(self, overdue: int, level: str) -> None:
        decision = _decide(overdue)
        assert decision.outcome is SupervisionStep[level]
        assert decision.basis is Basis.assumed

    def test_what_is_not_overdue_is_not_copied(self) -> None:
        assert _decide(0).outcome is Absent.none

    def test_a_copy_that_is_due_and_not_sent(self) -> None:
        (finding,) = _decide(7, SupervisionStep.first_copy).findings
        assert (finding.severity, finding.reason.code) == (Severity.notice, "ladder.not_taken")
        sent = _decide(7, SupervisionStep.first_copy, SupervisionStep.second_copy)
        assert sent.findings == ()

    def test_days_that_are_not_known(self) -> None:
        assert codes(_decide(None).reasons) == ["ladder.no_limit"]

    @given(DAYS, DAYS)
    def test_more_days_never_lower_the_level(self, one: int, other: int) -> None:
        order = (Absent.none, *EXAMPLE.steps.values)
        lower, higher = sorted((one, other))
        assert order.index(_decide(lower).outcome) <= order.index(_decide(higher).outcome)


class TestTotality:
    """Any measure, history and policy have an answer."""

    @given(st.none() | DAYS, histories(), params(Params))
    def test_every_answer_explains_itself(
        self, overdue: int | None, history: History, policy: Params
    ) -> None:
        decision = decide(
            Measured(overdue, "reply_deadline", overdue, "reply_deadline", overdue), history, policy
        )
        assert_explained(decision)
        if isinstance(decision.outcome, SupervisionStep):
            assert decision.outcome in {cell.value for cell in policy.reached.values}
