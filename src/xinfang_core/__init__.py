"""Rules as code for proxy petition work (信访代办): facts, policy and calendar in, answers out.

The public names. Each is loaded when it is first used: hosts notice start-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    from xinfang_core.assessment import (
        Assessment,
        Obligation,
        assess,
        counted_of,
        matter_of,
    )
    from xinfang_core.calendar import (
        ArrangedDay,
        CalendarDay,
        DayCount,
        DayLine,
        LastDay,
        Notice,
        OfficeHours,
        Scope,
        Suspension,
        TimeLeft,
        WorkCalendar,
        add_office_time,
        count_days,
        counts_for,
        day_table,
        due_moment,
        earlier_of,
        end_moment,
        last_day,
        mainland_calendar,
        regions,
        time_left,
    )
    from xinfang_core.case import (
        Agent,
        Case,
        Event,
        History,
    )
    from xinfang_core.codec import (
        AnswerEncoder,
        Decoded,
        ReadOptions,
        Records,
        RefusedRow,
        answer_lines,
        decode_case,
        decode_error,
        decode_record,
        encode_assessment,
        encode_case,
        encode_error,
        read_records,
    )
    from xinfang_core.codec.notices import (
        read_notice,
    )
    from xinfang_core.deadline import (
        Deadline,
    )
    from xinfang_core.decision import (
        Decision,
        Finding,
        Reason,
    )
    from xinfang_core.errors import (
        Fault,
        InvalidFactError,
        MisuseError,
        PolicyDataError,
        RecordError,
        UnknownNameError,
        XinfangError,
    )
    from xinfang_core.outside import (
        Outside,
    )
    from xinfang_core.periods import (
        CalendarDays,
        Hours,
        Minutes,
        Months,
        Period,
        SameDay,
        WorkingDays,
        WorkingHours,
    )
    from xinfang_core.policy import (
        Policy,
        PolicyPack,
        load_policy,
        policy_ids,
        read_policy,
    )
    from xinfang_core.rechecking import (
        Moved,
        recheck,
    )
    from xinfang_core.rules.follow_through.incentive import (
        Award,
    )
    from xinfang_core.sources import (
        Bands,
        Citation,
        CitedList,
        Sourced,
        Table,
    )
    from xinfang_core.vocabulary import (
        Absent,
        AgentCategory,
        AwardKind,
        AwardLevel,
        Basis,
        CaseClass,
        CaseStage,
        CaseWeight,
        Certainty,
        Conduct,
        DocumentForm,
        EarlierStage,
        EventKind,
        FeedbackMode,
        Grade,
        HotTopic,
        IntakeChannel,
        Level,
        MandateProof,
        OutsideAs,
        PetitionForm,
        ProxyForm,
        Purpose,
        ReceivingBody,
        ReplyKind,
        Role,
        Route,
        Settled,
        Severity,
        Sign,
        Status,
        Subject,
        SupervisionStep,
        SuspensionCause,
        Undetermined,
        Unit,
    )
    from xinfang_core.workflow import (
        Flow,
        may_follow,
        record,
    )

__version__ = "0.2.0"
"""The version of the library (版本): every change of an answer raises it."""

__all__ = [
    "Absent",
    "Agent",
    "AgentCategory",
    "AnswerEncoder",
    "ArrangedDay",
    "Assessment",
    "Award",
    "AwardKind",
    "AwardLevel",
    "Bands",
    "Basis",
    "CalendarDay",
    "CalendarDays",
    "Case",
    "CaseClass",
    "CaseStage",
    "CaseWeight",
    "Certainty",
    "Citation",
    "CitedList",
    "Conduct",
    "DayCount",
    "DayLine",
    "Deadline",
    "Decision",
    "Decoded",
    "DocumentForm",
    "EarlierStage",
    "Event",
    "EventKind",
    "Fault",
    "FeedbackMode",
    "Finding",
    "Flow",
    "Grade",
    "History",
    "HotTopic",
    "Hours",
    "IntakeChannel",
    "InvalidFactError",
    "LastDay",
    "Level",
    "MandateProof",
    "Minutes",
    "MisuseError",
    "Months",
    "Moved",
    "Notice",
    "Obligation",
    "OfficeHours",
    "Outside",
    "OutsideAs",
    "Period",
    "PetitionForm",
    "Policy",
    "PolicyDataError",
    "PolicyPack",
    "ProxyForm",
    "Purpose",
    "ReadOptions",
    "Reason",
    "ReceivingBody",
    "RecordError",
    "Records",
    "RefusedRow",
    "ReplyKind",
    "Role",
    "Route",
    "SameDay",
    "Scope",
    "Settled",
    "Severity",
    "Sign",
    "Sourced",
    "Status",
    "Subject",
    "SupervisionStep",
    "Suspension",
    "SuspensionCause",
    "Table",
    "TimeLeft",
    "Undetermined",
    "Unit",
    "UnknownNameError",
    "WorkCalendar",
    "WorkingDays",
    "WorkingHours",
    "XinfangError",
    "add_office_time",
    "answer_lines",
    "assess",
    "count_days",
    "counted_of",
    "counts_for",
    "day_table",
    "decode_case",
    "decode_error",
    "decode_record",
    "due_moment",
    "earlier_of",
    "encode_assessment",
    "encode_case",
    "encode_error",
    "end_moment",
    "last_day",
    "load_policy",
    "mainland_calendar",
    "matter_of",
    "may_follow",
    "policy_ids",
    "read_notice",
    "read_policy",
    "read_records",
    "recheck",
    "record",
    "regions",
    "time_left",
]

__getattr__ = lazily(
    __name__,
    {
        "assessment": "Assessment Obligation assess counted_of matter_of",
        "calendar": """
            ArrangedDay CalendarDay DayCount DayLine LastDay Notice
            OfficeHours Scope Suspension TimeLeft WorkCalendar add_office_time
            count_days counts_for day_table due_moment earlier_of end_moment
            last_day mainland_calendar regions time_left
        """,
        "case": "Agent Case Event History",
        "codec": """
            AnswerEncoder Decoded ReadOptions Records RefusedRow answer_lines
            decode_case decode_error decode_record encode_assessment encode_case
            encode_error read_records
        """,
        "codec.notices": "read_notice",
        "deadline": "Deadline",
        "decision": "Decision Finding Reason",
        "errors": """
            Fault InvalidFactError MisuseError PolicyDataError RecordError
            UnknownNameError XinfangError
        """,
        "outside": "Outside",
        "periods": "CalendarDays Hours Minutes Months Period SameDay WorkingDays WorkingHours",
        "policy": "Policy PolicyPack load_policy policy_ids read_policy",
        "rechecking": "Moved recheck",
        "rules.follow_through.incentive": "Award",
        "sources": "Bands Citation CitedList Sourced Table",
        "vocabulary": """
            Absent AgentCategory AwardKind AwardLevel Basis CaseClass CaseStage
            CaseWeight Certainty Conduct DocumentForm EarlierStage EventKind
            FeedbackMode Grade HotTopic IntakeChannel Level MandateProof
            OutsideAs PetitionForm ProxyForm Purpose ReceivingBody ReplyKind Role Route
            Settled Severity Sign Status Subject SupervisionStep SuspensionCause
            Undetermined Unit
        """,
        "workflow": "Flow may_follow record",
    },
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
