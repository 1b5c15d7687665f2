"""What an agent was paid (代理奖励) is no matter of time limits: who is told of it (奖励不列)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core.case import History
from xinfang_core.vocabulary import Audience, EventKind
from xinfang_core.workflow import Later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.decision import Finding

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
        findings=tuple(
            told for one in answer.findings if one not in found for told in _unpaid(one)
        ),
        obligations=tuple(one for one in answer.obligations if one.duty is not _PAID),
    )
    return evolve(case, history=History(kept)), unpaid


def _unpaid(finding: Finding) -> Iterator[Finding]:
    """A finding without the payments that it lists; none where it is of nothing else."""
    facts = tuple((name, _others(value)) for name, value in finding.reason.facts)
    if facts == finding.reason.facts:
        yield finding
    elif all(value != () for _, value in facts):
        yield finding._replace(reason=finding.reason._replace(facts=facts))


def _others(value: object) -> object:
    """A fact without payments."""
    if type(value) is tuple:  # a list; what has names is a value of its own
        return tuple(one for one in value if not _is_payment(one))
    return () if _is_payment(value) else value


def _is_payment(value: object) -> bool:
    return value is _PAID or (isinstance(value, Later) and value.event is _PAID)
