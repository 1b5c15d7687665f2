"""The files of examples that a command line names (算例文件的选定)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.codec.files import read_file
from xinfang_core.errors import Fault, MisuseError, RecordError, XinfangError
from xinfang_core.examples.example import Table
from xinfang_core.examples.sheet_tables import sheet_tables
from xinfang_core.examples.tables import csv_table
from xinfang_core.examples.toml_tables import toml_table
from xinfang_core.workbook.container import SUFFIXES, is_workbook
from xinfang_core.workbook.opening import open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from xinfang_core.codec.rows import Listing
    from xinfang_core.examples.policies import Policies

FOLDER = "checks"
"""The folder below which examples stand in a folder for each policy."""

_READERS: dict[str, Callable[[str, str], Listing]] = {".csv": csv_table, ".toml": toml_table}
_READ = frozenset((*_READERS, *SUFFIXES))
"""What the names of examples end with; spreadsheets of other kinds are told what to do."""

BOOK = ".xlsx"
"""What the name of a workbook ends with."""

_BESIDE = ("~$", ".")
"""What the names of files begin with that a program keeps for itself."""


@frozen
class ExampleFile:
    """A file of examples (算例文件).

    Attributes:
        path: where it stands.
        policy: the policy that its folder is named after; empty: after none.

    """

    path: Path
    policy: str = ""


def chosen_files(paths: Iterable[Path], policies: Policies) -> tuple[ExampleFile, ...]:
    """The files of examples that are named, or stand below folders that are, in order.

    Where a folder is named after no policy, the one policy of the run is meant.

    Raises:
        MisuseError: there is nothing, or nothing below it.

    """
    found: list[ExampleFile] = []
    faults: list[Fault] = []
    alone = next(iter(policies.own)) if len(policies.own) == 1 else ""
    for path in paths:
        files = [*_files(path)]
        if not files:
            faults.append(Fault("check.none", (("path", str(path)),)))
        found += [ExampleFile(one, _policy_of(one, policies.names) or alone) for one in files]
    if faults:
        raise MisuseError(*faults)
    return tuple(dict.fromkeys(found))


def read_tables(files: Iterable[ExampleFile]) -> tuple[Table, ...]:
    """The tables of files.

    Raises:
        RecordError: every fault of every file that cannot be read as a table.

    """
    tables: list[Table] = []
    faults: list[Fault] = []
    for one in files:
        try:
            tables += _tables(one)
        except XinfangError as error:
            faults += error.faults
    if faults:
        raise RecordError(*faults)
    return tuple(tables)


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or those below a folder."""
    try:
        is_folder = path.is_dir()
    except OSError:  # such as a name that is too long for one: whoever opens it will say so
        is_folder = False
    if not is_folder:
        yield path
        return
    for one in sorted(path.rglob("*"), key=lambda one: one.relative_to(path).parts):
        known = one.suffix.lower() in _READ and not one.name.startswith(_BESIDE)
        if known and one.is_file():
            yield one


def _policy_of(path: Path, names: Iterable[str]) -> str:
    """The policy that the folder of a file is named after."""
    folders = path.absolute().parts[:-1]
    if FOLDER in folders:
        below = folders[len(folders) - folders[::-1].index(FOLDER) :]
    else:
        below = folders[-1:]
    return next((one for one in below if one in set(names)), "")


def _tables(one: ExampleFile) -> Iterator[Table]:
    """The tables of a file."""
    path, named = one.path, one.path.as_posix()
    if is_workbook(path):
        found = sheet_tables(open_workbook(path), named)
        for index, (sheet, listing) in enumerate(found.listings.items()):
            yield Table(listing, one.policy, named, sheet, found.notes if index == 0 else ())
        return
    read = _READERS.get(path.suffix.lower(), csv_table)
    yield Table(read(read_file(path, by_line=True), named), one.policy, named)


def makes_workbook(path: Path) -> bool:
    """Whether a file that is to be written is named as a workbook."""
    return path.suffix.lower() == BOOK
