"""Records to cases (记录读入): flat ones become events, histories stay what they are."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.case.event import NEEDED
from xinfang_core.case.moments import day_of
from xinfang_core.codec.columns import EVENTS, Matched, is_known, match_columns
from xinfang_core.codec.fields import AGENT, CASE_NO, FACTS, FLAT_EVENTS, NAMES, layout_under
from xinfang_core.codec.files import read_file
from xinfang_core.codec.footers import is_footer
from xinfang_core.codec.json_text import NoNumber
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.rows import Listing, csv_rows, json_lines, json_rows
from xinfang_core.codec.showing import without_values
from xinfang_core.errors import Fault, InvalidFactError, MisuseError, RecordError
from xinfang_core.refusals import RefusedError, shown, unknown_name
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from xinfang_core.codec.fields import EventColumns, Layout
    from xinfang_core.codec.rows import Row

_PLACES = {
    **{one.fact: one.name for event in FLAT_EVENTS for one in event.details},
    **{event.kind.name: event.at.name for event in FLAT_EVENTS},
}
"""The columns of what a contradiction names: an event by its kind, or a detail."""

_CASE_FACTS = {one.name: one.fact for one in FACTS}
_AGENT_FACTS = {one.name: one.fact for one in AGENT}
_JSON_LINES = (".jsonl", ".ndjson")
_AS_IT_IS = ReadOptions()
_MOST_REPEATED = 20


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


@frozen
class Records:
    """The cases of a file.

    Attributes:
        cases: in the order of the file.
        unused: columns that feed no field.
        refused: the rows that were set aside, in the order of the file.
        notes: what was read otherwise than it is written; no fault, but to be told.
        numbers: which record of the file each case is, counted from 1.

    """

    cases: tuple[Case, ...]
    unused: tuple[str, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    notes: tuple[Fault, ...] = ()
    numbers: tuple[int, ...] = ()

    def in_order(self) -> Iterator[Case | RefusedRow]:
        """Cases and refused rows as they follow one another in the file."""
        numbered: dict[int, Case | RefusedRow] = dict(zip(self.numbers, self.cases, strict=True))
        numbered |= {row.number: row for row in self.refused}
        return (numbered[number] for number in sorted(numbered))


def read_records(
    path: str | PathLike[str],
    columns: Mapping[str, str] | None = None,
    options: ReadOptions = _AS_IT_IS,
) -> Records:
    """The cases of a CSV, JSON (``.json``) or JSON Lines (``.jsonl``) file.

    Args:
        path: the file; UTF-8 with or without a mark, or GB18030.
        columns: the host's column map, our field to the host's column; one column may feed
            two fields.
        options: what else is to be said about the file.

    Raises:
        RecordError: every fault of the file, each with its line or path and column; with
            ``skip_bad`` only those that concern more than one row.
        MisuseError: an option that is not for such a file.

    """
    place = Path(path)
    suffix = place.suffix.lower()
    if options.records_at and suffix != ".json":
        raise MisuseError(Fault("options.only_json", (("option", "--records-at"),), place.name))
    is_json = suffix in {".json", *_JSON_LINES}
    if options.header_row and is_json:
        raise MisuseError(Fault("options.only_table", (("option", "--header-row"),), place.name))
    text = read_file(place, by_line=suffix != ".json")
    chosen = columns or {}
    if suffix == ".json":
        listing = json_rows(text, place.name, options.records_at)
    elif is_json:
        listing = json_lines(text, place.name)
    else:
        names = layout_under(options.declared).names
        known = partial(is_known, chosen=chosen, names=names)
        listing = csv_rows(text, place.name, known, options.header_row)
    return cases_of(listing, chosen, options)


def cases_of(
    listing: Listing, columns: Mapping[str, str], options: ReadOptions = _AS_IT_IS
) -> Records:
    """The cases of a file.

    Raises:
        RecordError: every fault of the file, in the order of its lines.

    """
    layout = layout_under(options.declared)
    try:
        readable = listing.names or not all(row.faults for row in listing.rows)
        matched = (
            match_columns(listing, columns, options, layout.names) if readable else Matched({})
        )
    except RecordError as error:
        form = (fault for row in listing.rows for fault in row.faults)
        more = _told(_sorted((*listing.faults, *form)), options)
        raise RecordError(*error.faults, *more) from None
    plan = _plan(matched.source, options, layout, table=bool(listing.line))
    footers, rows = _apart(listing.rows, plan, options)
    drafts = tuple(_Draft(row, *_values(row, plan)) for row in rows)
    days = _whole_days(drafts, plan)
    read = [_case_or_refused(draft, plan, days, options) for draft in drafts]
    cases = tuple(one for one in read if isinstance(one, Case))
    refused = tuple(one for one in read if isinstance(one, RefusedRow))
    if listing.faults or (refused and not options.skip_bad):
        every = (*listing.faults, *(fault for row in refused for fault in row.faults))
        raise RecordError(*_sorted(every))
    taken = [draft.row for draft, one in zip(drafts, read, strict=True) if isinstance(one, Case)]
    told = (*_left_out(footers), *_read_as_days(days, plan, listing.file), *_repeated(cases, taken))
    return Records(
        cases, matched.unused, refused, (*matched.notes, *told), tuple(row.number for row in taken)
    )


def case_of(row: Row, options: ReadOptions = _AS_IT_IS) -> Case:
    """The case of one record that stands for itself: its instants are taken as they are.

    Raises:
        RecordError: every fault of the record.

    """
    names = layout_under(options.declared)
    listing = Listing(row.file, tuple(row.values), (row,), 0, ())
    matched = match_columns(listing, {}, options, names.names)
    plan = _plan(matched.source, options, names, table=False)
    read = _case_or_refused(_Draft(row, *_values(row, plan)), plan, (), options)
    if isinstance(read, RefusedRow):
        raise RecordError(*read.faults)
    return read


def _told(faults: Iterable[Fault], options: ReadOptions) -> tuple[Fault, ...]:
    """The faults as they may be told."""
    return tuple(faults if options.show_values else map(without_values, faults))


def _sorted(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.line, fault.column))


@frozen
class _Plan:
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


def _plan(source: Mapping[str, str], options: ReadOptions, layout: Layout, *, table: bool) -> _Plan:
    order, names = options.date_order, layout.names
    reads = (
        (name, column, names[name].reads(order, cell=table)) for name, column in source.items()
    )
    return _Plan(
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
class _Draft:
    """A row whose values are read, one by one.

    Attributes:
        row: as written.
        values: by field.
        faults: what cannot be read.

    """

    row: Row
    values: dict[str, Any]
    faults: list[Fault]


def _apart(rows: Iterable[Row], plan: _Plan, options: ReadOptions) -> tuple[list[Row], list[Row]]:
    """The rows that are left out because they are no records, and the others."""
    footers: list[Row] = []
    others: list[Row] = []
    for row in rows:
        number = plan.source.get(CASE_NO.name, "")
        if not (row.columns and row.values and is_footer(row, number, plan.fed)):
            others.append(row)
        elif options.leave_out_totals:
            footers.append(row)
        else:
            wrong = row.fault("row.footer", ())
            others.append(evolve(row, values={}, faults=(wrong,)))
    return footers, others


def _left_out(rows: Sequence[Row]) -> Iterator[Fault]:
    """That rows were left out because they are no records."""
    if rows:
        lines = tuple(row.line for row in rows)
        yield Fault("record.left_out", (("lines", lines),), rows[0].file)


def _whole_days(drafts: Sequence[_Draft], plan: _Plan) -> tuple[str, ...]:
    """The fields whose instants are all midnight: days that a program wrote with a time."""
    found = []
    for event in plan.events:
        name = event.at.name
        ats = (draft.values[name] for draft in drafts if name in draft.values)
        if all(map(_is_midnight, ats)) and any(
            isinstance(draft.values.get(name), datetime) for draft in drafts
        ):
            found.append(name)
    return tuple(found)


def _is_midnight(at: date) -> bool:
    return not isinstance(at, datetime) or at.time() == time.min


def _read_as_days(days: Iterable[str], plan: _Plan, file: str) -> Iterator[Fault]:
    """That columns were read as days although they have times."""
    columns = tuple(dict.fromkeys(plan.source[name] for name in days))
    if columns:
        yield Fault("columns.days", (("columns", columns),), file)


def _repeated(cases: Iterable[Case], rows: Iterable[Row]) -> Iterator[Fault]:
    """The case numbers that stand more than once, each with its rows."""
    by_number: dict[str, list[Row]] = {}
    for case, row in zip(cases, rows, strict=True):
        by_number.setdefault(case.case_no, []).append(row)
    again = {number: same for number, same in by_number.items() if len(same) > 1}
    for number, same in islice(again.items(), _MOST_REPEATED):
        lines = tuple(row.line for row in same if row.line)
        where = ("rows", lines or tuple(row.number for row in same))
        code = "record.repeated" if lines else "record.repeated_in_list"
        yield Fault(code, (("case_no", number), where), same[0].file)
    if len(again) > _MOST_REPEATED:
        more = (("count", len(again) - _MOST_REPEATED),)
        yield Fault("record.more_repeated", more, next(iter(again.values()))[0].file)


def _case_or_refused(
    draft: _Draft, plan: _Plan, days: Iterable[str], options: ReadOptions
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
    told = _told(faults, options)
    return RefusedRow(row.number, row.line, values.get("case_no", ""), told)


def _case(values: Mapping[str, Any], plan: _Plan, events: tuple[Event, ...]) -> Case:
    """The case of a row whose values are read."""
    facts = {_CASE_FACTS[name]: values[name] for name in values if name in _CASE_FACTS}
    agent = {_AGENT_FACTS[name]: values[name] for name in values if name in _AGENT_FACTS}
    return Case(
        case_no=values["case_no"],
        history=History((*_flat_events(values, plan.events), *events)),
        agent=Agent(**agent) if agent else None,
        **facts,
    )


def _values(row: Row, plan: _Plan) -> tuple[dict[str, Any], list[Fault]]:
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


def _check_parts(row: Row, plan: _Plan, faults: list[Fault]) -> None:
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


def _history(row: Row, plan: _Plan, faults: list[Fault]) -> Iterator[Event]:
    """The events of a record that carries its history."""
    found = row.values.get(EVENTS, [])
    if not isinstance(found, list):
        faults.append(row.fault("value.not_list", (("found", shown(found)),), EVENTS))
        return
    for index, item in enumerate(found):
        here = evolve(row, path=".".join(filter(None, (row.path, f"{EVENTS}[{index}]"))))
        if isinstance(item, dict):
            yield from _event(here, item, plan, faults)
        else:
            faults.append(here.fault("json.not_object", (("found", shown(item)),)))


def _event(
    row: Row, item: Mapping[str, object], plan: _Plan, faults: list[Fault]
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
