"""What the petitioner's two rights have in common: to ask for a review, and for a re-review."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, day, deadline_of, explained, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core import rules
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import Absent, CaseClass, EventKind, Route, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision

K = EventKind
NATIONAL = load_policy("national")
EDITIONS = ("2005-05-01", "2022-05-01")
BEFORE = {
    "review_request_deadline": recorded(conclude="2025-03-03", reply="2025-03-05"),
    "re_review_request_deadline": recorded(
        deliver="2025-02-05", request_review="2025-02-17", review="2025-03-10"
    ),
}
"""Of each right what went before the delivery that it counts from."""

REQUEST = {
    "review_request_deadline": K.request_review,
    "re_review_request_deadline": K.request_re_review,
}
MEETING = {
    "review_request_deadline": (K.deliver, K.refute_delivery, K.request_review, K.reopen),
    "re_review_request_deadline": (
        K.deliver,
        K.refute_delivery,
        K.request_review,
        K.review,
        K.request_re_review,
    ),
}
"""The events that each rule looks at."""


def _module(rule: str) -> Any:  # noqa: ANN401 - any rule
    return import_module(f"{rules.__name__}.limits.{rule}")


def _text(rule: str, edition: str = EDITIONS[-1]) -> Any:  # noqa: ANN401 - any Params
    return present(NATIONAL.on(day(edition)).params(rule))


def _since(rule: str, *events: tuple[EventKind, str]) -> History:
    """What went before, and more."""
    more = (Event(kind, day(on)) for kind, on in events)
    return History((*BEFORE[rule].events, *more))


def _decide(
    rule: str, history: History, params: object = None, as_of: str = "2025-12-31"
) -> Decision[Deadline]:
    return explained(_answer(rule)(history, day(as_of), params or _text(rule), MAINLAND))


def _answer(rule: str) -> Any:  # noqa: ANN401 - any rule
    """The rule about a matter that ends with an opinion."""
    decide = _module(rule).decide
    if rule != "review_request_deadline":
        return decide
    return partial(decide, case_class=CaseClass.appeal, route=Route.petition)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("rule", BEFORE)
class TestLimit:
    """2022 Arts. 35, 36(1), 2005 Arts. 34, 35(1): within 30 days of receipt in writing."""

    def test_thirty_calendar_days(self, rule: str, edition: str) -> None:
        assert _text(rule, edition).limit.value == CalendarDays(30)

    @pytest.mark.parametrize(
        ("delivered", "due"),
        [
            ("2025-03-10", "2025-04-09"),  # on the day of the review opinion
            ("2025-03-24", "2025-04-23"),
            ("2025-03-31", "2025-04-30"),
            ("2025-04-03", "2025-05-06"),  # 3 May lies in the holiday
            ("2025-09-30", "2025-10-30"),
        ],
    )
    def test_the_last_day_on_the_wall(
        self, rule: str, edition: str, delivered: str, due: str
    ) -> None:
        history = _since(rule, (K.deliver, delivered))
        decision = _decide(rule, history, _text(rule, edition), delivered)
        assert deadline_of(decision).due == day(due)

    @pytest.mark.parametrize(
        ("delivered", "asked", "status"),
        [
            ("2025-03-10", "2025-04-09", "met"),
            ("2025-03-10", "2025-04-10", "late"),
            ("2025-03-31", "2025-04-30", "met"),
            ("2025-03-31", "2025-05-06", "late"),
            ("2025-03-31", None, "lapsed"),
        ],
    )
    def test_a_request_meets_it(
        self, rule: str, edition: str, delivered: str, asked: str | None, status: str
    ) -> None:
        request = [(REQUEST[rule], asked)] if asked else []
        history = _since(rule, (K.deliver, delivered), *request)
        decision = _decide(rule, history, _text(rule, edition))
        assert deadline_of(decision).status is Status[status]


@pytest.mark.parametrize("rule", BEFORE)
class TestReceipt:
    """The right does not run out before the petitioner has the answer, or the opinion."""

    def test_without_a_delivery_it_has_not_begun(self, rule: str) -> None:
        decision = _decide(rule, BEFORE[rule])
        assert decision.outcome == Deadline(Status.not_started)
        assert decision.reasons[0].citation is _module(rule).RECEIPT

    def test_a_refuted_delivery_does_not_count_and_a_later_one_does(self, rule: str) -> None:
        refuted = ((K.deliver, "2025-03-10"), (K.refute_delivery, "2025-03-20"))
        assert deadline_of(_decide(rule, _since(rule, *refuted))).status is Status.not_started
        again = _since(rule, *refuted, (K.deliver, "2025-03-24"))
        assert deadline_of(_decide(rule, again)).due == day("2025-04-23")

    def test_a_second_copy_of_the_same_paper_changes_nothing(self, rule: str) -> None:
        copies = _since(rule, (K.deliver, "2025-03-10"), (K.deliver, "2025-03-17"))
        assert deadline_of(_decide(rule, copies)).due == day("2025-04-09")

    @pytest.mark.parametrize("absent", Absent)
    def test_where_the_source_does_not_say_what_it_counts_from_no_day_is_told(
        self, rule: str, absent: Absent
    ) -> None:
        text = _text(rule)
        params = evolve(text, start=evolve(text.start, value=absent))
        decision = _decide(rule, _since(rule, (K.deliver, "2025-03-31")), params)
        assert not isinstance(decision.outcome, Deadline) or decision.outcome.due is None


@pytest.mark.parametrize("rule", BEFORE)
class TestProperties:
    """Any facts have an answer; what happens later never shortens the right."""

    @FEWER
    @given(st.data(), NEAR, CALENDARS)
    def test_total(
        self, rule: str, data: st.DataObject, as_of: date, calendar: WorkCalendar
    ) -> None:
        known = data.draw(meeting(*MEETING[rule])).until(as_of)
        params = data.draw(any_params(_module(rule).Params))
        assert_explained(_answer(rule)(known, as_of, params, calendar))

    @given(meeting(K.deliver, K.refute_delivery, K.review, K.reopen), NEAR, NEAR)
    def test_refuting_or_reopening_never_brings_the_end_nearer(
        self, rule: str, history: History, when: date, as_of: date
    ) -> None:
        decide, text = _answer(rule), _text(rule)
        before = deadline_of(decide(history, as_of, text, MAINLAND)).due
        for kind in (K.refute_delivery, K.reopen):
            more = History((*history.events, Event(kind, when)))
            after = deadline_of(decide(more, as_of, text, MAINLAND)).due
            assert after is None or (before is not None and after >= before)
