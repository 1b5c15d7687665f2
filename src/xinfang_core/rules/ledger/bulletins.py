"""Which bulletins and reports are due, and which are missing? (通报周期).

Source: the online-proxy system (网上信访代理), third part, fourth measure: how the work of the
agents goes is made known every quarter. Yubei (渝北“一通报两报告”): a bulletin in writing and a
report to the meetings of the leaders every month, and a report to the people's congress every
year. What recurs, and how often, is the policy's.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.declared.series import Turns
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import Absent, Basis, Cycle, Recurring, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.messages import Lang

__all__ = ["Issue", "Standing", "find_due"]

ONCE_A_CYCLE = Citation(
    source="",
    clause="每月、每季度、每年一次的认定",
    phrase="",
    basis=Basis.interpreted,
    note="按自然月、自然季、自然年计，期内发出一次即可，末日不因休息日顺延；施行之初不足一期的不计",
)
"""One in each calendar month, quarter or year; a first one that is not whole does not count."""

_WHOLE_CYCLES = Reason("bulletins.whole_cycles", (), ONCE_A_CYCLE)


@frozen
class Params:
    """How often something recurs.

    Attributes:
        cycle: for each bulletin or report; declared over those that the policy knows.

    """

    cycle: Table[Recurring, Cycle]


@frozen
class Issue:
    """A bulletin or report that went out, and when."""

    kind: Recurring
    day: date


@frozen
class Standing:
    """How one recurring bulletin or report stands (通报情况).

    Attributes:
        kind: which one.
        missing: the first days of the whole cycles that ended without one.
        due: the last day of the running cycle while there is none in it yet; None where there
            is one, or where the first whole cycle has not begun.

    """

    kind: Recurring
    missing: tuple[date, ...]
    due: date | None

    def text(self, lang: Lang = "zh") -> str:
        """How many are missing, and by when the next one is due."""
        facts = {"kind": self.kind, "count": len(self.missing), "due": self.due}
        return messages.render("standing.text_due" if self.due else "standing.text", facts, lang)


def find_due(
    issued: Iterable[Issue], since: date, as_of: date, params: Params
) -> Decision[tuple[Standing, ...]]:
    """What is due on a day and what is missing, in the order of the list of such things.

    Args:
        issued: what went out; what is later than ``as_of`` is not known yet.
        since: the day from which the policy is followed; whole cycles count from here.
        as_of: the day asked about.
        params: the policy's cycles.

    Returns:
        Undetermined where the policy names no cycle at all.

    """
    known = {(one.kind, one.day) for one in issued if since <= one.day <= as_of}
    standing: list[Standing] = []
    reasons: list[Reason] = []
    findings: list[Finding] = []
    for kind in Recurring:
        cycle = params.cycle[kind]
        if isinstance(cycle.value, Absent):
            continue
        days = [day for other, day in known if other is kind]
        one = _stands(kind, cycle.value, days, since, as_of)
        standing.append(one)
        reasons += _said(one, cycle)
        findings += _missed(one, cycle.citation)
    if not standing:
        silent = silence(params.cycle[Recurring.bulletin])
        return Decision(Undetermined.undetermined, (silent,))
    return Decision(tuple(standing), (*reasons, _WHOLE_CYCLES), tuple(findings))


def _stands(
    kind: Recurring, cycle: Cycle, issued: Iterable[date], since: date, as_of: date
) -> Standing:
    """The cycles from the first whole one up to the running one, those without an issue."""
    kept = Turns(cycle, 1, 1).kept(issued, since, as_of)
    return Standing(kind, kept.missed, kept.due)


def _said(one: Standing, cycle: Sourced[Cycle]) -> Iterator[Reason]:
    """How often it recurs, and by when the next one is due."""
    yield Reason("bulletins.cycle", (("kind", one.kind), ("cycle", cycle.value)), cycle.citation)
    if one.due:
        yield Reason("bulletins.due", (("kind", one.kind), ("due", one.due)), cycle.citation)


def _missed(one: Standing, citation: Citation) -> Iterator[Finding]:
    """The finding that whole cycles passed without one."""
    if one.missing:
        facts = (("kind", one.kind), ("count", len(one.missing)), ("cycles", one.missing))
        yield Finding(Severity.violation, Reason("bulletins.missing", facts, citation))
