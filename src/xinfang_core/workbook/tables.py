"""Plain tables as a workbook (表格工作簿): a sheet each, its head kept in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.workbook.saving import new_workbook, put, saved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDTH = 18
_HEAD = 2
"""The rows of names: for programs, and for people."""

_LONGEST = 31
"""Characters of the title of a sheet; spreadsheets take no more."""


def table_book(tables: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    """A workbook of tables.

    Args:
        tables: the title of each sheet and its rows, two rows of names first.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    book = new_workbook()
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    shade = PatternFill("solid", fgColor="DDE6F0")
    for title, rows in tables:
        sheet = book.create_sheet(title[:_LONGEST])
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                cell = sheet.cell(number, column)
                put(cell, text or None)
                if number <= _HEAD:
                    cell.font, cell.fill = Font(bold=True), shade
                    sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
        sheet.freeze_panes = sheet.cell(_HEAD + 1, 2)
    if not book.worksheets:
        book.create_sheet("examples")
    return saved(book)
