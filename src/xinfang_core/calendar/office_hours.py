"""The time of day (一日之内的时刻): office hours (业务时间), the cut-off, hours, and office time.

A moment is a ``datetime``. One with a zone is read as the clock of UTC+8, which China has kept
since 15 September 1991; one without is taken as that clock already. What is given back carries
UTC+8. A plain date is no moment and is refused.

Source: 民法典 Art. 201 para. 2 (hours), Art. 203 para. 2 (24:00, or the close of business), by
analogy. The cut-off and the lunch break are the office's own.

Office time (工作时间) runs while the office is open. It is counted by prefix sums: whole working
days come from the calendar's table, the rest from the office's hours, so 8 hours and 800 cost
the same. The obvious minute loop is the oracle of the tests.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core.calendar.between import count_days
from xinfang_core.calendar.checks import check_date
from xinfang_core.calendar.counting import last_day
from xinfang_core.calendar.plain import DAY
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import LONGEST, CalendarDays, Hours, Minutes, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.calendar.ending import LastDay
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.messages import Lang

_NONE = timedelta()
_UNITS: Mapping[type, timedelta] = {Hours: timedelta(hours=1), Minutes: timedelta(minutes=1)}
_SETTLED = Certainty.settled
_UTC8 = timezone(timedelta(hours=8), "Asia/Shanghai")


@frozen
class OfficeHours:
    """The hours of a working day at one office (业务时间), the same on all its working days.

    Attributes:
        spans: ``(opens, closes)`` pairs in the order of the day; the lunch break lies between
            two of them. The opening is open, the close no longer. ``time(0, 0)`` as the close
            of the last span is 24:00. Spans may touch; that changes no answer.
        cut_off: latest time of day that still counts for the day, see ``counts_for``; it may
            lie past the close (a counter closed, a mailbox open), and ``time(0, 0)`` is 24:00.
            None: the close of the last span.
        length: office time of one whole working day.
        closing: time from 00:00 to the close of the last span.
        counts_until: time from 00:00 to the cut-off.

    Raises:
        MisuseError: no spans, reversed or overlapping ones, times with a zone, or a cut-off
            before anything is open.

    """

    spans: tuple[tuple[time, time], ...]
    cut_off: time | None = None
    # Opening and close as time from 00:00, and the office time run before the opening.
    _table: tuple[tuple[timedelta, timedelta, timedelta], ...] = field(
        init=False, eq=False, repr=False
    )
    length: timedelta = field(init=False, eq=False, repr=False)
    closing: timedelta = field(init=False, eq=False, repr=False)
    counts_until: timedelta = field(init=False, eq=False, repr=False)

    @_table.default
    def _find_table(self) -> tuple[tuple[timedelta, timedelta, timedelta], ...]:
        # The table is the first to use the times, so they are checked here.
        faults = (*_span_faults(self.spans), *_cut_off_faults(self.spans, self.cut_off))
        if faults:
            raise MisuseError(*faults)
        table = []
        run = _NONE
        for span in self.spans:
            opens, closes = _clock(span[0]), _clock(span[1], end=True)
            table.append((opens, closes, run))
            run += closes - opens
        return tuple(table)

    @length.default
    def _find_length(self) -> timedelta:
        opens, closes, run = self._table[-1]
        return run + closes - opens

    @closing.default
    def _find_closing(self) -> timedelta:
        return self._table[-1][1]

    @counts_until.default
    def _find_counts_until(self) -> timedelta:
        return self.closing if self.cut_off is None else _clock(self.cut_off, end=True)

    def text(self, _lang: Lang = "zh") -> str:
        """Such as 09:00-12:00、14:00-18:00."""
        return "、".join(
            f"{opens:%H:%M}-{'24:00' if closes == time.min else f'{closes:%H:%M}'}"
            for opens, closes in self.spans
        )

    @property
    def closes(self) -> time:
        """The close of the last span (停止业务活动的时间); ``time(0, 0)`` is 24:00."""
        return self.spans[-1][1]

    def elapsed(self, clock: timedelta) -> timedelta:
        """Office time of a working day from 00:00 to ``clock``, itself time from 00:00."""
        for opens, closes, run in self._table:
            if clock < closes:
                return run + clock - opens if clock > opens else run
        return self.length

    def clock_after(self, elapsed: timedelta) -> timedelta:
        """Earliest time from 00:00 at which so much office time of a working day has run.

        ``elapsed`` is more than nothing and at most ``length``. So a span that runs out is left
        at its close, not at the next opening.
        """
        clock = elapsed
        for opens, _, run in self._table:
            if elapsed <= run:
                break
            clock = opens + elapsed - run
        return clock


def _clock(at: time, *, end: bool = False) -> timedelta:
    """Time from 00:00; of an ``end``, 00:00 is 24:00."""
    since = timedelta(0, at.second, at.microsecond, 0, at.minute, at.hour)
    return DAY if end and not since else since


def _is_time(value: object) -> bool:
    return isinstance(value, time) and value.tzinfo is None


def _is_span(span: object) -> bool:
    return isinstance(span, tuple) and len(span) == 2 and all(map(_is_time, span))  # noqa: PLR2004


def _span_faults(spans: tuple[tuple[time, time], ...]) -> Iterator[Fault]:
    if type(spans) is not tuple or not spans:
        yield Fault("office_hours.no_spans", (("found", repr(spans)),), path="spans")
        return
    last = len(spans) - 1
    latest = _NONE
    for position, span in enumerate(spans):
        path = f"spans[{position}]"
        if not _is_span(span):
            yield Fault("office_hours.not_a_span", (("found", repr(span)),), path=path)
            continue
        facts = (("opens", span[0]), ("closes", span[1]))
        opens, closes = _clock(span[0]), _clock(span[1], end=position == last)
        if opens >= closes:
            yield Fault("office_hours.reversed_span", facts, path=path)
        elif opens < latest:
            yield Fault("office_hours.overlapping", facts, path=path)
        latest = max(latest, closes)


def _cut_off_faults(spans: tuple[tuple[time, time], ...], cut_off: time | None) -> Iterator[Fault]:
    if cut_off is None:
        return
    if not _is_time(cut_off):
        yield Fault("office_hours.not_a_time", (("found", repr(cut_off)),), path="cut_off")
    elif not any(_span_faults(spans)) and _clock(cut_off, end=True) <= _clock(spans[0][0]):
        facts = (("found", cut_off), ("opens", spans[0][0]))
        yield Fault("office_hours.cut_off_early", facts, path="cut_off")


def _moment_in_utc8(moment: datetime, path: str) -> datetime:
    """``moment`` on the clock of UTC+8; one without a zone is taken as that clock already.

    Raises:
        MisuseError: ``moment`` is no ``datetime``, or leaves the years 1 to 9999.

    """
    if not isinstance(moment, datetime):
        raise MisuseError(Fault("office_hours.not_a_moment", (("found", repr(moment)),), path=path))
    if moment.utcoffset() is None:
        return datetime.combine(moment, moment.time(), _UTC8)
    try:
        return moment.astimezone(_UTC8)
    except OverflowError:
        raise _out_of_years(moment, path) from None


def _day_and_clock(moment: datetime, path: str) -> tuple[date, timedelta]:
    """The day of ``moment`` in UTC+8, and the time from 00:00 of that day.

    Raises:
        MisuseError: as ``_moment_in_utc8``.

    """
    at = _moment_in_utc8(moment, path)
    return at.date(), at - datetime.combine(at, time.min, _UTC8)


def _moment_of(day: date, clock: timedelta, path: str) -> datetime:
    """The moment ``clock`` after 00:00 of ``day``, in UTC+8; 24:00 is 00:00 of the next day.

    Raises:
        MisuseError: it leaves the years 1 to 9999.

    """
    try:
        return datetime.combine(day, time.min, _UTC8) + clock
    except OverflowError:
        raise _out_of_years(day, path) from None


def _out_of_years(found: date, path: str) -> MisuseError:
    return MisuseError(Fault("office_hours.out_of_years", (("found", found),), path=path))


def end_moment(start: datetime, length: Hours | Minutes) -> datetime:
    """When ``length`` (小时、分钟) from ``start`` has run, in UTC+8.

    It is counted from the moment itself, through nights, weekends and holidays, and the end
    never moves on. Source: 民法典 Art. 201 para. 2. For office time see ``add_office_time``.

    Raises:
        MisuseError: ``start`` is no ``datetime``, ``length`` is no period of hours or minutes,
            or the end leaves the years 1 to 9999.

    """
    unit = _UNITS.get(type(length))
    if unit is None:
        raise MisuseError(Fault("office_hours.not_hours", (("found", length),), path="length"))
    begin = _moment_in_utc8(start, "start")
    try:
        return begin + length.count * unit
    except OverflowError:
        raise _out_of_years(begin, "start") from None


def due_moment(last: date, office: OfficeHours | None = None) -> datetime:
    """When the last day of a period is over, in UTC+8.

    24:00 of ``last``, that is 00:00 of the next day, or the close of business where office
    hours are given. ``last`` is taken as it is and never rolled: see ``last_day``. Source:
    民法典 Art. 203 para. 2.

    Raises:
        MisuseError: ``last`` is not a plain date, or its 24:00 leaves the years 1 to 9999.

    """
    check_date(last, "last")
    return _moment_of(last, office.closing if office else DAY, "last")


def counts_for(calendar: WorkCalendar, office: OfficeHours, moment: datetime) -> LastDay | None:
    """The working day for which an act at ``moment`` counts (视为提交之日).

    The same day where it is worked and ``moment`` is not past the cut-off; else the next
    working day. Exactly at the cut-off still counts, a microsecond later no longer. What comes
    before the opening or at lunch counts for the day. With a cut-off of 24:00 every moment
    counts for its own date, so 00:00 for the day that begins.

    Returns:
        The working day as ``due``, settled or between bounds, or None where it or the day of
        ``moment`` lies outside the calendar.

    Raises:
        MisuseError: ``moment`` is no ``datetime``.

    """
    day, clock = _day_and_clock(moment, "moment")
    if day < calendar.first:
        return None
    return last_day(calendar, day - DAY if clock <= office.counts_until else day, CalendarDays(1))


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
    day, begin = _day_and_clock(start, "start")
    _check_length(office, length)
    if day < calendar.first:
        return None
    worked = calendar.find_working_day(day - DAY, 1) == day
    count, clock = _divide(office, length, begin, worked=worked)
    due = calendar.find_working_day(day, count) if count else day
    if due is None:
        return None
    if due <= calendar.settled_through and not calendar.find_unlisted(day - DAY, due):
        at = _moment_of(due, clock, "start")
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
        _moment_of(late.due, expected[1], "start"),
        late.certainty,
        _moment_of(earliest, soonest[1], "start"),
        _moment_of(late.latest, expected[1], "start"),
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
    since, until = _day_and_clock(begin, "begin"), _day_and_clock(end, "end")
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
