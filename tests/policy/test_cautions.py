"""What to look at before a policy takes force: edited, carried over, of a year not known yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import xinfang_core
from checks import UNFILLED, day
from policy_texts import FILLING, SAMPLE, spoiled, written
from xinfang_core.policy import load_policy, policy_ids, read_policy
from xinfang_core.policy.cautions import cautions
from xinfang_core.vocabulary import Severity

if TYPE_CHECKING:
    from xinfang_core.decision import Finding

FOLDER = Path(xinfang_core.__file__).parent / "policies"
PROXY = (FOLDER / "online-proxy" / "undated.toml").read_text("utf-8")
KNOWN = day("2028-12-28")
"""As if the holidays of the years to come were published."""


def changed(*changes: tuple[str, str]) -> str:
    """The next version of 在线代理, with each first text replaced by the second."""
    text = PROXY.replace('effective = "undated"', "effective = 2027-01-01")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def found_in(folder: Path, later: str, earlier: str = PROXY) -> tuple[Finding, ...]:
    """What is to be looked at where a version follows another one, under an id of its own."""
    own = [text.replace('id = "online-proxy"', 'id = "elsewhere"') for text in (earlier, later)]
    policy = read_policy(written(folder / "p", undated=own[0], f2027_01_01=own[1]))
    return cautions(policy, KNOWN)


def of(found: tuple[Finding, ...], *codes: str) -> tuple[Finding, ...]:
    """Those findings that have one of the codes."""
    return tuple(one for one in found if one.reason.code in codes)


CARRIED = ("caution.carried_over", "caution.old_numbers")


def said(found: tuple[Finding, ...]) -> list[str]:
    """The sentences; English says as much."""
    assert not any(UNFILLED.search(one.reason.text("en")) for one in found)
    return [one.reason.text() for one in found]


GENERAL = '"general", value = 15, phrase = "一般信访事项15日内回复"'
AWARD = 'value = 20, phrase = "奖励20元"'


class TestCarriedOver:
    """A variant was written against the values of its time; where they change, somebody looks."""

    def test_a_value_that_stayed_while_the_default_reading_changed(self, tmp_path: Path) -> None:
        first, second = PROXY.split("[variant.calendar_days]")
        first = first.replace(GENERAL, GENERAL.replace("15", "10"))
        later = f"{first}[variant.calendar_days]{second}"
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        found = of(found_in(tmp_path, later), *CARRIED)
        assert [one.severity for one in found] == [Severity.warning]
        (sentence,) = said(found)
        assert sentence == (
            "elsewhere@2027-01-01 的变体“calendar_days”沿用旧值：答复期限 期限 一般信访事项 "
            "的默认取值由15个工作日改为10个工作日，变体仍为15日（自然日）；仍然有效的，用 "
            "policy confirm 确认（confirmed = 2027-01-01），否则改写或者删去"
        )

    def test_one_that_was_changed_too_is_fine(self, tmp_path: Path) -> None:
        later = PROXY.replace(GENERAL, GENERAL.replace("15", "10"))
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        assert of(found_in(tmp_path, later), *CARRIED) == ()

    def test_words_that_repeat_a_number_of_what_changed(self, tmp_path: Path) -> None:
        found = of(found_in(tmp_path, changed((AWARD, AWARD.replace("20", "30")))), *CARRIED)
        assert [one.reason.code for one in found] == ["caution.old_numbers"] * 2
        assert [dict(one.reason.facts)["variant"] for one in found] == ["sum", "base_plus_bonus"]
        assert "最多45元" in said(found)[0]
        assert "最多30元" in said(found)[1]

    def test_words_written_anew_are_fine(self, tmp_path: Path) -> None:
        later = changed(
            (AWARD, AWARD.replace("20", "30")),
            ("累加，最多45元", "累加，最多55元"),
            ("最多30元；", "最多40元；"),
        )
        assert of(found_in(tmp_path, later), *CARRIED) == ()

    def test_a_variant_that_is_dropped_is_fine(self, tmp_path: Path) -> None:
        later = changed((AWARD, AWARD.replace("20", "30")))
        begin, end = later.index("[variant.sum]"), later.index("[workflow.opening]")
        assert of(found_in(tmp_path, later[:begin] + later[end:]), *CARRIED) == ()

    def test_nothing_changed_nothing_said(self, tmp_path: Path) -> None:
        assert found_in(tmp_path, changed()) == ()

    @pytest.mark.parametrize(
        ("confirmed", "left"), [("2027-01-01", ["base_plus_bonus"]), ("2026-01-01", None)]
    )
    def test_it_is_confirmed_for_one_version(
        self, tmp_path: Path, confirmed: str, left: list[str] | None
    ) -> None:
        title = 'title = "奖励各档累加"\n'
        award = (AWARD, AWARD.replace("20", "30"))
        later = changed(award, (title, f"{title}confirmed = {confirmed}\n"))
        found = of(found_in(tmp_path, later), *CARRIED)
        variants = [dict(one.reason.facts)["variant"] for one in found]
        assert variants == (left or ["sum", "base_plus_bonus"])


class TestNotSince:
    """A value that changes rests on a clause that came with the version."""

    CLAUSE = """
