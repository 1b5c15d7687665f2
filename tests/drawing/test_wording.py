"""The words of drawing stand in both languages, in characters any desk can print."""

from __future__ import annotations

from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.messages.drawing import TEXTS


def test_are_in_the_catalogue_and_printable() -> None:
    for code, (chinese, english) in TEXTS.items():
        assert code.startswith("drawing.")
        assert CATALOGUE[code] == (chinese, english)
        assert chinese.encode("gbk")
        assert english.isascii()
