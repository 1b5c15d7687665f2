"""Which event belongs before which (流程), as findings about a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.case import is_before
from xinfang_core.decision import Finding, Reason
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Basis, EventKind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.case import Event, History
    from xinfang_core.decision import Facts

ORDER = Citation(
    source="",
    clause="受理、办理、答复、送达、评价的先后",
    phrase="",
    basis=Basis.interpreted,
    note="各办法均以受理为办理起点、以答复为评价前提；记录次序不同的作为问题列出，不作为错误",
)
"""The usual order of the steps, read from all the systems together."""

BEFORE: dict[EventKind, EventKind] = {
    EventKind.extend: EventKind.accept,
    EventKind.conclude: EventKind.accept,
    EventKind.reply: EventKind.accept,
    EventKind.deliver: EventKind.reply,
    EventKind.evaluate: EventKind.reply,
}
"""For a step, the step that belongs before it."""


def out_of_order(history: History) -> tuple[Finding, ...]:
    """What the history has in an unusual order, or lacks; never an error (流程问题)."""
    return tuple(_findings(history))


def _findings(history: History) -> Iterator[Finding]:
    for kind, wanted in BEFORE.items():
        event = history.first(kind)
        if event is not None:
            yield from _against(event, wanted, history)
    received = history.first(EventKind.receive) or history.first(EventKind.register)
    answered = history.first(EventKind.reply) or history.first(EventKind.conclude)
    if received and not answered and not history.first(EventKind.accept):
        facts = (("at", received.day),)
        yield Finding(Severity.notice, Reason("workflow.not_accepted", facts, ORDER))


def _against(event: Event, wanted: EventKind, history: History) -> Iterator[Finding]:
    """The finding about one step and the step that belongs before it."""
    facts: Facts = (("event", event.kind), ("at", event.day), ("wanted", wanted))
    earlier = history.first(wanted)
    if earlier is None:
        yield Finding(Severity.warning, Reason("workflow.missing", facts, ORDER))
    elif is_before(event, earlier):
        facts += (("other", earlier.day),)
        yield Finding(Severity.warning, Reason("workflow.too_early", facts, ORDER))
