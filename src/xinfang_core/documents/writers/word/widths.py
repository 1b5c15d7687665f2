"""How wide the columns of a table are (列宽): the short get their room, the long share the rest."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDE = re.compile("[\u1100-\U0010ffff]")
_THIN = re.compile("[ .,:;'()-]")
_THINNER = 0.4
"""By how much such a mark is narrower than a unit."""

_MEETING = re.compile("(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])")
_BETWEEN = 0.5
"""What programs leave free where Chinese characters and Latin ones meet."""

_LEAST, _SPARE = 2, 0.5
"""Units that a column gets at least, and that it gets besides: letters are not all of one width."""


def units(line: str) -> float:
    """How wide a line is, in halves of a Chinese character, which a digit or a letter takes."""
    wide, thin, meeting = (len(one.findall(line)) for one in (_WIDE, _THIN, _MEETING))
    return len(line) + wide - _THINNER * thin + _BETWEEN * meeting


def parts(weights: Sequence[int], whole: int) -> tuple[int, ...]:
    """A whole divided by weights; the parts add up to it."""
    total, ends, reached = sum(weights), [0], 0
    for one in weights:
        reached += one
        ends.append(whole * reached // total)
    return tuple(end - start for start, end in pairwise(ends))


def needs(columns: Iterable[float], unit: int, padding: int) -> tuple[int, ...]:
    """How wide columns have to be so that nothing in them breaks.

    Args:
        columns: the longest text of each, in units.
        unit: how wide a unit is.
        padding: what each column has besides its text.

    """
    return tuple(round((max(one, _LEAST) + _SPARE) * unit) + padding for one in columns)


def fitted(wanted: Sequence[int], whole: int) -> tuple[int, ...]:
    """Widths for what columns need: the short ones get it, the long ones share the rest."""
    granted, left = [0] * len(wanted), whole
    for rank, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        granted[at] = min(wanted[at], left // (len(wanted) - rank))
        left -= granted[at]
    return parts(granted, whole)


def told(weights: Sequence[int], least: Sequence[int], whole: int) -> tuple[int, ...]:
    """Widths by weights, where each column gets what it needs at least if there is room for that.

    Who gives weights does not know how wide letters are; a badge broken in two helps nobody.
    """
    granted = parts(weights, whole)
    raised = {
        at: need
        for at, (need, given) in enumerate(zip(least, granted, strict=True))
        if given < need
    }
    left = whole - sum(raised.values())
    if left <= 0:
        return granted
    others = [0 if at in raised else one for at, one in enumerate(weights)]
    return tuple(raised.get(at, one) for at, one in enumerate(parts(others, left)))
