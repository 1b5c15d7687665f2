"""Is the office warned with a red card, or the lapse made public?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import histories
from strategies_params import params
from xinfang_core.case import Event, History
from xinfang_core.ladder import Measured
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.rules.follow_through.exposure import FIRST_STEP, Params, decide
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Conduct,
    EventKind,
    LadderMeasure,
    Medium,
    Severity,
    SupervisionStep,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

EXAMPLE_POLICY = Path(__file__).parents[3] / "examples" / "policies" / "gongshu-ladders"
TODAY = day("2025-01-01")
GONGSHU = present(load_policy("gongshu").on(TODAY).follow_through.exposure)
EXAMPLE = present(read_policy(EXAMPLE_POLICY).on(TODAY).follow_through.exposure)
SHIRKED = (Conduct.shirking,)
DAYS = st.none() | st.integers(0, 60)
CONDUCT = st.lists(st.sampled_from(Conduct), unique=True, max_size=3).map(tuple)


def _decide(
    conduct: tuple[Conduct, ...] = (),
    overdue: int | None = None,
    *taken: SupervisionStep,
    policy: Params = GONGSHU,
) -> Decision[SupervisionStep]:
    events = (Event(EventKind.supervise, TODAY, step=step) for step in taken)
    measured = Measured(overdue_working_days=overdue)
    decision = decide(conduct, measured, History(tuple(events)), policy)
    assert_explained(decision)
    return decision


class TestLadder:
    """A red card, then publication by name; no card of another colour is in any source."""

    def test_two_steps(self) -> None:
        assert GONGSHU.steps.values == (SupervisionStep.red_card, SupervisionStep.exposure)

    def test_red_is_the_only_card(self) -> None:
        assert [step.value for step in SupervisionStep if "牌警告" in step.value] == ["红牌警告"]

    def test_it_is_made_public_by_the_districts_paper(self) -> None:
        assert GONGSHU.medium.value is Medium.district_paper
        assert GONGSHU.medium.citation.basis is Basis.stated


class TestRedCard:
    """Shirking and going through the motions, where found, get a red card."""

    def test_conduct_that_was_found(self) -> None:
        decision = _decide(SHIRKED)
        assert decision.outcome is SupervisionStep.red_card
        assert codes(decision.reasons) == ["exposure.conduct", "exposure.first_step"]
        assert decision.reasons[-1].citation is FIRST_STEP

    def test_a_card_that_is_called_for_and_not_on_record(self) -> None:
        (finding,) = _decide(SHIRKED).findings
        assert (finding.severity, finding.reason.code) == (Severity.notice, "exposure.not_taken")
        assert _decide(SHIRKED, None, SupervisionStep.red_card).findings == ()

    @pytest.mark.parametrize("conduct", [one for one in Conduct if one is not Conduct.shirking])
    def test_other_conduct_is_answered_elsewhere(self, conduct: Conduct) -> None:
        assert _decide((conduct,)).outcome is Undetermined.undetermined

    def test_nothing_found_is_never_inferred(self) -> None:
        decision = _decide((), 99)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_a_first_step_that_is_silent(self) -> None:
        first: Sourced[SupervisionStep] = Sourced(Absent.silent, GONGSHU.steps.citation)
        steps: CitedList[SupervisionStep] = evolve(GONGSHU.steps, steps=(first,))
        decision = _decide(SHIRKED, policy=evolve(GONGSHU, steps=steps))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons)[-1] == "value.silent"


class TestExposure:
    """How long is too long the source does not say; a district fills it in: 16 days here."""

    @pytest.mark.parametrize("overdue", [0, 15])
    def test_before_that_and_without_conduct_there_is_no_step(self, overdue: int) -> None:
        decision = _decide((), overdue, policy=EXAMPLE)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["ladder.none"]

    @pytest.mark.parametrize(("overdue", "step"), [(15, "red_card"), (16, "exposure")])
    def test_shirking_and_days_overdue(self, overdue: int, step: str) -> None:
        decision = _decide(SHIRKED, overdue, policy=EXAMPLE)
        assert decision.outcome is SupervisionStep[step]

    def test_where_it_is_made_public(self) -> None:
        decision = _decide((), 16, SupervisionStep.red_card, policy=EXAMPLE)
        assert decision.outcome is SupervisionStep.exposure
        assert codes(decision.reasons) == ["ladder.reached", "exposure.medium"]
        assert decision.basis is Basis.assumed

    def test_a_paper_that_the_policy_does_not_name(self) -> None:
        medium = evolve(EXAMPLE.medium, value=Absent.silent)
        decision = _decide((), 16, policy=evolve(EXAMPLE, medium=medium))
        assert decision.outcome is SupervisionStep.exposure
        assert codes(decision.reasons) == ["ladder.reached", "value.silent"]

    def test_publication_before_the_card_is_seen(self) -> None:
        found = _decide((), 16, SupervisionStep.exposure, policy=EXAMPLE).findings
        assert codes(found) == ["ladder.skipped"]

    def test_a_step_by_the_measure_alone(self) -> None:
        card = Sourced(SupervisionStep.red_card, EXAMPLE.steps.citation)
        reached = evolve(EXAMPLE.reached, starts=(0,), values=(card,))
        decision = _decide((), 3, policy=evolve(EXAMPLE, reached=reached))
        assert decision.outcome is SupervisionStep.red_card
        assert EXAMPLE.measure.value is LadderMeasure.overdue_working_days


class TestTotality:
    """Any conduct, measure, history and policy have an answer; conduct never lowers the step."""

    @given(CONDUCT, DAYS, histories(), params(Params))
    def test_every_answer_explains_itself(
        self, conduct: tuple[Conduct, ...], overdue: int | None, history: History, policy: Params
    ) -> None:
        decision = decide(
            conduct,
            Measured(overdue, "reply_deadline", overdue, "reply_deadline", overdue),
            history,
            policy,
        )
        assert_explained(decision)
        if isinstance(decision.outcome, SupervisionStep):
            reached = {cell.value for cell in policy.reached.values}
            assert decision.outcome in {*reached, *policy.steps.values[:1]}

    @given(CONDUCT, DAYS)
    def test_conduct_never_lowers_the_step(
        self, conduct: tuple[Conduct, ...], overdue: int | None
    ) -> None:
        order = (Undetermined.undetermined, Absent.none, *EXAMPLE.steps.values)
        without = _decide((), overdue, policy=EXAMPLE).outcome
        found = _decide(conduct, overdue, policy=EXAMPLE).outcome
        assert order.index(without) <= order.index(found)
