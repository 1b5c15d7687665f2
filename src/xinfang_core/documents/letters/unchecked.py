"""What of the letters nobody could check (未核对的文书): contents, measures, fonts."""

from __future__ import annotations

from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.measures import fonts, measures
from xinfang_core.messages import render
from xinfang_core.vocabulary import Basis, LetterKind


def known_by_name() -> tuple[str, ...]:
    """The letters of which no source tells what they contain."""
    return tuple(kind.text() for kind in LetterKind if form_of(kind).known_by_name)


def unverified() -> tuple[tuple[str, str], ...]:
    """The measures and fonts that could not be held against the standard, each with its value."""
    sizes = tuple(
        (one.title, render(f"letter.unit.{one.unit}", {"value": f"{one.value:g}"}))
        for one in measures().values()
        if one.basis is Basis.assumed
    )
    return sizes + tuple((one.used_for, one.name) for one in fonts() if one.basis is Basis.assumed)
