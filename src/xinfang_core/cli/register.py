"""Which register a command line names, and by which columns it is read (登记表的选定)."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.cli.output import opened, tell
from xinfang_core.codec import ReadOptions, Records, read_records
from xinfang_core.codec.columns import parse_column, read_column_map
from xinfang_core.codec.csv_answers import csv_cell
from xinfang_core.codec.fields import layout_under
from xinfang_core.codec.files import read_file
from xinfang_core.codec.showing import is_hidden
from xinfang_core.errors import Fault, MisuseError, RecordError
from xinfang_core.messages import render

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from xinfang_core.codec.fields import Field
    from xinfang_core.vocabulary import Declarations

FAIL, SKIP, MARK = "fail", "skip", "mark"
"""What becomes of a row that cannot be read: nothing is answered, or nothing about it, or an
error stands in place of its answer."""

_LISTED = ("row", "line", "case_no", "column", "code", "text")


def chosen_records(arguments: argparse.Namespace, declared: Declarations) -> Records:
    """The cases of the register, read as the command line says; refused rows are listed.

    ``declared`` are the names that the policy declares itself.

    Raises:
        RecordError: every fault of the register or of a column map.
        MisuseError: columns that contradict each other.

    """
    columns: dict[str, str] = {}
    names = layout_under(declared).names
    for text in arguments.column:
        columns = _joined(columns, _column(text, names))
    options = ReadOptions(
        header_row=arguments.header_row,
        ignored=tuple(arguments.ignore_column),
        only_known=arguments.only_known_columns,
        date_order=arguments.date_format,
        leave_out_totals=arguments.leave_out_totals,
        show_values=arguments.show_values,
        records_at=arguments.records_at,
        skip_bad=arguments.on_error != FAIL,
        declared=declared,
    )
    records = _read(Path(arguments.file), columns, options)
    faults = tuple(fault for row in records.refused for fault in row.faults)
    if arguments.errors:
        _list_refused(records, arguments.errors)
    elif faults:
        tell(RecordError(*faults).text())
    if records.refused:
        facts = {"count": len(records.refused), "total": len(records.cases) + len(records.refused)}
        tell(render("cli.refused_rows", facts))
    return records


def _read(path: Path, columns: dict[str, str], options: ReadOptions) -> Records:
    """The cases of the register; where values are not shown, it is said how to see them.

    Raises:
        RecordError: every fault of the register.

    """
    try:
        records = read_records(path, columns, options)
        faults = tuple(fault for row in records.refused for fault in row.faults)
    except RecordError as error:
        _tell_hidden(path, error.faults)
        raise
    _tell_hidden(path, faults)
    return records


def _tell_hidden(path: Path, faults: tuple[Fault, ...]) -> None:
    if any(map(is_hidden, faults)):
        tell(Fault("cli.values_hidden", (), path.name).text())


def _list_refused(records: Records, path: str) -> None:
    """What is wrong with the refused rows, as a table; it is written even if there is none."""
    with opened(path, wire=True, spreadsheet=True) as stream:
        writer = csv.writer(stream)
        writer.writerow(_LISTED)
        for row in records.refused:
            for one in row.faults:
                told = one._replace(file="", line=0, column=0, path="").text()
                cells = (row.number, one.line or "", row.case_no, one.path, one.code, told)
                writer.writerow([csv_cell(cell) for cell in cells])


def announce(records: Records) -> None:
    """On standard error: what was read otherwise than written, and columns that nobody reads."""
    for note in records.notes:
        tell(note.text())
    if records.unused:
        tell(Fault("cli.unused_columns", (("columns", records.unused),)).text())


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
