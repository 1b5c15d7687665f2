"""The headings of a document, and where links lead to (大纲与书签)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.documents.blocks import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xinfang_core.documents.blocks import Block


@frozen
class Outline:
    """Headings and bookmarks (大纲).

    Attributes:
        headings: all headings, in order.
        bookmarks: the bookmark of each anchor; of two headings with the same one, the first.

    """

    headings: tuple[Heading, ...]
    bookmarks: Mapping[str, str] = field(hash=False)

    @staticmethod
    def bookmark(number: int) -> str:
        """The bookmark of a heading, counted from 1: Word takes no hyphens and 40 signs."""
        return f"heading_{number}"


def outline_of(blocks: Iterable[Block]) -> Outline:
    """The outline of the blocks of a document."""
    headings = tuple(one for one in blocks if isinstance(one, Heading))
    places = {
        one.anchor: Outline.bookmark(number)
        for number, one in reversed([*enumerate(headings, 1)])
        if one.anchor
    }
    return Outline(headings, places)
