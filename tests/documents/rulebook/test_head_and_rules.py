"""The head of a rulebook, its key rules and the values of each rule."""

from __future__ import annotations

from attrs import evolve

from rulebooks import below, lines_of, newest, plain, runs_in, shipped, tables_in
from xinfang_core.documents.blocks import Heading
from xinfang_core.documents.rulebook.headline import headline, in_force
from xinfang_core.documents.rulebook.key_rules import key_rules, start_words
from xinfang_core.documents.rulebook.readings import readings_in
from xinfang_core.documents.rulebook.rule_sections import rule_sections
from xinfang_core.documents.rulebook.traced import traced
from xinfang_core.documents.rulebook.values import value_tables
from xinfang_core.documents.rulebook.wording import anchor, cited, heads, spread
from xinfang_core.policy import lines, load_policy
from xinfang_core.policy.pack import params_class
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Absent, Basis, OutsideAs


class TestHead:
    """Which edition it is, since when, and how firmly its values stand."""

    def test_the_days_in_force_end_the_day_before_the_next_edition(self) -> None:
        policy = load_policy("national")
        newer, older = policy.editions
        assert in_force(policy, older) == "2005-05-01 起施行，至 2022-04-30 止"
        assert in_force(policy, newer) == "2022-05-01 起施行"
        assert in_force(load_policy("yubei"), newest("yubei")) == "来源未署日期，一直适用"

    def test_values_are_counted_by_how_firmly_they_stand(self) -> None:
        found = lines(newest("national"))
        said = list(lines_of(headline(load_policy("national"), newest("national"), found)))
        assert said[1] == f"取值 {len(found)} 项：原文载明 122　解释 106　推定 10　原文未载明 6"

    def test_what_made_the_edition_and_what_it_is_outside_of_is_told(self) -> None:
        told = evolve(
            newest("online-proxy"),
            notice="示例通知",
            outside_as=next(iter(OutsideAs)),
        )
        first, *_ = lines_of(headline(load_policy("online-proxy"), told, ()))
        assert "依据文件：示例通知" in first
        assert "默认的理解：" in first
        assert f"所办事项不属信访事项：{next(iter(OutsideAs)).text()}" in first

    def test_the_badges_are_explained_at_once(self) -> None:
        said = list(lines_of(shipped("national@2022-05-01").blocks[:4]))
        assert said[3].startswith("标记的读法：原文载明 ")


class TestKeyRules:
    """Limits, awards and tiers in a table, each with the weakest of its bases."""

    def test_a_limit_says_from_when_it_counts(self) -> None:
        (table,) = tables_in(below(shipped("national@2022-05-01"), "-said"))
        rows = {plain(row[0]): plain(row[1]) for row in table.rows}
        assert rows["异议期限"] == ("自收到转送或者交办的事项起：5个工作日")
        assert rows["办理期限"] == "依信访程序办理的申诉求决事项，自受理起：60日（自然日）"
        (older,) = tables_in(below(shipped("national@2005-05-01"), "-said"))
        told = {plain(row[0]): plain(row[1]) for row in older.rows}
        assert told["办理期限"] == "自受理起：60日（自然日）"
        assert rows["办理期限\n延长上限"] == "30日（自然日）"
        assert rows["集体信访\n代表人数"] == "5人"

    def test_a_table_of_limits_is_told_in_one_phrase(self) -> None:
        (table,) = tables_in(below(shipped("online-proxy@undated"), "-said"))
        assert plain(table.rows[0][1]).startswith("自受理起：紧急事项：1个工作日；咨询类事项：5个")
        assert "“30日内回复”" in plain(table.rows[0][2])
        assert plain(table.rows[0][3]) == Basis.interpreted.text()

    def test_how_many_places_a_number_is_rounded_to_is_none_of_them(self) -> None:
        (table,) = tables_in(below(shipped("qiaocheng@undated"), "-said"))
        assert "位小数" not in "".join(plain(row[1]) for row in table.rows)

    def test_a_policy_that_has_none_has_no_table(self) -> None:
        assert key_rules(newest("yubei"), ()) == ()

    def test_a_limit_without_a_start_tells_none(self) -> None:
        assert start_words("promised_deadline", lines(newest("jiuyuan"))) == ""


