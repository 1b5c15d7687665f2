"""By when must the matter be concluded, extension included?"""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import assert_explained, codes, day, deadline_of, extended, present, recorded
from strategies import FEWER, handling_deadline_params, histories, one_round
from strategies_limits import NEAR, meeting
from xinfang_core.calendar import WorkCalendar, last_day, mainland_calendar
from xinfang_core.case import Event
from xinfang_core.case.rounds import is_accepted, rounds_of
from xinfang_core.deadline import Clock, Deadline, judge
from xinfang_core.deadline_reasons import REPLY_AS_CONCLUSION
from xinfang_core.deadline_rounds import SECOND_ROUND
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.handling_deadline import ORIGINAL_LIMIT, Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseClass,
    EventKind,
    HandlingScope,
    Route,
    Severity,
    Status,
)

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import History
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
NATIONAL = load_policy("national")
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).limits.handling_deadline)
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).limits.handling_deadline)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()
CLASSES = st.none() | st.sampled_from(CaseClass)
ROUTES = st.none() | st.sampled_from(Route)
MEETING = (EventKind.accept, EventKind.conclude, EventKind.reply, EventKind.reopen)
APPEAL, PETITION = CaseClass.appeal, Route.petition


def _decide(
    history: History,
    as_of: str = "2025-12-31",
    params: Params = TEXT_2022,
    case_class: CaseClass | None = APPEAL,
    route: Route | None = PETITION,
) -> Decision[Deadline]:
    decision = decide(case_class, route, history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


def _with_cap(value: Absent) -> Params:
    return evolve(TEXT_2022, extension_limit=evolve(TEXT_2022.extension_limit, value=value))


class TestScope2022:
    """2022 Arts. 29-31, 34: only appeals by the petition route (Art. 31 (六)) have a day count."""

    HISTORY = recorded(accept="2025-03-03")

    def test_an_appeal_by_the_petition_route_is_covered(self) -> None:
        decision = _decide(self.HISTORY, "2025-03-03")
        assert deadline_of(decision).status is Status.open
        assert decision.reasons[0].code == "handling_deadline.petition_route"
        assert decision.reasons[0].citation == TEXT_2022.scope.citation

    @pytest.mark.parametrize("case_class", [CaseClass.suggestion, CaseClass.accusation])
    def test_suggestions_and_accusations_have_no_day_count(self, case_class: CaseClass) -> None:
        decision = _decide(self.HISTORY, case_class=case_class, route=None)
        assert decision.outcome is Absent.none
        (reason,) = decision.reasons
        assert reason.code == "handling_deadline.no_day_count"
        assert reason.citation == TEXT_2022.scope.citation
        assert dict(reason.facts) == {"case_class": case_class}

    @pytest.mark.parametrize("route", [route for route in Route if route is not PETITION])
    def test_the_other_five_routes_follow_their_own_limits(self, route: Route) -> None:
        decision = _decide(self.HISTORY, route=route)
        assert decision.outcome is Absent.none
        (reason,) = decision.reasons
        assert reason.code == "handling_deadline.other_route"
        assert reason.citation == TEXT_2022.scope.citation
        assert dict(reason.facts) == {"route": route}

    def test_an_appeal_of_unknown_route_cannot_be_told(self) -> None:
        decision = _decide(self.HISTORY, route=None)
        assert decision.outcome == Deadline(Status.undetermined)
        assert codes(decision.reasons) == ["handling_deadline.route_unknown"]

    @pytest.mark.parametrize("route", [None, PETITION])
    def test_a_matter_of_unknown_class_cannot_be_told(self, route: Route | None) -> None:
        decision = _decide(self.HISTORY, case_class=None, route=route)
        assert decision.outcome == Deadline(Status.undetermined)
        assert codes(decision.reasons) == ["handling_deadline.class_unknown"]

    def test_a_silent_scope_is_named(self) -> None:
        silent = evolve(TEXT_2022.scope, value=Absent.silent)
        decision = _decide(self.HISTORY, params=evolve(TEXT_2022, scope=silent))
        assert decision.outcome == Deadline(Status.undetermined)
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("value.silent", silent.citation)


class TestScope2005:
    """2005 Art. 33: the limit is for all matters."""

    @pytest.mark.parametrize(
        ("case_class", "route"),
        [(None, None), *product(CaseClass, (None,)), *product((APPEAL,), Route)],
    )
    def test_every_matter_is_covered(
        self, case_class: CaseClass | None, route: Route | None
    ) -> None:
        history = recorded(accept="2025-03-03")
        decision = _decide(history, "2025-03-03", TEXT_2005, case_class, route)
        assert deadline_of(decision).due == day("2025-05-06")
        assert decision.reasons[0].code == "handling_deadline.all_matters"
        assert decision.reasons[0].citation == TEXT_2005.scope.citation


@pytest.mark.parametrize("params", [TEXT_2005, TEXT_2022])
class TestLimit:
    """2022 Art. 34, 2005 Art. 33: concluded within 60 days of acceptance."""

    @pytest.mark.parametrize(
        ("accepted", "due"),
        [
            ("2025-03-03", "2025-05-06"),  # 2 May is a holiday, which lasts until the 5th
            ("2025-03-10", "2025-05-09"),
            ("2025-08-12", "2025-10-11"),  # a worked Saturday
            ("2025-09-30", "2025-12-01"),  # 29 November is a Saturday
        ],
    )
    def test_the_last_day_on_the_wall(self, accepted: str, due: str, params: Params) -> None:
        assert deadline_of(_decide(recorded(accept=accepted), accepted, params)).due == day(due)

    def test_sixty_and_thirty_calendar_days_from_acceptance(self, params: Params) -> None:
        assert params.start.value is EventKind.accept
        assert params.limit.value == CalendarDays(60)
        assert params.extension_limit.value == CalendarDays(30)

    @pytest.mark.parametrize(
        ("concluded", "status", "overdue"),
        [("2025-12-01", "met", 0), ("2025-12-02", "late", 1), ("2025-12-08", "late", 5)],
    )
    def test_a_conclusion_on_the_last_day_is_in_time(
        self, concluded: str, status: str, overdue: int, params: Params
    ) -> None:
        history = recorded(accept="2025-09-30", conclude=concluded)
        outcome = deadline_of(_decide(history, "2025-12-31", params))
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)

    def test_receipt_does_not_start_it(self, params: Params) -> None:
        history = recorded(receive="2025-03-03", register="2025-03-03")
        decision = _decide(history, "2025-12-31", params)
        assert decision.outcome == Deadline(Status.not_started)
        assert codes(decision.reasons)[-1] == "deadline.not_started"


