"""A document as xlsx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Document


def xlsx(document: Document) -> bytes:
    """The whole file."""
    raise NotImplementedError(document)
