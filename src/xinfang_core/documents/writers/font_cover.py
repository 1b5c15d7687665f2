"""Which characters a font has (字体的字符), read from the table in its file that says so.

Only the table ``cmap`` of OpenType is read, of its subtables those for all of Unicode (format 12)
and for its first plane (format 4).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from struct import error, iter_unpack, unpack_from
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
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
            return _among(_table(file, index), sorted(wanted))
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


def _among(table: bytes, wanted: list[int]) -> frozenset[int]:
    found: set[int] = set()
    for first, last in _ranges(table):
        found.update(wanted[bisect_left(wanted, first) : bisect_right(wanted, last)])
    return frozenset(found)


def _ranges(table: bytes) -> Iterator[tuple[int, int]]:
    """From which character to which there are glyphs."""
    if not table:
        return
    (count,) = unpack_from(">H", table, 2)
    for _, _, place in iter_unpack(">HHI", table[4 : 4 + 8 * count]):
        (form,) = unpack_from(">H", table, place)
        if form == _WHOLE:
            (groups,) = unpack_from(">I", table, place + 12)
            for first, last, _ in iter_unpack(">III", table[place + 16 : place + 16 + 12 * groups]):
                yield first, last
        elif form == _PLANE:
            yield from _segments(table, place)


def _segments(table: bytes, place: int) -> Iterator[tuple[int, int]]:
    (twice,) = unpack_from(">H", table, place + 6)
    ends = unpack_from(f">{twice // 2}H", table, place + 14)
    starts = unpack_from(f">{twice // 2}H", table, place + 16 + twice)
    yield from zip(starts, ends, strict=True)
