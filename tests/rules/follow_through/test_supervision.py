"""Does the handling call for supervision, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import some
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.supervision import GOOD_REASON, Params, decide
from xinfang_core.sources import Ladder
from xinfang_core.vocabulary import Absent, Basis, Conduct, Undetermined

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).follow_through.supervision)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).follow_through.supervision)


def _decide(
    conduct: Collection[Conduct] = (), policy: Params = TEXT_2022, *, overdue: bool = False
) -> Decision[tuple[Conduct, ...]]:
    decision = decide(conduct, policy, overdue=overdue)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestTriggers2022:
    """Art. 40: against the rules; shirked; falsified; an opinion not carried out; and the like."""

    @pytest.mark.parametrize(
        ("conduct", "basis"),
        [
            ("breach_of_rules", "stated"),
            ("shirking", "stated"),
            ("refusal_to_execute", "stated"),
            ("no_feedback", "interpreted"),
            ("breach_of_procedure", "interpreted"),
            ("overdue", "interpreted"),
            ("other", "interpreted"),
        ],
    )
    def test_each_of_them(self, conduct: str, basis: str) -> None:
        decision = _decide((Conduct[conduct],))
        assert decision.outcome == (Conduct[conduct],)
        assert decision.basis is Basis[basis]

    @pytest.mark.parametrize("conduct", [Conduct.grave_consequences, Conduct.policy_problem])
    def test_what_calls_for_a_suggestion_only(self, conduct: Conduct) -> None:
        assert _decide((conduct,)).outcome is Absent.none


class TestTriggers2005:
    """Art. 36: six cases, the last one of which is open."""

    CASES = (
        Conduct.overdue,
        Conduct.no_feedback,
        Conduct.breach_of_procedure,
        Conduct.shirking,
        Conduct.refusal_to_execute,
        Conduct.other,
    )

    def test_the_six(self) -> None:
        assert TEXT_2005.triggers.values == self.CASES
        assert _decide(tuple(reversed(self.CASES)), TEXT_2005).outcome == self.CASES


class TestOverdue:
    """A limit that is overdue is a case by itself; without anything there is none."""

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    def test_overdue(self, policy: Params) -> None:
        assert _decide(policy=policy, overdue=True).outcome == (Conduct.overdue,)

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    def test_that_a_good_reason_may_be_missing_from_the_record_is_said(
        self, policy: Params
    ) -> None:
        told = _decide(policy=policy, overdue=True)
        assert codes(told.reasons) == ["supervision.good_reason_unknown", "supervision.met"]
        assert told.reasons[0].citation is GOOD_REASON
        found = _decide((Conduct.overdue,), policy, overdue=True)
        assert codes(found.reasons) == ["supervision.met"]

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    def test_nothing(self, policy: Params) -> None:
        decision = _decide(policy=policy)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["supervision.nothing"]

    def test_a_silent_list(self) -> None:
        silent: Ladder[Conduct] = Ladder((), TEXT_2022.triggers.citation, Absent.silent)
        decision = _decide((Conduct.shirking,), evolve(TEXT_2022, triggers=silent))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer: the listed cases that were found, in the list's order."""

    @given(conduct=some(Conduct), overdue=st.booleans(), policy=params(Params))
    def test_any_facts(
        self, *, conduct: tuple[Conduct, ...], overdue: bool, policy: Params
    ) -> None:
        decision = decide(conduct, policy, overdue=overdue)
        assert_explained(decision)
        if isinstance(decision.outcome, tuple):
            found = {*conduct, *((Conduct.overdue,) if overdue else ())}
            assert decision.outcome
            assert decision.outcome == tuple(one for one in policy.triggers.values if one in found)
