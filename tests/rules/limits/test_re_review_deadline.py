"""By when must the re-reviewing body give its opinion?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.deadline_rounds import ASKED_AGAIN
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.re_review_deadline import STANDSTILL, Params, decide
from xinfang_core.vocabulary import Absent, EventKind, Status, SuspensionCause

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.re_review_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.re_review_deadline)
ASKED = recorded(request_re_review="2026-01-05")
"""Thirty days from Monday 5 January 2026 end on Wednesday 4 February."""


def _suspended(on: str, cause: SuspensionCause = SuspensionCause.hearing) -> Event:
    return Event(EventKind.suspend, day(on), cause=cause)


def _resumed(on: str) -> Event:
    return Event(EventKind.resume, day(on))


def _decide(
    *events: Event, as_of: str = "2026-01-31", params: Params = TEXT_2022
) -> Decision[Deadline]:
    history = History((*ASKED.events, *events))
    decision = decide(history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


def _due(*events: Event) -> str:
    return str(deadline_of(_decide(*events)).due)


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 36(1), 2005 Art. 35(1): within 30 days of receipt of the request."""

    def test_the_last_day_on_the_wall(self, params: Params) -> None:
        outcome = deadline_of(_decide(params=params))
        assert (outcome.due, outcome.status) == (day("2026-02-04"), Status.open)

    @pytest.mark.parametrize(
        ("given_on", "status"), [("2026-02-04", "met"), ("2026-02-05", "late")]
    )
    def test_the_opinion_meets_it(self, given_on: str, status: str, params: Params) -> None:
        opinion = Event(EventKind.re_review, day(given_on))
        decision = _decide(opinion, as_of="2026-06-30", params=params)
        assert deadline_of(decision).status is Status[status]

    def test_the_hearing_is_stated(self, params: Params) -> None:
        assert params.suspended_by.value is SuspensionCause.hearing


class TestHearing:
    """Art. 36(2): the time that a hearing takes is not counted."""

    @pytest.mark.parametrize(
        ("begin", "end", "due"),
        [
            ("2026-01-12", "2026-01-13", "2026-02-05"),
            ("2026-01-12", "2026-01-12", "2026-02-05"),  # held on one day
            ("2026-01-12", "2026-01-14", "2026-02-06"),
            ("2026-01-12", "2026-01-15", "2026-02-09"),  # 7 February is a Saturday
            ("2026-01-01", "2026-01-05", "2026-02-04"),  # before it began
            ("2026-02-05", "2026-02-09", "2026-02-04"),  # after it had ended
        ],
    )
    def test_the_last_day_on_the_wall(self, begin: str, end: str, due: str) -> None:
        assert _due(_suspended(begin), _resumed(end)) == due

    def test_it_says_so(self) -> None:
        decision = _decide(_suspended("2026-01-12"), _resumed("2026-01-15"))
        assert codes(decision.reasons)[:2] == [
            "re_review_deadline.held_back",
            "re_review_deadline.standstill",
        ]
        assert decision.reasons[0].citation == TEXT_2022.suspended_by.citation
        assert decision.reasons[1].citation is STANDSTILL
        (told,) = [one for one in decision.reasons if one.code == "deadline.stood_still"]
        assert dict(told.facts) == {"begins": (day("2026-01-12"),), "ends": (day("2026-01-15"),)}

    def test_two_hearings_add_up(self) -> None:
        events = (
            _suspended("2026-01-12"),
            _resumed("2026-01-13"),
            _suspended("2026-01-20"),
            _resumed("2026-01-21"),
        )
        assert _due(*events) == "2026-02-06"

    @pytest.mark.parametrize("cause", SuspensionCause)
    def test_one_that_is_recorded_twice_is_one(self, cause: SuspensionCause) -> None:
        events = (_suspended("2026-01-12"), _suspended("2026-01-13", cause), _resumed("2026-01-14"))
        assert _due(*events) == "2026-02-06"
        (told,) = [one for one in _decide(*events).reasons if one.code == "deadline.stood_still"]
        assert dict(told.facts) == {"begins": (day("2026-01-12"),), "ends": (day("2026-01-14"),)}

    def test_resumed_twice_it_was_resumed_once(self) -> None:
        events = (_suspended("2026-01-12"), _resumed("2026-01-14"), _resumed("2026-01-20"))
        assert _due(*events) == "2026-02-06"

    def test_twice_on_one_day_is_one_day(self) -> None:
        noon, later = (Event(EventKind.resume, day("2026-01-12")), _suspended("2026-01-12"))
        assert _due(_suspended("2026-01-12"), later, noon) == "2026-02-05"

    def test_another_cause_stops_nothing(self) -> None:
        other = _suspended("2026-01-12", SuspensionCause.other)
        decision = _decide(other, _resumed("2026-01-20"))
        assert deadline_of(decision).due == day("2026-02-04")
        assert "re_review_deadline.held_back" not in codes(decision.reasons)

    def test_a_hearing_within_another_standstill_counts_from_its_own_day(self) -> None:
        other = _suspended("2026-01-08", SuspensionCause.other)
        assert _due(other, _suspended("2026-01-12"), _resumed("2026-01-14")) == "2026-02-06"

    def test_a_resumption_without_a_standstill_is_nothing(self) -> None:
        assert _due(_resumed("2026-01-12")) == "2026-02-04"

    def test_while_it_lasts_the_last_day_cannot_be_told(self) -> None:
        decision = _decide(_suspended("2026-01-12"))
        assert decision.outcome == Deadline(Status.open)
        assert codes(decision.reasons)[-1] == "deadline.stands_still"

    def test_one_that_began_after_the_last_day_does_not_matter(self) -> None:
        decision = _decide(_suspended("2026-02-05"), as_of="2026-02-06")
        assert deadline_of(decision).status is Status.overdue


