"""May this agent act in the case?"""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import agents
from strategies_params import params as any_params
from xinfang_core.case import Agent
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.agent_eligibility import Params, decide
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AgentRequirement,
    Basis,
    Eligibility,
    Severity,
    Undetermined,
)

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).people.agent_eligibility)
JIUYUAN = present(load_policy("jiuyuan").on(day("2025-01-01")).people.agent_eligibility)
VOLUNTEER = Agent(
    AgentCategory.community_volunteer, registered=True, trained=True, is_petitioner=False
)
NINE = (
    "civil_servant",
    "public_institution_staff",
    "village_committee_cadre",
    "graduate_village_official",
    "residents_group_leader",
    "community_volunteer",
    "deputy_or_member",
    "property_manager",
    "public_spirited_resident",
)


class TestCategories:
    """Online-proxy 14, 15: nine groups of people; the first agents were governance workers."""

    @pytest.mark.parametrize("name", NINE)
    def test_each_of_the_nine_groups_may_serve(self, name: str) -> None:
        category = AgentCategory[name]
        decision = decide(evolve(VOLUNTEER, category=category), PROXY)
        assert_explained(decision)
        assert decision.outcome is Eligibility.eligible
        assert decision.reasons[0].citation == PROXY.categories.cited(category)
        assert PROXY.categories.cited(category).basis is Basis.stated

    def test_governance_workers_still_may_as_we_read_it(self) -> None:
        category = AgentCategory.governance_worker
        decision = decide(evolve(VOLUNTEER, category=category), PROXY)
        assert decision.outcome is Eligibility.eligible
        assert PROXY.categories.cited(category).basis is Basis.interpreted

    def test_another_group_is_not_listed_here(self) -> None:
        decision = decide(evolve(VOLUNTEER, category=AgentCategory.grid_worker), PROXY)
        assert_explained(decision)
        assert decision.outcome is Eligibility.not_eligible
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert dict(finding.reason.facts) == {"requirement": AgentRequirement.listed_category}

    def test_where_nothing_is_asked_anybody_may(self) -> None:
        decision = decide(Agent(), JIUYUAN)
        assert_explained(decision)
        assert decision.outcome is Eligibility.eligible
        assert codes(decision.reasons) == ["agent_eligibility.nothing_asked"]


class TestRequirements:
    """Online-proxy 14, 22, 2: registered, trained before serving, and not the petitioner."""

    @pytest.mark.parametrize(
        ("fact", "value", "requirement"),
        [
            ("registered", False, "registered"),
            ("trained", False, "trained"),
            ("is_petitioner", True, "not_petitioner"),
        ],
    )
    def test_one_that_is_not_met_is_a_violation(
        self, fact: str, requirement: str, *, value: bool
    ) -> None:
        facts: dict[str, Any] = {fact: value}
        decision = decide(evolve(VOLUNTEER, **facts), PROXY)
        assert_explained(decision)
        assert decision.outcome is Eligibility.not_eligible
        (finding,) = decision.findings
        wanted = AgentRequirement[requirement]
        assert dict(finding.reason.facts) == {"requirement": wanted}
        assert finding.reason.citation == PROXY.requirements.cited(wanted)

    @pytest.mark.parametrize("fact", ["category", "registered", "trained", "is_petitioner"])
    def test_one_that_is_not_recorded_leaves_it_open(self, fact: str) -> None:
        facts: dict[str, Any] = {fact: None}
        decision = decide(evolve(VOLUNTEER, **facts), PROXY)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert decision.findings == ()
        assert codes(decision.reasons)[0] == "agent_eligibility.not_recorded"

    def test_what_fails_decides_even_where_the_rest_is_unknown(self) -> None:
        decision = decide(Agent(trained=False), PROXY)
        assert decision.outcome is Eligibility.not_eligible
        assert codes(decision.findings) == ["agent_eligibility.failed"]
        assert codes(decision.reasons).count("agent_eligibility.not_recorded") == 3

    def test_without_an_agent_there_is_nobody_to_ask_about(self) -> None:
        decision = decide(None, PROXY)
        assert_explained(decision)
        assert decision.outcome is Absent.none

    def test_the_order_is_the_source_s(self) -> None:
        asked = ["listed_category", "registered", "trained", "not_petitioner"]
        assert [one.value for one in PROXY.requirements.steps] == [
            AgentRequirement[name] for name in asked
        ]


class TestSilence:
    """What the policy does not tell is said to be so."""

    def test_silent_requirements(self) -> None:
        silent = evolve(PROXY.requirements, steps=(), absent=Absent.silent)
        decision = decide(VOLUNTEER, evolve(PROXY, requirements=silent))
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_silent_groups(self) -> None:
        silent = evolve(PROXY.categories, steps=(), absent=Absent.silent)
        decision = decide(VOLUNTEER, evolve(PROXY, categories=silent))
        assert decision.outcome is Undetermined.undetermined


class TestTotality:
    """Every agent has an answer under every policy, and more known never undoes a refusal."""

    @given(st.none() | agents(), any_params(Params))
    def test_any_facts_have_an_answer(self, agent: Agent | None, params: Params) -> None:
        decision = decide(agent, params)
        assert_explained(decision)
        failed = decision.outcome is Eligibility.not_eligible
        assert bool(decision.findings) is failed

    @given(agents(), any_params(Params))
    def test_an_eligible_agent_who_proves_to_be_the_petitioner_is_one_no_longer(
        self, agent: Agent, params: Params
    ) -> None:
        found = decide(evolve(agent, is_petitioner=True), params)
        asked = AgentRequirement.not_petitioner in params.requirements
        assert (found.outcome is Eligibility.not_eligible) >= asked
