"""The tables of forms (表格): labels, fields, and room to sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.grids import Cell, cells_of, columns_of, heights_of
from xinfang_core.documents.letters.measures import points
from xinfang_core.documents.letters.word.looks import TWIPS_A_POINT, border, text_twips
from xinfang_core.documents.letters.word.marks import for_each, output
from xinfang_core.documents.writers.word.runs import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.documents.letters.form import Grid

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(grid: Grid, lists: frozenset[str]) -> str:
    """A table with lines.

    Args:
        grid: its cells.
        lists: the fields that are several paragraphs.

    """
    columns = _columns(grid)
    told = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns)
    rows = "".join(
        _row(cells, height, columns, lists)
        for cells, height in zip(cells_of(grid), heights_of(grid), strict=True)
    )
    return f"<w:tbl>{_look()}<w:tblGrid>{told}</w:tblGrid>{rows}</w:tbl>"


def _columns(grid: Grid) -> tuple[int, ...]:
    """How wide the columns are, in twips."""
    return tuple(round(one * text_twips()) for one in columns_of(grid))


def _look() -> str:
    lines = "".join(border(side, "cell_line", "auto") for side in _SIDES)
    free = round(points("cell_space") * TWIPS_A_POINT)
    margins = "".join(
        f'<w:{side} w:w="{free}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:tblPr><w:tblW w:w="{text_twips()}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )


def _row(
    cells: Sequence[Cell], height: float, columns: Sequence[int], lists: frozenset[str]
) -> str:
    """A row; one that is longer than its page goes on upon the next."""
    least = round(height * TWIPS_A_POINT)
    told = "".join(_cell(cell, columns, lists) for cell in cells)
    return f'<w:tr><w:trPr><w:trHeight w:val="{least}" w:hRule="atLeast"/></w:trPr>{told}</w:tr>'


def _cell(cell: Cell, columns: Sequence[int], lists: frozenset[str]) -> str:
    wide = sum(columns[cell.column : cell.column + cell.span])
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    stands = "top" if cell.is_room else "center"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}<w:vAlign w:val="{stands}"/>'
        f"</w:tcPr>{_content(cell, lists)}</w:tc>"
    )


def _content(cell: Cell, lists: frozenset[str]) -> str:
    style = "CellLabel" if cell.is_label else "CellText"
    named = next((name for name in lists if cell.text == output(name)), "")
    if named:
        return for_each(named, paragraph((run(output("each")),), style))
    return paragraph((run(cell.text),), style)
