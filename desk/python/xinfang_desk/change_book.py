"""A policy workbook that was never a file (页上的办法工作簿): what is typed on the page, as cells.

It goes the way of every workbook, so that the page takes what a workbook takes, and refuses what
that refuses, in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, field, frozen

from xinfang_core.errors import Fault
from xinfang_core.messages import render
from xinfang_core.workbook.cells import Book, Cell, Sheet, SheetRow, sheet_place
from xinfang_core.workbook.policy_book import COVER, FORM, headings
from xinfang_core.workbook.policy_rows import CLAUSES, PolicyBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.workbook.cells import Value
    from xinfang_core.workbook.policy_rows import Plan, Row

_FILE: Final = "办法"
"""What the workbook is called; the page takes it off again."""

Typed = Mapping[str, str]
"""What is typed in the cells of a row, by column."""


@frozen
class Edits:
    """What is typed on the page.

    Attributes:
        cells: by sheet, and by what stands in the first column of a row.
        added: the clauses of the notice that the edition does not have.

    """

    cells: Mapping[str, Mapping[str, Typed]]
    added: tuple[Typed, ...]

    def cites(self, clause_id: str) -> bool:
        """Whether a value that is changed cites a clause."""
        rows = (row for sheet in self.cells.values() for row in sheet.values())
        return any(row.get("clause") == clause_id for row in rows)


@define
class DraftBook:
    """The workbook of an edition with what is typed laid over it.

    Attributes:
        book: the workbook.

    """

    book: Book = field(init=False)
    _wanted: PolicyBook
    _edits: Edits
    _at: dict[tuple[str, int], tuple[str, str]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        """Fill the sheets."""
        sheets = (self._cover(), *map(self._sheet, self._wanted.plans))
        self.book = Book(_FILE, tuple(sheets))

    def told(self, fault: Fault) -> dict[str, str]:
        """A fault with the cell of the page that it is about, as far as it is about one."""
        for plan in self._wanted.plans:
            if fault.file == sheet_place(_FILE, plan.title):
                return {**self._cell(plan, fault), "text": Fault(fault.code, fault.facts).text()}
        return {"sheet": "", "row": "", "column": "", "text": fault.text()}

    def _cell(self, plan: Plan, fault: Fault) -> dict[str, str]:
        sheet, row = self._at.get((plan.name, fault.line), (plan.name, ""))
        named = 0 < fault.column <= len(plan.columns)
        return {
            "sheet": sheet,
            "row": row,
            "column": plan.columns[fault.column - 1] if named else "",
        }

    def _cover(self) -> Sheet:
        told = {name: getattr(self._wanted, name, FORM) for name in COVER}
        cells = ((render(f"book.cover.{name}", {}), value) for name, value in told.items())
        rows = (_sheet_row(number, pair) for number, pair in enumerate(cells, 1))
        return Sheet(_FILE, render("book.sheet.cover", {}), tuple(rows))

    def _sheet(self, plan: Plan) -> Sheet:
        rows: list[list[Value | None]] = [[*headings(plan).values()], *self._filled(plan)]
        made = (_sheet_row(number, row) for number, row in enumerate(rows, 1))
        return Sheet(_FILE, plan.title, tuple(made))

    def _filled(self, plan: Plan) -> Iterator[list[Value | None]]:
        """The rows of a sheet below its head."""
        typed = self._edits.cells.get(plan.name, {})
        number = 1
        for number, row in enumerate(plan.rows, 2):
            key = str(row.cells[plan.columns[0]].value)
            self._at[plan.name, number] = plan.name, key
            yield [_value(row, name, typed.get(key, {})) for name in plan.columns]
        if plan.name == CLAUSES:
            for below, clause in enumerate(self._edits.added, number + 1):
                # What the page lists apart has a place of its own there.
                self._at[plan.name, below] = "added", clause.get("id", "")
                filled = self._carried_out(clause)
                yield [filled.get(name) for name in plan.columns]

    def _carried_out(self, clause: Typed) -> Typed:
        """A clause that nothing cites yet is still to be carried out, as ``policy clause`` says."""
        told = clause.get("encoded_by") or clause.get("set_aside")
        if told or self._edits.cites(clause.get("id", "")):
            return clause
        return {**clause, "set_aside": render("change.to_carry_out", {})}


def _value(row: Row, name: str, typed: Typed) -> Value | None:
    return typed[name] if name in typed else row.cells[name].value


def _sheet_row(number: int, values: Iterable[Value | None]) -> SheetRow:
    cells = (
        Cell(number, column, value)
        for column, value in enumerate(values, 1)
        if value is not None and value != ""
    )
    return SheetRow(number, tuple(cells))
