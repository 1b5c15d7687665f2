"""What do the rules and papers of the work have to cover, and what is missing?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.regulation import Params, find_missing
from xinfang_core.vocabulary import Absent, Basis, RegulationItem, Severity, Undetermined

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).station.regulation)
OWN = st.frozensets(st.sampled_from(RegulationItem))


class TestItems:
    """Online-proxy 21, 23: four subjects, five parts of the flow, a signed paper and forms."""

    def test_nine_are_stated_and_two_lost_their_names(self) -> None:
        bases = [step.citation.basis for step in PROXY.items.steps]
        assert bases == [Basis.stated] * 9 + [Basis.interpreted] * 2
        assert PROXY.items.values == tuple(RegulationItem)

    def test_an_office_that_has_all_lacks_nothing(self) -> None:
        decision = find_missing(tuple(RegulationItem), PROXY)
        assert_explained(decision)
        assert decision.outcome == ()
        assert decision.findings == ()

    def test_each_missing_one_is_named_with_its_clause(self) -> None:
        own = set(RegulationItem) - {RegulationItem.forms, RegulationItem.complete_ledgers}
        decision = find_missing(own, PROXY)
        assert_explained(decision)
        assert decision.outcome == (RegulationItem.complete_ledgers, RegulationItem.forms)
        assert [one.severity for one in decision.findings] == [Severity.warning] * 2
        assert decision.findings[1].reason.citation == PROXY.items.cited(RegulationItem.forms)

    def test_what_is_not_recorded_is_not_guessed(self) -> None:
        decision = find_missing(None, PROXY)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["regulation.not_recorded"]

    @pytest.mark.parametrize(
        ("absent", "outcome", "code"),
        [
            (Absent.silent, Undetermined.undetermined, "value.silent"),
            (Absent.none, Absent.none, "regulation.nothing_asked"),
        ],
    )
    def test_no_list(self, absent: Absent, outcome: object, code: str) -> None:
        params = evolve(PROXY, items=evolve(PROXY.items, steps=(), absent=absent))
        decision = find_missing((), params)
        assert_explained(decision)
        assert decision.outcome is outcome
        assert codes(decision.reasons) == [code]


@given(st.none() | OWN, any_params(Params))
def test_any_record_has_an_answer(own: frozenset[RegulationItem] | None, params: Params) -> None:
    decision = find_missing(own, params)
    assert_explained(decision)
    if isinstance(decision.outcome, tuple):
        assert len(decision.findings) == len(decision.outcome)


@given(OWN, OWN, any_params(Params))
def test_having_more_never_leaves_more_missing(
    own: frozenset[RegulationItem], more: frozenset[RegulationItem], params: Params
) -> None:
    before, after = find_missing(own, params).outcome, find_missing(own | more, params).outcome
    if isinstance(before, tuple):
        assert isinstance(after, tuple)
        assert set(after) <= set(before)
