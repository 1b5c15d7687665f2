"""Rows of a file of records (记录行): CSV, JSON and JSON Lines alike as names and values."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.codec.json_text import read_json
from xinfang_core.codec.source import Again
from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from xinfang_core.decision import Facts

    Item = tuple[int, str, object, Iterable[Fault]]
    """A parsed record: its line or path, and what is wrong with its form."""

    Cells = tuple[int, Sequence[str]]
    """A row of a table, with the line it starts on."""

_WRONG_DELIMITERS = {"\t": "Tab", ";": ";", "，": "，", "|": "|"}
_MOST_TITLES = 20
"""Rows above a header, in which it is looked for."""

_DATA = re.compile(r"\d{6}|\d{4}[-/.年]\d|^\s*(\d+|是|否|男|女)\s*$")
"""What no column is called: a long number, a day, an answer."""

_DEEPEST = 2
"""Dots between the keys above a list of records, where it is looked for."""


@frozen
class Row:
    """One record as written.

    Attributes:
        values: the value by column or key; an empty cell and null are left out.
        file: the file's name.
        number: which record of the file it is, counted from 1; empty rows are none.
        line: the line it starts on; 0 where not known.
        columns: position of each column counted from 1; empty for JSON.
        path: the way to the record inside a JSON document.
        faults: what is wrong with its form.

    """

    values: Mapping[str, object]
    file: str
    number: int
    line: int = 0
    columns: Mapping[str, int] = field(factory=dict)
    path: str = ""
    faults: tuple[Fault, ...] = ()

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
        rows: the records, read anew each time; a table whose quotes do not match raises at the
            place where that shows.
        line: the line of the header; 0 where there is none.
        faults: what is wrong with the document itself, so that records may be missing.
        places: position of each column counted from 1; empty for JSON.
        about: how many records there are, as far as that is known before they are read.

    """

    file: str
    names: tuple[str, ...]
    rows: Iterable[Row]
    line: int
    faults: tuple[Fault, ...] = ()
    places: Mapping[str, int] = field(factory=dict)
    about: int = 0


def csv_rows(
    lines: Iterable[str], file: str, known: Callable[[str], bool], header_row: int = 0
) -> Listing:
    """The rows of a comma-separated table.

    Args:
        lines: the table, as often as it is asked for.
        file: named in faults.
        known: whether a name is that of a column that is read.
        header_row: the line of the header; 0: the first that is not empty.

    Raises:
        RecordError: a header by which no row can be read.

    """
    table = Again(lambda: _table(lines, file))
    found = header_in(table, file, known, header_row)
    if found is None:
        return Listing(file, (), (), 1)
    start, (top, cells) = found
    header = _header(cells, file, top)
    columns = {name: index for index, name in enumerate(header, 1)}

    def listed() -> Iterator[Row]:
        for number, row in enumerate(islice(table, start + 1, None), 1):
            yield _row(*row, file, number, columns)

    return Listing(file, header, Again(listed), top, places=columns)


