"""A file of records (登记表读入), looked over once and read row by row: it may be very large."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, time
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from xinfang_core.case import Case
from xinfang_core.codec.columns import Matched, is_known, match_columns
from xinfang_core.codec.fields import CASE_NO, layout_under
from xinfang_core.codec.files import read_file
from xinfang_core.codec.footers import is_footer
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.row_cases import (
    Draft,
    Plan,
    RefusedRow,
    case_or_refused,
    draft_of,
    plan_of,
    told_faults,
)
from xinfang_core.codec.rows import Listing, csv_rows, json_lines, json_rows
from xinfang_core.codec.source import source_of
from xinfang_core.errors import Fault, MisuseError, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike

    from xinfang_core.codec.rows import Row
    from xinfang_core.codec.source import Source

JSON, JSON_LINES, TABLE = "json", "jsonl", "csv"
"""The forms of a file of records."""

_FORMS = {".json": JSON, ".jsonl": JSON_LINES, ".ndjson": JSON_LINES}
_AS_IT_IS = ReadOptions()
_MOST_REPEATED = 20
_MOST_PLACES = 100
"""So many places of one number are remembered; fewer are shown."""

_MOST_FAULTS = 10_000
"""So many faults are kept of a file before it is given up."""


@frozen
class Records:
    """The cases of a file.

    Attributes:
        cases: in the order of the file.
        unused: columns that feed no field.
        refused: the rows that were set aside, in the order of the file.
        notes: what was read otherwise than it is written; no fault, but to be told.
        numbers: which record of the file each case is, counted from 1.

    """

    cases: tuple[Case, ...]
    unused: tuple[str, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    notes: tuple[Fault, ...] = ()
    numbers: tuple[int, ...] = ()

    def in_order(self) -> Iterator[Case | RefusedRow]:
        """Cases and refused rows as they follow one another in the file."""
        numbered: dict[int, Case | RefusedRow] = dict(zip(self.numbers, self.cases, strict=True))
        numbered |= {row.number: row for row in self.refused}
        return (numbered[number] for number in sorted(numbered))


@frozen
class Register:
    """The records of a file, read from it anew each time they are asked for (登记表).

    Attributes:
        unused: columns that feed no field.
        notes: what was read otherwise than it is written; no fault, but to be told.
        count: how many cases there are.
        refused: how many rows are set aside.

    """

    unused: tuple[str, ...]
    notes: tuple[Fault, ...]
    count: int
    refused: int
    _listing: Listing = field(repr=False)
    _plan: Plan = field(repr=False)
    _days: tuple[str, ...] = field(repr=False)
    _options: ReadOptions = field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as the file names them, those that feed no field among them."""
        return self._listing.names

    def __iter__(self) -> Iterator[Case | RefusedRow]:
        """Cases and refused rows as they follow one another in the file."""
        return (one for _, one in self.rows())

    def cases(self) -> Iterator[Case]:
        """The cases alone."""
        return (one for one in self if isinstance(one, Case))

    def refused_rows(self) -> Iterator[RefusedRow]:
        """The rows that are set aside, if there are any."""
        return (one for one in self if isinstance(one, RefusedRow)) if self.refused else iter(())

    def rows(self) -> Iterator[tuple[Row, Case | RefusedRow]]:
        """Each with the row that it was read from."""
        for draft in _drafts(self._listing, self._plan, self._options):
            yield draft.row, case_or_refused(draft, self._plan, self._days, self._options)

    def at(self, number: int) -> Case | RefusedRow | None:
        """The record of a number, counted from 1 as ``Row.number``; None where there is none.

        The rows before it are passed over without their values being read.
        """
        rows = (row for row in self._listing.rows if row.number == number)
        found = evolve(self._listing, rows=islice(rows, 1))
        drafts = _drafts(found, self._plan, self._options)
        return next(
            (case_or_refused(one, self._plan, self._days, self._options) for one in drafts), None
        )


def read_records(
    path: str | PathLike[str],
    columns: Mapping[str, str] | None = None,
    options: ReadOptions = _AS_IT_IS,
) -> Records:
    """The cases of a CSV, JSON (``.json``) or JSON Lines (``.jsonl``) file.

    Args:
        path: the file; UTF-8 with or without a mark, or GB18030.
        columns: the host's column map, our field to the host's column; one column may feed
            two fields.
        options: what else is to be said about the file.

    Raises:
        RecordError: every fault of the file, each with its line or path and column; with
            ``skip_bad`` only those that concern more than one row.
        MisuseError: an option that is not for such a file.

    """
    with open_register(path, columns, options) as register:
        read = [(row.number, one) for row, one in register.rows()]
    return Records(
        tuple(one for _, one in read if isinstance(one, Case)),
        register.unused,
        tuple(one for _, one in read if isinstance(one, RefusedRow)),
        register.notes,
        tuple(number for number, one in read if isinstance(one, Case)),
    )


