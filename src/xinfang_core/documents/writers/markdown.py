"""A document as markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Document


def markdown(document: Document) -> str:
    """The whole file."""
    raise NotImplementedError(document)
