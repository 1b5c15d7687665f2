"""Who works together on the matter, and by which measures?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.joint_handling import Arrangement, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseWeight,
    JointMeasure,
    Level,
    ProxyDuty,
    ProxyPost,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

GONGSHU = present(load_policy("gongshu").on(day("2025-01-01")).people.joint_handling)
WEIGHTS = st.none() | st.sampled_from(CaseWeight)


def _decide(
    weight: CaseWeight | None = CaseWeight.simple,
    *,
    group: bool | None = False,
    reach: bool | None = False,
    policy: Params = GONGSHU,
) -> Decision[Arrangement]:
    decision = decide(weight, group_complex=group, wide_reach=reach, params=policy)
    assert_explained(decision)
    return decision


def _arranged(decision: Decision[Arrangement]) -> Arrangement:
    assert isinstance(decision.outcome, Arrangement)
    return decision.outcome


class TestShares:
    """Community, street, department and centre each have their share in a matter."""

    @pytest.mark.parametrize(
        ("post", "level", "duty"),
        [
            (ProxyPost.community_agent, Level.village, ProxyDuty.proxy),
            (ProxyPost.street_coordinator, Level.town, ProxyDuty.coordinate),
            (ProxyPost.department, Absent.silent, ProxyDuty.take_on),
            (ProxyPost.centre_supervisor, Level.district, ProxyDuty.oversee),
        ],
    )
    def test_all_four_rows(self, post: ProxyPost, level: Level | Absent, duty: ProxyDuty) -> None:
        shares = _arranged(_decide()).shares
        assert (post, level, duty) in shares
        assert len(shares) == 4

    def test_a_plain_matter_takes_no_measures_beside(self) -> None:
        decision = _decide()
        assert _arranged(decision).measures == ()
        assert _arranged(decision).text() == "按代办分工办理"
        assert codes(decision.reasons) == ["joint_handling.shares"]
        assert decision.basis is Basis.stated
        assert "社区代办员代办" in decision.explain()


class TestMeasures:
    """Complex group: a lead; wide reach: team, revisits, channel; difficult: the leaders' group."""

    def test_a_complex_group(self) -> None:
        measures = _arranged(_decide(group=True)).measures
        assert measures == (JointMeasure.lead_department, JointMeasure.cooperating_departments)

    def test_a_wide_reach(self) -> None:
        arranged = _arranged(_decide(reach=True))
        assert arranged.measures == (
            JointMeasure.special_team,
            JointMeasure.timed_revisit,
            JointMeasure.representative_channel,
        )
        assert arranged.text() == "成立工作专班、定时回访、与群体代表沟通"

    def test_a_difficult_matter(self) -> None:
        assert _arranged(_decide(CaseWeight.difficult)).measures == (
            JointMeasure.conference_group,
            JointMeasure.central_assignment,
            JointMeasure.suggest_improvement,
            JointMeasure.suggest_policy,
        )

    def test_all_together(self) -> None:
        decision = _decide(CaseWeight.difficult, group=True, reach=True)
        assert set(_arranged(decision).measures) == set(JointMeasure)

    @pytest.mark.parametrize(
        ("weight", "group", "reach"),
        [(None, False, False), (CaseWeight.major, None, False), (CaseWeight.major, False, None)],
    )
    def test_what_is_not_known_is_said_and_read_as_no(
        self, *, weight: CaseWeight | None, group: bool | None, reach: bool | None
    ) -> None:
        decision = _decide(weight, group=group, reach=reach)
        assert _arranged(decision).measures == ()
        assert "joint_handling.not_recorded" in codes(decision.reasons)


class TestRevisits:
    """Revisits are made at set times; how far apart the source does not say."""

    def test_that_it_does_not_say_is_a_gap_of_the_policy_and_no_finding_of_the_case(self) -> None:
        decision = _decide(reach=True)
        assert GONGSHU.revisit_every.value is Absent.silent
        assert _arranged(decision).revisit_every is None
        assert decision.findings == ()
        assert decision.basis is not Basis.assumed

    def test_a_host_fills_it_in(self) -> None:
        every = evolve(GONGSHU.revisit_every, value=WorkingDays(10))
        decision = _decide(reach=True, policy=evolve(GONGSHU, revisit_every=every))
        assert _arranged(decision).revisit_every == WorkingDays(10)
        assert decision.findings == ()

    def test_a_host_sets_none(self) -> None:
        every = evolve(GONGSHU.revisit_every, value=Absent.none)
        decision = _decide(reach=True, policy=evolve(GONGSHU, revisit_every=every))
        assert _arranged(decision).revisit_every is None
        assert decision.findings == ()

    def test_no_revisits_are_set_for_other_matters(self) -> None:
        decision = _decide(CaseWeight.difficult, group=True)
        assert _arranged(decision).revisit_every is None
        assert decision.findings == ()


class TestTotality:
    """Every combination has an answer, and one more occasion only adds measures."""

    @given(weight=WEIGHTS, group=FLAGS, reach=FLAGS, policy=params(Params))
    def test_any_facts_and_any_policy(
        self, *, weight: CaseWeight | None, group: bool | None, reach: bool | None, policy: Params
    ) -> None:
        decision = _decide(weight, group=group, reach=reach, policy=policy)
        if isinstance(decision.outcome, Arrangement):
            assert len(set(decision.outcome.measures)) == len(decision.outcome.measures)
            assert [share.post for share in decision.outcome.shares] == list(ProxyPost)
        else:
            assert decision.outcome is Undetermined.undetermined

    @given(weight=WEIGHTS, group=FLAGS, reach=FLAGS)
    def test_an_occasion_only_adds(
        self, *, weight: CaseWeight | None, group: bool | None, reach: bool | None
    ) -> None:
        before = set(_arranged(_decide(weight, group=group, reach=reach)).measures)
        assert before <= set(_arranged(_decide(weight, group=True, reach=reach)).measures)
        assert before <= set(_arranged(_decide(weight, group=group, reach=True)).measures)

    def test_a_silent_list_leaves_only_its_own_matters_undetermined(self) -> None:
        silent: CitedList[JointMeasure] = CitedList(
            (), GONGSHU.complex_group.citation, Absent.silent
        )
        policy = evolve(GONGSHU, complex_group=silent)
        assert _decide(group=True, policy=policy).outcome is Undetermined.undetermined
        assert _arranged(_decide(reach=True, policy=policy)).measures
