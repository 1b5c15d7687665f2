"""The file of a workbook (工作簿文件): known by its content, and bounded before it is unpacked.

Other office files that pack parts are opened the same way; they bring their own ``Kind``.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an error, whatever it is called

from attrs import frozen

from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ett", ".ods", ".xltx", ".xltm")
"""What the names of spreadsheets end with; whether one can be read is seen from its content."""

_MEGABYTE = 1024 * 1024
_BLOCK = 256 * 1024
_MOST_RATIO = 300
_SMALL = 16 * _MEGABYTE
"""Parts up to this size may be packed however densely."""

_DAMAGE = (BadZipFile, EOFError, ZlibError, NotImplementedError)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# As the directory of such a file writes its names.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 4 * _MEGABYTE
_CONTENT, _MACROS, _BINARY = "[Content_Types].xml", "vbaproject.bin", "xl/workbook.bin"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
_SECRET = 1


@frozen
class Kind:
    """A kind of file that packs parts (文件种类): its bounds, and how others are refused.

    Attributes:
        largest: bytes of the file.
        unpacked: bytes of all its parts together, unpacked.
        parts: how many they may be.
        encrypted: the code of a file that a password opens.
        old: that of an older format.
        empty: that of an empty file.
        not_one: that of anything else.
        bomb: that of one that unpacks to too much.
        damaged: that of a damaged one.
        other: the code of a file that packs parts and is of another kind; empty where it is not.

    """

    largest: int
    unpacked: int
    parts: int
    encrypted: str
    old: str
    empty: str
    not_one: str
    bomb: str
    damaged: str
    other: Callable[[ZipFile, list[str]], str]


@frozen
class Container:
    """The parts of an office file.

    Attributes:
        file: the file's name, for messages.
        parts: their names.

    """

    file: str
    parts: frozenset[str]
    _archive: ZipFile
    _damaged: str

    def blocks(self, name: str) -> Iterator[bytes]:
        """One part, unpacked as it is read.

        Raises:
            RecordError: it is not there, or damaged.

        """
        try:
            with self._archive.open(name) as stream:
                while block := stream.read(_BLOCK):
                    yield block
        except (KeyError, OSError, *_DAMAGE):
            raise RecordError(Fault(self._damaged, (("part", name),), self.file)) from None

    def count_blocks(self, name: str) -> int:
        """In how many blocks a part comes, as the file tells; 0 where it is not there."""
        size = sum(one.file_size for one in self._archive.infolist() if one.filename == name)
        return -(-size // _BLOCK)

    def read(self, name: str) -> bytes:
        """All bytes of a part."""
        return b"".join(self.blocks(name))


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
    # What goes wrong while the context lasts is the business of whoever uses it.
    with ExitStack() as kept:
        yield _opened(path, kept)


def _opened(path: Path, kept: ExitStack) -> Container:
    name = path.name or str(path)
    try:
        stream = kept.enter_context(path.open("rb"))
        return bounded(stream, name, path.suffix.lstrip("."), BOOK, kept)
    except OSError as error:
        raise RecordError(system_fault(error, name)) from None


def bounded(stream: BinaryIO, file: str, part: str, kind: Kind, kept: ExitStack) -> Container:
    """The parts of an office file, for as long as ``kept`` lasts.

    Args:
        stream: the file.
        file: its name.
        part: what is damaged where it is no zip.
        kind: what it has to be.
        kept: closes what was opened.

    Raises:
        RecordError: it is of another kind, damaged or too large.

    """
    try:
        _check_kind(stream, file, kind)
        archive = kept.enter_context(ZipFile(stream))
        _check_parts(archive, file, kind)
    except _DAMAGE:
        raise RecordError(Fault(kind.damaged, (("part", part),), file)) from None
    return Container(file, frozenset(archive.namelist()), archive, kind.damaged)


def _check_kind(stream: BinaryIO, file: str, kind: Kind) -> None:
    """Refuse a file that is no zip, by what it is.

    Raises:
        RecordError: it is none.

    """
    head = stream.read(_LOOKED_AT)
    size = stream.seek(0, 2)
    if head.startswith(_OLE):
        raise RecordError(Fault(kind.encrypted if _ENCRYPTED in head else kind.old, (), file))
    if not head.startswith(_ZIP):
        code = kind.not_one if head.strip(b"\0 \t\r\n") else kind.empty
        raise RecordError(Fault(code, (), file))
    if size > kind.largest:
        raise RecordError(Fault("file.too_large", (("most", kind.largest),), file))
    stream.seek(0)


def _check_parts(archive: ZipFile, file: str, kind: Kind) -> None:
    """Refuse what is of another kind, or would unpack without end.

    Raises:
        RecordError: it is.

    """
    items = archive.infolist()
    names = [item.filename for item in items]
    code = kind.other(archive, names)
    if code:
        raise RecordError(Fault(code, (), file))
    if any(item.flag_bits & _SECRET for item in items):
        raise RecordError(Fault(kind.encrypted, (), file))
    unpacked = sum(item.file_size for item in items)
    dense = any(item.file_size > max(_SMALL, _MOST_RATIO * item.compress_size) for item in items)
    if dense or unpacked > kind.unpacked or len(items) > kind.parts:
        facts = (("most", kind.unpacked), ("parts", kind.parts))
        raise RecordError(Fault(kind.bomb, facts, file))
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise RecordError(Fault(kind.damaged, (("part", twice),), file))


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


BOOK = Kind(
    largest=256 * _MEGABYTE,
    unpacked=1024 * _MEGABYTE,
    parts=10_000,
    encrypted="workbook.encrypted",
    old="workbook.old_format",
    empty="workbook.empty_file",
    not_one="workbook.not_one",
    bomb="workbook.bomb",
    damaged="workbook.damaged",
    other=_other_kind,
)
"""A workbook (.xlsx)."""