class TestConclusion:
    """A reply follows the conclusion; where only the reply is recorded its day stands for it."""

    def test_the_reply_stands_in_and_says_so(self) -> None:
        history = recorded(accept="2025-09-30", reply="2025-12-01")
        decision = _decide(history)
        assert deadline_of(decision).status is Status.met
        (reason,) = [one for one in decision.reasons if one.citation is REPLY_AS_CONCLUSION]
        assert reason.code == "handling_deadline.reply_as_conclusion"
        assert dict(reason.facts) == {"at": day("2025-12-01")}
        assert REPLY_AS_CONCLUSION.basis is Basis.interpreted
        assert REPLY_AS_CONCLUSION.note

    @pytest.mark.parametrize(
        ("concluded", "replied", "status"),
        [("2025-12-01", "2025-12-05", "met"), ("2025-12-02", "2025-12-01", "late")],
    )
    def test_a_recorded_conclusion_is_the_one_that_counts(
        self, concluded: str, replied: str, status: str
    ) -> None:
        history = recorded(accept="2025-09-30", conclude=concluded, reply=replied)
        decision = _decide(history)
        assert deadline_of(decision).status is Status[status]
        assert "handling_deadline.reply_as_conclusion" not in codes(decision.reasons)

    def test_delivery_and_rating_conclude_nothing(self) -> None:
        history = recorded(accept="2025-09-30", notify="2025-10-09", deliver="2025-10-10")
        assert deadline_of(_decide(history)).status is Status.overdue


