"""Examples in a workbook: the sheets that have a column of ids, each cell by its name."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from example_tables import DAYS, GENERAL, bench
from xinfang_core.errors import RecordError
from xinfang_core.examples.example import Table
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.reports.lines import mismatch_lines
from xinfang_core.examples.results import Verdict
from xinfang_core.examples.sheet_tables import sheet_tables
from xinfang_core.workbook.opening import open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from xinfang_core.examples.example import Examples
    from xinfang_core.examples.sheet_tables import SheetTables

DUE = "want.reply_deadline_due"
ROW = {
    **GENERAL,
    "as_of": date(2025, 10, 31),
    "known_on": date(2025, 9, 1),
    "received_at": date(2025, 9, 24),
    "accepted_at": date(2025, 9, 26),
    DUE: date(2025, 10, 23),
}


def tables(folder: Path, change: Callable[[Worksheet], object], row: Any = ROW) -> SheetTables:  # noqa: ANN401
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "答复"
    fill(sheet, row)
    change(sheet)
    path = folder / "book.xlsx"
    book.save(path)
    return sheet_tables(open_workbook(path), "book.xlsx")


def fill(sheet: Worksheet, row: dict[str, Any]) -> None:
    sheet.append([*row])
    sheet.append([f"列：{name}" for name in row])
    sheet.append([*row.values()])


def read(found: SheetTables) -> Examples:
    kept: Iterable[Table] = (
        Table(listing, "online-proxy", "book.xlsx", sheet, found.notes)
        for sheet, listing in found.listings.items()
    )
    return read_examples(kept, Policies())


def faults(folder: Path, change: Callable[[Worksheet], object], row: Any = ROW) -> list[str]:  # noqa: ANN401
    with pytest.raises(RecordError) as error:
        read(tables(folder, change, row))
    return [f"{fault.code} {fault.place}" for fault in error.value.faults]


def nothing(_: Worksheet) -> None:
    """The sheet as it is."""


class TestSheets:
    """A sheet with a column of ids is a table."""

    def test_dates_are_read_as_excel_keeps_them(self, tmp_path: Path) -> None:
        (example,) = read(tables(tmp_path, nothing))
        found = bench().run([example], Policies().find)
        assert next(found).verdict is Verdict.matched

    def test_a_mismatch_names_the_cell(self, tmp_path: Path) -> None:
        row = {**ROW, DUE: date(2025, 10, 24)}
        (example,) = read(tables(tmp_path, nothing, row))
        found = bench().run([example], Policies().find)
        assert next(mismatch_lines(found)) == f"book.xlsx 答复!H3 {DUE}（general）"

    def test_every_sheet_with_ids_is_a_table_and_a_hidden_one_is_none(self, tmp_path: Path) -> None:
        def change(sheet: Worksheet) -> None:
            book: Any = sheet.parent
            book.create_sheet("封面", 0)["A1"] = "说明"
            book.create_sheet("空")
            fill(book.create_sheet("二"), {**ROW, "id": "b"})
            hidden = book.create_sheet("藏")
            fill(hidden, ROW)
            hidden.sheet_state = "hidden"

        assert [*tables(tmp_path, change).listings] == ["答复", "二"]

    def test_a_workbook_without_ids_holds_no_examples(self, tmp_path: Path) -> None:
        codes = faults(tmp_path, lambda sheet: sheet.delete_rows(1, 9))
        assert codes == ["example.no_sheet book.xlsx"]

    def test_an_id_of_two_sheets_is_told(self, tmp_path: Path) -> None:
        def change(sheet: Worksheet) -> None:
            book: Any = sheet.parent
            fill(book.create_sheet("二"), ROW)

        codes = faults(tmp_path, change)
        assert codes == ["example.twice book.xlsx 二!A3"]


class TestCells:
    """What Excel did to a cell is told before anything is answered."""

    @pytest.mark.parametrize(
        ("cell", "value", "code"),
        [
            ("A3", date(2026, 1, 5), "workbook.became_date"),
            ("D3", date(2026, 1, 5), "workbook.became_date"),
            ("D3", time(9, 30), "workbook.became_date"),
            ("G3", "=1+1", "workbook.no_result"),
            ("G3", 12345678901234567, "workbook.cut_number"),
            ("B3", 45961, "moment.serial"),
            ("C1", " known_on", "example.spelling"),
            ("B1", "id", "workbook.header_twice"),
            ("J3", "x", "header.empty"),
            ("B2", date(2025, 10, 31), "example.no_labels"),
        ],
    )
    def test_what_excel_made_of_one_is_told_with_its_name(
        self, tmp_path: Path, cell: str, value: object, code: str
    ) -> None:
        def change(sheet: Worksheet) -> None:
            sheet[cell].value = value
            if isinstance(value, int):
                sheet[cell].number_format = "General"

        wanted = cell.replace("J3", "J1") if code == "header.empty" else cell
        place = "答复!A2" if code == "example.no_labels" else f"答复!{wanted}"
        assert f"{code} book.xlsx {place}" in faults(tmp_path, change)

    def test_merged_cells_hide_values(self, tmp_path: Path) -> None:
        def change(sheet: Worksheet) -> None:
            sheet.append(["b", *[*ROW.values()][1:]])
            sheet.merge_cells("G3:G4")

        assert faults(tmp_path, change) == ["workbook.merged book.xlsx 答复!G4"]

    def test_a_day_may_stand_in_a_note(self, tmp_path: Path) -> None:
        row = {**ROW, "note": date(2025, 10, 1), "case_no": 17}
        assert len(read(tables(tmp_path, nothing, row))) == 1

    def test_hidden_rows_and_columns_are_read_and_told(self, tmp_path: Path) -> None:
        def change(sheet: Worksheet) -> None:
            sheet.row_dimensions[3].hidden = True
            sheet.column_dimensions["D"].hidden = True

        found = read(tables(tmp_path, change))
        assert [note.code for note in found.notes] == [
            "workbook.hidden_rows",
            "workbook.hidden_columns",
        ]
        assert "D" in found.notes[1].text()
        assert len(found) == 1

    def test_text_is_as_good_as_dates(self, tmp_path: Path) -> None:
        row = {**GENERAL, **DAYS, DUE: "2025-10-23"}
        (example,) = read(tables(tmp_path, nothing, row))
        assert example.terms.as_of == date(2025, 10, 31)
