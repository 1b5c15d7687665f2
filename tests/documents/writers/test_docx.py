"""Documents as Word files: what is said stands in them, and they open in LibreOffice."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from docx import Document as Reader
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from libreoffice import as_pdf, pages_of, words_of
from workbooks import parts_of, run_program
from written_documents import MADE_BY, document
from xinfang_core.documents.blocks import (
    Bar,
    Bars,
    Heading,
    Items,
    Paragraph,
    Picture,
    Run,
    Table,
)
from xinfang_core.documents.writers.docx import docx
from xinfang_core.vocabulary import Basis

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as Opened
    from docx.shared import Length
    from docx.table import Table as OpenedTable
    from docx.text.paragraph import Paragraph as OpenedParagraph

    from xinfang_core.documents.blocks import Block

ANY = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    [
        "a\tb\nc",
        "甲\r乙\r\n丙",
        "𠮷\U0002a6d6\u9fff\u9ffc",
        "🙂\u200f\u202e文",
        "</w:t>&<{{ x }}]]>",
        "\x00\ufffe",
    ]
)


def written(
    *blocks: Block, title: str = "规则手册", landscape: bool = False, contents: bool = False
) -> bytes:
    """The file of a document of some blocks."""
    return docx(document(*blocks, title=title, landscape=landscape, contents=contents))


def read(*blocks: Block, title: str = "规则手册", landscape: bool = False) -> Opened:
    """The same, as python-docx reads it."""
    return Reader(io.BytesIO(written(*blocks, title=title, landscape=landscape)))


def body(*blocks: Block, contents: bool = False) -> str:
    """The same, as the XML of its body."""
    return parts_of(written(*blocks, contents=contents))["word/document.xml"].decode()


def told(text: str) -> str:
    """A text as it may come back: what XML does not take is a mark, lines end in LF."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", lines)


def style_of(paragraph: OpenedParagraph) -> str:
    """The name of a paragraph's style."""
    assert paragraph.style is not None
    return paragraph.style.name or ""


def millimetres(length: Length | None) -> int:
    """A length, rounded."""
    assert length is not None
    return round(float(length.mm))


