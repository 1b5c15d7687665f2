"""Is there a mandate where there has to be one? (委托书).

Source, Jiuyuan (九原“红色代办”), third part: registration, signing the mandate, start, following
up, in this order. The source puts the mandate into the flow of all three forms of proxy, though
two of them begin without the petitioner; by which act it is needed, is data for each form.
Shandong (山东省信访条例) Art. 28: one or two agents, who show the mandate and a proof of kinship or
a recommendation. Beijing (北京市信访条例) Art. 27: an agent does not go on with what the principal
has given up. The numbers, the proofs and the acts that end with the mandate are data too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case.event import is_before
from xinfang_core.case.standing import since_last
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.quantities import People
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    MandateProof,
    MandateState,
    ProxyForm,
    Role,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Event, History

ANY_PROOF = Citation(
    source="",
    clause="委托书之外的证明",
    phrase="",
    basis=Basis.interpreted,
    note="所列证明因代理人身份而异，出示其中一种即可；未记录的作为提示，不据此否定委托",
)
"""One of the listed proofs will do: which one depends on who the agent is."""

WITHDRAWAL = Citation(
    source="",
    clause="撤回委托的效果",
    phrase="",
    basis=Basis.interpreted,
    note="委托因信访人撤回而终止；之后另签委托书的，以新委托书为准",
)
"""A withdrawal ends the mandate until another one is signed."""


@frozen
class Params:
    """What a policy says about mandates.

    Attributes:
        before: for each form of proxy, the event before which the mandate is signed.
        most_agents: how many agents a mandate may name at most.
        proofs: what an agent shows besides the mandate.
        ended_acts: what an agent no longer does once the mandate is withdrawn.

    """

    before: Table[ProxyForm, EventKind]
    most_agents: Sourced[People]
    proofs: CitedList[MandateProof]
    ended_acts: CitedList[EventKind]


def decide(
    proxy_form: ProxyForm | None,
    mandate_agents: int | None,
    proofs: Collection[MandateProof],
    history: History,
    params: Params,
) -> Decision[MandateState]:
    """How the case stands with its mandate.

    Args:
        proxy_form: how the proxy came about; None where not recorded.
        mandate_agents: how many agents the mandate names; None where not recorded.
        proofs: what was shown besides the mandate.
        history: the events known on the day asked about.
        params: the policy's times, number and proofs.

    """
    signed = _since_withdrawal(EventKind.sign_mandate, history)
    needed = None if proxy_form is None else params.before[proxy_form]
    if signed is None and history.first(EventKind.withdraw_mandate) is not None:
        return _of_withdrawn(needed, history, params)
    content = () if signed is None else tuple(_content(mandate_agents, proofs, params))
    if needed is None:
        return _of_unknown_form(signed, content)
    if isinstance(needed.value, Absent):
        return Decision(Undetermined.undetermined, (silence(needed),))
    act = _since_withdrawal(needed.value, history)
    facts = (("form", proxy_form), ("act", needed.value))
    if signed is not None:
        reason = Reason("mandate.signed", (("at", signed.day), *facts), needed.citation)
        late = act is not None and is_before(act, signed)
        found = (Finding(Severity.warning, _late(signed, needed)),) if late else ()
        return Decision(MandateState.signed, (reason,), (*found, *content))
    if act is None:
        not_yet = Reason("mandate.not_needed_yet", facts, needed.citation)
        return Decision(MandateState.not_needed_yet, (not_yet,))
    missing = Reason("mandate.missing", (("at", act.day), *facts), needed.citation)
    return Decision(
        MandateState.missing, (missing,), (Finding(Severity.violation, missing, _SIGN),)
    )


_SIGN = Duty(EventKind.sign_mandate, Role.agent, Role.petitioner)


def apply(context: Context, params: Params) -> Decision[MandateState]:
    """The answer about the case of ``context``."""
    case = context.case
    named = (case.proxy_form, case.mandate_agents, case.mandate_proofs)
    return decide(*named, context.history, params)


def _of_withdrawn(
    needed: Sourced[EventKind] | None, history: History, params: Params
) -> Decision[MandateState]:
    """The answer where no mandate was signed since the last one was withdrawn."""
    reason, found = Reason("mandate.withdrawn", (), WITHDRAWAL), tuple(_after(history, params))
    kind = None if needed is None else needed.value
    act = None if kind is None or isinstance(kind, Absent) else _since_withdrawal(kind, history)
    if needed is None or act is None:
        return Decision(MandateState.withdrawn, (reason,), found)
    facts = (("at", act.day), ("act", kind))
    again = Reason("mandate.missing_again", facts, needed.citation)
    wrong = (Finding(Severity.violation, again, _SIGN), *found)
    return Decision(MandateState.missing, (reason, again), wrong)


def _since_withdrawal(kind: EventKind, history: History) -> Event | None:
    """The first event of a kind; where a mandate was withdrawn, the first one since."""
    return next(iter(since_last(history, EventKind.withdraw_mandate, kind)), None)


def _of_unknown_form(signed: Event | None, content: tuple[Finding, ...]) -> Decision[MandateState]:
    """What can be told where the form of the proxy is not recorded."""
    if signed is None:
        return Decision(Undetermined.undetermined, (_FORM_UNKNOWN,))
    there = Reason("mandate.signed_somehow", (("at", signed.day),))
    return Decision(MandateState.signed, (there, _FORM_UNKNOWN), content)


NEEDS_FORM = Citation(
    source="",
    clause="委托书签订时点按代办形式规定",
    phrase="",
    basis=Basis.interpreted,
    note="代办形式未记录的，不认定应当何时签订委托书",
)
"""By when a mandate is needed depends on the form, so without it nothing is late or missing."""

_FORM_UNKNOWN = Reason("mandate.form_unknown", (), NEEDS_FORM, ("proxy_form",))


def _late(signed: Event, needed: Sourced[EventKind]) -> Reason:
    return Reason("mandate.late", (("at", signed.day), ("act", needed.value)), needed.citation)


def _content(
    agents: int | None, proofs: Collection[MandateProof], params: Params
) -> Iterator[Finding]:
    """What a signed mandate lacks, or names too many of."""
    most, wanted = params.most_agents, params.proofs
    if agents is not None and not isinstance(most.value, Absent) and agents > most.value:
        facts = (("found", agents), ("most", most.value))
        yield Finding(Severity.violation, Reason("mandate.too_many", facts, most.citation))
    if wanted.steps and not any(proof in wanted for proof in proofs):
        reason = Reason("mandate.no_proof", (("wanted", wanted.values),), ANY_PROOF)
        yield Finding(Severity.notice, reason)


def _after(history: History, params: Params) -> Iterator[Finding]:
    """What was done in the petitioner's name after the mandate was withdrawn."""
    withdrawal = history.all(EventKind.withdraw_mandate)[-1]
    for act in params.ended_acts.values:
        last = None if isinstance(act, Absent) else (history.all(act) or (None,))[-1]
        if last is not None and is_before(withdrawal, last):
            facts = (("act", act), ("at", last.day), ("withdrawn", withdrawal.day))
            reason = Reason("mandate.acted_after", facts, params.ended_acts.cited(act))
            yield Finding(Severity.violation, reason)
