"""The work calendar (工作日历) and the counting of periods (期间的计算), loaded when used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.lazy import lazily

if TYPE_CHECKING:
    from xinfang_core.calendar.between import (
        DayCount,
        TimeLeft,
        count_days,
        time_left,
        working_day_before,
    )
    from xinfang_core.calendar.changes import ChangedDay, changed_days
    from xinfang_core.calendar.counting import last_day
    from xinfang_core.calendar.day_by_day import DayLine, day_table
    from xinfang_core.calendar.days import CalendarDay, DayKind
    from xinfang_core.calendar.ending import LastDay, earlier_of
    from xinfang_core.calendar.mainland import region_notices, regions
    from xinfang_core.calendar.notice import ArrangedDay, Notice, Scope
    from xinfang_core.calendar.office_hours import (
        OfficeHours,
        OfficeMoment,
        OfficeSpan,
        add_office_time,
        counts_for,
        due_moment,
        end_moment,
        office_time_between,
    )
    from xinfang_core.calendar.peer import peer_differences
    from xinfang_core.calendar.plausibility import warnings
    from xinfang_core.calendar.provenance import ImportedNotice, Provenance
    from xinfang_core.calendar.suspension import Suspension
    from xinfang_core.calendar.work_calendar import WorkCalendar, mainland_calendar
else:
    # Type checkers are not told, so that they refuse a name that is not there.
    __getattr__ = lazily(
        __name__,
        {
            "between": "DayCount TimeLeft count_days time_left working_day_before",
            "changes": "ChangedDay changed_days",
            "counting": "last_day",
            "day_by_day": "DayLine day_table",
            "days": "CalendarDay DayKind",
            "ending": "LastDay earlier_of",
            "mainland": "region_notices regions",
            "notice": "ArrangedDay Notice Scope",
            "office_hours": """
                OfficeHours OfficeMoment OfficeSpan add_office_time counts_for due_moment
                end_moment office_time_between
            """,
            "peer": "peer_differences",
            "plausibility": "warnings",
            "provenance": "ImportedNotice Provenance",
            "suspension": "Suspension",
            "work_calendar": "WorkCalendar mainland_calendar",
        },
    )

__all__ = [
    "ArrangedDay",
    "CalendarDay",
    "ChangedDay",
    "DayCount",
    "DayKind",
    "DayLine",
    "ImportedNotice",
    "LastDay",
    "Notice",
    "OfficeHours",
    "OfficeMoment",
    "OfficeSpan",
    "Provenance",
    "Scope",
    "Suspension",
    "TimeLeft",
    "WorkCalendar",
    "add_office_time",
    "changed_days",
    "count_days",
    "counts_for",
    "day_table",
    "due_moment",
    "earlier_of",
    "end_moment",
    "last_day",
    "mainland_calendar",
    "office_time_between",
    "peer_differences",
    "region_notices",
    "regions",
    "time_left",
    "warnings",
    "working_day_before",
]
