"""Letters filled into templates: what is given stands there, and nothing else happens."""

from __future__ import annotations

import io
from importlib import util
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from letters_made import (
    TABLE_FORM,
    form,
    letter,
    office_template,
    parts_of,
    with_body,
    with_parts,
)
from xinfang_core.documents.letters import template_checks
from xinfang_core.documents.letters.filling import filled
from xinfang_core.documents.letters.form import BLANK
from xinfang_core.documents.letters.template_checks import checked_template, unused_fields
from xinfang_core.documents.letters.templates import default_template
from xinfang_core.documents.privacy.legal import legal
from xinfang_core.errors import MisuseError, RecordError
from xinfang_core.vocabulary import LetterLayout

WHOLE = form()
TEMPLATE = default_template(WHOLE)
QUOTING = office_template(
    "《{{ matter }}》", "{%p for x in facts %}", "《{{ x }}》", "{%p endfor %}"
)
_NASTY = ["{{ matter }}", "{% for x in y %}", "{{", "}}", "{#", "{_{", "</w:t>", "<w:p/>", "&amp;"]
VALUE = st.lists(
    st.sampled_from([*_NASTY, "\ue0000\ue001", "𠮷", "鿿", "😀", "\u200f", "|", "\n", "\t"])
    | st.text(max_size=8),
    max_size=6,
).map("".join)


def words_of(content: bytes) -> list[str]:
    """The paragraphs of a letter's body, those of tables too."""
    document = Document(io.BytesIO(content))
    rows = (row for table in document.tables for row in table.rows)
    cells = (one for row in rows for cell in row.cells for one in cell.paragraphs)
    return [one.text for one in (*document.paragraphs, *cells)]


def refusal(template: bytes, **values: str | tuple[str, ...]) -> str:
    with pytest.raises(RecordError) as caught:
        filled(letter(WHOLE, **values), template, "模板.docx")
    return str(caught.value)


class TestFilling:
    """Fields stand where their marks were."""

    def test_fields_lists_and_what_is_left_out(self) -> None:
        told = words_of(filled(letter(WHOLE), TEMPLATE, ""))
        assert "张某某：" in told
        assert "关于小区供暖不足的意见书" in told
        assert told.index("经查，二次管网老化。") + 1 == told.index("室温低于规定的标准。")
        assert not [one for one in told if "附件" in one or "签发人" in one]
        assert "抄送：某区司法局。" in told

    def test_a_signer_stands_beside_the_number(self) -> None:
        told = words_of(filled(letter(WHOLE, signer="李某", copies=""), TEMPLATE, ""))
        assert "\t某信〔2026〕3号\t签发人：李某" in told
        assert not [one for one in told if "抄送" in one]

    def test_a_blank_is_seen(self) -> None:
        told = words_of(filled(letter(WHOLE, number=BLANK), TEMPLATE, ""))
        assert BLANK in told

    def test_a_line_feed_breaks_the_line(self) -> None:
        content = filled(letter(WHOLE, matter="一\n二"), TEMPLATE, "")
        assert "您提出的信访事项，本机关于2026年3月2日收到。一\n二" in words_of(content)

    def test_spaces_at_the_ends_stay(self) -> None:
        template = office_template("{{ matter }}")
        assert "  两边  " in words_of(filled(letter(WHOLE, matter="  两边  "), template, ""))

    def test_the_cells_of_a_table_hold_lists(self) -> None:
        told = words_of(filled(letter(TABLE_FORM), default_template(TABLE_FORM), ""))
        assert told.count("室温低于规定的标准。") > 1

    def test_a_cell_without_its_list_still_ends_in_a_paragraph(self) -> None:
        content = filled(letter(TABLE_FORM, facts=()), default_template(TABLE_FORM), "")
        for row in Document(io.BytesIO(content)).tables[0].rows:
            assert all(cell.paragraphs for cell in row.cells)

    def test_rows_that_are_gone_leave_no_empty_table(self) -> None:
        rows = "".join(
            f"<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc></w:tr>"
            for words in ("{%tr for x in attachments %}", "{{ x }}", "{%tr endfor %}")
        )
        table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
        template = with_body(office_template("{{ matter }}"), table)
        assert not Document(io.BytesIO(filled(letter(WHOLE), template, ""))).tables
        content = filled(letter(WHOLE, attachments=("甲", "乙")), template, "")
        assert len(Document(io.BytesIO(content)).tables[0].rows) == 2

    def test_cells_that_are_gone_take_their_row_along(self) -> None:
        cells = "".join(
            f"<w:tc><w:tcPr/><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
            for words in ("{%tc for x in attachments %}", "{{ x }}", "{%tc endfor %}")
        )
        table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"
        template = with_body(office_template("{{ matter }}"), table)
        assert not Document(io.BytesIO(filled(letter(WHOLE), template, ""))).tables

    @pytest.mark.parametrize(
        ("attachments", "before"), [((), "特此告知。"), (("甲", "乙"), "附件：乙")]
    )
    def test_a_signature_stays_with_what_it_signs(
        self, attachments: tuple[str, ...], before: str
    ) -> None:
        content = filled(letter(WHOLE, attachments=attachments), TEMPLATE, "")
        told = Document(io.BytesIO(content)).paragraphs
        kept = [one.text for one in told if "keepNext" in one.paragraph_format.element.xml]
        assert kept == [before]

    @pytest.mark.parametrize(
        ("before", "kept"),
        [
            ("", 0),
            ("<w:p/>", 1),
            ("<w:p><w:pPr><w:jc/></w:pPr></w:p>", 1),
            ("<w:p><w:pPr><w:keepNext/></w:pPr></w:p>", 1),
            ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", 0),
        ],
    )
    def test_whatever_that_is(self, before: str, kept: int) -> None:
        signed = '<w:p><w:pPr><w:pStyle w:val="Signature"/></w:pPr></w:p>'
        template = with_body(office_template("一"), before + signed)
        content = parts_of(filled(letter(WHOLE), template, ""))["word/document.xml"]
        assert content.count(b"<w:keepNext/>") == kept

    def test_headers_are_filled_in_too(self) -> None:
        template = office_template("正文", header="{{ issuer }}")
        document = Document(io.BytesIO(filled(letter(WHOLE), template, "")))
        assert document.sections[0].header.paragraphs[0].text == "某区信访局"

    def test_fifty_thousand_characters(self) -> None:
        long = "供暖\n" * 16_667
        content = filled(letter(WHOLE, matter=long), office_template("{{ matter }}"), "")
        assert long in words_of(content)


