"""``xinfang calendar``: a year, the list of notices, and a new notice brought in."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from command import NOTICE, notice_file, run
from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.cli import notices
from xinfang_core.codec.notices import notice_toml

if TYPE_CHECKING:
    from collections.abc import Callable

SVG = "{http://www.w3.org/2000/svg}svg"
DUE = ("due", "2026-11-23", "30", "--unit", "working_day", "--format", "json")


def certainty(capsys: pytest.CaptureFixture[str], *further: str) -> str:
    """How certain a period into 2027 is."""
    ran = run(capsys, *DUE, *further)
    assert ran.code == 0
    used = ran.err.startswith("另用已导入的通知 1 份")
    assert (json.loads(ran.out)["certainty"] == "settled") is used
    return str(json.loads(ran.out)["certainty"])


class TestAYear:
    """``calendar show`` tells one year in words, as data, for calendar programs, as a picture."""

    def test_in_words(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "calendar", "show", "2026")
        assert (ran.code, ran.err) == (0, "")
        lines = ran.out.splitlines()
        assert lines[0] == "2026年工作日历"
        assert lines[1] == "元旦：1月1日至3日放假，1月4日上班（国办发明电〔2025〕7号）"
        assert "全年 248 个工作日" in lines
        assert lines[-1] == "暂定：12月29日至31日，待2027年放假通知公布"

    def test_as_data(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "calendar", "show", "2026", "--format", "json")
        found = json.loads(ran.out)
        assert (found["year"], found["region"], found["known_on"]) == (2026, None, None)
        assert found["settled_through"] == "2026-12-28"
        days = {one["day"]: one for one in found["days"]}
        assert days["2026-01-04"]["worked"]
        assert days["2026-01-02"]["kind"] == "in_lieu"

    def test_for_calendar_programs(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "calendar", "show", "2026", "--format", "ics")
        assert ran.out.startswith("BEGIN:VCALENDAR\r\n")
        assert ran.out.endswith("END:VCALENDAR\r\n")
        assert "DTSTART;VALUE=DATE:20260101\r\n" in ran.out

    def test_as_a_picture_in_a_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "2026.svg"
        ran = run(capsys, "calendar", "show", "2026", "--format", "svg", "--output", str(path))
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert ET.fromstring(path.read_text("utf-8")).tag == SVG  # noqa: S314 - ours

    def test_of_a_region(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "calendar", "show", "2026", "--region", "450000")
        assert "壮族三月三：4月17日至20日放假" in ran.out
        assert "全年 246 个工作日" in ran.out

    def test_as_it_was_known_on_a_day(self, capsys: pytest.CaptureFixture[str]) -> None:
        then = ("calendar", "show", "2019", "--known-on")
        assert "5月1日放假（" in run(capsys, *then, "2019-03-21").out
        assert "5月1日至4日放假" in run(capsys, *then, "2019-03-22").out
        found = json.loads(run(capsys, *then, "2019-03-21", "--format", "json").out)
        assert found["known_on"] == "2019-03-21"

    @pytest.mark.parametrize("year", ["2003", "2036", "0", "-1", "999999999"])
    def test_outside_the_calendar_is_refused_with_its_range(
        self, capsys: pytest.CaptureFixture[str], year: str
    ) -> None:
        for form in ("text", "json", "ics", "svg"):
            ran = run(capsys, "calendar", "show", year, "--format", form)
            wanted = f"year: 年份须为 2004 至 2035 的整数，实际为 {year}\n"
            assert (ran.code, ran.out, ran.err) == (2, "", wanted)

    @pytest.mark.parametrize(
        ("year", "wanted"), [("x", "须为最多 9 位的整数"), ("9" * 10, "须为最多 9 位的整数")]
    )
    def test_what_is_no_year_is_refused(
        self, capsys: pytest.CaptureFixture[str], year: str, wanted: str
    ) -> None:
        ran = run(capsys, "calendar", "show", year)
        assert (ran.code, ran.out) == (2, "")
        assert f"错误：参数 年份：{wanted}" in ran.err

    def test_a_refused_year_leaves_no_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        asked = ("calendar", "show", "2003", "--output", str(tmp_path / "2003.txt"))
        assert run(capsys, *asked).code == 2
        assert not list(tmp_path.iterdir())


class TestTheList:
    """``calendar list`` names the notices in use, in the order in which they win."""

    def test_in_words(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "calendar", "list")
        assert (ran.code, ran.err) == (0, "")
        lines = ran.out.splitlines()
        assert len(lines) == len(mainland_notices())
        assert lines[0].startswith("2004  2003-12-18  全国  国办发明电〔2003〕53号  https://")

    def test_an_amendment_says_so(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = run(capsys, "calendar", "list").out
        assert "\n2019  2019-03-22  全国  调整通知  国办发明电〔2019〕3号  https://" in out

    def test_as_data(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = json.loads(run(capsys, "calendar", "list", "--format", "json").out)
        assert len(found) == len(mainland_notices())
        (amended,) = (one for one in found if one["issued"] == "2019-03-22")
        assert (amended["year"], amended["amends"], amended["scope"]) == (2019, True, "national")

    def test_of_a_region_what_is_not_known_is_left_out(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        lines = run(capsys, "calendar", "list", "--region", "650000").out.splitlines()
        assert lines[-1] == (
            "2026  印发日期未查到  地方 650000  新疆维吾尔自治区2026年节假日放假安排"
        )

    def test_what_was_not_yet_known_is_left_out(self, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("calendar", "list", "--known-on", "2019-03-21", "--format", "json")
        issued = [one["issued"] for one in json.loads(run(capsys, *asked).out)]
        assert max(issued) == "2018-12-06"

    def test_an_unknown_region_is_answered_with_the_known_ones(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "calendar", "list", "--region", "110000")
        wanted = "region: 随附的通知中没有地区 110000，现有：450000 广西、540000 西藏、"
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(wanted)


class TestBringingANoticeIn:
    """``calendar import`` checks a notice and keeps it where the other commands find it."""

    def test_what_a_clerk_typed_settles_the_year(
        self, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
    ) -> None:
        assert certainty(capsys) == "provisional"
        ran = run(capsys, "calendar", "import", notice_file(tmp_path))
        kept = home / ".local" / "share" / "xinfang" / "notices" / "national-2027.toml"
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == (
            "已导入2027年通知（国办发明电〔2026〕9号）：放假 28 天，上班 5 天；"
            f"日历确定至 2027-12-28；存于 {kept}\n"
        )
        assert tomllib.loads(kept.read_text("utf-8"))["year"] == 2027
        assert [path.name for path in kept.parent.iterdir()] == [kept.name]
        assert certainty(capsys) == "settled"
        assert certainty(capsys, "--known-on", "2026-11-19") == "provisional"

    def test_what_is_kept_may_be_brought_in_elsewhere(
        self, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
    ) -> None:
        run(capsys, "calendar", "import", notice_file(tmp_path))
        (kept,) = home.rglob("*.toml")
        there = tmp_path / "there"
        ran = run(capsys, "calendar", "import", str(kept), "--notices", str(there))
        assert ran.code == 0
        assert (there / kept.name).read_bytes() == kept.read_bytes()

    def test_a_check_writes_nothing(
        self, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
    ) -> None:
        ran = run(capsys, "calendar", "import", notice_file(tmp_path), "--check")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == (
            "2027年通知（国办发明电〔2026〕9号）可以导入：放假 28 天，上班 5 天；"
            "导入后日历确定至 2027-12-28；此次只核对，未写入\n"
        )
        assert not list(home.iterdir())
        assert certainty(capsys) == "provisional"

    def test_the_same_again_is_fine(
        self, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
    ) -> None:
        file = notice_file(tmp_path)
        first, second = (run(capsys, "calendar", "import", file) for _ in range(2))
        assert (second.code, second.out) == (0, first.out)
        assert len(list(home.rglob("*.toml"))) == 1

    @pytest.mark.parametrize(
        "change", [("9号", "10号"), ("11月20日", "11月21日"), ("9月15日（周三）", "9月15日至17日")]
    )
    def test_a_different_one_for_the_year_is_refused_unless_it_is_to_replace(
        self,
        capsys: pytest.CaptureFixture[str],
        home: Path,
        tmp_path: Path,
        change: tuple[str, str],
    ) -> None:
        run(capsys, "calendar", "import", notice_file(tmp_path))
        (kept,) = home.rglob("*.toml")
        before = kept.read_bytes()
        again = ("calendar", "import", notice_file(tmp_path, change))
        for further in ((), ("--check",)):
            ran = run(capsys, *again, *further)
            told = f"{kept}: 这里已有一份不同的通知；确要替换请加 --replace"
            assert (ran.code, ran.out, ran.err.splitlines()[-1]) == (2, "", told)
        despite = ("--replace", "--despite-warnings")
        assert run(capsys, *again, *despite, "--check").code == 0
        assert kept.read_bytes() == before
        assert run(capsys, *again, *despite).code == 0
        assert kept.read_bytes() != before
        assert list(home.rglob("*.toml")) == [kept]

    def test_an_amendment_and_one_of_the_office_stand_beside_it(
        self, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
    ) -> None:
        head = "文号：无\n年份：2027\n印发日期：2027年3月1日\n"
        further = {
            "调整.txt": f"{head}调整通知：是\n劳动节：5月6日放假，5月15日上班\n",
            "本单位.txt": f"{head}适用范围：本单位\n休整：7月1日放假\n",
            "未注日期.txt": "文号：甲1号\n年份：2027\n适用范围：本单位\n休整：7月2日放假\n",
        }
        files = [notice_file(tmp_path)]
        for name, text in further.items():
            (tmp_path / name).write_text(text, "utf-8")
            files.append(str(tmp_path / name))
        for file in files:
            assert run(capsys, "calendar", "import", file).code == 0
        assert sorted(path.name for path in home.rglob("*.toml")) == [
            "national-2027-2027-03-01.toml",
            "national-2027.toml",
            "office-2027-2027-03-01-2027-07-01.toml",
            "office-2027-undated-2027-07-02.toml",
        ]
        lines = run(capsys, "calendar", "list").out.splitlines()
        assert [line.split("  ")[2:4] for line in lines[-4:]] == [
            ["全国", "国办发明电〔2026〕9号"],
            ["全国", "调整通知"],
            ["本单位", "甲1号"],
            ["本单位"],
        ]
        shown = run(capsys, "calendar", "show", "2027").out
        assert "5月1日至6日放假，5月8日、15日上班" in shown
        assert "7月1日、2日放假" in shown

    def test_one_of_a_region_counts_there_alone(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "地方.txt"
        head = "文号：京1号\n年份：2026\n适用范围：地方\n地区：110000\n全年完整：是\n"
        path.write_text(f"{head}节：3月2日放假\n", "utf-8")
        ran = run(capsys, "calendar", "import", str(path))
        assert (ran.code, ran.err) == (0, "")
        assert "region-110000-2026-undated-2026-03-02.toml" in ran.out
        asked = ("due", "2026-02-28", "1", "--unit", "working_day", "--format", "json")
        for further, due in ((("--region", "110000"), "2026-03-03"), ((), "2026-03-02")):
            assert json.loads(run(capsys, *asked, *further).out)["due"] == due
        show = run(capsys, "calendar", "show", "2026", "--region", "110000").out
        assert "节：3月2日放假（京1号" in show
        assert "3月2日" not in run(capsys, "calendar", "show", "2026").out

    def test_the_original_of_a_region_takes_the_place_of_what_pages_told(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "原文.txt"
        head = "文号：桂1号\n年份：2024\n适用范围：地方\n地区：450000 广西\n全年完整：是\n"
        path.write_text(f"{head}壮族三月三：4月10日、11日放假\n", "utf-8")
        shown = ("calendar", "show", "2024", "--region", "450000")
        assert "4月11日、12日放假" in run(capsys, *shown).out
        assert run(capsys, "calendar", "import", str(path)).code == 0
        assert "4月10日、11日放假（桂1号" in run(capsys, *shown).out

    def test_what_is_doubtful_is_refused_until_it_was_compared(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        file = notice_file(tmp_path, ("9月15日（周三）放假", "9月15日至17日放假"))
        ran = run(capsys, "calendar", "import", file)
        assert (ran.code, ran.out) == (2, "")
        assert "历年通知二者相等" in ran.err
        assert ran.err.endswith("确实无误的加 --despite-warnings\n")
        ran = run(capsys, "calendar", "import", file, "--despite-warnings")
        assert ran.code == 0
        assert ran.err.startswith("请核对：")
        assert ran.out.startswith("已导入2027年通知")


class TestWhereNoticesAreKept:
    """The folder named, that of the environment, or that of the user, in this order."""

    @pytest.fixture
    def kept(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Path]:
        def bring(*further: str) -> Path:
            ran = run(capsys, "calendar", "import", notice_file(tmp_path), *further)
            assert ran.code == 0
            return Path(ran.out.rstrip("\n").partition("存于 ")[2]).parent

        return bring

    def test_the_folder_named_wins(
        self, kept: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XINFANG_NOTICES", str(tmp_path / "env"))
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        assert kept("--notices", str(tmp_path / "a" / "b")) == tmp_path / "a" / "b"
        assert kept() == tmp_path / "env"
        monkeypatch.setenv("XINFANG_NOTICES", "")
        assert kept() == tmp_path / "data" / "xinfang" / "notices"

    def test_a_relative_data_folder_is_ignored(
        self, kept: Callable[..., Path], home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", "data")
        assert kept() == home / ".local" / "share" / "xinfang" / "notices"

    def test_windows_has_a_folder_of_its_own(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        assert notices.notice_folder(None) == home / "AppData" / "Local" / "xinfang" / "notices"

    def test_without_a_home_it_asks_for_a_folder(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def homeless() -> Path:
            raise RuntimeError

        monkeypatch.setattr(Path, "home", homeless)
        ran = run(capsys, "calendar", "import", notice_file(tmp_path))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "--notices: 不知道把通知存在哪里：请用 --notices 给出文件夹，"
            "或者设置环境变量 XINFANG_NOTICES\n"
        )
        assert certainty(capsys) == "provisional"
        there = str(tmp_path / "there")
        file = notice_file(tmp_path)
        assert run(capsys, "calendar", "import", file, "--notices", there).code == 0
        assert certainty(capsys, "--notices", there) == "settled"

    def test_a_file_is_no_folder(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        file = notice_file(tmp_path)
        for folder in (file, str(Path(file) / "x")):
            ran = run(capsys, "calendar", "import", file, "--notices", folder)
            assert (ran.code, ran.out, ran.err) == (2, "", f"{folder}: 这不是文件夹\n")

    def test_a_folder_that_cannot_be_made_is_said(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def denied(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "mkdir", denied)
        there = tmp_path / "there"
        asked = ("calendar", "import", notice_file(tmp_path), "--notices", str(there))
        ran = run(capsys, *asked)
        told = f"{there / 'national-2027.toml'}: 没有读写权限\n"
        assert (ran.code, ran.out, ran.err) == (2, "", told)
        assert run(capsys, *asked, "--check").code == 0

    def test_a_file_is_written_whole_or_not_at_all(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        home: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        run(capsys, "calendar", "import", notice_file(tmp_path))
        (kept,) = home.rglob("*.toml")
        before = kept.read_bytes()
        changed = notice_file(tmp_path, ("9号", "10号"))
        monkeypatch.setattr(Path, "replace", full)
        ran = run(capsys, "calendar", "import", changed, "--replace")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{kept}: 无法写入：")
        assert list(kept.parent.iterdir()) == [kept]
        assert kept.read_bytes() == before


class TestANoticeThatCannotBeTaken:
    """Nothing is written, and every fault is told with its place in the file."""

    @pytest.fixture
    def told(
        self, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
    ) -> Callable[..., str]:
        def refused(text: str, name: str = "通知.txt") -> str:
            (tmp_path / name).write_text(text, "utf-8")
            ran = run(capsys, "calendar", "import", str(tmp_path / name))
            assert (ran.code, ran.out) == (2, "")
            assert not list(home.iterdir())
            return ran.err

        return refused

    def test_every_fault_of_the_text_is_located(self, told: Callable[..., str]) -> None:
        text = NOTICE.replace("（周五）", "（周四）").replace("共5天", "共6天")
        assert told(text) == (
            "通知.txt:5:8: 元旦: 2027-01-01 是周五，不是周四，请核对日期和星期\n"
            "通知.txt:8:17: 劳动节: 写的是 6 天，日期却有 5 天，请核对\n"
        )

    def test_every_fault_of_toml_is_located(self, told: Callable[..., str]) -> None:
        text = 'number = "甲"\nissued = "x"\nyear = 2027\n[[holiday]]\nname = "元旦"\noff = [3]\n'
        places = [line.partition(": ")[0] for line in told(text, "n.toml").splitlines()]
        assert places == ["n.toml:2:10", "n.toml:6:8"]

    def test_a_year_that_does_not_follow(self, told: Callable[..., str]) -> None:
        text = "文号：甲\n年份：2028\n印发日期：2027-11-01\n元旦：1月1日放假\n"
        wanted = "通知.txt: 各年通知须逐年连续、每年一份，2028 年的通知不能排在此处\n"
        assert told(text) == wanted

    def test_an_amendment_of_a_notice_that_is_not_there(self, told: Callable[..., str]) -> None:
        text = "文号：甲\n年份：2027\n印发日期：2026-11-21\n调整通知：是\n元旦：1月4日放假\n"
        assert told(text) == "通知.txt: 调整通知须排在 2027 年的放假通知之后\n"

    def test_a_national_one_without_its_day_of_issue(self, told: Callable[..., str]) -> None:
        text = NOTICE.replace("印发日期：2026年11月20日\n", "")
        wanted = "通知.txt: 全国的通知须写明印发日期（issued），各份通知以此定先后\n"
        assert told(text) == wanted

    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            ("nothing.txt", "nothing.txt: 没有这个文件或者文件夹\n"),
            (".", ".: 这是文件夹，须为文件\n"),
        ],
    )
    def test_no_such_file(self, capsys: pytest.CaptureFixture[str], name: str, wanted: str) -> None:
        ran = run(capsys, "calendar", "import", name)
        assert (ran.code, ran.out, ran.err) == (2, "", wanted)


class TestANoticeThatTheLibraryShips:
    """Once the library ships a notice, the one brought in before is no longer used."""

    @pytest.fixture
    def typed(self, tmp_path: Path) -> Callable[..., str]:
        (shipped,) = (one for one in mainland_notices() if one.year == 2026)

        def save(*changes: tuple[str, str]) -> str:
            text = notice_toml(shipped)
            for before, after in changes:
                assert before in text
                text = text.replace(before, after)
            (tmp_path / "2026.toml").write_text(text, "utf-8")
            return str(tmp_path / "2026.toml")

        return save

    @pytest.mark.parametrize("number", ["国办发明电〔2025〕7号", "国办发明电[2025] 7号", "别号"])
    def test_the_same_is_not_brought_in(
        self,
        capsys: pytest.CaptureFixture[str],
        home: Path,
        typed: Callable[..., str],
        number: str,
    ) -> None:
        ran = run(capsys, "calendar", "import", typed(("国办发明电〔2025〕7号", number)))
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == (
            f"2026年通知（{number}）与本库随附的一致，不必导入，未写入：放假 33 天，上班 6 天\n"
        )
        assert not list(home.iterdir())

    def test_other_days_are_told(
        self, capsys: pytest.CaptureFixture[str], home: Path, typed: Callable[..., str]
    ) -> None:
        ran = run(capsys, "calendar", "import", typed(("2026-09-20", "2026-09-19")))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[-1] == (
            "2026.toml: 本库随附的国办发明电〔2025〕7号与此不同：2026-09-19、2026-09-20；"
            "请核对，确属更改的须注明“调整通知”"
        )
        assert not list(home.iterdir())

    @pytest.mark.parametrize("number", ["国办发明电〔2025〕7号", "无"])
    def test_one_brought_in_before_is_passed_over(
        self,
        capsys: pytest.CaptureFixture[str],
        home: Path,
        typed: Callable[..., str],
        number: str,
    ) -> None:
        before = run(capsys, "calendar", "list").out
        folder = home / "kept"
        folder.mkdir()
        Path(typed(("国办发明电〔2025〕7号", number))).rename(folder / "national-2026.toml")
        ran = run(capsys, "calendar", "list", "--notices", str(folder))
        assert (ran.code, ran.out, ran.err) == (0, before, "")


class TestHelp:
    """Help fits a terminal, Chinese signs being two columns wide, and stands in columns."""

    @pytest.mark.parametrize("columns", [80, 100])
    @pytest.mark.parametrize(
        "command",
        [
            *("calendar show", "calendar list", "calendar import", "calendar recheck"),
            *("calendar", "due", "assess", "policy show", ""),
        ],
    )
    def test_it_fits(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        command: str,
        columns: int,
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        ran = run(capsys, *command.split(), "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"用法：xinfang {command}".rstrip())
        lines = ran.out.encode("gb18030").splitlines()  # two bytes where two columns
        assert max(map(len, lines)) <= columns
        assert "\ufffc" not in ran.out

    def test_the_explanations_stand_below_one_another(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        lines = run(capsys, "calendar", "list", "--help").out.encode("gb18030").splitlines()
        told = ["显示帮助并退出", "输出格式", "只用该日以前公布的放假安排", "地区代码"]
        places = {line.find(one.encode("gb18030")) for one in told for line in lines}
        assert places == {-1, 24}

    def test_a_slip_is_answered_with_the_usage(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "calendar", "shwo", "2026")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("用法：xinfang calendar [-h] 命令 ...\n")
        assert "没有 'shwo'，可用：'show', 'list', 'import', 'recheck'" in ran.err
