"""A letter filled into its template (填写文书): the office's own, or the one that ships.

Jinja never sees what is filled in. A template is rendered with tokens, and the values take their
place in the tree of XML: so no value is ever read as a mark or as markup, whatever it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.own.marks import environment
from xinfang_core.documents.letters.own.properties import with_properties
from xinfang_core.documents.letters.own.tokens import filled_tree, tokens_of
from xinfang_core.documents.letters.template_checks import checked_template
from xinfang_core.workbook.packing import packed

if TYPE_CHECKING:
    from xinfang_core.documents.letters.letter import Letter
    from xinfang_core.documents.letters.own.tokens import Tokens
    from xinfang_core.documents.letters.template_checks import Checked, Marked


def filled(letter: Letter, template: bytes, name: str) -> bytes:
    """The Word file of a letter.

    Args:
        letter: its form and what is filled in.
        template: the file of the template.
        name: how errors call the template.

    Raises:
        RecordError: the template is no .docx, holds what templates must not hold, or has marks
            that are none of the fields of the letter; all faults at once.
        MisuseError: docxtpl is not installed.

    """
    return filled_in(letter, checked_template(template, name, letter.form))


def filled_in(letter: Letter, template: Checked) -> bytes:
    """The Word file of a letter, of a template that has been checked for its form.

    Args:
        letter: its form and what is filled in.
        template: the template.

    Raises:
        RecordError: the template repeats too much, or its marks tear it apart.

    """
    template.check_length(letter.values)
    tokens = tokens_of(letter.values)
    parts = {one.part: _part(one, tokens, template.file) for one in template.marked}
    return packed(with_properties({**template.parts, **parts}, letter, template.file))


def _part(marked: Marked, tokens: Tokens, file: str) -> bytes:
    rendered = environment().from_string(marked.source).render(tokens.context)
    return filled_tree(rendered.replace("\n", ""), tokens.values, marked.part, file)
