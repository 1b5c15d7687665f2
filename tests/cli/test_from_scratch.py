"""``xinfang policy new --from-scratch``: questions that end in a file that reads."""

from __future__ import annotations

from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import TOP, Ran, run
from strategies import FEWER
from strategies_skeleton import TEXTS, answers_to, skeletons
from xinfang_core.cli.answers import (
    proposed_key,
    read_names,
    read_option,
    read_options,
    read_own,
    read_period,
    read_times,
)
from xinfang_core.cli.asking import Asker
from xinfang_core.cli.from_scratch import asked
from xinfang_core.codec.skeleton import Skeleton, skeleton_text
from xinfang_core.declared.kind import Listed, OwnKind
from xinfang_core.periods import LONGEST, CalendarDays, Hours, Minutes, Months, SameDay, WorkingDays
from xinfang_core.policy import lines, read_policy
from xinfang_core.policy.files import policy_of
from xinfang_core.refusals import RefusedError
from xinfang_core.sources import Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Declared,
    Dimension,
    EventKind,
    Force,
    ReplyKind,
    Role,
)

if TYPE_CHECKING:
    from xinfang_core.declared.limit import Params

EXAMPLES = TOP / "docs" / "examples"
HEAD = ("shili", "示例县办法", "县政办〔2025〕3号", "")
SIGN = ("签收时限", "", "交办", "签收", "承办单位", "信访部门", "", "", "2小时")
HANDLE = ("办理时限", "handle", "5", "conclude", "3", "4", "", "", "15个工作日")


def _new(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *answers: str,
) -> Ran:
    """Answer at a terminal."""
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{one}\n" for one in answers)))
    return run(capsys, "policy", "new", str(folder), "--from-scratch")


def _from_file(capsys: pytest.CaptureFixture[str], folder: Path, text: str) -> Ran:
    """Answer with a file."""
    path = folder / "answers.txt"
    path.write_text(text, "utf-8")
    return run(
        capsys, "policy", "new", str(folder / "new"), "--from-scratch", "--answers", str(path)
    )


