"""The measures and fonts of letters (版式尺寸、字体), each with how firmly it is known.

What reprints of GB/T 9704-2012 state is ``stated``; what follows from it by arithmetic is
``interpreted``; the rest could not be checked against the standard and is ``assumed``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from attrs import frozen

from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "measures.toml"
_POINTS = {"pt": 1, "mm": 72 / 25.4}


@frozen
class Measure:
    """A measure of the layouts (尺寸).

    Attributes:
        name: its key.
        title: what it measures.
        value: how much.
        unit: ``mm`` or ``pt``.
        basis: how firmly it is known.
        note: why it is not stated; empty where it is.

    """

    name: str
    title: str
    value: float
    unit: str
    basis: Basis
    note: str


@frozen
class Font:
    """A font that letters name (字体).

    Attributes:
        name: as programs know it.
        used_for: what stands in it.
        basis: how firmly it is known.
        note: why it is not stated.

    """

    name: str
    used_for: str
    basis: Basis
    note: str


@cache
def measures() -> Mapping[str, Measure]:
    """All measures, by their keys."""
    return {
        one["name"]: Measure(
            one["name"],
            one["title"],
            float(one["value"]),
            one["unit"],
            Basis[one["basis"]],
            one.get("note", ""),
        )
        for one in _listed("measure")
    }


@cache
def fonts() -> tuple[Font, ...]:
    """All fonts that letters name; none ships with the library."""
    return tuple(
        Font(one["name"], one["used_for"], Basis[one["basis"]], one["note"])
        for one in _listed("font")
    )


def _listed(kind: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    return cast("list[dict[str, str]]", read_toml(text, _FILE).data[kind])


def millimetres(name: str) -> float:
    """A measure in millimetres."""
    return points(name) / _POINTS["mm"]


def points(name: str) -> float:
    """A measure in points."""
    one = measures()[name]
    return one.value * _POINTS[one.unit]
