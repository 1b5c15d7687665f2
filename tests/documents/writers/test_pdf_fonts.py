"""Which fonts a PDF is set in, of those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import frozen

from made_fonts import cmap, font, whole
from xinfang_core.documents.writers.pdf_fonts import chosen, lacking, marked
from xinfang_core.errors import MisuseError

if TYPE_CHECKING:
    from pathlib import Path


@frozen
class Font:
    """A font as the compiler lists it."""

    family: str
    path: str | None = None
    index: int = 0


def named(*families: str) -> list[Font]:
    return [Font(family) for family in families]


class TestOfficialFonts:
    """They are taken where they are there, under whichever of their names."""

    def test_all_are_there(self) -> None:
        fonts = named(
            "方正小标宋简体", "simhei", "KaiTi_GB2312", "FangSong_GB2312", "Noto Sans CJK SC"
        )
        found = chosen(fonts)
        assert found.replaced == ()
        assert found.families == {
            "title": ("方正小标宋简体",),
            "heading": ("simhei",),
            "part": ("KaiTi_GB2312",),
            "text": ("FangSong_GB2312",),
        }

    def test_absent_ones_are_replaced_by_the_best_that_is_there(self) -> None:
        fonts = named("Arial", "Noto Sans CJK SC", "SimSun", "FangSong", "黑体")
        assert chosen(fonts).replaced == (
            ("方正小标宋简体", "SimSun"),
            ("楷体_GB2312", "SimSun"),
            ("仿宋_GB2312", "FangSong"),
        )


class TestAnyChineseFont:
    """One of another name is told by the characters that it has."""

    def test_it_stands_for_all(self, tmp_path: Path) -> None:
        path = tmp_path / "own.ttf"
        path.write_bytes(font(cmap(whole((0x4E00, 0x9FA5)))))
        fonts = [
            Font("Inner"),
            Font("Arial", str(tmp_path / "none.ttf")),
            Font("本单位宋体", str(path)),
        ]
        assert {used for _, used in chosen(fonts).replaced} == {"本单位宋体"}

    def test_without_any_nothing_is_set(self) -> None:
        with pytest.raises(MisuseError, match="--font-dir"):
            chosen(named("Arial", "Libertinus Serif"))


class TestCharactersThatNoFontHas:
    """They are marked, never left to be boxes."""

    def test_all_fonts_are_asked(self, tmp_path: Path) -> None:
        fonts = []
        for number, sign in enumerate("信访𠮷"):
            path = tmp_path / f"{number}.ttf"
            path.write_bytes(font(cmap(whole((ord(sign), ord(sign))))))
            fonts.append(Font(f"字{number}", str(path)))
        fonts.insert(1, Font("Inner"))
        assert lacking("信访𠮷", fonts, ["字2"]) == frozenset()
        assert lacking("信访\U000323af", fonts, ["字2"]) == {"\U000323af"}

    def test_what_is_never_seen_needs_no_font(self) -> None:
        assert lacking("\n \u200d\ufe0f\u202e", (), ()) == frozenset()

    def test_a_mark_stands_for_each(self) -> None:
        assert marked("甲\U000323af", {"\U000323af"}) == "甲〓"
        assert marked("甲\U000323af", {"\U000323af", "〓"}) == "甲?"
