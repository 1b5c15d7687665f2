"""By when must the re-reviewing body give its opinion? (复核期限).

Source, 2022 regulation (信访工作条例) Art. 36(1)(2), 2005 regulation (信访条例) Art. 35(1)(2):
within 30 days of receipt of the request the re-reviewing body gives its opinion. It may hold a
hearing; the time that this takes is not counted. Nothing else stops the limit.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar import Suspension
from xinfang_core.calendar.plain import DAY
from xinfang_core.case import last_round
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge, undetermined
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Conduct, EventKind, Role, SuspensionCause

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

STANDSTILL = Citation(
    source="",
    clause="听证时间的扣除",
    phrase="",
    basis=Basis.interpreted,
    note="自暂停计时之日起至恢复计时前一日不计；当日恢复的扣除一日；其他原因的暂停不扣除",
)
"""From the day of the standstill to the day before its end, and one day at least."""

_TURNS = frozenset({EventKind.suspend, EventKind.resume})
# Looking a member up costs as much as a reason.
_RE_REVIEW, _SUSPEND = EventKind.re_review, EventKind.suspend


DUTY = Duty(EventKind.re_review, Role.re_reviewing_body, Role.petitioner, delay=Conduct.overdue)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about the re-review.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period.
        suspended_by: the one cause for which the limit stands still.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]
    suspended_by: Sourced[SuspensionCause]

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while the limit has not started."""
        return idle(self.start, self.limit)


def decide(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the limit of the re-review stands; of several, of the last one asked for.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event, limit and cause of standstill.
        calendar: the working days.

    """
    kind, cause = params.start.value, params.suspended_by
    if isinstance(kind, Absent):
        return params.idle
    started, done = last_round(history, kind, _RE_REVIEW)
    if history.day(_SUSPEND) is None:
        if started is None:
            return params.idle
        return judge(Clock(params.start, params.limit, started), done, as_of, calendar)
    if isinstance(cause.value, Absent):
        return undetermined(silence(cause))
    still = _standstills(history, cause.value)
    clock = Clock(params.start, params.limit, started, suspensions=still)
    decision = judge(clock, done, as_of, calendar)
    if not still:
        return decision
    held = Reason("re_review_deadline.held_back", (("cause", cause.value),), cause.citation)
    read = Reason("re_review_deadline.standstill", (), STANDSTILL)
    return Decision(decision.outcome, (held, read, *decision.reasons))


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


def _standstills(history: History, cause: SuspensionCause) -> tuple[Suspension, ...]:
    """When the limit stood still: each ``suspend`` lasts until the next one or a ``resume``."""
    turns = [event for event in history.events if event.kind in _TURNS]
    found: list[Suspension] = []
    for turn, after in zip(turns, (*turns[1:], None), strict=True):
        if turn.kind is not EventKind.suspend or turn.cause is not cause:
            continue
        begin = max(turn.day, found[-1].end or turn.day) if found else turn.day
        end = None if after is None else max(after.day, turn.day + DAY)
        if end is None or begin < end:
            found.append(Suspension(begin, end, cause.text()))
    return tuple(found)
