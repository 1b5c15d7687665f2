"""The templates that ship (文书模板): a Word file with the marks of docxtpl, made of the form.

Offices change such a file to their taste and give it back; letters come from it the same way.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from xinfang_core.documents.letters.word.body import body
from xinfang_core.documents.letters.word.foot import counted_pages, imprint, page_numbers
from xinfang_core.documents.letters.word.head import (
    letter_foot,
    letter_head,
    letter_number,
    official_head,
)
from xinfang_core.documents.letters.word.looks import base, page, styles
from xinfang_core.documents.writers.word.package import WordFile, word_bytes
from xinfang_core.documents.writers.word.runs import paragraph, run
from xinfang_core.vocabulary import LetterLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.documents.letters.form import Form
    from xinfang_core.documents.writers.word.page import Margin, Page


def default_template(form: Form) -> bytes:
    """The Word file that letters of a kind are made from, unless an office has its own.

    Args:
        form: the kind of letter.

    """
    if form.layout is LetterLayout.official:
        told = chain(official_head(form), _titled(form), imprint(form, has_lines=True))
        return _file(form, page(), page_numbers(), told)
    if form.layout is LetterLayout.letter:
        margins = (letter_head(), letter_foot(), *page_numbers(lifted=True))
        told = chain((letter_number(),), _titled(form), imprint(form, has_lines=False))
        return _file(form, page(is_letter=True, has_own_first=True), margins, told)
    return _file(form, page(), counted_pages(), _titled(form, "FormTitle"))


def _titled(form: Form, style: str = "Title") -> Iterable[str]:
    return chain((paragraph((run(form.title),), style),), body(form))


def _file(form: Form, setup: Page, margins: tuple[Margin, ...], content: Iterable[str]) -> bytes:
    name = form.kind.text()
    file = WordFile(title=name, page=setup, base=base(), styles=styles(), margins=margins)
    return word_bytes(file, content)