class TestReopened:
    """Accepted anew after a reopening the limit runs anew; the first verdict stays told."""

    FIRST = MappingProxyType(
        {"accept": "2025-03-03", "conclude": "2025-03-17", "reopen": "2025-06-16"}
    )

    @staticmethod
    def _again(*more: Event, accept: str = "2025-06-18") -> tuple[Event, ...]:
        return (Event(EventKind.accept, day(accept)), *more)

    @pytest.mark.parametrize(
        ("concluded", "code", "status"),
        [
            ("2025-05-06", "deadline.before", Status.met),
            ("2025-05-08", "deadline.late_before", Status.late),
        ],
    )
    def test_the_second_round_has_a_limit_of_its_own(
        self, concluded: str, code: str, status: Status
    ) -> None:
        days = {**self.FIRST, "conclude": concluded}
        decision = _decide(recorded(*self._again(), **days), "2025-08-18")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.open, day("2025-08-18"))
        first = decision.reasons[0]
        assert (first.code, first.citation) == (code, SECOND_ROUND)
        told = dict(first.facts)
        assert (told["status"], told["due"]) == (status, day("2025-05-06"))
        late = [code] if status is Status.late else []
        assert codes(decision.findings) == late

    @pytest.mark.parametrize(
        ("as_of", "concluded", "status", "overdue"),
        [
            ("2025-08-18", None, "open", 0),
            ("2025-08-20", None, "overdue", 2),
            ("2025-12-31", "2025-08-18", "met", 0),
            ("2025-12-31", "2025-08-19", "late", 1),
        ],
    )
    def test_it_is_judged_as_the_first_one(
        self, as_of: str, concluded: str | None, status: str, overdue: int
    ) -> None:
        # Sixty days from 18 June 2025 end on Sunday 17 August.
        done = [Event(EventKind.conclude, day(concluded))] if concluded else []
        outcome = deadline_of(_decide(recorded(*self._again(*done), **self.FIRST), as_of))
        assert (outcome.status, outcome.overdue_working_days) == (Status[status], overdue)
        assert outcome.due == day("2025-08-18")

    @pytest.mark.parametrize("again", [(), (Event(EventKind.conclude, day("2025-09-01")),)])
    def test_without_an_acceptance_nobody_is_late_and_the_first_verdict_stays(
        self, again: tuple[Event, ...]
    ) -> None:
        decision = _decide(recorded(*again, **self.FIRST))
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.missing == ("accept",)
        assert codes(decision.reasons) == ["deadline.before", "deadline.not_taken_up"]
        assert dict(decision.reasons[0].facts)["status"] is Status.met

    def test_an_acceptance_on_the_day_of_the_reopening_begins_the_round(self) -> None:
        history = recorded(*self._again(accept="2025-06-16"), **self.FIRST)
        outcome = deadline_of(_decide(history, "2025-06-30"))
        assert (outcome.status, outcome.due) == (Status.open, day("2025-08-15"))

    def test_a_second_acceptance_without_a_reopening_starts_nothing(self) -> None:
        days = {"accept": "2025-03-03"}
        history = recorded(Event(EventKind.accept, day("2025-04-01")), **days)
        assert _decide(history) == _decide(recorded(**days))

    def test_a_reply_alone_stands_for_each_time(self) -> None:
        days = {"accept": "2025-03-03", "reply": "2025-03-17", "reopen": "2025-06-16"}
        more = self._again(Event(EventKind.reply, day("2025-06-20")))
        decision = _decide(recorded(*more, **days))
        assert deadline_of(decision).status is Status.met
        assert codes(decision.reasons)[0] == "deadline.before"
        assert "handling_deadline.reply_as_conclusion" in codes(decision.reasons)

    def test_a_reopening_before_anything_ended_changes_nothing(self) -> None:
        history = recorded(accept="2025-03-03", reopen="2025-03-10")
        assert _decide(history) == _decide(recorded(accept="2025-03-03"))

    def test_what_was_not_concluded_when_it_was_reopened_is_not_called_late(self) -> None:
        history = recorded(*self._again(), accept="2025-03-03", reopen="2025-06-16")
        decision = _decide(history, "2025-06-30")
        assert dict(decision.reasons[0].facts)["status"] is Status.undetermined
        assert decision.findings == ()

    def test_each_round_has_the_extensions_that_were_granted_in_it(self) -> None:
        first = extended("2025-03-10", 15, told=False)
        second = extended("2025-08-01", 10)
        decision = _decide(recorded(first, second, *self._again(), **self.FIRST), "2025-08-25")
        assert deadline_of(decision).due == day("2025-08-27")
        assert codes(decision.findings) == ["handling_deadline.reason_not_told"]

    def test_a_third_round_tells_of_both_before_it(self) -> None:
        more = (
            Event(EventKind.reply, day("2025-08-25")),
            Event(EventKind.reopen, day("2025-09-01")),
            Event(EventKind.accept, day("2025-09-02")),
        )
        decision = _decide(recorded(*self._again(*more), **self.FIRST), "2025-09-30")
        assert codes(decision.reasons)[:2] == ["deadline.before", "deadline.late_before"]
        assert deadline_of(decision).due == day("2025-11-03")

    def test_a_matter_that_has_no_limit_has_none_in_any_round(self) -> None:
        decision = decide(
            CaseClass.suggestion,
            None,
            recorded(**self.FIRST),
            day("2025-12-31"),
            TEXT_2022,
            MAINLAND,
        )
        assert decision.outcome is Absent.none

    @given(meeting(*MEETING), NEAR)
    def test_nobody_is_late_in_a_round_that_was_not_accepted(
        self, history: History, as_of: date
    ) -> None:
        known = history.until(as_of)
        outcome = decide(APPEAL, PETITION, known, as_of, TEXT_2022, MAINLAND).outcome
        rounds = rounds_of(known)
        if not is_accepted(rounds):
            assert outcome == Deadline(Status.undetermined)


