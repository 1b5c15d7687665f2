"""Which events take others back (收回), so that these have to be done again."""

from __future__ import annotations

from xinfang_core.vocabulary import EventKind, Step

REVOKES: dict[Step, frozenset[Step]] = {
    EventKind.reopen: frozenset(
        {
            EventKind.resolve,
            EventKind.conclude,
            EventKind.reply,
            EventKind.inform,
            EventKind.deliver,
            EventKind.evaluate,
            EventKind.revisit,
            EventKind.archive,
            EventKind.write_off,
        }
    ),
    EventKind.withdraw_mandate: frozenset({EventKind.sign_mandate, EventKind.start}),
    EventKind.refute_delivery: frozenset({EventKind.deliver}),
    EventKind.suspend: frozenset({EventKind.resume}),
    EventKind.resume: frozenset({EventKind.suspend}),
}
"""For an event, the events that have to be done again after it."""

BEGUN_ANEW = frozenset(
    {
        EventKind.receive,
        EventKind.transfer,
        EventKind.assign,
        EventKind.accept,
        EventKind.notify,
        EventKind.deploy,
        EventKind.promise,
        EventKind.feed_back,
        EventKind.plan,
        EventKind.extend,
    }
)
"""What stands after a reopening and may all the same be done once more, for what was reopened."""

REVOKED_BY: dict[Step, tuple[Step, ...]] = {
    kind: tuple(by for by, revoked in REVOKES.items() if kind in revoked)
    for kind in EventKind
    if any(kind in revoked for revoked in REVOKES.values())
}
"""The same the other way round: for an event, the events that take it back."""
