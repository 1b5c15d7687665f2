"""The notices of the mainland (中国内地), the only place that reads chinese_calendar.

Which notices exist is listed here, in ``notices/national/``; the days of a year come from the
file of that year where there is one, because chinese_calendar lacks it or has it wrong, and
from chinese_calendar otherwise. A newer chinese_calendar therefore changes no answer until
its notice is listed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.checks import notice_year
from xinfang_core.calendar.notice import ArrangedDay, Notice
from xinfang_core.calendar.shipped import folders, make_notice, read_folder
from xinfang_core.calendar.statutory import in_lieu_days
from xinfang_core.errors import Fault, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator

_NATIONAL = "national"

_CHINESE = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}


def _transcribed() -> Iterator[tuple[date, bool, str]]:
    """Every day that chinese_calendar knows: whether it is worked, and for which holiday."""
    from chinese_calendar import constants

    for worked, days in ((True, constants.workdays), (False, constants.holidays)):
        for day, name in days.items():
            yield day, worked, _CHINESE.get(name, name)


def _by_year() -> dict[int, tuple[ArrangedDay, ...]]:
    """The days of chinese_calendar, by the year of the notice that arranges them."""
    by_year: dict[int, list[tuple[date, bool, str]]] = {}
    for day, worked, name in sorted(_transcribed()):
        by_year.setdefault(notice_year(day), []).append((day, worked, name))
    return {year: _arranged(year, days) for year, days in by_year.items()}


def _arranged(year: int, days: list[tuple[date, bool, str]]) -> tuple[ArrangedDay, ...]:
    lieu = in_lieu_days(year, [day for day, worked, _ in days if not worked])
    return tuple(
        ArrangedDay(day, worked=worked, name=name, in_lieu=day in lieu)
        for day, worked, name in days
    )


def mainland_notices() -> tuple[Notice, ...]:
    """The State Council's notices (国务院办公厅放假安排通知) of 2004 to 2026, with amendments.

    Source: the notices as transcribed by chinese_calendar, corrected where it is wrong; a
    notice names its number, day of issue and where it can be read.
    """
    *filed, listed = read_folder(_NATIONAL)
    notices = list(map(make_notice, filed))
    corrected = {notice.year for notice in notices}
    by_year = _by_year()
    notices += [
        Notice(days=by_year[entry["year"]], **entry)
        for entry in listed["notice"]
        if entry["year"] not in corrected
    ]
    return tuple(sorted(notices, key=lambda one: (one.issued or date.min, one.year)))


def regions() -> tuple[tuple[str, str], ...]:
    """Code and name of each region whose notices come with the library."""
    codes = (folder for folder in folders() if folder != _NATIONAL)
    return tuple((code, next(read_folder(code))["region_name"]) for code in codes)


def region_notices(region: str) -> tuple[Notice, ...]:
    """The notices of one region, oldest first.

    They are known from second-hand pages alone; each notice names where it was read, and an
    answer for a year that they do not tell in full is provisional.

    Raises:
        UnknownNameError: none come with the library.

    """
    known = dict(regions())
    if region not in known:
        facts = (("found", region), ("known", tuple(f"{code} {known[code]}" for code in known)))
        raise UnknownNameError(Fault("calendar.unknown_region", facts, path="region"))
    return tuple(map(make_notice, read_folder(region)))
