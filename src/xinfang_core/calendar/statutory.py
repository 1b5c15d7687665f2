"""The statutory holidays (法定节假日): what to expect of a year whose notice is not out yet.

Source: 《全国年节及纪念日放假办法》, revisions of 1999, 2007, 2013 and 2024. It names the days;
which weekends are worked for them (调休) only the yearly notice says, so none is expected here.
"""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar.plain import DAY, is_weekend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Revision(NamedTuple):
    """One revision of the 办法.

    Attributes:
        number: number of the State Council decree (国务院令).
        promulgated: day from which it could be known.
        first_year: first year it governs.
        spring: days of 春节, counted from the first day of the lunar year (-1 is 除夕).
        labour: days of 劳动节 from 1 May.
        festivals: whether 清明节, 端午节 and 中秋节 are holidays.

    """

    number: str
    promulgated: date
    first_year: int
    spring: tuple[int, ...]
    labour: int
    festivals: bool


REVISIONS = (
    Revision("国务院令第270号", date(1999, 9, 18), 1999, (0, 1, 2), 3, festivals=False),
    Revision("国务院令第513号", date(2007, 12, 14), 2008, (-1, 0, 1), 1, festivals=True),
    Revision("国务院令第644号", date(2013, 12, 11), 2014, (0, 1, 2), 1, festivals=True),
    Revision("国务院令第795号", date(2024, 11, 10), 2025, (-1, 0, 1, 2), 2, festivals=True),
)
"""All revisions that govern a tabled year, oldest first."""

LUNAR_DAYS = {
    2004: ((1, 22), (4, 4), (6, 22), (9, 28)),
    2005: ((2, 9), (4, 5), (6, 11), (9, 18)),
    2006: ((1, 29), (4, 5), (5, 31), (10, 6)),
    2007: ((2, 18), (4, 5), (6, 19), (9, 25)),
    2008: ((2, 7), (4, 4), (6, 8), (9, 14)),
    2009: ((1, 26), (4, 4), (5, 28), (10, 3)),
    2010: ((2, 14), (4, 5), (6, 16), (9, 22)),
    2011: ((2, 3), (4, 5), (6, 6), (9, 12)),
    2012: ((1, 23), (4, 4), (6, 23), (9, 30)),
    2013: ((2, 10), (4, 4), (6, 12), (9, 19)),
    2014: ((1, 31), (4, 5), (6, 2), (9, 8)),
    2015: ((2, 19), (4, 5), (6, 20), (9, 27)),
    2016: ((2, 8), (4, 4), (6, 9), (9, 15)),
    2017: ((1, 28), (4, 4), (5, 30), (10, 4)),
    2018: ((2, 16), (4, 5), (6, 18), (9, 24)),
    2019: ((2, 5), (4, 5), (6, 7), (9, 13)),
    2020: ((1, 25), (4, 4), (6, 25), (10, 1)),
    2021: ((2, 12), (4, 4), (6, 14), (9, 21)),
    2022: ((2, 1), (4, 5), (6, 3), (9, 10)),
    2023: ((1, 22), (4, 5), (6, 22), (9, 29)),
    2024: ((2, 10), (4, 4), (6, 10), (9, 17)),
    2025: ((1, 29), (4, 4), (5, 31), (10, 6)),
    2026: ((2, 17), (4, 5), (6, 19), (9, 25)),
    2027: ((2, 6), (4, 5), (6, 9), (9, 15)),
    2028: ((1, 26), (4, 4), (5, 28), (10, 3)),
    2029: ((2, 13), (4, 4), (6, 16), (9, 22)),
    2030: ((2, 3), (4, 5), (6, 5), (9, 12)),
    2031: ((1, 23), (4, 5), (6, 24), (10, 1)),
    2032: ((2, 11), (4, 4), (6, 12), (9, 19)),
    2033: ((1, 31), (4, 4), (6, 1), (9, 8)),
    2034: ((2, 19), (4, 5), (6, 20), (9, 27)),
    2035: ((2, 8), (4, 5), (6, 10), (9, 16)),
    2036: ((1, 28), (4, 4), (5, 30), (10, 4)),
    2037: ((2, 15), (4, 4), (6, 18), (9, 24)),
    2038: ((2, 4), (4, 5), (6, 7), (9, 13)),
    2039: ((1, 24), (4, 5), (5, 27), (10, 2)),
    2040: ((2, 12), (4, 4), (6, 14), (9, 20)),
    2041: ((2, 1), (4, 4), (6, 3), (9, 10)),
    2042: ((1, 22), (4, 4), (6, 22), (9, 28)),
    2043: ((2, 10), (4, 5), (6, 11), (9, 17)),
    2044: ((1, 30), (4, 4), (5, 31), (10, 5)),
    2045: ((2, 17), (4, 4), (6, 19), (9, 25)),
    2046: ((2, 6), (4, 4), (6, 8), (9, 15)),
    2047: ((1, 26), (4, 5), (5, 29), (10, 4)),
    2048: ((2, 14), (4, 4), (6, 15), (9, 22)),
    2049: ((2, 2), (4, 4), (6, 4), (9, 11)),
    2050: ((1, 23), (4, 4), (6, 23), (9, 30)),
    2051: ((2, 11), (4, 5), (6, 13), (9, 19)),
    2052: ((2, 1), (4, 4), (6, 1), (9, 7)),
    2053: ((2, 19), (4, 4), (6, 20), (9, 26)),
    2054: ((2, 8), (4, 4), (6, 10), (9, 16)),
    2055: ((1, 28), (4, 5), (5, 30), (10, 5)),
    2056: ((2, 15), (4, 4), (6, 17), (9, 24)),
    2057: ((2, 4), (4, 4), (6, 6), (9, 13)),
    2058: ((1, 24), (4, 4), (6, 25), (10, 2)),
    2059: ((2, 12), (4, 5), (6, 14), (9, 21)),
    2060: ((2, 2), (4, 4), (6, 3), (9, 9)),
}
"""Days set by the lunar calendar and the sun, as month and day: 春节, 清明节, 端午节, 中秋节.

Six independent almanacs agree on every one of them, and on no more than 2088.
"""

