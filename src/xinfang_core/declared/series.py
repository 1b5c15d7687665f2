"""Was a duty done as often as it recurs, that a policy declares itself? (自定周期性工作).

Source: whatever document a policy restates: a day of reception each month, a meeting each quarter,
one old case a year for each leader. Judged over recorded days, like the rules about sites: whole
calendar months, quarters or years, the running one still open.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from xinfang_core import messages
from xinfang_core.calendar.checks import check_order
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.quantities import Times
from xinfang_core.series import cycle_of, first_day_of, first_whole
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Cycle, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.messages import Lang

__all__ = ["Kept", "decide"]

WHOLE_CYCLES = Citation(
    source="",
    clause="周期性工作的核对",
    phrase="",
    basis=Basis.interpreted,
    note="按自然月、自然季、年度（办法另定起始月份的从其规定）计，末日不因休息日顺延；同一天登记几次的计一次；开始核对之日不足一期的不计；未届满的一期不算缺",
)
"""Whole cycles count, a day once; the running one is open, never missed."""


@frozen
class Params:
    """What a policy declares of one recurring duty.

    Attributes:
        name: its official name.
        owed_by: who has it, in the source's words: a post, an office, each leader.
        cycle: how often it recurs.
        times: on how many days of each cycle it is to be done at least.
        first_month: the month that an accounting year begins with; None: January.

    """

    name: Sourced[str]
    owed_by: Sourced[str]
    cycle: Sourced[Cycle]
    times: Sourced[Times]
    first_month: Sourced[int] | None = None


@frozen
class Kept:
    """How a recurring duty was kept (履行情况).

    Attributes:
        cycles: how many whole cycles have ended.
        missed: the first days of those in which it was not done often enough.
        due: the last day of the running cycle while it is not done often enough in it; None
            where it is, or where the first whole cycle has not begun.

    """

    cycles: int
    missed: tuple[date, ...]
    due: date | None

    def text(self, lang: Lang = "zh") -> str:
        """How many cycles, how many of them missed, and by when the next turn is due."""
        facts = {"cycles": self.cycles, "missed": len(self.missed), "due": self.due}
        return messages.render("kept.text_due" if self.due else "kept.text", facts, lang)


def decide(days: Iterable[date], since: date, as_of: date, params: Params) -> Decision[Kept]:
    """How the duty was kept from ``since`` to ``as_of``.

    Args:
        days: when it was done, in any order; what is later than ``as_of`` is not known yet.
        since: the day from which the policy is followed; whole cycles count from here.
        as_of: the day asked about.
        params: the duty as it is declared.

    Raises:
        MisuseError: ``since`` is after ``as_of``, or either is no plain date.

    """
    check_order(since, as_of)
    values = (params.cycle, params.times, params.first_month)
    silent = tuple(silence(one) for one in values if one and isinstance(one.value, Absent))
    if silent:
        return Decision(Undetermined.undetermined, silent)
    turns = Turns(*(one.value if one else 1 for one in values))  # type: ignore[arg-type]
    kept = turns.kept({one for one in days if one <= as_of}, since, as_of)
    return Decision(kept, tuple(_said(kept, params)), tuple(_missed(kept, params)))


class Turns(NamedTuple):
    """How often, in which cycle, of a year that begins with which month."""

    cycle: Cycle
    times: int
    starts_in: int

    def kept(self, days: Iterable[date], since: date, as_of: date) -> Kept:
        """The whole cycles up to the running one, and those with too few days."""
        done = Counter(cycle_of(day, self.cycle, self.starts_in) for day in days)
        first = first_whole(since, self.cycle, self.starts_in)
        running = cycle_of(as_of, self.cycle, self.starts_in)
        short = tuple(
            first_day_of(place, self.cycle, self.starts_in)
            for place in range(first, running)
            if done[place] < self.times
        )
        open_still = running >= first and done[running] < self.times
        following = first_day_of(running + 1, self.cycle, self.starts_in)
        due = following - timedelta(days=1) if open_still else None
        return Kept(max(running - first, 0), short, due)


def _said(kept: Kept, params: Params) -> Iterator[Reason]:
    """How often it recurs, for whom, and by when the running turn is due."""
    facts = (("who", params.owed_by.value), ("cycle", params.cycle.value))
    times = (*facts, ("times", params.times.value))
    yield Reason("series.owed", times, params.times.citation)
    starts = params.first_month
    if starts is not None:
        yield Reason("series.year", (("month", starts.value),), starts.citation)
    if kept.due:
        yield Reason("series.due", (("due", kept.due),), params.cycle.citation)
    yield Reason("series.whole_cycles", (), WHOLE_CYCLES)


def _missed(kept: Kept, params: Params) -> Iterator[Finding]:
    """The finding for each cycle that passed without it."""
    for first in kept.missed:
        facts = (("name", params.name.value), ("cycle", params.cycle.value), ("first", first))
        yield Finding(Severity.violation, Reason("series.missed", facts, params.times.citation))
