"""Which of the three letters and one interview has the matter reached?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies import histories
from strategies_national import measured
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.ladder import Measured
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.rules.follow_through.supervision_letters import Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    LadderMeasure,
    SuggestionKind,
    SupervisionStep,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

DAY = day("2025-01-01")
JIUYUAN = present(load_policy("jiuyuan").on(DAY).follow_through.supervision_letters)
LETTERS = read_policy(Path(__file__).parents[3] / "examples" / "policies" / "jiuyuan-letters")
BY_DAYS = present(LETTERS.on(DAY).follow_through.supervision_letters)
BY_SHARE = present(LETTERS.with_variant("elapsed").on(DAY).follow_through.supervision_letters)
BY_REPEATS = present(LETTERS.with_variant("repeats").on(DAY).follow_through.supervision_letters)
FOUR = (
    SupervisionStep.reminder_letter,
    SupervisionStep.key_supervision_letter,
    SupervisionStep.accountability_letter,
    SupervisionStep.work_interview,
)
NOTHING_TAKEN = History()


def _taken(*steps: SupervisionStep) -> History:
    """One step after the other, a day apart."""
    return History(
        Event(EventKind.supervise, day(f"2025-03-{place + 3:02}"), step=step)
        for place, step in enumerate(steps)
    )


def _decide(
    measured: Measured, params: Params, history: History = NOTHING_TAKEN
) -> Decision[SupervisionStep]:
    decision = decide(measured, history, params)
    assert_explained(decision)
    return decision


def _all(count: int) -> Measured:
    """The same number by every measure."""
    return Measured(count, "promised_deadline", count, "promised_deadline", count)


class TestSource:
    """Jiuyuan 15: the steps and their order are stated, what moves a matter up is not."""

    def test_the_four_steps_in_their_order(self) -> None:
        assert JIUYUAN.steps.values == FOUR
        assert {step.citation.basis for step in JIUYUAN.steps.steps} == {Basis.stated}

    def test_without_a_trigger_the_step_is_undetermined_and_says_so(self) -> None:
        decision = _decide(
            Measured(overdue_working_days=99, elapsed_percent=200, repeats=9), JIUYUAN
        )
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
        assert decision.reasons[0].citation == JIUYUAN.measure.citation

    def test_steps_out_of_order_are_found_all_the_same(self) -> None:
        history = _taken(SupervisionStep.accountability_letter)
        assert codes(_decide(Measured(), JIUYUAN, history).findings) == ["ladder.skipped"]

    def test_the_three_suggestions_are_those_of_the_regulation(self) -> None:
        assert JIUYUAN.suggestions.values == tuple(SuggestionKind)
        assert JIUYUAN.suggestions.citation.basis is Basis.interpreted


class TestExample:
    """A district's own file fills the triggers in; its numbers are examples and say so."""

    @pytest.mark.parametrize(
        ("overdue", "step"),
        [(0, None), (1, 0), (5, 0), (6, 1), (15, 1), (16, 2), (30, 2), (31, 3), (400, 3)],
    )
    def test_by_working_days_overdue(self, overdue: int, step: int | None) -> None:
        decision = _decide(Measured(overdue_working_days=overdue), BY_DAYS)
        assert decision.outcome is (Absent.none if step is None else FOUR[step])
        assert decision.basis is Basis.assumed
        assert present(decision.weakest).note == "示例"

    @pytest.mark.parametrize(("share", "step"), [(79, None), (80, 0), (100, 1), (150, 2), (200, 3)])
    def test_by_the_share_of_the_limit(self, share: int, step: int | None) -> None:
        decision = _decide(Measured(elapsed_percent=share), BY_SHARE)
        assert decision.outcome is (Absent.none if step is None else FOUR[step])

    @pytest.mark.parametrize(("repeats", "step"), [(1, None), (2, 0), (3, 1), (4, 2), (5, 3)])
    def test_by_repeats(self, repeats: int, step: int | None) -> None:
        decision = _decide(Measured(repeats=repeats), BY_REPEATS)
        assert decision.outcome is (Absent.none if step is None else FOUR[step])

    def test_what_is_not_measured_is_not_guessed(self) -> None:
        found = Measured(elapsed_percent=99, repeats=9, limits=("promised_deadline",))
        decision = _decide(found, BY_DAYS)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["ladder.not_measured"]

    def test_a_step_that_is_reached_may_come_with_suggestions(self) -> None:
        decision = _decide(Measured(overdue_working_days=6), BY_DAYS)
        assert codes(decision.reasons) == ["ladder.reached", "supervision_letters.suggestions"]
        assert codes(decision.findings) == ["ladder.not_taken"]

    def test_steps_taken_one_by_one_leave_no_finding(self) -> None:
        measured = Measured(overdue_working_days=6)
        assert _decide(measured, BY_DAYS, _taken(*FOUR[:2])).findings == ()

    def test_supervision_without_a_step_is_no_step(self) -> None:
        history = recorded(supervise="2025-03-03")
        decision = _decide(Measured(overdue_working_days=1), BY_DAYS, history)
        assert codes(decision.findings) == ["ladder.not_taken"]

    @pytest.mark.parametrize("params", [BY_DAYS, BY_SHARE, BY_REPEATS])
    def test_only_the_triggers_are_assumed(self, params: Params) -> None:
        assert params.steps.values == FOUR
        assert params.measure.citation.basis is Basis.assumed
        assert {one.citation.basis for one in params.reached.values} == {Basis.assumed}


class TestProperties:
    """Any measures have an answer, and more of one never leads to a lower step."""

    @given(measured(), histories(), any_params(Params))
    def test_total(self, measured: Measured, history: History, params: Params) -> None:
        assert_explained(decide(measured, history, params))

    @given(st.integers(0, 300), st.integers(0, 300))
    def test_more_never_leads_lower(self, one: int, other: int) -> None:
        ranks: dict[object, int] = {
            Absent.none: -1,
            **{step: place for place, step in enumerate(FOUR)},
        }
        for params in (BY_DAYS, BY_SHARE, BY_REPEATS):
            low, high = (
                decide(_all(count), NOTHING_TAKEN, params).outcome for count in sorted((one, other))
            )
            assert ranks[low] <= ranks[high]
            assert isinstance(params.measure.value, LadderMeasure)
