"""Answers written into a copy of a table (算例回填): what nobody has confirmed yet, marked so."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.codec.fields import NAMES
from xinfang_core.examples.columns import FIXED, UNCONFIRMED, machine_name
from xinfang_core.examples.results import Verdict
from xinfang_core.examples.toml_tables import EXAMPLE
from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xinfang_core.examples.results import Result
    from xinfang_core.toml_reader import Document, Path

    _Edit = tuple[int, int, str]


class Filled(NamedTuple):
    """What is to be written into one row (回填内容).

    Attributes:
        line: the row.
        cells: by column what is to stand in it.

    """

    line: int
    cells: Mapping[str, str]


def filled_rows(results: Iterable[Result]) -> tuple[Filled, ...]:
    """The rows that nobody answers for, with what is answered; of one that is filled the mark."""
    mark = {UNCONFIRMED: FIXED[UNCONFIRMED]}
    return tuple(
        Filled(one.example.row.line, {**_empty(one), **mark})
        for one in results
        if one.verdict is Verdict.unconfirmed
    )


def _empty(one: Result) -> dict[str, str]:
    """What is answered in the cells in which nothing stands."""
    return {name: told for name, told in one.shown.items() if name not in one.example.row.values}


def filled_csv(text: str, filled: Iterable[Filled]) -> str:
    """The table with those cells filled; a column for the mark is added where there is none.

    Args:
        text: the table.
        filled: the rows to fill, by the line that they start on.

    """
    by_line = {one.line: one.cells for one in filled}
    reader = csv.reader(StringIO(text, newline=""))
    rows: list[list[str]] = []
    columns: dict[str, int] = {}
    names = [UNCONFIRMED, FIXED[UNCONFIRMED]]
    line = 1
    for cells in reader:
        if not any(map(str.strip, cells)):
            rows.append(cells)
        elif names:
            columns = columns or _columns(cells)
            rows.append(_widened(cells, columns, names.pop(0)))
        else:
            rows.append(_with(cells, columns, by_line.get(line, {})))
        line = reader.line_num + 1
    written = StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue()


def _columns(header: Sequence[str]) -> dict[str, int]:
    """By its machine name the place of each column, the mark's at the end where it lacks."""
    found = {machine_name(name.strip(), NAMES): place for place, name in enumerate(header)}
    found.setdefault(UNCONFIRMED, len(header))
    return found


def _widened(cells: list[str], columns: Mapping[str, int], title: str) -> list[str]:
    """A row of names with that of the mark's column."""
    return cells if len(cells) > columns[UNCONFIRMED] else [*cells, title]


def _with(cells: list[str], columns: Mapping[str, int], told: Mapping[str, str]) -> list[str]:
    width = max(len(cells), columns[UNCONFIRMED] + 1)
    row = [*cells, *[""] * (width - len(cells))]
    for name, text in told.items():
        row[columns[name]] = text
    return row


def filled_toml(text: str, file: str, filled: Iterable[Filled]) -> str:
    """The file with those values filled that stand there empty; comments stay.

    Args:
        text: the file.
        file: its name.
        filled: the examples to fill, by the line that they start on.

    """
    document = read_toml(text, file)
    by_line = {one.line: one.cells for one in filled}
    edits: list[_Edit] = []
    for path in document.values:
        if len(path) == _AN_EXAMPLE and path[0] == EXAMPLE:
            cells = by_line.get(document.position(path).line)
            edits += _edits(document, path, cells) if cells else ()
    made = document.text
    for start, end, told in sorted(edits, reverse=True):
        made = made[:start] + told + made[end:]
    return made


_AN_EXAMPLE = 2
"""How long the way to an example is."""


def _edits(document: Document, path: Path, cells: Mapping[str, str]) -> Iterator[_Edit]:
    """What is written into one example, from where to where."""
    for known, at in document.values.items():
        name = ".".join(map(str, known[_AN_EXAMPLE:]))
        if known[:_AN_EXAMPLE] == path and name in cells and document.text[at : at + 2] in _EMPTY:
            yield at, at + 2, _quoted(cells[name])
    if (*path, UNCONFIRMED) not in document.values:
        found = document.text.find("\n", document.values[path])
        end = len(document.text) if found < 0 else found
        yield end, end, f"\n{UNCONFIRMED} = {_quoted(cells[UNCONFIRMED])}"


_EMPTY = ('""', "''")


def _quoted(text: str) -> str:
    """A text as TOML writes it."""
    import json

    return json.dumps(text, ensure_ascii=False)
