"""When a matter came to the body that has it (承办机关收到): its own receipt, or what bounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.vocabulary import EventKind, ReceivingBody

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case.event import Event
    from xinfang_core.case.history import History

_RECEIVE = EventKind.receive
_ACTS = (
    EventKind.accept,
    EventKind.deploy,
    EventKind.handle,
    EventKind.feed_back,
    EventKind.resolve,
    EventKind.conclude,
    EventKind.reply,
)
"""What only a body does that has the matter."""

SHOW_THE_BODY = frozenset({*_ACTS, EventKind.notify})
"""What shows that a body has the matter, and not the petition office alone."""


class Receipt(NamedTuple):
    """When the body that has a matter got it, as far as the record tells.

    Attributes:
        first: what shows that it came no sooner.
        last: what shows that it came no later; the same event where the record tells the day,
            None where nothing does.
        passed_on: whether it came by a passing-on.
        missing: what would tell the day; nothing where it is told.

    """

    first: Event
    last: Event | None
    passed_on: bool
    missing: tuple[str, ...] = ()


def receipt_of(
    history: History, received_by: ReceivingBody | None, *, by_level: bool = False
) -> Receipt | None:
    """The receipt by the body that has the matter; None while no body but the office has it.

    The receipt recorded after the last passing-on is its own; else the passing-on stands for it.
    Of several passings-on each may be a level on the way or the same one again, so that they are
    the bounds. Where nothing was passed on, the first receipt is that of the petition office or
    of the body itself, as ``received_by`` says; an act of the body shows that it had the matter.

    Args:
        history: the events of one round.
        received_by: who received the matter from the petitioner; None where not recorded.
        by_level: whether each passing-on is known to be a level on the way.

    """
    came = _arrivals(history)
    if came:
        first, last = came[0], came[-1]
        if last.kind is _RECEIVE or by_level:
            return Receipt(last, last, passed_on=True)
        if first.day == last.day:
            return Receipt(first, first, passed_on=True)
        return Receipt(first, last, passed_on=True, missing=("receive",))
    received, acted = history.first(_RECEIVE), _first_act(history)
    if received is None:
        return None
    if received_by is ReceivingBody.body or (acted is not None and acted.day <= received.day):
        return Receipt(received, received, passed_on=False)
    if acted is None and received_by is ReceivingBody.petition_office:
        return None
    lacking = "received_by" if received_by is None else "transfer"
    return Receipt(received, acted, passed_on=False, missing=(lacking,))


def is_with_body(history: History, received_by: ReceivingBody | None) -> bool:
    """Whether the record shows that a body has the matter, and not the petition office alone."""
    if received_by is ReceivingBody.body:
        return True
    return any(history.day(kind) is not None for kind in (*PASSING_ON, *SHOW_THE_BODY))


def _arrivals(history: History) -> list[Event]:
    """How the matter came to the body, level by level, until one shows that it has it."""
    found: list[Event] = []
    for event in history.events:
        if event.kind in SHOW_THE_BODY:
            break
        if event.kind in PASSING_ON:
            found.append(event)
        elif found and event.kind is _RECEIVE:
            found[-1] = event
    return found


def _first_act(history: History) -> Event | None:
    """The first act that only a body does which has the matter."""
    acts = [event for event in map(history.first, _ACTS) if event is not None]
    return min(acts, key=_day, default=None)


def _day(event: Event) -> date:
    return event.day
