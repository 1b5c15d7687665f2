"""A host's file fills in what another policy leaves silent, and changes nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from checks import codes, day, present
from policy_texts import FILLING, complaint, filling, lacks, twice, written
from xinfang_core.assessment import RULES, Assessment, assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case, Event, History
from xinfang_core.codec import read_records
from xinfang_core.errors import PolicyDataError
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import Edition, Policy, files, load_policy, read_policy
from xinfang_core.policy.edition_file import read_draft, read_edition
from xinfang_core.policy.tracing import trace
from xinfang_core.vocabulary import (
    Absent,
    EventKind,
    LadderMeasure,
    NetworkUnit,
    SupervisionStep,
    Undetermined,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
MAINLAND = mainland_calendar()
GONGSHU, JIUYUAN, NATIONAL = (load_policy(name) for name in ("gongshu", "jiuyuan", "national"))
LADDERS = read_policy(EXAMPLES / "policies" / "gongshu-ladders")
LETTERS = read_policy(EXAMPLES / "policies" / "jiuyuan-letters")

MEASURE = """
[copied_notice.measure]
value = "overdue_working_days"
clause = "补1"
phrase = "逾期工作日"
basis = "stated"
"""
REACHED = """
[copied_notice.reached]
clause = "补1"
basis = "assumed"
note = "试行"
bands = [{ from = 0, value = "none" }, { from = 3, value = "first_copy" }]
"""
KIND = """
[reply_kind.default]
value = "general"
clause = "补1"
basis = "assumed"
note = "试行"
"""


def policy_of(folder: Path, text: str) -> Policy:
    """The policy of one file."""
    path = folder / "补充.toml"
    path.write_text(text, encoding="utf-8")
    return read_policy(path)


def said(folder: Path, text: str) -> list[str]:
    """What reading a file complains of, without the file's name."""
    path = folder / "补充.toml"
    path.write_text(text, encoding="utf-8")
    return [line.removeprefix("补充.toml:") for line in complaint(path).splitlines()]


def of(policy: Policy, rule: str) -> Any:  # noqa: ANN401 - the parameters of any rule
    """A rule's parameters in the newest edition."""
    return policy.editions[0].params[rule]


class TestStory:
    """“The example policy that fills it in makes the ladder run.”"""

    # Received on 30 September, so the petitioner is to be told by 15 October and never is: the
    # 16th is working day 1 past due, the 23rd day 6, the 30th day 11, 6 November day 16.
    CASE = read_records(EXAMPLES / "stories" / "gongshu-wrong.json").cases[0]
    ASKED = pytest.mark.parametrize("as_of", ["2025-10-16", "2025-11-29", "2025-12-16"])

    def _answer(self, policy: Policy, as_of: str) -> Assessment:
        return assess(self.CASE, policy.in_force(self.CASE, day(as_of)), MAINLAND, day(as_of))

    @ASKED
    def test_alone_the_ladder_names_what_is_silent(self, as_of: str) -> None:
        decision = present(self._answer(GONGSHU, as_of).follow_through.copied_notice)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
        assert decision.reasons[0].citation == of(GONGSHU, "copied_notice").measure.citation

    @pytest.mark.parametrize(
        ("as_of", "copied", "exposed"),
        [
            ("2025-10-15", "none", "red_card"),
            ("2025-10-16", "first_copy", "red_card"),
            ("2025-10-22", "first_copy", "red_card"),
            ("2025-10-23", "second_copy", "red_card"),
            ("2025-10-30", "third_copy", "red_card"),
            ("2025-11-05", "third_copy", "red_card"),
            ("2025-11-06", "third_copy", "exposure"),
        ],
    )
    def test_filled_in_it_runs(self, as_of: str, copied: str, exposed: str) -> None:
        answer = self._answer(LADDERS, as_of)
        outcomes = (
            present(answer.follow_through.copied_notice).outcome,
            present(answer.follow_through.exposure).outcome,
        )
        assert tuple(getattr(one, "name", one) for one in outcomes) == (copied, exposed)

    def test_its_answer_rests_on_the_example(self) -> None:
        decision = present(self._answer(LADDERS, "2025-11-06").follow_through.copied_notice)
        assert decision.reasons[-1].text() == "告知期限的逾期工作日数为 16，应采取三级抄告"
        cited = present(decision.reasons[-1].citation)
        assert cited.text() == "示例区抄告和曝光触发界限（示例） 示例第一条〔推定〕"

    @ASKED
    def test_everything_else_stays_as_it_was(self, as_of: str) -> None:
        alone, filled = self._answer(GONGSHU, as_of), self._answer(LADDERS, as_of)
        different = {name for name in RULES if alone.decision(name) != filled.decision(name)}
        assert "copied_notice" in different
        assert different <= {"copied_notice", "exposure"}
        assert alone.policy != filled.policy
        more = Counter(filled.findings) - Counter(alone.findings)
        assert {one.reason.code for one in more} <= {"ladder.not_taken"}
        owed = [one for one in filled.obligations if one not in alone.obligations]
        assert {one.duty for one in owed} <= {EventKind.supervise}


