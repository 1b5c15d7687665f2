"""Until when may the petitioner rate how the matter was handled?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, day, deadline_of, present, rated, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event
from xinfang_core.deadline import Deadline
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.evaluation_window_deadline import Params, decide
from xinfang_core.vocabulary import EventKind, Grade, Role, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

PACK = load_policy("national").on(day("2025-01-01"))
NATIONAL = present(PACK.limits.evaluation_window_deadline)
TARGETS = present(PACK.follow_through.satisfaction).targets.values
OFFICE, BODY = Role.petition_office, Role.handling_body
FILLED = evolve(NATIONAL, limit=evolve(NATIONAL.limit, value=CalendarDays(30)))
"""As a locality may fill it in: an example, not a rule."""


def _decide(
    *events: Event, as_of: str = "2025-05-01", params: Params = FILLED, **days: str
) -> Decision[Deadline]:
    decision = decide(TARGETS, recorded(*events, **days), day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


class TestSilence:
    """No text seen says how long the window is."""

    def test_it_is_undetermined_and_names_who_should_say(self) -> None:
        decision = _decide(params=NATIONAL, deliver="2025-03-10")
        assert decision.outcome == Deadline(Status.undetermined)
        (reason,) = decision.reasons
        assert reason.citation == NATIONAL.limit.citation
        assert "确认" in present(reason.citation).note

    def test_localities_may_fill_it_in(self) -> None:
        assert "evaluation_window_deadline" in load_policy("national").editions[0].open_rules


class TestWindow:
    """Filled in, it runs from the delivery; it is met when every target is rated."""

    def test_thirty_days_from_10_march_2025_end_on_9_april(self) -> None:
        outcome = deadline_of(_decide(deliver="2025-03-10", as_of="2025-04-09"))
        assert (outcome.due, outcome.status) == (day("2025-04-09"), Status.open)
        later = deadline_of(_decide(deliver="2025-03-10", as_of="2025-04-10"))
        assert later.status is Status.lapsed

    def test_one_rating_of_two_is_not_enough(self) -> None:
        one = rated("2025-03-12", Grade.satisfied, OFFICE)
        both = (one, rated("2025-04-02", Grade.unrated, BODY))
        assert deadline_of(_decide(one, deliver="2025-03-10")).status is Status.lapsed
        assert deadline_of(_decide(*both, deliver="2025-03-10")).status is Status.lapsed

    def test_the_last_of_the_first_ratings_decides(self) -> None:
        first = rated("2025-03-12", Grade.satisfied, OFFICE)
        again = rated("2025-04-20", Grade.dissatisfied, OFFICE)
        other = rated("2025-04-09", Grade.satisfied, BODY)
        late = rated("2025-04-10", Grade.satisfied, BODY)
        met = _decide(first, again, other, deliver="2025-03-10")
        assert deadline_of(met).status is Status.met
        assert deadline_of(_decide(first, late, deliver="2025-03-10")).status is Status.late

    def test_without_targets_any_rating_will_do(self) -> None:
        history = recorded(rated("2025-03-12", Grade.satisfied), deliver="2025-03-10")
        decision = decide((), history, day("2025-05-01"), FILLED, MAINLAND)
        assert deadline_of(decision).status is Status.met
        nothing = decide((), recorded(deliver="2025-03-10"), day("2025-05-01"), FILLED, MAINLAND)
        assert deadline_of(nothing).status is Status.lapsed

    def test_what_was_rated_before_a_reopening_rates_nothing_that_came_after(self) -> None:
        rated_first = [rated("2025-03-12", Grade.satisfied, one) for one in (OFFICE, BODY)]
        again = [Event(EventKind.deliver, day("2025-04-28")), *rated_first]
        decision = _decide(*again, as_of="2025-05-06", deliver="2025-03-10", reopen="2025-04-01")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.open, day("2025-05-28"))

    def test_it_has_not_started_without_a_delivery_that_stands(self) -> None:
        assert deadline_of(_decide(reply="2025-03-10")).status is Status.not_started
        refuted = _decide(deliver="2025-03-10", refute_delivery="2025-03-20")
        assert deadline_of(refuted).status is Status.not_started


class TestProperties:
    """Any facts have an answer; another rating never makes it worse."""

    @FEWER
    @given(
        st.lists(st.sampled_from(Role), unique=True),
        meeting(EventKind.deliver, EventKind.evaluate, EventKind.reopen),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self,
        targets: list[Role],
        history: History,
        as_of: date,
        params: Params,
        calendar: WorkCalendar,
    ) -> None:
        assert_explained(decide(targets, history.until(as_of), as_of, params, calendar))

    @given(meeting(EventKind.deliver, EventKind.evaluate), NEAR)
    def test_more_targets_are_never_rated_earlier(self, history: History, as_of: date) -> None:
        known = history.until(as_of)
        one = deadline_of(decide((OFFICE,), known, as_of, FILLED, MAINLAND))
        two = deadline_of(decide((OFFICE, BODY), known, as_of, FILLED, MAINLAND))
        assert one.due == two.due
        if two.status is Status.met:
            assert one.status is Status.met
