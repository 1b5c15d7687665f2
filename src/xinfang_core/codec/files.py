"""Bytes of foreign files (文件读取): bounded, decoded, and named for what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from attrs import define

from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of one file of records; a larger register is split by the host."""

LONGEST_LINE = 1024 * 1024
"""Bytes of one line of a table; a register's line has a few hundred."""

_BLOCK = 1024 * 1024
_SIGNATURES = (
    (b"PK\x03\x04", "file.spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "file.spreadsheet"),
    (b"\xff\xfe", "file.utf16"),
    (b"\xfe\xff", "file.utf16"),
)
_MARK = b"\xef\xbb\xbf"
_MOST_PLACES = 20
_AROUND = 64 * 1024
_REPLACED = "\ufffd"
# Each takes three bytes of UTF-8; GB18030 hardly ever looks like that.
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def read_file(path: Path, *, by_line: bool) -> str:
    """The text of a file in UTF-8, with or without a mark, or GB18030.

    Args:
        path: the file.
        by_line: whether it is read line by line, so that lines are bounded too.

    Raises:
        RecordError: not readable, too large, a line too long, empty, binary, or in another
            encoding.

    """
    name = path.name or str(path)
    try:
        with path.open("rb") as stream:
            data = read_bounded(stream, name, by_line=by_line)
    except OSError as error:
        raise RecordError(system_fault(error, name)) from None
    return decode(data, name)


def read_bounded(stream: BinaryIO, file: str, *, by_line: bool) -> bytes:
    """All bytes of ``stream``, refused as soon as a bound is passed."""
    blocks: list[bytes] = []
    bounds, total = LineBounds(file), 0
    while block := stream.read(_BLOCK):
        total += len(block)
        if by_line:
            bounds.check(block)
        if total > LARGEST_FILE:
            raise RecordError(Fault("file.too_large", (("most", LARGEST_FILE),), file))
        blocks.append(block)
    return b"".join(blocks)


@define
class LineBounds:
    """Refuses a line that is too long, from block to block.

    Attributes:
        file: named in the fault.
        line: the line on which the next block begins.
        since: how many bytes it has so far.

    """

    file: str
    line: int = 1
    since: int = 0

    def check(self, block: bytes) -> None:
        """Look at one more block.

        Raises:
            RecordError: a line is too long.

        """
        first, last = block.find(b"\n"), block.rfind(b"\n")
        run = self.since + (first if first >= 0 else len(block))
        if run > LONGEST_LINE:
            facts = (("most", LONGEST_LINE),)
            raise RecordError(Fault("file.line_too_long", facts, self.file, self.line))
        self.line += block.count(b"\n")
        self.since = len(block) - last - 1 if last >= 0 else run


def check_signature(data: bytes, file: str) -> None:
    """Refuse what is no text by how it begins.

    Raises:
        RecordError: a spreadsheet, or text in units of two bytes.

    """
    for signature, code in _SIGNATURES:
        if data.startswith(signature):
            raise RecordError(Fault(code, (), file))


def is_blank(data: bytes) -> bool:
    """Whether nothing but blanks and marks of an encoding stand there."""
    return not data.replace(_MARK, b"").strip()


def decode(data: bytes, file: str) -> str:
    """The text of ``data``; a file that is no text is refused by what it looks like."""
    check_signature(data, file)
    if b"\0" in data:
        raise RecordError(Fault("file.binary", (), file))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _otherwise(data, file, error)
    if not text.strip("\ufeff \t\r\n\v\f"):
        raise RecordError(Fault("file.empty", (), file))
    return text.removeprefix("\ufeff")


def _otherwise(data: bytes, file: str, error: UnicodeDecodeError) -> str:
    """The text of what is not UTF-8: GB18030, unless it is UTF-8 but for a few bytes."""
    if data.startswith(_MARK) or _is_broken(data[max(0, error.start - _AROUND) :][: 2 * _AROUND]):
        places = tuple(_places(data))
        faults = [_byte(data, file, "file.broken_byte", place) for place in places[:_MOST_PLACES]]
        more = (("count", len(places) - _MOST_PLACES),)
        further = [Fault("fault.more", more, file)] if len(places) > _MOST_PLACES else []
        raise RecordError(*faults, *further)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as other:
        # The reading that came further is the likelier one.
        at = max(error.start, other.start)
        raise RecordError(_byte(data, file, "file.unknown_encoding", at)) from None


def _is_broken(data: bytes) -> bool:
    """Whether this is rather UTF-8 with broken bytes than another encoding."""
    forgiven = data.decode("utf-8", "replace")
    return len(_CHINESE.findall(forgiven)) > forgiven.count(_REPLACED)


def _places(data: bytes) -> Iterator[int]:
    """Where a byte is no UTF-8, counted from 0."""
    rest, start = memoryview(data), 0
    while True:
        try:
            str(rest[start:], "utf-8")
        except UnicodeDecodeError as error:
            yield start + error.start
            start += error.end
        else:
            return


def _byte(data: bytes, file: str, code: str, at: int) -> Fault:
    """A fault at a byte: its line, and its place in the line by characters."""
    before = data[data.rfind(b"\n", 0, at) + 1 : at].decode("utf-8", "replace")
    facts = (("byte", f"0x{data[at]:02X}"),)
    line = data.count(b"\n", 0, at) + 1
    return Fault(code, facts, file, line, len(before.removeprefix("\ufeff")) + 1)
