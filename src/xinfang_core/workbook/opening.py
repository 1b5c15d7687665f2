"""Opening a workbook (打开工作簿): everything that it holds, as plain values.

Read with our own eyes and not with openpyxl, so that one reading gives formula and result,
hidden rows and merged cells, and neither a million empty rows nor a part that names another file
does any harm; openpyxl is the oracle in the tests.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.errors import Fault, RecordError
from xinfang_core.workbook.cells import Book, Sheet
from xinfang_core.workbook.container import opened_container
from xinfang_core.workbook.grid import Grid, grid_of, read_rows
from xinfang_core.workbook.parts import shared_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xinfang_core.workbook.cells import SheetRow
    from xinfang_core.workbook.container import Container
    from xinfang_core.workbook.grid import Watch
    from xinfang_core.workbook.parts import Shared, Tab

MOST_CELLS = 2_000_000
"""Of a workbook that is read whole; a register is read row by row and may have more."""


@frozen
class Opened:
    """A workbook that is being read.

    Attributes:
        file: the name of its file.
        shared: what its sheets share.
        container: its parts.

    """

    file: str
    shared: Shared
    container: Container

    def grid(self, tab: Tab, watch: Watch | None = None) -> tuple[Grid, Iterator[SheetRow]]:
        """What is known of a sheet once its rows have been gone through, and those rows.

        Args:
            tab: the sheet.
            watch: as for ``read_rows``.

        """
        grid = grid_of(self.container, self.shared, tab)
        return grid, read_rows(grid, self.container, tab, watch)


@contextmanager
def opened_workbook(path: Path) -> Iterator[Opened]:
    """A workbook of which the sheets are read one by one, for as long as the context lasts.

    Raises:
        RecordError: not readable, no .xlsx workbook, damaged, too large, or with two sheets of
            one name.

    """
    with opened_container(path) as container:
        yield Opened(container.file, shared_of(container), container)


def open_workbook(path: Path, most_cells: int = MOST_CELLS) -> Book:
    """All that a workbook holds.

    Args:
        path: its file.
        most_cells: one with more is refused.

    Raises:
        RecordError: as ``opened_workbook``, and more cells.

    """
    with opened_workbook(path) as opened:
        sheets = []
        left = most_cells
        for tab in opened.shared.tabs:
            sheet = _sheet(opened, tab, left)
            left -= sum(len(row.cells) for row in sheet.rows)
            sheets.append(sheet)
        return Book(opened.file, tuple(sheets), opened.shared.from_1904)


def _sheet(opened: Opened, tab: Tab, left: int) -> Sheet:
    """One sheet, as long as there are no more cells than are left."""
    grid, found = opened.grid(tab)
    rows = []
    columns: set[int] = set()
    for row in found:
        rows.append(row)
        left -= len(row.cells)
        columns.update(cell.column for cell in row.cells)
        if left < 0:
            raise RecordError(Fault("workbook.too_many_cells", (), grid.place))
    hidden = tuple(sorted(column for column in columns if grid.is_hidden(column)))
    return Sheet(opened.file, tab.name, tuple(rows), tab.hidden, hidden, tuple(grid.merged))
