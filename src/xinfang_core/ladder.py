"""Which step of a ladder a matter has reached (阶梯): the judgement that all ladders share.

The steps and their order are what the sources state; what moves a matter up they leave silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    LadderMeasure,
    Role,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.case import History
    from xinfang_core.sources import Bands, Ladder, Sourced
    from xinfang_core.vocabulary import SupervisionStep

STEP_BY_STEP = Citation(
    source="",
    clause="逐级采取",
    phrase="",
    basis=Basis.interpreted,
    note="各阶梯按所列次序逐级采取；越过或者倒置的作为问题列出，不作为错误",
)
"""Steps are taken in the order in which the source lists them."""


@frozen
class Measured:
    """What can move a matter up a ladder, as far as it is known (阶梯尺度).

    Attributes:
        overdue_working_days: working days past the limit that is longest overdue.
        elapsed_percent: how much of the unmet limit that ends first has passed, in percent; more
            than 100 once it is overdue.
        repeats: how often the same matter came again.

    """

    overdue_working_days: int | None = None
    elapsed_percent: int | None = None
    repeats: int | None = None

    def by(self, measure: LadderMeasure) -> int | None:
        """The one that a ladder goes by."""
        if measure is LadderMeasure.overdue_working_days:
            return self.overdue_working_days
        if measure is LadderMeasure.elapsed_percent:
            return self.elapsed_percent
        return self.repeats


def climb(
    steps: Ladder[SupervisionStep],
    measure: Sourced[LadderMeasure],
    reached: Bands[SupervisionStep],
    measured: Measured,
    history: History,
) -> Decision[SupervisionStep]:
    """The step that a matter has reached; ``none`` below the first one.

    Args:
        steps: the ladder, lowest step first.
        measure: which measure moves a matter up.
        reached: the step by that measure.
        measured: the measures, as far as they are known.
        history: the events; a ``supervise`` with a step says that it was taken.

    """
    taken = tuple(_out_of_step(steps, history)) if history.first(_SUPERVISE) else ()
    if isinstance(measure.value, Absent):
        return Decision(_UNDETERMINED, (silence(measure),), taken)
    found = measured.by(measure.value)
    if found is None:
        facts = (("measure", measure.value),)
        unknown = Reason("ladder.not_measured", facts, measure.citation)
        return Decision(Undetermined.undetermined, (unknown,), taken)
    step = reached[found]
    if step.value is Absent.silent:
        return Decision(Undetermined.undetermined, (silence(step),), taken)
    by = (("measure", measure.value), ("found", found), ("step", step.value))
    if isinstance(step.value, Absent):
        return Decision(Absent.none, (Reason("ladder.none", by, step.citation),), taken)
    reason = Reason("ladder.reached", by, step.citation)
    return Decision(step.value, (reason,), (*taken, *_not_taken(step.value, steps, history)))


# Looking a member up costs as much as a reason.
_SUPERVISE: Final = EventKind.supervise
_UNDETERMINED: Final = Undetermined.undetermined


def _taken(steps: Ladder[SupervisionStep], history: History) -> list[SupervisionStep]:
    """The steps of this ladder that were taken, in order of time."""
    events = history.all(_SUPERVISE)
    return [event.step for event in events if event.step and event.step in steps]


def _out_of_step(steps: Ladder[SupervisionStep], history: History) -> Iterator[Finding]:
    """A step that was taken before the one below it."""
    before: list[SupervisionStep] = []
    for step in _taken(steps, history):
        place = steps.values.index(step)
        below = steps.values[place - 1] if place else step
        if place and below not in before:
            facts = (("step", step), ("below", below))
            yield Finding(Severity.warning, Reason("ladder.skipped", facts, STEP_BY_STEP))
        before.append(step)


def _not_taken(
    step: SupervisionStep, steps: Ladder[SupervisionStep], history: History
) -> Iterator[Finding]:
    """That the step which was reached is not on record, nor a higher one."""
    if step not in steps:
        return
    taken = [steps.values.index(one) for one in _taken(steps, history)]
    if max(taken, default=-1) < steps.values.index(step):
        reason = Reason("ladder.not_taken", (("step", step),), steps.cited(step))
        yield Finding(Severity.notice, reason, _TO_SUPERVISE)


_TO_SUPERVISE = Duty(_SUPERVISE, Role.petition_office, Role.handling_body)
