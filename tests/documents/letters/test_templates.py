"""The templates that ship: the three layouts, as Word's own terms say them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from letters_made import TABLE, TABLE_FORM, form
from xinfang_core.documents.letters.form import Part
from xinfang_core.documents.letters.measures import fonts
from xinfang_core.documents.letters.template_checks import checked_template
from xinfang_core.documents.letters.templates import default_template
from xinfang_core.vocabulary import LetterLayout

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.text.paragraph import Paragraph

RED = RGBColor(255, 0, 0)
ROUNDED = Pt(0.05)


def opened(layout: LetterLayout, *without: str) -> Opened:
    return Document(io.BytesIO(default_template(form(layout, without=without))))


def texts(document: Opened) -> list[str]:
    return [one.text for one in document.paragraphs]


def font_of(document: Opened, style: str) -> str:
    found = document.styles[style].element.find(f".//{qn('w:rFonts')}")
    return str(found.get(qn("w:eastAsia")))


def thickness(paragraph: Paragraph) -> int:
    """How thick the line below a paragraph is."""
    line = paragraph.paragraph_format.element.find(f".//{qn('w:bottom')}")
    return int(line.get(qn("w:sz")))


@pytest.mark.parametrize("layout", LetterLayout)
class TestEveryLayout:
    """What the layouts share."""

    def test_margins_of_the_standard(self, layout: LetterLayout) -> None:
        section = opened(layout).sections[0]
        told = (
            *(section.page_width, section.page_height, section.top_margin),
            *(section.bottom_margin, section.left_margin, section.right_margin),
        )
        for one, wanted in zip(told, (210, 297, 37, 35, 28, 26), strict=True):
            assert one is not None
            assert abs(one - Mm(wanted)) < ROUNDED

    def test_text_in_lines_of_28_points(self, layout: LetterLayout) -> None:
        document = opened(layout)
        style = document.styles["公文正文"]
        assert style.font.size == Pt(16)
        assert style.paragraph_format.line_spacing_rule is WD_LINE_SPACING.EXACTLY
        assert style.paragraph_format.line_spacing == Pt(28)
        indent = style.element.find(f".//{qn('w:ind')}")
        assert indent.get(qn("w:firstLineChars")) == "200"
        assert font_of(document, "Normal") == "仿宋_GB2312"

    def test_title_and_headings(self, layout: LetterLayout) -> None:
        document = opened(layout)
        assert document.styles["Title"].font.size == Pt(22)
        assert font_of(document, "Title") == "方正小标宋简体"
        assert font_of(document, "Heading 1") == "黑体"
        assert document.styles["Heading 1"].paragraph_format.keep_with_next

    def test_the_fonts_are_those_that_are_told(self, layout: LetterLayout) -> None:
        content = default_template(form(layout))
        found = {
            one.get(qn(f"w:{key}"))
            for style in Document(io.BytesIO(content)).styles
            for one in style.element.iter(qn("w:rFonts"))
            for key in ("ascii", "eastAsia")
        }
        assert found <= {one.name for one in fonts()}

    def test_it_passes_the_checks_of_any_template(self, layout: LetterLayout) -> None:
        of = form(layout)
        checked_template(default_template(of), "", of)

    def test_bytes_are_the_same_twice(self, layout: LetterLayout) -> None:
        assert default_template(form(layout)) == default_template(form(layout))


class TestOfficial:
    """公文格式."""

    def test_the_mark_is_red_and_in_the_middle_and_a_red_line_below_the_number(self) -> None:
        document = opened(LetterLayout.official)
        mark = document.paragraphs[0]
        assert mark.text == "{{ issuer }}"
        assert mark.style is not None
        assert mark.style.font.color.rgb == RED
        assert mark.style.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.CENTER
        number = next(one for one in document.paragraphs if one.text == "{{ number }}")
        assert 'w:color="FF0000"' in number.paragraph_format.element.xml

    def test_without_a_signer(self) -> None:
        told = texts(opened(LetterLayout.official, "signer"))
        assert not [one for one in told if "signer" in one]

    def test_page_numbers_are_outside(self) -> None:
        section = opened(LetterLayout.official).sections[0]
        odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
        assert odd.alignment is WD_ALIGN_PARAGRAPH.RIGHT
        assert even.alignment is WD_ALIGN_PARAGRAPH.LEFT
        assert odd.text.startswith("— ")
        assert opened(LetterLayout.official).settings.odd_and_even_pages_header_footer

    def test_the_seal_has_room_and_is_not_drawn(self) -> None:
        document = opened(LetterLayout.official)
        assert document.styles["落款"].paragraph_format.space_before == Pt(56)
        assert document.styles["成文日期"].paragraph_format.space_after == Pt(28)
        assert document.styles["落款"].paragraph_format.keep_with_next
        assert not document.inline_shapes

    @pytest.mark.parametrize(
        ("without", "copies", "printed"),
        [
            ((), 1, 2),
            (("copies",), 0, 1),
            (("printed_by",), 1, 0),
            (("copies", "printed_by"), 0, 0),
        ],
    )
    def test_the_imprint(self, without: tuple[str, ...], copies: int, printed: int) -> None:
        told = texts(opened(LetterLayout.official, *without))
        assert told.count("抄送：{{ copies }}。") == copies
        assert told.count("\t{{ printed_by }}\t{{ printed_on }}印发") == printed


class TestLetter:
    """信函格式."""

    def test_head_and_red_lines_on_the_first_page_alone(self) -> None:
        section = opened(LetterLayout.letter).sections[0]
        assert section.different_first_page_header_footer
        head = section.first_page_header.paragraphs
        assert head[0].text == "{{ issuer }}"
        assert thickness(head[0]) > thickness(head[1])
        feet = section.first_page_footer.paragraphs
        assert thickness(feet[0]) < thickness(feet[1])
        assert not "".join(one.text for one in feet)
        assert section.header_distance is not None
        assert abs(section.header_distance - Mm(30)) < ROUNDED
        assert section.footer_distance is not None
        assert abs(section.footer_distance - Mm(20)) < ROUNDED

    def test_the_number_stands_to_the_right(self) -> None:
        number = opened(LetterLayout.letter).paragraphs[0]
        assert number.text == "{{ number }}"
        assert number.alignment is WD_ALIGN_PARAGRAPH.RIGHT

    def test_copies_without_lines_and_printer(self) -> None:
        told = texts(opened(LetterLayout.letter))
        assert "抄送：{{ copies }}。" in told
        assert not [one for one in told if "印发" in one]


class TestForm:
    """表格."""

    def test_black_and_without_a_head(self) -> None:
        document = Document(io.BytesIO(default_template(TABLE_FORM)))
        assert document.paragraphs[0].text == "关于{{ matter }}的意见书"
        assert "{{ issuer }}" not in texts(document)
        assert b"FF0000" not in document.element.xml.encode()

    def test_cells_are_joined_labelled_and_high(self) -> None:
        (table,) = Document(io.BytesIO(default_template(TABLE_FORM))).tables
        assert [one.text for one in table.rows[1].cells] == ["委托事项", *("{{ matter }}",) * 3]
        label, value = table.rows[0].cells[:2]
        assert label.paragraphs[0].style is not None
        assert label.paragraphs[0].style.name == "表格栏目"
        assert value.paragraphs[0].style is not None
        assert value.paragraphs[0].style.name == "表格内容"
        assert table.rows[1].height == Pt(5 * 20 + 6)
        room = table.rows[3].cells[0].paragraphs[0].style
        assert room is not None
        assert room.name == "表格内容"

    def test_a_table_without_heights(self) -> None:
        of = form(LetterLayout.form, body=(evolve(TABLE, heights=()), Part("note", "完")))
        (table,) = Document(io.BytesIO(default_template(of))).tables
        assert {row.height for row in table.rows} == {Pt(26)}
