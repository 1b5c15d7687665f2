"""Letters on paper, as LibreOffice prints them: measured on the page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

from letter_samples import sample_letter
from letters_made import TABLE_FORM, form, letter
from libreoffice import as_pdfs, boxes_of
from xinfang_core.documents.letters.filling import filled
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.measures import points
from xinfang_core.documents.letters.templates import default_template
from xinfang_core.vocabulary import LetterKind, LetterLayout

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.documents.letters.letter import Letter

LONG = (
    "经查，该小区供暖由某热力公司负责，二次管网老化，室温低于规定的标准，已责成限期更换，并逐户测温。"
    * 12
)
FORMS = {
    "official": form(),
    "letter": form(LetterLayout.letter),
    "form": TABLE_FORM,
}
_WORD = re.compile(
    r'<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)</word>'
)
MILLIMETRE = 72 / 25.4
NEAR = 1.5 * MILLIMETRE
"""As the standard allows for cutting the paper, near enough."""


@frozen
class Word:
    """Words on a page; from the left and the upper edge of the paper, in points."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """The words of the pages of a letter in each layout."""
    made = {name: letter(of, facts=(LONG, LONG)) for name, of in FORMS.items()}
    return _printed(made, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """The same of the golden letter of every kind."""
    made = {kind.name: sample_letter(kind) for kind in LetterKind}
    return _printed(made, tmp_path_factory.mktemp("golden"))


def _printed(letters: dict[str, Letter], folder: Path) -> dict[str, list[list[Word]]]:
    paths = [folder / f"{name}.docx" for name in letters]
    for path, one in zip(paths, letters.values(), strict=True):
        path.write_bytes(filled(one, default_template(one.form), ""))
    return {path.stem: _words(path) for path in as_pdfs(paths, folder)}


def _words(path: Path) -> list[list[Word]]:
    return [
        [_word(*one) for one in _WORD.findall(page)] for page in boxes_of(path).split("<page ")[1:]
    ]


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    return Word(float(left), float(top), float(right), float(bottom), text)


def the(words: list[Word], text: str) -> Word:
    return next(one for one in words if text in one.text)


def pitches(words: list[Word]) -> list[float]:
    """From line to line, where the lines of a long text stand."""
    tops = sorted({round(one.middle, 1) for one in words if len(one.text) > 20})
    return [below - above for above, below in pairwise(tops)]


@pytest.mark.parametrize("name", ["official", "letter"])
class TestText:
    """The text stands within the margins, in lines of 28 points and 28 characters."""

    def test_margins(self, pages: dict[str, list[list[Word]]], name: str) -> None:
        words = [one for page in pages[name] for one in page if len(one.text) > 20]
        assert min(one.left for one in words) == pytest.approx(28 * MILLIMETRE, abs=NEAR)
        assert max(one.right for one in words) == pytest.approx(184 * MILLIMETRE, abs=NEAR)
        second = [one for one in pages[name][1] if len(one.text) > 20]
        assert min(one.middle for one in second) == pytest.approx(
            37 * MILLIMETRE + points("pitch") / 2, abs=2 * NEAR
        )

    def test_lines(self, pages: dict[str, list[list[Word]]], name: str) -> None:
        lines = [one for page in pages[name] for one in page if one.text in LONG * 2]
        assert max(len(one.text) for one in lines) == 28
        assert set(map(round, pitches(pages[name][0]))) == {28}

    def test_page_numbers(self, pages: dict[str, list[list[Word]]], name: str) -> None:
        second = [one for one in pages[name][1] if one.middle > 262 * MILLIMETRE]
        assert [one.text for one in second] == ["—", "2", "—"]
        assert second[0].left == pytest.approx(28 * MILLIMETRE + 14, abs=NEAR)
        assert second[0].middle == pytest.approx((297 - 35 + 7) * MILLIMETRE, abs=NEAR)
        first = [one.text for one in pages[name][0] if one.middle > 262 * MILLIMETRE]
        assert first == (["—", "1", "—"] if name == "official" else [])


class TestHeads:
    """The mark of the issuer stands where its layout wants it."""

    @pytest.mark.parametrize(("name", "above"), [("official", 37 + 35), ("letter", 30)])
    def test_the_mark(self, pages: dict[str, list[list[Word]]], name: str, above: float) -> None:
        mark = the(pages[name][0], "某区信访局")
        wanted = above * MILLIMETRE + points("mark_size") / 2
        assert mark.middle == pytest.approx(wanted, abs=2 * NEAR)
        assert (mark.left + mark.right) / 2 == pytest.approx(106 * MILLIMETRE, abs=NEAR)

    def test_a_form_begins_with_its_title(self, pages: dict[str, list[list[Word]]]) -> None:
        title, *_, number, count = pages["form"][0]
        assert title.text == "关于小区供暖不足的意见书"
        assert (number.text, count.text[:1]) != ("—", "—")


class TestFoot:
    """The imprint stands at the foot of the last page, with room for the seal above it."""

    def test_the_imprint(self, pages: dict[str, list[list[Word]]]) -> None:
        last = pages["official"][-1]
        assert the(last, "印发").middle == pytest.approx(262 * MILLIMETRE - 12, abs=2 * NEAR)
        assert the(last, "抄送").middle < the(last, "印发").middle
        assert the(pages["letter"][-1], "抄送").middle == pytest.approx(
            262 * MILLIMETRE - 12, abs=2 * NEAR
        )

    def test_the_date_stands_four_characters_from_the_right_below_the_signature(
        self, pages: dict[str, list[list[Word]]]
    ) -> None:
        last = pages["official"][-1]
        signed, year, day = the(last, "某区信访局"), the(last, "2026"), the(last, "日")
        assert day.right == pytest.approx(184 * MILLIMETRE - 64, abs=3 * NEAR)
        assert (signed.left + signed.right) / 2 == pytest.approx(
            (year.left + day.right) / 2, abs=NEAR
        )
        assert signed.middle - the(last, "特此告知").middle == pytest.approx(84, abs=2)


SIGNED = [one for one in LetterKind if form_of(one).layout is not LetterLayout.form]


class TestGolden:
    """Every kind of letter, as its golden case fills it in."""

    @pytest.mark.parametrize("kind", LetterKind)
    def test_nothing_stands_outside_of_the_margins(
        self, golden: dict[str, list[list[Word]]], kind: LetterKind
    ) -> None:
        words = [one for page in golden[kind.name] for one in page]
        assert min(one.left for one in words) > 20 * MILLIMETRE
        # A mark may hang over: LibreOffice has it so.
        assert max(one.right for one in words) < 190 * MILLIMETRE + points("text_size")
        assert max(one.bottom for one in words) < 275 * MILLIMETRE

    @pytest.mark.parametrize("kind", SIGNED)
    def test_the_signature_stands_below_words_of_the_letter(
        self, golden: dict[str, list[list[Word]]], kind: LetterKind
    ) -> None:
        signature = sample_letter(kind).values["signature"]
        pages = [page for page in golden[kind.name] if signature in {one.text for one in page}]
        (*_, signed) = (one for one in pages[-1] if one.text == signature)
        above = [one for one in pages[-1] if one.bottom < signed.top]
        assert min(one.left for one in above) < 45 * MILLIMETRE
        assert signed.top - max(one.bottom for one in above) > points("seal_above") / 2
