"""Office time (工作时间): how much of it lies between two moments, and when it has run.

By prefix sums: whole working days come from the calendar's table, the rest from the office's
hours, so 8 hours and 800 cost the same. The obvious minute loop is the oracle of the tests.
Moments are read as in ``office_hours``.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from xinfang_core.calendar.between import count_days
from xinfang_core.calendar.counting import last_day
from xinfang_core.calendar.office_hours import day_and_clock, moment_of
from xinfang_core.calendar.plain import DAY
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import LONGEST, CalendarDays, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from xinfang_core.calendar.counting import LastDay
    from xinfang_core.calendar.office_hours import OfficeHours
    from xinfang_core.calendar.work_calendar import WorkCalendar

_NONE = timedelta()
_SETTLED = Certainty.settled


@frozen
class OfficeMoment:
    """When a length of office time has run; all moments in UTC+8.

    Attributes:
        at: the moment; while provisional, the expected one.
        certainty: settled where published notices cover every day from the start to it.
        earliest: the moment before which it cannot fall; ``at`` where settled.
        latest: the moment after which it is not expected to fall; ``at`` where settled.
        awaits: year of the first notice that may still change it; None where settled.
        region: code of the region whose notice is awaited; empty where it is the national one.

    """

    at: datetime
    certainty: Certainty
    earliest: datetime
    latest: datetime
    awaits: int | None = None
    region: str = ""


def add_office_time(
    calendar: WorkCalendar, office: OfficeHours, start: datetime, length: timedelta
) -> OfficeMoment | None:
    """When ``length`` of office time has run from ``start``.

    Outside the hours, time begins with the next opening. What comes out exactly at a close ends
    there, not at the next opening. Where a notice is awaited the moment lies between bounds, as
    ``last_day`` gives them for as many working days; an unsettled start may be worked or not.

    Returns:
        The moment, or None where ``start``, the moment or one of its bounds lies outside the
        calendar.

    Raises:
        MisuseError: ``start`` is no ``datetime``, or ``length`` no ``timedelta`` that is more
            than nothing and at most the office time of ``LONGEST`` working days.

    """
    day, begin = day_and_clock(start, "start")
    _check_length(office, length)
    if day < calendar.first:
        return None
    worked = calendar.find_working_day(day - DAY, 1) == day
    count, clock = _divide(office, length, begin, worked=worked)
    due = calendar.find_working_day(day, count) if count else day
    if due is None:
        return None
    if due <= calendar.settled_through and not calendar.find_unlisted(day - DAY, due):
        at = moment_of(due, clock, "start")
        return OfficeMoment(at, _SETTLED, at, at)
    # A notice may still declare an unsettled start worked, so that its own hours run too.
    settled = day <= calendar.settled_through and not calendar.find_unlisted(day - DAY, day)
    soonest = _divide(office, length, begin, worked=worked or not settled)
    return _provisional(calendar, day, (count, clock), soonest)


def _check_length(office: OfficeHours, length: object) -> None:
    if not isinstance(length, timedelta) or not _NONE < length <= LONGEST * office.length:
        facts = (("found", repr(length)), ("most", LONGEST))
        raise MisuseError(Fault("office_hours.length", facts, path="length"))


def _divide(
    office: OfficeHours, length: timedelta, begin: timedelta, *, worked: bool
) -> tuple[int, timedelta]:
    """Working days after the start on which ``length`` ends, and the time of day there.

    ``begin`` is the time of day at the start; on one that is not ``worked`` no time runs.
    """
    elapsed = office.elapsed(begin) if worked else _NONE
    days, rest = divmod(elapsed + length, office.length)
    if not rest:
        days, rest = days - 1, office.length
    return days if worked else days + 1, office.clock_after(rest)


def _provisional(
    calendar: WorkCalendar,
    start: date,
    expected: tuple[int, timedelta],
    soonest: tuple[int, timedelta],
) -> OfficeMoment | None:
    """The bounds of the days, at the times of day; both come as ``_divide`` gives them."""
    early = _day_bounds(calendar, start, soonest[0])
    late = _day_bounds(calendar, start, expected[0])
    if early is None or late is None:
        return None
    since, count = start, soonest[0]
    if start < calendar.settled_through and not late.region:
        since = calendar.settled_through
        count -= calendar.count_working_days(start, since)
    # So many working days take as many days, were every weekend declared worked.
    earliest = max(early.earliest, since + count * DAY)
    return OfficeMoment(
        moment_of(late.due, expected[1], "start"),
        late.certainty,
        moment_of(earliest, soonest[1], "start"),
        moment_of(late.latest, expected[1], "start"),
        late.awaits,
        late.region,
    )


def _day_bounds(calendar: WorkCalendar, start: date, count: int) -> LastDay | None:
    """Bounds of the ``count``-th working day after ``start``; of 0, of ``start`` itself."""
    if count:
        return last_day(calendar, start, WorkingDays(count))
    # As where calendar days end on it: it may yet turn out to be a day of rest.
    return last_day(calendar, start - DAY, CalendarDays(1))


class OfficeSpan(NamedTuple):
    """The office time between two moments.

    Attributes:
        length: the office time; while provisional, the expected one.
        certainty: settled where published notices cover every day.
        least: it is not expected to be less; ``length`` where settled.
        most: it is not expected to be more; ``length`` where settled.

    """

    length: timedelta
    certainty: Certainty
    least: timedelta
    most: timedelta


def office_time_between(
    calendar: WorkCalendar, office: OfficeHours, begin: datetime, end: datetime
) -> OfficeSpan:
    """The office time from ``begin`` to before ``end``.

    Raises:
        MisuseError: no ``datetime``, ``begin`` is the later one, or outside the calendar, which
            ends with 24:00 of its last day.

    """
    since, until = day_and_clock(begin, "begin"), day_and_clock(end, "end")
    if since > until:
        facts = (("begin", begin), ("end", end))
        raise MisuseError(Fault("office_hours.reversed", facts, path="end"))
    through = _run_through(calendar, office, *until, path="end")
    length = through - _run_through(calendar, office, *since, path="begin")
    last = until[0] if until[1] else until[0] - DAY
    days = count_days(calendar, since[0] - DAY, max(last, since[0] - DAY))
    if days is None or days.certainty is _SETTLED:
        return OfficeSpan(length, _SETTLED, length, length)
    fewer = (days.working_days - days.least) * office.length
    more = (days.most - days.working_days) * office.length
    return OfficeSpan(length, Certainty.provisional, max(length - fewer, _NONE), length + more)


def _run_through(
    calendar: WorkCalendar, office: OfficeHours, day: date, clock: timedelta, *, path: str
) -> timedelta:
    """The office time from the calendar's first day through ``clock`` of ``day``."""
    before = calendar.find_rank(day - DAY) if day >= calendar.first else None
    # 00:00 is 24:00 of the day before, and needs no more of the calendar.
    through = calendar.find_rank(day) if clock else before
    if before is None or through is None:
        facts = (("day", day), ("first", calendar.first), ("last", calendar.last))
        raise MisuseError(Fault("office_hours.outside", facts, path=path))
    run = before * office.length
    return run + office.elapsed(clock) if through > before else run
