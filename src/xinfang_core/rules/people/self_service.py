"""Is the visitor offered help at the self-service machine? (自助登记).

Source: Gongshu (拱墅网上信访): a machine for petitioning online stands in the hall; visitors with
a first and simple matter are guided by somebody whose task that is through registering there. It
is an offer: whoever does not want it, or has another matter, registers at the window as before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_as, silence
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseWeight,
    PetitionForm,
    RegistrationWay,
    Repetition,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.rules.kind import Kind


AN_OFFER = Citation(
    source="",
    clause="自助登记的性质",
    phrase="",
    basis=Basis.interpreted,
    note="引导自助登记是一种便利，由来访人自愿选择；不愿使用或者不属于初次、简单的，窗口照常登记",
)
"""Guidance to the machine is an offer; the window stays open to everybody."""


@frozen
class Params:
    """What a policy says about the machine.

    Attributes:
        form: how a petition must have been brought for the offer.
        weight: the weight that it must have.
        way: what is offered to first matters of that form and weight.

    """

    form: Sourced[PetitionForm]
    weight: Sourced[CaseWeight]
    way: Sourced[RegistrationWay]


def decide(
    form: PetitionForm | None,
    weight: CaseWeight | None,
    repetition: Repetition | None,
    params: Params,
) -> Decision[RegistrationWay]:
    """What the visitor is offered; ``none`` where the offer does not arise.

    Args:
        form: how the petition was brought.
        weight: the outcome about its weight; None where that is undetermined.
        repetition: the outcome of ``repeat_petition``; None where that is undetermined.
        params: the policy's conditions and offer.

    """
    for needed in (params.form, params.weight, params.way):
        if isinstance(needed.value, Absent):
            return Decision(Undetermined.undetermined, (silence(needed),))
    asked = (("form", params.form.value), ("weight", params.weight.value))
    met = (form is params.form.value, weight is params.weight.value, repetition is Repetition.first)
    if all(met):
        facts = (*asked, ("way", params.way.value))
        reason = Reason("self_service.offered", facts, params.way.citation)
        return Decision(params.way.value, (reason, _WINDOW))
    known = (form is not None, weight is not None, repetition is not None)
    if all(one or not sure for one, sure in zip(met, known, strict=True)):
        # Nothing speaks against the offer, but something is not recorded.
        lacks = tuple(name for name, sure in zip(_NEEDED, known, strict=True) if not sure)
        unknown = Reason("self_service.not_recorded", asked, params.way.citation, lacks)
        return Decision(Undetermined.undetermined, (unknown, _WINDOW))
    reason = Reason("self_service.not_meant", asked, params.way.citation)
    return Decision(Absent.none, (reason, _WINDOW))


_NEEDED = ("form", "case_weight", "repeat_petition")
"""A fact and two rules, in the order in which they are asked."""


def apply(context: Context, params: Params, kind: Kind) -> Decision[RegistrationWay]:
    """The answer about the case of ``context``."""
    again = outcome_as(kind.repeat_petition, Repetition)
    return decide(context.case.form, kind.weight, again, params)


_WINDOW = Reason("self_service.window", (), AN_OFFER)
