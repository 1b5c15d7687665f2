"""Clause to rule and rule to clause: nothing of a source is lost, no rule comes from nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policy_texts import SAMPLE, spoiled, written
from xinfang_core.policy import Edition, lines, load_policy, policy_ids, read_policy
from xinfang_core.policy.tracing import Trace, trace

if TYPE_CHECKING:
    from pathlib import Path

EDITIONS = [edition for one in policy_ids() for edition in load_policy(one).editions]
CLAUSES = {
    "national@2005-05-01": 38,
    "national@2022-05-01": 71,
    "jiuyuan@undated": 19,
    "online-proxy@undated": 24,
    "gongshu@undated": 24,
    "qiaocheng@undated": 10 + 5,
    "yubei@undated": 21 + 6,
}
"""The clauses of each source; of two articles the paragraphs with figures are listed apart."""

UNFINISHED: frozenset[str] = frozenset()
"""Policies that may still set clauses aside as to be done (待落实)."""


def traced(folder: Path, text: str = SAMPLE) -> Trace:
    """The trace of one file."""
    (edition,) = read_policy(written(folder / "p", f2024_03_01=text)).editions
    return trace(edition)


def clauses_by_rule(found: Trace) -> dict[str, tuple[str, ...]]:
    """The ids of the clauses by rule."""
    return {one.rule: one.clauses for one in found.rules}


class TestBothWays:
    """A clause names what carries it out; a rule is named by clauses, and cites some."""

    def test_the_clauses_of_each_rule(self, tmp_path: Path) -> None:
        found = traced(tmp_path)
        assert [clause.clause_id for clause in found.clauses] == ["5", "6"]
        assert clauses_by_rule(found) == {"reply_kind": ("5",), "reply_deadline": ("5",)}

    def test_a_value_leads_to_a_clause_that_does_not_name_its_rule(self, tmp_path: Path) -> None:
        text = spoiled(('value = "accept"\nclause = "5"', 'value = "accept"\nclause = "6"'))
        assert clauses_by_rule(traced(tmp_path, text))["reply_deadline"] == ("5", "6")

    def test_a_clause_leads_to_a_rule_whose_values_do_not_cite_it(self, tmp_path: Path) -> None:
        text = spoiled(('set_aside = "没有数值"', 'encoded_by = ["reply_deadline.start"]'))
        found = clauses_by_rule(traced(tmp_path, text))
        assert found == {"reply_kind": ("5",), "reply_deadline": ("5", "6")}

    def test_of_two_clauses_in_one_place_the_one_that_names_the_rule(self, tmp_path: Path) -> None:
        text = spoiled(('locator = "第六条"', 'locator = "第五条"'))
        assert clauses_by_rule(traced(tmp_path, text)) == {
            "reply_kind": ("5",),
            "reply_deadline": ("5",),
        }

    def test_a_variant_cites_too(self, tmp_path: Path) -> None:
        text = spoiled(('value = "receive"\nclause = "5"', 'value = "receive"\nclause = "6"'))
        assert clauses_by_rule(traced(tmp_path, text))["reply_deadline"] == ("5", "6")

    def test_one_place_in_two_sources_is_two_clauses(self, tmp_path: Path) -> None:
        text = spoiled(
            ('locator = "第六条"', 'locator = "第五条"\nsource = "另一办法"'),
            ('value = "receive"\nclause = "5"', 'value = "receive"\nclause = "6"'),
        )
        found = clauses_by_rule(traced(tmp_path, text))
        assert found == {"reply_kind": ("5",), "reply_deadline": ("5", "6")}

    def test_counts(self, tmp_path: Path) -> None:
        assert traced(tmp_path).counts == {"clauses": 2, "encoded": 1, "set_aside": 1}
        assert Trace((), ()).counts == {"clauses": 0, "encoded": 0, "set_aside": 0}


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.label)
class TestEveryShippedPolicy:
    """Complete from the first clause to the last rule."""

    def test_each_clause_is_encoded_or_set_aside(self, edition: Edition) -> None:
        assert edition.clauses
        assert all(bool(one.encoded_by) is not bool(one.set_aside) for one in edition.clauses)

    def test_no_clause_of_the_source_has_gone(self, edition: Edition) -> None:
        """As many as the sources have, and the published figures of the articles beside them."""
        assert len(edition.clauses) == CLAUSES[edition.label]

    def test_each_rule_is_named_by_a_clause(self, edition: Edition) -> None:
        named = {name for one in edition.clauses for name in one.encoded_by}
        for rule in edition.params:
            assert any(one == rule or one.startswith(f"{rule}.") for one in named), rule

    def test_each_value_cites_a_clause_of_the_trace(self, edition: Edition) -> None:
        by_rule = clauses_by_rule(trace(edition))
        for line in lines(edition):
            there = {
                one.clause_id
                for one in edition.clauses
                if (one.source or edition.title) == line.citation.source
                and one.locator == line.citation.clause
            }
            assert there & set(by_rule[line.rule])

    def test_nothing_is_left_to_be_done(self, edition: Edition) -> None:
        undone = [one.clause_id for one in edition.clauses if one.set_aside.startswith("待落实")]
        assert edition.policy_id in UNFINISHED or not undone
