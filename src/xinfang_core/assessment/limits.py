"""By when? (何时办结): the rules about limits, in the order of a matter's way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from xinfang_core.assessment.asked import outcome_of, told
from xinfang_core.rules import (
    acceptance_deadline,
    assigned_deadline,
    deployment_deadline,
    evaluation_window_deadline,
    handling_deadline,
    notice_deadline,
    objection_deadline,
    progress_feedback_deadline,
    progress_report_deadline,
    promised_deadline,
    re_review_deadline,
    re_review_request_deadline,
    reply_deadline,
    resolution_deadline,
    review_deadline,
    review_request_deadline,
    simplified_acceptance_deadline,
    simplified_handling_deadline,
    simplified_procedure,
    simplified_transfer_deadline,
    suggestion_feedback_deadline,
    transfer_deadline,
)
from xinfang_core.rules.simplified_procedure import Traits
from xinfang_core.vocabulary import CaseClass

if TYPE_CHECKING:
    from xinfang_core.assessment.asked import Asked
    from xinfang_core.assessment.kind import Kind
    from xinfang_core.assessment.people import People
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision
    from xinfang_core.vocabulary import Procedure


class Reviews(TypedDict):
    """Where the limits after the answer stand."""

    review_request_deadline: Decision[Deadline] | None
    review_deadline: Decision[Deadline] | None
    re_review_request_deadline: Decision[Deadline] | None
    re_review_deadline: Decision[Deadline] | None
    suggestion_feedback_deadline: Decision[Deadline] | None


class Statutory(Reviews):
    """Where the limits of the regulation stand."""

    transfer_deadline: Decision[Deadline] | None
    notice_deadline: Decision[Deadline] | None
    objection_deadline: Decision[Deadline] | None
    assigned_deadline: Decision[Deadline] | None
    handling_deadline: Decision[Deadline] | None


class Simplified(TypedDict):
    """Whether the simplified procedure is taken, and where its limits stand."""

    simplified_procedure: Decision[Procedure] | None
    simplified_transfer_deadline: Decision[Deadline] | None
    simplified_acceptance_deadline: Decision[Deadline] | None
    simplified_handling_deadline: Decision[Deadline] | None


class Work(TypedDict):
    """Where the limits of work that was handed over stand."""

    deployment_deadline: Decision[Deadline] | None
    progress_feedback_deadline: Decision[Deadline] | None
    resolution_deadline: Decision[Deadline] | None
    progress_report_deadline: Decision[Deadline] | None


class Pace(Work):
    """Where the limits of local systems stand."""

    acceptance_deadline: Decision[Deadline] | None
    reply_deadline: Decision[Deadline] | None
    promised_deadline: Decision[Deadline] | None
    evaluation_window_deadline: Decision[Deadline] | None


class Limits(Statutory, Simplified, Pace):
    """Where all limits stand."""


def by_when(asked: Asked, kind: Kind, people: People) -> Limits:
    """Where each limit of the policies stands."""
    return Limits(**_statutory(asked, kind), **_simplified(asked), **_pace(asked, kind, people))


def _statutory(asked: Asked, kind: Kind) -> Statutory:
    """The regulation's limits, from the receipt to the re-review."""
    case, p, keep = asked.case, asked.policy, asked.keep
    history, as_of, days = asked.history, asked.as_of, asked.calendar
    passed = noticed = objected = assigned = handled = None
    if p.transfer_deadline:
        passed = keep(transfer_deadline.decide(history, as_of, p.transfer_deadline, days))
    if p.notice_deadline:
        noticed = keep(
            notice_deadline.decide(
                history, as_of, p.notice_deadline, days, contact_unclear=case.contact_unclear
            )
        )
    if p.objection_deadline:
        asked_for = (case.not_competent, history, as_of, p.objection_deadline, days)
        objected = keep(objection_deadline.decide(*asked_for))
    if p.assigned_deadline:
        assigned = keep(
            assigned_deadline.decide(
                case.own_deadline,
                history,
                as_of,
                p.assigned_deadline,
                days,
                superior_assigned=case.superior_assigned,
            )
        )
    if p.handling_deadline:
        which = told(kind["case_class"], CaseClass) or case.case_class
        handled = keep(
            handling_deadline.decide(which, case.route, history, as_of, p.handling_deadline, days)
        )
    return Statutory(
        transfer_deadline=passed,
        notice_deadline=noticed,
        objection_deadline=objected,
        assigned_deadline=assigned,
        handling_deadline=handled,
        **_after_the_answer(asked),
    )


