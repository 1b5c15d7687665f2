"""Fonts that consist of nothing but the table of their characters (测试字体)."""

from __future__ import annotations

import os
from struct import pack

import pytest
import typst


def plane(*ranges: tuple[int, int]) -> bytes:
    """A subtable of format 4."""
    count = len(ranges)
    ends = pack(f">{count}H", *(last for _, last in ranges))
    starts = pack(f">{count}H", *(first for first, _ in ranges))
    return pack(">7H", 4, 0, 0, 2 * count, 0, 0, 0) + ends + pack(">H", 0) + starts


def whole(*ranges: tuple[int, int]) -> bytes:
    """A subtable of format 12."""
    groups = b"".join(pack(">3I", first, last, 1) for first, last in ranges)
    return pack(">HHIII", 12, 0, 0, 0, len(ranges)) + groups


def cmap(*tables: bytes) -> bytes:
    """The table that leads to its subtables."""
    places = [4 + 8 * len(tables) + sum(map(len, tables[:number])) for number in range(len(tables))]
    records = b"".join(pack(">HHI", 3, 10, place) for place in places)
    return pack(">HH", 0, len(tables)) + records + b"".join(tables)


def font(table: bytes, name: bytes = b"cmap", before: int = 0) -> bytes:
    """A font of one table that stands so many bytes behind the beginning of its file."""
    head = pack(">IHHHH", 0x00010000, 1, 0, 0, 0)
    return head + pack(">4sIII", name, 0, before + len(head) + 16, len(table)) + table


def needed() -> None:
    """The test is skipped where no Chinese font is installed; in our own checks it fails."""
    if not any("CJK SC" in family for family in typst.Fonts().families()):
        reason = "no Chinese font (fonts-noto-cjk) is installed"
        if os.environ.get("XINFANG_CI") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
