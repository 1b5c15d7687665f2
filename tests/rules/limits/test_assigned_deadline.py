"""By when must the result of an assigned matter be reported back?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import DAYS, FEWER, FLAGS
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.assigned_deadline import SET_DAY, Params, decide
from xinfang_core.vocabulary import Absent, Certainty, EventKind, Severity, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.assigned_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.assigned_deadline)


def _decide(
    own_deadline: str | None,
    as_of: str = "2025-12-31",
    *,
    params: Params = TEXT_2022,
    superior_assigned: bool | None = None,
    **days: str,
) -> Decision[Deadline]:
    decision = decide(
        day(own_deadline) if own_deadline else None,
        recorded(**days),
        day(as_of),
        params,
        MAINLAND,
        superior_assigned=superior_assigned,
    )
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestSetDay:
    """2022 Art. 22(1)(三), 2005 Art. 21(1)(四): feedback within the limit that was set."""

    @pytest.mark.parametrize(
        ("fed_back", "status", "overdue"),
        [
            ("2025-03-22", "met", 0),
            ("2025-03-23", "late", 0),  # a Sunday
            ("2025-03-25", "late", 2),
            (None, "overdue", 7),
        ],
    )
    def test_a_saturday_that_was_set_is_the_last_day(
        self, fed_back: str | None, status: str, overdue: int, params: Params
    ) -> None:
        days = {"assign": "2025-03-03"} | ({"feed_back": fed_back} if fed_back else {})
        decision = _decide(
            "2025-03-22", "2025-04-01", params=params, superior_assigned=None, **days
        )
        outcome = deadline_of(decision)
        assert (outcome.due, outcome.certainty) == (day("2025-03-22"), Certainty.settled)
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)
        assert decision.reasons[1].citation is SET_DAY

    def test_only_feedback_meets_it(self, params: Params) -> None:
        decision = _decide("2025-03-21", params=params, assign="2025-03-03", conclude="2025-03-10")
        assert deadline_of(decision).status is Status.overdue


class TestAssigned:
    """A matter that is not assigned has no such limit."""

    def test_a_day_alone_makes_no_assignment(self) -> None:
        decision = _decide("2025-03-21", transfer="2025-03-03")
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["assigned_deadline.not_assigned"]

    def test_a_superiors_assignment_is_one_too(self) -> None:
        decision = _decide("2025-03-21", "2025-03-10", superior_assigned=True)
        assert deadline_of(decision).status is Status.open

    def test_a_day_before_the_assignment_is_to_be_checked(self) -> None:
        decision = _decide("2025-03-02", assign="2025-03-03")
        assert decision.outcome == Deadline(Status.undetermined)
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert finding.reason.text() == (
            "指定期限 2025-03-02 早于交办之日 2025-03-03，不作期限计，请核对"
        )

    @pytest.mark.parametrize("due", ["2025-03-03", "2025-03-21"])
    def test_the_day_of_the_assignment_or_a_later_one_is_in_order(self, due: str) -> None:
        assert _decide(due, assign="2025-03-03").findings == ()

    @pytest.mark.parametrize(
        ("own", "status"),
        [("2025-03-14", "met"), ("2025-05-05", "met"), ("2025-05-06", "overdue")],
    )
    def test_after_a_reopening_the_day_belongs_to_the_assignment_it_was_set_for(
        self, own: str, status: str
    ) -> None:
        again = Event(EventKind.assign, day("2025-05-06"))
        history = recorded(
            again,
            assign="2025-03-03",
            accept="2025-03-03",
            feed_back="2025-03-13",
            reply="2025-03-14",
            reopen="2025-05-05",
        )
        more = History((*history.events, Event(EventKind.accept, day("2025-05-06"))))
        decision = decide(day(own), more, day("2025-06-30"), TEXT_2022, MAINLAND)
        assert deadline_of(decision).status is Status[status]

    def test_an_assignment_without_a_day_is_noted(self) -> None:
        decision = _decide(None, assign="2025-03-03")
        assert decision.outcome is Absent.none
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.code == "assigned_deadline.no_day"

    def test_a_silent_value_is_named(self) -> None:
        silent = evolve(TEXT_2022, done_by=evolve(TEXT_2022.done_by, value=Absent.silent))
        decision = _decide("2025-03-21", params=silent, assign="2025-03-03")
        assert decision.outcome == Deadline(Status.undetermined)
        assert codes(decision.reasons) == ["value.silent"]

    @pytest.mark.parametrize("due", ["2003-12-31", "2099-01-01"])
    def test_a_day_outside_the_calendar_cannot_be_told(self, due: str) -> None:
        decision = _decide(due, superior_assigned=True)
        assert decision.outcome == Deadline(Status.undetermined)
        assert codes(decision.reasons)[-1] == "deadline.day_outside_calendar"


class TestProperties:
    """Any facts have an answer, and the last day is the one that was set."""

    @FEWER
    @given(
        st.none() | DAYS,
        meeting(EventKind.assign, EventKind.feed_back),
        NEAR,
        any_params(Params),
        CALENDARS,
        FLAGS,
    )
    def test_total(
        self,
        own: date | None,
        history: History,
        as_of: date,
        params: Params,
        calendar: WorkCalendar,
        superior: bool | None,  # noqa: FBT001
    ) -> None:
        decision = decide(
            own, history.until(as_of), as_of, params, calendar, superior_assigned=superior
        )
        assert_explained(decision)
        if isinstance(decision.outcome, Deadline):
            assert decision.outcome.due in {own, None}
