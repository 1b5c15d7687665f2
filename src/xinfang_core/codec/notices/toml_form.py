"""A notice as TOML, with native dates and ranges in quotes (通知的 TOML 写法)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from xinfang_core.calendar.notice import Scope
from xinfang_core.codec.notices.drafting import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Draft,
    Holiday,
    Place,
    days_through,
    finished,
)
from xinfang_core.policy.location import Location, TomlFile
from xinfang_core.refusals import RefusedError, shown
from xinfang_core.toml_reader import path_text, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.calendar.notice import Notice
    from xinfang_core.codec.notices.drafting import Day

KEYS = (
    "number",
    "title",
    "link",
    "issued",
    "year",
    "amends",
    "scope",
    "region",
    "region_name",
    "whole_year",
    "holiday",
)
"""Keys of the file."""

HOLIDAY_KEYS = ("name", "off", "in_lieu", "worked")
"""Keys of a ``[[holiday]]``."""

_RANGE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")


def read_toml_form(text: str, file: str) -> Notice:
    """The notice written in ``text``.

    Raises:
        PolicyDataError: every fault of the file; of what is no TOML, the first.

    """
    location = Location(TomlFile(read_toml(text, file)))
    data = location.document.data
    location.check_keys(data, KEYS)
    head = _head(location, data)
    _check_region_name(location, data)
    holidays = tuple(_holidays(location.at("holiday"), data.get("holiday", [])))
    places = {name: _place(location.at(name)) for name in data}
    draft = Draft(file, head, places, holidays, not data.get("holiday"))
    return finished(draft, location.faults)


def _place(location: Location) -> Place:
    position = location.document.position(location.path, at_value=True)
    return Place(position.line, position.column, path_text(location.path))


def _head(location: Location, data: Mapping[str, object]) -> dict[str, Any]:
    """All of the notice but its days."""
    return {
        "number": "" if data.get("number") == "" else location.required(data, "number", str),
        "year": _year(location, data),
        "issued": location.optional(data, "issued", date),
        "amends": _truth(location, data, "amends"),
        "scope": location.optional(data, "scope", Scope, Scope.national),
        "region": location.optional(data, "region", str, "") or "",
        "whole_year": _truth(location, data, "whole_year"),
        "title": location.optional(data, "title", str, ""),
        "link": location.optional(data, "link", str, ""),
    }


def _truth(location: Location, raw: Mapping[str, object], name: str) -> bool:
    found = raw.get(name, False)
    if not isinstance(found, bool):
        facts = ("found", shown(found))
        location.at(name).refuse("notice_file.not_truth", facts, at_value=True)
    return found is True


def _year(location: Location, data: Mapping[str, object]) -> int | None:
    year: int | None = location.required(data, "year", int)
    if year is None or EARLIEST_YEAR <= year <= LATEST_YEAR:
        return year
    location.at("year").refuse("notice_file.year", ("found", year), at_value=True)
    return None


def _check_region_name(location: Location, data: Mapping[str, object]) -> None:
    """The name of the region is for human readers, and stands with its code alone."""
    if "region_name" not in data:
        return
    here = location.at("region_name")
    here.scalar(data["region_name"], str)
    if data.get("scope") not in (Scope.region.name, Scope.region.value):
        here.refuse("notice_file.region_name")


def _holidays(location: Location, found: object) -> Iterator[Holiday]:
    """The holidays, as far as they can be read."""
    for here, raw in location.tables(found):
        here.check_keys(raw, HOLIDAY_KEYS)
        name = here.required(raw, "name", str) or ""
        off, worked = (tuple(_days(here.at(key), raw.get(key, []))) for key in ("off", "worked"))
        if not raw.get("off") and not raw.get("worked"):
            here.refuse("notice_file.no_days", ("name", name))
        in_lieu = _in_lieu(here.at("in_lieu"), raw["in_lieu"], off) if "in_lieu" in raw else None
        yield Holiday(name, off, worked, in_lieu)


def _in_lieu(location: Location, found: object, off: tuple[Day, ...]) -> frozenset[date]:
    """The days in lieu, which are days off too."""
    named = {day for day, _ in off}
    days = tuple(_days(location, found))
    for day, place in days:
        if day not in named:
            file = location.document.file
            fault = place.fault(file, "notice_file.in_lieu_not_off", ("day", day))
            location.faults.add(fault)
    return frozenset(day for day, _ in days)


def _days(location: Location, found: object) -> Iterator[Day]:
    """The days of a list, ranges day by day."""
    for here, item in location.items(found):
        try:
            days = _span(item)
        except RefusedError as refused:
            here.refuse(refused.code, *refused.facts, at_value=True)
            continue
        place = _place(here)
        yield from ((day, place) for day in days)


def _span(item: object) -> tuple[date, ...]:
    """The days of one item of a list."""
    if isinstance(item, date):
        return (item,)
    match = _RANGE.fullmatch(item) if isinstance(item, str) else None
    if match is None:
        raise RefusedError("notice_file.not_day", ("found", shown(item)))
    return days_through(*map(_date, match.groups()))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RefusedError("notice_file.no_such_date", ("found", text)) from None
