"""Until when may the petitioner ask for a review?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from checks import assert_explained, day, deadline_of, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.review_request_deadline import RECEIPT, Params, decide
from xinfang_core.vocabulary import EventKind, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).review_request_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).review_request_deadline)


def _decide(
    history: History, as_of: str = "2025-12-31", params: Params = TEXT_2022
) -> Decision[Deadline]:
    decision = decide(history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 35, 2005 Art. 34: within 30 days of receipt of the written answer."""

    @pytest.mark.parametrize(
        ("delivered", "due"),
        [
            ("2025-03-10", "2025-04-09"),
            ("2025-04-03", "2025-05-06"),  # 3 May lies in the holiday
            ("2025-09-30", "2025-10-30"),
        ],
    )
    def test_the_last_day_on_the_wall(self, delivered: str, due: str, params: Params) -> None:
        history = recorded(deliver=delivered)
        assert deadline_of(_decide(history, delivered, params)).due == day(due)

    def test_thirty_calendar_days(self, params: Params) -> None:
        assert params.limit.value == CalendarDays(30)

    @pytest.mark.parametrize(
        ("asked", "status"), [("2025-04-09", "met"), ("2025-04-10", "late"), (None, "lapsed")]
    )
    def test_a_request_meets_it(self, asked: str | None, status: str, params: Params) -> None:
        days = {"deliver": "2025-03-10"} | ({"request_review": asked} if asked else {})
        assert deadline_of(_decide(recorded(**days), params=params)).status is Status[status]


class TestReceipt:
    """The right does not run out before the petitioner has the answer."""

    def test_without_a_delivery_it_has_not_begun(self) -> None:
        history = recorded(conclude="2025-03-03", reply="2025-03-05")
        decision = _decide(history)
        assert decision.outcome == Deadline(Status.not_started)
        assert decision.reasons[0].citation is RECEIPT

    def test_a_refuted_delivery_does_not_count_and_a_later_one_does(self) -> None:
        history = recorded(deliver="2025-03-10", refute_delivery="2025-03-20")
        assert deadline_of(_decide(history)).status is Status.not_started
        again = History((*history.events, Event(EventKind.deliver, day("2025-03-24"))))
        assert deadline_of(_decide(again)).due == day("2025-04-23")

    def test_after_a_reopening_the_new_answer_counts(self) -> None:
        first = recorded(deliver="2025-03-10", request_review="2025-03-20", reopen="2025-04-01")
        assert deadline_of(_decide(first)).status is Status.not_started
        second = History((*first.events, Event(EventKind.deliver, day("2025-05-12"))))
        outcome = deadline_of(_decide(second, "2025-05-12"))
        assert (outcome.due, outcome.status) == (day("2025-06-11"), Status.open)
        asked = History((*second.events, Event(EventKind.request_review, day("2025-05-20"))))
        assert deadline_of(_decide(asked)).status is Status.met

    def test_a_second_copy_of_the_same_answer_changes_nothing(self) -> None:
        copies = (Event(EventKind.deliver, day(one)) for one in ("2025-03-10", "2025-03-17"))
        assert deadline_of(_decide(recorded(*copies))).due == day("2025-04-09")


class TestProperties:
    """Any facts have an answer; what happens later never shortens the right."""

    @FEWER
    @given(
        meeting(
            EventKind.deliver,
            EventKind.refute_delivery,
            EventKind.request_review,
            EventKind.reopen,
        ),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self, history: History, as_of: date, params: Params, calendar: WorkCalendar
    ) -> None:
        assert_explained(decide(history.until(as_of), as_of, params, calendar))

    @given(meeting(EventKind.deliver, EventKind.refute_delivery, EventKind.reopen), NEAR, NEAR)
    def test_refuting_or_reopening_never_brings_the_end_nearer(
        self, history: History, when: date, as_of: date
    ) -> None:
        before = deadline_of(decide(history, as_of, TEXT_2022, MAINLAND)).due
        for kind in (EventKind.refute_delivery, EventKind.reopen):
            more = History((*history.events, Event(kind, when)))
            after = deadline_of(decide(more, as_of, TEXT_2022, MAINLAND)).due
            assert after is None or (before is not None and after >= before)
