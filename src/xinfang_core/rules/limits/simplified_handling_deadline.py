"""By when is the matter handled in the simplified procedure? (简易办理期限).

Source: the state bureau's measures on simplified handling (信访事项简易办理办法, 2016): within 10
working days of acceptance the handling opinion is given, at once where that can be. The
articles of the 2022 measures that would say so were not seen.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, clock_for, judge
from xinfang_core.deadline_extension import unless_extended
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Reason, led_by, outcome_of
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.simplified import unless_simplified
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Procedure, Role, Undetermined

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

OPINION = Citation(
    source="",
    clause="作出处理意见之日",
    phrase="",
    basis=Basis.interpreted,
    note="以答复或者办结中先有记录的认定已作出处理意见；简易办理以外的事项不适用本期限",
)
"""Reply or conclusion, whichever is recorded first, shows that the opinion was given."""

_ELSEWHERE = unless_simplified(
    Reason("simplified_handling_deadline.ordinary", (), OPINION),
    Reason("simplified_handling_deadline.unknown", (), OPINION, ("simplified_procedure",)),
)
GIVEN = Reason("simplified_handling_deadline.given", (), OPINION)


DUTY = Duty(EventKind.conclude, Role.handling_body, Role.petitioner)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the measures say about handling.

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
    """Where the limit for the handling opinion stands.

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
        (params.start.value,),
        anew=True,
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
    """Where the limit stands by the events of one round."""
    done = history.earliest(EventKind.conclude, EventKind.reply)
    decision = judge(clock_for(params.start, params.limit, history), done, as_of, calendar)
    decision = unless_extended(decision, history, params.limit, calendar, done or as_of)
    return led_by(GIVEN, decision) if done else decision
