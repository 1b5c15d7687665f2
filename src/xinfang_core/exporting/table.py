"""A table to be loaded (表): its columns, what they refer to, and its rows, in no dialect yet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import TypeAlias

from attrs import frozen

Cell: TypeAlias = str | int | Decimal | date | None
"""What stands in a row; a bool is an int, and written as the dialect writes truth."""


class Kind(Enum):
    """What a column holds; each dialect has a type for it."""

    day = auto()
    whole = auto()
    number = auto()
    truth = auto()
    word = auto()
    text = auto()


@frozen
class Column:
    """One column.

    Attributes:
        name: its name, no reserved word of any dialect.
        kind: what it holds.
        required: whether it is never null.

    """

    name: str
    kind: Kind
    required: bool = True


@frozen
class Table:
    """A table with its rows.

    Attributes:
        name: its name.
        columns: its columns, in the order of the rows' cells.
        key: the names of the columns that tell its rows apart.
        rows: what is loaded.
        unique: further columns that together are never the same in two rows.
        parents: the tables that it refers to, each with the columns of the reference, which are
            called alike in both.

    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    unique: tuple[tuple[str, ...], ...] = ()
    parents: tuple[tuple[str, tuple[str, ...]], ...] = ()


def columns(described: str) -> tuple[Column, ...]:
    """The columns of a description, one by one ``name:kind``, with ``?`` where it may be null."""
    found = (one.partition(":") for one in described.split())
    return tuple(
        Column(name, Kind[kind.rstrip("?")], not kind.endswith("?")) for name, _, kind in found
    )
