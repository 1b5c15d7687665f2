"""Is the petitioner kept informed, and is the progress followed?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present, recorded
from strategies import DAYS, FEWER, histories
from strategies_params import params as any_params
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Event, History
from xinfang_core.periods import CalendarDays, Period, WorkingDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.follow_up import ANY_CONTACT, Followed, Params, decide
from xinfang_core.vocabulary import Absent, Basis, EventKind, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
JIUYUAN = present(load_policy("jiuyuan").on(day("2025-01-01")).follow_through.follow_up)
SPAN = ("follow_up.span",)
ALL_THREE = (EventKind.call, EventKind.report, EventKind.supervise)


def _every(period: Period | Absent) -> Params:
    """A district's own interval in place of the silent one."""
    return evolve(JIUYUAN, interval=evolve(JIUYUAN.interval, value=period))


def _decide(history: History, as_of: str, params: Params = JIUYUAN) -> Decision[Followed]:
    decision = decide(history.until(day(as_of)), day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


def _followed(decision: Decision[Followed]) -> Followed:
    assert isinstance(decision.outcome, Followed)
    return decision.outcome


class TestWithoutANumber:
    """Jiuyuan 17, 19: calls, reports and tracking, “in good time” and “regularly”."""

    def test_before_the_start_there_is_nothing_to_follow(self) -> None:
        decision = _decide(recorded(call="2025-03-03"), "2025-03-20")
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["follow_up.not_started"]

    def test_no_contact_is_ever_late(self) -> None:
        decision = _decide(recorded(start="2025-03-03"), "2025-12-31")
        assert _followed(decision) == Followed(None, ALL_THREE, None)
        assert codes(decision.reasons) == [*SPAN, "follow_up.none_yet", "value.silent"]
        assert decision.findings == ()

    def test_the_last_contact_is_told(self) -> None:
        history = recorded(start="2025-03-03", report="2025-03-10", call="2025-03-07")
        decision = _decide(history, "2025-03-20")
        assert _followed(decision) == Followed(day("2025-03-10"), (EventKind.supervise,), None)
        assert _followed(decision).text() == "最近一次 2025-03-10"

    def test_of_ways_used_again_and_again_the_last_contact_of_all_is_told(self) -> None:
        reports = [Event(EventKind.report, day(f"2025-03-{on}")) for on in (12, 18, 25)]
        history = recorded(*reports, start="2025-03-03", call="2025-03-14")
        for as_of, last in (("2025-03-17", "14"), ("2025-03-20", "18"), ("2025-03-31", "25")):
            followed = _followed(_decide(history, as_of))
            assert followed == Followed(day(f"2025-03-{last}"), (EventKind.supervise,))

    def test_a_contact_before_the_start_is_none(self) -> None:
        history = recorded(call="2025-03-02", start="2025-03-03")
        assert _followed(_decide(history, "2025-03-20")).never == ALL_THREE

    def test_nor_does_it_hide_one_after_it(self) -> None:
        later = Event(EventKind.call, day("2025-03-03"))
        history = recorded(later, call="2025-03-02", start="2025-03-03")
        assert _followed(_decide(history, "2025-03-20")).last == day("2025-03-03")

    def test_it_rests_on_when_following_up_begins_and_ends(self) -> None:
        """Jiuyuan’s end is a reading: nobody says outright that it is the writing off."""
        for days in ({}, {"write_off": "2025-03-31"}):
            decision = _decide(recorded(start="2025-03-03", **days), "2025-06-30")
            assert decision.reasons[0].citation == JIUYUAN.end.citation
            facts = {"start": EventKind.start, "end": EventKind.write_off}
            assert dict(decision.reasons[0].facts) == facts
            assert decision.basis is Basis.interpreted

    def test_what_a_proxy_ended_without_is_a_notice(self) -> None:
        history = recorded(start="2025-03-03", call="2025-03-07", write_off="2025-03-31")
        decision = _decide(history, "2025-06-30")
        assert [one.severity for one in decision.findings] == [Severity.notice] * 2
        acts = [dict(one.reason.facts)["act"] for one in decision.findings]
        assert acts == [EventKind.report, EventKind.supervise]
        assert decision.findings[1].reason.citation == JIUYUAN.acts.cited(EventKind.supervise)


class TestAgain:
    """A withdrawal ends the following up; what is taken up again is followed anew."""

    def test_a_withdrawn_mandate_ends_it(self) -> None:
        history = recorded(start="2025-03-03", withdraw_mandate="2025-03-31")
        assert len(_decide(history, "2025-06-30").findings) == len(ALL_THREE)

    def test_a_reopened_matter_is_followed_from_the_reopening(self) -> None:
        history = recorded(
            start="2025-03-03", call="2025-03-07", write_off="2025-03-31", reopen="2025-05-06"
        )
        decision = _decide(history, "2025-06-30")
        assert _followed(decision).never == ALL_THREE
        assert decision.findings == ()


class TestInterval:
    """A district may set an interval, which runs from the last contact of any kind."""

    def test_from_the_start_while_there_is_no_contact(self) -> None:
        decision = _decide(recorded(start="2025-03-03"), "2025-03-10", _every(WorkingDays(5)))
        assert _followed(decision) == Followed(None, ALL_THREE, day("2025-03-10"))
        assert codes(decision.reasons)[2:] == ["follow_up.next", "follow_up.since_the_last"]
        assert decision.reasons[-1].citation == ANY_CONTACT
        assert decision.findings == ()
        assert _followed(decision).text("en").endswith("by 2025-03-10")

    def test_the_day_after_it_is_a_warning(self) -> None:
        history = recorded(start="2025-03-03", call="2025-03-04")
        decision = _decide(history, "2025-03-15", _every(CalendarDays(10)))
        assert _followed(decision).next_due == day("2025-03-14")
        (finding,) = decision.findings
        assert (finding.severity, finding.reason.code) == (Severity.warning, "follow_up.overdue")

    def test_none_is_not_the_same_as_silence(self) -> None:
        decision = _decide(recorded(start="2025-03-03"), "2025-12-31", _every(Absent.none))
        assert codes(decision.reasons)[1:] == ["follow_up.none_yet", "follow_up.no_interval"]

    def test_outside_the_calendar_no_day_is_told(self) -> None:
        decision = _decide(recorded(start="1999-03-03"), "1999-04-01", _every(WorkingDays(5)))
        assert _followed(decision).next_due is None
        assert codes(decision.reasons)[2] == "follow_up.outside_calendar"


class TestSilence:
    """What the policy is silent on is named."""

    @pytest.mark.parametrize("name", ["start", "end"])
    def test_a_silent_event(self, name: str) -> None:
        silent = evolve(getattr(JIUYUAN, name), value=Absent.silent)
        decision = _decide(
            recorded(start="2025-03-03"), "2025-03-20", evolve(JIUYUAN, **{name: silent})
        )
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == silent.citation


class TestProperties:
    """Any facts have an answer; another contact never brings the next one nearer."""

    @FEWER
    @given(histories(), DAYS, any_params(Params))
    def test_total(self, history: History, as_of: date, params: Params) -> None:
        decision = decide(history.until(as_of), as_of, params, MAINLAND)
        assert_explained(decision)
        if isinstance(decision.outcome, Followed):
            assert decision.outcome.text()

    @FEWER
    @given(histories(), DAYS)
    def test_another_contact_never_brings_the_next_one_nearer(
        self, history: History, on: date
    ) -> None:
        params = _every(CalendarDays(10))
        as_of = date(2035, 12, 31)
        more = History((*history.events, Event(EventKind.call, on)))
        fewer, many = (decide(one, as_of, params, MAINLAND).outcome for one in (history, more))
        if isinstance(fewer, Followed) and isinstance(many, Followed) and fewer.next_due:
            assert present(many.next_due) >= fewer.next_due
