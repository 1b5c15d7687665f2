"""The rounds of a matter: its history, cut where it was taken up anew."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import day, recorded
from strategies_limits import meeting
from xinfang_core.case import Event, History
from xinfang_core.case.revocation import REVOKES
from xinfang_core.case.rounds import PASSING_ON, is_accepted, join_rounds, rounds_of
from xinfang_core.vocabulary import Absent, EventKind

if TYPE_CHECKING:
    from xinfang_core.case.rounds import Round

K = EventKind
CUTTING = (K.accept, K.conclude, K.reply, K.reopen, K.transfer, K.assign, K.object)


def _history(*said: str) -> History:
    """Events as ``kind day`` or ``kind day hour``, of March 2025."""
    events = []
    for told in said:
        kind, on, *hour = told.split()
        at = day(f"2025-03-{on}")
        timed = datetime(2025, 3, at.day, int(hour[0])) if hour else at  # noqa: DTZ001
        events.append(Event(EventKind[kind], timed))
    return History(tuple(events))


def _told(rounds: tuple[Round, ...]) -> list[str]:
    return [
        " ".join(f"{one.kind.name}-{one.day:%d}" for one in each.history.events) for each in rounds
    ]


class TestCuts:
    """A reopening begins a round, and so does a passing-on after an objection."""

    @pytest.mark.parametrize(
        ("said", "told"),
        [
            (["accept 03", "reply 05"], ["accept-03 reply-05"]),
            (["accept 03", "reply 05", "reopen 10"], ["accept-03 reply-05", ""]),
            (["accept 03", "reopen 10"], ["accept-03 reopen-10"]),
            (["accept 03", "reopen 10", "accept 12"], ["accept-03", "accept-12"]),
            (
                ["accept 03", "reply 05", "reopen 10", "accept 12", "reply 14", "reopen 17"],
                ["accept-03 reply-05", "accept-12 reply-14", ""],
            ),
            (
                ["accept 03", "reply 05", "reopen 10", "reopen 12", "accept 14"],
                ["accept-03 reply-05", "", "accept-14"],
            ),
            (["transfer 03", "transfer 05"], ["transfer-03 transfer-05"]),
            (
                ["transfer 03", "object 05", "transfer 10"],
                ["transfer-03 object-05", "transfer-10"],
            ),
            (
                ["transfer 03", "object 05", "assign 10", "transfer 11"],
                ["transfer-03 object-05", "assign-10 transfer-11"],
            ),
            (["object 03", "object 05"], ["object-03 object-05"]),
        ],
    )
    def test_what_is_recorded(self, said: list[str], told: list[str]) -> None:
        assert _told(rounds_of(_history(*said))) == told

    @pytest.mark.parametrize(
        ("said", "told"),
        [
            # Without times what is begun once more on that day was begun after the reopening.
            (
                ["accept 03", "reply 05", "reopen 10", "accept 10"],
                ["accept-03 reply-05", "accept-10"],
            ),
            (["reply 05", "reopen 10", "accept 10"], ["reply-05", "accept-10"]),
            (["accept 10", "reply 10", "reopen 10"], ["accept-10 reply-10", ""]),
            (
                ["accept 03", "reply 10", "reopen 10", "accept 10"],
                ["accept-03 reply-10", "accept-10"],
            ),
            # The clock tells otherwise.
            (
                ["accept 03", "reply 05", "accept 10 9", "reopen 10 15"],
                ["accept-03 reply-05 accept-10", ""],
            ),
        ],
    )
    def test_on_the_day_of_the_reopening(self, said: list[str], told: list[str]) -> None:
        assert _told(rounds_of(_history(*said))) == told

    @given(meeting(*CUTTING))
    def test_nothing_is_lost_but_the_reopenings_and_the_order_stays(self, history: History) -> None:
        rounds = rounds_of(history)
        kept = [one for each in rounds for one in each.history.events]
        begun = [one.begun_by for one in rounds]
        assert begun[0] is None
        cut = [one for one in begun if one is not None and one.kind is K.reopen]
        assert len(kept) + len(cut) == len(history.events)
        assert [one.day for one in kept] == sorted(one.day for one in kept)
        for each in rounds[1:]:
            assert each.is_reopened is not each.is_other_body
            if each.is_other_body:
                assert each.history.events[0].kind in PASSING_ON

    @given(meeting(K.accept, K.conclude, K.reply, K.transfer, K.assign))
    def test_a_repeated_acceptance_or_passing_on_alone_begins_none(self, history: History) -> None:
        assert len(rounds_of(history)) == 1


class TestJoined:
    """A limit that does not start in a round belongs to the round before."""

    TWO = ("accept 03", "assign 03", "conclude 05", "reopen 10", "accept 12")

    def test_what_a_reopening_takes_back_has_to_be_met_anew(self) -> None:
        rounds = rounds_of(_history(*self.TWO))
        assert join_rounds(rounds, (K.assign,), anew=True) == rounds

    def test_what_it_leaves_is_one_with_the_reopening_in_its_place(self) -> None:
        (joined,) = join_rounds(rounds_of(_history(*self.TWO)), (K.assign,), anew=False)
        assert joined.history == _history(*self.TWO)
        assert joined.begun_by is None

    def test_nor_does_another_body_start_what_does_not_start_there(self) -> None:
        history = _history("transfer 03", "accept 04", "object 05", "transfer 10")
        for anew in (False, True):
            (joined,) = join_rounds(rounds_of(history), (K.accept,), anew=anew)
            assert joined.history == history
        assert len(join_rounds(rounds_of(history), PASSING_ON, anew=False)) == 2

    def test_a_source_that_names_no_start_starts_nothing(self) -> None:
        rounds = rounds_of(_history(*self.TWO))
        assert len(join_rounds(rounds, (Absent.silent,), anew=False)) == 1

    @given(meeting(*CUTTING), st.sampled_from(CUTTING), st.booleans())
    def test_all_of_it_is_still_there(self, history: History, start: EventKind, anew: bool) -> None:  # noqa: FBT001
        rounds = rounds_of(history)
        joined = join_rounds(rounds, (start,), anew=anew)
        assert 1 <= len(joined) <= len(rounds)
        every = sum(len(one.history.events) + one.is_reopened for one in joined)
        assert every == len(history.events)


class TestAccepted:
    """After a reopening a round begins with its own acceptance."""

    @pytest.mark.parametrize(
        ("said", "accepted"),
        [
            (["transfer 03"], True),
            (["accept 03", "reply 05", "reopen 10"], False),
            (["accept 03", "reply 05", "reopen 10", "accept 12"], True),
            (["reply 05", "reopen 10", "object 11", "transfer 12"], False),
            (["reply 05", "reopen 10", "accept 10", "object 11", "transfer 12"], True),
        ],
    )
    def test_what_is_recorded(self, said: list[str], accepted: bool) -> None:  # noqa: FBT001
        assert is_accepted(rounds_of(_history(*said))) is accepted

    @given(meeting(*REVOKES[K.reopen], K.reopen))
    def test_without_any_acceptance_only_the_first_round_runs(self, history: History) -> None:
        rounds = rounds_of(history)
        assert is_accepted(rounds) is (len(rounds) == 1)


def test_the_days_of_a_history_are_those_of_its_rounds() -> None:
    history = recorded(accept="2025-03-03", reply="2025-03-05", reopen="2025-03-10")
    (first, second) = rounds_of(history)
    assert (first.history.day(K.accept), second.history.day(K.accept)) == (day("2025-03-03"), None)