def _after_the_answer(asked: Asked) -> Reviews:
    """Review, re-review, and the answer to a suggestion."""
    p, keep = asked.policy, asked.keep
    history, as_of, days = asked.history, asked.as_of, asked.calendar
    first = reviewed = second = re_reviewed = answered = None
    if p.review_request_deadline:
        first = keep(
            review_request_deadline.decide(history, as_of, p.review_request_deadline, days)
        )
    if p.review_deadline:
        reviewed = keep(review_deadline.decide(history, as_of, p.review_deadline, days))
    if p.re_review_request_deadline:
        params = p.re_review_request_deadline
        second = keep(re_review_request_deadline.decide(history, as_of, params, days))
    if p.re_review_deadline:
        re_reviewed = keep(re_review_deadline.decide(history, as_of, p.re_review_deadline, days))
    if p.suggestion_feedback_deadline:
        feedback = p.suggestion_feedback_deadline
        answered = keep(suggestion_feedback_deadline.decide(history, as_of, feedback, days))
    return Reviews(
        review_request_deadline=first,
        review_deadline=reviewed,
        re_review_request_deadline=second,
        re_review_deadline=re_reviewed,
        suggestion_feedback_deadline=answered,
    )


def _simplified(asked: Asked) -> Simplified:
    """The simplified procedure and its limits."""
    case, p, keep = asked.case, asked.policy, asked.keep
    history, as_of, days = asked.history, asked.as_of, asked.calendar
    taken = passed = accepted = handled = None
    if p.simplified_procedure:
        traits = Traits(
            case.route,
            case.earlier_stage,
            case.superior_assigned,
            case.may_not_support,
            case.multi_department,
            case.joint_signature,
        )
        params = p.simplified_procedure
        taken = keep(simplified_procedure.decide(traits, params, simplified=case.simplified))
    asked_for = (outcome_of(taken), history, as_of)
    if p.simplified_transfer_deadline:
        limit = p.simplified_transfer_deadline
        passed = keep(simplified_transfer_deadline.decide(*asked_for, limit, days))
    if p.simplified_acceptance_deadline:
        acceptance = p.simplified_acceptance_deadline
        accepted = keep(simplified_acceptance_deadline.decide(*asked_for, acceptance, days))
    if p.simplified_handling_deadline:
        handling = p.simplified_handling_deadline
        handled = keep(simplified_handling_deadline.decide(*asked_for, handling, days))
    return Simplified(
        simplified_procedure=taken,
        simplified_transfer_deadline=passed,
        simplified_acceptance_deadline=accepted,
        simplified_handling_deadline=handled,
    )


def _pace(asked: Asked, kind: Kind, people: People) -> Pace:
    """The limits that local systems set."""
    case, p, keep = asked.case, asked.policy, asked.keep
    history, as_of, days = asked.history, asked.as_of, asked.calendar
    accepted = replied = promised = window = None
    if p.acceptance_deadline:
        shown = outcome_of(people["colour"])
        accepted = keep(
            acceptance_deadline.decide(shown, history, as_of, p.acceptance_deadline, days)
        )
    if p.reply_deadline:
        which = outcome_of(kind["reply_kind"], case.category)
        replied = keep(reply_deadline.decide(which, history, as_of, p.reply_deadline, days))
    if p.promised_deadline:
        promised = keep(promised_deadline.decide(history, as_of, p.promised_deadline, days))
    if p.evaluation_window_deadline:
        params = p.evaluation_window_deadline
        targets = p.satisfaction.targets.values if p.satisfaction else ()
        window = keep(evaluation_window_deadline.decide(targets, history, as_of, params, days))
    return Pace(
        acceptance_deadline=accepted,
        reply_deadline=replied,
        promised_deadline=promised,
        evaluation_window_deadline=window,
        **_work(asked, kind),
    )


def _work(asked: Asked, kind: Kind) -> Work:
    """The pace of 13710: deploy, feed back, resolve, report."""
    case, p, keep = asked.case, asked.policy, asked.keep
    history, as_of, days = asked.history, asked.as_of, asked.calendar
    deployed = fed_back = resolved = reported = None
    which = outcome_of(kind["work_kind"])
    if p.deployment_deadline:
        deployed = keep(deployment_deadline.decide(history, as_of, p.deployment_deadline, days))
    if p.progress_feedback_deadline:
        params = p.progress_feedback_deadline
        fed_back = keep(progress_feedback_deadline.decide(which, history, as_of, params, days))
    if p.resolution_deadline:
        resolved = keep(
            resolution_deadline.decide(
                which,
                case.own_deadline,
                history,
                as_of,
                p.resolution_deadline,
                days,
                resolvable=case.resolvable,
            )
        )
    if p.progress_report_deadline:
        monthly = p.progress_report_deadline
        by = outcome_of(resolved)
        reported = keep(progress_report_deadline.decide(which, by, history, as_of, monthly, days))
    return Work(
        deployment_deadline=deployed,
        progress_feedback_deadline=fed_back,
        resolution_deadline=resolved,
        progress_report_deadline=reported,
    )
