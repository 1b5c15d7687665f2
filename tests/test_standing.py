"""What still stands of a history: after a reopening, a refuted delivery, a round."""

from __future__ import annotations

from datetime import date, datetime
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import day, recorded
from strategies_limits import meeting
from xinfang_core.case import Event, History
from xinfang_core.case.revocation import REVOKED_BY, REVOKES
from xinfang_core.case.standing import (
    asked_rounds,
    delivered_day,
    effective_day,
    last_round,
    since_last,
    times_of_proxy,
)
from xinfang_core.vocabulary import EventKind, SuspensionCause

if TYPE_CHECKING:
    from random import Random

ASKED, ANSWERED = EventKind.request_review, EventKind.review


class TestStanding:
    """An event that a later one took back does not stand."""

    def test_what_nothing_takes_back_is_the_first_of_its_kind(self) -> None:
        history = recorded(accept="2025-03-03", reopen="2025-03-10")
        assert effective_day(history, EventKind.accept) == day("2025-03-03")

    def test_nothing_recorded(self) -> None:
        assert effective_day(History(), EventKind.deliver) is None

    def test_a_delivery_before_and_after(self) -> None:
        twice = [Event(EventKind.deliver, day(one)) for one in ("2025-03-03", "2025-03-20")]
        history = recorded(*twice, refute_delivery="2025-03-10")
        assert effective_day(history, EventKind.deliver) == day("2025-03-20")

    def test_done_twice_after_a_taking_back_it_stands_since_the_first_of_them(self) -> None:
        days = ("2025-03-03", "2025-03-20", "2025-03-25")
        thrice = [Event(EventKind.deliver, day(one)) for one in days]
        history = recorded(*thrice, refute_delivery="2025-03-10")
        assert effective_day(history, EventKind.deliver) == day("2025-03-20")
        for since in ("2025-03-21", "2025-03-25"):
            assert effective_day(history, EventKind.deliver, day(since)) == day("2025-03-25")

    def test_on_one_day_only_the_clock_tells(self) -> None:
        refuted = Event(EventKind.refute_delivery, datetime(2025, 3, 10, 9))  # noqa: DTZ001
        again = Event(EventKind.deliver, datetime(2025, 3, 10, 15))  # noqa: DTZ001
        assert effective_day(History((refuted, again)), EventKind.deliver) == day("2025-03-10")
        undated = Event(EventKind.deliver, day("2025-03-10"))
        assert effective_day(History((refuted, undated)), EventKind.deliver) is None

    def test_each_is_the_other_way_round_of_the_other(self) -> None:
        one_way = {(by, kind) for by, undone in REVOKES.items() for kind in undone}
        other_way = {(by, kind) for kind, takers in REVOKED_BY.items() for by in takers}
        assert one_way == other_way

    def test_only_what_came_since_a_day(self) -> None:
        twice = [Event(EventKind.deliver, day(one)) for one in ("2025-03-03", "2025-03-20")]
        since = effective_day(History(twice), EventKind.deliver, since=day("2025-03-04"))
        assert since == day("2025-03-20")

    @given(meeting(EventKind.deliver, EventKind.refute_delivery, EventKind.reopen))
    def test_it_is_a_day_of_the_kind_and_after_all_that_take_it_back(
        self, history: History
    ) -> None:
        found = effective_day(history, EventKind.deliver)
        if found is not None:
            assert found in [event.day for event in history.all(EventKind.deliver)]
            for by in REVOKED_BY[EventKind.deliver]:
                assert all(event.day <= found for event in history.all(by))


def _said(told: str) -> Event:
    """An event as ``kind day`` or ``kind day hour``, of March 2025."""
    kind, on, *hour = told.split()
    at = date(2025, 3, int(on))
    when = datetime(2025, 3, at.day, int(hour[0])) if hour else at  # noqa: DTZ001
    cause = SuspensionCause.hearing if kind == "suspend" else None
    return Event(EventKind[kind], when, cause=cause)


MARKS = st.builds(
    lambda kind, on, hour: _said(f"{kind} {on} {hour}"),
    st.sampled_from(("conclude", "reply", "deliver", "reopen", "refute_delivery", "resume")),
    st.integers(1, 4),
    st.sampled_from(("", "", "9", "15")),
)


