"""Which register a command line names, and by which columns it is read (登记表的选定)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.cli.output import tell
from xinfang_core.codec import Records, parse_column, read_column_map, read_records
from xinfang_core.codec.files import read_file
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render

if TYPE_CHECKING:
    import argparse


def chosen_records(arguments: argparse.Namespace) -> Records:
    """The cases of the register, by the columns of ``--column``.

    Raises:
        RecordError: every fault of the register or of a column map.
        MisuseError: columns that contradict each other.

    """
    columns: dict[str, str] = {}
    for text in arguments.column:
        columns = _joined(columns, _column(text))
    return read_records(Path(arguments.file), columns)


def announce(records: Records) -> None:
    """On standard error: numbers that stand twice, and columns that nobody reads."""
    repeated = len(records.cases) - len({case.case_no for case in records.cases})
    if repeated:
        tell(render("cli.repeated_numbers", {"count": repeated}))
    if records.unused:
        tell(Fault("cli.unused_columns", (("columns", records.unused),)).text())


def _column(text: str) -> dict[str, str]:
    """One ``--column``: a pair, or a TOML file of pairs."""
    if text.endswith(".toml") and "=" not in text:
        return read_column_map(read_file(Path(text), by_line=True), Path(text).name)
    return dict([parse_column(text)])


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
