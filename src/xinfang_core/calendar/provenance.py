"""What made a calendar (日历的来历), so that an answer can be held against it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar.mainland import mainland_notices, region_notices, regions
from xinfang_core.calendar.statutory import expected_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.calendar.notice import Notice

_DIGITS = 16


@frozen
class ImportedNotice:
    """A notice in use that does not come with the library (已导入的通知).

    Attributes:
        name: its number (文号), or its title where no number was found.
        year: the year it arranges.
        region: code of the region; empty where it is the nation's or the office's.
        digest: the first 16 hex digits of the SHA-256 hash of all that it says.

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
        digest: the first 16 hex digits of the SHA-256 hash of the table, the same in every
            process: two calendars have the same one where they say the same of each day and of
            how certain that is.

    """

    regions: tuple[str, ...]
    known_on: date | None
    notices: tuple[ImportedNotice, ...]
    settled_through: date
    digest: str


def find_provenance(
    notices: tuple[Notice, ...],
    known_until: date | None,
    reach: tuple[date, date, date],
    unlisted: tuple[tuple[int, str], ...],
    day: Callable[[date], CalendarDay],
) -> Provenance:
    """What made a calendar, from what it holds; some milliseconds.

    Args:
        notices: its history of notices.
        known_until: the day as of which they are known.
        reach: its first day, its last one, and the last settled one.
        unlisted: years and regions not told in full.
        day: what it says of a day.

    """
    known = [one for one in notices if one.known_by(known_until)]
    places = sorted({one.region for one in notices if one.region})
    shipped = {*mainland_notices()}.union(*map(region_notices, dict(regions()).keys() & places))
    special = _special_days(notices, known_until, *reach[:2])
    return Provenance(
        regions=tuple(places),
        known_on=known_until,
        notices=tuple(_imported(one) for one in known if one not in shipped),
        settled_through=reach[2],
        digest=_digest([reach, unlisted, *_day_lines(map(day, special))]),
    )


def _special_days(
    notices: tuple[Notice, ...], known_until: date | None, first: date, last: date
) -> list[date]:
    """The days that a notice names or the law: all others are plain weekdays and weekends."""
    years = range(first.year, last.year + 1)
    days = {day for year in years for day in expected_days(year, known_until)}
    days |= {one.day for notice in notices for one in notice.days}
    return sorted(day for day in days if first <= day <= last)


def _imported(notice: Notice) -> ImportedNotice:
    digest = _digest(notice_lines(notice))
    return ImportedNotice(notice.number or notice.title, notice.year, notice.region, digest)


def notice_lines(notice: Notice) -> Iterator[tuple[object, ...]]:
    """All that a notice says, in plain values."""
    yield notice.number, notice.title, notice.link, notice.issued, notice.amends
    yield notice.year, notice.scope.name, notice.region, notice.whole_year
    for one in sorted(notice.days, key=lambda arranged: arranged.day):
        yield one.day, one.worked, one.name, one.in_lieu


def _day_lines(days: Iterable[CalendarDay]) -> Iterator[tuple[object, ...]]:
    """What is said of each day; nothing of a plain one, such as a notice not known yet names."""
    for one in days:
        cited = _cited(one.notice) if one.notice else ()
        if cited or one.name:
            yield one.day, one.worked, one.kind.name, one.name, one.statutory, *cited


def _cited(notice: Notice) -> tuple[str, ...]:
    return notice.scope.name, notice.region, notice.number, notice.title


def _digest(lines: Iterable[tuple[object, ...]]) -> str:
    """Of plain values, which JSON keeps apart whatever they contain."""
    import json
    from hashlib import sha256  # it loads OpenSSL, and few ask

    text = json.dumps(list(lines), default=str)
    return sha256(text.encode("ascii")).hexdigest()[:_DIGITS]
