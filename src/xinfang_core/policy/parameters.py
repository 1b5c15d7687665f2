"""Parameters of a policy file (参数): cited values and complete tables of them.

The parts of a citation are inherited by the cells of a table unless a cell has its own.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any, get_args, get_origin

from attrs import evolve

from xinfang_core.periods import LONGEST, Period, period
from xinfang_core.policy.citations import PARTS, read_citation
from xinfang_core.policy.scalars import shown
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, Term, Unit, find_term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy.spot import Spot

INHERITED = (*PARTS, "unit")
"""The keys that a table hands down to its cells."""


def read_parameter(spot: Spot, found: object, kind: Any) -> object:  # noqa: ANN401
    """A parameter annotated as ``Sourced[...]`` or ``Table[..., ...]``; None with faults."""
    raw = spot.table(found)
    if raw is None:
        return None
    if get_origin(kind) is Table:
        keys, value = get_args(kind)
        return _table(spot, raw, get_args(keys) or (keys,), value)
    spot.check_keys(raw, ("value", *INHERITED))
    return _sourced(spot, raw, get_args(kind)[0])


def _sourced(spot: Spot, raw: Mapping[str, object], kind: Any) -> Sourced[Any] | None:  # noqa: ANN401
    """A value with its citation; None with faults where something about it is wrong."""
    if "value" not in raw:
        spot.refuse("key.missing", ("name", "value"))
        return None
    value = _value(spot, raw["value"], raw.get("unit"), kind)
    citation = read_citation(spot, raw, value)
    return None if value is None or citation is None else Sourced(value, citation)


def _value(spot: Spot, found: object, unit: object, kind: Any) -> Any:  # noqa: ANN401
    """The value in its own type; ``silent`` may stand for any, ``none`` for any quantity."""
    absent = find_term(Absent, found) if isinstance(found, str) else None
    if absent is Absent.none and _is_choice(kind):
        spot.at("value").refuse("value.none_of_a_choice", at_value=True)
        return None
    if absent is not None:
        return absent
    if kind == Period:
        return _period(spot, found, unit)
    if kind is Decimal:
        if unit is None:
            spot.refuse("key.missing", ("name", "unit"))
        elif unit != "yuan":
            spot.at("unit").refuse("unit.not_yuan", ("found", shown(unit)))
    elif unit is not None:
        spot.at("unit").refuse("unit.needless", ("found", shown(unit)))
    return spot.at("value").scalar(found, kind)


def _is_choice(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    """Whether one of a closed list has to be chosen, so that there cannot be none."""
    return isinstance(kind, type) and issubclass(kind, Term)


def _period(spot: Spot, found: object, unit: object) -> Period | None:
    """A period from its count and unit."""
    named = None
    if unit is None:
        spot.refuse("key.missing", ("name", "unit"))
    else:
        named = spot.at("unit").scalar(unit, Unit)
    count = spot.at("value").scalar(found, int)
    if named is None or count is None:
        return None
    if not 1 <= count <= LONGEST:
        facts = (("found", count), ("most", LONGEST))
        spot.at("value").refuse("period.not_positive", *facts, at_value=True)
        return None
    if named is Unit.same_day and count != 1:
        spot.at("value").refuse("period.not_one", ("found", count), at_value=True)
        return None
    return period(count, named)


def _table(
    spot: Spot,
    raw: Mapping[str, object],
    keys: tuple[type[Term], ...],
    kind: Any,  # noqa: ANN401
) -> Table[Any, Any] | None:
    """A complete table: every combination of its keys exactly once."""
    before = len(spot.faults)
    spot.check_keys(raw, (*INHERITED, "cells"))
    if "cells" not in raw:
        spot.refuse("key.missing", ("name", "cells"))
        return None
    inherited = {name: raw[name] for name in INHERITED if name in raw}
    cells = _cells(spot.at("cells"), raw["cells"], inherited, keys, kind)
    if None not in cells:
        for key in product(*keys):
            if key not in cells:
                spot.refuse("table.gap", ("key", _spoken(key)))
    if len(spot.faults) > before:
        return None
    single = len(keys) == 1
    return Table({key[0] if single else key: cell for key, cell in cells.items() if key and cell})


def _cells(
    spot: Spot,
    found: object,
    inherited: Mapping[str, object],
    keys: tuple[type[Term], ...],
    kind: Any,  # noqa: ANN401
) -> dict[tuple[Term, ...] | None, Sourced[Any] | None]:
    """The cells by key; one whose key is not understood, and may be any, stands under None."""
    columns = {column_name(terms): terms for terms in keys}
    rows = spot.tables(found)
    whole = isinstance(found, list) and len(rows) == len(found)
    cells: dict[Any, Sourced[Any] | None] = {} if whole else {None: None}
    for place, row in rows:
        above = {name: (*spot.path[:-1], name) for name in inherited if name not in row}
        here = evolve(place, inherited=above)
        here.check_keys(row, ("value", *INHERITED, *columns))
        key = tuple(here.required(row, name, terms) for name, terms in columns.items())
        if key in cells and None not in key:
            here.refuse("table.duplicate", ("key", _spoken(key)))
        cells[None if None in key else key] = _sourced(here, {**inherited, **row}, kind)
    return cells


def column_name(terms: type[Term]) -> str:
    """The column of a key: the enumeration's name in snake case."""
    letters = (f"_{c.lower()}" if c.isupper() else c for c in terms.__name__)
    return "".join(letters).lstrip("_")


def _spoken(key: tuple[Term, ...]) -> str:
    """A key in the words of the file."""
    return " × ".join(term.name for term in key)
