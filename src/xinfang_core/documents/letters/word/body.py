"""The paragraphs and tables of letters (正文、表格), with the marks of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.form import Grid
from xinfang_core.documents.letters.measures import points
from xinfang_core.documents.letters.word.grid import table
from xinfang_core.documents.letters.word.looks import STYLE_OF, moved
from xinfang_core.documents.letters.word.marks import for_each
from xinfang_core.documents.writers.word.runs import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.letters.form import Form, Part

_SIGNED = {"signature", "date"}


def body(form: Form) -> Iterator[str]:
    """All parts of a form in order, its title not among them."""
    lists = frozenset(one.name for one in form.fields if one.is_list)
    for part in form.body:
        if isinstance(part, Grid):
            yield table(part, lists)
            # Two tables in a row would become one, and a page must not end with one.
            yield paragraph((), STYLE_OF["note"])
        else:
            yield _part(part)


def _part(part: Part) -> str:
    placed = _signature_place() if part.style in _SIGNED else ""
    content = paragraph((run(part.text),), STYLE_OF[part.style], placed)
    return for_each(part.each, content) if part.each else content


def _signature_place() -> str:
    """Signature and date stand above one another in the middle of what the seal covers."""
    return moved(left=points("text_width") - points("signature_width"))
