"""``xinfang calendar recheck``: the open cases whose last day moved, and why."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from command import LETTERS, NOTICE, notice_file, register, run
from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.policy import policy_ids

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command import Ran

    Recheck = Callable[..., Ran]

RULE = ("--policy", "online-proxy")
AMENDED = (
    *("calendar", "recheck", LETTERS, *RULE, "--column", "accepted_at=received_at"),
    *("--old", "2019-03-21", "--new", "2019-03-22", "--as-of", "2019-04-20"),
)
OPEN = """\
case_no,received_at,accepted_at,category
=1+1,2026-12-16,2026-12-16,general
甲-2,2026-12-01,2026-12-01,general
"""
MOVED = "2027-01-04 由工作日改为元旦调休放假（国办发明电〔2026〕9号）"


@pytest.fixture
def notice(tmp_path: Path) -> str:
    """A notice that moves what ends in the first days of 2027."""
    line = "1月1日至4日放假，1月9日（周六）上班。"
    return notice_file(tmp_path, ("1月1日（周五）至3日（周日）放假，共3天。", line))


@pytest.fixture
def recheck(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Recheck:
    file = register(tmp_path, OPEN)

    def ask(*further: str) -> Ran:
        asked = ("calendar", "recheck", file, *RULE, "--as-of", "2026-12-20")
        return run(capsys, *asked, *further)

    return ask


class TestTheAmendmentOf2019:
    """On 22 March 2019 the Labour Day became four days off, with two Sundays worked."""

    def test_nine_limits_of_the_real_letters_move(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *AMENDED)
        assert (ran.code, ran.err) == (0, "")
        *moved, summary = ran.out.splitlines()
        assert len(moved) == 9
        assert summary == "共 1401 件，截至 2019-04-20 在办且届满日变动的期限 9 个"
        # Received on Monday 8 April. Four, five and five working days through 26 April are
        # fourteen; the fifteenth was Monday the 29th, and is the worked Sunday before it.
        assert moved[1] == (
            "74440 答复期限：2019-04-29 改为 2019-04-28，"
            "因 2019-04-28 由周末改为劳动节调休上班（国办发明电〔2019〕3号）"
        )

    def test_fifteen_calendar_days_roll_from_the_holiday_to_the_worked_sunday(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        found = json.loads(run(capsys, *AMENDED, "--format", "json").out)
        assert (found["as_of"], found["cases"], len(found["moved"])) == ("2019-04-20", 1401, 9)
        # Received on 16 April; 1 May is the holiday, then Thursday 2 May or Sunday 5 May.
        (one,) = (one for one in found["moved"] if one["case_no"] == "40968")
        why = one.pop("why")
        assert one == {
            "case_no": "40968",
            "rule": "notice_deadline",
            "from": "2019-05-02",
            "to": "2019-05-05",
            "certainty": "settled",
            "earliest": "2019-05-05",
            "latest": "2019-05-05",
        }
        assert [day[:10] for day in why] == ["2019-05-02", "2019-05-03", "2019-05-05"]

    def test_nothing_moves_between_equal_calendars(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *AMENDED, "--old", "2019-03-22", "--fail-on-moved")
        assert ran.code == 0
        assert ran.out == "共 1401 件，截至 2019-04-20 在办且届满日变动的期限 0 个\n"


class TestANewNotice:
    """``--new`` takes the file of a notice that is not brought in yet."""

    def test_what_it_would_move(self, recheck: Recheck, notice: str, home: Path) -> None:
        ran = recheck("--new", notice)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == (
            f"=1+1 答复期限：2027-01-07 改为 2027-01-08，因 {MOVED}\n"
            "共 2 件，截至 2026-12-20 在办且届满日变动的期限 1 个\n"
        )
        assert not list(home.iterdir())

    def test_it_may_have_been_brought_in_already(
        self, capsys: pytest.CaptureFixture[str], recheck: Recheck, notice: str
    ) -> None:
        assert run(capsys, "calendar", "import", notice).code == 0
        assert recheck("--old", "2026-11-19", "--new", notice).out.startswith("=1+1 ")
        assert recheck("--old", "2026-11-19").out.startswith("=1+1 ")
        assert recheck("--new", notice).out.startswith("共 2 件")

    def test_it_may_stand_on_the_side_of_the_old(self, recheck: Recheck, notice: str) -> None:
        ran = recheck("--old", notice)
        assert "2027-01-08 改为 2027-01-07" in ran.out

    def test_a_spreadsheet_reads_no_formula(self, recheck: Recheck, notice: str) -> None:
        rows = list(csv.reader(StringIO(recheck("--new", notice, "--format", "csv").out)))
        assert rows[0] == [
            *("case_no", "rule", "from", "to", "certainty", "earliest", "latest", "why")
        ]
        days = ("2027-01-07", "2027-01-08", "settled", "2027-01-08", "2027-01-08")
        assert rows[1:] == [["'=1+1", "reply_deadline", *days, MOVED]]

    def test_a_file_for_spreadsheets_is_marked_as_utf8(
        self, recheck: Recheck, notice: str, tmp_path: Path
    ) -> None:
        path = tmp_path / "moved.csv"
        ran = recheck("--new", notice, "--format", "csv", "--output", str(path))
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert path.read_bytes().startswith(b"\xef\xbb\xbfcase_no,")

    def test_programs_are_told_by_the_exit_code(self, recheck: Recheck, notice: str) -> None:
        assert recheck("--new", notice, "--fail-on-moved").code == 1
        assert recheck("--new", "2026-11-20", "--fail-on-moved").code == 0

    def test_one_that_does_not_fit_is_named(self, recheck: Recheck, tmp_path: Path) -> None:
        path = tmp_path / "2028.txt"
        text = "文号：甲\n年份：2028\n印发日期：2027-11-01\n元旦：1月1日放假\n"
        path.write_text(text, "utf-8")
        ran = recheck("--new", str(path))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("2028.txt: 各年通知须逐年连续")

    def test_a_faulty_one_is_told_with_its_places(self, recheck: Recheck, tmp_path: Path) -> None:
        file = notice_file(tmp_path, ("（周五）", "（周四）"))
        assert recheck("--new", file).err.startswith("通知.txt:5:8: 元旦: ")


class TestAWrongQuestion:
    """Nothing is compared that was not asked for; one line says what is wanted."""

    def test_neither_calendar(self, recheck: Recheck) -> None:
        ran = recheck()
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "须给出 --old 或者 --new：某日当时所知，或者通知文件\n"

    @pytest.mark.parametrize("option", ["--old", "--new"])
    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("nothing", "须为日期（如 2026-11-20）或者通知文件，没有文件“nothing”"),
            ("2019-02-30", "没有这一天或者这一时刻：“2019-02-30”"),
            ("45000", "“45000”像是电子表格的日期序号（可能是 2023-03-15）"),
            ("", "须为日期或者时刻（"),
        ],
    )
    def test_neither_a_day_nor_a_file(
        self, recheck: Recheck, option: str, text: str, wanted: str
    ) -> None:
        ran = recheck(option, text)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{option}: {wanted}")
        assert ran.err.count("\n") == 1

    def test_an_output_over_the_register(
        self, recheck: Recheck, notice: str, tmp_path: Path
    ) -> None:
        path = tmp_path / "register.csv"
        before = path.read_bytes()
        ran = recheck("--new", notice, "--output", str(path))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{path}: 输出文件与登记表是同一个文件，会覆盖登记表\n"
        assert path.read_bytes() == before

    @pytest.mark.parametrize("option", ["--old", "--new"])
    def test_an_output_over_the_notice(
        self, recheck: Recheck, notice: str, tmp_path: Path, option: str
    ) -> None:
        path = tmp_path / "通知.txt"
        before = path.read_bytes()
        ran = recheck(option, notice, "--output", notice)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{notice}: 输出文件与放假通知是同一个文件，会覆盖放假通知\n"
        assert path.read_bytes() == before

    def test_no_such_register_policy_or_region(
        self, capsys: pytest.CaptureFixture[str], recheck: Recheck
    ) -> None:
        ran = recheck("--old", "2026-01-01", "--region", "110000")
        assert (ran.code, ran.err[:7]) == (2, "region:")
        for file, policy, wanted in (
            ("nothing.csv", "online-proxy", "nothing.csv: 没有这个文件或者文件夹\n"),
            (LETTERS, "x", f"没有名为“x”的办法，现有：{'、'.join(policy_ids())}\n"),
        ):
            ran = run(
                capsys, "calendar", "recheck", file, "--policy", policy, "--old", "2026-01-01"
            )
            assert (ran.code, ran.out, ran.err) == (2, "", wanted)


class TestWhatIsToldBesides:
    """Whatever might make the answer another one than was meant is told on standard error."""

    def test_the_day_taken_for_want_of_one(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        file = register(tmp_path, OPEN)
        ran = run(capsys, "calendar", "recheck", file, *RULE, "--old", "2026-01-01")
        assert ran.code == 0
        assert ran.err.startswith("未给出 --as-of，以上海当天 ")

    def test_columns_that_nobody_reads_and_numbers_that_stand_twice(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = OPEN.replace("category", "经办备注").replace("甲-2", "=1+1")
        asked = ("--old", "2026-01-01", "--as-of", "2026-12-20")
        file = register(tmp_path, text)
        ran = run(capsys, "calendar", "recheck", file, *RULE, *asked)
        assert ran.code == 0
        assert "信访件编号“=1+1”不止一行（第 2、3 行）" in ran.err
        assert "未使用的列：经办备注" in ran.err

    def test_a_policy_pinned_to_a_day_and_another_reading(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, notice: str
    ) -> None:
        file = register(tmp_path, OPEN)
        asked = ("calendar", "recheck", file, "--as-of", "2026-12-20", "--new", notice)
        pinned = run(capsys, *asked, "--policy", "online-proxy@2026-12-01")
        assert pinned.out.startswith("=1+1 答复期限：2027-01-07 改为 2027-01-08")
        other = run(capsys, *asked, *RULE, "--variant", "calendar_days")
        assert (other.code, other.err) == (0, "")
        assert "答复期限" not in other.out


def test_the_notice_of_these_tests_is_not_published_yet() -> None:
    assert "年份：2027" in NOTICE
    assert all(one.year != 2027 for one in mainland_notices())
