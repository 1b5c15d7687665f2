"""``xinfang assess`` for programs and spreadsheets: sizes, what made an answer, columns."""

from __future__ import annotations

import csv
import io
import json
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from command import ASSESS_LETTERS, REGISTER, register, run

if TYPE_CHECKING:
    from pathlib import Path

ONLINE = ("--policy", "online-proxy", "--as-of", "2025-10-20")
TWO_EDITIONS = """\
case_no,received_at
1,2020-06-01
2,2023-06-01
3,2020-06-02
"""


def ask(
    capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str, text: str = REGISTER
) -> str:
    """What is written about a small register."""
    ran = run(capsys, "assess", register(folder, text), *ONLINE, *arguments)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


class TestSizes:
    """How much an answer says."""

    @pytest.mark.parametrize(("size", "most"), [("brief", 1500), ("standard", 5000)])
    def test_the_letters_are_small(
        self, capsys: pytest.CaptureFixture[str], size: str, most: int
    ) -> None:
        """UTF-8 bytes of one answer without what made it."""
        asked = (*ASSESS_LETTERS, "--as-of", "2020-01-31", "--format", "jsonl", "--size", size)
        lines = [line for line in run(capsys, *asked).out.splitlines() if '"case_no"' in line]
        assert len(lines) == 1401
        sizes = [len(line.encode()) - len('"made_by":"0123456789abcdef",') for line in lines]
        assert median(sizes) <= most

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_the_default_is_standard(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
    ) -> None:
        outputs = {
            size: ask(capsys, tmp_path, "--format", form, *(("--size", size) if size else ()))
            for size in ("", "brief", "standard", "full")
        }
        assert outputs[""] == outputs["standard"]
        lengths = [len(outputs[size]) for size in ("brief", "standard", "full")]
        assert lengths[0] < lengths[1] < lengths[2]

    def test_json_lines_hold_the_cases_of_the_json(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        for size in ("brief", "standard", "full"):
            asked = ("--size", size)
            whole = json.loads(ask(capsys, tmp_path, "--format", "json", *asked, text=TWO_EDITIONS))
            lines = ask(capsys, tmp_path, "--format", "jsonl", *asked, text=TWO_EDITIONS)
            found = [json.loads(line) for line in lines.splitlines()]
            assert [one for one in found if "case_no" in one] == whole["cases"]
            assert [one["made_by"] for one in found if "case_no" not in one] == whole["made_by"]

    def test_a_case_is_a_line_of_the_json_too(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        lines = ask(capsys, tmp_path, "--format", "json").splitlines()
        assert len(lines) == 4
        assert json.loads(lines[1].removesuffix(","))["case_no"] == "甲-1"


class TestWhatMadeIt:
    """Each answer names it; it is told before, once."""

    def test_one_object_for_each_combination_of_editions(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        found = json.loads(ask(capsys, tmp_path, "--format", "json", text=TWO_EDITIONS))
        told = {one["id"]: [*one["editions"]] for one in found["made_by"]}
        editions = [told[case["made_by"]] for case in found["cases"]]
        old, new = (
            ["online-proxy@undated", f"national@{day}"] for day in ("2005-05-01", "2022-05-01")
        )
        assert editions == [old, new, old]
        assert len(told) == 2

    def test_the_pinned_edition(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        asked = ("--policy", "online-proxy@2010-01-01", "--format", "json")
        found = json.loads(ask(capsys, tmp_path, *asked))
        (made_by,) = found["made_by"]
        assert [*made_by["editions"]] == ["online-proxy@undated", "national@2005-05-01"]
        assert {case["made_by"] for case in found["cases"]} == {made_by["id"]}

    @pytest.mark.parametrize(
        ("arguments", "differs"),
        [
            (("--region", "450000"), "calendar"),
            (("--known-on", "2024-10-31"), "calendar"),
            (("--variant", "calendar_days"), "variant"),
            (("--no-assumed",), "allow_assumed"),
            (("--as-of", "2025-10-21"), "as_of"),
        ],
    )
    def test_another_run_is_told_apart(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        arguments: tuple[str, ...],
        differs: str,
    ) -> None:
        one, other = (
            json.loads(ask(capsys, tmp_path, "--format", "jsonl", *more).splitlines()[0])["made_by"]
            for more in ((), arguments)
        )
        assert {name for name in one if one[name] != other[name]} == {"id", differs}


class TestSummary:
    """Counts under every reading, and what the register lacks."""

    def test_what_is_missing_is_a_list_of_things_to_do(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", "2020-01-31", "--format", "json")
        summary = json.loads(ran.out)["summary"]
        assert {"names": ["people"], "rules": ["group_petition"], "cases": 1401} in (
            summary["missing"]
        )
        counts = [one["cases"] for one in summary["missing"]]
        assert counts == sorted(counts, reverse=True)

    def test_what_is_out_of_order_is_counted_under_each_reading(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        found = json.loads(ask(capsys, tmp_path, "--format", "json"))
        for reading in found["summary"]["readings"]:
            assert reading["findings"]
            assert max(reading["findings"].values()) <= 2
        codes = {one["code"] for case in found["cases"] for one in case["findings"]}
        assert {*found["summary"]["readings"][0]["findings"]} == codes

    def test_statuses_are_watched_in_every_form(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        for form in ("text", "json", "jsonl", "csv"):
            asked = ("assess", register(tmp_path), *ONLINE, "--format", form)
            assert run(capsys, *asked, "--fail-on", "overdue").code == 1
            assert run(capsys, *asked, "--fail-on", "late").code == 0


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV by their columns."""
    return [*csv.DictReader(io.StringIO(text))]


class TestSpreadsheet:
    """A few columns by default, all by choice, in Chinese by choice."""

    def test_to_a_file_it_opens_in_a_spreadsheet(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        target = tmp_path / "answers.csv"
        text = REGISTER.replace("甲-1", '"=1+1"')
        asked = ("--format", "csv", "--output", str(target))
        assert ask(capsys, tmp_path, *asked, text=text) == ""
        data = target.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        first, second = rows(data.decode("utf-8-sig"))
        assert first["case_no"] == "'=1+1"
        assert first["reply_deadline_status"] == "met"
        assert second["reply_deadline_overdue_working_days"] == "11"

    def test_the_columns_are_settled_by_the_policy(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        few = ask(capsys, tmp_path, "--format", "csv").splitlines()[0]
        again = ask(capsys, tmp_path, "--format", "csv", "--columns", "limits", text="case_no\n")
        assert [few] == again.splitlines()
        every = ask(capsys, tmp_path, "--format", "csv", "--columns", "all").splitlines()[0]
        assert {*few.split(",")} < {*every.split(",")}
        assert "reply_kind" in every.split(",")

    def test_the_pinned_edition_settles_them(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        asked = ("--format", "csv", "--policy")
        old = ask(capsys, tmp_path, *asked, "national@2010-01-01").splitlines()[0]
        new = ask(capsys, tmp_path, *asked, "national@2023-01-01").splitlines()[0]
        assert "suggestion_feedback_deadline_due" in old
        assert "suggestion_feedback_deadline_due" not in new
        assert "objection_deadline_due" in new

    def test_in_chinese(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        _, second = rows(ask(capsys, tmp_path, "--format", "csv", "--labels", "zh"))
        assert second["信访件编号"] == "甲-2"
        assert second["答复期限：状态"] == "逾期未完成"
        english = rows(ask(capsys, tmp_path, "--format", "csv", "--labels", "en"))
        assert english == rows(ask(capsys, tmp_path, "--format", "csv"))


class TestBadInput:
    """One clear sentence each."""

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (
                ("--format", "json", "--size", "stadard"),
                "“stadard”不是可用的取值，是否为“standard”？可用：brief、standard、full",
            ),
            (
                ("--format", "csv", "--columns", "limit"),
                "“limit”不是可用的取值，是否为“limits”？可用：limits、all",
            ),
            (
                ("--format", "csv", "--labels", "zhh"),
                "“zhh”不是可用的取值，是否为“zh”？可用：en、zh",
            ),
            (
                ("--size", "brief"),
                "--size 只用于 --format json、jsonl，不能与 --format text 同用",
            ),
            (
                ("--format", "csv", "--size", "brief"),
                "--size 只用于 --format json、jsonl，不能与 --format csv 同用",
            ),
            (
                ("--format", "json", "--columns", "all"),
                "--columns 只用于 --format csv、xlsx，不能与 --format json 同用",
            ),
            (("--labels", "zh"), "--labels 只用于 --format csv、xlsx，不能与 --format text 同用"),
            (
                ("--format", "jsonl", "--top", "3"),
                "--top 只用于 --format text，不能与 --format jsonl 同用",
            ),
        ],
    )
    def test_an_option_that_says_nothing(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        arguments: tuple[str, ...],
        told: str,
    ) -> None:
        ran: Any = run(capsys, "assess", register(tmp_path), *ONLINE, *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[-1].endswith(told)
