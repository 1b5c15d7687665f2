"""Is the matter handled by the simplified procedure? (简易办理).

Source: the state bureau's measures on simplified handling (信访事项简易办理办法, 2022) Arts. 4-6.
The competent body chooses it for first petitions that are clear, easily settled, urgent in daily
life or already promised; not for matters of the other five routes of Art. 31, assigned by a
superior, perhaps not to be supported, or with several responsible bodies or a joint signature.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EarlierStage,
    Procedure,
    Route,
    Severity,
    SimplifiedExclusion,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Case


UNRECORDED = Citation(
    source="",
    clause="排除情形未记录的读法",
    phrase="",
    basis=Basis.interpreted,
    note="是否简易办理由有权处理的机关决定；排除情形未记录的，视为没有；有排除情形的，按普通程序的期限",
)
"""The body's choice stands unless a recorded fact excludes it."""


@frozen
class Params:
    """What the measures say about the procedure.

    Attributes:
        chosen: the procedure that the competent body's choice leads to.
        exclusions: what keeps a matter from it.

    """

    chosen: Sourced[Procedure]
    exclusions: CitedList[SimplifiedExclusion]

    @cached_property
    def ordinary(self) -> Decision[Procedure]:
        """The answer where the body did not choose the procedure."""
        return _ordinary("simplified_procedure.ordinary", self.chosen)

    @cached_property
    def not_recorded(self) -> Decision[Procedure]:
        """The answer where nobody recorded whether it did."""
        return _ordinary("simplified_procedure.not_recorded", self.chosen)


def _ordinary(code: str, chosen: Sourced[Procedure]) -> Decision[Procedure]:
    return Decision(Procedure.ordinary, (Reason(code, (), chosen.citation),))


@frozen
class Traits:
    """What is recorded about what may exclude a matter; None is not recorded, read as no.

    Attributes:
        route: for an appeal, its route by Art. 31.
        earlier_stage: how far the same matter came before.
        superior_assigned: whether a superior assigned it.
        may_not_support: whether the request may not be supported.
        multi_department: whether it concerns several responsible bodies.
        joint_signature: whether several people signed it together.

    """

    route: Route | None = None
    earlier_stage: EarlierStage | None = None
    superior_assigned: bool | None = None
    may_not_support: bool | None = None
    multi_department: bool | None = None
    joint_signature: bool | None = None


def decide(
    traits: Traits,
    params: Params,
    *,
    simplified: bool | None,
) -> Decision[Procedure]:
    """The procedure of the matter.

    Args:
        traits: what may exclude it.
        params: the measures' list of exclusions.
        simplified: whether the competent body chose it; None is read as no, with a reason.

    """
    if not simplified:
        return params.not_recorded if simplified is None else params.ordinary
    chosen, exclusions = params.chosen, params.exclusions
    if exclusions.absent is Absent.silent:
        return Decision(Undetermined.undetermined, (silence(exclusions),))
    if isinstance(chosen.value, Absent):
        return Decision(Undetermined.undetermined, (silence(chosen),))
    taken = Reason("simplified_procedure.chosen", (("procedure", chosen.value),), chosen.citation)
    found = [step for step in exclusions.steps if _applies(step.value, traits)]
    read = Reason("simplified_procedure.unrecorded", (), UNRECORDED)
    if not found:
        return Decision(chosen.value, (taken, read))
    reasons = tuple(
        Reason("simplified_procedure.excluded", (("exclusion", step.value),), step.citation)
        for step in found
    )
    findings = tuple(Finding(Severity.violation, reason) for reason in reasons)
    return Decision(Procedure.ordinary, (taken, *reasons, read), findings)


def apply(context: Context, params: Params) -> Decision[Procedure]:
    """The answer about the case of ``context``."""
    case = context.case
    traits = _traits(case) if case.simplified else _NO_TRAITS
    return decide(traits, params, simplified=case.simplified)


def _applies(exclusion: SimplifiedExclusion | Absent, traits: Traits) -> bool:
    """Whether a recorded fact excludes the matter."""
    if exclusion is SimplifiedExclusion.other_route:
        return traits.route not in {None, Route.petition}
    if exclusion is SimplifiedExclusion.superior_assigned:
        return bool(traits.superior_assigned)
    if exclusion is SimplifiedExclusion.may_not_support:
        return bool(traits.may_not_support)
    if exclusion is SimplifiedExclusion.several_responsible:
        return bool(traits.multi_department)
    if exclusion is SimplifiedExclusion.joint_signature:
        return bool(traits.joint_signature)
    first = traits.earlier_stage in {None, EarlierStage.never}
    return exclusion is SimplifiedExclusion.not_first and not first


def _traits(case: Case) -> Traits:
    """What may keep a matter from the simplified procedure, once that was chosen."""
    return Traits(
        case.route,
        case.earlier_stage,
        case.superior_assigned,
        case.may_not_support,
        case.multi_department,
        case.joint_signature,
    )


_NO_TRAITS = Traits()
