"""What still stands of a history: after a reopening, a refuted delivery, a round (尚有效的环节)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.case.revocation import REVOKED_BY
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from xinfang_core.case.event import Event
    from xinfang_core.case.history import History
    from xinfang_core.vocabulary import Absent


def delivered_day(history: History, kind: EventKind | Absent) -> date | None:
    """As ``effective_day``; what was delivered before the reply was not the reply."""
    replied = effective_day(history, _REPLY) if kind is _DELIVER else None
    return effective_day(history, kind, replied)


def effective_day(
    history: History, kind: EventKind | Absent, since: date | None = None
) -> date | None:
    """The day of the first event of the kind that no later event has taken back.

    Args:
        history: the events.
        kind: the kind of event.
        since: the first day that counts; None where any does.

    """
    first = history.day(kind)
    if first is None or type(kind) is not EventKind:
        return None
    takers = REVOKED_BY.get(kind, ())
    if (since is None or first >= since) and all(history.day(by) is None for by in takers):
        return first
    found: date | None = None
    for event in history.events:
        if event.kind in takers:
            found = None
        elif found is None and event.kind is kind and (since is None or event.day >= since):
            found = event.day
    return found


def since_last(history: History, revoking: EventKind, kind: EventKind) -> tuple[Event, ...]:
    """The events of a kind after the last event ``revoking``, oldest first; all without one."""
    if not history.all(kind) or history.day(revoking) is None:
        return history.all(kind)
    found: list[Event] = []
    for event in history.events:
        if event.kind is revoking:
            found.clear()
        elif event.kind is kind:
            found.append(event)
    return tuple(found)


def times_of_proxy(
    history: History, start: EventKind, end: EventKind
) -> list[tuple[date, date | None]]:
    """From when to when the proxy ran, oldest first; None where it still runs.

    It runs until its end or until the mandate is withdrawn, and once more from another start, or
    from the reopening of what had ended.
    """
    begun = history.day(start)
    if begun is None:
        return []
    if history.day(end) is None and history.day(_WITHDRAW) is None:
        return [(begun, None)]
    found: list[tuple[date, date | None]] = []
    since, ended_by = None, None
    for mark in history.events:
        kind = mark.kind
        if kind is start or (kind is _REOPEN and ended_by is end):
            since = since or mark.day
        elif kind is end or kind is _WITHDRAW:
            found += [(since, mark.day)] if since else []
            # A mandate that is withdrawn afterwards is not brought back by a reopening.
            since, ended_by = None, kind
    return [*found, (since, None)] if since else found


# Looking a member up costs as much as a day.
_WITHDRAW, _REOPEN = EventKind.withdraw_mandate, EventKind.reopen
_REPLY, _DELIVER = EventKind.reply, EventKind.deliver


def asked_rounds(
    history: History, asked: EventKind, answered: EventKind
) -> tuple[tuple[date, date | None], ...]:
    """The days of each request and of its answer, oldest first.

    A request before an answer is no new one, unless the matter was reopened in between.
    """
    answers, reopened = history.all(answered), history.all(_REOPEN)
    found: list[tuple[date, date | None]] = []
    for request in history.all(asked):
        if found:
            before, answer = found[-1]
            again = any(before < one.day <= request.day for one in reopened)
            if not again and (answer is None or request.day <= answer):
                continue
            # What is answered after the next request was answered to that one.
            found[-1] = (before, answer if answer and answer < request.day else None)
        found.append((request.day, _first_from(request.day, answers)))
    return tuple(found)


def last_round(
    history: History, asked: EventKind, answered: EventKind
) -> tuple[date | None, date | None]:
    """The days of the last request and of its answer."""
    found = asked_rounds(history, asked, answered)
    return found[-1] if found else (None, None)


def _first_from(day: date, events: Sequence[Event]) -> date | None:
    """The day of the first event on or after ``day``."""
    return next((event.day for event in events if event.day >= day), None)
