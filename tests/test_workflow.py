"""Which step belongs before which, as findings about a history."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_speaks, codes, day, extended, rated, recorded
from strategies import DAYS, histories
from xinfang_core.case import Event, History
from xinfang_core.vocabulary import Basis, EventKind, Grade, Severity
from xinfang_core.workflow import BEFORE, ORDER, out_of_order


def _step(kind: EventKind, on: str) -> Event:
    if kind is EventKind.extend:
        return extended(on, 30)
    return rated(on, Grade.satisfied) if kind is EventKind.evaluate else Event(kind, day(on))


def _facts(history: History, code: str) -> list[dict[str, object]]:
    found = (finding.reason for finding in out_of_order(history))
    return [dict(reason.facts) for reason in found if reason.code == code]


class TestOrder:
    """Acceptance comes before extension, conclusion and reply; a reply before delivery, rating."""

    def test_the_steps_and_what_belongs_before_them(self) -> None:
        assert {step.name: wanted.name for step, wanted in BEFORE.items()} == {
            "extend": "accept",
            "conclude": "accept",
            "reply": "accept",
            "deliver": "reply",
            "evaluate": "reply",
        }

    @pytest.mark.parametrize("step", BEFORE)
    def test_a_step_without_the_one_before_it_is_a_finding(self, step: EventKind) -> None:
        wanted = BEFORE[step]
        expected = {"event": step, "at": day("2025-03-10"), "wanted": wanted}
        assert _facts(recorded(_step(step, "2025-03-10")), "workflow.missing") == [expected]

    @pytest.mark.parametrize("step", BEFORE)
    def test_a_step_before_its_time_is_a_finding(self, step: EventKind) -> None:
        wanted = BEFORE[step]
        history = recorded(_step(step, "2025-03-10"), _step(wanted, "2025-03-11"))
        expected = {
            "event": step,
            "at": day("2025-03-10"),
            "wanted": wanted,
            "other": day("2025-03-11"),
        }
        assert _facts(history, "workflow.too_early") == [expected]

    @pytest.mark.parametrize("step", BEFORE)
    @pytest.mark.parametrize("later", ["2025-03-11", "2025-03-12"])
    def test_a_step_on_the_same_day_or_later_is_in_order(self, step: EventKind, later: str) -> None:
        history = recorded(_step(step, later), _step(BEFORE[step], "2025-03-11"))
        assert step not in [finding["event"] for finding in _facts(history, "workflow.too_early")]
        assert step not in [finding["event"] for finding in _facts(history, "workflow.missing")]

    def test_an_ordinary_case_has_no_findings(self) -> None:
        history = recorded(
            extended("2025-04-01", 30),
            rated("2025-05-20", Grade.satisfied),
            receive="2025-03-03",
            register="2025-03-03",
            accept="2025-03-04",
            notify="2025-03-05",
            conclude="2025-05-06",
            reply="2025-05-07",
            deliver="2025-05-08",
        )
        assert out_of_order(history) == ()

    @pytest.mark.parametrize("days", [{}, {"accept": "2025-03-11"}])
    def test_a_disorder_is_a_warning_and_cites_the_reading(self, days: dict[str, str]) -> None:
        (finding,) = out_of_order(recorded(reply="2025-03-10", **days))
        assert finding.severity is Severity.warning
        assert finding.reason.citation is ORDER
        assert ORDER.basis is Basis.interpreted
        assert ORDER.note

    @given(histories())
    def test_every_history_is_judged_and_every_finding_has_words(self, history: History) -> None:
        found = out_of_order(history)
        assert_speaks(finding.reason for finding in found)
        assert all(finding.reason.citation is ORDER for finding in found)

    @given(histories(), DAYS)
    def test_only_what_is_known_is_told(self, history: History, until: date) -> None:
        for finding in out_of_order(history.until(until)):
            told = dict(finding.reason.facts)
            assert all(value <= until for value in told.values() if isinstance(value, date))

    @given(histories(), st.data())
    def test_an_empty_past_has_no_findings(self, history: History, data: st.DataObject) -> None:
        first = min((event.day for event in history.events), default=date.max)
        until = data.draw(st.dates(date.min, first))
        assert until == first or out_of_order(history.until(until)) == ()


class TestAcceptance:
    """What was received is accepted; as long as it is neither accepted nor answered, say so."""

    @pytest.mark.parametrize(
        ("received", "accepted", "answer"),
        list(product((None, "receive", "register"), (None, "accept"), (None, "reply", "conclude"))),
    )
    def test_received_and_neither_accepted_nor_answered(
        self, received: str | None, accepted: str | None, answer: str | None
    ) -> None:
        steps = (received, "2025-03-03"), (accepted, "2025-03-04"), (answer, "2025-03-05")
        days = {step: on for step, on in steps if step is not None}
        expected = received is not None and accepted is None and answer is None
        found = codes(out_of_order(recorded(**days)))
        assert ("workflow.not_accepted" in found) is expected

    def test_the_day_of_receipt_is_named_before_that_of_registration(self) -> None:
        history = recorded(register="2025-03-01", receive="2025-03-03")
        assert _facts(history, "workflow.not_accepted") == [{"at": day("2025-03-03")}]
        (finding,) = out_of_order(history)
        assert finding.severity is Severity.notice
