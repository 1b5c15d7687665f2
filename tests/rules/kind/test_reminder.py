"""Who has to be reminded of what may grow out of the matter?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.reminder import TO_THE_OFFICE, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, Basis, Role, Sign, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

GONGSHU = present(load_policy("gongshu").on(day("2025-01-01")).kind.reminder)
SIGNS = st.lists(st.sampled_from(Sign), max_size=4).map(tuple)


def _decide(*signs: Sign, policy: Params = GONGSHU) -> Decision[Role]:
    decision = decide(signs, policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestReminder:
    """Gongshu: of what shows a tendency or is new the competent department is reminded."""

    @pytest.mark.parametrize("sign", [Sign.tendency, Sign.emerging])
    def test_either_sign(self, sign: Sign) -> None:
        decision = _decide(sign)
        assert decision.outcome is Role.competent_department
        assert decision.reasons[0].citation == GONGSHU.signs.cited(sign)

    @pytest.mark.parametrize(
        "sign", [one for one in Sign if one not in {Sign.tendency, Sign.emerging}]
    )
    def test_other_signs_call_for_other_things(self, sign: Sign) -> None:
        assert _decide(sign).outcome is Absent.none

    def test_no_sign_on_record_is_not_guessed(self) -> None:
        decision = _decide()
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["reminder.no_sign"]

    def test_that_a_tendency_is_the_same_in_both_clauses_is_a_reading(self) -> None:
        assert GONGSHU.signs.cited(Sign.tendency).basis is Basis.interpreted
        assert GONGSHU.signs.cited(Sign.emerging).basis is Basis.stated

    def test_it_goes_to_the_office_and_changes_nothing_for_the_petitioner(self) -> None:
        assert _decide(Sign.emerging).reasons[-1].citation is TO_THE_OFFICE
        assert Role.petitioner is not GONGSHU.to.value


class TestTotality:
    """Any signs have an answer, whatever their order."""

    @given(SIGNS, params(Params))
    def test_who_is_reminded_is_the_policys(self, signs: tuple[Sign, ...], policy: Params) -> None:
        outcome = _decide(*signs, policy=policy).outcome
        if isinstance(outcome, Role):
            assert outcome is policy.to.value
            assert set(signs) & set(policy.signs.values)

    @given(SIGNS)
    def test_the_order_of_signs_does_not_matter(self, signs: tuple[Sign, ...]) -> None:
        assert _decide(*signs) == _decide(*reversed(signs))

    def test_silence_is_named(self) -> None:
        silent: CitedList[Sign] = CitedList((), GONGSHU.signs.citation, Absent.silent)
        nobody = evolve(GONGSHU.to, value=Absent.silent)
        for policy in (evolve(GONGSHU, signs=silent), evolve(GONGSHU, to=nobody)):
            decision = _decide(Sign.tendency, policy=policy)
            assert decision.outcome is Undetermined.undetermined
            assert codes(decision.reasons) == ["value.silent"]
