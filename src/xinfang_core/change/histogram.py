"""How many cases move by how much (直方图): bars of words, and as an SVG picture."""

from __future__ import annotations

from decimal import Decimal
from math import floor
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from xinfang_core.drawing.svg_text import FONTS, legal, text, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Size = TypeVar("Size", int, Decimal)

_MOST = 20
"""So many bars at most."""

_LONGEST = 40
"""Signs of the longest bar in text."""

_STEPS: tuple[int, ...] = tuple(digit * 10**zeros for zeros in range(10) for digit in (1, 2, 5))

_LINE, _BAR, _MARGIN, _ROOM, _GAP = 26, 18, 16, 420, 10
_LETTERS, _TITLE = 13, 15
_INK, _FILL = "#1a1a1a", "#2f6f8f"


@frozen
class Bar:
    """What a bar stands for, and how many cases there are of it."""

    label: str
    count: int


@frozen
class Bars:
    """A histogram.

    Attributes:
        title: what is counted.
        bars: from the least to the greatest.

    """

    title: str
    bars: tuple[Bar, ...]


def bars_of(title: str, counts: Mapping[Size, int], said: Callable[[Size, Size], str]) -> Bars:
    """The histogram of some sizes, each its own bar where they are few.

    Args:
        title: what is counted.
        counts: how many cases there are of each size; of one at least.
        said: the words for all sizes from the one to the other, which may be the same.

    """
    step = _step(min(counts), max(counts)) if len(counts) > _MOST else 0
    grouped: dict[object, list[Size]] = {}
    for size in sorted(counts):
        # Nothing at all is no move to one side, and stands apart.
        grouped.setdefault((floor(size / step), size == 0) if step else size, []).append(size)
    made = (
        Bar(said(sizes[0], sizes[-1]), sum(counts[size] for size in sizes))
        for sizes in grouped.values()
    )
    return Bars(title, tuple(made))


def _step(low: Size, high: Size) -> int:
    """So many units of size in one bar, a round number."""
    return next(step for step in _STEPS if (high - low) / step < _MOST - 1)


def bars_text(bars: Bars) -> Iterator[str]:
    """The histogram in lines of words."""
    yield bars.title
    most = max(one.count for one in bars.bars)
    wide = max(width(one.label, 10) for one in bars.bars)
    for one in bars.bars:
        # A Chinese character is as wide as two others.
        pad = " " * round((wide - width(one.label, 10)) / 5)
        yield f"  {one.label}{pad}  {'█' * _scaled(one.count, most, _LONGEST)} {one.count}"


def _scaled(count: int, most: int, room: int) -> int:
    """The length of a bar; what is there is seen."""
    return max(1, round(count * room / most))


def bars_svg(bars: Bars, key: str) -> str:
    """The histogram as a picture.

    Args:
        bars: what it shows.
        key: what begins the identifiers in it, so that several may share a page.

    """
    left = _MARGIN + max(width(one.label, _LETTERS) for one in bars.bars) + _GAP
    across = max(left + _ROOM + 80, 2 * _MARGIN + width(bars.title, _TITLE))
    down = 2 * _MARGIN + (len(bars.bars) + 1) * _LINE
    title = text(_MARGIN, _MARGIN + 14, bars.title, _TITLE, _INK, bold=True)
    return "\n".join((*_opening(bars, key, across, down), title, *_drawn(bars, left), "</svg>\n"))


def _opening(bars: Bars, key: str, across: int, down: int) -> Iterator[str]:
    """The root, the names for those who cannot see the picture, and a white ground."""
    title, description = f"{key}-title", f"{key}-desc"
    told = "\n".join(f"{one.label} {one.count}" for one in bars.bars)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" '
        f'viewBox="0 0 {across} {down}" role="img" xml:lang="zh-CN" '
        f'aria-labelledby="{title}" aria-describedby="{description}" font-family="{FONTS}">'
    )
    yield f'<title id="{title}">{legal(bars.title)}</title>'
    yield f'<desc id="{description}">{legal(told)}</desc>'
    yield f'<rect width="{across}" height="{down}" fill="#ffffff"/>'


def _drawn(bars: Bars, left: int) -> Iterator[str]:
    """A bar for each size, below one another, from ``left`` on."""
    most = max(one.count for one in bars.bars)
    for place, one in enumerate(bars.bars, 1):
        top, long = _MARGIN + place * _LINE, _scaled(one.count, most, _ROOM)
        yield text(left - _GAP, top + 14, one.label, _LETTERS, _INK, "end")
        yield f'<rect x="{left}" y="{top}" width="{long}" height="{_BAR}" fill="{_FILL}"/>'
        yield text(left + long + 6, top + 14, str(one.count), _LETTERS, _INK)
