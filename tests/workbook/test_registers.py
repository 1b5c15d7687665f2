"""A register in a workbook says the same as one in CSV, and what Excel did to it is told."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH

from workbooks import HEAD, MAIN, by_hand, save, sheet_of
from xinfang_core.case import Case
from xinfang_core.codec import ReadOptions, read_records
from xinfang_core.codec.row_cases import RefusedRow
from xinfang_core.errors import MisuseError, RecordError
from xinfang_core.vocabulary import EventKind
from xinfang_core.workbook.registers import open_in_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

DAY = date(2025, 9, 22)
GOOD = ("甲-1", DAY, DAY, DAY, None, "紧急事项", "无")


def read(
    path: Path,
    sheet: str = "",
    columns: dict[str, str] | None = None,
    **options: Any,  # noqa: ANN401 - whatever may be said about a register
) -> tuple[list[Case | RefusedRow], list[str]]:
    """The cases of a register, and what is told about it."""
    chosen = ReadOptions(**{"show_values": True, **options})
    with open_in_sheet(path, sheet, columns or {}, chosen) as found:
        return [*found.register], [note.text() for note in found.register.notes]


def of(page: Worksheet, folder: Path) -> Path:
    return save(page, folder / "台账.xlsx")


def complaints(path: Path, **options: Any) -> list[str]:  # noqa: ANN401 - as above
    """What reading a register complains of, without the name of its sheet."""
    with pytest.raises(RecordError) as caught:
        read(path, **options)
    english = caught.value.text("en").splitlines()
    assert len(english) == len(caught.value.faults)
    lines = caught.value.text().splitlines()
    assert all(line.startswith("台账.xlsx") for line in lines)
    return [line.removeprefix("台账.xlsx ").removeprefix("台账!") for line in lines]


class TestSameAsText:
    """The same register in CSV and in a workbook gives the same cases."""

    @settings(max_examples=25)
    @given(
        rows=st.lists(
            st.tuples(
                st.integers(1, 999).map(lambda number: f"甲-{number}"),
                *[st.none() | st.dates(date(2025, 1, 1), date(2025, 6, 30))] * 2,
                st.sampled_from([None, "紧急事项", "consultation"]),
            ),
            min_size=1,
            max_size=6,
        )
    )
    def test_cases_are_the_same(
        self, tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, ...]]
    ) -> None:
        folder = tmp_path_factory.mktemp("r")
        head = ("信访件编号", "登记日期", "收到日期", "事项类别")
        lines = [",".join("" if one is None else str(one) for one in row) for row in (head, *rows)]
        (folder / "r.csv").write_text("\n".join(lines), "utf-8")
        book = of(sheet_of([head, *rows]), folder)
        assert tuple(read(book)[0]) == read_records(folder / "r.csv").cases

    def test_dates_may_have_times_and_be_text_or_of_1904(self, tmp_path: Path) -> None:
        at = datetime(2025, 9, 22, 8, 5)  # noqa: DTZ001
        page = sheet_of(
            [HEAD, ("甲-1", DAY, at, "2025年9月22日"), ("甲-2", DAY, "2025/9/22", 20250922)]
        )
        assert page.parent is not None
        page.parent.epoch = MAC_EPOCH
        first, second = read(of(page, tmp_path))[0]
        assert isinstance(first, Case)
        assert isinstance(second, Case)
        assert [event.at for event in first.history.events] == [DAY, DAY, at]
        assert {event.at for event in second.history.events} == {DAY}

    def test_numbers_are_text_as_it_is_seen(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, (12, DAY), (7, DAY), (True, DAY)])
        page["A3"].number_format = "0000"
        found = [one.case_no for one in read(of(page, tmp_path))[0]]
        assert found == ["12", "0007", "是"]

    def test_the_table_may_stand_anywhere(self, tmp_path: Path) -> None:
        page = sheet_of([])
        page["C4"], page["E4"], page["C6"], page["E6"] = "信访件编号", "登记日期", "甲-1", DAY
        (case,), notes = read(of(page, tmp_path))
        assert isinstance(case, Case)
        assert (case.case_no, notes) == ("甲-1", [])
        assert case.history.events[0].kind is EventKind.register


class TestHeader:
    """Columns are named in one row."""

    def test_labels_with_blanks_breaks_and_wide_digits(self, tmp_path: Path) -> None:
        page = sheet_of([("信访件编号 ", "登记\n日期", "委托书 日期"), ("甲-1", DAY)])
        assert read(of(page, tmp_path))[0]

    def test_a_title_above_is_told_with_the_row_of_the_header(self, tmp_path: Path) -> None:
        page = sheet_of([("某区信访件台账",), HEAD, GOOD])
        page.merge_cells("A1:G1")
        path = of(page, tmp_path)
        told = complaints(path)
        assert told == ["A1: 这一行像是标题，列名像是在第 2 行，请用 --header-row 2 指明"]
        assert len(read(path, header_row=2)[0]) == 1

    def test_a_column_twice(self, tmp_path: Path) -> None:
        page = sheet_of([("信访件编号", "登记日期", "登记日期", None), ("甲-1", DAY, DAY, "散")])
        assert complaints(of(page, tmp_path)) == [
            "C1: 登记日期: 列名“登记日期”出现两次（首次在 B1）",
            "D1: 列名为空",
        ]

    def test_the_same_field_from_two_columns(self, tmp_path: Path) -> None:
        page = sheet_of([("信访件编号", "登记日期", "registered_at"), ("甲-1", DAY, DAY)])
        assert complaints(of(page, tmp_path))[0].startswith("C1: registered_at: ")

    def test_columns_are_named_by_the_reader(self, tmp_path: Path) -> None:
        page = sheet_of([("件号", "哪天", "哪天收到"), ("甲-1", DAY, DAY)])
        columns = {"case_no": "件号", "registered_at": "哪天", "received_at": "哪天收到"}
        (case,), _ = read(of(page, tmp_path), columns=columns)
        assert isinstance(case, Case)
        assert len(case.history.events) == 2


class TestSheets:
    """One sheet is the register."""

    def several(self, folder: Path) -> Path:
        page = sheet_of([HEAD, GOOD])
        book: Any = page.parent
        book.create_sheet("说明").append(["怎么填"])
        book.create_sheet("空")
        hidden = book.create_sheet("藏")
        hidden.append(["旧"])
        hidden.sheet_state = "hidden"
        return of(page, folder)

    def test_several_sheets_are_named(self, tmp_path: Path) -> None:
        told = complaints(self.several(tmp_path))
        assert told == ["台账.xlsx: --sheet: 有内容的工作表不止一个，请用 --sheet 指明：台账、说明"]

    def test_a_sheet_is_chosen_by_its_name(self, tmp_path: Path) -> None:
        path = self.several(tmp_path)
        assert len(read(path, " 台账")[0]) == 1
        assert "没有工作表“台账1”，是否为“台账”？" in complaints(path, sheet="台账1")[0]
        assert complaints(path, sheet="空") == ["空: 工作表是空的"]

    def test_hidden_sheets_are_not_read_and_told(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD])
        book: Any = page.parent
        hidden = book.create_sheet("藏")
        hidden.append(["旧"])
        hidden.sheet_state = "veryHidden"
        cases, notes = read(of(page, tmp_path))
        assert len(cases) == 1
        assert notes == ["台账.xlsx: 隐藏的工作表没有读：藏；要读的用 --sheet 指明"]

    def test_a_workbook_without_anything(self, tmp_path: Path) -> None:
        assert complaints(of(sheet_of([]), tmp_path)) == ["台账.xlsx: 文件是空的"]

    def test_a_list_in_a_document_is_no_option(self, tmp_path: Path) -> None:
        with pytest.raises(MisuseError, match="--records-at"):
            read(of(sheet_of([HEAD, GOOD]), tmp_path), records_at="data")


class TestWhatExcelDoes:
    """A cell that Excel changed, or shows otherwise than it stores, is told with its address."""

    @pytest.mark.parametrize(
        ("cell", "value", "told"),
        [
            ("C2", 45922, "数字 45922，不是日期（可能是 2025-09-22）"),
            ("C2", 45922.5, "数字 45922.5，不是日期（可能是 2025-09-22T12:00:00）"),
            ("C2", 5, "须为日期或者时刻"),
            ("C2", 99999999, "没有这一天"),
            ("C2", time(8, 5), "须为日期或者时刻"),
            ("A2", date(2026, 1, 5), "变成了日期或者时间：请把该列设为文本格式"),
            ("F2", date(2026, 1, 5), "变成了日期或者时间"),
            ("A2", time(1, 5), "变成了日期或者时间"),
            ("A2", timedelta(hours=30), "变成了日期或者时间"),
            ("A2", 123456789012345678, "超过 15 位的数字，Excel 已把后面的位数改成 0"),
            ("C2", "=TODAY()", "公式没有保存结果，请在 Excel 或者 WPS 中打开、保存后再试"),
            ("C2", "#N/A", "公式错误 #N/A"),
        ],
    )
    def test_a_cell_is_told(
        self,
        tmp_path: Path,
        cell: str,
        value: Any,  # noqa: ANN401 - whatever a cell holds
        told: str,
    ) -> None:
        page = sheet_of([HEAD, GOOD])
        page[cell] = value
        if isinstance(value, int | float):
            page[cell].number_format = "General"
        found = complaints(of(page, tmp_path))
        assert len(found) == 1
        assert found[0].startswith(f"{cell}: ")
        assert told in found[0]

    def test_a_column_that_nobody_reads_may_hold_anything(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD])
        page["G2"] = "=A2"
        page.merge_cells("G2:G3")
        assert read(of(page, tmp_path)) == (read(of(sheet_of([HEAD, GOOD]), tmp_path))[0], [])

    def test_a_number_of_1904_is_told_as_the_day_it_was(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD])
        page["C2"] = 44460
        page["C2"].number_format = "General"
        assert page.parent is not None
        page.parent.epoch = MAC_EPOCH
        assert "可能是 2025-09-22" in complaints(of(page, tmp_path))[0]

    def test_merged_cells_have_one_value(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD, ("甲-2", DAY), ("甲-3", DAY), ("甲-4", DAY, DAY, DAY, DAY)])
        page.merge_cells("D2:D4")
        page.merge_cells("E5:F5")
        told = "这一格属于合并单元格 {}，只有左上角一格有值：请取消合并，逐格填写"
        assert complaints(of(page, tmp_path)) == [
            f"D3: 受理日期: {told.format('D2:D4')}",
            f"D4: 受理日期: {told.format('D2:D4')}",
            f"F5: 事项类别: {told.format('E5:F5')}",
        ]

    def test_merged_cells_without_a_value_lose_nothing(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD, ("甲-2", DAY), ("甲-3", DAY)])
        page.merge_cells("E2:E3")
        page.merge_cells("F3:F4")
        page.merge_cells("A6:F9")
        page["B5"] = " "
        assert len(read(of(page, tmp_path))[0]) == 3

    def test_merged_cells_over_one_another_are_no_sheet(self, tmp_path: Path) -> None:
        rows = "".join(f'<row><c t="str"><v>{text}</v></c></row>' for text in ("case_no", "1", "2"))
        merged = '<mergeCell ref="A2:A3"/><mergeCell ref="A2:B3"/>'
        sheet = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData><mergeCells>{merged}'
            "</mergeCells></worksheet>"
        )
        told = complaints(by_hand(tmp_path / "台账.xlsx", "", around=sheet))
        assert told == ["A2: 合并单元格过多，请取消合并"]

    def test_all_faults_come_at_once_and_bad_rows_may_be_set_aside(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD, (date(2026, 1, 5), 45922, "昨天"), ("甲-3", DAY)])
        path = of(page, tmp_path)
        assert [one.split(": ")[0] for one in complaints(path)] == ["A3", "B3", "C3"]
        found = read(path, skip_bad=True)[0]
        assert [type(one) for one in found] == [Case, RefusedRow, Case]
        assert isinstance(found[1], RefusedRow)
        assert (found[1].line, found[1].number, found[1].case_no) == (3, 2, "2026-01-05")

    def test_what_is_hidden_is_read_and_told(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD, ("甲-2", DAY)])
        for row in (1, 3):
            page.row_dimensions[row].hidden = True
        for column in "BG":
            page.column_dimensions[column].hidden = True
        cases, notes = read(of(page, tmp_path))
        assert len(cases) == 2
        assert notes == [
            "台账.xlsx 台账: 隐藏的行（包括筛选掉的）也读了：第 3 行",
            "台账.xlsx 台账: 隐藏的列也读了：登记日期",
        ]

    def test_results_of_formulas_are_read_and_told(self, tmp_path: Path) -> None:
        cells = (
            '<row><c t="str"><v>信访件编号</v></c><c t="str"><v>事项类别</v></c></row>'
            '<row><c t="str"><f>"甲-"&amp;1</f><v>甲-1</v></c><c t="str"><v>紧急事项</v></c></row>'
        )
        (case,), notes = read(by_hand(tmp_path / "台账.xlsx", cells))
        assert case.case_no == "甲-1"
        assert notes == ["台账.xlsx 台账: 这些列有公式，按文件保存时的结果读入：信访件编号"]


class TestRowsThatAreNoRecords:
    """Totals and signatures, as in any register."""

    def test_totals_with_formulas_and_merged_cells(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD, GOOD, ("合计", None, None, "=COUNTA(A2:A2)"), ("填表人：张三",)])
        page.merge_cells("A3:C3")
        path = of(page, tmp_path)
        assert [one[:2] for one in complaints(path)] == ["A3", "A4"]
        cases, notes = read(path, leave_out_totals=True)
        assert len(cases) == 1
        assert "第 3、4 行" in notes[-1]

    def test_a_case_number_twice_is_told_with_its_rows(self, tmp_path: Path) -> None:
        _, notes = read(of(sheet_of([HEAD, GOOD, (), GOOD]), tmp_path))
        assert notes == ["台账.xlsx 台账: 信访件编号“甲-1”不止一行（第 2、4 行），各按一件评估"]


class TestFirstRows:
    """Lines of a handmade sheet may come without addresses."""

    def test_rows_without_numbers(self, tmp_path: Path) -> None:
        sheet = (
            f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>case_no</v></c></row>'
            '<row><c t="str"><v>甲-1</v></c></row></sheetData></worksheet>'
        )
        found = read(by_hand(tmp_path / "台账.xlsx", "", around=sheet))[0]
        assert [one.case_no for one in found] == ["甲-1"]
