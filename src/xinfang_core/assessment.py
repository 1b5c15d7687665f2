"""All decisions about one case on one day (评估): the only place where rules meet."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from xinfang_core import messages
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision, Finding, Reason
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.rules import (
    handling_deadline,
    incentive,
    notice_deadline,
    reply_deadline,
    reply_kind,
)
from xinfang_core.sources import Citation, weakest
from xinfang_core.vocabulary import Absent, Basis, EventKind, ReplyKind, Role, Status, Undetermined
from xinfang_core.workflow import out_of_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.messages import Lang
    from xinfang_core.policy import PolicyPack
    from xinfang_core.rules.incentive import Award

Outcome = TypeVar("Outcome")

RULES = ("reply_kind", "reply_deadline", "notice_deadline", "handling_deadline", "incentive")
"""The rules in the order in which they are decided."""


@frozen
class Obligation:
    """Something that is owed next (待办).

    Attributes:
        duty: what is to be done.
        debtor: who owes it.
        creditor: to whom.
        due: by when; None where no last day can be told.
        reason: why.

    """

    duty: EventKind
    debtor: Role
    creditor: Role
    due: date | None
    reason: Reason

    def text(self, lang: Lang = "zh") -> str:
        """Who owes what to whom by when."""
        facts = {"debtor": self.debtor, "creditor": self.creditor, "duty": self.duty}
        if self.due is None:
            return messages.render("obligation.undated", facts, lang)
        return messages.render("obligation.due", {**facts, "due": self.due}, lang)


@frozen
class Assessment:
    """All decisions about one case on one day; a rule that the policy lacks is None.

    Attributes:
        case_no: the case.
        policy: the editions that applied, and the variant.
        as_of: the day asked about; later events are not known yet.
        obligations: what is owed next, soonest first.
        findings: what is out of order.

    """

    case_no: str
    policy: str
    as_of: date
    reply_kind: Decision[ReplyKind] | None
    reply_deadline: Decision[Deadline] | None
    notice_deadline: Decision[Deadline] | None
    handling_deadline: Decision[Deadline] | None
    incentive: Decision[Award] | None
    obligations: tuple[Obligation, ...]
    findings: tuple[Finding, ...]

    def decisions(self) -> Iterator[tuple[str, Decision[object]]]:
        """The decisions by the names of their rules."""
        for name in RULES:
            decision = getattr(self, name)
            if decision is not None:
                yield name, decision

    @property
    def weakest(self) -> Citation | None:
        """The weakest value or reading that any decision rests on."""
        cited = (decision.weakest for _, decision in self.decisions())
        return weakest(citation for citation in cited if citation)

    @property
    def weakest_basis(self) -> Basis | None:
        """The weakest basis that any decision rests on; None where nothing is decided."""
        cited = self.weakest
        return cited.basis if cited else None

    def explain(self, lang: Lang = "zh") -> str:
        """Everything in words: the weakest basis first, then each decision with its reasons."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        head = {"case_no": self.case_no, "policy": self.policy, "as_of": self.as_of}
        yield messages.render("assessment.head", head, lang)
        cited = self.weakest
        if cited is not None:
            rests = {"basis": cited.basis, "citation": cited.text(lang), "note": cited.note}
            yield messages.render("assessment.rests_on", rests, lang)
        for name, decision in self.decisions():
            yield f"{messages.render(f'rule.{name}', {}, lang)}: {outcome_text(decision, lang)}"
            yield from (f"  - {reason.cited_text(lang)}" for reason in decision.reasons)
        for finding in self.findings:
            facts = {"severity": finding.severity, "text": finding.reason.cited_text(lang)}
            yield messages.render("assessment.finding", facts, lang)
        yield from (obligation.text(lang) for obligation in self.obligations)


