"""Bytes of foreign files (文件读取): bounded, decoded, and named for what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
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
    total, line, since = 0, 1, 0
    while block := stream.read(_BLOCK):
        total += len(block)
        first, last = block.find(b"\n"), block.rfind(b"\n")
        run = since + (first if first >= 0 else len(block))
        if by_line and run > LONGEST_LINE:
            facts = (("most", LONGEST_LINE),)
            raise RecordError(Fault("file.line_too_long", facts, file, line))
        if total > LARGEST_FILE:
            raise RecordError(Fault("file.too_large", (("most", LARGEST_FILE),), file))
        line += block.count(b"\n")
        since = len(block) - last - 1 if last >= 0 else run
        blocks.append(block)
    return b"".join(blocks)


def decode(data: bytes, file: str) -> str:
    """The text of ``data``; a file that is no text is refused by what it looks like."""
    for signature, code in _SIGNATURES:
        if data.startswith(signature):
            raise RecordError(Fault(code, (), file))
    if b"\0" in data:
        raise RecordError(Fault("file.binary", (), file))
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        if not text.strip():
            raise RecordError(Fault("file.empty", (), file))
        return text
    raise RecordError(Fault("file.unknown_encoding", (), file))
