"""By when must a matter that came in be registered and passed on? (转送交办期限).

Source, 2022 regulation (信访工作条例) Art. 22(1): who receives a matter registers it and within 15
days passes it on (转送), assigns it where a result is to be reported (交办), or brings a grave one
before its own leaders; this binds the petition offices, not a body that a matter is submitted to
directly (Art. 23). Art. 44(一) answers for a matter left unregistered. 2005 regulation
(信访条例) Art. 21: the same 15 days. A matter that the receiving body keeps and handles itself is
disposed of, too.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, clock_for, judge
from xinfang_core.decision import Decision, Finding, Reason
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Conduct,
    EventKind,
    ReceivingBody,
    Role,
    Severity,
    Status,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.sources import Citation


DUTY = Duty(
    EventKind.transfer, Role.petition_office, Role.handling_body, delay=Conduct.breach_of_procedure
)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about passing a matter on.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period.
        done_by: the events that dispose of the matter, whichever comes first.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]
    done_by: CitedList[EventKind]

    @cached_property
    def not_of_the_office(self) -> Decision[Deadline]:
        """The answer about a matter that the petition office did not receive."""
        reason = Reason("transfer_deadline.direct", (), self.limit.citation)
        return Decision(Absent.none, (reason,))

    @cached_property
    def ways(self) -> tuple[tuple[EventKind | Absent, Reason], ...]:
        """What disposes of the matter, and how that is told."""
        return tuple((step.value, _done_by(step)) for step in self.done_by.steps)


def _done_by(step: Sourced[EventKind]) -> Reason:
    return Reason("transfer_deadline.done_by", (("event", step.value),), step.citation)


def decide(
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    received_by: ReceivingBody | None = None,
) -> Decision[Deadline]:
    """Where the limit for passing the matter on stands.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event, limit and what meets it.
        calendar: the working days.
        received_by: who received the matter from the petitioner; None where not recorded, read
            as the petition office.

    """
    if received_by is ReceivingBody.body:
        return params.not_of_the_office
    day_of = history.day
    done, how = None, None
    for kind, told in params.ways:
        day = day_of(kind)
        if day is not None and (done is None or day < done):
            done, how = day, told
    clock = clock_for(params.start, params.limit, history)
    decision = judge(clock, done, as_of, calendar)
    if how is not None:
        outcome, reasons, _ = decision
        decision = _new(Decision, (outcome, (*reasons, how), ()))
    if clock.started is None or day_of(_REGISTER) is not None:
        return decision
    return _unregistered(decision, done, params.limit.citation)


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    by = context.case.received_by
    return decide(context.history, context.as_of, params, context.calendar, received_by=by)


def _unregistered(
    decision: Decision[Deadline], done: date | None, citation: Citation
) -> Decision[Deadline]:
    """The finding that a matter which came in is not registered, once that should be done."""
    outcome = decision.outcome
    if done is not None:
        reason = Reason("transfer_deadline.register_not_recorded", (), citation)
        return Decision(decision.outcome, decision.reasons, (Finding(Severity.notice, reason),))
    if isinstance(outcome, Deadline) and outcome.status is Status.overdue:
        reason = Reason("transfer_deadline.not_registered", (("due", outcome.due),), citation)
        return Decision(decision.outcome, decision.reasons, (Finding(Severity.violation, reason),))
    return decision


# What the generated constructor does, at half its cost.
_new = tuple.__new__
_REGISTER: Final = EventKind.register