class TestWhole:
    """What comes out is one policy: the rules, clauses, variants and names of both."""

    def test_its_label_names_both(self) -> None:
        assert LADDERS.policy_id == "gongshu-ladders"
        assert [one.label for one in LADDERS.editions] == [
            "gongshu@undated+gongshu-ladders@undated"
        ]
        pack = LETTERS.with_variant("repeats").on(day("2025-01-01"))
        assert pack.label == (
            "jiuyuan@undated+jiuyuan-letters@undated[repeats]+national@2022-05-01"
        )

    def test_the_steps_stay_those_of_the_source(self) -> None:
        filled, source = of(LADDERS, "copied_notice"), of(GONGSHU, "copied_notice")
        assert filled.steps == source.steps
        assert source.measure.value is Absent.silent
        assert filled.measure.value is LadderMeasure.overdue_working_days

    def test_the_clauses_of_both_are_there_each_with_its_source(self) -> None:
        (edition,) = LADDERS.editions
        own = [one.clause_id for one in GONGSHU.editions[0].clauses]
        assert [one.clause_id for one in edition.clauses] == [*own, "示例1", "示例2"]
        assert {one.source for one in edition.clauses} == {
            GONGSHU.editions[0].title,
            "示例区抄告和曝光触发界限（示例）",
        }
        traced = {one.rule: one.clauses for one in trace(edition).rules}
        assert traced["copied_notice"] == ("20", "示例1")
        assert traced["exposure"] == ("21", "24", "示例2")
        assert traced["first_contact"] == ("5", "6")

    def test_the_head_speaks_of_both(self) -> None:
        (edition,), (base,) = LETTERS.editions, JIUYUAN.editions
        assert edition.title == f"{base.title}+示例：三函一约谈的启动条件"
        assert edition.transition.text == f"{base.transition.text}；示例，自始适用"
        assert edition.reading == f"{base.reading}；按逾期工作日数（示例）"
        assert LADDERS.editions[0].reading == ""

    def test_the_variants_of_both_can_be_chosen(self) -> None:
        assert list(LETTERS.variants) == ["calendar_weeks", "every_day", "elapsed", "repeats"]
        on = day("2025-01-01")
        weeks = LETTERS.with_variant("calendar_weeks").on(on)
        assert (
            weeks.follow_through.weekly_meeting
            == JIUYUAN.with_variant("calendar_weeks").on(on).follow_through.weekly_meeting
        )
        assert (
            weeks.follow_through.supervision_letters
            == LETTERS.on(on).follow_through.supervision_letters
        )
        measure = present(
            LETTERS.with_variant("elapsed").on(on).follow_through.supervision_letters
        ).measure
        assert measure.value is LadderMeasure.elapsed_percent

    def test_filled_in_by_half_the_ladder_names_the_other_half(self, tmp_path: Path) -> None:
        half = present(
            policy_of(tmp_path, FILLING + REACHED)
            .on(day("2025-01-01"))
            .follow_through.copied_notice
        )
        assert half.measure == of(GONGSHU, "copied_notice").measure
        assert [one.value for one in half.reached.values] == [
            Absent.none,
            SupervisionStep.first_copy,
        ]

    def test_a_rule_that_the_other_lacks_may_be_added_whole(self, tmp_path: Path) -> None:
        text = FILLING.replace('["copied_notice"]', '["copied_notice", "reply_kind.default"]')
        policy = policy_of(tmp_path, text + MEASURE + KIND)
        assert set(policy.editions[0].params) == {*GONGSHU.editions[0].params, "reply_kind"}


