"""Who settles which of several bodies accepts the matter?"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.joint_acceptance import READ_AS_AGREED, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, AcceptanceDecider, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).people.joint_acceptance)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).people.joint_acceptance)
EDITIONS = [TEXT_2005, TEXT_2022]


def _decide(
    *,
    several: bool | None = True,
    disputed: bool | None = True,
    superior: bool | None = None,
    policy: Params = TEXT_2022,
) -> Decision[AcceptanceDecider]:
    decision = decide(
        several_bodies=several, disputed=disputed, common_superior=superior, params=policy
    )
    assert_explained(decision)
    assert decision.findings == ()
    return decision


@pytest.mark.parametrize("policy", EDITIONS)
class TestSequence:
    """Art. 24: among themselves; their common superior; (2022) their common joint conference."""

    @pytest.mark.parametrize("several", [None, False])
    def test_one_body_alone(self, policy: Params, *, several: bool | None) -> None:
        assert _decide(several=several, policy=policy).outcome is Absent.none

    @pytest.mark.parametrize("disputed", [None, False])
    def test_without_a_dispute_the_bodies_settle_it(
        self, policy: Params, *, disputed: bool | None
    ) -> None:
        decision = _decide(disputed=disputed, policy=policy)
        assert decision.outcome is AcceptanceDecider.bodies
        assert decision.reasons[0].citation is READ_AS_AGREED

    def test_their_common_superior_decides_a_dispute(self, policy: Params) -> None:
        found = _decide(superior=True, policy=policy).outcome
        assert found is AcceptanceDecider.common_superior

    def test_whether_they_have_one_is_not_recorded(self, policy: Params) -> None:
        decision = _decide(policy=policy)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["joint_acceptance.superior_unknown"]


class TestConference:
    """Without a common superior the joint conference decides; in 2005 the text knew none."""

    def test_2022(self) -> None:
        assert _decide(superior=False).outcome is AcceptanceDecider.joint_conference

    def test_2005(self) -> None:
        decision = _decide(superior=False, policy=TEXT_2005)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["joint_acceptance.not_provided"]

    def test_a_silent_list(self) -> None:
        silent: CitedList[AcceptanceDecider] = CitedList(
            (), TEXT_2022.deciders.citation, Absent.silent
        )
        decision = _decide(policy=evolve(TEXT_2022, deciders=silent))
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer, and only somebody on the list is called upon."""

    @given(params(Params))
    def test_any_facts(self, policy: Params) -> None:
        flags = (None, False, True)
        for several, disputed, superior in product(flags, flags, flags):
            decision = _decide(several=several, disputed=disputed, superior=superior, policy=policy)
            if isinstance(decision.outcome, AcceptanceDecider):
                assert decision.outcome in policy.deciders

    @given(disputed=FLAGS, superior=FLAGS)
    def test_one_body_has_nothing_to_settle(
        self, *, disputed: bool | None, superior: bool | None
    ) -> None:
        assert _decide(several=False, disputed=disputed, superior=superior).outcome is Absent.none
