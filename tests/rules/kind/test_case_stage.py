"""At which stage of its history is the matter, and how is it treated?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind import case_weight
from xinfang_core.rules.kind.case_stage import BY_HISTORY, Params, Staged, decide
from xinfang_core.sources import Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseStage,
    CaseWeight,
    Repetition,
    Severity,
    Treatment,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

PACK = load_policy("gongshu").on(day("2025-01-01"))
GONGSHU = present(PACK.kind.case_stage)
STAGES = st.none() | st.sampled_from(CaseStage)
REPETITIONS = st.none() | st.sampled_from(Repetition)


def _decide(
    stage: CaseStage | None = None,
    repetition: Repetition | None = None,
    policy: Params = GONGSHU,
) -> Decision[Staged]:
    decision = decide(stage, repetition, policy)
    assert_explained(decision)
    differs = stage is CaseStage.initial and repetition is Repetition.repeat
    assert codes(decision.findings) == (["case_stage.differs"] if differs else [])
    return decision


class TestTreatment:
    """Initial: the resident departments; repeated: the procedures; long-standing: the experts."""

    @pytest.mark.parametrize(
        ("stage", "treatment"),
        [
            ("initial", "resident_departments"),
            ("repeated", "statutory_procedure"),
            ("long_standing", "expert_support"),
        ],
    )
    @pytest.mark.parametrize("repetition", [None, *Repetition])
    def test_all_three_rows_as_recorded(
        self, stage: str, treatment: str, repetition: Repetition | None
    ) -> None:
        decision = _decide(CaseStage[stage], repetition)
        assert decision.outcome == Staged(CaseStage[stage], Treatment[treatment])
        assert codes(decision.reasons) == ["case_stage.recorded", "case_stage.treated"]
        assert GONGSHU.treatment[CaseStage[stage]].citation.basis is Basis.stated

    def test_initial_on_a_repeat_is_noted_and_kept(self) -> None:
        decision = _decide(CaseStage.initial, Repetition.repeat)
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation is BY_HISTORY
        assert isinstance(decision.outcome, Staged)
        assert decision.outcome.stage is CaseStage.initial

    def test_the_outcome_has_words(self) -> None:
        outcome = _decide(CaseStage.initial).outcome
        assert isinstance(outcome, Staged)
        assert outcome.text() == "初始简单矛盾，入驻职能部门依规优先处理"
        assert outcome.text("en") == "initial: resident departments"


class TestTwoScales:
    """Three weights by who handles and three stages by history: two lists and two tables."""

    def test_they_share_no_member_and_no_row(self) -> None:
        weights = present(PACK.kind.case_weight).lead.cells
        stages = GONGSHU.treatment.cells
        assert set(weights) == set(CaseWeight)
        assert set(stages) == set(CaseStage)
        assert len(weights) == len(stages) == 3
        assert not {term.value for term in CaseWeight} & {term.value for term in CaseStage}
        assert not {cell.value for cell in weights.values()} & {
            cell.value for cell in stages.values()
        }

    @pytest.mark.parametrize("weight", CaseWeight)
    @pytest.mark.parametrize("stage", CaseStage)
    def test_any_weight_goes_with_any_stage(self, weight: CaseWeight, stage: CaseStage) -> None:
        weighed = case_weight.decide(
            weight, group_complex=None, wide_reach=None, params=present(PACK.kind.case_weight)
        )
        staged = _decide(stage)
        assert isinstance(weighed.outcome, case_weight.Weighed)
        assert isinstance(staged.outcome, Staged)
        assert (weighed.outcome.weight, staged.outcome.stage) == (weight, stage)


class TestHistory:
    """A first matter is initial and a repeat is repeated; long-standing is never guessed."""

    @pytest.mark.parametrize(
        ("repetition", "stage"), [("first", "initial"), ("repeat", "repeated")]
    )
    def test_not_recorded(self, repetition: str, stage: str) -> None:
        decision = _decide(None, Repetition[repetition])
        assert isinstance(decision.outcome, Staged)
        assert decision.outcome.stage is CaseStage[stage]
        assert decision.weakest is BY_HISTORY

    def test_nothing_known(self) -> None:
        decision = _decide()
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["case_stage.not_known"]

    @given(REPETITIONS, params(Params))
    def test_long_standing_is_only_ever_recorded(
        self, repetition: Repetition | None, policy: Params
    ) -> None:
        outcome = _decide(None, repetition, policy).outcome
        assert not isinstance(outcome, Staged) or outcome.stage is not CaseStage.long_standing


class TestTotality:
    """Every combination has an answer, and a silent treatment is named."""

    @given(STAGES, REPETITIONS, params(Params))
    def test_the_treatment_is_that_of_the_stage(
        self, stage: CaseStage | None, repetition: Repetition | None, policy: Params
    ) -> None:
        decision = _decide(stage, repetition, policy)
        if isinstance(decision.outcome, Staged):
            assert decision.outcome.treatment is policy.treatment[decision.outcome.stage].value
            assert stage in {None, decision.outcome.stage}
        else:
            assert decision.outcome is Undetermined.undetermined

    def test_a_silent_treatment(self) -> None:
        cell = evolve(GONGSHU.treatment[CaseStage.initial], value=Absent.silent)
        policy = Params(Table({**GONGSHU.treatment.cells, CaseStage.initial: cell}))
        decision = _decide(CaseStage.initial, None, policy)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["case_stage.recorded", "value.silent"]