class TestTables:
    """Of a table single cells are filled in; the others stay."""

    COUNT = FILLING.replace("gongshu", "jiuyuan").replace("copied_notice", "network.count") + (
        '\n[network.count]\nunit = "person"\nclause = "补1"\nbasis = "stated"\ncells = [\n'
        '  { network_unit = "village_site", value = 30, phrase = "30个代办点" },\n]\n'
    )

    def test_one_cell(self, tmp_path: Path) -> None:
        count = of(policy_of(tmp_path, self.COUNT.replace('unit = "person"\n', "")), "network")
        before = of(JIUYUAN, "network").count
        filled = count.count[NetworkUnit.village_site]
        assert (filled.value, filled.citation.source) == (30, "某区补充规定")
        others = [unit for unit in NetworkUnit if unit is not NetworkUnit.village_site]
        assert [count.count[one] for one in others] == [before[one] for one in others]

    def test_a_cell_that_is_given_is_not_rewritten(self, tmp_path: Path) -> None:
        more = '  { network_unit = "agent", value = 60, phrase = "60名代办员" },\n]\n'
        text = self.COUNT.replace('unit = "person"\n', "").removesuffix("]\n") + more
        assert said(tmp_path, text) == [
            (
                "15:10: network.count: jiuyuan@undated 的表中已有取值，不能改写：代理（代办）员；"
                "只能补写 silent（原文未载明）的，另一种理解请写成变体"
            )
        ]

    def test_a_cell_that_stays_silent_is_not_written(self, tmp_path: Path) -> None:
        text = self.COUNT.replace('unit = "person"\n', "").replace(
            'value = 30, phrase = "30个代办点"', 'value = "silent", note = "请区里确认"'
        )
        assert said(tmp_path, text) == [
            "15:1: network.count: 补写的取值不能仍是 silent；暂时不补的，不写这一项"
        ]

    def test_a_cell_twice(self, tmp_path: Path) -> None:
        row = '  { network_unit = "village_site", value = 31, phrase = "31个代办点" },\n]\n'
        text = self.COUNT.replace('unit = "person"\n', "").removesuffix("]\n") + row
        assert said(tmp_path, text) == [
            "20:3: network.count.cells[1]: "
            + twice("村（社区）站点", "village_site", "服务网络计数对象为村（社区）站点")
        ]

    def test_the_part_that_it_declares_is_to_be_whole(self, tmp_path: Path) -> None:
        over = 'over = ["village_site", "town_site"]\n'
        text = self.COUNT.replace('unit = "person"\n', over)
        assert said(tmp_path, text) == [
            "15:10: network.count: "
            + lacks("乡镇（街道）站点", "town_site", "服务网络计数对象为乡镇（街道）站点")
        ]

    def test_a_unit_too_many_is_still_a_fault(self, tmp_path: Path) -> None:
        assert said(tmp_path, self.COUNT) == [
            '16:1: network.count.unit: 此项没有单位，请删去 "person"'
        ]


