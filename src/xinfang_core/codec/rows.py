"""Rows of a file of records (记录行): CSV, JSON and JSON Lines alike as names and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.codec.json_text import read_json
from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


@frozen
class Listing:
    """The records of a file as written (记录清单).

    Attributes:
        file: the file's name.
        names: the columns; for JSON every key that a record uses.
        rows: the records that have the right form.
        line: the line of the header; 0 where there is none.
        faults: what is wrong with the form.

    """

    file: str
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int
    faults: tuple[Fault, ...]


def csv_rows(text: str, file: str) -> Listing:
    """The rows of a comma-separated table.

    Raises:
        RecordError: a header by which no row can be read.

    """
    import csv
    from io import StringIO

    # Only the ends of lines that editors know end a row; U+2028 and the like belong to a cell.
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    faults: list[Fault] = []
    rows: list[Row] = []
    header: tuple[str, ...] = ()
    line = top = 1
    try:
        for cells in reader:
            if not header:
                top, header = line, _header(cells, file, line)
                columns = {name: index for index, name in enumerate(header, 1)}
            elif len(cells) == len(header):
                named = zip(header, cells, strict=True)
                values = {name: cell for name, cell in named if cell.strip()}
                rows.append(Row(values, file, line, columns))
            elif cells:
                facts = (("found", len(cells)), ("wanted", len(header)))
                faults.append(Fault("row.other_length", facts, file, line))
            line = reader.line_num + 1
    except csv.Error as error:
        most = (("most", csv.field_size_limit()),)
        code = "row.cell_too_long" if "field limit" in str(error) else "row.bad_quotes"
        faults.append(Fault(code, most, file, line))
    kept = tuple(row for row in rows if row.values)
    return Listing(file, header, kept, top, tuple(faults))


def _header(cells: list[str], file: str, line: int) -> tuple[str, ...]:
    """The column names; each once, none empty."""
    names = tuple(cell.strip() for cell in cells)
    first: dict[str, int] = {}
    faults = []
    for position, name in enumerate(names, 1):
        if not name:
            faults.append(Fault("header.empty", (), file, line, position))
        elif name in first:
            facts = (("found", name), ("first", first[name]))
            faults.append(Fault("header.twice", facts, file, line, position, name))
        first.setdefault(name, position)
    if len(names) == 1 and any(mark in names[0] for mark in _WRONG_DELIMITERS):
        faults.append(Fault("header.delimiter", (("found", names[0]),), file, line))
    if faults:
        raise RecordError(*faults)
    return names


def json_rows(text: str, file: str) -> Listing:
    """The records of a JSON document: a list, or an object with a list under ``cases``.

    Raises:
        RecordError: not JSON, or no list of records.

    """
    found, faults = read_json(text, file)
    records = found.get("cases") if isinstance(found, dict) else found
    if not isinstance(records, list):
        raise RecordError(*faults, Fault("json.no_list", (), file))
    prefix = "cases" if isinstance(found, dict) else ""
    items = ((0, f"{prefix}[{index}]", item) for index, item in enumerate(records))
    return _listing(items, faults, file)


def json_lines(text: str, file: str) -> Listing:
    """The records of a JSON Lines file: one object a line, empty lines left out."""
    faults: list[Fault] = []
    found: list[tuple[int, str, object]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                item, wrong = read_json(line, file, number)
            except RecordError as error:
                faults += error.faults
            else:
                found.append((number, "", item))
                faults += wrong
    return _listing(found, faults, file)


def _listing(
    items: Iterable[tuple[int, str, object]], faults: Iterable[Fault], file: str
) -> Listing:
    """Rows of parsed objects, each with its line or path."""
    rows: list[Row] = []
    wrong = list(faults)
    names: dict[str, None] = {}
    for line, path, item in items:
        if isinstance(item, dict):
            names |= dict.fromkeys(item)
            values = {key: value for key, value in item.items() if value is not None}
            rows.append(Row(values, file, line, {}, path))
        else:
            facts = (("found", shown(item)),)
            wrong.append(Fault("json.not_object", facts, file, line, path=path))
    return Listing(file, tuple(names), tuple(rows), 0, tuple(wrong))
