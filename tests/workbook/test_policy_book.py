"""The workbook of a policy: what may be changed, what is chosen, how it prints; always the same."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from command import run_apart
from policy_books import GENERAL, LIMITS, SHILI, TOP, exported, row_of
from xinfang_core.errors import MisuseError
from xinfang_core.policy import load_policy, policy_ids
from xinfang_core.policy.files import policy_texts, shipped_texts
from xinfang_core.workbook.policy_looks import lines_of
from xinfang_core.workbook.policy_rows import book_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


@cache
def _book(policy_id: str = "") -> Workbook:
    texts: Mapping[str, str] = shipped_texts(policy_id) if policy_id else SHILI
    return load_workbook(io.BytesIO(exported(texts)))


def _columns(sheet: Worksheet) -> dict[Any, int]:
    return {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)}


def _lists(sheet: Any, address: str) -> list[str]:  # noqa: ANN401 - a worksheet
    found = sheet.data_validations.dataValidation
    return [one.formula1 for one in found if address in one.sqref]


class TestSheets:
    """A sheet a group of rules, the cover first and the lists last."""

    def test_they_are_named_as_the_groups_are(self) -> None:
        assert _book("online-proxy").sheetnames == [
            *("说明", "条款", "是什么", "由谁办", "何时办", "后续与评价"),
            *("台账", "站点", "流程", "变体确认", "变体", "选项"),
        ]
        assert "文书" in _book("national").sheetnames

    def test_what_a_policy_declares_has_sheets_of_its_own(self) -> None:
        texts = policy_texts(TOP / "examples" / "localities" / "bayannur")
        names = load_workbook(io.BytesIO(exported(texts))).sheetnames
        assert {"自定环节", "自定阶梯", "自定指标"} <= {*names}

    def test_the_cover_explains_and_says_of_which_edition_it_is(self) -> None:
        cover = _book()["说明"]
        rows = range(1, 14)
        told = {cover.cell(row, 1).value: str(cover.cell(row, 2).value) for row in rows}
        assert told["版本"] == "shili@2027-03-01"
        assert told["施行日"] == "2027-03-01"
        assert "浅黄色" in told["哪些可以改"]
        assert "xinfang policy import" in told["怎样交回"]
        assert _book("online-proxy")["说明"]["B8"].value == "来源未署日期"

    @pytest.mark.parametrize("policy_id", policy_ids())
    def test_every_value_of_a_policy_stands_in_it_once(self, policy_id: str) -> None:
        policy = load_policy(policy_id)
        plans = book_of(policy, policy.editions[0]).plans
        addresses = [row.one.address for plan in plans for row in plan.rows if row.one]
        sheets = _book(policy_id).worksheets
        paths = [sheet.cell(row, 1).value for sheet in sheets for row in range(2, 400)]
        assert all(paths.count(address) == 1 for address in addresses)

    def test_nothing_in_them_is_english_but_what_is_for_the_program(self) -> None:
        sheet = _book("national")[LIMITS]
        columns = _columns(sheet)
        for name in ("规则", "适用", "单位", "依据"):
            for row in range(2, sheet.max_row + 1):
                value = sheet.cell(row, columns[name]).value
                assert value is None or not str(value).isascii() or str(value).isdecimal()


class TestWhatMayBeChanged:
    """It is marked, and the rest is locked; there is no password."""

    def test_values_and_their_citations_may_be_changed(self) -> None:
        sheet = _book()[LIMITS]
        columns = _columns(sheet)
        row = row_of(sheet, GENERAL)
        for name, column in columns.items():
            cell = sheet.cell(row, column)
            fixed = name in {"路径（勿改）", "规则", "参数", "适用"}
            assert cell.protection.locked is fixed
            assert (cell.fill.fgColor.rgb == "00FFF7D6") is not fixed

    def test_the_unit_of_an_amount_is_no_choice(self) -> None:
        sheet = _book("online-proxy")["后续与评价"]
        row = row_of(sheet, "incentive.amount award_level=resolved")
        column = _columns(sheet)["单位"]
        assert sheet.cell(row, column).value == "元"
        assert sheet.cell(row, column).protection.locked

    def test_every_sheet_is_protected_without_a_password(self) -> None:
        for sheet in _book().worksheets:
            assert sheet.protection.sheet
            assert not sheet.protection.password
            assert not sheet.protection.formatColumns

    def test_new_clauses_have_empty_rows(self) -> None:
        sheet = _book()["条款"]
        assert sheet.cell(4, 1).value is None
        assert not sheet.cell(4, 1).protection.locked
        assert sheet.cell(4, _columns(sheet)["施行日"]).protection.locked
        assert sheet.cell(4, 1).number_format == "@"


class TestChoices:
    """Lists are drop-downs, in Chinese; clauses are chosen by their ids, new ones too."""

    def test_each_choice_has_its_list(self) -> None:
        book = _book()
        sheet, lists = book[LIMITS], book["选项"]
        (unit,) = _lists(sheet, "F5")
        (basis,) = _lists(sheet, "J5")
        (clause,) = _lists(sheet, "G5")
        assert clause == "'条款'!$A$2:$A$23"
        assert [cell.value for (cell,) in lists[basis.split("!")[1].replace("$", "")]] == [
            *("原文载明", "解释", "推定"),
        ]
        units = [cell.value for (cell,) in lists[unit.split("!")[1].replace("$", "")]]
        assert units[:2] == ["工作日", "自然日"]

    def test_a_value_that_is_a_name_has_one_and_a_number_has_none(self) -> None:
        book = _book()
        (kinds,) = _lists(book["是什么"], "E2")
        words = [cell.value for (cell,) in book["选项"][kinds.split("!")[1].replace("$", "")]]
        assert words[-1] == "原文未载明"
        assert not _lists(book[LIMITS], "E5")


class TestPrint:
    """It is read on paper too."""

    def test_a_sheet_lies_across_and_repeats_its_head(self) -> None:
        sheet: Any = _book()[LIMITS]
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.freeze_panes == "E2"
        assert _book()["条款"].freeze_panes == "B2"

    def test_rows_are_as_high_as_their_text(self) -> None:
        assert lines_of("说明", 10) == 1
        assert lines_of("一二三四五六", 10) == 2
        assert lines_of("abc\n\nd", 10) == 3
        sheet = _book()[LIMITS]
        height = sheet.row_dimensions[row_of(sheet, GENERAL)].height
        assert height is not None
        assert height > 16


class TestLongTexts:
    """No cell takes more than 32,767 characters, and nothing is cut without a word."""

    def test_a_longer_note_is_refused(self) -> None:
        longest = SHILI["2027-03-01.toml"].replace("不属前几类的", "长" * 32_757)
        assert exported({"2027-03-01.toml": longest})
        with pytest.raises(MisuseError) as caught:
            exported({"2027-03-01.toml": longest.replace("长长长", "长长长长")})
        (fault,) = caught.value.faults
        assert (fault.code, fault.place) == ("book.too_long", "是什么!K2")
        assert "32767" in fault.text()


class TestBytes:
    """Two exports are one file, wherever and whenever they are made."""

    def test_they_are_the_same_in_another_zone_with_another_hash_seed(self, tmp_path: Path) -> None:
        made = []
        for zone, seed in (("Asia/Shanghai", "1"), ("America/New_York", "2")):
            path = tmp_path / zone.replace("/", "-") / "book.xlsx"
            path.parent.mkdir()
            arguments = ("policy", "export", "online-proxy", "--output", str(path))
            assert run_apart(*arguments, TZ=zone, PYTHONHASHSEED=seed).returncode == 0
            made.append(path.read_bytes())
        assert made[0] == made[1]
