"""Is the visitor offered help at the self-service machine?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.self_service import AN_OFFER, Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseWeight,
    PetitionForm,
    RegistrationWay,
    Repetition,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

GONGSHU = present(load_policy("gongshu").on(day("2025-01-01")).people.self_service)
FORMS = st.none() | st.sampled_from(PetitionForm)
WEIGHTS = st.none() | st.sampled_from(CaseWeight)
REPETITIONS = st.none() | st.sampled_from(Repetition)


def _decide(
    form: PetitionForm | None = PetitionForm.visit,
    weight: CaseWeight | None = CaseWeight.simple,
    repetition: Repetition | None = Repetition.first,
    policy: Params = GONGSHU,
) -> Decision[RegistrationWay]:
    decision = decide(form, weight, repetition, policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestOffer:
    """Gongshu: visitors with a first and simple matter are guided to the machine in the hall."""

    def test_a_first_and_simple_visit(self) -> None:
        decision = _decide()
        assert decision.outcome is RegistrationWay.guided_machine
        assert codes(decision.reasons) == ["self_service.offered", "self_service.window"]

    @pytest.mark.parametrize("form", [one for one in PetitionForm if one.name != "visit"])
    def test_other_forms(self, form: PetitionForm) -> None:
        assert _decide(form).outcome is Absent.none

    @pytest.mark.parametrize("weight", [CaseWeight.major, CaseWeight.difficult])
    def test_other_weights(self, weight: CaseWeight) -> None:
        assert _decide(weight=weight).outcome is Absent.none

    def test_a_repeat(self) -> None:
        assert _decide(repetition=Repetition.repeat).outcome is Absent.none

    def test_what_is_not_recorded_is_not_guessed(self) -> None:
        for decision in (_decide(None), _decide(weight=None), _decide(repetition=None)):
            assert decision.outcome is Undetermined.undetermined
            assert "self_service.not_recorded" in codes(decision.reasons)

    def test_one_fact_that_speaks_against_it_is_enough(self) -> None:
        assert _decide(None, CaseWeight.major, None).outcome is Absent.none


class TestWindow:
    """It is an offer: the window stays open to everybody, whatever the answer."""

    @given(FORMS, WEIGHTS, REPETITIONS)
    def test_every_answer_says_so(
        self,
        form: PetitionForm | None,
        weight: CaseWeight | None,
        repetition: Repetition | None,
    ) -> None:
        decision = _decide(form, weight, repetition)
        assert decision.reasons[-1].citation is AN_OFFER
        assert AN_OFFER.basis is Basis.interpreted


class TestTotality:
    """Any facts and any policy have an answer."""

    @given(FORMS, WEIGHTS, REPETITIONS, params(Params))
    def test_the_offer_is_what_the_policy_names(
        self,
        form: PetitionForm | None,
        weight: CaseWeight | None,
        repetition: Repetition | None,
        policy: Params,
    ) -> None:
        outcome = _decide(form, weight, repetition, policy).outcome
        if isinstance(outcome, RegistrationWay):
            assert outcome is policy.way.value
            assert (form, weight) == (policy.form.value, policy.weight.value)
            assert repetition is Repetition.first

    @pytest.mark.parametrize("name", ["form", "weight", "way"])
    def test_a_silent_value_is_named(self, name: str) -> None:
        silent = evolve(getattr(GONGSHU, name), value=Absent.silent)
        decision = _decide(policy=evolve(GONGSHU, **{name: silent}))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
