"""A spoiled policy file is refused with every fault, each at its place and with what is wanted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from policy_texts import SAMPLE, SAMPLE_FILE, complaint, lacks, spoiled, twice
from xinfang_core.errors import Fault, PolicyDataError
from xinfang_core.messages import render
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.policy.key_names import key_called
from xinfang_core.policy.pack import PARAMS
from xinfang_core.vocabulary import Absent, AwardLevel, EventKind, ReplyKind

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.sources import Citation

DEFAULT = """\
value = "general"
clause = "5"
phrase = "一般事项"
basis = "stated"
"""
CONSULTATION = '  { reply_kind = "consultation", value = 5, phrase = "五个工作日" },\n'
ENCODED = 'encoded_by = ["reply_kind", "reply_deadline.limit"]'
EVENTS = "、".join([kind.name for kind in EventKind][:40]) + "、…"
KINDS = "urgent、consultation、general、investigation"


def said(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """What reading the spoiled sample complains of, without the file's name."""
    path = folder / SAMPLE_FILE
    path.write_text(spoiled(*changes), encoding="utf-8")
    lines = complaint(path).splitlines()
    assert all(line.startswith(f"{SAMPLE_FILE}:") for line in lines)
    return [line.removeprefix(f"{SAMPLE_FILE}:") for line in lines]


class TestNames:
    """A name that nothing is called by is refused, with the nearest one that is known."""

    @pytest.mark.parametrize(
        ("old", "new", "wanted"),
        [
            (
                'note = "自受理的次日起"',
                'note = "自受理的次日起"\nnoet = ""',
                "33:1: reply_deadline.start.noet: 没有“noet”这一项，是否为“note”？",
            ),
            (
                '[[clause]]\nid = "6"',
                '[[clause]]\nxyz = 1\nid = "6"',
                (
                    "16:1: clause[1].xyz: "
                    "没有“xyz”这一项，可用：id、locator、text、encoded_by、set_aside、source、since"
                ),
            ),
            (
                'reading = "“日”按工作日"',
                'readings = "“日”按工作日"',
                "7:1: policy.readings: 没有“readings”这一项，是否为“reading”？",
            ),
            (
                "[reply_kind.default]",
                "[reply_knd]\n[reply_kind.default]",
                "21:2: reply_knd: 没有“reply_knd”这一项，是否为“reply_kind”？",
            ),
            (
                '  { reply_kind = "urgent",',
                '  { kind = 1, reply_kind = "urgent",',
                (
                    "39:5: reply_deadline.limit.cells[0].kind: "
                    "没有“kind”这一项，可用：value、clause、phrase、misprint、basis、note、unit、reply_kind"
                ),
            ),
            (
                "[variant.calendar_days.reply_deadline.start]",
                "[variant.calendar_days.notice_deadline.start]",
                (
                    "45:24: variant.calendar_days.notice_deadline: "
                    "没有“notice_deadline”这一项，是否为“reply_deadline”？"
                ),
            ),
            (
                "[variant.calendar_days.reply_deadline.start]",
                "[variant.calendar_days.reply_deadline.strat]",
                (
                    "45:39: variant.calendar_days.reply_deadline.strat: "
                    "没有“strat”这一项，是否为“start”？"
                ),
            ),
        ],
    )
    def test_an_unknown_key(self, tmp_path: Path, old: str, new: str, wanted: str) -> None:
        assert said(tmp_path, (old, new)) == [wanted]

    @pytest.mark.parametrize(
        ("old", "new", "wanted"),
        [
            (
                'value = "general"',
                'value = "generall"',
                (
                    f"22:9: reply_kind.default.value: "
                    f"“generall”不是可用的取值，是否为“general”？可用：{KINDS}"
                ),
            ),
            (
                'value = "general"',
                "value = 3",
                f"22:9: reply_kind.default.value: “3”不是可用的取值，可用：{KINDS}",
            ),
            (
                'value = "accept"',
                'value = ["accept"]',
                (
                    "28:9: reply_deadline.start.value: "
                    f"“['accept']”不是可用的取值，是否为“accept”？可用：{EVENTS}"
                ),
            ),
            (
                'picked_by = "register"',
                'picked_by = "登计"',
                f"5:13: policy.picked_by: “登计”不是可用的取值，可用：{EVENTS}",
            ),
            (
                'reply_kind = "urgent"',
                'reply_kind = "urgnt"',
                (
                    "39:18: reply_deadline.limit.cells[0].reply_kind: "
                    f"“urgnt”不是可用的取值，是否为“urgent”？可用：{KINDS}"
                ),
            ),
            (
                'phrase = "一般事项"\nbasis = "stated"',
                'phrase = "一般事项"\nbasis = "statd"',
                (
                    "25:9: reply_kind.default.basis: "
                    "“statd”不是可用的取值，是否为“stated”？可用：stated、interpreted、assumed"
                ),
            ),
        ],
    )
    def test_an_unknown_term(self, tmp_path: Path, old: str, new: str, wanted: str) -> None:
        assert said(tmp_path, (old, new)) == [wanted]

    def test_what_a_table_hands_down_is_refused_once_where_it_stands(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('unit = "working_day"', 'unit = "workingday"')) == [
            (
                "35:8: reply_deadline.limit.unit: “workingday”不是可用的取值，"
                "是否为“working_day”？可用：working_day、calendar_day、month、same_day、"
                "hour、minute、working_hour"
            )
        ]

    def test_the_chinese_term_is_as_good_as_the_key(self, tmp_path: Path) -> None:
        path = tmp_path / SAMPLE_FILE
        path.write_text(
            spoiled(
                ('unit = "working_day"', 'unit = "工作日"'),
                ('picked_by = "register"', 'picked_by = "登记"'),
                ('value = "general"', 'value = "原文未载明"\nnote = "请确认"'),
            ),
            encoding="utf-8",
        )
        assert read_policy(path).policy_id == "sample"


