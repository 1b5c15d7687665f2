"""Cells of a workbook filled in a copy of it (工作簿回填)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.messages import render
from xinfang_core.workbook.needing import need_openpyxl
from xinfang_core.workbook.saving import put, saved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    CellTexts = Mapping[tuple[int, int], str]
    """By row and column, counted from 1, what is to stand in a cell."""


_LOST = {
    "xl/media/": "workbook.lost.pictures",
    "xl/drawings/drawing": "workbook.lost.shapes",
    "xl/charts/": "workbook.lost.charts",
    "xl/pivotTables/": "workbook.lost.pivots",
    "xl/embeddings/": "workbook.lost.embedded",
    "xl/ctrlProps/": "workbook.lost.controls",
    "xl/slicers/": "workbook.lost.slicers",
}
"""By what the names of parts begin with what the copy of a workbook lacks."""


def lost_in_copy(path: Path) -> tuple[str, ...]:
    """What ``filled_book`` leaves out of a copy, in words."""
    from zipfile import ZipFile

    with ZipFile(path) as packed:
        parts = packed.namelist()
    found = (code for start, code in _LOST.items() if any(one.startswith(start) for one in parts))
    return tuple(render(code, {}) for code in found)


def filled_book(path: Path, texts: Mapping[str, CellTexts]) -> bytes:
    """A copy of a workbook with some of its cells filled; their form stays.

    Args:
        path: the workbook, which was opened before and found sound.
        texts: by the name of the sheet what to fill.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    need_openpyxl()
    from openpyxl import load_workbook

    book = load_workbook(path)
    for name, cells in texts.items():
        sheet = book[name]
        for (row, column), text in sorted(cells.items()):
            cell: Any = sheet.cell(row, column)
            put(cell, text)
    return saved(book)
