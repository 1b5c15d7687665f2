"""How wide the columns of a table are (列宽): the short get their room, the long share the rest."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDE = re.compile("[\u1100-\U0010ffff]")
_LEAST, _SPARE = 2, 1
"""Units that a column gets at least, and that it gets besides, one being half a Chinese character:
digits and marks are not all of one width."""


def units(text: str) -> int:
    """How wide the longest line of a text is; a Chinese character takes two units."""
    return max(len(_WIDE.sub("--", line)) for line in text.split("\n"))


def parts(weights: Sequence[int], whole: int) -> tuple[int, ...]:
    """A whole divided by weights; the parts add up to it."""
    total, ends, reached = sum(weights), [0], 0
    for one in weights:
        reached += one
        ends.append(whole * reached // total)
    return tuple(end - start for start, end in pairwise(ends))


def fitted(columns: Iterable[int], unit: int, padding: int, whole: int) -> tuple[int, ...]:
    """Widths for columns of which is known how wide the longest text is.

    Args:
        columns: the longest text of each column, in units.
        unit: how wide a unit is.
        padding: what each column has besides its text.
        whole: how wide the table is.

    """
    wanted = [(max(one, _LEAST) + _SPARE) * unit + padding for one in columns]
    granted, left = [0] * len(wanted), whole
    for rank, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        granted[at] = min(wanted[at], left // (len(wanted) - rank))
        left -= granted[at]
    return parts(granted, whole)
