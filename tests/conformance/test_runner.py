"""The runner: our own command passes, and whatever goes wrong is caught and named."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from attrs import frozen

from command import TOP
from making.files import HERE, runner

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = HERE / "run"
LIAR = Path(__file__).with_name("liar.py")
PROGRAM = "import sys; from xinfang_core.cli import main; sys.exit(main())"
OURS = (
    sys.executable,
    "-c",
    PROGRAM,
    *("assess", "-", "--input-format", "jsonl", "--format", "jsonl"),
)
FEW = ("--policy", "yubei")
"""Enough to be wrong about."""

AT = 20
"""The answer that is told otherwise, counted from 0."""


@frozen
class Ran:
    """What the runner did."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Ran:
    """Run the runner as a program."""
    paths = os.pathsep.join([str(TOP / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    ran = subprocess.run(
        [sys.executable, str(RUN), *arguments],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What our command answers to a few of the cases."""
    cases = runner().read_cases(HERE / "cases", ["yubei"], [])
    paths = os.pathsep.join([str(TOP / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    ran = subprocess.run(
        OURS,
        input="".join(f"{one.line}\n" for one in cases).encode(),
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        check=True,
    )
    path = tmp_path_factory.mktemp("answers") / "answers.jsonl"
    path.write_bytes(ran.stdout)
    return path


def lied(answers: Path, how: str, *options: str) -> Ran:
    """Hold one that lies to the few cases."""
    return run(*FEW, *options, "--", sys.executable, str(LIAR), str(answers), how)


def told(answers: Path, how: str, *options: str) -> dict[str, Any]:
    """The same as data."""
    found: dict[str, Any] = json.loads(lied(answers, how, "--format", "json", *options).out)
    return found


def wrong(report: dict[str, Any]) -> Sequence[str]:
    """The cases that did not pass."""
    return [one["id"] for one in report["wrong"]]


def nth(place: int) -> str:
    """The id of one of the few cases."""
    found: str = runner().read_cases(HERE / "cases", ["yubei"], [])[place].id
    return found


class TestOurCommand:
    """``conformance/run -- xinfang assess - …`` passes, sentences and all."""

    def test_it_passes_every_case_with_its_sentences(self) -> None:
        ran = run("--strict", "--", *OURS)
        assert (ran.code, ran.err) == (0, "")
        assert "全部通过" in ran.out

    def test_part_of_it_can_be_asked_for(self) -> None:
        ran = run("--rule", "handling_level", "--format", "json", "--", *OURS)
        report = json.loads(ran.out)
        assert ran.code == 0
        assert {*report["policies"]} == {"online-proxy", "yubei"}
        assert {rule for one in report["policies"].values() for rule in one} == {"handling_level"}

    def test_what_is_said_well_passes_again(self, answers: Path) -> None:
        assert told(answers, "well")["passed"]
        assert told(answers, "well", "--strict")["passed"]


class TestWrongAnswers:
    """A difference is told with its place, what was wanted and what was got."""

    def test_another_day_is_named(self, answers: Path) -> None:
        ran = lied(answers, "day")
        assert ran.code == 1
        assert re.search(r'_deadline\.due：应为 "2025-10-(\d\d)"，得到 "2024-10-\1"\n', ran.out)
        assert "没有通过：共 " in ran.out

    def test_another_basis_is_named(self, answers: Path) -> None:
        place = next(n for n in range(AT, 200) if "deadline" in nth(n))
        report = told(answers, f"basis@{place}")
        assert wrong(report) == [nth(place)]
        (found,) = report["wrong"][0]["differences"]
        assert found["path"].endswith("_deadline.basis")
        assert {found["wanted"], found["got"]} & {"assumed"}

    def test_other_sentences_matter_only_where_they_are_asked_for(self, answers: Path) -> None:
        assert told(answers, "text")["passed"]
        report = told(answers, "text", "--strict")
        assert wrong(report) == [nth(AT)]
        assert all(one["path"].endswith("text") for one in report["wrong"][0]["differences"])

    @pytest.mark.parametrize("how", ["empty", "odd"])
    def test_an_object_that_is_no_answer_is_one_wrong_answer(self, answers: Path, how: str) -> None:
        report = told(answers, how)
        assert wrong(report) == [nth(AT)]
        assert report["problems"] == []


class TestBrokenProtocol:
    """Whatever the command does, the runner ends, and says what happened."""

    def test_a_dropped_line_is_missed_where_it_belongs(self, answers: Path) -> None:
        report = told(answers, "drop")
        assert wrong(report) == [nth(AT)]
        assert report["wrong"][0]["note"] == f"没有答案：这里得到的是 {nth(AT + 1)}"

    def test_answers_out_of_order_are_told(self, answers: Path) -> None:
        report = told(answers, "swap")
        assert wrong(report) == [nth(AT)]
        assert report["problems"] == [f"输出第 {AT + 2} 行次序不对：{nth(AT)}"]

    def test_an_answer_given_twice_is_told(self, answers: Path) -> None:
        report = told(answers, "twice")
        assert not report["passed"]
        assert report["problems"] == [f"输出第 {AT + 2} 行多出的答案：{nth(AT)}"]

    def test_more_answers_than_requests_are_told(self, answers: Path) -> None:
        (problem,) = told(answers, "more")["problems"]
        assert "多出的答案" in problem

    def test_what_is_no_object_is_told_and_passed_over(self, answers: Path) -> None:
        report = told(answers, "garbage")
        assert wrong(report) == []
        assert report["problems"] == [
            f"输出第 {AT + 1} 行不是 JSON 对象：INFO ready",
            f"输出第 {AT + 2} 行不是 JSON 对象：[]",
        ]

    def test_too_few_answers_are_told_one_by_one(self, answers: Path) -> None:
        report = told(answers, "few")
        assert report["counts"]["passed"] == AT
        assert {one["note"] for one in report["wrong"]} == {"没有答案：命令已结束"}

    def test_a_command_that_dies_is_told_with_its_last_words(self, answers: Path) -> None:
        ran = lied(answers, "die")
        assert ran.code == 1
        assert "命令以退出码 3 结束" in ran.out
        assert "out of memory" in ran.out

    def test_a_command_that_hangs_is_stopped(self, answers: Path) -> None:
        report = told(answers, "hang", "--timeout", "2")
        assert report["problems"] == [f"2 秒没有一行输出，已停止（其前有 {AT} 行）"]
        assert {one["note"] for one in report["wrong"]} == {"没有答案：等了 2 秒"}

    def test_a_command_without_end_is_stopped(self, answers: Path) -> None:
        report = told(answers, "flood")
        assert any("行，已停止" in one for one in report["problems"])

    def test_a_command_that_does_not_listen_may_answer_all_the_same(self, answers: Path) -> None:
        assert told(answers, "deaf")["passed"]


class TestReports:
    """For people, for programs, for build servers."""

    def test_junit_names_each_case_and_what_is_wrong(self, answers: Path) -> None:
        top = ET.fromstring(lied(answers, "die", "--format", "junit").out)  # noqa: S314 - ours
        suite, protocol = top.findall("testsuite")
        tests = suite.findall("testcase")
        assert len(tests) == int(suite.attrib["tests"])
        assert len(suite.findall("testcase/error")) == int(suite.attrib["errors"])
        assert len(protocol.findall("testcase/error")) == 1
        assert tests[0].attrib["classname"].startswith("yubei.")

    def test_few_of_many_are_shown(self, answers: Path) -> None:
        ran = lied(answers, "few", "--show", "1")
        assert ran.out.count("✗") == 1
        assert "--show 列出更多" in ran.out


class TestMisuse:
    """The runner cannot do its work: 2, and nothing on standard output."""

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "写要检验的命令"),
            (("--",), "写要检验的命令"),
            (("--", "no-such-command-at-all"), "不能启动"),
            (("--policy", "nobody", "--", "true"), "没有案例"),
            (("--cases", str(TOP / "src"), "--", "true"), "没有案例"),
        ],
    )
    def test_it_says_why(self, arguments: tuple[str, ...], said: str) -> None:
        ran = run(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err

    def test_a_case_that_cannot_be_read_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "b.jsonl").write_text('{"id": 1}\n', "utf-8")
        ran = run("--cases", str(tmp_path), "--", "true")
        assert (ran.code, ran.out) == (2, "")
        assert "a/b.jsonl 读不了" in ran.err


class TestWhereverItRuns:
    """One file, the standard library, a Python that is old."""

    def test_it_needs_nothing_but_the_standard_library(self) -> None:
        tree = ast.parse(RUN.read_text("utf-8"), feature_version=(3, 9))
        named = {
            name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [one.name for one in node.names]
            )
        }
        assert named <= sys.stdlib_module_names

    def test_it_can_be_run_by_its_name(self) -> None:
        assert os.access(RUN, os.X_OK)
        assert RUN.read_text("utf-8").startswith("#!/usr/bin/env python3\n")
