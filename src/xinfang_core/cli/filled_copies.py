"""Copies of examples with the answers filled in that nobody has confirmed yet (算例回填)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.cli.output import opened, tell, write_whole
from xinfang_core.codec.files import read_file
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.examples.columns import FIXED, UNCONFIRMED
from xinfang_core.examples.copying import filled_csv, filled_rows, filled_toml
from xinfang_core.examples.results import Verdict
from xinfang_core.refusals import system_fault
from xinfang_core.workbook.container import is_workbook
from xinfang_core.workbook.filling import filled_book, lost_in_copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xinfang_core.cli.example_files import ExampleFile
    from xinfang_core.examples.example import Examples, Table
    from xinfang_core.examples.results import Result


def write_copies(
    out: str, files: Sequence[ExampleFile], examples: Examples, results: Iterable[Result]
) -> tuple[str, ...]:
    """Copies of the files with rows that nobody answers for; of one file the copy itself is named.

    Args:
        out: a file, or a folder where several files were read.
        files: what was read.
        examples: what it holds.
        results: how it came out.

    Returns:
        The copies.

    Raises:
        MisuseError: a copy would stand in the place of what it is made from, or cannot be written.

    """
    by_path: dict[str, list[Result]] = {}
    for one in results:
        by_path.setdefault(one.example.path, []).append(one)
    targets = _targets(Path(out), [one.path for one in files])
    written = []
    for path, target in targets.items():
        found = by_path.get(path.as_posix(), ())
        filled = [one for one in found if one.verdict is Verdict.unconfirmed]
        if filled:
            tables = [one for one in examples.tables if one.path == path.as_posix()]
            _write(path, target, tables, filled)
            written.append(str(target))
    return tuple(written)


def _targets(out: Path, paths: Sequence[Path]) -> dict[Path, Path]:
    """Where the copy of each file goes."""
    if len(paths) == 1 and not out.is_dir():
        found = {paths[0]: out}
    else:
        whole = _common(paths)
        found = {one: out / one.absolute().relative_to(whole) for one in paths}
    read = {one.resolve() for one in paths}
    over = [one for one in found.values() if one.resolve() in read]
    if over:
        raise MisuseError(*(Fault("cli.over_input", path=str(one)) for one in over))
    return found


def _common(paths: Sequence[Path]) -> Path:
    """The folder below which all files stand."""
    folders = [one.absolute().parent for one in paths]
    whole = folders[0]
    while not all(one.is_relative_to(whole) for one in folders):
        whole = whole.parent
    return whole


def _write(path: Path, target: Path, tables: Sequence[Table], results: Sequence[Result]) -> None:
    """One copy, whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MisuseError(system_fault(error, str(target.parent), "file.unwritable")) from None
    if is_workbook(path):
        lost = lost_in_copy(path)
        if lost:
            tell(Fault("check.lost_in_copy", (("parts", lost),), path.as_posix()).text())
        write_whole(str(target), filled_book(path, _texts(tables, results)))
        return
    text, filled = read_file(path, by_line=True), filled_rows(results)
    toml = path.suffix.lower() == ".toml"
    made = filled_toml(text, path.as_posix(), filled) if toml else filled_csv(text, filled)
    with opened(str(target), wire=True, spreadsheet=not toml) as stream:
        stream.write(made)


def _texts(
    tables: Sequence[Table], results: Sequence[Result]
) -> dict[str, dict[tuple[int, int], str]]:
    """By the sheet what its cells are to say; the column of the mark is added where it lacks."""
    texts: dict[str, dict[tuple[int, int], str]] = {}
    for table in tables:
        places = dict(table.listing.places)
        cells: dict[tuple[int, int], str] = {}
        if UNCONFIRMED not in places:
            places[UNCONFIRMED] = max(places.values()) + 1
            cells[table.listing.line, places[UNCONFIRMED]] = UNCONFIRMED
            cells[table.listing.line + 1, places[UNCONFIRMED]] = FIXED[UNCONFIRMED]
        rows = filled_rows(one for one in results if one.example.row.file == table.listing.file)
        for row in rows:
            cells |= {(row.line, places[name]): text for name, text in row.cells.items()}
        if rows:
            texts[table.sheet] = cells
    return texts
