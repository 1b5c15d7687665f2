"""What made a calendar (日历的来历), so that an answer can be held against it later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar.mainland import mainland_notices, region_notices, regions
from xinfang_core.calendar.statutory import expected_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.calendar.notice import Notice
    from xinfang_core.calendar.work_calendar import WorkCalendar


@frozen
class ImportedNotice:
    """A notice in use that does not come with the library (已导入的通知).

    Attributes:
        name: its number (文号), or its title where no number was found.
        year: the year it arranges.
        region: code of the region; empty where it is the nation's or the office's.
        digest: SHA-256 of all that it says, in hexadecimal.

    """

    name: str
    year: int
    region: str
    digest: str


@frozen
class Provenance:
    """What made a calendar.

    Attributes:
        regions: codes of the regions whose notices are in use; none in the national calendar.
        known_on: the day as of which notices and laws are known; None: all are.
        notices: those known that do not come with the library, in the order in which they win.
        settled_through: last day that published national notices settle.
        digest: SHA-256 of the table in hexadecimal, the same in every process: two calendars
            have the same one where they say the same of each day and of how certain that is.

    """

    regions: tuple[str, ...]
    known_on: date | None
    notices: tuple[ImportedNotice, ...]
    settled_through: date
    digest: str


def provenance_of(calendar: WorkCalendar) -> Provenance:
    """What made ``calendar``; finding it takes some milliseconds."""
    until = calendar.known_until
    known = [one for one in calendar.notices if (one.issued or date.min) <= (until or date.max)]
    places = sorted({one.region for one in calendar.notices if one.region})
    shipped = {*mainland_notices()}.union(*map(region_notices, dict(regions()).keys() & places))
    return Provenance(
        regions=tuple(places),
        known_on=until,
        notices=tuple(_imported(one) for one in known if one not in shipped),
        settled_through=calendar.settled_through,
        digest=_digest(_table_lines(calendar)),
    )


def _imported(notice: Notice) -> ImportedNotice:
    digest = _digest(_notice_lines(notice))
    return ImportedNotice(notice.number or notice.title, notice.year, notice.region, digest)


def _notice_lines(notice: Notice) -> Iterator[tuple[object, ...]]:
    yield notice.number, notice.title, notice.link, notice.issued, notice.amends
    yield notice.year, notice.scope.name, notice.region, notice.whole_year
    for one in sorted(notice.days, key=lambda arranged: arranged.day):
        yield one.day, one.worked, one.name, one.in_lieu


def _table_lines(calendar: WorkCalendar) -> Iterator[tuple[object, ...]]:
    """How far the table reaches, and every day that is no plain weekday or weekend."""
    yield calendar.first, calendar.last, calendar.settled_through, calendar.unlisted
    years = range(calendar.first.year, calendar.last.year + 1)
    days = {day for year in years for day in expected_days(year, calendar.known_until)}
    days |= {one.day for notice in calendar.notices for one in notice.days}
    inside = sorted(day for day in days if calendar.first <= day <= calendar.last)
    for one in map(calendar.day, inside):
        cited = _cited(one.notice) if one.notice else ()
        if cited or one.name:
            yield one.day, one.worked, one.kind.name, one.name, one.statutory, *cited


def _cited(notice: Notice) -> tuple[str, ...]:
    return notice.scope.name, notice.region, notice.number, notice.title


def _digest(lines: Iterable[tuple[object, ...]]) -> str:
    """SHA-256 of plain values, which JSON keeps apart whatever they contain."""
    import json
    from hashlib import sha256

    return sha256(json.dumps(list(lines), default=str).encode("ascii")).hexdigest()
