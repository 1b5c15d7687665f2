"""A sheet that is gone through again and again (工作表暂存): unpacked once, never all in memory."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xinfang_core.workbook.cells import Cell, Range
    from xinfang_core.workbook.grid import Watch
    from xinfang_core.workbook.opening import Opened
    from xinfang_core.workbook.parts import Tab

Sort = Literal["text", "number", "long", "date", "clock", "error", "lost"]
"""What a cell held: ``long`` is a number that lost its last digits, ``clock`` a time without a
day, ``lost`` a formula without a result."""


class Kept(NamedTuple):
    """A cell as it is kept.

    Attributes:
        column: counted from 1.
        text: as a cell of a table is written.
        sort: what it held.

    """

    column: int
    text: str
    sort: Sort


class KeptRow(NamedTuple):
    """A row as it is kept, with the cells that hold something."""

    number: int
    cells: tuple[Kept, ...]


@frozen
class KeptSheet:
    """A sheet on the disk.

    Attributes:
        place: how faults name it.
        merged: the merged cells.
        hidden_rows: the rows that hold something and are not shown.
        hidden_columns: the same for columns.
        formulas: the columns in which formulas stand.
        width: the last column that holds something.
        last_row: the last row that holds something.
        from_1904: whether numbers count days from 1904.

    """

    place: str
    merged: tuple[Range, ...]
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]
    formulas: tuple[int, ...]
    width: int
    last_row: int
    from_1904: bool
    _path: Path

    def __iter__(self) -> Iterator[KeptRow]:
        """The rows that hold something."""
        with self._path.open(encoding="utf-8") as stream:
            for line in stream:
                number, cells = json.loads(line)
                yield KeptRow(number, tuple(Kept(*cell) for cell in cells))


@contextmanager
def kept_sheet(opened: Opened, tab: Tab, watch: Watch | None = None) -> Iterator[KeptSheet]:
    """A sheet on the disk, for as long as the context lasts.

    Args:
        opened: the workbook.
        tab: the sheet.
        watch: as for ``read_rows``.

    Raises:
        RecordError: the sheet is damaged.

    """
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="xinfang.") as folder:
        yield _keep(opened, tab, Path(folder, "rows"), watch)


def _keep(opened: Opened, tab: Tab, path: Path, watch: Watch | None) -> KeptSheet:
    """Unpack a sheet into a file."""
    grid, rows = opened.grid(tab, watch)
    hidden: list[int] = []
    columns: set[int] = set()
    formulas: set[int] = set()
    last = 0
    with path.open("x", encoding="utf-8") as stream:
        for row in rows:
            # A cell of blanks is as good as empty.
            held = [cell for cell in row.cells if cell.value is None or cell.text.strip()]
            if not held:
                continue
            cells = [(cell.column, cell.text, sort_of(cell)) for cell in held]
            stream.write(json.dumps((row.number, cells)) + "\n")
            columns.update(cell.column for cell in held)
            formulas.update(cell.column for cell in held if cell.formula)
            hidden += [row.number] if row.hidden else []
            last = row.number
    return KeptSheet(
        grid.place,
        tuple(sorted(grid.merged, key=lambda one: (one.top, one.left))),
        tuple(hidden),
        tuple(sorted(filter(grid.is_hidden, columns))),
        tuple(sorted(formulas)),
        max(columns, default=0),
        last,
        opened.shared.from_1904,
        path,
    )


def sort_of(cell: Cell) -> Sort:
    """What a cell holds."""
    if cell.value is None:
        return "lost"
    if cell.error:
        return "error"
    if isinstance(cell.value, time | timedelta):
        return "clock"
    if isinstance(cell.value, date):
        return "date"
    if isinstance(cell.value, int | Decimal) and not isinstance(cell.value, bool):
        return "long" if cell.is_cut else "number"
    return "text"