class TestChineseNames:
    """Who writes the Chinese name of a key is told the key, and not to put it in quotes."""

    @pytest.mark.parametrize(
        ("old", "new", "wanted"),
        [
            ("[reply_deadline.limit]", "[答复期限.limit]", "34:2: “答复期限”写作 reply_deadline"),
            (
                "[reply_deadline.limit]",
                "[reply_deadline.期限]",
                "34:17: “期限”写作 limit",
            ),
            (
                "[reply_deadline.start]",
                "[某某期限.start]",
                (
                    "27:2: 没有叫“某某期限”的键，键名用英文，规则有哪些见查阅栏的“规则”；"
                    "自取的变体名称用中文的，须加英文双引号"
                ),
            ),
            (
                'title = "“日”按自然日"',
                '"名称" = "“日”按自然日"\ntitle = "“日”按自然日"',
                '53:1: variant.calendar_days."名称": “名称”写作 title',
            ),
            (
                ENCODED,
                'encoded_by = ["reply_kind", "答复期限.期限"]',
                "13:29: clause[0].encoded_by[1]: “答复期限.期限”写作 reply_deadline.limit",
            ),
        ],
    )
    def test_the_key_is_told(self, tmp_path: Path, old: str, new: str, wanted: str) -> None:
        assert wanted in said(tmp_path, (old, new))

    def test_a_name_that_is_none_in_this_place_is_not(self, tmp_path: Path) -> None:
        """起算 is the start of a limit; a table of kinds has none."""
        (complaint,) = said(
            tmp_path, ("[reply_kind.default]", '[reply_kind."起算"]\n[reply_kind.default]')
        )
        assert "没有“起算”这一项，可用：default" in complaint

    def test_the_title_of_every_rule_is_understood(self) -> None:
        for rule in PARAMS:
            assert key_called(render(f"rule.{rule}", {})) == rule

    def test_a_sign_that_no_name_has_is_told_as_before(self, tmp_path: Path) -> None:
        (complaint,) = said(tmp_path, ("[reply_kind.default]", "[reply_kind.default!]"))
        assert "名称“default!”须加英文双引号" in complaint


class TestMissing:
    """What has to be there and is not is named."""

    @pytest.mark.parametrize(
        ("old", "new", "wanted"),
        [
            ('id = "sample"\n', "", "1:2: policy: 缺少“id”"),
            ("effective = 2024-03-01\n", "", "1:2: policy: 缺少“effective”"),
            ('text = "便民口号"\n', "", "15:1: clause[1]: 缺少“text”"),
            (DEFAULT, "", "21:13: reply_kind.default: 缺少“value”"),
            (
                f"[reply_kind.default]\n{DEFAULT}",
                "[reply_kind]\n",
                "21:2: reply_kind: 缺少“default”",
            ),
            (
                'value = "accept"\n',
                "",
                "27:17: reply_deadline.start: 缺少“value”",
            ),
            ("value = 1, ", "", "39:3: reply_deadline.limit.cells[0]: 缺少“value”"),
            (
                'reply_kind = "urgent", ',
                "",
                "39:3: reply_deadline.limit.cells[0]: 缺少“reply_kind”",
            ),
            (
                'title = "“日”按自然日"\n',
                "",
                "45:10: variant.calendar_days: 缺少“title”",
            ),
        ],
    )
    def test_a_key(self, tmp_path: Path, old: str, new: str, wanted: str) -> None:
        assert said(tmp_path, (old, new)) == [wanted]

    def test_a_head(self, tmp_path: Path) -> None:
        path = tmp_path / SAMPLE_FILE
        path.write_text(SAMPLE[SAMPLE.index("[[clause]]") :], encoding="utf-8")
        assert complaint(path) == f"{SAMPLE_FILE}: 缺少“policy”"

    def test_the_clause_of_a_table_of_which_nothing_is_told(self, tmp_path: Path) -> None:
        begin, end = SAMPLE.index("[reply_deadline.limit]"), SAMPLE.index("[variant.calendar")
        table = '[reply_deadline.limit]\nvalue = "silent"\nnote = "请确认"\n\n'
        assert said(tmp_path, (SAMPLE[begin:end], table)) == [
            "34:17: reply_deadline.limit: 缺少依据：clause"
        ]

    def test_the_cells_of_a_table(self, tmp_path: Path) -> None:
        start, end = SAMPLE.index("cells = ["), SAMPLE.index("]\n\n[variant")
        assert said(tmp_path, (SAMPLE[start : end + 1], "")) == [
            "34:17: reply_deadline.limit: 缺少“cells”"
        ]

    def test_a_unit_in_each_cell_that_has_none(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('unit = "working_day"\n', "")) == [
            f"{38 + index}:3: reply_deadline.limit.cells[{index}]: 缺少“unit”" for index in range(3)
        ]


