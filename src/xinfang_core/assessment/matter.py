"""From one case and its assessment to what the ledger counts (计数所需)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.assessment.groups import GROUPS
from xinfang_core.deadline import Deadline
from xinfang_core.decision import outcome_as
from xinfang_core.declared.measure import Counted
from xinfang_core.rules.follow_through.satisfaction import Satisfaction
from xinfang_core.rules.ledger.tallies import Matter
from xinfang_core.vocabulary import (
    Absent,
    Declared,
    EventKind,
    MatterFact,
    Repetition,
    ReplyKind,
    Settled,
    Status,
)

if TYPE_CHECKING:
    from xinfang_core.assessment.answer import Assessment
    from xinfang_core.case import Case
    from xinfang_core.decision import Decision
    from xinfang_core.vocabulary import Role


def matter_of(case: Case, assessment: Assessment, target: Role) -> Matter:
    """What the ledger needs of one case.

    Args:
        case: the case.
        assessment: its assessment on the day of the count.
        target: whose ratings are counted, such as the handling body.

    """
    limits = {
        EventKind.accept: assessment.limits.acceptance_deadline,
        EventKind.notify: assessment.limits.notice_deadline,
        EventKind.reply: assessment.limits.reply_deadline,
        EventKind.conclude: assessment.limits.handling_deadline,
    }
    rated = outcome_as(assessment.follow_through.satisfaction, Satisfaction)
    rating = next((one for one in rated.ratings if one.target is target), None) if rated else None
    repetition = outcome_as(assessment.kind.repeat_petition, Repetition)
    return Matter(
        history=case.history.until(assessment.as_of),
        form=case.form,
        settled=case.settled,
        repeated=None if repetition is None else repetition is Repetition.repeat,
        limits={duty: decision.outcome for duty, decision in limits.items() if decision},
        rating=rating.state if rating else None,
        grade=rating.grade if rating else None,
    )


def counted_of(case: Case, assessment: Assessment) -> Counted:
    """What the rates that a policy declares need of one case.

    Args:
        case: the case.
        assessment: its assessment on the day of the count.

    """
    kind = assessment.kind.reply_kind
    named = kind.outcome if kind else case.category
    limits = {*GROUPS["limits"], *assessment.own_titles}
    return Counted(
        history=case.history.until(assessment.as_of),
        kind=named if isinstance(named, (ReplyKind, Declared)) else None,
        form=case.form,
        limits={
            name: _standing(decision) for name, decision in assessment.decisions() if name in limits
        },
        flags={fact: _flag(fact, case, assessment) for fact in MatterFact},
    )


def _standing(decision: Decision[object]) -> Status | Absent | None:
    """Where a limit stands; ``none`` where the case has none, None where that is not known."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        return None if outcome.status is Status.undetermined else outcome.status
    return outcome if outcome is Absent.none else None


def _flag(fact: MatterFact, case: Case, assessment: Assessment) -> bool | None:
    """What is recorded of a case by yes or no, or decided; None where neither."""
    if fact is MatterFact.settled:
        return None if case.settled is None else case.settled is Settled.yes
    if fact is MatterFact.repeated:
        repetition = outcome_as(assessment.kind.repeat_petition, Repetition)
        return None if repetition is None else repetition is Repetition.repeat
    found: bool | None = getattr(case, fact.name)
    return found
