"""What the page asks of the calendar that no command answers (工作日历)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.calendar import Scope, regions, warnings
from xinfang_core.cli.notices import (
    calendar_of,
    imported_notices,
    notice_folder,
    notice_path,
)
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.notices import read_notice
from xinfang_core.drawing.arranged import year_days
from xinfang_core.drawing.year import working_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.calendar import CalendarDay, Notice

_MONTHS = range(1, 13)


def known_regions() -> list[dict[str, str]]:
    """Code and name of the regions whose own days the calendar can tell, imported ones too."""
    found = dict(regions())
    for notice in imported_notices(notice_folder(None)).values():
        if notice.scope is Scope.region:
            # A notice tells the code alone.
            found.setdefault(notice.region, "录入的地区")
    return [{"code": code, "name": name} for code, name in sorted(found.items())]


def months(
    year: int, region: str | None = None, known_on: str | None = None
) -> list[dict[str, int]]:
    """Of each month of a year its days, those that are worked, and those not settled yet."""
    folder = notice_folder(None)
    calendar = calendar_of(tuple(imported_notices(folder).values()), region, str(folder))
    if known_on:
        calendar = calendar.known_on(read_day(known_on))
    days = year_days(calendar, year)
    # A region may still tell days of its own for a year that it has not told in full.
    open_year = any(waiting == year for waiting, _ in calendar.unlisted)
    return [_month(days, month, open_year=open_year) for month in _MONTHS]


def _month(days: Sequence[CalendarDay], month: int, *, open_year: bool) -> dict[str, int]:
    own = [one for one in days if one.day.month == month]
    unsettled = sum(open_year or not one.settled for one in own)
    return {"days": len(own), "worked": working_days(own, month), "unsettled": unsettled}


def in_use() -> list[dict[str, object]]:
    """The notices that were taken into use, each with the file that holds it."""
    kept = imported_notices(notice_folder(None))
    return [{"path": str(path), **_told(notice)} for path, notice in kept.items()]


def notice(path: str) -> dict[str, object]:
    """What a notice says, day by day; what is unlikely in it; whether it takes one's place."""
    read = read_notice(Path(path))
    folder = notice_folder(None)
    kept = imported_notices(folder)
    place = notice_path(read, folder) if folder else Path(path)
    return {
        "path": str(place),
        **_told(read),
        "warnings": [fault.text() for fault in warnings(read)],
        "stands": kept.get(place, read) != read,
    }


def _told(notice: Notice) -> dict[str, object]:
    return {
        "year": notice.year,
        "number": notice.number,
        "title": notice.title,
        "issued": notice.issued.isoformat() if notice.issued else "",
        "scope": notice.scope.text(),
        "region": notice.region,
        "amends": notice.amends,
        "days": [
            {
                "day": one.day.isoformat(),
                "worked": one.worked,
                "in_lieu": one.in_lieu,
                "name": one.name,
            }
            for one in sorted(notice.days, key=lambda one: one.day)
        ],
    }
