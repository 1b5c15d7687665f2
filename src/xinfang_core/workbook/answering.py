"""Answers written back into a copy of the workbook (结论写回工作簿).

Only the register's sheet, the list of formats and the list of names change; every other part of
the workbook is in the copy byte for byte.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import frozen

from xinfang_core.errors import Fault, RecordError
from xinfang_core.workbook.answer_frame import Place
from xinfang_core.workbook.answer_sheet import answered
from xinfang_core.workbook.answer_styles import Styles, styles_of
from xinfang_core.workbook.cells import MOST_COLUMNS
from xinfang_core.workbook.filter_name import named_filter
from xinfang_core.workbook.grid import read_address
from xinfang_core.workbook.packing import entry, in_order
from xinfang_core.workbook.splicing import spliced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import BinaryIO

    from xinfang_core.workbook.answer_cells import Styled
    from xinfang_core.workbook.answer_sheet import NewCells
    from xinfang_core.workbook.opening import Opened
    from xinfang_core.workbook.parts import Tab

_SIGNATURES = "_xmlsignatures/"


@frozen
class Target:
    """The sheet of a workbook that gets answers.

    Attributes:
        opened: the workbook.
        tab: the sheet.
        header_row: the row of the header.
        names: what stands in the header, each with its column.
        width: the last column that is taken.
        last_row: the last row that gets an answer.

    """

    opened: Opened
    tab: Tab
    header_row: int
    names: Mapping[str, int]
    width: int
    last_row: int

    def place(self, headers: Sequence[Styled], widths: tuple[int, ...]) -> Place:
        """Where the answers stand: after all else, or where those of an earlier run stand.

        Raises:
            RecordError: a sheet has not so many columns.

        """
        texts = [str(one.value) for one in headers]
        left = self._earlier(texts) or self.width + 1
        if left + len(texts) - 1 > MOST_COLUMNS:
            facts = (("most", MOST_COLUMNS),)
            raise RecordError(Fault("workbook.too_many_columns", facts, self.opened.file))
        dates = self.opened.shared.from_1904
        return Place(self.header_row, left, widths, self.last_row, dates)

    def _earlier(self, texts: Sequence[str]) -> int:
        """The first column of an earlier run with the same headers; 0: there is none."""
        names = list(self.names)[-len(texts) :]
        left = self.names[names[0]] if names else 0
        follows = [self.names[name] for name in names] == [*range(left, left + len(texts))]
        return left if names == list(texts) and follows else 0


def warnings(target: Target) -> Iterator[Fault]:
    """What does not hold in the copy."""
    if any(part.startswith(_SIGNATURES) for part in target.opened.container.parts):
        yield Fault("workbook.signature_lost", (), target.opened.file)


def write_answers(
    target: Target,
    headers: Sequence[Styled],
    widths: tuple[int, ...],
    rows: Iterator[NewCells],
    stream: BinaryIO,
) -> None:
    """Write a copy of a workbook with answers.

    Args:
        target: the sheet that gets them.
        headers: what stands above them.
        widths: of the columns.
        rows: the rows that get some, in their order.
        stream: where the copy goes.

    Raises:
        RecordError: no room for so many columns; or a part that is no XML in UTF-8.

    """
    place = target.place(headers, widths)
    rows = chain([(target.header_row, headers)], rows)
    container, shared = target.opened.container, target.opened.shared
    styles, changed = Styles(), {shared.part: _with_filter(target, place)}
    if shared.styles:
        content = container.read(shared.styles)
        styles = styles_of(content, container.file, shared.styles)
        changed[shared.styles] = spliced(content, styles.edits)
    changed[target.tab.part] = _with_answers(target, place, rows, styles)
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as packed:
        for name in in_order(container.parts):
            with packed.open(entry(name), "w") as copy:
                copy.writelines(changed.get(name) or container.blocks(name))


def _with_answers(
    target: Target, place: Place, rows: Iterator[NewCells], styles: Styles
) -> Iterator[bytes]:
    """The sheet with the answers."""
    content = target.opened.container.read(target.tab.part)
    return spliced(content, answered(content, place, rows, styles, target.opened.file))


def _with_filter(target: Target, place: Place) -> Iterator[bytes]:
    """The list of sheets with the name of the filter."""
    container, part = target.opened.container, target.opened.shared.part
    content = container.read(part)
    first, _, last = place.filtered.partition(":")
    cells = ":".join(_absolute(one) for one in (first, last))
    return spliced(content, [named_filter(content, target.tab, cells, container.file)])


def _absolute(address: str) -> str:
    """Such as ``$B$7``."""
    row, _ = read_address(address)
    return f"${address.removesuffix(str(row))}${row}"