class TestExtension:
    """The same articles: where complex, up to 30 days more, approved before the limit has passed.

    The two periods are added first and rolled once, and the petitioner is told why.
    """

    def test_sixty_and_thirty_days_from_30_september_2025_end_on_29_december(self) -> None:
        # 29 November is a Saturday: rolled twice it would have been 31 December.
        decision = _decide(recorded(extended("2025-11-28", 30), accept="2025-09-30"))
        assert deadline_of(decision).due == day("2025-12-29")
        assert decision.findings == ()

    def test_an_extension_says_when_and_how_much(self) -> None:
        decision = _decide(recorded(extended("2025-11-28", 10), accept="2025-09-30"))
        (reason,) = [one for one in decision.reasons if one.code == "handling_deadline.extended"]
        assert dict(reason.facts) == {"at": day("2025-11-28"), "period": CalendarDays(10)}
        assert reason.citation == TEXT_2022.extension_limit.citation
        assert deadline_of(decision).due == day("2025-12-09")

    def test_approved_on_the_rolled_last_day_it_counts(self) -> None:
        decision = _decide(recorded(extended("2025-12-01", 30), accept="2025-09-30"))
        assert deadline_of(decision).due == day("2025-12-29")
        assert decision.findings == ()

    def test_approved_a_day_later_it_does_not_and_is_a_violation(self) -> None:
        decision = _decide(recorded(extended("2025-12-02", 30), accept="2025-09-30"))
        assert deadline_of(decision).due == day("2025-12-01")
        assert "handling_deadline.extended" not in codes(decision.reasons)
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "handling_deadline.extension_late"
        assert finding.reason.citation == TEXT_2022.extension_limit.citation
        assert dict(finding.reason.facts) == {"at": day("2025-12-02"), "due": day("2025-12-01")}

    @pytest.mark.parametrize(
        ("approved", "code", "severity"),
        [
            ("2027-01-02", None, None),
            ("2027-01-03", "handling_deadline.extension_perhaps_late", Severity.notice),
            ("2027-01-07", "handling_deadline.extension_perhaps_late", Severity.notice),
            ("2027-01-08", "handling_deadline.extension_late", Severity.violation),
        ],
    )
    def test_about_a_provisional_limit_lateness_cannot_be_told(
        self, approved: str, code: str | None, severity: Severity | None
    ) -> None:
        # Sixty days from 2026-11-03 end provisionally between 2027-01-02 and 2027-01-07.
        history = recorded(extended(approved, 30), accept="2026-11-03")
        decision = decide(APPEAL, PETITION, history, day("2027-01-31"), TEXT_2022, MAINLAND)
        found = [(one.reason.code, one.severity) for one in decision.findings]
        assert found == ([(code, severity)] if code else [])
        cited = {one.reason.citation for one in decision.findings}
        assert cited <= {TEXT_2022.extension_limit.citation}
        granted = "handling_deadline.extended" in codes(decision.reasons)
        assert granted is (severity is not Severity.violation)

    def test_an_extension_past_the_first_limit_is_late_even_within_an_extended_one(self) -> None:
        history = recorded(
            extended("2025-11-28", 10), extended("2025-12-03", 10), accept="2025-09-30"
        )
        decision = _decide(history)
        assert deadline_of(decision).due == day("2025-12-09")
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "handling_deadline.extended_again_late"
        assert finding.reason.citation is ORIGINAL_LIMIT
        assert finding.reason in decision.reasons
        assert "先前的延期不推后这一期限" in finding.reason.text()

    def test_what_exceeds_the_cap_is_cut_and_is_a_violation(self) -> None:
        decision = _decide(recorded(extended("2025-11-28", 31), accept="2025-09-30"))
        assert deadline_of(decision).due == day("2025-12-29")
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "handling_deadline.extension_too_long"
        assert finding.reason.citation == TEXT_2022.extension_limit.citation
        assert dict(finding.reason.facts) == {"found": 31, "most": CalendarDays(30)}

    @pytest.mark.parametrize(("second", "too_long"), [(15, False), (16, True)])
    def test_several_extensions_share_one_cap(self, second: int, too_long: object) -> None:
        history = recorded(
            extended("2025-11-10", 15), extended("2025-11-28", second), accept="2025-09-30"
        )
        decision = _decide(history)
        assert deadline_of(decision).due == day("2025-12-29")
        assert ("handling_deadline.extension_too_long" in codes(decision.findings)) is too_long

    @pytest.mark.parametrize(
        ("told", "severity", "code"),
        [
            (False, Severity.violation, "handling_deadline.reason_not_told"),
            (None, Severity.notice, "handling_deadline.reason_not_recorded"),
        ],
    )
    def test_the_petitioner_is_told_why(
        self, *, told: bool | None, severity: Severity, code: str
    ) -> None:
        decision = _decide(recorded(extended("2025-11-28", 30, told=told), accept="2025-09-30"))
        (finding,) = decision.findings
        assert (finding.severity, finding.reason.code) == (severity, code)
        assert dict(finding.reason.facts) == {"at": day("2025-11-28")}
        assert finding.reason.citation == TEXT_2022.extension_limit.citation
        assert deadline_of(decision).due == day("2025-12-29")

    def test_without_acceptance_there_is_nothing_to_extend(self) -> None:
        decision = _decide(recorded(extended("2025-11-28", 30), receive="2025-09-30"))
        assert decision.outcome == Deadline(Status.not_started)
        assert decision.findings == ()

    def test_outside_the_calendar_nothing_is_called_late(self) -> None:
        history = recorded(extended("2035-12-21", 30), accept="2035-11-20")
        decision = _decide(history, "2035-12-31")
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.findings == ()

    def test_where_the_source_is_silent_on_the_limit_itself_that_is_named(self) -> None:
        silent = evolve(TEXT_2022.limit, value=Absent.silent)
        history = recorded(extended("2025-11-28", 30), accept="2025-09-30")
        decision = _decide(history, params=evolve(TEXT_2022, limit=silent))
        assert decision.outcome == Deadline(Status.undetermined)
        assert decision.reasons[-1].code == "value.silent"
        assert decision.reasons[-1].citation == silent.citation

    def test_where_the_source_is_silent_on_extensions_it_cannot_be_told(self) -> None:
        params = _with_cap(Absent.silent)
        decision = _decide(recorded(extended("2025-11-28", 30), accept="2025-09-30"), params=params)
        assert decision.outcome == Deadline(Status.undetermined)
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("value.silent", params.extension_limit.citation)

    @pytest.mark.parametrize("value", Absent)
    def test_as_long_as_nothing_is_extended_the_cap_is_not_needed(self, value: Absent) -> None:
        decision = _decide(recorded(accept="2025-09-30"), params=_with_cap(value))
        assert deadline_of(decision).due == day("2025-12-01")
        assert decision.findings == ()

    def test_where_the_regulation_has_no_extension_none_counts(self) -> None:
        history = recorded(extended("2025-11-28", 30), accept="2025-09-30")
        decision = _decide(history, params=_with_cap(Absent.none))
        assert deadline_of(decision).due == day("2025-12-01")
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "handling_deadline.extension_not_provided"
        assert finding.reason.citation == TEXT_2022.extension_limit.citation
        assert dict(finding.reason.facts) == {"at": day("2025-11-28")}


