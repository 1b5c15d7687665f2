"""By when must the petitioner be told in writing what happens to the matter?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER, FLAGS, histories, notice_deadline_params
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.deadline import Clock, Deadline, judge
from xinfang_core.deadline_reasons import COUNTING
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.notice_deadline import UNRECORDED, Params, decide
from xinfang_core.vocabulary import Absent, Basis, EventKind, Severity, Status

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.notice_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.notice_deadline)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()


def _decide(
    history: History, as_of: str, params: Params = TEXT_2022, *, unclear: bool | None = None
) -> Decision[Deadline]:
    decision = decide(history, day(as_of), params, MAINLAND, contact_unclear=unclear)
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 23, 2005 Arts. 21 and 22: told in writing within 15 days of receipt."""

    @pytest.mark.parametrize(
        ("received", "due"),
        [
            ("2025-03-03", "2025-03-18"),
            ("2025-03-07", "2025-03-24"),  # the 22nd is a Saturday
            ("2025-09-16", "2025-10-09"),  # ends on National Day
            ("2025-09-26", "2025-10-11"),  # a worked Saturday
            ("2022-04-15", "2022-05-05"),  # ends on the first day of the May holiday
        ],
    )
    def test_the_last_day_on_the_wall(self, received: str, due: str, params: Params) -> None:
        outcome = deadline_of(_decide(recorded(receive=received), received, params))
        assert outcome.due == day(due)

    def test_fifteen_calendar_days_from_receipt(self, params: Params) -> None:
        assert params.limit.value == CalendarDays(15)
        assert params.start.value is EventKind.receive
        decision = _decide(recorded(receive="2025-03-03"), "2025-03-03", params)
        cited = [reason.citation for reason in decision.reasons]
        assert cited == [params.start.citation, params.limit.citation, COUNTING, None]
        assert params.limit.citation.basis is Basis.interpreted

    @pytest.mark.parametrize(
        ("notified", "status", "overdue"),
        [("2025-03-18", "met", 0), ("2025-03-19", "late", 1), ("2025-03-24", "late", 4)],
    )
    def test_a_notice_on_the_last_day_is_in_time(
        self, notified: str, status: str, overdue: int, params: Params
    ) -> None:
        history = recorded(receive="2025-03-03", notify=notified)
        outcome = deadline_of(_decide(history, "2025-06-30", params))
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)

    def test_acceptance_is_no_notice(self, params: Params) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-04")
        assert deadline_of(_decide(history, "2025-03-19", params)).status is Status.overdue

    def test_registration_and_acceptance_do_not_start_it(self, params: Params) -> None:
        history = recorded(register="2025-03-03", accept="2025-03-04")
        assert _decide(history, "2025-06-30", params).outcome == Deadline(Status.not_started)


class TestContact:
    """The same articles: no notice is owed where the petitioner's name or address is unclear."""

    @pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
    def test_unclear_contact_needs_no_notice(self, params: Params) -> None:
        decision = _decide(recorded(receive="2025-03-03"), "2025-06-30", params, unclear=True)
        assert decision.outcome is Absent.none
        (reason,) = decision.reasons
        assert reason.code == "notice_deadline.contact_unclear"
        assert reason.citation == params.limit.citation

    @pytest.mark.parametrize("unclear", [None, False])
    def test_contact_that_is_clear_or_not_recorded_does(self, *, unclear: bool | None) -> None:
        decision = _decide(recorded(receive="2025-03-03"), "2025-03-19", unclear=unclear)
        assert deadline_of(decision).status is Status.overdue


