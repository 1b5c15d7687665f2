"""Changes by which a value is none of ours any more, and which of them still fit a schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jsonschema_rs import Draft202012Validator

OTHERS: tuple[Any, ...] = (None, True, -7, 1.5, "？！", [], {})
"""A value of each type; the number is none of ours, nor is the text, where it is no free one."""

FREE = (
    *("text", "case_no", "policy", "title", "variant", "regions", "name", "region"),
    *("source", "clause", "phrase", "note"),
)
"""Members that hold any text."""


class Mutant(NamedTuple):
    """A value in which one thing is wrong."""

    kind: str
    path: str
    value: Any


def mutants(value: Any, path: str = "") -> Iterator[Mutant]:  # noqa: ANN401 - plain JSON
    """Each member taken away, each value made another, an unknown member everywhere.

    But for the facts of reasons, which are as manifold as these.
    """
    for other in OTHERS:
        if type(other) is not type(value) or (other != value and type(other) is not bool):
            yield Mutant(f"made {type(other).__name__}", path, other)
    if isinstance(value, dict):
        yield Mutant("unknown", path, {**value, "colour": "red"})
        for name, part in value.items():
            rest = {one: item for one, item in value.items() if one != name}
            yield Mutant("removed", f"{path}/{name}", rest)
            for kind, place, wrong in mutants(part, f"{path}/{name}") if name != "facts" else ():
                yield Mutant(kind, place, {**value, name: wrong})
    if isinstance(value, list):
        yield Mutant("unknown", path, [*value, {"colour": "red"}])
        for number in {form(part): number for number, part in enumerate(value)}.values():
            for kind, place, wrong in mutants(value[number], f"{path}/{number}"):
                yield Mutant(kind, place, [*value[:number], wrong, *value[number + 1 :]])


def form(value: object) -> object:
    """Which members and types a value is made of; one of each form is enough."""
    if isinstance(value, dict):
        return frozenset((name, form(part)) for name, part in value.items() if name != "facts")
    if isinstance(value, list):
        return frozenset(map(form, value))
    return type(value)


def is_free_text(mutant: Mutant) -> bool:
    """Whether a text is put where any may stand."""
    member = re.sub(r"/\d+$", "", mutant.path).rpartition("/")[2]
    return mutant.kind == "made str" and member in FREE


class Fits(NamedTuple):
    """Changes that still fit.

    Attributes:
        kind: the kind of the mutant, as a pattern.
        path: its place, as a pattern.
        why: why it may be so.

    """

    kind: str
    path: str
    why: str


def excused(mutant: Mutant, allowed: tuple[Fits, ...]) -> Fits:
    """Why a mutant may fit."""
    for one in allowed:
        if re.fullmatch(one.kind, mutant.kind) and re.fullmatch(one.path, mutant.path):
            return one
    pytest.fail(f"fits: {mutant.kind} at {mutant.path}")


def refuse(
    values: Iterable[tuple[str, Any, Draft202012Validator]], allowed: tuple[Fits, ...]
) -> None:
    """Every mutant of the values is refused but for those allowed, of which each is needed."""
    used = set()
    for path, value, held in values:
        held.validate(value)
        for one in mutants(value, path):
            if held.is_valid(one.value) and not is_free_text(one):
                used.add(excused(one, allowed))
    idle = [fits for fits in allowed if fits not in used]
    assert not idle, f"nothing of it fits: {idle}"
