"""Tables that are filled in by hand (填写的表格): CSV and workbooks alike as rows.

Their cells may tell of people, so a fault names its place and what is wanted, never the cell.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core.codec.rows import Row, csv_rows
from xinfang_core.codec.source import Again
from xinfang_core.documents.letters.given import Place
from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import unknown_name
from xinfang_core.workbook.cells import sheet_place
from xinfang_core.workbook.keeping import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.workbook.cells import Book, Sheet, SheetRow

MOST_ROWS = 2_000
"""So many rows a table may have: there are fewer than a hundred fields, and few people."""

_WRONG = {
    "long": "workbook.cut_number",
    "lost": "workbook.no_result",
    "clock": "workbook.became_date",
}
"""What is wrong with a cell of these sorts."""


def rows_in_text(text: str, file: str, columns: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of a comma-separated table.

    Args:
        text: the table.
        file: named in faults.
        columns: what each column is called by programs, by every name that it may have.

    Raises:
        RecordError: a header by which no row can be read, a row of another length, too many rows.

    """
    lines = Again(lambda: StringIO(text, newline=""))
    listing = csv_rows(lines, file, columns.__contains__)
    place = Place(file, listing.line)
    _check_names(listing.places, columns, place)
    return _checked(listing.rows, columns, file)


def rows_in_book(book: Book, columns: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of the first sheet that is shown and has a column that is known.

    Raises:
        RecordError: there is none, or as ``rows_in_text``.

    """
    shown = (one for one in book.sheets if not one.hidden and one.rows)
    sheet = next((one for one in shown if _names(one.rows[0]) & columns.keys()), None)
    if sheet is None:
        raise RecordError(Fault("letter.no_sheet", (("known", tuple(columns)),), book.file))
    places: dict[str, int] = {}
    header = sheet.rows[0]
    for cell in header.cells:
        places.setdefault(cell.text.strip(), cell.column)
    _check_names(places, columns, Place(sheet_place(sheet.file, sheet.name), header.number))
    return _checked(_sheet_rows(sheet, places), columns, book.file)


def _names(row: SheetRow) -> set[str]:
    return {cell.text.strip() for cell in row.cells}


def _check_names(places: Mapping[str, int], columns: Mapping[str, str], header: Place) -> None:
    """Refuse columns that nobody reads, and two of one meaning.

    Raises:
        RecordError: there are such.

    """
    faults: list[Fault] = []
    first: dict[str, str] = {}
    for name, column in places.items():
        here, meant = header._replace(column=column), columns.get(name)
        if meant is None:
            faults.append(here.fault(*_unknown(name, columns)))
        elif meant in first:
            facts = (("found", name), ("other", first[meant]))
            faults.append(here.fault("columns.same_field", facts))
        first.setdefault(meant or name, name)
    if faults:
        raise RecordError(*faults)


def _unknown(name: str, columns: Mapping[str, str]) -> tuple[str, tuple[tuple[str, object], ...]]:
    """What is said of a column that nobody reads.

    Its name is repeated where it is a slip for one of ours alone: in a table without a header a
    person's name stands in its place.
    """
    refused = unknown_name("letter.unknown_column", name, columns)
    if not any(key == "nearest" for key, _ in refused.facts):
        refused = unknown_name("letter.unknown_column", "…", columns)
    return refused.code, refused.facts


def _sheet_rows(sheet: Sheet, places: Mapping[str, int]) -> Iterator[Row]:
    """The rows below the header, each with what is wrong with its cells."""
    names = {column: name for name, column in places.items() if name}
    file = sheet_place(sheet.file, sheet.name)
    for number, row in enumerate(sheet.rows[1:], 1):
        cells = [cell for cell in row.cells if cell.column in names and cell.text.strip()]
        values = {names[cell.column]: cell.text for cell in cells}
        base = Row(values, file, number, row.number, places)
        wrong = ((_WRONG.get(sort_of(cell)), names[cell.column]) for cell in cells)
        faults = [base.fault(code, (), name) for code, name in wrong if code]
        faults += [
            base.fault("workbook.error_value", (("found", cell.text),), names[cell.column])
            for cell in cells
            if cell.error
        ]
        if values:
            yield evolve(base, faults=tuple(faults))


def _checked(rows: Iterable[Row], columns: Mapping[str, str], file: str) -> tuple[Row, ...]:
    """The rows by what programs call their columns.

    Raises:
        RecordError: every fault of the rows, or too many of them.

    """
    kept: list[Row] = []
    faults: list[Fault] = []
    for row in rows:
        if len(kept) == MOST_ROWS:
            raise RecordError(Fault("letter.too_many_rows", (("most", MOST_ROWS),), file, row.line))
        faults += row.faults
        values = {columns[name]: value for name, value in row.values.items()}
        places = {columns[name]: at for name, at in row.columns.items() if name in columns}
        kept.append(evolve(row, values=values, columns=places))
    if faults:
        raise RecordError(*faults)
    return tuple(kept)
