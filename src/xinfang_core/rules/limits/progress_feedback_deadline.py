"""By when must first progress be fed back? (反馈期限).

Source: Qiaocheng (谯城“13710”工作法), the 3: on general work that has no date of its own, those who
handle it tell the district's inspection and appraisal office within three days how it goes. The
source sets no such limit for other work.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, clock_for, judge, undetermined
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Reason, outcome_of
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import Absent, Basis, EventKind, Role, Undetermined, WorkKind

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.rules.kind import Kind

NEEDS_KIND = Citation(
    source="",
    clause="反馈期限按工作类别规定",
    phrase="",
    basis=Basis.interpreted,
    note="反馈期限只为一般性工作规定；类别无法确定的，不取任何一类的期限",
)
"""Only one kind has this limit, so without a kind there is none to tell."""


DUTY = Duty(EventKind.feed_back, Role.handling_body, Role.inspection_office, lapses=True)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What a policy says about feedback.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period for each kind of work; ``none`` where a kind has none.
        recipient: who is told.

    """

    start: Sourced[EventKind]
    limit: Table[WorkKind, Period]
    recipient: Sourced[Role]


def decide(
    kind: WorkKind | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the feedback limit stands.

    Args:
        kind: the outcome of ``work_kind``.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the policy's start event and limits.
        calendar: the working days.

    """
    if not isinstance(kind, WorkKind):
        return undetermined(_KIND_UNDETERMINED)
    start, limit = params.start, params.limit[kind]
    decision = in_rounds(
        lambda one, day: judge(
            clock_for(start, limit, one), one.day(EventKind.feed_back), day, calendar
        ),
        history,
        as_of,
        (start.value,),
    )
    if decision.outcome is Absent.none:
        return decision
    to = params.recipient
    told = Reason("progress_feedback_deadline.recipient", (("recipient", to.value),), to.citation)
    return decision._replace(reasons=(*decision.reasons, told))


def apply(context: Context, params: Params, kind: Kind) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    which = outcome_of(kind.work_kind)
    return decide(which, context.history, context.as_of, params, context.calendar)


_KIND_UNDETERMINED = Reason(
    "progress_feedback_deadline.kind_undetermined", (), NEEDS_KIND, ("work_kind",)
)
