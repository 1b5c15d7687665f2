"""What can move a matter up a ladder of steps, read off its limits (阶梯尺度)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.deadline import Deadline
from xinfang_core.ladder import Measured
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.decision import Decision

_OPEN, _OVERDUE = Status.open, Status.overdue
_STARTED = frozenset({"deadline.started", "deadline.started_that_day"})


def measured(
    limits: Iterable[Decision[Deadline] | None], as_of: date, repeats: int | None
) -> Measured:
    """The measures of one case on one day.

    Args:
        limits: where the limits of offices stand; those of the petitioner are no delay.
        as_of: the day asked about.
        repeats: how often the same matter came again, as recorded.

    """
    overdue: list[int] = []
    spans: list[tuple[date, date, bool]] = []
    for decision in limits:
        deadline = None if decision is None else decision.outcome
        if decision is None or type(deadline) is not Deadline:
            continue
        status, due, _, _, _, days = deadline
        if due is not None:
            passed = status is _OVERDUE
            overdue.append(days if passed else 0)
            if passed or status is _OPEN:
                spans += [(due, start, passed) for start in _starts(decision)]
    return Measured(max(overdue, default=None), _elapsed(spans, as_of), repeats)


def _starts(decision: Decision[Deadline]) -> list[date]:
    """The day that the limit counts from."""
    told = [dict(one.facts)["start"] for one in decision.reasons if one.code in _STARTED]
    return [start for start in told if isinstance(start, date)]


def _elapsed(spans: list[tuple[date, date, bool]], as_of: date) -> int | None:
    """How much of the unmet limit that ends first has passed, in percent of its calendar days."""
    if not spans:
        return None
    due, start, passed = min(spans)
    share = 100 * (as_of - start).days // max((due - start).days, 1)
    # Where no notice settles the last day, a limit may be open past the day that is expected.
    return share if passed else min(share, 100)
