"""Cases as recorded (事项记录), made from the fields themselves.

The schema describes what is written: English keys, terms by their keys, with the official words
as titles. What is read besides (Chinese headers, Chinese terms, other date forms) is a courtesy,
not part of the contract.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xinfang_core.case.event import NEEDED
from xinfang_core.codec.columns import EVENTS
from xinfang_core.codec.fields import AGENT, CASE_NO, EVENT_FIELDS, FACTS
from xinfang_core.codec.schema.shapes import CLOCK, DAY, NAME
from xinfang_core.vocabulary import EventKind, ReplyKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.codec.fields import Field
    from xinfang_core.codec.plain import Json
    from xinfang_core.vocabulary import Step

MOMENT = f"{DAY.removesuffix('$')}(T{CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?$"
"""A day, or an instant, perhaps with its zone."""

_YUAN = r"^[0-9]{1,12}([.][0-9]{1,2})?$"
_LARGEST = 9999


def case() -> Json:
    """A case as recorded."""
    return {
        "description": "A petition case as recorded; what is left out is not recorded.",
        **_object((CASE_NO, *FACTS, *AGENT), (CASE_NO.name,)),
    }


def _object(fields: Iterable[Field], required: Iterable[str]) -> Json:
    """An object of these fields, and for a case its history."""
    known = tuple(fields)
    properties: Json = {one.name: _field(one) for one in known}
    if CASE_NO in known:
        properties[EVENTS] = {"type": "array", "title": "经过", "items": _event()}
    return {
        "type": "object",
        "required": [*required],
        "additionalProperties": False,
        "properties": properties,
    }


def _event() -> Json:
    """One event; the kinds that say nothing without a detail have it."""
    return {
        **_object(EVENT_FIELDS, ("kind", "at")),
        "allOf": [_needs(kind, names) for kind, names in NEEDED.items()],
    }


def _needs(kind: Step, names: Iterable[str]) -> Json:
    """That an event of the kind has the details."""
    of_kind = {"properties": {"kind": {"const": kind.name}}}
    return {"if": of_kind, "then": {"required": [*names]}}


def _field(one: Field) -> Json:
    value = _value(one)
    if one.many:
        return {"title": one.chinese, "type": "array", "items": value}
    return {"title": one.chinese, **value}


def _value(one: Field) -> Json:
    """What may stand in a field, by the type of its fact."""
    kind: Any = one.kind
    if one.fact in {"at", "until"}:
        return {"type": "string", "pattern": MOMENT}
    if isinstance(kind, type) and issubclass(kind, Term):
        known: Json = {"oneOf": [{"const": term.name, "title": str(term.value)} for term in kind]}
        return {"anyOf": [known, _OWN]} if kind in _OPEN else known
    return {**_PLAIN[kind]}


_OPEN = frozenset({EventKind, ReplyKind})
"""The closed lists beside which a policy may declare names of its own."""

_OWN: Json = {"type": "string", "pattern": NAME, "title": "办法自定的名目"}
"""The key of a name that a policy declares; which there are, only that policy says."""

_PLAIN: dict[Any, Json] = {
    str: {"type": "string", "minLength": 1},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": _LARGEST},
    Decimal: {"type": "string", "pattern": _YUAN},
    date: {"type": "string", "pattern": DAY},
}
"""What stands for a value that is no term."""
