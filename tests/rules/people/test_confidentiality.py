"""Who must not see the material of the matter, and who is told?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_national import CLASS_OUTCOMES
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.confidentiality import SECRET_UNTIL_KNOWN, Params, Secrecy, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, CaseClass, Recipient, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).people.confidentiality)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).people.confidentiality)
ACCUSED = (Recipient.accused_person, Recipient.accused_body)


def _decide(
    case_class: CaseClass | Undetermined | Absent = CaseClass.accusation,
    policy: Params = TEXT_2022,
    *,
    major: bool | None = None,
) -> Decision[Secrecy]:
    decision = decide(case_class, policy, major=major)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestAccusations:
    """2022 Art. 30, 2005 Art. 23: material of an accusation never goes to the accused side."""

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    @pytest.mark.parametrize("major", [None, False, True])
    def test_the_accused_side_sees_nothing(self, policy: Params, *, major: bool | None) -> None:
        decision = _decide(policy=policy, major=major)
        assert isinstance(decision.outcome, Secrecy)
        assert decision.outcome.kept_from == ACCUSED

    @pytest.mark.parametrize(
        ("major", "told"),
        [
            (None, ("personnel_department",)),
            (False, ("personnel_department",)),
            (True, ("personnel_department", "party_leaders")),
        ],
    )
    def test_who_is_told_in_2022(self, told: tuple[str, ...], *, major: bool | None) -> None:
        decision = _decide(major=major)
        assert isinstance(decision.outcome, Secrecy)
        assert tuple(one.name for one in decision.outcome.told) == told

    def test_in_2005_nobody_was(self) -> None:
        decision = _decide(policy=TEXT_2005, major=True)
        assert decision.outcome == Secrecy(ACCUSED)
        assert codes(decision.reasons) == ["confidentiality.kept_from"]


class TestOthers:
    """Other classes have no such rule; an unknown class is no leave to show anything."""

    @pytest.mark.parametrize("case_class", [CaseClass.suggestion, CaseClass.appeal])
    def test_other_classes(self, case_class: CaseClass) -> None:
        assert _decide(case_class).outcome is Absent.none

    @pytest.mark.parametrize("case_class", [Undetermined.undetermined, Absent.none])
    def test_an_unknown_class(self, case_class: Undetermined | Absent) -> None:
        decision = _decide(case_class)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation is SECRET_UNTIL_KNOWN

    @pytest.mark.parametrize("name", ["kept_from", "told", "told_if_major"])
    def test_silence_is_named(self, name: str) -> None:
        silent: CitedList[Recipient] = CitedList((), TEXT_2022.told.citation, Absent.silent)
        decision = _decide(policy=evolve(TEXT_2022, **{name: silent}))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer; in the shipped texts nobody accused is ever told."""

    @given(case_class=CLASS_OUTCOMES, major=FLAGS, policy=params(Params))
    def test_any_facts(
        self,
        *,
        case_class: CaseClass | Undetermined | Absent,
        major: bool | None,
        policy: Params,
    ) -> None:
        decision = decide(case_class, policy, major=major)
        assert_explained(decision)
        if isinstance(decision.outcome, Secrecy):
            assert case_class is CaseClass.accusation

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    def test_the_two_lists_have_nobody_in_common(self, policy: Params) -> None:
        outcome = _decide(policy=policy, major=True).outcome
        assert isinstance(outcome, Secrecy)
        assert not set(outcome.told) & set(outcome.kept_from)
