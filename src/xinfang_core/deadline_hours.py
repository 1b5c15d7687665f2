"""Where a limit in hours or minutes stands on a day (按时刻计的时限), judged as limits in days are.

It runs from a moment to a moment. What is recorded as a day only may have happened at any moment
of that day: the limit is met or late where the whole day says so, and else cannot be told.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar.office_hours import OfficeMoment, add_office_time, end_moment
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.deadline import MISSED, Deadline, count_overdue, idle, undetermined
from xinfang_core.deadline_reasons import (
    NO_TIME_OF_DAY,
    OFFICE_TIME,
    ON_THE_CLOCK,
    expected_count,
    outside,
    provisional,
)
from xinfang_core.decision import Decision, Reason
from xinfang_core.periods import LONGEST, Hours, Minutes, WorkingHours
from xinfang_core.vocabulary import Absent, Certainty, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import OfficeHours, WorkCalendar
    from xinfang_core.case import Event
    from xinfang_core.periods import ClockPeriod
    from xinfang_core.sources import Sourced
    from xinfang_core.vocabulary import Step


class _Ends(NamedTuple):
    """When the limit ends, by the first and by the last moment of its start."""

    first: OfficeMoment
    last: OfficeMoment

    @property
    def due_at(self) -> datetime | None:
        """The moment, where the start leaves no doubt."""
        return self.last.at if self.first.at == self.last.at else None


def judge_hours(
    start: Sourced[Step],
    limit: Sourced[ClockPeriod],
    begun: Event | None,
    done: Event | None,
    as_of: date,
    calendar: WorkCalendar,
    office_hours: Sourced[OfficeHours] | None = None,
) -> Decision[Deadline]:
    """Whether what a limit in hours or minutes asks for was done in time.

    Args:
        start: the kind of event from whose moment the limit counts.
        limit: the period.
        begun: that event; None where it is not recorded.
        done: the act that meets the limit; None where not done by ``as_of``.
        as_of: the day asked about: the limit is open through the day on which it ends.
        calendar: the working days.
        office_hours: when the office is open, for working hours.

    Returns:
        The deadline, with the reasons for its end and for its status; ``missing`` names the
        events without whose time of day nothing can be told.

    """
    period = limit.value
    if begun is None or isinstance(period, Absent) or isinstance(start.value, Absent):
        return idle(start, limit)
    office = None if office_hours is None else office_hours.value
    if isinstance(period, WorkingHours) and (office is None or isinstance(office, Absent)):
        cited = (limit if office_hours is None else office_hours).citation
        lacks = (limit.name,) if limit.name else ()
        return undetermined(Reason("deadline.no_office_hours", (("period", period),), cited, lacks))
    ends = _ends(period, begun, calendar, None if isinstance(office, Absent) else office)
    last_seen = done.day if done else as_of
    if ends is None or max(last_seen, ends.last.latest.date()) > calendar.last:
        return undetermined(outside(begun.day, (period,), ()))
    told = (*_counted(start, limit, begun, ends), *_how(period, office_hours))
    return _judged(ends, begun, done, as_of, calendar, told)


def latest_end(
    period: ClockPeriod, day: date, calendar: WorkCalendar, office_hours: OfficeHours | None
) -> date | None:
    """The day on which a limit ends that starts at the last moment of ``day``, as is expected.

    None where it leaves the calendar, or needs office hours that are not known.
    """
    ends = _end(period, datetime.combine(day, time.max, SHANGHAI), calendar, office_hours)
    return None if ends is None else ends.at.date()


def _ends(
    period: ClockPeriod, begun: Event, calendar: WorkCalendar, office: OfficeHours | None
) -> _Ends | None:
    """When the limit ends; None where that leaves the calendar."""
    if not calendar.first <= begun.day <= calendar.last:
        return None
    since, until = _moments(begun)
    first = _end(period, since, calendar, office)
    last = first if since == until else _end(period, until, calendar, office)
    return _Ends(first, last) if first and last else None


def _end(
    period: ClockPeriod, start: datetime, calendar: WorkCalendar, office: OfficeHours | None
) -> OfficeMoment | None:
    """The moment at which the period ends that starts at a moment."""
    if isinstance(period, (Hours, Minutes)):
        at = end_moment(start, period)
        return OfficeMoment(at, Certainty.settled, at, at)
    length = timedelta(hours=period.count)
    if office is None or length > LONGEST * office.length:
        return None
    return add_office_time(calendar, office, start, length)


def _moments(event: Event) -> tuple[datetime, datetime]:
    """The first and the last moment at which an event can have happened."""
    if isinstance(event.at, datetime):
        at = event.at.replace(tzinfo=SHANGHAI)
        return at, at
    first, last = (datetime.combine(event.at, at, SHANGHAI) for at in (time.min, time.max))
    return first, last


def _told(event: Event) -> date:
    """When an event happened, as exactly as it is recorded."""
    return _moments(event)[0] if _has_time(event) else event.day


def _has_time(event: Event) -> bool:
    return isinstance(event.at, datetime)


def _counted(
    start: Sourced[Step], limit: Sourced[ClockPeriod], begun: Event, ends: _Ends
) -> tuple[Reason, ...]:
    """From when to when the limit runs."""
    code = "deadline.started_at" if _has_time(begun) else "deadline.started_some_time"
    started = Reason(code, (("event", start.value), ("start", _told(begun))), start.citation)
    period = ("period", (limit.value,))
    if ends.due_at is not None:
        return started, Reason("deadline.counted", (period, ("due", ends.due_at)), limit.citation)
    bounds = (("earliest", ends.first.at.date()), ("latest", ends.last.at.date()))
    return started, Reason("deadline.counted_between", (period, *bounds), limit.citation)


def _how(
    period: ClockPeriod | Absent, office_hours: Sourced[OfficeHours] | None
) -> tuple[Reason, ...]:
    """How its hours are counted."""
    if office_hours is None or not isinstance(period, WorkingHours):
        return (Reason("counting.clock", (), ON_THE_CLOCK),)
    # As text: a time of day is no value of the wire.
    facts = (("hours", office_hours.value.text()),)
    return (
        Reason("counting.working_hours", (), OFFICE_TIME),
        Reason("counting.office_hours", facts, office_hours.citation),
    )


def _judged(
    ends: _Ends,
    begun: Event,
    done: Event | None,
    as_of: date,
    calendar: WorkCalendar,
    counted: tuple[Reason, ...],
) -> Decision[Deadline]:
    """The answer where it is known between which moments the limit ends."""
    days, known = 0, True
    status, code = _status(ends, done, as_of)
    if ends.last.certainty is not Certainty.settled:
        counted = (*counted, provisional(ends.last))
    loose = _loose(ends, begun, done)
    if loose:
        decided = not code.endswith("_between")
        counted = (*counted, _by_whole_day(loose, decided=decided))
        if not decided:
            return Decision(_deadline(ends, Status.undetermined, 0), counted)
    if status in MISSED:
        through = done.day if done else as_of
        days, known = count_overdue(calendar, ends.last.at.date(), through)
        code = code if days else f"{code}_at_rest"
        if not known:
            counted = (*counted, expected_count(calendar, ends.last.at.date(), through))
    facts = (("done", done and _told(done)), ("as_of", as_of), ("days", days))
    return Decision(_deadline(ends, status, days), (*counted, Reason(code, facts)))


def _by_whole_day(loose: tuple[Step, ...], *, decided: bool) -> Reason:
    """What follows from events without a time of day."""
    facts = (("events", loose),)
    if decided:
        return Reason("deadline.whole_day", facts, NO_TIME_OF_DAY)
    lacks = tuple(kind.name for kind in loose)
    return Reason("deadline.no_time_of_day", facts, NO_TIME_OF_DAY, lacks)


def _deadline(ends: _Ends, status: Status, days: int) -> Deadline:
    """The outcome; its last day is provisional where the start or a notice leaves doubt."""
    due, earliest, latest = ends.last.at.date(), ends.first.earliest.date(), ends.last.latest.date()
    certainty = Certainty.settled if earliest == latest else Certainty.provisional
    return Deadline(status, due, certainty, earliest, latest, days, ends.due_at)


def _loose(ends: _Ends, begun: Event, done: Event | None) -> tuple[Step, ...]:
    """The events whose time of day is not recorded and could make a difference."""
    found = () if _has_time(begun) or ends.due_at is not None else (begun.kind,)
    return found if done is None or _has_time(done) else (*found, done.kind)


def _status(ends: _Ends, done: Event | None, as_of: date) -> tuple[Status, str]:
    """The status and the code of its reason, by the bounds of what is known."""
    earliest, latest = ends.first.earliest, ends.last.latest
    if done is None:
        if as_of <= earliest.date():
            return Status.open, "deadline.open"
        if as_of > latest.date():
            return Status.overdue, "deadline.overdue"
        return Status.open, "deadline.open_between"
    first, last = _moments(done)
    if last <= earliest:
        return Status.met, "deadline.met"
    if first > latest:
        return Status.late, "deadline.late"
    return Status.undetermined, "deadline.done_between"