class TestAskedAgain:
    """A request after the opinion starts the limit once more; the first verdict stays told."""

    @pytest.mark.parametrize(
        ("given_on", "code"),
        [("2026-02-04", "deadline.before"), ("2026-02-06", "deadline.late_before")],
    )
    def test_the_last_one_stands(self, given_on: str, code: str) -> None:
        again = Event(EventKind.request_re_review, day("2026-03-02"))
        decision = _decide(Event(EventKind.re_review, day(given_on)), again, as_of="2026-03-16")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.open, day("2026-04-01"))
        assert decision.reasons[0].code == code
        assert decision.reasons[0].citation is ASKED_AGAIN
        assert codes(decision.findings) == ([code] if code.endswith("late_before") else [])


class TestSilence:
    """What the source does not say is named where it is needed."""

    def test_a_silent_cause(self) -> None:
        cited = evolve(TEXT_2022.suspended_by, value=Absent.silent)
        silent = evolve(TEXT_2022, suspended_by=cited)
        assert deadline_of(_decide(params=silent)).due == day("2026-02-04")
        decision = _decide(_suspended("2026-01-12"), params=silent)
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.reasons[-1].citation == cited.citation


class TestProperties:
    """Any facts have an answer; standing still only ever adds."""

    @FEWER
    @given(
        meeting(
            EventKind.request_re_review,
            EventKind.re_review,
            EventKind.suspend,
            EventKind.resume,
        ),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self, history: History, as_of: date, params: Params, calendar: WorkCalendar
    ) -> None:
        assert_explained(decide(history.until(as_of), as_of, params, calendar))

    @FEWER
    @given(
        st.lists(
            st.tuples(st.integers(-10, 50), st.integers(0, 20), st.sampled_from(SuspensionCause)),
            max_size=4,
        ),
        CALENDARS,
        st.integers(0, 400),
    )
    def test_standing_still_only_ever_adds(
        self,
        stops: list[tuple[int, int, SuspensionCause]],
        calendar: WorkCalendar,
        days: int,
    ) -> None:
        begun = calendar.first + timedelta(days + 30)
        asked = Event(EventKind.request_re_review, begun)
        turns: list[Event] = []
        for begin, length, cause in stops:
            on = begun + timedelta(begin)
            turns.append(Event(EventKind.suspend, on, cause=cause))
            turns.append(Event(EventKind.resume, on + timedelta(length)))
        plain = deadline_of(decide(History((asked,)), begun, TEXT_2022, calendar))
        stopped = deadline_of(decide(History((asked, *turns)), begun, TEXT_2022, calendar))
        if plain.due and stopped.due:
            assert stopped.due >= plain.due
            hearing = any(cause is SuspensionCause.hearing for *_, cause in stops)
            assert hearing or stopped == plain