class TestOneDay:
    """Without times what stood that morning tells in which order a day went."""

    @pytest.mark.parametrize(
        ("told", "stands"),
        [
            # What stood is taken back, and done again.
            (["deliver 3", "refute_delivery 10", "deliver 10"], "deliver 10"),
            # Nothing stood: what was done is taken back.
            (["deliver 10", "refute_delivery 10"], "deliver"),
            # Taken back before, done again and taken back again.
            (["deliver 3", "refute_delivery 5", "deliver 10", "refute_delivery 10"], "deliver"),
            (
                ["sign_mandate 3", "withdraw_mandate 5", "sign_mandate 10", "withdraw_mandate 10"],
                "sign_mandate",
            ),
            # One of several is done again, so that all of the day comes after the reopening.
            (["conclude 3", "reopen 10", "conclude 10", "reply 10"], "reply 10"),
            # None is: what was done that day was taken back.
            (["conclude 3", "reply 10", "reopen 10"], "reply"),
            (["sign_mandate 3", "start 10", "withdraw_mandate 10"], "start"),
            # Times, where they are told, are the order.
            (["deliver 3", "deliver 10 9", "refute_delivery 10 15"], "deliver"),
            (["deliver 3", "deliver 10 15", "refute_delivery 10 9"], "deliver 10"),
            # One of them told, the other not.
            (["deliver 10 15", "refute_delivery 10"], "deliver"),
            (["deliver 3", "deliver 10", "refute_delivery 10 9"], "deliver 10"),
            # A clock that stood still starts first, and may be stopped again.
            (["suspend 3", "resume 10", "suspend 10"], "suspend 10"),
            (["suspend 10", "resume 10"], "suspend"),
        ],
    )
    def test_what_stands_in_the_evening(self, told: list[str], stands: str) -> None:
        kind, *on = stands.split()
        wanted = date(2025, 3, int(on[0])) if on else None
        for order in permutations(map(_said, told)):
            assert effective_day(History(order), EventKind[kind]) == wanted

    @given(st.lists(MARKS, max_size=7), st.randoms(use_true_random=False))
    def test_however_it_was_recorded_the_order_is_one(
        self, events: list[Event], luck: Random
    ) -> None:
        shuffled = [*events]
        luck.shuffle(shuffled)
        assert History(shuffled) == History(events)
        assert History(History(events).events) == History(events)

    @given(st.lists(MARKS, max_size=7))
    def test_days_are_kept_in_order(self, events: list[Event]) -> None:
        days = [one.day for one in History(events).events]
        assert days == sorted(days)


class TestSince:
    """What the last event of a kind did not take back."""

    def test_all_of_it_where_nothing_was_taken_back(self) -> None:
        history = recorded(conclude="2025-03-10")
        assert since_last(history, EventKind.reopen, EventKind.conclude) == history.events

    def test_only_what_came_after_the_last_one(self) -> None:
        days = {"conclude": ("2025-03-10", "2025-04-10"), "reopen": ("2025-03-20", "2025-03-25")}
        events = [Event(EventKind[kind], day(on)) for kind, when in days.items() for on in when]
        (found,) = since_last(History(events), EventKind.reopen, EventKind.conclude)
        assert found.day == day("2025-04-10")


class TestDelivered:
    """What was delivered before the reply was not the reply."""

    def test_a_delivery_before_the_reply_is_none_of_it(self) -> None:
        history = recorded(deliver="2025-03-10", reply="2025-03-17")
        assert delivered_day(history, EventKind.deliver) is None

    def test_on_the_day_of_the_reply_or_later_it_is(self) -> None:
        for on in ("2025-03-17", "2025-03-20"):
            history = recorded(reply="2025-03-17", deliver=on)
            assert delivered_day(history, EventKind.deliver) == day(on)

    def test_without_a_recorded_reply_the_delivery_shows_that_there_was_one(self) -> None:
        assert delivered_day(recorded(deliver="2025-03-10"), EventKind.deliver) == day("2025-03-10")

    def test_other_events_are_what_they_are(self) -> None:
        history = recorded(conclude="2025-03-10", reply="2025-03-17")
        assert delivered_day(history, EventKind.conclude) == day("2025-03-10")

    def test_after_a_reopening_the_next_delivery_of_the_next_reply_counts(self) -> None:
        again = [
            Event(kind, day(on))
            for kind, on in (
                (EventKind.reply, "2025-05-06"),
                (EventKind.deliver, "2025-04-30"),
                (EventKind.deliver, "2025-05-08"),
            )
        ]
        history = recorded(*again, reply="2025-03-17", deliver="2025-03-18", reopen="2025-04-15")
        assert delivered_day(history, EventKind.deliver) == day("2025-05-08")


