"""Documents to be written, and what stands in a page of HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from xinfang_core.documents.blocks import (
    Bar,
    Bars,
    Document,
    Draft,
    Heading,
    Items,
    Paragraph,
    Picture,
    Run,
    Table,
)
from xinfang_core.vocabulary import Audience, Basis

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Block

VOID = frozenset({"br", "col", "meta"})

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30">'
    "\n\n<text>流程</text></svg>"
)

WORDS = st.text(max_size=40) | st.lists(
    st.sampled_from(
        [
            *("|", "\\", "`", "*", "_", "#", "-", "1.", "1)", "+", "===", "---", "> ", "!", ":::"),
            *("{", "}", "{{ x }}", "{: .a}", "{#a}", "[a](b)", "![a](b)", "<b>", "</td>", "<!--"),
            *("&amp;", "&#65;", "~~", "$", "http://a.cn/_b_", "\n", "\n\n", "\t", "    ", " "),
            *("\r\n", "\r", "\x00", "\x02", "\x1b", "\x85", "\u2028", "\u200f", "\u202e", "\ud800"),
            *(
                "\ufffe",
                "\ufeff",
                "𠮷",
                "\u9fff",
                "\U000323af",
                "😀",
                "👨‍👩‍👧",
                "مرحبا",
                "信访",
                "甲乙",
            ),
            *("#include", "#sys.inputs", "@x", "```", "]]>", "'", '"', "%", "[TOC]", "--8<--"),
        ]
    ),
    max_size=8,
).map("".join)
"""Words of any kind, marks of every format among them."""


MADE_BY = (("办法", "jiuyuan@2025-01-01"), ("摘要", "ab" * 32))
"""What made each of them."""


def document(*blocks: Block, title: str = "规则手册", **draft: bool) -> Document:
    """A document of some blocks, for the public."""
    return Document(Draft(title, blocks, MADE_BY, **draft), Audience.public)


def everything(words: str = "甲") -> tuple[Block, ...]:
    """A block of each kind, with the words wherever any may stand."""
    badge = Run(words, badge=Basis.assumed)
    runs = (Run(words), Run(words, strong=True), Run(words, faint=True), badge)
    linked = (Run(words, link="first"), Run(words, link="nowhere"))
    bars = (
        Bar(words, (3, 0), ("3", "0")),
        Bar(words, (None, 1.5), ("", words)),
    )
    rows = ((words, runs), (linked, "末"))
    return (
        Heading(1, words, "first"),
        Heading(2, runs),
        Heading(3, words, "first"),
        Heading(4, words),
        Paragraph(runs),
        Paragraph(linked, is_note=True),
        Items((words, runs)),
        Items((words, "乙"), numbered=True),
        Table((words, "数"), rows, {1: "right"}, words, (3, 1)),
        Table(("项", words), rows, {0: "centre"}, folded=words),
        Bars(words, bars, (words, "上期"), unit="件"),
        Picture(SVG, words, (Paragraph(words),)),
        Paragraph("末段"),
    )


class _Reader(HTMLParser):
    """Reads a page, and sees whether each tag is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag == "br":
            self.handle_data(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.open), data))


def read(page: str) -> _Reader:
    """What stands in a page of HTML, all of whose tags are closed."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


def inside(reader: _Reader, tag: str) -> str:
    """All words within tags of one kind, each blank alike."""
    return squeezed("".join(text for tags, text in reader.texts if tag in tags))


def squeezed(words: str) -> str:
    """Words without their blanks, and without what no file shows."""
    return "".join(sign for sign in words if sign not in UNSEEN and not sign.isspace())


UNSEEN = frozenset(
    map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F)))
) | frozenset(map(chr, (*range(0x2066, 0x206A), 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0xD800)))
