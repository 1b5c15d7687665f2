"""Did each level pass the matter on in time in the simplified procedure? (简易办理转送期限).

Source: the state bureau's measures on simplified handling (信访事项简易办理办法, 2016): each level
in between passes the matter on within 1 working day. The articles of the 2022 measures that
would say so were not seen.

Only levels that passed the matter on are judged, so that the limit is never open or overdue:
how many levels there are is not on record, and who has the matter now may be the competent body
itself, which passes nothing on.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, judge
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Reason, led_by, outcome_of
from xinfang_core.periods import Period
from xinfang_core.simplified import unless_simplified
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Procedure, Status, Undetermined

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

EACH_LEVEL = Citation(
    source="",
    clause="逐级转送的起算",
    phrase="",
    basis=Basis.interpreted,
    note="每一中间层级自收到或者上一级转送之日起算；各层级中有逾期的，报告最先逾期的一级，否则报告最后一级",
)
"""Each level counts from the passing-on before it; the first late one is told, else the last."""

_ELSEWHERE = unless_simplified(
    Reason("simplified_transfer_deadline.ordinary", (), EACH_LEVEL),
    Reason("simplified_transfer_deadline.unknown", (), EACH_LEVEL, ("simplified_procedure",)),
)
NO_LEVEL = Reason("simplified_transfer_deadline.no_level", (), EACH_LEVEL)


@frozen
class Params:
    """What the measures say about passing on.

    Attributes:
        start: the event that the first level counts from, itself not counted.
        limit: the period of each level.

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
    """Where the limits of the levels stand that passed the matter on.

    Args:
        procedure: the outcome of ``simplified_procedure``.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the measures' start event and limit.
        calendar: the working days.

    """
    if procedure in _ELSEWHERE:
        return _ELSEWHERE[procedure]
    return in_rounds(
        lambda one, day: _judged(one, day, params, calendar),
        history,
        as_of,
        (EventKind.transfer,),
    )


def apply(
    context: Context, params: Params, procedure: Decision[Procedure] | None
) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    found = outcome_of(procedure)
    return decide(found, context.history, context.as_of, params, context.calendar)


def _judged(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the limits of the levels stand by the events of one round."""
    start, kind = params.start, params.start.value
    passed = history.all(EventKind.transfer)
    if not passed:
        return Decision(Absent.none, (NO_LEVEL,))
    started = None if isinstance(kind, Absent) else history.day(kind)
    place = 0
    for place, transfer in enumerate(passed, 1):  # noqa: B007 - told after the loop
        clock = Clock(start, params.limit, started)
        decision = judge(clock, transfer.day, as_of, calendar)
        outcome = decision.outcome
        if not isinstance(outcome, Deadline) or outcome.status is not Status.met:
            break
        start, started = Sourced(EventKind.transfer, params.start.citation), transfer.day
    level = Reason("simplified_transfer_deadline.level", (("level", place),), EACH_LEVEL)
    return led_by(level, decision)