@contextmanager
def open_register(
    path: str | PathLike[str],
    columns: Mapping[str, str] | None = None,
    options: ReadOptions = _AS_IT_IS,
    form: str = "",
) -> Iterator[Register]:
    """The records of a file, for as long as the context lasts.

    Of each case only a number is kept, by which repeated ones are noticed; of a ``.json`` file all.

    Args:
        path: as ``read_records``.
        columns: as ``read_records``.
        options: as ``read_records``.
        form: ``csv``, ``json`` or ``jsonl``; empty: what the name of the file ends with.

    Raises:
        RecordError: as ``read_records``; also while it is read, where somebody changes the file.
        MisuseError: as ``read_records``.

    """
    with open_listing(Path(path), columns or {}, options, form) as listing:
        yield register_of(listing, columns or {}, options)


@contextmanager
def open_listing(
    path: Path, columns: Mapping[str, str], options: ReadOptions = _AS_IT_IS, form: str = ""
) -> Iterator[Listing]:
    """The records of a file as written, for as long as the context lasts.

    Args:
        path: as ``read_records``.
        columns: as ``read_records``.
        options: as ``read_records``.
        form: as ``open_register``.

    Raises:
        RecordError: a file or a header by which no row can be read.
        MisuseError: as ``read_records``.

    """
    form = form or form_of(path)
    _check_options(options, form, path.name)
    if form == JSON:
        text = read_file(path, by_line=False)
        yield json_rows(text, path.name, options.records_at)
        return
    with source_of(path) as source:
        yield evolve(_listing(source, form, columns, options), about=source.count)


def form_of(path: Path) -> str:
    """The form of a file, by what its name ends with: a table where that says nothing."""
    return _FORMS.get(path.suffix.lower(), TABLE)


def _check_options(options: ReadOptions, form: str, file: str) -> None:
    """Refuse what is said about a file of another form."""
    if options.records_at and form != JSON:
        raise MisuseError(Fault("options.only_json", (("option", "--records-at"),), file))
    if options.header_row and form != TABLE:
        raise MisuseError(Fault("options.only_table", (("option", "--header-row"),), file))


def _listing(source: Source, form: str, chosen: Mapping[str, str], options: ReadOptions) -> Listing:
    """The records of a file that is read line by line."""
    if form == JSON_LINES:
        return json_lines(source.lines("\n"), source.name)
    names = layout_under(options.declared).names
    known = partial(is_known, chosen=chosen, names=names)
    return csv_rows(source.lines(""), source.name, known, options.header_row)


def register_of(
    listing: Listing, columns: Mapping[str, str], options: ReadOptions = _AS_IT_IS
) -> Register:
    """The records of a file, once they are looked over.

    Raises:
        RecordError: every fault of the file, in the order of its lines.

    """
    layout = layout_under(options.declared)
    try:
        readable = listing.names or not all(row.faults for row in listing.rows)
        matched = (
            match_columns(listing, columns, options, layout.names) if readable else Matched({})
        )
    except RecordError as error:
        raise RecordError(*error.faults, *told_faults(_of_form(listing), options)) from None
    plan = plan_of(matched.source, options, layout, table=bool(listing.line))
    seen = _look_over(listing, plan, options, ())
    if seen.days:
        # The refusals are others once these columns are days.
        seen = evolve(_look_over(listing, plan, options, seen.days), days=seen.days)
    if listing.faults or seen.faults:
        raise RecordError(*_sorted((*listing.faults, *seen.faults)))
    notes = (*_left_out(seen, listing.file), *_read_as_days(seen, plan, listing.file))
    count, refused, days = seen.count, seen.refused, seen.days
    register = Register(matched.unused, (), count, refused, listing, plan, days, options)
    again = tuple(_repeated(register, seen.repeated, listing.file))
    return evolve(register, notes=(*matched.notes, *notes, *again))


def _of_form(listing: Listing) -> list[Fault]:
    """What is wrong with the form of a file and its rows."""
    faults = [*listing.faults]
    try:
        for row in listing.rows:
            faults += row.faults
    except RecordError as error:
        faults += error.faults
    return _sorted(faults)


