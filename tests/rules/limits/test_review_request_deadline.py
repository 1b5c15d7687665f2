"""Until when may the petitioner ask for a review? What both rights share: test_rights_to_ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks import day, deadline_of, explained, present, recorded
from strategies_limits import MAINLAND
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.review_request_deadline import decide
from xinfang_core.vocabulary import EventKind, Status

if TYPE_CHECKING:
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

TEXT = present(load_policy("national").on(day("2022-05-01")).limits.review_request_deadline)


def _decide(history: History, as_of: str = "2025-12-31") -> Decision[Deadline]:
    return explained(decide(history, day(as_of), TEXT, MAINLAND))


class TestReceipt:
    """The right does not run out before the petitioner has the answer that stands."""

    def test_what_was_delivered_before_the_answer_was_not_the_answer(self) -> None:
        early = recorded(deliver="2025-03-03", reply="2025-03-05")
        assert deadline_of(_decide(early)).status is Status.not_started
        answered = History((*early.events, Event(EventKind.deliver, day("2025-03-10"))))
        assert deadline_of(_decide(answered)).due == day("2025-04-09")

    def test_after_a_reopening_the_new_answer_counts(self) -> None:
        first = recorded(deliver="2025-03-10", request_review="2025-03-20", reopen="2025-04-01")
        assert deadline_of(_decide(first)).status is Status.not_started
        second = History((*first.events, Event(EventKind.deliver, day("2025-05-12"))))
        outcome = deadline_of(_decide(second, "2025-05-12"))
        assert (outcome.due, outcome.status) == (day("2025-06-11"), Status.open)
        asked = History((*second.events, Event(EventKind.request_review, day("2025-05-20"))))
        assert deadline_of(_decide(asked)).status is Status.met

    def test_after_another_reopening_what_was_asked_for_between_asks_for_nothing(self) -> None:
        between = recorded(
            *(Event(EventKind.reopen, day(on)) for on in ("2025-04-01", "2025-06-02")),
            *(Event(EventKind.deliver, day(on)) for on in ("2025-03-10", "2025-06-16")),
            request_review="2025-05-20",
        )
        outcome = deadline_of(_decide(between, "2025-07-01"))
        assert (outcome.due, outcome.status) == (day("2025-07-16"), Status.open)
        same_day = History((*between.events, Event(EventKind.request_review, day("2025-06-16"))))
        assert deadline_of(_decide(same_day, "2025-07-01")).status is Status.met