[[clause]]
id = "T1"
locator = "第一条"
source = "通知"
since = 2027-01-01
text = "奖励30元"
encoded_by = ["incentive.amount"]

[reply_kind.default]"""
    CODES = ("caution.not_since", "caution.added_not_since")

    def test_a_clause_of_before(self, tmp_path: Path) -> None:
        found = found_in(tmp_path, changed((AWARD, AWARD.replace("20", "30"))))
        (sentence,) = said(of(found, *self.CODES))
        assert sentence == (
            "elsewhere@2027-01-01 的 代理奖励 金额 息诉息访且满意 由20元改为30元，依据却还是"
            "网上信访代理工作经验材料 二、（三）加强补贴激励；请加上通知的条款"
            "（since = 2027-01-01）并改为引用它"
        )

    def test_a_clause_of_the_notice(self, tmp_path: Path) -> None:
        award = f'{AWARD.replace("20", "30")}, clause = "T1"'
        later = changed(("[reply_kind.default]", self.CLAUSE), (AWARD, award))
        assert of(found_in(tmp_path, later), *self.CODES) == ()

    def test_a_variant(self, tmp_path: Path) -> None:
        first, second = PROXY.split("[variant.calendar_days]")
        second = second.replace(GENERAL, GENERAL.replace("15", "10"))
        later = f"{first}[variant.calendar_days]{second}"
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        (sentence,) = said(of(found_in(tmp_path, later), *self.CODES))
        assert "答复期限 期限（calendar_days） 一般信访事项 由15日（自然日）改为10日" in sentence

    def test_an_item_that_is_added_to_a_list(self, tmp_path: Path) -> None:
        step = '  { value = "registration", phrase = "优先登记" },\n'
        earlier = PROXY.replace(step, "")
        (sentence,) = said(of(found_in(tmp_path, changed(), earlier), *self.CODES))
        assert sentence.startswith(
            "elsewhere@2027-01-01 的 优先办理 优先环节 第 1 项 新增优先登记，依据却是原有的"
        )

    def test_an_item_that_moved_or_went(self, tmp_path: Path) -> None:
        step = '  { value = "registration", phrase = "优先登记" },\n'
        assert of(found_in(tmp_path, changed((step, ""))), *self.CODES) == ()

    def test_another_source_is_new_as_a_whole(self, tmp_path: Path) -> None:
        title = ('title = "网上信访代理工作经验材料"', 'title = "网上信访代理办法"')
        found = found_in(tmp_path, changed(title, (AWARD, AWARD.replace("20", "30"))))
        assert of(found, *self.CODES) == ()

    def test_a_rule_that_is_added_is_no_change_of_one(self, tmp_path: Path) -> None:
        begin, end = PROXY.index("[coverage.walk]"), PROXY.index("[regulation.items]")
        earlier = (PROXY[:begin] + PROXY[end:]).replace('["coverage", ', "[")
        assert of(found_in(tmp_path, changed(), earlier), *self.CODES) == ()


class TestRepeats:
    """Words about other values that still hold the old number."""

    def texts(self, found: tuple[Finding, ...]) -> list[object]:
        found = of(found, "caution.repeats")
        assert {one.severity for one in found} <= {Severity.notice}
        return [dict(one.reason.facts)["text"] for one in found]

    def test_of_the_same_rule(self, tmp_path: Path) -> None:
        found = found_in(tmp_path, changed((AWARD, AWARD.replace("20", "30"))))
        assert self.texts(found) == [
            "10元…15元…20元",
            "原文印作“工5”；据字形及10、20两档之间校正为15",
        ]
        assert said(of(found, "caution.repeats"))[0] == (
            "elsewhere@2027-01-01 的 代理奖励 金额 息诉息访且满意 由20元改为30元，"
            "代理奖励 各档的合并 的文字没有改，其中有旧的数：“10元…15元…20元”；请核对"
        )

    def test_of_another_rule_with_what_it_counts(self, tmp_path: Path) -> None:
        note = ("办理过程自承办单位受理开始", "办理过程自承办单位受理开始，至多15日")
        other = ("办理过程至承办单位办结为止", "办理过程至承办单位办结为止，共15人")
        earlier = PROXY.replace(*note).replace(*other)
        first, second = PROXY.split("[variant.calendar_days]")
        first = first.replace(GENERAL, GENERAL.replace("15", "10"))
        later = f"{first}[variant.calendar_days]{second}"
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        found = found_in(tmp_path, later.replace(*note).replace(*other), earlier)
        assert self.texts(found) == [note[1]]

    def test_a_file_that_fills_the_policy_in(self, tmp_path: Path) -> None:
        filled = FILLING.replace('"gongshu"', '"elsewhere"').replace("copied_notice", "follow_up")
        filled += '\n[follow_up.interval]\nvalue = 7\nunit = "calendar_day"\nclause = "补1"\n'
        filled += 'basis = "stated"\nphrase = "7日"\nnote = "短于15日的答复期限"\n'
        first, second = PROXY.split("[variant.calendar_days]")
        first = first.replace(GENERAL, GENERAL.replace("15", "10"))
        later = f"{first}[variant.calendar_days]{second}"
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        own = [text.replace('id = "online-proxy"', 'id = "elsewhere"') for text in (PROXY, later)]
        folder = written(tmp_path / "p", undated=own[0], f2027_01_01=own[1])
        over = written(tmp_path / "over", undated=filled)
        assert self.texts(cautions(read_policy(folder, over), KNOWN)) == ["短于15日的答复期限"]

    def test_what_is_written_anew_is_fine(self, tmp_path: Path) -> None:
        later = changed(
            (AWARD, AWARD.replace("20", "30")),
            ("据字形及10、20两档之间校正为15", "据字形校正为15"),
        )
        assert self.texts(found_in(tmp_path, later)) == ["10元…15元…20元"]

    def test_a_variant_of_another_rule_until_it_is_confirmed(self, tmp_path: Path) -> None:
        note = ("取对承办单位的评价；", "取对承办单位的评价，15日内；")
        first, second = PROXY.replace(*note).split("[variant.calendar_days]")
        first = first.replace(GENERAL, GENERAL.replace("15", "10"))
        later = f"{first}[variant.calendar_days]{second}"
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        found = found_in(tmp_path, later, PROXY.replace(*note))
        assert len(self.texts(found)) == 1
        title = 'title = "奖励按对承办单位的评价"\n'
        later = later.replace(title, f"{title}confirmed = 2027-01-01\n")
        assert self.texts(found_in(tmp_path, later, PROXY.replace(*note))) == []

    def test_a_name_that_changes_is_in_no_words(self, tmp_path: Path) -> None:
        scheme = 'value = "highest_level"'
        found = found_in(tmp_path, changed((scheme, 'value = "base_plus_bonus"')))
        assert self.texts(found) == []


class TestEdited:
    """Two files of one label are told apart by their digests."""

    def test_a_published_file_that_was_edited(self, tmp_path: Path) -> None:
        text = PROXY.replace('"奖励20元"', '"奖励20元整"')
        policy = read_policy(written(tmp_path / "p", undated=text))
        (found,) = cautions(policy, KNOWN)
        assert found.severity is Severity.warning
        (sentence,) = said((found,))
        assert sentence == (
            f"online-proxy@undated 已经发布，文件却被改动（现散列 {policy.editions[0].digest}），"
            "同一版本会得出不同结论；请恢复原文件，另建一个以施行日命名的版本"
        )

    def test_one_that_was_copied_is_fine(self, tmp_path: Path) -> None:
        policy = read_policy(written(tmp_path / "p", undated=PROXY.replace("\n", "\r\n")))
        assert cautions(policy, KNOWN) == ()

    def test_a_national_one_is_found_beneath_a_local_policy(self, tmp_path: Path) -> None:
        text = (FOLDER / "national" / "2022-05-01.toml").read_text("utf-8")
        edited = read_policy(written(tmp_path / "p", f2022_05_01=text + "# x\n"))
        policy = evolve(load_policy("online-proxy"), national=edited.editions)
        (found,) = cautions(policy, KNOWN)
        assert dict(found.reason.facts)["label"] == "national@2022-05-01"

    @pytest.mark.parametrize("name", policy_ids())
    def test_those_that_come_with_the_library_are_as_published(self, name: str) -> None:
        assert cautions(load_policy(name), KNOWN) == ()


class TestProvisional:
    """Who writes the rules of next year is told that its holidays are not known yet."""

    @pytest.mark.parametrize(
        ("known", "told"), [("2024-02-29", True), ("2024-03-01", False), ("2024-12-28", False)]
    )
    def test_a_version_of_a_day_that_is_not_settled(
        self, tmp_path: Path, known: str, *, told: bool
    ) -> None:
        found = cautions(read_policy(written(tmp_path / "p", f2024_03_01=SAMPLE)), day(known))
        assert [one.severity for one in found] == [Severity.notice] * told
        sentence = (
            f"sample@2024-03-01 施行时，2024 年的放假通知还没有（现已公布至 {known}）："
            "通知公布以前，2024 年的日期都是暂定"
        )
        assert said(found) == [sentence] * told

    def test_an_undated_one_is_in_force_already(self, tmp_path: Path) -> None:
        text = spoiled(("effective = 2024-03-01", 'effective = "undated"'))
        policy = read_policy(written(tmp_path / "p", undated=text))
        assert cautions(policy, day("2000-01-01")) == ()
