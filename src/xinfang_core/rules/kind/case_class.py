"""Is it a suggestion, an accusation or an appeal? (事项类别).

Source: 2022 regulation (信访工作条例) Arts. 29, 30, 31 handle three classes of matters, each in a
way of its own: suggestions (建议意见), accusations (检举控告) and appeals (申诉求决). Registers
know the purpose (信访目的) of a petition under other words; which of them belongs to which class
is a reading, and consultations and other purposes belong to none.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, Table
from xinfang_core.vocabulary import Absent, Basis, CaseClass, Purpose, Undetermined

RECORDED = Citation(
    source="",
    clause="登记类别优先",
    phrase="",
    basis=Basis.interpreted,
    note="已登记事项类别的以登记为准；未登记的依信访目的对应；均未登记的不作推断",
)
"""The recorded class wins; else the purpose tells; else nothing does."""

_RECORDED: dict[CaseClass, Decision[CaseClass]] = {
    one: Decision(one, (Reason("case_class.recorded", (("case_class", one),), RECORDED),))
    for one in CaseClass
}
_UNKNOWN = Decision(
    Undetermined.undetermined,
    (Reason("case_class.purpose_not_recorded", (), RECORDED, ("case_class",)),),
)


@frozen
class Params:
    """Which class a purpose belongs to.

    Attributes:
        by_purpose: the class of each purpose; ``silent`` where it belongs to none for sure.

    """

    by_purpose: Table[Purpose, CaseClass]


def decide(
    case_class: CaseClass | None, purpose: Purpose | None, params: Params
) -> Decision[CaseClass]:
    """The class of the matter; undetermined, never guessed, where nothing recorded tells it.

    Args:
        case_class: the class as recorded; it wins.
        purpose: the purpose as recorded.
        params: the regulation's table.

    """
    if case_class is not None:
        return _RECORDED[case_class]
    if purpose is None:
        return _UNKNOWN
    found = params.by_purpose[purpose]
    if isinstance(found.value, Absent):
        unclear = Reason(
            "case_class.purpose_unclear", (("purpose", purpose),), found.citation, ("case_class",)
        )
        return Decision(Undetermined.undetermined, (unclear, silence(found)))
    facts = (("purpose", purpose), ("case_class", found.value))
    return Decision(found.value, (Reason("case_class.by_purpose", facts, found.citation),))


def apply(context: Context, params: Params) -> Decision[CaseClass]:
    """The answer about the case of ``context``."""
    return decide(context.case.case_class, context.case.purpose, params)
