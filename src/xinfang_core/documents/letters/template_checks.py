"""A template before anything is filled in (模板检查): what it is, and which marks it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.documents.letters.needing import need_docxtpl
from xinfang_core.documents.letters.own.contents import content_faults
from xinfang_core.documents.letters.own.marks import (
    Known,
    environment,
    length_of,
    marks_in,
    names_of,
    without_marks,
    wrong_marks,
)
from xinfang_core.documents.letters.own.package import opened_package
from xinfang_core.documents.letters.own.places import Place
from xinfang_core.documents.letters.own.trees import PARAGRAPH, TEXT, WORD
from xinfang_core.errors import Fault, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinja2 import nodes
    from lxml.etree import _Element

    from xinfang_core.documents.letters.form import Field, Form
    from xinfang_core.documents.letters.letter import Filled
    from xinfang_core.documents.letters.own.package import Package

MOST_MARKS: Final = 2000
"""Marks of a template."""

MOST_CHARACTERS: Final = 16_000_000
"""Characters of a template once it is filled in, its markup among them."""

_BREAK = len('<w:br/><w:t xml:space="preserve"></w:t>')

_STARTS = re.compile(r"<w:p(?=[ />])")
_OPENING = re.compile(r"\{[{%#].{0,40}", re.DOTALL)
_WIDE = re.compile(r"[{\uff5b]\s?\uff5b.{0,40}|\uff5b\s?[{%#\uff05\uff03].{0,40}", re.DOTALL)
_OF_MARKUP = re.compile(r"\{\{(p|r|tr|tc)\s|\{%\s*(colspan|cellbg|vm|hm)\b")
_WHITE = re.compile(r"[\r\n]")


@frozen
class Marked:
    """A part of a template whose marks are sound (带标记的部件).

    Attributes:
        part: its name.
        source: what Jinja reads.
        content: what it has read.

    """

    part: str
    source: str
    content: Sequence[nodes.Node]


@frozen
class Checked:
    """A template that a letter can be filled into (检查过的模板).

    Attributes:
        file: its name.
        parts: every part.
        marked: those that hold text.

    """

    file: str
    parts: Mapping[str, bytes]
    marked: tuple[Marked, ...]

    def used(self) -> frozenset[str]:
        """The names that its marks use."""
        return frozenset(name for one in self.marked for name in names_of(one.content))

    def check_length(self, values: Mapping[str, Filled]) -> None:
        """Refuse a template that repeats a letter's fields until they fill the memory.

        Raises:
            RecordError: it does.

        """
        lengths = {
            name: (_length(told),) if isinstance(told, str) else tuple(map(_length, told))
            for name, told in values.items()
        }
        if sum(length_of(one.content, lengths) for one in self.marked) > MOST_CHARACTERS:
            facts = (("most", MOST_CHARACTERS),)
            raise RecordError(Fault("template.too_long", facts, self.file))


def _length(text: str) -> int:
    """How many characters a value comes to, each break of a line with its markup."""
    return len(text) + _BREAK * text.count("\n")


def checked_template(template: bytes, name: str, form: Form) -> Checked:
    """A template, once everything in it is known to be sound.

    Args:
        template: the file.
        name: how errors call it.
        form: the kind of letter; its fields are those that marks may name.

    Raises:
        RecordError: it is no .docx, holds what templates must not hold, or has marks that are
            none of the form's fields; all faults at once.
        MisuseError: docxtpl is not installed.

    """
    need_docxtpl()
    package = opened_package(template, name)
    faults = list(_faults(package, name))
    if faults:
        raise RecordError(*faults)
    marked = []
    for part, kind in package.texts.items():
        found = _parsed(package.trees[part], part, kind, form, name)
        faults += found if isinstance(found, list) else []
        marked += [found] if isinstance(found, Marked) else []
    if faults:
        raise RecordError(*faults)
    return Checked(name, package.parts, tuple(marked))


def unused_fields(form: Form, checked: Checked) -> tuple[Field, ...]:
    """The required fields of a form that a template has no mark for.

    Args:
        form: the kind of letter.
        checked: the template.

    """
    used = checked.used()
    return tuple(one for one in form.fields if one.required and one.name not in used)


def _faults(package: Package, file: str) -> Iterator[Fault]:
    """What is wrong with the parts before their marks are read."""
    marks = 0
    for part, tree in package.trees.items():
        kind = package.texts.get(part, "")
        if kind and tree.nsmap.get("w") != WORD:
            yield Fault("template.strict", (), file)
            continue
        yield from content_faults(tree, part, kind, file)
        if kind:
            found = list(_paragraphs(tree))
            marks += sum(len(marks_in(text)) for _, text in found)
            yield from _unsound_marks(found, part, kind, file)
    if marks > MOST_MARKS:
        yield Fault("template.too_many_marks", (("most", MOST_MARKS),), file)


def _paragraphs(tree: _Element) -> Iterator[tuple[int, str]]:
    """The number and the text of each paragraph; those within others are not part of them."""
    texts: dict[_Element, list[str]] = {one: [] for one in tree.iter(PARAGRAPH)}
    for one in tree.iter(TEXT):
        around = next(one.iterancestors(PARAGRAPH), None)
        if around is not None:
            texts[around].append(one.text or "")
    for number, pieces in enumerate(texts.values(), 1):
        yield number, "".join(pieces)


def _unsound_marks(
    paragraphs: Sequence[tuple[int, str]], part: str, kind: str, file: str
) -> Iterator[Fault]:
    """Marks with wide braces, without an end, or that docxtpl puts where there is no text."""
    for number, text in paragraphs:
        place = ("place", Place(kind, part, number))
        if found := _WIDE.search(text):
            yield Fault("template.wide_mark", (place, ("found", found[0])), file)
        if "{" not in text:
            continue
        if found := _OPENING.search(without_marks(text)):
            yield Fault("template.open_mark", (place, ("found", found[0])), file)
        if _OF_MARKUP.search(text):
            yield Fault("template.mark_elsewhere", (place,), file)


def _parsed(tree: _Element, part: str, kind: str, form: Form, file: str) -> Marked | list[Fault]:
    """A part with sound marks, or what is wrong with them."""
    from jinja2 import TemplateSyntaxError

    source = _source(tree)
    known = Known(
        {one.name: one.is_list for one in form.fields},
        titles={one.title: one.name for one in form.fields},
        kind=form.kind.text(),
    )

    def fault(code: str, line: int, facts: tuple[tuple[str, object], ...] = ()) -> Fault:
        place = ("place", Place(kind, part, line - 1))
        found = (("found", _mark_on(source, line)),)
        return Fault(code, (place, *(facts or found)), file)

    try:
        content = environment().parse(source).body
    except TemplateSyntaxError as error:
        return [fault("template.syntax", error.lineno)]
    except (RecursionError, ValueError):  # thousands of brackets, or of digits
        return [fault("template.syntax", 1)]
    wrong = [fault(one.code, one.line, one.facts) for one in wrong_marks(content, known)]
    return wrong or Marked(part, source, content)


def _source(tree: _Element) -> str:
    """A part as Jinja reads it: each paragraph begins a line, which tells where a mark stands."""
    from io import BytesIO

    from docxtpl import DocxTemplate
    from lxml import etree

    text = _WHITE.sub(" ", etree.tostring(tree, encoding="unicode"))
    patched: str = DocxTemplate(BytesIO()).patch_xml(_STARTS.sub("\n<w:p", text))
    return patched


def _mark_on(source: str, line: int) -> str:
    """The marks of a line, for whoever looks for them."""
    return " ".join(marks_in(source.split("\n")[line - 1])) or "?"
