"""What may the staff do about a breach of the rules for visits?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import some
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.visit_guidance import MATTER_UNTOUCHED, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import (
    Absent,
    ForbiddenAct,
    GuidanceStep,
    Undetermined,
    VisitLevel,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).follow_through.visit_guidance)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).follow_through.visit_guidance)
EDITIONS = [TEXT_2005, TEXT_2022]
STEPS = (GuidanceStep.dissuade, GuidanceStep.criticise, GuidanceStep.educate)
PROPER = VisitLevel.step_by_step


def _decide(
    acts: Collection[ForbiddenAct] = (),
    visit_level: VisitLevel | Undetermined | Absent = PROPER,
    policy: Params = TEXT_2022,
    *,
    too_many: bool = False,
) -> Decision[tuple[GuidanceStep, ...]]:
    decision = decide(acts, visit_level, policy, too_many_representatives=too_many)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


@pytest.mark.parametrize("policy", EDITIONS)
class TestActs:
    """2022 Arts. 26, 47, 2005 Arts. 20, 47: six kinds of acts; dissuade, criticise or educate."""

    def test_there_are_six(self, policy: Params) -> None:
        assert set(policy.acts.values) == set(ForbiddenAct)

    @pytest.mark.parametrize("act", ForbiddenAct)
    def test_three_steps_are_open(self, policy: Params, act: ForbiddenAct) -> None:
        decision = _decide((act,), policy=policy)
        assert decision.outcome == STEPS
        assert decision.reasons[-1].citation is MATTER_UNTOUCHED

    def test_without_a_breach_nothing_is_done(self, policy: Params) -> None:
        assert _decide(policy=policy).outcome is Absent.none

    def test_too_many_representatives(self, policy: Params) -> None:
        decision = _decide(policy=policy, too_many=True)
        assert decision.outcome == STEPS
        assert decision.reasons[0].code == "visit_guidance.representatives"


class TestLevels:
    """2022 Art. 47 names the article on levels; that of 2005 does not."""

    @pytest.mark.parametrize(("policy", "steps"), [(TEXT_2022, STEPS), (TEXT_2005, Absent.none)])
    def test_a_level_skipped(self, policy: Params, steps: object) -> None:
        assert _decide(visit_level=VisitLevel.skipping, policy=policy).outcome == steps

    @pytest.mark.parametrize("level", [PROPER, Absent.none, Undetermined.undetermined])
    def test_anything_else(self, level: VisitLevel | Undetermined | Absent) -> None:
        assert _decide(visit_level=level).outcome is Absent.none

    def test_silence_about_the_steps(self) -> None:
        silent: CitedList[GuidanceStep] = CitedList((), TEXT_2022.steps.citation, Absent.silent)
        policy = evolve(TEXT_2022, steps=silent)
        decision = _decide(visit_level=VisitLevel.skipping, policy=policy)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["visit_guidance.level", "value.silent"]


class TestTotality:
    """Any facts have an answer; what is no breach leads to nothing."""

    @given(
        acts=some(ForbiddenAct),
        level=st.sampled_from((*VisitLevel, Absent.none, Undetermined.undetermined)),
        too_many=st.booleans(),
        policy=params(Params),
    )
    def test_any_facts(
        self,
        *,
        acts: tuple[ForbiddenAct, ...],
        level: VisitLevel | Undetermined | Absent,
        too_many: bool,
        policy: Params,
    ) -> None:
        decision = decide(acts, level, policy, too_many_representatives=too_many)
        assert_explained(decision)
        breach = too_many or level in policy.levels or any(one in policy.acts for one in acts)
        assert (decision.outcome is Absent.none) is not breach
