"""How the table of a work calendar is built from its notices (工作日表的编制)."""

from __future__ import annotations

from datetime import date
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from xinfang_core.calendar.notice import SETTLED_DAY, SETTLED_MONTH, Scope
from xinfang_core.calendar.statutory import LAST_YEAR, expected_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xinfang_core.calendar.notice import Notice

_WEEK = b"\1\1\1\1\1\0\0"
"""The plain week from Monday: 1 is worked."""

EXPECTED_YEARS = 9
"""Years past the last notice for which the table goes on, as far as the holidays are known."""


def known(notices: tuple[Notice, ...], until: date | None) -> tuple[Notice, ...]:
    """The notices issued by ``until``; those without a day of issue are always known."""
    if until is None:
        return notices
    return tuple(notice for notice in notices if (notice.issued or date.min) <= until)


def _national_years(notices: Iterable[Notice]) -> list[int]:
    return [notice.year for notice in notices if notice.scope is Scope.national]


def settled_through(notices: tuple[Notice, ...], known_ones: tuple[Notice, ...]) -> date:
    """28 December of the last known national notice's year; late December is the next one's."""
    year = max(_national_years(known_ones), default=notices[0].year - 1)
    return date(year, SETTLED_MONTH, SETTLED_DAY)


def last_day_of(notices: tuple[Notice, ...]) -> date:
    """The end of the table; the same whatever is known, so that no answer falls off its edge."""
    year = max(_national_years(notices))
    return date(max(year, min(year + EXPECTED_YEARS, LAST_YEAR)), 12, 31)


def unlisted(
    notices: tuple[Notice, ...], known_ones: tuple[Notice, ...], years: range
) -> tuple[tuple[int, str], ...]:
    """The years of each region whose own days are not told in full by what is known."""
    regions = sorted({notice.region for notice in notices if notice.region})
    told = {(notice.year, notice.region) for notice in known_ones if notice.whole_year}
    pairs = ((year, region) for year in years for region in regions)
    return tuple(pair for pair in pairs if pair not in told)


def expected(years: range, until: date | None, arranged: Iterable[date]) -> dict[date, str]:
    """The holidays to expect of years without a notice, where no region or office says more."""
    by_year = (expected_days(year, until) for year in years)
    taken = set(arranged)
    return {day: name for days in by_year for day, name in days.items() if day not in taken}


def worked_flags(first: date, last: date, changes: Mapping[date, bool]) -> bytes:
    """One byte for each day from ``first`` to ``last``: 1 where it is worked."""
    start, end = first.toordinal(), last.toordinal() + 1
    week = first.weekday()
    flags = bytearray(_WEEK[week:] + _WEEK * ((end - start) // len(_WEEK) + 1))[: end - start]
    for day, worked in changes.items():
        position = day.toordinal() - start
        # The first notice may reach back into the December before the table.
        if 0 <= position < end - start:
            flags[position] = worked
    return bytes(flags)


def worked_days(first: date, flags: bytes) -> list[date]:
    """The working days, after a place-holder at position 0."""
    start = first.toordinal()
    ordinals = compress(range(start, start + len(flags)), flags)
    return [date.min, *map(date.fromordinal, ordinals)]


def ranks(flags: bytes) -> list[int]:
    """Working days through each day, beginning with the day before the first."""
    # Days of one rank share one number, which nearly halves the memory of the list.
    numbers = range(sum(flags) + 1)
    return [0, *map([*numbers].__getitem__, accumulate(flags))]
