"""Letters in a picture: which fonts, how wide, and what may stand in an XML file."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = (
    "Microsoft YaHei, PingFang SC, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, "
    "SimHei, Arial, sans-serif"
)
"""Fonts of offices and of browsers, Chinese ones first; none is fetched."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECE = re.compile(r"(?:[!-~]{1,24}|.)[，。、；：）]*")
_NARROW = 0.6
_LAST_ASCII = "\x7f"


def possible(words: str) -> str:
    """``words`` of which a file can hold every one; others become a replacement character."""
    return _ILLEGAL.sub("\ufffd", words)


def legal(words: str) -> str:
    """``words`` for an XML file; what XML cannot hold becomes a replacement character."""
    return escape(possible(words))


def width(words: str, size: int) -> int:
    """How wide ``words`` are at most, near enough: a Chinese character fills its square."""
    return round(sum(_NARROW if c <= _LAST_ASCII else 1 for c in words) * size)


def wrapped(words: str, size: int, most: int) -> Iterator[str]:
    """``words`` in lines no wider than ``most``; no line begins with a closing mark."""
    line = ""
    for piece in _PIECE.findall(words):
        if line and width(line + piece.rstrip(), size) > most:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield line.rstrip()


def text(
    left: int,
    base: int,
    words: str,
    size: int,
    ink: str,
    anchor: str = "start",
    *,
    bold: bool = False,
) -> str:
    """One line of letters that stands on ``base``."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{left}" y="{base}" font-size="{size}" fill="{ink}" '
        f'text-anchor="{anchor}"{weight}>{legal(words)}</text>'
    )
