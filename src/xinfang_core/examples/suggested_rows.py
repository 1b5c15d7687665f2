"""Suggested rows as a table of examples (补例表): facts filled in, what is wanted left empty."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from xinfang_core.codec.csv_answers import csv_cell
from xinfang_core.codec.fields import layout_under
from xinfang_core.examples.columns import FIXED, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xinfang_core.examples.suggesting import Suggestion
    from xinfang_core.policy import Policy

_FIRST = ("id", "policy", "variant", "as_of", "known_on", "allow_assumed", "question")
_LAST = ("clause", "source", "note")


def suggested_rows(
    found: Sequence[Suggestion],
    policy: Policy,
    titles: Mapping[str, str],
    notes: Iterable[str],
) -> tuple[tuple[str, ...], ...]:
    """The machine names, the labels beneath them, and a row for each suggestion.

    Args:
        found: the suggestions about a policy.
        policy: the policy.
        titles: the Chinese headers of the columns of its answers.
        notes: for each suggestion what it would touch, in words.

    """
    columns = _columns(found)
    names = layout_under(policy.declared).names
    labels = tuple(label_of(name, names, titles) for name in columns)
    rows = []
    for number, (one, note) in enumerate(zip(found, notes, strict=True), 1):
        key = f"{policy.policy_id}-suggested-{number:03}"
        cells = {**one.values, "id": key, "policy": policy.policy_id, "note": note}
        rows.append(tuple(cells.get(name, "") for name in columns))
    return columns, labels, *rows


def _columns(found: Iterable[Suggestion]) -> tuple[str, ...]:
    """The columns of a table that holds all suggestions: those that every table has around them."""
    facts: dict[str, None] = {}
    wanted: dict[str, None] = {}
    for one in found:
        facts |= dict.fromkeys(one.values)
        wanted |= dict.fromkeys(one.wanted)
    head = tuple(
        name for name in _FIRST if name in facts or name in {"id", "policy", "as_of", "known_on"}
    )
    between = tuple(name for name in facts if name not in FIXED)
    return (*head, *between, *wanted, *_LAST)


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """The rows as a comma-separated table, without anything that a spreadsheet would run."""
    written = StringIO(newline="")
    csv.writer(written).writerows([csv_cell(cell) for cell in row] for row in rows)
    return written.getvalue()
