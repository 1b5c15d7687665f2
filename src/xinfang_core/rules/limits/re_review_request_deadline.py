"""Until when may the petitioner ask for a re-review? (申请复核期限).

Source, 2022 regulation (信访工作条例) Art. 36(1), 2005 regulation (信访条例) Art. 35: who does not
accept the review opinion may ask the next higher body for a re-review within 30 days of its
receipt. As with the review, without a recorded delivery the right has not begun to run out.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.case.standing import last_round, since_last
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge_right
from xinfang_core.decision import Decision, Reason, led_by
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

RECEIPT = Citation(
    source="",
    clause="复查之后的送达为收到复查意见",
    phrase="",
    basis=Basis.interpreted,
    note="复查意见的送达不另设事项，以作出复查意见之日起的首次有效送达认定；未见送达的不起算",
)
"""The first delivery since the review opinion, and not refuted since, is that of the opinion."""

_RECEIVED = Reason("re_review_request_deadline.receipt", (), RECEIPT)
# Looking a member up costs as much as a reason.
_REQUEST_REVIEW, _REVIEW = EventKind.request_review, EventKind.review
_REQUEST: Final = EventKind.request_re_review


@frozen
class Params:
    """What the regulation says about asking for a re-review.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while the limit has not started."""
        return led_by(_RECEIVED, idle(self.start, self.limit))


def decide(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the petitioner's right to ask for a re-review stands.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event and limit.
        calendar: the working days.

    """
    _, reviewed = last_round(history, _REQUEST_REVIEW, _REVIEW)
    reviewed = reviewed or history.day(_REVIEW)
    started = None if reviewed is None else _received(history, reviewed, params.start.value)
    if reviewed is None or started is None:
        return params.idle
    asked = history.all(_REQUEST)
    done = next((one.day for one in asked if one.day >= reviewed), None)
    clock = Clock(params.start, params.limit, started)
    return led_by(_RECEIVED, judge_right(clock, done, as_of, calendar))


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


def _received(history: History, reviewed: date, kind: EventKind | Absent) -> date | None:
    """The day on which the petitioner got the review opinion."""
    if isinstance(kind, Absent):
        return None
    stand = since_last(history, EventKind.refute_delivery, kind)
    return next((event.day for event in stand if event.day >= reviewed), None)
