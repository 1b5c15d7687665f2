"""The blocks of one sheet, one below the other (逐块写入): no row is kept once it is written."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any, Final, assert_never

from attrs import define

from xinfang_core.documents.blocks import (
    Bars,
    Heading,
    Items,
    Paragraph,
    Picture,
    Table,
)
from xinfang_core.documents.writers.sheets.charts import chart_of, rows_of
from xinfang_core.documents.writers.sheets.values import Cell, cell_of, fitting
from xinfang_core.documents.writers.words import text_of
from xinfang_core.messages import render
from xinfang_core.workbook.policy_looks import LINE, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.documents.blocks import Align, Block, Words
    from xinfang_core.documents.writers.sheets.looks import Look, Looks

    Styled = tuple[Cell, Look, Align]

_LEAST, _MOST, _SPAN = 9, 36, 96
"""Widths of columns, and of the columns over which a sentence reaches, in characters."""

_TRIED: Final = 500
"""So many rows of a table are looked at for the widths of its columns."""

_HIGHEST: Final = 409
"""Points of the highest row."""


def widths_of(blocks: Sequence[Block]) -> list[int]:
    """The widths of the columns, by the tables and plots of the sheet."""
    widths: list[int] = []
    for rows in _grids(blocks):
        for row in islice(rows, _TRIED):
            widths += [_LEAST] * (len(row) - len(widths))
            for place, words in enumerate(row):
                wide = max(map(_wide, text_of(words).split("\n")))
                widths[place] = min(max(widths[place], wide + 2), _MOST)
    widths = widths or [_LEAST]
    # Where there are few columns a sentence still has room.
    lacking = _SPAN - sum(widths)
    return [*widths, *([_LEAST] * (lacking // _LEAST + 1 if lacking > 0 else 0))]


def _grids(blocks: Iterable[Block]) -> Iterator[Iterable[Sequence[Words]]]:
    for one in blocks:
        if isinstance(one, Table):
            yield (one.heads, *one.rows[:_TRIED])
        elif isinstance(one, Bars):
            yield [("", *one.series), *((bar.label, *bar.shown) for bar in one.bars)]
        elif isinstance(one, Picture):
            yield from _grids(one.instead)


def _wide(text: str) -> int:
    return sum(2 if sign > "\u2e7f" else 1 for sign in text[:_MOST])


@define
class Writing:
    """Writes blocks to a sheet that takes rows in their order."""

    sheet: Any
    widths: Sequence[int]
    looks: Looks
    row: int = 0
    filtered: int = 0

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks, one below the other."""
        for one in blocks:
            self._block(one)

    def _block(self, one: Block) -> None:
        match one:
            case Heading():
                self.sentence(one.words, "heading")
            case Paragraph():
                self.sentence(one.words, "note" if one.is_note else _look(one.words, "text"))
            case Items():
                for number, words in enumerate(one.items, 1):
                    mark = f"{number}. " if one.numbered else "• "
                    self.sentence(mark + text_of(words), "text")
            case Table():
                self._table(one)
            case Bars():
                self._bars(one)
            case Picture():
                self.sentence(one.told, "text")
                self.write(one.instead)
            case _:
                assert_never(one)

    def sentence(self, words: Words, look: Look) -> None:
        """A sentence over the width of the sheet."""
        text, room = fitting(text_of(words)), self._room()
        lines = lines_of(text, sum(self.widths[:room]))
        tall = LINE * (1.5 if look in {"title", "heading"} else 1)
        self.row += 1
        self.sheet.row_dimensions[self.row].height = min(tall * lines, _HIGHEST)
        self.sheet.append([self.looks.made(Cell(text), look)])
        self.sheet.merged_cells.add(f"A{self.row}:{_letters(room)}{self.row}")

    def _room(self) -> int:
        """How many columns a sentence reaches over; together they are wide enough for it."""
        reached = enumerate(accumulate(self.widths), 1)
        return next(place for place, wide in reached if wide >= _SPAN)

    def blank(self, count: int = 1) -> None:
        """Empty rows."""
        for _ in range(count):
            self.row += 1
            self.sheet.append([])

    def _table(self, one: Table) -> None:
        if one.caption:
            self.sentence(one.caption, "caption")
        self._append([(Cell(fitting(text_of(words))), "head", "left") for words in one.heads])
        head, aligns = self.row, [one.aligned.get(at, "left") for at in range(len(one.heads))]
        for row in one.rows:
            self._append(
                [
                    (cell_of(words, align), _look(words, "cell"), align)
                    for words, align in zip(row, aligns, strict=False)
                ]
            )
        # A sheet has one filter: that of its longest table.
        if len(one.rows) > self.filtered:
            self.filtered = len(one.rows)
            self.sheet.auto_filter.ref = f"A{head}:{_letters(len(one.heads))}{self.row}"
            self.sheet.print_title_rows = f"{head}:{head}"
        self.blank()

    def _append(self, cells: Iterable[Styled]) -> None:
        self.row += 1
        row = [*cells]
        placed = zip(row, self.widths, strict=False)
        lines = max((_lines(cell, wide) for (cell, *_), wide in placed), default=1)
        if lines > 1:
            self.sheet.row_dimensions[self.row].height = min(LINE * lines, _HIGHEST)
        self.sheet.append(self.looks.made(*one) for one in row)

    def _bars(self, one: Bars) -> None:
        """The data of a plot, and the plot beside it."""
        if not one.bars:
            return
        self.blank()
        self.sentence(one.title, "caption")
        top, named = self.row, render("documents.made_by.name", {})
        heads = (named, *one.series)
        self._append([(Cell(fitting(words)), "head", "left") for words in heads])
        head = self.row
        for bar in one.bars:
            label: Styled = (Cell(fitting(bar.label)), "cell", "left")
            numbers = (
                Cell(fitting(shown)) if value is None else _length(value)
                for value, shown in zip(bar.values, bar.shown, strict=True)
            )
            self._append([label, *((cell, "cell", "right") for cell in numbers)])
        corner = f"{_letters(len(one.series) + 3)}{top + 1}"
        self.sheet.add_chart(chart_of(one, self.sheet, head), corner)
        self.blank(max(top + rows_of(one) - self.row, 1))


def _lines(cell: Cell, width: int) -> int:
    """How many lines a cell takes; most are short, which is seen at once."""
    text = cell.value
    if not isinstance(text, str) or (2 * len(text) < width and "\n" not in text):
        return 1
    return lines_of(text, width)


def _length(value: float) -> Cell:
    """The length of a bar as a number."""
    return Cell(int(value) if value == int(value) else Decimal(str(round(value, 4))))


def _look(words: Words, look: Look) -> Look:
    """The look of a cell or sentence, of which all the words may stand out."""
    if isinstance(words, str) or not words or not all(run.strong for run in words):
        return look
    return "strong" if look == "text" else "marked"


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def frozen_at(blocks: Sequence[Block]) -> str:
    """The cell above which a sheet stays in sight: below the head of a table near its top."""
    tables = (place for place, one in enumerate(blocks) if isinstance(one, Table))
    place = next(tables, None)
    if place is None or not all(isinstance(one, (Heading, Paragraph)) for one in blocks[:place]):
        return ""
    first = blocks[place]
    return f"A{place + 2 + bool(isinstance(first, Table) and first.caption)}"