class TestRefused:
    """One clear message at its place for whatever would do more than fill in."""

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            (
                filling(fills='"gongshou"'),
                (
                    "4:9: policy.fills: 没有名为“gongshou”的办法，是否为“gongshu”？"
                    "现有：national、gongshu、jiuyuan、online-proxy、qiaocheng、yubei；"
                    "补自己的办法，把那个办法写在前面：办法+补充文件"
                ),
            ),
            (filling(fills="1", id='"national"'), "4:9: policy.fills: 须为非空文字，实际为 1"),
            (
                filling(id='"gongshu"'),
                "2:6: policy.id: 本文件是补充，编号不能是“gongshu”，请另取一个",
            ),
            (
                filling(id='"national"'),
                "2:6: policy.id: 本文件是补充，编号不能是“national”，请另取一个",
            ),
            (
                filling(id='"jiuyuan"'),
                "2:6: policy.id: 本文件是补充，编号不能是“jiuyuan”，请另取一个",
            ),
            (
                filling(picked_by='"accept"') + MEASURE,
                (
                    "6:13: policy.picked_by: 决定适用哪一版的事件为“受理”，"
                    "须与 gongshu@undated 的相同：登记"
                ),
            ),
            (
                FILLING.replace("补1", "20") + MEASURE.replace("补1", "20"),
                "10:6: clause[0].id: 条款编号“20”在 gongshu@undated 中已有，请另取一个",
            ),
            (
                FILLING.replace("copied_notice", "copied_notice.steps") + MEASURE,
                (
                    "13:15: clause[0].encoded_by[0]: "
                    "没有名为“copied_notice.steps”的规则或者参数，是否为“copied_notice”？"
                ),
            ),
        ],
    )
    def test_a_head_or_clause(self, tmp_path: Path, text: str, wanted: str) -> None:
        assert said(tmp_path, text) == [wanted]

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            (
                MEASURE
                + MEASURE.replace("measure", "steps").replace("value =", "# ")
                + 'steps = ["first_copy"]\n',
                (
                    "21:16: copied_notice.steps: "
                    "gongshu@undated 已有取值（一级抄告、二级抄告、三级抄告），不能改写；"
                    "只能补写 silent（原文未载明）的，另一种理解请写成变体"
                ),
            ),
            (
                MEASURE.replace("copied_notice.measure", "exposure.medium").replace(
                    "overdue_working_days", "district_paper"
                ),
                (
                    "15:11: exposure.medium: gongshu@undated 已有取值（区级纸媒），不能改写；"
                    "只能补写 silent（原文未载明）的，另一种理解请写成变体"
                ),
            ),
            (
                MEASURE.replace("overdue_working_days", "silent") + 'note = "请区里确认"\n',
                ("15:1: copied_notice.measure: 补写的取值不能仍是 silent；暂时不补的，不写这一项"),
            ),
            (
                MEASURE.replace("copied_notice.measure", "reply_deadline.start").replace(
                    "overdue_working_days", "accept"
                ),
                "15:2: reply_deadline: gongshu@undated 没有这条规则，要写须写全，还缺少：limit",
            ),
            (
                MEASURE + "[supervision_letters]\n",
                (
                    "20:2: supervision_letters: gongshu@undated 没有这条规则，"
                    "要写须写全，还缺少：steps、limit、measure、reached、suggestions"
                ),
            ),
            (
                REACHED.replace("first_copy", "red_card"),
                (
                    "15:16: copied_notice.reached: "
                    "“红牌警告”不在本办法所列之中（一级抄告、二级抄告、三级抄告）"
                ),
            ),
            (
                MEASURE.replace("measure", "mesure"),
                "15:16: copied_notice.mesure: 没有“mesure”这一项，是否为“measure”？",
            ),
            (
                MEASURE.replace("补1", "20"),
                "17:10: copied_notice.measure.clause: 条款“20”不在 [[clause]] 清单中，清单有：补1",
            ),
        ],
    )
    def test_a_value(self, tmp_path: Path, text: str, wanted: str) -> None:
        assert wanted in said(tmp_path, FILLING + text)

    def test_bands_that_are_given(self) -> None:
        draft = read_draft(FILLING + REACHED, "补充.toml", files.policy_ids())
        with pytest.raises(PolicyDataError) as caught:
            read_edition(draft, (), LADDERS.editions[0])
        assert caught.value.text() == (
            "补充.toml:15:16: copied_notice.reached: undated.toml（gongshu-ladders@undated）"
            "已经补写（无、一级抄告、二级抄告、三级抄告），后补的不能改写；两处请只留一处"
        )

    def test_a_rule_that_is_no_table(self, tmp_path: Path) -> None:
        text = "copied_notice = 1\n" + FILLING
        assert "1:17: copied_notice: 须为一组“名称 = 值”，实际为 1" in said(tmp_path, text)

    def test_a_variant_of_the_same_name(self, tmp_path: Path) -> None:
        text = FILLING.replace("gongshu", "jiuyuan").replace("copied_notice", "mandate.most_agents")
        text += """
[mandate.most_agents]
value = 2
unit = "person"
clause = "补1"
phrase = "至多2人"
basis = "stated"

[variant.every_day]
title = "至多3人"
"""
        assert said(tmp_path, text) == [
            ("22:10: variant.every_day: 变体“every_day”在 jiuyuan@undated 中已有，请另取一个名称")
        ]

    def test_every_fault_comes_at_once(self, tmp_path: Path) -> None:
        text = filling(picked_by='"accept"').replace("补1", "20") + MEASURE
        places = [line.partition(": ")[0] for line in said(tmp_path, text)]
        assert places == ["6:13", "10:6", "17:10"]

    def test_files_of_one_folder_that_fill_in_different_policies(self, tmp_path: Path) -> None:
        later = filling(effective="2026-01-01") + KIND
        later = later.replace("gongshu", "jiuyuan").replace("copied_notice", "reply_kind")
        folder = written(tmp_path / "p", undated=FILLING + MEASURE, f2026_01_01=later)
        assert complaint(folder) == (
            "undated.toml: policy.fills: 与 2026-01-01.toml 所补的办法不同，同一文件夹只补一个办法"
        )

    def test_a_policy_of_its_own_beside_one_that_fills_in(self, tmp_path: Path) -> None:
        own = filling(effective="2026-01-01").replace('fills = "gongshu"\n', "")
        own = own.replace('["copied_notice"]', '[]\nset_aside = "无"')
        folder = written(tmp_path / "p", undated=FILLING + MEASURE, f2026_01_01=own)
        assert complaint(folder) == (
            "undated.toml: policy.fills: 与 2026-01-01.toml 所补的办法不同，同一文件夹只补一个办法"
        )


