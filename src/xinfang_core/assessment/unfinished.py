"""What the record leaves undone (未了事项): reopened and not done again, or not delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.case.standing import delivered_day, effective_day, last_round, since_last
from xinfang_core.deadline import NOT_STARTED
from xinfang_core.deadline_rounds import SECOND_ROUND
from xinfang_core.decision import Reason
from xinfang_core.vocabulary import Absent, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.case import History
    from xinfang_core.decision import Decision

_REOPEN, _REPLY = EventKind.reopen, EventKind.reply
ENDS = (EventKind.resolve, EventKind.conclude, _REPLY)
"""What ends the handling of a matter, each showing that those before it were done."""

_REVIEWS = (
    (EventKind.request_review, EventKind.review),
    (EventKind.request_re_review, EventKind.re_review),
)


def left_undone(
    review_request: Decision[object] | None, history: History
) -> Iterator[tuple[EventKind, Reason]]:
    """What the handling body still owes the petitioner, and why; no source says by when.

    Args:
        review_request: where the right to ask for a review stands, which a reply that was not
            delivered keeps waiting; None where the policy knows no review.
        history: the events known on the day asked about.

    """
    reopened = history.all(_REOPEN)
    for place, kind in enumerate(ENDS if reopened else ()):
        # What comes later in the list shows that the earlier was done.
        shown = any(effective_day(history, later) for later in ENDS[place:])
        if history.day(kind) and not shown:
            yield kind, Reason("obligation.again", (("at", reopened[-1].day),), SECOND_ROUND)
    replied = effective_day(history, _REPLY)
    # Who asks for a review has got the reply.
    asked = since_last(history, _REOPEN, EventKind.request_review)
    if review_request is None or replied is None or asked:
        return
    if review_request.outcome == NOT_STARTED:
        yield EventKind.deliver, review_request.reasons[-1]
    elif review_request.outcome is Absent.none and not delivered_day(history, EventKind.deliver):
        yield EventKind.deliver, Reason("obligation.undelivered", (("at", replied),))


def is_ended(history: History) -> bool:
    """Whether the matter is resolved, concluded or answered, and not taken up again.

    A write-off alone ends nothing: what it left undone is still owed; nor has a matter ended
    whose review or re-review is asked for and not decided.
    """
    for asked, decided in _REVIEWS:
        request, answer = last_round(history, asked, decided)
        if request and not answer:
            return False
    return any(effective_day(history, kind) for kind in ENDS)
