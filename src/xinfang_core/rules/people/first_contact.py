"""Whoever meets the petitioner first answers for the matter: until when, and for what? (首接负责).

Source, Jiuyuan (九原“红色代办”), third part: whether a petitioner calls in or an emergency comes,
the leader on duty and the receptionist at the district centre are first contact, agent and
responsible person in one; they register the matter and assign it at once and follow it to the
end. Supervision goes by four questions: who acts as proxy, who assigns, who inspects, who
examines. Other systems name other roles and other questions; lists are data.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.case.standing import effective_day
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty, Owed
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    AnswerableFor,
    ContactRole,
    EventKind,
    Role,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.messages import Lang


@frozen
class Params:
    """What a policy lays on the first contact.

    Attributes:
        roles: the roles that fall on one person.
        duties: the events that this person owes at once, in their order.
        until: the event up to which the roles last.
        answerable: the acts for each of which the record names somebody; ``silent`` or
            ``none`` where the source has no such list.

    """

    roles: CitedList[ContactRole]
    duties: CitedList[EventKind]
    until: Sourced[EventKind]
    answerable: CitedList[AnswerableFor]


@frozen
class Charge:
    """What lies on the agent of a case as its first contact (首接责任).

    Attributes:
        roles: the roles held; empty where the agent was not the first contact.
        owed: the duties that are not on record yet.
        answerable: the acts for each of which the record names somebody.
        ended: the day on which the roles ended; None while they last.

    """

    roles: tuple[ContactRole | Absent, ...] = ()
    owed: tuple[EventKind, ...] = ()
    answerable: tuple[AnswerableFor | Absent, ...] = ()
    ended: date | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The roles and how long they last."""
        if not self.roles:
            return messages.render("charge.text_none", {}, lang)
        code = "charge.text_lasting" if self.ended is None else "charge.text_ended"
        return messages.render(code, {"roles": self.roles, "ended": self.ended}, lang)


def decide(history: History, params: Params, *, first_contact: bool | None) -> Decision[Charge]:
    """What lies on the agent as first contact.

    Args:
        history: the events known on the day asked about.
        params: the policy's roles, duties, end and questions.
        first_contact: whether the agent was the first one the petitioner met; None where not
            recorded.

    """
    roles = params.roles
    if roles.absent is Absent.silent:
        return Decision(Undetermined.undetermined, (silence(roles),))
    acts = params.answerable.values
    facts = (("acts", acts),)
    named = (Reason("first_contact.answerable", facts, params.answerable.citation),) if acts else ()
    if roles.absent is Absent.none:
        nothing = Reason("first_contact.no_roles", (), roles.citation)
        return Decision(Charge(answerable=acts), (nothing, *named))
    if first_contact is None:
        unknown = Reason("first_contact.not_recorded", (), roles.citation, ("agent_first_contact",))
        return Decision(Undetermined.undetermined, (unknown, *named))
    if not first_contact:
        other = Reason("first_contact.other_person", (), roles.citation)
        return Decision(Charge(answerable=acts), (other, *named))
    return _charged(acts, named, history, params)


def apply(context: Context, params: Params) -> Decision[Charge]:
    """The answer about the case of ``context``."""
    agent = context.case.agent
    met = agent.first_contact if agent else None
    return decide(context.history, params, first_contact=met)


def owed(outcome: Charge) -> Iterator[Owed]:
    """What the first contact owes while the roles last."""
    if outcome.roles and not outcome.ended:
        for duty in outcome.owed:
            to = Role.handling_body if duty in _TO_THE_BODY else Role.petitioner
            yield Owed(Duty(duty, Role.agent, to))


_TO_THE_BODY = frozenset({EventKind.assign, EventKind.transfer, EventKind.supervise})
"""What the first contact owes the body that handles the matter; the rest the petitioner."""


def _charged(
    acts: tuple[AnswerableFor | Absent, ...],
    named: tuple[Reason, ...],
    history: History,
    params: Params,
) -> Decision[Charge]:
    """What lies on an agent who was the first contact."""
    until = params.until
    if isinstance(until.value, Absent):
        return Decision(Undetermined.undetermined, (silence(until), *named))
    ended = effective_day(history, until.value)
    roles = params.roles.values
    owed = _owed(history, params.duties.values)
    held = Reason("first_contact.held", (("roles", roles),), params.roles.citation)
    findings = tuple(_gap(duty, params) for duty in owed) if ended and owed else ()
    reasons = (held, _lasts(ended, until), *named)
    return Decision(Charge(roles, owed, acts, ended), reasons, findings)


def _owed(history: History, duties: tuple[EventKind | Absent, ...]) -> tuple[EventKind, ...]:
    """The duties that are not on record; a transfer passes a matter on as an assignment does."""
    owed: list[EventKind] = []
    for duty in duties:
        if isinstance(duty, Absent) or history.first(duty) is not None:
            continue
        if duty is not EventKind.assign or history.first(EventKind.transfer) is None:
            owed.append(duty)
    return tuple(owed)


def _lasts(ended: date | None, until: Sourced[EventKind]) -> Reason:
    """How long the roles last, or when they ended."""
    if ended is None:
        return Reason("first_contact.lasts", (("until", until.value),), until.citation)
    return Reason("first_contact.ended", (("until", until.value), ("at", ended)), until.citation)


def _gap(duty: EventKind, params: Params) -> Finding:
    """A duty of the first contact that is not on record at the end."""
    facts = (("duty", duty),)
    reason = Reason("first_contact.duty_not_recorded", facts, params.duties.cited(duty))
    return Finding(Severity.notice, reason)