class TestAskedRounds:
    """A request starts a round where it follows an answer, or a reopening."""

    @staticmethod
    def _asked(*events: str) -> list[tuple[str, str | None]]:
        kinds = {"asked": ASKED, "answered": ANSWERED, "reopened": EventKind.reopen}
        said = [one.split() for one in events]
        history = History(tuple(Event(kinds[kind], day(f"2025-03-{on}")) for kind, on in said))
        turns = asked_rounds(history, ASKED, ANSWERED)
        return [(f"{one:%d}", f"{two:%d}" if two else None) for one, two in turns]

    def test_asking_again_while_one_waits_is_no_new_one(self) -> None:
        assert self._asked("asked 03", "asked 05", "answered 10") == [("03", "10")]

    def test_after_the_answer_it_is(self) -> None:
        assert self._asked("asked 03", "answered 05", "asked 10") == [("03", "05"), ("10", None)]

    def test_so_it_is_after_a_reopening_and_the_one_before_was_never_answered(self) -> None:
        told = self._asked("asked 03", "reopened 10", "asked 12", "answered 20")
        assert told == [("03", None), ("12", "20")]

    def test_a_reopening_alone_starts_none(self) -> None:
        assert self._asked("asked 03", "reopened 10", "answered 20") == [("03", "20")]

    def test_what_was_answered_before_the_reopening_stays_so(self) -> None:
        told = self._asked("asked 03", "answered 05", "reopened 10", "asked 12")
        assert told == [("03", "05"), ("12", None)]

    def test_nothing_asked(self) -> None:
        assert self._asked("answered 05", "reopened 10") == []


class TestTimesOfProxy:
    """From its start to its end, and again once it is taken up again."""

    @staticmethod
    def _times(*events: Event, **days: str) -> list[tuple[date, date | None]]:
        history = recorded(*events, **days)
        return times_of_proxy(history, EventKind.start, EventKind.write_off)

    def test_not_begun(self) -> None:
        assert self._times(write_off="2025-03-10") == []

    def test_running(self) -> None:
        assert self._times(start="2025-03-03") == [(day("2025-03-03"), None)]

    def test_an_end_before_the_start_ends_nothing(self) -> None:
        found = self._times(withdraw_mandate="2025-03-01", start="2025-03-03")
        assert found == [(day("2025-03-03"), None)]

    def test_only_another_start_follows_a_withdrawal(self) -> None:
        first = (day("2025-03-03"), day("2025-03-10"))
        days = {"start": "2025-03-03", "withdraw_mandate": "2025-03-10", "reopen": "2025-03-12"}
        assert self._times(**days) == [first]
        again = Event(EventKind.start, day("2025-03-17"))
        assert self._times(again, **days) == [first, (day("2025-03-17"), None)]

    def test_a_reopening_follows_an_end(self) -> None:
        found = self._times(start="2025-03-03", write_off="2025-03-10", reopen="2025-03-12")
        assert found == [(day("2025-03-03"), day("2025-03-10")), (day("2025-03-12"), None)]

    @given(
        meeting(EventKind.start, EventKind.write_off, EventKind.withdraw_mandate, EventKind.reopen)
    )
    def test_they_follow_one_another_and_only_the_last_may_still_run(
        self, history: History
    ) -> None:
        found = times_of_proxy(history, EventKind.start, EventKind.write_off)
        assert bool(found) is bool(history.all(EventKind.start))
        marks = [moment for times in found for moment in times]
        assert None not in marks[:-1]
        days = [moment for moment in marks if moment]
        assert days == sorted(days)


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
