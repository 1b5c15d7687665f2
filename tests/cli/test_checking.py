"""``xinfang check``: exit codes, files and folders, copies; nothing that is read is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart

from command import TOP, run, run_apart
from example_tables import GENERAL, csv_text

if TYPE_CHECKING:
    from pathlib import Path

DUE = "want.reply_deadline_due"
RIGHT = {**GENERAL, "id": "right", DUE: "2025-10-23"}
WRONG = {**GENERAL, "id": "wrong", DUE: "2025-10-24"}
OPEN = {**GENERAL, "id": "open", "clause": "", DUE: ""}
TOML = """\
[[example]]
id = "toml"
policy = "online-proxy"
as_of = 2025-10-31
known_on = 2025-09-01
question = "coverage"
given.settlements = "空"
want.outcome.settlements = ""
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of examples of one policy."""
    below = tmp_path / "checks" / "online-proxy"
    below.mkdir(parents=True)
    return below


def put(folder: Path, name: str, *rows: dict[str, str]) -> Path:
    path = folder / name
    path.write_text(csv_text(*rows), encoding="utf-8-sig")
    return path


def book(path: Path, *rows: dict[str, str]) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "答复"
    sheet.append([*rows[0]])
    sheet.append([f"列：{name}" for name in rows[0]])
    for row in rows:
        sheet.append([value or None for value in row.values()])
    made.save(path)


class TestVerdicts:
    """0 where all is as wanted, 1 where something is not, 2 where the examples cannot be read."""

    def test_all_that_match(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        put(folder, "a.csv", RIGHT)
        ran = run(capsys, "check", str(folder))
        assert (ran.code, ran.err) == (0, "")
        assert "a.csv" in ran.out

    def test_one_that_does_not(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        path = put(folder, "a.csv", RIGHT, WRONG)
        ran = run(capsys, "check", str(path))
        assert ran.code == 1
        assert f"{path.as_posix()} 第4行 {DUE}（wrong）" in ran.out
        assert "应为 2025-10-24，实为 2025-10-23" in ran.out

    def test_one_that_nobody_answers_for_fails_nothing(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        put(folder, "a.csv", OPEN)
        assert run(capsys, "check", str(folder)).code == 0

    def test_faults_of_all_files_come_at_once(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        put(folder, "a.csv", {**RIGHT, "as_of": "45961"})
        put(folder, "b.csv", {**WRONG, "known_on": ""})
        ran = run(capsys, "check", str(folder))
        assert (ran.code, ran.out) == (2, "")
        assert [line.split("/")[-1].partition(": ")[0] for line in ran.err.splitlines()] == [
            "a.csv:3:2",
            "b.csv:3:3",
        ]

    def test_so_do_those_of_files_that_are_no_tables(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        (folder / "a.csv").write_bytes(b"\xff\xfe")
        (folder / "b.toml").write_text("[[example]\n", encoding="utf-8")
        (folder / "c.xlsx").write_text("id\n", encoding="utf-8")
        ran = run(capsys, "check", str(folder))
        assert ran.code == 2
        assert len(ran.err.splitlines()) == 3

    @pytest.mark.parametrize("form", ["json", "junit", "github", "html"])
    def test_each_form_is_written_to_a_file(
        self, capsys: pytest.CaptureFixture[str], folder: Path, form: str
    ) -> None:
        put(folder, "a.csv", RIGHT, WRONG, OPEN)
        target = folder / "report"
        ran = run(capsys, "check", str(folder), "--format", form, "--output", str(target))
        assert (ran.code, ran.out) == (1, "")
        assert "2025-10-24" in target.read_text(encoding="utf-8")


class TestFiles:
    """Files, and folders with all that is below them."""

    def test_a_folder_is_gone_through_in_order(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        put(folder, "b.csv", RIGHT)
        put(folder, "a.csv", WRONG)
        (folder / "c.toml").write_text(TOML, encoding="utf-8")
        book(folder / "d.xlsx", OPEN)
        (folder / "~$d.xlsx").write_text("", encoding="utf-8")
        (folder / "readme.md").write_text("", encoding="utf-8")
        ran = run(capsys, "check", str(folder.parent), str(folder), "--format", "json")
        files = [one["file"].rpartition("/")[2] for one in json.loads(ran.out)["files"]]
        assert files == ["a.csv", "b.csv", "c.toml", "d.xlsx 答复"]

    def test_where_there_are_none_it_is_said(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(capsys, "check", str(tmp_path), str(tmp_path / "nothing.csv"))
        assert ran.code == 2
        assert "没有算例" in ran.err

    def test_a_file_that_is_not_there_is_said(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        assert run(capsys, "check", str(tmp_path / "nothing.csv")).code == 2

    @pytest.mark.parametrize("name", ["old.xls", "old.et", "old.csv"])
    def test_a_spreadsheet_of_another_kind_is_told_what_to_do(
        self, capsys: pytest.CaptureFixture[str], folder: Path, name: str
    ) -> None:
        (folder / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
        for path in (folder, folder / name):
            found = run(capsys, "check", str(path))
            assert (found.code, found.out) == (2, "")
            assert f"{name}: 这是 .xls" in found.err
            assert "另存为 .xlsx" in found.err

    def test_too_long_a_name_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = run(capsys, "check", "x" * 300)
        assert (found.code, found.out) == (2, "")
        assert "无法读取文件" in found.err

    def test_gb18030_is_read(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        (folder / "a.csv").write_bytes(csv_text(RIGHT).encode("gb18030"))
        assert run(capsys, "check", str(folder)).code == 0

    def test_hidden_rows_of_a_workbook_are_told(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        book(folder / "a.xlsx", RIGHT)
        made = load_workbook(folder / "a.xlsx")
        made.worksheets[0].row_dimensions[3].hidden = True
        made.save(folder / "a.xlsx")
        ran = run(capsys, "check", str(folder))
        assert ran.code == 0
        assert "隐藏的行" in ran.err


class TestPolicies:
    """The rows name their policy, or the folder does; ``--policy`` stands in for one."""

    def test_one_of_the_run_stands_in(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        folder = tmp_path / "checks" / "national" / "deep"
        folder.mkdir(parents=True)
        row = {**GENERAL, "want.policy": "national@2005-05-01"}
        put(folder, "a.csv", row)
        assert run(capsys, "check", str(folder)).code == 1
        pinned = ("--policy", "national@2005-05-01")
        assert run(capsys, "check", str(folder), *pinned).code == 0

    def test_one_alone_is_meant_by_rows_that_name_none(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        put(tmp_path, "a.csv", RIGHT)
        assert run(capsys, "check", str(tmp_path)).code == 2
        assert run(capsys, "check", str(tmp_path), "--policy", "online-proxy").code == 0
        two = ("--policy", "online-proxy", "--policy", "national")
        assert run(capsys, "check", str(tmp_path), *two).code == 2

    def test_a_file_of_a_policy_may_be_named(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        source = TOP / "src/xinfang_core/policies/online-proxy"
        copy = tmp_path / "changed"
        copy.mkdir()
        for file in source.glob("*.toml"):
            text = file.read_text(encoding="utf-8")
            changed = text.replace(
                'reply_kind = "general", value = 15', 'reply_kind = "general", value = 10'
            )
            changed = changed.replace("一般信访事项15日内回复", "一般信访事项10日内回复")
            (copy / file.name).write_text(changed, encoding="utf-8")
        put(folder, "a.csv", {**RIGHT, DUE: "2025-10-16"})
        assert run(capsys, "check", str(folder)).code == 1
        assert run(capsys, "check", str(folder), "--policy", str(copy)).code == 0


class TestCopies:
    """``--write-copy``: what nobody answers for is filled in, and marked."""

    def test_one_file_has_one_copy(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        path, copy = put(folder, "a.csv", RIGHT, OPEN), tmp_path / "new" / "copy.csv"
        ran = run(capsys, "check", str(path), "--write-copy", str(copy))
        assert ran.code == 0
        assert f"已写入 {copy}" in ran.err
        assert "2025-10-23,未确认" in copy.read_text(encoding="utf-8-sig")

    def test_several_have_theirs_in_a_folder(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        put(folder, "a.csv", OPEN)
        other = folder.parent / "other"
        other.mkdir()
        put(other, "b.csv", RIGHT | {"policy": "online-proxy"})
        (other / "c.toml").write_text(TOML, encoding="utf-8")
        book(folder / "d.xlsx", {**OPEN, "id": "book"})
        out = tmp_path / "out"
        run(capsys, "check", str(folder.parent), "--write-copy", str(out))
        written = sorted(one.relative_to(out).as_posix() for one in out.rglob("*.*"))
        assert written == ["online-proxy/a.csv", "online-proxy/d.xlsx", "other/c.toml"]
        assert 'settlements = "0"' in (out / "other/c.toml").read_text(encoding="utf-8")
        sheet = load_workbook(out / "online-proxy/d.xlsx").worksheets[0]
        header, labels, row = sheet.iter_rows(values_only=True)
        assert (header[-1], labels[-1], row[-2:]) == (
            "unconfirmed",
            "未确认",
            ("2025-10-23", "未确认"),
        )
        again = run(capsys, "check", str(out), "--policy", "online-proxy")
        assert again.code == 0

    def test_a_workbook_with_its_mark_gets_no_other_column(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        book(folder / "a.xlsx", {**OPEN, "unconfirmed": "x"}, {**RIGHT, "unconfirmed": ""})
        copy = tmp_path / "copy.xlsx"
        run(capsys, "check", str(folder), "--write-copy", str(copy))
        sheet = load_workbook(copy).worksheets[0]
        assert [cell.value for cell in sheet[3]][-2:] == ["2025-10-23", "未确认"]
        assert sheet.max_column == len(OPEN) + 1

    def test_sheets_without_open_rows_stay(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        book(folder / "a.xlsx", OPEN)
        made = load_workbook(folder / "a.xlsx")
        sheet = made.create_sheet("另")
        for row in ([*RIGHT], [f"列：{name}" for name in RIGHT], [*RIGHT.values()]):
            sheet.append(row)
        made.save(folder / "a.xlsx")
        copy = tmp_path / "copy.xlsx"
        run(capsys, "check", str(folder), "--write-copy", str(copy))
        assert load_workbook(copy)["另"].max_column == len(RIGHT)

    def test_what_a_copy_lacks_is_told(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        book(folder / "a.xlsx", OPEN)
        made = load_workbook(folder / "a.xlsx")
        made.worksheets[0].add_chart(BarChart(), "A9")
        made.save(folder / "a.xlsx")
        copy = ("--write-copy", str(tmp_path / "copy.xlsx"))
        ran = run(capsys, "check", str(folder), *copy)
        assert "副本不带这些内容：图形、图表" in ran.err

    def test_none_is_written_where_all_is_answered_for(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        put(folder, "a.csv", RIGHT)
        copy = tmp_path / "copy.csv"
        ran = run(capsys, "check", str(folder), "--write-copy", str(copy))
        assert "没有写副本" in ran.err
        assert not copy.exists()

    def test_what_is_read_is_never_written_over(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        path = put(folder, "a.csv", OPEN)
        before = path.read_bytes()
        for words in (
            ("check", str(path), "--write-copy", str(path)),
            ("check", str(folder), "--write-copy", str(folder)),
            ("check", str(folder), "--output", str(path)),
            ("check", str(path), "--output", str(path)),
        ):
            ran = run(capsys, *words)
            assert ran.code == 2
            assert "输出会覆盖要读的文件" in ran.err
        assert path.read_bytes() == before

    def test_a_copy_below_a_file_cannot_be_written(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        path = put(folder, "a.csv", OPEN)
        (tmp_path / "file").write_text("", encoding="utf-8")
        copy = ("--write-copy", str(tmp_path / "file" / "copy.csv"))
        assert run(capsys, "check", str(path), *copy).code == 2

    def test_a_policy_is_not_written_over_either(
        self, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
    ) -> None:
        put(folder, "a.csv", OPEN)
        policy = tmp_path / "p.toml"
        policy.write_text("", encoding="utf-8")
        words = ("check", str(folder), "--policy", str(policy), "--output", str(policy))
        assert run(capsys, *words).code == 2
        assert policy.read_text(encoding="utf-8") == ""


def test_the_bytes_depend_on_nothing_else(folder: Path) -> None:
    put(folder, "a.csv", RIGHT, WRONG, OPEN)
    book(folder / "b.xlsx", {**OPEN, "id": "book"})
    found = set()
    for zone, seed, locale in (("Asia/Shanghai", "1", "C.UTF-8"), ("America/Lima", "2", "C")):
        copy = folder.parent.parent / f"out{seed}"
        words = ("check", str(folder), "--format", "html", "--write-copy", str(copy))
        ran = run_apart(*words, TZ=zone, PYTHONHASHSEED=seed, LC_ALL=locale)
        assert ran.returncode == 1
        found.add((ran.stdout, *(one.read_bytes() for one in sorted(copy.rglob("*.*")))))
    assert len(found) == 1


def test_the_examples_of_the_project_match(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", str(TOP / "examples" / "checks")).code == 0
