"""Counts so small that they point at a person (小数抑制): left out, and what would tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def suppressed(
    counts: Mapping[str, int | None], total: int, least: int
) -> Mapping[str, int | None]:
    """The counts that may be published; None in place of the others.

    Args:
        counts: the parts of a whole.
        total: the whole, which is known.
        least: the smallest count that is published, 0 excepted.

    """
    found = {name: count for name, count in counts.items() if count is not None}
    hidden = {name for name, count in found.items() if 0 < count < least}
    if 0 < total < least:
        hidden = set(found)
    others = sorted((count, name) for name, count in found.items() if name not in hidden and count)
    while (
        others
        and hidden
        and (len(hidden) == 1 or sum(found[name] for name in hidden) < least + len(hidden))
    ):
        hidden.add(others.pop(0)[1])
    return {name: None if name in hidden else count for name, count in counts.items()}
