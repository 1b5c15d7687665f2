"""Saving a workbook (保存工作簿): the same bytes each time, and text that stays text."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xinfang_core.workbook.needing import need_openpyxl

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

    from xinfang_core.workbook.cells import Value

LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a text begins with that a spreadsheet might run; some read full-width signs alike."""

_STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook keeps no zone
_ZIP_STAMP = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_FIRST = "[Content_Types].xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_LITERAL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# What XML does not take, and the half of a pair of characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def new_workbook() -> Workbook:
    """A workbook without any sheet, to be filled and given to ``saved``.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    need_openpyxl()
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.worksheets[0])
    made.properties.creator = "xinfang-core"
    made.properties.created = _STAMP
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
    cell.quotePrefix = value.startswith(LIKE_FORMULA)


def escaped(text: str) -> str:
    """A text as a workbook takes it: a control character as ``_x0007_``."""
    marked = _LITERAL.sub("_x005F_", text)
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", marked)


def saved(workbook: Workbook) -> bytes:
    """The file of a workbook, which tells nothing of when it was written."""
    stream = io.BytesIO()
    workbook.save(stream)
    return repacked(stream.getvalue(), workbook.properties.created or _STAMP)


def repacked(content: bytes, stamp: datetime = _STAMP) -> bytes:
    """The same parts in a settled order, all with one time.

    Args:
        content: the file as openpyxl writes it.
        stamp: what stands as the time of the last change.

    """
    target = io.BytesIO()
    with (
        ZipFile(io.BytesIO(content)) as source,
        ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as packed,
    ):
        for name in sorted(source.namelist(), key=lambda one: (one != _FIRST, one)):
            part = source.read(name)
            packed.writestr(_item(name), _stamped(part, stamp) if name == _CORE else part)
    return target.getvalue()


def _item(name: str) -> ZipInfo:
    """An entry that says nothing of the machine."""
    item = ZipInfo(name, _ZIP_STAMP)
    item.compress_type = ZIP_DEFLATED
    item.create_system = 0
    return item


def _stamped(part: bytes, stamp: datetime) -> bytes:
    told = stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return _MODIFIED.sub(rb"\g<1>" + told + rb"\g<2>", part)
