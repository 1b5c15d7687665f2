"""A document as sheets (分表): one for each heading of the first level, under its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.documents.blocks import Heading
from xinfang_core.documents.writers.words import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.blocks import Block, Draft

_LONGEST: Final = 31
"""Characters of the title of a sheet; spreadsheets take no more."""

_NOT_TAKEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")


@frozen
class Part:
    """What stands on one sheet.

    Attributes:
        title: what its tab says.
        blocks: its contents, its heading among them.

    """

    title: str
    blocks: tuple[Block, ...]


def parts_of(draft: Draft, last: str) -> Iterator[Part]:
    """The sheets; what stands before the first heading stands on its sheet.

    Args:
        draft: the document.
        last: the title of the sheet that comes after them.

    """
    taken = {last.casefold()}
    for blocks in _split(draft.blocks):
        named = (one for one in blocks if isinstance(one, Heading) and one.level == 1)
        heading = next(named, None)
        yield Part(_title(text_of(heading.words) if heading else draft.title, taken), blocks)


def _split(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Each heading of the first level with what follows it."""
    starts = [at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.level == 1]
    ends = [*starts[1:], len(blocks)] if starts else [len(blocks)]
    begins = [0, *starts[1:]] if starts else [0]
    for begin, end in zip(begins, ends, strict=True):
        yield blocks[begin:end]


def _title(words: str, taken: set[str]) -> str:
    """A title that spreadsheets take, and that no other sheet has."""
    plain_words = _NOT_TAKEN.sub("", words).strip("' ")[:_LONGEST] or "-"
    title, number = plain_words, 1
    while title.casefold() in taken:
        number += 1
        title = f"{plain_words[: _LONGEST - 4]} {number}"
    taken.add(title.casefold())
    return title
