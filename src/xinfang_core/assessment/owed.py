"""What is owed next (待办): who owes what to whom by when, read off the decisions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core import messages
from xinfang_core.assessment.unfinished import is_ended, left_undone
from xinfang_core.deadline import Deadline
from xinfang_core.rules.follow_through.follow_up import Followed
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.rules.follow_through.service_loop import Loop
from xinfang_core.rules.follow_through.weekly_meeting import Meetings
from xinfang_core.rules.follow_through.write_off import Closure
from xinfang_core.rules.people.first_contact import Charge
from xinfang_core.vocabulary import Absent, EventKind, Intake, Role, Status, Undetermined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.case import History
    from xinfang_core.decision import Decision, Finding, Reason
    from xinfang_core.messages import Lang

    Owing = Iterator[tuple["Parties", date | None]]

Parties = tuple[EventKind, Role, Role]
"""What is owed, by whom, to whom."""

_OFFICE, _BODY, _PETITIONER = Role.petition_office, Role.handling_body, Role.petitioner

BY_DEADLINE: dict[str, Parties] = {
    "transfer_deadline": (EventKind.transfer, _OFFICE, _BODY),
    "notice_deadline": (EventKind.notify, _BODY, _PETITIONER),
    "objection_deadline": (EventKind.object, _BODY, _OFFICE),
    "assigned_deadline": (EventKind.feed_back, _BODY, _OFFICE),
    "handling_deadline": (EventKind.conclude, _BODY, _PETITIONER),
    "review_deadline": (EventKind.review, Role.reviewing_body, _PETITIONER),
    "re_review_deadline": (EventKind.re_review, Role.re_reviewing_body, _PETITIONER),
    "suggestion_feedback_deadline": (EventKind.answer_suggestion, _BODY, _OFFICE),
    "simplified_acceptance_deadline": (EventKind.accept, _BODY, _PETITIONER),
    "simplified_handling_deadline": (EventKind.conclude, _BODY, _PETITIONER),
    "acceptance_deadline": (EventKind.accept, _BODY, _PETITIONER),
    "reply_deadline": (EventKind.reply, _BODY, _PETITIONER),
    "promised_deadline": (EventKind.conclude, _BODY, _PETITIONER),
    "deployment_deadline": (EventKind.deploy, _BODY, _OFFICE),
    "progress_feedback_deadline": (EventKind.feed_back, _BODY, Role.inspection_office),
    "resolution_deadline": (EventKind.resolve, _BODY, _PETITIONER),
    "progress_report_deadline": (EventKind.report, _BODY, _OFFICE),
}
"""What an open limit asks for. Limits of the petitioner are rights, and owe nobody anything."""

BY_FINDING: dict[str, Parties] = {
    "workflow.not_accepted": (EventKind.accept, _BODY, _PETITIONER),
    "mandate.missing": (EventKind.sign_mandate, Role.agent, _PETITIONER),
    "mandate.missing_again": (EventKind.sign_mandate, Role.agent, _PETITIONER),
    "promised_deadline.missing": (EventKind.promise, Role.agent, _PETITIONER),
    "feedback_mode.not_told": (EventKind.inform, _BODY, _PETITIONER),
    "feedback_mode.other_mode": (EventKind.inform, _BODY, _PETITIONER),
    "feedback_mode.not_followed": (EventKind.revisit, _BODY, _PETITIONER),
    "document_form.bare": (EventKind.promise, _BODY, _PETITIONER),
    "progress_report_deadline.no_plan": (EventKind.plan, _BODY, _OFFICE),
    "ladder.not_taken": (EventKind.supervise, _OFFICE, _BODY),
}
"""What some findings ask for, though no day is set."""


_BEFORE_THE_END = frozenset({EventKind.promise, EventKind.sign_mandate})
_ENDS = (EventKind.conclude, EventKind.reply, EventKind.write_off)


class Obligation(NamedTuple):
    """Something that is owed next (待办).

    Attributes:
        duty: what is to be done.
        debtor: who owes it.
        creditor: to whom.
        due: by when; None where no last day can be told.
        reason: why.
        overdue: whether that day has passed.

    """

    duty: EventKind
    debtor: Role
    creditor: Role
    due: date | None
    reason: Reason
    overdue: bool = False

    def text(self, lang: Lang = "zh") -> str:
        """Who owes what to whom by when."""
        facts = {"debtor": self.debtor, "creditor": self.creditor, "duty": self.duty}
        if self.due is None:
            return messages.render("obligation.undated", facts, lang)
        code = "obligation.overdue" if self.overdue else "obligation.due"
        return messages.render(code, {**facts, "due": self.due}, lang)


def what_is_owed(
    decided: Mapping[str, Decision[object] | None],
    findings: Iterable[Finding],
    history: History,
    as_of: date,
) -> tuple[Obligation, ...]:
    """The obligations, soonest first; what has no last day comes last, each duty once."""
    owed = [*_by_limits(decided, history)]
    left = left_undone(decided["review_request_deadline"], history)
    undone = (Obligation(kind, _BODY, _PETITIONER, None, why) for kind, why in left)
    for one in (*_by_outcomes(decided, history, as_of), *undone):
        if one.due or not _is_told(one[:3], owed):
            owed.append(one)
    for finding in findings:
        parties = BY_FINDING.get(finding.reason.code)
        if parties and not (_is_told(parties, owed) or _is_moot(parties[0], decided, history)):
            owed.append(Obligation(*parties, None, finding.reason))
    return tuple(sorted(owed, key=_day)) if len(owed) > 1 else tuple(owed)


def _is_told(parties: Parties, owed: Iterable[Obligation]) -> bool:
    """Whether the same duty to the same party is told already, perhaps with its day."""
    duty, _, creditor = parties
    return any(one.duty is duty and one.creditor is creditor for one in owed)


def _is_moot(
    duty: EventKind, decided: Mapping[str, Decision[object] | None], history: History
) -> bool:
    """Whether nobody owes it any more; that it was left out stays a finding."""
    if duty is EventKind.accept:
        decision = decided["admissibility"]
        outcome = None if decision is None else decision.outcome
        # The matter goes elsewhere, or is not accepted, by what is recorded of it.
        return isinstance(outcome, Intake) and outcome is not Intake.accept
    if duty is EventKind.supervise:
        return is_ended(history)
    return duty in _BEFORE_THE_END and history.earliest(*_ENDS) is not None


def _day(obligation: Obligation) -> date:
    return obligation.due or date.max


def _by_limits(
    decided: Mapping[str, Decision[object] | None], history: History
) -> Iterator[Obligation]:
    """What the limits ask for that are open or overdue."""
    for name, parties in BY_DEADLINE.items():
        decision = decided[name]
        if decision is None:
            continue
        outcome = decision.outcome
        if type(outcome) is Deadline and (outcome.status is _OPEN or outcome.status is _OVERDUE):
            if name in WHILE_OPEN and is_ended(history):
                continue
            overdue = outcome.status is _OVERDUE
            yield Obligation(*parties, outcome.due, decision.reasons[-1], overdue)


_OPEN, _OVERDUE = Status.open, Status.overdue


def _by_outcomes(
    decided: Mapping[str, Decision[object] | None], history: History, as_of: date
) -> Iterator[Obligation]:
    """What other outcomes say is owed, as long as it is not on record."""
    for name, tell in _TELLERS.items():
        decision = decided[name]
        if decision is None or type(decision.outcome) in _NO_ANSWER:
            continue
        for parties, due in tell(decision.outcome):
            if name in _ONCE and history.first(parties[0]):
                continue
            if not (name in WHILE_OPEN and is_ended(history)):
                overdue = due is not None and due < as_of
                yield Obligation(*parties, due, decision.reasons[-1], overdue)


_NO_ANSWER = frozenset({Absent, Undetermined})
"""The types of what says nothing."""


_ONCE = frozenset({"supervision", "suggestion", "urgent_report", "incentive"})
"""Where one record of the act is enough."""

WHILE_OPEN = frozenset(
    {
        "supervision",
        "suggestion",
        "urgent_report",
        "objection_deadline",
        "simplified_acceptance_deadline",
        "deployment_deadline",
        "progress_feedback_deadline",
    }
)
"""What nobody owes any more once the matter has ended; that it was due, or late, stands."""


def _meeting(outcome: object) -> Owing:
    if isinstance(outcome, Meetings) and outcome.next_due:
        yield (EventKind.meet, Role.agent, _PETITIONER), outcome.next_due


def _report(outcome: object) -> Owing:
    if isinstance(outcome, Followed) and outcome.next_due:
        yield (EventKind.report, Role.agent, _PETITIONER), outcome.next_due


def _first_contact(outcome: object) -> Owing:
    if isinstance(outcome, Charge) and outcome.roles and not outcome.ended:
        for duty in outcome.owed:
            yield (duty, Role.agent, _BODY if duty in _TO_THE_BODY else _PETITIONER), None


_TO_THE_BODY = frozenset({EventKind.assign, EventKind.transfer, EventKind.supervise})
"""What the first contact owes the body that handles the matter; the rest the petitioner."""


def _revisit(outcome: object) -> Owing:
    if isinstance(outcome, Loop) and outcome.revisit_by:
        yield (EventKind.revisit, outcome.revisit_by, _PETITIONER), None


def _writing_off(outcome: object) -> Owing:
    if isinstance(outcome, Closure) and outcome.owed:
        yield (EventKind.write_off, _BODY, _OFFICE), None


def _supervising(_: object) -> Owing:
    yield (EventKind.supervise, _OFFICE, _BODY), None


def _suggesting(_: object) -> Owing:
    yield (EventKind.suggest, _OFFICE, _BODY), None


def _telling_above(_: object) -> Owing:
    yield (EventKind.escalate, _BODY, Role.party_and_government), None


def _paying(outcome: object) -> Owing:
    if isinstance(outcome, Award) and outcome.amount:
        yield (EventKind.pay_award, _OFFICE, Role.agent), None


_TELLERS: dict[str, Callable[[object], Owing]] = {
    "weekly_meeting": _meeting,
    "follow_up": _report,
    "first_contact": _first_contact,
    "service_loop": _revisit,
    "write_off": _writing_off,
    "supervision": _supervising,
    "suggestion": _suggesting,
    "urgent_report": _telling_above,
    "incentive": _paying,
}
"""How the other outcomes say what is owed."""
