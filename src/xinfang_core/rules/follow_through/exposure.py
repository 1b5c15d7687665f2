"""Is the office warned with a red card, or the lapse made public? (红牌曝光).

Source: Gongshu (拱墅信访法治化、网上信访): shirking and going through the motions get a red card;
typical problems that stay unresolved are made public by name; matters that are shirked or not
resolved properly are exposed by the district's own newspaper. The conduct for the card is stated;
how long is too long is not. It is the office that answers here, never the petitioner; no name
is part of the answer. There is no card of another colour.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.case import History
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.ladder import Measured, climb
from xinfang_core.sources import Bands, Citation, CitedList, Sourced
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

FIRST_STEP = Citation(
    source="",
    clause="红牌警告的适用",
    phrase="",
    basis=Basis.interpreted,
    note="经查实有所列情形的，至少适用第一步；未记录查实的，不推断；是否升级另依尺度",
)
"""Conduct that was found calls for the first step at least; it is never inferred."""


@frozen
class Params:
    """What a policy says about the card and what follows it.

    Attributes:
        conduct: what went wrong in the handling that calls for the first step.
        steps: the ladder, lowest step first.
        limit: the limit that moves it, by the name of its rule; ``silent`` for the policy's own.
        measure: what moves a matter further up.
        reached: the step by that measure.
        medium: where a lapse is made public.

    """

    conduct: CitedList[Conduct]
    steps: CitedList[SupervisionStep]
    limit: Sourced[str]
    measure: Sourced[LadderMeasure]
    reached: Bands[SupervisionStep]
    medium: Sourced[Medium]


def decide(
    conduct: tuple[Conduct, ...], measured: Measured, history: History, params: Params
) -> Decision[SupervisionStep]:
    """The step that the handling calls for; ``none`` where it calls for none.

    Args:
        conduct: what went wrong in the handling, as found by the competent body.
        measured: what can move the matter further up, as far as it is known.
        history: the events; a ``supervise`` with a step says that it was taken.
        params: the policy's conduct and ladder.

    """
    climbed = climb(params, measured, history)
    step = climbed.outcome
    if isinstance(step, SupervisionStep):
        if step is SupervisionStep.exposure:
            return _made_public(climbed, params.medium)
        return climbed
    for found in conduct:
        if found in params.conduct and params.steps.steps:
            return _carded(found, climbed, history, params)
    return climbed


def apply(context: Context, params: Params, measured: Measured) -> Decision[SupervisionStep]:
    """The answer about the case of ``context``."""
    return decide(context.case.conduct, measured, context.history, params)


def _made_public(
    climbed: Decision[SupervisionStep], medium: Sourced[Medium]
) -> Decision[SupervisionStep]:
    """The answer where the lapse is to be made public, with where."""
    if isinstance(medium.value, Absent):
        return Decision(climbed.outcome, (*climbed.reasons, silence(medium)), climbed.findings)
    where = Reason("exposure.medium", (("medium", medium.value),), medium.citation)
    return Decision(climbed.outcome, (*climbed.reasons, where), climbed.findings)


def _carded(
    found: Conduct, climbed: Decision[SupervisionStep], history: History, params: Params
) -> Decision[SupervisionStep]:
    """The first step, which the conduct calls for whatever else moves a matter up."""
    first = params.steps.steps[0]
    facts = (("conduct", found), ("step", first.value))
    called = Reason("exposure.conduct", facts, params.conduct.cited(found))
    reasons = (called, Reason("exposure.first_step", (), FIRST_STEP))
    if isinstance(first.value, Absent):
        return Decision(Undetermined.undetermined, (*reasons, silence(first)), climbed.findings)
    steps = [event.step for event in history.all(EventKind.supervise)]
    if any(step in params.steps for step in steps):
        return Decision(first.value, reasons, climbed.findings)
    open_still = Finding(Severity.notice, Reason("exposure.not_taken", facts, first.citation))
    return Decision(first.value, reasons, (*climbed.findings, open_still))
