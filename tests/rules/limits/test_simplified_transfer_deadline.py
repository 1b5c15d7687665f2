"""Did each level pass the matter on in time in the simplified procedure?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import day, deadline_of, explained, present, recorded
from strategies_limits import MAINLAND, meeting
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.simplified_transfer_deadline import EACH_LEVEL, decide
from xinfang_core.vocabulary import Absent, EventKind, Procedure, Status

if TYPE_CHECKING:
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

PACK = load_policy("national").on(day("2022-07-17"))
TEXT = present(PACK.limits.simplified_transfer_deadline)
SIMPLE = Procedure.simplified


def _decide(received: str, *transferred: str) -> Decision[Deadline]:
    events = (Event(EventKind.transfer, day(one)) for one in transferred)
    history = recorded(*events, receive=received)
    return explained(decide(SIMPLE, history, day("2025-12-31"), TEXT, MAINLAND))


class TestLevels:
    """2016 measures: each level in between within 1 working day; for 2022 assumed."""

    @pytest.mark.parametrize(
        ("days", "level", "status", "due"),
        [
            (("2025-03-03", "2025-03-04"), 1, "met", "2025-03-04"),
            (("2025-03-07", "2025-03-10"), 1, "met", "2025-03-10"),  # over a weekend
            (("2025-09-30", "2025-10-09"), 1, "met", "2025-10-09"),
            (("2025-03-03", "2025-03-04", "2025-03-05"), 2, "met", "2025-03-05"),
            (("2025-03-03", "2025-03-05", "2025-03-06"), 1, "late", "2025-03-04"),
            (("2025-03-03", "2025-03-04", "2025-03-06"), 2, "late", "2025-03-05"),
        ],
    )
    def test_on_the_wall(self, days: tuple[str, ...], level: int, status: str, due: str) -> None:
        decision = _decide(*days)
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status[status], day(due))
        assert dict(decision.reasons[0].facts) == {"level": level}
        assert decision.reasons[0].citation is EACH_LEVEL

    def test_the_second_level_counts_from_the_first_transfer(self) -> None:
        decision = _decide("2025-03-03", "2025-03-04", "2025-03-05")
        assert dict(decision.reasons[1].facts)["event"] is EventKind.transfer

    def test_without_a_transfer_there_is_no_level(self) -> None:
        assert _decide("2025-03-03").outcome is Absent.none


class TestAnotherBody:
    """A passing-on after an objection is no level of the way to the body before."""

    def test_the_office_is_not_late_for_the_time_that_the_body_took(self) -> None:
        again = Event(EventKind.transfer, day("2025-03-10"))
        history = recorded(again, receive="2025-03-03", transfer="2025-03-04", object="2025-03-06")
        decision = explained(decide(SIMPLE, history, day("2025-12-31"), TEXT, MAINLAND))
        assert deadline_of(decision).status is Status.not_started
        assert dict(decision.reasons[0].facts)["status"] is Status.met


class TestProperties:
    """A level that was late stays late whatever follows."""

    @given(meeting(EventKind.receive, EventKind.transfer), st.integers(0, 30))
    def test_a_later_transfer_mends_nothing(self, history: History, days: int) -> None:
        transfers = history.all(EventKind.transfer)
        if not transfers:
            return
        last = transfers[-1].day.toordinal()
        more = Event(EventKind.transfer, present(transfers[-1].day).fromordinal(last + days))
        before = decide(SIMPLE, history, more.day, TEXT, MAINLAND)
        after = decide(SIMPLE, History((*history.events, more)), more.day, TEXT, MAINLAND)
        if deadline_of(before).status is Status.late:
            assert after.outcome == before.outcome
