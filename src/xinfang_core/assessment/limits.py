"""By when? (何时办结): the rules about limits, in the order of a matter's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.rules.limits import (
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
from xinfang_core.rules.limits.simplified_procedure import Traits
from xinfang_core.vocabulary import CaseClass

if TYPE_CHECKING:
    from xinfang_core.assessment.asked import Asked
    from xinfang_core.assessment.decided import Decided
    from xinfang_core.case import Case


def by_when(asked: Asked, decided: Decided) -> None:
    """Where each limit of the policies stands."""
    _simplified(asked, decided)
    _statutory(asked, decided)
    _after_the_answer(asked, decided)
    _pace(asked, decided)
    _work(asked, decided)


def _statutory(asked: Asked, decided: Decided) -> None:
    """The regulation's limits, from the receipt to the re-review."""
    case, history, p, days, as_of, _ = asked
    if p.transfer_deadline:
        decided["transfer_deadline"] = transfer_deadline.decide(
            history, as_of, p.transfer_deadline, days
        )
    if p.notice_deadline:
        decided["notice_deadline"] = notice_deadline.decide(
            history, as_of, p.notice_deadline, days, contact_unclear=case.contact_unclear
        )
    if p.objection_deadline:
        asked_for = (case.not_competent, history, as_of, p.objection_deadline, days)
        decided["objection_deadline"] = objection_deadline.decide(*asked_for)
    if p.assigned_deadline:
        decided["assigned_deadline"] = assigned_deadline.decide(
            case.own_deadline,
            history,
            as_of,
            p.assigned_deadline,
            days,
            superior_assigned=case.superior_assigned,
        )
    if p.handling_deadline:
        which = asked.told(decided["case_class"], CaseClass) or case.case_class
        decided["handling_deadline"] = handling_deadline.decide(
            which, case.route, history, as_of, p.handling_deadline, days
        )


def _after_the_answer(asked: Asked, decided: Decided) -> None:
    """Review, re-review, and the answer to a suggestion."""
    _, history, p, days, as_of, _ = asked
    if p.review_request_deadline:
        decided["review_request_deadline"] = review_request_deadline.decide(
            history, as_of, p.review_request_deadline, days
        )
    if p.review_deadline:
        decided["review_deadline"] = review_deadline.decide(history, as_of, p.review_deadline, days)
    if p.re_review_request_deadline:
        params = p.re_review_request_deadline
        decided["re_review_request_deadline"] = re_review_request_deadline.decide(
            history, as_of, params, days
        )
    if p.re_review_deadline:
        decided["re_review_deadline"] = re_review_deadline.decide(
            history, as_of, p.re_review_deadline, days
        )
    if p.suggestion_feedback_deadline:
        feedback = p.suggestion_feedback_deadline
        decided["suggestion_feedback_deadline"] = suggestion_feedback_deadline.decide(
            history, as_of, feedback, days
        )


def _simplified(asked: Asked, decided: Decided) -> None:
    """The simplified procedure and its limits."""
    case, history, p, days, as_of, _ = asked
    if p.simplified_procedure:
        traits = _traits(case) if case.simplified else _NO_TRAITS
        params = p.simplified_procedure
        decided["simplified_procedure"] = simplified_procedure.decide(
            traits, params, simplified=case.simplified
        )
    asked_for = (asked.outcome_of(decided["simplified_procedure"]), history, as_of)
    if p.simplified_transfer_deadline:
        limit = p.simplified_transfer_deadline
        decided["simplified_transfer_deadline"] = simplified_transfer_deadline.decide(
            *asked_for, limit, days
        )
    if p.simplified_acceptance_deadline:
        acceptance = p.simplified_acceptance_deadline
        decided["simplified_acceptance_deadline"] = simplified_acceptance_deadline.decide(
            *asked_for, acceptance, days
        )
    if p.simplified_handling_deadline:
        handling = p.simplified_handling_deadline
        decided["simplified_handling_deadline"] = simplified_handling_deadline.decide(
            *asked_for, handling, days
        )


def _traits(case: Case) -> Traits:
    """What may keep a matter from the simplified procedure, once that was chosen."""
    return Traits(
        case.route,
        case.earlier_stage,
        case.superior_assigned,
        case.may_not_support,
        case.multi_department,
        case.joint_signature,
    )


_NO_TRAITS = Traits()


def _pace(asked: Asked, decided: Decided) -> None:
    """The limits that local systems set."""
    case, history, p, days, as_of, _ = asked
    if p.acceptance_deadline:
        shown = asked.outcome_of(decided["colour"])
        decided["acceptance_deadline"] = acceptance_deadline.decide(
            shown, history, as_of, p.acceptance_deadline, days
        )
    if p.reply_deadline:
        which = asked.outcome_of(decided["reply_kind"], case.category)
        decided["reply_deadline"] = reply_deadline.decide(
            which, history, as_of, p.reply_deadline, days
        )
    if p.promised_deadline:
        decided["promised_deadline"] = promised_deadline.decide(
            history, as_of, p.promised_deadline, days
        )
    if p.evaluation_window_deadline:
        params = p.evaluation_window_deadline
        targets = p.satisfaction.targets.values if p.satisfaction else ()
        decided["evaluation_window_deadline"] = evaluation_window_deadline.decide(
            targets, history, as_of, params, days
        )


def _work(asked: Asked, decided: Decided) -> None:
    """The pace of 13710: deploy, feed back, resolve, report."""
    case, history, p, days, as_of, _ = asked
    which = asked.outcome_of(decided["work_kind"])
    if p.deployment_deadline:
        decided["deployment_deadline"] = deployment_deadline.decide(
            history, as_of, p.deployment_deadline, days
        )
    if p.progress_feedback_deadline:
        params = p.progress_feedback_deadline
        decided["progress_feedback_deadline"] = progress_feedback_deadline.decide(
            which, history, as_of, params, days
        )
    if p.resolution_deadline:
        decided["resolution_deadline"] = resolution_deadline.decide(
            which,
            case.own_deadline,
            history,
            as_of,
            p.resolution_deadline,
            days,
            resolvable=case.resolvable,
        )
    if p.progress_report_deadline:
        monthly = p.progress_report_deadline
        by = asked.outcome_of(decided["resolution_deadline"])
        decided["progress_report_deadline"] = progress_report_deadline.decide(
            which, by, history, as_of, monthly, days
        )
