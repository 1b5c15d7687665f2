"""The fonts that Word files name (字体): the official ones, which machines of offices have.

None ships with the library. A program that lacks one takes another in its place.
"""

from __future__ import annotations

from typing import Final

FANG_SONG: Final = "仿宋_GB2312"
TITLE_SONG: Final = "方正小标宋简体"
BLACK: Final = "黑体"
KAI: Final = "楷体_GB2312"
SONG: Final = "宋体"
LATIN: Final = "Times New Roman"

_OTHERS: Final = {
    FANG_SONG: "仿宋",
    KAI: "楷体",
    BLACK: "SimHei",
    SONG: "SimSun",
    TITLE_SONG: "FZXiaoBiaoSong-B05S",
}
"""What the same font, or its successor, is called on other machines."""


def fonts_part() -> str:
    """The part that tells by which other names a font may be found."""
    told = (
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in _OTHERS.items()
    )
    return (
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{''.join(told)}</w:fonts>"
    )


def fonts(east: str, latin: str = LATIN) -> str:
    """The fonts of Chinese characters and of letters and digits."""
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"'
        ' w:hint="eastAsia"/>'
    )
