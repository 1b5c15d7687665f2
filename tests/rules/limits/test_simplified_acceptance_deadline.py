"""By when is acceptance decided in the simplified procedure?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import day, deadline_of, explained, present, recorded
from strategies_limits import MAINLAND, NEAR, meeting
from xinfang_core.case import Event
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.simplified_acceptance_deadline import ANSWERED, LAST_RECEIPT, decide
from xinfang_core.vocabulary import Absent, EventKind, Procedure, ReceivingBody, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import History
    from xinfang_core.decision import Decision

PACK = load_policy("national").on(day("2022-07-17"))
TEXT = present(PACK.limits.simplified_acceptance_deadline)
SIMPLE = Procedure.simplified


def _decide(as_of: str = "2025-12-31", **days: str) -> Decision[Deadline]:
    return _received(ReceivingBody.body, as_of, **days)


def _received(
    by: ReceivingBody | None, as_of: str = "2025-12-31", **days: str
) -> Decision[Deadline]:
    history = recorded(**days)
    return explained(decide(SIMPLE, history, day(as_of), TEXT, MAINLAND, received_by=by))


class TestLimit:
    """2016 measures: decided within 3 working days of receipt; for 2022 assumed."""

    @pytest.mark.parametrize(
        ("received", "due"),
        [("2025-03-03", "2025-03-06"), ("2025-09-29", "2025-10-10"), ("2025-03-07", "2025-03-12")],
    )
    def test_the_last_day_on_the_wall(self, received: str, due: str) -> None:
        assert deadline_of(_decide(received, receive=received)).due == day(due)

    @pytest.mark.parametrize("kind", ["accept", "notify"])
    @pytest.mark.parametrize(("on", "status"), [("2025-03-06", "met"), ("2025-03-07", "late")])
    def test_accepting_or_telling_decides(self, kind: str, on: str, status: str) -> None:
        decision = _decide("2025-12-31", receive="2025-03-03", **{kind: on})
        assert deadline_of(decision).status is Status[status]

    def test_the_first_of_both_counts(self) -> None:
        decision = _decide(receive="2025-03-03", accept="2025-03-10", notify="2025-03-05")
        assert deadline_of(decision).status is Status.met


class TestPassedOn:
    """The competent body has the matter from the day on which it was last passed on."""

    @pytest.mark.parametrize("kind", ["transfer", "assign"])
    def test_the_passing_on_starts_it(self, kind: str) -> None:
        decision = _decide("2025-12-31", receive="2025-03-03", **{kind: "2025-03-05"})
        assert deadline_of(decision).due == day("2025-03-10")
        assert decision.reasons[0].citation is LAST_RECEIPT

    def test_one_after_the_acceptance_does_not(self) -> None:
        decision = _decide(receive="2025-03-03", accept="2025-03-06", transfer="2025-03-10")
        assert deadline_of(decision).due == day("2025-03-06")

    def test_one_on_the_day_of_receipt_changes_nothing(self) -> None:
        passed, direct = (
            _decide(receive="2025-03-03", **one) for one in ({"transfer": "2025-03-03"}, {})
        )
        assert passed.outcome == direct.outcome

    def test_its_own_receipt_wins(self) -> None:
        own = Event(EventKind.receive, day("2025-03-06"))
        history = recorded(own, receive="2025-03-03", transfer="2025-03-05")
        decision = explained(decide(SIMPLE, history, day("2025-03-31"), TEXT, MAINLAND))
        assert deadline_of(decision).due == day("2025-03-11")

    def test_of_several_levels_the_last_one_counts(self) -> None:
        again = Event(EventKind.transfer, day("2025-03-06"))
        history = recorded(again, receive="2025-03-03", transfer="2025-03-05")
        decision = explained(decide(SIMPLE, history, day("2025-03-31"), TEXT, MAINLAND))
        assert deadline_of(decision).due == day("2025-03-11")


class TestWaiting:
    """While the petition office has the matter nobody owes a decision about it."""

    def test_received_by_the_office_nothing_runs(self) -> None:
        decision = _received(ReceivingBody.petition_office, receive="2025-03-03")
        assert decision.outcome == Deadline(Status.not_started)

    def test_by_whom_is_not_recorded_so_it_cannot_be_told(self) -> None:
        decision = _received(None, receive="2025-03-03")
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("received_by",)

    def test_without_a_receipt_it_has_not_started(self) -> None:
        assert deadline_of(_decide(register="2025-03-03")).status is Status.not_started

    @pytest.mark.parametrize("absent", Absent)
    def test_where_the_source_does_not_say_from_when_nothing_is_told(self, absent: Absent) -> None:
        params = evolve(TEXT, start=evolve(TEXT.start, value=absent))
        history = recorded(receive="2025-03-03")
        outcome = explained(decide(SIMPLE, history, day("2025-03-31"), params, MAINLAND)).outcome
        assert outcome in (Absent.none, Deadline(Status.undetermined))


class TestUnrecorded:
    """An answer without a recorded acceptance is a gap in the record, not proof of lateness."""

    @pytest.mark.parametrize("step", ["reply", "conclude"])
    @pytest.mark.parametrize("passed", [{}, {"transfer": "2025-03-04"}])
    def test_it_is_never_called_overdue(self, step: str, passed: dict[str, str]) -> None:
        decision = _decide("2025-06-30", receive="2025-03-03", **passed, **{step: "2025-03-14"})
        assert deadline_of(decision).status is Status.undetermined
        (finding,) = decision.findings
        assert finding.reason.code == "simplified_acceptance_deadline.not_recorded"
        assert finding.reason.citation is ANSWERED

    def test_without_an_answer_it_is(self) -> None:
        assert deadline_of(_decide("2025-06-30", receive="2025-03-03")).status is Status.overdue


class TestProperties:
    """What is passed on leaves the competent body no less time."""

    @given(meeting(EventKind.receive, EventKind.transfer), NEAR)
    def test_it_never_ends_before_it_would_from_the_first_of_both(
        self, history: History, as_of: date
    ) -> None:
        came = history.earliest(EventKind.receive, EventKind.transfer)
        decided = (
            decide(SIMPLE, one, as_of, TEXT, MAINLAND, received_by=ReceivingBody.body)
            for one in (history, recorded(receive=str(came or as_of)))
        )
        passed, alone = map(deadline_of, decided)
        if came:
            assert present(passed.due) >= present(alone.due)
