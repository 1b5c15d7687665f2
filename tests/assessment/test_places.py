"""A local policy adds its own rules; what the nation decides and asks for does not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing import CASES, LOCAL, MAINLAND, NATIONAL, OLD_AND_NEW, POLICIES, READINGS, RECENT
from checks import day
from strategies import FEWER
from xinfang_core.assessment import RULES, assess

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import Case
    from xinfang_core.policy import Policy, PolicyPack

LOCAL_READINGS = [one for one in READINGS if one.policy_id in LOCAL]
PAIRS = [
    (local.on(day(first)), NATIONAL.on(day(first)))
    for local in LOCAL_READINGS
    for first in OLD_AND_NEW
]
OPEN = frozenset[str]().union(*(edition.open_rules for edition in NATIONAL.editions))
"""Rules of which the nation says that a place may have its own."""

BY_STEPS = ("workflow.",)
"""Steps of both stand side by side: a local policy may ask for one that the nation does not."""


def _is_own(policy: Policy, rule: str) -> bool:
    """Whether the place has a rule of its own, in place of the national one or beside it."""
    return any(rule in edition.params for edition in policy.editions)


class TestDecisions:
    """With a local pack the national decisions do not change, but where the nation allows it."""

    @FEWER
    @given(CASES, st.sampled_from(OLD_AND_NEW), RECENT)
    def test_under_every_local_policy_and_reading(
        self, case: Case, first: str, as_of: date
    ) -> None:
        above = NATIONAL.on(day(first))
        national = assess(case, above, MAINLAND, as_of)
        for local in LOCAL_READINGS:
            pack = local.on(day(first))
            answer = assess(case, pack, MAINLAND, as_of)
            for name, decision in national.decisions():
                if _is_own(local, name):
                    assert name in OPEN
                else:
                    assert pack.params(name) == above.params(name)
                    assert answer.decision(name) == decision, (local.policy_id, name)

    @FEWER
    @given(CASES, st.sampled_from(PAIRS), RECENT)
    def test_what_the_nation_asks_for_is_owed_in_every_place(
        self, case: Case, pair: tuple[PolicyPack, PolicyPack], as_of: date
    ) -> None:
        local, national = (assess(case, pack, MAINLAND, as_of) for pack in pair)
        owed = {(one.duty, one.creditor) for one in local.obligations}
        for one in national.obligations:
            assert (one.duty, one.creditor) in owed
            if one.due:
                assert one in local.obligations

    @FEWER
    @given(CASES, st.sampled_from(PAIRS), RECENT)
    def test_what_is_out_of_order_by_the_nation_is_so_in_every_place(
        self, case: Case, pair: tuple[PolicyPack, PolicyPack], as_of: date
    ) -> None:
        local, national = (assess(case, pack, MAINLAND, as_of) for pack in pair)
        for finding in national.findings:
            assert finding in local.findings or finding.reason.code.startswith(BY_STEPS)


class TestRules:
    """Which rules a place has is what its file says."""

    @pytest.mark.parametrize("name", POLICIES)
    def test_its_own_and_the_national_ones(self, name: str) -> None:
        policy: Policy = POLICIES[name]
        pack = policy.on(day("2025-01-01"))
        above = NATIONAL.on(day("2025-01-01"))
        (edition, *_) = policy.editions
        for rule in RULES:
            there = rule in edition.params or above.params(rule) is not None
            assert (pack.params(rule) is not None) is there

    def test_every_rule_is_somewhere(self) -> None:
        packs = [policy.on(day("2025-01-01")) for policy in POLICIES.values()]
        assert not [rule for rule in RULES if not any(one.params(rule) for one in packs)]
