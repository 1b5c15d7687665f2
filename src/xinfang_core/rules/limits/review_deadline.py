"""By when must the reviewing body give its opinion? (复查期限).

Source, 2022 regulation (信访工作条例) Art. 35, 2005 regulation (信访条例) Art. 34: within 30 days
of receipt of the request the reviewing body gives its opinion and answers in writing.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.case.standing import asked_rounds
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge
from xinfang_core.deadline_rounds import in_turns
from xinfang_core.decision import Decision
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Absent, Conduct, EventKind, Role

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History


DUTY = Duty(EventKind.review, Role.reviewing_body, Role.petitioner, delay=Conduct.overdue)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about the review.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while the limit has not started."""
        return idle(self.start, self.limit)


def decide(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the limit of the review stands; of several, of the last one asked for.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event and limit.
        calendar: the working days.

    """
    kind = params.start.value
    if isinstance(kind, Absent) or history.day(kind) is None:
        return params.idle
    return in_turns(
        lambda begun, done, day: judge(
            Clock(params.start, params.limit, begun), done, day, calendar
        ),
        kind,
        asked_rounds(history, kind, _REVIEW),
        as_of,
    )


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


# Looking a member up costs as much as a reason.
_REVIEW: Final = EventKind.review