class TestCitations:
    """Every value says where it is written and how firmly; what is not stated says why."""

    @pytest.mark.parametrize(
        ("old", "new", "wanted"),
        [
            ('clause = "5"\nphrase = "一般事项"', 'phrase = "一般事项"', "clause"),
            ('phrase = "一般事项"\nbasis = "stated"', 'phrase = "一般事项"', "basis"),
            (DEFAULT, 'value = "general"\n', "clause、basis"),
        ],
    )
    def test_a_missing_citation(self, tmp_path: Path, old: str, new: str, wanted: str) -> None:
        assert said(tmp_path, (old, new)) == [f"21:13: reply_kind.default: 缺少依据：{wanted}"]

    @pytest.mark.parametrize("basis", ["interpreted", "assumed"])
    def test_a_missing_note(self, tmp_path: Path, basis: str) -> None:
        word = {"interpreted": "解释", "assumed": "推定"}[basis]
        change = (
            'phrase = "一般事项"\nbasis = "stated"',
            f'phrase = "一般事项"\nbasis = "{basis}"',
        )
        assert said(tmp_path, change) == [
            (
                f"25:1: reply_kind.default.basis: "
                f"依据为“{word}”的须有 note，说明采用何种理解或者应由谁确认"
            )
        ]

    def test_silence_needs_a_note_whatever_its_basis(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('value = "general"', 'value = "silent"')) == [
            ("21:13: reply_kind.default: 写 silent（原文未载明）的，须有 note，写明请谁确认")
        ]

    def test_there_is_none_needs_no_phrase(self, tmp_path: Path) -> None:
        path = tmp_path / SAMPLE_FILE
        text = spoiled(('value = 15, phrase = "15个工作日"', 'value = "none"'))
        path.write_text(text, encoding="utf-8")
        assert read_policy(path).policy_id == "sample"

    def test_there_is_none_has_no_meaning_for_a_choice(self, tmp_path: Path) -> None:
        change = (DEFAULT, 'value = "none"\nclause = "5"\nbasis = "stated"\n')
        assert said(tmp_path, change)[-1] == (
            "22:9: reply_kind.default.value: "
            "此项须从清单中选一个，不能写 none；原文未载明的写 silent"
        )

    @pytest.mark.parametrize(
        ("phrase", "unit"), [("1个月内回复", "calendar_day"), ("1日内回复", "month")]
    )
    def test_days_are_not_months(self, tmp_path: Path, phrase: str, unit: str) -> None:
        wrong = f'value = 1, unit = "{unit}", phrase = "{phrase}"'
        (told,) = said(tmp_path, ('value = 15, phrase = "15个工作日"', wrong))
        assert "单位与短语" in told

    def test_a_word_that_begins_with_a_numeral_counts_nothing(self, tmp_path: Path) -> None:
        wrong = 'value = 1, phrase = "一般15个工作日"'
        (told,) = said(tmp_path, ('value = 15, phrase = "15个工作日"', wrong))
        assert told.endswith("短语“一般15个工作日”中没有数字 1")

    @pytest.mark.parametrize(
        ("clause", "wanted"),
        [
            ("55", "条款“55”不在 [[clause]] 清单中，是否为“5”？"),
            ("第五条", "条款“第五条”不在 [[clause]] 清单中，清单有：5、6"),
        ],
    )
    def test_a_clause_that_is_not_listed(self, tmp_path: Path, clause: str, wanted: str) -> None:
        change = ('clause = "5"\nphrase = "一般事项"', f'clause = "{clause}"\nphrase = "一般事项"')
        assert said(tmp_path, change) == [f"23:10: reply_kind.default.clause: {wanted}"]

    @pytest.mark.parametrize("written", ['["一"]', "{ a = 1 }", "5"])
    def test_each_part_is_a_text(self, tmp_path: Path, written: str) -> None:
        (complaint,) = said(tmp_path, ('note = "自受理的次日起"', f"note = {written}"))
        assert complaint.startswith("32:8: reply_deadline.start.note: 须为非空文字，实际为 ")

    def test_an_empty_note_is_no_note(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('note = "自受理的次日起"', 'note = " "')) == [
            '32:8: reply_deadline.start.note: 须为非空文字，实际为 " "'
        ]


UNITS = (
    "写明“工作日”的用 working_day，写“日”“天”的用 calendar_day，写“月”的用 month，"
    "写“当日”“不隔夜”的用 same_day，写“小时”“分钟”的用 hour、minute，"
    "写“工作小时”的用 working_hour"
)


