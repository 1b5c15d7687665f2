"""The four groups of decisions about one case (四组结论), and the rules of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import fields_dict

from xinfang_core.rules.follow_through import FollowThrough
from xinfang_core.rules.kind import Kind
from xinfang_core.rules.limits import Limits
from xinfang_core.rules.people import People

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.decision import Decision

Groups = tuple[Kind, People, Limits, FollowThrough]
"""The decisions about one case, in the four groups."""

OWN = "declared"
"""Where a group holds what a policy declares itself."""

GROUPS: dict[str, tuple[str, ...]] = {
    name: tuple(rule for rule in fields_dict(group) if rule != OWN)
    for name, group in (
        ("kind", Kind),
        ("people", People),
        ("limits", Limits),
        ("follow_through", FollowThrough),
    )
}
"""The rules about one case by the name of their group, in the order in which they are told."""

RULES = tuple(rule for rules in GROUPS.values() for rule in rules)
"""All of them."""


def decisions_of(groups: Groups) -> Iterator[tuple[str, Decision[object]]]:
    """The decisions by the names of their rules; in each group what a policy declares is last."""
    for group in groups:
        decided = vars(group)
        for name, decision in decided.items():
            if name == OWN:
                for own, one in decision.items():
                    yield own.name, one
            elif decision is not None:
                yield name, decision
