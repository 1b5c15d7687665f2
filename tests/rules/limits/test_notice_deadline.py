"""By when must the petitioner be told in writing what happens to the matter?"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER, FLAGS, histories, notice_deadline_params
from strategies_limits import NEAR, meeting
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.case import Event, History
from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.deadline import Clock, Deadline, judge
from xinfang_core.deadline_reasons import COUNTING
from xinfang_core.deadline_receipt import RECEIPT
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.notice_deadline import UNRECORDED, Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    ReceivingBody,
    Severity,
    Status,
)

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.notice_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.notice_deadline)
BODY, OFFICE = ReceivingBody.body, ReceivingBody.petition_office
RECEIVERS = st.none() | st.sampled_from(ReceivingBody)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()


def _decide(
    history: History,
    as_of: str,
    params: Params = TEXT_2022,
    *,
    by: ReceivingBody | None = BODY,
    unclear: bool | None = None,
) -> Decision[Deadline]:
    decision = decide(
        history, day(as_of), params, MAINLAND, received_by=by, contact_unclear=unclear
    )
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 23(2), 2005 Art. 22: submitted directly, told within 15 days of receipt."""

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

    def test_a_source_that_counts_from_another_event_is_followed(self, params: Params) -> None:
        other = evolve(params, start=evolve(params.start, value=EventKind.register))
        history = recorded(receive="2025-03-03", register="2025-03-05", transfer="2025-03-10")
        decision = _decide(history, "2025-03-20", other, by=None)
        assert deadline_of(decision).due == day("2025-03-20")
        assert decision.reasons[0].citation == other.start.citation

    def test_registration_and_acceptance_do_not_start_it(self, params: Params) -> None:
        history = recorded(register="2025-03-03", accept="2025-03-04")
        assert _decide(history, "2025-06-30", params).outcome == Deadline(Status.not_started)


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestPassedOn:
    """2022 Art. 23(3), 2005 Art. 21(2): passed on, the 15 days run from the body's own receipt."""

    @pytest.mark.parametrize("by", [None, OFFICE, BODY])
    @pytest.mark.parametrize("kind", ["transfer", "assign"])
    def test_the_passing_on_stands_for_the_receipt(
        self, by: ReceivingBody | None, kind: str, params: Params
    ) -> None:
        # Fifteen days from 16 January 2026 end on Saturday the 31st.
        history = recorded(receive="2026-01-04", notify="2026-01-28", **{kind: "2026-01-16"})
        decision = _decide(history, "2026-03-31", params, by=by)
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.met, day("2026-02-02"))
        assert decision.reasons[0].citation is RECEIPT
        assert decision.reasons[1].citation == params.passed_on.cited(EventKind[kind])

    @pytest.mark.parametrize(
        ("received", "due"), [("2026-01-19", "2026-02-03"), ("2026-01-20", "2026-02-04")]
    )
    def test_a_receipt_of_its_own_counts(self, received: str, due: str, params: Params) -> None:
        own = Event(EventKind.receive, day(received))
        decision = _decide(recorded(own, receive="2026-01-04", transfer="2026-01-16"), due, params)
        assert (deadline_of(decision).due, deadline_of(decision).status) == (day(due), Status.open)
        assert RECEIPT not in {one.citation for one in decision.reasons}

    def test_what_the_body_got_once_it_did_not_get_again(self, params: Params) -> None:
        again = Event(EventKind.transfer, day("2026-01-23"))
        days = {"receive": "2026-01-04", "transfer": "2026-01-06", "accept": "2026-01-09"}
        outcome = deadline_of(_decide(recorded(again, **days), "2026-01-22", params))
        assert (outcome.due, outcome.status) == (day("2026-01-21"), Status.overdue)
        assert deadline_of(_decide(recorded(again, **days), "2026-01-30", params)) == (
            deadline_of(_decide(recorded(**days), "2026-01-30", params))
        )

    @pytest.mark.parametrize(
        ("as_of", "notified", "status"),
        [
            ("2026-01-21", None, "open"),
            ("2026-03-31", "2026-01-21", "met"),
            ("2026-01-22", None, "undetermined"),
            ("2026-03-31", "2026-01-22", "late"),
            ("2026-03-31", "2026-01-26", "undetermined"),
            ("2026-02-09", None, "undetermined"),
            ("2026-02-10", None, "overdue"),
            ("2026-03-31", "2026-02-10", "late"),
        ],
    )
    def test_of_several_passings_on_only_what_the_first_and_the_last_say_is_told(
        self, as_of: str, notified: str | None, status: str, params: Params
    ) -> None:
        # From 6 January the limit ends on the 21st, from the 23rd on Saturday 7 February.
        again = Event(EventKind.transfer, day("2026-01-23"))
        days = {"notify": notified} if notified else {}
        history = recorded(again, receive="2026-01-04", transfer="2026-01-06", **days)
        decision = _decide(history, as_of, params)
        assert deadline_of(decision).status is Status[status]
        assert decision.missing == (("receive",) if status == "undetermined" else ())

    def test_a_passing_on_after_an_objection_starts_the_limit_of_another_body(
        self, params: Params
    ) -> None:
        again = Event(EventKind.transfer, day("2026-01-20"))
        history = recorded(
            again,
            receive="2026-01-04",
            transfer="2026-01-12",
            object="2026-01-14",
            notify="2026-02-03",
        )
        decision = _decide(history, "2026-03-31", params)
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.met, day("2026-02-04"))


