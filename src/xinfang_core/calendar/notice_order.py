"""That notices follow one another without gap or doubt (通知的次序)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.statutory import FIRST_YEAR, LAST_YEAR
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.calendar.notice import Notice


def in_order(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices as given, once they are seen to be one history.

    One notice for each year, year after year; an amendment after the notice it amends; all in
    the order of issue, those without a day of issue first. So what was known on some day is
    always a beginning of the history, and a later notice always wins.

    Raises:
        MisuseError: they are not; every notice out of place is named.

    """
    kept = tuple(notices)
    years: set[int] = set()
    latest = date.min
    faults = [] if kept else [Fault("calendar.no_notices", path="notices")]
    for position, notice in enumerate(kept):
        code = _misplaced(notice, years, latest)
        if code:
            facts = (("year", notice.year), ("first", FIRST_YEAR), ("last", LAST_YEAR))
            faults.append(Fault(code, facts, path=f"notices[{position}]"))
        years.add(notice.year)
        latest = max(latest, notice.issued or date.min)
    if faults:
        raise MisuseError(*faults)
    return kept


def _misplaced(notice: Notice, years: set[int], latest: date) -> str:
    """Code of why ``notice`` cannot come next; empty where it can."""
    if (notice.issued or date.min) < latest:
        return "calendar.not_in_issue_order"
    if notice.amends:
        return "" if notice.year in years else "calendar.amends_nothing"
    if not years:
        return "" if FIRST_YEAR <= notice.year <= LAST_YEAR else "calendar.first_year"
    return "" if notice.year == max(years) + 1 else "calendar.not_consecutive"
