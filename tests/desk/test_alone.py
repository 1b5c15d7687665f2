"""One case of a large register by itself is answered as in the whole."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from xinfang_desk import alone

from xinfang_core.cli import main

HEAD = "信访件编号,收到日期,受理日期,信访类别,备注\n"


def _row(number: int) -> str:
    return f"甲-{number:05},2026-03-02,2026-03-{2 + number % 9:02},申诉求决,无\n"


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of three thousand cases; every file counts as large."""
    monkeypatch.setattr(alone, "_SMALL", 0)
    file = tmp_path / "登记表.csv"
    file.write_text(HEAD + "".join(map(_row, range(3000))), encoding="utf-8")
    return file


def _account(path: str, case_no: str, output: Path, *words: str) -> str:
    question = ("--policy", "national", "--as-of", "2026-03-30", "--format", "html")
    command = ["docs", "account", path, "--case", case_no, *question, *words]
    assert main([*command, "--output", str(output)]) == 0
    return output.read_text(encoding="utf-8")


def _same(register: Path, case_no: str, *words: str) -> str:
    """The path of the file of few rows, after its account was found to be the whole one's."""
    folder = register.parent
    found: Any = alone.single(str(register), case_no, words, "national", str(folder / "alone"))
    made: str = found["path"]
    few = _account(made, case_no, folder / "few.html", *found["words"])
    assert few == _account(str(register), case_no, folder / "whole.html", *words)
    return made


class TestTable:
    """A register as CSV."""

    def test_the_account_is_that_of_the_whole_register_though_few_rows_are_read(
        self, large: Path
    ) -> None:
        made = _same(large, "甲-02345")
        assert made != str(large)
        lines = large.parent.joinpath("alone", large.name).read_text("utf-8").splitlines()
        assert len(lines) == 41
        assert lines[0] == HEAD.strip()
        assert lines[-1] == _row(2345).strip()

    def test_rows_with_quotes_and_line_ends_in_them_stay_whole(self, large: Path) -> None:
        odd = '甲-9,2026-03-02,2026-03-04,申诉求决,"两行\n说了""好"", 甲-02345"\n'
        large.write_text(large.read_text("utf-8") + odd, encoding="utf-8")
        _same(large, "甲-9")
        _same(large, "甲-02345")

    def test_titles_above_the_header_and_the_encoding_of_an_office_are_kept(
        self, large: Path
    ) -> None:
        text = "信访事项登记表,,,,\n" + large.read_text("utf-8")
        large.write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
        made = _same(large, "甲-02345", "--header-row", "2")
        assert made != str(large)

    def test_midnight_is_a_day_or_a_time_as_in_the_whole_register(self, large: Path) -> None:
        days = large.read_text("utf-8").replace("2026-03-02,", "2026-03-02 00:00,")
        large.write_text(days, encoding="utf-8")
        of_days = _same(large, "甲-02345")
        assert "甲-02999" not in large.parent.joinpath("alone", large.name).read_text("utf-8")
        # One row far from the case has a time, so that midnight is a time everywhere.
        timed = days.replace("甲-02999,2026-03-02 00:00", "甲-02999,2026-03-02 09:30")
        large.write_text(timed, encoding="utf-8")
        assert _same(large, "甲-02345") == of_days
        assert "甲-02999" in large.parent.joinpath("alone", large.name).read_text("utf-8")

    def test_times_of_another_zone_are_read_with_the_whole_register(self, large: Path) -> None:
        zoned = large.read_text("utf-8").replace("2026-03-02,", "2026-03-01T16:00:00Z,")
        large.write_text(zoned, encoding="utf-8")
        assert _same(large, "甲-02345") == str(large)

    def test_a_number_that_stands_twice_is_refused_as_in_the_whole_register(
        self, large: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        large.write_text(large.read_text("utf-8") + _row(2345), encoding="utf-8")
        folder = str(large.parent / "alone")
        made: Any = alone.single(str(large), "甲-02345", (), "national", folder)
        told = []
        for path in (made["path"], str(large)):
            question = ("--policy", "national", "--as-of", "2026-03-30", "--format", "html")
            assert main(["docs", "account", path, "--case", "甲-02345", *question]) == 2
            told.append(capsys.readouterr().err.splitlines()[-1])
        assert told[0] == told[1]


class TestOthers:
    """Registers of other forms."""

    def test_json_lines_are_filtered_with_their_escapes(self, large: Path) -> None:
        file = large.with_suffix(".jsonl")
        records = [
            {"case_no": f"甲-{number}", "received_at": "2026-03-02", "people": 2}
            for number in range(500)
        ]
        file.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
        assert _same(file, "甲-321") != str(file)

    def test_the_cases_of_a_document_are_read_once(
        self, large: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = large.with_suffix(".json")
        events = [{"kind": "receive", "at": "2026-03-02"}, {"kind": "accept", "at": "2026-03-04"}]
        records = [{"case_no": f"甲-{number}", "events": events} for number in range(300)]
        file.write_text(json.dumps({"data": {"all": records}}), encoding="utf-8")
        assert _same(file, "甲-200", "--records-at", "data.all") != str(file)
        # The register is not read for another one of its cases.
        monkeypatch.delattr(alone, "chosen_register")
        words = ("--records-at", "data.all")
        found: Any = alone.single(str(file), "甲-299", words, "national", str(large.parent))
        assert json.loads(Path(found["path"]).read_text("utf-8")) == [records[299]]

    def test_a_workbook_is_answered_alike_by_its_own_columns(self, large: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        book.active.append(["件号", "收到日期", "受理日期", "信访类别"])
        for number in range(60):
            row = [f"甲-{number}", date(2026, 3, 2), date(2026, 3, 3 + number % 5), "申诉求决"]
            book.active.append(row)
        file = large.with_suffix(".xlsx")
        book.save(file)
        assert _same(file, "甲-41", "--column", "case_no=件号") != str(file)

    def test_a_number_that_stands_twice_in_a_document_is_left_to_the_register(
        self, large: Path
    ) -> None:
        file = large.with_suffix(".json")
        file.write_text(json.dumps([{"case_no": "甲-1"}] * 2), encoding="utf-8")
        found = alone.single(str(file), "甲-1", (), "national", str(large.parent / "alone"))
        assert found == {"path": str(file), "words": ()}

    def test_small_files_are_read_as_they_are(self, tmp_path: Path) -> None:
        small = tmp_path / "few.csv"
        small.write_text(HEAD + _row(1), encoding="utf-8")
        found = alone.single(str(small), "甲-00001", ("--only-known-columns",), "national")
        assert found == {"path": str(small), "words": ("--only-known-columns",)}