class TestPhrases:
    """The phrase is a test: a stated number stands in it, and 工作日 exactly for working days."""

    def test_a_stated_value_without_a_phrase(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('phrase = "一般事项"\n', "")) == [
            "21:13: reply_kind.default: “原文载明”的须引用原文短语（phrase）"
        ]

    def test_working_days_where_it_only_says_days(self, tmp_path: Path) -> None:
        assert said(
            tmp_path, ('unit = "calendar_day", phrase = "三十日"', 'phrase = "三十日"')
        ) == [
            (
                "42:47: reply_deadline.limit.cells[3].phrase: "
                f"单位与短语“三十日”不符：30个工作日；{UNITS}"
            )
        ]

    @pytest.mark.parametrize(
        ("unit", "value"), [("calendar_day", "15日（自然日）"), ("month", "15个月")]
    )
    def test_another_unit_where_it_says_working_days(
        self, tmp_path: Path, unit: str, value: str
    ) -> None:
        change = ("value = 15, phrase", f'value = 15, unit = "{unit}", phrase')
        column = 41 + len(f'unit = "{unit}", ')
        assert said(tmp_path, change) == [
            (
                f"41:{column}: reply_deadline.limit.cells[2].phrase: "
                f"单位与短语“15个工作日”不符：{value}；{UNITS}"
            )
        ]

    @pytest.mark.parametrize(
        ("phrase", "value"),
        [
            ("15个工作日", 5),
            ("五十个工作日", 5),
            ("25个工作日、35个工作日", 5),
            ("工作日内", 5),
            ("5.5个工作日", 5),
        ],
    )
    def test_the_number_has_to_stand_there_as_a_whole(
        self, tmp_path: Path, phrase: str, value: int
    ) -> None:
        change = ('value = 5, phrase = "五个工作日"', f'value = {value}, phrase = "{phrase}"')
        assert said(tmp_path, change) == [
            f"40:45: reply_deadline.limit.cells[1].phrase: 短语“{phrase}”中没有数字 {value}"
        ]

    @pytest.mark.parametrize(
        ("phrase", "value"),
        [
            ("一刻钟工作日", 15),
            ("两个工作日", 2),
            ("十五个工作日", 15),
            ("１５个工作日", 15),
            ("5个、15个工作日", 5),
        ],
    )
    def test_digits_and_chinese_numerals_are_read(
        self, tmp_path: Path, phrase: str, value: int
    ) -> None:
        change = ('value = 5, phrase = "五个工作日"', f'value = {value}, phrase = "{phrase}"')
        path = tmp_path / SAMPLE_FILE
        path.write_text(spoiled(change), encoding="utf-8")
        assert read_policy(path).policy_id == "sample"

    def test_the_same_day_is_stated_where_it_says_so_and_is_one_day(self, tmp_path: Path) -> None:
        def change(value: int, phrase: str) -> tuple[str, str]:
            there = f'value = {value}, unit = "same_day", phrase = "{phrase}"'
            return 'value = 5, phrase = "五个工作日"', there

        path = tmp_path / SAMPLE_FILE
        path.write_text(spoiled(change(1, "当日办结")), encoding="utf-8")
        assert read_policy(path).policy_id == "sample"
        assert said(tmp_path, change(1, "1日内答复")) == [
            (
                "40:64: reply_deadline.limit.cells[1].phrase: "
                f"单位与短语“1日内答复”不符：当日；{UNITS}"
            )
        ]
        assert said(tmp_path, change(2, "当日办结"))[0].endswith("实际为 2；不是当日的，请改单位")

    def test_a_quotation_too_long_to_be_a_pointer(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('phrase = "一般事项"', f'phrase = "{"一般事项" * 5}一"')) == [
            "24:1: reply_kind.default.phrase: 短语有 21 字，最多 20 字：只摘带数字的短语"
        ]

    def test_the_longest_phrase(self, tmp_path: Path) -> None:
        path = tmp_path / SAMPLE_FILE
        change = ('phrase = "一般事项"', f'phrase = "{"一般事项" * 5}"')
        path.write_text(spoiled(change), encoding="utf-8")
        assert read_policy(path).policy_id == "sample"

    def test_an_interpreted_value_may_differ_from_its_phrase(self, tmp_path: Path) -> None:
        change = ("五个工作日", '五日", basis = "interpreted", note = "按工作日理解')
        path = tmp_path / SAMPLE_FILE
        path.write_text(spoiled(change), encoding="utf-8")
        assert read_policy(path).policy_id == "sample"

    @pytest.mark.parametrize(
        ("phrase", "note", "agrees"),
        [
            ("15日内回复", "按工作日理解", True),
            ("10日内回复", "按工作日理解", False),
            ("十日内回复", "按工作日理解", False),
            ("10日内回复", "10日另加寄送5日，共15日", True),
            ("尽快回复", "按工作日理解", True),
        ],
    )
    @pytest.mark.parametrize("basis", ["interpreted", "assumed"])
    def test_a_reading_has_the_number_of_its_phrase_or_says_where_it_comes_from(
        self, tmp_path: Path, phrase: str, note: str, basis: str, *, agrees: bool
    ) -> None:
        change = ('"15个工作日"', f'"{phrase}", basis = "{basis}", note = "{note}"')
        path = tmp_path / SAMPLE_FILE
        path.write_text(spoiled(change), encoding="utf-8")
        if agrees:
            assert read_policy(path).policy_id == "sample"
        else:
            assert complaint(path) == (
                f"{SAMPLE_FILE}:41:41: reply_deadline.limit.cells[2].phrase: "
                f"短语“{phrase}”中的数不是 15；这个数从何而来，在说明（note）里写出它"
            )

    def test_a_note_that_the_table_hands_down_names_no_other_number(self, tmp_path: Path) -> None:
        """10 beside “15日内”, where the table is read as working days: neither agrees."""
        cells = 'cells = [\n  { reply_kind = "urgent"'
        reading = 'basis = "interpreted"\nnote = "按工作日"\n'
        table = ('basis = "stated"\n' + cells, reading + cells)
        value = ('value = 15, phrase = "15个工作日"', 'value = 10, phrase = "15日内回复"')
        assert said(tmp_path, table, value) == [
            (
                "42:41: reply_deadline.limit.cells[2].phrase: "
                "短语“15日内回复”中的数不是 10；这个数从何而来，在说明（note）里写出它"
            )
        ]


