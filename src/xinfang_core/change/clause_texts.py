"""Clauses of a policy file, added or written differently (改写条款)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.change.splicing import Splice, end_of_table, in_table, line_end
from xinfang_core.change.values import plain_value, toml_value
from xinfang_core.toml_reader import value_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xinfang_core.toml_reader import Document

_ORDER = ("id", "locator", "source", "since", "text", "encoded_by", "set_aside")
"""The parts of a clause in the order in which they are written."""


def clause_splices(
    document: Document,
    data: Any,  # noqa: ANN401 - tables and lists
    clauses: Mapping[str, Mapping[str, object]],
) -> Iterator[Splice]:
    """What writes some clauses differently, and adds those that are not there.

    Args:
        document: the file.
        data: its data, which is changed alike.
        clauses: the wanted parts of each clause, by its id; an empty one is taken out.

    """
    there = {one["id"]: number for number, one in enumerate(data.get("clause", []))}
    added = []
    for clause_id, parts in clauses.items():
        wanted = {name: plain_value(value) for name, value in parts.items()}
        if clause_id in there:
            number = there[clause_id]
            yield from _changed(document, data["clause"][number], number, wanted)
        else:
            added.append({"id": clause_id, **{key: wanted[key] for key in wanted if wanted[key]}})
    if added:
        yield _added(document, len(there), added)
        data.setdefault("clause", []).extend(added)


def _changed(
    document: Document, clause: dict[str, Any], number: int, wanted: Mapping[str, Any]
) -> Iterator[Splice]:
    """What writes a clause differently; of names that are added to a list these alone."""
    path = ("clause", number)
    before = clause.get("encoded_by", [])
    written = table_parts(clause, wanted)
    longer = wanted.get("encoded_by") or []
    if before and longer[: len(before)] == before and "encoded_by" in written:
        del written["encoded_by"]
        yield from _longer(document, (*path, "encoded_by", len(before) - 1), longer[len(before) :])
    yield from in_table(document, path, written, _ORDER)


def table_parts(table: dict[str, Any], wanted: Mapping[str, object]) -> dict[str, str | None]:
    """The parts of a table that are to be written, as text; the table is changed alike.

    Args:
        table: the table.
        wanted: its parts; an empty one is taken out.

    """
    written: dict[str, str | None] = {}
    for name, value in wanted.items():
        plain = plain_value(value)
        if not plain and table.pop(name, None) is not None:
            written[name] = None
        elif plain and plain != table.get(name):
            table[name] = plain
            written[name] = toml_value(plain)
    return written


def _longer(
    document: Document, last: tuple[str | int, ...], more: Sequence[str]
) -> Iterator[Splice]:
    """What adds items to a list, after its last one."""
    end = value_end(document, last)
    yield Splice(end, end, "".join(f", {toml_value(item)}" for item in more))


def _added(document: Document, count: int, clauses: Sequence[Mapping[str, object]]) -> Splice:
    """What adds clauses after the last one, or else after the head."""
    last = ("clause", count - 1) if count else ("policy",)
    if document.text[document.values[last]] == "{":
        at = value_end(document, last)
        return Splice(at, at, "".join(f", {{ {', '.join(_lines(one))} }}" for one in clauses))
    at = line_end(document, end_of_table(document, last))
    parts = ("\n".join(("\n\n[[clause]]", *_lines(one))) for one in clauses)
    return Splice(at, at, "".join(parts))


def _lines(clause: Mapping[str, object]) -> Iterator[str]:
    yield from (f"{name} = {toml_value(clause[name])}" for name in _ORDER if name in clause)
