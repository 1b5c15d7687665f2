"""Until when may the petitioner rate how the matter was handled? (评价期限).

Source: the state bureau's measures on rating (满意度评价工作办法) know a rating that was not given
in time (逾期未评价), so there is a window; how long it is no text seen says. A host fills it in.
A rating given after the window is taken all the same: see ``satisfaction``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case import standing_day
from xinfang_core.deadline import Clock, Deadline, judge_right
from xinfang_core.decision import Decision
from xinfang_core.periods import Period
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Absent, EventKind, Grade, Role

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History


@frozen
class Params:
    """What a policy says about the window.

    Attributes:
        start: the event that the window counts from, itself not counted.
        limit: how long it is.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]


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
    start = params.start.value
    started = None if isinstance(start, Absent) else standing_day(history, start)
    clock = Clock(params.start, params.limit, started)
    return judge_right(clock, _all_rated(targets, history), as_of, calendar)


def _all_rated(targets: Collection[Role | Absent], history: History) -> date | None:
    """The day on which the last of the targets got its first rating."""
    first: dict[Role | Absent | None, date] = {}
    for event in history.all(EventKind.evaluate):
        if event.grade is not Grade.unrated:
            first.setdefault(event.target, event.day)
    days = [first.get(target) for target in targets] if targets else list(first.values())[:1]
    known = [day for day in days if day is not None]
    return max(known, default=None) if len(known) == len(days) else None
