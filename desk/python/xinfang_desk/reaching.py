"""What the rules about one case read (规则所用): by each fact the rules that it reaches.

A test compares the facts with those that change the decisions of every rule.
"""

from __future__ import annotations

from typing import Final

_SIMPLIFIED: Final = (
    "simplified_procedure simplified_transfer_deadline "
    "simplified_acceptance_deadline simplified_handling_deadline"
)
_BY_CLASS: Final = (
    "case_class appeal_route class_handling confidentiality "
    "handling_deadline review_request_deadline"
)
_AGAIN: Final = "repeat_petition case_stage growth_signs"
_LEVELS: Final = "skip_level growth_signs visit_guidance"
_WEIGHT: Final = "case_weight joint_handling self_service"
_HARD: Final = "class_handling work_kind progress_feedback_deadline resolution_deadline"

RULES_OF_FACT: Final = {
    "category": "reply_kind reply_deadline",
    "urgent": "reply_kind urgent_report reply_deadline",
    "social_impact": "urgent_report",
    "needs_investigation": "reply_kind reply_deadline",
    "consultation": "reply_kind reply_deadline",
    "case_class": _BY_CLASS,
    "route": (
        f"appeal_route class_handling {_SIMPLIFIED} "
        "handling_deadline review_request_deadline admissibility"
    ),
    "handling_opinion": "review_request_deadline",
    "contact_unclear": "notice_deadline copied_notice exposure",
    "settled": "incentive",
    "purpose": _BY_CLASS,
    "form": "group_petition skip_level",
    "received_by": "transfer_deadline notice_deadline",
    "people": "group_petition growth_signs feedback_mode",
    "representatives": "group_petition visit_guidance",
    "group": "group_petition growth_signs feedback_mode",
    "same_person": f"{_AGAIN} self_service",
    "same_matter": f"{_AGAIN} self_service",
    "same_grounds": "admissibility",
    "earlier_stage": f"{_SIMPLIFIED} admissibility",
    "repeats": "supervision_letters",
    "earlier_within_limit": "admissibility",
    "visited_level": _LEVELS,
    "competent_level": _LEVELS,
    "not_competent": "objection_deadline",
    "major": f"{_HARD} urgent_report",
    "complicated": _HARD,
    "group_complex": _WEIGHT,
    "wide_reach": _WEIGHT,
    "case_weight": f"class_handling {_WEIGHT}",
    "case_stage": "case_stage",
    "document_form": "document_form",
    "intake_channel": "intake_channel",
    "hot_topic": "intake_channel",
    "village_can_handle": "handling_level colour acceptance_deadline",
    "town_can_handle": "handling_level colour",
    "city_level": "proxy_route",
    "multi_department": f"joint_acceptance {_SIMPLIFIED}",
    "cross_town": "proxy_route",
    "policy_bound": "feedback_mode",
    "resolvable": "resolution_deadline",
    "own_deadline": (
        "work_kind assigned_deadline progress_feedback_deadline resolution_deadline "
        "progress_report_deadline"
    ),
    "simplified": _SIMPLIFIED,
    "superior_assigned": f"{_SIMPLIFIED} assigned_deadline",
    "may_not_support": _SIMPLIFIED,
    "joint_signature": _SIMPLIFIED,
    "service_fee": "service_fee",
    "proxy_form": "proxy_form mandate",
    "mandate_agents": "mandate",
    "subject": "admissibility",
    "acceptance_disputed": "joint_acceptance",
    "common_superior": "joint_acceptance",
    "signs": "reminder growth_signs",
    "conduct": "supervision suggestion exposure",
    "mandate_proofs": "mandate",
    "agent_category": "agent_eligibility incentive",
    "agent_registered": "agent_eligibility",
    "agent_trained": "agent_eligibility",
    "agent_is_petitioner": "agent_eligibility incentive",
    "agent_works_offline": "proxy_route",
    "agent_first_contact": "first_contact",
    "petition": "outside",
    "outside_as": "outside",
}
"""By the name of a fact the rules that decide by it."""

ACTED_FOR: Final = {
    "proxy_form": "repeat_petition priority",
    "agent_category": "repeat_petition priority",
}
"""By what tells that somebody acts for the petitioner, the rules that ask who petitions."""

RULES_OF_STEP: Final = {
    "assign": "first_contact",
    "transfer": "first_contact",
    "sign_mandate": "mandate repeat_petition",
    "withdraw_mandate": "mandate promised_deadline",
    "start": "repeat_petition weekly_meeting",
    "meet": "weekly_meeting service_loop",
    "call": "service_loop",
    "handle": "acceptance_deadline service_loop",
    "promise": "promised_deadline document_form",
    "plan": "resolution_deadline progress_report_deadline",
    "resolve": "resolution_deadline progress_report_deadline acceptance_deadline",
    "report": "progress_report_deadline follow_up service_loop",
    "feed_back": "assigned_deadline progress_feedback_deadline service_loop",
    "inform": "feedback_mode service_loop",
    "revisit": "feedback_mode service_loop",
    "evaluate": "satisfaction evaluation_window_deadline incentive service_loop",
    "pay_award": "incentive",
    "write_off": "write_off service_loop",
    "supervise": "supervision exposure first_contact service_loop",
    "suggest": "suggestion",
    "escalate": "urgent_report",
    "extend": "handling_deadline",
    "suspend": "re_review_deadline",
    "resume": "re_review_deadline",
    "answer_suggestion": "suggestion_feedback_deadline",
    "refute_delivery": "re_review_request_deadline review_request_deadline incentive",
}
"""By the key of a step, beside those that a policy lists or names, the rules that look for it."""

RULES_OF_RECEIPT: Final = "notice_deadline objection_deadline simplified_acceptance_deadline"
"""The rules that ask when the matter came to the body, which any act of a body shows."""
