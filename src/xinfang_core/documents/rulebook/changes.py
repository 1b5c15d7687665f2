"""What is other than in the edition before (与上一版相比)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core.change.difference import difference
from xinfang_core.change.difference_forms import heads, rows, sentences
from xinfang_core.change.entries import ChangeKind, Subject
from xinfang_core.documents.blocks import Heading, Paragraph, Table
from xinfang_core.documents.rulebook.key_rules import is_limit
from xinfang_core.documents.rulebook.wording import anchor, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.change.entries import Difference, Entry
    from xinfang_core.documents.blocks import Block
    from xinfang_core.policy import Edition, Policy

_SAME = frozenset({ChangeKind.cited, ChangeKind.renamed, ChangeKind.moved, ChangeKind.reordered})
"""How a value differs that says the same."""


def changes(policy: Policy, edition: Edition) -> tuple[Block, ...]:
    """How the edition differs from the one before it, values first; or that it is the first."""
    heading = Heading(1, told("changes"), anchor(edition.label, "changes"))
    former = former_edition(policy, edition)
    if former is None:
        return heading, Paragraph(told("changes.first"))
    found = difference(former, edition)
    return heading, *map(Paragraph, sentences(found)), *_tables(found)


def former_edition(policy: Policy, edition: Edition) -> Edition | None:
    """The edition before; None for the first one."""
    labels = [one.label for one in policy.editions]
    later = labels.index(edition.label) + 1 if edition.label in labels else len(labels)
    return policy.editions[later] if later < len(labels) else None


def _tables(found: Difference) -> Iterator[Table]:
    """What differs, a table for each thing that it is: what values say now, limits first."""
    parts: dict[str, list[Entry]] = {}
    for entry in sorted(found.entries, key=_order):
        same = entry.subject is Subject.value and entry.kind in _SAME
        name = told("changes.same") if same else entry.subject.text()
        parts.setdefault(name, []).append(entry)
    for name, part in parts.items():
        caption = told("changes.of", subject=name, count=len(part))
        cells = tuple(tuple(row) for row in rows(evolve(found, entries=tuple(part))))
        yield Table(heads(), cells, caption=caption, widths=(10, 26, 32, 32), folded=caption)


def _order(entry: Entry) -> tuple[bool, bool, bool]:
    """Values first, among them those that say something else, among these the limits."""
    lines = (*entry.new, *entry.old)
    is_of_limit = any(is_limit(line.rule) for line in lines)
    return entry.subject is not Subject.value, entry.kind in _SAME, not is_of_limit
