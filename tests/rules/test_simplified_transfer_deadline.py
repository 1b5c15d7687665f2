"""Did each level pass the matter on in time in the simplified procedure?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, day, deadline_of, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.simplified_transfer_deadline import EACH_LEVEL, Params, decide
from xinfang_core.vocabulary import Absent, Basis, EventKind, Procedure, Status, Undetermined

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision

PACK = load_policy("national").on(day("2022-07-17"))
TEXT = present(PACK.simplified_transfer_deadline)
SIMPLE = Procedure.simplified
PROCEDURES = st.sampled_from((*Procedure, Undetermined.undetermined, Absent.none))


def _decide(
    received: str | None,
    *transferred: str,
    procedure: Procedure | Undetermined | Absent = SIMPLE,
) -> Decision[Deadline]:
    events = [Event(EventKind.transfer, day(one)) for one in transferred]
    history = recorded(*events, **({"receive": received} if received else {}))
    decision = decide(procedure, history, day("2025-12-31"), TEXT, MAINLAND)
    assert_explained(decision)
    return decision


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

    def test_it_is_assumed_and_says_who_should_confirm(self) -> None:
        assert TEXT.limit.value == WorkingDays(1)
        assert TEXT.limit.citation.basis is Basis.assumed
        assert "确认" in TEXT.limit.citation.note

    def test_without_a_transfer_there_is_no_level(self) -> None:
        assert _decide("2025-03-03").outcome is Absent.none

    def test_without_a_receipt_it_has_not_started(self) -> None:
        assert deadline_of(_decide(None, "2025-03-03")).status is Status.not_started


class TestProcedure:
    """Only the simplified procedure has the limit."""

    def test_ordinary(self) -> None:
        decision = _decide("2025-03-03", "2025-03-20", procedure=Procedure.ordinary)
        assert decision.outcome is Absent.none

    @pytest.mark.parametrize("procedure", [Undetermined.undetermined, Absent.none])
    def test_unknown(self, procedure: Undetermined | Absent) -> None:
        decision = _decide("2025-03-03", "2025-03-20", procedure=procedure)
        assert decision.outcome == Deadline(Status.undetermined)


class TestProperties:
    """Any facts have an answer; a level that was late stays late whatever follows."""

    @FEWER
    @given(
        PROCEDURES,
        meeting(EventKind.receive, EventKind.transfer),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self,
        procedure: Procedure | Undetermined | Absent,
        history: History,
        as_of: date,
        params: Params,
        calendar: WorkCalendar,
    ) -> None:
        assert_explained(decide(procedure, history.until(as_of), as_of, params, calendar))

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
