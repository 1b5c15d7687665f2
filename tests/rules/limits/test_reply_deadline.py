"""By when must the handling body reply?"""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER, histories, one_round, reply_deadline_params
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.calendar.plain import plain_last_day
from xinfang_core.case import Event
from xinfang_core.deadline import Clock, Deadline, judge
from xinfang_core.deadline_reasons import COUNTING
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.reply_deadline import NEEDS_KIND, STRETCHED, Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    ReplyKind,
    Severity,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
PROXY = load_policy("online-proxy")
WORKING = present(PROXY.on(day("2025-01-01")).limits.reply_deadline)
CALENDAR = present(PROXY.with_variant("calendar_days").on(day("2025-01-01")).limits.reply_deadline)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()


def _decide(
    kind: str, history: History, as_of: str, params: Params = WORKING
) -> Decision[Deadline]:
    decision = decide(ReplyKind[kind], history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


def _due(kind: str, accepted: str, params: Params = WORKING) -> date | None:
    return deadline_of(_decide(kind, recorded(accept=accepted), accepted, params)).due


class TestLimits:
    """Online-proxy, first part, first route: 1, 5, 15 and 30 days by kind; read as working days."""

    @pytest.mark.parametrize(
        ("kind", "accepted", "due"),
        [
            # Monday 3 March 2025; 4 April is Qingming.
            ("urgent", "2025-03-03", "2025-03-04"),
            ("consultation", "2025-03-03", "2025-03-10"),
            ("general", "2025-03-03", "2025-03-24"),
            ("investigation", "2025-03-03", "2025-04-15"),
            # Tuesday 30 September 2025: eight days of holiday, Saturday 11 October is worked.
            ("urgent", "2025-09-30", "2025-10-09"),
            ("consultation", "2025-09-30", "2025-10-14"),
            ("general", "2025-09-30", "2025-10-28"),
            ("investigation", "2025-09-30", "2025-11-18"),
            # A Saturday of rest: Sunday 28 September is worked and is day 1.
            ("urgent", "2025-09-27", "2025-09-28"),
            # 30 April 2022 to 4 May are off; Saturday 7 May is worked.
            ("consultation", "2022-04-29", "2022-05-10"),
        ],
    )
    def test_the_last_day_on_the_wall(self, kind: str, accepted: str, due: str) -> None:
        assert _due(kind, accepted) == day(due)

    @pytest.mark.parametrize(
        ("kind", "accepted", "due"),
        [
            ("urgent", "2025-03-03", "2025-03-04"),
            ("consultation", "2025-03-03", "2025-03-10"),  # the 8th is a Saturday
            ("general", "2025-03-03", "2025-03-18"),
            ("investigation", "2025-03-03", "2025-04-02"),
            ("urgent", "2025-09-30", "2025-10-09"),
            ("general", "2025-09-26", "2025-10-11"),  # a worked Saturday does not roll
        ],
    )
    def test_the_other_reading_counts_every_day(self, kind: str, accepted: str, due: str) -> None:
        assert _due(kind, accepted, CALENDAR) == day(due)

    @pytest.mark.parametrize("params", [WORKING, CALENDAR])
    def test_the_length_is_what_the_source_gives(self, params: Params) -> None:
        counts = {kind: params.limit[kind].value for kind in ReplyKind}
        assert {kind.name: getattr(limit, "count", 0) for kind, limit in counts.items()} == {
            "urgent": 1,
            "consultation": 5,
            "general": 15,
            "investigation": 30,
        }

    def test_the_answer_cites_the_start_and_the_limit_of_its_kind(self) -> None:
        decision = _decide("consultation", recorded(accept="2025-03-03"), "2025-03-03")
        cited = [reason.citation for reason in decision.reasons]
        limit = WORKING.limit[ReplyKind.consultation].citation
        assert cited == [WORKING.start.citation, limit, COUNTING, None]
        assert limit.phrase == "咨询类事项5日内回复"
        assert decision.basis is Basis.interpreted


class TestClock:
    """The clock runs from acceptance by the handling body to its reply."""

    def test_receipt_and_registration_do_not_start_it(self) -> None:
        history = recorded(receive="2025-03-03", register="2025-03-03")
        decision = _decide("general", history, "2025-06-30")
        assert decision.outcome == Deadline(Status.not_started)
        assert codes(decision.reasons) == ["deadline.not_started"]

    @pytest.mark.parametrize(
        ("replied", "status", "overdue"),
        [
            ("2025-03-10", "met", 0),
            ("2025-03-11", "late", 1),
            ("2025-03-15", "late", 4),
        ],
    )
    def test_a_reply_on_the_last_day_is_in_time(
        self, replied: str, status: str, overdue: int
    ) -> None:
        history = recorded(accept="2025-03-03", reply=replied)
        outcome = deadline_of(_decide("consultation", history, "2025-06-30"))
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)

    def test_only_a_reply_stops_it(self) -> None:
        history = recorded(
            accept="2025-03-03", notify="2025-03-04", conclude="2025-03-04", deliver="2025-03-04"
        )
        assert deadline_of(_decide("consultation", history, "2025-03-11")).status is Status.overdue

    def test_the_first_reply_counts(self) -> None:
        later = recorded(reply="2025-05-06").events
        history = recorded(*later, accept="2025-03-03", reply="2025-03-05")
        assert deadline_of(_decide("consultation", history, "2025-06-30")).status is Status.met

    def test_a_reply_before_acceptance_is_in_time(self) -> None:
        history = recorded(receive="2025-03-03", reply="2025-03-04", accept="2025-03-05")
        assert deadline_of(_decide("urgent", history, "2025-06-30")).status is Status.met

    @FEWER
    @given(CALENDARS, st.sampled_from(ReplyKind), reply_deadline_params(), st.data())
    def test_the_limit_of_the_kind_is_judged_and_nothing_added(
        self, calendar: WorkCalendar, kind: ReplyKind, params: Params, data: st.DataObject
    ) -> None:
        history = one_round(data.draw(histories(days_in(calendar))))
        as_of = data.draw(days_in(calendar))
        start = params.start.value
        started = None if isinstance(start, Absent) else history.day(start)
        clock = Clock(params.start, params.limit[kind], started)
        expected = judge(clock, history.day(EventKind.reply), as_of, calendar)
        decision = decide(kind, history, as_of, params, calendar)
        assert_explained(decision)
        assert (decision.outcome, decision.reasons) == (expected.outcome, expected.reasons)
        assert kind is ReplyKind.urgent or decision.findings == ()


