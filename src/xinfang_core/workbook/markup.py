"""XML of a workbook's parts (部件), read as a stream and without ever resolving anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from xinfang_core.errors import Fault, RecordError
from xinfang_core.workbook.container import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.workbook.container import Container

_BLOCK = 256 * 1024
_DEEPEST = 64
"""Elements within one another; a sheet has six."""


class Target(Protocol):
    """What takes the elements of a part; their names come without namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        """An element begins; whether its text is wanted."""

    def end(self, name: str, text: str) -> None:
        """An element ends, with its own text where that is wanted, else an empty one."""


def scan(container: Container, part: str, target: Target) -> None:
    """Give a target all elements of a part."""
    for _ in scanned(container, part, target):
        pass


def scanned(container: Container, part: str, target: Target) -> Iterator[None]:
    """The same, halting after each block so that what was found can be taken.

    Raises:
        RecordError: no XML, or one with a document type, by which it could name other files.

    """
    parser = expat.ParserCreate()
    _prepare(parser, target, container.file, part)
    with container.part(part) as stream:
        try:
            while block := stream.read(_BLOCK):
                parser.Parse(block, False)  # noqa: FBT003 - no name is taken here
                yield
            parser.Parse(b"", True)  # noqa: FBT003
        except (expat.ExpatError, ValueError, LookupError, OverflowError):
            raise RecordError(damaged(container.file, part)) from None
    yield


def _prepare(parser: expat.XMLParserType, target: Target, file: str, part: str) -> None:
    """Join a parser and a target."""
    texts: list[str] = []
    wanted: list[bool] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(wanted) > _DEEPEST:
            raise RecordError(damaged(file, part))
        is_wanted = target.start(_local(name), attributes)
        wanted.append(is_wanted)
        texts.clear()
        parser.CharacterDataHandler = texts.append if is_wanted else None

    def end(name: str) -> None:
        text = "".join(texts) if wanted.pop() else ""
        texts.clear()
        parser.CharacterDataHandler = None
        target.end(_local(name), text)

    def doctype(*_: object) -> None:
        raise RecordError(Fault("workbook.document_type", (("part", part),), file))

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype


def _local(name: str) -> str:
    """A name without the prefix of its namespace."""
    return name.rpartition(":")[2]


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """An attribute whatever the prefix of its namespace; empty where there is none."""
    return next((text for key, text in attributes.items() if _local(key) == name), "")
