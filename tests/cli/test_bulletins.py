"""``xinfang docs bulletin``: over the letters, in every format, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from command import LETTERS, run, run_apart

if TYPE_CHECKING:
    from pathlib import Path

    from command import Ran

YEAR = ("--from", "2019-01-01", "--to", "2019-12-31")
OF_LETTERS = (
    *("docs", "bulletin", LETTERS, "--policy", "online-proxy", *YEAR),
    *("--column", "accepted_at=received_at"),
)
HEAD = "信访件编号,登记日期,收到日期,交办日期,解决日期,乡镇,责任单位,承办代理员"
ROWS = (
    "甲-1,2025-05-06,2025-05-06,2025-05-07,2025-05-08,东镇,住建局,D1",
    "甲-2,2025-05-06,2025-05-06,2025-05-07,,西镇,民政局,",
    "甲-3,2025-02-06,2025-02-06,2025-02-07,,西镇,民政局,D2",
)
QUARTER = ("--from", "2025-04-01", "--to", "2025-06-30", "--policy", "qiaocheng")
TOWNS = ("--by", "town=乡镇", "--by", "body=责任单位")


@pytest.fixture
def register(tmp_path: Path) -> str:
    """A register with columns of the host's own."""
    path = tmp_path / "台账.csv"
    path.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    return str(path)


def bulletin(capsys: pytest.CaptureFixture[str], register: str, *more: str) -> Ran:
    return run(capsys, "docs", "bulletin", register, *QUARTER, *more)


