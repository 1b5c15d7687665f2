"""Rows of a sheet as records (工作表的行): what Excel did to a cell is told with its address."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, frozen

from xinfang_core.codec.fields import CASE_NO
from xinfang_core.codec.rows import Row
from xinfang_core.errors import Fault, RecordError
from xinfang_core.workbook.formats import dated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.codec.fields import Field
    from xinfang_core.decision import Facts
    from xinfang_core.workbook.cells import Range
    from xinfang_core.workbook.keeping import Kept, KeptRow, KeptSheet

_SERIAL = re.compile(r"[1-9][0-9]{4}(\.[0-9]+)?")
_AT = "at"
_WRONG = {
    "long": "workbook.cut_number",
    "error": "workbook.error_value",
    "lost": "workbook.no_result",
}
"""What is wrong with a cell of these sorts wherever it is read."""


@frozen
class Reading:
    """How the rows of a sheet become records.

    Attributes:
        kept: the sheet.
        start: how many rows stand above the header.
        top: the row of the header.
        places: the columns by their names.
        fields: what each column feeds that is read.

    """

    kept: KeptSheet
    start: int
    top: int
    places: Mapping[str, int]
    fields: Mapping[str, tuple[Field, ...]]

    def rows(self) -> Iterator[Row]:
        """The records."""
        names = {column: name for name, column in self.places.items()}
        merged = _Merged(self.kept.merged, {self.places[name]: name for name in self.fields})
        rows = (row for index, row in enumerate(self.kept) if index > self.start)
        for number, row in enumerate(rows, 1):
            values: dict[str, object] = {}
            base = Row({}, self.kept.place, number, row.number, self.places)
            faults = list(merged.faults(base, row))
            for cell in row.cells:
                name = names[cell.column]
                wrong = self._wrong(cell, name)
                if wrong:
                    faults.append(base.fault(*wrong, name))
                if cell.text and (not wrong or self._is_number(name)):
                    values[name] = cell.text
            yield evolve(base, values=values, faults=tuple(faults))

    def notes(self) -> Iterator[Fault]:
        """What was read otherwise than it is shown."""
        rows = tuple(row for row in self.kept.hidden_rows if row > self.top)
        if rows:
            yield Fault("workbook.hidden_rows", (("lines", rows),), self.kept.place)
        for code, columns in (
            ("workbook.hidden_columns", self.kept.hidden_columns),
            ("workbook.formulas", self.kept.formulas),
        ):
            told = tuple(
                name
                for name, column in self.places.items()
                if column in columns and name in self.fields
            )
            if told:
                yield Fault(code, (("columns", told),), self.kept.place)

    def _is_number(self, name: str) -> bool:
        """Whether a column has the number of a case, which is wanted of a faulty row too."""
        return any(one.name == CASE_NO.name for one in self.fields[name])

    def _wrong(self, cell: Kept, name: str) -> tuple[str, Facts] | None:
        """What is wrong with a cell that is read: code and facts."""
        fields = self.fields.get(name)
        if not fields:
            return None
        facts = (("found", cell.text),)
        days = all(one.fact == _AT or one.kind is date for one in fields)
        if days and cell.sort == "number":
            meant = self._meant(cell.text)
            return ("workbook.serial", (*facts, ("meant", meant))) if meant else None
        if cell.sort in {"date", "clock"} and not days:
            return "workbook.became_date", ()
        code = _WRONG.get(cell.sort)
        return (code, facts if code == "workbook.error_value" else ()) if code else None

    def _meant(self, text: str) -> date | None:
        """The day that a number is, which lost its date format; None where it is hardly one."""
        if not _SERIAL.fullmatch(text):
            return None
        found = dated(Decimal(text), "date", from_1904=self.kept.from_1904)
        return found if isinstance(found, date) else None


@define
class _Merged:
    """The merged cells from row to row, each looked at only where it is.

    Attributes:
        merged: those of the sheet, from top to bottom.
        read: the columns that are read, with their names.

    """

    merged: tuple[Range, ...]
    read: Mapping[int, str]
    _taken: int = 0
    _here: list[Range] = Factory(list)

    def faults(self, row: Row, kept: KeptRow) -> Iterator[Fault]:
        """That a cell that is read belongs to merged ones, of which only the first has a value.

        Raises:
            RecordError: more of them than there are columns, which no program writes.

        """
        self._go_to(kept)
        if len(self._here) > len(self.read):
            raise RecordError(row.fault("workbook.too_many_merged", ()))
        for one in self._here:
            covered = (name for at, name in self.read.items() if one.covers(row.line, at))
            name = next(covered, None)
            if name is not None:
                yield row.fault("workbook.merged", (("range", one.address),), name)

    def _go_to(self, row: KeptRow) -> None:
        """Take up those that begin, and leave those that have ended; rows come in their order."""
        while self._taken < len(self.merged) and self.merged[self._taken].top <= row.number:
            one = self.merged[self._taken]
            self._taken += 1
            # Where the first is empty too, nothing is lost.
            begins = one.top == row.number and any(cell.column == one.left for cell in row.cells)
            if begins and any(one.left <= column <= one.right for column in self.read):
                self._here.append(one)
        self._here = [one for one in self._here if one.bottom >= row.number]
