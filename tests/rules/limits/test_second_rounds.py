"""A matter that is reopened and accepted anew: every limit that can start again starts again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import EVERY_RULE, MAINLAND, appeal
from checks import codes, day, deadline_of, present
from strategies import FEWER
from xinfang_core.assessment import RULES, assess
from xinfang_core.case import Case, Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.deadline_rounds import was_missed
from xinfang_core.vocabulary import EventKind, ReceivingBody, Status

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

K = EventKind
ANEW = (
    "handling_deadline",
    "reply_deadline",
    "simplified_handling_deadline",
    "resolution_deadline",
    "promised_deadline",
)
"""Limits that are met by what a reopening takes back."""

AGAIN = ("deploy_work", "progress_feedback_deadline", "notice_deadline")
"""Limits that start again where what starts them comes again."""

BEGIN = date(2025, 1, 6)
DONE = (K.notify, K.deploy, K.feed_back, K.resolve, K.conclude, K.reply)
NUMBERS = st.integers(0, 60)


@st.composite
def rounds(draw: st.DrawFn, begin: date) -> list[Event]:
    """One round: assigned, accepted and promised on its first day, and some of it done."""
    until = begin + timedelta(draw(st.integers(1, 60)))
    started = [Event(K.assign, begin), Event(K.accept, begin), Event(K.promise, begin, until=until)]
    done = draw(st.lists(st.sampled_from(DONE), unique=True))
    return [*started, *(Event(kind, begin + timedelta(draw(NUMBERS))) for kind in done)]


def _case(events: list[Event], *, simplified: bool = True) -> Case:
    received = Event(K.receive, BEGIN)
    return evolve(
        appeal(),
        history=History((received, *events)),
        simplified=simplified,
        received_by=ReceivingBody.petition_office,
    )


def _limits(events: list[Event], as_of: date) -> dict[str, Decision[Deadline] | None]:
    answer = assess(_case(events), EVERY_RULE, MAINLAND, as_of)
    return {rule: answer.decision(rule) for rule in (*ANEW, *AGAIN)}  # type: ignore[misc]


def _status(decision: Decision[Deadline] | None) -> Status | None:
    outcome = present(decision).outcome
    return outcome.status if isinstance(outcome, Deadline) else None


class TestAcceptedAnew:
    """A round that begins with an acceptance after a reopening is judged as the first one is."""

    @FEWER
    @given(st.data(), st.integers(0, 120))
    def test_as_it_would_be_alone(self, data: st.DataObject, days: int) -> None:
        first, begin = data.draw(rounds(BEGIN)), BEGIN + timedelta(100)
        second = data.draw(rounds(begin))
        ended = [Event(K.conclude, begin - timedelta(2)), Event(K.reopen, begin - timedelta(1))]
        as_of = begin + timedelta(days)
        alone, both = _limits(second, as_of), _limits([*first, *ended, *second], as_of)
        for rule in (*ANEW, *AGAIN):
            assert present(both[rule]).outcome == present(alone[rule]).outcome, rule

    @FEWER
    @given(st.data())
    def test_the_verdict_about_the_first_one_stays_told(self, data: st.DataObject) -> None:
        first, begin = data.draw(rounds(BEGIN)), BEGIN + timedelta(100)
        reopened = [Event(K.conclude, begin), Event(K.reopen, begin), Event(K.accept, begin)]
        before = _limits([*first, Event(K.conclude, begin)], begin)
        after = _limits([*first, *reopened], begin)
        for rule in ANEW:
            status, told = _status(before[rule]), codes(present(after[rule]).reasons)
            assert (told[0] == "deadline.late_before") is (status is Status.late), rule
            assert was_missed(present(after[rule])) is (status is Status.late), rule
            if status is Status.met:
                assert told[0] == "deadline.before", rule

    def test_office_and_body_pass_it_on_on_the_day_of_the_reopening(self) -> None:
        first = [Event(K.assign, BEGIN), Event(K.accept, BEGIN), Event(K.reply, BEGIN)]
        begin = day("2025-03-03")
        same_day = [Event(kind, begin) for kind in (K.reopen, K.assign, K.accept)]
        found = _limits([*first, *same_day], begin)
        assert deadline_of(found["handling_deadline"]).due == day("2025-05-06")
        assert deadline_of(found["progress_feedback_deadline"]).due == day("2025-03-06")


class TestNotAcceptedAnew:
    """Reopened without an acceptance: the second round cannot be told, and nobody is late in it."""

    @FEWER
    @given(st.data(), st.integers(0, 400))
    def test_nobody_is_late(self, data: st.DataObject, days: int) -> None:
        first, begin = data.draw(rounds(BEGIN)), BEGIN + timedelta(100)
        second = [one for one in data.draw(rounds(begin)) if one.kind is not K.accept]
        ended = [Event(K.conclude, begin - timedelta(2)), Event(K.reopen, begin - timedelta(1))]
        found = _limits([*first, *ended, *second], begin + timedelta(days))
        for rule in (*ANEW, *AGAIN):
            assert present(found[rule]).outcome == Deadline(Status.undetermined), rule
            assert present(found[rule]).missing == ("accept",), rule

    @pytest.mark.parametrize("rule", ["resolution_deadline", "promised_deadline"])
    def test_accepted_and_not_started_again_says_what_is_missing(self, rule: str) -> None:
        first = [Event(K.assign, BEGIN), Event(K.accept, BEGIN), Event(K.conclude, BEGIN)]
        more = [Event(K.reopen, day("2025-03-03")), Event(K.accept, day("2025-03-04"))]
        decision = present(_limits([*first, *more], day("2025-12-31"))[rule])
        assert decision.outcome == Deadline(Status.undetermined)
        wanted = "assign" if rule == "resolution_deadline" else "promise"
        assert decision.missing == (wanted,)

    def test_what_was_done_and_is_not_asked_for_again_stays_as_it_was(self) -> None:
        first = [Event(kind, BEGIN) for kind in (K.assign, K.accept, K.deploy, K.feed_back)]
        ended = [Event(K.conclude, day("2025-02-03")), Event(K.reopen, day("2025-03-03"))]
        found = _limits([*first, *ended], day("2025-12-31"))
        for rule in ("deploy_work", "progress_feedback_deadline"):
            assert _status(found[rule]) is Status.met


def test_the_rules_of_this_list_exist() -> None:
    assert {*ANEW, *AGAIN} <= {*RULES, "deploy_work"}
