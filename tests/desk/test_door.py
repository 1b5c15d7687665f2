"""The door between the page and the library answers as the command line does."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from xinfang_core.cli import main
from xinfang_core.policy import load_policy
from xinfang_desk import door

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

DUE = ["due", "2025-09-30", "1", "--unit", "working_day", "--known-on", "2025-10-01"]


def run(*words: str) -> dict[str, Any]:
    """What the door tells of a command."""
    told: dict[str, Any] = json.loads(door.run(json.dumps(words)))
    return told


class TestCommands:
    """A command through the door is the command itself."""

    def test_its_output_is_what_the_command_line_prints(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = run(*DUE)
        assert main(DUE) == 0
        assert told == {"code": 0, "out": capsys.readouterr().out, "err": ""}
        assert "2025-10-09" in told["out"]

    def test_output_that_is_bytes_is_told_too(self) -> None:
        told = run(*DUE, "--format", "svg")
        assert told["code"] == 0
        assert told["out"].startswith("<svg")

    def test_a_refusal_is_exit_code_2_and_its_words(self) -> None:
        told = run("due", "2025-02-30", "1", "--unit", "working_day")
        assert (told["code"], told["out"]) == (2, "")
        assert "2025-02-30" in told["err"]

    def test_of_words_that_are_no_command_only_what_is_wrong_is_told(self) -> None:
        told = run("due", "2025-09-30", "1", "--unit", "year")
        assert told["code"] == 2
        assert told["err"].startswith("参数 --unit：")
        assert told["err"].count("\n") == 1

    def test_what_the_library_refuses_is_told_as_it_is(self, tmp_path: Path) -> None:
        told = run("assess", str(tmp_path / "none.csv"), "--policy", "national")
        assert told["code"] == 2
        assert "none.csv" in told["err"]

    def test_out_of_memory_is_no_defect(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_: object) -> None:
            raise MemoryError

        monkeypatch.setattr("xinfang_core.cli.running.keep_apart", full)
        with pytest.raises(MemoryError):
            run(*DUE)

    def test_a_defect_is_told_by_its_place_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_: object) -> None:
            raise KeyError("张三")

        monkeypatch.setattr("xinfang_core.cli.running.keep_apart", broken)
        told = run(*DUE)
        assert told["code"] == 3
        assert told["err"].startswith("程序缺陷（KeyError broken:")
        assert "张三" not in told["err"]

    def test_progress_goes_on_at_once_and_is_not_kept(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        def working(_: list[str]) -> int:
            sys.stderr.write("评估 1/2\n")
            sys.stderr.write("提示：第 1/2 页以后没有了。\n")
            return 1

        monkeypatch.setattr("xinfang_core.cli.main", working)
        assert run("assess", str(tmp_path)) == {
            "code": 1,
            "out": "",
            "err": "提示：第 1/2 页以后没有了。\n",
        }
        assert capfd.readouterr().err == "评估 1/2\n"


class TestQuestions:
    """A question goes to the function that it names."""

    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
        """A module of the bridge that is there for this test alone."""
        made = type(sys)("xinfang_desk.asked")
        monkeypatch.setitem(sys.modules, made.__name__, made)
        return made

    def test_it_is_given_the_keywords_and_its_answer_is_told(self, asked: ModuleType) -> None:
        vars(asked)["twice"] = lambda text, times: text * times
        told = door.ask("asked.twice", json.dumps({"text": "信", "times": 2}))
        assert told == '{"told": "信信"}'

    def test_an_answer_may_have_whatever_keys_it_likes(self, asked: ModuleType) -> None:
        vars(asked)["count"] = lambda: {"refused": 3}
        assert json.loads(door.ask("asked.count", "{}")) == {"told": {"refused": 3}}

    def test_what_the_library_refuses_is_told_in_its_words(self, asked: ModuleType) -> None:
        vars(asked)["load"] = load_policy
        told = json.loads(door.ask("asked.load", json.dumps({"policy_id": "nowhere"})))
        assert list(told) == ["refused"]
        assert "nowhere" in told["refused"]

    def test_a_defect_is_told_by_its_place_alone(self, asked: ModuleType) -> None:
        vars(asked)["broken"] = lambda: int("张三")
        told = json.loads(door.ask("asked.broken", "{}"))
        assert told["refused"].startswith("程序缺陷（ValueError <lambda>:")
        assert told["defect"].startswith("ValueError <lambda>:")
        assert "张三" not in str(told)

    def test_out_of_memory_is_no_defect(self, asked: ModuleType) -> None:
        def full() -> None:
            raise MemoryError

        vars(asked)["full"] = full
        with pytest.raises(MemoryError):
            door.ask("asked.full", "{}")


class TestFiles:
    """The page's files are listed and removed by path."""

    def test_files_of_a_folder_are_listed_in_order_of_name(self, tmp_path: Path) -> None:
        (tmp_path / "乙").mkdir()
        for name in ("乙/1.csv", "甲.csv"):
            (tmp_path / name).write_text("x", encoding="utf-8")
        assert json.loads(door.files(str(tmp_path))) == sorted(
            [f"{tmp_path}/乙/1.csv", f"{tmp_path}/甲.csv"]
        )

    def test_a_folder_that_is_not_there_has_none(self, tmp_path: Path) -> None:
        assert door.files(str(tmp_path / "none")) == "[]"

    def test_a_file_or_a_whole_folder_is_removed(self, tmp_path: Path) -> None:
        (tmp_path / "one").mkdir()
        for name in ("one/a", "b"):
            (tmp_path / name).touch()
        for name in ("one", "b", "never"):
            door.remove(str(tmp_path / name))
        assert list(tmp_path.iterdir()) == []
