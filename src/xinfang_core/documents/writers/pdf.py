"""A document as PDF, by typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.documents.blocks import Document


@frozen
class Pdf:
    """A file of PDF (PDF 文件).

    Attributes:
        content: the file.
        replaced: the fonts that were not there, each with the one that stands for it.

    """

    content: bytes
    replaced: tuple[tuple[str, str], ...]


def pdf(document: Document, font_folders: tuple[Path, ...] = ()) -> Pdf:
    """The whole file."""
    raise NotImplementedError(document, font_folders)
