"""What is owed next (待办): who owes what to whom by when, read off the decisions."""

from __future__ import annotations

from datetime import date, datetime, time
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from xinfang_core import messages, rules
from xinfang_core.assessment.groups import GROUPS
from xinfang_core.assessment.unfinished import ENDS, is_ended, left_undone
from xinfang_core.case.receipt import is_with_body
from xinfang_core.deadline import RUNNING, Deadline
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import (
    Absent,
    Certainty,
    EventKind,
    Intake,
    Level,
    Role,
    Status,
    Step,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.assessment.groups import Groups
    from xinfang_core.case import History
    from xinfang_core.context import Context
    from xinfang_core.decision import Decision, Finding, Reason
    from xinfang_core.messages import Lang
    from xinfang_core.obligation import Duty, Owed
    from xinfang_core.rules.follow_through import FollowThrough
    from xinfang_core.rules.kind import Kind
    from xinfang_core.rules.limits import Limits
    from xinfang_core.rules.people import People
    from xinfang_core.vocabulary import Declared


class Obligation(NamedTuple):
    """Something that is owed next (待办).

    Attributes:
        duty: what is to be done.
        debtor: who owes it; undetermined where it cannot be told which office does.
        creditor: to whom.
        due: by when; None where no last day can be told.
        reason: why.
        overdue: whether that day has passed.
        level: the level of the office that owes it, where there is one at each.
        due_at: when it ends on ``due``, in UTC+8, where the limit has a moment; else at 24:00.
        provisional: whether a later notice may still move ``due``.

    """

    duty: Step
    debtor: Role | Undetermined
    creditor: Role
    due: date | None
    reason: Reason
    overdue: bool = False
    level: Level | None = None
    due_at: datetime | None = None
    provisional: bool = False

    @property
    def ends(self) -> date | None:
        """The moment by which it is owed where there is one, else the last day."""
        return self.due_at or self.due

    def text(self, lang: Lang = "zh") -> str:
        """Who owes what to whom by when."""
        facts = {"debtor": self.by_whom(lang), "act": self.act(lang)}
        if self.due is None:
            return messages.render("obligation.undated", facts, lang)
        code = "obligation.overdue" if self.overdue else "obligation.due"
        return messages.render(code, {**facts, "due": self.ends}, lang)

    def act(self, lang: Lang = "zh") -> str:
        """What is to be done."""
        if self.creditor is Role.petitioner and self.duty in _TOWARDS_OFFICES:
            return self.duty.text(lang)
        facts = {"act": self.duty, "creditor": self.creditor}
        known = isinstance(self.duty, EventKind)
        return messages.render(f"duty.{self.duty.name}" if known else "duty.own", facts, lang)

    def by_whom(self, lang: Lang = "zh") -> str:
        """Who owes it, with the level where there is an office at each."""
        if self.debtor is Undetermined.undetermined:
            return messages.render("obligation.office_unknown", {}, lang)
        if self.level is None:
            return self.debtor.text(lang)
        return messages.render(
            "obligation.office", {"level": self.level, "office": self.debtor}, lang
        )


_TOWARDS_OFFICES = frozenset(
    {
        EventKind.transfer,
        EventKind.assign,
        EventKind.object,
        EventKind.escalate,
        EventKind.supervise,
        EventKind.suggest,
    }
)
"""What one office does to another: it may be owed to the petitioner, but is not done to them."""


def find_obligations(
    groups: Groups,
    findings: Iterable[Finding],
    context: Context,
    duties: Mapping[Declared, Duty],
) -> tuple[Obligation, ...]:
    """The obligations, soonest first; what has no last day comes last, each duty once.

    ``duties`` are those of the limits that the policy declares itself.
    """
    kind, people, limits, follow_through = groups
    history = context.history
    waiting = not is_with_body(history, context.case.received_by)
    owed = [*_by_limits(limits, duties, history, waiting=waiting)]
    others = [*_by_outcomes((kind, people, follow_through), history, context.as_of)]
    others += _left_undone(limits, history, owed)
    for one in others:
        if one.due or not _is_told(one.duty, one.creditor, owed):
            owed.append(one)
    for finding in findings:
        duty = finding.duty
        if duty is None or (waiting and duty.waits) or _is_told(duty.act, duty.creditor, owed):
            continue
        if not _is_moot(duty.act, follow_through, history):
            owed.append(_obligation(duty, None, finding.reason))
    return tuple(sorted(owed, key=_day)) if len(owed) > 1 else tuple(owed)


def _obligation(
    duty: Duty,
    due: date | None,
    reason: Reason,
    *,
    overdue: bool = False,
    due_at: datetime | None = None,
    provisional: bool = False,
) -> Obligation:
    act, debtor, creditor, level = duty.act, duty.debtor, duty.creditor, duty.level
    return Obligation(act, debtor, creditor, due, reason, overdue, level, due_at, provisional)


def _is_told(act: Step, creditor: Role, owed: Iterable[Obligation]) -> bool:
    """Whether the same duty to the same party is told already, perhaps with its day."""
    return any(one.duty is act and one.creditor is creditor for one in owed)


_BEFORE_THE_END = frozenset({EventKind.promise, EventKind.sign_mandate})
_ENDS = (EventKind.conclude, EventKind.reply, EventKind.write_off)


def _is_moot(act: Step, follow_through: FollowThrough, history: History) -> bool:
    """Whether nobody owes it any more; that it was left out stays a finding."""
    if act is EventKind.accept:
        decision = follow_through.admissibility
        outcome = None if decision is None else decision.outcome
        # The matter goes elsewhere, or is not accepted, by what is recorded of it.
        return isinstance(outcome, Intake) and outcome is not Intake.accept
    if act is EventKind.supervise:
        return is_ended(history)
    return act in _BEFORE_THE_END and history.earliest(*_ENDS) is not None


def _day(obligation: Obligation) -> tuple[date, bool, time]:
    """What has a day comes first; what follows from a delay after what ends it; then the hour."""
    at = obligation.due_at.time() if obligation.due_at else time.max
    return obligation.due or date.max, obligation.duty in _FROM_DELAY, at


_FROM_DELAY = frozenset({EventKind.supervise, EventKind.suggest})


def _by_limits(
    limits: Limits, duties: Mapping[Declared, Duty], history: History, *, waiting: bool
) -> Iterator[Obligation]:
    """What the limits ask for that are open or overdue."""
    # What the policy declares itself comes after what its rules say.
    for decided, named in _dutiful(limits, duties):
        for name, duty in named.items():
            decision = decided[name]
            if decision is None:
                continue
            outcome = decision.outcome
            if type(outcome) is not Deadline or outcome.status not in RUNNING:
                continue
            if (waiting and duty.waits) or (duty.lapses and is_ended(history)):
                continue
            yield _obligation(
                duty,
                outcome.due,
                decision.reasons[-1],
                overdue=outcome.status is _OVERDUE,
                due_at=outcome.due_at,
                provisional=outcome.certainty is _PROVISIONAL,
            )


def _dutiful(
    limits: Limits, duties: Mapping[Declared, Duty]
) -> tuple[tuple[Mapping[Any, Any], Mapping[Any, Duty]], ...]:
    """The limits with what each obliges whom to do, by the same names."""
    return (vars(limits), DUTIES), (limits.declared, duties)


_OVERDUE, _PROVISIONAL = Status.overdue, Certainty.provisional


def _by_outcomes(
    groups: tuple[Kind, People, FollowThrough], history: History, as_of: date
) -> Iterator[Obligation]:
    """What other outcomes say is owed, as long as it is not on record."""
    for place, name, tell in _TELLERS:
        decision: Decision[object] | None = getattr(groups[place], name)
        if decision is None or type(decision.outcome) in _NO_ANSWER:
            continue
        for duty, due, since in tell(decision.outcome):
            done = duty.once and _is_done(duty.act, since, history)
            if not (done or (duty.lapses and is_ended(history))):
                overdue = due is not None and due < as_of
                yield _obligation(duty, due, decision.reasons[-1], overdue=overdue)


def _is_done(act: Step, since: date | None, history: History) -> bool:
    """Whether the act is on record, on the day from which one counts or later."""
    done = history.all(act)
    return bool(done) and (since is None or done[-1].day >= since)


_NO_ANSWER = frozenset({Absent, Undetermined})
"""The types of what says nothing."""


def _tellers() -> Iterator[tuple[int, str, Callable[[object], Iterator[Owed]]]]:
    """The rules whose outcomes say what is owed: those that have a function ``owed``."""
    for place, folder in enumerate(("kind", "people", "follow_through")):
        for name in GROUPS[folder]:
            tell = getattr(import_module(f"{rules.__name__}.{folder}.{name}"), "owed", None)
            if tell is not None:
                yield place, name, tell


_TELLERS = tuple(_tellers())


def _left_undone(
    limits: Limits, history: History, owed: Iterable[Obligation]
) -> Iterator[Obligation]:
    """What the record leaves undone; no source says by when.

    What is owed once more after a reopening is not told where a limit of the new round asks for
    it, or for another act that ends the matter, by its day.
    """
    dated = any(one.duty in ENDS and one.creditor is Role.petitioner for one in owed)
    for kind, why in left_undone(limits.review_request_deadline, history):
        if dated and kind in ENDS:
            continue
        yield Obligation(kind, Role.handling_body, Role.petitioner, None, why)
