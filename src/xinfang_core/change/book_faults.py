"""Faults of a file that a workbook would make, told of the workbook's cells (错误的单元格)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from xinfang_core.toml_reader import path_text
from xinfang_core.workbook.policy_rows import CLAUSES, READINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.errors import Fault
    from xinfang_core.workbook.policy_changes import Place, Read
    from xinfang_core.workbook.policy_rows import PolicyBook

_LAST = re.compile(r"(.*?)(?:\.([^.\[\]]+)|\[[0-9]+\])")
"""A path and its last step."""


_ABOUT_CLAUSES = frozenset({"change.not_since", "change.no_clause"})
"""Faults of a value that are mended by citing another clause."""


def placed_faults(
    faults: Iterable[Fault],
    file: str,
    read: Read,
    wanted: PolicyBook,
    data: Mapping[str, Any],
) -> tuple[Fault, ...]:
    """The same faults, each at its cell, or else at the first changed one of its table.

    Args:
        faults: those of the policy with the changed file.
        file: the name of that file.
        read: what the workbook says.
        wanted: what the edition says.
        data: the file of that, as TOML gives it.

    Returns:
        The faults; one as it was where no cell has anything to do with it.

    """
    places = dict(_places(read, wanted, data))
    return tuple(_placed(fault, places, read) if fault.file == file else fault for fault in faults)


def _places(read: Read, wanted: PolicyBook, data: Mapping[str, Any]) -> Iterator[tuple[str, Place]]:
    """The row of every value and clause, by its path in the file."""
    for plan in wanted.plans:
        for row in plan.rows:
            if row.one is not None:
                yield path_text(row.one.path), read.places[plan.name, row.one.address]
            elif plan.name == READINGS:
                name = str(row.cells["name"].value)
                yield path_text(("variant", name)), read.places[plan.name, name]
    there = [one["id"] for one in data.get("clause", ())]
    added = [clause.clause_id for clause in read.clauses if clause.is_new]
    for number, name in enumerate((*there, *added)):
        yield f"clause[{number}]", read.places[CLAUSES, name]


def _placed(fault: Fault, places: Mapping[str, Place], read: Read) -> Fault:
    """One fault at its cell."""
    path, part = fault.path, ""
    while path not in places and (found := _LAST.fullmatch(path)):
        path, part = found[1], found[2] or ""
    place = places.get(path)
    if place is None:
        # What a table hands down is wrong for a row that has come to inherit it.
        place, part = _changed_below(fault.path, read), fault.path.rpartition(".")[2]
    column = "clause" if fault.code in _ABOUT_CLAUSES else part
    return place.at(column).fault(fault.code, *fault.facts) if place else fault


def _changed_below(path: str, read: Read) -> Place | None:
    """The first changed row of the nearest table, or rule, that a path belongs to."""
    way: str | None = path
    while way:
        for changed in read.values:
            if path_text(changed.one.path).startswith((f"{way}.", f"{way}[")):
                return changed.place
        found = _LAST.fullmatch(way)
        way = found and found[1]
    return None
