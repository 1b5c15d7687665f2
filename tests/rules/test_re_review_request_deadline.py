"""Until when may the petitioner ask for a re-review?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, day, deadline_of, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.rules.re_review_request_deadline import RECEIPT, Params, decide
from xinfang_core.vocabulary import Absent, EventKind, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).re_review_request_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).re_review_request_deadline)
REVIEWED = recorded(deliver="2025-02-10", request_review="2025-03-03", review="2025-03-24")


def _with(*events: tuple[str, str]) -> History:
    more = (Event(EventKind[kind], day(on)) for kind, on in events)
    return History((*REVIEWED.events, *more))


def _decide(
    history: History, as_of: str = "2025-12-31", params: Params = TEXT_2022
) -> Decision[Deadline]:
    decision = decide(history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 36(1), 2005 Art. 35(1): within 30 days of receipt of the review opinion."""

    @pytest.mark.parametrize(
        ("delivered", "due"),
        [("2025-03-31", "2025-04-30"), ("2025-04-03", "2025-05-06"), ("2025-03-24", "2025-04-23")],
    )
    def test_the_last_day_on_the_wall(self, delivered: str, due: str, params: Params) -> None:
        history = _with(("deliver", delivered))
        assert deadline_of(_decide(history, delivered, params)).due == day(due)

    @pytest.mark.parametrize(
        ("asked", "status"), [("2025-04-30", "met"), ("2025-05-06", "late"), (None, "lapsed")]
    )
    def test_a_request_meets_it(self, asked: str | None, status: str, params: Params) -> None:
        request = [("request_re_review", asked)] if asked else []
        history = _with(("deliver", "2025-03-31"), *request)
        assert deadline_of(_decide(history, params=params)).status is Status[status]


class TestReceipt:
    """The delivery of the answer before is not that of the review opinion."""

    def test_without_a_delivery_since_the_review_it_has_not_begun(self) -> None:
        decision = _decide(REVIEWED)
        assert decision.outcome == Deadline(Status.not_started)
        assert decision.reasons[0].citation is RECEIPT

    def test_without_a_review_neither(self) -> None:
        assert deadline_of(_decide(recorded(deliver="2025-03-10"))).status is Status.not_started

    def test_a_review_without_a_recorded_request_counts_all_the_same(self) -> None:
        history = recorded(review="2025-03-24", deliver="2025-03-31")
        assert deadline_of(_decide(history)).due == day("2025-04-30")

    def test_a_refuted_delivery_does_not_count(self) -> None:
        history = _with(("deliver", "2025-03-31"), ("refute_delivery", "2025-04-10"))
        assert deadline_of(_decide(history)).status is Status.not_started

    def test_a_request_before_the_review_is_none(self) -> None:
        history = _with(("deliver", "2025-03-31"), ("request_re_review", "2025-03-10"))
        assert deadline_of(_decide(history, "2025-04-01")).status is Status.open


class TestProperties:
    """Any facts have an answer, and it never begins before the review."""

    @FEWER
    @given(
        meeting(
            EventKind.deliver,
            EventKind.refute_delivery,
            EventKind.request_review,
            EventKind.review,
            EventKind.request_re_review,
        ),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self, history: History, as_of: date, params: Params, calendar: WorkCalendar
    ) -> None:
        assert_explained(decide(history.until(as_of), as_of, params, calendar))

    @given(meeting(EventKind.deliver, EventKind.review), NEAR)
    def test_it_ends_thirty_days_after_the_review_or_later(
        self, history: History, as_of: date
    ) -> None:
        outcome = deadline_of(decide(history, as_of, TEXT_2022, MAINLAND))
        reviewed = history.day(EventKind.review)
        if outcome.due is not None:
            assert (outcome.due - present(reviewed)).days >= 30


class TestSilentStart:
    """What the limit counts from is needed; where the source does not say, nothing is told."""

    @pytest.mark.parametrize("absent", Absent)
    def test_it_cannot_be_told(self, absent: Absent) -> None:
        params = evolve(TEXT_2022, start=evolve(TEXT_2022.start, value=absent))
        history = _with(("deliver", "2025-03-31"))
        decision = _decide(history, params=params)
        assert not isinstance(decision.outcome, Deadline) or decision.outcome.due is None
