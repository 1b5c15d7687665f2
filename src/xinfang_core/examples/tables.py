"""Tables of examples as they are written (算例表读入): two rows of names, then an example a row."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core.codec.fields import NAMES
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.rows import Listing, Row, csv_rows
from xinfang_core.codec.source import Again
from xinfang_core.errors import Fault, RecordError
from xinfang_core.examples.columns import FIXED, is_wanted, machine_name, plain_header
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_EXAMPLES = 100_000
"""So many examples a table may have: all are kept, a register of cases is none."""

_DAYS = ("as_of", "known_on")


def csv_table(text: str, file: str) -> Listing:
    """The rows of a comma-separated table of examples, by their machine names.

    Args:
        text: the table.
        file: named in faults.

    Raises:
        RecordError: headers or labels by which no row can be read.

    """
    lines = Again(lambda: StringIO(text, newline=""))
    listing = csv_rows(lines, file, _is_known)
    check_spelling(dict(enumerate(_first_row(text), 1)), listing)
    return labelled(listing)


def labelled(listing: Listing) -> Listing:
    """A table without its row of labels, every column under its machine name.

    Raises:
        RecordError: there is no row of labels, two columns are the same, or too many rows.

    """
    rows = tuple(islice(listing.rows, MOST_EXAMPLES + 2))
    if len(rows) > MOST_EXAMPLES + 1:
        facts = (("most", MOST_EXAMPLES),)
        raise RecordError(Fault("example.too_many", facts, listing.file, rows[-1].line))
    _check_labels(rows[0] if rows else None, listing)
    named = _named(listing)
    renamed = {column: name for name, column in named.items() if name != column}
    kept = rows[1:]
    if renamed:
        kept = tuple(_renamed(row, renamed) for row in kept)
    places = {renamed.get(name, name): place for name, place in listing.places.items()}
    return evolve(listing, names=tuple(named), rows=kept, places=places)


def _is_known(name: str) -> bool:
    return machine_name(name, NAMES) in FIXED or name in NAMES or is_wanted(name)


def _first_row(text: str) -> list[str]:
    """The header as it is written."""
    return next((row for row in csv.reader(StringIO(text, newline="")) if any(row)), [])


def check_spelling(written: Mapping[int, str], listing: Listing) -> None:
    """Refuse names with blanks around them, or in signs of full width.

    Args:
        written: the header as it was typed, by the number of the column.
        listing: the table.

    Raises:
        RecordError: there are such names.

    """
    faults = tuple(
        Fault(
            "example.spelling",
            (("found", name), ("meant", plain_header(name))),
            *(listing.file, listing.line, place),
        )
        for place, name in written.items()
        if _is_slip(name)
    )
    if faults:
        raise RecordError(*faults)


def _is_slip(name: str) -> bool:
    """Whether a name looks like another one; marks of full width belong to Chinese ones."""
    plain = plain_header(name)
    return bool(plain) and (name != name.strip() or (plain.isascii() and plain != name))


def _check_labels(row: Row | None, listing: Listing) -> None:
    """Refuse a table of which the second row is no row of labels."""
    if row is None:
        raise RecordError(Fault("example.no_labels", (), listing.file, listing.line))
    if row.faults:
        raise RecordError(*row.faults)
    days = [row.values[name] for name in row.values if machine_name(name, NAMES) in _DAYS]
    if any(map(_is_day, days)) or not row.values:
        raise RecordError(Fault("example.no_labels", (), listing.file, row.line))


def _is_day(found: object) -> bool:
    try:
        read_day(found)
    except RefusedError:
        return False
    return True


def _named(listing: Listing) -> dict[str, str]:
    """By its machine name each column as it is called.

    Raises:
        RecordError: two columns of one machine name.

    """
    named: dict[str, str] = {}
    faults: list[Fault] = []
    for column in listing.names:
        name = machine_name(column, NAMES)
        if name in named:
            facts = (("found", column), ("other", named[name]))
            place = listing.places.get(column, 0)
            faults.append(
                Fault("columns.same_field", facts, listing.file, listing.line, place, column)
            )
        named[name] = column
    if faults:
        raise RecordError(*faults)
    return named


def _renamed(row: Row, names: dict[str, str]) -> Row:
    values = {names.get(column, column): value for column, value in row.values.items()}
    columns = {names.get(column, column): place for column, place in row.columns.items()}
    return evolve(row, values=values, columns=columns)