def outcome_text(decision: Decision[object], lang: Lang = "zh") -> str:
    """The outcome of a decision in a few words."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        code = "deadline.text" if outcome.due else "deadline.text_undated"
        facts = {
            "status": outcome.status,
            "due": outcome.due,
            "days": outcome.overdue_working_days,
        }
        overdue = "_overdue" if outcome.status in {Status.late, Status.overdue} else ""
        return messages.render(code + overdue, facts, lang)
    if outcome is Absent.none:
        return messages.render("deadline.none", {}, lang)
    if isinstance(outcome, incentive.Award):
        award = {"kind": outcome.kind, "amount": outcome.amount}
        return messages.render("award.text", award, lang)
    return messages.words(outcome, lang)


def assess(
    case: Case,
    policy: PolicyPack,
    calendar: WorkCalendar,
    as_of: date,
    *,
    allow_assumed: bool = True,
) -> Assessment:
    """All decisions about ``case`` on the day ``as_of``.

    Args:
        case: the facts; events after ``as_of`` are not known yet.
        policy: the parameters in force for the case.
        calendar: the working days.
        as_of: the day asked about.
        allow_assumed: whether values may be used that the source does not give; where not,
            a decision that needs one is undetermined and names it.

    Raises:
        MisuseError: ``as_of`` is an instant instead of a date.

    """
    if isinstance(as_of, datetime):
        raise MisuseError(Fault("assess.not_a_date", (("found", repr(as_of)),), path="as_of"))
    history = case.history.until(as_of)
    kind = reply = notice = handling = award = None
    if policy.reply_kind:
        kind = _accepted(
            reply_kind.decide(
                case.category,
                urgent=case.urgent,
                needs_investigation=case.needs_investigation,
                consultation=case.consultation,
                params=policy.reply_kind,
            ),
            allow_assumed,
        )
    if policy.reply_deadline:
        outcome = kind.outcome if kind else Undetermined.undetermined
        decided = reply_deadline.decide(outcome, history, as_of, policy.reply_deadline, calendar)
        reply = _accepted(decided, allow_assumed)
    if policy.notice_deadline:
        decided = notice_deadline.decide(
            history,
            as_of,
            policy.notice_deadline,
            calendar,
            contact_unclear=case.contact_unclear,
        )
        notice = _accepted(decided, allow_assumed)
    if policy.handling_deadline:
        decided = handling_deadline.decide(
            case.case_class, case.route, history, as_of, policy.handling_deadline, calendar
        )
        handling = _accepted(decided, allow_assumed)
    if policy.incentive:
        awarded = incentive.decide(case.agent, case.settled, history, policy.incentive)
        award = _accepted(awarded, allow_assumed)
    decisions = [item for item in (kind, reply, notice, handling, award) if item]
    order = out_of_order(history)
    raised = [finding for item in decisions for finding in item.findings]
    return Assessment(
        case_no=case.case_no,
        policy=policy.label,
        as_of=as_of,
        reply_kind=kind,
        reply_deadline=reply,
        notice_deadline=notice,
        handling_deadline=handling,
        incentive=award,
        obligations=_obligations(reply, notice, handling, order),
        findings=(*policy.findings, *order, *raised),
    )


def _accepted(decision: Decision[Outcome], allow_assumed: bool) -> Decision[Outcome]:  # noqa: FBT001
    """The decision, or undetermined where it rests on a value that the host does not accept."""
    if allow_assumed or decision.basis is not Basis.assumed:
        return decision
    cited = [reason.citation for reason in decision.reasons if reason.citation]
    reasons = tuple(
        Reason("value.assumed_refused", (("clause", one.clause), ("note", one.note)), one)
        for one in cited
        if one.basis is Basis.assumed
    )
    return Decision(Undetermined.undetermined, reasons, decision.findings)


_OWED = frozenset({Status.open, Status.overdue})


def _obligations(
    reply: Decision[Deadline] | None,
    notice: Decision[Deadline] | None,
    handling: Decision[Deadline] | None,
    order: tuple[Finding, ...],
) -> tuple[Obligation, ...]:
    """What is owed next, soonest first; what has no last day comes last."""
    owed = [
        Obligation(duty, Role.handling_body, Role.petitioner, outcome.due, decision.reasons[-1])
        for duty, decision in (
            (EventKind.notify, notice),
            (EventKind.reply, reply),
            (EventKind.conclude, handling),
        )
        if decision
        and isinstance(outcome := decision.outcome, Deadline)
        and outcome.status in _OWED
    ]
    owed += [
        Obligation(EventKind.accept, Role.handling_body, Role.petitioner, None, finding.reason)
        for finding in order
        if finding.reason.code == "workflow.not_accepted"
    ]
    return tuple(sorted(owed, key=lambda item: item.due or date.max))
