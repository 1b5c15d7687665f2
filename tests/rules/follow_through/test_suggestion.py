"""Which of the three suggestions does the petition office make?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import some
from strategies_params import params
from xinfang_core.obligation import Delay, Overseen
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.suggestion import Params, Suggested, decide, owed
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Conduct,
    EventKind,
    Level,
    Role,
    SuggestionKind,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
EDITIONS = [
    present(NATIONAL.on(day(one)).follow_through.suggestion) for one in ("2005-05-01", "2022-05-01")
]
TEXT = EDITIONS[-1]
WORK, POLICY, ACCOUNT = SuggestionKind
GRAVE, SHIRKING = Conduct.grave_consequences, Conduct.shirking


def _decide(
    conduct: tuple[Conduct, ...] = (), policy: Params = TEXT, *, overdue: bool = False
) -> Decision[Suggested]:
    decision = decide(Delay(conduct, overdue), policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


@pytest.mark.parametrize("policy", EDITIONS)
class TestThree:
    """2022 Arts. 14, 40, 2005 Arts. 36-38: mend the work, complete the policy, hold to account."""

    @pytest.mark.parametrize(
        "conduct", [one for one in Conduct if one not in {GRAVE, Conduct.policy_problem}]
    )
    def test_faults_of_the_work(self, policy: Params, conduct: Conduct) -> None:
        assert _decide((conduct,), policy).outcome == Suggested((WORK,))

    def test_an_overdue_limit(self, policy: Params) -> None:
        assert _decide((), policy, overdue=True).outcome == Suggested((WORK,))
        assert len(_decide((Conduct.overdue,), policy, overdue=True).reasons) == 1

    def test_a_problem_of_policy(self, policy: Params) -> None:
        assert _decide((Conduct.policy_problem,), policy).outcome == Suggested((POLICY,))

    def test_shirking_with_grave_consequences(self, policy: Params) -> None:
        assert _decide((GRAVE, SHIRKING), policy).outcome == Suggested((WORK, ACCOUNT))

    def test_grave_consequences_alone_are_not_enough(self, policy: Params) -> None:
        decision = _decide((GRAVE,), policy)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["suggestion.grave_alone", "suggestion.nothing"]

    def test_all_three_at_once(self, policy: Params) -> None:
        found = _decide((Conduct.policy_problem, GRAVE, SHIRKING), policy)
        assert found.outcome == Suggested((WORK, POLICY, ACCOUNT))

    def test_nothing_went_wrong(self, policy: Params) -> None:
        assert _decide((), policy).outcome is Absent.none


class TestTotality:
    """Any facts have an answer; more causes never take a suggestion away."""

    def test_a_silent_cell_is_named(self) -> None:
        silent: Sourced[Any] = Sourced(Absent.silent, TEXT.by_conduct[SHIRKING].citation)
        policy = evolve(TEXT, by_conduct=Table({**TEXT.by_conduct.cells, SHIRKING: silent}))
        decision = _decide((SHIRKING,), policy)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    @given(conduct=some(Conduct), overdue=st.booleans(), policy=params(Params))
    def test_any_facts(
        self, *, conduct: tuple[Conduct, ...], overdue: bool, policy: Params
    ) -> None:
        decision = decide(Delay(conduct, overdue), policy)
        assert_explained(decision)
        if isinstance(decision.outcome, Suggested):
            kinds = decision.outcome.kinds
            assert kinds == tuple(one for one in SuggestionKind if one in kinds)

    @given(some(Conduct), some(Conduct))
    def test_monotone(self, conduct: tuple[Conduct, ...], more: tuple[Conduct, ...]) -> None:
        wider = tuple(dict.fromkeys((*conduct, *more)))
        less, full = (decide(Delay(one, overdue=False), TEXT).outcome for one in (conduct, wider))
        if isinstance(less, Suggested):
            assert isinstance(full, Suggested)
            assert set(less.kinds) <= set(full.kinds)


class TestBodies:
    """A suggestion is made to the body that is late, by the office that supervises it."""

    @pytest.mark.parametrize(
        ("level", "office"),
        [(Level.city, Role.petition_office), (None, Undetermined.undetermined)],
    )
    def test_to_whom_and_by_whom(self, level: Level | None, office: Role | Undetermined) -> None:
        body = Overseen(Role.reviewing_body, late=True, level=level, since=day("2025-04-15"))
        decision = decide(Delay((), overdue=True, bodies=(body,)), TEXT)
        assert isinstance(decision.outcome, Suggested)
        (one,) = owed(decision.outcome)
        assert one.duty[:3] == (EventKind.suggest, office, Role.reviewing_body)
        assert (one.duty.level, one.since) == (level, day("2025-04-15"))
        assert decision.outcome.text() == "改进工作"
