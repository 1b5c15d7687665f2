"""A register in a workbook (Excel 台账), read row by row as one in CSV is.

What Excel makes of a cell without being asked (a date of a code, a number of a date) and what it
shows otherwise than it stores (merged and hidden cells, results of formulas) is told with the
sheet and the cell.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, frozen

from xinfang_core.codec.columns import is_known, match_columns
from xinfang_core.codec.fields import CASE_NO, layout_under
from xinfang_core.codec.records import register_of
from xinfang_core.codec.rows import Listing, Row, header_in
from xinfang_core.codec.source import Again
from xinfang_core.errors import Fault, MisuseError, RecordError, cell_name
from xinfang_core.refusals import unknown_name
from xinfang_core.workbook.formats import dated
from xinfang_core.workbook.keeping import kept_sheet
from xinfang_core.workbook.opening import opened_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from xinfang_core.codec import ReadOptions, Register
    from xinfang_core.codec.fields import Field
    from xinfang_core.decision import Facts
    from xinfang_core.workbook.cells import Range
    from xinfang_core.workbook.keeping import Kept, KeptRow, KeptSheet
    from xinfang_core.workbook.opening import Opened
    from xinfang_core.workbook.parts import Tab

_BREAK = re.compile(r"\s*[\r\n]+\s*")
_SERIAL = re.compile(r"[1-9][0-9]{4}(\.[0-9]+)?")
_AT = "at"


@frozen
class InSheet:
    """A register, and where in the workbook it stands.

    Attributes:
        register: its cases.
        opened: the workbook.
        tab: the sheet.
        header_row: the row with the names of the columns.
        places: those names, each with its column.
        width: the last column that holds something or belongs to merged cells.
        last_row: the last row that holds something.

    """

    register: Register
    opened: Opened
    tab: Tab
    header_row: int
    places: Mapping[str, int]
    width: int
    last_row: int


@contextmanager
def open_in_sheet(
    path: Path, sheet: str, columns: Mapping[str, str], options: ReadOptions
) -> Iterator[InSheet]:
    """The register of a workbook, for as long as the context lasts.

    Args:
        path: the workbook.
        sheet: the name of the sheet; empty: the one that shows anything.
        columns: the host's column map, as for ``open_register``.
        options: what else is to be said about the file.

    Raises:
        RecordError: no workbook, no such sheet, several to choose from, or every fault of the
            register, each with its cell.
        MisuseError: an option that is not for a workbook.

    """
    if options.records_at:
        raise MisuseError(Fault("options.only_json", (("option", "--records-at"),), path.name))
    with opened_workbook(path) as opened:
        tab, notes = _chosen(opened, sheet)
        with kept_sheet(opened, tab) as kept:
            listing, told = _listing(kept, columns, options)
            register = register_of(listing, columns, options)
            register = evolve(register, notes=(*notes, *told, *register.notes))
            width = max((kept.width, *(one.right for one in kept.merged)))
            yield InSheet(register, opened, tab, listing.line, listing.places, width, kept.last_row)


def _chosen(opened: Opened, name: str) -> tuple[Tab, tuple[Fault, ...]]:
    """The sheet of a name, or the one that shows anything; and what is to be told of it."""
    tabs = opened.shared.tabs
    if name:
        wanted = name.strip().casefold()
        found = [tab for tab in tabs if tab.name.strip().casefold() == wanted]
        if not found:
            refused = unknown_name("workbook.no_sheet", name, (tab.name for tab in tabs))
            raise RecordError(Fault(refused.code, refused.facts, opened.file, path="--sheet"))
        return found[0], ()
    filled = [tab for tab in tabs if next(opened.grid(tab)[1], None)]
    shown = [tab for tab in filled if not tab.hidden]
    if not shown:
        raise RecordError(Fault("file.empty", (), opened.file))
    if len(shown) > 1:
        facts = (("found", tuple(tab.name for tab in shown)),)
        raise RecordError(Fault("workbook.which_sheet", facts, opened.file, path="--sheet"))
    hidden = tuple(tab.name for tab in filled if tab.hidden)
    notes = (Fault("workbook.hidden_sheets", (("found", hidden),), opened.file),) if hidden else ()
    return shown[0], notes


def _listing(
    kept: KeptSheet, columns: Mapping[str, str], options: ReadOptions
) -> tuple[Listing, tuple[Fault, ...]]:
    """The records of a sheet, and what was read otherwise than it is shown.

    Raises:
        RecordError: nothing at all, or a header by which no row can be read.

    """
    names = layout_under(options.declared).names
    known = partial(is_known, chosen=columns, names=names)
    table = Again(lambda: ((row.number, _line(row)) for row in kept))
    found = header_in(table, kept.place, known, options.header_row)
    if found is None:
        raise RecordError(Fault("workbook.empty_sheet", (), kept.place))
    start, (top, _) = found
    places = _header(kept, start)
    listing = Listing(kept.place, tuple(places), (), top, places=places)
    reading = _Reading(kept, start, top, places, _fields(listing, columns, options, names))
    return evolve(listing, rows=Again(reading.rows)), tuple(reading.notes())


def _line(row: KeptRow) -> list[str]:
    """A row as one of a table, with an empty cell where nothing stands."""
    texts = {cell.column: _BREAK.sub("", cell.text) for cell in row.cells}
    return [texts.get(column, "") for column in range(1, max(texts) + 1)]


def _header(kept: KeptSheet, start: int) -> dict[str, int]:
    """The columns by their names; one without a name may stand only where nothing is below it.

    Raises:
        RecordError: a column without a name, or two of one name.

    """
    rows = iter(kept)
    for _ in range(start):
        next(rows)
    header = next(rows)
    named = {cell.column: _BREAK.sub("", cell.text).strip() for cell in header.cells}
    filled = sorted({cell.column for row in rows for cell in row.cells} | {*named})
    places: dict[str, int] = {}
    faults = []
    for column in filled:
        name = named.get(column, "")
        place = (kept.place, header.number, column)
        if not name:
            faults.append(Fault("header.empty", (), *place))
        elif name in places:
            facts = (("found", name), ("first", cell_name(header.number, places[name])))
            faults.append(Fault("workbook.header_twice", facts, *place, name))
        places.setdefault(name, column)
    if faults:
        raise RecordError(*faults)
    return places


def _fields(
    listing: Listing,
    columns: Mapping[str, str],
    options: ReadOptions,
    names: Mapping[str, Field],
) -> dict[str, tuple[Field, ...]]:
    """What each column feeds; nothing where that cannot be told: it is refused soon enough."""
    fed: dict[str, tuple[Field, ...]] = {}
    try:
        source = match_columns(listing, columns, options, names).source
    except RecordError:
        return fed
    for name, column in source.items():
        fed[column] = (*fed.get(column, ()), names[name])
    return fed


@frozen
class _Reading:
    """How the rows of a sheet become records.

    Attributes:
        kept: the sheet.
        start: how many rows stand above the header.
        top: the row of the header.
        places: the columns by their names.
        fields: what each column feeds that is read.

    """

    kept: KeptSheet
    start: int
    top: int
    places: Mapping[str, int]
    fields: Mapping[str, tuple[Field, ...]]

    def rows(self) -> Iterator[Row]:
        """The records."""
        names = {column: name for name, column in self.places.items()}
        below = _Below(self.kept.merged)
        rows = (row for index, row in enumerate(self.kept) if index > self.start)
        for number, row in enumerate(rows, 1):
            cells = {names[cell.column]: cell for cell in row.cells}
            values: dict[str, object] = {}
            base = Row({}, self.kept.place, number, row.number, self.places)
            faults = list(self._merged(base, below.at(row.number)))
            for name, cell in cells.items():
                wrong = self._wrong(cell, name)
                if wrong:
                    faults.append(base.fault(*wrong, name))
                if cell.text.strip() and (not wrong or self._is_number(name)):
                    values[name] = cell.text
            yield evolve(base, values=values, faults=tuple(faults))

    def notes(self) -> Iterator[Fault]:
        """What was read otherwise than it is shown."""
        rows = tuple(row for row in self.kept.hidden_rows if row > self.top)
        if rows:
            yield Fault("workbook.hidden_rows", (("lines", rows),), self.kept.place)
        for code, columns in (
            ("workbook.hidden_columns", self.kept.hidden_columns),
            ("workbook.formulas", self.kept.formulas),
        ):
            told = tuple(
                name
                for name, column in self.places.items()
                if column in columns and name in self.fields
            )
            if told:
                yield Fault(code, (("columns", told),), self.kept.place)

    def _is_number(self, name: str) -> bool:
        """Whether a column has the number of a case, which is wanted of a faulty row too."""
        return any(one.name == CASE_NO.name for one in self.fields[name])

    def _wrong(self, cell: Kept, name: str) -> tuple[str, Facts] | None:
        """What is wrong with a cell that is read: code and facts."""
        fields = self.fields.get(name)
        if not fields:
            return None
        facts = (("found", cell.text),)
        days = all(one.fact == _AT or one.kind is date for one in fields)
        if days and cell.sort == "number":
            meant = self._meant(cell.text)
            return ("workbook.serial", (*facts, ("meant", meant))) if meant else None
        if cell.sort in {"date", "clock"} and not days:
            return "workbook.became_date", ()
        code = _WRONG.get(cell.sort)
        return (code, facts if code == "workbook.error_value" else ()) if code else None

    def _meant(self, text: str) -> date | None:
        """The day that a number is, which lost its date format; None where it is hardly one."""
        if not _SERIAL.fullmatch(text):
            return None
        found = dated(Decimal(text), "date", from_1904=self.kept.from_1904)
        return found if isinstance(found, date) else None

    def _merged(self, row: Row, ranges: Iterable[Range]) -> Iterator[Fault]:
        """That a cell that is read belongs to merged ones, of which only the first has a value."""
        for one in ranges:
            covered = (
                name
                for name, column in self.places.items()
                if name in self.fields and one.covers(row.line, column)
            )
            name = next(covered, None)
            if name is not None:
                yield row.fault("workbook.merged", (("range", one.address),), name)


_WRONG = {
    "long": "workbook.cut_number",
    "error": "workbook.error_value",
    "lost": "workbook.no_result",
}
"""What is wrong with a cell of these sorts wherever it is read."""


@define
class _Below:
    """The merged cells from row to row, each looked at only where it is."""

    _merged: tuple[Range, ...]
    _taken: int = 0
    _here: list[Range] = Factory(list)

    def at(self, row: int) -> list[Range]:
        """Those that a row crosses; rows come in their order."""
        while self._taken < len(self._merged) and self._merged[self._taken].top <= row:
            self._here.append(self._merged[self._taken])
            self._taken += 1
        self._here = [one for one in self._here if one.bottom >= row]
        return self._here
