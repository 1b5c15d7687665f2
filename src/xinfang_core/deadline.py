"""Where a limit stands on a day (时限): the one judgement that all deadline rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from xinfang_core.calendar import LastDay, count_days, last_day
from xinfang_core.calendar.bounds import sure_through
from xinfang_core.calendar.plain import unrolled_day
from xinfang_core.decision import Decision, Facts, Reason, silence
from xinfang_core.periods import CalendarDays, Months, Period, SameDay, WorkingDays
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Certainty, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import Suspension, WorkCalendar
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


class Deadline(NamedTuple):
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


class Clock(NamedTuple):
    """One limit applied to one case (计时).

    Attributes:
        start: the kind of event that the limit counts from, itself not counted.
        limit: the period of the limit.
        started: the day of that event; None where it is not recorded.
        extra: periods granted on top, of the same type; added first and rolled once.
        suspensions: when the limit did not run.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]
    started: date | None
    extra: tuple[Period, ...] = ()
    suspensions: tuple[Suspension, ...] = ()


def clock_for(start: Sourced[EventKind], limit: Sourced[Period], history: History) -> Clock:
    """The limit as it runs from the first recorded event of the kind that starts it."""
    kind = start.value
    return Clock(start, limit, None if isinstance(kind, Absent) else history.day(kind))


UNDETERMINED = Deadline(Status.undetermined)
"""The outcome where something that is needed is not known."""

NOT_STARTED = Deadline(Status.not_started)
"""The outcome where the event that the limit counts from is not recorded."""


def undetermined(reason: Reason) -> Decision[Deadline]:
    """The answer where something that is needed is not known; ``reason`` names it."""
    return Decision(UNDETERMINED, (reason,))


