"""Is the matter still open, or written off? (销号).

Source: Qiaocheng (谯城“13710”工作法), the 0: every matter is followed to its end and struck off the
list. Until then it is open, resolved, concluded or not; how soon it is struck off the source does
not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.case.event import is_before
from xinfang_core.case.standing import since_last
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty, Owed
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Role,
    Severity,
    Undetermined,
    WriteOffState,
)

if TYPE_CHECKING:
    from xinfang_core.case import Event, History
    from xinfang_core.decision import Facts
    from xinfang_core.messages import Lang

UNTIL_WRITTEN_OFF = Citation(
    source="",
    clause="销号的认定",
    phrase="",
    basis=Basis.interpreted,
    note="以最近一次销号记录为准；销号后重新办理的，恢复为未销号；此前没有应当销号的情形而销号的，作为问题列出",
)
"""The latest write-off stands unless the matter is taken up again."""


@frozen
class Params:
    """What a policy says about the end of a matter.

    Attributes:
        ends_by: the event that ends it.
        owed_after: the events after any of which that is owed.

    """

    ends_by: Sourced[EventKind]
    owed_after: CitedList[EventKind]


@frozen
class Closure:
    """Whether a matter is open.

    Attributes:
        state: open or written off.
        at: the day of the write-off; None where open.
        owed: whether the write-off is owed now.

    """

    state: WriteOffState
    at: date | None = None
    owed: bool = False

    def text(self, lang: Lang = "zh") -> str:
        """Since when it is written off, or that it is not."""
        code = "closure.text_owed" if self.owed else "closure.text_open"
        if self.at is not None:
            code = "closure.text_written_off"
        return messages.render(code, {"at": self.at}, lang)


def decide(history: History, params: Params) -> Decision[Closure]:
    """Whether the matter is still open, and whether its write-off is owed.

    Args:
        history: the events known on the day asked about.
        params: what ends a matter, and after what that is owed.

    """
    ends_by, after = params.ends_by.value, params.owed_after
    if isinstance(ends_by, Absent):
        return Decision(Undetermined.undetermined, (silence(params.ends_by),))
    ended = _latest(history, ends_by)
    ends = (kind for kind in after.values if not isinstance(kind, Absent))
    done = [found for kind in ends if (found := _latest(history, kind))]
    if ended is not None:
        facts = (("at", ended.day), ("event", ends_by))
        reason = Reason("write_off.written_off", facts, params.ends_by.citation)
        closed = Closure(WriteOffState.written_off, ended.day)
        return Decision(closed, (reason, _READ), _too_soon(ended, done, after))
    stays_open = Reason("write_off.open", (("event", ends_by),), params.ends_by.citation)
    if after.absent is Absent.silent:
        return Decision(_OPEN, (stays_open, silence(after)))
    if not done:
        return Decision(_OPEN, (stays_open, _READ))
    first = min(done, key=attrgetter("day"))
    soonest: Facts = (("at", first.day), ("event", first.kind))
    owed = Reason("write_off.owed", soonest, after.cited(first.kind))
    return Decision(_OWED, (stays_open, owed))


def apply(context: Context, params: Params) -> Decision[Closure]:
    """The answer about the case of ``context``."""
    return decide(context.history, params)


def owed(outcome: Closure) -> Iterator[Owed]:
    """The write-off."""
    if outcome.owed:
        yield Owed(_WRITE_OFF)


_WRITE_OFF = Duty(EventKind.write_off, Role.handling_body, Role.petition_office)


_READ = Reason("write_off.read", (), UNTIL_WRITTEN_OFF)
_OPEN = Closure(WriteOffState.open)
_OWED = Closure(WriteOffState.open, owed=True)


def _latest(history: History, kind: EventKind) -> Event | None:
    """The last event of a kind that no reopening took back."""
    found = since_last(history, EventKind.reopen, kind)
    return found[-1] if found else None


def _too_soon(ended: Event, done: list[Event], after: CitedList[EventKind]) -> tuple[Finding, ...]:
    """That the matter was written off before any of what the write-off follows."""
    if not after.steps or not all(is_before(ended, one) for one in done):
        return ()
    facts = (("at", ended.day), ("events", after.values))
    reason = Reason("write_off.too_soon", facts, after.citation)
    return (Finding(Severity.warning, reason),)
