"""What a policy workbook says that its edition does not (读办法工作簿): the cells that differ.

The workbook is held against what an export of the edition would say now, cell by cell; whatever
shows the same is no change, be it written as text or as a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import Factory, define, frozen

from xinfang_core.errors import Fault, RecordError
from xinfang_core.messages import render
from xinfang_core.refusals import RefusedError, shown
from xinfang_core.workbook.policy_book import COVER, FORM, headings
from xinfang_core.workbook.policy_rows import CLAUSES
from xinfang_core.workbook.policy_values import TEXT, normal, value_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.workbook.cells import Book, Cell, Sheet
    from xinfang_core.workbook.policy_rows import Plan, PolicyBook, Row, Shown

HEAD = 1
"""The row that names the columns."""

_MOST_UNKNOWN = 20
"""Cells of one sheet named that stand where nothing belongs."""


class Spot(NamedTuple):
    """A cell of the workbook, be it empty or not.

    Attributes:
        sheet: its sheet.
        row: counted from 1.
        column: counted from 1.

    """

    sheet: Sheet
    row: int
    column: int

    def fault(self, code: str, *facts: tuple[str, object]) -> Fault:
        """A fault of this cell."""
        return self.sheet.fault(code, facts, self.row, self.column)


@frozen
class Change:
    """A cell that says something else than the edition.

    Attributes:
        row: what the edition says in that row.
        column: which column.
        value: what the cell says, in the types of the file; None where it is empty.
        spot: where it stands.

    """

    row: Row
    column: str
    value: object
    spot: Spot


@frozen
class NewClause:
    """A clause that the edition does not have.

    Attributes:
        parts: what it says, by column; only those that are not empty.
        spot: its first cell.

    """

    parts: Mapping[str, str]
    spot: Spot


@frozen
class Read:
    """What a workbook says that its edition does not.

    Attributes:
        changes: the cells that differ, in the order of the sheets.
        clauses: the clauses that are new.
        spots: where the row of each value and of each clause begins, by its path or id.

    """

    changes: tuple[Change, ...]
    clauses: tuple[NewClause, ...]
    spots: Mapping[tuple[str, str], Spot]


def told_label(book: Book) -> tuple[str, str]:
    """The label of the edition that a workbook was made of, and the digest of its text.

    Raises:
        RecordError: it is no workbook that was exported from a policy.

    """
    sheet = book.sheet(render("book.sheet.cover", {}))
    told = {} if sheet is None else dict(_told(sheet))
    if told.get("form") != FORM:
        raise RecordError(Fault("book.no_cover", (("form", FORM),), book.file))
    return told.get("label", ""), told.get("digest", "")


def _told(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """What the cover tells of the edition."""
    names = {render(f"book.cover.{name}", {}): name for name in COVER}
    for row in sheet.rows:
        label, value = sheet.at(row.number, 1), sheet.at(row.number, 2)
        name = names.get(normal(label.text)) if label else None
        if name and value:
            yield name, normal(value.text)


def read_policy_book(book: Book, wanted: PolicyBook) -> Read:
    """The cells of a workbook that differ from what the edition says.

    Args:
        book: the workbook.
        wanted: what an export of the edition says.

    Raises:
        RecordError: every cell that cannot be taken, sheets and columns that are unknown, missing
            or there twice, formulas, merged cells, hidden changes.

    """
    reader = _Reader(book)
    sheets = {plan.title: plan for plan in wanted.plans}
    others = {render(f"book.sheet.{name}", {}) for name in ("cover", "lists")}
    for sheet in book.sheets:
        if normal(sheet.name) not in {*sheets, *others} and sheet.rows:
            known = (("found", sheet.name), ("known", tuple(sheets)))
            reader.faults.append(sheet.fault("book.unknown_sheet", known))
    for title, plan in sheets.items():
        found = book.sheet(title)
        if found is None:
            reader.faults.append(Fault("book.no_sheet", (("wanted", title),), book.file))
        else:
            reader.sheet(found, plan)
    if reader.faults:
        raise RecordError(*reader.faults)
    return Read(tuple(reader.changes), tuple(reader.clauses), reader.spots)


@define
class _Reader:
    """Goes through the sheets and notes what differs and what is wrong."""

    book: Book
    faults: list[Fault] = Factory(list)
    changes: list[Change] = Factory(list)
    clauses: list[NewClause] = Factory(list)
    spots: dict[tuple[str, str], Spot] = Factory(dict)

    def sheet(self, sheet: Sheet, plan: Plan) -> None:
        """One sheet; without all of its columns its rows say nothing."""
        self.faults += [sheet.fault("book.merged", (), one.top, one.left) for one in sheet.merged]
        columns = self.columns(sheet, plan)
        if columns is None:
            return
        key = plan.columns[0]
        rows = {str(row.cells[key].value): row for row in plan.rows}
        for number in dict.fromkeys(row.number for row in sheet.rows if row.number > HEAD):
            self.row(sheet, plan, columns, rows, number)
        missing = [name for name in rows if (plan.name, name) not in self.spots]
        for name in missing:
            self.faults.append(sheet.fault("book.no_row", (("wanted", name),), path=name))

    def columns(self, sheet: Sheet, plan: Plan) -> dict[str, int] | None:
        """Where each column stands; None with faults."""
        before, names = len(self.faults), headings(plan)
        called = {title: name for name, title in names.items()}
        found: dict[str, int] = {}
        for cell in (cell for cell in sheet if cell.row == HEAD):
            name = called.get(normal(cell.text))
            told = (("found", cell.text), ("known", tuple(called)))
            if name is None:
                self.faults.append(_spot(sheet, cell).fault("book.unknown_column", *told))
            elif name in found:
                self.faults.append(_spot(sheet, cell).fault("book.column_twice", told[0]))
            else:
                found[name] = cell.column
        for name in (name for name in names if name not in found):
            self.faults.append(sheet.fault("book.no_column", (("wanted", names[name]),), HEAD))
        self.faults += _outside(sheet, set(found.values()))
        return found if len(self.faults) == before else None

    def row(
        self,
        sheet: Sheet,
        plan: Plan,
        columns: Mapping[str, int],
        rows: Mapping[str, Row],
        number: int,
    ) -> None:
        """One row, known by its first column."""
        first = plan.columns[0]
        spot = Spot(sheet, number, columns[first])
        cell = sheet.at(number, columns[first])
        key = normal(cell.text) if cell else ""
        name = next((one for one in (cell.text if cell else "", key) if one in rows), key)
        if (plan.name, name) in self.spots:
            self.faults.append(spot.fault("book.row_twice", ("found", name)))
        elif name in rows:
            self.spots[plan.name, name] = spot
            for column, place in columns.items():
                self.cell(Spot(sheet, number, place), rows[name], column)
        elif plan.name == CLAUSES:
            self.new_clause(sheet, columns, number)
        else:
            self.faults.append(spot.fault("book.unknown_row", ("found", name)))

    def cell(self, spot: Spot, row: Row, column: str) -> None:
        """One cell, held against what the edition says."""
        wanted, cell = row.cells[column], spot.sheet.at(spot.row, spot.column)
        try:
            value = _read(cell, wanted)
            before = value_read(wanted.value, wanted.wanted or TEXT)
        except RefusedError as refused:
            self.faults.append(spot.fault(refused.code, *refused.facts))
            return
        if _same(value, before):
            return
        if wanted.wanted is None:
            told = ("was", shown(before) if before is not None else "")
            self.faults.append(spot.fault("book.fixed", told))
        elif _is_hidden(spot):
            self.faults.append(spot.fault("book.hidden"))
        else:
            self.changes.append(Change(row, column, value, spot))

    def new_clause(self, sheet: Sheet, columns: Mapping[str, int], number: int) -> None:
        """A row about a clause that the edition does not have."""
        parts = {}
        spot = Spot(sheet, number, columns["id"])
        for name, place in columns.items():
            here = Spot(sheet, number, place)
            try:
                value = _read(sheet.at(number, place), None)
            except RefusedError as refused:
                self.faults.append(here.fault(refused.code, *refused.facts))
                continue
            if value is not None and name != "since":
                parts[name] = str(value)
        if not parts:
            return
        if sheet.rows and _is_hidden(spot):
            self.faults.append(spot.fault("book.hidden"))
        lacking = [name for name in ("id", "locator", "text") if name not in parts]
        for name in lacking:
            title = render(f"book.clause.{name}", {})
            here = Spot(sheet, number, columns[name])
            self.faults.append(here.fault("book.clause_lacks", ("name", title)))
        if not lacking:
            self.spots[CLAUSES, parts["id"]] = spot
            self.clauses.append(NewClause(parts, spot))


def _read(cell: Cell | None, wanted: Shown | None) -> object:
    """What a cell says.

    Raises:
        RefusedError: a formula, an error, or something else than is wanted.

    """
    if cell is None:
        return None
    if cell.formula:
        raise RefusedError("book.formula")
    if cell.error:
        raise RefusedError("book.error", ("found", cell.text))
    return value_read(cell.value, (wanted and wanted.wanted) or TEXT)


def _same(one: object, other: object) -> bool:
    """Whether two values are one; of a text the ends of its lines do not count."""
    if isinstance(one, str) and isinstance(other, str):
        return one.splitlines() == other.splitlines()
    return one == other


def _is_hidden(spot: Spot) -> bool:
    """Whether nobody sees the cell: then nobody meant to change it."""
    rows = {row.number for row in spot.sheet.rows if row.hidden}
    hidden = spot.column in spot.sheet.hidden_columns
    return spot.sheet.hidden or hidden or spot.row in rows


def _outside(sheet: Sheet, columns: set[int]) -> list[Fault]:
    """Cells that stand in a column without a name."""
    headed = columns | {cell.column for cell in sheet if cell.row == HEAD}
    found = [_spot(sheet, cell) for cell in sheet if cell.column not in headed]
    return [spot.fault("book.outside") for spot in found[:_MOST_UNKNOWN]]


def _spot(sheet: Sheet, cell: Cell) -> Spot:
    return Spot(sheet, cell.row, cell.column)
