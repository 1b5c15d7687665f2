"""By when may a body object to a matter that is not within its powers?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER, FLAGS
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.objection_deadline import RECEIPT, Params, decide
from xinfang_core.sources import Ladder, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Status

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


class TestLastReceipt:
    """The body that has the matter got it by the last passing-on."""

    def test_the_last_of_several_counts(self) -> None:
        transfers = (Event(EventKind.transfer, day(one)) for one in ("2025-03-03", "2025-03-06"))
        history = recorded(*transfers, assign="2025-03-05")
        assert deadline_of(_decide(history)).due == day("2025-03-13")

    def test_an_objection_of_the_body_before_is_not_that_of_this_one(self) -> None:
        history = recorded(transfer="2025-03-03", object="2025-03-05", assign="2025-03-10")
        assert deadline_of(_decide(history, "2025-03-18")).status is Status.overdue


class TestSilence:
    """What the source does not say is named."""

    def test_no_list_of_starts(self) -> None:
        silent: Ladder[EventKind] = Ladder((), TEXT_2022.starts.citation, Absent.silent)
        decision = _decide(recorded(transfer="2025-03-03"), params=evolve(TEXT_2022, starts=silent))
        assert decision.outcome == Deadline(Status.undetermined)

    def test_a_start_that_is_silent(self) -> None:
        cited = TEXT_2022.starts.citation
        one: Ladder[EventKind] = Ladder((Sourced(Absent.silent, cited),), cited)
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

    @given(meeting(EventKind.transfer, EventKind.assign), NEAR, NEAR)
    def test_another_passing_on(self, history: History, again: date, as_of: date) -> None:
        more = History((*history.events, Event(EventKind.assign, again)))
        before = deadline_of(decide(True, history, as_of, TEXT_2022, MAINLAND)).due  # noqa: FBT003
        after = deadline_of(decide(True, more, as_of, TEXT_2022, MAINLAND)).due  # noqa: FBT003
        assert before is None or present(after) >= before
