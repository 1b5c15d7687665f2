"""The rounds of a matter (办理轮次): its history, cut where it was taken up anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.case.history import History
from xinfang_core.case.revocation import REVOKES
from xinfang_core.vocabulary import EventKind, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.case.event import Event
    from xinfang_core.vocabulary import Absent

_ACCEPT, _OBJECT, _REOPEN = EventKind.accept, EventKind.object, EventKind.reopen
_TAKEN_BACK = REVOKES[_REOPEN]
PASSING_ON = (EventKind.transfer, EventKind.assign)
"""The events by which a matter comes from one body to another (转送、交办)."""


class Round(NamedTuple):
    """One round of a matter (一轮办理).

    Attributes:
        history: what happened in it; a reopening that began it is none of it.
        begun_by: the reopening, or the passing-on to another body, that began it; None for the
            first round.

    """

    history: History
    begun_by: Event | None = None

    @property
    def is_reopened(self) -> bool:
        """Whether a reopening began it."""
        return self.begun_by is not None and self.begun_by.kind is _REOPEN

    @property
    def is_other_body(self) -> bool:
        """Whether a passing-on to another body began it."""
        return self.begun_by is not None and self.begun_by.kind is not _REOPEN


def rounds_of(history: History) -> tuple[Round, ...]:
    """The rounds of a history, oldest first; nearly always it is one.

    A reopening begins a round where it takes something back, or an acceptance follows it; where
    it does neither, there was nothing to reopen. A passing-on after an objection takes the matter
    to another body, and so begins a round; one without an objection before it begins none.
    """
    if history.day(_REOPEN) is None and history.day(_OBJECT) is None:
        return (Round(history),)
    events, cuts = history.events, [*_cuts(history.events)]
    places = [0, *(place for place, _ in cuts)]
    ends = [*(place - (by.kind is _REOPEN) for place, by in cuts), len(events)]
    begun = (None, *(by for _, by in cuts))
    return tuple(
        Round(History(events[place:end]), by)
        for place, end, by in zip(places, ends, begun, strict=True)
    )


def join_rounds(
    rounds: Sequence[Round], starts: Sequence[Step | Absent], *, anew: bool
) -> tuple[Round, ...]:
    """The rounds as a limit sees them: one in which it does not start belongs to the one before.

    Args:
        rounds: as from ``rounds_of``.
        starts: the events that start the limit.
        anew: whether a reopening takes back what meets the limit, so that it has to be met anew.

    """
    found = [rounds[0]]
    for one in rounds[1:]:
        starting = any(one.history.day(kind) is not None for kind in starts)
        if starting or (anew and one.is_reopened):
            found.append(one)
        else:
            found[-1] = Round(_joined(found[-1].history, one), found[-1].begun_by)
    return tuple(found)


def is_accepted(rounds: Sequence[Round]) -> bool:
    """Whether the last of the rounds runs: after a reopening it begins with an acceptance."""
    for one in reversed(rounds):
        if one.history.day(_ACCEPT) is not None:
            return True
        if one.is_reopened:
            return False
    return True


def _cuts(events: Sequence[Event]) -> Iterator[tuple[int, Event]]:
    """Where rounds begin, and what begins them."""
    ended = objected = False
    for place, event in enumerate(events):
        kind = event.kind
        if kind is _REOPEN and (ended or _accepted_after(events[place + 1 :])):
            ended = objected = False
            yield place + 1, event
        elif objected and kind in PASSING_ON:
            objected = False
            yield place, event
        ended = ended or kind in _TAKEN_BACK
        objected = objected or kind is _OBJECT


def _accepted_after(events: Sequence[Event]) -> bool:
    """Whether an acceptance comes before another reopening."""
    kinds = (event.kind for event in events)
    return next((kind for kind in kinds if kind in {_ACCEPT, _REOPEN}), None) is _ACCEPT


def _joined(before: History, one: Round) -> History:
    reopening = (one.begun_by,) if one.begun_by and one.is_reopened else ()
    return History((*before.events, *reopening, *one.history.events))