class TestWaiting:
    """While the petition office has the matter no body owes a notice."""

    def test_received_by_the_office_and_not_passed_on_nothing_runs(self) -> None:
        decision = _decide(recorded(receive="2026-01-04"), "2026-06-30", by=OFFICE)
        assert decision.outcome == Deadline(Status.not_started)
        assert codes(decision.reasons) == ["deadline.waits_for_transfer"]

    @pytest.mark.parametrize("as_of", ["2026-01-05", "2026-06-30"])
    def test_by_whom_is_not_recorded_so_nothing_can_be_told(self, as_of: str) -> None:
        decision = _decide(recorded(receive="2026-01-04"), as_of, by=None)
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("received_by",)

    def test_told_in_time_is_told_in_time_whoever_received_it(self) -> None:
        history = recorded(receive="2026-01-04", notify="2026-01-19")
        for by in (None, OFFICE, BODY):
            decision = _decide(history, "2026-06-30", by=by)
            if by is not OFFICE:
                assert deadline_of(decision).status is Status.met

    @pytest.mark.parametrize(
        ("as_of", "status"),
        [
            ("2026-01-19", "open"),
            ("2026-01-20", "undetermined"),
            ("2026-01-26", "undetermined"),
            ("2026-01-27", "overdue"),
        ],
    )
    @pytest.mark.parametrize(("by", "missing"), [(None, "received_by"), (OFFICE, "transfer")])
    def test_an_act_of_the_body_shows_that_it_had_the_matter(
        self, as_of: str, status: str, by: ReceivingBody | None, missing: str
    ) -> None:
        # From the receipt the limit ends on the 19th, from the acceptance on the 26th.
        history = recorded(receive="2026-01-04", accept="2026-01-11")
        decision = _decide(history, as_of, by=by)
        assert deadline_of(decision).status is Status[status]
        assert decision.missing == ((missing,) if status == "undetermined" else ())

    @pytest.mark.parametrize("by", [None, OFFICE])
    @pytest.mark.parametrize("absent", Absent)
    def test_no_limit_stays_no_limit(self, by: ReceivingBody | None, absent: Absent) -> None:
        params = evolve(TEXT_2022, limit=evolve(TEXT_2022.limit, value=absent))
        outcome = _decide(recorded(receive="2026-01-04"), "2026-06-30", params, by=by).outcome
        assert outcome in (Absent.none, Deadline(Status.undetermined))


