"""Does the agent meet the petitioner in every week?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies import DAYS, histories
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.weekly_meeting import FULL_WEEKS, Meetings, Params, decide
from xinfang_core.vocabulary import Absent, EventKind, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

POLICY = load_policy("jiuyuan")
ROLLING = present(POLICY.on(day("2025-01-01")).follow_through.weekly_meeting)
CALENDAR = present(
    POLICY.with_variant("calendar_weeks").on(day("2025-01-01")).follow_through.weekly_meeting
)
BOTH = (ROLLING, CALENDAR)
ONE_DAY = timedelta(days=1)


def _history(*met: str, **days: str) -> History:
    return recorded(*(Event(EventKind.meet, day(on)) for on in met), **days)


def _decide(history: History, as_of: str, params: Params = ROLLING) -> Decision[Meetings]:
    decision = decide(history.until(day(as_of)), day(as_of), params)
    assert_explained(decision)
    return decision


def _meetings(decision: Decision[Meetings]) -> Meetings:
    assert isinstance(decision.outcome, Meetings)
    return decision.outcome


class TestRollingWeeks:
    """Jiuyuan 19: from the day of the proxy on, at least one meeting a week.

    Started on Wednesday 5 March 2025, so the weeks are 6-12 March, 13-19 March, 20-26 March.
    """

    def test_before_a_week_has_passed_nothing_is_missed(self) -> None:
        for as_of in ("2025-03-05", "2025-03-06", "2025-03-12"):
            found = _meetings(_decide(_history(start="2025-03-05"), as_of))
            assert found == Meetings(0, 0, day("2025-03-12"))

    def test_a_week_without_a_meeting_is_missed_from_its_morrow_on(self) -> None:
        decision = _decide(_history(start="2025-03-05"), "2025-03-13")
        assert _meetings(decision) == Meetings(1, 1, day("2025-03-19"))
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert dict(finding.reason.facts) == {
            "missed": 1,
            "begin": day("2025-03-06"),
            "end": day("2025-03-12"),
        }
        assert finding.reason.citation == ROLLING.least.citation

    @pytest.mark.parametrize("met", ["2025-03-06", "2025-03-08", "2025-03-12"])
    def test_any_day_of_the_week_will_do(self, met: str) -> None:
        decision = _decide(_history(met, start="2025-03-05"), "2025-03-13")
        assert _meetings(decision) == Meetings(1, 0, day("2025-03-19"))
        assert decision.findings == ()

    def test_a_meeting_in_the_running_week_moves_the_next_one_on(self) -> None:
        history = _history("2025-03-07", start="2025-03-05")
        assert _meetings(_decide(history, "2025-03-08")).next_due == day("2025-03-19")

    def test_the_day_of_the_start_does_not_count(self) -> None:
        decision = _decide(_history("2025-03-05", start="2025-03-05"), "2025-03-13")
        assert _meetings(decision).missed == 1
        assert codes(decision.findings) == ["weekly_meeting.missed"]

    def test_two_meetings_in_one_week_do_not_make_up_for_another(self) -> None:
        history = _history("2025-03-06", "2025-03-07", "2025-03-21", start="2025-03-05")
        decision = _decide(history, "2025-03-27")
        assert _meetings(decision) == Meetings(3, 1, day("2025-04-02"))
        assert dict(decision.findings[0].reason.facts)["begin"] == day("2025-03-13")

    def test_where_two_a_week_are_asked_for_one_is_not_enough(self) -> None:
        twice = evolve(ROLLING, least=evolve(ROLLING.least, value=2))
        history = _history("2025-03-06", "2025-03-13", "2025-03-19", start="2025-03-05")
        decision = _decide(history, "2025-03-20", twice)
        assert _meetings(decision) == Meetings(2, 1, day("2025-03-26"))
        assert dict(decision.findings[0].reason.facts)["begin"] == day("2025-03-06")

    def test_a_call_is_no_meeting(self) -> None:
        history = _history(start="2025-03-05", call="2025-03-10")
        assert _meetings(_decide(history, "2025-03-13")).missed == 1
        assert "电话" in FULL_WEEKS.note

    def test_a_meeting_before_the_start_is_a_notice_and_does_not_count(self) -> None:
        decision = _decide(_history("2025-03-04", start="2025-03-05"), "2025-03-13")
        assert _meetings(decision).missed == 1
        assert codes(decision.findings) == ["weekly_meeting.missed", "weekly_meeting.before_start"]
        assert decision.findings[1].severity is Severity.notice


class TestEnd:
    """Meetings are asked for until the matter is written off; the week it cuts short is free."""

    def test_the_last_partial_week_asks_for_none(self) -> None:
        history = _history("2025-03-07", start="2025-03-05", write_off="2025-03-18")
        decision = _decide(history, "2025-06-30")
        assert _meetings(decision) == Meetings(1, 0, None)
        assert _meetings(decision).text() == "已满 1 周，缺见面 0 周，代办已终结"

    def test_a_week_that_ends_on_that_day_is_full(self) -> None:
        history = _history("2025-03-07", start="2025-03-05", write_off="2025-03-19")
        assert _meetings(_decide(history, "2025-06-30")) == Meetings(2, 1, None)

    def test_a_conclusion_does_not_end_them(self) -> None:
        history = _history("2025-03-07", start="2025-03-05", conclude="2025-03-10")
        assert _meetings(_decide(history, "2025-03-20")) == Meetings(2, 1, day("2025-03-26"))

    def test_every_answer_rests_on_the_assumption_of_when_they_end(self) -> None:
        decision = _decide(_history("2025-03-07", start="2025-03-05"), "2025-03-20")
        assert "weekly_meeting.until" in codes(decision.reasons)
        assert decision.weakest == ROLLING.end.citation

    def test_a_withdrawn_mandate_does(self) -> None:
        history = _history("2025-03-07", start="2025-03-05", withdraw_mandate="2025-03-14")
        assert _meetings(_decide(history, "2025-03-27")) == Meetings(1, 0, None)


class TestSeveralTimes:
    """A proxy that is taken up again is met weekly again; the time between asks for nothing."""

    def test_a_new_start_after_a_withdrawal_begins_weeks_of_its_own(self) -> None:
        # 6-12 March full and met; withdrawn on the 14th; 11-17 April full and missed.
        starts = (Event(EventKind.start, day("2025-04-10")),)
        history = recorded(
            *starts,
            *_history("2025-03-07").events,
            start="2025-03-05",
            withdraw_mandate="2025-03-14",
            sign_mandate="2025-04-10",
        )
        decision = _decide(history, "2025-04-18")
        assert _meetings(decision) == Meetings(2, 1, day("2025-04-24"))
        assert dict(decision.findings[0].reason.facts)["begin"] == day("2025-04-11")
        begun = [one for one in decision.reasons if one.code == "weekly_meeting.weeks"]
        assert [dict(one.facts)["start"] for one in begun] == [day("2025-03-05"), day("2025-04-10")]

    def test_a_reopened_matter_is_met_weekly_again(self) -> None:
        history = _history(
            "2025-03-07", start="2025-03-05", write_off="2025-03-13", reopen="2025-06-04"
        )
        assert _meetings(_decide(history, "2025-06-05")) == Meetings(1, 0, day("2025-06-11"))
        assert _meetings(_decide(history, "2025-06-12")) == Meetings(2, 1, day("2025-06-18"))

    def test_a_reopening_brings_no_withdrawn_mandate_back(self) -> None:
        history = _history(
            "2025-03-07", start="2025-03-05", withdraw_mandate="2025-03-14", reopen="2025-03-20"
        )
        assert _meetings(_decide(history, "2025-06-30")) == Meetings(1, 0, None)


class TestCalendarWeeks:
    """The other reading: Monday to Sunday; 10-16 March 2025 is the first full week."""

    def test_the_days_before_the_first_monday_ask_for_none(self) -> None:
        history = _history(start="2025-03-05")
        assert _meetings(_decide(history, "2025-03-16", CALENDAR)).missed == 0
        assert _meetings(_decide(history, "2025-03-17", CALENDAR)).missed == 1

    def test_a_start_on_a_sunday_begins_with_the_next_day(self) -> None:
        found = _meetings(_decide(_history(start="2025-03-09"), "2025-03-09", CALENDAR))
        assert found.next_due == day("2025-03-16")

    def test_a_start_on_a_monday_waits_for_the_next_one(self) -> None:
        found = _meetings(_decide(_history(start="2025-03-10"), "2025-03-12", CALENDAR))
        assert found.next_due == day("2025-03-23")

    def test_the_two_readings_differ(self) -> None:
        history = _history("2025-03-06", "2025-03-14", start="2025-03-05")
        assert _meetings(_decide(history, "2025-03-17")) == Meetings(1, 0, day("2025-03-26"))
        history = _history("2025-03-06", "2025-03-18", start="2025-03-05")
        assert _meetings(_decide(history, "2025-03-20")).missed == 0
        assert _meetings(_decide(history, "2025-03-20", CALENDAR)).missed == 1


class TestNotAsked:
    """Without a start no week has begun; a policy may ask for none, or not say how many."""

    def test_no_start(self) -> None:
        decision = _decide(_history("2025-03-06"), "2025-03-20")
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["weekly_meeting.not_started"]

    def test_none_asked(self) -> None:
        params = evolve(ROLLING, least=evolve(ROLLING.least, value=Absent.none))
        decision = _decide(_history(start="2025-03-05"), "2025-03-20", params)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["weekly_meeting.none_asked"]

    @pytest.mark.parametrize("name", ["scheme", "start", "end", "contact", "least"])
    def test_a_silent_value(self, name: str) -> None:
        silent = evolve(getattr(ROLLING, name), value=Absent.silent)
        params = evolve(ROLLING, **{name: silent})
        decision = _decide(_history(start="2025-03-05"), "2025-03-20", params)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == silent.citation


def _slowly(start: date, met: set[date], as_of: date, monday: bool) -> tuple[int, int]:  # noqa: FBT001
    """The weeks and the missed ones, week by week: the oracle."""
    begin = start + ONE_DAY
    while monday and begin.weekday():
        begin += ONE_DAY
    weeks = missed = 0
    while begin + 7 * ONE_DAY <= as_of:
        weeks += 1
        missed += not any(begin + place * ONE_DAY in met for place in range(7))
        begin += 7 * ONE_DAY
    return weeks, missed


class TestProperties:
    """Any facts have an answer; it is the one that looking week by week gives."""

    BEGIN = date(2025, 1, 1)
    OFFSETS = st.sets(st.integers(-5, 90), max_size=12)

    @given(histories(), DAYS, any_params(Params))
    def test_total(self, history: History, as_of: date, params: Params) -> None:
        decision = decide(history.until(as_of), as_of, params)
        assert_explained(decision)
        if isinstance(decision.outcome, Meetings):
            assert 0 <= decision.outcome.missed <= decision.outcome.weeks
            assert decision.outcome.next_due is None or decision.outcome.next_due >= as_of
            assert decision.outcome.text()

    @given(st.integers(0, 20), OFFSETS, st.integers(0, 90))
    def test_as_the_slow_count(self, start: int, offsets: set[int], later: int) -> None:
        started, as_of = self._day(start), self._day(start + later)
        met = {self._day(one) for one in offsets}
        history = self._recorded(started, met).until(as_of)
        for params in BOTH:
            found = _meetings(decide(history, as_of, params))
            monday = params is CALENDAR
            assert (found.weeks, found.missed) == _slowly(started, met, as_of, monday)

    @given(st.integers(0, 20), OFFSETS, OFFSETS, st.integers(0, 90))
    def test_more_meetings_never_make_more_missed_weeks(
        self, start: int, some: set[int], more: set[int], later: int
    ) -> None:
        started, as_of = self._day(start), self._day(start + later)
        for params in BOTH:
            fewer, many = (
                _meetings(
                    decide(
                        self._recorded(started, {self._day(one) for one in offsets}).until(as_of),
                        as_of,
                        params,
                    )
                )
                for offsets in (some, some | more)
            )
            assert many.missed <= fewer.missed
            assert many.weeks == fewer.weeks
            assert present(many.next_due) >= present(fewer.next_due)

    def _day(self, offset: int) -> date:
        return self.BEGIN + timedelta(days=offset)

    def _recorded(self, started: date, met: set[date]) -> History:
        meetings = [Event(EventKind.meet, on) for on in sorted(met)]
        return History((Event(EventKind.start, started), *meetings))
