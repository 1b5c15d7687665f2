"""Formats of the answers (结论格式), added after those that a workbook has."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, get_args

from attrs import define, field, frozen

from xinfang_core.workbook.answer_cells import Fill, Sort
from xinfang_core.workbook.splicing import Edit, marks, tag_end, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.workbook.answer_cells import Styled
    from xinfang_core.workbook.splicing import Mark

_COLOURS = {
    "header": "FFD9E1F2",
    "overdue": "FFFFC7CE",
    "late": "FFFFD9B3",
    "soon": "FFFFF2B3",
    "unknown": "FFE7E6E6",
}
_DAY_FORMAT = "yyyy\\-mm\\-dd"
_LISTS = ("fonts", "fills", "cellXfs")
_FIRST_OWN = 200
"""Number formats below are those of programs."""


@frozen
class Styles:
    """The styles of a workbook with those of the answers.

    Attributes:
        edits: what changes in the part; none where the workbook has no styles.
        numbers: the number of each style.

    """

    edits: tuple[Edit, ...] = ()
    numbers: Mapping[tuple[Sort, Fill], int] = field(factory=dict)

    def of(self, cell: Styled) -> int | None:
        """The style of a cell; None where the workbook has no styles."""
        sort: Sort = cell.sort
        return self.numbers.get((sort, "" if sort == "header" else cell.fill))


def styles_of(content: bytes, file: str, part: str) -> Styles:
    """What is added to the styles of a workbook."""
    found = _Found()
    for mark in marks(content, file, part):
        found.take(mark)
    if not all(found.counts.get(name) for name in _LISTS):
        return Styles()
    return _Added(content, found).styles()


@define
class _Found:
    """Where the lists of a style sheet are, and how long each is."""

    starts: dict[str, int] = field(factory=dict)
    ends: dict[str, int] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)
    formats: list[int] = field(factory=list)
    font: tuple[int, int] = (0, 0)
    first: int = 0
    prefix: str = ""
    _list: str = ""

    def take(self, mark: Mark) -> None:
        """Look at one more tag."""
        if mark.depth == 0 and mark.begins:
            self.prefix = mark.prefix
        elif mark.depth == 1 and mark.begins:
            self.first = self.first or mark.at
            self._list = mark.name
            self.starts[mark.name], self.counts[mark.name] = mark.at, 0
        elif mark.depth == 1:
            self.ends[mark.name] = mark.at
        elif mark.depth == 2 and mark.begins:  # noqa: PLR2004 - the items of a list
            self.counts[self._list] += 1
            if mark.name == "numFmt":
                self.formats.append(int(mark.attributes.get("numFmtId", 0)))
            if mark.name == "font" and not self.font[0]:
                self.font = mark.at, 0
        elif mark.name == "font" and not self.font[1]:
            self.font = self.font[0], mark.at


@frozen
class _Added:
    """What is added to a style sheet."""

    content: bytes
    found: _Found

    def styles(self) -> Styles:
        """The changes, in the order of their places."""
        kinds = [("header", ""), *product(get_args(Sort)[1:], get_args(Fill))]
        first = self.found.counts["cellXfs"]
        added = {
            "fonts": [self._font()],
            "fills": [self._filled(colour) for colour in _COLOURS.values()],
            "cellXfs": [self._style(*kind) for kind in kinds],
        }
        edits = [*self._formats()]
        for name, items in added.items():
            edits += self._longer(name, items)
        numbers = {kind: first + index for index, kind in enumerate(kinds)}
        return Styles(tuple(sorted(edits)), numbers)

    @property
    def _format(self) -> int:
        return max([_FIRST_OWN, *(number + 1 for number in self.found.formats)])

    def _formats(self) -> Iterator[Edit]:
        """The format of dates, at the end of the list of formats or in a list of its own."""
        p, found = self.found.prefix, self.found
        item = f'<{p}numFmt numFmtId="{self._format}" formatCode="{_DAY_FORMAT}"/>'
        if found.counts.get("numFmts"):
            yield from self._longer("numFmts", [item])
        else:
            yield Edit(found.first, found.first, f'<{p}numFmts count="1">{item}</{p}numFmts>')

    def _longer(self, name: str, items: list[str]) -> Iterator[Edit]:
        """A list with more items."""
        start, end = self.found.starts[name], self.found.ends[name]
        yield with_attribute(
            self.content, start, "count", str(self.found.counts[name] + len(items))
        )
        yield Edit(end, end, "".join(items))

    def _font(self) -> str:
        """The first font of the workbook, but bold."""
        p, (start, end) = self.found.prefix, self.found.font
        inner = self.content[tag_end(self.content, start) : end].decode()
        plain = re.sub(r"<(\w+:)?b\b[^>]*/>", "", inner)
        return f"<{p}font><{p}b/>{plain}</{p}font>"

    def _filled(self, colour: str) -> str:
        p = self.found.prefix
        pattern = (
            f'<{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/>'
            f'<{p}bgColor indexed="64"/></{p}patternFill>'
        )
        return f"<{p}fill>{pattern}</{p}fill>"

    def _style(self, sort: Sort, fill: Fill) -> str:
        """How a cell of a sort and a colour is shown."""
        p, counts = self.found.prefix, self.found.counts
        colour = "header" if sort == "header" else fill
        shown = counts["fills"] + [*_COLOURS].index(colour) if colour else 0
        font = counts["fonts"] if sort == "header" else 0
        number = self._format if sort == "date" else 0
        quoted = ' quotePrefix="1"' if sort == "quoted" else ""
        wrap = ' wrapText="1"' if sort == "header" else ""
        return (
            f'<{p}xf numFmtId="{number}" fontId="{font}" fillId="{shown}" borderId="0" xfId="0"'
            f'{quoted} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
            f'<{p}alignment vertical="center"{wrap}/></{p}xf>'
        )
