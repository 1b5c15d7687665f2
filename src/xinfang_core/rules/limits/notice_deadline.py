"""By when must the petitioner be told in writing what happens to the matter? (告知期限).

Source, 2022 regulation (信访工作条例) Art. 23(2): the body to which a matter is submitted directly
tells the petitioner in writing within 15 days of receipt that it was received and how it will be
handled, unless the petitioner's name or address is unclear. Art. 23(3): so does the body that gets
a matter passed on or assigned, within 15 days of its own receipt. 2005 regulation (信访条例)
Arts. 21, 22: the body decides within 15 days of its receipt whether it accepts the matter and
tells the petitioner in writing, with the same exception.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, idle, judge, not_recorded
from xinfang_core.deadline_receipt import find_receipt, judge_receipt, receipt_clock, waiting
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Reason
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import Absent, Basis, Conduct, EventKind, ReceivingBody, Role

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

UNRECORDED = Citation(
    source="",
    clause="已答复而未记录告知",
    phrase="",
    basis=Basis.interpreted,
    note="后续步骤已有记录的，缺少告知记录可能只是漏记，不据此认定逾期",
)
"""A later step without a recorded notice is a gap in the record, not proof of lateness."""


# Looking a member up costs as much as a reason.
_NOTIFY: Final = EventKind.notify
_STARTS = (EventKind.receive, *PASSING_ON)


DUTY = Duty(
    EventKind.notify, Role.handling_body, Role.petitioner, delay=Conduct.breach_of_procedure
)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about the notice.

    Attributes:
        start: the event that the limit counts from where the matter was submitted directly,
            itself not counted.
        passed_on: the events by which a matter comes to a body from another one, and where it is
            written that the limit counts from the receipt then.
        limit: the period.

    """

    start: Sourced[EventKind]
    passed_on: CitedList[EventKind]
    limit: Sourced[Period]

    @cached_property
    def direct(self) -> tuple[Sourced[EventKind], ...]:
        """What the limit counts from where the matter was submitted directly."""
        return (self.start,)

    @cached_property
    def indirect(self) -> tuple[Sourced[EventKind], ...]:
        """What the limit counts from where the matter was passed on: receipt, or passing-on."""
        return (Sourced(self.start.value, self.passed_on.citation), *self.passed_on.steps)

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while nothing is recorded that the limit counts from."""
        return idle(self.start, self.limit)

    @cached_property
    def waiting(self) -> Decision[Deadline]:
        """The answer while the petition office has the matter."""
        return waiting(self.limit)


def decide(
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    received_by: ReceivingBody | None = None,
    contact_unclear: bool | None = None,
) -> Decision[Deadline]:
    """Where the notice limit stands.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event and limit.
        calendar: the working days.
        received_by: who received the matter from the petitioner; None where not recorded.
        contact_unclear: whether the petitioner's name or address is unclear.

    """
    if contact_unclear:
        reason = Reason("notice_deadline.contact_unclear", (), params.limit.citation)
        return Decision(Absent.none, (reason,))
    return in_rounds(
        lambda one, day: _judged(one, day, params, calendar, received_by), history, as_of, _STARTS
    )


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        context.history,
        context.as_of,
        params,
        context.calendar,
        received_by=case.received_by,
        contact_unclear=case.contact_unclear,
    )


def _judged(
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    received_by: ReceivingBody | None,
) -> Decision[Deadline]:
    """Where the notice limit stands by the events of one round."""
    receipt = find_receipt(history, params.start.value, received_by)
    if receipt is None:
        return params.waiting if history.day(params.start.value) else params.idle
    starts = params.indirect if receipt.passed_on else params.direct
    notified = history.day(_NOTIFY)
    if notified is None and history.earliest(EventKind.reply, EventKind.conclude):
        clock = receipt_clock(receipt.first, starts, params.limit)
        decision = judge(clock, None, as_of, calendar)
        return not_recorded(decision, _NOTIFY, "notice_deadline.not_recorded", UNRECORDED)
    return judge_receipt(receipt, starts, params.limit, notified, as_of, calendar)
