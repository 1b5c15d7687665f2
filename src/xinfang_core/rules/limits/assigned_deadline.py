"""By when must the result of an assigned matter be reported back? (交办反馈期限).

Source, 2022 regulation (信访工作条例) Art. 22(1)(三), 2005 regulation (信访条例) Art. 21(1)(四):
who assigns a matter may set a limit within which the result is fed back and a report handed in.
The limit is a day of the case, not of the regulation.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, judge_day, undetermined
from xinfang_core.deadline_reasons import NO_PAST_DAY
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Role, Severity

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History

SET_DAY = Citation(
    source="",
    clause="指定期限的届满日",
    phrase="",
    basis=Basis.interpreted,
    note="上级指定了具体日期的，以该日为最后一日，遇休息日不再顺延",
)
"""A day that a superior set is the last day, worked or not."""


DUTY = Duty(EventKind.feed_back, Role.handling_body, Role.petition_office, waits=True)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about assigned matters.

    Attributes:
        done_by: the event that meets the limit.

    """

    done_by: Sourced[EventKind]

    @cached_property
    def not_assigned(self) -> Decision[Deadline]:
        """The answer about a matter that no superior assigned."""
        reason = Reason("assigned_deadline.not_assigned", (), self.done_by.citation)
        return Decision(Absent.none, (reason,))


def decide(
    own_deadline: date | None,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    superior_assigned: bool | None = None,
) -> Decision[Deadline]:
    """Where the limit of the assignment stands.

    Args:
        own_deadline: the day that the assigning body set; None where not recorded.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: what meets the limit.
        calendar: the working days.
        superior_assigned: whether a superior assigned the matter; an ``assign`` says so, too.

    """
    assigned = history.all(_ASSIGN)
    if not superior_assigned and not assigned:
        return params.not_assigned
    if own_deadline is None:
        reason = Reason("assigned_deadline.no_day", (), params.done_by.citation)
        return Decision(Absent.none, (reason,), (Finding(Severity.notice, reason),))
    # A day that had passed at the last assignment was set for an earlier one.
    starts = (_ASSIGN,) if assigned and own_deadline >= assigned[-1].day else ()
    day_set = own_deadline
    return in_rounds(
        lambda one, day: _judged(day_set, one, day, params, calendar), history, as_of, starts
    )


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        case.own_deadline,
        context.history,
        context.as_of,
        params,
        context.calendar,
        superior_assigned=case.superior_assigned,
    )


def _judged(
    own_deadline: date, history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round."""
    done_by, assigned = params.done_by, history.day(_ASSIGN)
    cited = done_by.citation
    if isinstance(done_by.value, Absent):
        return undetermined(silence(done_by))
    if assigned is not None and own_deadline < assigned:
        slip = (("due", own_deadline), ("at", assigned))
        past = Reason("assigned_deadline.past_day", slip, NO_PAST_DAY, ("own_deadline",))
        return undetermined(past)._replace(findings=(Finding(Severity.warning, past),))
    awaited = Reason("assigned_deadline.awaited", (("event", done_by.value),), cited)
    why = Reason("assigned_deadline.set_day", (("due", own_deadline),), SET_DAY)
    done = history.day(done_by.value)
    decision = judge_day(own_deadline, why, done, as_of, calendar)
    return Decision(decision.outcome, (awaited, *decision.reasons))


# Looking a member up costs as much as a reason.
_ASSIGN: Final = EventKind.assign
