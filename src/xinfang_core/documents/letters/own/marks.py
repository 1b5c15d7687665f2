"""The marks of a template (模板标记): fields, repetition and presence, and nothing else.

What Jinja could do besides is not there to be used: every node of what it has parsed is one of
four kinds, and every name is that of a field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from xinfang_core.refusals import unknown_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

MOST_IFS: Final = 8
"""How many conditions may stand within one another."""

_RESERVED = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs"})


@frozen
class Wrong:
    """Something that is wrong with a mark (标记的错误).

    Attributes:
        code: what.
        line: the line of the source that it stands on.
        facts: what was found and wanted.

    """

    code: str
    line: int
    facts: tuple[tuple[str, object], ...] = ()


@frozen
class Known:
    """What marks may name at some place of a template (可用的名称).

    Attributes:
        fields: whether each field is a list, by its name.
        items: the names of the items that are being repeated.
        depth: how many conditions stand around.
        titles: the field of each Chinese name, which people write in its place.
        kind: the kind of letter, as people call it.

    """

    fields: Mapping[str, bool]
    items: frozenset[str] = field(factory=frozenset)
    depth: int = 0
    titles: Mapping[str, str] = field(factory=dict)
    kind: str = ""


def environment() -> SandboxedEnvironment:
    """How Jinja reads and renders a template: with nothing to call, and nothing left unsaid."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    made = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    made.globals.clear()
    made.filters.clear()
    made.tests.clear()
    return made


def wrong_marks(content: Sequence[nodes.Node], known: Known) -> Iterator[Wrong]:
    """Everything in a template that is no mark of ours.

    Args:
        content: the nodes that Jinja has parsed.
        known: what they may name.

    """
    from jinja2 import nodes

    for one in content:
        if isinstance(one, nodes.Output):
            yield from _output(one, known)
        elif isinstance(one, nodes.If):
            yield from _presence(one, known)
        elif isinstance(one, nodes.For):
            yield from _repetition(one, known)
        else:
            yield Wrong("template.not_allowed", _line(one))


def _line(one: nodes.Node) -> int:
    """The line of a node; some know it by their children alone."""
    from jinja2 import nodes

    known = (child.lineno for child in one.find_all(nodes.Node))
    return one.lineno or next(filter(None, known), 1)


def _output(one: nodes.Output, known: Known) -> Iterator[Wrong]:
    from jinja2 import nodes

    for piece in one.nodes:
        if isinstance(piece, nodes.Name):
            yield from _named(piece, known, is_list=False)
        elif not isinstance(piece, nodes.TemplateData):
            yield Wrong("template.not_allowed", piece.lineno)


def _presence(one: nodes.If, known: Known) -> Iterator[Wrong]:
    from jinja2 import nodes

    if not isinstance(one.test, nodes.Name):
        yield Wrong("template.not_allowed", one.lineno)
    elif one.test.name not in known.items:
        yield from _unknown(one.test, known)
    if known.depth == MOST_IFS:
        yield Wrong("template.too_deep", one.lineno, (("most", MOST_IFS),))
        return
    deeper = evolve(known, depth=known.depth + 1)
    for branch in (one.body, one.elif_, one.else_):
        yield from wrong_marks(branch, deeper)


def _repetition(one: nodes.For, known: Known) -> Iterator[Wrong]:
    from jinja2 import nodes

    item, listed = one.target, one.iter
    if known.items:
        yield Wrong("template.too_deep", one.lineno, (("most", MOST_IFS),))
        return
    if not isinstance(item, nodes.Name) or not isinstance(listed, nodes.Name):
        yield Wrong("template.not_allowed", one.lineno)
        return
    is_plain = not (one.test or one.else_ or one.recursive)
    if not is_plain or item.name in known.fields or item.name in _RESERVED:
        yield Wrong("template.not_allowed", one.lineno)
    yield from _named(listed, known, is_list=True)
    yield from wrong_marks(one.body, evolve(known, items=frozenset({item.name})))


def _named(one: nodes.Name, known: Known, *, is_list: bool) -> Iterator[Wrong]:
    """Whether a name is that of an item, or of a field that is a list or not, as is wanted."""
    if one.name in known.items and not is_list:
        return
    if one.name not in known.fields:
        yield from _unknown(one, known)
    elif known.fields[one.name] != is_list:
        code = "template.no_list" if is_list else "template.is_list"
        yield Wrong(code, one.lineno, (("found", one.name),))


def _unknown(one: nodes.Name, known: Known) -> Iterator[Wrong]:
    if one.name in known.fields:
        return
    if one.name in known.titles:
        facts = (("found", one.name), ("nearest", known.titles[one.name]))
        yield Wrong("template.no_field_near", one.lineno, facts)
        return
    refused = unknown_name("template.no_field", one.name, known.fields)
    yield Wrong(refused.code, one.lineno, (*refused.facts, ("kind", known.kind)))


def names_of(content: Sequence[nodes.Node]) -> Iterator[str]:
    """Every name that the marks use."""
    from jinja2 import nodes

    for one in content:
        yield from (name.name for name in one.find_all(nodes.Name))


def length_of(content: Sequence[nodes.Node], lengths: Mapping[str, Sequence[float]]) -> float:
    """How many characters a sound template has once it is filled in.

    Args:
        content: the nodes that Jinja has parsed.
        lengths: how long each field is; of a list, how long each item is.

    """
    return sum(_length(one, lengths) for one in content)


def _length(one: nodes.Node, lengths: Mapping[str, Sequence[float]]) -> float:
    from jinja2 import nodes

    match one:
        case nodes.TemplateData(data=str(data)):
            return len(data)
        case nodes.Name(name=str(name)):
            return sum(lengths[name])
        case nodes.For(iter=nodes.Name(name=str(listed)), target=nodes.Name(name=str(item))):
            items = lengths[listed]
            # Each item stands as often as one of middling length would.
            middling = (sum(items) / max(1, len(items)),)
            return len(items) * length_of(one.body, {**lengths, item: middling})
        case _:
            return sum(_length(child, lengths) for child in one.iter_child_nodes(exclude=("test",)))


_OPENING = re.compile(r"\{[{%#]")
_CLOSING: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}


def without_marks(text: str) -> str:
    """The text of a paragraph, its complete marks left out."""
    kept, at = [], 0
    for start, end in _spans(text):
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def marks_in(text: str) -> tuple[str, ...]:
    """The marks of a text, as they stand."""
    return tuple(text[start:end] for start, end in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the marks of a text begin and end; each character is looked at a few times at most.

    One expression would look through the whole rest of the text from every brace that has no end.
    """
    endless: set[str] = set()
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        closing = _CLOSING[opening[0]]
        end = -1 if closing in endless else text.find(closing, opening.end())
        if end < 0:
            endless.add(closing)
            at = opening.start() + 1
        else:
            at = end + len(closing)
            yield opening.start(), at
