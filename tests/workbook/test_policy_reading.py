"""Policy workbooks that something happened to: every cell is named that cannot be taken."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from policy_books import (
    CLAUSES,
    GENERAL,
    LIMITS,
    SHILI,
    URGENT,
    VARIANTS,
    add_clause,
    brought_back,
    changed,
    cite_notice,
    exported,
    fill,
    refused,
    row_of,
    ten_days,
)
from xinfang_core.errors import RecordError
from xinfang_core.workbook.policy_reading import told_edition

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

NEW = "2027-03-01.toml"


class TestTheCover:
    """The cover says of which edition a workbook was made."""

    def test_it_tells_label_and_digest(self, tmp_path: Path) -> None:
        book = changed(exported(SHILI), tmp_path, lambda _: None)
        label, digest = told_edition(book)
        assert label == "shili@2027-03-01"
        assert len(digest) == 16

    @pytest.mark.parametrize("cell", ["A3", "B3"])
    def test_a_workbook_without_one_is_no_policy_workbook(self, cell: str, tmp_path: Path) -> None:
        def spoiled(workbook: Workbook) -> None:
            workbook["说明"][cell].value = "别的"

        with pytest.raises(RecordError) as caught:
            told_edition(changed(exported(SHILI), tmp_path, spoiled))
        assert [fault.code for fault in caught.value.faults] == ["book.no_cover"]

    def test_nor_is_one_of_other_sheets(self, tmp_path: Path) -> None:
        def renamed(workbook: Workbook) -> None:
            workbook["说明"].title = "封面"

        with pytest.raises(RecordError, match="policy export"):
            told_edition(changed(exported(SHILI), tmp_path, renamed))


class TestSheetsAndColumns:
    """A sheet or column that is unknown, missing or there twice."""

    def test_a_sheet_that_is_gone_and_one_that_is_unknown(self, tmp_path: Path) -> None:
        def renamed(workbook: Workbook) -> None:
            workbook[LIMITS].title = "何时办理"

        assert refused(tmp_path, renamed) == [
            ("book.unknown_sheet", "何时办理"),
            ("book.no_sheet", "book.xlsx"),
        ]

    def test_an_empty_sheet_more_does_no_harm(self, tmp_path: Path) -> None:
        def added(workbook: Workbook) -> None:
            workbook.create_sheet("Sheet1")

        assert brought_back(tmp_path, added).text == SHILI[NEW]

    def test_columns_are_known_by_their_names_wherever_they_stand(self, tmp_path: Path) -> None:
        def moved(workbook: Workbook) -> None:
            ten_days(workbook)
            sheet = workbook[LIMITS]
            sheet.move_range("K1:K6", cols=1)
            sheet["L1"].value = " 说明 "

        assert "value = 10" in brought_back(tmp_path, moved).text

    def test_a_column_that_is_renamed_or_there_twice(self, tmp_path: Path) -> None:
        def renamed(workbook: Workbook) -> None:
            workbook[LIMITS]["F1"].value = "计量单位"
            workbook[VARIANTS]["G1"].value = "取值"

        assert refused(tmp_path, renamed) == [
            ("book.unknown_column", "何时办!F1"),
            ("book.no_column", "何时办!A1"),
            ("book.column_twice", "变体!G1"),
            ("book.no_column", "变体!A1"),
        ]

    def test_what_stands_beside_the_table_is_named(self, tmp_path: Path) -> None:
        def noted(workbook: Workbook) -> None:
            workbook[LIMITS]["N3"].value = "已改"

        assert refused(tmp_path, noted) == [("book.outside", "何时办!N3")]

    def test_merged_cells_are_named(self, tmp_path: Path) -> None:
        def merged(workbook: Workbook) -> None:
            workbook[LIMITS].merge_cells("G3:G4")

        assert ("book.merged", "何时办!G3") in refused(tmp_path, merged)


class TestRows:
    """Each row is known by its path, and all of them are there once."""

    def test_rows_may_stand_in_another_order(self, tmp_path: Path) -> None:
        def sorted_anew(workbook: Workbook) -> None:
            sheet = workbook[LIMITS]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            for number, row in enumerate(reversed(rows), 2):
                for column, value in enumerate(row, 1):
                    sheet.cell(number, column).value = value

        assert brought_back(tmp_path, sorted_anew).text == SHILI[NEW]

    def test_a_path_that_is_changed_or_there_twice(self, tmp_path: Path) -> None:
        def retyped(workbook: Workbook) -> None:
            fill(workbook, LIMITS, GENERAL, **{"路径（勿改）": URGENT})
            fill(workbook, LIMITS, "reply_deadline.start", **{"路径（勿改）": "start"})

        assert refused(tmp_path, retyped) == [
            ("book.unknown_row", "何时办!A2"),
            ("book.row_twice", "何时办!A5"),
            ("book.no_row", "何时办"),
            ("book.no_row", "何时办"),
        ]

    def test_a_row_or_a_clause_that_is_gone(self, tmp_path: Path) -> None:
        def deleted(workbook: Workbook) -> None:
            workbook[LIMITS].delete_rows(5)
            workbook[CLAUSES].delete_rows(3)

        assert refused(tmp_path, deleted) == [
            ("book.no_row", "条款"),
            ("book.no_row", "何时办"),
        ]

    def test_a_hidden_row_may_not_hide_a_change(self, tmp_path: Path) -> None:
        def hidden(workbook: Workbook) -> None:
            ten_days(workbook)
            for sheet, first in ((LIMITS, GENERAL), (CLAUSES, "通知2"), (LIMITS, URGENT)):
                number = row_of(workbook[sheet], first)
                workbook[sheet].row_dimensions[number].hidden = True

        assert refused(tmp_path, hidden) == [
            ("book.hidden", "条款!A4"),
            ("book.hidden", "何时办!A5"),
        ]

    def test_nor_may_a_hidden_sheet(self, tmp_path: Path) -> None:
        def hidden(workbook: Workbook) -> None:
            ten_days(workbook)
            workbook[LIMITS].sheet_state = "hidden"

        assert refused(tmp_path, hidden) == [("book.hidden", "何时办!A5")]


class TestCells:
    """A cell that holds something else than its column wants."""

    @pytest.mark.parametrize(
        ("column", "content", "code"),
        [
            ("取值", "=3+4", "book.formula"),
            ("取值", "#N/A", "book.error"),
            ("取值", date(2026, 1, 5), "book.became_date"),
            ("条款", datetime(2026, 1, 5), "book.became_date"),  # noqa: DTZ001
            ("取值", 7.5, "book.not_integer"),
            ("取值", "七", "book.not_integer"),
            ("取值", -1, "book.not_integer"),
            ("取值", True, "book.not_integer"),
            ("单位", "工作曰", "book.unknown_choice_near"),
            ("单位", "光年", "book.unknown_choice"),
            ("依据", "原文", "book.unknown_choice_near"),
            ("说明", True, "book.not_text"),
            ("规则", "别的规则", "book.fixed"),
            ("适用", "紧急事项", "book.fixed"),
        ],
    )
    def test_it_is_named_with_what_is_wanted(
        self, column: str, content: object, code: str, tmp_path: Path
    ) -> None:
        def typed(workbook: Workbook) -> None:
            fill(workbook, LIMITS, GENERAL, **{column: content})
            if content == "#N/A":
                workbook[LIMITS].cell(5, 5).data_type = "e"

        place = {"取值": "E5", "单位": "F5", "条款": "G5", "依据": "J5", "说明": "K5"}
        wanted = {**place, "规则": "B5", "适用": "D5"}[column]
        assert refused(tmp_path, typed) == [(code, f"何时办!{wanted}")]

    def test_all_of_them_are_named_at_once(self, tmp_path: Path) -> None:
        def typed(workbook: Workbook) -> None:
            add_clause(workbook, 条款编号="=A1", 位置=date(2026, 1, 5))
            fill(workbook, LIMITS, GENERAL, 取值="七", 单位="光年")
            fill(workbook, LIMITS, URGENT, 依据="原文")

        assert [place for _, place in refused(tmp_path, typed)] == [
            *("条款!A4", "条款!B4"),
            *("何时办!J3", "何时办!E5", "何时办!F5"),
        ]

    def test_a_grey_cell_may_be_emptied_but_its_path(self, tmp_path: Path) -> None:
        def emptied(workbook: Workbook) -> None:
            fill(workbook, LIMITS, GENERAL, 规则=None, 参数=None, 适用=None)

        assert brought_back(tmp_path, emptied).text == SHILI[NEW]

    def test_a_clause_that_looks_like_a_formula_is_text(self, tmp_path: Path) -> None:
        text = SHILI[NEW].replace('locator = "第九条"', 'locator = "=第九条"')
        texts = {**SHILI, NEW: text}
        assert brought_back(tmp_path, lambda _: None, texts).text == text

    def test_a_day_since_is_known_and_not_to_be_changed(self, tmp_path: Path) -> None:
        made = brought_back(tmp_path, ten_days)
        texts = {**SHILI, NEW: made.text}

        def later(workbook: Workbook) -> None:
            fill(workbook, CLAUSES, "通知2", 施行日=date(2027, 4, 1))

        def garbled(workbook: Workbook) -> None:
            fill(workbook, CLAUSES, "通知2", 施行日="下月")

        assert refused(tmp_path, later, texts) == [("book.fixed", "条款!G4")]
        assert refused(tmp_path, garbled, texts) == [("book.not_date", "条款!G4")]

    @pytest.mark.parametrize("typed", ["2027-03-01", "2027年3月1日", datetime(2027, 3, 1)])  # noqa: DTZ001
    def test_a_day_may_be_typed_again(self, typed: object, tmp_path: Path) -> None:
        made = brought_back(tmp_path, ten_days)
        texts = {**SHILI, NEW: made.text}

        def again(workbook: Workbook) -> None:
            fill(workbook, CLAUSES, "通知2", 施行日=typed)

        assert brought_back(tmp_path, again, texts).text == made.text

    def test_the_id_of_a_new_clause_may_be_a_number(self, tmp_path: Path) -> None:
        def numbered(workbook: Workbook) -> None:
            cite_notice(workbook, 条款编号=12, 搁置理由="示例")  # type: ignore[arg-type]

        assert brought_back(tmp_path, numbered).after.clauses[-1].clause_id == "12"

    def test_an_id_that_became_a_date_is_named_once(self, tmp_path: Path) -> None:
        def dated(workbook: Workbook) -> None:
            cite_notice(workbook, 条款编号=date(2027, 1, 5), 搁置理由="示例")  # type: ignore[arg-type]

        assert [code for code, _ in refused(tmp_path, dated)] == ["book.became_date"]

    def test_two_new_clauses_of_one_id_are_named(self, tmp_path: Path) -> None:
        def twice(workbook: Workbook) -> None:
            cite_notice(workbook, 搁置理由="示例")
            cite_notice(workbook, 搁置理由="示例")

        assert [code for code, _ in refused(tmp_path, twice)] == ["book.row_twice"]
