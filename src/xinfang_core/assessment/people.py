"""Who does it? (由谁办理): the rules about levels, agents and mandates, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.rules.kind.case_weight import Weighed
from xinfang_core.rules.people import (
    agent_eligibility,
    colour,
    confidentiality,
    first_contact,
    handling_level,
    joint_acceptance,
    joint_handling,
    mandate,
    priority,
    proxy_form,
    proxy_route,
    self_service,
    service_fee,
    urgent_report,
)
from xinfang_core.vocabulary import Repetition

if TYPE_CHECKING:
    from xinfang_core.assessment.asked import Asked
    from xinfang_core.assessment.decided import Decided
    from xinfang_core.vocabulary import CaseWeight


def who_does_it(asked: Asked, decided: Decided) -> None:
    """The bodies, the agent and the mandate."""
    _handlers(asked, decided)
    case, p = asked.case, asked.policy
    if p.proxy_form:
        decided["proxy_form"] = proxy_form.decide(case.proxy_form, p.proxy_form)
    if p.proxy_route:
        decided["proxy_route"] = proxy_route.decide(
            case.agent,
            city_level=case.city_level,
            multi_department=case.multi_department,
            cross_town=case.cross_town,
            params=p.proxy_route,
        )
    if p.mandate:
        named = (case.proxy_form, case.mandate_agents, case.mandate_proofs)
        decided["mandate"] = mandate.decide(*named, asked.history, p.mandate)
    if p.agent_eligibility:
        decided["agent_eligibility"] = agent_eligibility.decide(case.agent, p.agent_eligibility)
    if p.first_contact:
        met = case.agent.first_contact if case.agent else None
        decided["first_contact"] = first_contact.decide(
            asked.history, p.first_contact, first_contact=met
        )
    if p.priority:
        decided["priority"] = priority.decide(case.agent, p.priority)
    if p.service_fee:
        decided["service_fee"] = service_fee.decide(case.service_fee, p.service_fee)


def _handlers(asked: Asked, decided: Decided) -> None:
    """The level, the bodies that share the work, and who is told."""
    weighed = asked.told(decided["case_weight"], Weighed)
    weight = weighed.weight if weighed else None
    _bodies(asked, decided, weight)
    _told_and_entered(asked, decided, weight)


def _bodies(asked: Asked, decided: Decided, weight: CaseWeight | None) -> None:
    """The level, and the bodies that share the work."""
    case, p = asked.case, asked.policy
    if p.handling_level:
        decided["handling_level"] = handling_level.decide(
            village_can_handle=case.village_can_handle,
            town_can_handle=case.town_can_handle,
            params=p.handling_level,
        )
    if p.colour:
        decided["colour"] = colour.decide(asked.outcome_of(decided["handling_level"]), p.colour)
    if p.joint_acceptance:
        decided["joint_acceptance"] = joint_acceptance.decide(
            several_bodies=case.multi_department,
            disputed=case.acceptance_disputed,
            common_superior=case.common_superior,
            params=p.joint_acceptance,
        )
    if p.joint_handling:
        decided["joint_handling"] = joint_handling.decide(
            weight,
            group_complex=case.group_complex,
            wide_reach=case.wide_reach,
            params=p.joint_handling,
        )


def _told_and_entered(asked: Asked, decided: Decided, weight: CaseWeight | None) -> None:
    """Who is told and who is not, and at which desk the matter is entered."""
    case, p = asked.case, asked.policy
    if p.confidentiality:
        which = asked.outcome_of(decided["case_class"], case.case_class)
        decided["confidentiality"] = confidentiality.decide(
            which, p.confidentiality, major=case.major
        )
    if p.urgent_report:
        decided["urgent_report"] = urgent_report.decide(
            major=case.major, urgent=case.urgent, params=p.urgent_report
        )
    if p.self_service:
        again = asked.told(decided["repeat_petition"], Repetition)
        decided["self_service"] = self_service.decide(case.form, weight, again, p.self_service)
