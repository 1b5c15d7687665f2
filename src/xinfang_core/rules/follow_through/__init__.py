"""What follows, and how well was it done? (后续与评价): its rules, in order.

A rule stands here three times: what its policies say of it, what it answers, and its call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.deadline_rounds import was_missed
from xinfang_core.ladder import Measured
from xinfang_core.measuring import measured
from xinfang_core.obligation import Delay
from xinfang_core.rules.follow_through import (
    accountability,
    admissibility,
    copied_notice,
    dual_appraisal,
    exposure,
    feedback_mode,
    follow_up,
    incentive,
    satisfaction,
    service_loop,
    suggestion,
    supervision,
    supervision_letters,
    visit_guidance,
    weekly_meeting,
    write_off,
)
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import Absent, Conduct

if TYPE_CHECKING:
    from xinfang_core.context import Context
    from xinfang_core.decision import Decision
    from xinfang_core.rules.follow_through.dual_appraisal import Appraisal
    from xinfang_core.rules.follow_through.follow_up import Followed
    from xinfang_core.rules.follow_through.incentive import Award
    from xinfang_core.rules.follow_through.satisfaction import Satisfaction
    from xinfang_core.rules.follow_through.service_loop import Loop
    from xinfang_core.rules.follow_through.weekly_meeting import Meetings
    from xinfang_core.rules.follow_through.write_off import Closure
    from xinfang_core.rules.kind import Kind
    from xinfang_core.rules.limits import Limits
    from xinfang_core.vocabulary import (
        FeedbackMode,
        GuidanceStep,
        Intake,
        SuggestionKind,
        SupervisionStep,
    )


@frozen
class FollowThroughParams:
    """What the policies say of each rule; None where they have it not."""

    admissibility: admissibility.Params | None = None
    visit_guidance: visit_guidance.Params | None = None
    weekly_meeting: weekly_meeting.Params | None = None
    follow_up: follow_up.Params | None = None
    feedback_mode: feedback_mode.Params | None = None
    service_loop: service_loop.Params | None = None
    write_off: write_off.Params | None = None
    supervision: supervision.Params | None = None
    suggestion: suggestion.Params | None = None
    supervision_letters: supervision_letters.Params | None = None
    copied_notice: copied_notice.Params | None = None
    exposure: exposure.Params | None = None
    accountability: accountability.Params | None = None
    satisfaction: satisfaction.Params | None = None
    dual_appraisal: dual_appraisal.Params | None = None
    incentive: incentive.Params | None = None


@frozen(slots=False)
class FollowThrough:
    """Care, supervision and quality; None where the policies lack the rule."""

    admissibility: Decision[Intake] | None = None
    visit_guidance: Decision[tuple[GuidanceStep, ...]] | None = None
    weekly_meeting: Decision[Meetings] | None = None
    follow_up: Decision[Followed] | None = None
    feedback_mode: Decision[FeedbackMode] | None = None
    service_loop: Decision[Loop] | None = None
    write_off: Decision[Closure] | None = None
    supervision: Decision[tuple[Conduct, ...]] | None = None
    suggestion: Decision[tuple[SuggestionKind, ...]] | None = None
    supervision_letters: Decision[SupervisionStep] | None = None
    copied_notice: Decision[SupervisionStep] | None = None
    exposure: Decision[SupervisionStep] | None = None
    accountability: Decision[SupervisionStep] | None = None
    satisfaction: Decision[Satisfaction] | None = None
    dual_appraisal: Decision[Appraisal] | None = None
    incentive: Decision[Award] | None = None


def decide_follow_through(
    context: Context,
    p: FollowThroughParams,
    kind: Kind,
    limits: Limits,
) -> FollowThrough:
    """Care, supervision and quality."""
    ask = context.ask
    delay = _delay(context, limits)
    reached = _reached(context, p, limits)
    return FollowThrough(
        admissibility=ask(admissibility.apply, p.admissibility),
        visit_guidance=ask(visit_guidance.apply, p.visit_guidance, kind),
        weekly_meeting=ask(weekly_meeting.apply, p.weekly_meeting),
        follow_up=ask(follow_up.apply, p.follow_up),
        feedback_mode=ask(feedback_mode.apply, p.feedback_mode, kind),
        service_loop=ask(service_loop.apply, p.service_loop),
        write_off=ask(write_off.apply, p.write_off),
        supervision=ask(supervision.apply, p.supervision, delay),
        suggestion=ask(suggestion.apply, p.suggestion, delay),
        supervision_letters=ask(supervision_letters.apply, p.supervision_letters, reached),
        copied_notice=ask(copied_notice.apply, p.copied_notice, reached),
        exposure=ask(exposure.apply, p.exposure, reached),
        accountability=ask(accountability.apply, p.accountability, reached),
        satisfaction=ask(satisfaction.apply, p.satisfaction, limits),
        dual_appraisal=ask(dual_appraisal.apply, p.dual_appraisal),
        incentive=ask(incentive.apply, p.incentive),
    )


def _delay(context: Context, limits: Limits) -> Delay:
    """What went wrong, by the record and by the limits of the regulation."""
    conduct = context.case.conduct
    late = {delay for name, delay in _DELAYS if was_missed(getattr(limits, name))}
    if _BREACH in late and _BREACH not in conduct:
        conduct = (*conduct, _BREACH)
    return Delay(conduct, Conduct.overdue in late)


_DELAYS = tuple((name, duty.delay) for name, duty in DUTIES.items() if duty.delay)
_BREACH = Conduct.breach_of_procedure


def _reached(context: Context, p: FollowThroughParams, limits: Limits) -> Measured:
    """What can move the matter up a ladder; not taken where no ladder goes by a measure."""
    for ladder in (p.supervision_letters, p.copied_notice, p.exposure, p.accountability):
        if ladder is not None and type(ladder.measure.value) is not Absent:
            bound = [getattr(limits, name) for name in DUTIES]
            return measured(bound, context.as_of, context.case.repeats)
    return _NOTHING_MEASURED


_NOTHING_MEASURED = Measured()
