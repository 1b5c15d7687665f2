"""``xinfang policy export`` and ``import``: a notice is carried out in a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from command import TOP, run
from libreoffice import resaved
from policy_books import GENERAL, LIMITS, READINGS, SHILI, cite_notice, fill, ten_days

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.workbook import Workbook

Capture = pytest.CaptureFixture[str]

NEW = "2027-03-01.toml"
PROXY = {
    "limit": "reply_deadline.limit reply_kind=general",
    "amount": "incentive.amount award_level=resolved",
}


TOWN = """\
[policy]
id = "zhen"
title = "示例镇补充规定"
fills = "shili"
effective = 2027-03-01
picked_by = "register"
transition = "自施行日起登记的适用"

[[clause]]
id = "3"
locator = "第三条"
text = "需要调查的30个工作日内答复"
encoded_by = ["reply_deadline.limit"]

[reply_deadline.limit]
clause = "3"
basis = "stated"
cells = [
  { reply_kind = "investigation", value = 30, unit = "working_day", phrase = "30个工作日内答复" },
]
"""
"""What a town fills in of the policy of ``shili``."""


@pytest.fixture
def shili(tmp_path: Path) -> Path:
    """A folder of a policy with two editions."""
    folder = tmp_path / "shili"
    folder.mkdir()
    for name, text in SHILI.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _change(path: Path, change: Callable[[Workbook], None]) -> None:
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)


def _states(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        one.name: (one.read_text(encoding="utf-8"), one.stat().st_mtime_ns)
        for one in folder.iterdir()
    }


class TestExport:
    """One edition as a workbook."""

    def test_the_newest_edition_or_the_one_of_a_day(
        self, capsys: Capture, shili: Path, tmp_path: Path
    ) -> None:
        labels = []
        for name in (str(shili), f"{shili}@2026-05-01"):
            book = tmp_path / "book.xlsx"
            assert run(capsys, "policy", "export", name, "--output", str(book)).code == 0
            labels.append(load_workbook(book)["说明"]["B4"].value)
        assert labels == ["shili@2027-03-01", "shili@2026-01-01"]

    def test_a_day_before_all_editions_is_refused(
        self, capsys: Capture, shili: Path, tmp_path: Path
    ) -> None:
        book = tmp_path / "book.xlsx"
        ran = run(capsys, "policy", "export", f"{shili}@2020-01-01", "--output", str(book))
        assert ran.code == 2
        assert "2020-01-01" in ran.err
        assert not book.exists()

    def test_a_workbook_is_named_as_one(self, capsys: Capture, shili: Path, tmp_path: Path) -> None:
        book = tmp_path / "book.xls"
        ran = run(capsys, "policy", "export", str(shili), "--output", str(book))
        assert (ran.code, ".xlsx" in ran.err, book.exists()) == (2, True, False)

    def test_a_policy_file_is_not_overwritten(self, capsys: Capture, shili: Path) -> None:
        before = _states(shili)
        ran = run(capsys, "policy", "export", str(shili), "--output", str(shili / NEW))
        assert ran.code == 2
        assert _states(shili) == before

    def test_what_a_file_fills_in_is_exported_alone(self, capsys: Capture, tmp_path: Path) -> None:
        book = tmp_path / "book.xlsx"
        folder = TOP / "examples" / "policies" / "beijing-mandate"
        assert run(capsys, "policy", "export", str(folder), "--output", str(book)).code == 0
        workbook = load_workbook(book)
        assert workbook.sheetnames == ["说明", "条款", "由谁办", "选项"]
        assert workbook["说明"]["B4"].value == "beijing-mandate@undated"
        ran = run(capsys, "policy", "import", str(book), "--into", str(folder))
        assert (ran.code, "没有改动" in ran.out) == (0, True)


class TestImport:
    """What the workbook says differently is written, and told."""

    @pytest.fixture
    def book(self, capsys: Capture, shili: Path, tmp_path: Path) -> Path:
        """The workbook of the newest edition."""
        path = tmp_path / "book.xlsx"
        assert run(capsys, "policy", "export", str(shili), "--output", str(path)).code == 0
        return path

    def test_without_a_change_nothing_is_written(
        self, capsys: Capture, shili: Path, book: Path
    ) -> None:
        before = _states(shili)
        ran = run(capsys, "policy", "import", str(book), "--into", str(shili))
        assert (ran.code, ran.err) == (0, "")
        assert "没有改动" in ran.out
        assert _states(shili) == before

    def test_changes_are_told_with_what_to_look_at(
        self, capsys: Capture, shili: Path, book: Path
    ) -> None:
        def change(workbook: Workbook) -> None:
            ten_days(workbook)
            fill(workbook, READINGS, "working_days", 名称="按工作日", 本版本仍然有效="是")

        _change(book, change)
        before = _states(shili)
        dry = run(capsys, "policy", "import", str(book), "--into", str(shili), "--dry-run")
        assert dry.code == 0
        assert _states(shili) == before
        ran = run(capsys, "policy", "import", str(book), "--into", str(shili / NEW))
        assert ran.code == 0
        assert "7日（自然日） → 10个工作日" in ran.out
        assert "变体 working_days 的名称" in ran.out
        assert "提示" in ran.out
        assert {name for name in before if _states(shili)[name] != before[name]} == {NEW}
        again = run(capsys, "policy", "import", str(book), "--into", str(shili))
        assert (again.code, "已被改过" in again.err) == (2, True)

    def test_a_file_that_fills_in_an_own_policy_is_named_behind_it(
        self, capsys: Capture, shili: Path, tmp_path: Path
    ) -> None:
        town, path = tmp_path / "zhen.toml", tmp_path / "zhen.xlsx"
        town.write_text(TOWN, encoding="utf-8")
        both = f"{shili}+{town}"
        assert run(capsys, "policy", "export", both, "--output", str(path)).code == 0
        words = ["policy", "import", str(path), "--into"]
        assert "没有改动" in run(capsys, *words, both).out

        def change(workbook: Workbook) -> None:
            limit = "reply_deadline.limit reply_kind=investigation"
            fill(workbook, LIMITS, limit, 说明="示例", 依据="解释")

        _change(path, change)
        before = _states(shili)
        ran = run(capsys, *words, both)
        assert (ran.code, ran.err) == (0, "")
        assert "示例" in town.read_text(encoding="utf-8")
        assert _states(shili) == before

    def test_with_a_fault_nothing_is_written(
        self, capsys: Capture, shili: Path, book: Path
    ) -> None:
        def change(workbook: Workbook) -> None:
            cite_notice(workbook, 搁置理由="示例")
            fill(workbook, LIMITS, GENERAL, 取值="七", 依据="原文")

        _change(book, change)
        before = _states(shili)
        ran = run(capsys, "policy", "import", str(book), "--into", str(shili))
        assert ran.code == 2
        assert [line.split(":")[0] for line in ran.err.splitlines()] == [
            "book.xlsx 何时办!E5",
            "book.xlsx 何时办!J5",
        ]
        assert _states(shili) == before

    def test_a_file_that_is_no_workbook_is_refused(
        self, capsys: Capture, shili: Path, tmp_path: Path
    ) -> None:
        other = tmp_path / "other.xlsx"
        other.write_text("编号,取值\n", encoding="utf-8")
        ran = run(capsys, "policy", "import", str(other), "--into", str(shili))
        assert ran.code == 2
        assert ".xlsx" in ran.err

    def test_a_workbook_that_libreoffice_saved_is_the_same(
        self, capsys: Capture, shili: Path, book: Path, tmp_path: Path
    ) -> None:
        folder = tmp_path / "resaved"
        folder.mkdir()
        before = _states(shili)
        found = resaved(book, folder)
        ran = run(capsys, "policy", "import", str(found), "--into", str(shili))
        assert (ran.code, ran.err) == (0, "")
        assert _states(shili) == before
        _change(book, ten_days)
        found = resaved(book, folder)
        ran = run(capsys, "policy", "import", str(found), "--into", str(shili))
        assert (ran.code, ran.err) == (0, "")
        assert "value = 10" in (shili / NEW).read_text(encoding="utf-8")


class TestTheOfficersTask:
    """A notice: from 2027-03-01 general matters in 10 working days, 30 yuan for a settled case."""

    def test_it_takes_three_commands_and_a_workbook(self, capsys: Capture, tmp_path: Path) -> None:
        folder, book = str(tmp_path / "mine"), tmp_path / "book.xlsx"
        notice = ("--effective", "2027-03-01", "--notice", "补贴调整通知", "--output", folder)
        assert run(capsys, "policy", "new", "online-proxy", *notice).code == 0
        assert run(capsys, "policy", "export", folder, "--output", str(book)).code == 0

        def change(workbook: Workbook) -> None:
            cite_notice(workbook, 条款编号="通知1", 位置="第一条", 转述="一般事项10个工作日")
            cite_notice(workbook, 条款编号="通知2", 位置="第二条", 转述="息诉且满意的每件30元")
            stated: dict[str, Any] = {"依据": "原文载明", "说明": None}
            days = {"取值": 10, "条款": "通知1", "原文短语": "10个工作日内答复", **stated}
            fill(workbook, LIMITS, PROXY["limit"], **days)
            yuan = {"取值": 30, "条款": "通知2", "原文短语": "每件奖励30元", **stated}
            fill(workbook, "后续与评价", PROXY["amount"], **yuan)
            for name in ("calendar_days", "sum", "base_plus_bonus"):
                fill(workbook, READINGS, name, 本版本仍然有效="是")

        _change(book, change)
        ran = run(capsys, "policy", "import", str(book), "--into", folder)
        assert (ran.code, ran.err) == (0, "")
        assert "15个工作日 → 10个工作日" in ran.out
        assert "20元 → 30元" in ran.out
        checked = run(capsys, "policy", "validate", folder)
        assert (checked.code, "警示" in checked.out) == (0, False)
