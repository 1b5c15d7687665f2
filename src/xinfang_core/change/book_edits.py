"""Edits of a policy file from what its workbook says differently (工作簿的改动)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.change.edits import ClauseEdit, Edit, VariantEdit
from xinfang_core.change.places import columns_at
from xinfang_core.vocabulary import Truth
from xinfang_core.workbook.policy_codes import codes_in
from xinfang_core.workbook.written import STEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.change.editing import AnyEdit
    from xinfang_core.policy import Edition
    from xinfang_core.workbook.policy_changes import Read
    from xinfang_core.workbook.written import Written

_REVOKED = ("phrase", "misprint", "note")
"""The parts that a cell may have none of, whatever its table hands down."""


def edits_of(read: Read, data: Mapping[str, Any], edition: Edition) -> Iterator[AnyEdit]:
    """What is to be written differently, the clauses first.

    Args:
        read: what the workbook says that its edition does not.
        data: the edition's file, as TOML gives it.
        edition: the edition; what is new is of its notice, since its first day.

    """
    for clause in read.clauses:
        parts: dict[str, Any] = dict(clause.said)
        if "encoded_by" in parts:
            parts["encoded_by"] = codes_in(parts["encoded_by"])
        if clause.is_new:
            parts = {"source": edition.notice or None, **parts, "since": edition.effective}
        yield ClauseEdit(clause.clause_id, **parts)
    for reading in read.readings:
        yield VariantEdit(reading.name, **_variant(reading.said, edition))
    for changed in read.values:
        one = changed.one
        parts = {name: _written(name, value) for name, value in changed.said.items()}
        yield Edit(one.rule, one.parameter, _keys(one, data), parts, one.variant)


def _variant(said: Mapping[str, object], edition: Edition) -> dict[str, Any]:
    """The parts of a variant as the file writes them: confirmed by the edition's first day."""
    parts = dict(said)
    if "confirmed" in parts:
        parts["confirmed"] = edition.effective if parts["confirmed"] == Truth.yes.name else ""
    return parts


def _written(name: str, value: object) -> object:
    """A part as an edit has it: an empty text says that there is none."""
    return "" if value is None and name in _REVOKED else value


def _keys(one: Written, data: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of an edit: the names, then those of the row in the order of the columns."""
    if not one.keys or one.keys[0][0] == STEP:
        return (*one.names, *(key for _, key in one.keys))
    named = dict(one.keys)
    columns = columns_at(data, Edit(one.rule, one.parameter, one.names, {}, one.variant))
    return (*one.names, *(named[column] for column in columns))
