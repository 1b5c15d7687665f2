"""What a policy workbook may say differently than its edition, and where (工作簿的改动)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core.refusals import RefusedError
from xinfang_core.workbook.policy_values import Wanted, value_read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.errors import Fault
    from xinfang_core.workbook.cells import Sheet
    from xinfang_core.workbook.written import Written


class Spot(NamedTuple):
    """A cell of the workbook, be it empty or not.

    Attributes:
        sheet: its sheet.
        row: counted from 1.
        column: counted from 1.

    """

    sheet: Sheet
    row: int
    column: int

    @property
    def text(self) -> str:
        """What it shows; empty for an empty cell."""
        cell = self.sheet.at(self.row, self.column)
        return cell.text if cell else ""

    def read(self, wanted: Wanted) -> object:
        """What it says, in the types of a policy file; None of an empty cell.

        Raises:
            RefusedError: a formula, an error, or something else than is wanted.

        """
        cell = self.sheet.at(self.row, self.column)
        if cell is None:
            return None
        if cell.formula:
            raise RefusedError("book.formula")
        if cell.error:
            raise RefusedError("book.error", ("found", cell.text))
        return value_read(cell.value, wanted)

    def fault(self, code: str, *facts: tuple[str, object]) -> Fault:
        """A fault of this cell."""
        return self.sheet.fault(code, facts, self.row, self.column)


class Place(NamedTuple):
    """A row of the workbook.

    Attributes:
        sheet: its sheet.
        row: counted from 1.
        columns: where each column stands, by name.

    """

    sheet: Sheet
    row: int
    columns: Mapping[str, int]

    def at(self, column: str) -> Spot:
        """The cell in a column; the first one of the row where there is no such column."""
        return Spot(self.sheet, self.row, self.columns.get(column, min(self.columns.values())))

    @property
    def is_hidden(self) -> bool:
        """Whether nobody sees it: then nobody meant to change it."""
        return self.sheet.hidden or any(
            row.hidden for row in self.sheet.rows if row.number == self.row
        )


@frozen
class ChangedValue:
    """A value of which some cells say something else than the edition.

    Attributes:
        one: the value as the edition has it.
        said: what those cells say, by column, in the types of the file; None where one is empty.
        place: where its row stands.

    """

    one: Written
    said: Mapping[str, object] = field(hash=False)
    place: Place = field(hash=False)

    def part(self, name: str) -> object:
        """The value or another part of it, as it is to be; None where there is none."""
        if name in self.said:
            return self.said[name]
        return self.one.value if name == "value" else self.one.parts.get(name)


@frozen
class ChangedClause:
    """A clause that is new, or of which some cells say something else than the edition.

    Attributes:
        clause_id: its id.
        said: what those cells say, by column; empty where one is.
        place: where its row stands.
        is_new: whether the edition does not have it.

    """

    clause_id: str
    said: Mapping[str, str] = field(hash=False)
    place: Place = field(hash=False)
    is_new: bool = False


@frozen
class ChangedReading:
    """A variant of which some cells say something else than the edition.

    Attributes:
        name: its key.
        said: what those cells say, by column; None where one is empty.
        place: where its row stands.

    """

    name: str
    said: Mapping[str, object] = field(hash=False)
    place: Place = field(hash=False)


@frozen
class Read:
    """What a workbook says that its edition does not.

    Attributes:
        values: the values that differ, in the order of the sheets.
        clauses: the clauses that are new or differ.
        readings: the variants that differ as a whole.
        places: the row of each value and of each clause, by sheet and first cell.

    """

    values: tuple[ChangedValue, ...]
    clauses: tuple[ChangedClause, ...]
    readings: tuple[ChangedReading, ...]
    places: Mapping[tuple[str, str], Place] = field(hash=False)
