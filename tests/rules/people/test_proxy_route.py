"""Which way does a proxied matter go?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FLAGS, agents
from strategies_params import params as any_params
from xinfang_core.case import Agent
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.proxy_route import PRECEDENCE, Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CoordinationGround,
    ProxyRoute,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).people.proxy_route)
ONLINE, ON_PAPER = Agent(works_offline=False), Agent(works_offline=True)


def _decide(
    agent: Agent | None = ONLINE,
    params: Params = PROXY,
    *,
    city: bool | None = False,
    several: bool | None = False,
    across: bool | None = False,
) -> Decision[ProxyRoute]:
    decision = decide(
        agent, city_level=city, multi_department=several, cross_town=across, params=params
    )
    assert_explained(decision)
    return decision


class TestRoutes:
    """Online-proxy 3, 9, 11: the platform, the masses' system from paper, or coordination."""

    def test_an_agent_on_the_network_files_on_a_platform(self) -> None:
        decision = _decide()
        assert decision.outcome is ProxyRoute.network_platform
        assert decision.reasons[-1].citation == PROXY.otherwise.citation

    def test_what_comes_on_paper_is_entered_into_the_system(self) -> None:
        decision = _decide(ON_PAPER)
        assert decision.outcome is ProxyRoute.masses_system
        assert decision.reasons[-1].citation == PROXY.written.citation

    @pytest.mark.parametrize(
        ("fact", "ground"),
        [("city", "city_level"), ("several", "multi_department"), ("across", "cross_town")],
    )
    def test_each_ground_leads_to_the_district_office(self, fact: str, ground: str) -> None:
        facts: dict[str, Any] = {fact: True}
        decision = _decide(**facts)
        assert decision.outcome is ProxyRoute.coordination
        first = decision.reasons[0]
        assert first.citation == PROXY.grounds.cited(CoordinationGround[ground])
        assert decision.basis is Basis.stated

    def test_coordination_comes_before_paper_as_we_read_it(self) -> None:
        decision = _decide(ON_PAPER, across=True)
        assert decision.outcome is ProxyRoute.coordination
        assert decision.weakest is PRECEDENCE
        assert PRECEDENCE.note

    def test_without_an_agent_it_is_no_proxied_matter(self) -> None:
        decision = _decide(None, city=True)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["proxy_route.no_agent"]


class TestUnknown:
    """What is not recorded is read as no, and said."""

    def test_flags(self) -> None:
        decision = _decide(city=None, several=False, across=None)
        assert decision.outcome is ProxyRoute.network_platform
        assert dict(decision.reasons[0].facts) == {
            "grounds": (CoordinationGround.city_level, CoordinationGround.cross_town)
        }

    def test_paper(self) -> None:
        decision = _decide(Agent())
        assert decision.outcome is ProxyRoute.network_platform
        assert codes(decision.reasons) == ["proxy_route.paper_not_recorded", "proxy_route.route"]

    def test_silent_grounds(self) -> None:
        silent = evolve(PROXY.grounds, steps=(), absent=Absent.silent)
        decision = _decide(params=evolve(PROXY, grounds=silent))
        assert decision.outcome is Undetermined.undetermined

    @pytest.mark.parametrize(
        ("name", "agent", "several"),
        [("coordinated", ONLINE, True), ("written", ON_PAPER, False), ("otherwise", ONLINE, False)],
    )
    def test_a_silent_route(self, name: str, agent: Agent, *, several: bool) -> None:
        silent = evolve(getattr(PROXY, name), value=Absent.silent)
        decision = _decide(agent, evolve(PROXY, **{name: silent}), several=several)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer; a ground that the policy does not know leads nowhere."""

    @given(st.none() | agents(), st.tuples(FLAGS, FLAGS, FLAGS), any_params(Params))
    def test_any_facts_have_an_answer(
        self, agent: Agent | None, flags: tuple[bool | None, ...], params: Params
    ) -> None:
        city, several, across = flags
        decision = _decide(agent, params, city=city, several=several, across=across)
        assert decision.findings == ()
        assert (decision.outcome is Absent.none) >= (agent is None and not params.grounds.absent)

    @given(agents(), st.tuples(FLAGS, FLAGS), any_params(Params))
    def test_only_listed_grounds_count(
        self, agent: Agent, flags: tuple[bool | None, ...], params: Params
    ) -> None:
        several, across = flags
        unlisted = CoordinationGround.city_level not in params.grounds
        with_it = _decide(agent, params, city=True, several=several, across=across)
        without = _decide(agent, params, city=False, several=several, across=across)
        assert (with_it == without) >= unlisted
