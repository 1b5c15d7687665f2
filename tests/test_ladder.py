"""Which step of a ladder a matter has reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies_params import bands, ladders, sourced, values
from xinfang_core.case import Event, History
from xinfang_core.ladder import OWN_LIMITS, STEP_BY_STEP, Measured, climb
from xinfang_core.sources import Bands, Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    LadderMeasure,
    Role,
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
LIMITS = ("reply_deadline", "promised_deadline")
STEPS = CitedList(tuple(Sourced(step, CITED) for step in (LETTER, KEY, ACCOUNT)), CITED)
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
COUNTS = st.none() | st.integers(0, 200)
NAMES = st.sampled_from(("", "reply_deadline", "handling_deadline"))
MEASURES = st.builds(
    Measured, COUNTS, NAMES, COUNTS, NAMES, COUNTS, st.lists(NAMES.filter(bool)).map(tuple)
)
NAMED: Sourced[str] = Sourced("reply_deadline", CITED, "exposure.limit")
SILENT: Sourced[str] = Sourced(Absent.silent, CITED, "exposure.limit")


@frozen
class Params:
    """A ladder, and what moves a matter up."""

    steps: CitedList[SupervisionStep] = STEPS
    limit: Sourced[str] = NAMED
    measure: Sourced[LadderMeasure] = DAYS_LATE
    reached: Bands[SupervisionStep] = REACHED


def _taken(*steps: SupervisionStep) -> History:
    events = (
        Event(EventKind.supervise, day(f"2025-03-{at:02}"), step=step)
        for at, step in enumerate(steps, 3)
    )
    return recorded(*events)


def _climb(days: int | None, *taken: SupervisionStep) -> Decision[SupervisionStep]:
    measured = Measured(overdue_working_days=days, overdue="reply_deadline", limits=LIMITS)
    return climb(Params(), measured, _taken(*taken))


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

    def test_it_is_taken_about_the_body_that_is_late(self) -> None:
        bodies = {"review_deadline": Role.reviewing_body}
        measured = Measured(5, "review_deadline", bodies=bodies)
        (finding,) = climb(Params(), measured, History()).findings
        assert present(finding.duty).creditor is Role.reviewing_body
        (finding,) = _climb(5).findings
        assert present(finding.duty).creditor is Role.handling_body

    def test_a_step_that_was_skipped_is_a_finding(self) -> None:
        (finding,) = _climb(5, KEY).findings
        assert finding.severity is Severity.warning
        assert dict(finding.reason.facts) == {"step": KEY, "below": LETTER}
        assert finding.reason.citation is STEP_BY_STEP

    def test_steps_of_another_ladder_do_not_matter(self) -> None:
        assert _climb(0, SupervisionStep.red_card).findings == ()

    def test_each_measure_is_its_own_and_of_its_own_limit(self) -> None:
        measured = Measured(1, "reply_deadline", 2, "handling_deadline", 3)
        assert [measured.by(measure) for measure in LadderMeasure] == [
            (1, "reply_deadline"),
            (2, "handling_deadline"),
            (3, ""),
        ]


class TestLimit:
    """A ladder goes by the limit that its policy names, else by that policy's own limits."""

    @pytest.mark.parametrize(("days", "code"), [(5, "reached"), (0, "none")])
    @pytest.mark.parametrize(("limit", "own"), [(NAMED, False), (SILENT, True)])
    def test_the_reason_names_it(
        self,
        days: int,
        code: str,
        limit: Sourced[str],
        own: bool,  # noqa: FBT001 - a row of the table
    ) -> None:
        measured = Measured(days, "reply_deadline", limits=LIMITS)
        decision = climb(Params(limit=limit), measured, History())
        reason, *more = decision.reasons
        assert reason.code == f"ladder.{code}_by_limit"
        assert "答复期限" in reason.text()
        assert [one.citation for one in more] == [OWN_LIMITS] * own

    @pytest.mark.parametrize("measure", ["overdue_working_days", "elapsed_percent"])
    def test_a_limit_that_does_not_run_is_what_is_missing(self, measure: str) -> None:
        by = Params(measure=Sourced(LadderMeasure[measure], CITED))
        decision = climb(by, Measured(limits=LIMITS), History())
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["ladder.not_measured"]
        assert decision.missing == LIMITS

    def test_where_the_policy_has_no_limit_one_has_to_be_named(self) -> None:
        decision = climb(Params(limit=SILENT), Measured(), History())
        assert codes(decision.reasons) == ["ladder.no_limit"]
        assert decision.missing == ("exposure.limit",)

    def test_repeats_are_of_no_limit(self) -> None:
        by = Params(measure=Sourced(LadderMeasure.repeats, CITED), limit=SILENT)
        assert codes(climb(by, Measured(repeats=5), History()).reasons) == ["ladder.reached"]
        decision = climb(by, Measured(limits=LIMITS), History())
        assert decision.missing == ("repeats",)


class TestSilence:
    """What moves a matter up is not stated: undetermined, and it says so."""

    def test_a_silent_measure(self) -> None:
        silent: Sourced[LadderMeasure] = Sourced(Absent.silent, CITED, "exposure.measure")
        decision = climb(Params(measure=silent), Measured(9, "x", 9, "x", 9), _taken(KEY))
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == ("exposure.measure",)
        assert codes(decision.findings) == ["ladder.skipped"]

    def test_a_silent_band(self) -> None:
        silent: Bands[SupervisionStep] = Bands((0,), (Sourced(Absent.silent, CITED),))
        decision = climb(Params(reached=silent), Measured(9, "reply_deadline"), History())
        assert decision.outcome is Undetermined.undetermined


class TestAlways:
    """Any ladder gives an answer that explains itself; a longer delay never a lower step."""

    @given(
        ladders(SupervisionStep),
        sourced(st.just("reply_deadline")),
        sourced(values(LadderMeasure)),
        bands(SupervisionStep),
        MEASURES,
        st.lists(st.sampled_from(SupervisionStep), max_size=4),
    )
    def test_total(
        self,
        steps: CitedList[SupervisionStep],
        limit: Sourced[str],
        measure: Sourced[LadderMeasure],
        reached: Bands[SupervisionStep],
        measured: Measured,
        taken: list[SupervisionStep],
    ) -> None:
        assert_explained(climb(Params(steps, limit, measure, reached), measured, _taken(*taken)))

    @given(st.integers(0, 30), st.integers(0, 30))
    def test_monotone(self, days: int, more: int) -> None:
        order = (Absent.none, *STEPS.values)
        assert order.index(_climb(days).outcome) <= order.index(_climb(days + more).outcome)
