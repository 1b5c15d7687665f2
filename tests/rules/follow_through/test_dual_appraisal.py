"""Who is appraised for the quality of the handling, and how is it rated?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present, recorded
from strategies import histories
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.dual_appraisal import Appraisal, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, Basis, RatingChannel, Role, Undetermined

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

PACK = load_policy("gongshu").on(day("2025-01-01"))
GONGSHU = present(PACK.follow_through.dual_appraisal)
CONCLUDED = recorded(accept="2025-03-04", conclude="2025-03-14")


def _decide(history: History = CONCLUDED, policy: Params = GONGSHU) -> Decision[Appraisal]:
    decision = decide(history, policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestAppraised:
    """Gongshu: the petition worker and the competent department are appraised together."""

    def test_both_of_them(self) -> None:
        outcome = _decide().outcome
        assert isinstance(outcome, Appraisal)
        assert outcome.appraised == (Role.petition_worker, Role.competent_department)
        assert outcome.text() == "信访工作人员、事权部门"
        assert _decide().basis is Basis.stated

    def test_they_are_not_the_two_that_petitioners_rate(self) -> None:
        rated = present(PACK.follow_through.satisfaction).targets.values
        assert rated == (Role.petition_worker, Role.petition_office)
        assert set(rated) & set(GONGSHU.appraised.values) == {Role.petition_worker}

    def test_petitioners_rate_online_or_by_text_message(self) -> None:
        outcome = _decide().outcome
        assert isinstance(outcome, Appraisal)
        assert outcome.channels == (RatingChannel.online, RatingChannel.text_message)

    def test_nothing_before_the_conclusion(self) -> None:
        decision = _decide(recorded(accept="2025-03-04", reply="2025-03-12"))
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["dual_appraisal.not_yet"]


class TestTotality:
    """Any history and any policy have an answer."""

    @given(histories(), params(Params))
    def test_the_lists_are_the_policys(self, history: History, policy: Params) -> None:
        outcome = _decide(history, policy).outcome
        if isinstance(outcome, Appraisal):
            assert outcome.appraised == policy.appraised.values
            assert outcome.channels == policy.channels.values
            assert policy.after.value in {event.kind for event in history.events}

    @pytest.mark.parametrize("name", ["appraised", "channels"])
    def test_a_silent_list_is_named(self, name: str) -> None:
        silent: CitedList[Any] = CitedList((), GONGSHU.appraised.citation, Absent.silent)
        replaced: dict[str, Any] = {name: silent}
        decision = _decide(policy=evolve(GONGSHU, **replaced))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_a_silent_start_is_named(self) -> None:
        after = evolve(GONGSHU.after, value=Absent.silent)
        decision = _decide(policy=evolve(GONGSHU, after=after))
        assert decision.outcome is Undetermined.undetermined
