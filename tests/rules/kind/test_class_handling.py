"""What does the class of the matter ask of the competent body?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies_national import CLASS_OUTCOMES, ROUTES, some
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.class_handling import Handling, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import (
    Absent,
    CaseClass,
    HandlingDuty,
    HearingGround,
    Route,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).kind.class_handling)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).kind.class_handling)


def _decide(
    case_class: CaseClass | Undetermined,
    route: Route | None = None,
    grounds: Collection[HearingGround] = (),
    policy: Params = TEXT_2022,
) -> Decision[Handling]:
    decision = decide(case_class, route, grounds, policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


def _asked(decision: Decision[Handling]) -> tuple[str, ...]:
    assert isinstance(decision.outcome, Handling)
    return tuple(duty.name for duty in decision.outcome.duties)


class TestSuggestions:
    """2022 Art. 29: studied; adopted if sound, and answered; rewarded if it contributes."""

    def test_four_duties(self) -> None:
        found = _asked(_decide(CaseClass.suggestion))
        assert found == ("study", "adopt", "respond", "reward")

    def test_in_2005_no_answer_was_asked_for(self) -> None:
        found = _asked(_decide(CaseClass.suggestion, policy=TEXT_2005))
        assert found == ("study", "adopt", "reward")


class TestAccusations:
    """2022 Art. 30: taken in, accepted, handled and fed back; 2005: as any other matter."""

    def test_four_duties(self) -> None:
        found = _asked(_decide(CaseClass.accusation))
        assert found == ("take_in", "accept", "handle", "feed_back")

    def test_in_2005_the_general_duties_hold(self) -> None:
        found = _asked(_decide(CaseClass.accusation, policy=TEXT_2005))
        assert found == ("hear", "verify", "answer_in_writing")


class TestAppeals:
    """2022 Art. 31 (六): heard, verified, an opinion issued; a hearing may be held."""

    def test_the_petition_route(self) -> None:
        decision = _decide(CaseClass.appeal, Route.petition)
        assert _asked(decision) == ("hear", "verify", "issue_opinion")
        assert codes(decision.reasons) == ["class_handling.asked"]

    @pytest.mark.parametrize("ground", HearingGround)
    def test_a_hearing_may_be_held(self, ground: HearingGround) -> None:
        decision = _decide(CaseClass.appeal, Route.petition, (ground,))
        assert isinstance(decision.outcome, Handling)
        assert decision.outcome.may_hear == (ground,)
        assert codes(decision.reasons)[-1] == "class_handling.may_hear"

    @pytest.mark.parametrize("route", [one for one in Route if one is not Route.petition])
    def test_other_routes_have_their_own_procedure(self, route: Route) -> None:
        decision = _decide(CaseClass.appeal, route)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["class_handling.other_route"]

    def test_an_unknown_route(self) -> None:
        decision = _decide(CaseClass.appeal, None)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["class_handling.route_unknown"]

    @pytest.mark.parametrize("route", [None, *Route])
    def test_in_2005_the_route_made_no_difference(self, route: Route | None) -> None:
        decision = _decide(CaseClass.appeal, route, (HearingGround.major,), TEXT_2005)
        assert _asked(decision) == ("hear", "verify", "answer_in_writing")

    def test_an_unknown_class(self) -> None:
        decision = _decide(Undetermined.undetermined, Route.petition)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["class_handling.class_unknown"]

    def test_a_silent_list_is_named(self) -> None:
        silent: CitedList[HandlingDuty] = CitedList((), TEXT_2022.appeal.citation, Absent.silent)
        policy = evolve(TEXT_2022, appeal=silent)
        decision = _decide(CaseClass.appeal, Route.petition, policy=policy)
        assert decision.outcome is Undetermined.undetermined
        assert decision.weakest == silent.citation


class TestTotality:
    """Any facts have an answer; a hearing is offered only on a listed and recorded ground."""

    @given(CLASS_OUTCOMES, ROUTES, some(HearingGround), params(Params))
    def test_any_facts(
        self,
        case_class: CaseClass | Undetermined | Absent,
        route: Route | None,
        grounds: tuple[HearingGround, ...],
        policy: Params,
    ) -> None:
        decision = decide(case_class, route, grounds, policy)
        assert_explained(decision)
        if isinstance(decision.outcome, Handling):
            assert isinstance(case_class, CaseClass)
            assert set(decision.outcome.may_hear) <= set(grounds) & set(policy.hearing.values)
            assert not decision.outcome.may_hear or case_class is CaseClass.appeal