def _registered(on: str) -> Case:
    return Case("A-1", History((Event(EventKind.register, day(on)),)))


class TestDays:
    """A file fills in from its own day on; before that the other policy stands alone."""

    def test_a_dated_file(self, tmp_path: Path) -> None:
        text = filling(effective="2026-03-01") + MEASURE
        policy = read_policy(written(tmp_path / "p", f2026_03_01=text))
        assert [one.label for one in policy.editions] == [
            "gongshu@undated+mouqu@2026-03-01",
            "gongshu@undated",
        ]
        before, since = (
            policy.in_force(_registered(on), day(on)) for on in ("2026-02-28", "2026-03-01")
        )
        assert before.label == "gongshu@undated+national@2022-05-01"
        assert before == GONGSHU.in_force(_registered("2026-02-28"), day("2026-02-28"))
        assert since.label == "gongshu@undated+mouqu@2026-03-01+national@2022-05-01"
        assert (
            present(since.follow_through.copied_notice).measure.value
            is LadderMeasure.overdue_working_days
        )

    def test_a_later_file_takes_the_place_of_the_earlier(self, tmp_path: Path) -> None:
        later = MEASURE.replace("overdue_working_days", "repeats")
        folder = written(
            tmp_path / "p",
            f2026_03_01=filling(effective="2026-03-01") + MEASURE + REACHED,
            f2027_03_01=filling(effective="2027-03-01") + later,
        )
        policy = read_policy(folder)
        measures = [
            present(policy.on(day(on)).follow_through.copied_notice).measure.value
            for on in ("2026-02-28", "2026-03-01", "2027-02-28", "2027-03-01")
        ]
        days, repeats = LadderMeasure.overdue_working_days, LadderMeasure.repeats
        assert measures == [Absent.silent, days, days, repeats]
        reached = present(policy.on(day("2027-03-01")).follow_through.copied_notice).reached
        assert reached.values[0].value is Absent.silent

    LIMIT = FILLING.replace("gongshu", "national").replace(
        "copied_notice", "evaluation_window_deadline.limit"
    ) + (
        '[evaluation_window_deadline.limit]\nvalue = 30\nunit = "calendar_day"\n'
        'clause = "补1"\nbasis = "interpreted"\nphrase = "30日内评价"\nnote = "按自然日"\n'
    )

    def test_the_national_policy_is_filled_in_and_stands_once(self, tmp_path: Path) -> None:
        text = self.LIMIT.replace('"undated"', "2023-01-01")
        policy = read_policy(written(tmp_path / "p", f2023_01_01=text))
        assert policy.national == ()
        assert [policy.on(day(on)).label for on in ("2010-01-01", "2022-05-01", "2023-01-01")] == [
            "national@2005-05-01",
            "national@2022-05-01",
            "national@2022-05-01+mouqu@2023-01-01",
        ]
        pack = policy.on(day("2023-01-01"))
        assert present(pack.limits.evaluation_window_deadline).limit.value == CalendarDays(30)
        assert len(pack.workflow) == 1

    LATER = "national@2005-05-01 没有这条规则；只补较晚版本的，effective 请写该版本的施行日或者以后"
    PURPOSES = FILLING.replace("gongshu", "national").replace(
        "copied_notice", "case_class.by_purpose"
    ) + (
        '[case_class.by_purpose]\nclause = "补1"\nbasis = "assumed"\nnote = "试行"\n'
        'cells = [{ purpose = "other", value = "suggestion" }]\n'
    )

    def test_an_edition_that_lacks_what_is_filled_in_is_named(self, tmp_path: Path) -> None:
        named = f"14:2: evaluation_window_deadline: {self.LATER}"
        assert said(tmp_path, self.LIMIT) == [named]
        start = '[evaluation_window_deadline.start]\nvalue = "reply"\nclause = "补1"\n'
        start += 'basis = "assumed"\nnote = "试行"\n'
        found = said(tmp_path, self.LIMIT + start)
        assert found[0] == named
        assert [line.partition(": ")[2][:50] for line in found[1:]] == [
            "evaluation_window_deadline.start: national@2022-05"
        ]

    def test_so_is_one_before_a_closed_rule(self, tmp_path: Path) -> None:
        assert said(tmp_path, self.PURPOSES) == [f"14:2: case_class: {self.LATER}"]


