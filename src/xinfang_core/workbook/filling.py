"""Cells of a workbook filled in a copy of it (工作簿回填)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.workbook.needing import need_openpyxl
from xinfang_core.workbook.saving import put, saved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    CellTexts = Mapping[tuple[int, int], str]
    """By row and column, counted from 1, what is to stand in a cell."""


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
