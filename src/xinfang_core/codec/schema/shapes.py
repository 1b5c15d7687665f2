"""The pieces that schemas are made of (契约的构件): objects, lists, words, and what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core import vocabulary
from xinfang_core.policy.wording import list_title
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Certainty,
    Severity,
    Status,
    Term,
    Undetermined,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from xinfang_core.codec.plain import Json

LATER: frozenset[str] = frozenset()
"""What came after this version of the contract was released, and so is not told by name.

Rules by their names, terms as ``CaseClass.name``. What was released lets them pass where rules
and terms may be added, and stays as it is.
"""

DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?"
NAME = "^[a-z][a-z0-9_]*$"
"""The key of a rule, of a term, or of what a policy declares."""

PLACE = r"^[a-z][a-z0-9_]*([.][a-z0-9_]+)*$"
"""The code of a reason, or the name of what is missing."""

DIGEST = r"^[0-9a-f]{16}([+][0-9a-f]{16})*$"

A_DAY: Json = {"type": "string", "format": "date", "pattern": DAY}
A_MOMENT: Json = {
    "type": "string",
    "format": "date-time",
    "pattern": f"{DAY.removesuffix('$')}T{CLOCK}[+]08:00$",
}
A_NAME: Json = {"type": "string", "pattern": NAME}
A_PLACE: Json = {"type": "string", "pattern": PLACE}
A_FLAG: Json = {"type": "boolean"}
A_TEXT: Json = {"type": "string"}
SOME_TEXT: Json = {"type": "string", "minLength": 1}
A_COUNT: Json = {"type": "integer", "minimum": 0}
A_NUMBER: Json = {"type": "integer", "minimum": 1}
YUAN: Json = {"type": "number", "minimum": 0}
NOTHING: Json = {"type": "null"}

CLOSED = frozenset({Absent, Basis, Certainty, Severity, Status, Undetermined, Unit})
"""The words of the wire itself, which a version of the contract settles.

The other lists are of the field, and a new rule or a new regulation may add to them.
"""


def an_object(properties: Mapping[str, Json], optional: Container[str] = ()) -> Json:
    """An object of these members and no others, in a fixed order."""
    return {
        "type": "object",
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
        "properties": {**properties},
    }


def a_map(values: Json, keys: str = NAME) -> Json:
    """An object of any members whose keys fit a pattern, all of one shape."""
    return {"type": "object", "propertyNames": {"pattern": keys}, "additionalProperties": values}


def a_list(items: Json) -> Json:
    """A list of one shape."""
    return {"type": "array", "items": items}


def one_of(words: Mapping[str, str]) -> Json:
    """One of these words, each with its title."""
    return {"oneOf": [{"const": word, "title": title} for word, title in words.items()]}


def any_of(*shapes: Json) -> Json:
    """Any of these shapes; of one alone that one."""
    return {"anyOf": [*shapes]} if len(shapes) > 1 else shapes[0]


def or_null(shape: Json) -> Json:
    """The shape, or nothing; both under its title."""
    title = {"title": shape["title"]} if "title" in shape else {}
    bare = {name: part for name, part in shape.items() if name not in title}
    return {**title, **any_of(bare, NOTHING)}


def titled(title: str, shape: Json) -> Json:
    """A shape under a title."""
    return {"title": title, **shape}


def ref(name: str) -> Json:
    """A piece of the same document: one of its own, or a closed list by the name of its class."""
    return {"$ref": f"#/$defs/{name}"}


def standing_alone(body: Json, pieces: Mapping[str, Json]) -> Json:
    """A document with every piece that it refers to, and no others."""
    found: dict[str, Json] = {}
    waiting = [*_refs(body)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = pieces[name] if name in pieces else _term(getattr(vocabulary, name))
            waiting += _refs(found[name])
    return {**body, "$defs": dict(sorted(found.items()))}


def _refs(value: object) -> Iterator[str]:
    """The names of all pieces that a shape refers to itself."""
    if isinstance(value, dict):
        named = value.get("$ref")
        if isinstance(named, str):
            yield named.rpartition("/")[2]
        value = [*value.values()]
    if isinstance(value, list):
        for part in value:
            yield from _refs(part)


def _term(terms: type[Term]) -> Json:
    """A list of the field: its words, and where it may grow any other key."""
    known = {
        one.name: str(one.value) for one in terms if f"{terms.__name__}.{one.name}" not in LATER
    }
    words = one_of(known)
    if terms not in CLOSED:
        words = any_of(words, titled("今后增加的，或者办法自定的", A_NAME))
    return titled(list_title(terms), words)
