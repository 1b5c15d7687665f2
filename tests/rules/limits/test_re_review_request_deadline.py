"""Until when may the petitioner ask for a re-review? What both rights share: test_rights_to_ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from checks import day, deadline_of, explained, present, recorded
from strategies_limits import MAINLAND, NEAR, meeting
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.re_review_request_deadline import decide
from xinfang_core.vocabulary import EventKind, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import History
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

TEXT = present(load_policy("national").on(day("2022-05-01")).limits.re_review_request_deadline)


def _decide(as_of: str = "2025-12-31", **days: str) -> Decision[Deadline]:
    return explained(decide(recorded(**days), day(as_of), TEXT, MAINLAND))


class TestReceipt:
    """The delivery of the answer before is not that of the review opinion."""

    def test_without_a_review_it_has_not_begun(self) -> None:
        assert deadline_of(_decide(deliver="2025-03-10")).status is Status.not_started

    def test_a_review_without_a_recorded_request_counts_all_the_same(self) -> None:
        decision = _decide(review="2025-03-24", deliver="2025-03-31")
        assert deadline_of(decision).due == day("2025-04-30")

    def test_a_request_before_the_review_is_none(self) -> None:
        decision = _decide(
            "2025-04-01",
            request_review="2025-03-03",
            request_re_review="2025-03-10",
            review="2025-03-24",
            deliver="2025-03-31",
        )
        assert deadline_of(decision).status is Status.open

    @given(meeting(EventKind.deliver, EventKind.review), NEAR)
    def test_it_ends_thirty_days_after_the_review_or_later(
        self, history: History, as_of: date
    ) -> None:
        outcome = deadline_of(decide(history, as_of, TEXT, MAINLAND))
        reviewed = history.day(EventKind.review)
        if outcome.due is not None:
            assert (outcome.due - present(reviewed)).days >= 30
