"""Is the matter still open, or written off?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present, recorded
from strategies import histories
from strategies_params import params
from xinfang_core.case import Event, History
from xinfang_core.case.standing import effective_day
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.write_off import UNTIL_WRITTEN_OFF, Closure, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, EventKind, Severity, Undetermined, WriteOffState

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

QIAOCHENG = present(load_policy("qiaocheng").on(day("2025-01-01")).follow_through.write_off)
OPEN = Closure(WriteOffState.open)
OWED = Closure(WriteOffState.open, owed=True)


def _decide(history: History, found: Params = QIAOCHENG) -> Decision[Closure]:
    decision = decide(history, found)
    assert_explained(decision)
    return decision


def _written_off(on: str) -> Closure:
    return Closure(WriteOffState.written_off, day(on))


class TestZero:
    """The 0: every matter is followed to its end and struck off the list."""

    def test_open_until_it_is_written_off(self) -> None:
        assert _decide(recorded(assign="2025-03-03", plan="2025-03-10")).outcome == OPEN

    @pytest.mark.parametrize("end", ["resolve", "conclude"])
    def test_once_resolved_or_concluded_the_write_off_is_owed(self, end: str) -> None:
        decision = _decide(recorded(assign="2025-03-03", **{end: "2025-03-10"}))
        assert decision.outcome == OWED
        assert codes(decision.reasons) == ["write_off.open", "write_off.owed"]
        facts = {"at": day("2025-03-10"), "event": EventKind[end]}
        assert dict(decision.reasons[-1].facts) == facts

    def test_the_earlier_of_both_is_told(self) -> None:
        decision = _decide(recorded(conclude="2025-03-12", resolve="2025-03-10"))
        assert dict(decision.reasons[-1].facts)["event"] is EventKind.resolve

    @pytest.mark.parametrize("end", ["resolve", "conclude"])
    def test_written_off(self, end: str) -> None:
        decision = _decide(recorded(write_off="2025-03-12", **{end: "2025-03-10"}))
        assert decision.outcome == _written_off("2025-03-12")
        assert decision.findings == ()

    @pytest.mark.parametrize(
        "days",
        [{}, {"conclude": "2025-03-20"}, {"resolve": "2025-03-13", "conclude": "2025-03-20"}],
    )
    def test_written_off_before_it_was_resolved(self, days: dict[str, str]) -> None:
        decision = _decide(recorded(write_off="2025-03-12", **days))
        assert decision.outcome == _written_off("2025-03-12")
        (finding,) = decision.findings
        assert (finding.severity, finding.reason.code) == (Severity.warning, "write_off.too_soon")

    def test_written_off_once_more_the_last_time_counts(self) -> None:
        twice = (Event(EventKind.write_off, day(on)) for on in ("2025-03-12", "2025-03-20"))
        decision = _decide(recorded(*twice, conclude="2025-03-14"))
        assert decision.outcome == _written_off("2025-03-20")
        assert decision.findings == ()


class TestReopened:
    """What was written off and is taken up again is open again."""

    def test_taken_up_again(self) -> None:
        history = recorded(conclude="2025-03-10", write_off="2025-03-12", reopen="2025-04-01")
        decision = _decide(history)
        assert decision.outcome == OPEN
        assert UNTIL_WRITTEN_OFF in [one.citation for one in decision.reasons]

    def test_of_one_day_taking_up_again_comes_last(self) -> None:
        days = dict.fromkeys(("conclude", "write_off", "reopen"), "2025-03-10")
        assert _decide(recorded(**days)).outcome == OPEN

    def test_concluded_and_written_off_again(self) -> None:
        again = Event(EventKind.conclude, day("2025-04-10"))
        history = recorded(
            again, conclude="2025-03-10", write_off="2025-03-12", reopen="2025-04-01"
        )
        assert _decide(history).outcome == OWED
        end = Event(EventKind.write_off, day("2025-04-12"))
        assert _decide(History((*history.events, end))).outcome == _written_off("2025-04-12")


class TestWords:
    """The state in a few words, with its day."""

    def test_each_state(self) -> None:
        states = (OPEN, OWED, _written_off("2025-04-12"))
        assert [one.text("zh") for one in states] == [
            "未销号",
            "未销号，应当销号",
            "已于 2025-04-12 销号",
        ]


class TestTotality:
    """Any history has an answer."""

    @given(histories(), params(Params))
    def test_every_history_has_an_answer(self, history: History, found: Params) -> None:
        decision = _decide(history, found)
        if isinstance(found.ends_by.value, Absent):
            assert decision.outcome is Undetermined.undetermined
        else:
            assert isinstance(decision.outcome, Closure)
            written_off = decision.outcome.state is WriteOffState.written_off
            assert (decision.outcome.at is not None) is written_off
            assert not (written_off and decision.outcome.owed)

    @given(histories())
    def test_nothing_that_was_brought_to_an_end_stays_on_the_list_unnoticed(
        self, history: History
    ) -> None:
        """Whatever is resolved or concluded is written off, or that is owed."""
        outcome = _decide(history).outcome
        assert isinstance(outcome, Closure)
        ended = any(
            effective_day(history, kind) for kind in (EventKind.resolve, EventKind.conclude)
        )
        assert (outcome.owed or outcome.at is not None) >= ended

    def test_a_policy_may_owe_it_after_nothing(self) -> None:
        nothing = CitedList[EventKind]((), QIAOCHENG.owed_after.citation, Absent.none)
        decision = _decide(recorded(resolve="2025-03-10"), evolve(QIAOCHENG, owed_after=nothing))
        assert decision.outcome == OPEN

    def test_a_silent_duty_leaves_it_open_and_says_so(self) -> None:
        silent = CitedList[EventKind]((), QIAOCHENG.owed_after.citation, Absent.silent)
        decision = _decide(recorded(conclude="2025-03-10"), evolve(QIAOCHENG, owed_after=silent))
        assert decision.outcome == OPEN
        assert codes(decision.reasons) == ["write_off.open", "value.silent"]
