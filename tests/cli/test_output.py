"""A file of answers: written whole, over nothing that is read, for the same eyes as before."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from command import REGISTER, register, run, run_apart
from policy_texts import SAMPLE
from xinfang_core.cli.output import opened_bytes, write_whole

if TYPE_CHECKING:
    from pathlib import Path

DUE = ("due", "2025-09-30", "1", "--unit", "working_day")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a file of each kind that a command reads."""
    register(tmp_path, name="r.csv")
    (tmp_path / "link.csv").symlink_to("r.csv")
    (tmp_path / "2024-03-01.toml").write_text(SAMPLE, "utf-8")
    (tmp_path / "columns").mkdir()
    (tmp_path / "columns" / "c.toml").write_text('case_no = "信访件编号"\n', "utf-8")
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "2027.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestNothingIsWrittenOverWhatIsRead:
    """Register, column map, policy and notices: an output never replaces them."""

    @pytest.mark.parametrize(
        ("name", "what"),
        [
            ("r.csv", "登记表"),
            ("./notices/../r.csv", "登记表"),
            ("link.csv", "登记表"),
            ("columns/c.toml", "列对应文件"),
            ("2024-03-01.toml", "办法文件"),
            ("notices/2027.toml", "放假通知"),
        ],
    )
    @pytest.mark.parametrize("policy", ["2024-03-01.toml", "./2024-03-01.toml@2025-01-01", "."])
    def test_it_is_refused(
        self, desk: Path, capsys: pytest.CaptureFixture[str], name: str, what: str, policy: str
    ) -> None:
        before = (desk / name).read_bytes()
        ran = run(
            capsys,
            *("assess", "r.csv", "--policy", policy, "--column", "received_at=收到日期"),
            *("--column", "columns/c.toml", "--notices", "notices", "--output", name),
        )
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{name}: 输出文件与{what}是同一个文件，会覆盖{what}\n"
        assert (desk / name).read_bytes() == before

    def test_nor_over_an_imported_notice_that_nobody_named(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = home / ".local" / "share" / "xinfang" / "notices"
        folder.mkdir(parents=True)
        notice = folder / "2027.toml"
        notice.touch()
        ran = run(capsys, "calendar", "show", "2026", "--output", str(notice))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{notice}: 输出文件与放假通知是同一个文件，会覆盖放假通知\n"

    def test_what_bears_the_name_of_a_packaged_policy_is_not_read(
        self, desk: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (desk / "national").touch()
        asked = ("assess", "r.csv", "--policy", "national", "--as-of", "2025-10-20")
        ran = run(capsys, *asked, "--format", "json", "--output", "national")
        assert (ran.code, ran.err) == (0, "")
        assert (desk / "national").stat().st_size
        assert (desk / "r.csv").read_text("utf-8") == REGISTER

    def test_where_nobody_has_a_home_no_notice_is_in_use(
        self, desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("HOME")
        monkeypatch.setattr("pathlib.Path.home", _no_home)
        assert run(capsys, *DUE, "--output", "due.txt").code == 0
        assert (desk / "due.txt").exists()


class TestFilesThatAreNoText:
    """They too are written whole or not at all."""

    def test_bytes_stand_as_they_are(self, tmp_path: Path) -> None:
        write_whole(str(tmp_path / "a.xlsx"), b"\r\n\xff")
        assert (tmp_path / "a.xlsx").read_bytes() == b"\r\n\xff"

    def test_where_it_goes_wrong_nothing_is_left(self, tmp_path: Path) -> None:
        write_whole(str(tmp_path / "a.xlsx"), b"1")
        with pytest.raises(RuntimeError, match="half-way"):
            _stopped(tmp_path / "a.xlsx")
        assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"1"]


def _stopped(path: Path) -> None:
    with opened_bytes(str(path)) as stream:
        stream.write(b"2")
        raise RuntimeError("half-way")


def _no_home() -> Path:
    raise RuntimeError


@pytest.mark.usefixtures("desk")
class TestPlacesThatCannotBeWritten:
    """One line says which and why, and nothing is left behind."""

    @pytest.mark.parametrize("output", ["loop", "loop/y"])
    def test_links_that_lead_in_a_circle(
        self, desk: Path, capsys: pytest.CaptureFixture[str], output: str
    ) -> None:
        (desk / "loop").symlink_to("back")
        (desk / "back").symlink_to("loop")
        before = sorted(desk.iterdir())
        ran = run(capsys, *DUE, "--output", output)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{output}: 无法写入：Too many levels of symbolic links\n"
        assert sorted(desk.iterdir()) == before
        assert (desk / "loop").is_symlink()

    @pytest.mark.parametrize(
        ("output", "errors", "code"),
        [
            ("answers.csv", "./answers.csv", 2),
            ("loop", "loop", 2),
            ("x" * 300, "x" * 300, 2),
            ("/dev/null", "/dev/null", 0),
            ("answers.csv", "errors.csv", 0),
        ],
    )
    def test_answers_and_refused_rows_in_one_place(
        self, desk: Path, capsys: pytest.CaptureFixture[str], output: str, errors: str, code: int
    ) -> None:
        (desk / "loop").symlink_to("loop")
        asked = ("assess", "r.csv", "--policy", "online-proxy", "--as-of", "2025-10-20")
        written = ("--on-error", "skip", "--errors", errors, "--output", output)
        ran = run(capsys, *asked, "--format", "csv", *written)
        assert (ran.code, ran.out) == (code, "")

    def test_too_long_a_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *DUE, "--output", "x" * 300)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.endswith("无法写入：File name too long\n")

    def test_a_read_only_file(self, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Not even by the administrator, who may write everywhere."""
        (desk / "final.txt").write_text("final", "utf-8")
        (desk / "final.txt").chmod(0o444)
        ran = run(capsys, *DUE, "--output", "final.txt")
        assert (ran.code, ran.out, ran.err) == (2, "", "final.txt: 没有读写权限\n")
        assert (desk / "final.txt").read_text("utf-8") == "final"


class TestWhoMayReadIt:
    """A file that stands keeps its mode and its owner; a new one is like any of its folder."""

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o200])
    def test_the_mode_stays(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, mode: int
    ) -> None:
        target = tmp_path / "due.txt"
        target.touch()
        target.chmod(mode)
        owner = target.stat().st_uid
        assert run(capsys, *DUE, "--output", str(target)).code == 0
        assert target.stat().st_size
        assert (stat.S_IMODE(target.stat().st_mode), target.stat().st_uid) == (mode, owner)

    def test_behind_a_link_it_stays_too(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        target, link = tmp_path / "due.txt", tmp_path / "link.txt"
        target.touch(0o600)
        link.symlink_to(target)
        assert run(capsys, *DUE, "--output", str(link)).code == 0
        assert link.is_symlink()
        assert (stat.S_IMODE(target.stat().st_mode), target.stat().st_size > 0) == (0o600, True)

    def test_the_owner_stays_where_the_system_lets_us(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        given: list[tuple[int, int]] = []

        def refused(_path: Path, user: int, group: int) -> None:
            given.append((user, group))
            raise PermissionError

        monkeypatch.setattr(os, "chown", refused)
        target = tmp_path / "due.txt"
        target.touch()
        before = target.stat()
        assert run(capsys, *DUE, "--output", str(target)).code == 0
        assert given == [(before.st_uid, before.st_gid)]

    def test_a_new_one_is_like_any_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        plain, target = tmp_path / "plain", tmp_path / "due.txt"
        plain.touch()
        assert run(capsys, *DUE, "--output", str(target)).code == 0
        assert target.stat().st_mode == plain.stat().st_mode


class TestNoColoursWhereNobodyLooks:
    """``FORCE_COLOR``, which some servers set for all, is for terminals."""

    @pytest.mark.parametrize("output", [(), ("--output", "answers.txt")])
    def test_a_report(self, desk: Path, output: tuple[str, ...]) -> None:
        asked = ("assess", "r.csv", "--policy", "online-proxy", "--as-of", "2025-10-20")
        ran = run_apart(*asked, *output, FORCE_COLOR="1")
        assert (ran.returncode, ran.stderr) == (0, b"")
        text = (desk / output[-1]).read_bytes() if output else ran.stdout
        assert text
        assert b"\x1b" not in text

    def test_help(self) -> None:
        """From Python 3.14 on argparse colours it."""
        ran = run_apart("due", "--help", FORCE_COLOR="1")
        assert ran.stdout.startswith("用法：".encode())
        assert b"\x1b" not in ran.stdout