class TestMisprints:
    """What is printed wrong is repaired in the phrase, and told beside it."""

    REPAIRED = '"15个工作日", misprint = "工5个工作日", basis = "interpreted", note = "据字形"'

    def _read(self, folder: Path, *changes: tuple[str, str]) -> Citation:
        path = folder / SAMPLE_FILE
        path.write_text(spoiled(*changes), encoding="utf-8")
        params: Any = read_policy(path).editions[0].params["reply_deadline"]
        citation: Citation = params.limit[ReplyKind.general].citation
        return citation

    def test_it_is_told_before_the_note(self, tmp_path: Path) -> None:
        citation = self._read(tmp_path, ('"15个工作日"', self.REPAIRED))
        assert citation.phrase == "15个工作日"
        assert citation.note == "原文印作“工5个工作日”；据字形"

    def test_it_is_note_enough(self, tmp_path: Path) -> None:
        repaired = self.REPAIRED.replace(', note = "据字形"', "")
        assert self._read(tmp_path, ('"15个工作日"', repaired)).note == "原文印作“工5个工作日”"

    def test_the_number_as_printed_is_none_that_the_value_may_have(self, tmp_path: Path) -> None:
        change = ('value = 15, phrase = "15个工作日"', f"value = 5, phrase = {self.REPAIRED}")
        (complaint,) = said(tmp_path, change)
        assert complaint.endswith(
            "短语“15个工作日”中的数不是 5；这个数从何而来，在说明（note）里写出它"
        )

    def test_what_is_stated_has_none(self, tmp_path: Path) -> None:
        repaired = self.REPAIRED.replace("interpreted", "stated")
        assert said(tmp_path, ('"15个工作日"', repaired)) == [
            (
                "41:60: reply_deadline.limit.cells[2].misprint: "
                "原文误植“工5个工作日”、校正过的，依据须为 interpreted 解释"
            )
        ]

    def test_the_phrase_is_the_repaired_one(self, tmp_path: Path) -> None:
        repaired = self.REPAIRED.replace("15个工作日", "工5个工作日", 1)
        (*_, complaint) = said(tmp_path, ('"15个工作日"', repaired))
        assert complaint.endswith("短语“工5个工作日”须写校正之后的字，“工5个工作日”只写在 misprint")

    def test_it_is_a_text(self, tmp_path: Path) -> None:
        repaired = self.REPAIRED.replace('"工5个工作日"', "5")
        assert said(tmp_path, ('"15个工作日"', repaired)) == [
            "41:71: reply_deadline.limit.cells[2].misprint: 须为非空文字，实际为 5"
        ]

    def test_the_one_that_the_proxy_rules_have(self) -> None:
        incentive = load_policy("online-proxy").on(date(2025, 1, 1)).follow_through.incentive
        assert incentive is not None
        citation = incentive.amount[AwardLevel.accepted].citation
        assert (citation.phrase, citation.note[:9]) == ("奖励15元", "原文印作“工5”；")


class TestTables:
    """A table has every combination of its keys exactly once."""

    def test_a_gap(self, tmp_path: Path) -> None:
        assert said(tmp_path, (CONSULTATION, "")) == [
            "34:17: reply_deadline.limit: "
            + lacks("咨询类事项", "consultation", "答复类别为咨询类事项")
        ]

    def test_a_cell_given_twice(self, tmp_path: Path) -> None:
        assert said(tmp_path, (CONSULTATION, CONSULTATION * 2)) == [
            "41:3: reply_deadline.limit.cells[2]: "
            + twice("咨询类事项", "consultation", "答复类别为咨询类事项")
        ]

    def test_a_cell_given_twice_leaves_a_gap_where_it_belongs(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('reply_kind = "consultation"', 'reply_kind = "urgent"')) == [
            "34:17: reply_deadline.limit: "
            + lacks("咨询类事项", "consultation", "答复类别为咨询类事项"),
            "40:3: reply_deadline.limit.cells[1]: "
            + twice("紧急事项", "urgent", "答复类别为紧急事项"),
        ]

    def test_cells_that_are_no_list(self, tmp_path: Path) -> None:
        start, end = SAMPLE.index("cells = ["), SAMPLE.index("]\n\n[variant")
        assert said(tmp_path, (SAMPLE[start : end + 1], 'cells = "无"')) == [
            '38:9: reply_deadline.limit.cells: 须为列表，实际为 "无"'
        ]

    def test_a_cell_that_is_no_table(self, tmp_path: Path) -> None:
        assert said(tmp_path, (CONSULTATION, '  "五个工作日",\n')) == [
            '40:3: reply_deadline.limit.cells[1]: 须为一组“名称 = 值”，实际为 "五个工作日"'
        ]

    def test_all_keys_of_a_wide_table_make_one_cell(self, tmp_path: Path) -> None:
        path = tmp_path / "undated.toml"
        path.write_text(_packaged().replace('"yes", grade = "unrated"', '"no", grade = "unrated"'))
        assert [line.partition(": ")[2] for line in complaint(path).splitlines()] == [
            "incentive.level: "
            + lacks("是、未评价", "yes × unrated", "息诉息访为是、满意度等次为未评价"),
            "incentive.level.cells[7]: "
            + twice("否、未评价", "no × unrated", "息诉息访为否、满意度等次为未评价"),
        ]


