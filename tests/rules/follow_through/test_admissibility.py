"""Is the matter accepted, passed on, or not accepted?"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import FORMS, ROUTES, earlier
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.admissibility import NEVER_IN_DOUBT, Earlier, Params, decide
from xinfang_core.vocabulary import (
    Basis,
    EarlierStage,
    Intake,
    Level,
    PetitionForm,
    Route,
    Subject,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).follow_through.admissibility)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).follow_through.admissibility)
NOTHING = Earlier()
TAKEN_HIGHER = Earlier(
    EarlierStage.in_progress,
    same_person=True,
    same_matter=True,
    visited=Level.city,
    competent=Level.district,
    within_limit=True,
)
RE_REVIEWED = Earlier(
    EarlierStage.re_reviewed, same_person=True, same_matter=True, same_grounds=True
)
REFUSALS = frozenset({Intake.refuse, Intake.no_longer, Intake.tell_legal_route})


def _decide(
    before: Earlier = NOTHING,
    subject: Subject | None = None,
    route: Route | None = None,
    form: PetitionForm | None = None,
    policy: Params = TEXT_2022,
) -> Decision[Intake]:
    decision = decide(before, subject, route, form, policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


@pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
class TestEarlier:
    """2022 Arts. 19, 36, 2005 Arts. 16, 35: in progress and taken higher; re-reviewed already."""

    def test_taken_higher_within_the_limit_it_is_not_accepted_there(self, policy: Params) -> None:
        decision = _decide(TAKEN_HIGHER, policy=policy)
        assert decision.outcome is Intake.refuse
        assert decision.basis is Basis.stated

    def test_after_a_re_review_the_same_is_accepted_no_more(self, policy: Params) -> None:
        assert _decide(RE_REVIEWED, policy=policy).outcome is Intake.no_longer

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            *product(("same_person", "same_matter", "within_limit"), (None, False)),
            ("visited", None),
            ("visited", Level.district),
            ("visited", Level.town),
            ("competent", None),
            ("competent", Level.city),
        ],
    )
    def test_one_condition_that_is_not_on_record_and_nothing_is_refused(
        self, policy: Params, name: str, value: object
    ) -> None:
        replaced: dict[str, Any] = {name: value}
        decision = _decide(evolve(TAKEN_HIGHER, **replaced), policy=policy)
        assert decision.outcome is Intake.accept
        assert decision.reasons[0].citation is NEVER_IN_DOUBT
        code = "admissibility.not_recorded" if value is None else "admissibility.unmet"
        assert decision.reasons[0].code == code

    @pytest.mark.parametrize(
        ("name", "value"),
        list(product(("same_person", "same_matter", "same_grounds"), (None, False))),
    )
    def test_so_it_is_after_a_re_review(self, policy: Params, name: str, value: object) -> None:
        replaced: dict[str, Any] = {name: value}
        decision = _decide(evolve(RE_REVIEWED, **replaced), policy=policy)
        assert decision.outcome is Intake.accept

    def test_what_is_not_recorded_is_named(self, policy: Params) -> None:
        unsaid = evolve(RE_REVIEWED, same_matter=None, same_grounds=None)
        reason = _decide(unsaid, policy=policy).reasons[0]
        assert reason.text() == "未登记是否同一事项、同一事实和理由，不影响受理"
        assert reason.missing == ("same_matter", "same_grounds")
        nowhere = evolve(TAKEN_HIGHER, visited=None)
        reason = _decide(nowhere, policy=policy).reasons[0]
        assert reason.missing == ("visited_level", "competent_level")

    def test_what_is_recorded_otherwise_is_told_first(self, policy: Params) -> None:
        other = evolve(RE_REVIEWED, same_matter=False, same_grounds=None)
        reason = _decide(other, policy=policy).reasons[0]
        assert reason.text() == "登记为并非同一事项，照常受理"

    def test_a_first_petition_is_accepted(self, policy: Params) -> None:
        decision = _decide(evolve(TAKEN_HIGHER, stage=EarlierStage.never), policy=policy)
        assert decision.outcome is Intake.accept
        assert codes(decision.reasons) == ["admissibility.ordinary"]

    def test_nothing_recorded_is_accepted(self, policy: Params) -> None:
        assert _decide(policy=policy).outcome is Intake.accept


class TestRoutes2022:
    """Art. 22: litigation goes to the political and legal organs: letters sent, visitors guided."""

    @pytest.mark.parametrize("form", [None, *PetitionForm])
    def test_litigation(self, form: PetitionForm | None) -> None:
        visit = form is PetitionForm.visit
        wanted = Intake.guide_to_political_and_legal if visit else Intake.to_political_and_legal
        assert _decide(route=Route.judicial, form=form).outcome is wanted

    @pytest.mark.parametrize(
        ("route", "form"),
        list(product([one for one in Route if one is not Route.judicial], (None, *PetitionForm))),
    )
    def test_no_other_route_keeps_a_matter_out(
        self, route: Route, form: PetitionForm | None
    ) -> None:
        assert _decide(route=route, form=form).outcome is Intake.accept

    @pytest.mark.parametrize("subject", Subject)
    def test_accusations_for_discipline_inspection_go_to_it(self, subject: Subject) -> None:
        discipline = subject is Subject.discipline
        wanted = Intake.to_discipline if discipline else Intake.accept
        assert _decide(subject=subject).outcome is wanted

    def test_the_law_of_2022_routes_and_does_not_refuse(self) -> None:
        for subject, route, form in product(Subject, Route, PetitionForm):
            assert _decide(NOTHING, subject, route, form).outcome not in REFUSALS


class TestRoutes2005:
    """Arts. 14, 15, 21: five kinds of organs; what has a legal route is not accepted, and told."""

    @pytest.mark.parametrize("form", [None, *PetitionForm])
    @pytest.mark.parametrize(
        ("route", "intake"),
        [
            ("judicial", "tell_legal_route"),
            ("arbitration", "tell_legal_route"),
            ("party", "accept"),
            ("administrative", "tell_legal_route"),
            ("statutory_duty", "accept"),
            ("petition", "accept"),
        ],
    )
    def test_legal_routes(self, route: str, intake: str, form: PetitionForm | None) -> None:
        decision = _decide(route=Route[route], form=form, policy=TEXT_2005)
        assert decision.outcome is Intake[intake]

    @pytest.mark.parametrize("subject", [one for one in Subject if one is not Subject.discipline])
    def test_five_kinds_are_accepted_and_three_are_shown_the_way(self, subject: Subject) -> None:
        elsewhere = subject in {Subject.congress, Subject.court, Subject.procuratorate}
        wanted = Intake.tell_competent if elsewhere else Intake.accept
        assert _decide(subject=subject, policy=TEXT_2005).outcome is wanted

    def test_what_the_text_does_not_know_is_undetermined(self) -> None:
        decision = _decide(subject=Subject.discipline, policy=TEXT_2005)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer, and a refusal for an earlier petition has all of it on record."""

    @given(earlier(), st.none() | st.sampled_from(Subject), ROUTES, FORMS, params(Params))
    def test_any_facts(
        self,
        before: Earlier,
        subject: Subject | None,
        route: Route | None,
        form: PetitionForm | None,
        policy: Params,
    ) -> None:
        decision = decide(before, subject, route, form, policy)
        assert_explained(decision)
        if "admissibility.earlier" in codes(decision.reasons):
            assert before.same_person
            assert before.same_matter

    @given(earlier(), FORMS)
    def test_without_a_record_of_the_same_person_nobody_is_refused(
        self, before: Earlier, form: PetitionForm | None
    ) -> None:
        unknown = evolve(before, same_person=None)
        for policy in (TEXT_2005, TEXT_2022):
            assert decide(unknown, None, None, form, policy).outcome is Intake.accept
