"""The files that a letter is filled in from (文书的输入文件): fields and people, in any form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from xinfang_core.codec.files import read_file
from xinfang_core.codec.json_text import read_json
from xinfang_core.documents.letters import given_reading, parties_reading
from xinfang_core.documents.letters.given import Place
from xinfang_core.documents.letters.table_reading import rows_in_book, rows_in_text
from xinfang_core.documents.privacy.parties import Parties
from xinfang_core.errors import Fault, PolicyDataError, RecordError
from xinfang_core.refusals import system_fault
from xinfang_core.toml_reader import path_text, read_toml
from xinfang_core.workbook.container import is_workbook
from xinfang_core.workbook.opening import open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from xinfang_core.codec.rows import Row
    from xinfang_core.documents.letters.given import Given
    from xinfang_core.documents.letters.given_reading import PlaceOf

    Read = TypeVar("Read")

LARGEST: Final = 16 * 1024 * 1024
"""Characters of a file of fields or people, bytes of a template."""

MOST_CELLS: Final = 100_000


def read_given(name: str | None) -> Mapping[str, Given]:
    """What the host fills in; nothing where no file is named.

    Raises:
        RecordError: every fault of the file.

    """
    if name is None:
        return {}
    of_rows, of_data = given_reading.given_in_rows, given_reading.given_in_data
    return _read(Path(name), given_reading.COLUMNS, of_rows, of_data)


def read_parties(name: str | None) -> Parties:
    """The people of the case; nobody where no file is named.

    Raises:
        RecordError: every fault of the file.

    """
    if name is None:
        return Parties()
    of_rows, of_data = parties_reading.parties_in_rows, parties_reading.parties_in_data
    return _read(Path(name), parties_reading.COLUMNS, of_rows, of_data)


def read_template(name: str) -> bytes:
    """The template of an office.

    Raises:
        RecordError: it cannot be read, or is too large.

    """
    path = Path(name)
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise RecordError(system_fault(error, path.name)) from None
    if len(content) > LARGEST:
        raise RecordError(Fault("file.too_large", (("most", LARGEST),), path.name))
    return content


def _read(
    path: Path,
    columns: Mapping[str, str],
    of_rows: Callable[[Iterable[Row]], Read],
    of_data: Callable[[object, PlaceOf], Read],
) -> Read:
    """A file by its form: a workbook, JSON, TOML, or a comma-separated table."""
    if is_workbook(path):
        return of_rows(rows_in_book(open_workbook(path, MOST_CELLS), columns))
    suffix = path.suffix.lower()
    text = read_file(path, by_line=False)
    if len(text) > LARGEST:
        raise RecordError(Fault("file.too_large", (("most", LARGEST),), path.name))
    if suffix == ".toml":
        return _toml(text, path.name, of_data)
    if suffix != ".json":
        return of_rows(rows_in_text(text, path.name, columns))
    found, faults = read_json(text, path.name)
    if faults:
        raise RecordError(*(_unnamed(one) for one in faults))
    return of_data(found, lambda way: Place(path.name, path=path_text(way)))


def _toml(text: str, file: str, of_data: Callable[[object, PlaceOf], Read]) -> Read:
    """A file of TOML, each of its values with its place.

    Raises:
        RecordError: no TOML, or what the reader refuses.

    """
    try:
        document = read_toml(text, file)
    except PolicyDataError as error:
        raise RecordError(*map(_unnamed, error.faults)) from None

    def place_of(way: tuple[str | int, ...]) -> Place:
        at = document.position(way)
        return Place(file, at.line, at.column, path_text(way))

    return of_data(document.data, place_of)


def _unnamed(fault: Fault) -> Fault:
    """A fault of form without what was found, which might tell of somebody."""
    return Fault("letter.bad_form", (), fault.file, fault.line, fault.column)
