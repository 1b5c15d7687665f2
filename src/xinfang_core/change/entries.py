"""What a difference between two editions consists of (差异条目): entries with both sides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy import Line


class ChangeKind(Term):
    """How something differs (变动种类)."""

    changed = "变动"
    unit = "单位变动"
    threshold = "分档起点变动"
    cited = "仅依据变动"
    renamed = "更名"
    moved = "移位"
    reordered = "次序变动"
    added = "新增"
    removed = "删去"


class Subject(Term):
    """What it is that differs (变动事项)."""

    head = "题头"
    clause = "条款"
    variant = "变体"
    rule = "规则"
    value = "取值"


@frozen
class Part:
    """One thing that is said of what differs, in words, on both sides.

    Attributes:
        name: its key, such as ``value``, ``unit`` or ``phrase``.
        label: what it is called in Chinese.
        old: what the older edition says; empty where it says nothing.
        new: the same of the newer edition.

    """

    name: str
    label: str
    old: str
    new: str

    @property
    def is_changed(self) -> bool:
        """Whether the two sides differ in it."""
        return self.old != self.new


@frozen
class Entry:
    """One difference (差异条目).

    Attributes:
        kind: how the two differ.
        subject: what it is.
        path: where it stands in the file, such as ``reply_deadline.limit`` or ``clause.5``; of
            what only the older edition has, there.
        title: what it belongs to, in Chinese.
        place: the words of where a value stands: its keys, its threshold, its step.
        parts: what is said of it, on both sides, whether that part differs or not.
        old: the values of the older edition that it is about.
        new: those of the newer edition.

    """

    kind: ChangeKind
    subject: Subject
    path: str
    title: str
    place: str
    parts: tuple[Part, ...]
    old: tuple[Line, ...] = ()
    new: tuple[Line, ...] = ()


@frozen
class Named:
    """Which edition is compared (比较的版本).

    Attributes:
        policy_id: short name of the policy.
        label: ``ID@DATE``.
        title: title of the source.
        digest: what tells the file from an edited one.

    """

    policy_id: str
    label: str
    title: str
    digest: str


@frozen
class Difference:
    """All differences between two editions (办法差异), in the order of the newer file.

    Attributes:
        old: the older edition.
        new: the newer edition.
        entries: what differs; empty where they say the same.

    """

    old: Named
    new: Named
    entries: tuple[Entry, ...]

    @property
    def counts(self) -> Mapping[ChangeKind, int]:
        """How many entries there are of each kind that occurs, in a fixed order."""
        found = Counter(one.kind for one in self.entries)
        return {kind: found[kind] for kind in ChangeKind if found[kind]}

    @property
    def is_of_two_policies(self) -> bool:
        """Whether the two are no versions of one policy."""
        return self.old.policy_id != self.new.policy_id
