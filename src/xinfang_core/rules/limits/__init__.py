"""By when? (何时办): the rules about limits, in the order of a matter's way.

A rule stands here three times: what its policies say of it, what it answers, and its call.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from attrs import fields_dict, frozen

from xinfang_core.decision import outcome_of
from xinfang_core.declared import limit
from xinfang_core.refusals import unknown_declared
from xinfang_core.rules.limits import (
    acceptance_deadline,
    assigned_deadline,
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
from xinfang_core.vocabulary import Declared, Dimension

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from xinfang_core.context import Context
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision
    from xinfang_core.obligation import Duty
    from xinfang_core.rules.kind import Kind
    from xinfang_core.rules.people import People
    from xinfang_core.vocabulary import Absent, Procedure, Role


_NO_DECISIONS: Mapping[Declared, Decision[Deadline]] = {}


@frozen
class LimitsParams:
    """What the policies say of each rule; None where they have it not."""

    simplified_procedure: simplified_procedure.Params | None = None
    simplified_transfer_deadline: simplified_transfer_deadline.Params | None = None
    simplified_acceptance_deadline: simplified_acceptance_deadline.Params | None = None
    simplified_handling_deadline: simplified_handling_deadline.Params | None = None
    transfer_deadline: transfer_deadline.Params | None = None
    notice_deadline: notice_deadline.Params | None = None
    objection_deadline: objection_deadline.Params | None = None
    assigned_deadline: assigned_deadline.Params | None = None
    handling_deadline: handling_deadline.Params | None = None
    review_request_deadline: review_request_deadline.Params | None = None
    review_deadline: review_deadline.Params | None = None
    re_review_request_deadline: re_review_request_deadline.Params | None = None
    re_review_deadline: re_review_deadline.Params | None = None
    suggestion_feedback_deadline: suggestion_feedback_deadline.Params | None = None
    acceptance_deadline: acceptance_deadline.Params | None = None
    reply_deadline: reply_deadline.Params | None = None
    promised_deadline: promised_deadline.Params | None = None
    evaluation_window_deadline: evaluation_window_deadline.Params | None = None
    progress_feedback_deadline: progress_feedback_deadline.Params | None = None
    resolution_deadline: resolution_deadline.Params | None = None
    progress_report_deadline: progress_report_deadline.Params | None = None


@frozen(slots=False)
class Limits:
    """Where each limit stands; None where the policies lack the rule.

    Those that a policy declares itself stand in ``declared``, and are asked for by their key:
    ``limits["sign_for_receipt"]``.
    The rules of the library are attributes, not keys.
    """

    simplified_procedure: Decision[Procedure] | None = None
    simplified_transfer_deadline: Decision[Deadline] | None = None
    simplified_acceptance_deadline: Decision[Deadline] | None = None
    simplified_handling_deadline: Decision[Deadline] | None = None
    transfer_deadline: Decision[Deadline] | None = None
    notice_deadline: Decision[Deadline] | None = None
    objection_deadline: Decision[Deadline] | None = None
    assigned_deadline: Decision[Deadline] | None = None
    handling_deadline: Decision[Deadline] | None = None
    review_request_deadline: Decision[Deadline] | None = None
    review_deadline: Decision[Deadline] | None = None
    re_review_request_deadline: Decision[Deadline] | None = None
    re_review_deadline: Decision[Deadline] | None = None
    suggestion_feedback_deadline: Decision[Deadline] | None = None
    acceptance_deadline: Decision[Deadline] | None = None
    reply_deadline: Decision[Deadline] | None = None
    promised_deadline: Decision[Deadline] | None = None
    evaluation_window_deadline: Decision[Deadline] | None = None
    progress_feedback_deadline: Decision[Deadline] | None = None
    resolution_deadline: Decision[Deadline] | None = None
    progress_report_deadline: Decision[Deadline] | None = None
    declared: Mapping[Declared, Decision[Deadline]] = _NO_DECISIONS

    def __contains__(self, name: object) -> bool:
        """Whether the policy declares something of that key here."""
        return any(one.name == name for one in self.declared)

    def __iter__(self) -> Iterator[str]:
        """The keys of what the policy declares here."""
        return (one.name for one in self.declared)

    def __getitem__(self, name: str) -> Decision[Deadline]:
        """Where a limit stands that the policy declares itself.

        Raises:
            UnknownNameError: it declares none of that name; the nearest one is offered.

        """
        found = self.declared.get(Declared(name))
        if found is None:
            known = (one.name for one in self.declared)
            raise unknown_declared("limit.unknown", name, known, "limits")
        return found


def decide_limits(
    context: Context,
    p: LimitsParams,
    kind: Kind,
    people: People,
    rated: Collection[Role | Absent],
    declared: Mapping[Declared, limit.Params],
) -> Limits:
    """Where each limit stands; ``declared`` are those that the policy declares itself."""
    ask = context.ask
    procedure = ask(simplified_procedure.apply, p.simplified_procedure)
    resolution = ask(resolution_deadline.apply, p.resolution_deadline, kind)
    return Limits(
        simplified_procedure=procedure,
        simplified_transfer_deadline=ask(
            simplified_transfer_deadline.apply, p.simplified_transfer_deadline, procedure
        ),
        simplified_acceptance_deadline=ask(
            simplified_acceptance_deadline.apply, p.simplified_acceptance_deadline, procedure
        ),
        simplified_handling_deadline=ask(
            simplified_handling_deadline.apply, p.simplified_handling_deadline, procedure
        ),
        transfer_deadline=ask(transfer_deadline.apply, p.transfer_deadline),
        notice_deadline=ask(notice_deadline.apply, p.notice_deadline),
        objection_deadline=ask(objection_deadline.apply, p.objection_deadline),
        assigned_deadline=ask(assigned_deadline.apply, p.assigned_deadline),
        handling_deadline=ask(handling_deadline.apply, p.handling_deadline, kind),
        review_request_deadline=ask(review_request_deadline.apply, p.review_request_deadline, kind),
        review_deadline=ask(review_deadline.apply, p.review_deadline),
        re_review_request_deadline=ask(
            re_review_request_deadline.apply, p.re_review_request_deadline
        ),
        re_review_deadline=ask(re_review_deadline.apply, p.re_review_deadline),
        suggestion_feedback_deadline=ask(
            suggestion_feedback_deadline.apply, p.suggestion_feedback_deadline
        ),
        acceptance_deadline=ask(acceptance_deadline.apply, p.acceptance_deadline, people),
        reply_deadline=ask(reply_deadline.apply, p.reply_deadline, kind),
        promised_deadline=ask(promised_deadline.apply, p.promised_deadline),
        evaluation_window_deadline=ask(
            evaluation_window_deadline.apply, p.evaluation_window_deadline, rated
        ),
        progress_feedback_deadline=ask(
            progress_feedback_deadline.apply, p.progress_feedback_deadline, kind
        ),
        resolution_deadline=resolution,
        progress_report_deadline=ask(
            progress_report_deadline.apply, p.progress_report_deadline, kind, resolution
        ),
        declared=_declared(context, declared, kind) if declared else _NO_DECISIONS,
    )


def _declared(
    context: Context, declared: Mapping[Declared, limit.Params], kind: Kind
) -> Mapping[Declared, Decision[Deadline]]:
    """Where each limit stands that the policy declares itself."""
    kinds = {
        Dimension.kind: outcome_of(kind.reply_kind),
        Dimension.work_kind: outcome_of(kind.work_kind),
    }
    found = ((name, context.ask(limit.apply, one, kinds)) for name, one in declared.items())
    return {name: decision for name, decision in found if decision is not None}


DUTIES: Mapping[str, Duty] = {
    name: duty
    for name in fields_dict(LimitsParams)
    if (duty := getattr(import_module(f"{__name__}.{name}"), "DUTY", None))
}
"""What an open limit obliges whom to do; limits of the petitioner are rights, and oblige nobody."""
