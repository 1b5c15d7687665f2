"""How cells of a document look (单元格样式); each look is worked out once a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import Factory, define

from xinfang_core.workbook.saving import put

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Align
    from xinfang_core.documents.writers.sheets.values import Cell

Look = Literal["title", "heading", "caption", "text", "strong", "note", "head", "cell", "marked"]
"""The title, a heading, what stands above a table; a sentence, one that stands out, a remark; the
head of a table, one of its cells, one that stands out."""

_FONT: Final = "宋体"
_SIZES: Final[dict[Look, int]] = {"title": 16, "heading": 13, "note": 9}
_SIZE: Final = 11
_BOLD: Final[tuple[Look, ...]] = ("title", "heading", "caption", "strong", "head", "marked")
_TABLE: Final[tuple[Look, ...]] = ("head", "cell", "marked")
_SHADE, _LINE, _GREY, _INK = "DDE6F0", "BFBFBF", "595959", "000000"
_SIDES: Final = {"left": "left", "right": "right", "centre": "center"}


@define
class Looks:
    """Makes the cells of one sheet."""

    sheet: Any
    _made: dict[tuple[Look, str, Align], Any] = Factory(dict)

    def made(self, cell: Cell, look: Look, align: Align = "left") -> Any:  # noqa: ANN401 - of openpyxl
        """A cell to be appended to the sheet at once; a text is never a formula.

        The next cell of the same look is the same object: it has been written by then.
        """
        key = (look, cell.shown, align)
        found = self._made.get(key)
        if found is None:
            from openpyxl.cell import WriteOnlyCell

            found = self._made[key] = WriteOnlyCell(self.sheet)
            _give(found, *key)
        put(found, cell.value)
        if cell.shown:
            # A day would bring a format of its own.
            found.number_format = cell.shown
        return found


def _give(cell: Any, look: Look, shown: str, align: Align) -> None:  # noqa: ANN401
    """Let a cell look so."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    colour = _GREY if look == "note" else _INK
    cell.font = Font(name=_FONT, bold=look in _BOLD, size=_SIZES.get(look, _SIZE), color=colour)
    cell.alignment = Alignment(
        horizontal="center" if look == "head" else _SIDES[align],
        vertical="center" if look in _TABLE else "top",
        wrap_text=look != "title",
        indent=1 if look in {"cell", "marked"} and align == "left" else 0,
    )
    if look in _TABLE:
        line = Side(style="thin", color=_LINE)
        cell.border = Border(left=line, right=line, top=line, bottom=line)
    if look == "head":
        cell.fill = PatternFill("solid", fgColor=_SHADE)
    if shown:
        cell.number_format = shown
