"""From one case and its assessment to what the ledger counts (计数所需)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.decision import outcome_as
from xinfang_core.rules.follow_through.satisfaction import Satisfaction
from xinfang_core.rules.ledger.tallies import Matter
from xinfang_core.vocabulary import EventKind, Repetition

if TYPE_CHECKING:
    from xinfang_core.assessment.answer import Assessment
    from xinfang_core.case import Case
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
