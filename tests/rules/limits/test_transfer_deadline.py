"""By when must a matter that came in be registered and passed on?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.transfer_deadline import Params, decide
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, ReceivingBody, Severity, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.transfer_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.transfer_deadline)
DISPOSED = ("transfer", "assign", "accept", "notify", "conclude", "reply")


def _decide(as_of: str, params: Params = TEXT_2022, **days: str) -> Decision[Deadline]:
    decision = decide(recorded(**days), day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 22(1), 2005 Art. 21(1): within 15 days of receipt."""

    @pytest.mark.parametrize(
        ("received", "due"),
        [
            ("2025-03-03", "2025-03-18"),
            ("2025-09-26", "2025-10-11"),  # a worked Saturday
            ("2026-02-14", "2026-03-02"),  # 1 March is a Sunday
        ],
    )
    def test_the_last_day_on_the_wall(self, received: str, due: str, params: Params) -> None:
        decision = _decide(received, params, receive=received)
        assert deadline_of(decision).due == day(due)

    def test_fifteen_calendar_days_from_receipt(self, params: Params) -> None:
        assert params.limit.value == CalendarDays(15)
        assert params.start.value is EventKind.receive

    def test_registration_alone_disposes_of_nothing(self, params: Params) -> None:
        decision = _decide("2025-03-19", params, receive="2025-03-03", register="2025-03-03")
        assert deadline_of(decision).status is Status.overdue
        assert decision.findings == ()


class TestDirect:
    """2022 Art. 23: what is submitted to a body directly no petition office has to pass on."""

    @pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
    def test_the_limit_is_that_of_the_petition_offices(self, params: Params) -> None:
        history, as_of = recorded(receive="2025-03-03"), day("2025-06-30")
        body = decide(history, as_of, params, MAINLAND, received_by=ReceivingBody.body)
        assert_explained(body)
        assert body.outcome is Absent.none
        office, unrecorded = (
            decide(history, as_of, params, MAINLAND, received_by=by)
            for by in (ReceivingBody.petition_office, None)
        )
        assert office == unrecorded
        assert deadline_of(office).status is Status.overdue

    def test_the_receipt_by_the_body_starts_it_no_second_time(self) -> None:
        own = Event(EventKind.receive, day("2025-03-20"))
        days = {"receive": "2025-03-03", "register": "2025-03-03", "transfer": "2025-03-17"}
        decision = decide(recorded(own, **days), day("2025-06-30"), TEXT_2022, MAINLAND)
        assert (deadline_of(decision).due, deadline_of(decision).status) == (
            day("2025-03-18"),
            Status.met,
        )


class TestDisposal:
    """Passing on and assigning are named; who keeps the matter and handles it is done, too."""

    @pytest.mark.parametrize("kind", DISPOSED)
    def test_whatever_comes_first_meets_it(self, kind: str) -> None:
        days = {"receive": "2025-03-03", "register": "2025-03-03", kind: "2025-03-18"}
        decision = _decide("2025-06-30", TEXT_2022, **days)
        assert deadline_of(decision).status is Status.met
        said = decision.reasons[-1]
        assert dict(said.facts) == {"event": EventKind[kind]}
        stated = kind in {"transfer", "assign"}
        assert present(said.citation).basis is (Basis.stated if stated else Basis.interpreted)

    def test_the_first_of_several_counts(self) -> None:
        decision = _decide(
            "2025-06-30",
            receive="2025-03-03",
            register="2025-03-03",
            transfer="2025-03-25",
            accept="2025-03-18",
        )
        assert deadline_of(decision).status is Status.met
        late = _decide(
            "2025-06-30", receive="2025-03-03", register="2025-03-03", assign="2025-03-19"
        )
        assert (deadline_of(late).status, deadline_of(late).overdue_working_days) == (
            Status.late,
            1,
        )

    def test_a_step_that_is_silent_meets_nothing(self) -> None:
        cited = TEXT_2022.done_by.citation
        params = evolve(TEXT_2022, done_by=CitedList((Sourced(Absent.silent, cited),), cited))
        decision = _decide("2025-03-04", params, receive="2025-03-03", transfer="2025-03-04")
        assert deadline_of(decision).status is Status.open


class TestRegistration:
    """Arts. 22(1), 44(一): a matter that came in is registered."""

    def test_before_the_limit_has_passed_nothing_is_held_against_anybody(self) -> None:
        assert _decide("2025-03-18", receive="2025-03-03").findings == ()

    def test_past_it_the_missing_registration_is_a_violation(self) -> None:
        (finding,) = _decide("2025-03-19", receive="2025-03-03").findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "transfer_deadline.not_registered"
        assert finding.reason.citation == TEXT_2022.limit.citation

    def test_a_matter_that_was_passed_on_unregistered_is_a_gap_of_record(self) -> None:
        (finding,) = _decide("2025-03-19", receive="2025-03-03", transfer="2025-03-10").findings
        assert finding.severity is Severity.notice
        assert finding.reason.code == "transfer_deadline.register_not_recorded"

    def test_what_never_came_in_needs_no_registration(self) -> None:
        decision = _decide("2025-03-19", transfer="2025-03-10")
        assert deadline_of(decision).status is Status.not_started
        assert decision.findings == ()


class TestProperties:
    """Any facts have an answer; another step never makes it later."""

    @FEWER
    @given(
        meeting(*(EventKind[kind] for kind in ("receive", "register", *DISPOSED))),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self, history: History, as_of: date, params: Params, calendar: WorkCalendar
    ) -> None:
        assert_explained(decide(history.until(as_of), as_of, params, calendar))

    @given(meeting(*(EventKind[kind] for kind in ("receive", *DISPOSED))), NEAR)
    def test_the_status_is_that_of_the_earliest_step(self, history: History, as_of: date) -> None:
        known = history.until(as_of)
        decision = decide(known, as_of, TEXT_2022, MAINLAND)
        days = [one.day for one in known.events if one.kind.name in DISPOSED]
        outcome = deadline_of(decision)
        if outcome.due and days and outcome.earliest and outcome.latest:
            met = min(days) <= outcome.earliest
            assert (outcome.status is Status.met) is met
        assert ("transfer_deadline.done_by" in codes(decision.reasons)) is bool(days)
