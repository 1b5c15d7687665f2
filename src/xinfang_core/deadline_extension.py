"""What an approved extension means for a limit whose source has no word on extensions (延期未载明).

The regulation extends its own handling limit. Whether that lengthens another limit as well, a
source that is silent does not say: past the limit, as long as the extension would last, nobody is
called late; past both, the limit was missed either way.

What a register keeps of an extension is a number of days (延长天数): working days on top of
working days, and calendar days on top of anything else, months among them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from xinfang_core.calendar import last_day
from xinfang_core.calendar.plain import months_and_days
from xinfang_core.deadline import Deadline
from xinfang_core.deadline_reasons import OF_OVERDUE
from xinfang_core.decision import Decision, Reason
from xinfang_core.periods import LONGEST, CalendarDays, Months, WorkingDays
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Basis, EventKind, Status

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Event, History
    from xinfang_core.deadline import Clock
    from xinfang_core.periods import Period
    from xinfang_core.sources import Sourced

NOT_STATED = Citation(
    source="",
    clause="未写延期的期限",
    phrase="",
    basis=Basis.interpreted,
    note="批准的延期属条例的办理期限；本项期限的来源未写延期，是否一并延长未载明：按一并延长仍逾期的才认定逾期，其余不作认定",
)
"""An extension belongs to the handling limit; whether it holds for another one is not stated."""

_EXTEND: Final = EventKind.extend
_LATE, _OVERDUE = Status.late, Status.overdue
_TOLD = OF_OVERDUE | {"deadline.late", "deadline.late_at_rest"}


def unless_extended(
    decision: Decision[Deadline],
    history: History,
    limit: Sourced[object] | None,
    calendar: WorkCalendar,
    through: date,
) -> Decision[Deadline]:
    """The decision, unless the limit would have been met with an extension approved in its time.

    Args:
        decision: where the limit stands by itself.
        history: the events of the round.
        limit: the limit; None for a day that was set.
        calendar: the working days.
        through: the day of the act that meets the limit, or the day asked about.

    """
    deadline = decision.outcome
    if not isinstance(deadline, Deadline) or deadline.due is None:
        return decision
    if deadline.status is not _LATE and deadline.status is not _OVERDUE:
        return decision
    granted = _granted(history, deadline.due)
    if not granted:
        return decision
    facts = (("at", granted[-1].day), ("due", deadline.due))
    if is_past(history, limit, deadline.due, calendar, through):
        even_so = Reason("deadline.extension_even_so", facts, NOT_STATED)
        return decision._replace(reasons=(*decision.reasons, even_so))
    done = deadline.status is _LATE
    code = "deadline.extension_not_stated" if done else "deadline.extension_not_stated_open"
    status = Status.undetermined if done else Status.open
    outcome = deadline._replace(status=status, overdue_working_days=0)
    # What only explains the overdue days goes with them.
    kept = tuple(one for one in decision.reasons if one.code not in _TOLD)
    told = Reason(code, facts, NOT_STATED, ("extension",))
    return Decision(outcome, (*kept, told), decision.findings)


def is_past(
    history: History,
    limit: Sourced[object] | None,
    due: date,
    calendar: WorkCalendar,
    through: date,
) -> bool:
    """Whether ``due`` has passed, even if the extensions approved by then hold for it.

    The arguments are those of ``unless_extended``.
    """
    granted = _granted(history, due)
    if not granted:
        return through > due
    count = min(sum(event.extension or 0 for event in granted), LONGEST)
    unit = WorkingDays if limit and isinstance(limit.value, WorkingDays) else CalendarDays
    # From the last day as it was moved on, so that nobody is called late by how that is read.
    longer = last_day(calendar, due, unit(count))
    return longer is not None and through > longer.latest


def granted_days(clock: Clock, days: int, most: Period | None) -> tuple[Period, bool]:
    """What an extension of so many days adds to a limit, and whether it was cut to the longest.

    Args:
        clock: the limit, which has begun, with what was granted before.
        days: the days granted.
        most: the longest that may be granted, in the unit of the limit; None: no bound is told.

    """
    # The clock has begun, so its limit is a period.
    limit: Any = clock.limit.value
    count = min(days, LONGEST)
    if not isinstance(limit, Months):
        longest = most.count if most else count
        return evolve(most or limit, count=min(count, longest)), count > longest
    asked = CalendarDays(count)
    if isinstance(most, Months) and _end(clock, asked) > _end(clock, most):
        return most, True
    return asked, False


def _end(clock: Clock, more: Months | CalendarDays) -> date:
    """Where months end, before any rolling, with what was granted before and ``more`` on top."""
    started: Any = clock.started
    granted: Any = clock.extra
    limit: Any = clock.limit.value
    return months_and_days(started, (limit, *granted, more)) or date.max


def _granted(history: History, due: date) -> tuple[Event, ...]:
    """The extensions that were approved while a limit that ends on ``due`` was running."""
    return tuple(event for event in history.all(_EXTEND) if event.day <= due)
