"""A document as a workbook (工作簿): real numbers and days, charts, a sheet for each part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xinfang_core.documents.writers.sheets.looks import Looks
from xinfang_core.documents.writers.sheets.splitting import Part, parts_of
from xinfang_core.documents.writers.sheets.writing import Writing, frozen_at, widths_of
from xinfang_core.documents.writers.words import provenance
from xinfang_core.messages import render
from xinfang_core.workbook.saving import escaped, new_workbook, saved

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Document

_A4: Final = 9
_MARGIN: Final = 0.4
"""In inches."""


def xlsx(document: Document) -> bytes:
    """The whole file; the same document gives the same bytes.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    draft, book = document.draft, new_workbook(by_row=True)
    book.properties.title = escaped(draft.title)
    last = render("documents.made_by", {})
    for place, part in enumerate(parts_of(draft, last)):
        _write_part(book, part, draft.title if place == 0 else "", landscape=draft.landscape)
    _write_part(book, Part(last, (provenance(document),)), "", landscape=draft.landscape)
    return saved(book)


def _write_part(book: Any, part: Part, title: str, *, landscape: bool) -> None:  # noqa: ANN401
    """One sheet; the first one has the title of the document."""
    sheet, widths = book.create_sheet(part.title), widths_of(part.blocks)
    _set_up(sheet, widths, landscape=landscape)
    if not title:
        sheet.freeze_panes = frozen_at(part.blocks) or None
    writing = Writing(sheet, widths, Looks(sheet))
    if title:
        writing.sentence(title, "title")
    writing.write(part.blocks)


def _set_up(sheet: Any, widths: list[int], *, landscape: bool) -> None:  # noqa: ANN401
    """Widths, and how the sheet is printed."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = _A4, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.oddFooter.center.text = render("book.page", {})
