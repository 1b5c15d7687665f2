"""``xinfang policy new``, ``clause``, ``set`` and ``confirm``: a notice becomes a version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import Ran, run
from policy_texts import SAMPLE, filling, written
from xinfang_core.cli import renewing
from xinfang_core.cli.output import opened
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.policy import read_policy
from xinfang_core.policy.files import shipped_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Xinfang = Callable[..., Ran]

NOTICE = "关于调整办理时限和奖励标准的通知"
NEW = ("--effective", "2027-03-01", "--notice", NOTICE, "--output")
LIMIT = ("reply_deadline.limit", "reply_kind=general")
TEN = ("--value", "10", "--clause", "T1", "--phrase", "10个工作日")
RESTATED = ("T1", "--locator", "第一条", "--text", "一般事项10个工作日内回复")


@pytest.fixture
def xinfang(capsys: pytest.CaptureFixture[str]) -> Xinfang:
    """Runs ``xinfang policy`` and what follows."""

    def policy(*words: object) -> Ran:
        return run(capsys, "policy", *map(str, words))

    return policy


@pytest.fixture
def folder(tmp_path: Path, xinfang: Xinfang) -> Path:
    """The online-proxy system with a version more."""
    found = tmp_path / "在线代理"
    assert xinfang("new", "online-proxy", *NEW, found).code == 0
    return found


def files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class TestFromNoticeToVersion:
    """The notice of the guide, from its title to a policy that applies it."""

    def test_the_whole_way(self, folder: Path, xinfang: Xinfang) -> None:
        assert xinfang("clause", folder, *RESTATED).code == 0
        text = "息诉息访且评价满意的每件奖励30元"
        xinfang("clause", folder, "T2", "--locator", "第二条", "--text", text)
        said = xinfang("set", folder, *LIMIT, *TEN).out.splitlines()
        assert said[0] == (
            "2027-03-01.toml:195 reply_deadline.limit reply_kind=general：15个工作日 → "
            f"10个工作日（{NOTICE} 第一条“10个工作日”〔原文载明〕）"
        )
        assert said[1] == (
            "条款 T1：搁置（尚无取值引用；引用后自动改为落实） → 落实 reply_deadline.limit"
        )
        assert said[2] == f"已写入 {folder / '2027-03-01.toml'}"
        assert said[3].startswith("警示：online-proxy@2027-03-01 的变体“calendar_days”沿用旧值")
        amount = (
            "incentive.amount",
            "奖励档次=息诉息访且满意",
            "--value",
            "30元",
            "--clause",
            "T2",
        )
        assert xinfang("set", folder, *amount, "--phrase", "奖励30元").code == 0
        varied = (*LIMIT, "--variant", "calendar_days", "--value", "10自然日", "--clause", "T1")
        note = ("--basis", "解释", "--note", "本变体按自然日")
        assert xinfang("set", folder, *varied, "--phrase", "10日", *note).code == 0
        confirmed = xinfang("confirm", folder, "sum", "base_plus_bonus").out.splitlines()
        assert all(one.endswith("：未确认 → 2027-03-01 版本已确认") for one in confirmed[:2])
        checked = xinfang("validate", folder)
        assert checked.code == 0
        assert "警示" not in checked.out
        newest = read_policy(folder).editions[0]
        assert newest.label == "online-proxy@2027-03-01"
        assert newest.notice == NOTICE
        assert (folder / "undated.toml").read_text("utf-8") == shipped_texts("online-proxy")[
            "undated.toml"
        ]

    def test_a_later_one_follows_in_its_own_folder(self, folder: Path, xinfang: Xinfang) -> None:
        again = ("--effective", "2028-01-01", "--notice", "又一通知", "--output", folder)
        ran = xinfang("new", folder, *again)
        assert ran.code == 0
        assert ran.out.splitlines()[0] == f"已写入 {folder / '2028-01-01.toml'}"
        assert len(files(folder)) == 3

    def test_of_one_file_its_other_versions_come_along(
        self, folder: Path, xinfang: Xinfang, tmp_path: Path
    ) -> None:
        (folder / "other.toml").write_text("x = 1", "utf-8")
        (folder / "broken.toml").write_text("x = ", "utf-8")
        (folder / "image.toml").write_bytes(b"\xff")
        (folder / "folder.toml").mkdir()
        again = ("--effective", "2028-01-01", "--notice", "又一通知", "--output", tmp_path / "b")
        assert xinfang("new", folder / "2027-03-01.toml", *again).code == 0
        names = {"undated.toml", "2027-03-01.toml", "2028-01-01.toml"}
        assert files(tmp_path / "b").keys() == names

    def test_open_cases_switch(self, tmp_path: Path, xinfang: Xinfang) -> None:
        switch = ("--open-cases", "switch", "--switch-on", "2027-04-01")
        assert xinfang("new", "online-proxy", *NEW, tmp_path / "a", *switch).code == 0
        transition = read_policy(tmp_path / "a").editions[0].transition
        assert str(transition.switch_on) == "2027-04-01"

    def test_a_file_that_is_laid_over_a_policy_of_ones_own(
        self, folder: Path, xinfang: Xinfang, tmp_path: Path
    ) -> None:
        text = filling(id='"buchong"', fills='"online-proxy"').replace("copied_notice", "follow_up")
        text += '\n[follow_up.interval]\nvalue = 7\nunit = "calendar_day"\nclause = "补1"\n'
        text += 'basis = "stated"\nphrase = "7日"\n'
        over = written(tmp_path / "over", undated=text)
        stack = f"{folder}+{over}"
        assert xinfang("new", stack, *NEW, over).code == 0
        restated = ("补2", "--locator", "第二条", "--text", "5日通报一次")
        assert xinfang("clause", stack, *restated).code == 0
        five = ("--value", "5", "--clause", "补2", "--phrase", "5日")
        ran = xinfang("set", stack, "follow_up.interval", *five)
        assert ran.out.startswith("2027-03-01.toml:25 follow_up.interval：7日（自然日） → 5日")
        assert "value = 5" in (over / "2027-03-01.toml").read_text("utf-8")

    def test_a_clause_that_is_worded_otherwise_is_told(
        self, folder: Path, xinfang: Xinfang
    ) -> None:
        words = ("t9", "--locator", "第九条", "--text")
        assert xinfang("clause", folder, *words, "2个工作日内受理").code == 0
        ran = xinfang("clause", folder, *words, "3个工作日内受理")
        assert ran.out.splitlines()[0] == ("条款 t9 的转述：“2个工作日内受理” → “3个工作日内受理”")

    def test_next_steps_are_told(self, tmp_path: Path, xinfang: Xinfang) -> None:
        said = xinfang("new", "online-proxy", *NEW, tmp_path / "a").out.splitlines()
        assert said[2].startswith("提示：online-proxy@2027-03-01 施行时，2027 年的放假通知还没有")
        assert said[3].startswith("新版本 online-proxy@2027-03-01，取值照 online-proxy@undated。")
        assert f"xinfang policy export {tmp_path / 'a'} --output 改动.xlsx" in said[3]


class TestNew:
    """Nothing that is there is written over, and nothing is written with faults."""

    @pytest.mark.parametrize(
        "words",
        [
            ("online-proxy",),
            ("online-proxy", "--effective", "2027-03-01"),
            ("online-proxy", *NEW[:4]),
            ("x", "--from-scratch", "--notice", "通知"),
            ("online-proxy", "--effective", "2027-13-01"),
            ("online-proxy", *NEW[:3], " ", "--output", "a"),
            ("nonesuch", *NEW, "a"),
            ("online-proxy", *NEW, "a", "--switch-on", "2027-04-01"),
        ],
    )
    def test_how_to_begin(self, xinfang: Xinfang, words: tuple[str, ...]) -> None:
        ran = xinfang("new", *words)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err

    def test_a_version_that_is_there(self, folder: Path, xinfang: Xinfang) -> None:
        before = files(folder)
        ran = xinfang("new", "online-proxy", *NEW, folder)
        assert ran.code == 2
        assert "文件夹里已有 2027-03-01.toml" in ran.err
        assert files(folder) == before

    def test_a_file_of_another_content(self, folder: Path, xinfang: Xinfang) -> None:
        (folder / "undated.toml").write_text("# 另一", "utf-8")
        ran = xinfang("new", "online-proxy", *NEW, folder)
        assert "文件夹里已有 undated.toml，内容不同" in ran.err

    def test_a_folder_of_another_policy(self, tmp_path: Path, xinfang: Xinfang) -> None:
        place = written(tmp_path / "p", f2024_03_01=SAMPLE)
        ran = xinfang("new", "online-proxy", *NEW, place)
        assert ran.code == 2
        assert files(place).keys() == {"2024-03-01.toml"}

    def test_a_day_that_is_not_later(self, folder: Path, xinfang: Xinfang) -> None:
        ran = xinfang("new", folder, *NEW, folder)
        assert "施行日 2027-03-01 不晚于现有的最新版本（2027-03-01）" in ran.err

    def test_a_file_in_place_of_a_folder(self, tmp_path: Path, xinfang: Xinfang) -> None:
        (tmp_path / "a").write_text("", "utf-8")
        assert "这不是文件夹" in xinfang("new", "online-proxy", *NEW, tmp_path / "a").err
        assert xinfang("new", "online-proxy", *NEW, tmp_path / "a" / "b").code == 2
        assert xinfang("new", "online-proxy", *NEW, tmp_path / ("a" * 300)).code == 2

    def test_an_empty_folder_is_no_policy(self, tmp_path: Path, xinfang: Xinfang) -> None:
        assert xinfang("new", f"{tmp_path}/", *NEW, tmp_path).code == 2

    def test_what_is_written_before_a_failure_is_taken_back(
        self, tmp_path: Path, xinfang: Xinfang, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        count = 0

        def failing(path: str | None, **how: bool) -> object:
            nonlocal count
            count += 1
            if count == 2:
                raise MisuseError(Fault("file.no_permission"))
            return opened(path, **how)

        monkeypatch.setattr(renewing, "opened", failing)
        assert xinfang("new", "online-proxy", *NEW, tmp_path / "a").code == 2
        assert files(tmp_path / "a") == {}


class TestClause:
    """A clause of the notice, which a value is to cite."""

    def test_it_is_of_the_notice_from_the_first_day_on(
        self, folder: Path, xinfang: Xinfang
    ) -> None:
        assert xinfang("clause", folder, *RESTATED).code == 0
        clause = read_policy(folder).editions[0].clauses[-1]
        assert (clause.source, str(clause.since)) == (NOTICE, "2027-03-01")
        ran = xinfang("trace", folder)
        assert "自 2027-03-01 起" in ran.out

    def test_who_carries_it_out_or_why_nobody(self, folder: Path, xinfang: Xinfang) -> None:
        xinfang("clause", folder, *RESTATED, "--encoded-by", "incentive", "--source", "另一文件")
        clause = read_policy(folder).editions[0].clauses[-1]
        assert (clause.encoded_by, clause.source) == (("incentive",), "另一文件")
        ran = xinfang("clause", folder, "T1", "--set-aside", "没有数值")
        assert ran.out.startswith("条款 T1：落实 incentive → 搁置（没有数值）")
        ran = xinfang("clause", folder, "T1", "--encoded-by", "incentive")
        assert ran.out.startswith("条款 T1：搁置（没有数值） → 落实 incentive")

    def test_its_words_are_mended(self, folder: Path, xinfang: Xinfang) -> None:
        xinfang("clause", folder, *RESTATED)
        assert xinfang("clause", folder, "T1", "--text", "改正的转述").code == 0
        assert read_policy(folder).editions[0].clauses[-1].text == "改正的转述"

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("T1",), "--locator、--text"),
            ((*RESTATED, "--encoded-by", "incentive", "--set-aside", "无"), "只能写一个"),
            ((*RESTATED, "--encoded-by", "incentiv"), "incentive"),
            (("5", "--text", "另写"), "条款“5”已有"),
        ],
    )
    def test_what_cannot_be(
        self, folder: Path, xinfang: Xinfang, words: tuple[str, ...], said: str
    ) -> None:
        before = files(folder)
        ran = xinfang("clause", folder, *words)
        assert ran.code == 2
        assert said in ran.err
        assert files(folder) == before


class TestSet:
    """A value, with what it rests on; the file is written whole or not at all."""

    def test_a_trial_writes_nothing(self, folder: Path, xinfang: Xinfang) -> None:
        xinfang("clause", folder, *RESTATED)
        before = files(folder)
        ran = xinfang("set", folder, *LIMIT, *TEN, "--dry-run")
        assert ran.out.splitlines()[-1] == "只是试看，文件没有写"
        assert files(folder) == before

    def test_what_is_so_already_writes_nothing(self, folder: Path, xinfang: Xinfang) -> None:
        xinfang("clause", folder, *RESTATED)
        for _ in range(2):
            ran = xinfang("set", folder, *LIMIT, *TEN, "--unit", "工作日")
        assert (ran.code, ran.out) == (0, "没有改动，文件没有写\n")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ((*LIMIT, "--value", "10", "--clause", "5"), "没有新条款"),
            (("reply_deadline.limits", *TEN), "是否指 reply_deadline.limit"),
            ((*LIMIT, *TEN, "--variant", "x"), "文件没有写“variant.x”"),
            (("--value", "10", *LIMIT, "--clause", "5", "--basis", "sure"), "stated"),
        ],
    )
    def test_what_cannot_be(
        self, folder: Path, xinfang: Xinfang, words: tuple[str, ...], said: str
    ) -> None:
        before = files(folder)
        ran = xinfang("set", folder, *words)
        assert ran.code == 2
        assert said in ran.err
        assert files(folder) == before

    def test_a_phrase_that_says_something_else(self, folder: Path, xinfang: Xinfang) -> None:
        xinfang("clause", folder, *RESTATED)
        before = files(folder)
        ran = xinfang("set", folder, *LIMIT, *TEN[:4], "--phrase", "7个工作日")
        assert "短语“7个工作日”中没有数字 10" in ran.err
        assert files(folder) == before

    def test_a_published_file_stays(self, folder: Path, xinfang: Xinfang) -> None:
        ran = xinfang("set", folder / "undated.toml", *LIMIT, "--value", "10", "--clause", "5")
        assert "online-proxy@undated 已经发布" in ran.err
        ran = xinfang("clause", folder / "undated.toml", *RESTATED)
        assert "online-proxy@undated 已经发布" in ran.err

    def test_a_shipped_policy_is_not_changed(self, xinfang: Xinfang) -> None:
        ran = xinfang("set", "online-proxy", *LIMIT, *TEN)
        assert ran.code == 2
        assert "online-proxy 是随附的办法，不直接改动；请先用 policy new" in ran.err

    def test_the_threshold_of_a_band_is_told_with_its_place(
        self, tmp_path: Path, xinfang: Xinfang
    ) -> None:
        place = written(tmp_path / "p", f2024_03_01=SAMPLE)
        ran = xinfang("set", place, "reply_kind.default", "--value", "急", "--clause", "5")
        assert ran.code == 2
        told = xinfang(
            *("set", place, "reply_kind.default", "--value", "紧急事项", "--clause", "5"),
            *("--phrase", "一般事项"),
        )
        assert told.out.startswith("2024-03-01.toml:21 reply_kind.default：一般信访事项 → 紧急事项")

    def test_a_file_that_is_not_there(self, tmp_path: Path, xinfang: Xinfang) -> None:
        for path in (tmp_path / "a" / "b.toml", tmp_path / "b.toml", tmp_path):
            assert xinfang("set", path, *LIMIT, *TEN).code == 2


class TestConfirm:
    """A variant that was looked at holds beside the changed values."""

    def test_of_a_version_without_a_day(self, tmp_path: Path, xinfang: Xinfang) -> None:
        text = SAMPLE.replace("effective = 2024-03-01", 'effective = "undated"')
        place = written(tmp_path / "p", undated=text)
        ran = xinfang("confirm", place, "calendar_days")
        assert (ran.code, ran.out) == (2, "")
        assert "本版本没有施行日" in ran.err

    def test_an_unknown_one(self, folder: Path, xinfang: Xinfang) -> None:
        assert "是否指 sum" in xinfang("confirm", folder, "summ").err
