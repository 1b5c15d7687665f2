"""Who is told of a major or urgent matter, and how soon?"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.urgent_report import EITHER, IMPACT, Params, UrgentReport, decide
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import Absent, Basis, Promptness, Recipient, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).people.urgent_report)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).people.urgent_report)
EDITIONS = [TEXT_2005, TEXT_2022]


def _decide(
    policy: Params = TEXT_2022,
    *,
    social_impact: bool | None = True,
    major: bool | None = None,
    urgent: bool | None = None,
) -> Decision[UrgentReport]:
    decision = decide(social_impact=social_impact, major=major, urgent=urgent, params=policy)
    assert_explained(decision)
    return decision


def _names(told: tuple[Recipient, ...]) -> tuple[str, ...]:
    return tuple(one.name for one in told)


class TestRecipients:
    """2022 Arts. 22, 25, 2005 Arts. 21, 26: who is told of a major or urgent matter, by whom."""

    def test_in_2022(self) -> None:
        outcome = _decide(major=True).outcome
        assert isinstance(outcome, UrgentReport)
        assert _names(outcome.proposed_to) == ("party_and_government",)
        assert _names(outcome.by_bodies) == (
            "party_and_government",
            "competent_departments",
            "joint_conference_office",
        )
        assert _names(outcome.by_petition_office) == ("superior_petition_office", "national_bureau")
        assert outcome.by_government == ()

    def test_in_2005(self) -> None:
        outcome = _decide(TEXT_2005, urgent=True).outcome
        assert isinstance(outcome, UrgentReport)
        assert _names(outcome.proposed_to) == ("government",)
        assert _names(outcome.by_government) == ("superior_government", "competent_departments")
        assert outcome.by_petition_office == ()

    @pytest.mark.parametrize(
        ("policy", "cited"),
        [
            (
                TEXT_2022,
                {
                    "urgent_report.proposed": "第二十二条第一款第一项",
                    "urgent_report.told_by_bodies": "第二十五条第一款",
                    "urgent_report.told_by_petition_office": "第二十五条第二款",
                    "urgent_report.soon": "第二十五条第一款",
                },
            ),
            (
                TEXT_2005,
                {
                    "urgent_report.proposed": "第二十一条第一款第二项",
                    "urgent_report.told_by_bodies": "第二十六条第一款",
                    "urgent_report.told_by_government": "第二十六条第一款",
                    "urgent_report.soon": "第二十六条第一款",
                },
            ),
        ],
    )
    def test_each_who_is_told_is_cited_where_it_stands(
        self, policy: Params, cited: dict[str, str]
    ) -> None:
        reasons = _decide(policy, major=True, urgent=True).reasons
        assert {one.code: present(one.citation).clause for one in reasons} == cited

    @pytest.mark.parametrize(
        ("policy", "promptness"),
        [(TEXT_2005, Promptness.at_once), (TEXT_2022, Promptness.promptly)],
    )
    def test_how_soon_and_no_hours(self, policy: Params, promptness: Promptness) -> None:
        decision = _decide(policy, major=True, urgent=True)
        assert isinstance(decision.outcome, UrgentReport)
        assert decision.outcome.promptness is promptness
        assert decision.reasons[-1].code == "urgent_report.soon"


@pytest.mark.parametrize("policy", EDITIONS)
class TestFlags:
    """Major or urgent is enough where it may have social impact; unrecorded both are read as no."""

    @pytest.mark.parametrize(
        ("major", "urgent"), [(True, None), (None, True), (True, False), (False, True)]
    )
    def test_either(self, policy: Params, *, major: bool | None, urgent: bool | None) -> None:
        decision = _decide(policy, major=major, urgent=urgent)
        assert isinstance(decision.outcome, UrgentReport)
        assert EITHER in [one.citation for one in decision.reasons]
        assert decision.basis is Basis.interpreted
        assert decision.findings == ()

    def test_both_need_no_reading(self, policy: Params) -> None:
        decision = _decide(policy, major=True, urgent=True)
        assert EITHER not in [one.citation for one in decision.reasons]

    @pytest.mark.parametrize("social_impact", [None, False])
    @pytest.mark.parametrize(
        ("major", "urgent", "code"),
        [
            (False, False, "urgent_report.neither"),
            (None, False, "urgent_report.not_recorded"),
            (False, None, "urgent_report.not_recorded"),
            (None, None, "urgent_report.not_recorded"),
        ],
    )
    def test_neither(
        self,
        policy: Params,
        code: str,
        *,
        social_impact: bool | None,
        major: bool | None,
        urgent: bool | None,
    ) -> None:
        decision = _decide(policy, social_impact=social_impact, major=major, urgent=urgent)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == [code]
        assert decision.findings == ()


@pytest.mark.parametrize("policy", EDITIONS)
class TestImpact:
    """2022 Art. 25, 2005 Art. 26: reported is what may have social impact, as recorded."""

    URGENT = ({"urgent": True}, {"major": True}, {"major": True, "urgent": True})

    @pytest.mark.parametrize("flags", URGENT)
    def test_without_it_nobody_is_told(self, policy: Params, flags: dict[str, bool]) -> None:
        decision = _decide(policy, social_impact=False, **flags)
        assert decision.outcome is Absent.none
        assert decision.findings == ()
        assert codes(decision.reasons) == ["urgent_report.no_impact", "urgent_report.proposed"]

    @pytest.mark.parametrize("flags", URGENT)
    def test_unrecorded_it_is_a_hint_and_no_duty(
        self, policy: Params, flags: dict[str, bool]
    ) -> None:
        decision = _decide(policy, social_impact=None, **flags)
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == ("social_impact",)
        (hint,) = decision.findings
        assert hint.severity is Severity.notice
        assert hint.reason.citation is IMPACT
        assert IMPACT.basis is Basis.interpreted

    @pytest.mark.parametrize(
        ("major", "urgent", "missing"),
        [
            (None, None, ("major", "urgent")),
            (False, None, ("urgent",)),
            (None, False, ("major",)),
        ],
    )
    def test_with_it_whether_it_is_major_or_urgent_has_to_be_known(
        self,
        policy: Params,
        missing: tuple[str, ...],
        *,
        major: bool | None,
        urgent: bool | None,
    ) -> None:
        decision = _decide(policy, social_impact=True, major=major, urgent=urgent)
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == missing
        assert codes(decision.findings) == ["urgent_report.urgency_unknown"]

    def test_with_it_what_is_neither_is_not_reported(self, policy: Params) -> None:
        decision = _decide(policy, social_impact=True, major=False, urgent=False)
        assert decision.outcome is Absent.none


class TestSilence:
    """Any list or word that the source does not give is named."""

    @pytest.mark.parametrize(
        "name", ["proposed_to", "by_bodies", "by_petition_office", "by_government"]
    )
    def test_a_list(self, name: str) -> None:
        silent: CitedList[Recipient] = CitedList((), TEXT_2022.by_bodies.citation, Absent.silent)
        replaced: dict[str, Any] = {name: silent}
        decision = _decide(evolve(TEXT_2022, **replaced), major=True)
        assert decision.outcome is Undetermined.undetermined

    def test_the_word(self) -> None:
        silent: Sourced[Promptness] = Sourced(Absent.silent, TEXT_2022.promptness.citation)
        decision = _decide(evolve(TEXT_2022, promptness=silent), major=True)
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer."""

    @given(params(Params))
    def test_a_duty_stands_only_on_what_is_recorded(self, policy: Params) -> None:
        for impact, major, urgent in product((None, False, True), repeat=3):
            decision = _decide(policy, social_impact=impact, major=major, urgent=urgent)
            owed = isinstance(decision.outcome, UrgentReport)
            assert owed <= bool(impact and (major or urgent))
            hinted = decision.outcome is Undetermined.undetermined and decision.findings
            assert bool(hinted) <= bool(decision.missing)

    @given(impact=FLAGS, major=FLAGS, urgent=FLAGS)
    def test_the_flags_are_alike(
        self, *, impact: bool | None, major: bool | None, urgent: bool | None
    ) -> None:
        one = _decide(social_impact=impact, major=major, urgent=urgent)
        other = _decide(social_impact=impact, major=urgent, urgent=major)
        assert one.outcome == other.outcome
