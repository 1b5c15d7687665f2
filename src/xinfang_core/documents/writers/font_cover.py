"""Which characters a font has (字体的字符), read from the table in its file that says so.

Only the table ``cmap`` of OpenType is read, of its subtables those for all of Unicode (format 12)
and for its first plane (format 4).
"""

from __future__ import annotations

from bisect import bisect_left
from struct import error, iter_unpack, unpack_from
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_COLLECTION, _NAME = b"ttcf", b"cmap"
_PLANE, _WHOLE = 4, 12


def covered(path: Path, index: int, wanted: frozenset[int]) -> frozenset[int]:
    """Which of the characters a font has; none where its file cannot be read.

    Args:
        path: its file.
        index: which font of the file it is.
        wanted: code points.

    """
    try:
        with path.open("rb") as file:
            return _among(_table(file, index), wanted)
    except (OSError, error):
        return frozenset()


def _table(file: BinaryIO, index: int) -> bytes:
    """The table of a font that says which characters it has; empty where there is none."""
    start = 0
    if file.read(4) == _COLLECTION:
        (start,) = unpack_from(">I", _read(file, 12 + 4 * index, 4))
    (count,) = unpack_from(">H", _read(file, start + 4, 2))
    for name, _, place, length in iter_unpack(">4sIII", _read(file, start + 12, 16 * count)):
        if name == _NAME:
            return _read(file, place, length)
    return b""


def _read(file: BinaryIO, place: int, length: int) -> bytes:
    file.seek(place)
    return file.read(length)


def _among(table: bytes, wanted: frozenset[int]) -> frozenset[int]:
    found: set[int] = set()
    for starts, ends in _ranges(table):
        for code in wanted:
            place = bisect_left(ends, code)
            if place < len(ends) and starts[place] <= code:
                found.add(code)
    return frozenset(found)


def _ranges(table: bytes) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Of each subtable where the ranges begin for which there are glyphs, and where they end."""
    if not table:
        return
    (count,) = unpack_from(">H", table, 2)
    for _, _, place in iter_unpack(">HHI", table[4 : 4 + 8 * count]):
        (form,) = unpack_from(">H", table, place)
        if form == _WHOLE:
            (groups,) = unpack_from(">I", table, place + 12)
            numbers = unpack_from(f">{3 * groups}I", table, place + 16)
            yield numbers[::3], numbers[1::3]
        elif form == _PLANE:
            (twice,) = unpack_from(">H", table, place + 6)
            ends = unpack_from(f">{twice // 2}H", table, place + 14)
            yield unpack_from(f">{twice // 2}H", table, place + 16 + twice), ends
