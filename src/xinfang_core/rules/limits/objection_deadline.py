"""By when may a body object to a matter that is not within its powers? (异议期限).

Source, 2022 regulation (信访工作条例) Art. 23(3): who gets a matter passed on or assigned that
is not within its powers objects within 5 working days of receipt, with its reasons in full, and
gives the papers back once that is agreed. The 2005 regulation has no such step. That a body is not
competent is a fact about that body; it does not follow the matter to the next one.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.case.receipt import receipt_of
from xinfang_core.case.rounds import PASSING_ON, rounds_of
from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, idle, undetermined
from xinfang_core.deadline_receipt import judge_receipt
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import Absent, Conduct, EventKind, Role

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

# Looking a member up costs as much as a reason.
_OBJECT: Final = EventKind.object


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
        starts: the events by which a matter comes to the body; its own receipt counts.
        limit: the period.

    """

    starts: CitedList[EventKind]
    limit: Sourced[Period]

    @cached_property
    def competent(self) -> Decision[Deadline]:
        """The answer where the body is competent."""
        return _none("objection_deadline.competent", self)

    @cached_property
    def not_recorded(self) -> Decision[Deadline]:
        """The answer where nobody recorded whether it is."""
        return _none("objection_deadline.not_recorded", self)

    @cached_property
    def of_another(self) -> Decision[Deadline]:
        """The answer where it is recorded of a body that had the matter before."""
        return _none("objection_deadline.of_another", self)

    @cached_property
    def receipts(self) -> tuple[Sourced[EventKind], ...]:
        """What the limit counts from: the receipt, or the passing-on in its place."""
        return (Sourced(EventKind.receive, self.starts.citation), *self.starts.steps)

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer about a matter that was not passed on."""
        return idle(self.starts.steps[0], self.limit)


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
    if not not_competent and not history.all(_OBJECT):
        return params.not_recorded if not_competent is None else params.competent
    if not params.starts.steps or isinstance(params.starts.steps[0].value, Absent):
        return undetermined(silence(params.starts))
    unsaid = _unsaid(not_competent, history, params)
    return in_rounds(
        lambda one, day: _judged(one, day, params, calendar, unsaid), history, as_of, PASSING_ON
    )


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    fact = context.case.not_competent
    return decide(fact, context.history, context.as_of, params, context.calendar)


def _unsaid(
    not_competent: bool | None,  # noqa: FBT001 - a fact of the case
    history: History,
    params: Params,
) -> Decision[Deadline] | None:
    """The answer without an objection; None where the body that has the matter owes one."""
    if not not_competent:
        return params.not_recorded if not_competent is None else params.competent
    handed_over = any(one.is_other_body for one in rounds_of(history))
    return params.of_another if handed_over else None


def _judged(
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    unsaid: Decision[Deadline] | None,
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round; ``unsaid`` as long as nobody objects."""
    objections = history.all(_OBJECT)
    if unsaid is not None and not objections:
        return unsaid
    receipt = receipt_of(history, None)
    if receipt is None or not receipt.passed_on:
        return params.idle
    done = next((one.day for one in objections if one.day >= receipt.first.day), None)
    return judge_receipt(receipt, params.receipts, params.limit, done, as_of, calendar)
