"""An officer changes a rule from a notice, by the commands of the guide and a workbook alone."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Path("docs/how-to/change-a-rule.md")
MOST_COMMANDS = 10
PROGRAM = "import sys; from xinfang_core.cli import main; sys.exit(main())"


def commands() -> Iterator[list[str]]:
    """The commands of the guide that make the change, in their order."""
    for block in re.findall(r"```bash\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL):
        for line in block.splitlines():
            yield shlex.split(line)[1:]


def run(words: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command says, run in a folder as an officer has it."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def place(folder: Path) -> Path:
    """A folder with the register and the examples that the guide names."""
    folder.mkdir()
    copy("examples/mayor_mailbox.csv", folder / "来信.csv")
    copytree("examples/checks/online-proxy", folder / "算例" / "online-proxy")
    return folder


def filled_in(path: Path) -> None:
    """The workbook as the guide has it filled in: clauses, both values, nothing else."""
    book = load_workbook(path)
    clauses = book["条款"]
    free = next(row for row in range(2, clauses.max_row + 1) if not clauses.cell(row, 1).value)
    told = (("t1", "第一条", "一般信访事项10个工作日内回复"), ("t2", "第二条", "奖励30元"))
    for row, cells in enumerate(told, free):
        for column, text in enumerate(cells, 1):
            clauses.cell(row, column, text)
    limit = _row(book["何时办"], "reply_deadline.limit reply_kind=general")
    _put(
        limit, 10, 单位="工作日", 条款="t1", 原文短语="10个工作日内回复", 依据="原文载明", 说明=None
    )
    award = _row(book["后续与评价"], "incentive.amount award_level=resolved")
    _put(award, 30, 条款="t2", 原文短语="奖励30元")
    book.save(path)


def _row(sheet: Any, path: str) -> dict[str, Any]:  # noqa: ANN401 - openpyxl
    heads = [cell.value for cell in sheet[1]]
    found = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == path)
    return dict(zip(heads, found, strict=True))


def _put(row: dict[str, Any], value: int, **parts: str | None) -> None:
    for name, text in {"取值": value, **parts}.items():
        row[name].value = text


def change(folder: Path, **environment: str) -> list[subprocess.CompletedProcess[str]]:
    """All commands of the guide, with the workbook filled in between."""
    said = []
    for words in commands():
        if words[:2] == ["policy", "import"]:
            filled_in(folder / words[2])
        said.append(run(words, folder, **environment))
        assert said[-1].returncode == 0, said[-1].stderr
    return said


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the change is made."""
    folder = place(tmp_path_factory.mktemp("officer") / "here")
    change(folder)
    return folder


def test_few_commands_and_no_hand_in_a_file() -> None:
    assert 0 < len([*commands()]) <= MOST_COMMANDS


def test_the_new_edition_says_what_the_notice_says(changed: Path) -> None:
    text = (changed / "新办法" / "2027-03-01.toml").read_text("utf-8")
    assert '{ reply_kind = "general", value = 10, clause = "t1"' in text
    assert '{ award_level = "resolved", value = 30, clause = "t2"' in text
    old = Path("src/xinfang_core/policies/online-proxy/undated.toml")
    assert (changed / "新办法" / "undated.toml").read_bytes() == old.read_bytes()


def test_the_packet_tells_the_change_the_examples_and_the_cases(changed: Path) -> None:
    packet = json.loads((changed / "变更包" / "change-packet.json").read_text("utf-8"))
    told = {one["path"]: one for one in packet["difference"]["entries"]}
    assert {"reply_deadline.limit", "incentive.amount"} <= told.keys()
    flipped = {one["id"] for one in packet["examples"]["flipped"]}
    assert "online-proxy-incentive-001" in flipped
    assert packet["examples"]["wrong"] == packet["examples"]["unconfirmed"] == []
    impact = packet["impact"]
    # The letters are of 2019: the newer edition would pick none of them.
    assert (impact["cases"], impact["picked"]) == (1401, 0)
    assert impact["changed"] > 1000
    warned = [one for one in packet["findings"] if one["severity"] == "warning"]
    assert {one["code"] for one in warned} == {"caution.carried_over", "caution.old_numbers"}


def test_the_packet_is_one_page_that_fetches_nothing(changed: Path) -> None:
    page = (changed / "变更包" / "change-packet.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert not re.findall(r"(?:src|href)=|@import|url\(|<script", page)
    for part in ("改了什么", "生效前须核对的", "算例", "过去的事项会怎样", "在办事项的衔接"):
        assert part in page
    for part in ("没有取值的情形", "待确认的取值", "依据文件和散列", "签署", "拟稿", "签发"):
        assert part in page


def test_elsewhere_in_another_zone_the_packet_has_the_same_bytes(
    changed: Path, tmp_path: Path
) -> None:
    other = place(tmp_path / "别处")
    change(other, TZ="America/New_York", PYTHONHASHSEED="7", LC_ALL="C.UTF-8")
    for name in ("改动.xlsx", "变更包/change-packet.html", "变更包/change-packet.json"):
        if name.endswith(".xlsx"):
            continue  # openpyxl of the officer wrote the hour into it
        assert (other / name).read_bytes() == (changed / name).read_bytes(), name


def test_two_exports_have_the_same_bytes(changed: Path, tmp_path: Path) -> None:
    words = ["policy", "export", str(changed / "新办法"), "--output"]
    for name, zone in (("a.xlsx", "Asia/Shanghai"), ("b.xlsx", "Pacific/Kiritimati")):
        seed = str(len(zone))
        assert not run([*words, name], tmp_path, TZ=zone, PYTHONHASHSEED=seed).returncode
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_is_not_given_is_said(changed: Path, tmp_path: Path) -> None:
    words = ["policy", "packet", "online-proxy", str(changed / "新办法"), "--output", "p"]
    said = run(words, tmp_path)
    assert not said.returncode, said.stderr
    page = (tmp_path / "p" / "change-packet.html").read_text("utf-8")
    assert "没有给出算例" in page
    assert "没有给出登记表" in page
