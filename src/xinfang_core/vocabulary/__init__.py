"""The closed lists of the field (术语表), each loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    # fmt: off
    # isort: off
    from xinfang_core.vocabulary.agents import (
        AgentRequirement, CoordinationGround, Cycle, Eligibility, Offer, Priority, ProxyRoute,
        Recurring, RegulationItem,
    )
    from xinfang_core.vocabulary.awards import AwardKind, AwardLevel, AwardScheme, Grade, Settled
    from xinfang_core.vocabulary.dates import Certainty, OpenCases, Status, Unit
    from xinfang_core.vocabulary.declared import (
        Better, Declarations, Declared, Dimension, LimitName, MatterFact, MatterFlag, MatterKind,
        MeasureName, PaidBy, PaidFor, RateLine, ScoreShape, Step, Truth,
    )
    from xinfang_core.vocabulary.district import (
        AppEdition, AppInstallation, AppUser, FeedbackCase, FloorArea, HotTopic, IntakeChannel,
        LevelColour, ScoreScheme, ServiceCentre, WorkMeasure,
    )
    from xinfang_core.vocabulary.documents import Audience, LetterKind, LetterLayout, PartyRole
    from xinfang_core.vocabulary.events import (
        EventKind, FeedbackMode, LadderMeasure, SupervisionStep, SuspensionCause,
    )
    from xinfang_core.vocabulary.limits import (
        EvaluationState, OverdueScheme, Procedure, SimplifiedExclusion,
    )
    from xinfang_core.vocabulary.market import (
        JointMeasure, Lead, Medium, ProxyDuty, ProxyPost, RatingChannel, RegistrationWay,
        ServiceStep, Treatment,
    )
    from xinfang_core.vocabulary.matters import (
        CaseClass, CaseStage, CaseWeight, Conduct, DocumentForm, EarlierStage, HandlingScope,
        PetitionForm, Purpose, RefusalCondition, ReplyKind, Route, Severity, Sign,
    )
    from xinfang_core.vocabulary.measures import Measure
    from xinfang_core.vocabulary.national import (
        AcceptanceDecider, ComparedPerson, FollowUp, ForbiddenAct, GuidanceStep, HandlingDuty,
        HearingGround, Intake, LevelReach, LimitOrigin, OpinionPart, OpinionResult, OutsideAs,
        PetitionPart, PetitionSize, Promptness, PublishedItem, Recipient, Repetition, ReportContent,
        ReportCycle, RouteResult, SameTest, Settlement, SettlementDocument, Subject, SuggestionKind,
        VisitLevel, WrittenBy,
    )
    from xinfang_core.vocabulary.network import NetworkSum, NetworkUnit
    from xinfang_core.vocabulary.pace import (
        Force, FullTimeCounting, Indicator, MemberSource, Official, OpenMatters, Rounding,
        ServiceCharge, ServiceSite, StaffingItem, Tally, WorkKind, Workplace, WriteOffState,
    )
    from xinfang_core.vocabulary.people import (
        AgentCategory, Level, MandateProof, ProxyForm, ReceivingBody, Role,
    )
    from xinfang_core.vocabulary.proxy import (
        AnswerableFor, ContactRole, DisclosureItem, MandateState, MeetingScheme, RosterDays,
    )
    from xinfang_core.vocabulary.services import Service
    from xinfang_core.vocabulary.sourcing import Absent, Basis, Undetermined
    from xinfang_core.vocabulary.terms import Term, TermType, find_term
    # isort: on
    # fmt: on
else:
    # Type checkers are not told, so that they refuse a name that is not there.
    __getattr__ = lazily(
        __name__,
        {
            "terms": "Term TermType find_term",
            "agents": (
                "AgentRequirement CoordinationGround Cycle Eligibility Offer Priority ProxyRoute "
                "Recurring RegulationItem"
            ),
            "awards": "AwardKind AwardLevel AwardScheme Grade Settled",
            "dates": "Certainty OpenCases Status Unit",
            "declared": (
                "Better Declarations Declared Dimension LimitName MatterFact MatterFlag MatterKind "
                "MeasureName PaidBy PaidFor RateLine ScoreShape Step Truth"
            ),
            "district": (
                "AppEdition AppInstallation AppUser FeedbackCase FloorArea HotTopic IntakeChannel "
                "LevelColour ScoreScheme ServiceCentre WorkMeasure"
            ),
            "documents": "Audience LetterKind LetterLayout PartyRole",
            "events": "EventKind FeedbackMode LadderMeasure SupervisionStep SuspensionCause",
            "limits": "EvaluationState OverdueScheme Procedure SimplifiedExclusion",
            "market": (
                "JointMeasure Lead Medium ProxyDuty ProxyPost RatingChannel RegistrationWay "
                "ServiceStep Treatment"
            ),
            "matters": (
                "CaseClass CaseStage CaseWeight Conduct DocumentForm EarlierStage HandlingScope "
                "PetitionForm Purpose RefusalCondition ReplyKind Route Severity Sign"
            ),
            "measures": "Measure",
            "national": (
                "AcceptanceDecider ComparedPerson FollowUp ForbiddenAct GuidanceStep HandlingDuty "
                "HearingGround Intake LevelReach LimitOrigin OpinionPart OpinionResult "
                "OutsideAs PetitionPart PetitionSize Promptness PublishedItem Recipient Repetition "
                "ReportContent ReportCycle RouteResult SameTest Settlement SettlementDocument "
                "Subject SuggestionKind VisitLevel WrittenBy"
            ),
            "network": "NetworkSum NetworkUnit",
            "pace": (
                "Force FullTimeCounting Indicator MemberSource Official OpenMatters Rounding "
                "ServiceCharge ServiceSite StaffingItem Tally WorkKind Workplace WriteOffState"
            ),
            "people": "AgentCategory Level MandateProof ProxyForm ReceivingBody Role",
            "proxy": (
                "AnswerableFor ContactRole DisclosureItem MandateState MeetingScheme RosterDays"
            ),
            "services": "Service",
            "sourcing": "Absent Basis Undetermined",
        },
    )

# fmt: off
__all__ = [
    "Absent", "AcceptanceDecider", "AgentCategory", "AgentRequirement", "AnswerableFor",
    "AppEdition", "AppInstallation", "AppUser", "Audience", "AwardKind", "AwardLevel",
    "AwardScheme", "Basis", "Better", "CaseClass", "CaseStage", "CaseWeight", "Certainty",
    "ComparedPerson", "Conduct", "ContactRole", "CoordinationGround", "Cycle", "Declarations",
    "Declared", "Dimension", "DisclosureItem", "DocumentForm", "EarlierStage", "Eligibility",
    "EvaluationState", "EventKind", "FeedbackCase", "FeedbackMode", "FloorArea", "FollowUp",
    "ForbiddenAct", "Force", "FullTimeCounting", "Grade", "GuidanceStep", "HandlingDuty",
    "HandlingScope", "HearingGround", "HotTopic", "Indicator", "Intake", "IntakeChannel",
    "JointMeasure", "LadderMeasure", "Lead", "LetterKind", "LetterLayout", "Level", "LevelColour",
    "LevelReach", "LimitName", "LimitOrigin", "MandateProof", "MandateState", "MatterFact",
    "MatterFlag", "MatterKind", "Measure", "MeasureName", "Medium", "MeetingScheme", "MemberSource",
    "NetworkSum", "NetworkUnit", "Offer", "Official", "OpenCases", "OpenMatters", "OpinionPart",
    "OpinionResult", "OutsideAs", "OverdueScheme", "PaidBy", "PaidFor", "PartyRole", "PetitionForm",
    "PetitionPart", "PetitionSize", "Priority", "Procedure", "Promptness", "ProxyDuty", "ProxyForm",
    "ProxyPost", "ProxyRoute", "PublishedItem", "Purpose", "RateLine", "RatingChannel",
    "ReceivingBody", "Recipient", "Recurring", "RefusalCondition", "RegistrationWay",
    "RegulationItem", "Repetition", "ReplyKind", "ReportContent", "ReportCycle", "Role",
    "RosterDays", "Rounding", "Route", "RouteResult", "SameTest", "ScoreScheme", "ScoreShape",
    "Service", "ServiceCentre", "ServiceCharge", "ServiceSite", "ServiceStep", "Settled",
    "Settlement", "SettlementDocument", "Severity", "Sign", "SimplifiedExclusion", "StaffingItem",
    "Status", "Step", "Subject", "SuggestionKind", "SupervisionStep", "SuspensionCause", "Tally",
    "Term", "TermType", "Treatment", "Truth", "Undetermined", "Unit", "VisitLevel", "WorkKind",
    "WorkMeasure", "Workplace", "WriteOffState", "WrittenBy", "find_term",
]
# fmt: on
