"""XML changed in a few places (原文改动): every other byte stays as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from xinfang_core.errors import RecordError
from xinfang_core.workbook.container import damaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BLOCK = 256 * 1024
_UTF8 = {"utf-8", "utf8", "us-ascii"}


class Mark(NamedTuple):
    """A tag.

    Attributes:
        begins: whether it is the first of its element; an empty element has two marks for one.
        name: without prefix.
        prefix: with its colon; empty where there is none.
        attributes: of the element; none at its end.
        at: where it is, counted in bytes; the end of an empty element stands somewhere in it.
        depth: elements around it.

    """

    begins: bool
    name: str
    prefix: str
    attributes: Mapping[str, str]
    at: int
    depth: int


class Edit(NamedTuple):
    """What stands in the place of some bytes; of none, where both places are one."""

    start: int
    end: int
    text: str


def marks(content: bytes, file: str, part: str) -> Iterator[Mark]:
    """All tags, in their order.

    Raises:
        RecordError: no XML, or none in UTF-8.

    """
    found: list[Mark] = []
    parser = _parser(found, file, part)
    try:
        for start in range(0, len(content), _BLOCK):
            parser.Parse(content[start : start + _BLOCK], False)  # noqa: FBT003 - takes no name
            yield from found
            found.clear()
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError:
        raise RecordError(damaged(file, part)) from None
    yield from found


def _parser(found: list[Mark], file: str, part: str) -> expat.XMLParserType:
    """What fills a list with tags."""
    parser = expat.ParserCreate()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        prefix, colon, local = name.rpartition(":")
        at = parser.CurrentByteIndex
        found.append(Mark(True, local, prefix + colon, attributes, at, depth))  # noqa: FBT003
        depth += 1

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        prefix, colon, local = name.rpartition(":")
        at = parser.CurrentByteIndex
        found.append(Mark(False, local, prefix + colon, {}, at, depth))  # noqa: FBT003

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _UTF8:
            raise RecordError(damaged(file, part))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.XmlDeclHandler = declared
    return parser


def spliced(content: bytes, edits: Iterable[Edit]) -> Iterator[bytes]:
    """The content with its changes, which come in their order."""
    at = 0
    for edit in edits:
        yield content[at : edit.start]
        yield edit.text.encode()
        at = edit.end
    yield content[at:]


def tag_end(content: bytes, at: int) -> int:
    """Where the tag that begins at a place has ended."""
    quote = 0
    for place in range(at, len(content)):
        byte = content[place]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return place + 1
    return len(content)


def is_empty(content: bytes, at: int) -> bool:
    """Whether the tag at a place is that of an element without content."""
    end = tag_end(content, at)
    return content[end - 2 : end] == b"/>"


def with_attribute(content: bytes, at: int, name: str, value: str) -> Edit:
    """The tag at a place with another value of an attribute that it has."""
    end = tag_end(content, at)
    tag = content[at:end].decode()
    found = re.search(rf"\s{re.escape(name)}\s*=\s*(\"[^\"]*\"|'[^']*')", tag)
    if found is None:
        return Edit(at, at, "")
    return Edit(
        at + len(tag[: found.start(1)].encode()),
        at + len(tag[: found.end(1)].encode()),
        f'"{value}"',
    )
