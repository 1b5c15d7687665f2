"""By when is acceptance decided in the simplified procedure? (简易办理受理期限).

Source: the state bureau's measures on simplified handling (信访事项简易办理办法, 2016): within 3
working days of receipt it is decided whether the matter is accepted. The articles of the 2022
measures that would say so were not seen.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, idle, judge, not_recorded
from xinfang_core.deadline_receipt import find_receipt, judge_receipt, receipt_clock, waiting
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Reason, led_by, outcome_of
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.simplified import unless_simplified
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Procedure,
    ReceivingBody,
    Role,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

LAST_RECEIPT = Citation(
    source="",
    clause="有权处理机关收到之日",
    phrase="",
    basis=Basis.interpreted,
    note="经转送、交办的，以承办机关自己的收到日期起算，未记录的自受理前最近一次转送、交办之日起算；告知受理情况的，视为已作决定",
)
"""The competent body has what was passed on by its own receipt, or by the last passing-on."""

_ELSEWHERE = unless_simplified(
    Reason("simplified_acceptance_deadline.ordinary", (), LAST_RECEIPT),
    Reason("simplified_acceptance_deadline.unknown", (), LAST_RECEIPT, ("simplified_procedure",)),
)
ANSWERED = Citation(
    source="",
    clause="已答复而未记录受理",
    phrase="",
    basis=Basis.interpreted,
    note="已答复或者办结的，缺少受理记录可能只是漏记，不据此认定逾期",
)
"""A gap in the record before an answer proves no lateness."""

PASSED_ON = Reason("simplified_acceptance_deadline.passed_on", (), LAST_RECEIPT)
_STARTS = (EventKind.receive, *PASSING_ON)


DUTY = Duty(EventKind.accept, Role.handling_body, Role.petitioner, lapses=True)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the measures say about acceptance.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while nothing is recorded that the limit counts from."""
        return idle(self.start, self.limit)

    @cached_property
    def waiting(self) -> Decision[Deadline]:
        """The answer while the petition office has the matter."""
        return waiting(self.limit)


def decide(
    procedure: Procedure | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    received_by: ReceivingBody | None = None,
) -> Decision[Deadline]:
    """Where the limit for deciding about acceptance stands.

    Args:
        procedure: the outcome of ``simplified_procedure``.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the measures' start event and limit.
        calendar: the working days.
        received_by: who received the matter from the petitioner; None where not recorded.

    """
    if procedure in _ELSEWHERE:
        return _ELSEWHERE[procedure]
    return in_rounds(
        lambda one, day: _judged(one, day, params, calendar, received_by), history, as_of, _STARTS
    )


def apply(
    context: Context, params: Params, procedure: Decision[Procedure] | None
) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(
        outcome_of(procedure),
        context.history,
        context.as_of,
        params,
        context.calendar,
        received_by=context.case.received_by,
    )


def _judged(
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    received_by: ReceivingBody | None,
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round."""
    start, limit = (params.start,), params.limit
    receipt = find_receipt(history, params.start.value, received_by, by_level=True)
    if receipt is None:
        return params.waiting if history.day(params.start.value) else params.idle
    done = history.earliest(EventKind.accept, EventKind.notify)
    if done is None and history.earliest(EventKind.reply, EventKind.conclude):
        decision = judge(receipt_clock(receipt.first, start, limit), None, as_of, calendar)
        return not_recorded(
            decision, EventKind.accept, "simplified_acceptance_deadline.not_recorded", ANSWERED
        )
    if receipt.missing:
        return judge_receipt(receipt, start, limit, done, as_of, calendar)
    decision = judge(receipt_clock(receipt.first, start, limit), done, as_of, calendar)
    return led_by(PASSED_ON, decision) if receipt.passed_on else decision
