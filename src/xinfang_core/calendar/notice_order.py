"""That notices follow one another without gap or doubt (通知的次序)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.notice import Scope
from xinfang_core.calendar.plain import is_weekend
from xinfang_core.calendar.statutory import FIRST_YEAR, LAST_YEAR
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.calendar.notice import Notice

_SCOPES = tuple(Scope)


def in_order(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices in the order in which they win, once they are seen to be one history.

    National notices first: one for each year, year after year; an amendment after the notice
    it amends. They are put in the order of issue, after those without a day of issue. So what
    was known on some day is always a beginning of the history, and a later notice always wins. Then
    those of regions and then those of the office, each in the order given: they win over the
    national ones, whenever issued.

    Raises:
        MisuseError: they are no such history; every notice out of place is named.

    """
    given = tuple(notices)
    kept = tuple(sorted(given, key=lambda notice: _SCOPES.index(notice.scope)))
    national = _by_issue([notice for notice in kept if notice.scope is Scope.national])
    kept = (*national, *kept[len(national) :])
    faults = [] if national else [Fault("calendar.no_notices", path="notices")]
    faults += _misplaced_faults(national)
    if not faults:
        years = range(national[0].year, LAST_YEAR + 1)
        faults += _overlay_faults(kept[len(national) :], years)
        faults += _idle_faults(kept)
    if faults:
        raise MisuseError(*faults)
    return kept


def _by_issue(national: list[Notice]) -> list[Notice]:
    """The national notices by their day of issue, where all but the first ones have one."""
    undated = next((at for at, one in enumerate(national) if one.issued), len(national))
    if any(one.issued is None for one in national[undated:]):
        return national
    return sorted(national, key=lambda one: one.issued or date.min)


def _misplaced_faults(national: list[Notice]) -> Iterator[Fault]:
    years: set[int] = set()
    latest = date.min
    for position, notice in enumerate(national):
        code = _misplaced(notice, years, latest)
        if code:
            facts = (("year", notice.year), ("first", FIRST_YEAR), ("last", LAST_YEAR))
            yield Fault(code, facts, path=f"notices[{position}]")
        years.add(notice.year)
        latest = max(latest, notice.issued or date.min)


def _misplaced(notice: Notice, years: set[int], latest: date) -> str:
    """Code of why a national ``notice`` cannot come next; empty where it can."""
    if (notice.issued or date.min) < latest:
        return "calendar.not_in_issue_order"
    if notice.amends:
        return "" if notice.year in years else "calendar.amends_nothing"
    if not years:
        return "" if FIRST_YEAR <= notice.year <= LAST_YEAR else "calendar.first_year"
    if notice.year in years:
        return "calendar.second_notice"
    return "" if notice.year == max(years) + 1 else "calendar.not_consecutive"


def _overlay_faults(overlays: tuple[Notice, ...], years: range) -> Iterator[Fault]:
    """A region's or office's notice outside the calendar, or one that repeats another's days."""
    taken: dict[tuple[str, date], str] = {}
    complete: set[tuple[str, int]] = set()
    for notice in overlays:
        facts = (("year", notice.year), ("first", years[0]), ("last", years[-1]))
        if notice.year not in years:
            yield Fault("calendar.overlay_outside", facts, path=notice.number)
        if notice.whole_year and (notice.region, notice.year) in complete:
            yield Fault("calendar.second_notice", facts, path=notice.number)
        complete |= {(notice.region, notice.year)} if notice.whole_year else set()
        for arranged in notice.days:
            key = (notice.region, arranged.day)
            if key in taken and not notice.amends:
                overlap = (("day", arranged.day), ("number", taken[key]))
                yield Fault("calendar.overlapping", overlap, path=notice.number)
            taken[key] = notice.number


def _idle_faults(notices: tuple[Notice, ...]) -> Iterator[Fault]:
    """A day declared worked that is worked anyway: a slip of the pen, or a notice misread.

    A region or an office may declare a weekend worked that the nation works too: which of them
    says so first is chance.
    """
    worked: dict[date, bool] = {}
    for notice in notices:
        for arranged in notice.days:
            day = arranged.day
            own = notice.scope is not Scope.national and is_weekend(day)
            if arranged.worked and not own and worked.get(day, not is_weekend(day)):
                yield Fault("notice.already_worked", (("day", day),), path=notice.number)
            worked[day] = arranged.worked
