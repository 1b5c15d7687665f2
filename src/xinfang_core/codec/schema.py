"""The JSON contract of records (数据契约), as JSON Schema 2020-12, made from the fields themselves.

A schema describes what is written: English keys, terms by their keys, with the official words as
titles. What is read besides (Chinese headers, Chinese terms, other date forms) is a courtesy, not
part of the contract. A version that was released never changes: a test holds it to its copy.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xinfang_core.case.event import NEEDED
from xinfang_core.codec.columns import EVENTS
from xinfang_core.codec.fields import AGENT, CASE_NO, EVENT_FIELDS, FACTS
from xinfang_core.refusals import unknown_declared
from xinfang_core.vocabulary import EventKind, ReplyKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.codec.fields import Field
    from xinfang_core.codec.plain import Json
    from xinfang_core.vocabulary import Step

VERSION = 1
"""The version of the contract."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?"
_MOMENT = f"{_DAY.removesuffix('$')}(T{_CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?$"
_YUAN = r"^[0-9]{1,12}([.][0-9]{1,2})?$"
_LARGEST = 9999


def schema_of(name: str) -> Json:
    """The schema of this name: ``case`` or ``error``.

    Raises:
        UnknownNameError: there is none; the nearest name is offered.

    """
    if name not in SCHEMAS:
        raise unknown_declared("value.unknown_term", name, SCHEMAS, "schema")
    return {"$schema": _DRAFT, "$id": f"urn:xinfang-core:schema:{name}:{VERSION}", **SCHEMAS[name]}


def _case() -> Json:
    return {
        "title": "信访事项",
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
        return {"type": "string", "pattern": _MOMENT}
    if isinstance(kind, type) and issubclass(kind, Term):
        known: Json = {"oneOf": [{"const": term.name, "title": str(term.value)} for term in kind]}
        return {"anyOf": [known, _OWN]} if kind in _OPEN else known
    return {**_PLAIN[kind]}


_OPEN = frozenset({EventKind, ReplyKind})
"""The closed lists beside which a policy may declare names of its own."""

_OWN: Json = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$", "title": "办法自定的名目"}
"""The key of a name that a policy declares; which there are, only that policy says."""

_PLAIN: dict[Any, Json] = {
    str: {"type": "string", "minLength": 1},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": _LARGEST},
    Decimal: {"type": "string", "pattern": _YUAN},
    date: {"type": "string", "pattern": _DAY},
}
"""What stands for a value that is no term."""

_TEXT: Json = {
    "type": "object",
    "required": ["zh", "en"],
    "additionalProperties": False,
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
}
_FAULT: Json = {
    "type": "object",
    "required": ["pointer", "code", "facts", "wanted", "hint", "text"],
    "additionalProperties": False,
    "properties": {
        "pointer": {"type": "string", "pattern": "^(/.*)?$", "title": "位置（RFC 6901）"},
        "code": {"type": "string", "pattern": r"^[a-z_]+[.][a-z0-9_]+$", "title": "代码"},
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "path": {"type": "string"},
        "facts": {"type": "object"},
        "wanted": {"title": "应当怎样写"},
        "hint": {"type": ["string", "null"], "title": "最像的名称"},
        "text": _TEXT,
    },
}


def _error() -> Json:
    return {
        "title": "错误",
        "description": "Problem details (RFC 9457) with every fault at its place.",
        "type": "object",
        "required": ["type", "title", "status", "detail", "count", "errors"],
        "additionalProperties": False,
        "properties": {
            "type": {"type": "string", "pattern": "^urn:xinfang-core:error:[a-z_]+$"},
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
            "count": {"type": "integer", "minimum": 0},
            "errors": {"type": "array", "items": _FAULT},
        },
    }


SCHEMAS: dict[str, Json] = {"case": _case(), "error": _error()}
"""The schemas by name."""
