"""By when may a body object to a matter that is not within its powers?"""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER, FLAGS
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.case.rounds import rounds_of
from xinfang_core.deadline import Deadline
from xinfang_core.deadline_receipt import RECEIPT
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.objection_deadline import Params, decide
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Severity, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.objection_deadline)


def _decide(
    history: History,
    as_of: str = "2025-12-31",
    *,
    not_competent: bool | None = True,
    params: Params = TEXT_2022,
) -> Decision[Deadline]:
    decision = decide(not_competent, history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


class TestLimit:
    """2022 Art. 23(3): within 5 working days of receipt, the one such limit of the regulation."""

    @pytest.mark.parametrize("kind", ["transfer", "assign"])
    @pytest.mark.parametrize(
        ("came", "due"),
        [
            ("2025-01-27", "2025-02-10"),  # over the Spring Festival of 2025
            ("2025-09-30", "2025-10-14"),  # Saturday 11 October is worked
            ("2026-02-13", "2026-02-27"),  # Saturday 14 February is worked
        ],
    )
    def test_the_last_day_on_the_wall(self, came: str, due: str, kind: str) -> None:
        decision = _decide(recorded(**{kind: came}), came)
        assert deadline_of(decision).due == day(due)
        assert decision.reasons[0].citation is RECEIPT

    def test_it_is_stated(self) -> None:
        assert TEXT_2022.limit.value == WorkingDays(5)
        assert TEXT_2022.limit.citation.basis is Basis.stated

    @pytest.mark.parametrize(
        ("objected", "status"), [("2025-03-10", "met"), ("2025-03-11", "late"), (None, "overdue")]
    )
    def test_an_objection_meets_it(self, objected: str | None, status: str) -> None:
        days = {"transfer": "2025-03-03"} | ({"object": objected} if objected else {})
        assert deadline_of(_decide(recorded(**days))).status is Status[status]

    def test_so_does_one_on_the_day_of_the_passing_on(self) -> None:
        history = recorded(transfer="2025-03-03", object="2025-03-03")
        assert deadline_of(_decide(history)).status is Status.met

    def test_what_was_not_passed_on_waits_for_the_first_way_that_the_source_names(self) -> None:
        (reason,) = _decide(recorded(receive="2025-03-03")).reasons
        assert dict(reason.facts)["event"] is EventKind.transfer

    def test_the_2005_regulation_has_no_such_step(self) -> None:
        assert NATIONAL.on(day("2005-05-01")).limits.objection_deadline is None


class TestWhoMayObject:
    """Only a body that is not competent has anything to object to."""

    @pytest.mark.parametrize(
        ("flag", "code"),
        [(False, "objection_deadline.competent"), (None, "objection_deadline.not_recorded")],
    )
    def test_of_a_competent_body_nothing_is_asked(self, flag: bool | None, code: str) -> None:  # noqa: FBT001
        decision = _decide(recorded(transfer="2025-03-03"), not_competent=flag)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == [code]

    def test_an_objection_on_record_is_judged_whatever_is_known(self) -> None:
        history = recorded(transfer="2025-03-03", object="2025-03-07")
        assert deadline_of(_decide(history, not_competent=None)).status is Status.met

    def test_a_matter_that_was_not_passed_on_starts_nothing(self) -> None:
        assert deadline_of(_decide(recorded(receive="2025-03-03"))).status is Status.not_started


class TestReceipt:
    """The limit runs from the body's own receipt; the passing-on stands for it."""

    def test_a_receipt_of_its_own_counts(self) -> None:
        own = Event(EventKind.receive, day("2025-03-05"))
        history = recorded(own, receive="2025-02-24", transfer="2025-03-03")
        assert deadline_of(_decide(history)).due == day("2025-03-12")

    @pytest.mark.parametrize(
        ("as_of", "status"),
        [("2025-03-10", "open"), ("2025-03-11", "undetermined"), ("2025-03-14", "overdue")],
    )
    def test_of_several_only_what_the_first_and_the_last_say_is_told(
        self, as_of: str, status: str
    ) -> None:
        transfers = (Event(EventKind.transfer, day(one)) for one in ("2025-03-03", "2025-03-06"))
        decision = _decide(recorded(*transfers, assign="2025-03-05"), as_of)
        assert deadline_of(decision).status is Status[status]
        assert decision.missing == (("receive",) if status == "undetermined" else ())

    def test_what_the_body_accepted_and_got_once_more_starts_nothing(self) -> None:
        again = Event(EventKind.transfer, day("2025-03-20"))
        history = recorded(again, transfer="2025-03-03", accept="2025-03-05")
        outcome = deadline_of(_decide(history, "2025-03-21"))
        assert (outcome.due, outcome.status) == (day("2025-03-10"), Status.overdue)


class TestAnotherBody:
    """That a body is not competent is its fact, and does not follow the matter to the next one."""

    OBJECTED = MappingProxyType({"transfer": "2025-03-03", "object": "2025-03-05"})

    @pytest.mark.parametrize("kind", ["transfer", "assign"])
    def test_the_next_body_owes_no_objection(self, kind: str) -> None:
        again = Event(EventKind[kind], day("2025-03-10"))
        decision = _decide(recorded(again, **self.OBJECTED), "2025-06-30")
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["deadline.before", "objection_deadline.of_another"]
        told = dict(decision.reasons[0].facts)
        assert (told["status"], told["due"]) == (Status.met, day("2025-03-10"))
        assert decision.findings == ()

    def test_that_the_one_before_objected_late_stays_told(self) -> None:
        again = Event(EventKind.transfer, day("2025-03-17"))
        history = recorded(again, transfer="2025-03-03", object="2025-03-12")
        (finding,) = _decide(history, "2025-06-30").findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "deadline.late_before"
        assert dict(finding.reason.facts)["days"] == 2

    @pytest.mark.parametrize(
        ("flag", "code"),
        [(None, "objection_deadline.not_recorded"), (False, "objection_deadline.competent")],
    )
    def test_nor_where_nothing_is_recorded_of_either(self, flag: bool | None, code: str) -> None:  # noqa: FBT001
        again = Event(EventKind.transfer, day("2025-03-10"))
        decision = _decide(recorded(again, **self.OBJECTED), not_competent=flag)
        assert codes(decision.reasons) == ["deadline.before", code]

    @pytest.mark.parametrize(("on", "status"), [("2025-03-17", "met"), ("2025-03-18", "late")])
    def test_an_objection_of_its_own_is_judged_by_its_own_receipt(
        self, on: str, status: str
    ) -> None:
        more = (Event(EventKind.transfer, day("2025-03-10")), Event(EventKind.object, day(on)))
        outcome = deadline_of(_decide(recorded(*more, **self.OBJECTED)))
        assert (outcome.status, outcome.due) == (Status[status], day("2025-03-17"))

    @given(meeting(EventKind.transfer, EventKind.assign, EventKind.object), NEAR)
    def test_nobody_owes_one_after_another_body_objected(
        self, history: History, as_of: date
    ) -> None:
        known = history.until(as_of)
        outcome = decide(True, known, as_of, TEXT_2022, MAINLAND).outcome  # noqa: FBT003
        if len(rounds_of(known)) > 1:
            status = outcome.status if isinstance(outcome, Deadline) else None
            assert status not in {Status.open, Status.overdue}


class TestSilence:
    """What the source does not say is named."""

    def test_no_list_of_starts(self) -> None:
        silent: CitedList[EventKind] = CitedList(
            (), TEXT_2022.starts.citation, Absent.silent, "objection_deadline.starts"
        )
        decision = _decide(recorded(transfer="2025-03-03"), params=evolve(TEXT_2022, starts=silent))
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("objection_deadline.starts",)

    def test_a_start_that_is_silent(self) -> None:
        cited = TEXT_2022.starts.citation
        one: CitedList[EventKind] = CitedList((Sourced(Absent.silent, cited),), cited)
        decision = _decide(recorded(transfer="2025-03-03"), params=evolve(TEXT_2022, starts=one))
        assert decision.outcome == Deadline(Status.undetermined)


class TestProperties:
    """Any facts have an answer; being passed on again never takes time from the body."""

    @FEWER
    @given(
        FLAGS,
        meeting(EventKind.transfer, EventKind.assign, EventKind.object),
        NEAR,
        any_params(Params),
        CALENDARS,
    )
    def test_total(
        self,
        flag: bool | None,  # noqa: FBT001
        history: History,
        as_of: date,
        params: Params,
        calendar: WorkCalendar,
    ) -> None:
        assert_explained(decide(flag, history.until(as_of), as_of, params, calendar))

    @given(meeting(EventKind.transfer, EventKind.assign), st.integers(0, 60), NEAR)
    def test_another_passing_on(self, history: History, days: int, as_of: date) -> None:
        last = max((one.day for one in history.events), default=as_of)
        more = History((*history.events, Event(EventKind.assign, last + timedelta(days))))
        before = deadline_of(decide(True, history, as_of, TEXT_2022, MAINLAND))  # noqa: FBT003
        after = deadline_of(decide(True, more, as_of, TEXT_2022, MAINLAND))  # noqa: FBT003
        assert before.due is None or after.due is None or after.due >= before.due
