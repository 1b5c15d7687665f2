"""The closed lists of the field (术语表), each loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    from xinfang_core.vocabulary.awards import (
        AwardKind,
        AwardLevel,
        AwardScheme,
        Grade,
        Settled,
    )
    from xinfang_core.vocabulary.dates import (
        Certainty,
        Status,
        Unit,
    )
    from xinfang_core.vocabulary.events import (
        EventKind,
        FeedbackMode,
        LadderMeasure,
        SupervisionStep,
        SuspensionCause,
    )
    from xinfang_core.vocabulary.matters import (
        CaseClass,
        CaseStage,
        CaseWeight,
        Conduct,
        DocumentForm,
        EarlierStage,
        HandlingScope,
        PetitionForm,
        Purpose,
        ReplyKind,
        Route,
        Severity,
        Sign,
    )
    from xinfang_core.vocabulary.measures import (
        Measure,
    )
    from xinfang_core.vocabulary.people import (
        AgentCategory,
        Level,
        MandateProof,
        ProxyForm,
        Role,
    )
    from xinfang_core.vocabulary.sourcing import (
        Absent,
        Basis,
        Undetermined,
    )
    from xinfang_core.vocabulary.terms import (
        Term,
        TermType,
        find_term,
    )

__all__ = [
    "Absent",
    "AgentCategory",
    "AwardKind",
    "AwardLevel",
    "AwardScheme",
    "Basis",
    "CaseClass",
    "CaseStage",
    "CaseWeight",
    "Certainty",
    "Conduct",
    "DocumentForm",
    "EarlierStage",
    "EventKind",
    "FeedbackMode",
    "Grade",
    "HandlingScope",
    "LadderMeasure",
    "Level",
    "MandateProof",
    "Measure",
    "PetitionForm",
    "ProxyForm",
    "Purpose",
    "ReplyKind",
    "Role",
    "Route",
    "Settled",
    "Severity",
    "Sign",
    "Status",
    "SupervisionStep",
    "SuspensionCause",
    "Term",
    "TermType",
    "Undetermined",
    "Unit",
    "find_term",
]

__getattr__ = lazily(
    __name__,
    {
        "terms": "Term TermType find_term",
        "awards": "AwardKind AwardLevel AwardScheme Grade Settled",
        "dates": "Certainty Status Unit",
        "events": "EventKind FeedbackMode LadderMeasure SupervisionStep SuspensionCause",
        "matters": (
            "CaseClass CaseStage CaseWeight Conduct DocumentForm EarlierStage HandlingScope "
            "PetitionForm Purpose ReplyKind Route Severity Sign"
        ),
        "measures": "Measure",
        "people": "AgentCategory Level MandateProof ProxyForm Role",
        "sourcing": "Absent Basis Undetermined",
    },
)
