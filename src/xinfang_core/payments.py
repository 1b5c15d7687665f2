"""What was paid for a case, held against what is due (奖励发放核对).

Which award is due is decided by a rule; what the office recorded as paid is never read there, so
that no payment can justify itself. Here the two meet: each payment that the award does not carry
is a finding, and none changes the award.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from xinfang_core.case.event import is_before
from xinfang_core.decision import Finding, Reason
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Basis, EventKind, Severity

if TYPE_CHECKING:
    from xinfang_core.case import Event, History

KEPT = Citation(
    source="",
    clause="重新办理与已发奖励",
    phrase="",
    basis=Basis.interpreted,
    note="重新办理不是代理员的过错，不收回此前已发的奖励；尚未发放的按最近一次评价计算",
)
"""Reopening a case never takes back what was paid before."""

# Looking a member up costs as much as a reason.
_PAY: Final = EventKind.pay_award
_NOTHING: Final = Decimal(0)


def nothing_due(
    code: str, history: History, cited: Citation, severity: Severity = Severity.violation
) -> tuple[Finding, ...]:
    """That money was paid where none is due, or none yet.

    Args:
        code: the words for it: why nothing is due.
        history: the events; each ``pay_award`` is a payment.
        cited: what it rests on that nothing is due.
        severity: how grave it is.

    """
    payments = history.all(_PAY)
    if not payments:
        return ()
    facts = (("paid", _total(payments)),)
    return (Finding(severity, Reason(code, facts, cited)),)


def other_than_due(due: Decimal, history: History, cited: Citation) -> tuple[Finding, ...]:
    """That the award was paid twice, or another amount than what is due.

    Args:
        due: the award in yuan.
        history: the events; each ``pay_award`` is a payment.
        cited: what the amount rests on.

    """
    payments = history.all(_PAY)
    if not payments:
        return ()
    paid = _total(payments)
    facts = (("paid", paid), ("due", due), ("times", len(payments)))
    if len(payments) > 1:
        return (Finding(Severity.violation, Reason("incentive.paid_twice", facts, cited)),)
    if paid < due:
        return (Finding(Severity.warning, Reason("incentive.paid_less", facts, cited)),)
    if paid == due:
        return ()
    reopened = history.all(EventKind.reopen)
    if reopened and not is_before(reopened[-1], payments[0]):
        return (Finding(Severity.notice, Reason("incentive.kept", facts, KEPT)),)
    return (Finding(Severity.violation, Reason("incentive.paid_more", facts, cited)),)


def _total(payments: tuple[Event, ...]) -> Decimal:
    return sum((event.amount for event in payments if event.amount), _NOTHING)
