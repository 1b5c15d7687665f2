"""A policy's edition (办法版本): its head, its source's clauses, its parameters and variants."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from xinfang_core.policy.published import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from xinfang_core.policy.clauses import Clause
    from xinfang_core.policy.location import Location
    from xinfang_core.policy.transition import Transition
    from xinfang_core.vocabulary import EventKind, OutsideAs

NATIONAL = "national"
"""The policy beneath every local one."""

UNDATED = "undated"


@frozen
class Variant:
    """Another reading of some values (变体).

    Attributes:
        name: its key.
        title: what it reads differently.
        reading_of: the word it reads differently; such variants are summed up side by side.
        params: rule name to the parameters that it replaces.
        confirmed: the first day of the version that it was confirmed for; see ``cautions``.

    """

    name: str
    title: str
    reading_of: str
    params: Mapping[str, Mapping[str, object]] = field(hash=False)
    confirmed: date | None = None


@frozen
class Edition:
    """One policy file, read and checked.

    Attributes:
        policy_id: the policy's short name.
        title: the source's title.
        effective: first day in force; None for an undated source, in force from the beginning.
        picked_by: the event whose day decides whether this edition applies.
        transition: what becomes of the cases that are open on its first day.
        reading: what the default reading is, where variants read a word differently.
        clauses: the source's clauses.
        params: rule name to its ``Params``.
        variants: other readings by name.
        open_rules: rules that a local policy may have in place of this edition's.
        file: the file's name.
        texts: what the file says; where one fills in another, what both say.
        national: the rules that it has as the text of national rank.
        outside_as: as what a local policy declares all its matters to be outside of that text.
        parts: where one file fills in what another leaves silent, the labels of both.
        over: what this edition's file fills in; None where it is a policy of its own.

    """

    policy_id: str
    title: str
    effective: date | None
    picked_by: EventKind
    transition: Transition
    reading: str
    clauses: tuple[Clause, ...]
    params: Mapping[str, object] = field(hash=False)
    variants: Mapping[str, Variant] = field(hash=False)
    open_rules: frozenset[str]
    file: str
    texts: tuple[str, ...] = field(eq=False, repr=False)
    national: frozenset[str] = frozenset()
    outside_as: OutsideAs | None = None
    parts: tuple[str, ...] = ()
    over: Edition | None = field(default=None, eq=False, repr=False)

    @property
    def label(self) -> str:
        """``ID@DATE``, or ``ID@undated``; of what is filled in, those of all files in order."""
        return "+".join(self.parts) or f"{self.policy_id}@{self.effective or UNDATED}"

    @property
    def own_label(self) -> str:
        """The label of its file alone, where that fills in another."""
        return self.label.rpartition("+")[2]

    @cached_property
    def digest(self) -> str:
        """What tells the edition from an edited one of the same label; both files' alike."""
        return self.mark.digest

    @property
    def mark(self) -> Mark:
        """Label and digest, for what is made with this edition."""
        return Mark(self.label, self.texts)

    def with_variant(self, name: str | None) -> Edition:
        """This edition with the variant's values in place; itself where it has none of it."""
        variant = self.variants.get(name or "")
        if variant is None:
            return self
        replaced = {
            rule: _replaced(params, variant.params.get(rule, {}))
            for rule, params in self.params.items()
        }
        return evolve(self, params=replaced)


def _replaced(params: Any, values: Mapping[str, object]) -> object:  # noqa: ANN401 - any Params
    return evolve(params, **values)


@frozen
class Draft:
    """A policy file of which the head is read; what it fills in has to be found first.

    Attributes:
        location: the whole file, and every fault found so far.
        head: the head's values by attribute of ``Edition``; fewer, or None, where there are faults.
        fills: the policy whose silent values it fills in; empty for a policy of its own.

    """

    location: Location
    head: Mapping[str, Any] = field(hash=False)
    fills: str

    @property
    def file(self) -> str:
        """The file's name."""
        return self.location.document.file

    @property
    def policy_id(self) -> str | None:
        """The policy's short name; None with faults."""
        found: str | None = self.head.get("policy_id")
        return found

    @property
    def effective(self) -> date | None:
        """First day in force; None for an undated file, and with faults."""
        day: date | None = self.head.get("effective")
        return day
