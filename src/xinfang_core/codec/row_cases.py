"""One row to a case (一行一件): flat ones become events, histories stay what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.case.event import NEEDED
from xinfang_core.case.moments import day_of
from xinfang_core.codec.columns import EVENTS, match_columns
from xinfang_core.codec.fields import AGENT, CASE_NO, FACTS, FLAT_EVENTS, NAMES, layout_under
from xinfang_core.codec.json_text import NoNumber
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.rows import Listing
from xinfang_core.codec.showing import without_values
from xinfang_core.errors import MOST_FAULTS, Fault, InvalidFactError, RecordError
from xinfang_core.refusals import RefusedError, shown, unknown_name
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.codec.fields import EventColumns, Layout
    from xinfang_core.codec.rows import Row

_PLACES = {
    **{one.fact: one.name for event in FLAT_EVENTS for one in event.details},
    **{event.kind.name: event.at.name for event in FLAT_EVENTS},
}
"""The columns of what a contradiction names: an event by its kind, or a detail."""

_CASE_FACTS = {one.name: one.fact for one in FACTS}
_AGENT_FACTS = {one.name: one.fact for one in AGENT}
_AS_IT_IS = ReadOptions()


@frozen
class RefusedRow:
    """A row that cannot be read.

    Attributes:
        number: which record of the file it is, counted from 1.
        line: the line it starts on; 0 in a JSON document, where no lines are known.
        case_no: its case number; empty where that cannot be read.
        faults: what is wrong with it.

    """

    number: int
    line: int
    case_no: str
    faults: tuple[Fault, ...]


def case_of(row: Row, options: ReadOptions = _AS_IT_IS) -> Case:
    """The case of one record that stands for itself: its instants are taken as they are.

    Raises:
        RecordError: every fault of the record.

    """
    names = layout_under(options.declared)
    listing = Listing(row.file, tuple(row.values), (row,), 0, ())
    matched = match_columns(listing, {}, options, names.names)
    plan = plan_of(matched.source, options, names, table=False)
    read = case_or_refused(draft_of(row, plan), plan, (), options)
    if isinstance(read, RefusedRow):
        raise RecordError(*read.faults)
    return read


def told_faults(faults: Iterable[Fault], options: ReadOptions) -> tuple[Fault, ...]:
    """The faults as they may be told."""
    return tuple(faults if options.show_values else map(without_values, faults))


@frozen
class Plan:
    """How every row of a file is read; made once, for a register has many.

    Attributes:
        source: the column of each field.
        columns: each field with its column and how that is read.
        events: the events that have a column.
        detailed: the events that tell more than their day, if only a part of them has a column.
        layout: what a record can hold.
        keys: how each key of an event in a history is read.
        fed: the columns that feed a field.

    """

    source: Mapping[str, str]
    columns: tuple[tuple[str, str, Callable[[object], object]], ...]
    events: tuple[EventColumns, ...]
    detailed: tuple[EventColumns, ...]
    layout: Layout
    keys: Mapping[str, Callable[[object], object]]
    fed: frozenset[str]


def plan_of(
    source: Mapping[str, str], options: ReadOptions, layout: Layout, *, table: bool
) -> Plan:
    """How rows are read: ``source`` is the column of each field."""
    order, names = options.date_order, layout.names
    reads = (
        (name, column, names[name].reads(order, cell=table)) for name, column in source.items()
    )
    return Plan(
        source,
        tuple(reads),
        tuple(event for event in layout.events if event.at.name in source),
        tuple(
            event
            for event in layout.events
            if event.details and any(one.name in source for one in (event.at, *event.details))
        ),
        layout,
        {name: one.reads(order, cell=False) for name, one in layout.keys.items()},
        frozenset(source.values()),
    )


@frozen
class Draft:
    """A row whose values are read, one by one.

    Attributes:
        row: as written.
        values: by field.
        faults: what cannot be read.

    """

    row: Row
    values: dict[str, Any]
    faults: list[Fault]


def draft_of(row: Row, plan: Plan) -> Draft:
    """The values of a row, each read by itself."""
    return Draft(row, *_values(row, plan))


def case_or_refused(
    draft: Draft, plan: Plan, days: Iterable[str], options: ReadOptions
) -> Case | RefusedRow:
    """The case of one row, or all of its faults."""
    row, values, faults = draft.row, draft.values, draft.faults
    values |= {name: day_of(values[name]) for name in days if name in values}
    events = tuple(_history(row, plan, faults))
    if not faults:
        try:
            return _case(values, plan, events)
        except InvalidFactError as error:
            faults += [_placed(fault, row, plan.source) for fault in error.faults]
    told = told_faults(faults, options)
    return RefusedRow(row.number, row.line, values.get("case_no", ""), told)


def _case(values: Mapping[str, Any], plan: Plan, events: tuple[Event, ...]) -> Case:
    """The case of a row whose values are read."""
    facts = {_CASE_FACTS[name]: values[name] for name in values if name in _CASE_FACTS}
    agent = {_AGENT_FACTS[name]: values[name] for name in values if name in _AGENT_FACTS}
    return Case(
        case_no=values["case_no"],
        history=History((*_flat_events(values, plan.events), *events)),
        agent=Agent(**agent) if agent else None,
        **facts,
    )


def _values(row: Row, plan: Plan) -> tuple[dict[str, Any], list[Fault]]:
    """The values by field, and what cannot be read."""
    values: dict[str, Any] = {}
    faults = list(row.faults)
    if faults and not row.values:
        return values, faults
    for name, column, read in plan.columns:
        if column in row.values:
            found = row.values[column]
            try:
                values[name] = read(found)
            except RefusedError as refused:
                fault = row.fault(refused.code, refused.facts, column)
                # One cell may feed two fields, and a number may be none before it is looked at.
                known = fault in faults or isinstance(found, NoNumber)
                faults += [] if known else [fault]
    if plan.source[CASE_NO.name] not in row.values:
        faults.append(row.fault("record.no_case_no", (), plan.source[CASE_NO.name]))
    _check_parts(row, plan, faults)
    return values, faults


def _check_parts(row: Row, plan: Plan, faults: list[Fault]) -> None:
    """Details that are recorded without their date, and dates without their detail."""
    for event in plan.detailed:
        day = event.at.name
        parts = (one.name for one in (event.at, *event.details))
        present = [name for name in parts if plan.source.get(name) in row.values]
        if present and day not in present:
            faults.append(_lacking(row, plan.source, present[0], day))
        if present == [day] and event.kind in NEEDED:
            faults.append(_lacking(row, plan.source, day, event.details[0].name))


def _lacking(row: Row, source: Mapping[str, str], found: str, wanted: str) -> Fault:
    facts = (("found", NAMES[found].chinese), ("wanted", NAMES[wanted].chinese))
    return row.fault("record.parts", facts, source[found])


def _flat_events(values: Mapping[str, Any], events: Iterable[EventColumns]) -> Iterator[Event]:
    """The events of a flat record."""
    for event in events:
        at = values.get(event.at.name)
        if at is None:
            continue
        details = {one: values[one.name] for one in event.details if one.name in values}
        if event.kind is EventKind.evaluate:
            for one, grade in details.items():
                yield Event(event.kind, at, grade=grade, target=one.target)
        else:
            yield Event(event.kind, at, **{one.fact: details[one] for one in details})


def _history(row: Row, plan: Plan, faults: list[Fault]) -> Iterator[Event]:
    """The events of a record that carries its history."""
    found = row.values.get(EVENTS, [])
    if not isinstance(found, list):
        faults.append(row.fault("value.not_list", (("found", shown(found)),), EVENTS))
        return
    for index, item in enumerate(found):
        if len(faults) >= MOST_FAULTS:  # nobody reads more, and to find them takes long
            return
        here = evolve(row, path=".".join(filter(None, (row.path, f"{EVENTS}[{index}]"))))
        if isinstance(item, dict):
            yield from _event(here, item, plan, faults)
        else:
            faults.append(here.fault("json.not_object", (("found", shown(item)),)))


def _event(
    row: Row, item: Mapping[str, object], plan: Plan, faults: list[Fault]
) -> Iterator[Event]:
    """One event, or its faults."""
    before = len(faults)
    values: dict[str, Any] = {}
    for name, found in item.items():
        field = plan.layout.keys.get(name)
        if field is None:
            refused = unknown_name("key.unknown", name, plan.layout.keys)
            faults.append(row.fault(refused.code, refused.facts, name))
        elif field.name in values:
            same = (("found", name), ("other", field.name))
            faults.append(row.fault("columns.same_field", same, name))
        elif found is not None:
            try:
                values[field.name] = plan.keys[name](found)
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
    """A contradiction at the column of the event or fact that it names, there or not."""
    name = _PLACES.get(fault.path, fault.path)
    column = source.get(name, name)
    stands = column in row.values or name in _CASE_FACTS
    return row.fault(fault.code, fault.facts, column if stands else EVENTS)
