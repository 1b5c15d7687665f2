"""Saving a workbook (保存工作簿): the same bytes each time, and text that stays text."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from xinfang_core.codec.csv_answers import FORMULA
from xinfang_core.workbook.needing import need_openpyxl
from xinfang_core.workbook.packing import STAMP, repacked

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

    from xinfang_core.workbook.cells import Value

_LITERAL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# What XML does not take, and the half of a pair of characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def new_workbook(*, by_row: bool = False) -> Workbook:
    """A workbook without any sheet, to be filled and given to ``saved``.

    Args:
        by_row: whether sheets are only appended to, so that no row is kept in memory.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    need_openpyxl()
    from openpyxl import Workbook

    made = Workbook(write_only=by_row)
    for sheet in made.worksheets:
        made.remove(sheet)
    made.properties.creator = "xinfang-core"
    made.properties.created = STAMP
    return made


def put(cell: Cell, value: Value | None) -> None:
    """Set the value of a cell; a text never becomes a formula, nor a date or a number.

    Characters that no workbook takes are written as Excel writes them, and read back as they were.
    """
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = escaped(value)
    cell.data_type = "s"
    # Otherwise it would become one as soon as somebody edits the cell.
    cell.quotePrefix = value.startswith(FORMULA)


def escaped(text: str) -> str:
    """A text as a workbook takes it: a control character as ``_x0007_``."""
    marked = _LITERAL.sub("_x005F_", text)
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", marked)


def saved(workbook: Workbook) -> bytes:
    """The file of a workbook, which tells nothing of when it was written."""
    for sheet in workbook.worksheets:
        # openpyxl keeps them as a set, which another machine goes through in another order.
        sheet.merged_cells = sheet.merged_cells.sorted()  # type: ignore[assignment]
    stream = io.BytesIO()
    workbook.save(stream)
    return repacked(stream.getvalue(), workbook.properties.created or STAMP)