class TestValues:
    """No value becomes another one silently: "2" is not 2, true is not 1."""

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ('"1"', '须为整数（不加引号），实际为 "1"'),
            ("true", "须为整数（不加引号），实际为 true"),
            ('"1.5"', '须为整数（不加引号），实际为 "1.5"'),
            ("[1]", "须为整数（不加引号），实际为 [1]"),
            ("2024-03-01", "须为整数（不加引号），实际为 2024-03-01"),
            ("0", "期限须为不小于 1 且不大于 3660 的整数，实际为 0"),
            ("-1", "期限须为不小于 1 且不大于 3660 的整数，实际为 -1"),
            ("3661", "期限须为不小于 1 且不大于 3660 的整数，实际为 3661"),
        ],
    )
    def test_a_count_is_a_whole_number(self, tmp_path: Path, written: str, found: str) -> None:
        assert said(tmp_path, ("value = 1, ", f"value = {written}, ")) == [
            f"39:36: reply_deadline.limit.cells[0].value: {found}"
        ]

    @pytest.mark.parametrize("written", ['"明年"', "5", "20261301"])
    def test_what_is_no_day_is_told_how_days_are_written(
        self, tmp_path: Path, written: str
    ) -> None:
        assert said(tmp_path, ("effective = 2024-03-01", f"effective = {written}")) == [
            f"4:13: policy.effective: 须为日期（如 2022-05-01，不加引号），实际为 {written}"
        ]

    def test_a_decimal_is_refused_by_the_reader_already(self, tmp_path: Path) -> None:
        assert said(tmp_path, ("value = 1, ", "value = 1.5, ")) == [
            '39:36: 不能直接写小数“1.5”；须加英文双引号，如 "0.5"'
        ]

    @pytest.mark.parametrize(
        ("old", "new", "wanted"),
        [
            ('title = "示例办法"', "title = 3", "3:9: policy.title: 须为非空文字，实际为 3"),
            ('title = "示例办法"', 'title = ""', '3:9: policy.title: 须为非空文字，实际为 ""'),
            (
                "effective = 2024-03-01",
                'effective = "2024-03-01"',
                '4:13: policy.effective: 日期写作 2024-03-01，不加引号；实际为 "2024-03-01"',
            ),
            (
                f"[reply_kind.default]\n{DEFAULT}",
                '[reply_kind]\ndefault = "general"\n',
                '22:11: reply_kind.default: 须为一组“名称 = 值”，实际为 "general"',
            ),
            (
                "[variant.calendar_days]",
                "[variant]\nother = 1\n[variant.calendar_days]",
                "53:9: variant.other: 须为一组“名称 = 值”，实际为 1",
            ),
            (
                'value = "general"',
                'value = "general"\nunit = "month"',
                '23:1: reply_kind.default.unit: 此项没有单位，请删去 "month"',
            ),
        ],
    )
    def test_each_value_has_its_kind(self, tmp_path: Path, old: str, new: str, wanted: str) -> None:
        assert said(tmp_path, (old, new)) == [wanted]

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("policy = 1\n", "1:10: policy: 须为一组“名称 = 值”，实际为 1"),
            ("reply_kind = 1\n", "1:14: reply_kind: 须为一组“名称 = 值”，实际为 1"),
            ("variant = []\n", "1:11: variant: 须为一组“名称 = 值”，实际为 []"),
            ('clause = ["5"]\n', '1:11: clause[0]: 须为一组“名称 = 值”，实际为 "5"'),
            ("clause = 5\n", "1:10: clause: 须为列表，实际为 5"),
        ],
    )
    def test_a_section_of_another_form(self, tmp_path: Path, text: str, wanted: str) -> None:
        path = tmp_path / SAMPLE_FILE
        path.write_text(text, encoding="utf-8")
        assert f"{SAMPLE_FILE}:{wanted}" in complaint(path).splitlines()

    def test_a_variant_replaces_with_a_table(self, tmp_path: Path) -> None:
        change = (
            "[variant.calendar_days]",
            "[variant.calendar_days.reply_kind]\ndefault = 5\n[variant.calendar_days]",
        )
        assert said(tmp_path, change) == [
            "53:11: variant.calendar_days.reply_kind.default: 须为一组“名称 = 值”，实际为 5"
        ]
        change = ("[variant.calendar_days]", "[variant.calendar_days]\nreply_kind = 5")
        assert said(tmp_path, change) == [
            "53:14: variant.calendar_days.reply_kind: 须为一组“名称 = 值”，实际为 5"
        ]

    @pytest.mark.parametrize(
        ("written", "wanted"),
        [
            ('"十"', '须为不小于 0 的数；小数加引号书写，实际为 "十"'),
            ("-1", "须为不小于 0 的数；小数加引号书写，实际为 -1"),
            ("true", "须为不小于 0 的数；小数加引号书写，实际为 true"),
            ('"1e3"', '须为不小于 0 的数；小数加引号书写，实际为 "1e3"'),
        ],
    )
    def test_an_amount(self, tmp_path: Path, written: str, wanted: str) -> None:
        assert _about_money(tmp_path, "value = 10,", f"value = {written},") == [
            f"incentive.amount.cells[0].value: {wanted}"
        ]

    def test_an_amount_with_cents(self, tmp_path: Path) -> None:
        path = tmp_path / "undated.toml"
        text = _packaged().replace(
            'value = 10, phrase = "奖励10元"', 'value = "10.5", phrase = "10.5元"'
        )
        path.write_text(text, encoding="utf-8")
        assert read_policy(path).policy_id == "online-proxy"
        path.write_text(text.replace('"10.5元"', '"10元"'), encoding="utf-8")
        assert complaint(path).endswith("phrase: 短语“10元”中没有数字 10.5")

    @pytest.mark.parametrize(
        ("unit", "wanted"),
        [
            ('unit = "角"\n', 'incentive.amount.unit: 单位应为 yuan，实际为 "角"'),
            ('unit = "point"\n', 'incentive.amount.unit: 单位应为 yuan，实际为 "point"'),
            ("unit = 1\n", "incentive.amount.unit: 单位应为 yuan，实际为 1"),
        ],
    )
    def test_money_is_in_yuan(self, tmp_path: Path, unit: str, wanted: str) -> None:
        assert _about_money(tmp_path, 'unit = "yuan"\n', unit) == [wanted]

    def test_money_without_a_unit(self, tmp_path: Path) -> None:
        assert _about_money(tmp_path, 'unit = "yuan"\n', "") == [
            f"incentive.amount.cells[{index}]: 缺少“unit”" for index in range(3)
        ]


