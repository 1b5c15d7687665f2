"""Which register a command line names, and by which columns it is read (登记表的选定)."""

from __future__ import annotations

import csv
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.cli.output import opened, tell, tracked
from xinfang_core.codec import ReadOptions, open_register
from xinfang_core.codec.columns import parse_column, read_column_map
from xinfang_core.codec.csv_answers import csv_cell
from xinfang_core.codec.fields import layout_under
from xinfang_core.codec.files import read_file
from xinfang_core.codec.showing import is_hidden
from xinfang_core.codec.source import spooled
from xinfang_core.errors import Fault, MisuseError, RecordError
from xinfang_core.messages import render
from xinfang_core.workbook.container import is_workbook
from xinfang_core.workbook.registers import open_in_sheet

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.codec import RefusedRow, Register
    from xinfang_core.codec.fields import Field
    from xinfang_core.codec.rows import Row
    from xinfang_core.vocabulary import Declarations
    from xinfang_core.workbook.registers import InSheet

STDIN = "-"
"""What names standard input where a file could stand."""

FAIL, SKIP, MARK = "fail", "skip", "mark"
"""What becomes of a row that cannot be read: nothing is answered, or nothing about it, or an
error stands in place of its answer."""

_LISTED = ("row", "line", "case_no", "column", "code", "text")


@frozen
class Chosen:
    """A register, and the sheet that it stands in where it is one of a workbook."""

    register: Register
    in_sheet: InSheet | None = None


@contextmanager
def chosen_register(arguments: argparse.Namespace, declared: Declarations) -> Iterator[Register]:
    """The register alone; see ``chosen_in_file``."""
    with chosen_in_file(arguments, declared) as chosen:
        yield chosen.register


@contextmanager
def chosen_in_file(arguments: argparse.Namespace, declared: Declarations) -> Iterator[Chosen]:
    """The register, read as the command line says; refused rows are listed.

    ``declared`` are the names that the policy declares itself.

    Raises:
        RecordError: every fault of the register or of a column map.
        MisuseError: columns that contradict each other.

    """
    columns, options = reading_of(arguments, declared)
    with ExitStack() as kept:
        named = kept.enter_context(_named(arguments.file))
        chosen = kept.enter_context(_opened(named, columns, options, arguments))
        _tell_refused(chosen.register, arguments.errors, named.name)
        yield chosen


def reading_of(
    arguments: argparse.Namespace, declared: Declarations
) -> tuple[dict[str, str], ReadOptions]:
    """How a register is read: the host's column map, and what else is said about the file.

    Raises:
        RecordError: a column map that cannot be read, or that names unknown fields.
        MisuseError: columns that contradict each other.

    """
    columns: dict[str, str] = {}
    names = layout_under(declared).names
    for text in arguments.column:
        columns = _joined(columns, _column(text, names))
    return columns, ReadOptions(
        header_row=arguments.header_row,
        ignored=tuple(arguments.ignore_column),
        only_known=arguments.only_known_columns,
        date_order=arguments.date_format,
        leave_out_totals=arguments.leave_out_totals,
        show_values=arguments.show_values,
        records_at=arguments.records_at,
        skip_bad=(arguments.on_error or FAIL) != FAIL,
        declared=declared,
        watch=_watched,
    )


def _watched(rows: Iterable[Row], about: int) -> Iterable[Row]:
    """The rows of a register that is looked over, with a progress bar."""
    return tracked(rows, about, render("cli.reading", {}))


def unpacked(steps: Iterable[None], count: int) -> Iterable[None]:
    """The steps of unpacking a large sheet, with a progress bar."""
    return tracked(steps, count, render("cli.unpacking", {}))


@contextmanager
def _named(file: str) -> Iterator[Path]:
    """The file of a register; standard input is copied to one that is gone afterwards.

    Raises:
        MisuseError: standard input is closed.

    """
    if file != STDIN:
        yield Path(file)
        return
    if sys.stdin is None:
        raise MisuseError(Fault("cli.no_input"))
    with spooled(sys.stdin.buffer, STDIN) as path:
        yield path


@contextmanager
def _opened(
    path: Path, columns: dict[str, str], options: ReadOptions, arguments: argparse.Namespace
) -> Iterator[Chosen]:
    """The register; where values are not shown, it is said how to see them.

    Raises:
        RecordError: every fault of the register.
        MisuseError: an option that is not for such a file.

    """
    with ExitStack() as kept:
        try:
            chosen = kept.enter_context(_by_form(path, columns, options, arguments))
        except RecordError as error:
            _tell_hidden(path.name, error.faults)
            raise
        yield chosen


@contextmanager
def _by_form(
    path: Path, columns: dict[str, str], options: ReadOptions, arguments: argparse.Namespace
) -> Iterator[Chosen]:
    """The register of a workbook, or of a file of text."""
    form = getattr(arguments, "input_format", None) or ""
    if not form and is_workbook(path):
        with open_in_sheet(path, arguments.sheet, columns, options, unpacked) as found:
            yield Chosen(found.register, found)
        return
    if arguments.sheet:
        raise MisuseError(Fault("workbook.sheet_of_none", (), path.name, path="--sheet"))
    with open_register(path, columns, options, form) as register:
        yield Chosen(register)


def _tell_refused(register: Register, errors: str | None, file: str) -> None:
    """List the rows that are set aside, and say how many they are."""
    _tell_hidden(file, (fault for row in register.refused_rows() for fault in row.faults))
    with refused_listing(errors) as listed:
        for row in register.refused_rows():
            listed(row)
    if register.refused:
        facts = {"count": register.refused, "total": register.count + register.refused}
        tell(render("cli.refused_rows", facts))


def _tell_hidden(file: str, faults: Iterable[Fault]) -> None:
    if any(map(is_hidden, faults)):
        tell(Fault("cli.values_hidden", (), file).text())


@contextmanager
def refused_listing(path: str | None) -> Iterator[Callable[[RefusedRow], None]]:
    """What lists refused rows: a table in a file, which has a header even if there are none.

    Without a file they are told on standard error.
    """
    if path is None:
        yield lambda row: tell(RecordError(*row.faults).text())
        return
    with opened(path, wire=True, spreadsheet=True) as stream:
        writer = csv.writer(stream)
        writer.writerow(_LISTED)
        yield partial(_list_refused, writer.writerow)


def _list_refused(write: Callable[[list[object]], object], row: RefusedRow) -> None:
    """What is wrong with a row, a line for each fault."""
    for one in row.faults:
        told = one._replace(file="", line=0, column=0, path="").text()
        cells = (row.number, one.line or "", row.case_no, one.path, one.code, told)
        write([csv_cell(cell) for cell in cells])


def announce(register: Register) -> None:
    """On standard error: what was read otherwise than written, and columns that nobody reads."""
    for note in register.notes:
        tell(note.text())
    if register.unused:
        tell(Fault("cli.unused_columns", (("columns", register.unused),)).text())


def _column(text: str, names: Mapping[str, Field]) -> dict[str, str]:
    """One ``--column``: a pair, or a TOML file of pairs."""
    if text.endswith(".toml") and "=" not in text:
        return read_column_map(read_file(Path(text), by_line=True), Path(text).name, names)
    return dict([parse_column(text, names)])


def _joined(columns: dict[str, str], more: dict[str, str]) -> dict[str, str]:
    """Both maps; no field from two columns."""
    faults = [
        Fault("columns.same_field", (("found", more[name]), ("other", columns[name])), path=name)
        for name in sorted(columns.keys() & more.keys())
        if columns[name] != more[name]
    ]
    if faults:
        raise MisuseError(*faults)
    return {**columns, **more}
