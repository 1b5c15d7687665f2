"""Where a limit stands on a day (时限): the one judgement that all deadline rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar import LastDay, count_days, last_day
from xinfang_core.calendar.bounds import sure_through
from xinfang_core.decision import Decision, Facts, Reason, silence
from xinfang_core.periods import CalendarDays, Months, Period, SameDay, WorkingDays
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Certainty, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.vocabulary import EventKind

COUNTING = Citation(
    source="民法典",
    clause="第二百零一条至第二百零三条",
    phrase="",
    basis=Basis.interpreted,
    note="信访法规未规定期间计算方法，类推适用：当日不计入；末日为休息日的顺延；24时截止",
)
"""How days are counted where the petition rules are silent: by analogy."""


@frozen
class Deadline:
    """Where one limit stands (时限情况).

    Attributes:
        status: see ``Status``.
        due: the last day; None where not started or undetermined.
        certainty: settled, or provisional between ``earliest`` and ``latest``.
        earliest: no later notice can make the last day earlier than this.
        latest: the last day is not expected to be later than this.
        overdue_working_days: working days after ``due`` up to the act or the day asked about.

    """

    status: Status
    due: date | None = None
    certainty: Certainty | None = None
    earliest: date | None = None
    latest: date | None = None
    overdue_working_days: int = 0


@frozen
class Clock:
    """One limit applied to one case (计时).

    Attributes:
        start: the kind of event that the limit counts from, itself not counted.
        limit: the period of the limit.
        started: the day of that event; None where it is not recorded.
        extra: periods granted on top, of the same type; added first and rolled once.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]
    started: date | None
    extra: tuple[Period, ...] = ()


def clock_for(start: Sourced[EventKind], limit: Sourced[Period], history: History) -> Clock:
    """The limit as it runs from the first recorded event of the kind that starts it."""
    kind = start.value
    return Clock(start, limit, None if isinstance(kind, Absent) else history.day(kind))


UNDETERMINED = Deadline(Status.undetermined)
"""The outcome where something that is needed is not known."""


def undetermined(reason: Reason) -> Decision[Deadline]:
    """The answer where something that is needed is not known; ``reason`` names it."""
    return Decision(UNDETERMINED, (reason,))


def judge(
    clock: Clock, done: date | None, as_of: date, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Whether what the limit asks for was done in time.

    Args:
        clock: the limit and when it started.
        done: the day of the act that meets the limit; None where not done by ``as_of``.
        as_of: the day asked about.
        calendar: the working days.

    Returns:
        The deadline, with the reasons for its last day and for its status.

    """
    start, limit = clock.start.value, clock.limit.value
    if isinstance(start, Absent):
        return _without(clock.start)
    if isinstance(limit, Absent):
        return _without(clock.limit)
    if clock.started is None:
        reason = Reason("deadline.not_started", (("event", start),), clock.start.citation)
        return Decision(Deadline(Status.not_started), (reason,))
    periods = (limit, *clock.extra)
    last = last_day(calendar, clock.started, *periods)
    if last is None or (done or as_of) > calendar.last:
        return undetermined(_outside(clock.started, periods))
    began: Facts = (("event", start), ("start", clock.started))
    counted: Facts = (("period", periods), ("due", last.due))
    reasons = (
        Reason("deadline.started", began, clock.start.citation),
        Reason("deadline.counted", counted, clock.limit.citation),
        Reason(_COUNTED_AS[type(limit)], (), COUNTING),
    )
    return _measured(last, done, as_of, calendar, reasons)


def _measured(
    last: LastDay,
    done: date | None,
    as_of: date,
    calendar: WorkCalendar,
    counted: tuple[Reason, ...],
) -> Decision[Deadline]:
    """The answer where the last day is known: the status, and by how much."""
    status, code = _status(last, done, as_of)
    through = done or as_of
    reasons = list(counted)
    if last.certainty is Certainty.provisional:
        reasons.append(_provisional(last))
    counted_days = count_days(calendar, last.due, through) if status in _BEHIND else None
    if counted_days and counted_days.certainty is Certainty.provisional:
        reasons.append(_expected_count(calendar, last.due, through))
    overdue = counted_days.working_days if counted_days else 0
    stands: Facts = (("done", done), ("as_of", as_of), ("days", overdue))
    return Decision(
        Deadline(status, last.due, last.certainty, last.earliest, last.latest, overdue),
        (*reasons, Reason(code, stands)),
    )


_BEHIND = frozenset({Status.late, Status.overdue})
_COUNTED_AS: dict[type[Period], str] = {
    WorkingDays: "counting.working_days",
    CalendarDays: "counting.calendar_days",
    Months: "counting.months",
    SameDay: "counting.same_day",
}


def _without(value: Sourced[object]) -> Decision[Deadline]:
    """A limit that the source does not set, or does not tell."""
    if value.value is Absent.silent:
        return undetermined(silence(value))
    facts = (("clause", value.citation.clause),)
    return Decision(Absent.none, (Reason("deadline.no_limit", facts, value.citation),))


def _outside(started: date, periods: tuple[Period, ...]) -> Reason:
    facts = (("start", started), ("period", periods))
    return Reason("deadline.outside_calendar", facts, COUNTING)


def _provisional(last: LastDay) -> Reason:
    bounds: Facts = (("earliest", last.earliest), ("latest", last.latest), ("year", last.awaits))
    if last.region:
        return Reason("deadline.provisional_region", (*bounds, ("region", last.region)))
    return Reason("deadline.provisional", bounds)


def _expected_count(calendar: WorkCalendar, due: date, through: date) -> Reason:
    """That days which no notice settles are counted as they are expected to be."""
    gap = calendar.find_unlisted(due, through)
    settled = sure_through(calendar, gap)
    facts: Facts = (("settled", settled), ("year", settled.year + 1))
    if gap and gap[0] <= calendar.settled_through.year:
        return Reason("deadline.expected_count_region", (*facts, ("region", gap[1])))
    return Reason("deadline.expected_count", facts)


def _status(last: LastDay, done: date | None, as_of: date) -> tuple[Status, str]:
    """The status and the code of its reason; a provisional day is judged by its bounds."""
    day = done or as_of
    if day <= last.earliest:
        return (Status.met, "deadline.met") if done else (Status.open, "deadline.open")
    if day > last.latest:
        return (Status.late, "deadline.late") if done else (Status.overdue, "deadline.overdue")
    if done:
        return Status.undetermined, "deadline.done_between"
    return Status.open, "deadline.open_between"
