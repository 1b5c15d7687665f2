"""Progress for a program that shows it itself: lines on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from command import REGISTER, register, run
from workbooks import save, sheet_of
from xinfang_core.cli import output
from xinfang_core.cli.output import tracked
from xinfang_core.workbook import grid

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class TestAProgramThatShowsProgressItself:
    """``XINFANG_PROGRESS=lines``: what is done, what there is, a few times a second."""

    def test_the_first_line_comes_before_the_first_item_and_the_last_after_all(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("XINFANG_PROGRESS", "lines")
        items = iter(tracked(range(3), 3, "评估"))
        assert next(items) == 0
        assert capsys.readouterr().err == "评估 0/3\n"
        assert list(items) == [1, 2]
        assert capsys.readouterr().err == "评估 3/3\n"

    def test_a_line_comes_where_the_last_is_some_time_ago(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("XINFANG_PROGRESS", "lines")
        clock = iter(range(100))
        monkeypatch.setattr(output, "monotonic", lambda: next(clock))
        list(tracked("abc", 3, "评估"))
        assert capsys.readouterr().err == "评估 0/3\n评估 1/3\n评估 2/3\n评估 3/3\n"

    def test_a_register_is_told_of_while_it_is_looked_over_and_while_it_is_assessed(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        monkeypatch.setenv("XINFANG_PROGRESS", "lines")
        asked = ("--policy", "national", "--as-of", "2025-10-31", "--format", "jsonl")
        told = run(capsys, "assess", register(tmp_path, REGISTER), *asked).err.splitlines()
        first = ["正在读登记表 0/4", "正在读登记表 4/4", "评估中 0/2"]
        assert [line for line in told if line in first] == first
        assert told[-1] == "评估中 2/2"

    def test_a_long_sheet_is_told_of_while_it_is_unpacked_and_a_short_one_is_not(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        monkeypatch.setenv("XINFANG_PROGRESS", "lines")
        book = save(
            sheet_of([("信访件编号", "收到日期"), ("甲-1", "2025-09-22")]), tmp_path / "r.xlsx"
        )
        asked = ("assess", str(book), "--policy", "national", "--as-of", "2025-10-31")
        assert "正在打开工作簿" not in run(capsys, *asked, "--format", "jsonl").err
        monkeypatch.setattr(grid, "_LONG", 1)
        told = run(capsys, *asked, "--format", "jsonl").err.splitlines()
        first = ["正在打开工作簿 0/1", "正在打开工作簿 1/1", "评估中 0/1"]
        assert [line for line in told if line in first] == first
