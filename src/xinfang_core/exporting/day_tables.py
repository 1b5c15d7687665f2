"""The calendar as tables (日历表): every day with its ranks, so that counting is a join.

The n-th working day after a day is the day with ``working_no = working_rank + n``; nothing loops.
The bounds of what is provisional are joins as well: past the last notice weekdays are counted in
place of working days, less the margins of ``calendar.bounds``, which stand in ``xf_calendar``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.bounds import REGION_CAUTION, margins
from xinfang_core.calendar.plain import DAY, is_weekend, weekdays_between, weekdays_through
from xinfang_core.exporting.table import Table, columns
from xinfang_core.periods import LONGEST
from xinfang_core.vocabulary import Certainty, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.calendar import CalendarDay, Notice, WorkCalendar
    from xinfang_core.exporting.table import Cell

_DAY = columns("""
    the_date:day day_no:whole working:truth working_rank:whole working_no:whole?
    weekday_rank:whole weekday_no:whole? month_no:whole month_day:whole month_length:whole
    region_open:day? region_rank:whole? kind:word holiday:text? notice_no:whole? certainty:word
""")
_CALENDAR = columns("""
    calendar_no:whole digest:word region:word? known_on:day? first_day:day last_day:day
    settled_through:day open_from:day settled_rank:whole settled_weekday_rank:whole
    caution:whole allowance:whole region_caution:whole region_allowance:whole region_margin:whole
""")
_NOTICE = columns("""
    notice_no:whole arranged_year:whole notice_scope:word region:word? doc_number:text?
    title:text? issued:day? amends:truth url:text?
""")
_UNIT = columns("unit:word term:word longest:whole")
_COUNTED = {Unit.working_day: LONGEST, Unit.calendar_day: LONGEST, Unit.month: LONGEST}


def day_tables(calendar: WorkCalendar) -> tuple[Table, ...]:
    """Notices, days, the calendar as a whole and the units that are counted in days."""
    known = tuple(one for one in calendar.notices if one.known_by(calendar.known_until))
    units = {**_COUNTED, Unit.same_day: 1}
    return (
        Table(
            "xf_unit",
            _UNIT,
            ("unit",),
            tuple((one.name, one.text(), n) for one, n in units.items()),
        ),
        Table("xf_notice", _NOTICE, ("notice_no",), tuple(_notices(known))),
        Table("xf_calendar", _CALENDAR, ("calendar_no",), (_whole(calendar),)),
        Table(
            "xf_day",
            _DAY,
            ("the_date",),
            tuple(_days(calendar, known)),
            (("day_no",), ("working_no",), ("weekday_no",), ("month_no", "month_day")),
            (("xf_notice", ("notice_no",)),),
        ),
    )


def _notices(known: tuple[Notice, ...]) -> Iterator[tuple[Cell, ...]]:
    for number, one in enumerate(known, 1):
        place = one.scope.name, one.region or None
        written = one.number or None, one.title or None, one.issued, one.amends, one.link or None
        yield (number, one.year, *place, *written)


def _whole(calendar: WorkCalendar) -> tuple[Cell, ...]:
    """What holds for all days: how far they are settled, and the margins past that."""
    first, settled = calendar.first, calendar.settled_through
    # Any year stands for all: what is added for a region does not depend on which it is.
    region = margins(calendar, (first.year, ""))
    return (
        1,
        calendar.provenance.digest,
        "、".join(calendar.provenance.regions) or None,
        calendar.known_until,
        *(first, calendar.last, settled, settled + DAY),
        # Where nothing is settled yet no count reaches back so far.
        calendar.find_rank(settled) or 0,
        weekdays_between(first - DAY, settled),
        *(*margins(calendar, None), *region, REGION_CAUTION),
    )


def _days(calendar: WorkCalendar, known: tuple[Notice, ...]) -> Iterator[tuple[Cell, ...]]:
    numbers = {one: number for number, one in enumerate(known, 1)}
    opened = _region_opened(calendar)
    lengths = _month_lengths(calendar)
    before, weekdays = calendar.first - DAY, weekdays_through(calendar.first - DAY)
    for number in range(1, (calendar.last - before).days + 1):
        day = date.fromordinal(before.toordinal() + number)
        found, weekday = calendar.day(day), weekdays_through(day) - weekdays
        rank = calendar.find_rank(day) or 0
        yield (
            *(day, number, found.worked, rank, rank if found.worked else None),
            *(weekday, None if is_weekend(day) else weekday),
            *(_month_no(day), day.day, lengths[day.year, day.month]),
            *opened.get(day.year, (None, None)),
            *_told(found, numbers),
        )


def _told(found: CalendarDay, numbers: dict[Notice, int]) -> tuple[Cell, ...]:
    """Why the day is worked or not, by which notice, and how certain that is."""
    certainty = Certainty.settled if found.settled else Certainty.provisional
    notice = numbers[found.notice] if found.notice else None
    return found.kind.name, found.name or None, notice, certainty.name


def _month_no(day: date) -> int:
    """Months since the year 0, so that a month is added as a number."""
    return day.year * 12 + day.month - 1


def _month_lengths(calendar: WorkCalendar) -> dict[tuple[int, int], int]:
    """The days of each month, which a table ends with."""
    years = range(calendar.first.year, calendar.last.year + 1)
    months = [(year, month) for year in years for month in range(1, 13)]
    starts = [date(*month, 1) for month in months]
    ends = [*starts[1:], calendar.last + DAY]
    return {one: (end - begin).days for one, begin, end in zip(months, starts, ends, strict=True)}


def _region_opened(calendar: WorkCalendar) -> dict[int, tuple[date, int]]:
    """For each year where the first year begins, from it on, that a region has not told in full.

    With the working days before that; nothing for years after which there is none.
    """
    untold = [year for year, _ in calendar.unlisted]
    years = range(calendar.first.year, calendar.last.year + 1)
    begun = {year: min((one for one in untold if one >= year), default=None) for year in years}
    starts = {year: date(first, 1, 1) for year, first in begun.items() if first}
    return {year: (day, calendar.find_rank(day - DAY) or 0) for year, day in starts.items()}
