"""Flows for the tests: the steps of a small invented policy, and of none."""

from __future__ import annotations

from itertools import chain

from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import Absent, Basis, EventKind, Step
from xinfang_core.workflow import Flow, Params, flow_of

K = EventKind
CITED = Citation("示例办法", "第九条", "", Basis.stated)


def ladder(*kinds: EventKind) -> CitedList[EventKind]:
    """A list of steps with one citation."""
    return CitedList(tuple(Sourced(kind, CITED) for kind in kinds), CITED)


def steps(
    after: dict[EventKind, EventKind],
    opening: tuple[EventKind, ...] = (),
    repeatable: tuple[EventKind, ...] = (),
    closing: tuple[EventKind, ...] = (),
) -> Params:
    """The steps of a policy; what ``after`` leaves out is silent, as in a file."""
    cells: dict[Step, Sourced[Step]] = {
        kind: Sourced(after.get(kind, Absent.silent), CITED) for kind in EventKind
    }
    return Params(ladder(*opening), Table(cells), ladder(*repeatable), ladder(*closing))


SMALL = steps(
    {
        K.accept: K.receive,
        K.extend: K.accept,
        K.conclude: K.accept,
        K.reply: K.accept,
        K.deliver: K.reply,
        K.evaluate: K.reply,
        K.refute_delivery: K.deliver,
        K.write_off: K.conclude,
        K.archive: K.write_off,
        K.reopen: K.conclude,
    },
    opening=(K.receive, K.register),
    repeatable=(K.extend, K.evaluate, K.reopen, K.refute_delivery),
    closing=(K.write_off,),
)
PROXY = steps(
    {
        K.sign_mandate: K.register,
        K.start: K.sign_mandate,
        K.meet: K.start,
        K.withdraw_mandate: K.sign_mandate,
    },
    opening=(K.register,),
    repeatable=(K.meet, K.withdraw_mandate),
)
FLOW = flow_of((SMALL,))
BOTH = flow_of((SMALL, PROXY))
NOTHING = Flow({}, frozenset(), {})
KNOWN = tuple(dict.fromkeys(chain(FLOW.needs, BOTH.needs)))
