"""Styles of a Word file (样式): each named, so that an office changes it in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from xinfang_core.documents.writers.word.fonts import FANG_SONG, LATIN, fonts
from xinfang_core.documents.writers.word.runs import size

if TYPE_CHECKING:
    from collections.abc import Iterable

Side: TypeAlias = Literal["left", "right", "center", "both"]

_LINE = 240
"""One line, as Word counts lines that are not exact."""

_TWIPS_A_POINT = 20


@frozen
class Style:
    """A style of paragraphs or of characters (样式).

    Attributes:
        key: what paragraphs call it, in ASCII letters and digits.
        name: what people find it by.
        is_character: whether it is one of characters; then only font, size, weight and colour
            are taken.
        east: the font of Chinese characters; empty for that of the document.
        points: the size; 0 for that of the document.
        is_strong: whether it is bold.
        colour: six hexadecimal digits; empty for that of the document.
        side: where its lines stand.
        exact: from line to line in points; 0 for ``lines``.
        lines: from line to line, as a multiple of the height of the font.
        before: points above it.
        after: points below it.
        first: characters that its first line is moved in.
        left: characters that all its lines are moved in.
        level: its level in the outline, from 1; 0 for none.
        closer: points that its characters stand closer than they would.
        properties: what else is said of its paragraphs, as XML that comes first in the schema.

    """

    key: str
    name: str
    is_character: bool = False
    east: str = ""
    points: float = 0
    is_strong: bool = False
    colour: str = ""
    side: Side = "left"
    exact: float = 0
    lines: float = 1
    before: float = 0
    after: float = 0
    first: int = 0
    left: int = 0
    level: int = 0
    closer: float = 0
    properties: str = ""


def styles_part(styles: Iterable[Style], base: Style) -> str:
    """The part that tells all styles.

    Args:
        styles: the styles, besides the base.
        base: what plain text looks like; its key is taken to be that of no style at all.

    """
    return (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(base.east or FANG_SONG, LATIN)}"
        f"{size(base.points)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        f"{_written(base, is_base=True)}{''.join(_written(one) for one in styles)}"
        "</w:styles>"
    )


def _written(style: Style, *, is_base: bool = False) -> str:
    kind = "character" if style.is_character else "paragraph"
    default = ' w:default="1"' if is_base else ""
    based = "" if is_base or style.is_character else '<w:basedOn w:val="Normal"/>'
    lines = "" if style.is_character else f"<w:pPr>{_lines(style)}</w:pPr>"
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f"{based}<w:qFormat/>{lines}<w:rPr>{_characters(style)}</w:rPr></w:style>"
    )


def _lines(style: Style) -> str:
    """What a style says of paragraphs."""
    exact = round(style.exact * _TWIPS_A_POINT)
    pitch, rule = (exact, "exact") if exact else (round(style.lines * _LINE), "auto")
    before, after = (round(one * _TWIPS_A_POINT) for one in (style.before, style.after))
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return (
        f'{style.properties}<w:spacing w:before="{before}" w:after="{after}"'
        f' w:line="{pitch}" w:lineRule="{rule}"/>{_moved(style)}<w:jc w:val="{style.side}"/>{level}'
    )


def _moved(style: Style) -> str:
    """How far a style moves lines in: in characters, and in twips for who cannot count them."""
    first, left = (round(one * style.points * _TWIPS_A_POINT) for one in (style.first, style.left))
    if not first and not left:
        return ""
    return (
        f'<w:ind w:leftChars="{style.left * 100}" w:left="{left}"'
        f' w:firstLineChars="{style.first * 100}" w:firstLine="{first}"/>'
    )


def _characters(style: Style) -> str:
    """What a style says of characters."""
    return (
        (fonts(style.east) if style.east else "")
        + ("<w:b/><w:bCs/>" if style.is_strong else "")
        + (f'<w:color w:val="{style.colour}"/>' if style.colour else "")
        + _closer(style.closer)
        + (size(style.points) if style.points else "")
    )


def _closer(points: float) -> str:
    return f'<w:spacing w:val="{-round(points * _TWIPS_A_POINT)}"/>' if points else ""
