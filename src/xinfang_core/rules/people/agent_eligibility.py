"""May this agent act in the case? (代理员资格).

Source: the online-proxy system (网上信访代理), second part, second measure, and third part, second
measure. Agents are drawn from nine groups of people, all of them entered in a register; newcomers
serve once they have passed the training. Jiuyuan (九原“红色代办”) draws its agents from groups of
its own. Which groups, and which requirements, is the policy's list. An agent acts for somebody
else, so that who petitions in person is no agent. What is not in order is the office's to mend:
the petition stands, whoever brought it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import CitedList, Sourced
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


@frozen
class Params:
    """Who may serve, and what is asked of an agent.

    Attributes:
        categories: the groups of people that agents are drawn from.
        requirements: what an agent must fulfil, in the source's order.

    """

    categories: CitedList[AgentCategory]
    requirements: CitedList[AgentRequirement]

    @cached_property
    def verdicts(self) -> tuple[tuple[AgentRequirement | Absent, dict[bool | None, Reason]], ...]:
        """For each requirement what is told where it is met, is not, or is not recorded."""
        return tuple((step.value, _verdicts(step)) for step in self.requirements.steps)

    @cached_property
    def listed(self) -> dict[AgentCategory | None, tuple[bool | None, Reason]]:
        """Whether a category is listed, None where that is not known; and how that is told."""
        return {one: _listed(one, self.categories) for one in (None, *AgentCategory)}


def _verdicts(requirement: Sourced[AgentRequirement]) -> dict[bool | None, Reason]:
    facts = (("requirement", requirement.value),)
    lacks: tuple[str, ...] = _FACTS.get(requirement.value, ())
    return {
        found: Reason(code, facts, requirement.citation, lacks if found is None else ())
        for found, code in _CODES.items()
    }


def _listed(
    category: AgentCategory | None, listed: CitedList[AgentCategory]
) -> tuple[bool | None, Reason]:
    facts, cited = (("requirement", AgentRequirement.listed_category),), listed.citation
    found: bool | None = None
    if category is not None and listed.absent is not Absent.silent:
        found, cited = category in listed.values, listed.cited(category)
    lacks = _FACTS[AgentRequirement.listed_category] if category is None else ()
    return found, Reason(_CODES[found], facts, cited, lacks)


_FACTS: dict[object, tuple[str, ...]] = {
    AgentRequirement.listed_category: ("agent_category",),
    AgentRequirement.registered: ("agent_registered",),
    AgentRequirement.trained: ("agent_trained",),
    AgentRequirement.not_petitioner: ("agent_is_petitioner",),
}
"""The fact that each requirement is judged by."""

_CODES: dict[bool | None, str] = {
    True: "agent_eligibility.met",
    False: "agent_eligibility.failed",
    None: "agent_eligibility.not_recorded",
}


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
        silent = silence(wanted)
        return Decision(Undetermined.undetermined, (silent,))
    if agent is None:
        nobody = Reason("agent_eligibility.no_agent", (), wanted.citation)
        return Decision(Absent.none, (nobody,))
    if not wanted.steps:
        nothing = Reason("agent_eligibility.nothing_asked", (), wanted.citation)
        return Decision(Eligibility.eligible, (nothing,))
    return _checked(agent, params)


def apply(context: Context, params: Params) -> Decision[Eligibility]:
    """The answer about the case of ``context``."""
    return decide(context.case.agent, params)


def _checked(agent: Agent, params: Params) -> Decision[Eligibility]:
    """The requirements one by one: what fails decides, then what is not known."""
    met: list[Reason] = []
    failed: list[Reason] = []
    unknown: list[Reason] = []
    for requirement, told in params.verdicts:
        found: bool | None = None
        if requirement is _REGISTERED:
            found = agent.registered
        elif requirement is _TRAINED:
            found = agent.trained
        elif requirement is _NOT_PETITIONER:
            found = None if agent.is_petitioner is None else not agent.is_petitioner
        reason = told[found]
        if requirement is _LISTED:
            found, reason = params.listed[agent.category]
        if found:
            met.append(reason)
        elif found is None:
            unknown.append(reason)
        else:
            failed.append(reason)
    if failed:
        findings = tuple(Finding(Severity.violation, reason) for reason in failed)
        return Decision(Eligibility.not_eligible, (*failed, *unknown), findings)
    if unknown:
        return Decision(Undetermined.undetermined, (*unknown, *met))
    return Decision(_ELIGIBLE, tuple(met))


# Looking a member up costs as much as a reason.
_LISTED, _REGISTERED = AgentRequirement.listed_category, AgentRequirement.registered
_TRAINED, _NOT_PETITIONER = AgentRequirement.trained, AgentRequirement.not_petitioner
_ELIGIBLE = Eligibility.eligible
