"""Words as blocks (文字成块): what the parts of a bulletin are put together with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Heading, Paragraph, Run, Table
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xinfang_core.documents.blocks import Align, Words


def said(code: str, **facts: object) -> str:
    """A sentence of the bulletin, by the end of its code."""
    return render(f"bulletin.{code}", facts)


def heading(code: str, anchor: str, level: int = 1, **facts: object) -> Heading:
    """A heading."""
    return Heading(level, said(code, **facts), anchor)


def note(code: str, **facts: object) -> Paragraph:
    """A remark in smaller type."""
    return Paragraph(said(code, **facts), is_note=True)


def strong(text: str) -> tuple[Run, ...]:
    """Words that stand out."""
    return (Run(text, strong=True),)


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[Words]],
    numbers: Iterable[int] = (),
    days: Iterable[int] = (),
    *,
    caption: str = "",
    widths: tuple[int, ...] = (),
) -> Table:
    """A table: columns of numbers stand to the right, columns of days in the middle.

    A workbook takes the cells of such columns for numbers and days.
    """
    aligned: dict[int, Align] = dict.fromkeys(numbers, "right")
    aligned |= dict.fromkeys(days, "centre")
    cells = tuple(tuple(row) for row in rows)
    return Table(tuple(heads), cells, aligned, caption, widths)