class TestClauses:
    """Every clause of the source is carried out by something, or set aside with a reason."""

    @pytest.mark.parametrize(
        ("old", "new", "place"),
        [
            ('set_aside = "没有数值"\n', "", "15:1: clause[1]"),
            (ENCODED, "encoded_by = []", "9:1: clause[0]"),
            (ENCODED, f'{ENCODED}\nset_aside = "也"', "9:1: clause[0]"),
        ],
    )
    def test_one_of_the_two(self, tmp_path: Path, old: str, new: str, place: str) -> None:
        assert said(tmp_path, (old, new)) == [
            f"{place}: 每一条款须写明由何处落实（encoded_by）或者为何搁置（set_aside），二者取一"
        ]

    def test_what_carries_it_out_has_to_be_in_the_file(self, tmp_path: Path) -> None:
        new = 'encoded_by = ["reply_kind", "reply_deadlin.limit", "notice", 5]'
        assert said(tmp_path, (ENCODED, new)) == [
            (
                "13:29: clause[0].encoded_by[1]: "
                "没有名为“reply_deadlin.limit”的规则或者参数，是否为“reply_deadline.limit”？"
            ),
            (
                "13:52: clause[0].encoded_by[2]: 没有名为“notice”的规则或者参数，可用："
                "reply_kind、reply_deadline、"
                "reply_kind.default、reply_deadline.start、reply_deadline.limit"
            ),
            "13:62: clause[0].encoded_by[3]: 须为非空文字，实际为 5",
        ]

    @pytest.mark.parametrize(("written", "shown"), [('"reply_kind"', '"reply_kind"'), ("5", "5")])
    def test_the_names_stand_in_a_list(self, tmp_path: Path, written: str, shown: str) -> None:
        assert said(tmp_path, (ENCODED, f"encoded_by = {written}")) == [
            f"13:14: clause[0].encoded_by: 须为列表，实际为 {shown}"
        ]

    def test_an_id_used_twice(self, tmp_path: Path) -> None:
        assert said(tmp_path, ('id = "6"', 'id = "5"')) == ["16:6: clause[1].id: 条款编号“5”重复"]

    def test_two_missing_ids_are_not_one_id_used_twice(self, tmp_path: Path) -> None:
        text = spoiled(('id = "6"\n', "")) + '\n[[clause]]\nlocator = "七"\ntext = "七"\n'
        path = tmp_path / SAMPLE_FILE
        path.write_text(text + 'set_aside = "七"\n', encoding="utf-8")
        assert [line.partition(": ")[2] for line in complaint(path).splitlines()] == [
            "clause[1]: 缺少“id”",
            "clause[2]: 缺少“id”",
        ]