class TestTotality:
    """Every combination of facts has an answer; an extension adds, within its cap, or nothing."""

    @FEWER
    @given(CALENDARS, CLASSES, ROUTES, handling_deadline_params(), st.data())
    def test_covered_matters_are_judged_as_every_limit_is(
        self,
        calendar: WorkCalendar,
        case_class: CaseClass | None,
        route: Route | None,
        params: Params,
        data: st.DataObject,
    ) -> None:
        history = one_round(data.draw(histories(days_in(calendar))))
        as_of = data.draw(days_in(calendar))
        decision = decide(case_class, route, history, as_of, params, calendar)
        assert_explained(decision)
        in_scope = params.scope.value is HandlingScope.all_matters or (
            params.scope.value is HandlingScope.petition_route
            and (case_class, route) == (APPEAL, PETITION)
        )
        if not in_scope:
            assert decision.outcome in {Absent.none, Deadline(Status.undetermined)}
            assert decision.findings == ()
        elif history.first(EventKind.extend) is None:
            start = params.start.value
            started = None if isinstance(start, Absent) else history.day(start)
            done = history.day(EventKind.conclude) or history.day(EventKind.reply)
            expected = judge(Clock(params.start, params.limit, started), done, as_of, calendar)
            assert decision.outcome == expected.outcome

    @FEWER
    @given(CALENDARS, st.data())
    def test_an_extension_only_ever_adds_and_never_more_than_the_cap(
        self, calendar: WorkCalendar, data: st.DataObject
    ) -> None:
        accepted = data.draw(days_in(calendar))
        near = st.integers(0, 75).map(lambda days: accepted + timedelta(days=days))
        granted = [
            extended(str(data.draw(near)), data.draw(st.integers(1, 40)))
            for _ in range(data.draw(st.integers(0, 3)))
        ]
        history = recorded(*granted, accept=str(accepted))
        outcome = deadline_of(
            decide(APPEAL, PETITION, history, accepted, TEXT_2022, calendar),
        )
        limit, cap = CalendarDays(60), CalendarDays(30)
        base = present(last_day(calendar, accepted, limit))
        count = min(sum(one.extension or 0 for one in granted if one.day <= base.latest), 30)
        most = present(last_day(calendar, accepted, limit, cap)).due
        due = present(last_day(calendar, accepted, CalendarDays(60 + count))).due
        assert outcome.due == due
        assert base.due <= due <= most
