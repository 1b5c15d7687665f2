"""Letters as pages: the three layouts, everything escaped, nothing fetched."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters_made import TABLE_FORM, form, letter
from xinfang_core.documents.letters.html import letter_html
from xinfang_core.documents.privacy.legal import legal
from xinfang_core.vocabulary import LetterLayout

if TYPE_CHECKING:
    from xinfang_core.documents.letters.form import Form
    from xinfang_core.documents.letters.letter import Filled

OFFICIAL, LETTER = form(), form(LetterLayout.letter)


class _Read(HTMLParser):
    """The texts of elements of a page, by class or tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "col", "br"}:
            self.open.append(dict(attrs).get("class") or tag)
            self.texts.append((self.open[-1], ""))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.texts.append((self.open[-1], data))


def read(of: Form, **values: Filled) -> list[tuple[str, str]]:
    """What a letter shows."""
    reader = _Read()
    reader.feed(letter_html(letter(of, **values)))
    return reader.texts


class TestLayouts:
    """Each layout has its head, and its foot."""

    def test_official(self) -> None:
        told = read(OFFICIAL)
        assert ("mark", "某区信访局") in told
        assert ("number", "某信〔2026〕3号") in told
        assert ("h1", "关于小区供暖不足的意见书") in told
        assert ("h2", "一、事实和理由") in told
        assert ("text", "室温低于规定的标准。") in told
        assert ("p", "抄送：某区司法局。") in told
        assert ("span", "2026年3月3日印发") in told
        assert not [one for one in told if "附件" in one[1]]

    def test_a_signer_stands_beside_the_number(self) -> None:
        assert ("b", "李某") in read(OFFICIAL, signer="李某")

    def test_letter(self) -> None:
        told = read(LETTER)
        assert [one for one, _ in told if one.startswith("rules")] == ["rules upper", "rules lower"]
        assert ("p", "抄送：某区司法局。") in told
        assert not [one for one in told if "印发" in one[1]]

    def test_a_form_has_no_head(self) -> None:
        told = read(TABLE_FORM)
        assert not [one for one in told if one[0] in {"mark", "imprint", "number"}]
        assert ("th", "信访件编号") in told
        assert ("td", "某信〔2026〕3号") in told
        assert ("room", "小区供暖不足") in told
        assert ("room", "经查，二次管网老化。\n室温低于规定的标准。") in told
        assert ("room", "委托人（签名）") in told

    def test_without_an_imprint(self) -> None:
        of = form(without=("copies", "printed_by"))
        assert not [one for one in read(of) if one[0] == "imprint"]

    @pytest.mark.parametrize("layout", LetterLayout)
    def test_measures_stand_in_the_style(self, layout: LetterLayout) -> None:
        page = letter_html(letter(form(layout)))
        assert "margin: 37mm 26mm 35mm 28mm" in page
        assert "$" not in page
        assert page == letter_html(letter(form(layout)))

    def test_what_made_it_stands_below_and_is_not_printed(self) -> None:
        assert ("made-by", "办法：national@2022-05-01") in read(OFFICIAL)
        assert ".made-by { display: none; }" in letter_html(letter(OFFICIAL))


class TestValuesStayValues:
    """Whatever a value holds, it is text."""

    @given(words=st.text(max_size=30) | st.sampled_from(["<script>", "{{ issuer }}", "𠮷", "&lt;"]))
    @settings(max_examples=50, deadline=None)
    def test_in_every_place(self, words: str) -> None:
        given_words = legal(words).strip()
        told = read(OFFICIAL, matter=f"甲{given_words}乙", facts=(f"丙{given_words}丁",))
        assert ("h1", f"关于甲{given_words}乙的意见书") in told
        assert ("text", f"丙{given_words}丁") in told
