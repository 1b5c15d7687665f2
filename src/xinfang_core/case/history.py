"""The events of a case in order of time (经过)."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.case.event import Event
from xinfang_core.case.revocation import BEGUN_ANEW, REVOKES
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.vocabulary import (
    Absent,
    EventKind,
    FeedbackMode,
    Grade,
    Role,
    Step,
    SupervisionStep,
    SuspensionCause,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ORDER: dict[Step, int] = {kind: position for position, kind in enumerate(EventKind)}
_LAST = len(_ORDER)
_GRADES = (None, Grade.unrated, Grade.satisfied, Grade.basically_satisfied, Grade.dissatisfied)
_DETAILS: tuple[object, ...] = (
    *_GRADES,
    *Role,
    True,
    False,
    *SuspensionCause,
    *SupervisionStep,
    *FeedbackMode,
)
_RANK = {detail: position for position, detail in enumerate(_DETAILS)}


def _moment(event: Event) -> tuple[date, str, int, tuple[object, ...]]:
    """Sort key: the day, the time where known, then the usual order of a day's events.

    Of two ratings at one moment the lower one is taken as the later. The other details only
    make the order complete, so that it never depends on how the events were recorded.
    """
    time = event.at.time().isoformat() if isinstance(event.at, datetime) else ""
    return event.day, time, _ORDER.get(event.kind, _LAST), _details(event)


def _details(event: Event) -> tuple[object, ...]:
    """The details as something that can be ordered."""
    terms = (event.grade, event.target, event.reason_told, event.cause, event.step, event.mode)
    until = str(event.until or "")
    ranks = (_RANK[term] for term in terms)
    return (event.kind.name, *ranks, event.extension or 0, until, event.amount or 0)


def _in_order(events: Iterable[object]) -> tuple[Event, ...]:
    kept = tuple(events)
    facts = (("name", "events"), ("wanted", Event.__name__))
    faults = [
        Fault("case.wrong_type", (*facts, ("found", type(one).__name__)), path=f"events[{index}]")
        for index, one in enumerate(kept)
        if not isinstance(one, Event)
    ]
    if faults:
        raise InvalidFactError(*faults)
    return tuple(_as_done(sorted((one for one in kept if isinstance(one, Event)), key=_moment)))


def _as_done(ordered: list[Event]) -> Iterator[Event]:
    """The events with those of a day on which something was taken back as they were done.

    Without times what stood that morning tells: where some of it is done once more that day, it
    was taken back first, and all of the day came after; else what was done that day is taken back.
    So, too, what begins a round was begun after a reopening of that day, where it is begun once
    more, or where the matter had ended before.
    """
    standing: set[Step] = set()
    for _, same_day in groupby(ordered, _day):
        events = [*same_day]
        if any(one.kind in REVOKES for one in events) and len(events) > 1:
            events = _of_one_day(events, standing)
        for event in events:
            standing -= REVOKES.get(event.kind, frozenset())
            standing.add(event.kind)
        yield from events


def _day(event: Event) -> date:
    return event.day


def _of_one_day(events: list[Event], standing: set[Step]) -> list[Event]:
    """The events of a day, given what stood that morning."""
    places = [(_moment(one)[:3], 0, _moment(one)[2:]) for one in events]
    timed = [isinstance(one.at, datetime) for one in events]
    for taker, by in enumerate(events):
        revoked = REVOKES.get(by.kind, frozenset())
        again = any(one.kind in revoked and one.kind in standing for one in events)
        after = revoked if again else frozenset()
        if by.kind is EventKind.reopen:
            after |= BEGUN_ANEW if standing & revoked else standing & BEGUN_ANEW
        for place, event in enumerate(events):
            if event.kind in after:
                if not timed[place]:
                    places[place] = max(places[place], (_moment(by)[:3], 1, _moment(event)[2:]))
            elif event.kind in revoked and timed[place] and not timed[taker]:
                places[taker] = max(places[taker], (_moment(event)[:3], 1, _moment(by)[2:]))
    return [events[place] for place in sorted(range(len(events)), key=places.__getitem__)]


@frozen
class History:
    """The events of a case in order of time (经过), however they were recorded."""

    events: tuple[Event, ...] = field(default=(), converter=_in_order)
    # The events by kind: every rule asks for some, and nobody should have to search.
    _by_kind: Mapping[Step, tuple[Event, ...]] = field(init=False, eq=False, repr=False)

    _days: Mapping[object, date] = field(init=False, eq=False, repr=False)

    @_by_kind.default
    def _sort_by_kind(self) -> Mapping[Step, tuple[Event, ...]]:
        found: dict[Step, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.kind, []).append(event)
        return {kind: tuple(events) for kind, events in found.items()}

    @_days.default
    def _first_days(self) -> Mapping[object, date]:
        return {kind: events[0].day for kind, events in self._by_kind.items()}

    def first(self, kind: Step) -> Event | None:
        """The first event of the kind."""
        found = self._by_kind.get(kind)
        return found[0] if found else None

    def day(self, kind: Step | Absent) -> date | None:
        """The day of the first event of the kind; none where a source names no kind."""
        return self._days.get(kind)

    def earliest(self, *kinds: Step) -> date | None:
        """The day of the first event of any of the kinds."""
        return min((self._days[kind] for kind in kinds if kind in self._days), default=None)

    def all(self, kind: Step) -> tuple[Event, ...]:
        """Every event of the kind, oldest first."""
        return self._by_kind.get(kind, ())

    def until(self, day: date) -> History:
        """What is known at the end of ``day``: later events have not happened yet."""
        if not self.events or self.events[-1].day <= day:
            return self
        return History(tuple(event for event in self.events if event.day <= day))