class TestValues:
    """Each value with clause, phrase, badge and note; tables of two keys as rows and columns."""

    def test_a_table_of_two_keys_has_rows_and_columns(self) -> None:
        blocks = below(shipped("online-proxy@undated"), "-incentive")
        table = next(one for one in tables_in(blocks) if one.caption == "奖励档次")
        assert table.heads == ("息诉息访 / 满意度等次", "满意", "基本满意", "不满意", "未评价")
        assert [plain(cell) for cell in table.rows[0]] == [
            "是",
            "息诉息访且满意 解释",
            "评价基本满意以上 解释",
            "成功代理 解释",
            "成功代理 解释",
        ]

    def test_what_is_not_told_has_no_badge(self) -> None:
        """The legend: “推定” is a value taken for now, and here there is none."""
        table, *_ = tables_in(below(shipped("jiuyuan@undated"), "-network"))
        bases = {plain(row[1]): plain(row[3]) for row in table.rows}
        assert bases == {"原文未载明": "", "1": "推定", "52": "原文载明"}

    def test_a_badge_that_all_cells_share_stands_below_alone(self) -> None:
        found = [
            evolve(line, citation=evolve(line.citation, basis=Basis.stated))
            for line in lines(newest("online-proxy"))
            if (line.rule, line.parameter) == ("incentive", "level")
        ]
        table, note, *_ = value_tables(newest("online-proxy"), found)
        assert "".join(map(plain, tables_in([table])[0].rows[0])).endswith("成功代理成功代理")
        assert [run.text for run in runs_in([note]) if run.badge] == ["原文载明"]

    def test_a_table_that_lacks_a_combination_stays_a_list(self) -> None:
        found = [
            line
            for line in lines(newest("online-proxy"))
            if (line.rule, line.parameter) == ("incentive", "level")
        ]
        (table,) = tables_in(value_tables(newest("online-proxy"), found[1:]))
        assert len(table.rows) == len(found) - 1

    def test_every_value_that_is_told_has_its_badge(self) -> None:
        own = newest("national")
        for rule in own.params:
            found = [line for line in lines(own) if line.rule == rule]
            runs = list(runs_in(value_tables(own, found)))
            assert [run.badge for run in runs if run.badge] == [
                line.citation.basis for line in found if line.value is not Absent.silent
            ]

    def test_a_variant_is_named_beside_the_value_that_it_replaces(self) -> None:
        (table,) = tables_in(below(shipped("online-proxy@undated"), "-reply-deadline"))[:1]
        names = [plain(row[0]) for row in table.rows]
        assert "期限（变体：“日”按自然日）\n紧急事项" in names

    def test_another_source_than_the_policys_is_named(self) -> None:
        citation = Citation("甲办法", "第一条", "三日", Basis.stated)
        assert cited(citation, "乙办法") == "甲办法 第一条“三日”"
        assert cited(citation, "甲办法") == "第一条“三日”"


class TestParts:
    """What the parts of a rulebook share."""

    def test_an_anchor_is_made_of_any_words(self) -> None:
        assert anchor("a@2022-05-01", "reply_deadline") == "a-2022-05-01-reply-deadline"
        assert anchor("甲+b@undated", "limit.to_sign") == "b-undated-limit-to-sign"
        assert anchor("甲", "") == ""

    def test_runs_are_spread_with_something_between(self) -> None:
        assert plain(spread(["甲", "乙"])) == "甲、乙"
        assert spread([]) == ()

    def test_heads_are_words_of_the_catalogue(self) -> None:
        assert heads("rule", "basis") == ("规则", "依据")


class TestRules:
    """Each rule in its group, with what is read in code and worked examples."""

    def test_groups_come_in_the_order_of_their_questions(self) -> None:
        draft = shipped("online-proxy@undated")
        titles = [
            plain(block.words)
            for block in below(draft, "-values")
            if isinstance(block, Heading) and block.level == 2
        ]
        assert titles == [
            *("是什么", "由谁办", "何时办", "后续与评价", "台账", "站点和人员"),
            *("流程、事项范围和本办法自定的事项", "各规则共同的理解"),
        ]

    def test_what_a_policy_declares_stands_among_its_rules(self) -> None:
        said = list(lines_of(below(shipped("qiaocheng@undated"), "-limit-deploy-work")))
        assert said[0].startswith("这一期限在何日届满，是否按期？　limit.deploy_work　")

    def test_readings_made_in_code_stand_under_their_rule(self) -> None:
        said = list(lines_of(below(shipped("online-proxy@undated"), "-reply-deadline")))
        assert "代码中的理解" in said
        assert any(line.startswith("答复期限按类别规定 解释：") for line in said)

    def test_readings_about_another_source_do_not(self) -> None:
        module = params_class("feedback_mode").__module__
        about = {title: readings_in(module, title) for title in ("信访工作条例", "示例")}
        assert len(about["信访工作条例"]) > len(about["示例"])

    def test_a_rule_links_to_its_clauses(self) -> None:
        draft = shipped("online-proxy@undated")
        links = {run.link for run in runs_in(below(draft, "-reply-deadline"))}
        assert links == {"", "online-proxy-undated-clauses"}

    def test_a_rule_that_no_clause_names_says_so(self) -> None:
        without = evolve(newest("yubei"), clauses=())
        said = [*lines_of(rule_sections(without, (), "", {})), *lines_of(traced(without))]
        assert sum("没有对应的条款" in line for line in said) == 2 * len(without.params)
