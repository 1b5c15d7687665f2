"""By when must the work on the matter be laid out? (研究部署期限).

Source: Qiaocheng (谯城“13710”工作法), the first 1: the study of a matter is not left overnight, and
it is laid out within one day. The source does not say from when, nor whether the one day is the
same one; which reading applies is data, and the other one is a variant.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, clock_for, judge
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import EventKind, Role

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.decision import Decision


DUTY = Duty(EventKind.deploy, Role.handling_body, Role.petition_office, lapses=True)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What a policy says about laying the work out.

    Attributes:
        start: the event that the limit counts from.
        limit: the period.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]


def decide(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the limit to lay out the work stands.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the policy's start event and limit.
        calendar: the working days.

    """
    return in_rounds(
        lambda one, day: judge(
            clock_for(params.start, params.limit, one), one.day(EventKind.deploy), day, calendar
        ),
        history,
        as_of,
        (params.start.value,),
    )


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)
