"""Where a limit stands on a day (时限): the one judgement that all deadline rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from xinfang_core.calendar import count_days, last_day
from xinfang_core.calendar.plain import unrolled_day
from xinfang_core.deadline_reasons import (
    COUNTING,
    OF_OVERDUE,
    STARTED_AND_COUNTED,
    expected_count,
    on_top,
    outside,
    provisional,
    stood_still,
)
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.periods import SameDay, WorkingDays
from xinfang_core.vocabulary import Absent, Certainty, Severity, Status

if TYPE_CHECKING:
    from datetime import date, datetime

    from xinfang_core.calendar import LastDay, Suspension, WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.periods import AnyPeriod, Period
    from xinfang_core.sources import Citation, Sourced
    from xinfang_core.vocabulary import EventKind, Step

__all__ = ["MISSED", "RUNNING", "Deadline"]


class Deadline(NamedTuple):
    """Where one limit stands (时限情况).

    Attributes:
        status: see ``Status``.
        due: the last day; None where not started or undetermined.
        certainty: settled, or provisional between ``earliest`` and ``latest``.
        earliest: no later notice can make the last day earlier than this.
        latest: the last day is not expected to be later than this.
        overdue_working_days: working days after ``due`` up to the act or the day asked about.
        due_at: when it ends on ``due``, in UTC+8, where the limit is in hours or minutes and its
            start has a time of day; None where it is in days, and ends at 24:00.

    """

    status: Status
    due: date | None = None
    certainty: Certainty | None = None
    earliest: date | None = None
    latest: date | None = None
    overdue_working_days: int = 0
    due_at: datetime | None = None

    @property
    def ends(self) -> date | None:
        """The moment at which it ends where there is one, else the last day."""
        return self.due_at or self.due


class Clock(NamedTuple):
    """One limit applied to one case (计时).

    Attributes:
        start: the kind of event that the limit counts from, itself not counted.
        limit: the period of the limit.
        started: the day of that event; None where it is not recorded.
        extra: periods granted on top, of the same type, or calendar days on top of months;
            added first and rolled once.
        suspensions: when the limit did not run.

    """

    start: Sourced[Step]
    limit: Sourced[Period]
    started: date | None
    extra: tuple[Period, ...] = ()
    suspensions: tuple[Suspension, ...] = ()


def clock_for(start: Sourced[EventKind], limit: Sourced[Period], history: History) -> Clock:
    """The limit as it runs from the first recorded event of the kind that starts it."""
    return _new(Clock, (start, limit, history.day(start.value), (), ()))


UNDETERMINED = Deadline(Status.undetermined)
"""The outcome where something that is needed is not known."""

NOT_STARTED = Deadline(Status.not_started)
"""The outcome where the event that the limit counts from is not recorded."""

MISSED: Final = frozenset({Status.late, Status.overdue})
"""Where a limit was missed: only then are there overdue days."""

RUNNING: Final = frozenset({Status.open, Status.overdue})
"""Where the act that a limit asks for is still to be done."""


def undetermined(reason: Reason) -> Decision[Deadline]:
    """The answer where something that is needed is not known; ``reason`` names it."""
    return Decision(UNDETERMINED, (reason,))


def idle(start: Sourced[Step], limit: Sourced[AnyPeriod]) -> Decision[Deadline]:
    """The answer where there is no limit, or its start is not recorded: the same for all cases."""
    absent = without_limit(start) or without_limit(limit)
    if absent is not None:
        return absent
    reason = Reason("deadline.not_started", (("event", start.value),), start.citation)
    return Decision(NOT_STARTED, (reason,))


def judge(
    clock: Clock, done: date | None, as_of: date, calendar: WorkCalendar, *, right: bool = False
) -> Decision[Deadline]:
    """Whether what the limit asks for was done in time.

    Args:
        clock: the limit, when it started and when it did not run.
        done: the day of the act that meets the limit; None where not done by ``as_of``.
        as_of: the day asked about.
        calendar: the working days.
        right: whether it is a right of the petitioner, see ``judge_right``.

    Returns:
        The deadline, with the reasons for its last day and for its status.

    """
    begin, length, started, extra, suspensions = clock
    start, limit = begin.value, length.value
    if started is None or limit is _NONE or limit is _SILENT or start is _NONE or start is _SILENT:
        return idle(begin, length)
    periods = (limit, *extra) if extra else (limit,)
    due = None if suspensions else _settled_due(calendar, started, limit, extra)
    last = None if due else last_day(calendar, started, *periods, suspensions=suspensions)
    end = last.due if last else due
    if end is None or (done or as_of) > calendar.last:
        why = outside(started, periods, suspensions)
        if suspensions and suspensions[-1].end is None and as_of <= calendar.last:
            # It had not passed when the clock stopped, and does not pass while it stands.
            return Decision(Deadline(_MET if done else _OPEN), (why,))
        return undetermined(why)
    code, counted_as = STARTED_AND_COUNTED[type(limit)]
    counted: tuple[Reason, ...] = (
        _new(Reason, (code, (("event", start), ("start", started)), begin.citation, ())),
        _new(
            Reason, ("deadline.counted", (("period", periods), ("due", end)), length.citation, ())
        ),
        counted_as,
    )
    if extra:
        counted += on_top(limit, extra)
    if suspensions:
        counted += (stood_still(suspensions),)
    if last is None:
        return _settled(end, done, as_of, calendar, counted, right)
    return _measured(last, done, as_of, calendar, counted, right)


def not_recorded(
    decision: Decision[Deadline], act: EventKind, code: str, citation: Citation
) -> Decision[Deadline]:
    """The answer where the record went on without the act: it is not called overdue.

    The reason, by ``code``, says so and is noted as a gap in the record, which lacks ``act``.
    """
    deadline = decision.outcome
    if not isinstance(deadline, Deadline) or deadline.status is not _OVERDUE:
        return decision
    outcome = deadline._replace(status=Status.undetermined, overdue_working_days=0)
    reason = Reason(code, (("due", deadline.due),), citation, (act.name,))
    # What only explains the overdue days goes with them.
    kept = tuple(one for one in decision.reasons if one.code not in OF_OVERDUE)
    return Decision(outcome, (*kept, reason), (Finding(Severity.notice, reason),))


def judge_right(
    clock: Clock, done: date | None, as_of: date, calendar: WorkCalendar
) -> Decision[Deadline]:
    """As ``judge`` for a right of the petitioner: nobody is overdue who does not use it."""
    return judge(clock, done, as_of, calendar, right=True)


def judge_day(
    due: date, why: Reason, done: date | None, as_of: date, calendar: WorkCalendar
) -> Decision[Deadline]:
    """As ``judge`` for a last day that somebody set: it is that day, worked or not."""
    if not calendar.first <= due <= calendar.last or (done or as_of) > calendar.last:
        return undetermined(Reason("deadline.day_outside_calendar", (("due", due),), COUNTING))
    return _settled(due, done, as_of, calendar, (why,))


# What the generated constructors do, at half their cost.
_new = tuple.__new__
# Looking a member up costs more than counting the days.
_NONE: Final = Absent.none
_SILENT: Final = Absent.silent
_SETTLED: Final = Certainty.settled
_MET, _LATE, _OPEN, _OVERDUE = Status.met, Status.late, Status.open, Status.overdue
_LAPSED: Final = Status.lapsed
# Past the last day with nothing but days of rest since.
_AT_REST = {code: f"{code}_at_rest" for code in ("deadline.late", "deadline.overdue")}


def _settled_due(
    calendar: WorkCalendar, start: date, limit: Period, extra: tuple[Period, ...]
) -> date | None:
    """The last day of nearly every case, at little cost; None where there is more to look at."""
    unit, count = type(limit), limit.count
    if extra:
        if any(type(more) is not unit for more in extra):
            return None
        count += sum(more.count for more in extra)
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
    right: bool = False,  # noqa: FBT001, FBT002 - as judge
) -> Decision[Deadline]:
    """The answer where the last day is certain."""
    day, days = done or as_of, 0
    if day <= due:
        status, code = (_MET, "deadline.met") if done else (_OPEN, "deadline.open")
    elif right and not done:
        return _lapsed((due, _SETTLED, due, due), as_of, counted)
    else:
        status, code = (_LATE, "deadline.late") if done else (_OVERDUE, "deadline.overdue")
        days, known = count_overdue(calendar, due, day)
        if not days:
            code = _AT_REST[code]
        if not known:
            counted = (*counted, expected_count(calendar, due, day))
    stands = _new(Reason, (code, (("done", done), ("as_of", as_of), ("days", days)), None, ()))
    deadline = _new(Deadline, (status, due, _SETTLED, due, due, days, None))
    return _new(Decision, (deadline, (*counted, stands), ()))


def _measured(
    last: LastDay,
    done: date | None,
    as_of: date,
    calendar: WorkCalendar,
    counted: tuple[Reason, ...],
    right: bool,  # noqa: FBT001 - as judge
) -> Decision[Deadline]:
    """The answer where the last day is known: the status, and by how much."""
    due, certainty, through = last.due, last.certainty, done or as_of
    status, code = _status(last, done, as_of)
    if certainty is not _SETTLED:
        counted = (*counted, provisional(last))
    if right and status is _OVERDUE:
        return _lapsed((due, certainty, last.earliest, last.latest), as_of, counted)
    overdue = 0
    if status is _LATE or status is _OVERDUE:
        overdue, known = count_overdue(calendar, due, through)
        if not overdue:
            code = _AT_REST[code]
        if not known:
            counted = (*counted, expected_count(calendar, due, through))
    stands = Reason(code, (("done", done), ("as_of", as_of), ("days", overdue)))
    deadline = Deadline(status, due, certainty, last.earliest, last.latest, overdue)
    return Decision(deadline, (*counted, stands))


def _lapsed(
    last: tuple[date, Certainty, date, date], as_of: date, counted: tuple[Reason, ...]
) -> Decision[Deadline]:
    """The answer about a right that was not used in time."""
    passed = _new(Reason, ("deadline.lapsed", (("as_of", as_of),), None, ()))
    return _new(Decision, (_new(Deadline, (_LAPSED, *last, 0, None)), (*counted, passed), ()))


def count_overdue(calendar: WorkCalendar, due: date, through: date) -> tuple[int, bool]:
    """The working days after ``due``, and whether notices settle all of them."""
    if through <= calendar.settled_through and not calendar.unlisted:
        return calendar.find_between(due, through) or 0, True
    counted = count_days(calendar, due, through)
    # Both days lie in the calendar, so there is a count.
    return (counted.working_days, counted.certainty is _SETTLED) if counted else (0, True)


def without_limit(value: Sourced[object]) -> Decision[Deadline] | None:
    """The answer where the source does not set a limit, or does not tell it; None where it does."""
    if value.value is Absent.silent:
        return undetermined(silence(value))
    if value.value is not Absent.none:
        return None
    facts = (("clause", value.citation.clause),)
    return Decision(Absent.none, (Reason("deadline.no_limit", facts, value.citation),))


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
