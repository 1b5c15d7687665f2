"""The looks of a policy workbook (办法工作簿的样式): colours, letters, print."""

from __future__ import annotations

from copy import copy
from math import ceil
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import east_asian_width

from attrs import Factory, define

from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.workbook.cells import sheet_place
from xinfang_core.workbook.saving import put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from xinfang_core.workbook.cells import Value

Look = Literal["plain", "bold", "heading", "column", "fixed", "changes", "typed", "quiet"]
"""How a cell looks: text beside a table, bold text, the heading, the name of a column; in a table
what is fixed, what may be changed, what is typed in as text, what is for the program alone."""

LINE = 16
"""The height of a line, in points."""

_LONGEST = 32_767
"""Characters of a cell; what is longer would be cut without a word."""

_FONT = "宋体"
_SIZES = {"heading": 16, "quiet": 8}
_SIZE = 11
_GREY = "808080"
_FILLS = {
    "column": "D9E5F3",
    "fixed": "F2F2F2",
    "quiet": "F2F2F2",
    "changes": "FFF7D6",
    "typed": "FFF7D6",
}
_UNWRAPPED = ("heading", "quiet")
_BOLD = ("bold", "heading", "column")
_OPEN = ("changes", "typed")
_MARGIN = 0.4
"""In inches."""


@define
class Looks:
    """The looks of the cells of one workbook; what each is made of is worked out once."""

    _styles: dict[Look, Any] = Factory(dict)

    def write(
        self, sheet: Worksheet, row: int, column: int, value: Value | None, look: Look
    ) -> None:
        """Write a cell; a text is never a formula.

        Raises:
            MisuseError: a text that is longer than any cell.

        """
        if isinstance(value, str) and len(value.encode("utf-16-le")) > 2 * _LONGEST:
            place = sheet_place("", sheet.title).strip()
            raise MisuseError(Fault("book.too_long", (("most", _LONGEST),), place, row, column))
        cell: Any = sheet.cell(row, column)
        if look in self._styles:
            cell._style = copy(self._styles[look])  # noqa: SLF001 - as openpyxl tells to copy one
        else:
            _give(cell, look)
            self._styles[look] = copy(cell._style)  # noqa: SLF001
        put(cell, value)


def _give(cell: Any, look: Look) -> None:  # noqa: ANN401 - a cell of openpyxl
    """Let a cell look so."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    colour = _GREY if look == "quiet" else None
    size = _SIZES.get(look, _SIZE)
    cell.font = Font(name=_FONT, bold=look in _BOLD, size=size, color=colour)
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=look not in _UNWRAPPED)
    cell.protection = Protection(locked=look not in _OPEN)
    if look in _FILLS:
        line = Side(style="thin", color="BFBFBF")
        cell.border = Border(left=line, right=line, top=line, bottom=line)
        cell.fill = PatternFill("solid", fgColor=_FILLS[look])
    if look == "typed":
        # Otherwise a clause 3-1 that is typed in would become a day.
        cell.number_format = "@"


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of ``width`` characters; a Chinese one is two."""
    parts = text.split("\n")
    told = (sum(1 + (east_asian_width(one) in "WFA") for one in part) for part in parts)
    return sum(max(1, ceil(part / (width - 1))) for part in told)


def finish(sheet: Any, orientation: str) -> None:  # noqa: ANN401 - a worksheet
    """Protect a sheet, without a password, and let it print well."""
    sheet.protection.sheet = True
    # What is False here may be done all the same.
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.autoFilter = False
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.oddFooter.center.text = render("book.page", {})
