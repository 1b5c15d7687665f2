"""Cells of a sheet (单元格) as they were saved, and where each stands."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.errors import SHEET, Fault, cell_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.decision import Facts

Value = str | int | Decimal | bool | date | datetime | time | timedelta
"""What a cell holds: a number has at most the 15 digits that Excel shows, and is an ``int`` where
it is whole; a number under a date format is a date, or an instant where it has a time."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Of one sheet; no spreadsheet program has more."""

_CERTAIN = 10**15
_ZEROS = re.compile(r"0{2,30}")


@frozen
class Cell:
    """One cell that holds something.

    Attributes:
        row: counted from 1.
        column: counted from 1.
        value: as it was saved; of a formula the result; None where that was not saved.
        formula: whether the value is worked out by a formula.
        error: whether the value is the name of an error, such as ``#N/A``.
        number_format: how it is shown, such as ``yyyy-mm-dd``.

    """

    row: int
    column: int
    value: Value | None
    formula: bool = False
    error: bool = False
    number_format: str = "General"

    @property
    def address(self) -> str:
        """Such as ``B7``."""
        return cell_name(self.row, self.column)

    @property
    def text(self) -> str:
        """The value as a cell of a table is written: dates as ISO, truth as 是 and 否.

        A number that is shown with leading zeros, as codes are, has them.
        """
        if self.value is None:
            return ""
        if isinstance(self.value, bool):
            return "是" if self.value else "否"
        if isinstance(self.value, date | time):
            return self.value.isoformat()
        if isinstance(self.value, int) and _ZEROS.fullmatch(self.number_format):
            return str(self.value).zfill(len(self.number_format))
        return str(self.value)

    @property
    def is_cut(self) -> bool:
        """Whether this is so long a number that Excel has lost its last digits."""
        number = isinstance(self.value, int | Decimal) and not isinstance(self.value, bool)
        return number and abs(Decimal(self.value)) >= _CERTAIN  # type: ignore[arg-type]


@frozen
class Range:
    """A block of cells, such as one that was merged (合并单元格).

    Attributes:
        top: its first row.
        left: its first column.
        bottom: its last row.
        right: its last column.

    """

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """Such as ``B7:C9``."""
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell belongs to it and is not the first, which alone holds the value."""
        inside = self.top <= row <= self.bottom and self.left <= column <= self.right
        return inside and (row, column) != (self.top, self.left)


@frozen
class SheetRow:
    """A row with the cells that hold something, in their order.

    Attributes:
        number: counted from 1.
        cells: none of them empty.
        hidden: whether it is not shown, by a filter or otherwise.

    """

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False


@frozen
class Sheet:
    """A sheet (工作表) as it was saved.

    Attributes:
        file: the name of the workbook's file.
        name: what stands on its tab.
        rows: those that hold something, in their order.
        hidden: whether the sheet is not shown.
        hidden_columns: numbers of the columns that are not shown, as far as any cell stands there.
        merged: the merged cells.

    """

    file: str
    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[Range, ...] = ()
    _cells: Mapping[tuple[int, int], Cell] = field(init=False, eq=False, repr=False)

    @_cells.default
    def _by_place(self) -> Mapping[tuple[int, int], Cell]:
        return {(cell.row, cell.column): cell for cell in self}

    def __iter__(self) -> Iterator[Cell]:
        """Every cell that holds something, row by row."""
        return (cell for row in self.rows for cell in row.cells)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell at a place; None where it is empty."""
        return self._cells.get((row, column))

    def range_over(self, row: int, column: int) -> Range | None:
        """The merged cells that hide a cell, of which only the first holds a value."""
        return next((one for one in self.merged if one.covers(row, column)), None)

    def fault(
        self, code: str, facts: Facts = (), row: int = 0, column: int = 0, path: str = ""
    ) -> Fault:
        """A fault at a cell, a row or the whole sheet."""
        return Fault(code, facts, sheet_place(self.file, self.name), row, column, path)


@frozen
class Book:
    """A workbook (工作簿) as it was saved.

    Attributes:
        file: the name of its file.
        sheets: in the order of the tabs.
        from_1904: whether it counts its days from 1904; dates are read rightly all the same.

    """

    file: str
    sheets: tuple[Sheet, ...]
    from_1904: bool = False

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name, blanks around it and letter case aside; None: there is none."""
        wanted = name.strip().casefold()
        return next((one for one in self.sheets if one.name.strip().casefold() == wanted), None)


def sheet_place(file: str, sheet: str) -> str:
    """How a fault names a sheet: its place then ends with the name of a cell."""
    return f"{file} {sheet}{SHEET}"
