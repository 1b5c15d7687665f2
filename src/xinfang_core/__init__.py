"""Rules as code for proxy petition work (信访代办): facts, policy and calendar in, answers out.

What a host needs to bring one matter from its record to its answer. Each name is loaded when it
is first used: hosts notice start-up. Everything else that is public stands one level down, in the
``__all__`` of its topic: ``xinfang_core.calendar``, ``xinfang_core.periods`` and so on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    from xinfang_core.assessment import Assessment, Obligation, assess
    from xinfang_core.calendar import WorkCalendar, last_day, mainland_calendar
    from xinfang_core.case import Case, Event, History
    from xinfang_core.codec import (
        decode_case,
        decode_error,
        encode_assessment,
        encode_case,
        encode_error,
        read_records,
    )
    from xinfang_core.codec.notices import read_notice
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision, Finding, Reason
    from xinfang_core.errors import (
        InvalidFactError,
        MisuseError,
        PolicyDataError,
        RecordError,
        UnknownNameError,
        XinfangError,
    )
    from xinfang_core.policy import Policy, PolicyPack, load_policy, policy_ids, read_policy
    from xinfang_core.rechecking import recheck
    from xinfang_core.vocabulary import Absent, Basis, EventKind, Status, Undetermined
    from xinfang_core.workflow import may_follow, record
else:
    # Type checkers are not told, so that they refuse a name that is not there.
    __getattr__ = lazily(
        __name__,
        {
            "assessment": "Assessment Obligation assess",
            "calendar": "WorkCalendar last_day mainland_calendar",
            "case": "Case Event History",
            "codec": """
                decode_case decode_error encode_assessment encode_case encode_error read_records
            """,
            "codec.notices": "read_notice",
            "deadline": "Deadline",
            "decision": "Decision Finding Reason",
            "errors": """
                InvalidFactError MisuseError PolicyDataError RecordError
                UnknownNameError XinfangError
            """,
            "policy": "Policy PolicyPack load_policy policy_ids read_policy",
            "rechecking": "recheck",
            "vocabulary": "Absent Basis EventKind Status Undetermined",
            "workflow": "may_follow record",
        },
    )

__version__ = "0.2.0"
"""The version of the library (版本): every change of an answer raises it."""

__all__ = [
    "Absent",
    "Assessment",
    "Basis",
    "Case",
    "Deadline",
    "Decision",
    "Event",
    "EventKind",
    "Finding",
    "History",
    "InvalidFactError",
    "MisuseError",
    "Obligation",
    "Policy",
    "PolicyDataError",
    "PolicyPack",
    "Reason",
    "RecordError",
    "Status",
    "Undetermined",
    "UnknownNameError",
    "WorkCalendar",
    "XinfangError",
    "assess",
    "decode_case",
    "decode_error",
    "encode_assessment",
    "encode_case",
    "encode_error",
    "last_day",
    "load_policy",
    "mainland_calendar",
    "may_follow",
    "policy_ids",
    "read_notice",
    "read_policy",
    "read_records",
    "recheck",
    "record",
]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
