"""What a careless user types is answered in one line that says what is wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command import TOP, notice_file, run, run_apart
from policy_texts import SAMPLE, spoiled
from strategies import at_least
from xinfang_core.policy import load_policy, policy_ids
from xinfang_core.vocabulary import Status, Unit

if TYPE_CHECKING:
    from pathlib import Path

REGISTER = "case_no,received_at,agent_no\n甲-1,2025-09-22,D-0042\n"
LONG = "9" * 500
POLICIES = f"现有：{'、'.join(policy_ids())}"
VARIANTS = f"现有：{'、'.join(load_policy('online-proxy').variants)}"
MOMENT = "须为日期或者时刻（如 2025-09-30、2025-09-30T08:05、2025年9月30日），实际为"
STATUSES = "、".join(Status.__members__)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some files in it, to stand in."""
    (tmp_path / "r.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "2024-03-01.toml").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "national").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
class TestPolicies:
    """``--policy`` takes a name, a name and a day, a file or a folder."""

    @pytest.mark.parametrize(
        ("policy", "wanted"),
        [
            ("", f"没有名为“”的办法，{POLICIES}"),
            ("x", f"没有名为“x”的办法，{POLICIES}"),
            ("online_proxy", f"没有名为“online_proxy”的办法，是否为“online-proxy”？{POLICIES}"),
            ("x" * 300, f"没有名为“{'x' * 60}…”的办法，{POLICIES}"),
            ("@2025-01-01", f"没有名为“”的办法，{POLICIES}"),
            ("x@y@2025-01-01", f"没有名为“x@y”的办法，{POLICIES}"),
            ("national@", f"national@: {MOMENT}“”"),
            ("national@undated", f"national@undated: {MOMENT}“undated”"),
            ("national@2022-13-01", "national@2022-13-01: 没有这一天或者这一时刻：“2022-13-01”"),
            ("./x", "x: 没有这个文件或者文件夹"),
            ("x.toml", "x.toml: 没有这个文件或者文件夹"),
            ("r.csv/x.toml", "x.toml: 没有这个文件或者文件夹"),
            ("empty", "empty: 文件夹中没有 .toml 办法文件"),
            (
                "r.csv",
                "r.csv:1:8: 名称“case_no”之后须写等号 =；含有空格的名称须加英文双引号",
            ),
        ],
    )
    def test_no_such_policy(
        self, capsys: pytest.CaptureFixture[str], policy: str, wanted: str
    ) -> None:
        for arguments in (("assess", "r.csv", "--policy", policy), ("policy", "show", policy)):
            ran = run(capsys, *arguments)
            assert (ran.code, ran.out, ran.err) == (2, "", f"{wanted}\n")

    @pytest.mark.parametrize(
        ("policy", "label"),
        [
            ("national", "national@2022-05-01"),
            ("national@2010-01-01T23:00Z", "national@2005-05-01"),
            ("2024-03-01.toml", "sample@2024-03-01+national@2022-05-01"),
            (".", "sample@2024-03-01+national@2022-05-01"),
        ],
    )
    def test_a_policy(self, capsys: pytest.CaptureFixture[str], policy: str, label: str) -> None:
        ran = run(
            capsys,
            *("assess", "r.csv", "--policy", policy),
            *("--as-of", "2025-10-01", "--format", "csv"),
        )
        assert ran.code == 0
        assert ran.out.splitlines()[1].startswith(f"甲-1,{label},2025-10-01,")

    def test_a_policy_on_a_day_before_its_first_version(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        policy = "2024-03-01.toml@2024-02-29"
        ran = run(capsys, "assess", "r.csv", "--policy", policy, "--as-of", "2025-10-01")
        told = f"--policy: {policy}：该日本办法还没有施行，最早的版本自 2024-03-01 起\n"
        assert (ran.code, ran.out, ran.err) == (2, "", told)

    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            (
                "calender_days",
                (f"variant: 没有名为“calender_days”的变体，是否为“calendar_days”？{VARIANTS}"),
            ),
            ("", f"variant: 没有名为“”的变体，{VARIANTS}"),
        ],
    )
    def test_no_such_variant(
        self, capsys: pytest.CaptureFixture[str], name: str, wanted: str
    ) -> None:
        ran = run(capsys, "assess", "r.csv", "--policy", "online-proxy", "--variant", name)
        assert (ran.code, ran.out, ran.err) == (2, "", f"{wanted}\n")

    @pytest.mark.parametrize("form", ["text", "json"])
    @pytest.mark.parametrize(
        "arguments", [("list",), ("show", "national"), ("validate", "2024-03-01.toml")]
    )
    def test_looking_at_policies_finds_nothing_to_fail_on(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], form: str
    ) -> None:
        ran = run(capsys, "policy", *arguments, "--format", form)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out

    def test_every_fault_of_an_unsound_file(
        self, desk: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = spoiled(("value = 1,", "value = true,"), ('set_aside = "没有数值"\n', ""))
        (desk / "2024-03-01.toml").write_text(text, encoding="utf-8")
        ran = run(capsys, "policy", "validate", "2024-03-01.toml", "--format", "json")
        assert (ran.code, ran.out) == (2, "")
        assert [line.partition(": ")[0] for line in ran.err.splitlines()] == [
            "2024-03-01.toml:15:1",
            "2024-03-01.toml:38:36",
        ]


@pytest.mark.usefixtures("desk")
class TestArguments:
    """An argument that has no meaning is repeated, shortened, with what it should be."""

    @pytest.mark.parametrize(
        ("arguments", "wanted"),
        [
            ((), "xinfang：错误：缺少参数：命令"),
            (("evaluate",), "xinfang：错误：参数 命令：没有 'evaluate'，可用："),
            (("assess", "--policy", "national"), "xinfang assess：错误：缺少参数：文件"),
            (
                ("assess", "r.csv", "r.csv", "--policy", "national"),
                "xinfang：错误：不认识的参数：r.csv",
            ),
            (
                ("assess", "r.csv", "--policy"),
                "xinfang assess：错误：参数 --policy：须带一个值",
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--as-of", "明天"),
                f"xinfang assess：错误：参数 --as-of：{MOMENT}“明天”",
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--as-of", LONG),
                f"xinfang assess：错误：参数 --as-of：{MOMENT}“{LONG[:60]}…”",
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--known-on", "45930"),
                (
                    "xinfang assess：错误：参数 --known-on：“45930”像是电子表格的日期序号"
                    "（可能是 2025-09-30），请将该列设为日期文本"
                ),
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--fail-on", ""),
                f"xinfang assess：错误：参数 --fail-on：“”不是可用的取值，可用：{STATUSES}",
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--fail-on", "late,overdu"),
                (
                    "xinfang assess：错误：参数 --fail-on：“overdu”不是可用的取值，"
                    f"是否为“overdue”？可用：{STATUSES}"
                ),
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--format", "xml"),
                "xinfang assess：错误：参数 --format：没有 'xml'，可用：",
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--no-assumed=1"),
                "xinfang assess：错误：参数 --no-assumed：多余的值 '1'",
            ),
            (
                ("due", "2025-01-01", LONG, "--unit", "month"),
                f"xinfang due：错误：参数 数：须为最多 9 位的整数，实际为 {LONG[:60]}…",
            ),
            (
                ("due", "0001-01-01T00:00+14:00", "1", "--unit", "month"),
                (
                    "xinfang due：错误：参数 起算日：没有这一天或者这一时刻："
                    "“0001-01-01T00:00+14:00”"
                ),
            ),
            (("policy",), "xinfang policy：错误：缺少参数：命令"),
            (("policy", "list", "x"), "xinfang：错误：不认识的参数：x"),
        ],
    )
    def test_usage(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], wanted: str
    ) -> None:
        ran = run(capsys, *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("用法：xinfang")
        assert ran.err.splitlines()[-1].startswith(wanted)

    @pytest.mark.parametrize(
        ("column", "wanted"),
        [
            ("", "--column: 须写成 字段=列名，实际为 "),
            ("r.csv", "--column: 须写成 字段=列名，实际为 r.csv"),
            ("accepted=x", "--column: 没有字段“accepted”，是否为“accepted_at”？"),
            (
                "accepted_at=recieved_at",
                "r.csv:1: accepted_at: 文件中没有列“recieved_at”，是否为“received_at”？",
            ),
            ("x.toml", "x.toml: 没有这个文件或者文件夹"),
            (
                "2024-03-01.toml",
                "2024-03-01.toml:1:2: policy: 列对应文件须有 [columns] 一节，且只有这一节",
            ),
        ],
    )
    def test_columns(self, capsys: pytest.CaptureFixture[str], column: str, wanted: str) -> None:
        ran = run(capsys, "assess", "r.csv", "--policy", "national", "--column", column)
        assert (ran.code, ran.out, ran.err) == (2, "", f"{wanted}\n")

    @pytest.mark.parametrize(
        ("file", "wanted"),
        [
            ("", ".: 这是文件夹，须为文件"),
            ("empty", "empty: 这是文件夹，须为文件"),
            ("x.csv", "x.csv: 没有这个文件或者文件夹"),
            ("\udcff.csv", "<U+DCFF>.csv: 没有这个文件或者文件夹"),
        ],
    )
    def test_files(self, capsys: pytest.CaptureFixture[str], file: str, wanted: str) -> None:
        ran = run(capsys, "assess", file, "--policy", "national")
        assert (ran.code, ran.out, ran.err) == (2, "", f"{wanted}\n")

    @pytest.mark.parametrize(
        ("output", "wanted"),
        [
            ("", ".: 这是文件夹，须为文件"),
            ("empty", "empty: 这是文件夹，须为文件"),
            ("x/y", "x/y: 没有这个文件或者文件夹"),
            ("r.csv/y", "r.csv/y: 没有这个文件或者文件夹"),
        ],
    )
    def test_outputs(
        self, desk: Path, capsys: pytest.CaptureFixture[str], output: str, wanted: str
    ) -> None:
        before = sorted(desk.rglob("*"))
        ran = run(
            capsys,
            *("assess", "r.csv", "--policy", "national", "--as-of", "2025-10-01"),
            *("--output", output, "--format", "json"),
        )
        assert (ran.code, ran.out, ran.err) == (2, "", f"{wanted}\n")
        assert sorted(desk.rglob("*")) == before


@pytest.mark.usefixtures("desk")
class TestPrivacy:
    """What a register says of persons stays out of messages, reports and tables."""

    @pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
    def test_no_number_of_an_agent_is_printed(
        self, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        ran = run(
            capsys,
            *("assess", "r.csv", "--policy", "online-proxy"),
            *("--as-of", "2025-10-01", "--format", form),
        )
        assert ran.code == 0
        assert "甲-1" in ran.out
        assert "D-0042" not in ran.out + ran.err

    def test_a_fault_repeats_no_other_cell(
        self, desk: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (desk / "r.csv").write_text(REGISTER + "甲-2,x,D-0043\n", encoding="utf-8")
        ran = run(capsys, "assess", "r.csv", "--policy", "online-proxy")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines() == [
            "r.csv: 有的内容可能涉及个人，未显示；要看的加 --show-values",
            f"r.csv:3:2: received_at: {MOMENT}“（未显示）”",
        ]


PIECES = st.sampled_from(
    (
        *("case_no", "信访件编号", "收到日期", "accepted_at", "replied_at", "urgent", "extension"),
        *("2025-09-22", "2025-02-30", "45930", "9999-12-31", "0001-01-01T00:00+14:00", "是", "1"),
        *(",", ",", ",", "\n", "\n", '"', "[", "]", "{", "}", ":", "NaN", "\0", "\ufeff", "\x1b"),
    )
)


@settings(at_least(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(PIECES, max_size=30),
    name=st.sampled_from(("f.csv", "f.json", "f.jsonl")),
    form=st.sampled_from(("text", "json", "csv")),
)
def test_any_file_is_answered_or_refused(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    pieces: list[str],
    name: str,
    form: str,
) -> None:
    """Never a defect of ours, never half an answer, never silence about what is wrong."""
    path = tmp_path / name
    path.write_text("".join(pieces), encoding="utf-8", newline="")
    ran = run(
        capsys,
        *("assess", str(path), "--policy", "online-proxy"),
        *("--as-of", "2025-10-01", "--format", form),
    )
    assert ran.code in {0, 2}
    if ran.code == 2:
        assert ran.out == ""
        assert all(line.startswith(name) for line in ran.err.splitlines())
        assert ran.err


WORDS = st.sampled_from(
    (
        *("2026-02-02", "2026-02-02T09:30", "0001-01-01", "9999-12-31T23:59+14:00", "2019-03-21"),
        *("2026-01-01..", "2026-01-01..2026-01-09，听证", "0001-01-01..9999-12-31", ".."),
        *("1", "15", "3660", "-1", "2026", "2035", "450000", "110000", "", "国", "a" * 300),
        *("r.csv", "n.txt", "national", "empty", "/dev/null", "."),
    )
)
OPTIONS = {
    ("due",): ("--region", "--known-on", "--suspend", "--notices"),
    ("calendar", "show"): ("--region", "--known-on", "--notices"),
    ("calendar", "list"): ("--region", "--known-on", "--notices"),
    ("calendar", "import"): ("--notices",),
    ("calendar", "recheck"): ("--old", "--new", "--as-of", "--region", "--notices", "--column"),
}
PLACES = {("due",): 2, ("calendar", "list"): 0}
UNITS = tuple(Unit.__members__)


@settings(at_least(200), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), command=st.sampled_from(sorted(OPTIONS)))
def test_any_question_about_working_days_is_answered_or_refused(
    desk: Path, capsys: pytest.CaptureFixture[str], data: st.DataObject, command: tuple[str, ...]
) -> None:
    """Never a defect of ours, and never half an answer."""
    notice_file(desk, name="n.txt")
    option = st.tuples(st.sampled_from(OPTIONS[command]), WORDS)
    options = data.draw(st.lists(option, max_size=3))
    count = PLACES.get(command, 1)
    words = data.draw(st.lists(WORDS, min_size=count, max_size=count))
    needed = {
        ("due",): ("--unit", data.draw(st.sampled_from(UNITS))),
        ("calendar", "import"): ("--check",),
        ("calendar", "recheck"): ("--policy", "online-proxy"),
    }
    further = (word for pair in options for word in pair)
    ran = run(capsys, *command, *needed.get(command, ()), *further, *words)
    assert ran.code in {0, 2}
    if ran.code == 2:
        assert ran.out == ""
        assert ran.err


class TestStreams:
    """Whatever the terminal knows and however long it reads, it is no defect of ours."""

    @pytest.mark.parametrize(
        "arguments", [("--help",), ("policy", "list"), ("policy", "show", "x")]
    )
    def test_a_terminal_that_knows_no_chinese(self, arguments: tuple[str, ...]) -> None:
        ran = run_apart(*arguments, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert ran.returncode == (2 if "x" in arguments else 0)
        assert b"?" in (ran.stderr if "x" in arguments else ran.stdout)

    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_a_reader_that_leaves_a_table_early(self, unbuffered: str) -> None:
        program = "import sys; from xinfang_core.cli import main; sys.exit(main())"
        with subprocess.Popen(
            [sys.executable, "-c", program, "policy", "show", "online-proxy"],
            # Unbuffered, the head fails at once; else with the table, in which rich may see it.
            env={
                **os.environ,
                "PYTHONPATH": str(TOP / "src"),
                "PYTHONUNBUFFERED": unbuffered,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.close()
            assert child.stderr.read() == b""
        assert child.returncode == 0
