"""Rules as code for proxy petition work (信访代办): facts, policy and calendar in, answers out.

The public names. Each is loaded when it is first used: hosts notice start-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    from xinfang_core.assessment import Assessment, Obligation, assess
    from xinfang_core.calendar import (
        ArrangedDay,
        LastDay,
        LedgerDay,
        Notice,
        WorkCalendar,
        last_day,
        ledger,
        mainland_calendar,
    )
    from xinfang_core.case import Agent, Case, Event, History
    from xinfang_core.codec import Records, assessment_json, read_records
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision, Finding, Reason
    from xinfang_core.errors import (
        Fault,
        InvalidFactError,
        MisuseError,
        PolicyDataError,
        RecordError,
        UnknownNameError,
        XinfangError,
    )
    from xinfang_core.periods import CalendarDays, Months, Period, WorkingDays
    from xinfang_core.policy import Policy, PolicyPack, load_policy, policy_ids, read_policy
    from xinfang_core.rules.incentive import Award
    from xinfang_core.sources import Citation, Sourced, Table
    from xinfang_core.vocabulary import (
        Absent,
        AgentCategory,
        AwardKind,
        AwardLevel,
        Basis,
        CaseClass,
        Certainty,
        EventKind,
        Grade,
        ReplyKind,
        Role,
        Route,
        Settled,
        Severity,
        Status,
        Undetermined,
        Unit,
    )

__all__ = [
    "Absent",
    "Agent",
    "AgentCategory",
    "ArrangedDay",
    "Assessment",
    "Award",
    "AwardKind",
    "AwardLevel",
    "Basis",
    "CalendarDays",
    "Case",
    "CaseClass",
    "Certainty",
    "Citation",
    "Deadline",
    "Decision",
    "Event",
    "EventKind",
    "Fault",
    "Finding",
    "Grade",
    "History",
    "InvalidFactError",
    "LastDay",
    "LedgerDay",
    "MisuseError",
    "Months",
    "Notice",
    "Obligation",
    "Period",
    "Policy",
    "PolicyDataError",
    "PolicyPack",
    "Reason",
    "RecordError",
    "Records",
    "ReplyKind",
    "Role",
    "Route",
    "Settled",
    "Severity",
    "Sourced",
    "Status",
    "Table",
    "Undetermined",
    "Unit",
    "UnknownNameError",
    "WorkCalendar",
    "WorkingDays",
    "XinfangError",
    "assess",
    "assessment_json",
    "last_day",
    "ledger",
    "load_policy",
    "mainland_calendar",
    "policy_ids",
    "read_policy",
    "read_records",
]

__getattr__ = lazily(
    __name__,
    {
        "assessment": (
            "Assessment",
            "Obligation",
            "assess",
        ),
        "calendar": (
            "ArrangedDay",
            "LastDay",
            "LedgerDay",
            "Notice",
            "WorkCalendar",
            "last_day",
            "ledger",
            "mainland_calendar",
        ),
        "case": (
            "Agent",
            "Case",
            "Event",
            "History",
        ),
        "codec": (
            "Records",
            "assessment_json",
            "read_records",
        ),
        "deadline": ("Deadline",),
        "decision": (
            "Decision",
            "Finding",
            "Reason",
        ),
        "errors": (
            "Fault",
            "InvalidFactError",
            "MisuseError",
            "PolicyDataError",
            "RecordError",
            "UnknownNameError",
            "XinfangError",
        ),
        "periods": (
            "CalendarDays",
            "Months",
            "Period",
            "WorkingDays",
        ),
        "policy": (
            "Policy",
            "PolicyPack",
            "load_policy",
            "policy_ids",
            "read_policy",
        ),
        "rules.incentive": ("Award",),
        "sources": (
            "Citation",
            "Sourced",
            "Table",
        ),
        "vocabulary": (
            "Absent",
            "AgentCategory",
            "AwardKind",
            "AwardLevel",
            "Basis",
            "CaseClass",
            "Certainty",
            "EventKind",
            "Grade",
            "ReplyKind",
            "Role",
            "Route",
            "Settled",
            "Severity",
            "Status",
            "Undetermined",
            "Unit",
        ),
    },
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
