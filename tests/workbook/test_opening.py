"""A workbook is read as it was saved: values, formulas, and what is hidden or merged."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import MAC_EPOCH

from workbooks import MAIN, book_of, by_hand, changed, parts_of, save, sheet_of, values_in
from xinfang_core.workbook.cells import Cell, Range
from xinfang_core.workbook.grid import column_number, read_address
from xinfang_core.workbook.opening import open_workbook

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.decimals(-(10**6), 10**6, places=3).map(lambda one: one.normalize()),
    st.dates(date(1900, 3, 1), date(2500, 1, 1)),
    st.datetimes(datetime(1950, 1, 1), datetime(2500, 1, 1)).map(  # noqa: DTZ001
        lambda at: at.replace(microsecond=0)
    ),
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=8).filter(
        lambda text: not text.startswith(("=", "#")) and "_x" not in text
    ),
)


class TestValues:
    """Each cell has the value that people see in it."""

    @given(rows=st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=4))
    def test_what_openpyxl_writes_is_read(
        self, tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]]
    ) -> None:
        path = save(sheet_of(rows), tmp_path_factory.mktemp("o") / "o.xlsx")
        wanted = {
            (row, column): value
            for row, cells in enumerate(rows, 1)
            for column, value in enumerate(cells, 1)
            if value is not None
        }
        found = {(cell.row, cell.column): cell.value for cell in open_workbook(path).sheets[0]}
        assert found == wanted
        page = load_workbook(path, data_only=True).worksheets[0]
        assert all(page.cell(*place).value is not None for place in found)

    def test_a_number_has_the_digits_that_excel_shows(self, tmp_path: Path) -> None:
        cells = [0.1 + 0.2, 1e20, 12.0, 123456789012345678, -0.5]
        book = book_of(sheet_of([cells]), tmp_path)
        assert [cell.text for cell in book.sheets[0]] == [
            *("0.3", "100000000000000000000", "12", "123456789012346000", "-0.5")
        ]
        assert [cell.is_cut for cell in book.sheets[0]] == [False, True, False, True, False]

    @pytest.mark.parametrize(
        ("value", "shown", "text"),
        [
            (None, "General", ""),
            (True, "General", "是"),
            (False, "General", "否"),
            (7, "0000", "0007"),
            (7, "0", "7"),
            (Decimal("1.5"), "000", "1.5"),
            (date(2025, 9, 30), "m/d", "2025-09-30"),
            (datetime(2025, 9, 30, 8, 5, tzinfo=UTC), "m/d", "2025-09-30T08:05:00+00:00"),
            (time(8, 5), "h:mm", "08:05:00"),
            (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
        ],
    )
    def test_a_value_is_written_as_in_a_table_of_text(
        self, value: object, shown: str, text: str
    ) -> None:
        cell = Cell(7, 2, value, number_format=shown)  # type: ignore[arg-type]
        assert (cell.text, cell.address, cell.is_cut) == (text, "B7", False)

    def test_all_kinds_of_cells_that_programs_write(self, tmp_path: Path) -> None:
        cells = (
            '<row><c t="str"><f>A2</f><v>甲_x000D_乙</v></c><c t="b"><v>1</v></c>'
            '<c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="d"><v>2025-09-30</v></c>'
            '<c t="d"><v>2025-09-30T08:05:00Z</v></c><c t="s"><v>0</v></c><c t="s"><v>1</v></c>'
            '<c t="inlineStr"><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t>乙</t></r></is></c>'
            '<c><f>NOW()</f></c><c t="inlineStr"><is/></c><c s="9"><v>1.5E0</v></c></row>'
        )
        shared = "<si><t>丙</t><rPh><t>bing</t></rPh></si><si><t/></si>"
        sheet = open_workbook(by_hand(tmp_path / "h.xlsx", cells, shared=shared)).sheets[0]
        assert [cell.value for cell in sheet] == [
            *("甲\r乙", True, "#DIV/0!", date(2025, 9, 30)),
            *(datetime(2025, 9, 30, 8, 5), "丙", "甲乙", None, Decimal("1.5")),  # noqa: DTZ001
        ]
        assert [cell.address for cell in sheet if cell.formula] == ["A1", "C1", "I1"]
        assert [cell.address for cell in sheet if cell.error] == ["C1"]

    def test_prefixes_of_namespaces_make_no_difference(self, tmp_path: Path) -> None:
        sheet = (
            f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="3">'
            '<x:c r="B3"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
        )
        assert values_in(by_hand(tmp_path / "p.xlsx", "", around=sheet)) == {"B3": 5}

    def test_a_workbook_without_its_own_list_of_parts_is_found(self, tmp_path: Path) -> None:
        path = by_hand(tmp_path / "r.xlsx", '<row><c t="n"><v>5</v></c></row>')
        assert values_in(changed(path, **{"_rels__.rels": None})) == {"A1": 5}

    def test_a_list_of_parts_may_name_others(self, tmp_path: Path) -> None:
        path = by_hand(tmp_path / "r.xlsx", '<row><c t="n"><v>5</v></c></row>')
        links = parts_of(path)["_rels/.rels"].replace(b"officeDocument", b"other")
        assert values_in(changed(path, **{"_rels__.rels": links})) == {"A1": 5}


class TestDates:
    """Dates as Excel keeps them, from both first days and in Chinese formats."""

    def test_the_system_of_1904_gives_the_same_days(self, tmp_path: Path) -> None:
        page = sheet_of([[date(2025, 9, 30), datetime(2025, 9, 30, 8, 5)]])  # noqa: DTZ001
        assert page.parent is not None
        page.parent.epoch = MAC_EPOCH
        book = book_of(page, tmp_path)
        assert book.from_1904
        assert [cell.value for cell in book.sheets[0]] == [
            *(date(2025, 9, 30), datetime(2025, 9, 30, 8, 5))  # noqa: DTZ001
        ]

    def test_a_format_that_stands_by_number_alone(self, tmp_path: Path) -> None:
        styles = (
            f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="yyyy/mm"/>'
            '<numFmt numFmtId="171"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            '<cellXfs><xf numFmtId="31"/><xf/><xf numFmtId="170"/><xf numFmtId="171"/>'
            '<xf numFmtId="999"/></cellXfs></styleSheet>'
        )
        cells = "".join(f'<c s="{style}"><v>45930</v></c>' for style in range(5))
        found = values_in(by_hand(tmp_path / "f.xlsx", f"<row>{cells}</row>", styles=styles))
        day = date(2025, 9, 30)
        assert [*found.values()] == [day, 45930, day, 45930, 45930]

    def test_what_is_no_day_stays_a_number(self, tmp_path: Path) -> None:
        page = sheet_of([[0.0, -5]])
        for column in (1, 2):
            page.cell(1, column).number_format = "yyyy-mm-dd"
        assert [*values_in(save(page, tmp_path / "n.xlsx")).values()] == [0, -5]


class TestSheets:
    """What a sheet hides, merges or leaves empty is known."""

    def test_hidden_rows_columns_and_sheets(self, tmp_path: Path) -> None:
        page = sheet_of([["甲", "乙", "丙"], ["丁", None, "己"]])
        page.row_dimensions[2].hidden = True
        page.column_dimensions["C"].hidden = True
        page.column_dimensions["H"].hidden = True
        assert page.parent is not None
        page.parent.create_sheet("藏").sheet_state = "hidden"
        first, second = book_of(page, tmp_path).sheets
        assert [(row.number, row.hidden) for row in first.rows] == [(1, False), (2, True)]
        assert first.hidden_columns == (3,)
        assert (first.hidden, second.hidden, second.rows) == (False, True, ())

    def test_merged_cells(self, tmp_path: Path) -> None:
        page = sheet_of([["甲", "乙"], ["丙", "丁"]])
        page.merge_cells("A1:B2")
        sheet = book_of(page, tmp_path).sheets[0]
        assert sheet.merged == (Range(1, 1, 2, 2),)
        covering = sheet.range_over(2, 2)
        assert covering is not None
        assert covering.address == "A1:B2"
        assert sheet.range_over(1, 1) is None
        assert [cell.address for cell in sheet] == ["A1"]

    def test_cells_and_sheets_are_found_by_place_and_name(self, tmp_path: Path) -> None:
        book = book_of(sheet_of([["甲", None, "丙"]], "Sheet1"), tmp_path)
        sheet = book.sheet(" sheet1 ")
        assert sheet is not None
        assert book.sheet("别的") is None
        assert [one and one.value for one in (sheet.at(1, 3), sheet.at(1, 2))] == ["丙", None]
        told = [sheet.fault("file.empty", (), *place).text() for place in ((), (7,), (7, 28))]
        assert [one.split(": ")[0] for one in told] == [
            *("书.xlsx Sheet1", "书.xlsx Sheet1!A7", "书.xlsx Sheet1!AB7")
        ]

    def test_empty_cells_with_a_format_are_none(self, tmp_path: Path) -> None:
        page = sheet_of([["甲"]])
        for row in range(2, 50):
            page.cell(row, 3).fill = PatternFill("solid", fgColor="FFEEDD")
        assert [row.number for row in book_of(page, tmp_path).sheets[0].rows] == [1]

    def test_a_sheet_of_charts_is_passed_over(self, tmp_path: Path) -> None:
        more = '<sheet name="图" sheetId="2" r:id="rId4"/>'
        path = by_hand(tmp_path / "c.xlsx", "", sheets=more)
        assert [sheet.name for sheet in open_workbook(path).sheets] == ["台账"]


class TestAddresses:
    """Columns are counted in letters."""

    @given(number=st.integers(1, 16_384))
    def test_a_name_of_a_cell_is_read_back(self, number: int) -> None:
        address = Cell(7, number, 1).address
        assert read_address(address) == (7, number)

    @pytest.mark.parametrize("text", ["", "7", "B", "b7", "ABCD1", "甲1"])
    def test_what_is_no_address_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match=f"^{text}$"):
            read_address(text)

    def test_what_is_no_column_is_refused(self) -> None:
        with pytest.raises(ValueError, match="é"):
            column_number("é")
