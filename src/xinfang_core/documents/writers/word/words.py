"""The words of blocks as runs (文字)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.writers.word.looks import FAINT, FILLS
from xinfang_core.documents.writers.word.runs import Look, linked, run
from xinfang_core.documents.writers.word.widths import units
from xinfang_core.documents.writers.words import runs_of, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.documents.blocks import Run, Words


def measured(words: Words, smaller: float = 1) -> float:
    """How wide the longest line of words is, in units.

    Args:
        words: the words.
        smaller: the size of what stands back, as a part of that of the rest.

    """
    lines = [0.0]
    for one in runs_of(words):
        first, *others = (
            units(line) * (smaller if one.faint else 1) for line in shown(one).split("\n")
        )
        lines[-1] += first
        lines += others
    return max(lines)


def runs(words: Words, bookmarks: Mapping[str, str], small: float = 0) -> str:
    """The words with their looks.

    Args:
        words: what is said.
        bookmarks: where anchors are; a link to none of them is plain words.
        small: the size of what stands back, in points; 0 for that of the rest.

    """
    if isinstance(words, str):
        return run(words)
    return "".join(_run(one, bookmarks.get(one.link, ""), small) for one in words)


def _run(one: Run, bookmark: str, small: float) -> str:
    look = Look(
        style="Link" if bookmark else "",
        is_strong=one.strong,
        colour=FAINT if one.faint and not bookmark else "",
        points=small if one.faint else 0,
        fill=FILLS[one.badge] if one.badge else "",
    )
    written = run(shown(one), look)
    return linked(written, bookmark) if bookmark else written
