"""The cells of one sheet (工作表内容), row by row; empty ones are passed over."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import define, field

from xinfang_core.errors import Fault, RecordError
from xinfang_core.workbook.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Range,
    SheetRow,
    sheet_place,
)
from xinfang_core.workbook.formats import GENERAL, dated, kind_of
from xinfang_core.workbook.markup import scanned
from xinfang_core.workbook.parts import unescaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.workbook.cells import Value
    from xinfang_core.workbook.container import Container
    from xinfang_core.workbook.parts import Shared, Tab

    Watch = Callable[[Iterable[None], int], Iterable[None]]

_MOST_MERGED = 100_000
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DIGITS = "0123456789"
_SHORT = 15
"""Digits of a whole number that is certain."""

_TRUE = {"1", "true"}

_LONG = 16
"""A sheet of so many blocks takes long enough to tell how far it is."""


@define
class Grid:
    """Takes the cells of a sheet.

    Attributes:
        shared: what all sheets share.
        place: how faults name the sheet.
        rows: those that were found and not yet taken.
        merged: the merged cells, known once all was read.
        hidden_columns: first and last of each run of columns that are not shown.

    """

    shared: Shared
    place: str
    rows: list[SheetRow] = field(factory=list)
    merged: list[Range] = field(factory=list)
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    _number: int = 0
    _hidden: bool = False
    _cells: list[Cell] = field(factory=list)
    _column: int = 0
    _kind: str = ""
    _style: int = 0
    _value: str | None = None
    _pieces: list[str] = field(factory=list)
    _formula: bool = False
    _sound: bool = False
    _columns: dict[str, int] = field(factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        """An element begins; whether its text is wanted."""
        if name in _TEXTS:
            return name == "v" or not self._sound
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._sound = True
        elif name == "mergeCell":
            self._merge(attributes["ref"])
        elif name == "col":
            run = int(attributes["min"]), int(attributes["max"])
            self.hidden_columns += [run] if attributes.get("hidden") in _TRUE else []
        return False

    def end(self, name: str, text: str) -> None:
        """An element ends."""
        if name == "v":
            self._value = text
        elif name == "t":
            self._pieces.append(text)
        elif name == "c":
            self._end_cell()
        elif name == "row":
            if self._cells:
                self.rows.append(SheetRow(self._number, tuple(self._cells), self._hidden))
                self._cells.clear()
        elif name == "rPh":
            self._sound = False

    def is_hidden(self, column: int) -> bool:
        """Whether a column is not shown."""
        return any(first <= column <= last for first, last in self.hidden_columns)

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        number = int(attributes["r"]) if "r" in attributes else self._number + 1
        if not self._number < number <= MOST_ROWS:
            raise ValueError
        self._number, self._column = number, 0
        self._hidden = attributes.get("hidden") in _TRUE

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        where = attributes.get("r", "")
        column = self._column_of(where.rstrip(_DIGITS)) if where else self._column + 1
        if not self._column < column <= MOST_COLUMNS:
            raise ValueError
        self._column = column
        self._kind = attributes.get("t", "n")
        self._style = int(attributes.get("s", 0))
        self._value, self._formula = None, False
        self._pieces.clear()

    def _column_of(self, letters: str) -> int:
        found = self._columns.get(letters)
        if found is None:
            found = self._columns[letters] = column_number(letters)
        return found

    def _end_cell(self) -> None:
        formats = self.shared.formats
        shown = formats[self._style] if self._style < len(formats) else GENERAL
        value = self._read(shown)
        if value is None and not self._formula:
            return
        error = self._kind == "e"
        cell = Cell(self._number, self._column, value, self._formula, error, shown)
        self._cells.append(cell)

    def _read(self, shown: str) -> Value | None:
        """The value of a cell."""
        if self._kind == "inlineStr":
            return unescaped("".join(self._pieces)) or None
        text = self._value
        if not text:
            return None
        if self._kind == "s":
            return self.shared.texts[int(text)] or None
        if self._kind == "n":
            return _number(text, shown, from_1904=self.shared.from_1904)
        if self._kind == "b":
            return text in _TRUE
        return _iso(text) if self._kind == "d" else unescaped(text)

    def _merge(self, text: str) -> None:
        first, _, last = text.partition(":")
        (top, left), (bottom, right) = read_address(first), read_address(last or first)
        self.merged.append(Range(top, left, bottom, right))
        if len(self.merged) > _MOST_MERGED:
            raise RecordError(Fault("workbook.too_many_merged", (), self.place))


_TEXTS = {"v", "t"}


def read_rows(
    grid: Grid, container: Container, tab: Tab, watch: Watch | None = None
) -> Iterator[SheetRow]:
    """The rows of a sheet that hold something, as they are read.

    Args:
        grid: what takes the cells.
        container: the parts of the workbook.
        tab: the sheet.
        watch: is given the steps of a long reading and how many there are, and gives them back.

    Raises:
        RecordError: a damaged sheet.

    """
    steps: Iterable[None] = scanned(container, tab.part, grid)
    count = container.count_blocks(tab.part)
    if watch and count >= _LONG:
        steps = watch(steps, count)
    for _ in steps:
        yield from grid.rows
        grid.rows.clear()


def grid_of(container: Container, shared: Shared, tab: Tab) -> Grid:
    """What takes the cells of a sheet."""
    return Grid(shared, sheet_place(container.file, tab.name))


def read_address(text: str) -> tuple[int, int]:
    """Row and column of an address such as B7.

    Raises:
        ValueError: it is none.

    """
    found = _CELL.fullmatch(text.replace("$", ""))
    if found is None:
        raise ValueError(text)
    return int(found[2]), column_number(found[1])


def column_number(letters: str) -> int:
    """The number of a column such as AB.

    Raises:
        ValueError: it is none.

    """
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@lru_cache(65_536)
def _number(text: str, shown: str, *, from_1904: bool) -> Value:
    """A number, or the date that its format makes of it."""
    number = _plain_number(text)
    kind = kind_of(shown)
    found = dated(number, kind, from_1904=from_1904) if kind else None
    return number if found is None else found


def _plain_number(text: str) -> int | Decimal:
    """A number with the digits that Excel shows, not those that a binary fraction has.

    Raises:
        ValueError: it is none.

    """
    if len(text) <= _SHORT and text.isdecimal() and text.isascii():
        return int(text)
    try:
        number = Decimal(format(float(text), ".15g"))
        return int(number) if number == number.to_integral_value() else number
    except (InvalidOperation, OverflowError):
        raise ValueError(text) from None


def _iso(text: str) -> date | datetime:
    """A date as other programs write it into a cell."""
    found = datetime.fromisoformat(text.removesuffix("Z"))
    return found if "T" in text else found.date()
