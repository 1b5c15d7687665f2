"""Rows of a file of records (记录行): CSV, JSON and JSON Lines alike as names and values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from attrs import field, frozen

from xinfang_core.errors import Fault, RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.decision import Facts

_WRONG_DELIMITERS = ("\t", ";", "，", "|")


@frozen
class Row:
    """One record as written.

    Attributes:
        values: the value by column or key; an empty cell and null are left out.
        file: the file's name.
        line: the line it starts on; 0 where not known.
        columns: position of each column counted from 1; empty for JSON.
        path: the way to the record inside a JSON document.

    """

    values: Mapping[str, object]
    file: str
    line: int = 0
    columns: Mapping[str, int] = field(factory=dict)
    path: str = ""

    def fault(self, code: str, facts: Facts, name: str = "") -> Fault:
        """A fault about the value under ``name``."""
        path = ".".join(part for part in (self.path, name) if part)
        return Fault(code, facts, self.file, self.line, self.columns.get(name, 0), path)


def csv_rows(text: str, file: str) -> tuple[tuple[str, ...], list[Row]]:
    """The header and the rows of a comma-separated table.

    Raises:
        RecordError: a header given twice or empty, rows of another length, bad quoting.

    """
    import csv

    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    faults: list[Fault] = []
    rows: list[Row] = []
    header: tuple[str, ...] = ()
    line = 1
    try:
        for cells in reader:
            if not header:
                header = _header(cells, file, line)
                columns = {name: index for index, name in enumerate(header, 1)}
            elif len(cells) == len(header):
                named = zip(header, cells, strict=True)
                values = {name: cell for name, cell in named if cell.strip()}
                rows.append(Row(values, file, line, columns))
            elif cells:
                facts = (("found", len(cells)), ("wanted", len(header)))
                faults.append(Fault("row.other_length", facts, file, line))
            line = reader.line_num + 1
    except csv.Error:
        faults.append(Fault("row.bad_quotes", (), file, line))
    if faults:
        raise RecordError(*faults)
    return header, [row for row in rows if row.values]


def _header(cells: list[str], file: str, line: int) -> tuple[str, ...]:
    """The column names; each once, none empty."""
    names = tuple(cell.strip() for cell in cells)
    faults = []
    for index, name in enumerate(names):
        if not name:
            faults.append(Fault("header.empty", (), file, line, index + 1))
        elif name in names[:index]:
            facts = (("found", name), ("first", names.index(name) + 1))
            faults.append(Fault("header.twice", facts, file, line, index + 1, name))
    if len(names) == 1 and any(mark in names[0] for mark in _WRONG_DELIMITERS):
        faults.append(Fault("header.delimiter", (("found", names[0]),), file, line))
    if faults:
        raise RecordError(*faults)
    return names


def json_rows(text: str, file: str) -> list[Row]:
    """The records of a JSON document: a list, or an object with a list under ``cases``."""
    found = _parsed(text, file, 0)
    records = found.get("cases") if isinstance(found, dict) else found
    if not isinstance(records, list):
        raise RecordError(Fault("json.no_list", (), file))
    prefix = "cases" if isinstance(found, dict) else ""
    return _json_rows([(0, f"{prefix}[{i}]", item) for i, item in enumerate(records)], file)


def json_lines(text: str, file: str) -> list[Row]:
    """The records of a JSON Lines file: one object a line, empty lines left out."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    faults: list[Fault] = []
    found: list[tuple[int, str, object]] = []
    for number, line in lines:
        try:
            found.append((number, "", _parsed(line, file, number)))
        except RecordError as error:
            faults += error.faults
    if faults:
        raise RecordError(*faults)
    return _json_rows(found, file)


def _json_rows(found: list[tuple[int, str, object]], file: str) -> list[Row]:
    """Rows of parsed objects, each with its line or path."""
    rows: list[Row] = []
    faults: list[Fault] = []
    for line, path, item in found:
        if isinstance(item, dict):
            values = {key: value for key, value in item.items() if value is not None}
            rows.append(Row(values, file, line, {}, path))
        else:
            facts = (("found", type(item).__name__),)
            faults.append(Fault("json.not_object", facts, file, line, path=path))
    if faults:
        raise RecordError(*faults)
    return rows


def _parsed(text: str, file: str, line: int) -> object:
    """One JSON value; a key given twice, a bad number or bad form is a located fault."""
    import json

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                raise RecordError(Fault("json.key_twice", (("found", key),), file, line))
        return dict(pairs)

    def refuse(text: str) -> NoReturn:
        raise RecordError(Fault("json.not_a_number", (("found", text),), file, line))

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=refuse)
    except json.JSONDecodeError as error:
        at = line or error.lineno
        raise RecordError(Fault("json.bad_form", (), file, at, error.colno)) from None
    except (RecursionError, ValueError):
        raise RecordError(Fault("json.out_of_bounds", (), file, line)) from None
