"""Records to cases (记录读入): flat ones become events, histories stay what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.case.event import NEEDED
from xinfang_core.codec.columns import EVENTS, match_columns
from xinfang_core.codec.fields import AGENT, EVENT_NAMES, FACTS, FLAT_EVENTS, NAMES
from xinfang_core.codec.files import read_file
from xinfang_core.codec.rows import Listing, Row, csv_rows, json_lines, json_rows
from xinfang_core.errors import Fault, InvalidFactError, RecordError
from xinfang_core.refusals import RefusedError, shown, unknown_name
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_EVENTS = {event.at.name: event for event in FLAT_EVENTS}
_DETAILED = tuple(event for event in FLAT_EVENTS if event.details)
_PLACES = {
    **{one.fact: one.name for event in FLAT_EVENTS for one in event.details},
    **{event.kind.name: event.at.name for event in FLAT_EVENTS},
}
"""The columns of what a contradiction names: an event by its kind, or a detail."""

_CASE_FACTS = {one.name: one.fact for one in FACTS}
_AGENT_FACTS = {one.name: one.fact for one in AGENT}
_JSON_LINES = (".jsonl", ".ndjson")


@frozen
class Records:
    """The cases of a file.

    Attributes:
        cases: in the order of the file.
        unused: columns that feed no field.

    """

    cases: tuple[Case, ...]
    unused: tuple[str, ...] = ()


def read_records(path: Path, columns: Mapping[str, str] | None = None) -> Records:
    """The cases of a CSV, JSON (``.json``) or JSON Lines (``.jsonl``) file.

    Args:
        path: the file; UTF-8 with or without a mark, or GB18030.
        columns: the host's column map, our field to the host's column; one column may feed
            two fields.

    Raises:
        RecordError: every fault of the file, each with its line or path and column.

    """
    suffix = path.suffix.lower()
    text = read_file(path, by_line=suffix != ".json")
    read = json_rows if suffix == ".json" else json_lines if suffix in _JSON_LINES else csv_rows
    return cases_of(read(text, path.name), columns or {})


def cases_of(listing: Listing, columns: Mapping[str, str]) -> Records:
    """The cases of a file.

    Raises:
        RecordError: every fault of the file, in the order of its lines.

    """
    faults = list(listing.faults)
    if not listing.names and not listing.rows:
        if faults:
            raise RecordError(*faults)
        return Records(())
    cases: list[Case] = []
    try:
        source, unused = match_columns(listing, columns)
    except RecordError as error:
        raise RecordError(*error.faults, *faults) from None
    for row in listing.rows:
        try:
            cases.append(_case(row, source))
        except RecordError as error:
            faults += error.faults
    if faults:
        raise RecordError(*sorted(faults, key=lambda fault: (fault.line, fault.column)))
    return Records(tuple(cases), unused)


def _case(row: Row, source: Mapping[str, str]) -> Case:
    """The case of one row, or all of its faults."""
    faults: list[Fault] = []
    values = _values(row, source, faults)
    if source["case_no"] not in row.values:
        faults.append(row.fault("record.no_case_no", (), source["case_no"]))
    _check_parts(row, source, faults)
    events = tuple(_history(row, faults))
    if faults:
        raise RecordError(*faults)
    facts = {_CASE_FACTS[name]: values[name] for name in values if name in _CASE_FACTS}
    agent = {_AGENT_FACTS[name]: values[name] for name in values if name in _AGENT_FACTS}
    try:
        return Case(
            case_no=values["case_no"],
            history=History((*_flat_events(values), *events)),
            agent=Agent(**agent) if agent else None,
            **facts,
        )
    except InvalidFactError as error:
        placed = (_placed(fault, row, source) for fault in error.faults)
        raise RecordError(*placed) from None


def _values(row: Row, source: Mapping[str, str], faults: list[Fault]) -> dict[str, Any]:
    """The values by field; what cannot be read is a fault."""
    values = {}
    for name, column in source.items():
        if column in row.values:
            read = NAMES[name].read
            try:
                values[name] = (read.cell if row.columns else read.value)(row.values[column])
            except RefusedError as refused:
                fault = row.fault(refused.code, refused.facts, column)
                # One cell may feed two fields.
                faults += [fault] if fault not in faults else []
    return values


def _check_parts(row: Row, source: Mapping[str, str], faults: list[Fault]) -> None:
    """Details that are recorded without their date, and dates without their detail."""
    recorded = {name for name, column in source.items() if column in row.values}
    for event in _DETAILED:
        day, present = event.at.name, [one.name for one in event.details if one.name in recorded]
        if present and day not in recorded:
            faults.append(_lacking(row, source, present[0], day))
        if day in recorded and not present and event.kind in NEEDED:
            faults.append(_lacking(row, source, day, event.details[0].name))


def _lacking(row: Row, source: Mapping[str, str], found: str, wanted: str) -> Fault:
    facts = (("found", NAMES[found].chinese), ("wanted", NAMES[wanted].chinese))
    return row.fault("record.parts", facts, source[found])


def _flat_events(values: Mapping[str, Any]) -> Iterator[Event]:
    """The events of a flat record."""
    for name, at in values.items():
        event = _EVENTS.get(name)
        if event is None:
            continue
        details = {one: values[one.name] for one in event.details if one.name in values}
        if event.kind is EventKind.evaluate:
            for one, grade in details.items():
                yield Event(event.kind, at, grade=grade, target=one.target)
        else:
            yield Event(event.kind, at, **{one.fact: details[one] for one in details})


def _history(row: Row, faults: list[Fault]) -> Iterator[Event]:
    """The events of a record that carries its history."""
    found = row.values.get(EVENTS, [])
    if not isinstance(found, list):
        faults.append(row.fault("value.not_list", (("found", shown(found)),), EVENTS))
        return
    for index, item in enumerate(found):
        here = evolve(row, path=".".join(filter(None, (row.path, f"{EVENTS}[{index}]"))))
        if isinstance(item, dict):
            yield from _event(here, item, faults)
        else:
            faults.append(here.fault("json.not_object", (("found", shown(item)),)))


def _event(row: Row, item: Mapping[str, object], faults: list[Fault]) -> Iterator[Event]:
    """One event, or its faults."""
    before = len(faults)
    values: dict[str, Any] = {}
    for name, found in item.items():
        field = EVENT_NAMES.get(name)
        if field is None:
            refused = unknown_name("key.unknown", name, EVENT_NAMES)
            faults.append(row.fault(refused.code, refused.facts, name))
        elif field.name in values:
            same = (("found", name), ("other", field.name))
            faults.append(row.fault("columns.same_field", same, name))
        elif found is not None:
            try:
                values[field.name] = field.read.value(found)
            except RefusedError as refused:
                faults.append(row.fault(refused.code, refused.facts, name))
    for name in ("kind", "at"):
        if name not in values and len(faults) == before:
            faults.append(row.fault("key.missing", (("name", name),)))
    if len(faults) == before:
        try:
            yield Event(**values)
        except InvalidFactError as error:
            faults += [row.fault(fault.code, fault.facts, fault.path) for fault in error.faults]


def _placed(fault: Fault, row: Row, source: Mapping[str, str]) -> Fault:
    """A contradiction at the column of the event or fact that it names."""
    name = _PLACES.get(fault.path, fault.path)
    column = source.get(name, name)
    return row.fault(fault.code, fault.facts, column if column in row.values else EVENTS)
