"""How heavy is the matter, and who takes the lead in it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, assert_speaks, codes, day, present
from strategies import FLAGS
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.case_weight import RECORDED_FIRST, Params, Weighed, decide
from xinfang_core.vocabulary import Absent, Basis, CaseWeight, Lead, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision
    from xinfang_core.sources import Sourced

GONGSHU = present(load_policy("gongshu").on(day("2025-01-01")).kind.case_weight)
WEIGHTS = st.none() | st.sampled_from(CaseWeight)


def _decide(
    weight: CaseWeight | None = None,
    *,
    group: bool | None = False,
    reach: bool | None = False,
    policy: Params = GONGSHU,
) -> Decision[Weighed]:
    decision = decide(weight, group_complex=group, wide_reach=reach, params=policy)
    assert_explained(decision)
    return decision


class TestLead:
    """Simple: street and community; major: a lead department; difficult: a leader."""

    @pytest.mark.parametrize(
        ("weight", "lead"),
        [
            ("simple", "street_and_community"),
            ("major", "department"),
            ("difficult", "leader"),
        ],
    )
    def test_all_three_rows(self, weight: str, lead: str) -> None:
        decision = _decide(CaseWeight[weight])
        assert decision.outcome == Weighed(CaseWeight[weight], Lead[lead])
        assert GONGSHU.lead[CaseWeight[weight]].citation.basis is Basis.stated
        assert codes(decision.reasons) == ["case_weight.recorded", "case_weight.lead"]

    def test_the_outcome_has_words(self) -> None:
        outcome = _decide(CaseWeight.simple).outcome
        assert isinstance(outcome, Weighed)
        assert outcome.text() == "简单信访，街社主动代办"
        assert outcome.text("en") == "simple: street and community"


def test_a_weight_that_the_facts_show_and_the_policy_does_not_give_is_named() -> None:
    silent = evolve(GONGSHU.of_complex_group, value=Absent.silent)
    decision = _decide(group=True, policy=evolve(GONGSHU, of_complex_group=silent))
    assert decision.outcome is Undetermined.undetermined
    assert decision.missing == ("case_weight.of_complex_group",)


class TestMajor:
    """Under the heading of major matters stand those of a complex group and of wide reach."""

    @pytest.mark.parametrize(
        ("group", "reach", "code"),
        [
            (True, False, "case_weight.complex_group"),
            (True, None, "case_weight.complex_group"),
            (True, True, "case_weight.complex_group"),
            (False, True, "case_weight.wide_reach"),
            (None, True, "case_weight.wide_reach"),
        ],
    )
    def test_either_makes_it_major(
        self, *, group: bool | None, reach: bool | None, code: str
    ) -> None:
        decision = _decide(group=group, reach=reach)
        assert decision.outcome == Weighed(CaseWeight.major, Lead.department)
        assert codes(decision.reasons) == [code, "case_weight.lead"]
        assert decision.basis is Basis.interpreted


class TestRecorded:
    """A recorded weight wins; where the facts show another one, that is noted."""

    def test_it_wins_over_the_facts(self) -> None:
        decision = _decide(CaseWeight.difficult, group=True)
        assert decision.outcome == Weighed(CaseWeight.difficult, Lead.leader)
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.code == "case_weight.differs"
        assert_speaks([finding.reason])

    def test_nothing_is_noted_where_they_agree(self) -> None:
        assert _decide(CaseWeight.major, reach=True).findings == ()
        assert _decide(CaseWeight.simple).findings == ()

    def test_a_weight_that_the_policy_does_not_give_differs_from_none(self) -> None:
        silent = evolve(GONGSHU.of_wide_reach, value=Absent.silent)
        policy = evolve(GONGSHU, of_wide_reach=silent)
        assert _decide(CaseWeight.simple, reach=True, policy=policy).findings == ()

    def test_the_reading_says_that_it_is_one(self) -> None:
        assert RECORDED_FIRST.basis is Basis.interpreted
        assert RECORDED_FIRST.note


class TestNeither:
    """What makes a matter simple or difficult is not said, so nothing is guessed."""

    @pytest.mark.parametrize(("group", "reach"), [(False, False), (None, False), (None, None)])
    def test_without_a_default_it_is_undetermined(
        self, *, group: bool | None, reach: bool | None
    ) -> None:
        decision = _decide(group=group, reach=reach)
        assert decision.outcome is Undetermined.undetermined
        unknown = ["case_weight.not_recorded"] if group is None else []
        assert codes(decision.reasons) == [*unknown, "value.silent"]

    def test_a_host_may_fill_a_default_in(self) -> None:
        simple: Sourced[CaseWeight] = evolve(GONGSHU.default, value=CaseWeight.simple)
        decision = _decide(group=None, policy=evolve(GONGSHU, default=simple))
        assert decision.outcome == Weighed(CaseWeight.simple, Lead.street_and_community)
        assert decision.basis is Basis.assumed
        assert "case_weight.not_recorded" in codes(decision.reasons)


class TestTotality:
    """Every combination of facts has an answer."""

    @given(weight=WEIGHTS, group=FLAGS, reach=FLAGS, policy=params(Params))
    def test_the_lead_is_that_of_the_weight(
        self, *, weight: CaseWeight | None, group: bool | None, reach: bool | None, policy: Params
    ) -> None:
        decision = _decide(weight, group=group, reach=reach, policy=policy)
        if isinstance(decision.outcome, Weighed):
            assert decision.outcome.lead is policy.lead[decision.outcome.weight].value
            assert weight in {None, decision.outcome.weight}
        else:
            assert decision.outcome is Undetermined.undetermined

    @given(weight=st.sampled_from(CaseWeight), group=FLAGS, reach=FLAGS)
    def test_what_is_recorded_is_never_changed(
        self, *, weight: CaseWeight, group: bool | None, reach: bool | None
    ) -> None:
        decision = _decide(weight, group=group, reach=reach)
        assert decision.outcome == _decide(weight).outcome
