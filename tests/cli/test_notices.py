"""The folder of imported notices, as every command that counts working days reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command import LETTERS, answers_in, notice_file, register, run
from xinfang_core.calendar import ArrangedDay, Notice, Scope
from xinfang_core.cli.notices import is_same

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = (
    ("due", "2026-01-05", "1", "--unit", "working_day"),
    ("calendar", "show", "2026"),
    ("calendar", "list"),
    ("calendar", "recheck", LETTERS, "--policy", "national", "--old", "2019-01-01"),
    ("assess", LETTERS, "--policy", "national"),
)
NOTHING = "没有这个文件或者文件夹"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notices"
    made.mkdir()
    return made


@pytest.fixture
def kept(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> Path:
    """A folder with the notice of 2027."""
    asked = ("calendar", "import", notice_file(tmp_path), "--notices", str(folder))
    assert run(capsys, *asked).code == 0
    return folder


class TestAFolderThatCannotBeUsed:
    """No command goes on without what it was told to use; it says where the fault is."""

    @pytest.mark.parametrize("command", COMMANDS)
    def test_a_broken_file_is_named_by_every_command(
        self, capsys: pytest.CaptureFixture[str], kept: Path, command: tuple[str, ...]
    ) -> None:
        broken = kept / "zz.toml"
        broken.write_text("year = \n", "utf-8")
        other = kept / "yy.toml"
        other.write_text("x = 1\n", "utf-8")
        ran = run(capsys, *command, "--notices", str(kept))
        assert (ran.code, ran.out) == (2, "")
        lines = ran.err.splitlines()
        assert lines[-1].startswith(f"{broken}:1:8: ")
        assert all(line.startswith((f"{other}:", f"{broken}:")) for line in lines)

    def test_an_import_names_it_too(
        self, capsys: pytest.CaptureFixture[str], kept: Path, tmp_path: Path
    ) -> None:
        (kept / "zz.toml").write_text("year = \n", "utf-8")
        asked = ("calendar", "import", notice_file(tmp_path), "--notices", str(kept))
        ran = run(capsys, *asked)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{kept / 'zz.toml'}:1:8: ")

    @pytest.mark.parametrize("command", COMMANDS)
    def test_notices_that_do_not_follow_are_told_of_their_folder(
        self, capsys: pytest.CaptureFixture[str], kept: Path, command: tuple[str, ...]
    ) -> None:
        (path,) = kept.iterdir()
        (kept / "copy.toml").write_bytes(path.read_bytes())
        ran = run(capsys, *command, "--notices", str(kept))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{kept}: 2027 年已有放假通知")

    @pytest.mark.parametrize("command", COMMANDS)
    def test_a_named_folder_must_be_there(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        missing = tmp_path / "nothing"
        ran = run(capsys, *command, "--notices", str(missing))
        assert (ran.code, ran.out, ran.err) == (2, "", f"{missing}: {NOTHING}\n")
        file = Path(register(tmp_path))
        ran = run(capsys, *command, "--notices", str(file))
        assert (ran.code, ran.out, ran.err) == (2, "", f"{file}: 这不是文件夹\n")

    def test_one_that_may_not_be_read_is_said(
        self, capsys: pytest.CaptureFixture[str], kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def denied(_: Path) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "iterdir", denied)
        ran = run(capsys, *COMMANDS[0], "--notices", str(kept))
        assert (ran.code, ran.out, ran.err) == (2, "", f"{kept}: 没有读写权限\n")


class TestAFolderThatIsUsed:
    """Files other than TOML are left alone, and a folder of the environment may be missing."""

    def test_other_files_are_left_alone(
        self, capsys: pytest.CaptureFixture[str], kept: Path
    ) -> None:
        (kept / "说明.txt").write_text("这里是通知", "utf-8")
        ran = run(capsys, "calendar", "list", "--notices", str(kept))
        assert (ran.code, ran.err) == (0, f"另用已导入的通知 1 份（{kept}）\n")
        assert ran.out.endswith("2027  2026-11-20  全国  国办发明电〔2026〕9号\n")

    def test_the_environment_may_name_a_folder_before_there_is_one(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XINFANG_NOTICES", str(tmp_path / "later"))
        assert run(capsys, *COMMANDS[0]).code == 0
        assert run(capsys, "calendar", "import", notice_file(tmp_path)).code == 0
        assert "2027" in run(capsys, "calendar", "list", "--format", "json").out

    def test_an_assessment_uses_it(
        self, capsys: pytest.CaptureFixture[str], kept: Path, tmp_path: Path
    ) -> None:
        text = "case_no,received_at,accepted_at,category\n甲-1,2026-12-16,2026-12-16,general\n"
        file = register(tmp_path, text)
        asked = ("assess", file, "--policy", "online-proxy", "--as-of", "2026-12-20")
        found = []
        for further in ((), ("--notices", str(kept))):
            ran = run(capsys, *asked, *further, "--format", "jsonl")
            assert ran.code == 0
            assert ("另用已导入的通知 1 份" in ran.err) is bool(further)
            (answer,) = answers_in(ran.out)
            found.append(answer["limits"]["reply_deadline"].get("certainty"))
        # What is settled needs no word.
        assert found == ["provisional", None]

    def test_an_assessment_uses_the_days_of_a_region(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = "case_no,received_at,accepted_at,category\n甲-1,2026-04-01,2026-04-01,general\n"
        file = register(tmp_path, text)
        asked = ("assess", file, "--policy", "online-proxy", "--as-of", "2026-04-02")
        found = []
        for further in ((), ("--region", "450000")):
            ran = run(capsys, *asked, *further, "--format", "jsonl")
            (answer,) = answers_in(ran.out)
            found.append(answer["limits"]["reply_deadline"]["due"])
        assert found == ["2026-04-23", "2026-04-27"]


@pytest.fixture
def made() -> Callable[..., Notice]:
    def make(**changes: object) -> Notice:
        days = (ArrangedDay(date(2027, 5, 6), worked=False, name="节"),)
        told = {"number": "甲〔2027〕1号", "issued": date(2027, 3, 1), "amends": True}
        return Notice(year=2027, days=days, **{**told, **changes})  # type: ignore[arg-type]

    return make


class TestWhetherTwoNoticesAreOne:
    """A clerk may type a number otherwise, or not know it."""

    @pytest.mark.parametrize(
        ("changes", "same"),
        [
            ({}, True),
            ({"number": "甲[2027] 1号"}, True),
            ({"number": "甲（2027）１号", "issued": None}, True),
            ({"number": "甲〔2027〕2号"}, False),
            ({"number": ""}, True),
            ({"number": "", "issued": date(2027, 3, 2)}, False),
            ({"number": "", "issued": None}, False),
            ({"amends": False}, False),
            ({"scope": Scope.office}, False),
        ],
    )
    def test_an_amendment(
        self, made: Callable[..., Notice], changes: dict[str, object], *, same: bool
    ) -> None:
        assert is_same(made(), made(**changes)) is same
        assert is_same(made(**changes), made()) is same

    def test_there_is_one_national_notice_a_year(self, made: Callable[..., Notice]) -> None:
        other = made(amends=False, number="乙", issued=None)
        assert is_same(made(amends=False), other)
