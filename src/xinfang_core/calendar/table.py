"""How the table of a work calendar is built from its notices (工作日表的编制)."""

from __future__ import annotations

import operator
from datetime import date
from itertools import accumulate, compress, repeat
from typing import TYPE_CHECKING

from xinfang_core.calendar.notice import SETTLED_DAY, SETTLED_MONTH, Scope
from xinfang_core.calendar.notice_order import in_order
from xinfang_core.calendar.plain import DAY
from xinfang_core.calendar.statutory import LAST_YEAR, expected_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.calendar.notice import Notice

_WEEK = b"\1\1\1\1\1\0\0"
"""The plain week from Monday: 1 is worked."""

EXPECTED_YEARS = 9
"""Years past the last notice for which the table goes on, as far as the holidays are known."""


def build(notices: Iterable[Notice], until: date | None) -> dict[str, object]:
    """What a ``WorkCalendar`` of ``notices`` holds, as known at the end of ``until``.

    Raises:
        MisuseError: the notices are not one history.

    """
    history = in_order(notices)
    known = tuple(one for one in history if one.known_by(until))
    first, last = date(history[0].year, 1, 1), _last_day(history)
    settled = date(max(_national_years(known), default=first.year - 1), SETTLED_MONTH, SETTLED_DAY)
    # Later notices come later and overwrite.
    arranged = {one.day: (notice, one) for notice in known for one in notice.days}
    years = range(settled.year + 1, last.year + 1)
    expected = {day: name for year in years for day, name in expected_days(year, until).items()}
    changes = dict.fromkeys(expected, False)
    changes |= {day: one.worked for day, (_, one) in arranged.items()}
    unlisted = _unlisted(history, known, range(first.year, last.year + 1))
    return {
        "notices": history,
        "settled_through": settled,
        "first": first,
        "last": last,
        "unlisted": unlisted,
        "_arranged": arranged,
        "_expected": expected,
        **_table(first, last, changes, settled.toordinal() if not unlisted else 0),
    }


def _table(
    first: date, last: date, changes: Mapping[date, bool], settled: int
) -> dict[str, object]:
    """The look-up lists from ``first`` to ``last``, and how far they are ``settled``."""
    flags = _worked_flags(first, last, changes)
    # Adding a day to a day makes dates at half the cost of ``date.fromordinal``.
    days: Iterator[date] = accumulate(repeat(DAY, len(flags) - 1), operator.add, initial=first)
    # Working days through each day, beginning with the day before the first.
    rank = list(accumulate(flags, initial=0))
    sure = max(settled - first.toordinal() + 1, 0)
    return {
        "_before": first.toordinal() - 1,
        "_worked": [date.min, *compress(days, flags)],
        "_rank": rank,
        "_size": len(rank),
        "_sure": rank[sure],
        "_sure_size": sure + 1 if sure else 0,
        "_first_month": first.year * 12,
        "_months": _month_starts(first.year, last.year, first.toordinal()),
    }


def _national_years(notices: Iterable[Notice]) -> list[int]:
    return [notice.year for notice in notices if notice.scope is Scope.national]


def _last_day(notices: tuple[Notice, ...]) -> date:
    """The end of the table; the same whatever is known, so that no answer falls off its edge."""
    year = max(_national_years(notices))
    return date(max(year, min(year + EXPECTED_YEARS, LAST_YEAR)), 12, 31)


def _unlisted(
    notices: tuple[Notice, ...], known: tuple[Notice, ...], years: range
) -> tuple[tuple[int, str], ...]:
    """The years of each region whose own days are not told in full by what is known."""
    regions = sorted({notice.region for notice in notices if notice.region})
    told = {(notice.year, notice.region) for notice in known if notice.whole_year}
    pairs = ((year, region) for year in years for region in regions)
    return tuple(pair for pair in pairs if pair not in told)


def _month_starts(first_year: int, last_year: int, first: int) -> list[int]:
    """Where the rank of the day before each month stands, and at last of the table's end."""
    years = range(first_year, last_year + 1)
    months = [date(year, month, 1) for year in years for month in range(1, 13)]
    return [month.toordinal() - first for month in (*months, date(last_year + 1, 1, 1))]


def _worked_flags(first: date, last: date, changes: Mapping[date, bool]) -> bytes:
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
