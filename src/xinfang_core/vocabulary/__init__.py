"""The closed lists of the field (术语表), each loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    from xinfang_core.vocabulary.awards import AwardKind, AwardLevel, AwardScheme, Grade, Settled
    from xinfang_core.vocabulary.dates import Certainty, Status, Unit
    from xinfang_core.vocabulary.matters import (
        CaseClass,
        EventKind,
        HandlingScope,
        ReplyKind,
        Route,
        Severity,
    )
    from xinfang_core.vocabulary.people import AgentCategory, Role
    from xinfang_core.vocabulary.sourcing import Absent, Basis, Undetermined
    from xinfang_core.vocabulary.terms import Term, TermType, find_term

__all__ = [
    "Absent",
    "AgentCategory",
    "AwardKind",
    "AwardLevel",
    "AwardScheme",
    "Basis",
    "CaseClass",
    "Certainty",
    "EventKind",
    "Grade",
    "HandlingScope",
    "ReplyKind",
    "Role",
    "Route",
    "Settled",
    "Severity",
    "Status",
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
        "dates": "Unit Certainty Status",
        "sourcing": "Basis Absent Undetermined",
        "matters": "EventKind CaseClass Route HandlingScope ReplyKind Severity",
        "people": "AgentCategory Role",
        "awards": "Grade Settled AwardKind AwardLevel AwardScheme",
    },
)
