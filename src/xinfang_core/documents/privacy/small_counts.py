"""Counts so small that they point at somebody are not published (小数隐去).

A count from 1 up to the threshold is hidden, and with it what would let it be worked out: of a
line with a total at least two counts are hidden or none, and together they come to the threshold
or more. Nought points at nobody and is shown as far as that can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.privacy.crossings import hidden_crossings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def is_small(count: int, least: int) -> bool:
    """Whether a count, or a total, is not published: it is not nought, and below the threshold."""
    return 0 < count < least


def is_telling(numerator: int, denominator: int, least: int) -> bool:
    """Whether a rate is not published: what it counts, or what it leaves, is a small count."""
    parts = (numerator, denominator, denominator - numerator)
    return any(is_small(part, least) for part in parts)


def suppressed(
    counts: Mapping[str, int | None], total: int, least: int
) -> Mapping[str, int | None]:
    """The counts of one line as they may be published beside their total.

    Args:
        counts: the counts by name; None where one is not told anyway.
        total: what they add up to. Whoever publishes it asks ``is_small`` of it first; where it
            is small, every count is hidden.
        least: the smallest count that is published.

    Returns:
        The same names in the same order, None where a count is hidden.

    """
    if is_small(total, least):
        return dict.fromkeys(counts)
    told = {name: count for name, count in counts.items() if count is not None}
    hidden = {name for name, count in told.items() if is_small(count, least)}
    gone = len(counts) - len(told)
    shown = sorted((name for name in told if name not in hidden), key=lambda one: _order(told[one]))
    for name in shown:
        if not hidden or (len(hidden) + gone > 1 and sum(map(told.__getitem__, hidden)) >= least):
            break
        hidden.add(name)
    return {name: None if name in hidden else count for name, count in counts.items()}


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


def _order(count: int) -> tuple[bool, int]:
    """What is hidden first besides small counts: the smallest one; nought only at the end."""
    return count == 0, count
