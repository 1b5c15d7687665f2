"""Until when may the petitioner ask for a review? What both rights share: test_rights_to_ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from checks import day, deadline_of, explained, present, recorded
from strategies_limits import MAINLAND
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.review_request_deadline import OPINION_ONLY, decide
from xinfang_core.vocabulary import Absent, CaseClass, EventKind, HandlingScope, Route, Status

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT = present(NATIONAL.on(day("2022-05-01")).limits.review_request_deadline)


def _decide(history: History, as_of: str = "2025-12-31") -> Decision[Deadline]:
    return explained(
        decide(
            history,
            day(as_of),
            TEXT,
            MAINLAND,
            case_class=CaseClass.appeal,
            route=Route.petition,
        )
    )


class TestReceipt:
    """The right does not run out before the petitioner has the answer that stands."""

    def test_what_was_delivered_before_the_answer_was_not_the_answer(self) -> None:
        early = recorded(deliver="2025-03-03", reply="2025-03-05")
        assert deadline_of(_decide(early)).status is Status.not_started
        answered = History((*early.events, Event(EventKind.deliver, day("2025-03-10"))))
        assert deadline_of(_decide(answered)).due == day("2025-04-09")

    def test_after_a_reopening_the_new_answer_counts(self) -> None:
        first = recorded(deliver="2025-03-10", request_review="2025-03-20", reopen="2025-04-01")
        assert deadline_of(_decide(first)).status is Status.not_started
        second = History((*first.events, Event(EventKind.deliver, day("2025-05-12"))))
        outcome = deadline_of(_decide(second, "2025-05-12"))
        assert (outcome.due, outcome.status) == (day("2025-06-11"), Status.open)
        asked = History((*second.events, Event(EventKind.request_review, day("2025-05-20"))))
        assert deadline_of(_decide(asked)).status is Status.met

    def test_after_another_reopening_what_was_asked_for_between_asks_for_nothing(self) -> None:
        between = recorded(
            *(Event(EventKind.reopen, day(on)) for on in ("2025-04-01", "2025-06-02")),
            *(Event(EventKind.deliver, day(on)) for on in ("2025-03-10", "2025-06-16")),
            request_review="2025-05-20",
        )
        outcome = deadline_of(_decide(between, "2025-07-01"))
        assert (outcome.due, outcome.status) == (day("2025-07-16"), Status.open)
        same_day = History((*between.events, Event(EventKind.request_review, day("2025-06-16"))))
        assert deadline_of(_decide(same_day, "2025-07-01")).status is Status.met

    def test_what_is_asked_for_on_the_day_of_the_reopening_is_asked_for_anew(self) -> None:
        days = {"deliver": "2025-05-12", "request_review": "2025-04-01", "reopen": "2025-04-01"}
        assert deadline_of(_decide(recorded(**days))).status is Status.met


class TestScope:
    """2022 Art. 35: a review is asked for against a handling opinion, and Art. 31(六) gives it."""

    ANSWERED = recorded(accept="2025-03-03", reply="2025-03-10", deliver="2025-03-11")

    def _ask(
        self,
        case_class: CaseClass | None,
        route: Route | None = None,
        *,
        opinion: bool | None = None,
        history: History = ANSWERED,
        edition: str = "2022-05-01",
    ) -> Decision[Deadline]:
        text = present(NATIONAL.on(day(edition)).limits.review_request_deadline)
        decision = decide(
            history,
            day("2025-12-31"),
            text,
            MAINLAND,
            case_class=case_class,
            route=route,
            handling_opinion=opinion,
        )
        return explained(decision)

    def test_an_appeal_on_the_petition_route_has_it(self) -> None:
        outcome = deadline_of(self._ask(CaseClass.appeal, Route.petition))
        assert (outcome.status, outcome.due) == (Status.lapsed, day("2025-04-10"))

    @pytest.mark.parametrize("case_class", [CaseClass.suggestion, CaseClass.accusation])
    def test_a_suggestion_or_accusation_has_none_and_is_told_where_to_turn(
        self, case_class: CaseClass
    ) -> None:
        for history in (self.ANSWERED, recorded(accept="2025-03-03")):
            decision = self._ask(case_class, history=history)
            assert decision.outcome is Absent.none
            (reason,) = decision.reasons
            assert reason.citation is OPINION_ONLY
            assert "可以向有权处理的本级或者上一级机关、单位提出" in reason.text()

    @pytest.mark.parametrize("route", [one for one in Route if one is not Route.petition])
    def test_another_route_has_the_remedy_of_its_own(self, route: Route) -> None:
        decision = self._ask(CaseClass.appeal, route)
        assert decision.outcome is Absent.none
        assert decision.reasons[0].code == "review_request_deadline.other_route"
        assert route.text() in decision.reasons[0].text()

    @pytest.mark.parametrize(
        ("case_class", "missing"), [(None, "case_class"), (CaseClass.appeal, "route")]
    )
    def test_what_is_not_recorded_never_says_that_there_is_no_right(
        self, case_class: CaseClass | None, missing: str
    ) -> None:
        decision = self._ask(case_class)
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == (missing,)
        waiting = self._ask(case_class, history=recorded(reply="2025-03-10"))
        assert deadline_of(waiting).status is Status.not_started

    @pytest.mark.parametrize("case_class", [None, *CaseClass])
    def test_a_recorded_opinion_keeps_its_limit(self, case_class: CaseClass | None) -> None:
        assert deadline_of(self._ask(case_class, opinion=True)).due == day("2025-04-10")

    @pytest.mark.parametrize("case_class", [None, *CaseClass])
    def test_the_2005_regulation_has_it_for_all_matters(self, case_class: CaseClass | None) -> None:
        decision = self._ask(case_class, edition="2005-05-01")
        assert deadline_of(decision).due == day("2025-04-10")

    def test_a_scope_that_is_not_told_is_named(self) -> None:
        name = "review_request_deadline.scope"
        params = evolve(TEXT, scope=evolve(TEXT.scope, value=Absent.silent, name=name))
        decision = decide(self.ANSWERED, day("2025-12-31"), params, MAINLAND)
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("review_request_deadline.scope",)

    def test_the_readings_of_both_editions(self) -> None:
        scopes = {
            edition: present(NATIONAL.on(day(edition)).limits.review_request_deadline).scope.value
            for edition in ("2005-05-01", "2022-05-01")
        }
        assert [*scopes.values()] == [HandlingScope.all_matters, HandlingScope.petition_route]
