"""What still stands of a history: after a reopening, a refuted delivery, a round (尚有效的环节)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.case.moments import is_before
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from xinfang_core.case.event import Event
    from xinfang_core.case.history import History
    from xinfang_core.vocabulary import Absent

UNDONE_BY: dict[EventKind, tuple[EventKind, ...]] = {
    EventKind.resolve: (EventKind.reopen,),
    EventKind.conclude: (EventKind.reopen,),
    EventKind.reply: (EventKind.reopen,),
    EventKind.inform: (EventKind.reopen,),
    EventKind.deliver: (EventKind.reopen, EventKind.refute_delivery),
}
"""For an event, the events that take it back."""


def standing_day(history: History, kind: EventKind | Absent) -> date | None:
    """The day of the first event of the kind that no later event has taken back."""
    if type(kind) is not EventKind or history.day(kind) is None:
        return None
    undone: list[Event] = []
    for by in UNDONE_BY.get(kind, ()):
        undone += history.all(by)
    if not undone:
        return history.day(kind)
    found = (
        event.day for event in history.all(kind) if all(is_before(one, event) for one in undone)
    )
    return next(found, None)


def last_round(
    history: History, asked: EventKind, answered: EventKind
) -> tuple[date | None, date | None]:
    """The days of the last request and of its answer; a request before an answer is no new one."""
    requests = history.all(asked)
    if not requests:
        return None, None
    answers = history.all(answered)
    request, answer = requests[0].day, _first_from(requests[0].day, answers)
    for later in requests[1:]:
        if answer is not None and later.day > answer:
            request, answer = later.day, _first_from(later.day, answers)
    return request, answer


def _first_from(day: date, events: Sequence[Event]) -> date | None:
    """The day of the first event on or after ``day``."""
    return next((event.day for event in events if event.day >= day), None)
