"""By when must the reviewing body give its opinion?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from checks import assert_explained, day, deadline_of, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.review_deadline import Params, decide
from xinfang_core.vocabulary import EventKind, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.review_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.review_deadline)


def _decide(
    history: History, as_of: str = "2026-06-30", params: Params = TEXT_2022
) -> Decision[Deadline]:
    decision = decide(history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 35, 2005 Art. 34: within 30 days of receipt of the request."""

    @pytest.mark.parametrize(
        ("asked", "due"),
        [
            ("2025-03-10", "2025-04-09"),
            ("2025-12-02", "2026-01-04"),  # New Year to 3 January; Sunday the 4th is worked
        ],
    )
    def test_the_last_day_on_the_wall(self, asked: str, due: str, params: Params) -> None:
        history = recorded(request_review=asked)
        assert deadline_of(_decide(history, asked, params)).due == day(due)

    @pytest.mark.parametrize(
        ("reviewed", "status"),
        [("2025-04-09", "met"), ("2025-04-10", "late"), (None, "overdue")],
    )
    def test_the_opinion_meets_it(self, reviewed: str | None, status: str, params: Params) -> None:
        days = {"request_review": "2025-03-10"} | ({"review": reviewed} if reviewed else {})
        assert deadline_of(_decide(recorded(**days), params=params)).status is Status[status]

    def test_without_a_request_nothing_runs(self, params: Params) -> None:
        history = recorded(deliver="2025-03-10")
        assert deadline_of(_decide(history, params=params)).status is Status.not_started


class TestRounds:
    """Asking again while the first request waits gives the body no more time."""

    def test_a_repeated_request(self) -> None:
        asked = (Event(EventKind.request_review, day(one)) for one in ("2025-03-10", "2025-03-31"))
        assert deadline_of(_decide(recorded(*asked))).due == day("2025-04-09")

    def test_a_request_after_the_opinion_is_a_new_one(self) -> None:
        asked = [Event(EventKind.request_review, day(one)) for one in ("2025-03-10", "2025-06-09")]
        history = recorded(*asked, review="2025-04-01")
        outcome = deadline_of(_decide(history, "2025-07-01"))
        assert (outcome.due, outcome.status) == (day("2025-07-09"), Status.open)

    def test_what_became_of_the_first_one_stays_told(self) -> None:
        asked = [Event(EventKind.request_review, day(one)) for one in ("2025-03-10", "2025-06-09")]
        decision = _decide(recorded(*asked, review="2025-04-11"), "2025-07-01")
        assert deadline_of(decision).status is Status.open
        (finding,) = decision.findings
        assert finding.reason.code == "deadline.late_before"
        assert dict(finding.reason.facts)["days"] == 2

    def test_one_after_a_reopening_is_not_late_for_the_one_before(self) -> None:
        asked = [Event(EventKind.request_review, day(one)) for one in ("2025-03-10", "2025-06-09")]
        decision = _decide(recorded(*asked, reopen="2025-04-01"), "2025-07-01")
        assert deadline_of(decision).due == day("2025-07-09")
        assert decision.findings == ()

    def test_a_reopening_does_not_end_a_review_that_waits(self) -> None:
        history = recorded(request_review="2025-03-10", reopen="2025-03-20")
        assert deadline_of(_decide(history)).status is Status.overdue


class TestProperties:
    """Any facts have an answer; another request never gives a waiting one more time."""

    @FEWER
    @given(
        meeting(EventKind.request_review, EventKind.review),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self, history: History, as_of: date, params: Params, calendar: WorkCalendar
    ) -> None:
        assert_explained(decide(history.until(as_of), as_of, params, calendar))

    @given(meeting(EventKind.request_review), NEAR, NEAR)
    def test_another_request(self, history: History, again: date, as_of: date) -> None:
        more = History((*history.events, Event(EventKind.request_review, again)))
        before = deadline_of(decide(history, as_of, TEXT_2022, MAINLAND)).due
        after = deadline_of(decide(more, as_of, TEXT_2022, MAINLAND)).due
        assert after is not None
        assert before is None or after <= before
