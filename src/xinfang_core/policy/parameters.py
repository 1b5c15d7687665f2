"""Parameters of a policy file (参数): each of one of four shapes, and nothing else parses.

A value, a table, bands or a ladder; which one is wanted, the annotation of ``Params`` says.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_args, get_origin

from attrs import fields, has

from xinfang_core.policy.ladders import read_bands, read_ladder
from xinfang_core.policy.tables import read_table
from xinfang_core.policy.values import INHERITED, read_sourced
from xinfang_core.sources import Bands, CitedList, Sourced, Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

    from xinfang_core.policy.location import Location


@cache
def annotations_of(params: type) -> Mapping[str, Any]:
    """The annotation of each parameter of a rule.

    ``typing.get_type_hints`` says the same and more: of what is derived from parameters too, and
    it compiles what many rules write alike once for each.
    """
    known = vars(import_module(params.__module__))
    return {one.name: eval(_compiled(str(one.type)), known) for one in fields(params)}  # noqa: S307 - our own


@cache
def _compiled(annotation: str) -> CodeType:
    return compile(annotation, "<annotation>", "eval")


def shapes_of(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any annotation
    """The shapes that a parameter may have, of one that may be left out too."""
    if get_origin(annotation) in _SHAPES:
        return (annotation,)
    return tuple(one for one in get_args(annotation) if get_origin(one) in _SHAPES)


def part_of(annotation: Any) -> type | None:  # noqa: ANN401 - any annotation
    """The class of a parameter that has values of its own, under names; None of a plain one."""
    if shapes_of(annotation):
        return None
    found = (one for one in (annotation, *get_args(annotation)) if isinstance(one, type))
    return next((one for one in found if has(one)), None)


_SHAPES = frozenset({Sourced, Table, Bands, CitedList})


def read_parameter(
    location: Location,
    found: object,
    kind: Any,  # noqa: ANN401
    *,
    whole: bool = True,
) -> object:
    """A parameter annotated as one of the four shapes; None with faults.

    Unless ``whole`` a table may be given in part.
    """
    raw = location.table(found)
    if raw is None:
        return None
    shape, inner = get_origin(kind), get_args(kind)
    if shape is Table:
        keys, value = inner
        several = get_origin(keys) is tuple
        return read_table(location, raw, get_args(keys) if several else (keys,), value, whole=whole)
    if shape is Bands:
        return read_bands(location, raw, inner[0])
    if shape is CitedList:
        return read_ladder(location, raw, inner[0])
    location.check_keys(raw, ("value", *INHERITED))
    return read_sourced(location, raw, inner[0])
