"""A document as PDF, by typst (PDF)."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.documents.blocks import Table
from xinfang_core.documents.writers.pdf_content import content
from xinfang_core.documents.writers.pdf_fonts import chosen, lacking, marked
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.documents.blocks import Document

MOST_CELLS = 16_000
"""So many cells of tables in one document: with more it would take over 400 MB to set."""


@frozen
class Pdf:
    """A file of PDF (PDF 文件).

    Attributes:
        content: the file.
        replaced: the fonts that were not there, each with the one that stands for it.
        missing: the characters that no font has; a mark, 〓, stands for each.

    """

    content: bytes
    replaced: tuple[tuple[str, str], ...]
    missing: tuple[str, ...] = ()


def pdf(document: Document, font_folders: tuple[Path, ...] = ()) -> Pdf:
    """The whole file; of the same document and fonts the same bytes.

    Args:
        document: what it says.
        font_folders: where fonts are sought beside those of the system.

    Raises:
        MisuseError: the extra is missing, there is no Chinese font, or the tables are too long.

    """
    need_typst()
    _refuse_many(document)
    import typst

    fonts = typst.Fonts(font_paths=[str(folder) for folder in font_folders])
    places = chosen(fonts.fonts())
    words = content(document, places.families)
    families = {family for place in places.families.values() for family in place}
    missing = lacking(words, fonts.fonts(), families)
    page = files("xinfang_core.documents.writers").joinpath("page.typ").read_bytes()
    given = {"given": marked(words, missing)}
    made = typst.compile(page, font_paths=fonts, sys_inputs=given)
    return Pdf(made, places.replaced, tuple(sorted(missing)))


def _refuse_many(document: Document) -> None:
    """Typst keeps all cells of a document in memory, each some 15 kB."""
    tables = (block for block in document.draft.blocks if isinstance(block, Table))
    cells = sum(len(table.rows) * len(table.heads) for table in tables)
    if cells > MOST_CELLS:
        raise MisuseError(Fault("documents.pdf_too_long", (("cells", cells), ("most", MOST_CELLS))))


def need_typst() -> None:
    """Ask for the extra where it is missing.

    Raises:
        MisuseError: typst is not installed.

    """
    if find_spec("typst") is None:
        raise MisuseError(Fault("documents.needs_pdf"))
