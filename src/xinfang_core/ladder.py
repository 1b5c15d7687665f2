"""Which step of a ladder a matter has reached (阶梯): the judgement that all ladders share.

The steps and their order are what the sources state; what moves a matter up they leave silent.
Where it is a limit, the policy names it; a ladder whose policy does not is moved by the limits of
that policy alone, and no other policy's delay is held against anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from attrs import field, frozen

from xinfang_core.decision import Decision, Facts, Finding, Reason, RuleName, silence
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
    from collections.abc import Iterator, Mapping

    from xinfang_core.case import History
    from xinfang_core.sources import Bands, CitedList, Sourced
    from xinfang_core.vocabulary import Declared, SupervisionStep

STEP_BY_STEP = Citation(
    source="",
    clause="逐级采取",
    phrase="",
    basis=Basis.interpreted,
    note="各阶梯按所列次序逐级采取；越过或者倒置的作为问题列出，不作为错误",
)
"""Steps are taken in the order in which the source lists them."""


OWN_LIMITS = Citation(
    source="",
    clause="阶梯所依的期限",
    phrase="",
    basis=Basis.interpreted,
    note="办法未写明以哪一项期限为准的，只看该办法自己的期限；几项之中取逾期最久的，按期限已用百分比的取最先届满的",
)
"""Without a name a ladder goes by its own policy's limits, never by those of another one."""


class Climbed(Protocol):
    """What the parameters of every ladder have."""

    @property
    def steps(self) -> CitedList[SupervisionStep]:
        """The ladder, lowest step first."""

    @property
    def limit(self) -> Sourced[str]:
        """The limit that moves it, by the name of its rule; ``silent`` for the policy's own."""

    @property
    def measure(self) -> Sourced[LadderMeasure]:
        """Which measure moves a matter up."""

    @property
    def reached(self) -> Bands[SupervisionStep]:
        """The step by that measure."""


@frozen
class Measured:
    """What can move a matter up a ladder, as far as it is known (阶梯尺度).

    Attributes:
        overdue_working_days: working days past the limit that is longest overdue.
        overdue: that limit, by the name of its rule; empty where nothing is known of any.
        elapsed_percent: how much of the unmet limit that ends first has passed, in percent; more
            than 100 once it is overdue.
        elapsed: that limit.
        repeats: how often the same matter came again.
        limits: all limits that were looked at.
        bodies: by a limit who is bound by it, so that a step is taken about who is late.
        own: those of the limits that the policy declares itself, by their keys.

    """

    overdue_working_days: int | None = None
    overdue: str = ""
    elapsed_percent: int | None = None
    elapsed: str = ""
    repeats: int | None = None
    limits: tuple[str, ...] = ()
    bodies: Mapping[str, Role] = field(factory=dict, hash=False)
    own: Mapping[str, Declared] = field(factory=dict, hash=False)

    def called(self, limit: str) -> RuleName | Declared:
        """A limit as a reason speaks of it."""
        return self.own.get(limit) or RuleName(limit)

    def by(self, measure: LadderMeasure) -> tuple[int | None, str]:
        """The one that a ladder goes by, and the limit it was taken of; none for repeats."""
        if measure is LadderMeasure.overdue_working_days:
            return self.overdue_working_days, self.overdue
        if measure is LadderMeasure.elapsed_percent:
            return self.elapsed_percent, self.elapsed
        return self.repeats, ""


def climb(params: Climbed, measured: Measured, history: History) -> Decision[SupervisionStep]:
    """The step that a matter has reached; ``none`` below the first one.

    Args:
        params: the ladder, and what moves a matter up.
        measured: the measures, as far as they are known.
        history: the events; a ``supervise`` with a step says that it was taken.

    """
    steps, measure = params.steps, params.measure
    taken = tuple(_out_of_step(steps, history)) if history.first(_SUPERVISE) else ()
    if isinstance(measure.value, Absent):
        return Decision(_UNDETERMINED, (silence(measure),), taken)
    found, limit = measured.by(measure.value)
    if found is None:
        unknown = _not_measured(measure.value, measured, params)
        return Decision(_UNDETERMINED, (unknown,), taken)
    step = params.reached[found]
    if step.value is Absent.silent:
        return Decision(_UNDETERMINED, (silence(step),), taken)
    by: Facts = (("measure", measure.value), ("found", found), ("step", step.value))
    by, of_limit = ((*by, ("limit", measured.called(limit))), "_by_limit") if limit else (by, "")
    more = (_OWN,) if limit and isinstance(params.limit.value, Absent) else ()
    if isinstance(step.value, Absent):
        below = Reason(f"ladder.none{of_limit}", by, step.citation)
        return Decision(Absent.none, (below, *more), taken)
    reason = Reason(f"ladder.reached{of_limit}", by, step.citation)
    body = measured.bodies.get(limit, Role.handling_body)
    open_still = _not_taken(step.value, steps, history, body)
    return Decision(step.value, (reason, *more), (*taken, *open_still))


_OWN = Reason("ladder.own_limits", (), OWN_LIMITS)


def _not_measured(measure: LadderMeasure, measured: Measured, params: Climbed) -> Reason:
    """Why the measure is not known, with what would tell it."""
    if measure is LadderMeasure.repeats:
        recorded: Facts = (("measure", measure),)
        return Reason("ladder.not_recorded", recorded, params.measure.citation, ("repeats",))
    if not measured.limits:
        named = (params.limit.name,) if params.limit.name else ()
        return Reason("ladder.no_limit", (), OWN_LIMITS, named)
    limits = tuple(map(measured.called, measured.limits))
    facts: Facts = (("measure", measure), ("limits", limits))
    return Reason("ladder.not_measured", facts, params.measure.citation, measured.limits)


# Looking a member up costs as much as a reason.
_SUPERVISE: Final = EventKind.supervise
_UNDETERMINED: Final = Undetermined.undetermined


def _taken(steps: CitedList[SupervisionStep], history: History) -> list[SupervisionStep]:
    """The steps of this ladder that were taken, in order of time."""
    events = history.all(_SUPERVISE)
    return [event.step for event in events if event.step and event.step in steps]


def _out_of_step(steps: CitedList[SupervisionStep], history: History) -> Iterator[Finding]:
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
    step: SupervisionStep, steps: CitedList[SupervisionStep], history: History, body: Role
) -> Iterator[Finding]:
    """That the step which was reached is not on record, nor a higher one; taken about ``body``."""
    if step not in steps:
        return
    taken = [steps.values.index(one) for one in _taken(steps, history)]
    if max(taken, default=-1) < steps.values.index(step):
        reason = Reason("ladder.not_taken", (("step", step),), steps.cited(step))
        yield Finding(Severity.notice, reason, Duty(_SUPERVISE, Role.petition_office, body))
