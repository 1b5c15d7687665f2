"""The fonts of a PDF (字体): which ones are wanted, and what stands for those that are absent.

None is shipped: official documents are set in fonts that belong to their makers; offices have
them. Fonts are told apart by name, so that the same fonts give the same file anywhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from unicodedata import category

from attrs import frozen

from xinfang_core.documents.writers.font_cover import covered
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


class Font(Protocol):
    """What is asked of a font: its family, its file and its place there."""

    @property
    def family(self) -> str: ...  # noqa: D102
    @property
    def path(self) -> str | None: ...  # noqa: D102
    @property
    def index(self) -> int: ...  # noqa: D102


@frozen
class Wanted:
    """The font of a place of the page.

    Attributes:
        official: its name as offices know it.
        names: the names that its file may give it.
        others: what may stand for it, best first.

    """

    official: str
    names: tuple[str, ...]
    others: tuple[str, ...]


_SONG = ("Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "SimSun", "STSong")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei")
_FREE = ("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "PingFang SC", "Songti SC")

PLACES = {
    "title": Wanted(
        "方正小标宋简体",
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
        ("STZhongsong", *_SONG, *_SANS),
    ),
    "heading": Wanted("黑体", ("SimHei",), ("STHeiti", *_SANS, *_SONG)),
    "part": Wanted("楷体_GB2312", ("KaiTi_GB2312",), ("楷体", "KaiTi", "STKaiti", *_SONG, *_SANS)),
    "text": Wanted(
        "仿宋_GB2312", ("FangSong_GB2312",), ("仿宋", "FangSong", "STFangsong", *_SONG, *_SANS)
    ),
}
"""What each place of ``page.typ`` is set in."""

_SAMPLE = frozenset(map(ord, "信访事项办理期限届满"))
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_MISSING, _PLAIN_MISSING = "〓", "?"


@frozen
class Chosen:
    """The fonts of a page.

    Attributes:
        families: those of each place, the first that has a character first.
        replaced: the official ones that are absent, each with what stands for it.

    """

    families: dict[str, tuple[str, ...]]
    replaced: tuple[tuple[str, str], ...]


def chosen(fonts: Sequence[Font]) -> Chosen:
    """The fonts of each place, from those that are there.

    Raises:
        MisuseError: none of them has Chinese characters.

    """
    there = {font.family.casefold(): font.family for font in fonts}
    families: dict[str, tuple[str, ...]] = {}
    replaced: list[tuple[str, str]] = []
    for place, wanted in PLACES.items():
        official = _first((wanted.official, *wanted.names), there)
        family = official or _first((*wanted.others, *_FREE), there) or _any_chinese(fonts)
        families[place] = (family,)
        if official is None:
            replaced.append((wanted.official, family))
    return Chosen(families, tuple(replaced))


def _first(names: Iterable[str], there: dict[str, str]) -> str | None:
    return next((there[name.casefold()] for name in names if name.casefold() in there), None)


def _any_chinese(fonts: Iterable[Font]) -> str:
    """A font of whatever name that has Chinese characters."""
    for font in sorted(fonts, key=lambda font: (font.family, font.path or "", font.index)):
        if font.path and covered(Path(font.path), font.index, _SAMPLE) == _SAMPLE:
            return font.family
    raise MisuseError(Fault("documents.no_chinese_font"))


def lacking(words: str, fonts: Iterable[Font], first: Collection[str]) -> frozenset[str]:
    """The characters that no font has.

    Args:
        words: what is to be set.
        fonts: those that are there.
        first: the families that are asked first.

    """
    wanted = frozenset(ord(sign) for sign in frozenset(words) - _SELECTORS if _is_seen(sign))
    for font in sorted(fonts, key=lambda font: font.family not in first):
        if not wanted:
            break
        if font.path:
            wanted -= covered(Path(font.path), font.index, wanted)
    return frozenset(map(chr, wanted))


def _is_seen(sign: str) -> bool:
    return category(sign) not in _INVISIBLE


def marked(words: str, missing: Collection[str]) -> str:
    """Words in which a mark stands for each character that no font has."""
    mark = _PLAIN_MISSING if _MISSING in missing else _MISSING
    return words.translate({ord(sign): mark for sign in missing})
