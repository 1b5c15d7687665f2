"""The cells of a form's table (单元格), joined and told apart, for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.documents.letters.form import MARK
from xinfang_core.documents.letters.measures import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.letters.form import Grid

_A_THIRD = 1 / 3


@frozen
class Cell:
    """A cell (单元格), as wide as all cells that were joined to it.

    Attributes:
        text: its words, with fields in them.
        column: the first of its columns, counted from 0.
        span: how many columns it takes.
        is_label: whether it says what stands beside it.
        is_room: whether its words stand at its upper edge, with room below.

    """

    text: str
    column: int
    span: int
    is_label: bool
    is_room: bool


def columns_of(grid: Grid) -> tuple[float, ...]:
    """How wide the columns are, in parts of one."""
    return tuple(one / sum(grid.widths) for one in grid.widths)


def heights_of(grid: Grid) -> tuple[float, ...]:
    """How high the rows are at least, in points: so many lines, and the space around them."""
    lines = grid.heights or (1,) * len(grid.rows)
    return tuple(one * points("cell_pitch") + 2 * points("cell_space") for one in lines)


def cells_of(grid: Grid) -> Iterator[tuple[Cell, ...]]:
    """The cells row by row; an empty one has joined the one before it."""
    columns = columns_of(grid)
    heights = grid.heights or (1,) * len(grid.rows)
    for row, height in zip(grid.rows, heights, strict=True):
        starts = [at for at, text in enumerate(row) if text or not at]
        ends = [*starts[1:], len(row)]
        yield tuple(
            _cell(row[start], start, end - start, sum(columns[start:end]), height)
            for start, end in zip(starts, ends, strict=True)
        )


def _cell(text: str, column: int, span: int, width: float, height: int) -> Cell:
    """A narrow cell without a field is a label; a wide one is a place to write or sign in."""
    is_narrow = width <= _A_THIRD
    is_label = not MARK.search(text) and is_narrow
    return Cell(text, column, span, is_label, is_room=not is_narrow and height > 1)