def rows_of(table: OpenedTable) -> list[list[str]]:
    """The words of a table, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]


class TestWords:
    """Whatever words hold, they come back from the file as they were."""

    @given(text=ANY, marked=ANY)
    def test_any_words_stand_in_paragraphs_items_cells_and_bars(
        self, text: str, marked: str
    ) -> None:
        found = read(
            Heading(1, text),
            Paragraph((Run(marked, strong=True), Run(text, faint=True))),
            Items((text,)),
            Table((text,), ((marked,),), caption="表"),
            Bars("图", (Bar(text, (1,), (marked,)),), ("本期",)),
            title=text,
        )
        words, first = told(text), told(marked)
        paragraphs = [one.text for one in found.paragraphs if style_of(one) != "间隔"]
        assert paragraphs == [words, words, first + words, words, "表", "图", "制作依据"]
        table, bars, made_by = found.tables
        assert rows_of(table) == ([[words], [first]] if text else [[first]])
        label, *_, shown = rows_of(bars)[0]
        assert (label, shown) == (words, first or "—")
        assert rows_of(made_by)[1:] == [*map(list, MADE_BY), ["读者", "公众"]]
        assert found.core_properties.title == words

    def test_fifty_thousand_characters_stand_in_one_cell_that_pages_may_part(self) -> None:
        long = "𠮷信访事项" * 10_000 + "\n\t完"
        table = read(Table((), ((long,), ("短",)))).tables[0]
        assert rows_of(table) == [[long], ["短"]]
        whole = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows]  # noqa: SLF001
        assert whole == [False, True]

    def test_blanks_at_the_ends_stay(self) -> None:
        assert read(Paragraph("  甲 ")).paragraphs[1].text == "  甲 "

    def test_marks_that_both_scripts_have_are_taken_from_the_chinese_font(self) -> None:
        xml = body(Paragraph("“甲”"), Paragraph("甲"))
        assert (
            xml.count('<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“')
            == 1
        )
        assert '<w:r><w:t xml:space="preserve">甲</w:t>' in xml

    @pytest.mark.parametrize("basis", Basis)
    def test_a_badge_is_shaded_and_stands_in_brackets(self, basis: Basis) -> None:
        found = read(Paragraph((Run(basis.value, badge=basis),)))
        (run,) = found.paragraphs[1].runs
        assert run.text == f"〔{basis.value}〕"
        assert run._r.find(f".//{qn('w:shd')}") is not None  # noqa: SLF001


class TestPages:
    """A4, with Chinese fonts and page numbers on the outer side."""

    def test_pages_are_a4_upright_or_on_their_side(self) -> None:
        upright, lying = (read(landscape=turned).sections[0] for turned in (False, True))
        for one, size in ((upright, (210, 297)), (lying, (297, 210))):
            assert (millimetres(one.page_width), millimetres(one.page_height)) == size
        assert (upright.orientation, lying.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
        margins = (upright.top_margin, upright.bottom_margin, upright.left_margin)
        assert [*map(millimetres, margins)] == [25, 25, 26]

    def test_page_numbers_stand_to_the_right_on_odd_pages_and_to_the_left_on_even_ones(
        self,
    ) -> None:
        found = read()
        assert found.settings.odd_and_even_pages_header_footer
        section = found.sections[0]
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            (line,) = footer.paragraphs
            assert line._p.xml.count(" PAGE ") == 1  # noqa: SLF001
            assert line._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side  # noqa: SLF001
            assert line.runs[0].font.size.pt == 14

    def test_chinese_and_latin_fonts_are_named(self) -> None:
        parts = parts_of(written())
        styles = parts["word/styles.xml"].decode()
        assert (
            'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"' in styles
        )
        assert 'w:eastAsia="zh-CN"' in styles
        for style in ("Title", "Heading 1", "Caption"):
            assert Reader(io.BytesIO(written())).styles[style].font.size
        assert '<w:altName w:val="仿宋"/>' in parts["word/fontTable.xml"].decode()


class TestHeadings:
    """Headings have their levels; links lead to them."""

    def test_levels_are_those_of_the_outline(self) -> None:
        found = read(*(Heading(level, f"第{level}级") for level in range(1, 5)))
        names = [style_of(one) for one in found.paragraphs[1:5]]
        assert names == [f"Heading {level}" for level in range(1, 5)]
        levels = [
            found.styles[name].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
            for name in names
        ]
        assert levels == ["0", "1", "2", "3"]
        assert all(found.styles[name].paragraph_format.keep_with_next for name in names)

    def test_every_link_leads_to_a_bookmark_that_is_there_once(self) -> None:
        xml = body(
            Paragraph((Run("见甲", link="first"), Run("见无", link="nowhere"))),
            Heading(1, (Run("乙", link="first"),), "other"),
            Heading(2, "甲", "first"),
            Heading(2, "又甲", "first"),
            contents=True,
        )
        bookmarks = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/>', xml)
        assert bookmarks == [(f"{n}", f"heading_{n}") for n in (1, 2, 3)]
        assert re.findall(r'w:anchor="(\w+)"', xml) == [
            *("heading_2", "heading_1", "heading_2", "heading_3"),
            "heading_2",
        ]
        assert "见无" in xml

    def test_contents_list_two_levels_before_the_first_heading(self) -> None:
        blocks = (Paragraph("说明"), Heading(1, "甲"), Heading(3, "丙"), Heading(2, "乙"))
        xml = body(*blocks, contents=True)
        listed = re.findall(
            r'<w:pStyle w:val="(\w+)"/></w:pPr>(?:<w:r><w:fldChar.*?)?<w:hyperlink', xml
        )
        assert listed == ["TOC1", "TOC2"]
        assert xml.index("说明") < xml.index("目录") < xml.index('"Heading1"')
        kinds = re.findall(r'w:fldCharType="(\w+)"', xml)
        assert kinds == ["begin", "separate", "end"]

    def test_without_headings_or_unasked_there_are_no_contents(self) -> None:
        assert "目录" not in body(Heading(3, "丙"), contents=True) + body(Heading(1, "甲"))


class TestLists:
    """Bullets, and counted lists that each begin at 1."""

    def test_each_counted_list_is_one_of_its_own(self) -> None:
        counted = Items(("甲", "乙"), numbered=True)
        xml = body(counted, Items(("丙",)), counted)
        assert re.findall(r'<w:numId w:val="(\d)"/>', xml) == ["2", "2", "1", "3", "3"]
        parts = parts_of(written(counted, Items(("丙",)), counted))
        numbering = parts["word/numbering.xml"].decode()
        assert re.findall(r'<w:num w:numId="(\d)">', numbering) == ["1", "2", "3"]
        assert numbering.count("<w:startOverride") == 2


class TestTables:
    """Heads on each page, rows that stay whole, columns with sides and widths."""

    def test_heads_are_repeated_and_rows_are_not_parted(self) -> None:
        (table, _) = read(Table(("甲", "乙"), (("1", "2"), ("3",)))).tables
        assert rows_of(table) == [["甲", "乙"], ["1", "2"], ["3", ""]]
        first, *others = (row._tr.trPr for row in table.rows)  # noqa: SLF001
        assert first.find(qn("w:tblHeader")) is not None
        assert all(one.find(qn("w:tblHeader")) is None for one in others)
        assert all(one.find(qn("w:cantSplit")) is not None for one in (first, *others))

    def test_columns_stand_where_they_are_told_to(self) -> None:
        (table, _) = read(Table((), (("甲", "1", "乙"),), {1: "right", 2: "centre"})).tables
        sides = [cell.paragraphs[0].alignment for cell in table.rows[0].cells]
        assert [side and side.name for side in sides] == [None, "RIGHT", "CENTER"]

    @pytest.mark.parametrize(
        ("widths", "shares"), [((1, 3), [25, 75]), ((), [26, 74]), ((0, 0), [26, 74])]
    )
    def test_widths_are_as_told_or_as_the_words_need(
        self, widths: tuple[int, ...], shares: list[int]
    ) -> None:
        (table, _) = read(
            Table(("日期", "说明"), (("2026年1月5日（一）", "长" * 90),), widths=widths)
        ).tables
        found = [column.width for column in table.columns]
        assert [round(100 * one / sum(found)) for one in found] == shares
        assert round(sum(found) / 36000) == 160

    def test_a_caption_or_what_a_fold_says_stands_above(self) -> None:
        xml = body(Table(("甲",), (), caption="题"), Table(("甲",), (), folded="一月", caption=""))
        assert re.findall(r'"Caption"/></w:pPr><w:r><w:t xml:space="preserve">(\w+)', xml)[:2] == [
            "题",
            "一月",
        ]

    def test_what_a_fold_says_is_not_said_twice_below_a_heading(self) -> None:
        folded = Table(("甲",), (), folded="一月")
        found = read(Heading(2, "一月"), Paragraph("说明"), folded, Heading(2, "二月"), folded)
        captions = [one.text for one in found.paragraphs if style_of(one) == "Caption"]
        assert captions == ["一月", "制作依据"]

    def test_a_table_of_nothing_is_none(self) -> None:
        assert len(read(Table((), ()), Table((), ((),))).tables) == 1

    def test_what_is_too_long_for_one_table_is_several_with_the_same_head(self) -> None:
        tables = read(Table(("号",), tuple((f"{n}",) for n in range(1001)))).tables[:-1]
        assert [len(one.rows) for one in tables] == [501, 501, 2]
        assert [one.cell(1, 0).text for one in tables] == ["0", "500", "1000"]
        assert {one.cell(0, 0).text for one in tables} == {"号"}

    def test_what_is_too_wide_for_one_table_is_several_with_the_same_first_column(self) -> None:
        heads = tuple(f"栏{n}" for n in range(130))
        sides = {0: "right", 60: "right"}
        tables = read(Table(heads, (heads,), sides, widths=(1,) * 130)).tables[:-1]  # type: ignore[arg-type]
        assert [len(one.columns) for one in tables] == [60, 60, 12]
        found = [[cell.text for cell in one.rows[1].cells] for one in tables]
        assert [one[0] for one in found] == ["栏0"] * 3
        assert tuple(name for one in found for name in one[1:]) == heads[1:]
        aligned = [
            [at for at, cell in enumerate(one.rows[1].cells) if cell.paragraphs[0].alignment]
            for one in tables
        ]
        assert aligned == [[0], [0, 1], [0]]


class TestLongLabels:
    """A row that no page parts and that is higher than a page hangs LibreOffice."""

    def test_the_label_of_a_bar_is_cut(self) -> None:
        bars = (Bar("长" * 50_000, (1,), ("1",)), Bar("乙" * 100, (2,), ("2",)))
        plot = read(Bars("图", bars, ("本期",)))
        labels = [rows_of(plot.tables[0])[at][0] for at in (0, 1)]
        assert labels == ["长" * 100 + "…", "乙" * 100]


class TestBars:
    """A bar is as many shaded columns as its length asks for."""

    def spans(self, plot: Bars) -> list[list[int]]:
        """How many columns each shaded cell takes, row by row."""
        table = read(plot).tables[0]
        return [
            [
                one.grid_span
                for one in row._tr.tc_lst  # noqa: SLF001
                if one.tcPr.find(qn("w:shd")) is not None
            ]
            for row in table.rows
        ]

    def test_the_longest_bar_is_the_axis_unless_that_is_longer(self) -> None:
        bars = tuple(Bar("甲", (value,), (f"{value}",)) for value in (10, 5, 0, 0.01))
        assert self.spans(Bars("图", bars, ("本期",))) == [[50], [25], [], [1]]
        assert self.spans(Bars("图", bars, ("本期",), most=100)) == [[5], [2], [], [1]]
        assert self.spans(Bars("图", bars, ("本期",), most=5)) == [[50], [25], [], [1]]

    def test_of_two_series_each_has_its_shade_and_both_one_label(self) -> None:
        plot = Bars("期限", (Bar("甲", (2, None), ("2件", "")),), ("本期", "上期"), unit="件")
        found = read(plot)
        assert [one.text for one in found.paragraphs[1:3]] == [
            "期限（件）",
            "\u3000 本期\u3000\u3000 上期\u3000",
        ]
        rows = rows_of(found.tables[0])
        assert [(one[0], one[-1]) for one in rows] == [("甲", "2件"), ("甲", "—")]
        assert self.spans(plot) == [[50], []]

    def test_where_nothing_has_a_length_there_are_no_bars(self) -> None:
        assert self.spans(Bars("图", (Bar("甲", (None,), ("无",)),), ("本期",))) == [[]]
        assert len(read(Bars("图", (), ("本期",))).tables) == 1

    def test_few_bars_stay_on_one_page_and_many_do_not(self) -> None:
        few, many = (
            read(Bars("图", (Bar("甲", (None,), ("－",)),) * count, ("本期",))).tables[0]
            for count in (30, 31)
        )
        assert few.cell(0, 0).paragraphs[0].style.paragraph_format.keep_with_next
        assert not many.cell(0, 0).paragraphs[0].style.paragraph_format.keep_with_next


class TestPictures:
    """Word draws none of ours: what stands in their place is written."""

    def test_what_stands_in_the_place_of_a_picture_is_written(self) -> None:
        inside = Picture("<svg/>", "内图", (Items(("甲",), numbered=True),))
        found = read(Picture("<svg/>", "外图", (inside, Paragraph("乙"))))
        assert [one.text for one in found.paragraphs[1:3]] == ["甲", "乙"]
        assert '<w:num w:numId="2">' in parts_of(written(inside))["word/numbering.xml"].decode()

    def test_what_a_picture_shows_is_told_where_nothing_does(self) -> None:
        assert read(Picture("<svg/>", "登记后受理")).paragraphs[1].text == "登记后受理"


MANY = Table(
    ("号", "说明"), tuple((f"第{n}号", "长" * (n % 90)) for n in range(120)), caption="台账"
)
WHOLE = (
    Paragraph(
        (Run("见", strong=True), Run("甲", link="first"), Run("解释", badge=Basis.interpreted))
    ),
    Heading(1, "第一章", "first"),
    MANY,
    Items(("子", "丑"), numbered=True),
    Bars("图", (Bar("住建局", (3, 2), ("3件", "2件")),), ("本期", "上期")),
    Heading(2, "末节\u200f🙂𠮷"),
)


class TestBytes:
    """Nothing of the clock, the machine or chance is in the file."""

    def test_two_processes_write_the_same(self) -> None:
        program = (
            "import sys; from xinfang_core.documents.blocks import *\n"
            "from xinfang_core.documents.writers.docx import docx\n"
            "from xinfang_core.vocabulary import Audience\n"
            "blocks = (Heading(1, '甲', 'a'), Table(('乙',), (('丙',),)), Items(('丁',), True))\n"
            "draft = Draft('题', blocks, (('办法', '一'),), contents=True)\n"
            "sys.stdout.buffer.write(docx(Document(draft, Audience.public)))"
        )
        first, other = (
            run_program(program, PYTHONHASHSEED=seed, TZ=zone)
            for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York"))
        )
        assert first == other
        assert next(iter(parts_of(first))) == "[Content_Types].xml"

    def test_a_changed_word_changes_the_body_alone(self) -> None:
        before, after = (parts_of(written(*WHOLE, Paragraph(word))) for word in ("甲", "乙"))
        assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


def test_libreoffice_opens_it_and_prints_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "手册.docx"
    path.write_bytes(written(*WHOLE, contents=True))
    pdf = as_pdf(path, tmp_path)
    last = pages_of(pdf)
    assert last > 3
    for page in (2, last - 1):
        assert "说明" in words_of(pdf, page)
        assert f"—{page}—" in words_of(pdf, page).replace(" ", "")
    # Where the last page begins depends on the fonts that are there.
    first, end = words_of(pdf, 1), words_of(pdf, last - 1) + words_of(pdf, last)
    assert all(word in first for word in ("规则手册", "目录", "〔解释〕", "第一章", "末节"))
    assert all(word in end for word in ("末节", "𠮷", "制作依据"))