def _sorted(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.line, fault.column))


@frozen
class _Seen:
    """What looking over a register tells.

    Attributes:
        days: the fields whose instants are all midnight: days that a program wrote with a time.
        faults: what is wrong with rows, as far as that refuses the whole file.
        count: cases.
        refused: rows that are set aside.
        left_out: lines of rows that are no records.
        repeated: the case numbers that stand more than once.

    """

    days: tuple[str, ...]
    faults: tuple[Fault, ...]
    count: int
    refused: int
    left_out: tuple[int, ...]
    repeated: frozenset[str]


def _look_over(listing: Listing, plan: Plan, options: ReadOptions, days: tuple[str, ...]) -> _Seen:
    """Go through a register, keeping little of it."""
    times = _Times()
    faults: list[Fault] = []
    left_out: list[int] = []
    numbers: set[int] = set()
    repeated: set[str] = set()
    count = refused = 0
    try:
        watched = evolve(listing, rows=options.watch(listing.rows, listing.about))
        for draft in _drafts(watched, plan, options, left_out):
            times.add(draft, plan)
            one = case_or_refused(draft, plan, days, options)
            if isinstance(one, RefusedRow):
                refused += 1
                faults += () if options.skip_bad else one.faults
                if len(faults) >= _MOST_FAULTS:  # nobody reads more
                    break
                continue
            count += 1
            # Of a million numbers only their hashes are kept, of those that come again all.
            known = hash(one.case_no)
            if known in numbers:
                repeated.add(one.case_no)
            numbers.add(known)
    except RecordError as error:
        faults += error.faults
    found = times.days(plan)
    return _Seen(found, tuple(faults), count, refused, tuple(left_out), frozenset(repeated))


@frozen
class _Times:
    """The columns that have instants, and those of them that have other ones than midnight."""

    timed: set[str] = field(factory=set)
    odd: set[str] = field(factory=set)

    def add(self, draft: Draft, plan: Plan) -> None:
        """Look at the instants of a row."""
        for event in plan.events:
            at = draft.values.get(event.at.name)
            if isinstance(at, datetime):
                (self.timed if at.time() == time.min else self.odd).add(event.at.name)

    def days(self, plan: Plan) -> tuple[str, ...]:
        """The columns of which every instant is midnight."""
        named = (event.at.name for event in plan.events)
        return tuple(name for name in named if name in self.timed and name not in self.odd)


def _drafts(
    listing: Listing, plan: Plan, options: ReadOptions, left_out: list[int] | None = None
) -> Iterator[Draft]:
    """The rows that are records, their values read; ``left_out`` gets the lines of the others."""
    number = plan.source.get(CASE_NO.name, "")
    for row in listing.rows:
        if not (row.columns and row.values and is_footer(row, number, plan.fed)):
            yield draft_of(row, plan)
        elif not options.leave_out_totals:
            wrong = row.fault("row.footer", ())
            yield draft_of(evolve(row, values={}, faults=(wrong,)), plan)
        elif left_out is not None:
            left_out.append(row.line)


def _left_out(seen: _Seen, file: str) -> Iterator[Fault]:
    """That rows were left out because they are no records."""
    if seen.left_out:
        yield Fault("record.left_out", (("lines", seen.left_out),), file)


def _read_as_days(seen: _Seen, plan: Plan, file: str) -> Iterator[Fault]:
    """That columns were read as days although they have times."""
    columns = tuple(dict.fromkeys(plan.source[name] for name in seen.days))
    if columns:
        yield Fault("columns.days", (("columns", columns),), file)


def _repeated(register: Register, repeated: frozenset[str], file: str) -> Iterator[Fault]:
    """The case numbers that stand more than once, each with its rows."""
    if not repeated:
        return
    by_number: dict[str, list[Row]] = {}
    for row, one in register.rows():
        if isinstance(one, Case) and one.case_no in repeated:
            same = by_number.setdefault(one.case_no, [])
            if len(same) < _MOST_PLACES:
                same.append(row)
    again = {number: same for number, same in by_number.items() if len(same) > 1}
    for number, same in islice(again.items(), _MOST_REPEATED):
        lines = tuple(row.line for row in same if row.line)
        where = ("rows", lines or tuple(row.number for row in same))
        code = "record.repeated" if lines else "record.repeated_in_list"
        yield Fault(code, (("case_no", number), where), file)
    if len(again) > _MOST_REPEATED:
        more = (("count", len(again) - _MOST_REPEATED),)
        yield Fault("record.more_repeated", more, file)
