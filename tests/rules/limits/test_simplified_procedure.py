"""Is the matter handled by the simplified procedure?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.simplified_procedure import UNRECORDED, Params, Traits, decide
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    EarlierStage,
    Procedure,
    Route,
    Severity,
    SimplifiedExclusion,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

PACK = load_policy("national").on(day("2022-07-17"))
TEXT_2022 = present(PACK.limits.simplified_procedure)
TRAITS = st.builds(
    Traits,
    st.none() | st.sampled_from(Route),
    st.none() | st.sampled_from(EarlierStage),
    FLAGS,
    FLAGS,
    FLAGS,
    FLAGS,
)
NOTHING = Traits()
EXCLUDED: list[tuple[dict[str, Any], str]] = [
    *(({"route": one}, "other_route") for one in Route if one is not Route.petition),
    ({"superior_assigned": True}, "superior_assigned"),
    ({"may_not_support": True}, "may_not_support"),
    ({"multi_department": True}, "several_responsible"),
    ({"joint_signature": True}, "joint_signature"),
    ({"earlier_stage": EarlierStage.in_progress}, "not_first"),
    ({"earlier_stage": EarlierStage.re_reviewed}, "not_first"),
]


def _decide(
    traits: Traits = NOTHING,
    *,
    simplified: bool | None = True,
    params: Params = TEXT_2022,
) -> Decision[Procedure]:
    decision = decide(traits, params, simplified=simplified)
    assert_explained(decision)
    return decision


class TestChoice:
    """Arts. 4, 6: the competent body decides."""

    def test_chosen(self) -> None:
        decision = _decide()
        assert decision.outcome is Procedure.simplified
        assert decision.reasons[-1].citation is UNRECORDED
        assert decision.findings == ()

    @pytest.mark.parametrize(
        ("simplified", "code"),
        [
            (False, "simplified_procedure.ordinary"),
            (None, "simplified_procedure.not_recorded"),
        ],
    )
    def test_not_chosen(self, simplified: bool | None, code: str) -> None:  # noqa: FBT001
        decision = _decide(simplified=simplified)
        assert decision.outcome is Procedure.ordinary
        assert codes(decision.reasons) == [code]

    def test_what_excludes_nothing(self) -> None:
        traits = Traits(Route.petition, EarlierStage.never, *(False,) * 4)
        assert _decide(traits).outcome is Procedure.simplified


class TestExclusions:
    """Arts. 4, 5: what the procedure is not for; chosen all the same it is a violation."""

    @pytest.mark.parametrize(("recorded", "exclusion"), EXCLUDED)
    def test_each(self, recorded: dict[str, Any], exclusion: str) -> None:
        decision = _decide(Traits(**recorded))
        assert decision.outcome is Procedure.ordinary
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert dict(finding.reason.facts) == {"exclusion": SimplifiedExclusion[exclusion]}
        cited = TEXT_2022.exclusions.cited(SimplifiedExclusion[exclusion])
        assert finding.reason.citation == cited

    def test_not_chosen_there_is_nothing_to_find(self) -> None:
        assert _decide(Traits(superior_assigned=True), simplified=False).findings == ()

    def test_a_step_that_is_silent_excludes_nothing(self) -> None:
        cited = TEXT_2022.exclusions.citation
        params = evolve(TEXT_2022, exclusions=CitedList((Sourced(Absent.silent, cited),), cited))
        everything = Traits(
            Route.party,
            EarlierStage.re_reviewed,
            superior_assigned=True,
            may_not_support=True,
            multi_department=True,
            joint_signature=True,
        )
        assert _decide(everything, params=params).outcome is Procedure.simplified


class TestSilence:
    """What the source does not say is named where it is needed."""

    def test_silent_exclusions(self) -> None:
        silent: CitedList[SimplifiedExclusion] = CitedList(
            (), TEXT_2022.exclusions.citation, Absent.silent
        )
        decision = _decide(params=evolve(TEXT_2022, exclusions=silent))
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == silent.citation

    def test_a_silent_choice(self) -> None:
        silent = evolve(TEXT_2022.chosen, value=Absent.silent)
        decision = _decide(params=evolve(TEXT_2022, chosen=silent))
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == silent.citation

    def test_the_2005_regulation_has_no_such_procedure(self) -> None:
        assert load_policy("national").on(day("2005-05-01")).limits.simplified_procedure is None


class TestProperties:
    """Any facts have an answer; only the body's choice leads away from the ordinary procedure."""

    @given(TRAITS, FLAGS, any_params(Params))
    def test_total(self, traits: Traits, simplified: bool | None, params: Params) -> None:  # noqa: FBT001
        assert_explained(decide(traits, params, simplified=simplified))

    @given(TRAITS, FLAGS)
    def test_excluded_or_not_chosen_is_ordinary(
        self,
        traits: Traits,
        simplified: bool | None,  # noqa: FBT001
    ) -> None:
        decision = decide(traits, TEXT_2022, simplified=simplified)
        simple = bool(simplified) and not decision.findings
        assert decision.outcome is (Procedure.simplified if simple else Procedure.ordinary)
