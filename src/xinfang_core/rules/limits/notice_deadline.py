"""By when must the petitioner be told in writing what happens to the matter? (告知期限).

Source, 2022 regulation (信访工作条例) Art. 23: who receives a matter tells the petitioner in
writing within 15 days of receipt that it was received and how it will be handled, unless the
petitioner's name or address is unclear. 2005 regulation (信访条例) Arts. 21, 22: the body
decides within 15 days of receipt whether it accepts the matter and tells the petitioner in
writing, with the same exception.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, clock_for, judge, not_recorded
from xinfang_core.decision import Decision, Reason
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Conduct, EventKind, Role

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


DUTY = Duty(
    EventKind.notify, Role.handling_body, Role.petitioner, delay=Conduct.breach_of_procedure
)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about the notice.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]


def decide(
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    contact_unclear: bool | None = None,
) -> Decision[Deadline]:
    """Where the notice limit stands.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event and limit.
        calendar: the working days.
        contact_unclear: whether the petitioner's name or address is unclear.

    """
    if contact_unclear:
        reason = Reason("notice_deadline.contact_unclear", (), params.limit.citation)
        return Decision(Absent.none, (reason,))
    clock = clock_for(params.start, params.limit, history)
    notified = history.day(_NOTIFY)
    decision = judge(clock, notified, as_of, calendar)
    if notified is not None:
        return decision
    answered = history.earliest(EventKind.reply, EventKind.conclude)
    if answered is None:
        return decision
    return not_recorded(decision, _NOTIFY, "notice_deadline.not_recorded", UNRECORDED)


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    unclear = context.case.contact_unclear
    return decide(context.history, context.as_of, params, context.calendar, contact_unclear=unclear)
