"""What follows, and how well was it done? (如何处置、办得如何): the rules, in order."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from xinfang_core.assessment.measuring import measured
from xinfang_core.assessment.owed import BY_DEADLINE
from xinfang_core.deadline import Deadline
from xinfang_core.ladder import Measured
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
from xinfang_core.rules.follow_through.admissibility import Earlier
from xinfang_core.vocabulary import Absent, Conduct, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from xinfang_core.assessment.asked import Asked
    from xinfang_core.assessment.decided import Decided
    from xinfang_core.case import Case
    from xinfang_core.decision import Decision
    from xinfang_core.policy import PolicyPack

    Limits = tuple[Decision[Deadline] | None, ...]

CONCLUDING = ("handling_deadline", "review_deadline", "re_review_deadline")
"""The limits of the regulation to conclude; those of the petitioner are no delay."""

PASSING_ON = ("transfer_deadline", "notice_deadline", "objection_deadline")
"""The limits for steps on the way: letting one pass breaks the procedure, no more."""

_CONCLUDING: Callable[[Decided], Limits] = itemgetter(*CONCLUDING)
_PASSING_ON: Callable[[Decided], Limits] = itemgetter(*PASSING_ON)
_BINDING: Callable[[Decided], Limits] = itemgetter(*BY_DEADLINE)


def what_follows(asked: Asked, decided: Decided) -> None:
    """Care, supervision and quality."""
    _care(asked, decided)
    _oversight(asked, decided)
    _quality(asked, decided)


def _care(asked: Asked, decided: Decided) -> None:
    """What the petitioner may expect on the way and at the end."""
    case, p, history = asked.case, asked.policy, asked.history
    if p.admissibility:
        decided["admissibility"] = admissibility.decide(
            _earlier(case), case.subject, case.route, case.form, p.admissibility
        )
    if p.visit_guidance:
        level = asked.outcome_of(decided["skip_level"])
        together = decided["group_petition"]
        # Where nobody recorded who represents the others, nobody is reproached for their number.
        crowded = bool(case.representatives and together and asked.kept(together).findings)
        decided["visit_guidance"] = visit_guidance.decide(
            (), level, p.visit_guidance, too_many_representatives=crowded
        )
    if p.weekly_meeting:
        decided["weekly_meeting"] = weekly_meeting.decide(history, asked.as_of, p.weekly_meeting)
    if p.follow_up:
        decided["follow_up"] = follow_up.decide(history, asked.as_of, p.follow_up, asked.calendar)
    if p.feedback_mode:
        size = asked.outcome_of(decided["group_petition"])
        which = asked.outcome_of(decided["case_class"], case.case_class)
        decided["feedback_mode"] = feedback_mode.decide(
            size, which, history, p.feedback_mode, policy_bound=case.policy_bound
        )
    if p.service_loop:
        decided["service_loop"] = service_loop.decide(history, p.service_loop)
    if p.write_off:
        decided["write_off"] = write_off.decide(history, p.write_off)


def _earlier(case: Case) -> Earlier:
    """What is recorded of an earlier petition in the same matter."""
    if case.earlier_stage is None:
        return _NO_EARLIER
    return Earlier(
        case.earlier_stage,
        case.same_person,
        case.same_matter,
        case.same_grounds,
        case.visited_level,
        case.competent_level,
        case.earlier_within_limit,
    )


_NO_EARLIER = Earlier()


def _oversight(asked: Asked, decided: Decided) -> None:
    """What delay and misconduct lead to."""
    p, history, conduct = asked.policy, asked.history, asked.case.conduct
    late, found = _is_late(asked, _CONCLUDING(decided)), conduct
    if _BREACH not in conduct and _is_late(asked, _PASSING_ON(decided)):
        found = (*conduct, _BREACH)
    if p.supervision:
        decided["supervision"] = supervision.decide(found, p.supervision, overdue=late)
    if p.suggestion:
        decided["suggestion"] = suggestion.decide(found, p.suggestion, overdue=late)
    reached = _NOTHING_MEASURED
    if _is_moved(p):
        bound = [one and asked.kept(one) for one in _BINDING(decided)]
        reached = measured(bound, asked.as_of, asked.case.repeats)
    if p.supervision_letters:
        decided["supervision_letters"] = supervision_letters.decide(
            reached, history, p.supervision_letters
        )
    if p.copied_notice:
        decided["copied_notice"] = copied_notice.decide(reached, history, p.copied_notice)
    if p.exposure:
        decided["exposure"] = exposure.decide(conduct, reached, history, p.exposure)
    if p.accountability:
        decided["accountability"] = accountability.decide(reached, history, p.accountability)


_NOTHING_MEASURED = Measured()


def _is_moved(p: PolicyPack) -> bool:
    """Whether any ladder of the policy goes by a measure; where none does, none is taken."""
    for ladder in (p.supervision_letters, p.copied_notice, p.exposure, p.accountability):
        if ladder is not None and type(ladder.measure.value) is not Absent:
            return True
    return False


def _is_late(asked: Asked, limits: Limits) -> bool:
    """Whether an office let one of these limits of the regulation pass."""
    for decision in limits:
        outcome = None if decision is None else asked.kept(decision).outcome
        if type(outcome) is Deadline and outcome.status in _PASSED:
            return True
    return False


_PASSED = frozenset({Status.late, Status.overdue})
_BREACH = Conduct.breach_of_procedure


def _quality(asked: Asked, decided: Decided) -> None:
    """How satisfied the petitioner was, and what the agent earns."""
    case, p = asked.case, asked.policy
    if p.satisfaction:
        window = asked.outcome_of(decided["evaluation_window_deadline"])
        decided["satisfaction"] = satisfaction.decide(window, asked.history, p.satisfaction)
    if p.dual_appraisal:
        decided["dual_appraisal"] = dual_appraisal.decide(asked.history, p.dual_appraisal)
    if p.incentive:
        decided["incentive"] = incentive.decide(
            case.agent, case.settled, asked.history, p.incentive
        )
