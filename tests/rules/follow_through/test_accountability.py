"""Which step does the joint conference take about a failing leadership?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies import FEWER, histories
from strategies_national import measured
from strategies_params import params
from xinfang_core.case import Event, History
from xinfang_core.ladder import Measured
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.accountability import Params, decide
from xinfang_core.sources import Bands, Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    LadderMeasure,
    SupervisionStep,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT = present(NATIONAL.on(day("2022-05-01")).follow_through.accountability)
STEPS = (
    SupervisionStep.interview,
    SupervisionStep.bulletin,
    SupervisionStep.listed_supervision,
)
LOCAL = Citation("某区办法", "第一条", "", Basis.assumed, "请区信访部门确认")
FILLED_IN = evolve(
    TEXT,
    measure=Sourced(LadderMeasure.overdue_working_days, LOCAL),
    reached=Bands((0, 1, 10, 30), tuple(Sourced(one, LOCAL) for one in (Absent.none, *STEPS))),
)
"""As a conference might fill in what the regulation leaves open."""


def _decide(
    found: Measured, history: History | None = None, policy: Params = FILLED_IN
) -> Decision[SupervisionStep]:
    decision = decide(found, history or History(), policy)
    assert_explained(decision)
    return decision


def _taken(step: SupervisionStep) -> History:
    return History((Event(EventKind.supervise, day("2025-03-03"), step=step),))


class TestShipped:
    """Art. 39: interview, bulletin, listed supervision, by a gravity that it does not measure."""

    def test_the_steps_and_their_order_are_stated(self) -> None:
        assert TEXT.steps.values == STEPS
        assert {step.citation.basis for step in TEXT.steps.steps} == {Basis.stated}

    @pytest.mark.parametrize("overdue", [None, 0, 500])
    def test_what_moves_a_matter_up_is_silent(self, overdue: int | None) -> None:
        decision = _decide(Measured(overdue_working_days=overdue), policy=TEXT)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_the_edition_of_2005_has_no_such_ladder(self) -> None:
        assert NATIONAL.on(day("2005-05-01")).follow_through.accountability is None


class TestFilledIn:
    """Where a conference says what moves a matter up, the step is told."""

    @pytest.mark.parametrize(
        ("overdue", "step"), [(1, 0), (9, 0), (10, 1), (29, 1), (30, 2), (400, 2)]
    )
    def test_the_step(self, overdue: int, step: int) -> None:
        decision = _decide(Measured(overdue_working_days=overdue), _taken(STEPS[step]))
        assert decision.outcome is STEPS[step]

    def test_below_the_first(self) -> None:
        assert _decide(Measured(overdue_working_days=0)).outcome is Absent.none

    def test_a_step_that_is_not_on_record(self) -> None:
        decision = _decide(Measured(overdue_working_days=3))
        assert codes(decision.findings) == ["ladder.not_taken"]

    def test_a_step_that_was_left_out(self) -> None:
        decision = _decide(Measured(overdue_working_days=30), _taken(STEPS[2]))
        assert codes(decision.findings) == ["ladder.skipped"]


class TestTotality:
    """Any facts have an answer."""

    @FEWER
    @given(measured(), histories(), params(Params))
    def test_any_facts(self, found: Measured, history: History, policy: Params) -> None:
        decision = decide(found, history, policy)
        assert_explained(decision)
        assert decision.outcome in (*SupervisionStep, Absent.none, Undetermined.undetermined)
