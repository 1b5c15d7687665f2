"""Until when may the petitioner ask for a review? (申请复查期限).

Source, 2022 regulation (信访工作条例) Art. 35, 2005 regulation (信访条例) Art. 34: who does not
accept the handling opinion may ask the next higher body for a review within 30 days of receipt of
the written answer. This is the petitioner's right: without a recorded delivery it has not begun
to run out, and nothing shortens it.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case import delivered_day
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge_right
from xinfang_core.decision import Decision, Reason, led_by
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Basis, EventKind

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

RECEIPT = Citation(
    source="",
    clause="送达之日为收到书面答复之日",
    phrase="",
    basis=Basis.interpreted,
    note="以答复之后的送达记录认定收到；早于答复的、查实未送达的、重新办理后尚未再送达的，不起算",
)
"""Only a delivery that stands shows that the petitioner got the answer."""

_RECEIVED = Reason("review_request_deadline.receipt", (), RECEIPT)
# Looking a member up costs as much as a reason.
_REOPEN, _REQUEST = EventKind.reopen, EventKind.request_review


@frozen
class Params:
    """What the regulation says about asking for a review.

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
    """Where the petitioner's right to ask for a review stands.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event and limit.
        calendar: the working days.

    """
    started = delivered_day(history, params.start.value)
    if started is None:
        return params.idle
    clock = Clock(params.start, params.limit, started)
    return led_by(_RECEIVED, judge_right(clock, _asked(history), as_of, calendar))


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


def _asked(history: History) -> date | None:
    """The day of the first request; after a reopening, of the first one since."""
    reopened = history.all(_REOPEN)
    if not reopened:
        return history.day(_REQUEST)
    requests = history.all(_REQUEST)
    return next((one.day for one in requests if one.day >= reopened[-1].day), None)
