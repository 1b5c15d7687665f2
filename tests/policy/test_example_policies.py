"""The example policies of hosts (``examples/policies``): each reads, and claims to be no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import day
from xinfang_core.policy import lines, load_policy, policy_ids, read_policy
from xinfang_core.policy.tracing import trace
from xinfang_core.vocabulary import Basis

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE_POLICIES = sorted(path for path in (EXAMPLES / "policies").iterdir() if path.is_dir())
NATIONAL = load_policy("national")


def test_there_are_some() -> None:
    assert EXAMPLE_POLICIES


@pytest.mark.parametrize("folder", EXAMPLE_POLICIES, ids=lambda path: path.name)
class TestEveryExample:
    """A host writes its own policy over the national one, with every value cited."""

    def test_it_is_the_policy_of_its_folder_and_not_one_of_the_packaged(self, folder: Path) -> None:
        policy = read_policy(folder)
        assert policy.policy_id == folder.name
        assert folder.name not in policy_ids()
        assert all("示例" in edition.title for edition in policy.editions)

    def test_every_clause_is_carried_out_and_every_value_explained(self, folder: Path) -> None:
        for edition in read_policy(folder).editions:
            assert edition.clauses
            assert all(rule.clauses for rule in trace(edition).rules)
            for line in lines(edition):
                assert line.citation.clause
                assert line.citation.basis is Basis.stated or line.citation.note

    def test_each_reading_of_it_stands_over_the_unchanged_national_rules(
        self, folder: Path
    ) -> None:
        policy, above = read_policy(folder), NATIONAL.on(day("2025-01-01"))
        own = {rule for edition in policy.editions for rule in edition.params}
        assert own
        for name in (None, *policy.variants):
            pack = policy.with_variant(name).on(day("2025-01-01"))
            assert all(pack.params(rule) for rule in own - {"workflow"})
            assert pack.limits.handling_deadline == above.limits.handling_deadline
            assert pack.limits.notice_deadline == above.limits.notice_deadline

    def test_the_examples_page_names_it(self, folder: Path) -> None:
        page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
        assert f"policies/{folder.name}/" in page
