"""What to look at before a policy takes force: edited, carried over, of a year not known yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import xinfang_core
from checks import UNFILLED, day
from policy_texts import SAMPLE, spoiled, written
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
        found = found_in(tmp_path, later)
        assert [one.severity for one in found] == [Severity.warning]
        (sentence,) = said(found)
        assert sentence == (
            "elsewhere@2027-01-01 的变体“calendar_days”沿用旧值：答复期限 limit 一般信访事项 "
            "的默认取值由15个工作日改为10个工作日，变体仍为15日（自然日）；仍然有效的，在 "
            "[variant.calendar_days] 写 confirmed = 2027-01-01，否则改写或者删去"
        )

    def test_one_that_was_changed_too_is_fine(self, tmp_path: Path) -> None:
        later = PROXY.replace(GENERAL, GENERAL.replace("15", "10"))
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        assert found_in(tmp_path, later) == ()

    def test_words_that_repeat_a_number_of_what_changed(self, tmp_path: Path) -> None:
        found = found_in(tmp_path, changed((AWARD, AWARD.replace("20", "30"))))
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
        assert found_in(tmp_path, later) == ()

    def test_a_variant_that_is_dropped_is_fine(self, tmp_path: Path) -> None:
        later = changed((AWARD, AWARD.replace("20", "30")))
        begin, end = later.index("[variant.sum]"), later.index("[workflow.opening]")
        assert found_in(tmp_path, later[:begin] + later[end:]) == ()

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
        found = found_in(tmp_path, later)
        variants = [dict(one.reason.facts)["variant"] for one in found]
        assert variants == (left or ["sum", "base_plus_bonus"])


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
            f"sample@2024-03-01 施行时的放假安排尚未公布（现已公布至 {known}）："
            "届时算出的日期都是暂定"
        )
        assert said(found) == [sentence] * told

    def test_an_undated_one_is_in_force_already(self, tmp_path: Path) -> None:
        text = spoiled(("effective = 2024-03-01", 'effective = "undated"'))
        policy = read_policy(written(tmp_path / "p", undated=text))
        assert cautions(policy, day("2000-01-01")) == ()
