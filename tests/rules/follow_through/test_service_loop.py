"""Which steps of the service are on record, and which are missing?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, assert_speaks, codes, day, present, rated, recorded
from strategies import histories
from strategies_params import params
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.service_loop import NOT_A_SEQUENCE, Loop, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Grade,
    Role,
    ServiceStep,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

GONGSHU = present(load_policy("gongshu").on(day("2025-01-01")).follow_through.service_loop)
WHOLE = {
    "receive": "2025-03-03",
    "accept": "2025-03-04",
    "handle": "2025-03-05",
    "feed_back": "2025-03-10",
    "supervise": "2025-03-12",
    "conclude": "2025-03-14",
    "revisit": "2025-03-24",
}
RATED = rated("2025-03-18", Grade.satisfied, Role.petition_worker)


def _decide(history: History, policy: Params = GONGSHU) -> Decision[Loop]:
    decision = decide(history, policy)
    assert_explained(decision)
    return decision


def _loop(history: History) -> Loop:
    outcome = _decide(history).outcome
    assert isinstance(outcome, Loop)
    return outcome


def _without(*kinds: str) -> History:
    return recorded(RATED, **{kind: at for kind, at in WHOLE.items() if kind not in kinds})


class TestLists:
    """Six steps of the service, five that close the loop; the lists are stated."""

    def test_six_and_five(self) -> None:
        assert [step.text() for step in ServiceStep if step in GONGSHU.service] == [
            "受理", "办理", "评价", "跟踪", "督办", "办结",
        ]  # fmt: skip
        assert (
            "、".join(step.text() for step in GONGSHU.loop.values) == "受理、反馈、评价、回访、督办"
        )
        assert GONGSHU.loop.citation.basis is Basis.stated

    def test_nothing_is_missing_from_a_whole_record(self) -> None:
        decision = _decide(_without())
        assert decision.outcome == Loop(tuple(ServiceStep), (), closed=True)
        assert decision.findings == ()


class TestNoSequence:
    """The six name evaluation before conclusion, elsewhere it comes after: both are on record."""

    @pytest.mark.parametrize("on", ["2025-03-11", "2025-03-14", "2025-03-18"])
    def test_a_rating_before_or_after_the_conclusion(self, on: str) -> None:
        rating = rated(on, Grade.satisfied, Role.petition_worker)
        assert ServiceStep.evaluate in _loop(recorded(rating, **WHOLE)).done

    def test_the_reading_is_cited(self) -> None:
        cited = [reason.citation for reason in _decide(_without()).reasons]
        assert NOT_A_SEQUENCE in cited


class TestOpen:
    """Before the matter is closed, what is not on record is still to come."""

    def test_a_matter_that_is_being_handled(self) -> None:
        decision = _decide(recorded(receive="2025-03-03", accept="2025-03-04"))
        assert decision.findings == ()
        outcome = _loop(recorded(receive="2025-03-03", accept="2025-03-04"))
        assert outcome.done == (ServiceStep.accept,)
        assert not outcome.closed
        assert outcome.revisit_by is None
        assert outcome.text().startswith("尚待")

    def test_a_matter_that_was_taken_up_again(self) -> None:
        again = Event(EventKind.reopen, day("2025-04-01"))
        history = recorded(again, accept="2025-03-04", conclude="2025-03-14")
        assert not _loop(history).closed
        closed = recorded(again, Event(EventKind.conclude, day("2025-04-10")), **WHOLE)
        assert _loop(closed).closed


class TestMissing:
    """Once the matter is closed, a missing revisit is a finding, and so are other gaps."""

    def test_a_revisit_is_still_owed_after_the_conclusion(self) -> None:
        decision = _decide(_without("revisit"))
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation == GONGSHU.loop.cited(ServiceStep.revisit)
        outcome = _loop(_without("revisit"))
        assert outcome.revisit_by is Role.petition_worker
        assert outcome.undone == (ServiceStep.revisit,)
        assert outcome.text() == "缺少：回访"

    def test_written_off_without_a_revisit(self) -> None:
        history = recorded(RATED, write_off="2025-03-28", **{
            kind: at for kind, at in WHOLE.items() if kind != "revisit"
        })  # fmt: skip
        (finding,) = _decide(history).findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "service_loop.no_revisit"

    def test_each_list_names_its_own_gaps(self) -> None:
        decision = _decide(_without("supervise", "handle", "accept"))
        assert codes(decision.findings) == [
            "service_loop.service_missing",
            "service_loop.loop_missing",
        ]
        assert_speaks(one.reason for one in decision.findings)
        service, loop = (dict(one.reason.facts)["steps"] for one in decision.findings)
        assert service == loop == (ServiceStep.accept, ServiceStep.supervise)

    @pytest.mark.parametrize(
        ("instead", "code", "missing"),
        [
            ("call", "service_loop.loop_missing", ServiceStep.feed_back),
            ("reply", "service_loop.service_missing", ServiceStep.track),
        ],
    )
    def test_what_only_one_list_names_is_missing_from_it_alone(
        self, instead: str, code: str, missing: ServiceStep
    ) -> None:
        event = Event(EventKind[instead], day("2025-03-10"))
        (finding,) = _decide(History((*_without("feed_back").events, event))).findings
        assert finding.reason.code == code
        assert dict(finding.reason.facts)["steps"] == (missing,)

    def test_who_revisits_may_be_silent(self) -> None:
        by = evolve(GONGSHU.revisit_by, value=Absent.silent)
        decision = _decide(_without("revisit"), evolve(GONGSHU, revisit_by=by))
        assert isinstance(decision.outcome, Loop)
        assert decision.outcome.revisit_by is None

    def test_a_revisit_that_only_the_service_names(self) -> None:
        policy = evolve(GONGSHU, service=GONGSHU.loop, loop=GONGSHU.service)
        (finding,) = _decide(_without("revisit"), policy).findings
        assert finding.reason.citation == GONGSHU.loop.cited(ServiceStep.revisit)


class TestTotality:
    """Any history has an answer; findings only where the matter is closed."""

    @given(histories(), params(Params))
    def test_done_and_missing_are_the_policys_steps(self, history: History, policy: Params) -> None:
        decision = _decide(history, policy)
        if not isinstance(decision.outcome, Loop):
            assert decision.outcome is Undetermined.undetermined
            return
        steps = (*decision.outcome.done, *decision.outcome.undone)
        assert len(steps) == len(set(steps))
        assert set(steps) == {*policy.service.values, *policy.loop.values}
        if not decision.outcome.closed:
            assert decision.findings == ()

    @given(histories())
    def test_an_event_more_never_makes_a_step_missing(self, history: History) -> None:
        # After all others: on the day of a reopening it would belong to the round before.
        more = History((*history.events, Event(EventKind.revisit, day("2036-01-04"))))
        assert set(_loop(more).undone) == set(_loop(history).undone) - {ServiceStep.revisit}

    @pytest.mark.parametrize("name", ["service", "loop"])
    def test_a_silent_list_is_named(self, name: str) -> None:
        silent: CitedList[Any] = CitedList((), GONGSHU.loop.citation, Absent.silent)
        replaced: dict[str, Any] = {name: silent}
        decision = _decide(_without(), evolve(GONGSHU, **replaced))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
