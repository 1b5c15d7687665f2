"""Which cases need an act, and which of them first (急办)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar import count_days, last_day
from xinfang_core.periods import WorkingDays
from xinfang_core.vocabulary import Severity

if TYPE_CHECKING:
    from xinfang_core.assessment import Assessment, Obligation
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Finding

SOON = 5
"""Working days after the day asked about within which a limit ends soon."""


@frozen
class Urgent:
    """A case that needs an act (待处理): what is owed first, or what was violated.

    Attributes:
        case_no: the case.
        violation: the first violation; None where there is none.
        obligation: what is owed first; None where nothing is.
        overdue_working_days: working days since the last day of what is owed.
        left_working_days: working days up to that day; None where it has passed.

    """

    case_no: str
    violation: Finding | None
    obligation: Obligation | None
    overdue_working_days: int = 0
    left_working_days: int | None = None

    @property
    def due(self) -> date | None:
        """The last day of what is owed; None where there is none."""
        return self.obligation.due if self.obligation else None

    @property
    def rank(self) -> tuple[bool, int, date, str]:
        """Violations first, then the longest overdue, then what ends first, then the number."""
        days = self.overdue_working_days
        return not self.violation, -days, self.due or date.max, self.case_no


def soon_after(as_of: date, days: int, calendar: WorkCalendar) -> date:
    """The last of ``days`` working days after ``as_of``; ``as_of`` where that leaves the calendar.

    With 0 working days only what has passed, or ends that day, is urgent.
    """
    last = last_day(calendar, as_of, WorkingDays(days)) if days else None
    return last.due if last else as_of


def urgent(answer: Assessment, calendar: WorkCalendar, soon: date) -> Urgent | None:
    """Why a case needs an act; None where it needs none.

    Args:
        answer: all decisions about the case.
        calendar: the working days.
        soon: what ends after this day can wait.

    """
    violations = (one for one in answer.findings if one.severity is Severity.violation)
    violation = next(violations, None)
    # The soonest comes first, what has no last day comes last.
    owed = answer.obligations[0] if answer.obligations else None
    due = owed.due if owed else None
    pressing = due is not None and due <= soon
    if not (violation or pressing):
        return None
    if owed is None or due is None or not pressing:
        return Urgent(answer.case_no, violation, owed)
    if owed.overdue:
        counted = count_days(calendar, due, answer.as_of)
        return Urgent(answer.case_no, violation, owed, counted.working_days if counted else 0)
    counted = count_days(calendar, answer.as_of, due)
    left = counted.working_days if counted else None
    return Urgent(answer.case_no, violation, owed, left_working_days=left)
