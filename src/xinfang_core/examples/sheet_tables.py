"""Examples from a workbook (Excel 算例): each sheet with a column of ids is a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, frozen

from xinfang_core.codec.fields import NAMES
from xinfang_core.codec.rows import Listing, Row
from xinfang_core.errors import Fault, RecordError, cell_name
from xinfang_core.examples.columns import FIXED, machine_name
from xinfang_core.examples.tables import check_spelling, labelled
from xinfang_core.workbook.cells import sheet_place
from xinfang_core.workbook.keeping import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.workbook.cells import Book, Sheet, SheetRow

_WRONG = {
    "long": "workbook.cut_number",
    "error": "workbook.error_value",
    "lost": "workbook.no_result",
    "clock": "workbook.became_date",
}
"""What is wrong with a cell of these sorts wherever it stands."""

_DAYS = frozenset({"as_of", "known_on", "note", "source", "clause"})
"""The columns of every table in which a date may stand."""


class SheetTables(NamedTuple):
    """What a workbook holds of examples (工作簿中的算例).

    Attributes:
        listings: by the name of each sheet with examples its table.
        notes: what was read otherwise than it is shown.

    """

    listings: Mapping[str, Listing]
    notes: tuple[Fault, ...]


def sheet_tables(book: Book, file: str) -> SheetTables:
    """The tables of examples of a workbook; hidden sheets are none.

    Args:
        book: the workbook.
        file: how faults name it.

    Raises:
        RecordError: no sheet has a column of ids, or every fault of those that have.

    """
    sheets = [one for one in book.sheets if not one.hidden and _has_ids(one)]
    if not sheets:
        raise RecordError(Fault("example.no_sheet", (), file))
    listings: dict[str, Listing] = {}
    faults: list[Fault] = []
    for one in sheets:
        try:
            listings[one.name] = _Table(evolve(one, file=file)).listing()
        except RecordError as error:
            faults += error.faults
    if faults:
        raise RecordError(*faults)
    notes = tuple(note for one in sheets for note in _notes(one, file))
    return SheetTables(listings, notes)


def _has_ids(sheet: Sheet) -> bool:
    """Whether the first row has a column of ids."""
    first = next(iter(sheet.rows), None)
    cells = first.cells if first else ()
    return any(machine_name(cell.text.strip(), NAMES) == "id" for cell in cells)


def _notes(sheet: Sheet, file: str) -> Iterator[Fault]:
    """What was read though nobody sees it, or sees a formula in its place."""
    place = sheet_place(file, sheet.name)
    rows = tuple(row.number for row in sheet.rows if row.hidden)
    if rows:
        yield Fault("workbook.hidden_rows", (("lines", rows),), place)
    if sheet.hidden_columns:
        columns = tuple(cell_name(1, one).rstrip("1") for one in sheet.hidden_columns)
        yield Fault("workbook.hidden_columns", (("columns", columns),), place)


@frozen
class _Table:
    """A sheet of examples.

    Attributes:
        sheet: as it was saved.

    """

    sheet: Sheet

    def listing(self) -> Listing:
        """Its columns and rows.

        Raises:
            RecordError: every fault of its header.

        """
        header, *rows = self.sheet.rows
        place = sheet_place(self.sheet.file, self.sheet.name)
        places = self._places(header, rows)
        names = tuple(places)
        listing = Listing(place, names, (), header.number, places=places)
        check_spelling({cell.column: str(cell.value) for cell in header.cells}, listing)
        by_column = {column: name for name, column in places.items()}
        read = tuple(
            self._row(row, place, number, by_column, places) for number, row in enumerate(rows)
        )
        return labelled(evolve(listing, rows=read))

    def _places(self, header: SheetRow, rows: list[SheetRow]) -> dict[str, int]:
        """The columns by their names."""
        named = {cell.column: cell.text.strip() for cell in header.cells}
        filled = sorted({cell.column for row in rows for cell in row.cells} | named.keys())
        places: dict[str, int] = {}
        faults: list[Fault] = []
        for column in filled:
            name = named.get(column, "")
            if not name:
                faults.append(self.sheet.fault("header.empty", (), header.number, column))
            elif name in places:
                facts = (("found", name), ("first", cell_name(header.number, places[name])))
                at = (header.number, column, name)
                faults.append(self.sheet.fault("workbook.header_twice", facts, *at))
            places.setdefault(name, column)
        if faults:
            raise RecordError(*faults)
        return places

    def _row(
        self,
        row: SheetRow,
        place: str,
        number: int,
        names: Mapping[int, str],
        places: Mapping[str, int],
    ) -> Row:
        """One row, with what is wrong with its cells."""
        values = {names[cell.column]: cell.text for cell in row.cells if cell.text.strip()}
        base = Row(values, place, number, row.number, places)
        faults = [*self._wrong(base, row, names)] if number else []
        return evolve(base, faults=tuple(faults))

    def _wrong(self, base: Row, row: SheetRow, names: Mapping[int, str]) -> Iterator[Fault]:
        for cell in row.cells:
            name = names[cell.column]
            code = _WRONG.get(sort_of(cell))
            if code:
                yield base.fault(code, (("found", cell.text),), name)
            elif isinstance(cell.value, date) and not _may_be_day(name):
                yield base.fault("workbook.became_date", (), name)
        for column, name in names.items():
            merged = self.sheet.range_over(row.number, column)
            if merged:
                yield base.fault("workbook.merged", (("range", merged.address),), name)


def _may_be_day(name: str) -> bool:
    """Whether a date may stand in a column; of those that no day belongs in it tells a slip."""
    known = machine_name(name, NAMES)
    if known in FIXED:
        return known in _DAYS
    field = NAMES.get(known)
    if field is None:
        return True
    return field.fact == "at" or field.kind is date
