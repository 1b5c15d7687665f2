"""A document as Markdown, read back by two readers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import example, given
from markdown import markdown as of_mkdocs
from markdown_it import MarkdownIt

from written_documents import WORDS, document, everything, inside, read, squeezed
from xinfang_core.documents.blocks import Heading, Items, Paragraph, Picture, Run, Table
from xinfang_core.documents.writers.markdown import markdown
from xinfang_core.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Callable

Reads: TypeAlias = "Callable[[str], str]"


def as_mkdocs(words: str) -> str:
    return str(of_mkdocs(words, extensions=["attr_list", "tables", "toc"]))


def as_github(words: str) -> str:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(reader.render(words))


READERS = pytest.mark.parametrize("reads", [as_mkdocs, as_github])


@READERS
class TestWhateverTheWordsAre:
    """They stand in the page as words."""

    @given(WORDS)
    def test_every_block_is_what_it_was(self, reads: Reads, words: str) -> None:
        words = f"{words}甲"
        found = read(reads(markdown(document(*everything(words), title=words))))
        tags = [tag for open_ones, _ in found.texts for tag in open_ones]
        assert {"h1", "h2", "h3", "ol", "ul", "table", "details", "svg"} <= set(tags)
        assert not {"pre", "code", "hr", "del", "img", "blockquote", "em", "b"} & set(tags)

    @given(WORDS)
    @example("\r-")
    @example(" 1. 甲")
    def test_a_paragraph_says_what_it_said(self, reads: Reads, words: str) -> None:
        found = read(reads(markdown(document(Paragraph(f"甲{words}乙")))))
        assert inside(found, "p") == squeezed(f"甲{words}乙")
        found = read(reads(markdown(document(Paragraph(words), Heading(4, "完")))))
        assert inside(found, "p") == squeezed(words)

    @given(WORDS)
    def test_an_item_of_a_list_too(self, reads: Reads, words: str) -> None:
        found = read(reads(markdown(document(Items((words, "乙"))))))
        assert inside(found, "li") == squeezed(f"{words}乙")

    @given(WORDS)
    def test_a_heading_too(self, reads: Reads, words: str) -> None:
        found = read(reads(markdown(document(Heading(3, f"甲{words}")))))
        assert inside(found, "h4") == squeezed(f"甲{words}")

    @given(WORDS)
    def test_no_column_ends_in_a_cell(self, reads: Reads, words: str) -> None:
        table = Table((words, "数"), ((words, "1"), ("乙", words)))
        page = reads(markdown(document(table)))
        found = read(page)
        assert inside(found, "table") == squeezed(
            f"{words}数{words}1乙{words}项目内容办法jiuyuan@2025-01-01摘要{'ab' * 32}读者公众"
        )
        assert page.count("<th") == page.count("<thead>") + 4
        assert page.count("<td") == 4 + 6


class TestMarks:
    """What no two readers write alike is written in tags."""

    def test_they_hold_between_characters_of_chinese(self) -> None:
        words = (
            Run("第"),
            Run("（十）", strong=True),
            Run("条"),
            Run("解释", badge=Basis.interpreted),
        )
        assert markdown(document(Paragraph(words))).splitlines()[2] == (
            '第<strong>（十）</strong>条<span class="badge interpreted">〔解释〕</span>'
        )

    def test_runs_keep_the_blank_between_them(self) -> None:
        words = (Run("a "), Run("b", strong=True), Run(" "), Run("c"))
        assert markdown(document(Paragraph(words))).splitlines()[2] == "a <strong>b</strong> c"

    def test_anchors_are_tags_or_attributes(self) -> None:
        heading = document(Heading(1, "受理", "accept"), Paragraph((Run("见", link="accept"),)))
        assert '## <a id="accept"></a>受理\n\n<a href="#accept">见</a>' in markdown(heading)
        assert "## 受理 {#accept}\n" in markdown(heading, attributes=True)

    @READERS
    def test_two_lists_are_two(self, reads: Reads) -> None:
        page = reads(markdown(document(Items(("甲",), numbered=True), Items(("乙",)))))
        assert (page.count("<ol>"), page.count("<ul>")) == (1, 1)

    def test_a_caption_stands_above_its_table(self) -> None:
        told = markdown(document(Table(("项",), (("甲",),), {0: "centre"}, "期限")))
        assert "<strong>期限</strong>\n\n| 项 |\n| :---: |\n| 甲 |\n" in told

    def test_a_picture_says_what_it_shows(self) -> None:
        told = markdown(document(Picture("<svg>\n \n</svg>", '"流程"\n图')))
        look = 'class="picture" role="group" aria-label="&quot;流程&quot; 图"'
        assert f"\n\n<div {look}><svg>\n</svg></div>\n\n" in told

    def test_it_ends_with_what_made_it(self) -> None:
        assert markdown(document()) == (
            "# 规则手册\n\n## 制作依据\n\n| 项目 | 内容 |\n| --- | --- |\n"
            f"| 办法 | jiuyuan@2025-01-01 |\n| 摘要 | {'ab' * 32} |\n| 读者 | 公众 |\n"
        )
