"""The edges of the command line: help, defects, interruptions, terminals."""

from __future__ import annotations

import argparse
import errno
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import pytest

from command import ASSESS_LETTERS, register, run, run_apart
from xinfang_core import __version__, cli
from xinfang_core.cli import due, output, running
from xinfang_core.cli.parser import chinese_argparse
from xinfang_core.codec import due as codec_due

if TYPE_CHECKING:
    from collections.abc import Iterator

DUE = ("due", "2025-09-30", "1", "--unit", "working_day")
PROGRAM = "import sys; from xinfang_core.cli import main; sys.exit(main())"
INTERRUPTED_IMPORT = f"""
from importlib.abc import MetaPathFinder
class Interrupting(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "xinfang_core.cli.parser":
            raise KeyboardInterrupt
import sys
sys.meta_path.insert(0, Interrupting())
{PROGRAM}
"""
"""A command interrupted while one of its modules is being loaded."""


def run_into(stream: str, *command: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``xinfang`` with one of its streams on a disk that is full."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        out, err = (full, subprocess.PIPE) if stream == "stdout" else (subprocess.PIPE, full)
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *command], stdout=out, stderr=err, check=False
        )


class TestHelp:
    """The command line speaks Chinese, and leaves argparse as it was."""

    def test_help_is_chinese(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "assess", "--help")
        assert ran.code == 0
        assert ran.out.startswith("用法：xinfang assess")
        assert "显示帮助并退出" in ran.out
        for english in ("usage", "options", "positional", "show this"):
            assert english not in ran.out

    def test_the_version_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "--version")
        assert (ran.code, ran.out, ran.err) == (0, f"xinfang-core {__version__}\n", "")

    def test_no_command_says_what_is_missing(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys)
        assert ran.code == 2
        assert "xinfang：错误：缺少参数：命令" in ran.err

    def test_argparse_speaks_english_again_afterwards(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        english = vars(argparse)["_"]
        run(capsys, "--help")
        assert vars(argparse)["_"] is english
        with pytest.raises(RuntimeError), chinese_argparse():
            raise RuntimeError
        assert vars(argparse)["_"] is english


class TestTheLastEdge:
    """Whatever happens ends in one clear line and a code that programs can tell apart."""

    def test_a_defect_shows_its_place_but_not_its_message(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object, **__: object) -> object:
            raise ZeroDivisionError("张三 13800000000")

        monkeypatch.setattr(codec_due, "last_day", broken)
        ran = run(capsys, *DUE)
        assert ran.code == 3
        assert "程序缺陷（ZeroDivisionError broken:" in ran.err
        assert "张三" not in ran.err

    def test_an_interruption_is_said(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*_: object, **__: object) -> object:
            raise KeyboardInterrupt

        monkeypatch.setattr(codec_due, "last_day", interrupted)
        ran = run(capsys, *DUE)
        assert ran.code == 130
        assert ran.err == "已中断，未写入任何文件\n"

    def test_an_interruption_while_it_starts_is_said(self) -> None:
        """Whatever module is being loaded when Ctrl-C comes."""
        ran = subprocess.run(
            [sys.executable, "-c", INTERRUPTED_IMPORT, *DUE], capture_output=True, check=False
        )
        assert (ran.returncode, ran.stdout) == (130, b"")
        assert ran.stderr.decode() == "已中断，未写入任何文件\n"

    @pytest.mark.parametrize("command", [("--help",), ("due", "--help")])
    def test_help_that_cannot_be_written_is_said(self, command: tuple[str, ...]) -> None:
        ran = run_into("stdout", *command)
        assert ran.returncode == 2
        assert ran.stderr.decode() == "无法写入：No space left on device\n"

    @pytest.mark.parametrize("command", [("policy", "show", "nothing"), ("due", "x")])
    def test_errors_that_cannot_be_written_keep_their_code(self, command: tuple[str, ...]) -> None:
        ran = run_into("stderr", *command)
        assert (ran.returncode, ran.stdout) == (2, b"")

    def test_a_remark_that_cannot_be_written_stops_nothing(self, tmp_path: Path) -> None:
        asked = ("assess", register(tmp_path), "--policy", "online-proxy", "--format", "json")
        ran = run_into("stderr", *asked)
        assert ran.returncode == 0
        assert len(json.loads(ran.stdout)["cases"]) == 2

    def test_what_cannot_be_said_is_dropped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Closing it would fail, were what could not be written still waiting there."""
        with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
            monkeypatch.setattr(sys, "stderr", full)
            output.tell("nothing")

    def test_a_reader_that_leaves_is_no_error(self) -> None:
        command = [sys.executable, "-c", PROGRAM, *ASSESS_LETTERS, "--as-of", "2020-01-31"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0

    def test_a_reader_that_leaves_is_no_error_in_this_process(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone(*_: object) -> object:
            raise BrokenPipeError

        closed: list[TextIO] = []
        monkeypatch.setattr(due, "_basis", gone)
        monkeypatch.setattr(running, "close_quietly", closed.append)
        ran = run(capsys, *DUE)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert closed == [sys.stdout]

    def test_what_cannot_be_written_is_said(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> object:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        closed: list[TextIO] = []
        monkeypatch.setattr(due, "_basis", full)
        monkeypatch.setattr(output, "close_quietly", closed.append)
        ran = run(capsys, *DUE)
        assert ran.code == 2
        assert ran.err.count("\n") == 1
        assert closed == [sys.stdout]

    def test_closing_sends_what_is_left_nowhere(self, tmp_path: Path) -> None:
        path = tmp_path / "out"
        with path.open("w", encoding="utf-8") as stream:
            output.close_quietly(stream)
            stream.write("never seen")
        assert path.read_text("utf-8") == ""

    def test_a_full_disk_is_said(self) -> None:
        ran = run_into("stdout", *DUE)
        assert ran.returncode == 2
        assert len(ran.stderr.decode().splitlines()) == 1

    def test_without_an_output_it_says_so(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", None)
            code = cli.main(DUE)
        assert code == 2
        assert capsys.readouterr().err.count("\n") == 1

    def test_without_an_error_stream_nothing_is_said(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stderr", None)
            assert cli.main(("policy", "show", "nothing")) == 2
        assert capsys.readouterr() == ("", "")


class TestTerminals:
    """Old terminals know GBK; programs get UTF-8; progress goes where a person looks."""

    def test_gbk_shows_every_sign(self, tmp_path: Path) -> None:
        asked = ("assess", register(tmp_path), "--policy", "online-proxy", "--as-of", "2025-10-20")
        ran = run_apart(*asked, "--full", PYTHONIOENCODING="gbk")
        assert ran.returncode == 0, ran.stderr
        text = ran.stdout.decode("gbk")
        assert "■ 甲-1" in text
        assert "?" not in text

    def test_progress_is_for_terminals_only(self, monkeypatch: pytest.MonkeyPatch) -> None:
        items = [1, 2, 3]
        assert output.tracked(items, 3, "评估中") is items
        terminal = StringIO()
        monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys, "stderr", terminal)
        assert list(output.tracked(items, 3, "评估中")) == items
        assert "评估中" in terminal.getvalue()
        monkeypatch.setitem(sys.modules, "rich.progress", None)
        assert output.tracked(items, 3, "评估中") is items

    def test_a_host_may_catch_the_output(self) -> None:
        caught = StringIO()
        with redirect_stdout(caught):
            assert cli.main((*DUE, "--format", "json")) == 0
        assert '"due": "2025-10-09"' in caught.getvalue()


class TestSignals:
    """A command that the system ends leaves no file behind, and its code says which signal."""

    SENT = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    @pytest.fixture
    def ending(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[signal.Signals]]:
        """The signals that come while a command writes; before it nobody handles any."""
        before = {one: signal.getsignal(one) for one in self.SENT}
        for one in self.SENT:
            signal.signal(one, signal.SIG_DFL)
        coming: list[signal.Signals] = []

        def interrupted() -> str:
            for one in coming:
                signal.raise_signal(one)
            return ""

        monkeypatch.setattr(due, "_basis", interrupted)
        yield coming
        for one, handler in before.items():
            signal.signal(one, handler)

    @pytest.mark.parametrize("sent", SENT)
    def test_nothing_is_left_behind(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        ending: list[signal.Signals],
        sent: signal.Signals,
    ) -> None:
        ending.append(sent)
        target = tmp_path / "due.txt"
        target.write_text("before", "utf-8")
        ran = run(capsys, *DUE, "--output", str(target))
        assert (ran.code, ran.out) == (128 + sent, "")
        assert ran.err == "已中断，未写入任何文件\n"
        assert list(tmp_path.iterdir()) == [target]
        assert target.read_text("utf-8") == "before"
        assert all(signal.getsignal(one) is signal.SIG_DFL for one in self.SENT)

    def test_one_that_is_ignored_stays_so(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: list[signal.Signals]
    ) -> None:
        """As ``nohup`` has it, or a host that handles signals itself."""
        ending.append(signal.SIGHUP)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        ran = run(capsys, *DUE, "--output", str(tmp_path / "due.txt"))
        assert (ran.code, ran.err) == (0, "")
        ending.append(signal.SIGTERM)
        assert run(capsys, *DUE).code == 128 + signal.SIGTERM
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN

    def test_a_second_one_does_not_disturb_the_tidying_up(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        ending: list[signal.Signals],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        ending.append(signal.SIGTERM)
        unlink = Path.unlink

        def disturbed(path: Path, *, missing_ok: bool = False) -> None:
            signal.raise_signal(signal.SIGHUP)
            unlink(path, missing_ok=missing_ok)

        monkeypatch.setattr(Path, "unlink", disturbed)
        assert run(capsys, *DUE, "--output", str(tmp_path / "due.txt")).code == 128 + signal.SIGTERM
        assert not list(tmp_path.iterdir())

    @pytest.mark.usefixtures("ending")
    def test_outside_the_main_thread_nothing_is_handled(self) -> None:
        codes: list[int] = []
        asked = threading.Thread(target=lambda: codes.append(cli.main(("policy", "list"))))
        asked.start()
        asked.join()
        assert codes == [0]

    @pytest.mark.parametrize("sent", SENT)
    def test_from_outside(self, tmp_path: Path, sent: signal.Signals) -> None:
        """The register never ends, so the signal meets the command at work."""
        register, target = tmp_path / "register.csv", tmp_path / "answers.json"
        os.mkfifo(register)
        asked = ("assess", str(register), "--policy", "online-proxy", "--output", str(target))
        # Tests that run in the background are started with some of them ignored.
        heard = "import signal as s; s.signal(s.SIGINT, s.default_int_handler);"
        heard += "s.signal(s.SIGHUP, s.SIG_DFL); s.signal(s.SIGTERM, s.SIG_DFL);"
        command = [sys.executable, "-c", heard + PROGRAM, *asked]
        with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
            with register.open("wb"):  # as soon as it is being read
                process.send_signal(sent)
                assert process.wait(60) == 128 + sent
            assert process.stderr is not None
            assert process.stderr.read().decode() == "已中断，未写入任何文件\n"
        assert list(tmp_path.iterdir()) == [register]
