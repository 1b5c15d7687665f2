"""In what does a proxied matter come first?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import agents
from strategies_params import params as any_params
from xinfang_core.case import Agent
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.priority import Params, decide
from xinfang_core.vocabulary import Absent, Basis, Priority, Undetermined

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).people.priority)


class TestFivePriorities:
    """Online-proxy 13: registered, accepted, dispatched, handled and answered first."""

    def test_a_proxied_matter_comes_first_in_all_five(self) -> None:
        decision = decide(Agent(), PROXY)
        assert_explained(decision)
        assert decision.outcome == (
            Priority.registration,
            Priority.acceptance,
            Priority.dispatch,
            Priority.handling,
            Priority.reply,
        )
        assert decision.basis is Basis.stated

    def test_each_is_cited_with_its_own_words(self) -> None:
        phrases = [step.citation.phrase for step in PROXY.priorities.steps]
        assert phrases == [one.value for one in Priority]

    def test_without_an_agent_it_is_no_proxied_matter(self) -> None:
        decision = decide(None, PROXY)
        assert_explained(decision)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["priority.no_agent"]


class TestAbsent:
    """A policy may name none, or not say which."""

    @pytest.mark.parametrize(
        ("absent", "outcome", "code"),
        [
            (Absent.silent, Undetermined.undetermined, "value.silent"),
            (Absent.none, Absent.none, "priority.nothing_named"),
        ],
    )
    def test_no_list(self, absent: Absent, outcome: object, code: str) -> None:
        params = evolve(PROXY, priorities=evolve(PROXY.priorities, steps=(), absent=absent))
        decision = decide(Agent(), params)
        assert_explained(decision)
        assert decision.outcome is outcome
        assert codes(decision.reasons) == [code]


@given(st.none() | agents(), any_params(Params))
def test_any_facts_have_an_answer(agent: Agent | None, params: Params) -> None:
    decision = decide(agent, params)
    assert_explained(decision)
    assert decision.findings == ()
    if isinstance(decision.outcome, tuple):
        assert decision.outcome == params.priorities.values
