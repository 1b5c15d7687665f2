"""Was the petitioner made to pay for being served? (无偿服务).

Source: Qiaocheng (谯城信访超市): service is convenient, open, by law, efficient and free of charge.
Lawful charges of the matter itself are another thing: only what was taken for the service counts.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, ServiceCharge, Severity, Undetermined

FOR_THE_SERVICE = Citation(
    source="",
    clause="服务收费的认定",
    phrase="",
    basis=Basis.interpreted,
    note="只看为代办、接待等服务向信访人收取的费用；事项本身依法应缴的费用不在此列；未记录的按未收取",
)
"""Only what was taken for the service counts; none on record is none taken."""


@frozen
class Params:
    """What a policy says about charges for its service.

    Attributes:
        charge: whether the service is free.

    """

    charge: Sourced[ServiceCharge]


def decide(service_fee: Decimal | None, params: Params) -> Decision[ServiceCharge]:
    """Whether the petitioner was charged for the service.

    Args:
        service_fee: yuan taken for the service; None where nothing is recorded.
        params: whether the policy's service is free.

    """
    charge = params.charge
    if isinstance(charge.value, Absent):
        return Decision(Undetermined.undetermined, (silence(charge),))
    promised = Reason("service_fee.promised", (("charge", charge.value),), charge.citation)
    if not service_fee:
        taken = _NOT_RECORDED if service_fee is None else _NOTHING_TAKEN
        return Decision(ServiceCharge.free, (promised, taken))
    facts = (("amount", service_fee),)
    taken = Reason("service_fee.taken", facts, FOR_THE_SERVICE)
    findings: tuple[Finding, ...] = ()
    if charge.value is ServiceCharge.free:
        against = Reason("service_fee.against_promise", facts, charge.citation)
        findings = (Finding(Severity.violation, against),)
    return Decision(ServiceCharge.charged, (promised, taken), findings)


def apply(context: Context, params: Params) -> Decision[ServiceCharge]:
    """The answer about the case of ``context``."""
    return decide(context.case.service_fee, params)


_NOT_RECORDED = Reason("service_fee.not_recorded", (), FOR_THE_SERVICE)
_NOTHING_TAKEN = Reason("service_fee.nothing_taken", (), FOR_THE_SERVICE)
