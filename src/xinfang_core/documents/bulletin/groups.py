"""The order of groups (分组次序): those with most missed limits first, or by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.bulletin.standing import MISSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.documents.bulletin.figures import Bunch


def worst_first(groups: Mapping[str, Bunch]) -> list[tuple[str, Bunch]]:
    """The groups that have cases of the period, those with most missed limits first."""
    found = ((name, one) for name, one in groups.items() if one.cases)
    return sorted(found, key=lambda one: (-missed(one[1]), -one[1].cases, one[0]))


def by_name(groups: Mapping[str, Bunch]) -> list[tuple[str, Bunch]]:
    """The groups that have cases of the period, by their names."""
    return sorted((name, one) for name, one in groups.items() if one.cases)


def missed(bunch: Bunch) -> int:
    """How many cases missed a limit, answered by now or not."""
    return sum(bunch.standing[status] for status in MISSED)
