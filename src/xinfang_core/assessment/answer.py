"""What an assessment holds, and how it explains itself (评估结论)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import fields_dict, frozen, has

from xinfang_core import messages
from xinfang_core.assessment.decided import RULES
from xinfang_core.deadline import Deadline
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.sources import weakest
from xinfang_core.vocabulary import Absent, AwardKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from xinfang_core.assessment.owed import Obligation
    from xinfang_core.decision import Decision, Finding
    from xinfang_core.messages import Lang
    from xinfang_core.rules.follow_through.dual_appraisal import Appraisal
    from xinfang_core.rules.follow_through.follow_up import Followed
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
    from xinfang_core.sources import Citation
    from xinfang_core.vocabulary import (
        AcceptanceDecider,
        Basis,
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


@frozen(slots=False)
class Assessment:
    """All decisions about one case on one day; a rule that the policy lacks is None.

    Attributes:
        case_no: the case.
        policy: the editions that applied, and the variant.
        as_of: the day asked about; later events are not known yet.
        obligations: what is owed next, soonest first.
        findings: what is out of order.

    """

    case_no: str
    policy: str
    as_of: date
    obligations: tuple[Obligation, ...]
    findings: tuple[Finding, ...]
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

    def decisions(self) -> Iterator[tuple[str, Decision[object]]]:
        """The decisions by the names of their rules."""
        for name in RULES:
            decision = getattr(self, name)
            if decision is not None:
                yield name, decision

    @property
    def weakest(self) -> Citation | None:
        """The weakest value or reading that any answer rests on; what lacks one rests on none."""
        answers = (one for _, one in self.decisions() if not one.is_undetermined)
        cited = (decision.weakest for decision in answers)
        return weakest(citation for citation in cited if citation)

    @property
    def weakest_basis(self) -> Basis | None:
        """The weakest basis that any decision rests on; None where nothing is decided."""
        cited = self.weakest
        return cited.basis if cited else None

    def explain(self, lang: Lang = "zh") -> str:
        """Everything in words: the weakest basis first, then each decision with its reasons."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        head = {"case_no": self.case_no, "policy": self.policy, "as_of": self.as_of}
        yield messages.render("assessment.head", head, lang)
        cited = self.weakest
        if cited is not None:
            rests = {"basis": cited.basis, "citation": cited.text(lang), "note": cited.note}
            yield messages.render("assessment.rests_on", rests, lang)
        for name, decision in self.decisions():
            yield f"{messages.render(f'rule.{name}', {}, lang)}: {outcome_text(decision, lang)}"
            yield from (f"  - {reason.cited_text(lang)}" for reason in decision.reasons)
        for finding in self.findings:
            facts = {"severity": finding.severity, "text": finding.reason.cited_text(lang)}
            yield messages.render("assessment.finding", facts, lang)
        yield from (obligation.text(lang) for obligation in self.obligations)


def assembled(
    case_no: str,
    policy: str,
    as_of: date,
    obligations: tuple[Obligation, ...],
    findings: tuple[Finding, ...],
    decided: Mapping[str, Decision[object] | None],
) -> Assessment:
    """What the generated constructor of ``Assessment`` does, without unpacking 70 names.

    ``decided`` has every rule by its name.
    """
    made = object.__new__(Assessment)
    vars(made).update(
        decided,
        case_no=case_no,
        policy=policy,
        as_of=as_of,
        obligations=obligations,
        findings=findings,
    )
    return made


_NO_LIMIT = frozenset({"deadline.no_limit", "handling_deadline.no_day_count"})
"""Reasons why there is nothing to count, as against a limit that is not asked about."""


def outcome_text(decision: Decision[object], lang: Lang = "zh") -> str:
    """The outcome of a decision in a few words."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        code = "deadline.text" if outcome.due else "deadline.text_undated"
        facts = {
            "status": outcome.status,
            "due": outcome.due,
            "days": outcome.overdue_working_days,
        }
        if outcome.status in {Status.late, Status.overdue}:
            code += "_overdue" if outcome.overdue_working_days else "_overdue_at_rest"
        return messages.render(code, facts, lang)
    if outcome is Absent.none:
        unlimited = any(reason.code in _NO_LIMIT for reason in decision.reasons)
        return messages.render("outcome.no_limit" if unlimited else "outcome.none", {}, lang)
    if isinstance(outcome, Award):
        award = {"kind": outcome.kind, "amount": outcome.amount}
        paid = outcome.kind is AwardKind.money
        return messages.render("award.text" if paid else "award.text_appraisal", award, lang)
    return _spoken(outcome, lang)


def _spoken(value: object, lang: Lang) -> str:
    """A value in words; of a value with parts, the parts that say something."""
    kind = type(value)
    if isinstance(value, messages.Speaks) or not has(kind):
        return messages.words(value, lang)
    parts = (getattr(value, name) for name in fields_dict(kind))
    told = (part for part in parts if part not in (None, (), False))
    return ("；" if lang == "zh" else "; ").join(_listed(part, lang) for part in told)


def _listed(part: object, lang: Lang) -> str:
    """A part in words; several of a kind as a list."""
    if type(part) is tuple:
        return ("、" if lang == "zh" else ", ").join(_spoken(one, lang) for one in part)
    return _spoken(part, lang)