class TestProvenance:
    """A letter says what made it; neither who nor when."""

    def test_in_the_properties(self) -> None:
        template = office_template("{{ matter }}")
        assert b"python-docx" in parts_of(template)["docProps/core.xml"]
        document = Document(io.BytesIO(filled(letter(WHOLE), template, "")))
        assert document.core_properties.comments == "办法：national@2022-05-01"
        assert document.core_properties.author == "xinfang-core"
        assert document.core_properties.modified is None

    def test_where_the_template_has_none(self) -> None:
        parts = parts_of(office_template("{{ matter }}"))
        bare = with_parts(
            office_template("{{ matter }}"),
            **{
                "docProps/core.xml": None,
                "_rels/.rels": parts["_rels/.rels"].replace(b"core-properties", b"thumbnail"),
            },
        )
        document = Document(io.BytesIO(filled(letter(WHOLE), bare, "")))
        assert document.core_properties.title == "信访处理意见书"

    @pytest.mark.parametrize("layout", LetterLayout)
    def test_the_same_letter_has_the_same_bytes(self, layout: LetterLayout) -> None:
        of = form(layout)
        one, other = (filled(letter(of), default_template(of), "") for _ in range(2))
        assert one == other
        with ZipFile(io.BytesIO(one)) as archive:
            assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


class TestValuesStayValues:
    """Whatever a value holds, it is text: no mark, no markup, and the file is whole."""

    @given(matter=VALUE, fact=VALUE)
    @settings(max_examples=60, deadline=None)
    def test_in_every_place(self, matter: str, fact: str) -> None:
        content = filled(letter(WHOLE, matter=matter, facts=(fact, matter)), QUOTING, "")
        assert words_of(content) == [f"《{legal(one)}》" for one in (matter, fact, matter)]

    def test_a_token_in_a_template_that_stands_for_nothing(self) -> None:
        template = office_template("\ue000999\ue001", "{{ matter }}")
        assert "\ue000999\ue001" in words_of(filled(letter(WHOLE), template, ""))


class TestTooMuch:
    """A template that would fill the memory, or tear its parts apart, is refused."""

    def test_a_template_that_repeats_too_much(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(template_checks, "MOST_CHARACTERS", 30_000)
        template = office_template(
            "{%p for x in facts %}",
            "{{ x }}{% if matter %}{{ matter }}{% endif %}",
            "{%p endfor %}",
        )
        assert filled(letter(WHOLE), template, "")
        told = refusal(template, facts=("一",) * 100, matter="长" * 1000)
        assert "模板.docx: 照此模板填写后超过 30000 字" in told

    def test_breaks_of_lines_are_counted_with_their_markup(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(template_checks, "MOST_CHARACTERS", 30_000)
        template = office_template("{{ matter }}")
        assert filled(letter(WHOLE, matter="长" * 1000), template, "")
        assert "超过 30000 字" in refusal(template, matter="长\n" * 1000)

    def test_a_signature_that_stands_in_no_paragraph(self) -> None:
        lone = '<w:sdt><w:sdtPr/><w:sdtContent><w:pPr><w:pStyle w:val="Signature"/></w:pPr>'
        template = with_body(TEMPLATE, f"{lone}</w:sdtContent></w:sdt>")
        assert filled(letter(WHOLE), template, "")

    def test_marks_that_tear_paragraphs_apart(self) -> None:
        torn = office_template("{%p if matter %}", "{{ matter }}{% endif %}")
        assert "不再完整" in refusal(torn, matter="")


class TestUnusedFields:
    """A template may leave a required field out; whoever uses it is told."""

    def test_the_required_ones_alone(self) -> None:
        checked = checked_template(office_template("{{ matter }}"), "", WHOLE)
        assert [one.name for one in unused_fields(WHOLE, checked)] == ["issuer"]
        checked = checked_template(TEMPLATE, "", WHOLE)
        assert not unused_fields(WHOLE, checked)


class TestExtra:
    """Without docxtpl letters are no Word files."""

    def test_it_is_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(util, "find_spec", lambda _: None)
        monkeypatch.setattr("xinfang_core.documents.letters.needing.find_spec", lambda _: None)
        with pytest.raises(MisuseError, match=r"pip install 'xinfang-core\[docx\]'"):
            filled(letter(WHOLE), TEMPLATE, "")
