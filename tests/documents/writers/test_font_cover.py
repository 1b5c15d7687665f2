"""Which characters a font has, from fonts that consist of nothing else."""

from __future__ import annotations

from struct import pack
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_fonts import cmap, font, plane, whole
from xinfang_core.documents.writers.font_cover import covered

if TYPE_CHECKING:
    from pathlib import Path

ABC, HAN, RARE = 0x41, 0x4FE1, 0x20BB7
WANTED = frozenset({ABC, HAN, RARE, 0x10FFFF})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "font.ttf"


class TestTables:
    """For all of Unicode, and for its first plane."""

    def test_ranges_are_read_from_both_and_others_are_passed_over(self, path: Path) -> None:
        path.write_bytes(font(cmap(pack(">H", 6), plane((0x4E00, 0x9FA5)), whole((RARE, RARE)))))
        assert covered(path, 0, WANTED) == {HAN, RARE}

    def test_of_a_collection_the_font_asked_for(self, path: Path) -> None:
        start = 20
        one = font(cmap(plane((ABC, ABC))), before=start)
        two = font(cmap(whole((HAN, HAN))), before=start + len(one))
        head = b"ttcf" + pack(">IIII", 0, 2, start, start + len(one))
        path.write_bytes(head + one + two)
        assert [covered(path, index, WANTED) for index in (0, 1)] == [{ABC}, {HAN}]

    def test_a_font_without_the_table_has_none(self, path: Path) -> None:
        path.write_bytes(font(b"", name=b"glyf"))
        assert covered(path, 0, WANTED) == frozenset()


class TestWhatIsNoFont:
    """A damaged file, or none: no character, and no failure."""

    def test_a_missing_file(self, path: Path) -> None:
        assert covered(path, 0, WANTED) == frozenset()

    @given(st.integers(0, 200))
    def test_a_file_that_ends_too_soon(
        self, tmp_path_factory: pytest.TempPathFactory, length: int
    ) -> None:
        path = tmp_path_factory.mktemp("font") / "font.ttf"
        made = font(cmap(plane((ABC, ABC)), whole((HAN, HAN))))
        path.write_bytes(made[:length])
        assert covered(path, 0, WANTED) <= {ABC, HAN}

    @given(st.binary(max_size=100))
    def test_any_bytes(self, tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
        path = tmp_path_factory.mktemp("font") / "font.ttf"
        path.write_bytes(content)
        assert covered(path, 0, WANTED) <= WANTED
