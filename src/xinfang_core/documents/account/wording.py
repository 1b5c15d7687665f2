"""Sentences and their sources as words of a document (依据的写法)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Run
from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.decision import Reason
    from xinfang_core.documents.blocks import Words
    from xinfang_core.sources import Citation


def said(code: str, **facts: object) -> str:
    """A sentence of the account."""
    return render(f"account.{code}", facts)


def cited(reason: Reason) -> Words:
    """The sentence of a reason, where it is written, and how firmly."""
    if reason.citation is None:
        return reason.text()
    return (Run(f"{reason.text()}　"), *where(reason.citation))


def where(citation: Citation) -> tuple[Run, ...]:
    """Where something is written, and the badge of its basis."""
    return Run(f"{place(citation)} ", faint=True), badge(citation)


def badge(citation: Citation) -> Run:
    """How firmly it is written."""
    return Run(citation.basis.text(), badge=citation.basis)


def place(citation: Citation) -> str:
    """Source, clause and phrase."""
    quoted = said("quoted", phrase=citation.phrase) if citation.phrase else ""
    return " ".join(filter(None, (citation.source, citation.clause))) + quoted
