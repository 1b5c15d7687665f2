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
from xinfang_core.case.standing import asked_rounds
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge, undetermined
from xinfang_core.deadline_rounds import in_turns
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
    note="自暂停计时之日起至恢复计时前一日不计；当日恢复的扣除一日；未恢复而再次暂停的视为同一次；其他原因的暂停不扣除",
)
"""From the day of the standstill to the day before its end, and one day at least."""

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
    turns = asked_rounds(history, kind, _RE_REVIEW)
    if not turns:
        return params.idle
    still: tuple[Suspension, ...] = ()
    if history.day(_SUSPEND) is not None:
        if isinstance(cause.value, Absent):
            return undetermined(silence(cause))
        still = _standstills(history, cause.value)
    decision = in_turns(
        lambda begun, done, day: judge(
            Clock(params.start, params.limit, begun, suspensions=still), done, day, calendar
        ),
        kind,
        turns,
        as_of,
    )
    if not still:
        return decision
    held = Reason("re_review_deadline.held_back", (("cause", cause.value),), cause.citation)
    read = Reason("re_review_deadline.standstill", (), STANDSTILL)
    return Decision(decision.outcome, (held, read, *decision.reasons), decision.findings)


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


def _standstills(history: History, cause: SuspensionCause) -> tuple[Suspension, ...]:
    """When the limit stood still: from a ``suspend`` to the next ``resume``, however often told."""
    found: list[Suspension] = []
    begun: date | None = None
    for turn in history.events:
        if turn.kind is _SUSPEND and begun is None and turn.cause is cause:
            begun = turn.day
        elif turn.kind is EventKind.resume and begun is not None:
            # What is resumed on its own day stood still for one day.
            since = max(begun, found[-1].end or begun) if found else begun
            until = max(turn.day, begun + DAY)
            found += [Suspension(since, until, cause.text())] if since < until else []
            begun = None
    if begun is not None:
        since = max(begun, found[-1].end or begun) if found else begun
        found.append(Suspension(since, None, cause.text()))
    return tuple(found)
