"""What a policy workbook says that its edition does not (读办法工作簿): the cells that differ.

The workbook is held against what an export of the edition would say now, cell by cell; whatever
shows the same is no change, be it written as text or as a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from xinfang_core.errors import Fault, RecordError
from xinfang_core.messages import render
from xinfang_core.refusals import RefusedError
from xinfang_core.workbook.policy_book import COVER, FORM, headings
from xinfang_core.workbook.policy_changes import (
    ChangedClause,
    ChangedReading,
    ChangedValue,
    Place,
    Read,
    Spot,
)
from xinfang_core.workbook.policy_rows import CLAUSES, READINGS
from xinfang_core.workbook.policy_values import TEXT, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.workbook.cells import Book, Cell, Sheet
    from xinfang_core.workbook.policy_rows import Plan, PolicyBook, Row

HEAD = 1
"""The row that names the columns."""

_MOST_UNKNOWN = 20
"""Cells of one sheet named that stand where nothing belongs."""


def told_edition(book: Book) -> tuple[str, str]:
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
    names = {normal(render(f"book.cover.{name}", {})): name for name in COVER}
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
    return Read(tuple(reader.values), tuple(reader.clauses), tuple(reader.readings), reader.places)


@define
class _Reader:
    """Goes through the sheets and notes what differs and what is wrong."""

    book: Book
    faults: list[Fault] = Factory(list)
    values: list[ChangedValue] = Factory(list)
    clauses: list[ChangedClause] = Factory(list)
    readings: list[ChangedReading] = Factory(list)
    places: dict[tuple[str, str], Place] = Factory(dict)

    def sheet(self, sheet: Sheet, plan: Plan) -> None:
        """One sheet; without all of its columns its rows say nothing."""
        self.faults += [sheet.fault("book.merged", (), one.top, one.left) for one in sheet.merged]
        columns = self.columns(sheet, plan)
        if columns is None:
            return
        key = plan.columns[0]
        rows = {str(row.cells[key].value): row for row in plan.rows}
        for row in sheet.rows:
            if row.number > HEAD:
                self.row(Place(sheet, row.number, columns), plan, rows)
        for name in rows:
            if (plan.name, name) not in self.places:
                self.faults.append(sheet.fault("book.no_row", (("wanted", name),)))

    def columns(self, sheet: Sheet, plan: Plan) -> dict[str, int] | None:
        """Where each column stands; None with faults."""
        before, names = len(self.faults), headings(plan)
        called = {normal(title): name for name, title in names.items()}
        found: dict[str, int] = {}
        for cell in (cell for cell in sheet if cell.row == HEAD):
            name = called.get(normal(cell.text))
            told = (("found", cell.text), ("known", tuple(names.values())))
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

    def row(self, place: Place, plan: Plan, rows: Mapping[str, Row]) -> None:
        """One row, known by its first column."""
        first = place.at(plan.columns[0])
        text = first.text
        name = text if text in rows else normal(text)
        if (plan.name, name) in self.places:
            self.faults.append(first.fault("book.row_twice", ("found", name)))
        elif name in rows:
            self.places[plan.name, name] = place
            self.known(place, plan, rows[name], name)
        elif plan.name == CLAUSES:
            self.new_clause(place)
        else:
            self.faults.append(first.fault("book.unknown_row", ("found", name)))

    def known(self, place: Place, plan: Plan, row: Row, name: str) -> None:
        """The row of something that the edition has."""
        said: dict[str, object] = {}
        for column in place.columns:
            self.cell(place.at(column), row, column, said)
        if said and place.is_hidden:
            self.faults.append(place.at("").fault("book.hidden"))
        elif said and row.one is not None:
            self.values.append(ChangedValue(row.one, said, place))
        elif said and plan.name == READINGS:
            self.readings.append(ChangedReading(name, said, place))
        elif said:
            texts = {column: str(value or "") for column, value in said.items()}
            self.clauses.append(ChangedClause(name, texts, place))

    def cell(self, spot: Spot, row: Row, column: str, said: dict[str, object]) -> None:
        """One cell, held against what the edition says; what else it says is noted in ``said``."""
        shown = row.cells[column]
        try:
            value = spot.read(shown.form)
        except RefusedError as refused:
            self.faults.append(spot.fault(refused.code, *refused.facts))
            return
        if row.says(column, value):
            return
        if shown.wanted is not None:
            said[column] = value
        elif value is not None:
            self.faults.append(spot.fault("book.fixed", ("was", shown.value or "")))

    def new_clause(self, place: Place) -> None:
        """A row about a clause that the edition does not have."""
        said: dict[str, str] = {}
        refused_columns: set[str] = set()
        for column in place.columns:
            spot = place.at(column)
            try:
                value = spot.read(TEXT) if column != "since" else None
            except RefusedError as refused:
                self.faults.append(spot.fault(refused.code, *refused.facts))
                refused_columns.add(column)
                continue
            if value is not None:
                said[column] = str(value)
        if not said:
            return
        if place.is_hidden:
            self.faults.append(place.at("").fault("book.hidden"))
        lacking = [name for name in ("id", "locator", "text") if name not in said]
        for name in (name for name in lacking if name not in refused_columns):
            title = render(f"book.clause.{name}", {})
            self.faults.append(place.at(name).fault("book.clause_lacks", ("name", title)))
        if not lacking:
            name = said.pop("id")
            self.places[CLAUSES, name] = place
            self.clauses.append(ChangedClause(name, said, place, is_new=True))


def _outside(sheet: Sheet, columns: set[int]) -> list[Fault]:
    """Cells that stand in a column without a name."""
    headed = columns | {cell.column for cell in sheet if cell.row == HEAD}
    found = [_spot(sheet, cell) for cell in sheet if cell.column not in headed]
    return [spot.fault("book.outside") for spot in found[:_MOST_UNKNOWN]]


def _spot(sheet: Sheet, cell: Cell) -> Spot:
    return Spot(sheet, cell.row, cell.column)
