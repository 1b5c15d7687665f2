"""By when is acceptance decided in the simplified procedure? (简易办理受理期限).

Source: the state bureau's measures on simplified handling (信访事项简易办理办法, 2016): within 3
working days of receipt it is decided whether the matter is accepted. The articles of the 2022
measures that would say so were not seen.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, judge, not_recorded
from xinfang_core.decision import Decision, Reason, led_by, outcome_of
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.simplified import unless_simplified
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Procedure, Role, Undetermined

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

LAST_RECEIPT = Citation(
    source="",
    clause="有权处理机关收到之日",
    phrase="",
    basis=Basis.interpreted,
    note="经转送、交办的，自受理前最近一次转送、交办之日起算；告知受理情况的，视为已作决定",
)
"""A matter that was passed on comes to the competent body on the day of the last passing-on."""

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


def decide(
    procedure: Procedure | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the limit for deciding about acceptance stands.

    Args:
        procedure: the outcome of ``simplified_procedure``.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the measures' start event and limit.
        calendar: the working days.

    """
    if procedure in _ELSEWHERE:
        return _ELSEWHERE[procedure]
    done = history.earliest(EventKind.accept, EventKind.notify)
    kind = params.start.value
    started = None if isinstance(kind, Absent) else history.day(kind)
    passed = _passed_on(history, history.day(EventKind.accept) or done)
    later = started is not None and passed is not None and passed > started
    begun = passed if later else started
    decision = judge(Clock(params.start, params.limit, begun), done, as_of, calendar)
    if done is None and history.earliest(EventKind.reply, EventKind.conclude) is not None:
        decision = not_recorded(
            decision, EventKind.accept, "simplified_acceptance_deadline.not_recorded", ANSWERED
        )
    return led_by(PASSED_ON, decision) if later else decision


def apply(
    context: Context, params: Params, procedure: Decision[Procedure] | None
) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    found = outcome_of(procedure)
    return decide(found, context.history, context.as_of, params, context.calendar)


def _passed_on(history: History, accepted: date | None) -> date | None:
    """The day on which the matter last was passed on before it was accepted."""
    events = (*history.all(EventKind.transfer), *history.all(EventKind.assign))
    days = [one.day for one in events if accepted is None or one.day <= accepted]
    return max(days, default=None)
