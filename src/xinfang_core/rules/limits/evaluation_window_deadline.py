"""Until when may the petitioner rate how the matter was handled? (评价期限).

Source: the state bureau's measures on rating (满意度评价工作办法) know a rating that was not given
in time (逾期未评价), so there is a window; how long it is no text seen says. A host fills it in.
A rating given after the window is taken all the same: see ``satisfaction``.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.case.standing import delivered_day, since_last
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge_right
from xinfang_core.decision import Decision
from xinfang_core.periods import Period
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Absent, EventKind, Grade

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.vocabulary import Role


@frozen
class Params:
    """What a policy says about the window.

    Attributes:
        start: the event that the window counts from, itself not counted.
        limit: how long it is.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while the limit has not started."""
        return idle(self.start, self.limit)


def decide(
    targets: Collection[Role | Absent],
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the window stands.

    Args:
        targets: who is rated, ``policy.satisfaction.targets.values``; where nobody is named any
            rating will do.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the policy's start event and window.
        calendar: the working days.

    """
    started = delivered_day(history, params.start.value)
    if started is None or isinstance(params.limit.value, Absent):
        return params.idle
    clock = Clock(params.start, params.limit, started)
    return judge_right(clock, _all_rated(targets, history), as_of, calendar)


def apply(context: Context, params: Params, rated: Collection[Role | Absent]) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(rated, context.history, context.as_of, params, context.calendar)


def _all_rated(targets: Collection[Role | Absent], history: History) -> date | None:
    """The day on which the last of the targets got its first rating of what stands."""
    first: dict[Role | Absent | None, date] = {}
    for event in since_last(history, EventKind.reopen, _EVALUATE):
        if event.grade is not _UNRATED:
            first.setdefault(event.target, event.day)
    if not targets:
        return next(iter(first.values()), None)
    last: date | None = None
    for target in targets:
        day = first.get(target)
        if day is None:
            return None
        last = day if last is None else max(last, day)
    return last


# Looking a member up costs as much as a reason.
_EVALUATE: Final = EventKind.evaluate
_UNRATED: Final = Grade.unrated
