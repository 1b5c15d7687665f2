"""A table of a document as one of a Word file, or as several where Word takes no such long one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import evolve

from xinfang_core.documents.writers.word.looks import CELLS, HEAD_FILL, SMALL_CELLS
from xinfang_core.documents.writers.word.markup import escaped
from xinfang_core.documents.writers.word.runs import paragraph
from xinfang_core.documents.writers.word.tables import MOST_ROWS, PADDING, Cell, row, table
from xinfang_core.documents.writers.word.widths import fitted, needs, told
from xinfang_core.documents.writers.word.words import measured, runs
from xinfang_core.documents.writers.words import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xinfang_core.documents.blocks import Table, Words
    from xinfang_core.documents.writers.word.looks import CellSize

GAP: Final = paragraph((), "Gap")
"""What parts a table from the next one: two without anything between them are one to Word."""

_FEW_COLUMNS, _MOST_COLUMNS = 5, 60

_WHOLE: Final = 400
"""Characters of a cell up to which its row stays on one page."""

_SHORT, _PIECE = 14, 8
"""Units of a text that is not to be broken, and of the pieces of others."""

_SIDES: Final = {"right": "right", "centre": "center"}


def tabulated(one: Table, width: int, bookmarks: Mapping[str, str]) -> Iterator[str]:
    """The pieces of a table, with its caption and the gap after it.

    Args:
        one: the table; cells that a row lacks are empty.
        width: how wide it is, in twips.
        bookmarks: where anchors are.

    """
    caption = one.caption or one.folded
    if caption:
        yield paragraph((runs(caption, bookmarks),), "Caption")
    for part in _by_columns(one, _columns(one)):
        yield from _part(part, width, bookmarks)


def _columns(one: Table) -> int:
    return max((len(one.heads), *(len(cells) for cells in one.rows)))


def _by_columns(one: Table, columns: int) -> Iterator[Table]:
    """The table, or tables of the most columns that Word takes; each begins with the first one."""
    if columns <= _MOST_COLUMNS:
        yield one
        return
    for at in range(1, columns, _MOST_COLUMNS - 1):
        taken = slice(at, at + _MOST_COLUMNS - 1)
        yield evolve(
            one,
            heads=(*one.heads[:1], *one.heads[taken]),
            rows=tuple((*cells[:1], *cells[taken]) for cells in one.rows),
            aligned={
                column - at + 1 if column else 0: side for column, side in one.aligned.items()
            },
            widths=(*one.widths[:1], *one.widths[taken]),
        )


def _part(one: Table, width: int, bookmarks: Mapping[str, str]) -> Iterator[str]:
    """A table of as many columns as Word takes; it takes no row of none, and no table of none."""
    columns = _columns(one)
    if not columns:
        return
    size = SMALL_CELLS if columns > _FEW_COLUMNS else CELLS
    widths = _widths(one, columns, size, width)
    head = _head(one.heads, widths, size, bookmarks) if any(one.heads) else ""
    sides = [_SIDES.get(one.aligned.get(at, ""), "") for at in range(columns)]
    for at in range(0, max(len(one.rows), 1), MOST_ROWS):
        rows = (
            row(
                _cells(cells, sides, size, bookmarks),
                widths,
                is_whole=_longest(cells) <= _WHOLE,
            )
            for cells in one.rows[at : at + MOST_ROWS]
        )
        yield from table(widths, chain((head,), rows), title=escaped(one.caption))
        yield GAP


def _longest(cells: Sequence[Words]) -> int:
    """How many characters the longest cell has."""
    return max((len(text_of(words)) for words in cells), default=0)


def _head(
    heads: Sequence[Words], widths: Sequence[int], size: CellSize, bookmarks: Mapping[str, str]
) -> str:
    wanted = (*heads, *("",) * (len(widths) - len(heads)))
    contents = (runs(one, bookmarks, size.faint) for one in wanted)
    cells = (Cell(paragraph((one,), size.head), fill=HEAD_FILL) for one in contents)
    return row(cells, widths, is_head=True)


def _cells(
    cells: Sequence[Words], sides: Sequence[str], size: CellSize, bookmarks: Mapping[str, str]
) -> Iterator[Cell]:
    for at, side in enumerate(sides):
        content = runs(cells[at], bookmarks, size.faint) if at < len(cells) else ""
        yield Cell(paragraph((content,), size.cell, f'<w:jc w:val="{side}"/>' if side else ""))


def _widths(one: Table, columns: int, size: CellSize, width: int) -> tuple[int, ...]:
    """As the table asks; where it does not, as its words do."""
    longest = [0.0] * columns
    for cells in one.rows:
        for at, words in enumerate(cells):
            longest[at] = max(longest[at], measured(words, size.smaller))
    for at, words in enumerate(one.heads):
        # A head may break: it is read once, and what stands below it many times.
        longest[at] = max(longest[at], min(measured(words), _PIECE))
    if len(one.widths) == columns and any(one.widths):
        least = (units if units <= _SHORT else _PIECE for units in longest)
        return told(one.widths, needs(least, size.unit, PADDING), width)
    return fitted(needs(longest, size.unit, PADDING), width)
