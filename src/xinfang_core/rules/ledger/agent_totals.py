"""What does each agent earn in a month and in a quarter? (代理员奖励汇总).

Source: the online-proxy system (网上信访代理), second part, third measure, pays for each case and
names no cap and no interval; its fourth measure of the third part reports every quarter. Awards
are added up for each agent by month and quarter, because what recurs within a month is one
payment in tax law; the tax itself is not computed. For public employees the records of their
appraisal are counted. Money that a cap cuts off in one month does not move to another.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen

from xinfang_core import messages
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.quantities import Yuan
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, AwardKind, Basis, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from xinfang_core.messages import Lang

__all__ = ["Earning", "Total", "Totals", "totals"]

BY_MONTH = Citation(
    source="",
    clause="奖励按月、按季汇总",
    phrase="",
    basis=Basis.interpreted,
    note="原文未规定汇总周期；按取得奖励之日归入自然月、自然季，季度数为各月应发数之和；不计算个人所得税",
)
"""An award belongs to the month in which it was earned."""


class Recognised(Protocol):
    """What an award has to tell: money or an appraisal record, and how much."""

    @property
    def kind(self) -> AwardKind:
        """Money, or a record for the yearly appraisal."""

    @property
    def amount(self) -> Decimal:
        """Yuan; 0 for an appraisal record."""


@frozen
class Params:
    """What limits an agent's money.

    Attributes:
        monthly_cap: the most for an agent in a month in yuan; ``none`` where there is no cap.

    """

    monthly_cap: Sourced[Yuan]


@frozen
class Earning:
    """The award of one case.

    Attributes:
        agent_no: the agent's number in the register; kept out of ``repr``.
        day: the day on which it was earned; for one that is undetermined, the day asked about.
        award: the answer about the case.

    """

    agent_no: str = field(repr=False)
    day: date
    award: Decision[Recognised]


@frozen
class Total:
    """What an agent earned in a month or in a quarter.

    Attributes:
        agent_no: the agent's number; kept out of ``repr``.
        year: the year.
        period: the number of the month, or of the quarter.
        cases: awards in money.
        earned: yuan, before any cap.
        payable: yuan, within the monthly cap.
        appraisals: records for the yearly appraisal.
        undetermined: cases whose award cannot be told yet; no money is counted for them.

    """

    agent_no: str = field(repr=False)
    year: int
    period: int
    cases: int = 0
    earned: Decimal = Decimal(0)
    payable: Decimal = Decimal(0)
    appraisals: int = 0
    undetermined: int = 0


@frozen
class Totals:
    """What all agents earned: by month and by quarter, each in order of agent and time."""

    months: tuple[Total, ...]
    quarters: tuple[Total, ...]

    def text(self, lang: Lang = "zh") -> str:
        """How many agents' months there are, and what is payable in all."""
        payable = sum((one.payable for one in self.months), Decimal(0))
        facts = {"months": len(self.months), "payable": payable}
        return messages.render("agent_totals.text", facts, lang)


def totals(earnings: Iterable[Earning], params: Params) -> Decision[Totals]:
    """The totals for each agent.

    Args:
        earnings: one for each case; one without an agent's number belongs to nobody and is
            left out with a finding, and one to which no award belongs is left out.
        params: the policy's cap.

    Returns:
        Undetermined where the policy is silent on the cap.

    """
    cap = params.monthly_cap
    if cap.value is Absent.silent:
        return Decision(Undetermined.undetermined, (silence(cap),))
    by_month: dict[tuple[str, int, int], list[Decision[Recognised]]] = {}
    nobody = 0
    for one in earnings:
        if one.award.outcome is Absent.none:
            continue
        if one.agent_no:
            month = one.agent_no, one.day.year, one.day.month
            by_month.setdefault(month, []).append(one.award)
        else:
            nobody += 1
    months = tuple(_month(key, by_month[key], cap.value) for key in sorted(by_month))
    reasons = (
        Reason("agent_totals.by_month", (("months", len(months)),), BY_MONTH),
        Reason("agent_totals.cap", (("cap", cap.value),), cap.citation),
    )
    return Decision(Totals(months, _quarters(months)), reasons, _nobodys(nobody))


def _month(
    key: tuple[str, int, int], awards: Iterable[Decision[Recognised]], cap: Decimal | Absent
) -> Total:
    """One agent's month."""
    money: list[Decimal] = []
    appraisals = undetermined = 0
    for award in awards:
        outcome = award.outcome
        if isinstance(outcome, Undetermined | Absent):
            undetermined += 1
        elif outcome.kind is AwardKind.appraisal:
            appraisals += 1
        else:
            money.append(outcome.amount)
    earned = sum(money, Decimal(0))
    payable = earned if isinstance(cap, Absent) else min(earned, cap)
    return Total(*key, len(money), earned, payable, appraisals, undetermined)


def _quarters(months: Iterable[Total]) -> tuple[Total, ...]:
    """The months of each quarter together; the cap was a monthly one."""
    found: dict[tuple[str, int, int], list[Total]] = {}
    for one in months:
        quarter = one.agent_no, one.year, (one.period + 2) // 3
        found.setdefault(quarter, []).append(one)
    return tuple(_together(key, parts) for key, parts in found.items())


def _together(key: tuple[str, int, int], parts: Iterable[Total]) -> Total:
    rows = tuple(parts)
    return Total(
        *key,
        cases=sum(one.cases for one in rows),
        earned=sum((one.earned for one in rows), Decimal(0)),
        payable=sum((one.payable for one in rows), Decimal(0)),
        appraisals=sum(one.appraisals for one in rows),
        undetermined=sum(one.undetermined for one in rows),
    )


def _nobodys(count: int) -> tuple[Finding, ...]:
    """The finding that awards belong to no agent on record."""
    if not count:
        return ()
    reason = Reason("agent_totals.no_agent_no", (("count", count),), BY_MONTH)
    return (Finding(Severity.notice, reason),)
