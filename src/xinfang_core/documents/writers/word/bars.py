"""A plot of bars as a table of a Word file (柱图): its cells are shaded as far as a bar reaches."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Final

from xinfang_core.documents.writers.bars_svg import longest, titled, written
from xinfang_core.documents.writers.word.looks import BAR_FILLS
from xinfang_core.documents.writers.word.markup import escaped
from xinfang_core.documents.writers.word.runs import Look, paragraph, run
from xinfang_core.documents.writers.word.tables import PADDING, Cell, row, table
from xinfang_core.documents.writers.word.tabulated import GAP
from xinfang_core.documents.writers.word.widths import fitted, needs, parts
from xinfang_core.documents.writers.word.words import measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.documents.blocks import Bar, Bars

_STEPS: Final = 50
"""Columns that the longest bar takes; Word takes 63 in all."""

_FEW: Final = 30
"""Rows of a plot that stay on one page."""

_LONGEST: Final = 100
"""Characters of a label."""

_UNIT, _HEIGHT = 90, 320
_AXIS = '<w:left w:val="single" w:sz="6" w:space="0" w:color="595959"/>'
_WHITE = 'w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"'


def barred(plot: Bars, width: int) -> Iterator[str]:
    """The pieces of a plot: title, legend, bars, and the gap after them.

    Args:
        plot: the plot.
        width: how wide it is, in twips.

    """
    yield paragraph((run(titled(plot)),), "Caption")
    if not plot.bars:
        return
    if len(plot.series) > 1:
        yield paragraph(_legend(plot.series), "Bar")
    widths = _widths(plot, width)
    yield from table(widths, _rows(plot, widths), is_ruled=False, title=escaped(plot.title))
    yield GAP


def _legend(series: Sequence[str]) -> Iterator[str]:
    for name, fill in zip(series, cycle(BAR_FILLS), strict=False):
        yield run("\u3000", Look(fill=fill)) + run(f" {name}\u3000")


def _widths(plot: Bars, width: int) -> tuple[int, ...]:
    """Of the labels, of each step of the bars, and of what is written at them."""
    labels = max(measured(_name(bar)) for bar in plot.bars)
    shown = max((measured(written(*one)) for one in _places(plot)), default=0)
    label, _, value = fitted(needs((labels, width, shown), _UNIT, PADDING), width)
    return (label, *parts((1,) * _STEPS, width - label - value), value)


def _rows(plot: Bars, widths: Sequence[int]) -> Iterator[str]:
    most, places = longest(plot), [*_places(plot)]
    style = "Bar" if len(places) <= _FEW else "SmallCell"
    for bar, at in places:
        steps, fill = _steps(bar.values[at], most), BAR_FILLS[at % len(BAR_FILLS)]
        shown = paragraph((run(written(bar, at)),), style)
        yield row((_label(bar, at, style), *_bar(steps, fill, shown)), widths, height=_HEIGHT)


def _places(plot: Bars) -> Iterator[tuple[Bar, int]]:
    """Each length of each bar: a row of its own."""
    return ((bar, at) for bar in plot.bars for at in range(len(bar.values)))


def _steps(value: float | None, most: float) -> int:
    """How many steps a bar takes; what there is of it is seen."""
    return max(round(_STEPS * value / most), 1) if value else 0


def _label(bar: Bar, at: int, style: str) -> Cell:
    """The label stands once beside the bars of all series."""
    joined = (
        "" if len(bar.values) == 1 else f'<w:vMerge w:val="{"continue" if at else "restart"}"/>'
    )
    words = "" if at else run(_name(bar))
    return Cell(paragraph((words,), style, '<w:jc w:val="right"/>'), properties=joined)


def _name(bar: Bar) -> str:
    """The label, a long one cut: no page parts a bar, and one higher than a page hangs programs."""
    is_long = len(bar.label) > _LONGEST
    return f"{bar.label[:_LONGEST]}…" if is_long else bar.label


def _bar(steps: int, fill: str, shown: str) -> Iterator[Cell]:
    """The bar and, beside it, what is written at it; white lines part it from the next ones."""
    axis, sides = _AXIS, "<w:tcBorders><w:top {white}/>{axis}<w:bottom {white}/></w:tcBorders>"
    if steps:
        drawn = sides.format(white=_WHITE, axis=axis)
        yield Cell(paragraph((), "Gap"), steps, fill, drawn)
        axis = ""
    yield Cell(shown, _STEPS + 1 - steps, properties=sides.format(white=_WHITE, axis=axis))
