"""What the examples of a policy leave untouched (算例的覆盖).

A value is touched where some example would not come out as wanted if the value were another one:
what nobody would notice, nobody has checked. An exit of a rule is touched where an example that
wants something of the rule leaves by it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.vocabulary.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable


class Kind(Term):
    """What examples may touch (覆盖的对象)."""

    value = "取值"
    cell = "表中各行"
    threshold = "界限两侧"
    item = "清单各项"
    edition = "版本"
    exit = "理由"


@frozen
class Item:
    """Something that examples may touch (覆盖对象).

    Attributes:
        kind: what it is.
        edition: the label of the edition; empty of an exit.
        rule: the rule, or what is declared as ``SECTION.KEY``.
        parameter: the name of the parameter; of an exit its code.
        keys: what it stands under.
        variant: the reading that it belongs to; empty for the default one.
        side: of a threshold the way that it would move: ``higher`` or ``lower``.
        is_assumed: whether the source does not give it.
        was: the value; None of an edition and an exit.
        ways: the ways in which a value was changed.
        unnoticed: those of them that no example notices.
        examples: the ids of examples that touch it, the first two; empty where none does.

    """

    kind: Kind
    edition: str
    rule: str = ""
    parameter: str = ""
    keys: tuple[object, ...] = ()
    variant: str = ""
    side: str = ""
    is_assumed: bool = False
    was: object = None
    ways: tuple[str, ...] = ()
    unnoticed: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def is_touched(self) -> bool:
        """Whether some example touches it."""
        return bool(self.examples)

    @property
    def is_held(self) -> bool:
        """Whether it is touched, however its value may be changed."""
        return self.is_touched and not self.unnoticed

    @property
    def where(self) -> tuple[object, ...]:
        """What it is, whoever touches it."""
        keys = tuple(map(str, self.keys))
        return self.kind, self.edition, self.rule, self.parameter, keys, self.variant, self.side


@frozen
class Coverage:
    """What the examples of a policy touch, and what they do not (算例覆盖).

    Attributes:
        policy: the id of the policy.
        items: everything that examples may touch.

    """

    policy: str
    items: tuple[Item, ...]

    @property
    def assumed(self) -> tuple[int, int]:
        """Of the values that the source does not give how many are touched, and how many are."""
        return _share(one for one in self.items if one.is_assumed)

    @property
    def transitions(self) -> tuple[int, int]:
        """Of the steps that follow another one how many are touched, and how many there are."""
        return _share(one for one in self.items if (one.rule, one.parameter) == _FOLLOWS)

    @property
    def noticed(self) -> tuple[int, int]:
        """Of the changes of values how many some example notices, and how many there are.

        Items left out of lists are no such changes: they are told as items alone.
        """
        values = [one for one in self.items if one.kind is not Kind.item]
        tried = sum(len(one.ways) for one in values)
        return tried - sum(len(one.unnoticed) for one in values), tried

    def counts(self) -> dict[Kind, tuple[int, int]]:
        """By kind how many are touched, of how many."""
        total = Counter(one.kind for one in self.items)
        touched = Counter(one.kind for one in self.items if one.is_touched)
        return {kind: (touched[kind], total[kind]) for kind in Kind if total[kind]}

    def alone(self) -> dict[str, tuple[Item, ...]]:
        """By the id of an example what it alone touches."""
        found: dict[str, list[Item]] = {}
        for one in self.items:
            if len(one.examples) == 1:
                found.setdefault(one.examples[0], []).append(one)
        return {key: tuple(items) for key, items in found.items()}


_FOLLOWS = ("workflow", "after")


def _share(items: Iterable[Item]) -> tuple[int, int]:
    """How many are touched, of how many."""
    touched = [one.is_touched for one in items]
    return sum(touched), len(touched)


def lost(before: Coverage, now: Coverage | None) -> tuple[Item, ...]:
    """What was touched and no longer is, as it was before.

    Args:
        before: what the former examples touched.
        now: what those of now touch, of the same policy; None: there are none left.

    """
    touched = {one.where for one in now.items if one.is_touched} if now else frozenset()
    return tuple(one for one in before.items if one.is_touched and one.where not in touched)