class TestAFileIsMadeOfAnswers:
    """It reads at once, says what is to be filled in, and stands under its first day in force."""

    def test_an_undated_one(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        folder = tmp_path / "a" / "shili"
        answers = (*HEAD, "咨询、求助", "", "咨询", "help", "", "签收", "sign", *SIGN, *HANDLE)
        ran = _new(capsys, monkeypatch, folder, *answers, "不详", "")
        assert ran.code == 0
        path = folder / "undated.toml"
        assert ran.out.startswith(f"已写入 {path}，自定名目 5 项，取值都是推定。")
        checked = run(capsys, "policy", "validate", str(folder))
        assert (checked.code, "核对无误" in checked.out) == (0, True)
        pack = read_policy(path).on(date(2026, 1, 1))
        assert [one.kind.name for one in pack.listed] == ["kind_1", "help"]
        assert [one.name for one in pack.declared_limits] == ["limit_1", "handle"]

    def test_a_dated_one(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        answers = (*HEAD[:3], "2026年3月1日", "", "", "")
        assert _new(capsys, monkeypatch, tmp_path, *answers).code == 0
        text = (tmp_path / "2026-03-01.toml").read_text("utf-8")
        assert "effective = 2026-03-01\n" in text
        assert 'set_aside = "待补"' in text
        assert "xinfang policy validate 2026-03-01.toml\n" in text

    def test_a_limit_may_depend_on_kinds_and_more(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        limit = (*HANDLE[:6], "2", "1、紧急", "1个工作日", "3个工作日", "无", "7个工作日")
        answers = (*HEAD, "咨询、求助", "", "", "", "", "", *limit, "7个工作日", "两次", "")
        ran = _new(capsys, monkeypatch, tmp_path, *answers)
        assert ran.code == 0
        assert "办理时限（事项类别：咨询，紧急：是）：多长" in ran.err
        (found,) = read_policy(tmp_path).on(date(2026, 1, 1)).declared_limits.values()
        assert isinstance(found.limit, Table)
        cells = {key: cell.value for key, cell in found.limit.cells.items()}
        assert list(cells.values()) == [*map(WorkingDays, (1, 3)), Absent.none, WorkingDays(7)]
        assert found.extension is not None
        assert found.extensions is not None
        assert (found.extension.value, found.extensions.value) == (WorkingDays(7), 2)
        assert found.force is not None
        assert found.force.value is Force.where_needed

    def test_a_kind_that_the_library_knows_keeps_its_key(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        answers = (*HEAD, "紧急事项、普通事项", "", "", "general", "", "", "", "")
        ran = _new(capsys, monkeypatch, tmp_path, *answers)
        assert "“紧急事项”的英文编号（直接回车用 urgent）：" in ran.err
        assert "general 是已有的类别“一般信访事项”，名称须一致" in ran.err
        listed = read_policy(tmp_path).on(date(2026, 1, 1)).listed
        assert [one.kind for one in listed] == [ReplyKind.urgent, Declared("kind_1")]

    def test_the_district_of_the_guide_is_written_by_its_answers(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = _from_file(capsys, tmp_path, (EXAMPLES / "yangli-answers.txt").read_text("utf-8"))
        assert (ran.code, ran.err) == (0, "")
        made, written = (
            {
                (line.rule, line.parameter, line.keys): line.value
                for line in lines(read_policy(folder).editions[0])
            }
            for folder in (tmp_path / "new", EXAMPLES / "yangli")
        )
        # By what a limit is left behind the questions do not ask: the guide says how to go on.
        left = {place: one for place, one in written.items() if place[1] == "ended_by"}
        assert made == {place: one for place, one in written.items() if place not in left}
        assert len(left) == 1

    def test_a_file_of_answers_asks_nothing(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = "\r\n".join((*HEAD, "", "", *HANDLE, "", "", "", ""))
        ran = _from_file(capsys, tmp_path, f"\ufeff{text}")
        assert (ran.code, ran.err) == (0, "")
        assert (tmp_path / "new" / "undated.toml").is_file()

    def test_what_a_program_hands_over_may_bear_a_mark(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        assert _new(capsys, monkeypatch, tmp_path, f"\ufeff{HEAD[0]}", *HEAD[1:], *"   ").code == 0


@FEWER
@given(skeletons())
def test_whatever_is_answered_is_what_the_file_declares(skeleton: Skeleton) -> None:
    text = skeleton_text(skeleton)
    policy = policy_of(text, skeleton.file_name)
    (edition,) = policy.editions
    head = (edition.policy_id, edition.title, edition.effective)
    assert head == (skeleton.policy_id, skeleton.title, skeleton.effective)
    assert [*edition.params] == [*skeleton.rules]
    assert {*edition.clauses[0].encoded_by} == {*skeleton.rules}
    assert {line.citation.basis for line in lines(edition)} <= {Basis.assumed}
    for kind in skeleton.kinds:
        own = edition.params[f"kind.{kind.name.name}"]
        assert isinstance(own, OwnKind)
        assert own.name.value == kind.name.value
        assert (own.flag and own.flag.value) == kind.flag
    pack = policy.on(skeleton.effective or date(2026, 1, 1))
    assert [*pack.listed] == [
        Listed(kind.name, edition.params[f"kind.{kind.name.name}"])  # type: ignore[arg-type]
        for kind in skeleton.kinds
    ]
    steps = [(one.name, one.value) for one in pack.declared.steps]
    assert steps == [(one.name, one.value) for one in skeleton.steps]
    for limit in skeleton.limits:
        found = pack.declared_limits[limit.name]
        assert found.name.value == limit.name.value
        assert (found.start.value, found.met_by.value) == (limit.start, limit.met_by)
        assert (found.owed_by.value, found.owed_to.value) == (limit.owed_by, limit.owed_to)
        assert found.dimensions == limit.by
        assert (found.force and found.force.value) == limit.force
        assert _periods(found) == [period for _, period in limit.periods]
        assert (found.extension and found.extension.value) == limit.extension
        assert (found.extensions and found.extensions.value) == limit.extensions


def _periods(limit: Params) -> list[object]:
    """The periods of a limit, in the order of its cells."""
    cells = limit.limit.cells.values() if isinstance(limit.limit, Table) else [limit.limit]
    return [one.value for one in cells]


@FEWER
@given(skeletons())
def test_whoever_means_a_policy_is_asked_for_all_of_it(skeleton: Skeleton) -> None:
    asker = Asker(answers_to(skeleton), "answers.txt")
    found = asked(asker, Path("no-such-folder"))
    asker.end()
    assert skeleton_text(found) == skeleton_text(skeleton)


class TestWrongAnswers:
    """One clear sentence, and the question again; the third time it ends with nothing written."""

    @pytest.mark.parametrize(
        ("before", "wrong", "said"),
        [
            ((), "Shili", "“Shili”不能作编号"),
            ((), "gongshu", "“gongshu”是本库随附的办法"),
            (HEAD[:1], "", "这一项须填写"),
            (HEAD[:1], "none", "“none”在办法文件里表示没有这个值，请用中文名称"),
            (HEAD[:1], "示例\x07", "不能含有换行等控制字符"),
            (HEAD[:3], "明年", "须为日期"),
            (HEAD, "咨询、咨询", "“咨询”已经用过"),
            (HEAD, "1、2", "“1”是编号，这里要写名称"),
            ((*HEAD, "咨询"), "Zixun", "“Zixun”不能作编号"),
            ((*HEAD, "咨询、help", "consult", ""), "consult", "已用于 kind.consult"),
            ((*HEAD, "咨询、help"), "help", "“help”已经用过"),
            ((*HEAD, "咨询", ""), "6", "请写 1 至 5 的编号"),
            ((*HEAD, "咨询、求助", "", "紧急", ""), "紧急", "请写 1 至 4 的编号"),
            ((*HEAD, ""), "签收、答复", "“答复”已有这个环节"),
            ((*HEAD, "", "签收"), "assign", "“assign”已是本库的名称"),
            ((*HEAD, "", "", *HANDLE, ""), HANDLE[0], f"“{HANDLE[0]}”已经用过"),
            ((*HEAD, "", "", *HANDLE[:2]), "0", "请写 1 至 42 的编号"),
            ((*HEAD, "", "", *HANDLE[:3]), "5", "永远不会逾期"),
            ((*HEAD, "", "", *HANDLE[:6]), "必须", "请写 1 至 2 的编号"),
            ((*HEAD, "", "", *HANDLE[:7]), "1、2、3、4", "共有 240 种情形，一次最多问 60 种"),
            ((*HEAD, "", "", *HANDLE[:8]), "无", "“无”不是期限"),
            ((*HEAD, "", "", *HANDLE[:8]), "尽快", "“尽快”不是期限"),
            ((*HEAD, "", "", *HANDLE[:8]), "4个工作小时", "这里先答 不详"),
            ((*HEAD, "", "", *HANDLE[:8]), "3661日", "3660"),
            ((*HEAD, "", "", *HANDLE), "7日", "延长与原期限须为同一单位"),
            ((*HEAD, "", "", *HANDLE), "7小时", "延长与原期限须为同一单位"),
            ((*HEAD, "", "", *HANDLE, "7个工作日"), "几次", "请写次数"),
        ],
    )
    def test_it_is_asked_again(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        before: tuple[str, ...],
        wrong: str,
        said: str,
    ) -> None:
        ran = _new(capsys, monkeypatch, tmp_path / "new", *before, wrong, wrong, wrong, "")
        assert ran.code == 2
        assert ran.err.count(said) == 3
        asks = ran.err.splitlines()
        assert asks[-1] == "三次回答都不合要求，已停止，未写入任何文件"
        assert len({line for line in asks if line.endswith("：")}) <= len(before) + 1
        assert not (tmp_path / "new").exists()
        located = _from_file(capsys, tmp_path, "\n".join((*before, wrong, "")))
        assert located.code == 2
        assert located.err.startswith(f"answers.txt:{len(before) + 1}: ")
        assert said in located.err

    def test_what_cannot_be_read_is_asked_again(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        typed = "shili\n示例\n".encode() + "来源".encode("gb18030") + "\n来源\n\n\n\n\n".encode()
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed), "utf-8"))
        ran = run(capsys, "policy", "new", str(tmp_path), "--from-scratch")
        assert (ran.code, "有认不出的字" in ran.err) == (0, True)

    @pytest.mark.parametrize("count", range(7))
    def test_answers_that_end_too_early_write_nothing(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        count: int,
    ) -> None:
        answers = (*HEAD, "", "", HANDLE[0])[:count]
        ran = _new(capsys, monkeypatch, tmp_path / "new", *answers)
        assert ran.code == 2
        assert ran.err.splitlines()[-1].startswith("没有答完，未写入任何文件；还要回答：")
        assert not (tmp_path / "new").exists()
        located = _from_file(capsys, tmp_path, "".join(f"{one}\n" for one in answers) or " ")
        assert (located.code, (tmp_path / "new").exists()) == (2, False)

    def test_without_an_input_nobody_answers(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("sys.stdin", None)
        ran = run(capsys, "policy", "new", str(tmp_path), "--from-scratch")
        assert (ran.code, "没有答完" in ran.err) == (2, True)

    def test_answers_left_over_are_out_of_place(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = _from_file(capsys, tmp_path, "\n".join((*HEAD, "", "", "", "", "办结", "")))
        assert (ran.code, (tmp_path / "new").exists()) == (2, False)
        assert ran.err.startswith("answers.txt:9: 问题已经问完，多出一行“办结”")

    def test_a_limit_laxer_than_the_national_one_is_left_out(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        lax = (*HANDLE[:2], "受理", "办结", "3", "1", "", "", "61日", "")
        answers = (*HEAD, "", "", *lax, *lax[:-2], "60日", "", "")
        ran = _new(capsys, monkeypatch, tmp_path / "new", *answers)
        assert ran.code == 0
        assert "“办理时限”宽于国家规定" in ran.err
        assert "“办理时限”因此没有记下，请重新回答，或者跳过这一项" in ran.err
        (found,) = read_policy(tmp_path / "new").on(date(2026, 1, 1)).declared_limits.values()
        assert _periods(found) == [CalendarDays(60)]
        (tmp_path / "new" / "undated.toml").unlink()
        located = _from_file(capsys, tmp_path, "\n".join((*HEAD, "", "", *lax, "", "")))
        assert located.code == 2
        assert all(one.startswith("answers.txt:16: ") for one in located.err.splitlines())


class TestFiles:
    """Nothing that is there is written over."""

    def test_it_has_to_be_said_how_to_begin(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(capsys, "policy", "new", str(tmp_path))
        assert ran.code == 2
        assert ran.err.endswith("从头写起的用 --from-scratch\n")

    def test_a_version_of_the_same_day_is_kept(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "undated.toml").write_text("原来的", "utf-8")
        answers = (*HEAD, "2026-01-01", "", "", "")
        ran = _new(capsys, monkeypatch, tmp_path, *answers)
        assert (ran.code, "已有 undated.toml，不覆盖" in ran.err) == (0, True)
        assert (tmp_path / "undated.toml").read_text("utf-8") == "原来的"
        assert (tmp_path / "2026-01-01.toml").is_file()

    def test_nor_one_that_came_while_it_was_asked(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        class Slow(StringIO):
            def readline(self, *_: object) -> str:  # type: ignore[override]
                line = super().readline()
                if self.tell() == len(self.getvalue()):
                    (tmp_path / "undated.toml").write_text("别人的", "utf-8")
                return line

        monkeypatch.setattr("sys.stdin", Slow("\n".join((*HEAD, "", "", "", ""))))
        ran = run(capsys, "policy", "new", str(tmp_path), "--from-scratch")
        assert (ran.code, ran.out) == (2, "")
        assert (tmp_path / "undated.toml").read_text("utf-8") == "别人的"

    def test_a_file_is_no_folder(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        (tmp_path / "f").touch()
        ran = run(capsys, "policy", "new", str(tmp_path / "f"), "--from-scratch")
        assert (ran.code, ran.err) == (2, f"{tmp_path / 'f'}: 这不是文件夹\n")

    @pytest.mark.parametrize("name", ["f/new", "x" * 300])
    def test_a_folder_that_cannot_be_made_is_told(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        name: str,
    ) -> None:
        (tmp_path / "f").touch()
        ran = _new(capsys, monkeypatch, tmp_path / name, *HEAD, "", "", "")
        assert (ran.code, ran.out) == (2, "")


class TestReading:
    """What people type is read as they mean it."""

    @pytest.mark.parametrize(
        ("answer", "wanted"),
        [
            ("5个工作日", WorkingDays(5)),
            ("十五个工作日内", WorkingDays(15)),
            ("3 工作日", WorkingDays(3)),
            ("15日以内", CalendarDays(15)),
            ("60个自然日", CalendarDays(60)),
            ("三天", CalendarDays(3)),
            ("次日", CalendarDays(1)),
            ("第二天", CalendarDays(1)),
            ("当天", SameDay()),
            ("1个月", Months(1)),
            ("两月", Months(2)),
            ("24小时内", Hours(24)),
            ("30分钟", Minutes(30)),
            ("当日", SameDay()),
            ("无", Absent.none),
            ("不详", Absent.silent),
        ],
    )
    def test_a_period(self, answer: str, wanted: object) -> None:
        assert read_period(answer) == wanted

    def test_how_often(self) -> None:
        assert [*map(read_times, ("", "1", "两次"))] == [None, 1, 2]

    def test_one_of_a_list_by_number_name_or_key(self) -> None:
        steps = tuple(EventKind)
        for number, step in enumerate(steps, 1):
            for answer in (str(number), step.value, step.name):
                assert read_option(answer, steps) is step

    def test_some_of_a_list(self) -> None:
        found = read_options("2，紧急、", tuple(Dimension))
        assert found == (Dimension.work_kind, Dimension.urgent)
        assert read_options("1、事项类别", tuple(Dimension)) == (Dimension.kind,)
        assert read_options("", tuple(Role)) == ()

    def test_names_have_marks_between_them(self) -> None:
        assert read_names("咨询、 求助，投诉,举报、") == ("咨询", "求助", "投诉", "举报")
        assert read_own("") == ()

    def test_a_proposed_key_is_free(self) -> None:
        assert proposed_key((), "kind", ["event.kind_1"], ["kind_2"]) == "kind_3"
        assert proposed_key(["urgent"], "kind", ["limit.urgent"], []) == "kind_1"

    @given(
        st.from_regex(r"\d{1,12}|[零〇一二三四五六七八九两十百千]{1,12}", fullmatch=True),
        st.sampled_from(["个工作日", "日", "个月", "小时", "分钟", "当日"]),
    )
    def test_any_count_is_read_or_refused(self, count: str, unit: str) -> None:
        found: object = ""
        try:
            found = read_period(count + unit)
        except RefusedError as refused:
            found = refused.code
        length = getattr(found, "count", None)
        fits = isinstance(length, int) and 1 <= length <= LONGEST
        assert fits or found in {"period.not_positive", "skeleton.no_period"}

    @given(TEXTS)
    def test_a_number_far_too_long_is_none_of_a_list(self, text: str) -> None:
        for answer in ("9" * 5000, f"{text}?"):
            with pytest.raises(RefusedError, match="no_option"):
                read_option(answer, tuple(Role))
