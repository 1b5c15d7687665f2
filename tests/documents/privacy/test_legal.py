"""Characters that every format takes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.documents.privacy.legal import legal

ANY = st.text(st.characters(exclude_categories=()))


class TestLegal:
    """Whatever a host writes, no file is broken by it."""

    @given(ANY)
    def test_every_format_takes_it(self, text: str) -> None:
        seen = legal(text)
        seen.encode()
        parsed = ET.fromstring(f"<a>{seen.translate({38: None, 60: None, 62: None})}</a>")  # noqa: S314
        assert (parsed.text or "") == seen.translate({38: None, 60: None, 62: None})

    @given(ANY)
    def test_what_has_gone_through_stays(self, text: str) -> None:
        assert legal(legal(text)) == legal(text)

    @given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
    def test_what_can_be_seen_stays(self, text: str) -> None:
        assert legal(text) == text

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("甲\r\n乙\r丙\u2028丁\u0085戊\x0b己", "甲\n乙\n丙\n丁\n戊\n己"),
            ("甲\t乙\x1f丙", "甲 乙 丙"),
            ("甲\x00\x08\x7f\x9f乙", "甲乙"),
            ("甲\ud842乙\udfb7丙", "甲乙丙"),
            ("甲\ufffe\uffff\U0001ffff\ufdd0乙", "甲乙"),
            ("\u202e甲\u2066乙\u2069\u202c", "甲乙"),
            ("𠮷\u9fff\U00031350🙂👨\u200d👩", "𠮷\u9fff\U00031350🙂👨\u200d👩"),
            ("甲\U000e0041乙\ufeff", "甲乙"),
        ],
    )
    def test_what_goes_and_what_stays(self, text: str, seen: str) -> None:
        assert legal(text) == seen
