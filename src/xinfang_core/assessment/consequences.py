"""What follows, and how well was it done? (如何处置、办得如何): the rules, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from xinfang_core.assessment.asked import outcome_of, told
from xinfang_core.assessment.measuring import measured
from xinfang_core.assessment.owed import BY_DEADLINE
from xinfang_core.deadline import Deadline
from xinfang_core.rules import (
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
from xinfang_core.rules.admissibility import Earlier
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.assessment.asked import Asked
    from xinfang_core.assessment.kind import Kind
    from xinfang_core.assessment.limits import Limits
    from xinfang_core.decision import Decision
    from xinfang_core.rules.dual_appraisal import Appraisal
    from xinfang_core.rules.follow_up import Followed
    from xinfang_core.rules.incentive import Award
    from xinfang_core.rules.satisfaction import Satisfaction
    from xinfang_core.rules.service_loop import Loop
    from xinfang_core.rules.weekly_meeting import Meetings
    from xinfang_core.rules.write_off import Closure
    from xinfang_core.vocabulary import (
        Conduct,
        FeedbackMode,
        GuidanceStep,
        Intake,
        SuggestionKind,
        SupervisionStep,
    )

STATUTORY = (
    "transfer_deadline",
    "notice_deadline",
    "objection_deadline",
    "handling_deadline",
    "review_deadline",
    "re_review_deadline",
)
"""The limits of the regulation that bind an office; those of the petitioner are no delay."""


class Care(TypedDict):
    """The decisions about how the petitioner is kept informed, and how it ends."""

    admissibility: Decision[Intake] | None
    visit_guidance: Decision[tuple[GuidanceStep, ...]] | None
    weekly_meeting: Decision[Meetings] | None
    follow_up: Decision[Followed] | None
    feedback_mode: Decision[FeedbackMode] | None
    service_loop: Decision[Loop] | None
    write_off: Decision[Closure] | None


class Oversight(TypedDict):
    """The decisions about supervision."""

    supervision: Decision[tuple[Conduct, ...]] | None
    suggestion: Decision[tuple[SuggestionKind, ...]] | None
    supervision_letters: Decision[SupervisionStep] | None
    copied_notice: Decision[SupervisionStep] | None
    exposure: Decision[SupervisionStep] | None
    accountability: Decision[SupervisionStep] | None


class Quality(TypedDict):
    """The decisions about how well it was done."""

    satisfaction: Decision[Satisfaction] | None
    dual_appraisal: Decision[Appraisal] | None
    incentive: Decision[Award] | None


class Consequences(Care, Oversight, Quality):
    """What follows from all of it."""


def what_follows(asked: Asked, kind: Kind, limits: Limits) -> Consequences:
    """Care, supervision and quality."""
    return Consequences(
        **_care(asked, kind, limits), **_oversight(asked, limits), **_quality(asked, limits)
    )


def _care(asked: Asked, kind: Kind, limits: Limits) -> Care:
    """What the petitioner may expect on the way and at the end."""
    case, p, keep, history = asked.case, asked.policy, asked.keep, asked.history
    intake = guided = met = followed = informed = loop = closed = None
    if p.admissibility:
        intake = keep(
            admissibility.decide(
                _earlier(asked, limits), case.subject, case.route, case.form, p.admissibility
            )
        )
    if p.visit_guidance:
        level = outcome_of(kind["skip_level"])
        together = kind["group_petition"]
        crowded = bool(together and together.findings)
        guided = keep(
            visit_guidance.decide((), level, p.visit_guidance, too_many_representatives=crowded)
        )
    if p.weekly_meeting:
        met = keep(weekly_meeting.decide(history, asked.as_of, p.weekly_meeting))
    if p.follow_up:
        followed = keep(follow_up.decide(history, asked.as_of, p.follow_up, asked.calendar))
    if p.feedback_mode:
        size = outcome_of(kind["group_petition"])
        mode = feedback_mode.decide(size, history, p.feedback_mode, policy_bound=case.policy_bound)
        informed = keep(mode)
    if p.service_loop:
        loop = keep(service_loop.decide(history, p.service_loop))
    if p.write_off:
        closed = keep(write_off.decide(history, p.write_off))
    return Care(
        admissibility=intake,
        visit_guidance=guided,
        weekly_meeting=met,
        follow_up=followed,
        feedback_mode=informed,
        service_loop=loop,
        write_off=closed,
    )


def _earlier(asked: Asked, limits: Limits) -> Earlier:
    """What is recorded of an earlier petition in the same matter."""
    case = asked.case
    running = told(limits["handling_deadline"], Deadline)
    return Earlier(
        case.earlier_stage,
        case.same_person,
        case.same_matter,
        case.visited_level,
        case.competent_level,
        running and running.status is Status.open,
    )


def _oversight(asked: Asked, limits: Limits) -> Oversight:
    """What delay and misconduct lead to."""
    p, keep, history, conduct = asked.policy, asked.keep, asked.history, asked.case.conduct
    watched = proposed = letters = copied = exposed = held = None
    late = _is_late(limits)
    if p.supervision:
        watched = keep(supervision.decide(conduct, p.supervision, overdue=late))
    if p.suggestion:
        proposed = keep(suggestion.decide(conduct, p.suggestion, overdue=late))
    bound = (limits[name] for name in BY_DEADLINE)  # type: ignore[literal-required]
    reached = measured(bound, asked.as_of, asked.case.repeats)
    if p.supervision_letters:
        letters = keep(supervision_letters.decide(reached, history, p.supervision_letters))
    if p.copied_notice:
        copied = keep(copied_notice.decide(reached, history, p.copied_notice))
    if p.exposure:
        exposed = keep(exposure.decide(conduct, reached, history, p.exposure))
    if p.accountability:
        held = keep(accountability.decide(reached, history, p.accountability))
    return Oversight(
        supervision=watched,
        suggestion=proposed,
        supervision_letters=letters,
        copied_notice=copied,
        exposure=exposed,
        accountability=held,
    )


def _is_late(limits: Mapping[str, object]) -> bool:
    """Whether an office let a limit of the regulation pass."""
    for name in STATUTORY:
        decision = limits[name]
        outcome = decision.outcome if decision else None  # type: ignore[attr-defined]
        if isinstance(outcome, Deadline) and outcome.status in _PASSED:
            return True
    return False


_PASSED = frozenset({Status.late, Status.overdue})


def _quality(asked: Asked, limits: Limits) -> Quality:
    """How satisfied the petitioner was, and what the agent earns."""
    case, p, keep = asked.case, asked.policy, asked.keep
    rated = appraised = earned = None
    if p.satisfaction:
        window = outcome_of(limits["evaluation_window_deadline"])
        rated = keep(satisfaction.decide(window, asked.history, p.satisfaction))
    if p.dual_appraisal:
        appraised = keep(dual_appraisal.decide(asked.history, p.dual_appraisal))
    if p.incentive:
        earned = keep(incentive.decide(case.agent, case.settled, asked.history, p.incentive))
    return Quality(satisfaction=rated, dual_appraisal=appraised, incentive=earned)