class TestReopened:
    """Accepted anew after a reopening the limit runs anew; the first verdict stays told."""

    FIRST = MappingProxyType(
        {"accept": "2025-03-03", "reply": "2025-03-05", "reopen": "2025-03-10"}
    )

    @pytest.mark.parametrize("again", [(), (Event(EventKind.reply, day("2025-12-01")),)])
    def test_not_accepted_anew_the_second_time_cannot_be_told(
        self, again: tuple[Event, ...]
    ) -> None:
        decision = _decide("general", recorded(*again, **self.FIRST), "2025-12-31")
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("accept",)
        assert dict(decision.reasons[0].facts)["status"] is Status.met

    def test_accepted_anew_it_has_its_fifteen_days_again(self) -> None:
        again = Event(EventKind.accept, day("2025-03-11"))
        outcome = deadline_of(_decide("general", recorded(again, **self.FIRST), "2025-04-02"))
        assert (outcome.due, outcome.status) == (day("2025-04-01"), Status.overdue)


class TestKind:
    """Each kind has its own limit, so without a kind there is no limit to tell."""

    @pytest.mark.parametrize("kind", [*Undetermined, *Absent])
    def test_without_a_kind_the_limit_is_undetermined(self, kind: Undetermined | Absent) -> None:
        history = recorded(accept="2025-03-03", reply="2025-03-03")
        decision = decide(kind, history, day("2025-03-03"), WORKING, MAINLAND)
        assert_explained(decision)
        assert decision.outcome == Deadline(Status.undetermined)
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("reply_deadline.kind_undetermined", NEEDS_KIND)
        assert NEEDS_KIND.basis is Basis.interpreted
        assert NEEDS_KIND.note


class TestStretched:
    """A holiday that keeps an urgent matter waiting is reported; the limit stays as it is."""

    def test_national_day_2025_makes_one_day_nine(self) -> None:
        decision = _decide("urgent", recorded(accept="2025-09-30"), "2025-09-30")
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation is STRETCHED
        assert dict(finding.reason.facts) == {
            "due": day("2025-10-09"),
            "start": day("2025-09-30"),
            "days": 9,
        }
        assert STRETCHED.basis is Basis.interpreted
        assert STRETCHED.note

    def test_so_it_is_under_the_other_reading(self) -> None:
        decision = _decide("urgent", recorded(accept="2025-09-30"), "2025-09-30", CALENDAR)
        assert codes(decision.findings) == ["reply_deadline.stretched"]

    @pytest.mark.parametrize(
        "accepted",
        [
            "2025-03-03",  # Monday: due on Tuesday
            "2025-03-07",  # Friday: due on Monday, as every week
            "2025-09-27",  # a worked Sunday makes it shorter
        ],
    )
    def test_a_plain_weekend_does_not_stretch(self, accepted: str) -> None:
        assert _decide("urgent", recorded(accept=accepted), accepted).findings == ()

    @pytest.mark.parametrize("kind", ["consultation", "general", "investigation"])
    def test_other_kinds_may_wait(self, kind: str) -> None:
        assert _decide(kind, recorded(accept="2025-09-30"), "2025-09-30").findings == ()

    def test_without_a_start_there_is_nothing_to_stretch(self) -> None:
        assert _decide("urgent", recorded(receive="2025-09-30"), "2025-09-30").findings == ()

    @FEWER
    @given(CALENDARS, reply_deadline_params(), st.data())
    def test_stretched_is_what_weekends_alone_would_have_ended_sooner(
        self, calendar: WorkCalendar, params: Params, data: st.DataObject
    ) -> None:
        accepted = data.draw(days_in(calendar))
        history = recorded(accept=str(accepted), receive=str(accepted - timedelta(days=1)))
        limit = params.limit[ReplyKind.urgent].value
        decision = decide(ReplyKind.urgent, history, accepted, params, calendar)
        assert_explained(decision)
        due = decision.outcome.due if isinstance(decision.outcome, Deadline) else None
        if due is None or isinstance(limit, Absent) or isinstance(params.start.value, Absent):
            assert decision.findings == ()
            return
        started = present(history.day(params.start.value))
        longer = due > present(plain_last_day(started, limit))
        assert codes(decision.findings) == ["reply_deadline.stretched"] * longer
