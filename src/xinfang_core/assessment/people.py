"""Who does it? (由谁办理): the rules about levels, agents and mandates, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.assessment.kind import Kind
from xinfang_core.rules import (
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
from xinfang_core.rules.case_weight import Weighed
from xinfang_core.vocabulary import Repetition

if TYPE_CHECKING:
    from xinfang_core.assessment.asked import Asked
    from xinfang_core.decision import Decision
    from xinfang_core.rules.confidentiality import Secrecy
    from xinfang_core.rules.first_contact import Charge
    from xinfang_core.rules.joint_handling import Arrangement
    from xinfang_core.rules.urgent_report import UrgentReport
    from xinfang_core.vocabulary import (
        AcceptanceDecider,
        CaseWeight,
        Eligibility,
        Level,
        LevelColour,
        MandateState,
        Priority,
        ProxyForm,
        ProxyRoute,
        RegistrationWay,
        ServiceCharge,
    )


class Handlers(Kind):
    """The decisions about the bodies that handle the matter, besides what it is."""

    handling_level: Decision[Level] | None
    colour: Decision[LevelColour] | None
    joint_acceptance: Decision[AcceptanceDecider] | None
    joint_handling: Decision[Arrangement] | None
    confidentiality: Decision[Secrecy] | None
    urgent_report: Decision[UrgentReport] | None
    self_service: Decision[RegistrationWay] | None


class People(Handlers):
    """The decisions about who does it, and all before."""

    proxy_form: Decision[ProxyForm] | None
    proxy_route: Decision[ProxyRoute] | None
    mandate: Decision[MandateState] | None
    agent_eligibility: Decision[Eligibility] | None
    first_contact: Decision[Charge] | None
    priority: Decision[tuple[Priority, ...]] | None
    service_fee: Decision[ServiceCharge] | None


def who_does_it(asked: Asked, decided: People) -> None:
    """The agent, the mandate and the bodies."""
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
    _handlers(asked, decided)


def _handlers(asked: Asked, decided: Handlers) -> None:
    """The level, the bodies that share the work, and who is told."""
    weighed = asked.told(decided["case_weight"], Weighed)
    weight = weighed.weight if weighed else None
    _bodies(asked, decided, weight)
    _told_and_entered(asked, decided, weight)


def _bodies(asked: Asked, decided: Handlers, weight: CaseWeight | None) -> None:
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


def _told_and_entered(asked: Asked, decided: Handlers, weight: CaseWeight | None) -> None:
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
