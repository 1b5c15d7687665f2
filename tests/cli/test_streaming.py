"""``xinfang assess -``: what comes in line by line is answered line by line."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from command import REGISTER, TOP, register, run
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli import streaming

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STREAM = ("assess", "-", "--input-format", "jsonl", "--format", "jsonl")
ONLINE = (*STREAM, "--policy", "online-proxy", "--as-of", "2025-12-01")
GOOD = {"case_no": "甲-1", "received_at": "2025-09-30", "accepted_at": "2025-09-30"}
POLICY_NEEDED = "--policy: 请写明 --policy 办法；只有从标准输入逐行评估、每行自带 policy 的可以不写"
PROGRAM = """
import signal, sys
# Whoever runs the tests in the background has set this signal aside.
signal.signal(signal.SIGINT, signal.default_int_handler)
from xinfang_core.cli import main
if __name__ == "__main__":
    sys.exit(main())
"""


@pytest.fixture
def stdin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that is standard input."""
    path = tmp_path / "stdin"
    path.touch()
    with path.open("r", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        yield path


def lines_of(*requests: object) -> str:
    """Requests, one a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in requests)


def answers_of(text: str) -> list[dict[str, Any]]:
    """What was answered, without what made the answers."""
    found = [json.loads(line) for line in text.splitlines()]
    return [one for one in found if [*one] != ["made_by"]]


class TestAnswers:
    """One line for each request, in their order."""

    def test_bad_lines_are_answered_in_their_place(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        stdin.write_text(f"{lines_of(GOOD)}bad\n\n{lines_of({**GOOD, 'case_no': '甲-2'})}", "utf-8")
        ran = run(capsys, *ONLINE)
        found = answers_of(ran.out)
        assert [(one["case_no"], one.get("line"), one.get("row")) for one in found] == [
            *(("甲-1", None, None), (None, 2, 2), ("甲-2", None, None)),
        ]
        assert (ran.code, ran.err) == (0, "共 3 个请求，其中 1 个读不了\n")

    def test_it_says_what_a_file_of_the_same_cases_says(
        self, capsys: pytest.CaptureFixture[str], stdin: Path, tmp_path: Path
    ) -> None:
        text = lines_of(GOOD, {**GOOD, "case_no": "甲-2", "urgent": True})
        stdin.write_text(text, "utf-8")
        stream = run(capsys, *ONLINE)
        file = run(capsys, "assess", register(tmp_path, text, "r.jsonl"), *ONLINE[4:])
        assert stream.out == file.out

    def test_several_processes_say_the_same(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        requests = [{**GOOD, "case_no": str(at)} if at % 10 else at for at in range(2000)]
        stdin.write_text(lines_of(*requests), "utf-8")
        one = run(capsys, *ONLINE, "--size", "brief")
        stdin.write_text(lines_of(*requests), "utf-8")
        sys.stdin.seek(0)
        two = run(capsys, *ONLINE, "--size", "brief", "--jobs", "2")
        assert (two.out, two.err) == (one.out, one.err)
        assert [one.get("row") for one in answers_of(two.out)[::10]] == [*range(1, 2000, 10)]

    def test_each_request_may_have_a_policy_and_a_day_of_its_own(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        asked = (("national", "2025-10-08"), ("jiuyuan", "2025-10-09"))
        said = ({"case": GOOD, "policy": policy, "as_of": day} for policy, day in asked)
        stdin.write_text(lines_of(*said), "utf-8")
        ran = run(capsys, *STREAM)
        policies = [one["policy"] for one in answers_of(ran.out)]
        assert policies == ["national@2022-05-01", "jiuyuan@undated+national@2022-05-01"]
        makers = [one["made_by"] for one in map(json.loads, ran.out.splitlines())][::2]
        assert [one["as_of"] for one in makers] == ["2025-10-08", "2025-10-09"]

    def test_the_day_is_that_on_which_a_request_came(
        self,
        capsys: pytest.CaptureFixture[str],
        stdin: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        days = iter([1, 2])

        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
                assert tz is SHANGHAI
                return datetime(2025, 12, next(days), tzinfo=SHANGHAI)

        blocks = iter([lines_of(GOOD).encode(), lines_of(GOOD).encode(), b""])
        monkeypatch.setattr(streaming, "datetime", Clock)
        monkeypatch.setattr(os, "read", lambda *_: next(blocks))
        assert stdin.stat().st_size == 0
        ran = run(capsys, *STREAM, "--policy", "national")
        told = [json.loads(line) for line in ran.out.splitlines()]
        assert [one["made_by"]["as_of"] for one in told[::2]] == ["2025-12-01", "2025-12-02"]

    def test_fail_on_decides_about_the_exit_code(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        stdin.write_text(lines_of(GOOD), "utf-8")
        assert run(capsys, *ONLINE, "--fail-on", "overdue").code == 1
        sys.stdin.seek(0)
        assert run(capsys, *ONLINE, "--fail-on", "lapsed").code == 0


class TestWhatCannotBeRead:
    """It is marked in its place, set aside, or ends it all, as is asked for."""

    def test_it_may_be_set_aside(
        self, capsys: pytest.CaptureFixture[str], stdin: Path, tmp_path: Path
    ) -> None:
        stdin.write_text(lines_of({"case_no": "甲-0", "x": 1}, GOOD), "utf-8")
        errors = tmp_path / "errors.csv"
        ran = run(capsys, *ONLINE, "--on-error", "skip", "--errors", str(errors))
        assert [one["case_no"] for one in answers_of(ran.out)] == ["甲-1"]
        (listed,) = csv.DictReader(errors.read_text("utf-8-sig").splitlines())
        assert [listed[name] for name in ("row", "line", "case_no", "column", "code")] == [
            *("1", "1", "甲-0", "x", "key.unknown"),
        ]

    def test_without_a_file_it_is_told_on_standard_error(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        stdin.write_text("bad\n", "utf-8")
        ran = run(capsys, *ONLINE, "--on-error", "skip")
        assert ran.out == ""
        assert ran.err == "1:1: 不是合法的 JSON\n共 1 个请求，其中 1 个读不了\n"

    def test_it_may_end_it_all(self, capsys: pytest.CaptureFixture[str], stdin: Path) -> None:
        stdin.write_text(f"{lines_of(GOOD)}bad\n{lines_of(GOOD)}", "utf-8")
        ran = run(capsys, *ONLINE, "--on-error", "fail")
        assert len(answers_of(ran.out)) == 1
        assert (ran.code, ran.err) == (2, "2:1: 不是合法的 JSON\n")

    def test_what_is_marked_may_be_listed_too(
        self, capsys: pytest.CaptureFixture[str], stdin: Path, tmp_path: Path
    ) -> None:
        stdin.write_text("bad\n", "utf-8")
        errors = tmp_path / "errors.csv"
        ran = run(capsys, *ONLINE, "--errors", str(errors))
        assert len(answers_of(ran.out)) == 1
        assert len(errors.read_text("utf-8-sig").splitlines()) == 2

    def test_what_a_line_says_of_somebody_is_not_repeated(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        lines = (
            [{"name": "张三"}],
            "张三 13800001111",
            {"case": "张三"},
            {"case": GOOD, "as_of": "张三"},
        )
        stdin.write_text(lines_of(*lines), "utf-8")
        ran = run(capsys, *ONLINE)
        assert len(answers_of(ran.out)) == 4
        assert "张三" not in ran.out


class TestOptions:
    """What says nothing about a stream is refused."""

    @pytest.mark.parametrize(
        ("arguments", "wanted"),
        [
            (
                ("assess", "-", "--policy", "national"),
                "--input-format: 读标准输入时请写明格式：jsonl、csv、json 之一",
            ),
            (
                (*STREAM[:4], "--policy", "national"),
                "从标准输入逐行评估时，输出须为 --format jsonl，现为 text",
            ),
            (
                (*ONLINE, "--column", "accepted_at=x"),
                "--column 只用于登记表文件；标准输入里的请求用本库的键",
            ),
            (
                (*ONLINE, "--show-values"),
                "--show-values 只用于登记表文件；标准输入里的请求用本库的键",
            ),
            (
                (*STREAM, "--variant", "sum"),
                POLICY_NEEDED,
            ),
            (
                ("assess", "r.csv"),
                POLICY_NEEDED,
            ),
            (
                ("assess", "r.csv", "--policy", "national", "--jobs", "2"),
                "--jobs: 只用于从标准输入逐行评估（- 和 --input-format jsonl）",
            ),
        ],
    )
    def test_it_is_said_why(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], wanted: str
    ) -> None:
        ran = run(capsys, *arguments)
        assert (ran.code, ran.out, ran.err) == (2, "", f"{wanted}\n")

    def test_a_variant_that_is_unknown_is_refused_at_once(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        assert stdin.exists()
        ran = run(capsys, *ONLINE, "--variant", "sums")
        assert ran.code == 2
        assert "sum" in ran.err

    def test_a_policy_that_was_not_in_force_is_refused_at_once(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        assert stdin.exists()
        ran = run(capsys, *STREAM, "--policy", "national@1990-01-01")
        assert (ran.code, ran.out) == (2, "")
        assert "还没有施行" in ran.err

    def test_a_file_is_written_without_a_policy_of_the_command_line(
        self, capsys: pytest.CaptureFixture[str], stdin: Path, tmp_path: Path
    ) -> None:
        stdin.write_text(lines_of({"case": GOOD, "policy": "national"}), "utf-8")
        output = tmp_path / "answers.jsonl"
        assert run(capsys, *STREAM, "--output", str(output)).code == 0
        assert len(output.read_text("utf-8").splitlines()) == 2

    def test_a_day_pins_the_editions(self, capsys: pytest.CaptureFixture[str], stdin: Path) -> None:
        stdin.write_text(lines_of(GOOD), "utf-8")
        ran = run(capsys, *STREAM, "--policy", "national@2006-01-01", "--as-of", "2025-12-01")
        assert answers_of(ran.out)[0]["policy"] == "national@2005-05-01"

    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_closed_input_is_said(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
    ) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        asked = ("assess", "-", "--input-format", form, "--format", "jsonl", "--policy", "national")
        ran = run(capsys, *asked)
        assert (ran.code, ran.err) == (2, "标准输入已关闭\n")

    def test_input_that_fails_is_said(
        self, capsys: pytest.CaptureFixture[str], stdin: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> bytes:
            raise OSError(5, "Input/output error")

        assert stdin.exists()
        monkeypatch.setattr(os, "read", fail)
        ran = run(capsys, *ONLINE)
        assert ran.code == 2
        assert "Input/output error" in ran.err


class TestATable:
    """From standard input too, by way of a file that is gone afterwards."""

    def test_it_is_read_as_a_file_is(
        self, capsys: pytest.CaptureFixture[str], stdin: Path, tmp_path: Path
    ) -> None:
        stdin.write_text(REGISTER, "utf-8")
        asked = ("--policy", "online-proxy", "--as-of", "2025-10-20", "--format", "csv")
        piped = run(capsys, "assess", "-", "--input-format", "csv", *asked)
        assert piped == run(capsys, "assess", register(tmp_path), *asked)

    def test_its_faults_name_no_file_of_ours(
        self, capsys: pytest.CaptureFixture[str], stdin: Path
    ) -> None:
        stdin.write_text("case_no,urgent\n1,2\n", "utf-8")
        ran = run(capsys, "assess", "-", "--input-format", "csv", "--policy", "national")
        assert ran.code == 2
        assert ran.err.startswith("-:2:2: urgent: ")


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own, with a pipe at both ends."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *ONLINE, *arguments],
        env={**os.environ, "PYTHONPATH": str(TOP / "src")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )


JOBS = pytest.mark.parametrize("jobs", ["1", "2"])


class TestAProcess:
    """As a host has it: a pipe at both ends."""

    @JOBS
    def test_each_answer_is_there_before_the_next_request(self, jobs: str) -> None:
        with started("--jobs", jobs) as host:
            assert host.stdin
            assert host.stdout
            for number in range(3):
                host.stdin.write(lines_of({**GOOD, "case_no": str(number)}).encode())
                host.stdin.flush()
                if number == 0:
                    assert b"library" in host.stdout.readline()
                assert json.loads(host.stdout.readline())["case_no"] == str(number)
            host.stdin.close()
            assert host.wait() == 0

    @JOBS
    @pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
    def test_a_signal_ends_it_without_a_trace(self, jobs: str, sent: signal.Signals) -> None:
        with started("--jobs", jobs) as host:
            assert host.stdin
            assert host.stdout
            host.stdin.write(lines_of(GOOD).encode())
            host.stdin.flush()
            host.stdout.readline()
            assert host.stdout.readline().endswith(b"}\n")
            host.send_signal(sent)
            out, err = host.communicate()
        assert (host.returncode, out) == (128 + sent, b"")
        assert err.decode() == "已中断，未写入任何文件\n"

    @JOBS
    def test_a_reader_that_leaves_ends_it_without_a_trace(self, jobs: str) -> None:
        with started("--jobs", jobs) as host:
            assert host.stdin
            assert host.stdout
            assert host.stderr
            host.stdin.write(lines_of(GOOD).encode())
            host.stdin.flush()
            host.stdout.readline()
            host.stdout.close()
            deadline = time.monotonic() + 60
            while host.poll() is None and time.monotonic() < deadline:
                try:
                    host.stdin.write(lines_of(GOOD).encode())
                    host.stdin.flush()
                except BrokenPipeError:
                    break
            assert host.wait(60) == 0
            assert host.stderr.read() == b""

    @JOBS
    def test_a_writer_that_is_killed_ends_it_after_its_last_line(self, jobs: str) -> None:
        with started("--jobs", jobs) as host:
            out, err = host.communicate(lines_of(GOOD).encode() + b'{"case_no":"\xe7')
        assert host.returncode == 0
        assert [one["case_no"] for one in answers_of(out.decode())] == ["甲-1", None]
        assert err.decode() == "共 2 个请求，其中 1 个读不了\n"
