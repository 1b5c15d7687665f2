"""``xinfang assess``: the real letters, every option, every form."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from command import ASSESS_LETTERS, REGISTER, TOP, answers_in, register, run, run_apart
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli import assess as command
from xinfang_core.cli.report import case_lines
from xinfang_core.codec import AnswerEncoder, read_records, summary
from xinfang_core.codec.outcomes import DEADLINES
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import Status

ONLINE = ("--policy", "online-proxy")
STORIES = tuple(sorted((TOP / "examples" / "stories").glob("*.json")))
LETTERS = {
    ("2020-01-31", None): {
        "consultation": {"met": 194, "late": 193},
        "general": {"met": 719, "late": 295},
    },
    ("2020-01-31", "calendar_days"): {
        "consultation": {"met": 157, "late": 230},
        "general": {"met": 597, "late": 417},
    },
    ("2019-06-28", None): {
        "consultation": {"met": 159, "late": 160, "open": 3, "overdue": 1, "not_started": 64},
        "general": {"met": 575, "late": 250, "open": 14, "overdue": 12, "not_started": 163},
    },
}
"""Statuses of the real letters, counted beforehand with another calendar library."""


class TestTheRealLetters:
    """1,401 letters, assessed under both readings of 日."""

    @pytest.mark.parametrize(("as_of", "variant"), LETTERS)
    def test_statuses_by_kind(
        self, capsys: pytest.CaptureFixture[str], as_of: str, variant: str | None
    ) -> None:
        chosen = ("--variant", variant) if variant else ()
        asked = ("--as-of", as_of, *chosen, "--format", "json", "--size", "full")
        ran = run(capsys, *ASSESS_LETTERS, *asked)
        assert (ran.code, ran.err) == (0, "")
        found = json.loads(ran.out)
        counted = Counter(
            (case["kind"]["reply_kind"]["outcome"], case["limits"]["reply_deadline"]["status"])
            for case in found["cases"]
        )
        wanted = LETTERS[as_of, variant]
        assert counted == {
            (kind, status): number
            for kind, statuses in wanted.items()
            for status, number in statuses.items()
        }
        summary = found["summary"]
        assert summary["cases"] == 1401
        assert summary["award_total"] == 0
        assert summary["readings"][0]["reply_deadline"] == wanted
        assert summary["readings"][0]["awards"] == {"undetermined": 1401}

    def test_both_readings_are_summed_up(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", "2020-01-31")
        assert ran.code == 0
        rows = [line for line in ran.out.splitlines() if line.startswith("│")]
        assert [row.split("│")[1].strip() for row in rows if "答复期限" in row] == [
            *["“日”按工作日（默认）"] * 2,
            *["“日”按自然日"] * 2,
        ]
        # The other reading leaves the national limits as they are.
        assert sum("办理期限" in row for row in rows) == 1
        assert "奖励：无法确定 1401 件" in ran.out


def ask(
    capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str, text: str = REGISTER
) -> dict[str, Any]:
    """The JSON answer in full about a small register, as of 2025-10-20."""
    ran = run(
        *(capsys, "assess", register(folder, text), *ONLINE),
        *("--as-of", "2025-10-20", "--format", "json", "--size", "full", *arguments),
    )
    assert ran.code == 0, ran.err
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


class TestOptions:
    """Each option does what its help says."""

    def test_the_version_may_be_pinned(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(
            *(capsys, "assess", register(tmp_path), "--policy", "national@2010-01-01"),
            *("--as-of", "2025-10-20", "--format", "json", "--size", "full"),
        )
        found = json.loads(ran.out)
        assert {case["policy"] for case in found["cases"]} == {"national@2005-05-01"}
        assert found["summary"]["policy"] == "national@2010-01-01"
        assert found["cases"][0]["kind"]["reply_kind"] is None

    def test_a_policy_may_be_a_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        packaged = Path(command.__file__).parent.parent / "policies" / "online-proxy"
        ran = run(
            *(capsys, "assess", register(tmp_path), "--policy", str(packaged / "undated.toml")),
            *("--as-of", "2025-10-20", "--format", "json", "--size", "full"),
        )
        assert json.loads(ran.out)["cases"] == ask(capsys, tmp_path)["cases"]

    def test_without_a_day_it_is_today_in_shanghai(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> Clock:
                assert tz is SHANGHAI
                return cls(2025, 10, 21, 1, 0)

        monkeypatch.setattr(command, "datetime", Clock)
        ran = run(capsys, "assess", register(tmp_path), *ONLINE, "--format", "json")
        assert ran.err == "未给出 --as-of，以上海当天 2025-10-21 评估\n"
        assert json.loads(ran.out)["summary"]["as_of"] == "2025-10-21"

    def test_later_notices_may_be_left_out(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        known = ask(capsys, tmp_path, "--known-on", "2024-10-31")
        assert known["cases"][0]["limits"]["reply_deadline"]["certainty"] == "provisional"
        assert known["summary"]["known_on"] == "2024-10-31"

    def test_assumed_values_may_be_refused(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = (
            "case_no,received_at,accepted_at,replied_at,delivered_at,agent_category\n"
            "1,2025-09-01,2025-09-01,2025-09-02,2025-09-03,community_volunteer\n"
        )
        paid = ask(capsys, tmp_path, text=text)["cases"][0]["follow_through"]["incentive"]
        assert (paid["outcome"], paid["kind"], paid["basis"]) == (10, "money", "assumed")
        refused = ask(capsys, tmp_path, "--no-assumed", text=text)["cases"][0]["follow_through"][
            "incentive"
        ]
        assert refused["outcome"] == "undetermined"
        assert refused["reasons"][0]["code"] == "value.assumed_refused"

    def test_who_petitions_in_person_is_summed_up_apart(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = (
            "case_no,received_at,accepted_at,replied_at,delivered_at,agent_is_petitioner\n"
            "1,2025-09-01,2025-09-01,2025-09-02,2025-09-03,是\n"
            "2,2025-09-01,2025-09-01,2025-09-02,2025-09-03,是\n"
        )
        summary = ask(capsys, tmp_path, text=text)["summary"]
        assert summary["readings"][0]["awards"] == {"none": 2}
        path = register(tmp_path, text)
        ran = run(capsys, "assess", path, *ONLINE, "--as-of", "2025-10-20")
        assert "奖励：不适用 2 件" in ran.out

    def test_statuses_may_make_the_run_fail(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        asked = ("assess", register(tmp_path), *ONLINE, "--as-of", "2025-10-20")
        assert run(capsys, *asked, "--fail-on", "late").code == 0
        assert run(capsys, *asked, "--fail-on", "late, overdue").code == 1
        wrong = run(capsys, *asked, "--fail-on", "overdu")
        assert wrong.code == 2
        assert "是否为“overdue”？" in wrong.err

    def test_one_column_may_feed_two_fields(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = "编号,来件\n1,2025-10-09\n"
        found = ask(
            *(capsys, tmp_path, "--column", "case_no=编号"),
            *("--column", "received_at=来件", "--column", "accepted_at=来件"),
            text=text,
        )
        assert found["cases"][0]["limits"]["reply_deadline"]["status"] == "open"

    def test_the_columns_may_stand_in_a_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        columns = tmp_path / "columns.toml"
        columns.write_text('[columns]\ncase_no = "编号"\n"受理日期" = "来件"\n', "utf-8")
        found = ask(*(capsys, tmp_path, "--column", str(columns)), text="编号,来件\n1,2025-10-09\n")
        assert found["cases"][0]["limits"]["reply_deadline"]["status"] == "open"

    def test_columns_that_feed_nothing_are_named(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = "case_no,电话\n1,123\n"
        ran = run(
            *(capsys, "assess", register(tmp_path, text), *ONLINE),
            *("--as-of", "2025-10-20", "--format", "jsonl"),
        )
        assert ran.err == "未使用的列：电话\n"
        assert "123" not in ran.out


class TestForms:
    """Text for people; JSON, JSON Lines and CSV for programs and spreadsheets."""

    def test_text_gives_each_decision_its_reason_and_citation(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        asked = (*ONLINE, "--as-of", "2025-10-20", "--full")
        ran = run(capsys, "assess", register(tmp_path), *asked)
        assert "  答复期限：按期，期限至 2025-10-09\n" in ran.out
        assert "  答复期限：逾期未完成，期限至 2025-09-28，逾期 11 个工作日\n" in ran.out
        assert "网上信访代理工作经验材料 一、分类代理（一）“紧急事项1日内回复”〔解释〕" in ran.out
        assert "  提示：紧急事项的期限因放假顺延至 2025-10-09" in ran.out

    @pytest.mark.parametrize("story", STORIES)
    def test_text_tells_every_finding_once_with_its_severity(self, story: Path) -> None:
        policy = load_policy(story.stem.removesuffix("-wrong"))
        (case,) = read_records(story).cases
        for as_of in (date(2025, 12, 20), date(2026, 7, 13)):
            answer = assess(case, policy.in_force(case, as_of), mainland_calendar(), as_of)
            lines = [line.strip() for line in case_lines(answer)]
            for severity, reason, _ in answer.findings:
                assert lines.count(f"{severity.text()}：{reason.cited_text()}") == 1
                assert reason.cited_text() not in lines

    def test_what_is_out_of_order_is_told_once_among_its_like(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        wrong = str(TOP / "examples" / "stories" / "online-proxy-wrong.json")
        ran = run(capsys, "assess", wrong, *ONLINE, "--as-of", "2025-12-20")
        failed = "\n  违规：代理员不符合“培训合格”的条件"
        assert failed in ran.out
        assert "\n  代理员资格：不符合条件\n" in ran.out
        late = "\n  违规：2025-12-03 批准延期，已过原期限 2025-12-01"
        assert late in ran.out
        assert ran.out.index(failed) < ran.out.index(late)

    def test_an_empty_register_is_an_empty_answer(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        found = ask(capsys, tmp_path, text="case_no\n")
        assert (found["made_by"], found["cases"]) == ([], [])
        assert found["summary"]["cases"] == 0

    def test_tables_need_the_extra(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setitem(sys.modules, "rich.console", None)
        asked = ("assess", register(tmp_path), *ONLINE, "--as-of", "2025-10-20")
        ran = run(capsys, *asked)
        assert (ran.code, ran.out) == (2, "")
        assert "xinfang-core[cli]" in ran.err
        assert run(capsys, *asked, "--format", "json").code == 0


class TestOutputFiles:
    """A file is written whole or not at all."""

    def test_a_failure_midway_leaves_nothing(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        answered: list[date] = []

        def fails_at_the_second(*_: object) -> str:
            answered.append(date(2025, 1, 1))
            if len(answered) > 1:
                raise ValueError("甲-2 的内容")
            return "{}"

        monkeypatch.setattr(AnswerEncoder, "encode", fails_at_the_second)
        text = register(tmp_path)
        folder = tmp_path / "answers"
        folder.mkdir()
        target = folder / "answers.json"
        target.write_text("as it was", "utf-8")
        ran = run(
            *(capsys, "assess", text, *ONLINE, "--as-of", "2025-10-20", "--format", "json"),
            *("--output", str(target)),
        )
        assert ran.code == 3
        assert "程序缺陷（ValueError" in ran.err
        assert "甲-2" not in ran.err
        assert target.read_text("utf-8") == "as it was"
        assert list(folder.iterdir()) == [target]

    def test_a_folder_that_is_not_there_is_named(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        target = str(tmp_path / "nowhere" / "answers.json")
        ran = run(
            *(capsys, "assess", register(tmp_path), *ONLINE, "--as-of", "2025-10-20"),
            *("--format", "json", "--output", target),
        )
        assert ran.code == 2
        assert target in ran.err

    def test_others_may_read_it_like_any_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        plain, target = tmp_path / "plain", tmp_path / "answers.json"
        plain.touch()
        run(
            *(capsys, "assess", register(tmp_path), *ONLINE, "--as-of", "2025-10-20"),
            *("--format", "json", "--output", str(target)),
        )
        assert target.stat().st_mode == plain.stat().st_mode

    def test_a_device_is_written_to_as_it_is(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(
            *(capsys, "assess", register(tmp_path), *ONLINE, "--as-of", "2025-10-20"),
            *("--format", "json", "--output", "/dev/null"),
        )
        assert (ran.code, ran.err) == (0, "")


class TestBadInput:
    """Every fault at once, with its place, and nothing half-done."""

    def test_all_faults_are_listed(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = REGISTER.replace("2025-10-09", "2025-02-30").replace("consultation", "consultatoin")
        target = tmp_path / "answers.json"
        ran = run(
            *(capsys, "assess", register(tmp_path, text), *ONLINE, "--as-of", "2025-10-20"),
            *("--format", "json", "--output", str(target)),
        )
        assert ran.code == 2
        assert ran.out == ""
        assert [line.split(": ")[0] for line in ran.err.splitlines()] == [
            "register.csv:2:5",
            "register.csv:3:6",
        ]
        assert "是否为“consultation”？" in ran.err
        assert not target.exists()

    @pytest.mark.parametrize(
        ("arguments", "wanted"),
        [
            (("--policy", "online-prox"), "是否为“online-proxy”？现有：national、"),
            (("--policy", "online-proxy@2025-02-30"), "没有这一天"),
            (("--policy", "online-proxy", "--variant", "calendar"), "是否为“calendar_days”？"),
            (("--policy", "online-proxy", "--column", "acepted_at=x"), "是否为“accepted_at”？"),
            (("--policy", "online-proxy", "--column", "accepted_at"), "字段=列名"),
            (("--policy", "nowhere.toml"), "没有这个文件"),
            (("--policy", "x" * 5000), "没有名为“xxx"),
        ],
    )
    def test_a_wrong_option_is_named(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        arguments: tuple[str, ...],
        wanted: str,
    ) -> None:
        ran = run(capsys, "assess", register(tmp_path), *arguments, "--as-of", "2025-10-20")
        assert (ran.code, ran.out) == (2, "")
        assert wanted in ran.err


class TestSameBytes:
    """The same input gives the same bytes in any zone, locale and hash seed."""

    def test_in_any_environment(self, tmp_path: Path) -> None:
        asked = (
            *("assess", register(tmp_path), *ONLINE, "--as-of", "2025-10-20"),
            *("--format", "json"),
        )
        environments = (
            {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C"},
            {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
            {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "PYTHONIOENCODING": "gbk"},
        )
        outputs = {run_apart(*asked, **environment).stdout for environment in environments}
        assert len(outputs) == 1
        statuses = {
            case["limits"]["reply_deadline"]["status"]
            for case in json.loads(outputs.pop())["cases"]
        }
        assert statuses <= Status.__members__.keys()


class TestSlips:
    """What would silently change every answer is refused, or said."""

    @pytest.mark.parametrize("header", ["replied_aat", "事件"])
    def test_a_header_that_is_nearly_a_known_one(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, header: str
    ) -> None:
        text = REGISTER.replace("答复日期", header)
        ran = run(
            *(capsys, "assess", register(tmp_path, text), *ONLINE, "--as-of", "2025-10-20"),
        )
        assert (ran.code, ran.out) == (2, "")
        assert f"register.csv:1:5: {header}: 不认识的列“{header}”，是否为“" in ran.err

    @pytest.mark.parametrize("key", ["Events", "event"])
    def test_a_history_under_another_key(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, key: str
    ) -> None:
        text = json.dumps([{"case_no": "1", key: []}])
        path = register(tmp_path, text, "register.json")
        ran = run(capsys, "assess", path, *ONLINE, "--as-of", "2025-10-20")
        assert ran.code == 2
        assert "是否为“events”？" in ran.err

    def test_a_mapped_key_may_be_null_in_every_record(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = json.dumps([{"case_no": "1", "received_at": "2025-09-01", "answered": None}])
        path = register(tmp_path, text, "register.json")
        ran = run(
            *(capsys, "assess", path, *ONLINE, "--as-of", "2025-10-20", "--format", "json"),
            *("--column", "replied_at=answered"),
        )
        assert (ran.code, ran.err) == (0, "")

    def test_one_field_from_two_columns(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(
            *(capsys, "assess", register(tmp_path), *ONLINE, "--as-of", "2025-10-20"),
            *("--column", "accepted_at=收到日期", "--column", "accepted_at=答复日期"),
        )
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "accepted_at: 列“答复日期”与列“收到日期”是同一字段\n"

    def test_the_register_is_never_written_over(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = register(tmp_path)
        ran = run(
            *(capsys, "assess", path, *ONLINE, "--as-of", "2025-10-20"),
            *("--format", "csv", "--output", path),
        )
        assert ran.code == 2
        assert "会覆盖登记表" in ran.err
        assert Path(path).read_text("utf-8") == REGISTER

    def test_repeated_numbers_are_said(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = REGISTER.replace("甲-2", "甲-1")
        ran = run(
            *(capsys, "assess", register(tmp_path, text), *ONLINE, "--as-of", "2025-10-20"),
            *("--format", "jsonl"),
        )
        assert ran.code == 0
        assert ran.err == "register.csv: 信访件编号“甲-1”不止一行（第 2、3 行），各按一件评估\n"

    def test_only_limits_make_the_run_fail(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # How long people have to rate is told nowhere; the other limits are all determined.
        limits = tuple(one for one in DEADLINES if one != "evaluation_window_deadline")
        monkeypatch.setattr(summary, "DEADLINES", limits)
        text = (
            "case_no,registered_at,received_at,accepted_at,notified_at,replied_at\n"
            "1,2020-03-02,2020-03-02,2020-03-02,2020-03-03,2020-03-04\n"
        )
        ran = run(
            *(capsys, "assess", register(tmp_path, text), *ONLINE, "--as-of", "2020-10-20"),
            *("--fail-on", "undetermined"),
        )
        assert "无法判断：代理奖励" in ran.out
        assert ran.code == 0

    def test_terms_may_end_in_the_word_for_kind(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = "case_no,登记日期,信访类别\n1,2025-09-01,建议意见类\n"
        found = ask(capsys, tmp_path, text=text)
        assert found["cases"][0]["limits"]["handling_deadline"]["outcome"] == "none"


class TestVersionsInForce:
    """A variant belongs to the edition that has it; nothing decided rests on nothing."""

    def test_a_variant_is_named_only_where_it_applies(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        packaged = Path(command.__file__).parent.parent / "policies" / "online-proxy"
        text = (packaged / "undated.toml").read_text("utf-8")
        dated = tmp_path / "2026-01-01.toml"
        dated.write_text(text.replace('"undated"', "2026-01-01", 1), "utf-8")
        ran = run(
            *(capsys, "assess", register(tmp_path), "--policy", str(dated)),
            *("--variant", "calendar_days", "--as-of", "2025-10-20", "--format", "jsonl"),
        )
        assert {case["policy"] for case in answers_in(ran.out)} == {"national@2022-05-01"}
        assert json.loads(ran.out.splitlines()[0])["made_by"]["variant"] is None

    def test_before_the_first_version_nothing_is_decided(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = "case_no,登记日期\n1,2004-01-05\n"
        ran = run(
            *(capsys, "assess", register(tmp_path, text), "--policy", "national"),
            *("--as-of", "2025-10-20", "--format", "json"),
        )
        (case,) = json.loads(ran.out)["cases"]
        assert case["weakest_basis"] is None
        assert case["limits"] == {}
        assert [finding["code"] for finding in case["findings"]] == [
            "version.none_in_force",
            "workflow.not_accepted",
        ]
        text_run = run(
            *(capsys, "assess", register(tmp_path, text), "--policy", "national"),
            *("--as-of", "2025-10-20"),
        )
        assert "最弱依据：—" in text_run.out
