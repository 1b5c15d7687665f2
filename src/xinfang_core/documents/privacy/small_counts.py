"""Counts so small that they point at somebody are not published (小数隐去).

A count from 1 up to the threshold is hidden, and with it what would let it be worked out: of a
line with a total at least two counts are hidden or none, and together they come to the threshold
or more. Nought points at nobody and is shown as far as that can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from xinfang_core.documents.privacy.crossings import hidden_crossings

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    Key = TypeVar("Key", bound=Hashable)


def is_small(count: int, least: int) -> bool:
    """Whether a count, or a total, is not published: it is not nought, and below the threshold."""
    return 0 < count < least


def is_telling(numerator: int, denominator: int, least: int) -> bool:
    """Whether a rate is not published: what it counts, or what it leaves, is a small count."""
    parts = (numerator, denominator, denominator - numerator)
    return any(is_small(part, least) for part in parts)


def suppressed(
    counts: Mapping[Key, int], least: int, gone: Collection[Key] = ()
) -> dict[Key, int | None]:
    """The parts of a whole as they may be published beside it.

    Args:
        counts: the parts, which add up to the whole. Whoever publishes that asks ``is_small`` of it
            first; where it is small, every part is hidden.
        least: the smallest count that is published.
        gone: the parts that are hidden already.

    Returns:
        The same names in the same order, None where a count is hidden.

    """
    small = {name for name, count in counts.items() if is_small(count, least)}
    # What is hidden elsewhere is no cover for what is small here: that has its own.
    hidden = _covered(counts, _covered(counts, small, least) | {*gone}, least)
    return {name: None if name in hidden else count for name, count in counts.items()}


def _covered(counts: Mapping[Key, int], hidden: AbstractSet[Key], least: int) -> set[Key]:
    """What is hidden, with more until there are two counts that come to the threshold."""
    found = {*hidden}
    # The smallest is hidden first, nought only at the end.
    for name in sorted(counts, key=lambda one: (counts[one] == 0, counts[one])):
        if not found or (len(found) > 1 and sum(counts[one] for one in found) >= least):
            break
        found.add(name)
    return found


def suppressed_table(
    rows: Sequence[Sequence[int]], least: int
) -> tuple[tuple[int | None, ...], ...]:
    """The counts of a table with totals as they may be published.

    Args:
        rows: the rows as they are printed: the last count of each is its total, the last row
            holds the totals of the columns.
        least: the smallest count that is published.

    Returns:
        The same rows, None where a count or total is hidden: none of those can be worked out
        from the others by sums.

    """
    hidden = hidden_crossings(rows, least)
    return tuple(
        tuple(None if (row, column) in hidden else count for column, count in enumerate(counts))
        for row, counts in enumerate(rows)
    )
