"""The day asked about: what comes later is not known yet, and what was in time stays in time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import (
    CASES,
    EVERY_RULE,
    IN_2025,
    MAINLAND,
    RECENT,
    SHIPPED,
    appeal,
    assessed,
    status,
)
from checks import codes, day, deadline_of
from strategies import FEWER, events, packs
from xinfang_core.assessment import RULES, Assessment, assess
from xinfang_core.case import Case, Event, History
from xinfang_core.errors import MisuseError
from xinfang_core.vocabulary import EventKind, Status

if TYPE_CHECKING:
    from xinfang_core.policy import PolicyPack

ANY = packs() | SHIPPED | st.just(EVERY_RULE)
LIMITS = tuple(rule for rule in RULES if rule.endswith("_deadline"))
EACH_TURN = frozenset({"progress_feedback_deadline", "progress_report_deadline"})
"""Limits that come again and again: what is met of one turn is open in the next."""

DEADLINES = ("reply_deadline", "notice_deadline", "handling_deadline")


def _known(answer: Assessment) -> Assessment:
    """The answer without what it tells of later events."""
    kept = (one for one in answer.findings if not one.reason.code.startswith("history."))
    return evolve(answer, findings=tuple(kept))


class TestLaterEvents:
    """Events after the day asked about are not known yet."""

    @FEWER
    @given(CASES, ANY, RECENT, st.data())
    def test_they_change_nothing(
        self, case: Case, policy: PolicyPack, as_of: date, data: st.DataObject
    ) -> None:
        later = st.dates(as_of + timedelta(days=2), as_of + timedelta(days=400))
        more = data.draw(st.lists(events(later), min_size=1, max_size=4))
        known = evolve(case, history=case.history.until(as_of))
        if known.history.first(EventKind.receive) is None:
            more = [event for event in more if event.kind is not EventKind.receive]
        history = History((*known.history.events, *more))
        answer = assess(known, policy, MAINLAND, as_of)
        for one in (evolve(case, history=history), case):
            assert _known(assess(one, policy, MAINLAND, as_of)) == answer

    @pytest.mark.parametrize("as_of", ["2025-09-30", "2025-12-15", "2026-11-02"])
    def test_a_slip_of_the_keyboard_is_told_with_its_day(self, as_of: str) -> None:
        days = {"receive": "2025-09-01", "accept": "2025-09-01"}
        slip = {"conclude": "2052-09-08", "reply": "2052-09-08"}
        answer = assessed(appeal(**days, **slip), as_of, "national")
        assert _known(answer) == assessed(appeal(**days), as_of, "national")
        told = [one for one in answer.findings if one.reason.code.startswith("history.")]
        assert codes(told) == ["history.after_as_of", "history.likely_slip"]
        for one in told:
            assert "办结（2052-09-08）、答复（2052-09-08）" in one.reason.text()

    @FEWER
    @given(CASES, SHIPPED, RECENT, st.integers(1, 400))
    def test_those_of_a_later_day_never_turn_met_into_anything_else(
        self, case: Case, policy: PolicyPack, as_of: date, days: int
    ) -> None:
        now = assess(case, policy, MAINLAND, as_of)
        later = assess(case, policy, MAINLAND, as_of + timedelta(days=days))
        concluded = case.history.day(EventKind.conclude)
        replied = case.history.day(EventKind.reply)
        for rule in DEADLINES:
            if rule == "handling_deadline" and concluded and replied and replied < concluded:
                # A conclusion takes the place of the earlier reply that stood for it.
                continue
            if case.history.day(EventKind.reopen) or case.history.day(EventKind.object):
                # What is taken up anew has its limits anew.
                continue
            if status(now, rule) is Status.met:
                assert status(later, rule) is Status.met

    def test_a_case_wholly_later_has_not_started(self) -> None:
        case = appeal(receive="2025-03-03", accept="2025-03-04", reply="2025-03-05")
        answer = assessed(case, "2025-03-02")
        assert [status(answer, rule) for rule in DEADLINES] == [Status.not_started] * 3
        assert codes(answer.findings) == ["history.after_as_of"]
        assert answer.obligations == ()

    def test_so_has_one_that_was_received_in_another_millennium(self) -> None:
        answer = assessed(appeal(receive="3020-01-02"), "2026-11-02", "national")
        assert {status(answer, rule) for rule in DEADLINES} <= {Status.not_started, None}
        assert codes(answer.findings) == ["history.after_as_of", "history.likely_slip"]
        assert "收到（3020-01-02）" in answer.findings[0].reason.text()


class TestWhileNothingHappens:
    """As days pass without an event, a limit goes from open to overdue and nowhere else."""

    @FEWER
    @given(CASES, ANY, RECENT, st.integers(1, 400))
    def test_every_limit(self, case: Case, policy: PolicyPack, as_of: date, days: int) -> None:
        still = evolve(case, history=case.history.until(as_of))
        now = assess(still, policy, MAINLAND, as_of)
        later = assess(still, policy, MAINLAND, as_of + timedelta(days=days))
        for rule in LIMITS:
            before, after = status(now, rule), status(later, rule)
            if rule in EACH_TURN or before is None:
                continue
            if before is Status.open:
                assert after in {Status.open, Status.overdue, Status.undetermined}
            elif before is Status.undetermined:
                # What could not be told as long as it mattered when the body got the matter.
                assert after in {Status.undetermined, Status.overdue}
            elif before is Status.overdue:
                assert after is Status.overdue
                overdue = [deadline_of(one.decision(rule)) for one in (now, later)]
                assert overdue[0].due == overdue[1].due
                assert overdue[0].overdue_working_days <= overdue[1].overdue_working_days
            else:
                assert after is before

    @FEWER
    @given(CASES, RECENT, st.integers(1, 400))
    def test_what_is_no_limit_and_counts_no_days_stays_as_it_was(
        self, case: Case, as_of: date, days: int
    ) -> None:
        still = evolve(case, history=case.history.until(as_of))
        now = assess(still, EVERY_RULE, MAINLAND, as_of)
        later = assess(still, EVERY_RULE, MAINLAND, as_of + timedelta(days=days))
        by_the_day = {"weekly_meeting", "follow_up", "satisfaction"}
        by_delay = {
            "supervision",
            "suggestion",
            "supervision_letters",
            "copied_notice",
            "exposure",
            "accountability",
        }
        for rule in set(RULES) - set(LIMITS) - by_the_day - by_delay:
            assert later.decision(rule) == now.decision(rule), rule


class TestMoments:
    """A day is a day in Beijing."""

    def test_an_instant_is_no_day_to_ask_about(self) -> None:
        with pytest.raises(MisuseError) as caught:
            assess(appeal(), IN_2025, MAINLAND, datetime(2025, 3, 3, tzinfo=UTC))
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("assess.not_a_date", "as_of")
        assert "datetime.datetime(2025, 3, 3" in fault.text("en")

    def test_a_late_evening_in_greenwich_is_the_next_day_in_shanghai(self) -> None:
        # Saturday 8 October 2022 is worked and is the first working day after the holiday.
        replied = Event(EventKind.reply, datetime(2022, 10, 7, 23, 30, tzinfo=UTC))
        accepted = Event(EventKind.accept, day("2022-09-30"))
        case = Case("A-1", History((accepted, replied)), urgent=True)
        answer = assessed(case, "2022-10-31")
        assert deadline_of(answer.limits.reply_deadline).due == day("2022-10-08")
        assert status(answer, "reply_deadline") is Status.met
        assert status(assessed(case, "2022-10-07"), "reply_deadline") is Status.open
