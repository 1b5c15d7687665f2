"""Words in a part of a Word file (文字): whatever they hold, the part stays well formed."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_BREAKS = re.compile("\r\n?")
_MARKS = re.compile("([\n\t])")
_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def legal(text: str) -> str:
    """The text in characters that XML takes; what it does not take is U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", _BREAKS.sub("\n", text))


def escaped(text: str) -> str:
    """The text as an attribute or an element holds it."""
    return legal(text).translate(_ESCAPES)


def inner(text: str) -> str:
    """The contents of a run: a line feed breaks the line, a tabulator is one."""
    pieces = (one for one in _MARKS.split(legal(text)) if one)
    return "".join(_ELEMENTS.get(one) or _text(one) for one in pieces)


def _text(piece: str) -> str:
    return f'<w:t xml:space="preserve">{piece.translate(_ESCAPES)}</w:t>'
