"""What is decided about a case, while it is being decided (逐项结论)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision
    from xinfang_core.rules.follow_through.dual_appraisal import Appraisal
    from xinfang_core.rules.follow_through.follow_up import Followed
    from xinfang_core.rules.follow_through.incentive import Award
    from xinfang_core.rules.follow_through.satisfaction import Satisfaction
    from xinfang_core.rules.follow_through.service_loop import Loop
    from xinfang_core.rules.follow_through.weekly_meeting import Meetings
    from xinfang_core.rules.follow_through.write_off import Closure
    from xinfang_core.rules.kind.appeal_route import AppealRoute
    from xinfang_core.rules.kind.case_stage import Staged
    from xinfang_core.rules.kind.case_weight import Weighed
    from xinfang_core.rules.kind.class_handling import Handling
    from xinfang_core.rules.people.confidentiality import Secrecy
    from xinfang_core.rules.people.first_contact import Charge
    from xinfang_core.rules.people.joint_handling import Arrangement
    from xinfang_core.rules.people.urgent_report import UrgentReport
    from xinfang_core.vocabulary import (
        AcceptanceDecider,
        CaseClass,
        Conduct,
        DocumentForm,
        Eligibility,
        FeedbackMode,
        GuidanceStep,
        Intake,
        IntakeChannel,
        Level,
        LevelColour,
        MandateState,
        Offer,
        PetitionSize,
        Priority,
        Procedure,
        ProxyForm,
        ProxyRoute,
        RegistrationWay,
        Repetition,
        ReplyKind,
        Role,
        ServiceCharge,
        SuggestionKind,
        SupervisionStep,
        VisitLevel,
        WorkKind,
    )


class Decided(TypedDict):
    """The decision of each rule, in the order of the rules; None where the policy lacks it.

    Every part of the assessment adds its own, and reads what those before it decided.
    """

    # What it is: kind.py
    case_class: Decision[CaseClass] | None
    appeal_route: Decision[AppealRoute] | None
    class_handling: Decision[Handling] | None
    reply_kind: Decision[ReplyKind] | None
    work_kind: Decision[WorkKind] | None
    document_form: Decision[DocumentForm] | None
    intake_channel: Decision[IntakeChannel] | None
    reminder: Decision[Role] | None
    repeat_petition: Decision[Repetition] | None
    group_petition: Decision[PetitionSize] | None
    skip_level: Decision[VisitLevel] | None
    case_weight: Decision[Weighed] | None
    case_stage: Decision[Staged] | None
    growth_signs: Decision[tuple[Offer, ...]] | None

    # Who does it: people.py
    handling_level: Decision[Level] | None
    colour: Decision[LevelColour] | None
    joint_acceptance: Decision[AcceptanceDecider] | None
    joint_handling: Decision[Arrangement] | None
    confidentiality: Decision[Secrecy] | None
    urgent_report: Decision[UrgentReport] | None
    self_service: Decision[RegistrationWay] | None
    proxy_form: Decision[ProxyForm] | None
    proxy_route: Decision[ProxyRoute] | None
    mandate: Decision[MandateState] | None
    agent_eligibility: Decision[Eligibility] | None
    first_contact: Decision[Charge] | None
    priority: Decision[tuple[Priority, ...]] | None
    service_fee: Decision[ServiceCharge] | None

    # By when: limits.py
    simplified_procedure: Decision[Procedure] | None
    simplified_transfer_deadline: Decision[Deadline] | None
    simplified_acceptance_deadline: Decision[Deadline] | None
    simplified_handling_deadline: Decision[Deadline] | None
    transfer_deadline: Decision[Deadline] | None
    notice_deadline: Decision[Deadline] | None
    objection_deadline: Decision[Deadline] | None
    assigned_deadline: Decision[Deadline] | None
    handling_deadline: Decision[Deadline] | None
    review_request_deadline: Decision[Deadline] | None
    review_deadline: Decision[Deadline] | None
    re_review_request_deadline: Decision[Deadline] | None
    re_review_deadline: Decision[Deadline] | None
    suggestion_feedback_deadline: Decision[Deadline] | None
    acceptance_deadline: Decision[Deadline] | None
    reply_deadline: Decision[Deadline] | None
    promised_deadline: Decision[Deadline] | None
    evaluation_window_deadline: Decision[Deadline] | None
    deployment_deadline: Decision[Deadline] | None
    progress_feedback_deadline: Decision[Deadline] | None
    resolution_deadline: Decision[Deadline] | None
    progress_report_deadline: Decision[Deadline] | None

    # What follows, and how well it was done: consequences.py
    admissibility: Decision[Intake] | None
    visit_guidance: Decision[tuple[GuidanceStep, ...]] | None
    weekly_meeting: Decision[Meetings] | None
    follow_up: Decision[Followed] | None
    feedback_mode: Decision[FeedbackMode] | None
    service_loop: Decision[Loop] | None
    write_off: Decision[Closure] | None
    supervision: Decision[tuple[Conduct, ...]] | None
    suggestion: Decision[tuple[SuggestionKind, ...]] | None
    supervision_letters: Decision[SupervisionStep] | None
    copied_notice: Decision[SupervisionStep] | None
    exposure: Decision[SupervisionStep] | None
    accountability: Decision[SupervisionStep] | None
    satisfaction: Decision[Satisfaction] | None
    dual_appraisal: Decision[Appraisal] | None
    incentive: Decision[Award] | None


RULES = tuple(Decided.__annotations__)
"""The rules in the order in which they are decided."""
