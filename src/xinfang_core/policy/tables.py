"""Complete tables of a policy file (对照表): every combination of the keys exactly once.

The parts of a citation are inherited by the cells of a table unless a cell has its own. A table
may declare with ``over`` that its policy knows only a part of a closed list; what lies outside
that part is then ``silent``, and ``value = "silent"`` makes the whole table so.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from xinfang_core.policy.citations import read_citation
from xinfang_core.policy.sampling import column_of, sample_of
from xinfang_core.policy.values import INHERITED, absent_value, read_sourced
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import Absent, Basis, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from xinfang_core.policy.location import Location

Keys = tuple[Any, ...]

NOT_LISTED = "办法没有规定这一类情形"
"""The note of what a table that is declared over a part leaves out."""


def is_left_out(cell: Sourced[Any]) -> bool:
    """Whether a cell only stands for what its table leaves out; one with a value never does."""
    return cell.value is Absent.silent and cell.citation.note == NOT_LISTED


def read_table(
    location: Location,
    raw: Mapping[str, object],
    keys: Keys,
    kind: Any,  # noqa: ANN401
    *,
    whole: bool = True,
    names: Sequence[str] = (),
) -> object:
    """A complete table; None with faults.

    Unless ``whole`` it may have some cells only; the others are as if ``over`` left them out.
    The keys stand under ``names``, or else under the names of their closed lists.
    """
    before = len(location.faults)
    lists = [location.members(key) for key in keys]
    if absent_value(raw.get("value")) is Absent.silent:
        return _all_silent(location, raw, lists)
    location.check_keys(raw, (*INHERITED, "cells", "over"))
    if "cells" not in raw:
        location.refuse("key.missing", ("name", "cells"))
        return None
    inherited = {name: raw[name] for name in INHERITED if name in raw}
    part = _part(location, raw, keys[0])
    cells = _cells(location.at("cells"), raw["cells"], inherited, keys, kind, names)
    if (whole or "over" in raw) and None not in cells:
        _check_complete(location, cells, tuple(product(part, *lists[1:])), keys)
    if len(location.faults) > before:
        return None
    return _filled(location, raw, lists, {key: cell for key, cell in cells.items() if key and cell})


def _check_complete(
    location: Location,
    cells: Iterable[tuple[Term, ...] | None],
    wanted: Collection[tuple[Term, ...]],
    lists: Keys,
) -> None:
    """Every wanted combination is there, and no other."""
    found = [key for key in cells if key]
    for key in wanted:
        if key not in found:
            location.refuse("table.gap", *_told(key, lists))
    for key in found:
        if key not in wanted:
            location.at("over").refuse("table.outside", *_told(key, lists))


def _part(location: Location, raw: Mapping[str, object], terms: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """The part of the first key's list that the table is declared over."""
    if "over" not in raw:
        return location.members(terms)
    found = [here.scalar(item, terms) for here, item in location.at("over").items(raw["over"])]
    return tuple(term for term in found if term is not None)


def _all_silent(
    location: Location, raw: Mapping[str, object], lists: Sequence[Iterable[Any]]
) -> object:
    """A table of which the source gives no cell."""
    location.check_keys(raw, ("value", *INHERITED))
    citation = read_citation(location, raw, Absent.silent)
    if citation is None:
        return None
    silent: Sourced[Any] = Sourced(Absent.silent, citation, location.parameter)
    return _table(dict.fromkeys(product(*lists), silent))


def _filled(
    location: Location,
    raw: Mapping[str, object],
    lists: Sequence[Iterable[Any]],
    cells: dict[tuple[Term, ...], Sourced[Any]],
) -> Table[Any, Any]:
    """The table with what it leaves out as ``silent``, so that a look-up never fails."""
    clause = str(raw.get("clause"))
    source, locator = location.file.cited(clause)
    left_out = Citation(source, locator, "", Basis.assumed, NOT_LISTED)
    silent: Sourced[Any] = Sourced(Absent.silent, left_out, location.parameter)
    return _table({key: cells.get(key, silent) for key in product(*lists)})


def _table(cells: Mapping[tuple[Term, ...], Sourced[Any]]) -> Table[Any, Any]:
    return Table({key[0] if len(key) == 1 else key: cell for key, cell in cells.items()})


def _cells(
    location: Location,
    found: object,
    inherited: Mapping[str, object],
    keys: Keys,
    kind: Any,  # noqa: ANN401
    names: Sequence[str] = (),
) -> dict[tuple[Term, ...] | None, Sourced[Any] | None]:
    """The cells by key; one whose key is not understood, and may be any, stands under None."""
    columns = dict(zip(names or column_names(keys), keys, strict=True))
    rows = location.tables(found)
    whole = isinstance(found, list) and len(rows) == len(found)
    cells: dict[Any, Sourced[Any] | None] = {} if whole else {None: None}
    handed_down = {name: (*location.path[:-1], name) for name in inherited}
    for place, row in rows:
        above = {name: path for name, path in handed_down.items() if name not in row}
        here = place.inheriting(above)
        here.check_keys(row, ("value", *INHERITED, *columns))
        key = tuple(here.required(row, name, terms) for name, terms in columns.items())
        if key in cells and None not in key:
            here.refuse("table.duplicate", *_told(key, keys))
        cells[None if None in key else key] = read_sourced(here, {**inherited, **row}, kind)
    return cells


def column_names(keys: Iterable[Any]) -> list[str]:
    """The columns of the keys: the enumerations' names in snake case."""
    return [*map(column_of, keys)]


def _told(key: Sequence[Any], lists: Keys) -> tuple[tuple[str, object], ...]:
    """A key in the words of the file and in those of its lists, with a sample case."""
    sample = sample_of(key, lists)
    return ("key", sample.keys), ("terms", tuple(key)), ("sample", sample)
