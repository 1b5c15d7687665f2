"""The rulebook as a whole: complete, linked, the same each time; a changed value changes itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from editions import PROXY, changed
from rulebooks import FIRST_DAY, LABELS, below, lines_of, of_policy, plain, runs_in, shipped
from xinfang_core import __version__
from xinfang_core.calendar import mainland_calendar
from xinfang_core.documents.blocks import Heading, Table
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.documents.rulebook.pocket import pocket
from xinfang_core.documents.rulebook.rulebook import rulebook
from xinfang_core.documents.rulebook.wording import anchor
from xinfang_core.documents.writers.html import html
from xinfang_core.documents.writers.markdown import markdown
from xinfang_core.messages import render
from xinfang_core.policy import load_policy
from xinfang_core.policy.files import policy_of
from xinfang_core.policy.pack import DECLARED, PARAMS
from xinfang_core.vocabulary import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.documents.blocks import Block, Draft

FIFTEEN = '"general", value = 15, phrase = "一般信访事项15日内回复"'
TEN = '"general", value = 10, phrase = "一般信访事项10日内回复"'
TWENTY = 'value = 20, phrase = "奖励20元"'
THIRTY = 'value = 30, phrase = "奖励30元"'


def _both(old: str, new: str) -> tuple[Draft, Draft]:
    """The rulebook of a policy, and of the same with something else in it."""
    texts = PROXY, changed(PROXY, (old, new))
    one, other = (of_policy(policy_of(text, "undated.toml")) for text in texts)
    return one, other


def _differing(one: Iterable[Block], other: Iterable[Block]) -> list[str]:
    """The lines that only one of the two has."""
    lines, others = (Counter(lines_of(blocks)) for blocks in (one, other))
    return [*(lines - others).elements(), *(others - lines).elements()]


@pytest.mark.parametrize("label", LABELS)
class TestEveryRulebook:
    """Each of the shipped editions has one."""

    def test_every_link_leads_to_one_heading(self, label: str) -> None:
        draft = shipped(label)
        anchors = Counter(
            block.anchor for block in draft.blocks if isinstance(block, Heading) and block.anchor
        )
        assert set(anchors.values()) == {1}
        assert {run.link for run in runs_in(draft.blocks) if run.link} <= anchors.keys()

    def test_an_anchor_has_letters_digits_and_hyphens_alone(self, label: str) -> None:
        headings = [block for block in shipped(label).blocks if isinstance(block, Heading)]
        signs = set("".join(block.anchor for block in headings))
        assert all(one.isascii() and (one.isalnum() or one == "-") for one in signs)

    def test_it_says_what_made_it_and_no_time(self, label: str) -> None:
        made = dict(shipped(label).made_by)
        assert made["程序"] == f"xinfang-core {__version__}"
        assert made["工作日历的散列"] == mainland_calendar().provenance.digest
        assert f"{label} 的散列" in made

    def test_each_of_its_rules_has_a_section_with_its_question(self, label: str) -> None:
        draft = shipped(label)
        policy = load_policy(label.partition("@")[0])
        edition = next(one for one in policy.editions if one.label == label)
        for rule in edition.params:
            question, *_ = lines_of(below(draft, anchor(label, rule)))
            assert question.startswith(render(f"question.{rule.partition('.')[0]}", {}))
            assert f"　{rule}　" in question

    def test_the_first_table_is_that_of_the_key_rules(self, label: str) -> None:
        table = next(block for block in shipped(label).blocks if isinstance(block, Table))
        assert table.heads == ("规则", "规定", "条款与短语", "依据")
        assert all(row[-1] for row in table.rows)

    def test_its_page_is_no_larger_than_a_browser_takes_at_once(self, label: str) -> None:
        document = passed(shipped(label), Audience.public)
        assert len(html(document).encode()) < 600_000
        assert len(markdown(document).encode()) < 600_000

    def test_no_word_of_it_is_taken_for_a_secret(self, label: str) -> None:
        assert passed(shipped(label), Audience.public).draft == shipped(label)

    def test_it_is_the_same_each_time(self, label: str) -> None:
        policy = load_policy(label.partition("@")[0])
        edition = next(one for one in policy.editions if one.label == label)
        calendar = mainland_calendar()
        one, other = (rulebook(policy, edition, calendar, FIRST_DAY) for _ in range(2))
        assert one == other


class TestAChangedValue:
    """A changed value changes what says it, what follows from it, and nothing else."""

    def test_an_amount_changes_the_lines_that_tell_it(self) -> None:
        one, other = _both(TWENTY, THIRTY)
        found = _differing(one.blocks, other.blocks)
        assert len(found) == 4
        assert all("20元" in line or "30元" in line for line in found)

    def test_a_limit_changes_its_own_lines_and_the_days_that_follow(self) -> None:
        one, other = _both(FIFTEEN, TEN)
        outside = [
            tuple(block for block in draft.blocks if block not in below(draft, "-pocket"))
            for draft in (one, other)
        ]
        found = _differing(*outside)
        assert len(found) == 6
        assert all("15个工作日" in line or "10个工作日" in line for line in found)

    def test_the_days_of_the_other_limits_stay(self) -> None:
        one, other = _both(FIFTEEN, TEN)
        first, second = (
            [block for block in below(draft, "-pocket") if isinstance(block, Table)]
            for draft in (one, other)
        )
        for before, after in zip(first, second, strict=True):
            kept = {
                plain(head): [row[place] for row in before.rows]
                for place, head in enumerate(before.heads)
            }
            for place, head in enumerate(after.heads[1:], 1):
                if plain(head) in kept and "起算" in before.caption:
                    assert kept[plain(head)] == [row[place] for row in after.rows]

    def test_the_digest_tells_the_two_apart(self) -> None:
        one, other = _both(TWENTY, THIRTY)
        assert one.made_by != other.made_by
        assert one.title == other.title
        assert evolve(one, made_by=(), blocks=()) == evolve(other, made_by=(), blocks=())


class TestQuestions:
    """Every rule, and all that a policy may declare, asks something in Chinese."""

    @pytest.mark.parametrize("rule", [*PARAMS, *DECLARED])
    def test_a_rule_has_a_question(self, rule: str) -> None:
        assert render(f"question.{rule}", {}).endswith("？")
        assert render(f"question.{rule}", {}, "en").endswith("?")


class TestALocalPolicy:
    """The limits of the national text run beside the local ones."""

    def test_both_have_a_pocket_calculator(self) -> None:
        titles = [
            plain(block.words)
            for block in below(shipped("online-proxy@undated"), "-pocket")
            if isinstance(block, Heading)
        ]
        assert titles == ["网上信访代理工作经验材料的期限", "信访工作条例的期限"]

    def test_the_national_one_stands_alone(self) -> None:
        blocks = below(shipped("national@2022-05-01"), "-pocket")
        assert not [block for block in blocks if isinstance(block, Heading)]

    def test_a_policy_without_limits_says_so(self) -> None:
        edition = load_policy("jiuyuan").editions[0]
        said = list(lines_of(pocket(edition.label, [edition], mainland_calendar(), FIRST_DAY)))
        assert said[-1] == "没有按工作日、自然日、月计算的期限。"