class TestUnrecorded:
    """A later step without a recorded notice is a gap in the record, not proof of lateness."""

    @pytest.mark.parametrize("step", ["reply", "conclude"])
    @pytest.mark.parametrize("as_of", ["2025-03-19", "2025-06-30"])
    def test_an_answered_matter_without_a_notice_cannot_be_told(
        self, step: str, as_of: str
    ) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-04", **{step: "2025-03-17"})
        decision = _decide(history, as_of)
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.undetermined, day("2025-03-18"))
        assert outcome.overdue_working_days == 0
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason is decision.reasons[-1]
        assert finding.reason.code == "notice_deadline.not_recorded"
        assert finding.reason.citation is UNRECORDED
        assert dict(finding.reason.facts) == {"due": day("2025-03-18")}
        assert codes(decision.reasons) == [
            "deadline.started",
            "deadline.counted",
            "counting.calendar_days",
            "notice_deadline.not_recorded",
        ]

    def test_nor_on_the_day_of_rest_after_the_last_one(self) -> None:
        # 15 days from Thursday 6 March 2025 end on Friday the 21st; the 22nd is a Saturday.
        history = recorded(receive="2025-03-06", reply="2025-03-17")
        decision = _decide(history, "2025-03-22")
        assert deadline_of(decision).status is Status.undetermined
        assert not [one for one in codes(decision.reasons) if one.startswith("deadline.overdue")]

    def test_overdue_days_that_are_not_told_are_not_explained(self) -> None:
        history = recorded(receive="2026-11-02", accept="2026-11-02", reply="2026-11-03")
        decision = _decide(history, "2027-03-01")
        assert deadline_of(decision).overdue_working_days == 0
        assert codes(decision.reasons) == [
            "deadline.started",
            "deadline.counted",
            "counting.calendar_days",
            "notice_deadline.not_recorded",
        ]

    def test_until_the_limit_has_passed_the_notice_is_still_owed(self) -> None:
        history = recorded(receive="2025-03-03", accept="2025-03-04", reply="2025-03-05")
        decision = _decide(history, "2025-03-18")
        assert deadline_of(decision).status is Status.open
        assert decision.findings == ()

    @pytest.mark.parametrize("step", ["deliver", "accept"])
    def test_other_steps_prove_nothing(self, step: str) -> None:
        history = recorded(receive="2025-03-03", **{step: "2025-03-17"})
        assert deadline_of(_decide(history, "2025-03-19")).status is Status.overdue

    def test_a_late_notice_stays_late_when_the_matter_is_answered(self) -> None:
        history = recorded(receive="2025-03-03", notify="2025-03-19", reply="2025-03-20")
        decision = _decide(history, "2025-06-30")
        assert deadline_of(decision).status is Status.late
        assert decision.findings == ()

    def test_without_a_receipt_it_has_not_started_answered_or_not(self) -> None:
        decision = _decide(recorded(reply="2025-03-20"), "2025-06-30")
        assert decision.outcome == Deadline(Status.not_started)
        assert codes(decision.reasons) == ["deadline.not_started"]

    def test_a_policy_without_a_limit_stays_without_one(self) -> None:
        params = evolve(TEXT_2022, limit=evolve(TEXT_2022.limit, value=Absent.none))
        decision = _decide(recorded(receive="2025-03-03", reply="2025-03-20"), "2025-06-30", params)
        assert decision.outcome is Absent.none

    def test_the_reading_says_that_it_is_one(self) -> None:
        assert UNRECORDED.basis is Basis.interpreted
        assert UNRECORDED.note


class TestTotality:
    """Whatever is recorded, the shared judgement stands, save for the two readings above."""

    @FEWER
    @given(CALENDARS, notice_deadline_params(), FLAGS, st.data())
    def test_judged_as_every_limit_is(
        self,
        calendar: WorkCalendar,
        params: Params,
        unclear: bool | None,  # noqa: FBT001
        data: st.DataObject,
    ) -> None:
        history = data.draw(histories(days_in(calendar)))
        as_of = data.draw(days_in(calendar))
        decision = decide(history, as_of, params, calendar, contact_unclear=unclear)
        assert_explained(decision)
        if unclear:
            assert decision.outcome is Absent.none
            return
        start = params.start.value
        started = None if isinstance(start, Absent) else history.day(start)
        clock = Clock(params.start, params.limit, started)
        notified = history.day(EventKind.notify)
        expected = judge(clock, notified, as_of, calendar)
        answered = history.first(EventKind.reply) or history.first(EventKind.conclude)
        stands = expected.outcome
        if answered and isinstance(stands, Deadline) and stands.status is Status.overdue:
            assert deadline_of(decision).status is Status.undetermined
            assert deadline_of(decision).due == stands.due
        else:
            assert decision == expected
