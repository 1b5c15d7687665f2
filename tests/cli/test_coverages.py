"""``xinfang check --coverage``: what no example checks, what a deletion loses, rows to fill in."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from command import run
from example_tables import GENERAL, csv_text
from xinfang_core.examples.suggesting import Suggesting, Suggestion
from xinfang_core.workbook.tables import table_book

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.examples.coverage import Item

DUE = "want.reply_deadline_due"
ONE = {**GENERAL, "id": "one", DUE: "2025-10-23"}
TWO = {**GENERAL, "id": "two", "category": "urgent", DUE: "2025-09-28"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of examples of one policy."""
    below = tmp_path / "checks" / "online-proxy"
    below.mkdir(parents=True)
    (below / "a.csv").write_text(csv_text(ONE, TWO), "utf-8-sig")
    return below


def test_what_no_example_checks_is_listed_below_the_counts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run(capsys, "check", str(folder), "--coverage")
    assert found.code == 0
    assert "覆盖（online-proxy）：" in found.out
    assert "没有算例核对的表中各行" in found.out
    assert "加 --every 全部列出" in found.out
    every = run(capsys, "check", str(folder), "--coverage", "--every")
    assert len(every.out) > len(found.out)
    assert "加 --every 全部列出" not in every.out


def test_programs_get_every_item(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = run(capsys, "check", str(folder), "--coverage", "--format", "json")
    (told,) = json.loads(found.out)["coverage"]
    assert told["policy"] == "online-proxy"
    touched = [one for one in told["items"] if one["examples"] == ["one"]]
    assert {one["path"] for one in touched if "path" in one} >= {"reply_deadline.limit"}
    plain = json.loads(run(capsys, "check", str(folder), "--format", "json").out)
    assert "coverage" not in plain


def test_a_deleted_example_is_told_by_what_it_alone_checked(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fewer = tmp_path / "fewer" / "checks" / "online-proxy"
    fewer.mkdir(parents=True)
    (fewer / "a.csv").write_text(csv_text(TWO), "utf-8-sig")
    words = ["check", str(fewer), "--coverage", "--before", str(folder)]
    assert "一般信访事项：15个工作日（原由 one 核对）" in run(capsys, *words).out
    told = json.loads(run(capsys, *words, "--format", "json").out)["lost"]
    assert {"one"} == {key for one in told for key in one["examples"]} - {"two"}


@pytest.mark.parametrize("name", ["补例.csv", "补例.xlsx"])
def test_rows_to_fill_in_are_written_and_read_back_unconfirmed(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    few = partial(Suggesting, tries=60)
    monkeypatch.setattr("xinfang_core.cli.coverages.Suggesting", few)
    out = tmp_path / name
    found = run(capsys, "check", str(folder), "--coverage", "--suggest", str(out))
    assert found.code == 0
    assert "例，应有的结论空着" in found.err
    assert "处没有试出触及的事项" in found.err
    again = run(capsys, "check", str(out))
    assert again.code == 0
    if name.endswith(".xlsx"):
        assert load_workbook(out).sheetnames == ["online-proxy"]


@pytest.mark.parametrize("count", [0, 1])
def test_what_is_found_and_what_is_not_are_told_apart(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    count: int,
) -> None:
    def made(_: Suggesting, item: Item) -> Suggestion | None:
        return Suggestion(item, {"as_of": "2026-01-01"}, ()) if count else None

    monkeypatch.setattr("xinfang_core.cli.coverages._made", made)
    out = tmp_path / "out.xlsx"
    found = run(capsys, "check", str(folder), "--coverage", "--suggest", str(out))
    assert found.code == 0
    assert ("处没有试出触及的事项" in found.err, "补出 0 例" in found.err) == (not count, not count)
    assert load_workbook(out).sheetnames == ["online-proxy" if count else "examples"]


def test_nothing_to_add_is_an_empty_book(tmp_path: Path) -> None:

    path = tmp_path / "b.xlsx"
    path.write_bytes(table_book([]))
    assert load_workbook(path).sheetnames == ["examples"]


def test_a_sheet_is_named_as_spreadsheets_take_it(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(table_book([("a" * 40, [["id"], ["编号"]])]))
    assert load_workbook(path).sheetnames == ["a" * 31]


def test_rows_of_two_policies_want_a_workbook(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = folder.parent / "jiuyuan"
    other.mkdir()
    row = {**GENERAL, "id": "three", "want.weekly_meeting": "不适用"}
    (other / "b.csv").write_text(csv_text(row), "utf-8-sig")
    out = tmp_path / "out.csv"
    found = run(capsys, "check", str(folder.parent), "--coverage", "--suggest", str(out))
    assert found.code == 2
    assert "请写成 .xlsx" in found.err
    assert not out.exists()


def test_a_workbook_without_what_writes_it_is_refused_before_the_work(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("xinfang_core.workbook.needing.find_spec", lambda _: None)
    out = tmp_path / "out.xlsx"
    found = run(capsys, "check", str(folder), "--coverage", "--suggest", str(out))
    assert (found.code, found.out) == (2, "")
    assert "xinfang-core[xlsx]" in found.err


def test_two_outputs_are_two_files(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    words = ["--coverage", "--output", str(out), "--suggest", str(out)]
    found = run(capsys, "check", str(folder), *words)
    assert (found.code, out.exists()) == (2, False)
    assert "--suggest 与 --output 是同一个文件" in found.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--every"], "--every: 这一项与 --coverage 同用"),
        (["--before", "a"], "--before: 这一项与 --coverage 同用"),
        (["--suggest", "a"], "--suggest: 这一项与 --coverage 同用"),
        (["--coverage", "--format", "junit"], "--coverage"),
    ],
)
def test_an_option_that_says_nothing_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    found = run(capsys, "check", str(folder), *options)
    assert found.code == 2
    assert said in found.err


def test_what_is_read_is_never_written_over(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "before.csv"
    before.write_text(csv_text(ONE), "utf-8-sig")
    for target in (folder / "a.csv", before):
        kept = target.read_bytes()
        words = ["--coverage", "--before", str(before), "--suggest", str(target)]
        assert run(capsys, "check", str(folder), *words).code == 2
        assert target.read_bytes() == kept
