"""May this agent act in the case? (代理员资格).

Source: the online-proxy system (网上信访代理), second part, second measure, and third part, second
measure. Agents are drawn from nine groups of people, all of them entered in a register; newcomers
serve once they have passed the training. Jiuyuan (九原“红色代办”) draws its agents from groups of
its own. Which groups, and which requirements, is the policy's list. An agent acts for somebody
else, so that who petitions in person is no agent. What is not in order is the office's to mend:
the petition stands, whoever brought it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import Ladder, Sourced
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AgentRequirement,
    Eligibility,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Agent
    from xinfang_core.sources import Citation


@frozen
class Params:
    """Who may serve, and what is asked of an agent.

    Attributes:
        categories: the groups of people that agents are drawn from.
        requirements: what an agent must fulfil, in the source's order.

    """

    categories: Ladder[AgentCategory]
    requirements: Ladder[AgentRequirement]


def decide(agent: Agent | None, params: Params) -> Decision[Eligibility]:
    """Whether the agent may act; undetermined where something needed is not recorded.

    Args:
        agent: who acts for the petitioner; None where nobody is recorded, so that there is
            nobody to ask about.
        params: the policy's groups and requirements.

    Returns:
        A requirement that is not met is a violation, and none of the petitioner's.

    """
    wanted = params.requirements
    if wanted.absent is Absent.silent:
        silent = silence(Sourced(Absent.silent, wanted.citation))
        return Decision(Undetermined.undetermined, (silent,))
    if agent is None:
        nobody = Reason("agent_eligibility.no_agent", (), wanted.citation)
        return Decision(Absent.none, (nobody,))
    if not wanted.steps:
        nothing = Reason("agent_eligibility.nothing_asked", (), wanted.citation)
        return Decision(Eligibility.eligible, (nothing,))
    return _checked(agent, params)


def _checked(agent: Agent, params: Params) -> Decision[Eligibility]:
    """The requirements one by one: what fails decides, then what is not known."""
    met: list[Reason] = []
    failed: list[Reason] = []
    unknown: list[Reason] = []
    for step in params.requirements.steps:
        requirement, citation = step.value, step.citation
        found: bool | None = None
        if requirement is _REGISTERED:
            found = agent.registered
        elif requirement is _TRAINED:
            found = agent.trained
        elif requirement is _NOT_PETITIONER:
            found = None if agent.is_petitioner is None else not agent.is_petitioner
        elif requirement is _LISTED:
            found, citation = _listed(agent, params.categories)
        facts = (("requirement", requirement),)
        if found:
            met.append(_new(Reason, ("agent_eligibility.met", facts, citation)))
        elif found is None:
            unknown.append(Reason("agent_eligibility.not_recorded", facts, citation))
        else:
            failed.append(Reason("agent_eligibility.failed", facts, citation))
    if failed:
        findings = tuple(Finding(Severity.violation, reason) for reason in failed)
        return Decision(Eligibility.not_eligible, (*failed, *unknown), findings)
    if unknown:
        return Decision(Undetermined.undetermined, (*unknown, *met))
    return Decision(_ELIGIBLE, tuple(met))


def _listed(agent: Agent, listed: Ladder[AgentCategory]) -> tuple[bool | None, Citation]:
    """Whether the agent is of a listed group, None where that is not known; and what lists it."""
    category = agent.category
    if category is None or listed.absent is Absent.silent:
        return None, listed.citation
    return category in listed.values, listed.cited(category)


# What the generated constructor does, at half its cost; looking a member up costs as much.
_new = tuple.__new__
_LISTED, _REGISTERED = AgentRequirement.listed_category, AgentRequirement.registered
_TRAINED, _NOT_PETITIONER = AgentRequirement.trained, AgentRequirement.not_petitioner
_ELIGIBLE = Eligibility.eligible
