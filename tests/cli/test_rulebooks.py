"""``xinfang docs rulebook``: a policy by id, day, file or overlay, in each format."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from command import TOP, run
from made_fonts import needed
from xinfang_core.cli import rulebooks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FROM = ("--from", "2026-11-01")


def _rulebook(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    found = run(capsys, "docs", "rulebook", *words, *FROM)
    assert (found.code, found.err) == (0, "")
    return found.out


class TestWhichEdition:
    """An id means its newest edition; a day after it the one in force then."""

    def test_the_newest_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "# 《信访工作条例》规则手册" in _rulebook(capsys, "national")

    def test_the_one_of_a_day(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = _rulebook(capsys, "national@2010-01-01")
        assert "2005-05-01 起施行，至 2022-04-30 止" in said

    def test_a_day_before_all_of_them_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = run(capsys, "docs", "rulebook", "national@2000-01-01", *FROM)
        assert found.code == 2
        assert "最早一版自 2005-05-01 起施行" in found.err

    def test_a_file_that_fills_in_another(self, capsys: pytest.CaptureFixture[str]) -> None:
        over = TOP / "examples" / "policies" / "gongshu-ladders" / "undated.toml"
        assert "gongshu@undated+gongshu-ladders@undated" in _rulebook(capsys, f"gongshu+{over}")

    def test_an_unknown_id_is_told_the_nearest(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = run(capsys, "docs", "rulebook", "yube", *FROM)
        assert found.code == 2
        assert "yubei" in found.err


class TestExamples:
    """Worked examples come from the files that are named."""

    def test_they_stand_under_their_rules(self, capsys: pytest.CaptureFixture[str]) -> None:
        checks = TOP / "examples" / "checks" / "gongshu"
        said = _rulebook(capsys, "gongshu", "--examples", str(checks))
        assert "算例（实算与应有结论相符）" in said

    def test_without_them_there_are_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "算例（" not in _rulebook(capsys, "gongshu")

    def test_a_folder_without_any_is_refused(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        found = run(capsys, "docs", "rulebook", "gongshu", "--examples", str(tmp_path), *FROM)
        assert found.code == 2
        assert "之下没有算例" in found.err

    def test_what_was_read_otherwise_than_shown_is_told(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        source = TOP / "examples" / "checks" / "gongshu" / "dual_appraisal.csv"
        for line in source.read_text("utf-8").splitlines():
            book.active.append(line.split(","))
        book.active.row_dimensions[3].hidden = True
        path = tmp_path / "gongshu.xlsx"
        book.save(path)
        found = run(capsys, "docs", "rulebook", "gongshu", "--examples", str(path), *FROM)
        assert found.code == 0
        assert "隐藏" in found.err

    def test_the_output_may_not_be_one_of_them(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "dual_appraisal.csv"
        path.write_bytes((TOP / "examples/checks/gongshu/dual_appraisal.csv").read_bytes())
        words = ("--examples", str(path), "--output", str(path))
        found = run(capsys, "docs", "rulebook", "gongshu", *words, *FROM)
        assert found.code == 2
        assert path.read_text("utf-8").startswith("id,")


class TestDays:
    """The pocket calculator begins on the day that is named, else with this month."""

    def test_this_month_by_default_and_says_so(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> Clock:
                return cls(2026, 3, 17, tzinfo=tz)  # type: ignore[arg-type]

        monkeypatch.setattr(rulebooks, "datetime", Clock)
        found = run(capsys, "docs", "rulebook", "gongshu")
        assert found.err == "期限速查表自 2026-03-01 起；另用 --from 指定\n"
        assert "2026年3月起算" in found.out

    def test_a_day_outside_of_the_calendar_is_refused(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        found = run(capsys, "docs", "rulebook", "gongshu", "--from", "1990-01-01")
        assert found.code == 2
        assert "--from" in found.err


class TestFormats:
    """The same bytes each time, in every format."""

    @pytest.mark.parametrize("form", rulebooks.FORMATS)
    def test_it_is_written_in_each(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
    ) -> None:
        if form == "pdf":
            needed()
        paths = [tmp_path / f"{number}.{form}" for number in range(2)]
        for path in paths:
            words = ("docs", "rulebook", "gongshu", "--format", form, "--output", str(path))
            assert run(capsys, *words, *FROM).code == 0
        assert _same(path.read_bytes() for path in paths)


def _same(found: Iterable[bytes]) -> bool:
    one, other = found
    return bool(one) and one == other
