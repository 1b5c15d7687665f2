"""What each rule answers (各条规则的结论), from the types that the rules themselves declare."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from importlib import import_module
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from xinfang_core import rules, vocabulary
from xinfang_core.assessment.groups import GROUPS, OWN, Groups
from xinfang_core.codec.outcomes import main_field
from xinfang_core.codec.plain import Json, field_names
from xinfang_core.codec.schema.shapes import (
    A_COUNT,
    A_DAY,
    A_FLAG,
    A_NAME,
    A_TEXT,
    NOTHING,
    YUAN,
    a_list,
    an_object,
    any_of,
    ref,
)
from xinfang_core.periods import AnyPeriod
from xinfang_core.vocabulary import Declared, Term

Types = Mapping[str, Any]
"""By the name of a rule the type of its outcome."""

_PERIODS = frozenset(get_args(AnyPeriod))
_PLAIN: dict[Any, Json] = {
    NoneType: NOTHING,
    str: A_TEXT,
    bool: A_FLAG,
    int: A_COUNT,
    Decimal: YUAN,
    date: A_DAY,
    Declared: A_NAME,
}


def outcome_types() -> dict[str, Types]:
    """By the name of a group the type of the outcome of each of its rules, and of its own."""
    known = _names()
    found: dict[str, Types] = {}
    for name, group in zip(GROUPS, get_args(Groups), strict=True):
        hints = get_type_hints(group, None, known)
        # ``Decision[X] | None`` of a rule, ``Mapping[Declared, Decision[X]]`` of what is declared.
        decisions = {rule: get_args(hint)[rule == OWN] for rule, hint in hints.items()}
        found[name] = {rule: get_args(one)[0] for rule, one in decisions.items()}
    return found


def _names() -> dict[str, Any]:
    """What the annotations of outcomes may name."""
    found: dict[str, Any] = {one: getattr(vocabulary, one) for one in vocabulary.__all__}
    for group, named in GROUPS.items():
        for rule in named:
            module = import_module(f"{rules.__name__}.{group}.{rule}")
            found |= {name: one for name, one in vars(module).items() if isinstance(one, type)}
    return {**found, "Mapping": Mapping}


def outcome(kind: Any) -> Json:  # noqa: ANN401 - any type
    """What stands as the outcome itself, of a class its main field."""
    main = main_field(kind) if _has_parts(kind) else ""
    return value(fields_of(kind)[main]) if main else value(kind)


def parts(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - any type
    """What stands beside the outcome, by name with its type."""
    if _has_parts(kind):
        main = main_field(kind)
        return {name: one for name, one in fields_of(kind).items() if name != main}
    # The official name stands beside a key that a policy declares, and only there.
    return {"title": str} if Declared in get_args(kind) else {}


def value(kind: Any) -> Json:  # noqa: ANN401 - any type
    """A value of a type."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _PERIODS:
        return ref("Period")
    if isinstance(kind, type) and issubclass(kind, Term):
        return ref(kind.__name__)
    if get_origin(kind) is tuple:
        return a_list(value(get_args(kind)[0]))
    if get_args(kind):
        shapes: list[Json] = []
        shapes += (one for one in map(value, get_args(kind)) if one not in shapes)
        return any_of(*shapes)
    return an_object({name: value(one) for name, one in fields_of(kind).items()})


def fields_of(kind: type) -> Types:
    """The fields of a class of ours with their types."""
    hints = get_type_hints(kind, None, _names())
    return {name: hints[name] for name in field_names(kind)}


def _has_parts(kind: Any) -> bool:  # noqa: ANN401 - any type
    return isinstance(kind, type) and bool(field_names(kind))
