"""How a last day was counted (期限的计算), as the reasons of its decision tell it.

An answer does not keep the clock that it was counted by; its reasons do, with their facts: the
event and its day, the periods, when the clock stood still. So the account counts nothing of its
own: the same periods go through the same calendar once more, day by day.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.calendar import DayLine, Suspension, day_table
from xinfang_core.series import nth_period
from xinfang_core.vocabulary import SuspensionCause

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision, Reason
    from xinfang_core.periods import AnyPeriod, Period
    from xinfang_core.vocabulary import Step

_STARTED = frozenset({"deadline.started", "deadline.started_that_day"})
_BY_CLOCK = frozenset({"deadline.started_at", "deadline.started_some_time"})
_BEGUN = _STARTED | _BY_CLOCK
_TURN = "progress_report_deadline.turn"
_STOOD_STILL = "deadline.stood_still"


@frozen
class Count:
    """A limit in days or months that was counted.

    Attributes:
        start: the day of the event that it counts from.
        periods: the limit, and what was granted on top.
        suspensions: when the clock stood still, in order.

    """

    start: date
    periods: tuple[Period, ...]
    suspensions: tuple[Suspension, ...] = ()

    def days(self, calendar: WorkCalendar) -> tuple[DayLine, ...]:
        """Each day through the last one; the days are those of the calendar that answered."""
        return day_table(calendar, self.start, *self.periods, suspensions=self.suspensions)


@frozen
class Told:
    """What the reasons tell of how a limit was counted.

    Attributes:
        event: the kind of event that it counts from; None for a day that somebody set.
        start: when that was.
        length: the periods as the reasons name them; empty for a day that somebody set.
        by_clock: whether it runs in hours or minutes, from a moment to a moment.
        count: what is counted day by day; None for a day that was set and for hours.

    """

    event: Step | None = None
    start: date | None = None
    length: tuple[AnyPeriod, ...] = ()
    by_clock: bool = False
    count: Count | None = None


def told_of(decision: Decision[Deadline]) -> Told:
    """How the last day of a decision was counted; of several counts the one that it ends."""
    facts = {reason.code: dict(reason.facts) for reason in decision.reasons}
    begun: dict[str, Any] = next((told for code, told in facts.items() if code in _BEGUN), {})
    length = next((one for one in decision.reasons if _is_length(one, decision)), None)
    if not begun or length is None:
        return Told()
    event, start = begun["event"], begun["start"]
    periods = _periods(length)
    if not _STARTED.isdisjoint(facts):
        still = _suspensions(decision.reasons)
        return Told(event, start, periods, count=Count(start, periods, still))
    return Told(event, start, periods, by_clock=True)


def _is_length(reason: Reason, decision: Decision[Deadline]) -> bool:
    """Whether a reason tells the length of the limit that ends on the last day.

    A plan puts its own day in the place of one that was counted, which stays told.
    """
    due, facts = getattr(decision.outcome, "ends", None), dict(reason.facts)
    if reason.code == "deadline.counted_between":
        return True
    return reason.code in {"deadline.counted", _TURN} and facts["due"] == due


def _periods(reason: Reason) -> tuple[Any, ...]:
    facts: dict[str, Any] = dict(reason.facts)
    if reason.code != _TURN:
        periods: tuple[Any, ...] = facts["period"]
        return periods
    # Each turn is counted from the anchor, none from the one before it.
    return (nth_period(facts["every"], facts["turn"]),)


def _suspensions(reasons: tuple[Reason, ...]) -> tuple[Suspension, ...]:
    told = next((one for one in reasons if one.code == _STOOD_STILL), None)
    if told is None:
        return ()
    facts: dict[str, Any] = dict(told.facts)
    named = (value for one in reasons for _, value in one.facts)
    cause = next((one.text() for one in named if isinstance(one, SuspensionCause)), "")
    spans = zip_longest(facts["begins"], facts["ends"])
    return tuple(Suspension(begin, end, cause) for begin, end in spans)
