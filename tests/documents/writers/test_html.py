"""A document as a page of HTML."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from hypothesis import given

from written_documents import WORDS, document, everything, inside, read, squeezed
from xinfang_core.documents.blocks import Heading, Items, Paragraph, Run, Table
from xinfang_core.documents.writers.html import html
from xinfang_core.vocabulary import Basis


class TestWhateverTheWordsAre:
    """They stand in the page as words, and every tag is closed."""

    @given(WORDS)
    def test_in_every_block(self, words: str) -> None:
        found = read(html(document(*everything(words), title=words, contents=True)))
        assert inside(found, "h1") == squeezed(words)
        assert inside(found, "caption") == squeezed(words)
        assert inside(found, "summary") == squeezed(f"目录{words}")
        assert inside(found, "ol") == squeezed(f"{words}乙")
        assert inside(found, "strong") == squeezed(words * 6)

    @given(WORDS)
    def test_no_tag_and_no_attribute_is_theirs(self, words: str) -> None:
        usual, found = (
            read(html(document(*everything(one), contents=True))) for one in ("甲", words or "乙")
        )
        names = [[(tag, name) for tag, name, _ in one.attributes] for one in (usual, found)]
        assert set(names[1]) <= set(names[0])
        # The script is the same whatever stands beside it.
        assert inside(usual, "script") == inside(found, "script")


class TestThePage:
    """One file, which fetches nothing."""

    def test_it_names_nothing_outside_itself(self) -> None:
        page = html(document(*everything(), contents=True))
        found = re.findall(r'(?:src|href)="([^"]*)"|url\(|@import', page)
        assert all(link.startswith("#") for link in found)

    def test_the_browser_runs_nothing_but_its_own_script(self) -> None:
        page = html(document())
        [script] = re.findall("<script>(.*)</script>", page)
        digest = b64encode(sha256(script.encode()).digest()).decode()
        assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:; " in page
        assert f"script-src 'sha256-{digest}'" in page

    def test_its_paper_lies_on_its_side_where_it_is_to(self) -> None:
        assert "@page { size: A4 landscape;" in html(document(landscape=True))
        assert "@page { size: A4 portrait;" in html(document())


class TestBlocks:
    """Each as browsers know it."""

    def test_contents_lead_to_the_headings_of_two_levels(self) -> None:
        blocks = (Heading(1, "甲\n乙", "one"), Heading(2, "丙"), Heading(3, "丁"))
        page = html(document(*blocks, contents=True))
        assert re.findall('<a class="level-(.)" href="#(.*)">(.*)</a>', page) == [
            ("1", "one", "甲 乙"),
            ("2", "part-2", "丙"),
        ]
        assert '<h3 id="part-2">丙</h3>' in page
        assert "<nav" not in html(document(*blocks))

    def test_badges_are_told_in_words_too(self) -> None:
        words = (Run("15天"), Run("推定", badge=Basis.assumed))
        assert '<p>15天<span class="badge assumed">〔推定〕</span></p>' in html(
            document(Paragraph(words))
        )

    def test_notes_lists_and_pages(self) -> None:
        page = html(document(Paragraph("注", is_note=True), Items(("甲",), numbered=True)))
        assert '<p class="note">注</p>\n<ol><li>甲</li></ol>' in page

    def test_a_table_with_its_widths(self) -> None:
        page = html(document(Table(("项", "数"), (("甲", "1"),), {1: "right"}, widths=(3, 1))))
        assert (
            '<div class="table"><table>\n<colgroup><col style="width:75.00%">'
            '<col style="width:25.00%"></colgroup>\n'
            '<thead><tr><th>项</th><th class="right">数</th></tr></thead>\n<tbody>\n'
            '<tr><td>甲</td><td class="right">1</td></tr>\n</tbody>\n</table></div>'
        ) in page

    def test_of_many_columns_it_is_moved_by_itself_on_a_telephone(self) -> None:
        assert '<div class="table wide"><table>' in html(document(Table(tuple("甲乙丙丁戊"), ())))
