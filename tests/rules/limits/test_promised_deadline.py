"""Is a day of completion promised, and is it kept?"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import MappingProxyType
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
from xinfang_core.deadline import Deadline
from xinfang_core.deadline_reasons import REPLY_AS_CONCLUSION
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.promised_deadline import (
    EARLIEST_HOLDS,
    ENDS_WITH_THE_MANDATE,
    Params,
    decide,
)
from xinfang_core.vocabulary import Absent, Basis, Certainty, EventKind, Severity, Status

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
JIUYUAN = present(load_policy("jiuyuan").on(day("2025-01-01")).limits.promised_deadline)


def _promise(on: str, until: str) -> Event:
    return Event(EventKind.promise, day(on), until=day(until))


def _decide(history: History, as_of: str, params: Params = JIUYUAN) -> Decision[Deadline]:
    decision = decide(history.until(day(as_of)), day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


class TestPromise:
    """Jiuyuan 4: each proxied matter has a promised day of completion."""

    def test_before_the_start_none_is_wanted(self) -> None:
        decision = _decide(recorded(register="2025-03-03"), "2025-03-20")
        assert decision.outcome == Deadline(Status.not_started)
        assert codes(decision.reasons) == ["promised_deadline.not_wanted_yet"]
        assert decision.findings == ()

    def test_on_the_day_of_the_start_it_may_still_come(self) -> None:
        decision = _decide(recorded(start="2025-03-03"), "2025-03-03")
        assert codes(decision.reasons) == ["promised_deadline.missing"]
        assert decision.findings == ()

    def test_from_the_next_day_on_its_absence_is_a_warning_while_the_time_is_assumed(
        self,
    ) -> None:
        decision = _decide(recorded(start="2025-03-03"), "2025-03-04")
        assert decision.outcome == Deadline(Status.not_started)
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert finding.reason.citation == JIUYUAN.wanted_from.citation
        assert JIUYUAN.wanted_from.citation.basis is Basis.assumed

    def test_where_a_policy_says_from_when_it_is_a_violation(self) -> None:
        cited = evolve(JIUYUAN.wanted_from.citation, basis=Basis.interpreted)
        said = evolve(JIUYUAN, wanted_from=evolve(JIUYUAN.wanted_from, citation=cited))
        (finding,) = _decide(recorded(start="2025-03-03"), "2025-03-04", said).findings
        assert finding.severity is Severity.violation

    def test_a_day_that_had_passed_is_to_be_checked(self) -> None:
        decision = _decide(recorded(_promise("2025-03-20", "2025-03-02")), "2025-03-21")
        assert deadline_of(decision).status is Status.undetermined
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert finding.reason.text() == (
            "2025-03-20 承诺于 2025-03-02 办结，承诺时该日已过，不作承诺计，请核对"
        )

    def test_a_promise_for_its_own_day_is_one(self) -> None:
        history = recorded(_promise("2025-03-20", "2025-03-20"), start="2025-03-03")
        decision = _decide(history, "2025-03-21")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.overdue, day("2025-03-20"))
        assert decision.findings == ()

    def test_another_promise_takes_the_place_of_a_slip(self) -> None:
        history = recorded(
            _promise("2026-01-06", "2025-02-10"), _promise("2026-01-07", "2026-02-10")
        )
        decision = _decide(history, "2026-01-08")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.open, day("2026-02-10"))
        assert codes(decision.findings) == ["promised_deadline.past_day"]


class TestKept:
    """Jiuyuan 4: the matter is concluded by the promised day; there is no other number."""

    HISTORY = recorded(_promise("2025-03-03", "2025-03-22"), start="2025-03-03")

    @pytest.mark.parametrize(
        ("as_of", "status", "days"),
        [
            ("2025-03-03", "open", 0),
            ("2025-03-22", "open", 0),  # a Saturday: the promised day does not move on
            ("2025-03-23", "overdue", 0),
            ("2025-03-24", "overdue", 1),
            ("2025-04-07", "overdue", 10),  # 4 April is 清明节
        ],
    )
    def test_while_it_is_not_concluded(self, as_of: str, status: str, days: int) -> None:
        outcome = deadline_of(_decide(self.HISTORY, as_of))
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], days)
        assert outcome.due == outcome.earliest == outcome.latest == day("2025-03-22")
        assert outcome.certainty is Certainty.settled

    @pytest.mark.parametrize(
        ("concluded", "status", "days"),
        [("2025-03-22", "met", 0), ("2025-03-23", "late", 0), ("2025-03-25", "late", 2)],
    )
    def test_once_it_is_concluded(self, concluded: str, status: str, days: int) -> None:
        history = History((*self.HISTORY.events, Event(EventKind.conclude, day(concluded))))
        outcome = deadline_of(_decide(history, "2025-06-30"))
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], days)

    def test_an_instant_promises_its_day(self) -> None:
        until = datetime(2025, 3, 22, 12)  # noqa: DTZ001 - Shanghai time
        history = recorded(Event(EventKind.promise, day("2025-03-03"), until=until))
        assert deadline_of(_decide(history, "2025-03-10")).due == day("2025-03-22")

    def test_days_that_no_notice_settles_are_said_to_be_expected(self) -> None:
        history = recorded(_promise("2025-03-03", "2029-12-20"))
        decision = _decide(history, "2030-03-01")
        assert deadline_of(decision).status is Status.overdue
        assert "deadline.expected_count" in codes(decision.reasons)

    def test_outside_the_calendar_nothing_is_counted(self) -> None:
        history = recorded(_promise("1999-03-03", "1999-03-20"))
        decision = _decide(history, "2025-03-01")
        assert decision.outcome == Deadline(Status.undetermined)
        assert codes(decision.reasons) == ["deadline.day_outside_calendar"]


class TestWithdrawn:
    """The promise belongs to the proxy: once the mandate is withdrawn nothing of it is owed."""

    @staticmethod
    def _outcome(history: History, as_of: str = "2025-04-30") -> list[str]:
        decision = _decide(history, as_of)
        assert decision.outcome is Absent.none
        assert decision.reasons[-1].citation is ENDS_WITH_THE_MANDATE
        return codes(decision.findings)

    def test_no_promise_is_wanted_any_more(self) -> None:
        history = recorded(start="2025-03-03", withdraw_mandate="2025-03-10")
        assert self._outcome(history) == ["promised_deadline.never"]

    def test_nor_was_one_wanted_on_the_day_of_the_start(self) -> None:
        history = recorded(start="2025-03-03", withdraw_mandate="2025-03-03")
        assert self._outcome(history) == []

    @pytest.mark.parametrize("concluded", [None, "2025-04-01"])
    def test_a_promise_that_still_had_time_binds_nobody(self, concluded: str | None) -> None:
        days = {"conclude": concluded} if concluded else {}
        history = recorded(
            _promise("2025-03-03", "2025-03-20"),
            start="2025-03-03",
            withdraw_mandate="2025-03-20",
            **days,
        )
        assert self._outcome(history) == []

    def test_one_that_was_broken_before_stays_told(self) -> None:
        history = recorded(
            _promise("2025-03-03", "2025-03-20"), start="2025-03-03", withdraw_mandate="2025-03-21"
        )
        assert self._outcome(history) == ["promised_deadline.broken"]

    def test_one_that_was_kept_before_stays_kept(self) -> None:
        history = recorded(
            _promise("2025-03-03", "2025-03-20"),
            start="2025-03-03",
            conclude="2025-03-19",
            withdraw_mandate="2025-03-21",
        )
        assert deadline_of(_decide(history, "2025-04-30")).status is Status.met

    def test_who_starts_again_promises_again(self) -> None:
        again = Event(EventKind.start, day("2025-04-01"))
        history = recorded(
            _promise("2025-03-03", "2025-03-20"),
            again,
            start="2025-03-03",
            withdraw_mandate="2025-03-10",
        )
        decision = _decide(history, "2025-04-02")
        assert codes(decision.findings) == ["promised_deadline.missing"]
        promised = History((*history.events, _promise("2025-04-01", "2025-04-20")))
        outcome = deadline_of(_decide(promised, "2025-04-02"))
        assert (outcome.status, outcome.due) == (Status.open, day("2025-04-20"))

    def test_a_mandate_withdrawn_before_any_start_ends_nothing(self) -> None:
        history = recorded(sign_mandate="2025-03-01", withdraw_mandate="2025-03-03")
        decision = _decide(history, "2025-04-30")
        assert codes(decision.reasons) == ["promised_deadline.not_wanted_yet"]

    def test_where_it_is_the_acceptance_that_asks_for_it_the_mandate_does_not_matter(self) -> None:
        wanted = evolve(JIUYUAN.wanted_from, value=EventKind.accept)
        history = recorded(
            _promise("2025-03-03", "2025-03-20"), accept="2025-03-03", withdraw_mandate="2025-03-10"
        )
        decision = _decide(history, "2025-03-12", evolve(JIUYUAN, wanted_from=wanted))
        assert deadline_of(decision).status is Status.open


class TestSecondPromise:
    """A later promise does not put off an earlier one: the earliest promised day holds."""

    def test_what_was_brought_forward_is_not_put_off_again(self) -> None:
        history = recorded(
            _promise("2025-03-03", "2025-03-20"),
            _promise("2025-03-04", "2025-03-10"),
            _promise("2025-03-05", "2025-03-15"),
        )
        (finding,) = _decide(history, "2025-03-06").findings
        assert finding.reason.code == "promised_deadline.put_off"
        assert dict(finding.reason.facts)["due"] == day("2025-03-10")

    def test_a_later_day_is_a_warning_and_changes_nothing(self) -> None:
        history = recorded(
            _promise("2025-03-03", "2025-03-21"), _promise("2025-03-20", "2025-04-30")
        )
        decision = _decide(history, "2025-03-24")
        assert deadline_of(decision).due == day("2025-03-21")
        assert deadline_of(decision).status is Status.overdue
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert finding.reason.citation == EARLIEST_HOLDS
        assert dict(finding.reason.facts) == {
            "at": day("2025-03-20"),
            "until": day("2025-04-30"),
            "due": day("2025-03-21"),
        }

    def test_an_earlier_day_holds_without_a_finding(self) -> None:
        history = recorded(
            _promise("2025-03-03", "2025-03-21"), _promise("2025-03-05", "2025-03-14")
        )
        decision = _decide(history, "2025-03-10")
        assert deadline_of(decision).due == day("2025-03-14")
        assert dict(decision.reasons[0].facts)["at"] == day("2025-03-05")
        assert decision.findings == ()


class TestReply:
    """A reply stands for a conclusion that is not recorded, as with the handling limit."""

    def test_it_keeps_the_promise_and_says_so(self) -> None:
        history = recorded(_promise("2025-03-03", "2025-03-21"), reply="2025-03-20")
        decision = _decide(history, "2025-06-30")
        assert deadline_of(decision).status is Status.met
        assert decision.reasons[0].citation is REPLY_AS_CONCLUSION

    def test_not_where_another_event_keeps_it(self) -> None:
        by_resolution = evolve(JIUYUAN, kept_by=evolve(JIUYUAN.kept_by, value=EventKind.resolve))
        history = recorded(_promise("2025-03-03", "2025-03-21"), reply="2025-03-20")
        decision = _decide(history, "2025-06-30", by_resolution)
        assert deadline_of(decision).status is Status.overdue


class TestReopened:
    """What is reopened and accepted anew is promised anew; the first verdict stays told."""

    FIRST = MappingProxyType(
        {"conclude": "2025-03-20", "reopen": "2025-04-15", "accept": "2025-04-15"}
    )
    ACCEPTED = Event(EventKind.accept, day("2025-03-03"))

    def test_a_promise_on_the_day_of_the_reopening_is_a_new_one(self) -> None:
        promises = (_promise("2025-03-03", "2025-03-21"), _promise("2025-04-15", "2025-05-20"))
        history = recorded(self.ACCEPTED, *promises, **self.FIRST)
        outcome = deadline_of(_decide(history, "2025-05-06"))
        assert (outcome.status, outcome.due) == (Status.open, day("2025-05-20"))

    def test_without_a_new_promise_the_first_one_was_kept(self) -> None:
        history = recorded(self.ACCEPTED, _promise("2025-03-03", "2025-03-21"), **self.FIRST)
        decision = _decide(history, "2025-06-30")
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("promise",)
        assert dict(decision.reasons[0].facts)["status"] is Status.met

    @pytest.mark.parametrize(
        ("again", "status"),
        [([], "overdue"), (["conclude"], "met"), (["reply"], "met")],
    )
    def test_a_new_promise_has_to_be_kept_anew(self, again: list[str], status: str) -> None:
        promises = (_promise("2025-03-03", "2025-03-21"), _promise("2025-04-16", "2025-05-20"))
        done = [Event(EventKind[kind], day("2025-05-19")) for kind in again]
        history = recorded(self.ACCEPTED, *promises, *done, **self.FIRST)
        decision = _decide(history, "2025-06-30")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status[status], day("2025-05-20"))
        assert decision.findings == ()


class TestSilence:
    """What the policy is silent on is named."""

    @pytest.mark.parametrize("name", ["wanted_from", "kept_by"])
    def test_a_silent_value(self, name: str) -> None:
        silent = evolve(getattr(JIUYUAN, name), value=Absent.silent)
        decision = _decide(History(), "2025-03-03", evolve(JIUYUAN, **{name: silent}))
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.reasons[0].citation == silent.citation


class TestProperties:
    """Any facts have an answer; promising again never puts a day off."""

    @FEWER
    @given(histories(), DAYS, any_params(Params))
    def test_total(self, history: History, as_of: date, params: Params) -> None:
        assert_explained(decide(history.until(as_of), as_of, params, MAINLAND))

    @given(
        st.lists(st.tuples(st.integers(0, 60), st.integers(0, 200)), min_size=1, max_size=5),
        st.integers(0, 200),
    )
    def test_another_promise_never_moves_the_day_back(
        self, made: list[tuple[int, int]], until: int
    ) -> None:
        begin = date(2025, 1, 2)
        promises = [
            Event(EventKind.promise, begin + timedelta(on), until=begin + timedelta(by))
            for on, by in [(0, 100), *made]
        ]
        more = Event(EventKind.promise, begin + timedelta(61), until=begin + timedelta(until))
        as_of = begin + timedelta(70)
        before = deadline_of(decide(History(promises), as_of, JIUYUAN, MAINLAND)).due
        after = deadline_of(decide(History((*promises, more)), as_of, JIUYUAN, MAINLAND)).due
        assert present(after) <= present(before)
