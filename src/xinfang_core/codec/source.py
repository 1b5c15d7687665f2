"""A file of records that is read again and again (来源): never whole, however large it is."""

from __future__ import annotations

import io
import os
import stat
from codecs import IncrementalDecoder, getincrementaldecoder
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO, Generic, TypeVar

from attrs import field, frozen

from xinfang_core.codec.files import (
    LARGEST_FILE,
    LineBounds,
    check_signature,
    decode,
    is_blank,
    read_bounded,
)
from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Item = TypeVar("Item", covariant=True)

_BLOCK = 1024 * 1024


@frozen
class Again(Generic[Item]):
    """Something that can be gone through again, made anew each time."""

    make: Callable[[], Iterator[Item]]

    def __iter__(self) -> Iterator[Item]:
        return self.make()


@frozen
class Source:
    """The lines of a file.

    Attributes:
        name: the file's name, for messages.
        path: where it is.
        encoding: ``utf-8`` or ``gb18030``.
        count: how many lines it has.

    """

    name: str
    path: Path
    encoding: str
    count: int
    _state: tuple[int, ...] = field(repr=False)

    def lines(self, newline: str) -> Again[str]:
        r"""Its lines, with what ends them.

        Args:
            newline: ``"\n"``, or empty where every kind of line end counts.

        """
        return Again(lambda: self._lines(newline))

    def _lines(self, newline: str) -> Iterator[str]:
        """The lines, once.

        Raises:
            RecordError: the file is not the one that it was.

        """
        with _opened(self.path, self.name) as stream:
            self._check(stream)
            text = io.TextIOWrapper(stream, self.encoding, newline=newline)
            try:
                for number, line in enumerate(text):
                    yield line if number else line.removeprefix("\ufeff")
                self._check(stream)
            except UnicodeDecodeError:
                raise RecordError(Fault("file.changed", (), self.name)) from None

    def _check(self, stream: BinaryIO) -> None:
        if _state_of(stream) != self._state:
            raise RecordError(Fault("file.changed", (), self.name))


@contextmanager
def source_of(path: Path) -> Iterator[Source]:
    """The lines of a file; a pipe or device is copied first, for it gives them once.

    Raises:
        RecordError: not readable, too large a pipe, a line too long, empty, binary, or in an
            unknown encoding.

    """
    name = path.name or str(path)
    with ExitStack() as kept:
        with _opened(path, name) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                path = kept.enter_context(spooled(stream, name))
        with _opened(path, name) as stream:
            source = Source(name, path, *_looked_at(stream, name), _state_of(stream))
        yield source


@contextmanager
def spooled(stream: BinaryIO, name: str) -> Iterator[Path]:
    """A file with all that a stream gives, for as long as the context lasts.

    Args:
        stream: what can be read once.
        name: the file is called so; messages name it.

    Raises:
        RecordError: it is too large.

    """
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="xinfang.") as folder:
        path = Path(folder, name)
        total = 0
        with path.open("xb") as copy:
            while block := stream.read(_BLOCK):
                total += len(block)
                if total > LARGEST_FILE:
                    raise RecordError(Fault("file.too_large", (("most", LARGEST_FILE),), name))
                copy.write(block)
        yield path


@contextmanager
def _opened(path: Path, name: str) -> Iterator[BinaryIO]:
    try:
        stream = path.open("rb")
    except OSError as error:
        raise RecordError(system_fault(error, name)) from None
    with stream:
        try:
            yield stream
        except OSError as error:
            raise RecordError(system_fault(error, name)) from None


def _state_of(stream: BinaryIO) -> tuple[int, ...]:
    """What changes with a file: which one it is, how large, since when."""
    found = os.fstat(stream.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _looked_at(stream: BinaryIO, name: str) -> tuple[str, int]:
    """The encoding of a file and its lines, all of which are looked at.

    Raises:
        RecordError: a line too long, empty, binary, or in another encoding.

    """
    decoder, bounds = getincrementaldecoder("utf-8")(), LineBounds(name)
    is_utf8, blank, first = True, True, True
    while block := stream.read(_BLOCK):
        bounds.check(block)
        check_signature(block if first else b"", name)
        first = False
        if b"\0" in block:
            raise RecordError(Fault("file.binary", (), name))
        blank = blank and is_blank(block)
        is_utf8 = is_utf8 and _decodes(decoder, block)
    if blank:
        raise RecordError(Fault("file.empty", (), name))
    if is_utf8 and _decodes(decoder, b"", final=True):
        return "utf-8", bounds.line
    stream.seek(0)
    decode(read_bounded(stream, name, by_line=True), name)
    return "gb18030", bounds.line


def _decodes(decoder: IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    """Whether a file goes on in the encoding."""
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True