FIRST_YEAR, LAST_YEAR = min(LUNAR_DAYS), max(LUNAR_DAYS)
"""The years for which the statutory holidays are known here."""


def revision_for(year: int, known_until: date | None) -> Revision:
    """The newest revision that governs ``year`` and was promulgated by ``known_until``.

    The oldest stands where none was: before it nothing is tabled.
    """
    known = [
        revision
        for revision in REVISIONS
        if revision.first_year <= year
        and (known_until is None or revision.promulgated <= known_until)
    ]
    return known[-1] if known else REVISIONS[0]


def statutory_days(year: int, known_until: date | None) -> tuple[tuple[date, str], ...]:
    """The holidays of all citizens (全体公民放假的节日) in ``year``, by date, as day and name.

    Of a year that is not tabled none are told.
    """
    if year not in LUNAR_DAYS:
        return ()
    revision = revision_for(year, known_until)
    spring, *festivals = (date(year, month, day) for month, day in LUNAR_DAYS[year])
    days = [(date(year, 1, 1), "元旦")]
    days += [(spring + number * DAY, "春节") for number in revision.spring]
    days += [(date(year, 5, 1 + number), "劳动节") for number in range(revision.labour)]
    days += [(date(year, 10, 1 + number), "国庆节") for number in range(3)]
    if revision.festivals:
        days += zip(festivals, ("清明节", "端午节", "中秋节"), strict=True)
    return tuple(sorted(days, key=itemgetter(0)))


def in_lieu_days(year: int, off: Iterable[date]) -> frozenset[date]:
    """The weekdays among the days ``off`` of a year's notice that are not statutory (调休、补休).

    They are given for a weekend that is worked, or for a statutory day that fell on a weekend.
    """
    statutory = {day for day, _ in statutory_days(year, None)}
    if not statutory:
        return frozenset()
    return frozenset(day for day in off if not is_weekend(day) and day not in statutory)


def expected_days(year: int, known_until: date | None) -> dict[date, str]:
    """The days off to expect in ``year``: statutory days, and those made up for (补假).

    A statutory day that falls on a weekend, or on another statutory day, is made up for on the
    next ordinary weekday: the first by Art. 6, the second as the notices for 2009 and 2020 did.
    """
    statutory = statutory_days(year, known_until)
    # Of two on one date the first gives its name; the other is owed.
    expected = dict(reversed(statutory))
    for day, name in tuple(_owed(statutory)):
        free = day
        while is_weekend(free) or free in expected:
            free += DAY
        expected[free] = name
    return expected


def _owed(statutory: tuple[tuple[date, str], ...]) -> Iterator[tuple[date, str]]:
    """The statutory days that give no weekday off on their own date."""
    seen: set[date] = set()
    for day, name in statutory:
        if is_weekend(day) or day in seen:
            yield day, name
        seen.add(day)
