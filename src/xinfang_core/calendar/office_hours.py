"""The time of day (一日之内的时刻): office hours (业务时间), the cut-off, and periods in hours.

A moment is a ``datetime``. One with a zone is read as the clock of UTC+8, which China has kept
since 15 September 1991; one without is taken as that clock already. What is given back carries
UTC+8. A plain date is no moment and is refused.

Source: 民法典 Art. 201 para. 2 (hours), Art. 203 para. 2 (24:00, or the close of business), by
analogy. The cut-off and the lunch break are the office's own.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.calendar.checks import check_date
from xinfang_core.calendar.counting import last_day
from xinfang_core.calendar.plain import DAY
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import CalendarDays, check_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.calendar.ending import LastDay
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.messages import Lang

_NONE = timedelta()
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


def moment_in_utc8(moment: datetime, path: str) -> datetime:
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


def day_and_clock(moment: datetime, path: str) -> tuple[date, timedelta]:
    """The day of ``moment`` in UTC+8, and the time from 00:00 of that day.

    Raises:
        MisuseError: as ``moment_in_utc8``.

    """
    at = moment_in_utc8(moment, path)
    return at.date(), at - datetime.combine(at, time.min, _UTC8)


def moment_of(day: date, clock: timedelta, path: str) -> datetime:
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


@frozen
class Hours:
    """``count`` hours (小时), from the moment itself, day and night; never rolled.

    No limit of the petition rules is in hours, so it is no ``Period`` of theirs.
    """

    count: int = field(validator=check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 24小时."""
        return f"{self.count}小时" if lang == "zh" else f"{self.count} hour(s)"


def end_moment(start: datetime, hours: Hours) -> datetime:
    """When ``hours`` (小时) from ``start`` have run, in UTC+8.

    They are counted from the moment itself, through nights, weekends and holidays, and the end
    never moves on. Source: 民法典 Art. 201 para. 2. For office time see ``add_office_time``.

    Raises:
        MisuseError: ``start`` is no ``datetime``, or the end leaves the years 1 to 9999.

    """
    begin = moment_in_utc8(start, "start")
    try:
        return begin + timedelta(hours=hours.count)
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
    return moment_of(last, office.closing if office else DAY, "last")


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
    day, clock = day_and_clock(moment, "moment")
    if day < calendar.first:
        return None
    return last_day(calendar, day - DAY if clock <= office.counts_until else day, CalendarDays(1))
