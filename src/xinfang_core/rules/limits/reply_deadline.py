"""By when must the handling body reply? (答复期限).

Source: the online-proxy system (网上信访代理), first part, first route. After acceptance by the
handling body a reply is due: urgent matters within 1 day, consultations within 5, general
matters within 15, matters that take investigation or coordination within 30. The text says 日
without saying which days; which reading applies is data, and the other one is a variant.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.calendar.plain import plain_last_day
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, clock_for, judge, undetermined
from xinfang_core.deadline_extension import unless_extended
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Finding, Reason, outcome_of
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period, SameDay
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    MatterKind,
    ReplyKind,
    Role,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.rules.kind import Kind

NEEDS_KIND = Citation(
    source="",
    clause="答复期限按类别规定",
    phrase="",
    basis=Basis.interpreted,
    note="各类期限不同；类别无法确定的，不取任何一类的期限",
)
"""Each kind has a limit of its own, so without a kind there is no limit to tell."""

STRETCHED = Citation(
    source="",
    clause="紧急事项遇放假",
    phrase="",
    basis=Basis.interpreted,
    note="期限依法顺延，但紧急事项因放假久候，提示承办单位",
)
"""An urgent limit that a holiday makes longer than plain weekends would is a finding."""


DUTY = Duty(EventKind.reply, Role.handling_body, Role.petitioner)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What a policy says about the reply limit.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period for each kind.

    """

    start: Sourced[EventKind]
    limit: Table[MatterKind, Period]


def decide(
    kind: MatterKind | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the reply limit stands.

    Args:
        kind: the outcome of ``reply_kind``.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the policy's start event and limits.
        calendar: the working days.

    """
    if kind is _UNKNOWN or kind is _NONE or kind is _SILENT:
        return _WITHOUT_KIND
    return in_rounds(
        lambda one, day: _judged(kind, one, day, params, calendar),
        history,
        as_of,
        (params.start.value,),
        anew=True,
    )


def apply(context: Context, params: Params, kind: Kind) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    which = outcome_of(kind.reply_kind, context.case.category)
    return decide(which, context.history, context.as_of, params, context.calendar)


def _judged(
    kind: MatterKind, history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round."""
    limit, done = params.limit.cells[kind], history.day(_REPLY)
    clock = clock_for(params.start, limit, history)
    decision = judge(clock, done, as_of, calendar)
    decision = unless_extended(decision, history, limit, calendar, done or as_of)
    stretched = _stretched(clock, decision.outcome) if kind is _URGENT else ()
    return Decision(decision.outcome, decision.reasons, stretched) if stretched else decision


def _stretched(clock: Clock, outcome: Deadline | Undetermined | Absent) -> tuple[Finding, ...]:
    """The finding that a holiday lengthens an urgent limit."""
    limit, started = clock.limit.value, clock.started
    due = outcome.due if isinstance(outcome, Deadline) else None
    if due is None or started is None or isinstance(limit, Absent):
        return ()
    days = (due - started).days
    # No limit ends sooner than its bare count of days, so that most need no second look.
    if days <= limit.count and type(limit) is not SameDay:
        return ()
    if due <= (plain_last_day(started, limit) or due):
        return ()
    facts = (("due", due), ("start", started), ("days", days))
    return (Finding(Severity.notice, Reason("reply_deadline.stretched", facts, STRETCHED)),)


_WITHOUT_KIND = undetermined(
    Reason("reply_deadline.kind_undetermined", (), NEEDS_KIND, ("reply_kind",))
)
# Looking a member up costs as much as a reason.
_REPLY: Final = EventKind.reply
_UNKNOWN: Final = Undetermined.undetermined
_NONE: Final = Absent.none
_SILENT: Final = Absent.silent
_URGENT: Final = ReplyKind.urgent
