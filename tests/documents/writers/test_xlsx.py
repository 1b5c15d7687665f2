"""A document as a workbook: numbers are numbers, days are days, and text stays text."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from libreoffice import resaved
from written_documents import MADE_BY, document
from xinfang_core.documents.blocks import (
    Bar,
    Bars,
    Block,
    Heading,
    Items,
    Paragraph,
    Picture,
    Run,
    Table,
)
from xinfang_core.documents.writers.sheets.values import LONGEST, cell_of
from xinfang_core.documents.writers.xlsx import xlsx
from xinfang_core.errors import MisuseError
from xinfang_core.workbook import needing

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

TABLE = Table(
    ("镇街", "件数", "按期率", "增减", "日期"),
    (("东", "12", "98.30%", "+3", "2025-05-06"), ("西", "－", "0.0%", "0", "")),
    {1: "right", 2: "right", 3: "right", 4: "centre"},
)
MAY = datetime(2025, 5, 6)  # noqa: DTZ001 - a workbook keeps no zone
BARS = Bars(
    "期限状态",
    (Bar("按期", (3.0, 2.5), ("3", "2.5")), Bar("逾期", (None, 1.0), ("－", "1"))),
    ("本期", "上期"),
)


def made(*blocks: Block, title: str = "通报") -> bytes:
    return xlsx(document(*blocks, title=title))


def read(*blocks: Block, title: str = "通报") -> Workbook:
    return load_workbook(io.BytesIO(made(*blocks, title=title)))


def cells(sheet: Any) -> list[list[object]]:  # noqa: ANN401 - a worksheet
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    kept = [[one for one in row if one is not None] for row in found]
    return [row for row in kept if row]


class TestValues:
    """What a cell is, by its words and by how its column stands."""

    @pytest.mark.parametrize(
        ("words", "value", "shown"),
        [
            ("12", 12, "0"),
            ("0", 0, "0"),
            ("+48", 48, "+0;-0;0"),
            ("-16", -16, "0"),
            ("98.30%", 0.983, "0.00%"),
            ("42.9%", 0.429, "0.0%"),
            ("15.50", 15.5, "0.00"),
            ("012", "012", ""),
            ("1" * 16, "1" * 16, ""),
            ("无法确定", "无法确定", ""),
            ("", "", ""),
        ],
    )
    def test_a_column_to_the_right_has_numbers(self, words: str, value: object, shown: str) -> None:
        found = cell_of(words, "right")
        assert found.shown == shown
        if isinstance(value, str):
            assert found.value == value
        else:
            assert float(found.value) == value  # type: ignore[arg-type]

    @pytest.mark.parametrize("words", ["12", "2025-05-06", "=1+1", "98%"])
    def test_a_column_to_the_left_has_text(self, words: str) -> None:
        assert cell_of(words) == (words, "")

    def test_a_column_in_the_middle_has_days(self) -> None:
        assert str(cell_of("2025-05-06", "centre").value) == "2025-05-06"
        assert cell_of("2025-05-06", "centre").shown == "yyyy-mm-dd"
        for words in ("2025-02-30", "1900-01-01", "未填"):
            assert cell_of(words, "centre") == (words, "")


class TestSheets:
    """A sheet for each part, and one for what the document rests on."""

    def test_each_first_heading_begins_one(self) -> None:
        book = read(
            Paragraph("内部使用"),
            Heading(1, "概况"),
            Paragraph("一"),
            Heading(2, "小节"),
            Heading(1, "期限"),
            Items(("甲", "乙")),
        )
        assert book.sheetnames == ["概况", "期限", "制作依据"]
        assert cells(book["概况"]) == [["通报"], ["内部使用"], ["概况"], ["一"], ["小节"]]
        assert cells(book["期限"]) == [["期限"], ["• 甲"], ["• 乙"]]
        assert cells(book["制作依据"])[1:3] == [list(one) for one in MADE_BY]

    def test_a_document_without_headings_has_its_title(self) -> None:
        assert read(Paragraph("一")).sheetnames == ["通报", "制作依据"]

    def test_titles_are_such_as_spreadsheets_take(self) -> None:
        long = "甲" * 40
        blocks = (
            Heading(1, "a/b:[c]*?\\"),
            *(Heading(1, long) for _ in range(3)),
            Heading(1, "//"),
        )
        names = read(*blocks, Heading(1, "制作依据")).sheetnames
        assert names[0] == "abc"
        assert len(set(names)) == len(names) == 7
        assert all(0 < len(name) <= 31 for name in names)
        assert names[-1] == "制作依据"

    def test_numbers_and_days_are_what_they_say(self) -> None:
        sheet = read(Heading(1, "表"), Paragraph("一"), Heading(1, "按镇街"), TABLE)["按镇街"]
        assert [cell.value for cell in sheet[3]] == ["东", 12, 0.983, 3, MAY] + [None] * (
            sheet.max_column - 5
        )
        assert [cell.number_format for cell in sheet[3]][:5] == [
            *("General", "0", "0.00%", "+0;-0;0", "yyyy-mm-dd"),
        ]
        assert sheet["B4"].value == "－"

    def test_the_head_stays_in_sight_and_has_a_filter(self) -> None:
        sheet = read(Heading(1, "甲"), Heading(1, "按镇街"), TABLE)["按镇街"]
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:E4")
        assert sheet.print_title_rows == "$2:$2"

    def test_where_a_table_does_not_come_first_nothing_is_frozen(self) -> None:
        book = read(Heading(1, "甲"), Heading(1, "乙"), Items(("一",)), TABLE, Heading(1, "丙"))
        assert book["乙"].freeze_panes is None
        assert book["丙"].freeze_panes is None

    def test_a_caption_stands_above_its_table(self) -> None:
        named = Table(("甲",), (("1",),), caption="件数")
        sheet = read(Heading(1, "甲"), Heading(1, "乙"), named)["乙"]
        assert cells(sheet) == [["乙"], ["件数"], ["甲"], ["1"]]
        assert sheet.freeze_panes == "A4"

    def test_the_longest_table_has_the_filter(self) -> None:
        short = Table(("甲",), (("1",),))
        sheet = read(Heading(1, "甲"), short, TABLE, short)["甲"]
        assert sheet.auto_filter.ref == "A6:E8"

    def test_pictures_stand_for_what_they_tell(self) -> None:
        blocks = (Heading(1, "图"), Picture("<svg/>", "流程", (TABLE,)))
        assert cells(read(*blocks)["图"])[2:4] == [["流程"], [*TABLE.heads]]

    def test_a_row_is_as_high_as_its_longest_cell(self) -> None:
        table = Table(("甲", "乙"), (("短", "字" * 200), ("短", "短"), ("一\n二", "短")))
        sheet = read(table)["通报"]
        heights = [sheet.row_dimensions[row].height for row in (3, 4, 5)]
        assert (heights[0] or 0) > 100
        assert heights[1:] == [None, 32]

    def test_marks_and_numbers_of_lists_stay(self) -> None:
        strong = (Run("要点", strong=True),)
        marked = Table(("甲",), (((Run("9.1%", strong=True),),),), {0: "right"})
        blocks = (Paragraph(strong), Items(("甲", strong), numbered=True), marked)
        sheet = read(*blocks)["通报"]
        assert cells(sheet)[1:4] == [["要点"], ["1. 甲"], ["2. 要点"]]
        assert sheet["A2"].font.bold
        assert (sheet["A6"].value, sheet["A6"].font.bold) == (0.091, True)


class TestCharts:
    """Bars are a native chart beside their numbers."""

    def test_the_numbers_stand_beside_it(self) -> None:
        sheet: Any = read(Heading(1, "图"), BARS, TABLE)["图"]
        told = cells(sheet)
        assert told[2:6] == [
            ["期限状态"],
            ["项目", "本期", "上期"],
            ["按期", 3, 2.5],
            ["逾期", "－", 1],
        ]
        (chart,) = sheet._charts  # noqa: SLF001 - openpyxl has no other way
        assert len(chart.series) == 2
        assert chart.series[0].val.numRef.f.endswith("$B$6:$B$7")
        # What comes next stands below the chart.
        assert sheet.cell(sheet.max_row, 1).value == "西"
        assert sheet.max_row > 15

    def test_one_series_needs_no_legend_and_no_bars_no_chart(self) -> None:
        one = Bars("率", (Bar("甲", (98.3,), ("98.3%",)),), ("比率",), 100.0, "%")
        sheet: Any = read(one, Bars("无", (), ("比率",)))["通报"]
        (chart,) = sheet._charts  # noqa: SLF001
        assert chart.legend is None
        assert chart.y_axis.scaling.max == 100


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40)


class TestUntrusted:
    """Whatever words there are, the file is whole and runs nothing."""

    @pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@A1", "=HYPERLINK(1)", "\uff1d1"])
    def test_text_is_never_a_formula(self, words: str) -> None:
        sheet = read(Paragraph(words), Table((words,), ((words,),)))["通报"]
        for row in (2, 3, 4):
            cell = sheet.cell(row, 1)
            assert (cell.value, cell.data_type, cell.quotePrefix) == (words, "s", True)

    @settings(deadline=None, max_examples=30)
    @given(WORDS)
    def test_it_opens_whatever_there_is(self, words: str) -> None:
        bars = Bars(words, (Bar(words, (1.0,), (words,)),), (words,), None, words)
        table = Table((words,), ((words,),), {0: "right"}, words)
        content = made(Heading(1, words), Paragraph(words), bars, table, title=words)
        assert load_workbook(io.BytesIO(content)).sheetnames

    @pytest.mark.parametrize(
        "words", ["\x00\x07\ufffe", "\ud800", "𠮷\u202e😀鿿", "a" * 50_000, "𠮷" * 40_000]
    )
    def test_rare_and_long_words_break_nothing(self, words: str) -> None:
        book: Any = read(Heading(1, words), Paragraph(words), Table((words,), ((words,),)))
        told = book[book.sheetnames[0]].cell(3, 1).value
        assert len(told.encode("utf-16-le")) // 2 <= LONGEST
        if len(words) > 1000:
            assert told.endswith(f"（原文 {len(words)} 字，超过单元格的上限，余下的略去）")

    def test_the_same_document_gives_the_same_bytes(self) -> None:
        assert made(Heading(1, "甲"), BARS, TABLE) == made(Heading(1, "甲"), BARS, TABLE)

    def test_nothing_tells_of_the_machine(self) -> None:
        with ZipFile(io.BytesIO(made(TABLE))) as packed:
            assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def test_without_the_extra_it_is_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(needing, "find_spec", lambda _: None)
        with pytest.raises(MisuseError, match="xlsx"):
            made(TABLE)


def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(made(Heading(1, "甲"), BARS, Heading(1, "按镇街"), TABLE))
    folder = tmp_path / "again"
    folder.mkdir()
    book: Any = load_workbook(resaved(path, folder))
    sheet = book["按镇街"]
    assert [cell.value for cell in sheet[3]][:5] == ["东", 12, 0.983, 3, MAY]
    # What stays in sight is no matter of a program without a screen.
    assert sheet.auto_filter.ref == "A2:E4"
    assert len(book["甲"]._charts) == 1  # noqa: SLF001
