"""The edges of the command line: help, defects, interruptions, terminals."""

from __future__ import annotations

import argparse
import errno
import os
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from command import ASSESS_LETTERS, register, run, run_apart
from xinfang_core import cli
from xinfang_core.cli import due, output
from xinfang_core.cli.parser import chinese_argparse

if TYPE_CHECKING:
    from pathlib import Path

DUE = ("due", "2025-09-30", "1", "--unit", "working_day")


class TestHelp:
    """The command line speaks Chinese, and leaves argparse as it was."""

    def test_help_is_chinese(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "assess", "--help")
        assert ran.code == 0
        assert ran.out.startswith("用法：xinfang assess")
        assert "显示帮助并退出" in ran.out
        for english in ("usage", "options", "positional", "show this"):
            assert english not in ran.out

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

        monkeypatch.setattr(due, "last_day", broken)
        ran = run(capsys, *DUE)
        assert ran.code == 3
        assert "程序缺陷（ZeroDivisionError broken:" in ran.err
        assert "张三" not in ran.err

    def test_an_interruption_is_said(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*_: object, **__: object) -> object:
            raise KeyboardInterrupt

        monkeypatch.setattr(due, "last_day", interrupted)
        ran = run(capsys, *DUE)
        assert ran.code == 130
        assert ran.err == "已中断，未写入任何文件\n"

    def test_a_reader_that_leaves_is_no_error(self) -> None:
        program = "import sys; from xinfang_core.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", program, *ASSESS_LETTERS, "--as-of", "2020-01-31"]
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

        closed: list[bool] = []
        monkeypatch.setattr(due, "_basis", gone)
        monkeypatch.setattr(cli, "close_quietly", lambda: closed.append(True))
        ran = run(capsys, *DUE)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert closed == [True]

    def test_what_cannot_be_written_is_said(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> object:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        closed: list[bool] = []
        monkeypatch.setattr(due, "_basis", full)
        monkeypatch.setattr(output, "close_quietly", lambda: closed.append(True))
        ran = run(capsys, *DUE)
        assert ran.code == 2
        assert ran.err.count("\n") == 1
        assert closed == [True]

    def test_closing_sends_what_is_left_nowhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "out"
        with path.open("w", encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdout", stream)
            output.close_quietly()
            stream.write("never seen")
        assert path.read_text("utf-8") == ""

    def test_a_full_disk_is_said(self) -> None:
        with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
            program = "import sys; from xinfang_core.cli import main; sys.exit(main())"
            ran = subprocess.run(
                [sys.executable, "-c", program, *DUE],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
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
        ran = run_apart(*asked, PYTHONIOENCODING="gbk")
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
