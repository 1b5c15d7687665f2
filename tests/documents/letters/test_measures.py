"""The measures of letters: each says how firmly it is known."""

from __future__ import annotations

import pytest

from xinfang_core.documents.letters.measures import fonts, measures, millimetres, points
from xinfang_core.vocabulary import Basis


class TestMeasures:
    """What reprints of GB/T 9704 state is stated; the rest says that nobody could check it."""

    def test_only_the_paper_the_margins_and_the_text_are_stated(self) -> None:
        stated = [name for name, one in measures().items() if one.basis is Basis.stated]
        assert stated == ["page_width", "page_height", "top", "left", "text_width", "text_height"]

    def test_all_others_say_why(self) -> None:
        assert all(one.note for one in measures().values() if one.basis is not Basis.stated)
        assert all(one.note and one.basis is not Basis.stated for one in fonts())

    def test_the_margins_leave_the_text_its_place(self) -> None:
        across = [millimetres(one) for one in ("left", "text_width", "right")]
        down = [millimetres(one) for one in ("top", "text_height", "bottom")]
        assert sum(across) == pytest.approx(millimetres("page_width"))
        assert sum(down) == pytest.approx(millimetres("page_height"))

    def test_a_page_has_22_lines_of_28_characters(self) -> None:
        assert points("text_height") // points("pitch") == 22
        assert points("text_width") // (points("text_size") - points("closer")) == 28

    def test_the_seal_finds_room(self) -> None:
        room = points("seal_above") + 2 * points("pitch") + points("seal_below")
        assert room >= points("seal")
