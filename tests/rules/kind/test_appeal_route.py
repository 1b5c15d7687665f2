"""Where does the route of an appeal lead, and who sets its day count?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies_national import CLASS_OUTCOMES, ROUTES
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.appeal_route import AppealRoute, Params, decide
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, CaseClass, LimitOrigin, Route, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT = present(NATIONAL.on(day("2022-05-01")).kind.appeal_route)


def _decide(
    case_class: CaseClass | Undetermined, route: Route | None, policy: Params = TEXT
) -> Decision[AppealRoute]:
    decision = decide(case_class, route, policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestRoutes:
    """Art. 31: six routes, each with what it leads to; Art. 34 counts days for the sixth."""

    @pytest.mark.parametrize(
        ("route", "result", "clause"),
        [
            ("judicial", "legal_procedure", "第三十一条第一项"),
            ("arbitration", "other_procedure", "第三十一条第二项"),
            ("party", "other_procedure", "第三十一条第三项"),
            ("administrative", "other_procedure", "第三十一条第四项"),
            ("statutory_duty", "lawful_answer", "第三十一条第五项"),
            ("petition", "handling_opinion", "第三十一条第六项"),
        ],
    )
    def test_what_a_route_leads_to(self, route: str, result: str, clause: str) -> None:
        decision = _decide(CaseClass.appeal, Route[route])
        assert isinstance(decision.outcome, AppealRoute)
        assert decision.outcome.leads_to.name == result
        assert present(decision.reasons[0].citation).clause == clause

    @pytest.mark.parametrize("route", Route)
    def test_only_the_sixth_has_a_day_count_here(self, route: Route) -> None:
        decision = _decide(CaseClass.appeal, route)
        assert isinstance(decision.outcome, AppealRoute)
        counted = decision.outcome.limit is LimitOrigin.regulation
        assert counted is (route is Route.petition)


class TestNoRoute:
    """A route is recorded, never guessed, and only an appeal has one."""

    @pytest.mark.parametrize("case_class", [CaseClass.suggestion, CaseClass.accusation])
    def test_other_classes_have_none(self, case_class: CaseClass) -> None:
        decision = _decide(case_class, None)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["appeal_route.no_appeal"]

    def test_an_unrecorded_route(self) -> None:
        decision = _decide(CaseClass.appeal, None)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["appeal_route.not_recorded"]

    def test_an_unknown_class(self) -> None:
        decision = _decide(Undetermined.undetermined, Route.petition)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["appeal_route.class_unknown"]

    def test_the_edition_of_2005_knows_no_routes(self) -> None:
        assert NATIONAL.on(day("2005-05-01")).kind.appeal_route is None

    @pytest.mark.parametrize("name", ["leads_to", "limit"])
    def test_a_silent_cell_is_named(self, name: str) -> None:
        table = getattr(TEXT, name)
        silent: Sourced[Any] = Sourced(Absent.silent, table[Route.party].citation)
        policy = evolve(TEXT, **{name: Table({**table.cells, Route.party: silent})})
        decision = _decide(CaseClass.appeal, Route.party, policy)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer, and the recorded route is the one that comes out."""

    @given(CLASS_OUTCOMES, ROUTES, params(Params))
    def test_any_facts(
        self, case_class: CaseClass | Undetermined | Absent, route: Route | None, policy: Params
    ) -> None:
        decision = decide(case_class, route, policy)
        assert_explained(decision)
        if isinstance(decision.outcome, AppealRoute):
            assert case_class is CaseClass.appeal
            assert decision.outcome.route is route
