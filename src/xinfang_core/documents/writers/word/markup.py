"""Words in a part of a Word file (文字): whatever they hold, the part stays well formed."""

from __future__ import annotations

import re

from xinfang_core.drawing.svg_text import legal

_BREAKS = re.compile("\r\n?")
_MARKS = re.compile("([\n\t])")
_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def escaped(text: str) -> str:
    """The text as an attribute or an element holds it; what XML does not take is U+FFFD."""
    return legal(_BREAKS.sub("\n", text))


def inner(text: str) -> str:
    """The contents of a run: a line feed breaks the line, a tabulator is one."""
    pieces = (one for one in _MARKS.split(escaped(text)) if one)
    return "".join(_ELEMENTS.get(one) or f'<w:t xml:space="preserve">{one}</w:t>' for one in pieces)
