"""By when may a body object to a matter that is not within its powers? (异议期限).

Source, 2022 regulation (信访工作条例) Art. 23(3): who gets a matter passed on or assigned that
is not within its powers objects within 5 working days of receipt, with its reasons in full, and
gives the papers back once that is agreed. The 2005 regulation has no such step.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, judge, undetermined
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Ladder, Sourced
from xinfang_core.vocabulary import Absent, Basis, Conduct, EventKind, Role

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

RECEIPT = Citation(
    source="",
    clause="转送、交办之日视为收到之日",
    phrase="",
    basis=Basis.interpreted,
    note="承办机关收到转送、交办的日期未单独记录，以最近一次转送、交办之日认定",
)
"""The body's own receipt is not recorded apart; the last passing-on stands for it."""

# Looking a member up costs as much as a reason.
_OBJECT: Final = EventKind.object
_CAME = Reason("objection_deadline.receipt", (), RECEIPT)


DUTY = Duty(
    EventKind.object,
    Role.handling_body,
    Role.petition_office,
    lapses=True,
    delay=Conduct.breach_of_procedure,
)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about objections.

    Attributes:
        starts: the events by which a matter comes to the body; the last one counts.
        limit: the period.

    """

    starts: Ladder[EventKind]
    limit: Sourced[Period]

    @cached_property
    def competent(self) -> Decision[Deadline]:
        """The answer where the body is competent."""
        return _none("objection_deadline.competent", self)

    @cached_property
    def not_recorded(self) -> Decision[Deadline]:
        """The answer where nobody recorded whether it is."""
        return _none("objection_deadline.not_recorded", self)


def _none(code: str, params: Params) -> Decision[Deadline]:
    return Decision(Absent.none, (Reason(code, (), params.limit.citation),))


def decide(
    not_competent: bool | None,  # noqa: FBT001 - a fact of the case
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the limit for an objection stands.

    Args:
        not_competent: whether the body that got the matter is not competent; None where not
            recorded, read as competent unless an objection is recorded.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start events and limit.
        calendar: the working days.

    """
    objections = history.all(_OBJECT)
    if not not_competent and not objections:
        return params.not_recorded if not_competent is None else params.competent
    start, came = _came(history, params.starts)
    if start is None:
        return undetermined(silence(params.starts))
    done = next((one.day for one in objections if came is None or one.day >= came), None)
    decision = judge(Clock(start, params.limit, came), done, as_of, calendar)
    return decision if came is None else Decision(decision.outcome, (_CAME, *decision.reasons))


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    fact = context.case.not_competent
    return decide(fact, context.history, context.as_of, params, context.calendar)


def _came(
    history: History, starts: Ladder[EventKind]
) -> tuple[Sourced[EventKind] | None, date | None]:
    """The event by which the matter last came to the body, and its day."""
    found, came = (starts.steps[0] if starts.steps else None), None
    for step in starts.steps:
        events = () if isinstance(step.value, Absent) else history.all(step.value)
        if events and (came is None or events[-1].day > came):
            found, came = step, events[-1].day
    return found, came