class TestReopened:
    """A reopening takes no notice back; only a matter that is passed on anew has the limit anew."""

    FIRST = MappingProxyType(
        {"receive": "2026-01-04", "notify": "2026-01-12", "reply": "2026-02-02"}
    )

    @pytest.mark.parametrize("more", [{}, {"accept": "2026-03-02"}])
    def test_the_notice_stands(self, more: dict[str, str]) -> None:
        outcome = deadline_of(
            _decide(recorded(reopen="2026-03-02", **self.FIRST, **more), "2026-06-30")
        )
        assert (outcome.status, outcome.due) == (Status.met, day("2026-01-19"))

    def test_passed_on_and_accepted_anew_it_is_owed_anew(self) -> None:
        days = {"reopen": "2026-03-02", "transfer": "2026-03-03", "accept": "2026-03-04"}
        decision = _decide(recorded(**self.FIRST, **days), "2026-03-20")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.overdue, day("2026-03-18"))
        assert decision.reasons[0].code == "deadline.before"

    def test_passed_on_and_not_accepted_nobody_is_late(self) -> None:
        days = {"reopen": "2026-03-02", "transfer": "2026-03-03"}
        decision = _decide(recorded(**self.FIRST, **days), "2026-06-30")
        assert deadline_of(decision).status is Status.undetermined
        assert decision.missing == ("accept",)


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
    """Whatever is recorded has an answer; submitted directly, the shared judgement stands."""

    @FEWER
    @given(CALENDARS, notice_deadline_params(), FLAGS, RECEIVERS, st.data())
    def test_total(
        self,
        calendar: WorkCalendar,
        params: Params,
        unclear: bool | None,  # noqa: FBT001
        by: ReceivingBody | None,
        data: st.DataObject,
    ) -> None:
        history, as_of = data.draw(histories(days_in(calendar))), data.draw(days_in(calendar))
        decision = decide(history, as_of, params, calendar, received_by=by, contact_unclear=unclear)
        assert_explained(decision)
        if unclear:
            assert decision.outcome is Absent.none

    @FEWER
    @given(CALENDARS, notice_deadline_params(), st.data())
    def test_judged_as_every_limit_is(
        self, calendar: WorkCalendar, params: Params, data: st.DataObject
    ) -> None:
        drawn = data.draw(histories(days_in(calendar)))
        anew = {EventKind.reopen, EventKind.object, *PASSING_ON}
        history = History(tuple(one for one in drawn.events if one.kind not in anew))
        as_of = data.draw(days_in(calendar))
        decision = decide(history, as_of, params, calendar, received_by=BODY)
        start = params.start.value
        started = None if isinstance(start, Absent) else history.day(start)
        clock = Clock(params.start, params.limit, started)
        expected = judge(clock, history.day(EventKind.notify), as_of, calendar)
        answered = history.first(EventKind.reply) or history.first(EventKind.conclude)
        stands = expected.outcome
        if answered and isinstance(stands, Deadline) and stands.status is Status.overdue:
            assert deadline_of(decision).status is Status.undetermined
            assert deadline_of(decision).due == stands.due
        else:
            assert decision == expected

    @FEWER
    @given(meeting(EventKind.receive, *PASSING_ON, EventKind.accept, EventKind.notify), NEAR)
    def test_no_body_has_less_time_than_from_the_first_receipt(
        self, history: History, as_of: date
    ) -> None:
        known = history.until(as_of)
        outcome = decide(known, as_of, TEXT_2022, MAINLAND).outcome
        due = outcome.due if isinstance(outcome, Deadline) else None
        came = known.earliest(EventKind.receive, *PASSING_ON)
        if due is not None:
            assert came is not None
            clock = Clock(TEXT_2022.start, TEXT_2022.limit, came)
            assert due >= present(deadline_of(judge(clock, None, as_of, MAINLAND)).due)
