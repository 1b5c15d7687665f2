"""What is open, what changed since the edition before, and which clause belongs to which rule."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

import xinfang_core
from editions import PROXY, changed
from rulebooks import LABELS, below, lines_of, newest, of_policy, plain, shipped, tables_in
from xinfang_core.documents.blocks import Heading, Items
from xinfang_core.documents.rulebook.changes import changes, former_edition
from xinfang_core.documents.rulebook.open_items import open_items
from xinfang_core.documents.rulebook.readings import readings, readings_in, shared_readings
from xinfang_core.documents.rulebook.traced import traced
from xinfang_core.policy import lines, load_policy, policy_ids, read_policy
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Absent, Basis

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = ("工作提醒函", "重点督办函")


class TestOpenQuestions:
    """Everything that is read, assumed or not told, under whom to ask."""

    @pytest.mark.parametrize("label", LABELS)
    def test_every_note_of_what_is_not_stated_is_there(self, label: str) -> None:
        edition = next(
            one for one in load_policy(label.partition("@")[0]).editions if one.label == label
        )
        said = "\n".join(lines_of(below(shipped(label), "-open")))
        for line in lines(edition):
            open_ = line.value is Absent.silent or line.citation.basis is not Basis.stated
            if open_ and not (line.variant and line.citation.basis is Basis.assumed):
                note = line.citation.note.partition("请")[0].rstrip("，；。")
                assert note in said

    def test_who_is_asked_heads_the_list(self) -> None:
        blocks = below(shipped("national@2022-05-01"), "-open")
        titles = [plain(one.words) for one in blocks if isinstance(one, Heading)]
        assert titles[:2] == ["请区信访部门确认：4 项", "请国家信访局确认：2 项"]
        assert titles[-2:] == ["没有指明请谁确认的：2 项", "采用的理解：39 项"]

    def test_letters_known_by_name_are_asked_of_the_policy_that_has_them(self) -> None:
        for policy_id, listed in (("jiuyuan", True), ("yubei", False)):
            edition = newest(policy_id)
            blocks = open_items(edition, lines(edition), LETTERS, ())
            assert (Items(LETTERS) in blocks) is listed

    def test_measures_that_could_not_be_checked_are_listed(self) -> None:
        blocks = open_items(newest("yubei"), (), (), (("红线粗细", "1 mm"),))
        assert list(lines_of(blocks)) == [
            "待确认事项",
            "未能对照标准核对的版式：1 项",
            "下列尺寸、字体用于文书的版式，未能与 GB/T 9704-2012 原文核对，请对照后使用。",
            "未能对照标准核对的版式：1 项",
            "项目 | 取值",
            "红线粗细 | 1 mm",
        ]

    def test_nothing_open_is_told_too(self) -> None:
        assert list(lines_of(open_items(newest("yubei"), (), (), ()))) == [
            "待确认事项",
            "没有：各项取值都是原文载明的。",
        ]


class TestChanges:
    """What is other than in the edition before; values first, among them the limits."""

    def test_the_first_edition_says_that_it_is_the_first(self) -> None:
        policy = load_policy("national")
        assert list(lines_of(changes(policy, policy.editions[-1])))[-1] == "这是第一版。"

    def test_an_edition_that_is_none_of_the_policy_has_none_before_it(self) -> None:
        assert former_edition(load_policy("national"), newest("yubei")) is None

    def test_values_that_say_something_else_come_first(self) -> None:
        tables = tables_in(below(shipped("national@2022-05-01"), "-changes"))
        assert tables[0].caption == "取值：54 处不同"
        assert plain(tables[0].rows[0][1]) == "办理期限\nhandling_deadline.scope"
        assert tables[1].caption.startswith("取值不变，只是依据、名称或者位置变动：")
        assert all(table.folded == table.caption for table in tables)

    def test_a_new_edition_tells_its_change_and_the_rest_as_before(self, tmp_path: Path) -> None:
        dated = changed(PROXY, ('effective = "undated"', "effective = 2026-01-01"))
        newer = changed(
            dated,
            ("effective = 2026-01-01", "effective = 2027-01-01"),
            ('value = 20, phrase = "奖励20元"', 'value = 30, phrase = "奖励30元"'),
        )
        for name, text in (("2026-01-01", dated), ("2027-01-01", newer)):
            (tmp_path / f"{name}.toml").write_text(text, "utf-8")
        draft = of_policy(read_policy(tmp_path))
        (values, _) = tables_in(below(draft, "-changes"))
        assert [[plain(cell) for cell in row] for row in values.rows] == [
            [
                "变动",
                "代理奖励\nincentive.amount\n息诉息访且满意",
                "20元\n短语：奖励20元",
                "30元\n短语：奖励30元",
            ]
        ]


class TestTrace:
    """Every clause with its rules, every rule with its clauses."""

    def test_every_clause_and_every_rule_has_a_row(self) -> None:
        edition = newest("national")
        clauses, rules = tables_in(traced(edition))
        assert [row[0] for row in clauses.rows] == [one.clause_id for one in edition.clauses]
        assert len(rules.rows) == len(edition.params)

    def test_a_clause_that_is_set_aside_says_why(self) -> None:
        edition = newest("national")
        clauses, _ = tables_in(traced(edition))
        for clause, row in zip(edition.clauses, clauses.rows, strict=True):
            assert plain(row[3]).startswith("搁置：") is bool(clause.set_aside)

    def test_a_parameter_is_named_beside_its_rule(self) -> None:
        (clauses, _) = tables_in(traced(newest("online-proxy")))
        told = {row[0]: plain(row[3]) for row in clauses.rows}
        assert told["9"] == "代理办理渠道（书面登记的渠道）"
        assert told["5"] == "答复类别、答复期限、办理流程"


class TestReadings:
    """Readings made in code, each told once."""

    def test_each_is_told_once(self) -> None:
        found = [one.citation for one in readings()]
        assert len(found) == len(set(found))

    def test_no_module_that_reads_something_is_forgotten(self) -> None:
        told = {one.citation for one in readings()}
        for one in walk_packages(xinfang_core.__path__, f"{xinfang_core.__name__}."):
            found = vars(import_module(one.name)).values()
            assert {value for value in found if isinstance(value, Citation)} <= told, one.name

    def test_those_of_a_module_are_about_any_source_or_its_own(self) -> None:
        module = "xinfang_core.rules.limits.reply_deadline"
        assert [one.name for one in readings_in(module, "示例")] == ["NEEDS_KIND", "STRETCHED"]

    def test_what_is_declared_has_its_own(self) -> None:
        names = [one.name for one in readings_in("xinfang_core.declared.limit", "示例")]
        assert "EXTENDS" in names

    def test_shared_ones_belong_to_no_rule(self) -> None:
        places = {one.module for one in shared_readings()}
        assert "workflow" in places
        assert not any(one.startswith("rules.") for one in places)

    def test_the_law_of_counting_stands_in_every_rulebook(self) -> None:
        for policy_id in policy_ids():
            said = "\n".join(lines_of(below(shipped(newest(policy_id).label), "-code")))
            assert "民法典 " in said
