"""What can move a matter up a ladder of steps, read off its limits (阶梯尺度)."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from xinfang_core.deadline import Deadline
from xinfang_core.ladder import Measured
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.decision import Decision
    from xinfang_core.vocabulary import Declared, Role

_NONE: Mapping[str, Declared] = {}
_Span = tuple[date, date, bool, str]
_OPEN, _OVERDUE = Status.open, Status.overdue
_STARTED = frozenset({"deadline.started", "deadline.started_that_day"})


def measured(
    limits: Mapping[str, Decision[Deadline] | None],
    as_of: date,
    repeats: int | None,
    bodies: Mapping[str, Role],
    own: Mapping[str, Declared] = _NONE,
) -> Measured:
    """The measures of one case on one day.

    Args:
        limits: where the limits stand that move the ladder, by the names of their rules.
        as_of: the day asked about.
        repeats: how often the same matter came again, as recorded.
        bodies: by a limit who is bound by it.
        own: those that the policy declares itself, by their keys.

    """
    overdue: list[tuple[int, str]] = []
    spans: list[_Span] = []
    for name, decision in limits.items():
        deadline = None if decision is None else decision.outcome
        if decision is None or type(deadline) is not Deadline:
            continue
        status, due, _, _, _, days, _ = deadline
        if due is not None:
            passed = status is _OVERDUE
            overdue.append((days if passed else 0, name))
            if passed or status is _OPEN:
                spans += [(due, start, passed, name) for start in started_on(decision)]
    # Of equal delays the first limit is told.
    late, name = max(overdue, key=itemgetter(0)) if overdue else (None, "")
    share, running = _elapsed(spans, as_of)
    known = tuple(name for name, decision in limits.items() if decision is not None)
    return Measured(late, name, share, running, repeats, known, bodies, own)


def started_on(decision: Decision[Deadline]) -> list[date]:
    """The day that the limit counts from; nothing where it does not say."""
    told = [dict(one.facts)["start"] for one in decision.reasons if one.code in _STARTED]
    return [start for start in told if isinstance(start, date)]


def _elapsed(spans: list[_Span], as_of: date) -> tuple[int | None, str]:
    """How much of the unmet limit that ends first has passed, in percent of its calendar days."""
    if not spans:
        return None, ""
    due, start, passed, name = min(spans)
    share = 100 * (as_of - start).days // max((due - start).days, 1)
    # Where no notice settles the last day, a limit may be open past the day that is expected.
    return (share if passed else min(share, 100)), name
