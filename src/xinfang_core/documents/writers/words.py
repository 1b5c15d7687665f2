"""What all writers ask of words (文字): their runs, and their text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Run, Table
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.blocks import Document, Words


def runs_of(words: Words) -> tuple[Run, ...]:
    """Words as runs, of which none is empty."""
    found = (Run(words),) if isinstance(words, str) else words
    return tuple(run for run in found if run.text)


def text_of(words: Words) -> str:
    """Words without their marks; a badge keeps its brackets."""
    return "".join(map(shown, runs_of(words)))


def shown(run: Run) -> str:
    """What stands for a run: a badge is told from the words beside it in black and white too."""
    return run.text if run.badge is None else f"〔{run.text}〕"


def provenance(document: Document) -> Table:
    """What made the document, and for whom, as the table that stands at its end."""
    heads = (render("documents.made_by.name", {}), render("documents.made_by.value", {}))
    return Table(heads, tuple(_provenance(document)), widths=(1, 3))


def _provenance(document: Document) -> Iterator[tuple[str, str]]:
    yield from document.draft.made_by
    yield render("documents.audience", {}), document.audience.value
