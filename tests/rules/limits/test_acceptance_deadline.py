"""By when must the matter be accepted, and is it handled at once?"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import DAYS, FEWER, histories
from strategies_params import params as any_params
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Event, History
from xinfang_core.context import without_assumed
from xinfang_core.deadline import Deadline
from xinfang_core.periods import SameDay
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.acceptance_deadline import (
    BY_REGISTRATION,
    LATER_STEP,
    Params,
    decide,
)
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    LevelColour,
    Severity,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.decision import Decision

YUBEI = present(load_policy("yubei").on(day("2025-01-01")).limits.acceptance_deadline)
CALENDAR = mainland_calendar()
RED, ORANGE, YELLOW = LevelColour
COLOURS = st.sampled_from((*LevelColour, Undetermined.undetermined, Absent.none))


def _decide(
    history: History,
    as_of: str,
    colour: LevelColour | Undetermined | Absent = ORANGE,
    params: Params = YUBEI,
) -> Decision[Deadline]:
    known = history.until(day(as_of))
    decision = decide(colour, known, day(as_of), params, CALENDAR)
    assert_explained(decision)
    return decision


class TestNotOvernight:
    """Yubei 11: the front desk accepts, and nothing is left overnight."""

    def test_accepted_on_the_day(self) -> None:
        decision = _decide(recorded(receive="2025-03-03", accept="2025-03-03"), "2025-03-10")
        deadline = deadline_of(decision)
        assert (deadline.status, deadline.due) == (Status.met, day("2025-03-03"))
        assert decision.basis is Basis.assumed
        assert not decision.findings

    def test_accepted_on_the_next_day_is_late(self) -> None:
        decision = _decide(recorded(receive="2025-03-03", accept="2025-03-04"), "2025-03-10")
        deadline = deadline_of(decision)
        assert (deadline.status, deadline.overdue_working_days) == (Status.late, 1)

    def test_received_anew_after_a_reopening_it_runs_anew(self) -> None:
        again = [
            Event(EventKind.receive, day("2025-05-06")),
            Event(EventKind.accept, day("2025-05-07")),
        ]
        days = {"receive": "2025-03-03", "accept": "2025-03-03", "reply": "2025-03-10"}
        decision = _decide(recorded(*again, reopen="2025-05-06", **days), "2025-05-31")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.late, day("2025-05-06"))
        assert decision.reasons[0].code == "deadline.before"

    def test_still_open_on_the_day_and_overdue_after_it(self) -> None:
        history = recorded(receive="2025-03-03")
        assert deadline_of(_decide(history, "2025-03-03")).status is Status.open
        assert deadline_of(_decide(history, "2025-03-04")).status is Status.overdue

    def test_a_rest_day_is_a_day_too(self) -> None:
        # Saturday 1 March 2025
        decision = _decide(recorded(receive="2025-03-01"), "2025-03-01")
        assert deadline_of(decision).due == day("2025-03-01")

    def test_a_whole_holiday_is_no_excuse_but_counts_no_working_day(self) -> None:
        history = recorded(receive="2025-10-01", accept="2025-10-08")
        deadline = deadline_of(_decide(history, "2025-10-20"))
        assert (deadline.status, deadline.overdue_working_days) == (Status.late, 0)

    def test_it_is_a_limit_for_accepting_and_not_for_concluding(self) -> None:
        assert YUBEI.limit.value == SameDay()
        assert "不是办结期限" in YUBEI.limit.citation.note
        history = recorded(receive="2025-03-03", accept="2025-03-03", conclude="2025-04-03")
        assert deadline_of(_decide(history, "2025-04-10")).status is Status.met


class TestStart:
    """The limit runs from the receipt, and from the registration where none is recorded."""

    def test_the_registration_stands_in(self) -> None:
        decision = _decide(recorded(register="2025-03-03", accept="2025-03-03"), "2025-03-10")
        assert deadline_of(decision).status is Status.met
        assert decision.reasons[1].citation is BY_REGISTRATION

    def test_that_it_counts_from_the_receipt_stays_assumed(self) -> None:
        """The registration stands in for a start that the source does not tell."""
        for days in ({"register": "2025-03-03"}, {"receive": "2025-03-03"}):
            decision = _decide(recorded(**days), "2025-03-10")
            assert YUBEI.start.citation in [one.citation for one in decision.reasons]
            assert decision.basis is Basis.assumed
            assert without_assumed(decision).is_undetermined

    def test_the_receipt_comes_first(self) -> None:
        history = recorded(receive="2025-03-03", register="2025-03-05", accept="2025-03-05")
        assert deadline_of(_decide(history, "2025-03-10")).due == day("2025-03-03")

    def test_nothing_recorded_is_not_started(self) -> None:
        assert deadline_of(_decide(History(), "2025-03-10")).status is Status.not_started


class TestGapInTheRecord:
    """A later step shows that acceptance had come; a missing record proves no lateness."""

    def test_handled_on_the_day(self) -> None:
        decision = _decide(recorded(receive="2025-03-03", handle="2025-03-03"), "2025-03-10")
        assert deadline_of(decision).status is Status.met
        assert codes(decision.findings) == ["acceptance_deadline.not_recorded"]

    @pytest.mark.parametrize("step", ["handle", "resolve", "conclude", "reply"])
    def test_a_step_after_the_day_leaves_it_open_whether_in_time(self, step: str) -> None:
        history = recorded(receive="2025-03-03", **{step: "2025-03-06"})
        decision = _decide(history, "2025-03-10")
        deadline = deadline_of(decision)
        assert (deadline.status, deadline.due) == (Status.undetermined, day("2025-03-03"))
        assert deadline.overdue_working_days == 0
        assert not [one for one in codes(decision.reasons) if one.startswith("deadline.late")]
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation is LATER_STEP
        assert dict(finding.reason.facts) == {"at": day("2025-03-06")}

    def test_nor_where_only_days_of_rest_lie_between(self) -> None:
        decision = _decide(recorded(receive="2025-03-07", handle="2025-03-08"), "2025-03-10")
        assert deadline_of(decision).status is Status.undetermined
        assert not [one for one in codes(decision.reasons) if one.startswith("deadline.late")]

    def test_the_earliest_later_step_counts(self) -> None:
        history = recorded(receive="2025-03-03", reply="2025-03-10", handle="2025-03-03")
        assert deadline_of(_decide(history, "2025-03-10")).status is Status.met


class TestAtOnce:
    """Yubei 11: what the village can handle is handled at once, read as on the day."""

    def test_begun_on_the_day(self) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-03", handle="2025-03-03")
        assert not _decide(history, "2025-03-10", RED).findings

    def test_begun_the_day_after(self) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-03", handle="2025-03-04")
        (finding,) = _decide(history, "2025-03-10", RED).findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "acceptance_deadline.begun_late"
        assert finding.reason.citation == YUBEI.handling[RED].citation
        assert finding.reason.text().startswith("红色类事项应当立即办理")

    def test_not_begun_yet(self) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-03")
        assert not _decide(history, "2025-03-03", RED).findings
        found = codes(_decide(history, "2025-03-04", RED).findings)
        assert found == ["acceptance_deadline.not_begun"]

    def test_concluded_on_the_day_was_handled_on_the_day(self) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-03", conclude="2025-03-03")
        assert not _decide(history, "2025-03-10", RED).findings

    @pytest.mark.parametrize("colour", [ORANGE, YELLOW, Undetermined.undetermined, Absent.none])
    def test_the_other_colours_have_no_such_time(
        self, colour: LevelColour | Undetermined | Absent
    ) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-03", handle="2025-04-04")
        assert not _decide(history, "2025-04-10", colour).findings

    def test_a_warning_changes_nothing_about_the_acceptance(self) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-03")
        red, orange = (_decide(history, "2025-03-10", one) for one in (RED, ORANGE))
        assert red.outcome == orange.outcome

    def test_beyond_the_calendar_nothing_is_called_late(self) -> None:
        history = recorded(receive="1999-03-03", accept="1999-03-03")
        assert not _decide(history, "1999-05-05", RED).findings


class TestAlwaysAnAnswer:
    """Whatever is recorded and whatever the policy says, there is an explained answer."""

    @FEWER
    @given(COLOURS, histories(), DAYS, any_params(Params))
    def test_total(
        self,
        colour: LevelColour | Undetermined | Absent,
        history: History,
        as_of: date,
        params: Params,
    ) -> None:
        decision = decide(colour, history.until(as_of), as_of, params, CALENDAR)
        assert_explained(decision)
        assert isinstance(decision.outcome, Deadline | Absent)

    @FEWER
    @given(histories(), DAYS)
    def test_the_colour_never_changes_the_deadline(self, history: History, as_of: date) -> None:
        known = history.until(as_of)
        found = {
            decide(colour, known, as_of, YUBEI, CALENDAR).outcome
            for colour in (*LevelColour, Undetermined.undetermined)
        }
        assert len(found) == 1

    def test_the_order_of_recording_is_irrelevant(self) -> None:
        events = recorded(receive="2025-03-03", accept="2025-03-04", handle="2025-03-06").events
        as_of = day("2025-03-10")
        found = {
            decide(RED, History(order), as_of, YUBEI, CALENDAR) for order in permutations(events)
        }
        assert len(found) == 1

    def test_a_silent_limit_is_named(self) -> None:
        silent = evolve(YUBEI, limit=evolve(YUBEI.limit, value=Absent.silent))
        decision = _decide(recorded(receive="2025-03-03"), "2025-03-10", RED, silent)
        assert deadline_of(decision).status is Status.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_a_silent_limit_with_a_later_step_stays_undetermined(self) -> None:
        silent = evolve(YUBEI, start=Sourced(Absent.silent, YUBEI.start.citation))
        history = recorded(register="2025-03-03", reply="2025-03-03")
        decision = _decide(history, "2025-03-10", RED, silent)
        assert deadline_of(decision).status is Status.undetermined
        assert codes(decision.findings) == ["acceptance_deadline.not_recorded"]

    def test_a_registration_does_not_stand_in_for_another_start(self) -> None:
        other = evolve(YUBEI, start=evolve(YUBEI.start, value=EventKind.start))
        decision = _decide(recorded(register="2025-03-03"), "2025-03-10", RED, other)
        assert deadline_of(decision).status is Status.not_started
