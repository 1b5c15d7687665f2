"""Lines as they come (逐行读入): as many at a time as are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.stream import LONGEST_REQUEST, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BLOCK = 64 * 1024
_KEPT = LONGEST_REQUEST + 1
"""Bytes that are kept of a line: one more than it may have, so that it shows."""


def line_blocks(read: Callable[[int], bytes]) -> Iterator[tuple[Line, ...]]:
    """The lines that are not empty, those together that came together.

    Args:
        read: gives at most so many bytes, those that are there; none at the end.

    """
    begun, number, row = b"", 0, 0
    while chunk := read(_BLOCK):
        *ended, rest = chunk.split(b"\n")
        block: list[Line] = []
        for data in ended:
            number += 1
            whole = (begun + data)[:_KEPT] if begun else data
            begun = b""
            if whole.strip():
                row += 1
                block.append(Line(number, whole, row))
        if len(begun) < _KEPT:
            begun = (begun + rest)[:_KEPT]
        if block:
            yield tuple(block)
    if begun.strip():
        yield (Line(number + 1, begun, row + 1),)
