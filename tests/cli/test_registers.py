"""What a command line may say about a register, and what it hears of it."""

from __future__ import annotations

import csv
import json
from shlex import split
from typing import TYPE_CHECKING

import pytest

from command import answers_in, register, run

if TYPE_CHECKING:
    from pathlib import Path

    from command import Ran

BAD = "case_no,received_at\n甲-1,2025-09-22\n甲-2,2025-02-30\n=1,2025-9\n甲-4,2025-09-23\n"
REFUSED = [
    "register.csv:3:2: received_at: 没有这一天或者这一时刻：“2025-02-30”",
    "register.csv:4:2: received_at: 须为日期或者时刻",
]


def assessed(
    capsys: pytest.CaptureFixture[str], file: str, *options: str, form: str = "jsonl"
) -> Ran:
    """The national policy's answers about a register."""
    asked = ("--policy", "national", "--as-of", "2025-10-01", "--format", form)
    return run(capsys, "assess", file, *asked, *options)


class TestBadRows:
    """By default nothing is answered; the good rows are, where that is asked for."""

    def test_one_bad_row_refuses_the_file(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for options in ((), ("--on-error", "fail")):
            ran = assessed(capsys, register(tmp_path, BAD), *options)
            assert (ran.code, ran.out) == (2, "")
            assert len(ran.err.splitlines()) == 2

    @pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
    def test_bad_rows_are_left_out_and_counted(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        ran = assessed(capsys, register(tmp_path, BAD), "--on-error", "skip", form=form)
        assert ran.code == 0
        assert "甲-1" in ran.out
        assert "甲-4" in ran.out
        assert "甲-2" not in ran.out
        *told, count = ran.err.splitlines()
        assert all(one.startswith(wanted) for one, wanted in zip(told, REFUSED, strict=True))
        assert count == "共 4 条记录，其中 2 条有误，未评估"

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_an_error_stands_in_place_of_the_answer(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        ran = assessed(capsys, register(tmp_path, BAD), "--on-error", "mark", form=form)
        answers = json.loads(ran.out)["cases"] if form == "json" else answers_in(ran.out)
        found = [one["row"] if "error" in one else one["case_no"] for one in answers]
        assert (ran.code, found) == (0, ["甲-1", 2, 3, "甲-4"])

    def test_they_are_listed_in_a_file(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "errors.csv"
        ran = assessed(capsys, register(tmp_path, BAD), "--on-error", "skip", "--errors", str(file))
        assert (ran.code, ran.err) == (0, "共 4 条记录，其中 2 条有误，未评估\n")
        rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
        assert [(one["row"], one["line"], one["case_no"]) for one in rows] == [
            ("2", "3", "甲-2"),
            ("3", "4", "'=1"),
        ]
        assert rows[0]["column"] == "received_at"
        assert rows[0]["code"] == "moment.impossible"
        assert rows[0]["text"] == "没有这一天或者这一时刻：“2025-02-30”"

    def test_a_file_without_bad_rows_lists_none(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "errors.csv"
        text = "case_no\n1\n"
        ran = assessed(
            capsys, register(tmp_path, text), "--on-error", "skip", "--errors", str(file)
        )
        assert (ran.code, ran.err) == (0, "")
        assert file.read_text("utf-8-sig").splitlines() == ["row,line,case_no,column,code,text"]

    @pytest.mark.parametrize(
        ("other", "words"),
        [
            ("register.csv", "输出文件与登记表是同一个文件，会覆盖登记表"),
            ("answers.csv", "--errors 与 --output 是同一个文件，须各写一个文件"),
        ],
    )
    def test_they_are_not_listed_over_the_register_or_the_answers(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], other: str, words: str
    ) -> None:
        file = register(tmp_path, BAD)
        errors = str(tmp_path / other)
        output = ("--output", str(tmp_path / "answers.csv"))
        ran = assessed(capsys, file, "--on-error", "skip", "--errors", errors, *output)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{errors}: {words}\n"


class TestForms:
    """What no file can say of itself is said on the command line."""

    @pytest.mark.parametrize(("order", "due"), [("dmy", "2026-07-24"), ("mdy", "2026-09-22")])
    def test_the_day_first_or_the_month_first(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], order: str, due: str
    ) -> None:
        text = "case_no,received_at\n1,09-07-2026\n"
        asked = ("--policy", "national", "--as-of", "2026-12-01", "--format", "json")
        ran = run(capsys, "assess", register(tmp_path, text), *asked, "--date-format", order)
        assert ran.code == 0
        assert due in ran.out

    def test_the_list_of_records(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = register(tmp_path, '{"data": {"rows": [{"case_no": "1"}]}}', "r.json")
        assert assessed(capsys, file).err == (
            "r.json: cases 处没有记录的列表；data.rows 处有，请用 --records-at data.rows\n"
        )
        assert assessed(capsys, file, "--records-at", "data.rows").code == 0

    def test_a_recheck_is_told_the_same(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("--policy", "national", "--old", "2024-01-01", "--as-of", "2025-10-01")
        ran = run(
            capsys, "calendar", "recheck", register(tmp_path, BAD), *asked, "--on-error", "skip"
        )
        assert ran.code == 0
        assert ran.err.splitlines()[-1] == "共 4 条记录，其中 2 条有误，未评估"


class TestColumns:
    """Real exports are read, or refused with the option to type."""

    def test_near_names_and_unused_columns_are_told_once(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = "工单编号,受理时间,科室\n甲-1,2025-09-22,a\n甲-2,2025-09-23,b\n"
        ran = assessed(capsys, register(tmp_path, text))
        assert (ran.code, len(answers_in(ran.out))) == (0, 2)
        assert ran.err.splitlines() == [
            (
                "register.csv: 按相近的列名读入：工单编号→信访件编号、受理时间→受理日期；"
                "不对的用 --column 或者 --ignore-column 指明"
            ),
            "未使用的列：科室",
        ]

    @pytest.mark.parametrize(
        "options",
        [
            ("--ignore-column", "受理时间", "--ignore-column", "派单时间"),
            ("--only-known-columns",),
            ("--ignore-column", "受理时间", "--column", "assigned_at=派单时间"),
        ],
    )
    def test_the_options_of_a_refusal_are_taken(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
    ) -> None:
        text = "case_no,受理日期,受理时间,派单时间\n甲-1,2025-09-22,x,2025-09-21\n"
        refused = assessed(capsys, register(tmp_path, text))
        assert (refused.code, len(refused.err.splitlines())) == (2, 2)
        assert all("--ignore-column" in line for line in refused.err.splitlines())
        assert assessed(capsys, register(tmp_path, text), *options).code == 0

    def test_the_line_to_paste_is_taken_as_it_stands(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = register(tmp_path, "流水 编号,来件时间,回复时间\n甲-1,2025-09-22,2025-09-23\n")
        refused = assessed(capsys, file)
        assert (refused.code, len(refused.err.splitlines())) == (2, 1)
        typed = split(refused.err.partition("如 --column ")[2])
        ran = assessed(capsys, file, "--column", *typed)
        assert (ran.code, ran.err) == (0, "")

    def test_a_title_above_the_header(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = register(tmp_path, "2025年登记表,\n\ncase_no,received_at\n甲-1,2025-09-22\n")
        assert assessed(capsys, file).err == (
            "register.csv:1: 这一行像是标题，列名像是在第 3 行，请用 --header-row 3 指明\n"
        )
        assert assessed(capsys, file, "--header-row", "3").code == 0

    @pytest.mark.parametrize("line", ["0", "-1", "x", "1.5", ""])
    def test_a_line_is_one_or_more(self, capsys: pytest.CaptureFixture[str], line: str) -> None:
        ran = assessed(capsys, "r.csv", f"--header-row={line}")
        assert ran.code == 2
        assert ran.err.splitlines()[-1] == (
            f"xinfang assess：错误：参数 --header-row：行号须为 1 以上的整数，实际为 {line}"
        )


class TestWholeRegisters:
    """What is no record, and what was read otherwise than written, is told once."""

    def test_totals_are_refused_or_left_out(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = "case_no,received_at,科室\n甲-1,2025-09-22 00:00:00,a\n合计,1件,\n填表人：张三,,\n"
        file = register(tmp_path, text)
        ran = assessed(capsys, file)
        said = "这一行像是合计、签署或者注释，不是信访件；请删去，或者加 --leave-out-totals"
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines() == [f"register.csv:{line}: {said}" for line in (3, 4)]
        ran = assessed(capsys, file, "--leave-out-totals", "--ignore-column", "科室")
        assert (ran.code, len(answers_in(ran.out))) == (0, 1)
        assert ran.err.splitlines() == [
            "register.csv: 像是合计、签署或者注释，没有读：第 3、4 行",
            "register.csv: 各行的时刻都是 00:00，按日期读入（不含时刻）：received_at",
            "未使用的列：科室",
        ]


class TestPersonalData:
    """What might tell of a person stays off the screen, unless it is asked for."""

    @pytest.mark.parametrize("on_error", ["fail", "skip"])
    def test_a_cell_is_shown_where_it_is_asked_for(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], on_error: str
    ) -> None:
        file = register(tmp_path, "case_no,received_at\n1,张三丰110101199003078515\n2,2025-9\n")
        err = assessed(capsys, file, "--on-error", on_error).err.splitlines()
        assert err[0] == "register.csv: 有的内容可能涉及个人，未显示；要看的加 --show-values"
        assert err[1].endswith("实际为“（未显示）”")
        assert err[2].endswith("实际为“2025-9”")
        asked = assessed(capsys, file, "--on-error", on_error, "--show-values").err.splitlines()
        assert asked[0].endswith("实际为“张三丰110101199003078515”")
        assert asked[1] == err[2]

    def test_the_list_of_bad_rows_shows_as_little(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = register(tmp_path, "case_no,received_at\n1,张三丰110101199003078515\n")
        errors = tmp_path / "errors.csv"
        assessed(capsys, file, "--on-error", "skip", "--errors", str(errors))
        text = errors.read_text("utf-8-sig")
        assert "张三" not in text
        assert "（未显示）" in text