def judge(
    clock: Clock, done: date | None, as_of: date, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Whether what the limit asks for was done in time.

    Args:
        clock: the limit, when it started and when it did not run.
        done: the day of the act that meets the limit; None where not done by ``as_of``.
        as_of: the day asked about.
        calendar: the working days.

    Returns:
        The deadline, with the reasons for its last day and for its status.

    """
    begin, length, started, extra, suspensions = clock
    start, limit = begin.value, length.value
    if start is _NONE or start is _SILENT:
        return _without(begin)
    if limit is _NONE or limit is _SILENT:
        return _without(length)
    if started is None:
        reason = Reason("deadline.not_started", (("event", start),), begin.citation)
        return Decision(NOT_STARTED, (reason,))
    periods = (limit, *extra) if extra else (limit,)
    due = None if suspensions else _settled_due(calendar, started, periods)
    last = None if due else last_day(calendar, started, *periods, suspensions=suspensions)
    end = last.due if last else due
    if end is None or (done or as_of) > calendar.last:
        return undetermined(_outside(clock, periods))
    counted: tuple[Reason, ...] = (
        _new(
            Reason,
            (_STARTED_AS[type(limit)], (("event", start), ("start", started)), begin.citation),
        ),
        _new(Reason, ("deadline.counted", (("period", periods), ("due", end)), length.citation)),
        _COUNTED_AS[type(limit)],
    )
    if suspensions:
        counted += (_stood_still(suspensions),)
    if last is None:
        return _settled(end, done, as_of, calendar, counted)
    return _measured(last, done, as_of, calendar, counted)


def judge_right(
    clock: Clock, done: date | None, as_of: date, calendar: WorkCalendar
) -> Decision[Deadline]:
    """As ``judge`` for a right of the petitioner: nobody is overdue who does not use it."""
    decision = judge(clock, done, as_of, calendar)
    deadline = decision.outcome
    if not isinstance(deadline, Deadline) or deadline.status is not _OVERDUE:
        return decision
    kept = tuple(one for one in decision.reasons if one.code not in _OF_OVERDUE)
    passed = Reason("deadline.lapsed", (("as_of", as_of),))
    outcome = deadline._replace(status=Status.lapsed, overdue_working_days=0)
    return Decision(outcome, (*kept, passed))


_OF_OVERDUE = frozenset(
    {"deadline.overdue", "deadline.expected_count", "deadline.expected_count_region"}
)
"""What only explains the overdue days."""


def judge_day(
    due: date, why: Reason, done: date | None, as_of: date, calendar: WorkCalendar
) -> Decision[Deadline]:
    """As ``judge`` for a last day that somebody set: it is that day, worked or not."""
    if not calendar.first <= due <= calendar.last or (done or as_of) > calendar.last:
        return undetermined(Reason("deadline.day_outside_calendar", (("due", due),), COUNTING))
    return _settled(due, done, as_of, calendar, (why,))


_COUNTED_AS: dict[type[Period], Reason] = {
    WorkingDays: Reason("counting.working_days", (), COUNTING),
    CalendarDays: Reason("counting.calendar_days", (), COUNTING),
    Months: Reason("counting.months", (), COUNTING),
    SameDay: Reason("counting.same_day", (), COUNTING),
}
_STARTED_AS: dict[type[Period], str] = {
    WorkingDays: "deadline.started",
    CalendarDays: "deadline.started",
    Months: "deadline.started",
    SameDay: "deadline.started_that_day",
}
# What the generated constructors do, at half their cost.
_new = tuple.__new__
# Looking a member up costs more than counting the days.
_NONE: Final = Absent.none
_SILENT: Final = Absent.silent
_SETTLED: Final = Certainty.settled
_MET, _LATE, _OPEN, _OVERDUE = Status.met, Status.late, Status.open, Status.overdue


def _settled_due(calendar: WorkCalendar, start: date, periods: tuple[Period, ...]) -> date | None:
    """The last day of nearly every case, at little cost; None where there is more to look at."""
    first = periods[0]
    unit, count = type(first), first.count
    if len(periods) > 1:
        if any(type(more) is not unit for more in periods):
            return None
        count = sum(more.count for more in periods)
    if unit is WorkingDays:
        return calendar.settled_working_day(start, count)
    if unit is SameDay:
        return start if calendar.first <= start <= calendar.last else None
    if calendar.unlisted:
        return None
    due = calendar.find_on_or_after(unrolled_day(start, unit, count))
    return None if due is None or due > calendar.settled_through else due


def _settled(
    due: date,
    done: date | None,
    as_of: date,
    calendar: WorkCalendar,
    counted: tuple[Reason, ...],
) -> Decision[Deadline]:
    """The answer where the last day is certain."""
    day, days = done or as_of, 0
    if day <= due:
        status, code = (_MET, "deadline.met") if done else (_OPEN, "deadline.open")
    else:
        status, code = (_LATE, "deadline.late") if done else (_OVERDUE, "deadline.overdue")
        days, known = _overdue(calendar, due, day)
        if not known:
            counted = (*counted, _expected_count(calendar, due, day))
    stands = _new(Reason, (code, (("done", done), ("as_of", as_of), ("days", days)), None))
    deadline = _new(Deadline, (status, due, _SETTLED, due, due, days))
    return _new(Decision, (deadline, (*counted, stands), ()))


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
    if last.certainty is not _SETTLED:
        reasons.append(_provisional(last))
    overdue = 0
    if status is _LATE or status is _OVERDUE:
        overdue, known = _overdue(calendar, last.due, through)
        if not known:
            reasons.append(_expected_count(calendar, last.due, through))
    stands: Facts = (("done", done), ("as_of", as_of), ("days", overdue))
    return Decision(
        Deadline(status, last.due, last.certainty, last.earliest, last.latest, overdue),
        (*reasons, Reason(code, stands)),
    )


def _overdue(calendar: WorkCalendar, due: date, through: date) -> tuple[int, bool]:
    """The working days after ``due``, and whether notices settle all of them."""
    if through <= calendar.settled_through and not calendar.unlisted:
        return calendar.find_between(due, through) or 0, True
    counted = count_days(calendar, due, through)
    # Both days lie in the calendar, so there is a count.
    return (counted.working_days, counted.certainty is _SETTLED) if counted else (0, True)


def _without(value: Sourced[object]) -> Decision[Deadline]:
    """A limit that the source does not set, or does not tell."""
    if value.value is Absent.silent:
        return undetermined(silence(value))
    facts = (("clause", value.citation.clause),)
    return Decision(Absent.none, (Reason("deadline.no_limit", facts, value.citation),))


def _outside(clock: Clock, periods: tuple[Period, ...]) -> Reason:
    """Why no last day can be told: the clock stands still, or the count leaves the calendar."""
    open_ones = [one.begin for one in clock.suspensions if one.end is None]
    if open_ones:
        return Reason("deadline.stands_still", (("begin", open_ones[0]),), COUNTING)
    facts = (("start", clock.started), ("period", periods))
    return Reason("deadline.outside_calendar", facts, COUNTING)


def _stood_still(suspensions: tuple[Suspension, ...]) -> Reason:
    """From when to when the limit did not run."""
    ended = tuple(one.end for one in suspensions if one.end is not None)
    facts = (("begins", tuple(one.begin for one in suspensions)), ("ends", ended))
    return Reason("deadline.stood_still", facts, COUNTING)


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
        return (_MET, "deadline.met") if done else (_OPEN, "deadline.open")
    if day > last.latest:
        return (_LATE, "deadline.late") if done else (_OVERDUE, "deadline.overdue")
    if done:
        return Status.undetermined, "deadline.done_between"
    return _OPEN, "deadline.open_between"
