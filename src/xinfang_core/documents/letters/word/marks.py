"""The marks of templates (模板标记), as docxtpl reads them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from xinfang_core.documents.writers.word.runs import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.documents.letters.form import Form


def output(name: str) -> str:
    """The mark in whose place a field stands."""
    return f"{{{{ {name} }}}}"


def when(name: str, given: Iterable[str], otherwise: Iterable[str] = ()) -> Iterator[str]:
    """Paragraphs that stand only where a field is given, and others where it is not."""
    others = tuple(otherwise)
    yield _mark(f"if {name}")
    yield from given
    if others:
        yield from chain((_mark("else"),), others)
    yield _mark("endif")


def for_each(name: str, content: str) -> str:
    """A paragraph that is repeated for each item of a list; ``{{ each }}`` in it is the item."""
    return _mark(f"for each in {name}") + content + _mark("endfor")


def is_given(form: Form, name: str) -> bool:
    """Whether a form has a field."""
    return any(one.name == name for one in form.fields)


def _mark(words: str) -> str:
    return paragraph((run(f"{{%p {words} %}}"),))
