"""What surrounds the answers in a sheet (表头与筛选): the header in sight, widths, the filter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from xinfang_core.errors import cell_name
from xinfang_core.workbook.grid import read_address
from xinfang_core.workbook.splicing import Edit, is_empty, tag_end, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.workbook.splicing import Mark

_TABLES = re.compile(rb"<(\w+:)?tableParts\b")
_CORNERS = re.compile(r"([A-Z]{1,3}[0-9]{1,7})(?::([A-Z]{1,3}[0-9]{1,7}))?")
_VIEWS, _COLUMNS, _CELLS, _FILTER = "sheetViews", "cols", "sheetData", "autoFilter"
_FIRST = ("sheetPr", "dimension")
_BEFORE_FILTER = (_CELLS, "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios")
_ORDER = {
    _VIEWS: _FIRST,
    _COLUMNS: (*_FIRST, _VIEWS, "sheetFormatPr"),
    _FILTER: (*_FIRST, _VIEWS, "sheetFormatPr", _COLUMNS, *_BEFORE_FILTER),
}
"""What stands before each of these parts of a sheet, if it is there."""


@frozen
class Place:
    """Where the answers stand.

    Attributes:
        header_row: the row of the header.
        left: the first new column.
        widths: of each new column.
        last_row: the last row of the register.
        from_1904: whether days are counted from 1904.

    """

    header_row: int
    left: int
    widths: tuple[int, ...]
    last_row: int
    from_1904: bool = False

    @property
    def right(self) -> int:
        """The last new column."""
        return self.left + len(self.widths) - 1

    @property
    def filtered(self) -> str:
        """The cells that a filter reaches over."""
        return f"{cell_name(self.header_row, 1)}:{cell_name(self.last_row, self.right)}"


@define
class Frame:
    """Goes through the tags of a sheet and says what changes around the cells."""

    content: bytes
    place: Place
    _missing: list[str] = field(init=False)
    _view: int = -1

    @_missing.default
    def _all(self) -> list[str]:
        # A table of Excel brings its own filter, and two may not overlap.
        filters = () if _TABLES.search(self.content) else (_FILTER,)
        return [_VIEWS, _COLUMNS, *filters]

    def edits(self, mark: Mark) -> Iterator[Edit]:
        """What changes at a tag."""
        if mark.depth == 0 and not mark.begins:
            yield from self._lacking(mark, "")
        elif mark.depth == 1 and mark.begins:
            yield from self._lacking(mark, mark.name)
        if mark.name == _COLUMNS and not mark.begins:
            yield Edit(mark.at, mark.at, self._columns(mark.prefix))
        elif mark.name in {"sheetView", "pane"}:
            yield from self._frozen(mark)
        elif mark.name == "col" and mark.begins:
            yield from self._narrowed(mark)
        elif mark.begins and mark.depth == 1 and mark.name in {"dimension", _FILTER}:
            yield from self._wider(mark)

    def _lacking(self, mark: Mark, name: str) -> Iterator[Edit]:
        """The parts that the sheet lacks and that stand before this one."""
        if name in self._missing:
            self._missing.remove(name)
        for missing in [one for one in self._missing if name not in _ORDER[one]]:
            self._missing.remove(missing)
            yield Edit(mark.at, mark.at, self._part(missing, mark.prefix))

    def _part(self, name: str, p: str) -> str:
        """A part of the sheet."""
        if name == _FILTER:
            return f'<{p}autoFilter ref="{self.place.filtered}"/>'
        if name == _COLUMNS:
            return f"<{p}cols>{self._columns(p)}</{p}cols>"
        view = f'<{p}sheetView workbookViewId="0">{self._pane(p)}</{p}sheetView>'
        return f"<{p}sheetViews>{view}</{p}sheetViews>"

    def _frozen(self, mark: Mark) -> Iterator[Edit]:
        """The header stays in sight, unless the sheet says otherwise."""
        if mark.name == "pane":
            self._view = -1
        elif mark.begins:
            self._view = mark.at
        elif self._view >= 0:
            end = tag_end(self.content, self._view)
            pane = self._pane(mark.prefix)
            if is_empty(self.content, self._view):
                yield Edit(end - 2, end, f">{pane}</{mark.prefix}sheetView>")
            else:
                yield Edit(end, end, pane)
            self._view = -1

    def _pane(self, p: str) -> str:
        top = self.place.header_row
        where = f'ySplit="{top}" topLeftCell="A{top + 1}" activePane="bottomLeft"'
        return f'<{p}pane {where} state="frozen"/>'

    def _columns(self, p: str) -> str:
        """The widths of the new columns."""
        wide = enumerate(self.place.widths, self.place.left)
        return "".join(
            f'<{p}col min="{column}" max="{column}" width="{width}" customWidth="1"/>'
            for column, width in wide
        )

    def _narrowed(self, mark: Mark) -> Iterator[Edit]:
        """A run of columns that ends before the new ones."""
        first, last = (int(mark.attributes[name]) for name in ("min", "max"))
        if first >= self.place.left:
            yield Edit(mark.at, tag_end(self.content, mark.at), "")
        elif last >= self.place.left:
            yield with_attribute(self.content, mark.at, "max", str(self.place.left - 1))

    def _wider(self, mark: Mark) -> Iterator[Edit]:
        """The cells that hold anything, or that the filter of the register reaches over."""
        found = _CORNERS.fullmatch(mark.attributes.get("ref", ""))
        if found is None:
            return
        first, last = found.groups()
        (top, _), (bottom, right) = read_address(first), read_address(last or first)
        if mark.name != _FILTER or top == self.place.header_row:
            corner = cell_name(bottom, max(right, self.place.right))
            yield with_attribute(self.content, mark.at, "ref", f"{first}:{corner}")
