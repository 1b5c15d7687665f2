"""What stands for values while a template is rendered (占位), and how they take its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.documents.letters.own.trees import PARAGRAPH, TEXT, WORD, tree_of, written
from xinfang_core.documents.privacy.legal import legal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from xinfang_core.documents.letters.letter import Filled

_TOKEN = re.compile("\ue000([0-9]{1,9})\ue001")
_BREAKS = re.compile("([\n\t])")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK, _TAB = f"{{{WORD}}}br", f"{{{WORD}}}tab"
_ROW, _CELL, _TABLE = f"{{{WORD}}}tr", f"{{{WORD}}}tc", f"{{{WORD}}}tbl"
_HOLDERS = tuple(
    f"{{{WORD}}}{one}" for one in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")
)


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
        RecordError: what was rendered is no XML.

    """
    tree = tree_of(rendered.encode(), part, file)
    for one in list(tree.iter(TEXT)):
        if _TOKEN.search(one.text or ""):
            _fill(one, values)
    _mend(tree)
    return written(tree)


def _fill(one: _Element, values: Sequence[str]) -> None:
    """Put values into a text; a line feed breaks its line, a tabulator is one."""
    words = _TOKEN.sub(lambda found: values[int(found[1])], one.text or "")
    first, *pieces = _BREAKS.split(words)
    one.text = first
    one.set(_SPACE, "preserve")
    before = one
    for mark, piece in zip(pieces[::2], pieces[1::2], strict=True):
        for name, text in ((_BREAK if mark == "\n" else _TAB, None), (TEXT, piece)):
            made = one.makeelement(name, {_SPACE: "preserve"} if name == TEXT else {})
            made.text = text
            before.addnext(made)
            before = made


def _mend(tree: _Element) -> None:
    """What Word calls damaged: tables without cells, and cells that do not end in a paragraph."""
    _drop(row for row in list(tree.iter(_ROW)) if row.find(_CELL) is None)
    _drop(table for table in list(tree.iter(_TABLE)) if table.find(_ROW) is None)
    for holder in tree.iter(*_HOLDERS):
        if not len(holder) or holder[-1].tag != PARAGRAPH:
            holder.append(holder.makeelement(PARAGRAPH))


def _drop(elements: Iterable[_Element]) -> None:
    for one in elements:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
