"""The pocket calculator (期限速查表): for each day of a year the day on which each limit ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar import DayKind, last_day
from xinfang_core.documents.blocks import Heading, Paragraph, Run, Table
from xinfang_core.documents.rulebook.pocket_limits import columns_of, left_out, pocket_limits
from xinfang_core.documents.rulebook.wording import anchor, badge, heads, told
from xinfang_core.drawing.svg_text import width
from xinfang_core.drawing.wording import month_title
from xinfang_core.messages import render, words
from xinfang_core.policy import lines
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xinfang_core.calendar import LastDay, WorkCalendar
    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.documents.rulebook.pocket_limits import Periods, PocketLimit
    from xinfang_core.policy import Edition

    Columns = Mapping[Periods, Sequence[PocketLimit]]

_MONTHS = 12
"""How many months from the first day on are told."""

_YEAR = 365
"""Days from which on the month alone does not tell the year."""

_EM, _NARROW, _ROOM, _WIDEST = 10, 6, 2, 18
"""A square letter, a narrow one; the room around a cell and the widest column, in narrow ones."""


def pocket(
    label: str, editions: Sequence[Edition], calendar: WorkCalendar, first_day: date
) -> tuple[Block, ...]:
    """For every day of twelve months the last day of each limit.

    Args:
        label: of the edition that the rulebook is of.
        editions: that edition, then the national one beneath a local one.
        calendar: the working days.
        first_day: the first day that is told; the months are those from its own on.

    """
    blocks: list[Block] = [
        Heading(1, told("pocket"), anchor(label, "pocket")),
        Paragraph(told("pocket.read")),
        Paragraph(told("pocket.settled", day=calendar.settled_through), is_note=True),
    ]
    for edition in editions:
        blocks += _of_edition(edition, calendar, first_day, alone=len(editions) == 1)
    return tuple(blocks)


def _of_edition(
    edition: Edition, calendar: WorkCalendar, first_day: date, *, alone: bool
) -> Iterator[Block]:
    """The limits of one edition, and a table for each month."""
    found = lines(edition)
    columns = columns_of(pocket_limits(edition, found))
    if not alone:
        yield Heading(2, told("pocket.of", title=edition.title))
    if others := left_out(found):
        yield Paragraph(told("pocket.left_out", limits=others), is_note=True)
    if not columns:
        yield Paragraph(told("pocket.none"))
        return
    yield _which(columns)
    for number, (year, month) in enumerate(_months(first_day)):
        title = month_title(year, month, "zh")
        days = [day for day in _days(year, month) if day >= first_day]
        yield _month(title, days, columns, calendar, folded=number > 0)


def _which(columns: Columns) -> Table:
    """Which limit stands in which column, and from when it counts."""
    rows = tuple(
        (
            _length(periods),
            one.title,
            one.scope + told("since_event", event=one.start).rstrip("："),
            (badge(one.basis),),
        )
        for periods, limits in columns.items()
        for one in limits
    )
    return Table(heads("length", "limit", "start", "basis"), rows, widths=(22, 43, 20, 15))


def _month(
    title: str, days: Sequence[date], columns: Columns, calendar: WorkCalendar, *, folded: bool
) -> Table:
    """The days of one month, with the last day of each limit that begins on them."""
    rows = tuple(
        (
            _start(day, calendar),
            *(_ends(last_day(calendar, day, *periods), day) for periods in columns),
        )
        for day in days
    )
    top = (told("column.start"), *map(_length, columns))
    caption = told("pocket.month", month=title)
    folding = caption if folded else ""
    return Table(top, rows, caption=caption, widths=_widths(rows), folded=folding)


def _widths(rows: Sequence[Sequence[Words]]) -> tuple[int, ...]:
    """As much room for each column as its longest line takes, so that no date is broken."""
    columns = zip(*rows, strict=True)
    return tuple(min(max(map(_longest, column)), _WIDEST) for column in columns)


def _longest(cell: Words) -> int:
    """The longest line of a cell in narrow letters, with some room around it.

    What stands below the first line is in smaller ones.
    """
    text = cell if isinstance(cell, str) else "".join(run.text for run in cell)
    first, *below = (width(line, _EM) for line in text.split("\n"))
    return max(first, *(line * 3 // 4 for line in below), 0) // _NARROW + _ROOM


def _length(periods: Periods) -> str:
    return told("and").join(words(one, "zh") for one in periods)


def _start(day: date, calendar: WorkCalendar) -> Words:
    """A day with its weekday; a day of rest, or a weekend that is worked, is marked."""
    names = render("drawing.weekdays", {}).split()
    known = calendar.day(day) if calendar.first <= day <= calendar.last else None
    mark = ""
    if known and known.kind is not DayKind.weekday:
        mark = told(f"day.{known.kind.name}", name=known.name)
    said = Run(f"{day:%m-%d} {names[day.weekday()]}")
    return (said, Run(f" {mark}", faint=True)) if mark else (said,)


def _ends(found: LastDay | None, start: date) -> Words:
    """The last day; a provisional one is marked, and has its bounds."""
    if found is None:
        return told("pocket.outside")
    due = _short(found.due, start)
    if found.certainty is Certainty.settled:
        return due
    # The bounds lie so near that their year goes without saying.
    bounds = f"\n{found.earliest:%m-%d}～{found.latest:%m-%d}"
    return Run(due + told("pocket.mark")), Run(bounds, faint=True)


def _short(day: date, start: date) -> str:
    """A day without its year, unless it lies so far off that it would not be clear."""
    return f"{day:%m-%d}" if (day - start).days < _YEAR else day.isoformat()


def _months(first_day: date) -> Iterator[tuple[int, int]]:
    """Year and month of each month that is told."""
    first = first_day.year * _MONTHS + first_day.month - 1
    for month in range(first, first + _MONTHS):
        yield month // _MONTHS, month % _MONTHS + 1


def _days(year: int, month: int) -> Iterator[date]:
    ordinal = date(year, month, 1).toordinal()
    while (day := date.fromordinal(ordinal)).month == month:
        yield day
        ordinal += 1
