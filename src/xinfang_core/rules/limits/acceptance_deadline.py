"""By when must the matter be accepted, and is it handled at once? (受理期限).

Source: Yubei (渝北“三级服务中心”), part four. One front desk accepts, the levels behind it divide
the work, and no matter is left overnight. What village or community can handle (red) is handled
at once. The text does not say what must be done before the night, nor when “at once” is over.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar import last_day
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, clock_for, judge
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Facts, Finding, Reason, led_by, outcome_of
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    LevelColour,
    Role,
    Severity,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.rules.people import People

BY_REGISTRATION = Citation(
    source="",
    clause="受理期限的起算",
    phrase="",
    basis=Basis.interpreted,
    note="未记录收到日期的，以登记日期起算；登记不早于收到，只会偏晚，不会误认逾期",
)
"""Where the receipt is not recorded the registration starts the limit, never too early."""

LATER_STEP = Citation(
    source="",
    clause="未记录受理而有后续环节",
    phrase="",
    basis=Basis.interpreted,
    note="已办理、解决、办结或者答复的，受理不晚于该日；缺少受理记录可能只是漏记，不据此认定逾期",
)
"""A later step proves that acceptance had come by its day; a gap in the record proves nothing."""

_LATER = (EventKind.handle, EventKind.resolve, EventKind.conclude, EventKind.reply)
_OF_LATE = frozenset(
    {
        "deadline.late",
        "deadline.late_at_rest",
        "deadline.expected_count",
        "deadline.expected_count_region",
    }
)


DUTY = Duty(EventKind.accept, Role.handling_body, Role.petitioner)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What a policy says about accepting.

    Attributes:
        start: the event that the limit counts from; registration where a receipt is not recorded.
        limit: the period for accepting.
        handling: for each colour, within what time of acceptance handling begins; declared over
            the colours that the source gives one for.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]
    handling: Table[LevelColour, Period]


def decide(
    colour: LevelColour | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the limit for accepting stands; whether handling began in time is a finding.

    Args:
        colour: the outcome of ``colour``; it decides about the handling alone.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the policy's start event and periods.
        calendar: the working days.

    """
    return in_rounds(
        lambda one, day: _judged(colour, one, day, params, calendar),
        history,
        as_of,
        (params.start.value,),
    )


def apply(context: Context, params: Params, people: People) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    shown = outcome_of(people.colour)
    return decide(shown, context.history, context.as_of, params, context.calendar)


def _judged(
    colour: LevelColour | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round."""
    clock = _clock(history, params)
    decision = _accepted(colour, history, as_of, params, clock, calendar)
    if clock.start is params.start:
        return decision
    # The registration only stands in for the receipt, from which the policy counts.
    named = (("event", params.start.value),)
    counts = Reason("acceptance_deadline.counts_from", named, params.start.citation)
    return led_by(counts, decision)


def _accepted(
    colour: LevelColour | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    clock: Clock,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Whether the matter was accepted by the last day of ``clock``, and then handled in time."""
    accepted = history.day(EventKind.accept)
    if accepted is None:
        begun = _begun(history)
        decision = judge(clock, begun, as_of, calendar)
        return decision if begun is None else _accepted_by(begun, decision)
    decision = judge(clock, accepted, as_of, calendar)
    within = params.handling[colour] if isinstance(colour, LevelColour) else None
    if within is None or isinstance(within.value, Absent):
        return decision
    begun = _begun(history)
    if (begun or as_of) <= accepted:
        return decision
    last = last_day(calendar, accepted, within.value)
    if last is None or (begun or as_of) <= last.latest:
        return decision
    facts: Facts = (("colour", colour), ("at", accepted))
    code = "acceptance_deadline.not_begun"
    if begun is not None:
        facts, code = (*facts, ("begun", begun)), "acceptance_deadline.begun_late"
    finding = Finding(Severity.warning, Reason(code, facts, within.citation))
    return decision._replace(findings=(finding,))


def _clock(history: History, params: Params) -> Clock:
    """The limit as it runs from the receipt, or from the registration in its place."""
    clock = clock_for(params.start, params.limit, history)
    if clock.started is not None or params.start.value is not EventKind.receive:
        return clock
    registered = history.day(EventKind.register)
    if registered is None:
        return clock
    return Clock(Sourced(EventKind.register, BY_REGISTRATION), params.limit, registered)


def _begun(history: History) -> date | None:
    """The day of the first step that follows the acceptance."""
    days = [day for day in map(history.day, _LATER) if day is not None]
    return min(days) if days else None


def _accepted_by(begun: date, decision: Decision[Deadline]) -> Decision[Deadline]:
    """The answer where a later step stands for the acceptance: in time, or not to be told."""
    reason = Reason("acceptance_deadline.not_recorded", (("at", begun),), LATER_STEP, ("accept",))
    gap = (Finding(Severity.notice, reason),)
    deadline = decision.outcome
    if not isinstance(deadline, Deadline) or deadline.status is not Status.late:
        return decision._replace(reasons=(*decision.reasons, reason), findings=gap)
    outcome = deadline._replace(status=Status.undetermined, overdue_working_days=0)
    kept = tuple(one for one in decision.reasons if one.code not in _OF_LATE)
    return Decision(outcome, (*kept, reason), gap)
