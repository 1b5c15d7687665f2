"""How much does a policy pay that declares a payment itself? (自定奖补).

Source: whatever document a policy restates. A payment goes to agents or to whoever made a
suggestion: so much for a matter of a kind, a level or a grade, so much a month, a prize of which
there are so many, never less than a floor, never more than a cap. Each prize is a payment of its
own. Nothing is paid where a fact is missing; what was paid is held against it in ``find_wrong``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from xinfang_core import messages
from xinfang_core.decision import Decision, Facts, Finding, Reason, silence
from xinfang_core.quantities import Times, Yuan
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Grade,
    Level,
    MatterKind,
    PaidBy,
    PaidFor,
    Role,
    Severity,
    Undetermined,
    WorkKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.messages import Lang

__all__ = ["Given", "Grounds", "Paid", "Payable", "decide", "find_wrong"]

UNKNOWN = Citation(
    source="",
    clause="奖补所依的事实",
    phrase="",
    basis=Basis.interpreted,
    note="奖补按情形、件数或者月数计算；有一项没有登记的，不发、不估，待补记后计算",
)
"""What a payment depends on is never guessed."""

BOUNDS = Citation(
    source="",
    clause="奖补的下限和上限",
    phrase="",
    basis=Basis.interpreted,
    note="下限、上限按每件、每月、每次计，再乘以件数、月数",
)
"""A floor and a cap hold for one matter, month or prize."""

QUOTA = Citation(
    source="",
    clause="奖项名额的核对",
    phrase="",
    basis=Basis.interpreted,
    note="名额按一次评选计；核对的清单须是同一次评选的全部发放记录，次序不论",
)
"""A quota is held against all awards of one round."""


@frozen
class Params:
    """What a policy declares of one payment.

    Attributes:
        name: its official name.
        paid_to: who gets it.
        paid_for: what one amount is paid for: a matter, a month, a prize.
        amount: yuan for each; a table where it depends on ``by``; None where only bounds are told.
        by: what the amount depends on, in the order of the table's keys.
        at_least: the least for each; None where the source has no floor.
        at_most: the most for each; None where it has no cap.
        quota: how many there are in one round; None where the source sets no number.

    """

    name: Sourced[str]
    paid_to: Sourced[Role]
    paid_for: Sourced[PaidFor]
    amount: Sourced[Yuan] | Table[object, Yuan] | None = None
    by: CitedList[PaidBy] | None = None
    at_least: Sourced[Yuan] | None = None
    at_most: Sourced[Yuan] | None = None
    quota: Sourced[Times] | None = None


@frozen
class Grounds:
    """What a payment goes by (奖补依据); None is "not recorded".

    Attributes:
        kind: the kind of the matter.
        work_kind: how its work is graded.
        level: at which level.
        grade: the rating.
        count: how many matters or months; one prize is one.

    """

    kind: MatterKind | None = None
    work_kind: WorkKind | None = None
    level: Level | None = None
    grade: Grade | None = None
    count: int | None = 1


@frozen
class Payable:
    """What is to be paid (应发金额), in yuan.

    Attributes:
        least: the least.
        most: the most; None where there is no bound. The amount itself where both are equal.

    """

    least: Decimal
    most: Decimal | None

    def text(self, lang: Lang = "zh") -> str:
        """The amount, or its bounds."""
        facts = {"least": self.least, "most": self.most}
        if self.most is None:
            return messages.render("payable.least", facts, lang)
        exact = self.least == self.most
        return messages.render("payable.exact" if exact else "payable.between", facts, lang)


@frozen
class Given:
    """A payment as it is on record (发放记录): no names.

    Attributes:
        amount: yuan.
        grounds: what it was paid for, as recorded.

    """

    amount: Decimal = field(repr=False)
    grounds: Grounds = Grounds()


@frozen
class Paid:
    """What was paid in one round (发放情况).

    Attributes:
        count: how many payments.
        total: yuan, together.

    """

    count: int
    total: Decimal

    def text(self, lang: Lang = "zh") -> str:
        """How many, and how much."""
        return messages.render("paid.text", {"count": self.count, "total": self.total}, lang)


def decide(grounds: Grounds, params: Params) -> Decision[Payable]:
    """What is to be paid; ``none`` where the policy pays nothing in such a case.

    Args:
        grounds: what the payment goes by.
        params: the payment as it is declared.

    """
    lacking = _lacking(grounds, params)
    if lacking is not None:
        return Decision(_UNKNOWN, (lacking,))
    amount, count = _amount(grounds, params), grounds.count or 0
    values = (amount, params.at_least, params.at_most)
    silent = tuple(silence(one) for one in values if one and one.value is Absent.silent)
    if silent:
        return Decision(_UNKNOWN, silent)
    if amount is not None and isinstance(amount.value, Absent):
        return Decision(Absent.none, (Reason("payment.nothing", (), amount.citation),))
    each = _each(_yuan(amount), params)
    due = Payable(each.least * count, None if each.most is None else each.most * count)
    times = (("count", count), ("of", params.paid_for.value), ("due", due))
    multiplied = Reason("payment.times", times, params.paid_for.citation)
    return Decision(due, (*_told(amount, params), *([multiplied] if count != 1 else [])))


def find_wrong(given: Iterable[Given], params: Params) -> Decision[Paid]:
    """What was paid in one round, with each payment that is not as the policy has it.

    Args:
        given: every payment of one round under this name, in any order.
        params: the payment as it is declared.

    """
    every = tuple(given)
    paid = Paid(len(every), sum((one.amount for one in every), _NOTHING))
    facts = (("count", paid.count), ("total", paid.total))
    reasons = (Reason("payment.paid", facts, QUOTA),)
    findings = [found for one in sorted(every, key=_by_amount) for found in _not_due(one, params)]
    return Decision(paid, reasons, (*_too_many(paid, params), *findings))


def _lacking(grounds: Grounds, params: Params) -> Reason | None:
    """What the payment depends on and nobody recorded; None where all is known."""
    lacking = tuple(one for one in _dimensions(params) if getattr(grounds, one.name) is None)
    if lacking:
        names = tuple(_NAMES.get(one, one.name) for one in lacking)
        return Reason("payment.unknown", (("names", lacking),), UNKNOWN, names)
    if grounds.count is None:
        facts = (("of", params.paid_for.value),)
        return Reason("payment.no_count", facts, UNKNOWN, ("count",))
    return None


def _dimensions(params: Params) -> tuple[PaidBy, ...]:
    """What the amount depends on, in the order of the keys."""
    found = params.by.values if params.by else ()
    return tuple(one for one in found if isinstance(one, PaidBy))


def _amount(grounds: Grounds, params: Params) -> Sourced[Yuan] | None:
    """The amount for each; None where only bounds are told."""
    amount = params.amount
    if not isinstance(amount, Table):
        return amount
    keys = tuple(getattr(grounds, one.name) for one in _dimensions(params))
    return amount[keys[0] if len(keys) == 1 else keys]


def _yuan(value: Sourced[Yuan] | None) -> Decimal | None:
    """An amount; None where there is none."""
    return None if value is None or isinstance(value.value, Absent) else value.value


def _each(amount: Decimal | None, params: Params) -> Payable:
    """What is paid for each: the amount within its bounds, or the bounds alone."""
    least, most = _yuan(params.at_least) or _NOTHING, _yuan(params.at_most)
    if amount is None:
        return Payable(least, most)
    each = max(amount, least) if most is None else min(max(amount, least), most)
    return Payable(each, each)


def _told(amount: Sourced[Yuan] | None, params: Params) -> Iterator[Reason]:
    """Why it is so much for each."""
    if amount is not None:
        facts: Facts = (("amount", amount.value), ("of", params.paid_for.value))
        yield Reason("payment.amount", facts, amount.citation)
    bounds = [("least", params.at_least), ("most", params.at_most)]
    for side, bound in bounds:
        if bound is not None and _yuan(bound) is not None:
            yield Reason(f"payment.{side}", (("amount", bound.value),), bound.citation)
            yield Reason("payment.bounds", (), BOUNDS)


def _by_amount(one: Given) -> tuple[Decimal, str]:
    """An order that does not depend on how the payments were recorded."""
    return one.amount, repr(one.grounds)


def _not_due(one: Given, params: Params) -> Iterator[Finding]:
    """That a payment is another than what is due."""
    decision = decide(one.grounds, params)
    due = decision.outcome
    if due is Undetermined.undetermined:
        yield Finding(Severity.notice, decision.reasons[0])
        return
    cited = decision.reasons[0].citation
    if not isinstance(due, Payable):
        reason = Reason("payment.none_due", (("paid", one.amount),), cited)
        yield Finding(Severity.violation, reason)
        return
    facts = (("paid", one.amount), ("due", due))
    if one.amount < due.least:
        yield Finding(Severity.violation, Reason("payment.paid_less", facts, cited))
    elif due.most is not None and one.amount > due.most:
        yield Finding(Severity.violation, Reason("payment.paid_more", facts, cited))


def _too_many(paid: Paid, params: Params) -> Iterator[Finding]:
    """That there were more of a prize than the policy has."""
    quota = params.quota
    if quota is None or quota.value is Absent.none:
        return
    if isinstance(quota.value, Absent):
        yield Finding(Severity.notice, silence(quota))
    elif paid.count > quota.value:
        facts = (("count", paid.count), ("quota", quota.value))
        yield Finding(Severity.violation, Reason("payment.over_quota", facts, quota.citation))


_UNKNOWN: Final = Undetermined.undetermined
_NOTHING: Final = Decimal(0)
_NAMES: Mapping[PaidBy, str] = {PaidBy.kind: "category"}
"""What is known under another name than that of the dimension."""

KEYS: Mapping[PaidBy, object] = {
    PaidBy.kind: MatterKind,
    PaidBy.work_kind: WorkKind,
    PaidBy.level: Level,
    PaidBy.grade: Grade,
}
"""What the keys of a table are in each dimension."""
