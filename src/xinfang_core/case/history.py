"""The events of a case in order of time (经过)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.case.event import Event
from xinfang_core.case.undoing import UNDOES
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.vocabulary import (
    Absent,
    EventKind,
    FeedbackMode,
    Grade,
    Role,
    SupervisionStep,
    SuspensionCause,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ORDER = {kind: position for position, kind in enumerate(EventKind)}
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
    return event.day, time, _ORDER[event.kind], _details(event)


def _details(event: Event) -> tuple[object, ...]:
    """The details as something that can be ordered."""
    terms = (event.grade, event.target, event.reason_told, event.cause, event.step, event.mode)
    until = str(event.until or "")
    return (*(_RANK[term] for term in terms), event.extension or 0, until, event.amount or 0)


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


def _as_done(ordered: list[Event]) -> list[Event]:
    """The events with what was done again on the very day it was taken back after that.

    Without a time, an act that had been done on an earlier day is the new one; any other one is
    what was taken back, as the usual order of a day has it.
    """
    taken = [one for one in ordered if one.kind in UNDOES]
    if not taken:
        return ordered
    first: dict[EventKind, date] = {}
    for event in ordered:
        first.setdefault(event.kind, event.day)

    def place(event: Event) -> tuple[tuple[object, ...], int, tuple[object, ...]]:
        moment = _moment(event)
        again = first[event.kind] < event.day and not isinstance(event.at, datetime)
        after = [
            _moment(one)[:3]
            for one in taken
            if again and one.day == event.day and event.kind in UNDOES[one.kind]
        ]
        # Suspending and resuming take one another back, and keep their usual order.
        if not after or event.kind in UNDOES:
            return moment[:3], 0, moment[3:]
        return max(after), 1, moment[2:]

    return sorted(ordered, key=place)


@frozen
class History:
    """The events of a case in order of time (经过), however they were recorded."""

    events: tuple[Event, ...] = field(default=(), converter=_in_order)
    # The events by kind: every rule asks for some, and nobody should have to search.
    _by_kind: Mapping[EventKind, tuple[Event, ...]] = field(init=False, eq=False, repr=False)

    _days: Mapping[object, date] = field(init=False, eq=False, repr=False)

    @_by_kind.default
    def _sort_by_kind(self) -> Mapping[EventKind, tuple[Event, ...]]:
        found: dict[EventKind, tuple[Event, ...]] = {}
        for event in self.events:
            found[event.kind] = (*found.get(event.kind, ()), event)
        return found

    @_days.default
    def _first_days(self) -> Mapping[object, date]:
        return {kind: events[0].day for kind, events in self._by_kind.items()}

    def first(self, kind: EventKind) -> Event | None:
        """The first event of the kind."""
        found = self._by_kind.get(kind)
        return found[0] if found else None

    def day(self, kind: EventKind | Absent) -> date | None:
        """The day of the first event of the kind; none where a source names no kind."""
        return self._days.get(kind)

    def earliest(self, *kinds: EventKind) -> date | None:
        """The day of the first event of any of the kinds."""
        return min((self._days[kind] for kind in kinds if kind in self._days), default=None)

    def all(self, kind: EventKind) -> tuple[Event, ...]:
        """Every event of the kind, oldest first."""
        return self._by_kind.get(kind, ())

    def until(self, day: date) -> History:
        """What is known at the end of ``day``: later events have not happened yet."""
        if not self.events or self.events[-1].day <= day:
            return self
        return History(tuple(event for event in self.events if event.day <= day))