class TestLetters:
    """A year of real letters."""

    def test_its_numbers_are_those_of_the_assessments(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = run(capsys, *OF_LETTERS).out
        assess = (
            *("assess", LETTERS, "--policy", "online-proxy", "--as-of", "2019-12-31"),
            *("--column", "accepted_at=received_at", "--format", "csv"),
        )
        rows = list(csv.DictReader(io.StringIO(run(capsys, *assess).out.removeprefix("\ufeff"))))
        with open(LETTERS, encoding="utf-8", newline="") as stream:  # noqa: PTH123 - a plain name
            received = {one["case_no"]: one["received_at"] for one in csv.DictReader(stream)}
        own = [one for one in rows if received[one["case_no"]].startswith("2019")]
        statuses = [one["reply_deadline_status"] for one in own]
        counts = [statuses.count(name) for name in ("met", "late", "open", "overdue")]
        assert len(own) == 456
        line = next(one for one in told.splitlines() if "答复期限" in one and "默认" in one)
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        assert [int(cell) for cell in cells[2:6]] == counts
        assert "2019年共 456 件；2018年为 408 件，增加 48 件。" in told

    @pytest.mark.parametrize("form", ["html", "docx", "xlsx"])
    def test_every_format_is_the_same_twice(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
    ) -> None:
        made = [tmp_path / f"{place}.{form}" for place in "ab"]
        for path in made:
            ran = run(capsys, *OF_LETTERS, "--format", form, "--output", str(path))
            assert (ran.code, ran.out) == (0, "")
        assert made[0].read_bytes() == made[1].read_bytes()

    def test_neither_zone_nor_locale_nor_seed_matters(self) -> None:
        one = run_apart(*OF_LETTERS, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LC_ALL="C")
        other = run_apart(*OF_LETTERS, TZ="America/Los_Angeles", PYTHONHASHSEED="2")
        assert one.stdout == other.stdout
        assert one.returncode == 0

    def test_a_workbook_has_its_parts_and_plots(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "a.xlsx"
        run(capsys, *OF_LETTERS, "--ledger", "--format", "xlsx", "--output", str(path))
        book: Any = load_workbook(path)
        assert {"概况", "期限", "台账", "制作依据"} <= {*book.sheetnames}
        assert len(book["概况"]._charts) == 2  # noqa: SLF001 - openpyxl has no other way
        assert book["台账"].max_row >= 456
        assert book["台账"]["B3"].value.year == 2019


class TestGroups:
    """By columns of the host."""

    def test_towns_and_bodies_are_told(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        ran = bulletin(capsys, register, *TOWNS)
        assert "逾期最多的镇街：" in ran.out
        assert "西镇 1 件（共 1 件）" in ran.out
        assert "民政局" in ran.out
        assert "未使用的列：承办代理员" in ran.err
        assert "乡镇" not in ran.err

    def test_groups_readers_and_events_can_be_told_in_chinese(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        words = ("--by", "镇街=乡镇", "--by", "承办单位=责任单位", "--audience", "上级机关")
        told = bulletin(capsys, register, *words, "--dated-by", "登记").out
        assert told == bulletin(capsys, register, *TOWNS, "--dated-by", "register").out
        ran = bulletin(capsys, register, "--audience", "信访人")
        assert (ran.code, "可用：superior、上级机关、public、公众" in ran.err) == (2, True), ran.err

    def test_the_agents_column_can_be_named(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        told = bulletin(capsys, register, "--by", "agent=承办代理员").out
        assert "D1" in told
        assert "（未填）" in told
        assert "登记表没有填写代理员编号" in bulletin(capsys, register).out

    def test_what_is_overdue_is_told_with_its_body(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        told = bulletin(capsys, register, *TOWNS).out
        line = next(one for one in told.splitlines() if "甲-3" in one or "甲\\-3" in one)
        assert "以前" in line
        assert "民政局" in line

    @pytest.mark.parametrize(
        ("by", "said"),
        [
            (["town"], "应写成 分组=列名"),
            (["city=乡镇"], "分组可以是 town 镇街、body 承办单位、agent 代理员"),
            (["town="], "应写成 分组=列名"),
            (["town=乡镇", "town=责任单位"], "town 写了两次"),
            (["town=街道"], "登记表没有“街道”这一列"),
        ],
    )
    def test_a_group_that_is_not_there_is_refused(
        self, capsys: pytest.CaptureFixture[str], register: str, by: list[str], said: str
    ) -> None:
        ran = bulletin(capsys, register, *(word for one in by for word in ("--by", one)))
        assert (ran.code, said in ran.err) == (2, True), ran.err


class TestPrevious:
    """The period before."""

    def test_it_is_looked_for_in_the_same_register(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        assert "2025年第一季度为 1 件，增加 1 件" in bulletin(capsys, register).out

    def test_another_register_can_have_it(
        self, capsys: pytest.CaptureFixture[str], register: str, tmp_path: Path
    ) -> None:
        before = tmp_path / "上期.csv"
        rows = [one.replace("2025-05", "2025-03").replace("甲", "乙") for one in ROWS]
        before.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
        told = bulletin(capsys, register, "--previous", str(before), *TOWNS).out
        assert "2025年第一季度为 3 件，减少 1 件" in told

    def test_where_there_is_none_it_says_so(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        told = run(
            capsys,
            *("docs", "bulletin", register, "--policy", "qiaocheng"),
            *("--from", "2025-01-01", "--to", "2025-12-31"),
        ).out
        assert "没有 2024年的登记，未比较" in told

    def test_it_is_not_written_over(
        self, capsys: pytest.CaptureFixture[str], register: str, tmp_path: Path
    ) -> None:
        before = tmp_path / "上期.csv"
        before.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
        ran = bulletin(capsys, register, "--previous", str(before), "--output", str(before))
        assert ran.code == 2
        assert before.read_text(encoding="utf-8").startswith(HEAD)


class TestChoices:
    """Which cases, by what, for whom."""

    def test_another_event_can_put_cases_into_the_period(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        told = bulletin(capsys, register, "--dated-by", "assign").out
        assert "归期：以交办日期为准" in told
        refused = bulletin(capsys, register, "--dated-by", "assigned")
        assert (refused.code, "是否为“assign”" in refused.err) == (2, True)

    def test_a_later_day_can_be_asked_about(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        assert "截至 2025-07-10" in bulletin(capsys, register, "--as-of", "2025-07-10").out
        ran = bulletin(capsys, register, "--as-of", "2025-06-29")
        assert (ran.code, "早于本期最后一日" in ran.err) == (2, True)

    def test_assumed_values_can_be_refused(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        told = bulletin(capsys, register, "--no-assumed").out
        assert any("推定值" in one and "不采用" in one for one in told.splitlines())

    def test_another_reading_can_be_chosen(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        told = bulletin(capsys, register, "--variant", "calendar_days").out
        assert any("理解" in one and "自然日" in one for one in told.splitlines())

    def test_versions_can_be_pinned(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        words = ("--from", "2025-04-01", "--to", "2025-06-30", "--policy", "national@2010-01-01")
        told = run(capsys, "docs", "bulletin", register, *words).out
        assert "national@2005-05-01 的散列" in told
        assert "national@2022-05-01" not in told

    def test_rows_that_cannot_be_read_are_left_out_and_listed(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        bad = tmp_path / "坏.csv"
        bad.write_text("\n".join((HEAD, *ROWS, "甲-9,哪天,,,,,,")) + "\n", encoding="utf-8")
        ran = bulletin(capsys, str(bad))
        assert (ran.code, "2025年第二季度共 2 件" in ran.out) == (0, True)
        assert "甲-9" not in ran.out
        ran = bulletin(capsys, str(bad), "--on-error", "fail")
        assert ran.code == 2

    def test_a_period_that_ends_before_it_begins_is_refused(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        words = ("--from", "2025-06-30", "--to", "2025-04-01", "--policy", "qiaocheng")
        ran = run(capsys, "docs", "bulletin", register, *words)
        assert (ran.code, "请核对 --from 和 --to" in ran.err) == (2, True)


class TestPublic:
    """What anybody may read."""

    def test_no_case_is_named_and_small_counts_are_hidden(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        told = bulletin(capsys, register, *TOWNS, "--audience", "public").out
        assert "甲-" not in told
        assert "D1" not in told
        assert "2025年第二季度共 － 件。" in told
        assert "少于 5 件的数" in told

    def test_a_ledger_is_not_for_the_public(
        self, capsys: pytest.CaptureFixture[str], register: str
    ) -> None:
        ran = bulletin(capsys, register, "--audience", "public", "--ledger")
        assert (ran.code, "不能对公众公布" in ran.err) == (2, True)

    def test_an_office_can_have_a_threshold_of_its_own(
        self, capsys: pytest.CaptureFixture[str], register: str, tmp_path: Path
    ) -> None:
        own = tmp_path / "门槛.toml"
        own.write_text(
            'title = "某办法"\n[smallest_published_count]\nvalue = 2\nclause = "第三条"\n'
            'basis = "assumed"\nnote = "待确认"\n',
            encoding="utf-8",
        )
        told = bulletin(capsys, register, "--audience", "public", "--threshold", str(own)).out
        assert "少于 2 件的数" in told
        assert "某办法" in told
        ran = bulletin(capsys, register, "--threshold", str(own), "--output", str(own))
        assert ran.code == 2


class TestPrivacy:
    """What stands in a host's column is masked like any text."""

    def test_a_telephone_in_a_column_is_masked(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "a.csv"
        row = ROWS[1].replace("西镇", "西镇 13912345678")
        path.write_text(f"{HEAD}\n{row}" + "\n", encoding="utf-8")
        told = bulletin(capsys, str(path), *TOWNS).out
        assert "13912345678" not in told
        assert "西镇" in told

    def test_a_long_name_of_a_group_is_cut_and_no_half_number_left(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "长.csv"
        long = "长" * 95 + "13800138000" + "长" * 50_000
        path.write_text(f"{HEAD}\n{ROWS[0].replace('东镇', long)}\n", encoding="utf-8")
        told = bulletin(capsys, str(path), *TOWNS).out
        assert "长" * 95 + "〔电话〕长…" in told
        assert "长" * 96 not in told
        assert "1380" not in told

    def test_json_registers_are_read_alike(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "a.jsonl"
        record = {"case_no": "1", "received_at": "2025-05-06", "乡镇": 7}
        path.write_text(json.dumps(record) + "\n", encoding="utf-8")
        ran = bulletin(capsys, str(path), "--by", "town=乡镇")
        assert (ran.code, "按镇街" in ran.out) == (0, True)
