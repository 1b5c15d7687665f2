"""A workbook of numbers alone (新建工作簿), for the answers to a register that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.workbook.saving import new_workbook, put, saved

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTH = 24


def numbered(sheet: str, header: str, numbers: Iterable[str]) -> bytes:
    """A workbook with the case numbers of a register, one below the other.

    Args:
        sheet: what stands on the tab.
        header: what stands above.
        numbers: of the cases, in their order.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    made = new_workbook()
    page = made.create_sheet(sheet)
    page.column_dimensions["A"].width = _WIDTH
    put(page.cell(1, 1), header)
    for row, number in enumerate(numbers, 2):
        put(page.cell(row, 1), number)
    return saved(made)
