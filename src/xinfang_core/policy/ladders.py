"""Bands and ladders of a policy file (分档、阶梯)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.policy.citations import number_fault, read_citation
from xinfang_core.policy.location import Location
from xinfang_core.policy.sampling import sample_of
from xinfang_core.policy.tables import is_left_out
from xinfang_core.policy.values import INHERITED, absent_value, read_sourced
from xinfang_core.sources import Bands, CitedList, Sourced, Table
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def read_bands(location: Location, raw: Mapping[str, object], kind: Any) -> object:  # noqa: ANN401
    """Ascending bands from 0; None with faults. ``value = "silent"`` stands for all of them."""
    absent = absent_value(raw.get("value"))
    if absent is not None:
        location.check_keys(raw, ("value", *INHERITED))
        citation = read_citation(location, raw, absent)
        return citation and Bands((0,), (Sourced(absent, citation, location.parameter),))
    location.check_keys(raw, (*INHERITED, "bands"))
    if "bands" not in raw:
        location.refuse("key.missing", ("name", "bands"))
        return None
    before = len(location.faults)
    starts: list[int] = []
    values: list[Sourced[Any] | None] = []
    for here, row in _rows(location, raw, "bands"):
        here.check_keys(row, ("value", "from", *INHERITED))
        start = here.required(row, "from", int)
        if start is not None and starts and start <= starts[-1]:
            facts = (("found", start), ("other", starts[-1]))
            here.at("from").refuse("bands.not_ascending", *facts, at_value=True)
        starts.append(start or 0)
        values.append(_banded(here, row, kind))
        _check_bound(here, starts[-1], values[-1], row.get("note"))
    if starts[:1] != [0] and len(location.faults) == before:
        location.at("bands").refuse("bands.first_not_zero")
    if len(location.faults) > before:
        return None
    return Bands(tuple(starts), tuple(value for value in values if value))


def _banded(location: Location, row: Mapping[str, object], kind: Any) -> Sourced[Any] | None:  # noqa: ANN401
    """The value of one band; ``none`` where the measure has not reached the first step yet."""
    if absent_value(row.get("value")) is not Absent.none:
        return read_sourced(location, row, kind)
    citation = read_citation(location, row, Absent.none)
    return Sourced(Absent.none, citation) if citation else None


def _check_bound(location: Location, start: int, value: Sourced[Any] | None, note: object) -> None:
    """The bound of a band stands in its phrase, as every number does."""
    if value is None or not start or not value.citation.phrase:
        return
    code = number_fault(value.citation, start, note)
    if code:
        facts = (("number", start), ("phrase", value.citation.phrase))
        location.at("from").refuse(code, *facts, at_value=True)


def read_ladder(location: Location, raw: Mapping[str, object], kind: Any) -> object:  # noqa: ANN401
    """An ordered list of names; None with faults. A step may be its bare name."""
    absent = absent_value(raw.get("value"))
    if absent is not None:
        location.check_keys(raw, ("value", *INHERITED))
        citation = read_citation(location, raw, absent)
        return citation and CitedList((), citation, absent, location.parameter)
    location.check_keys(raw, (*INHERITED, "steps"))
    if "steps" not in raw:
        location.refuse("key.missing", ("name", "steps"))
        return None
    before = len(location.faults)
    steps: list[Any] = []
    seen: set[object] = set()
    for here, row in _rows(location, raw, "steps"):
        here.check_keys(row, ("value", *INHERITED))
        step = read_sourced(here, row, kind)
        if step and step.value in seen:
            here.refuse("ladder.twice", ("found", step.value))
        seen.add(step and step.value)
        steps.append(step)
    # The phrases stand at the steps; the list as a whole needs none.
    citation = read_citation(location, raw, Absent.none)
    if citation is None or len(location.faults) > before:
        return None
    return CitedList(tuple(steps), citation)


def _rows(
    location: Location, raw: Mapping[str, object], name: str
) -> Iterator[tuple[Location, dict[str, object]]]:
    """The rows of a list with what they inherit; a bare name is a row of nothing else."""
    inherited = {part: raw[part] for part in INHERITED if part in raw}
    above = {part: (*location.path, part) for part in inherited}
    rows = location.at(name)
    for index, item in enumerate(rows.listed(raw[name])):
        path = (*rows.path, index)
        if isinstance(item, str):
            here = Location(rows.file, path, {**above, "value": path})
            yield here, {**inherited, "value": item}
            continue
        place = Location(rows.file, path)
        row = place.table(item)
        if row is not None:
            here = place.inheriting({part: above[part] for part in above if part not in row})
            yield here, {**inherited, **row}


STEPS = "steps"
"""The ladder of a rule that its bands climb and its tables are kept by."""


def check_steps(location: Location, values: Mapping[str, object]) -> None:
    """Bands and tables keep to the ladder ``steps`` of the same rule, where they name steps."""
    ladder = values.get(STEPS)
    if not isinstance(ladder, CitedList) or not ladder.steps:
        return
    for name, found in values.items():
        if isinstance(found, Bands):
            _check_climb(location.at(name), found, ladder)
        elif isinstance(found, Table):
            _check_keys(location.at(name), found, ladder)


def _check_keys(location: Location, table: Table[Any, Any], ladder: CitedList[Any]) -> None:
    """A table by steps has each step of the ladder, and no other."""
    for key, cell in table.cells.items():
        if type(key) is type(ladder.values[0]) and (key in ladder) is is_left_out(cell):
            if key in ladder:
                told = (("key", key.name), ("terms", (key,)), ("sample", sample_of((key,))))
                location.refuse("table.gap", *told)
            else:
                facts = (("found", key), ("known", ladder.values))
                location.refuse("ladder.unknown_step", *facts)


def _check_climb(location: Location, bands: Bands[Any], ladder: CitedList[Any]) -> None:
    """Bands reach only steps of the ladder, and none after a later one."""
    highest = -1
    for reached in bands.values:
        if type(reached.value) is not type(ladder.values[0]):
            continue
        if reached.value not in ladder:
            location.refuse(
                "ladder.unknown_step", ("found", reached.value), ("known", ladder.values)
            )
            continue
        place = ladder.values.index(reached.value)
        if place < highest:
            location.refuse("ladder.out_of_order", ("found", reached.value))
        highest = place
