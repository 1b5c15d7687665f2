"""Tables of a Word file (表格), as XML: a cell after the other, so that long ones are fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_RULE = "808080"
_PADDING: Final = 60
_ABOVE: Final = 30
PADDING: Final = 2 * _PADDING
"""What a column has besides its text, in twips."""

MOST_ROWS: Final = 500
"""Rows of one table: Word takes 32,767, but the time that LibreOffice needs grows with their square
(10,000 rows in one table took minutes)."""


@frozen
class Cell:
    """A cell (单元格).

    Attributes:
        content: its paragraphs, as XML; one at least.
        span: how many columns it takes.
        fill: the colour behind it; empty for none.
        properties: what else is said of it, as XML that stands before its fill in the schema.

    """

    content: str
    span: int = 1
    fill: str = ""
    properties: str = ""


def table(
    widths: Sequence[int], rows: Iterable[str], *, is_ruled: bool = True, title: str = ""
) -> Iterator[str]:
    """The pieces of a table.

    Args:
        widths: of its columns, in twips.
        rows: its rows, as ``row`` writes them; one at least.
        is_ruled: whether lines stand around its cells.
        title: what it shows, as escaped words, for whoever has it read aloud.

    """
    told = f'<w:tblCaption w:val="{title}"/>' if title else ""
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{_rules() if is_ruled else ""}<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f"{''.join(_padding(is_ruled=is_ruled))}</w:tblCellMar>{told}</w:tblPr><w:tblGrid>"
        f'{"".join(f"""<w:gridCol w:w="{one}"/>""" for one in widths)}</w:tblGrid>'
    )
    yield from rows
    yield "</w:tbl>"


def _padding(*, is_ruled: bool) -> Iterator[str]:
    """What stays free within cells; only rules need it above and below."""
    free = (("top", _ABOVE * is_ruled), ("left", _PADDING))
    for side, twips in (*free, ("bottom", _ABOVE * is_ruled), ("right", _PADDING)):
        yield f'<w:{side} w:w="{twips}" w:type="dxa"/>'


def _rules() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    told = (f'<w:{one} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>' for one in sides)
    return f"<w:tblBorders>{''.join(told)}</w:tblBorders>"


def row(
    cells: Iterable[Cell],
    widths: Sequence[int],
    *,
    is_head: bool = False,
    is_whole: bool = True,
    height: int = 0,
) -> str:
    """A row.

    Args:
        cells: its cells; what they span adds up to all columns.
        widths: of the columns, in twips.
        is_head: whether each page of the table begins with it.
        is_whole: whether no page parts it; it must be lower than a page then.
        height: how high it is at least, in twips.

    """
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    whole = "<w:cantSplit/>" if is_whole else ""
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr>{whole}{least}{head}</w:trPr>{''.join(_cells(cells, widths))}</w:tr>"


def _cells(cells: Iterable[Cell], widths: Sequence[int]) -> Iterator[str]:
    at = 0
    for one in cells:
        width = sum(widths[at : at + one.span])
        spanned = f'<w:gridSpan w:val="{one.span}"/>' if one.span > 1 else ""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{one.fill}"/>' if one.fill else ""
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{one.properties}{fill}'
            f'<w:vAlign w:val="center"/></w:tcPr>{one.content}</w:tc>'
        )
        at += one.span
