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
from xinfang_core.rules.people.urgent_report import Params, UrgentReport, decide
from xinfang_core.sources import Ladder, Sourced
from xinfang_core.vocabulary import Absent, Promptness, Recipient, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).people.urgent_report)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).people.urgent_report)
EDITIONS = [TEXT_2005, TEXT_2022]


def _decide(
    policy: Params = TEXT_2022, *, major: bool | None = None, urgent: bool | None = None
) -> Decision[UrgentReport]:
    decision = decide(major=major, urgent=urgent, params=policy)
    assert_explained(decision)
    assert decision.findings == ()
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
        reasons = _decide(policy, major=True).reasons
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
    """Major or urgent is enough; what is not recorded is read as no, with a reason."""

    @pytest.mark.parametrize(
        ("major", "urgent"), [(True, None), (None, True), (True, False), (False, True)]
    )
    def test_either(self, policy: Params, *, major: bool | None, urgent: bool | None) -> None:
        assert isinstance(_decide(policy, major=major, urgent=urgent).outcome, UrgentReport)

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
        self, policy: Params, code: str, *, major: bool | None, urgent: bool | None
    ) -> None:
        decision = _decide(policy, major=major, urgent=urgent)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == [code]


class TestSilence:
    """Any list or word that the source does not give is named."""

    @pytest.mark.parametrize(
        "name", ["proposed_to", "by_bodies", "by_petition_office", "by_government"]
    )
    def test_a_list(self, name: str) -> None:
        silent: Ladder[Recipient] = Ladder((), TEXT_2022.by_bodies.citation, Absent.silent)
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
    def test_any_policy(self, policy: Params) -> None:
        for major, urgent in product((None, False, True), repeat=2):
            decision = _decide(policy, major=major, urgent=urgent)
            assert (decision.outcome is Absent.none) is not bool(major or urgent)

    @given(major=FLAGS, urgent=FLAGS)
    def test_the_flags_are_alike(self, *, major: bool | None, urgent: bool | None) -> None:
        one, other = _decide(major=major, urgent=urgent), _decide(major=urgent, urgent=major)
        assert one.outcome == other.outcome
