"""The file of a workbook (工作簿文件): known by its content, and bounded before it is unpacked."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an error, whatever it is called

from attrs import frozen

from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ett", ".ods", ".xltx", ".xltm")
"""What the names of spreadsheets end with; whether one can be read is seen from its content."""

LARGEST_BOOK = 256 * 1024 * 1024
"""Bytes of a workbook's file."""

LARGEST_UNPACKED = 1024 * 1024 * 1024
"""Bytes of all its parts together, unpacked."""

MOST_PARTS = 10_000

_MOST_RATIO = 300
_SMALL = 16 * 1024 * 1024
"""Parts up to this size may be packed however densely."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# As the directory of such a file writes its names.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 4 * 1024 * 1024
_CONTENT, _MACROS, _BINARY = "[Content_Types].xml", "vbaproject.bin", "xl/workbook.bin"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
_SECRET = 1


@frozen
class Container:
    """The parts of a workbook's file.

    Attributes:
        file: the file's name, for messages.
        parts: their names.

    """

    file: str
    parts: frozenset[str]
    _archive: ZipFile

    @contextmanager
    def part(self, name: str) -> Iterator[BinaryIO]:
        """One part, unpacked as it is read.

        Raises:
            RecordError: it is not there, or damaged.

        """
        try:
            with self._archive.open(name) as stream:
                yield stream  # type: ignore[misc]  # it reads, and that is all
        except (KeyError, BadZipFile, EOFError, ZlibError, NotImplementedError, OSError):
            raise RecordError(damaged(self.file, name)) from None

    def read(self, name: str) -> bytes:
        """All bytes of a part."""
        with self.part(name) as stream:
            return stream.read()


def damaged(file: str, part: str) -> Fault:
    """That a part of a workbook is not what it should be."""
    return Fault("workbook.damaged", (("part", part),), file)


def is_workbook(path: Path) -> bool:
    """Whether a file is to be read as a workbook, by its content or by its name."""
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(len(_OLE)).startswith((_ZIP, _OLE))
    except OSError:  # whoever opens it will say so
        return False


@contextmanager
def opened_container(path: Path) -> Iterator[Container]:
    """The parts of a workbook's file, for as long as the context lasts.

    Raises:
        RecordError: not readable, no .xlsx workbook, or too large.

    """
    name = path.name or str(path)
    try:
        with path.open("rb") as stream:
            _check_kind(stream, name)
            with ZipFile(stream) as archive:
                _check_parts(archive, name)
                yield Container(name, frozenset(archive.namelist()), archive)
    except (BadZipFile, EOFError):
        raise RecordError(damaged(name, path.suffix.lstrip("."))) from None
    except OSError as error:
        raise RecordError(system_fault(error, name)) from None


def _check_kind(stream: BinaryIO, file: str) -> None:
    """Refuse a file that is no zip, by what it is.

    Raises:
        RecordError: it is none.

    """
    head = stream.read(_LOOKED_AT)
    size = stream.seek(0, 2)
    if head.startswith(_OLE):
        code = "workbook.encrypted" if _ENCRYPTED in head else "workbook.old_format"
        raise RecordError(Fault(code, (), file))
    if not head.startswith(_ZIP):
        text = "workbook.empty_file" if not head.strip(b"\0 \t\r\n") else "workbook.not_one"
        raise RecordError(Fault(text, (), file))
    if size > LARGEST_BOOK:
        raise RecordError(Fault("file.too_large", (("most", LARGEST_BOOK),), file))
    stream.seek(0)


def _check_parts(archive: ZipFile, file: str) -> None:
    """Refuse what is no .xlsx, or would unpack without end.

    Raises:
        RecordError: it is.

    """
    items = archive.infolist()
    names = [item.filename for item in items]
    code = _other_kind(archive, names)
    if code:
        raise RecordError(Fault(code, (), file))
    if any(item.flag_bits & _SECRET for item in items):
        raise RecordError(Fault("workbook.encrypted", (), file))
    unpacked = sum(item.file_size for item in items)
    dense = any(item.file_size > max(_SMALL, _MOST_RATIO * item.compress_size) for item in items)
    if dense or unpacked > LARGEST_UNPACKED or len(items) > MOST_PARTS:
        facts = (("most", LARGEST_UNPACKED), ("parts", MOST_PARTS))
        raise RecordError(Fault("workbook.bomb", facts, file))
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise RecordError(damaged(file, twice))


def _other_kind(archive: ZipFile, names: list[str]) -> str:
    """What a zip is that is no .xlsx workbook; empty where it is one."""
    if "mimetype" in names:
        with archive.open("mimetype") as stream:
            kind = stream.read(len(_OPEN_DOCUMENT)).decode("ascii", "replace")
        return "workbook.old_format" if kind == _OPEN_DOCUMENT else "workbook.not_one"
    if _BINARY in names:
        return "workbook.old_format"
    if _CONTENT not in names or not any(name.endswith("workbook.xml") for name in names):
        return "workbook.not_one"
    macros = any(name.lower().endswith(_MACROS) for name in names)
    return "workbook.macros" if macros else ""
