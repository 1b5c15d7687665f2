"""All parameters in force somewhere for one case (办法): a local edition over a national one."""

from __future__ import annotations

from typing import get_args, get_type_hints

from attrs import field, frozen

from xinfang_core import workflow
from xinfang_core.decision import Finding
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
from xinfang_core.rules.kind import (
    appeal_route,
    case_class,
    case_stage,
    case_weight,
    class_handling,
    document_form,
    group_petition,
    growth_signs,
    intake_channel,
    reminder,
    repeat_petition,
    reply_kind,
    skip_level,
    work_kind,
)
from xinfang_core.rules.ledger import (
    agent_totals,
    annual_report,
    bulletins,
    indicators,
    satisfaction_scores,
    tallies,
    work_score,
)
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
from xinfang_core.rules.papers import opinion_content, petition_content
from xinfang_core.rules.people import (
    agent_eligibility,
    colour,
    confidentiality,
    first_contact,
    handling_level,
    joint_acceptance,
    joint_handling,
    mandate,
    priority,
    proxy_form,
    proxy_route,
    self_service,
    service_fee,
    urgent_report,
)
from xinfang_core.rules.station import (
    app_editions,
    channel_publication,
    coverage,
    disclosure,
    duty_roster,
    network,
    premises,
    regulation,
    services,
    staffing,
)
from xinfang_core.workflow import Flow, flow_of


@frozen
class PolicyPack:
    """The parameters that apply to one case; a rule that the policy does not have is None.

    Attributes:
        label: the editions and the variant it was put together from; ``ID@none`` where no
            edition is in force.
        findings: how the editions were picked, where that needs saying.
        workflow: the steps of the national and the local edition, which stand side by side.
        flow: the same as one.

    """

    label: str
    findings: tuple[Finding, ...] = ()
    workflow: tuple[workflow.Params, ...] = ()
    flow: Flow = field(init=False, eq=False, repr=False)
    case_class: case_class.Params | None = None
    appeal_route: appeal_route.Params | None = None
    class_handling: class_handling.Params | None = None
    reply_kind: reply_kind.Params | None = None
    work_kind: work_kind.Params | None = None
    document_form: document_form.Params | None = None
    intake_channel: intake_channel.Params | None = None
    reminder: reminder.Params | None = None
    repeat_petition: repeat_petition.Params | None = None
    group_petition: group_petition.Params | None = None
    skip_level: skip_level.Params | None = None
    case_weight: case_weight.Params | None = None
    case_stage: case_stage.Params | None = None
    growth_signs: growth_signs.Params | None = None
    handling_level: handling_level.Params | None = None
    colour: colour.Params | None = None
    joint_acceptance: joint_acceptance.Params | None = None
    joint_handling: joint_handling.Params | None = None
    confidentiality: confidentiality.Params | None = None
    urgent_report: urgent_report.Params | None = None
    self_service: self_service.Params | None = None
    proxy_form: proxy_form.Params | None = None
    proxy_route: proxy_route.Params | None = None
    mandate: mandate.Params | None = None
    agent_eligibility: agent_eligibility.Params | None = None
    first_contact: first_contact.Params | None = None
    priority: priority.Params | None = None
    service_fee: service_fee.Params | None = None
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
    deployment_deadline: deployment_deadline.Params | None = None
    progress_feedback_deadline: progress_feedback_deadline.Params | None = None
    resolution_deadline: resolution_deadline.Params | None = None
    progress_report_deadline: progress_report_deadline.Params | None = None
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
    opinion_content: opinion_content.Params | None = None
    petition_content: petition_content.Params | None = None
    agent_totals: agent_totals.Params | None = None
    annual_report: annual_report.Params | None = None
    bulletins: bulletins.Params | None = None
    indicators: indicators.Params | None = None
    satisfaction_scores: satisfaction_scores.Params | None = None
    tallies: tallies.Params | None = None
    work_score: work_score.Params | None = None
    app_editions: app_editions.Params | None = None
    channel_publication: channel_publication.Params | None = None
    coverage: coverage.Params | None = None
    disclosure: disclosure.Params | None = None
    duty_roster: duty_roster.Params | None = None
    network: network.Params | None = None
    premises: premises.Params | None = None
    regulation: regulation.Params | None = None
    services: services.Params | None = None
    staffing: staffing.Params | None = None

    @flow.default
    def _one_flow(self) -> Flow:
        return flow_of(self.workflow)


PARAMS: dict[str, type] = {
    name: get_args(hint)[0]
    for name, hint in get_type_hints(PolicyPack).items()
    if name not in {"label", "findings", "flow"}
}
"""The rules of a policy file, each with the class of its parameters."""