class TestExtension:
    """An extension is added to its limit before rolling, so both have one unit."""

    FILE = "2022-05-01.toml"

    def test_another_unit_is_refused(self, tmp_path: Path) -> None:
        text = _packaged("national", self.FILE)
        start = text.index("[handling_deadline.extension_limit]")
        text = text[:start] + text[start:].replace('"calendar_day"', '"working_day"')
        line = text[:start].count("\n") + 3
        (tmp_path / self.FILE).write_text(text, encoding="utf-8")
        assert complaint(tmp_path / self.FILE) == (
            f"{self.FILE}:{line}:8: handling_deadline.extension_limit.unit: "
            "延长与原期限须为同一单位：30个工作日，原期限为60日（自然日）"
        )

    def test_so_is_one_that_only_a_variant_brings(self, tmp_path: Path) -> None:
        text = _packaged("national", self.FILE) + (
            '[variant.working]\ntitle = "按工作日"\n[variant.working.handling_deadline.limit]\n'
            'value = 60\nunit = "working_day"\nclause = "34"\nbasis = "assumed"\nnote = "试"\n'
        )
        (tmp_path / self.FILE).write_text(text, encoding="utf-8")
        assert complaint(tmp_path / self.FILE).endswith(
            "variant.working.handling_deadline.extension_limit.unit: "
            "延长与原期限须为同一单位：30日（自然日），原期限为60个工作日"
        )

    def test_no_extension_fits_any_limit(self, tmp_path: Path) -> None:
        text = _packaged("national", self.FILE)
        start = text.index("[handling_deadline.extension_limit]")
        value = text.index('value = 30\nunit = "calendar_day"', start)
        end = text.index("\n[", start)
        assert start < value < end
        rest = text[value:end].replace('value = 30\nunit = "calendar_day"', 'value = "none"')
        (tmp_path / self.FILE).write_text(text[:value] + rest + text[end:], encoding="utf-8")
        (edition,) = read_policy(tmp_path / self.FILE).editions
        extension = edition.params["handling_deadline"].extension_limit  # type: ignore[attr-defined]
        assert extension.value is Absent.none

    def test_a_limit_that_cannot_be_read_is_the_only_fault(self, tmp_path: Path) -> None:
        text = _packaged("national", self.FILE).replace("value = 60", 'value = "60"')
        (tmp_path / self.FILE).write_text(text, encoding="utf-8")
        assert complaint(tmp_path / self.FILE).endswith('须为整数（不加引号），实际为 "60"')
        assert len(complaint(tmp_path / self.FILE).splitlines()) == 1


class TestAllAtOnce:
    """Every fault of a file at once, in the order of the file, and nothing half-read."""

    def test_several_faults(self, tmp_path: Path) -> None:
        changes = (
            ('id = "sample"\n', ""),
            ('title = "示例办法"', "title = 2024-01-01"),
            ('set_aside = "没有数值"\n', ""),
            ("value = 1,", 'value = "2",'),
            (CONSULTATION, ""),
            ('phrase = "收到后"', 'phrase = "收到后"\nfoo = 1'),
        )
        assert said(tmp_path, *changes) == [
            "1:2: policy: 缺少“id”",
            "2:9: policy.title: 须为非空文字，实际为 2024-01-01",
            (
                "14:1: clause[1]: "
                "每一条款须写明由何处落实（encoded_by）或者为何搁置（set_aside），二者取一"
            ),
            "32:17: reply_deadline.limit: "
            + lacks("咨询类事项", "consultation", "答复类别为咨询类事项"),
            '37:36: reply_deadline.limit.cells[0].value: 须为整数（不加引号），实际为 "2"',
            (
                "46:1: variant.calendar_days.reply_deadline.start.foo: "
                "没有“foo”这一项，可用：value、clause、phrase、misprint、basis、note、unit"
            ),
        ]

    def test_a_fault_is_data_before_it_is_text(self, tmp_path: Path) -> None:
        path = tmp_path / SAMPLE_FILE
        path.write_text(spoiled(("value = 1, ", "value = true, ")), encoding="utf-8")
        with pytest.raises(PolicyDataError) as caught:
            read_policy(path)
        assert caught.value.faults == (
            Fault(
                code="value.not_integer",
                facts=(("found", "true"),),
                file=SAMPLE_FILE,
                line=39,
                column=36,
                path="reply_deadline.limit.cells[0].value",
            ),
        )
        assert caught.value.text("en") == (
            "2024-03-01.toml:39:36: reply_deadline.limit.cells[0].value: "
            "a whole number without quotes is wanted, found true"
        )

    def test_a_long_foreign_value_is_cut(self, tmp_path: Path) -> None:
        (line,) = said(tmp_path, ('value = "general"', f'value = "{"长" * 5000}"'))
        assert f"“{'长' * 60}…”不是可用的取值" in line
        (line,) = said(tmp_path, ('title = "示例办法"', f"title = {list(range(5000))}"))
        assert line == "3:9: policy.title: 须为非空文字，实际为 [0, 1, 2, 3, 4, 5, ...]"


class TestSyntax:
    """What is not TOML is refused where it goes wrong."""

    @pytest.mark.parametrize(
        ("old", "new", "wanted"),
        [
            (
                'id = "sample"',
                "id = “sample”",
                '2:6: 此处是中文标点 “ ，须改用英文标点 "',
            ),
            (
                'title = "示例办法"',
                'title = "示例办法',
                '3:9: 从这里开始的文字没有收尾，须以 " 结束',
            ),
            (
                'title = "示例办法"',
                'title = "示例办法"\ntitle = "又"',
                "4:1: policy.title: 第 3 行已经写过这个名称，不能重复；请合并或删去其一",
            ),
        ],
    )
    def test_located(self, tmp_path: Path, old: str, new: str, wanted: str) -> None:
        assert said(tmp_path, (old, new)) == [wanted]


def _packaged(policy: str = "online-proxy", file: str = "undated.toml") -> str:
    """The text of a packaged policy."""
    from importlib.resources import files

    assert policy in load_policy(policy).policy_id
    return (files("xinfang_core") / "policies" / policy / file).read_text(encoding="utf-8")


def _about_money(folder: Path, old: str, new: str) -> list[str]:
    """What is wrong with the packaged amounts after one change, without the places."""
    text = _packaged()
    assert text.count(old) == 1
    path = folder / "undated.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return [line.partition(": ")[2] for line in complaint(path).splitlines()]
