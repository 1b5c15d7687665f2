"""Answers in the sheet of their register (结论写回): columns after its own, and nothing else.

What the sheet has besides (formulas and their results, pictures, rules of colour) is not touched.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from attrs import define

from xinfang_core.errors import cell_name
from xinfang_core.workbook.answer_frame import Frame, Place
from xinfang_core.workbook.grid import column_number
from xinfang_core.workbook.saving import escaped
from xinfang_core.workbook.splicing import Edit, marks, tag_end, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.workbook.answer_cells import Styled
    from xinfang_core.workbook.answer_styles import Styles
    from xinfang_core.workbook.splicing import Mark

    NewCells = tuple[int, Sequence[Styled]]
    """A row, and what stands in its new columns."""

_TALL = {"ht": "45", "customHeight": "1"}
"""A row of three lines: the names of limits are long."""

_SPANS = re.compile(rb"\sspans=\"[^\"]*\"")
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)


def answered(
    content: bytes, place: Place, rows: Iterator[NewCells], styles: Styles, file: str
) -> Iterator[Edit]:
    """What changes in a sheet.

    Args:
        content: the part of the sheet, which was read before.
        place: where the answers stand.
        rows: those that get cells, in their order, the header first.
        styles: how cells are shown.
        file: named in faults.

    Raises:
        RecordError: a sheet in another encoding than UTF-8.

    """
    frame, filling = Frame(content, place), _Filling(content, place, rows, styles)
    for mark in marks(content, file, "sheet"):
        yield from filling.edits(mark)
        yield from frame.edits(mark)


@define
class _Filling:
    """Goes through the tags of a sheet and says which rows get cells."""

    content: bytes
    place: Place
    rows: Iterator[NewCells]
    styles: Styles
    _next: NewCells | None = None
    _row: int = 0
    _column: int = 0
    _cell: int = 0
    _dropped: int = -1

    def __attrs_post_init__(self) -> None:
        self._next = next(self.rows, None)

    def edits(self, mark: Mark) -> Iterator[Edit]:
        """What changes at a tag."""
        if self._dropped >= 0:
            yield Edit(self._dropped, mark.at, "")
            self._dropped = -1
        if mark.name == "c":
            self._look(mark)
        elif mark.name == "row" and mark.begins:
            yield from self._begin(mark)
        elif mark.name == "row" and self._next and self._next[0] == self._row:
            yield Edit(mark.at, mark.at, self._cells(self._next[1], mark.prefix))
            self._next = next(self.rows, None)

    def _begin(self, mark: Mark) -> Iterator[Edit]:
        """A row: where it gets cells, it no longer says how far it reaches."""
        self._row = int(mark.attributes.get("r", self._row + 1))
        self._column = 0
        if self._next and self._next[0] == self._row:
            yield from sorted(self._changed(mark))

    def _changed(self, mark: Mark) -> Iterator[Edit]:
        """What changes in the tag of a row that gets cells."""
        found = _SPANS.search(self.content, mark.at, tag_end(self.content, mark.at))
        if found:
            yield Edit(found.start(), found.end(), "")
        own_height = mark.attributes.get("customHeight") in {"1", "true"}
        if self._row == self.place.header_row and not own_height:
            named = mark.at + len(f"<{mark.prefix}row")
            for name, value in _TALL.items():
                if name in mark.attributes:
                    yield with_attribute(self.content, mark.at, name, value)
                else:
                    yield Edit(named, named, f' {name}="{value}"')

    def _look(self, mark: Mark) -> None:
        """A cell that stands where a new one comes makes room: it is empty, or an old answer."""
        if mark.begins:
            letters = mark.attributes.get("r", "").rstrip("0123456789")
            self._column = column_number(letters) if letters else self._column + 1
            self._cell = mark.at
        elif self._next and self._next[0] == self._row and self._column >= self.place.left:
            self._dropped = self._cell

    def _cells(self, cells: Sequence[Styled], prefix: str) -> str:
        placed = enumerate(cells, self.place.left)
        return "".join(self._written(one, at, prefix) for at, one in placed if one.value != "")

    def _written(self, cell: Styled, column: int, p: str) -> str:
        """One cell."""
        style = self.styles.of(cell)
        shown = "" if style is None else f' s="{style}"'
        head = f'{p}c r="{cell_name(self._row, column)}"{shown}'
        if isinstance(cell.value, str):
            text = escape(escaped(cell.value))
            inner = f'<{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is>'
            return f'<{head} t="inlineStr">{inner}</{p}c>'
        number = self._serial(cell.value) if isinstance(cell.value, date) else cell.value
        return f"<{head}><{p}v>{number}</{p}v></{p}c>"

    def _serial(self, day: date) -> int:
        return (day - (_DAY_ZERO_1904 if self.place.from_1904 else _DAY_ZERO)).days
