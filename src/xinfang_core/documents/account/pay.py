"""What an agent was paid (代理奖励) is no matter of time limits: who is told of it (奖励不列)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core.case import History
from xinfang_core.vocabulary import Audience, EventKind

if TYPE_CHECKING:
    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case

_PAID = EventKind.pay_award
_TOLD = frozenset({Audience.superior})
"""Who is told: the body that supervises. To all others it is the income of a person."""


def is_told(audience: Audience) -> bool:
    """Whether the readers are told what the agent was paid."""
    return audience in _TOLD


def has_pay(case: Case, answer: Assessment) -> bool:
    """Whether the policy rewards agents, or the record tells of a payment."""
    return answer.follow_through.incentive is not None or bool(case.history.all(_PAID))


def without_pay(case: Case, answer: Assessment) -> tuple[Case, Assessment]:
    """The case and its answer without the award, its payment, and what is wrong with either."""
    kept = tuple(one for one in case.history.events if one.kind is not _PAID)
    award = answer.follow_through.incentive
    found = () if award is None else award.findings
    unpaid = evolve(
        answer,
        follow_through=evolve(answer.follow_through, incentive=None),
        findings=tuple(one for one in answer.findings if one not in found),
        obligations=tuple(one for one in answer.obligations if one.duty is not _PAID),
    )
    return evolve(case, history=History(kept)), unpaid