def _dated(effective: str, more: str = "") -> Edition:
    """The policy of Gongshu as if it took force on a day."""
    text = (
        Path(files.__file__).parents[1].joinpath("policies/gongshu/undated.toml").read_text("utf-8")
    )
    text = text.replace('effective = "undated"', f"effective = {effective}")
    return read_edition(read_draft(text + more, f"{effective}.toml"))


class TestOtherPolicyChanges:
    """The policy that is filled in may itself have editions, and variants that leave gaps."""

    def _over(self, monkeypatch: pytest.MonkeyPatch, *editions: Edition) -> None:
        """As if these were the editions of Gongshu that come with the library, newest first."""
        shipped = Policy("gongshu", editions, NATIONAL.editions)
        monkeypatch.setattr(
            files, "load_policy", lambda name: shipped if name == "gongshu" else load_policy(name)
        )

    @pytest.mark.parametrize(
        ("effective", "labels"),
        [
            (
                "2025-06-01",
                [
                    "gongshu@2026-01-01+mouqu@2025-06-01",
                    "gongshu@2025-01-01+mouqu@2025-06-01",
                    "gongshu@2025-01-01",
                ],
            ),
            (
                "2026-01-01",
                ["gongshu@2026-01-01+mouqu@2026-01-01", "gongshu@2025-01-01"],
            ),
            (
                "2024-06-01",
                ["gongshu@2026-01-01+mouqu@2024-06-01", "gongshu@2025-01-01+mouqu@2024-06-01"],
            ),
        ],
    )
    def test_each_edition_in_force_then_or_later_is_filled_in(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, effective: str, labels: list[str]
    ) -> None:
        self._over(monkeypatch, _dated("2026-01-01"), _dated("2025-01-01"))
        policy = policy_of(tmp_path, filling(effective=effective) + MEASURE)
        assert [one.label for one in policy.editions] == labels
        days = [present(one.effective) for one in policy.editions]
        assert [max(re.findall(r"[-0-9]{10}", label)) for label in labels] == list(map(str, days))
        packs = (policy.on(one) for one in days)
        assert [pack.label.partition("+national")[0] for pack in packs] == labels

    VARIANT = """
[variant.other]
title = "另一种理解"

[variant.other.case_weight.default]
value = "silent"
clause = "13"
note = "也未说明"

[variant.other.growth_signs.then]
clause = "16"
basis = "assumed"
note = "另一种理解"
over = ["tendency", "action"]
cells = [
  { sign = "tendency", value = "video_reception" },
  { sign = "action", value = "silent" },
]
"""
    FILLED = (
        FILLING.replace('["copied_notice"]', '["case_weight.default", "growth_signs.then"]')
        + """
[case_weight.default]
value = "simple"
clause = "补1"
phrase = "简单"
basis = "stated"

[growth_signs.then]
clause = "补1"
phrase = "预案"
basis = "stated"
cells = [
  { sign = "tendency", value = "contingency_plan" },
  { sign = "action", value = "contingency_plan" },
]
"""
    )

    def test_a_variant_is_filled_in_where_it_is_as_silent(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._over(monkeypatch, _dated("2025-01-01", self.VARIANT))
        policy = policy_of(tmp_path, self.FILLED)
        pack = policy.with_variant("other").on(day("2026-01-01"))
        assert present(pack.kind.case_weight).default.citation.source == "某区补充规定"
        then = present(pack.kind.growth_signs).then
        values = {sign.name: cell.value.name for sign, cell in then.cells.items()}
        assert values.pop("tendency") == "video_reception"
        assert values.pop("action") == "contingency_plan"
        assert set(values.values()) == {"silent"}
