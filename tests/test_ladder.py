"""Which step of a ladder a matter has reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, recorded
from strategies_params import bands, ladders, sourced, values
from xinfang_core.case import Event, History
from xinfang_core.ladder import STEP_BY_STEP, Measured, climb
from xinfang_core.sources import Bands, Citation, Ladder, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    LadderMeasure,
    Severity,
    SupervisionStep,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

CITED = Citation("示例办法", "第三条", "", Basis.assumed, "示例")
LETTER, KEY, ACCOUNT = (
    SupervisionStep.reminder_letter,
    SupervisionStep.key_supervision_letter,
    SupervisionStep.accountability_letter,
)
STEPS = Ladder(tuple(Sourced(step, CITED) for step in (LETTER, KEY, ACCOUNT)), CITED)
DAYS_LATE: Sourced[LadderMeasure] = Sourced(LadderMeasure.overdue_working_days, CITED)
REACHED: Bands[SupervisionStep] = Bands(
    (0, 1, 5, 10),
    (
        Sourced(Absent.none, CITED),
        Sourced(LETTER, CITED),
        Sourced(KEY, CITED),
        Sourced(ACCOUNT, CITED),
    ),
)
MEASURES = st.builds(Measured, *[st.none() | st.integers(0, 200)] * 3)


def _taken(*steps: SupervisionStep) -> History:
    events = (
        Event(EventKind.supervise, day(f"2025-03-{at:02}"), step=step)
        for at, step in enumerate(steps, 3)
    )
    return recorded(*events)


def _climb(days: int | None, *taken: SupervisionStep) -> Decision[SupervisionStep]:
    return climb(STEPS, DAYS_LATE, REACHED, Measured(overdue_working_days=days), _taken(*taken))


class TestSteps:
    """The measure says which step is due; the steps are taken in the order of the source."""

    def test_each_band_has_its_step(self) -> None:
        reached = [_climb(days).outcome for days in (0, 1, 4, 5, 9, 10, 99)]
        assert reached == [Absent.none, LETTER, LETTER, KEY, KEY, ACCOUNT, ACCOUNT]

    def test_the_step_that_is_due_and_not_on_record_is_a_finding(self) -> None:
        (finding,) = _climb(5, LETTER).findings
        assert (finding.severity, finding.reason.code) == (Severity.notice, "ladder.not_taken")
        assert _climb(5, LETTER, KEY).findings == ()
        assert _climb(5, LETTER, KEY, ACCOUNT).findings == ()

    def test_a_step_that_was_skipped_is_a_finding(self) -> None:
        (finding,) = _climb(5, KEY).findings
        assert finding.severity is Severity.warning
        assert dict(finding.reason.facts) == {"step": KEY, "below": LETTER}
        assert finding.reason.citation is STEP_BY_STEP

    def test_steps_of_another_ladder_do_not_matter(self) -> None:
        assert _climb(0, SupervisionStep.red_card).findings == ()

    def test_a_measure_that_nobody_took(self) -> None:
        decision = _climb(None)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["ladder.not_measured"]

    def test_each_measure_is_its_own(self) -> None:
        measured = Measured(1, 2, 3)
        assert [measured.by(measure) for measure in LadderMeasure] == [1, 2, 3]


class TestSilence:
    """What moves a matter up is not stated: undetermined, and it says so."""

    def test_a_silent_measure(self) -> None:
        silent: Sourced[LadderMeasure] = Sourced(Absent.silent, CITED)
        decision = climb(STEPS, silent, REACHED, Measured(9, 9, 9), _taken(KEY))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
        assert codes(decision.findings) == ["ladder.skipped"]

    def test_a_silent_band(self) -> None:
        silent: Bands[SupervisionStep] = Bands((0,), (Sourced(Absent.silent, CITED),))
        decision = climb(STEPS, DAYS_LATE, silent, Measured(9), History())
        assert decision.outcome is Undetermined.undetermined


class TestAlways:
    """Any ladder gives an answer that explains itself; a longer delay never a lower step."""

    @given(
        ladders(SupervisionStep),
        sourced(values(LadderMeasure)),
        bands(SupervisionStep),
        MEASURES,
        st.lists(st.sampled_from(SupervisionStep), max_size=4),
    )
    def test_total(
        self,
        steps: Ladder[SupervisionStep],
        measure: Sourced[LadderMeasure],
        reached: Bands[SupervisionStep],
        measured: Measured,
        taken: list[SupervisionStep],
    ) -> None:
        assert_explained(climb(steps, measure, reached, measured, _taken(*taken)))

    @given(st.integers(0, 30), st.integers(0, 30))
    def test_monotone(self, days: int, more: int) -> None:
        order = (Absent.none, *STEPS.values)
        assert order.index(_climb(days).outcome) <= order.index(_climb(days + more).outcome)
