"""The words of blocks as runs (文字)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.writers.word.looks import FAINT, FILLS
from xinfang_core.documents.writers.word.runs import Look, linked, run
from xinfang_core.documents.writers.words import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.documents.blocks import Run, Words


def runs(words: Words, bookmarks: Mapping[str, str]) -> str:
    """The words with their looks.

    Args:
        words: what is said.
        bookmarks: where anchors are; a link to none of them is plain words.

    """
    if isinstance(words, str):
        return run(words)
    return "".join(_run(one, bookmarks.get(one.link, "")) for one in words)


def _run(one: Run, bookmark: str) -> str:
    look = Look(
        style="Link" if bookmark else "",
        is_strong=one.strong,
        colour=FAINT if one.faint and not bookmark else "",
        fill=FILLS[one.badge] if one.badge else "",
    )
    written = run(shown(one), look)
    return linked(written, bookmark) if bookmark else written
