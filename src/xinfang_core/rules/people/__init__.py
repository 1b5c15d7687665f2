"""Who does it? (由谁办): the rules about bodies, agents and mandates, in order.

A rule stands here three times: what its policies say of it, what it answers, and its call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

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

if TYPE_CHECKING:
    from xinfang_core.context import Context
    from xinfang_core.decision import Decision
    from xinfang_core.rules.kind import Kind
    from xinfang_core.rules.people.confidentiality import Secrecy
    from xinfang_core.rules.people.first_contact import Charge
    from xinfang_core.rules.people.joint_handling import Arrangement
    from xinfang_core.rules.people.urgent_report import UrgentReport
    from xinfang_core.vocabulary import (
        AcceptanceDecider,
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


@frozen
class PeopleParams:
    """What the policies say of each rule; None where they have it not."""

    handling_level: handling_level.Params | None = None
    colour: colour.Params | None = None
    joint_acceptance: joint_acceptance.Params | None = None
    joint_handling: joint_handling.Params | None = None
    confidentiality: confidentiality.Params | None = None
    urgent_report: urgent_report.Params | None = None
    self_service: self_service.Params | None = None
    proxy_form: proxy_form.Params | None = None
    proxy_route: proxy_route.Params | None = None
    mandate: mandate.Params | None = None
    agent_eligibility: agent_eligibility.Params | None = None
    first_contact: first_contact.Params | None = None
    priority: priority.Params | None = None
    service_fee: service_fee.Params | None = None


@frozen(slots=False)
class People:
    """The level, the bodies, the agent and the mandate; None where the policies lack the rule."""

    handling_level: Decision[Level] | None = None
    colour: Decision[LevelColour] | None = None
    joint_acceptance: Decision[AcceptanceDecider] | None = None
    joint_handling: Decision[Arrangement] | None = None
    confidentiality: Decision[Secrecy] | None = None
    urgent_report: Decision[UrgentReport] | None = None
    self_service: Decision[RegistrationWay] | None = None
    proxy_form: Decision[ProxyForm] | None = None
    proxy_route: Decision[ProxyRoute] | None = None
    mandate: Decision[MandateState] | None = None
    agent_eligibility: Decision[Eligibility] | None = None
    first_contact: Decision[Charge] | None = None
    priority: Decision[tuple[Priority, ...]] | None = None
    service_fee: Decision[ServiceCharge] | None = None


def decide_people(context: Context, p: PeopleParams, kind: Kind) -> People:
    """The level, the bodies, the agent and the mandate."""
    ask = context.ask
    level = ask(handling_level.apply, p.handling_level)
    return People(
        handling_level=level,
        colour=ask(colour.apply, p.colour, level),
        joint_acceptance=ask(joint_acceptance.apply, p.joint_acceptance),
        joint_handling=ask(joint_handling.apply, p.joint_handling, kind),
        confidentiality=ask(confidentiality.apply, p.confidentiality, kind),
        urgent_report=ask(urgent_report.apply, p.urgent_report),
        self_service=ask(self_service.apply, p.self_service, kind),
        proxy_form=ask(proxy_form.apply, p.proxy_form),
        proxy_route=ask(proxy_route.apply, p.proxy_route),
        mandate=ask(mandate.apply, p.mandate),
        agent_eligibility=ask(agent_eligibility.apply, p.agent_eligibility),
        first_contact=ask(first_contact.apply, p.first_contact),
        priority=ask(priority.apply, p.priority),
        service_fee=ask(service_fee.apply, p.service_fee),
    )
