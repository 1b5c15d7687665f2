"""A notice on its way out of a file (成稿): what was written, where, and whether it holds.

Both forms of a file end here, so that both are held to the same.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.calendar.notice import ArrangedDay, Notice, Scope
from xinfang_core.calendar.plain import DAY, is_weekend
from xinfang_core.calendar.statutory import FIRST_YEAR, LAST_YEAR, in_lieu_days
from xinfang_core.errors import Fault, MisuseError, PolicyDataError
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST_RANGE = 60
"""Days of one range; the longest holiday so far had twelve."""

REGION_DIGITS = 6
"""Digits of a region's code by GB/T 2260."""

EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
"""The years that a notice may be for; others are slips of the pen."""


@frozen
class Place:
    """Where something is written.

    Attributes:
        line: line counted from 1, 0 where nowhere.
        column: column counted from 1.
        path: the key path, or the name that begins the line.

    """

    line: int = 0
    column: int = 0
    path: str = ""

    def fault(self, file: str, code: str, *facts: tuple[str, object]) -> Fault:
        """A fault at this place."""
        return Fault(code, facts, file, self.line, self.column, self.path)


Day = tuple[date, Place]
"""A day and where it is written, alone or as part of a range."""


@frozen
class Holiday:
    """The days of one holiday as written.

    Attributes:
        name: its name, such as 国庆节、中秋节.
        off: days off (放假).
        worked: make-up working days (上班).
        in_lieu: days off that are swapped (调休); None where the file leaves it to the rule.

    """

    name: str
    off: tuple[Day, ...]
    worked: tuple[Day, ...]
    in_lieu: frozenset[date] | None = None


@frozen
class Draft:
    """A notice as far as it could be read.

    Attributes:
        file: the file's name.
        head: all arguments of ``Notice`` but the days; ``year`` and ``scope`` are None where
            they are missing or wrong, which is a fault already.
        places: where each of them is written.
        holidays: the holidays that could be read.
        empty: whether nothing at all is written of any holiday.

    """

    file: str
    head: Mapping[str, Any]
    places: Mapping[str, Place]
    holidays: tuple[Holiday, ...]
    empty: bool

    def fault(self, code: str, name: str, *facts: tuple[str, object]) -> Fault:
        """A fault about one line of the head."""
        return self.places.get(name, Place()).fault(self.file, code, *facts)


def finished(draft: Draft, faults: Iterable[Fault]) -> Notice:
    """The notice of a draft.

    Args:
        draft: what was read.
        faults: what was found wrong in reading.

    Raises:
        PolicyDataError: these faults and all others, in the order of the file.

    """
    found = list(faults)
    notice = None
    if draft.head["scope"] is not None:
        found += _head_faults(draft)
        notice = _notice(draft, found) if draft.head["year"] is not None else None
    if notice is None or found:
        raise PolicyDataError(*sorted(found, key=lambda fault: (fault.line, fault.column)))
    return notice


def days_through(first: date, last: date) -> tuple[date, ...]:
    """All days from ``first`` through ``last``.

    Raises:
        RefusedError: ``last`` is the earlier one, or they are far apart.

    """
    count = (last - first).days + 1
    facts = (("first", first), ("last", last))
    if count < 1:
        raise RefusedError("notice_file.reversed", *facts)
    if count > LONGEST_RANGE:
        raise RefusedError("notice_file.range_too_long", *facts, ("most", LONGEST_RANGE))
    return tuple(first + number * DAY for number in range(count))


def is_region_code(text: str) -> bool:
    """Whether ``text`` looks like a code of GB/T 2260."""
    return len(text) == REGION_DIGITS and text.isascii() and text.isdigit()


def _head_faults(draft: Draft) -> Iterator[Fault]:
    """What the lines of the head say against one another."""
    head = draft.head
    regional = head["scope"] is Scope.region
    if regional and not head["region"] and "region" not in draft.places:
        yield draft.fault("notice_file.region_missing", "scope")
    if head["region"] and not regional:
        yield draft.fault("notice_file.region_needless", "region", ("scope", head["scope"]))
    if head["region"] and not is_region_code(head["region"]):
        yield draft.fault("notice_file.region_code", "region", ("found", head["region"]))
    if head["whole_year"] and not regional:
        yield draft.fault("notice_file.whole_year", "whole_year", ("scope", head["scope"]))
    if draft.empty and not head["whole_year"]:
        yield draft.fault("notice_file.no_holiday", "holiday")


def _notice(draft: Draft, faults: list[Fault]) -> Notice | None:
    """The notice, or None with a fault at each day that contradicts it."""
    days = sorted(_settled(draft, faults), key=lambda one: one[0].day)
    # Faults of the head are found already, and must not hide those of the days.
    regional = draft.head["scope"] is Scope.region
    head = {
        **draft.head,
        "region": (draft.head["region"] or "0" * REGION_DIGITS) if regional else "",
        "whole_year": draft.head["whole_year"] and regional,
    }
    try:
        return Notice(days=tuple(arranged for arranged, _ in days), **head)
    except MisuseError as error:
        places = {f"days[{number}]": place for number, (_, place) in enumerate(days)}
        faults += [
            places.get(fault.path, Place()).fault(draft.file, fault.code, *fault.facts)
            for fault in error.faults
        ]
        return None


def _settled(draft: Draft, faults: list[Fault]) -> Iterator[tuple[ArrangedDay, Place]]:
    """The days, each with its place, and whether it is off in lieu."""
    swapped = _swapped(draft, faults)
    for holiday in draft.holidays:
        in_lieu = swapped if holiday.in_lieu is None else holiday.in_lieu
        for day, place in holiday.off:
            yield ArrangedDay(day, worked=False, name=holiday.name, in_lieu=day in in_lieu), place
        for day, place in holiday.worked:
            yield ArrangedDay(day, worked=True, name=holiday.name), place


def _swapped(draft: Draft, faults: list[Fault]) -> set[date]:
    """The days in lieu (调休) of a national notice that does not name them.

    Of a yearly notice these are all weekdays off that are no statutory days. An amendment may
    give days for nothing, so there a holiday has as many as it has worked weekend days: the last.
    """
    untold = [one for one in draft.holidays if one.in_lieu is None]
    if draft.head["scope"] is not Scope.national or not any(one.off for one in untold):
        return set()
    year = draft.head["year"]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        facts = (("year", year), ("first", FIRST_YEAR), ("last", LAST_YEAR))
        faults.append(draft.fault("notice_file.year_not_tabled", "year", *facts))
        return set()
    swapped: set[date] = set()
    for name in {one.name for one in untold}:
        same = [one for one in untold if one.name == name]
        free = sorted(in_lieu_days(year, (day for one in same for day, _ in one.off)))
        worked = {day for one in same for day, _ in one.worked if is_weekend(day)}
        most = len(worked) if draft.head["amends"] else len(free)
        swapped.update(free[max(len(free) - most, 0) :])
    return swapped
