"""By when is the matter handled in the simplified procedure?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, day, deadline_of, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.deadline import Deadline
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.simplified_handling_deadline import OPINION, Params, decide
from xinfang_core.vocabulary import Absent, Basis, EventKind, Procedure, Status, Undetermined

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

PACK = load_policy("national").on(day("2022-07-17"))
TEXT = present(PACK.simplified_handling_deadline)
SIMPLE = Procedure.simplified
PROCEDURES = st.sampled_from((*Procedure, Undetermined.undetermined, Absent.none))


def _decide(
    as_of: str = "2025-12-31",
    procedure: Procedure | Undetermined | Absent = SIMPLE,
    **days: str,
) -> Decision[Deadline]:
    decision = decide(procedure, recorded(**days), day(as_of), TEXT, MAINLAND)
    assert_explained(decision)
    return decision


class TestLimit:
    """2016 measures: the opinion within 10 working days of acceptance; for 2022 assumed."""

    @pytest.mark.parametrize(
        ("accepted", "due"), [("2025-03-03", "2025-03-17"), ("2025-09-29", "2025-10-20")]
    )
    def test_the_last_day_on_the_wall(self, accepted: str, due: str) -> None:
        # From 29 September: the 30th, then nine days from 9 October with Saturday the 11th.
        assert deadline_of(_decide(accepted, accept=accepted)).due == day(due)

    def test_it_is_assumed_and_says_who_should_confirm(self) -> None:
        assert TEXT.limit.value == WorkingDays(10)
        assert TEXT.limit.citation.basis is Basis.assumed
        assert "确认" in TEXT.limit.citation.note

    @pytest.mark.parametrize("kind", ["reply", "conclude"])
    @pytest.mark.parametrize(("on", "status"), [("2025-03-17", "met"), ("2025-03-18", "late")])
    def test_reply_or_conclusion_shows_the_opinion(self, kind: str, on: str, status: str) -> None:
        decision = _decide("2025-12-31", SIMPLE, accept="2025-03-03", **{kind: on})
        assert deadline_of(decision).status is Status[status]
        assert decision.reasons[0].citation is OPINION

    def test_the_first_of_both_counts(self) -> None:
        decision = _decide(accept="2025-03-03", conclude="2025-03-14", reply="2025-03-20")
        assert deadline_of(decision).status is Status.met

    def test_without_an_acceptance_it_has_not_started(self) -> None:
        assert deadline_of(_decide(receive="2025-03-03")).status is Status.not_started


class TestProcedure:
    """Only the simplified procedure has the limit."""

    def test_ordinary(self) -> None:
        assert _decide(procedure=Procedure.ordinary, accept="2025-03-03").outcome is Absent.none

    @pytest.mark.parametrize("procedure", [Undetermined.undetermined, Absent.none])
    def test_unknown(self, procedure: Undetermined | Absent) -> None:
        decision = _decide(procedure=procedure, accept="2025-03-03")
        assert decision.outcome == Deadline(Status.undetermined)


class TestProperties:
    """Any facts have an answer; the simplified limit ends before the sixty days do."""

    @FEWER
    @given(
        PROCEDURES,
        meeting(EventKind.accept, EventKind.reply, EventKind.conclude),
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

    @given(NEAR)
    def test_shorter_than_sixty_days(self, accepted: date) -> None:
        history = recorded(accept=str(accepted))
        outcome = deadline_of(decide(SIMPLE, history, accepted, TEXT, MAINLAND))
        assert 10 <= (present(outcome.due) - accepted).days < 60
