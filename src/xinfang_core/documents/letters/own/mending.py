"""What marks leave behind in a filled part (整理): nothing that Word would call damaged."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from xinfang_core.documents.letters.own.trees import PARAGRAPH, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

SIGNATURE: Final = "Signature"
"""The style of signatures, in our templates and in those that were made of them."""

_ROW, _CELL, _TABLE = f"{{{WORD}}}tr", f"{{{WORD}}}tc", f"{{{WORD}}}tbl"
_HOLDERS = tuple(
    f"{{{WORD}}}{one}" for one in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")
)
_PROPERTIES, _STYLE = f"{{{WORD}}}pPr", f"{{{WORD}}}pStyle"
_KEPT, _VALUE = f"{{{WORD}}}keepNext", f"{{{WORD}}}val"


def mend(tree: _Element) -> None:
    """Mend a part in its place.

    Tables without cells go, cells that do not end in a paragraph get one, and a signature stays
    on the page of what it signs.
    """
    _drop(row for row in list(tree.iter(_ROW)) if row.find(_CELL) is None)
    _drop(table for table in list(tree.iter(_TABLE)) if table.find(_ROW) is None)
    for holder in tree.iter(*_HOLDERS):
        if not len(holder) or holder[-1].tag != PARAGRAPH:
            holder.append(holder.makeelement(PARAGRAPH))
    for style in tree.iter(_STYLE):
        if style.get(_VALUE) == SIGNATURE:
            for signature in islice(style.iterancestors(PARAGRAPH), 1):
                _keep_before(signature)


def _drop(elements: Iterable[_Element]) -> None:
    for one in elements:
        next(one.iterancestors()).remove(one)


def _keep_before(signature: _Element) -> None:
    """Which paragraph stands before it is known only now: lists may be empty."""
    before = signature.getprevious()
    if before is None or before.tag != PARAGRAPH:
        return
    properties = before.find(_PROPERTIES)
    if properties is None:
        properties = before.makeelement(_PROPERTIES)
        before.insert(0, properties)
    if properties.find(_KEPT) is None:
        has_style = properties.find(_STYLE) is not None
        properties.insert(1 if has_style else 0, properties.makeelement(_KEPT))
