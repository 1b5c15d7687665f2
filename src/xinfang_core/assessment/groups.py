"""The four groups of decisions about one case (四组结论), and the rules of each."""

from __future__ import annotations

from attrs import fields_dict

from xinfang_core.rules.follow_through import FollowThrough
from xinfang_core.rules.kind import Kind
from xinfang_core.rules.limits import Limits
from xinfang_core.rules.people import People

Groups = tuple[Kind, People, Limits, FollowThrough]
"""The decisions about one case, in the four groups."""

GROUPS: dict[str, tuple[str, ...]] = {
    name: tuple(fields_dict(group))
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
