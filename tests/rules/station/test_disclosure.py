"""What has to be made public, and what is still missing?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.disclosure import Params, find_unpublished
from xinfang_core.vocabulary import Absent, DisclosureItem, Severity, Undetermined

JIUYUAN = present(load_policy("jiuyuan").on(day("2025-01-01")).station.disclosure)
FOUR = (
    DisclosureItem.proxy_content,
    DisclosureItem.service_procedure,
    DisclosureItem.service_items,
    DisclosureItem.work_requirements,
)


class TestItems:
    """Jiuyuan 3: a site makes clear what, by which procedure, which items, which requirements."""

    def test_a_bare_site_lacks_all_four(self) -> None:
        decision = find_unpublished((), JIUYUAN)
        assert_explained(decision)
        assert decision.outcome == FOUR
        assert [one.severity for one in decision.findings] == [Severity.violation] * 4

    def test_one_is_left_out(self) -> None:
        decision = find_unpublished(FOUR[:3], JIUYUAN)
        assert decision.outcome == (DisclosureItem.work_requirements,)
        (finding,) = decision.findings
        assert finding.reason.citation == JIUYUAN.items.cited(DisclosureItem.work_requirements)

    def test_more_than_is_wanted_does_no_harm(self) -> None:
        decision = find_unpublished(tuple(DisclosureItem), JIUYUAN)
        assert decision.outcome == ()
        assert decision.findings == ()

    def test_what_is_not_recorded_is_not_guessed(self) -> None:
        decision = find_unpublished(None, JIUYUAN)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["disclosure.not_recorded"]


class TestAbsent:
    """A policy may want nothing published, or not say what."""

    @pytest.mark.parametrize(
        ("absent", "outcome", "code"),
        [
            (Absent.none, Absent.none, "disclosure.nothing_wanted"),
            (Absent.silent, Undetermined.undetermined, "value.silent"),
        ],
    )
    def test_no_list(self, absent: Absent, outcome: object, code: str) -> None:
        params = evolve(JIUYUAN, items=evolve(JIUYUAN.items, steps=(), absent=absent))
        decision = find_unpublished((), params)
        assert_explained(decision)
        assert decision.outcome is outcome
        assert codes(decision.reasons) == [code]


class TestProperties:
    """Any list has an answer, and publishing more never leaves more missing."""

    ITEMS = st.frozensets(st.sampled_from(DisclosureItem))

    @given(st.none() | ITEMS, any_params(Params))
    def test_total(self, published: frozenset[DisclosureItem] | None, params: Params) -> None:
        decision = find_unpublished(published, params)
        assert_explained(decision)
        if isinstance(decision.outcome, tuple):
            assert len(decision.findings) == len(decision.outcome)

    @given(ITEMS, ITEMS, any_params(Params))
    def test_more_is_never_worse(
        self, some: frozenset[DisclosureItem], more: frozenset[DisclosureItem], params: Params
    ) -> None:
        fewer, all_of_it = find_unpublished(some, params), find_unpublished(some | more, params)
        if isinstance(fewer.outcome, tuple) and isinstance(all_of_it.outcome, tuple):
            assert set(all_of_it.outcome) <= set(fewer.outcome)
