"""What stands for values while a template is rendered (占位), and how they take its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.documents.letters.own.mending import mend
from xinfang_core.documents.letters.own.places import Place
from xinfang_core.documents.letters.own.trees import TEXT, WORD, tree_of, written
from xinfang_core.documents.privacy.legal import legal
from xinfang_core.errors import Fault, RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from xinfang_core.documents.letters.letter import Filled

_TOKEN = re.compile("\ue000([0-9]{1,9})\ue001")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK = f"{{{WORD}}}br"


@frozen
class Tokens:
    """Tokens for the values of a letter (占位).

    Attributes:
        context: what Jinja is given: a token for each field, a list of them for each list.
        values: what they stand for, by their numbers.

    """

    context: Mapping[str, str | list[str]]
    values: Sequence[str]


def tokens_of(values: Mapping[str, Filled]) -> Tokens:
    """Tokens for values; an empty value has an empty one, so that its absence can be told."""
    told: list[str] = []

    def token(text: str) -> str:
        told.append(legal(text))
        return f"\ue000{len(told) - 1}\ue001" if text else ""

    context = {
        name: token(one) if isinstance(one, str) else [token(item) for item in one]
        for name, one in values.items()
    }
    return Tokens(context, told)


def filled_tree(rendered: str, values: Sequence[str], part: str, file: str) -> bytes:
    """A rendered part with the values in place of their tokens.

    Args:
        rendered: the part as Jinja has rendered it.
        values: what the tokens stand for.
        part: its name.
        file: the name of the template.

    Raises:
        RecordError: what was rendered is no XML, or a token stands where no text does.

    """
    try:
        tree = tree_of(rendered.encode(), part, file)
    except RecordError:
        raise RecordError(Fault("template.broken", (("part", part),), file)) from None
    for one in list(tree.iter()):
        if _TOKEN.search(_besides_text(one)):
            place = ("place", Place("", part))
            raise RecordError(Fault("template.mark_elsewhere", (place,), file))
        if one.tag == TEXT and _TOKEN.search(one.text or ""):
            _fill(one, values)
    mend(tree)
    return written(tree)


def _besides_text(one: _Element) -> str:
    """What an element holds where no reader sees it as text."""
    within = "" if one.tag == TEXT else one.text or ""
    return "".join((within, one.tail or "", *map(str, one.values())))


def _fill(one: _Element, values: Sequence[str]) -> None:
    """Put values into a text; a line feed breaks its line."""

    def value(found: re.Match[str]) -> str:
        number = int(found[1])
        # A template may hold characters that look like a token.
        return values[number] if number < len(values) else found[0]

    first, *lines = _TOKEN.sub(value, one.text or "").split("\n")
    one.text = first
    one.set(_SPACE, "preserve")
    before = one
    for line in lines:
        made = one.makeelement(TEXT, {_SPACE: "preserve"})
        made.text = line
        before.addnext(made)
        before.addnext(one.makeelement(_BREAK))
        before = made
