"""What does a petition have to state, and who writes it down? (事项载明内容).

Source: 2022 regulation (信访工作条例) Arts. 17, 19 and 2005 regulation (信访条例) Arts. 2, 17:
petitions come by network, letter, telephone, fax, visit and the like. As a rule they are written
and state name, address, request, facts and grounds; what is brought by word of mouth the body
records. What is missing is asked for; neither text refuses a petition for it.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import Citation, CitedList, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    PetitionForm,
    PetitionPart,
    Severity,
    Undetermined,
    WrittenBy,
)

__all__ = ["Statement", "decide"]

ASKED_FOR = Citation(
    source="",
    clause="内容不全的",
    phrase="",
    basis=Basis.interpreted,
    note="条例未规定内容不全即不受理；缺少的请信访人补充，不因此拒绝；形式以“等”字列举，不限于所列",
)
"""What is missing is asked for; nobody is turned away for it."""


@frozen
class Params:
    """What the regulation says about how a petition is put.

    Attributes:
        forms: the forms that it names.
        written_by: who writes down what comes in each form.
        parts: what is stated.

    """

    forms: CitedList[PetitionForm]
    written_by: Table[PetitionForm, WrittenBy]
    parts: CitedList[PetitionPart]


@frozen
class Statement:
    """How one petition is put.

    Attributes:
        written_by: who writes it down.
        missing: what is not stated yet, in the regulation's order.

    """

    written_by: WrittenBy
    missing: tuple[PetitionPart, ...] = ()


def decide(
    form: PetitionForm | None, stated: Collection[PetitionPart] | None, params: Params
) -> Decision[Statement]:
    """Who writes the petition down and what it lacks; undetermined without a recorded form.

    Args:
        form: how the petition was brought.
        stated: what it states; None where nobody recorded that.
        params: the regulation's lists.

    """
    parts, forms = params.parts, params.forms
    if form is None:
        unknown = Reason("petition_content.form_not_recorded", (), forms.citation)
        return Decision(Undetermined.undetermined, (unknown,))
    written_by = params.written_by[form]
    if isinstance(written_by.value, Absent):
        return Decision(Undetermined.undetermined, (silence(written_by),))
    if parts.absent is Absent.silent:
        missing = silence(parts)
        return Decision(Undetermined.undetermined, (missing,))
    facts = (("form", form), ("written_by", written_by.value))
    reasons = (
        Reason("petition_content.form", (("form", form),), forms.cited(form)),
        Reason("petition_content.written_by", facts, written_by.citation),
    )
    if stated is None:
        return Decision(Statement(written_by.value), reasons)
    lacking = tuple(
        one for one in parts.values if isinstance(one, PetitionPart) and one not in stated
    )
    return Decision(Statement(written_by.value, lacking), reasons, _ask(lacking))


def _ask(lacking: tuple[PetitionPart, ...]) -> tuple[Finding, ...]:
    """That something has to be asked for."""
    if not lacking:
        return ()
    reason = Reason("petition_content.missing", (("missing", lacking),), ASKED_FOR)
    return (Finding(Severity.notice, reason),)
