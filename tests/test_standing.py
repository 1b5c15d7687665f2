"""What still stands of a history: after a reopening, a refuted delivery, a round."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given

from checks import day, recorded
from strategies_limits import meeting
from xinfang_core.case import UNDONE_BY, Event, History, last_round, standing_day
from xinfang_core.vocabulary import EventKind
from xinfang_core.workflow import UNDOES

ASKED, ANSWERED = EventKind.request_review, EventKind.review


class TestStanding:
    """An event that a later one took back does not stand."""

    def test_what_nothing_takes_back_is_the_first_of_its_kind(self) -> None:
        history = recorded(accept="2025-03-03", reopen="2025-03-10")
        assert standing_day(history, EventKind.accept) == day("2025-03-03")

    def test_nothing_recorded(self) -> None:
        assert standing_day(History(), EventKind.deliver) is None

    def test_a_delivery_before_and_after(self) -> None:
        twice = [Event(EventKind.deliver, day(one)) for one in ("2025-03-03", "2025-03-20")]
        history = recorded(*twice, refute_delivery="2025-03-10")
        assert standing_day(history, EventKind.deliver) == day("2025-03-20")

    def test_on_one_day_only_the_clock_tells(self) -> None:
        refuted = Event(EventKind.refute_delivery, datetime(2025, 3, 10, 9))  # noqa: DTZ001
        again = Event(EventKind.deliver, datetime(2025, 3, 10, 15))  # noqa: DTZ001
        assert standing_day(History((refuted, again)), EventKind.deliver) == day("2025-03-10")
        undated = Event(EventKind.deliver, day("2025-03-10"))
        assert standing_day(History((refuted, undated)), EventKind.deliver) is None

    @pytest.mark.parametrize("kind", UNDONE_BY)
    def test_the_workflow_takes_back_the_same(self, kind: EventKind) -> None:
        assert all(kind in UNDOES[by] for by in UNDONE_BY[kind])

    @given(meeting(EventKind.deliver, EventKind.refute_delivery, EventKind.reopen))
    def test_it_is_a_day_of_the_kind_and_after_all_that_take_it_back(
        self, history: History
    ) -> None:
        found = standing_day(history, EventKind.deliver)
        if found is not None:
            assert found in [event.day for event in history.all(EventKind.deliver)]
            for by in UNDONE_BY[EventKind.deliver]:
                assert all(event.day < found for event in history.all(by))


class TestRounds:
    """A request before the answer to the first one is no new one."""

    def test_nothing_asked(self) -> None:
        assert last_round(recorded(review="2025-03-03"), ASKED, ANSWERED) == (None, None)

    def test_an_answer_before_the_request_answers_nothing(self) -> None:
        history = recorded(review="2025-03-03", request_review="2025-03-10")
        assert last_round(history, ASKED, ANSWERED) == (day("2025-03-10"), None)

    def test_two_rounds(self) -> None:
        events = [
            Event(kind, day(on))
            for kind, on in (
                (ASKED, "2025-03-03"),
                (ASKED, "2025-03-05"),
                (ANSWERED, "2025-03-10"),
                (ASKED, "2025-04-01"),
                (ANSWERED, "2025-04-11"),
            )
        ]
        assert last_round(History(events), ASKED, ANSWERED) == (
            day("2025-04-01"),
            day("2025-04-11"),
        )
        first = last_round(History(events[:3]), ASKED, ANSWERED)
        assert first == (day("2025-03-03"), day("2025-03-10"))

    @given(meeting(ASKED, ANSWERED))
    def test_the_answer_is_never_before_the_request(self, history: History) -> None:
        asked, answered = last_round(history, ASKED, ANSWERED)
        assert (asked is None) is (not history.all(ASKED))
        if answered is not None:
            assert asked is not None
            assert asked <= answered