def _table(lines: Iterable[str], file: str) -> Iterator[Cells]:
    """The rows of a table that are not empty, each with the line it starts on.

    Raises:
        RecordError: its quotes do not match.

    """
    import csv

    # Only the ends of lines that editors know end a row; U+2028 and the like belong to a cell.
    reader = csv.reader(lines, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)) and not _is_for_excel(line, cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        most = (("most", csv.field_size_limit()),)
        code = "row.cell_too_long" if "field limit" in str(error) else "row.bad_quotes"
        raise RecordError(Fault(code, most, file, line)) from None


def _is_for_excel(line: int, cells: Sequence[str]) -> bool:
    """Whether this is the first line by which Excel is told what separates the columns."""
    return line == 1 and cells[0].lower().startswith("sep=") and not any(cells[1:])


def header_in(
    table: Iterable[Cells], file: str, known: Callable[[str], bool], header_row: int = 0
) -> tuple[int, Cells] | None:
    """The row of the header, and how many rows stand above it; None where no row holds anything.

    Args:
        table: the rows that are not empty.
        file: named in faults.
        known: whether a name is that of a column that is read.
        header_row: the line of the header; 0: the first that is not empty.

    Raises:
        RecordError: nothing stands on the line that was named, or a title or a record stands
            where the header should.

    """
    found = _start(table, file, header_row)
    if found and not any(known(cell.strip()) for cell in found[1][1]):
        _check_is_header(table, found[0], file, known)
    return found


def _start(table: Iterable[Cells], file: str, header_row: int) -> tuple[int, Cells] | None:
    """The header, and how many rows stand above it; None where the table has no row.

    Raises:
        RecordError: nothing stands on the line that was named.

    """
    for index, row in enumerate(table):
        if header_row in {0, row[0]}:
            return index, row
    if header_row:
        raise RecordError(Fault("header.no_such_row", (("line", header_row),), file))
    return None


def _check_is_header(
    table: Iterable[Cells], start: int, file: str, known: Callable[[str], bool]
) -> None:
    """Refuse a first row that is a title above the header, or already a record.

    Raises:
        RecordError: it is; what stands in it is not repeated.

    """
    (top, cells), *below = _first(table, start, start + 1 + _MOST_TITLES)
    for line, under in below:
        if any(known(cell.strip()) for cell in under):
            raise RecordError(Fault("header.title", (("line", line),), file, top))
    if any(_DATA.search(cell) for cell in cells):
        raise RecordError(Fault("header.none", (), file, top))


def _first(table: Iterable[Cells], start: int, end: int) -> list[Cells]:
    """Some rows of a table, as far as its quotes match."""
    found: list[Cells] = []
    with suppress(RecordError):
        found.extend(islice(table, start, end))
    return found


def _header(cells: Sequence[str], file: str, line: int) -> tuple[str, ...]:
    """The column names, without the empty ones at the end; each once, none empty."""
    names = [cell.strip() for cell in cells]
    while not names[-1]:
        names.pop()
    first: dict[str, int] = {}
    faults = []
    for position, name in enumerate(names, 1):
        if not name:
            faults.append(Fault("header.empty", (), file, line, position))
        elif name in first:
            facts = (("found", name), ("first", first[name]))
            faults.append(Fault("header.twice", facts, file, line, position, name))
        first.setdefault(name, position)
    marks = [shown for mark, shown in _WRONG_DELIMITERS.items() if mark in names[0]]
    if len(names) == 1 and marks:
        faults.append(Fault("header.delimiter", (("found", marks[0]),), file, line))
    if faults:
        raise RecordError(*faults)
    return tuple(names)


def _row(
    line: int, cells: Sequence[str], file: str, number: int, columns: Mapping[str, int]
) -> Row:
    """One row by the names of its columns; cells beyond them are none as long as they are empty."""
    width = len(columns)
    if len(cells) < width or any(map(str.strip, cells[width:])):
        facts = (("found", len(cells)), ("wanted", width))
        wrong = Fault("row.other_length", facts, file, line)
        return Row({}, file, number, line, columns, faults=(wrong,))
    named = zip(columns, cells, strict=False)
    values = {name: cell for name, cell in named if cell.strip()}
    return Row(values, file, number, line, columns)


def json_rows(text: str, file: str, at: str = "") -> Listing:
    """The records of a JSON document: a list, or an object with a list under ``cases``.

    Args:
        text: the document.
        file: named in faults.
        at: the keys to another list, with dots between them.

    Raises:
        RecordError: not JSON, or no list of records.

    """
    found, faults = read_json(text, file)
    prefix = at or ("cases" if isinstance(found, dict) else "")
    records = _below(found, prefix)
    if not isinstance(records, list):
        raise RecordError(*faults, _no_list(found, file, at))
    beginning = re.compile(rf"{re.escape(prefix)}\[([0-9]+)\]")
    slips: dict[int, list[Fault]] = {}
    for fault in faults:
        record = beginning.match(fault.path)
        slips.setdefault(int(record[1]) if record else -1, []).append(fault)
    items = [
        (0, f"{prefix}[{index}]", item, slips.get(index, ())) for index, item in enumerate(records)
    ]
    return _listing(items, slips.get(-1, ()), file, len(items))


def _below(found: object, path: str) -> object:
    """What stands under some keys; None where nothing does."""
    for key in path.split(".") if path else ():
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _no_list(found: object, file: str, at: str) -> Fault:
    """The fault of a document without its list of records; a list elsewhere is named."""
    other = next(_lists(found, ""), None)
    facts = (("at", at or "cases"),)
    if other is None:
        return Fault("json.no_list", facts, file)
    return Fault("json.no_list_near", (*facts, ("nearest", other)), file)


def _lists(found: object, path: str) -> Iterator[str]:
    """The keys under which lists of records stand, the nearest first."""
    if isinstance(found, dict) and path.count(".") < _DEEPEST:
        below = [(f"{path}.{key}" if path else key, item) for key, item in found.items()]
        yield from (one for one, item in below if _is_list(item))
        for one, item in below:
            yield from _lists(item, one)


def _is_list(found: object) -> bool:
    return isinstance(found, list) and bool(found) and isinstance(found[0], dict)


def json_lines(lines: Iterable[str], file: str) -> Listing:
    """The records of a JSON Lines file: one object a line, empty lines left out."""
    return _listing(Again(lambda: _items(lines, file)), (), file)


def _items(lines: Iterable[str], file: str) -> Iterator[Item]:
    """What stands on each line that is not empty."""
    for line, written in enumerate(lines, 1):
        if written.strip():
            try:
                item, wrong = read_json(written, file, line)
            except RecordError as error:
                yield line, "", {}, error.faults
            else:
                yield line, "", item, wrong


def _listing(items: Iterable[Item], faults: Iterable[Fault], file: str, about: int = 0) -> Listing:
    """Rows of parsed objects, each with its line or path; every key that one uses is a name."""
    names: dict[str, None] = {}
    for _, _, item, _ in items:
        if isinstance(item, dict):
            names |= dict.fromkeys(item)
    rows = Again(lambda: _json_rows(items, file))
    return Listing(file, tuple(names), rows, 0, tuple(faults), about=about)


def _json_rows(items: Iterable[Item], file: str) -> Iterator[Row]:
    for number, (line, path, item, wrong) in enumerate(items, 1):
        if isinstance(item, dict):
            values = {key: value for key, value in item.items() if value is not None}
            yield Row(values, file, number, line, {}, path, tuple(wrong))
        else:
            facts = (("found", shown(item)),)
            one = Fault("json.not_object", facts, file, line, path=path)
            yield Row({}, file, number, line, {}, path, (*wrong, one))
