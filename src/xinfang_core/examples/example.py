"""One example (算例): what is given, what is wanted, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from xinfang_core.case import Case
    from xinfang_core.codec.rows import Listing, Row
    from xinfang_core.errors import Fault
    from xinfang_core.examples.asking import Question
    from xinfang_core.examples.values import Place


@frozen
class Terms:
    """By what an example is judged (算例条件).

    Attributes:
        policy: the id of the policy.
        pinned: the day after ``@`` that picks its editions; None: the case's own events.
        variant: its reading; None for the default one.
        as_of: the day asked about.
        known_on: notices after this day are left out.
        allow_assumed: whether values may be used that the source does not give.

    """

    policy: str
    pinned: date | None
    variant: str | None
    as_of: date
    known_on: date
    allow_assumed: bool = True


@frozen
class Wants:
    """What an answer is to be (应有结论); what is empty is not looked at.

    Attributes:
        cells: by the column of an answer what is to stand in it.
        codes: reasons or findings that have to occur.
        not_codes: those that must not occur.
        errors: the faults for which the record is to be refused.

    """

    cells: Mapping[str, str] = field(factory=dict, hash=False)
    codes: tuple[str, ...] = ()
    not_codes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cells or self.codes or self.not_codes or self.errors)


@frozen
class Example:
    """One row of a table of examples (算例).

    Attributes:
        key: its id, of which there is one in a run.
        row: as it is written, with its place.
        terms: by what it is judged.
        wants: what the answer is to be.
        question: the rule that is asked where it is not about one case; empty for a case.
        case: the case; None of a question, and where the record is refused.
        asked: the rule or the place that is asked; None of a case.
        arguments: by the parameter of the rule what it is given.
        refused: why the record is refused.
        clause: what the wanted answer rests on.
        source: how it was worked out.
        note: what else is said.
        is_confirmed: whether somebody answers for what is wanted: there is something, and no mark.
        columns: the columns of wants that its table has.
        path: its file as it was named.

    """

    key: str
    row: Row = field(repr=False)
    terms: Terms
    wants: Wants
    question: str = ""
    case: Case | None = None
    asked: Question | Place | None = None
    arguments: Mapping[str, object] = field(factory=dict, hash=False, repr=False)
    refused: tuple[Fault, ...] = ()
    clause: str = ""
    source: str = ""
    note: str = ""
    is_confirmed: bool = True
    columns: tuple[str, ...] = field(default=(), repr=False)
    path: str = ""

    @property
    def place(self) -> str:
        """File and row, as people find them; of a workbook the sheet and the cell."""
        return self.place_of("id")

    def place_of(self, cell: str) -> str:
        """File, row and column of a cell; of a workbook the sheet and the cell."""
        return self.row.fault("check.at", (), cell).place


@frozen
class Table:
    """A table of examples as written (算例表).

    Attributes:
        listing: its columns and rows, without the row of labels.
        policy: the policy of the rows that name none; empty: each has to name one.
        path: the file as it was named.
        sheet: the sheet of a workbook; empty for any other file.
        notes: what was read otherwise than it is shown.

    """

    listing: Listing
    policy: str = ""
    path: str = ""
    sheet: str = ""
    notes: tuple[Fault, ...] = ()


@frozen
class Examples:
    """The examples of a run, in the order of their files.

    Attributes:
        tables: as written.
        rows: the examples of each table.

    """

    tables: tuple[Table, ...]
    rows: tuple[tuple[Example, ...], ...]

    def __iter__(self) -> Iterator[Example]:
        return (one for rows in self.rows for one in rows)

    @property
    def notes(self) -> tuple[Fault, ...]:
        """What was read otherwise than it is shown."""
        return tuple(note for table in self.tables for note in table.notes)

    def __len__(self) -> int:
        return sum(map(len, self.rows))
