"""How many petition together, and how many may come as representatives? (集体信访).

Source: 2022 regulation (信访工作条例) Art. 20 and 2005 regulation (信访条例) Art. 18: several
people who call in person about a common matter choose representatives, at most five. From how
many people on a petition is a group petition (集体访) neither says; five or more is practice. The
two fives are different rules. Local regulations grade the number of representatives by people.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.quantities import People
from xinfang_core.sources import Bands, Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    PetitionForm,
    PetitionSize,
    Severity,
    Undetermined,
)

RECORDED = Citation(
    source="",
    clause="登记标志优先",
    phrase="",
    basis=Basis.interpreted,
    note="已登记集体访标志的以登记为准；未登记的按人数；只描述事项，不影响登记、受理和期限",
)
"""The recorded flag wins over the number of people."""

ONE_PERSON = Citation(
    source="",
    clause="一人不成集体",
    phrase="",
    basis=Basis.interpreted,
    note="只有一人的为个人信访，与集体访自几人起无关；已登记集体访标志的仍以登记为准",
)
"""One person is no group wherever groups begin."""

_ONE = Decision(PetitionSize.single, (Reason("group_petition.one_person", (), ONE_PERSON),))
_UNKNOWN = Decision(
    Undetermined.undetermined,
    (Reason("group_petition.people_not_recorded", (), RECORDED, ("people",)),),
)


@frozen
class Params:
    """What the regulation and practice say about several people.

    Attributes:
        fewest: from how many people on it is a group petition.
        representatives: how many may come as representatives, by the number of people.

    """

    fewest: Sourced[People]
    representatives: Bands[People]


def decide(
    form: PetitionForm | None,
    people: int | None,
    representatives: int | None,
    params: Params,
    *,
    group: bool | None,
) -> Decision[PetitionSize]:
    """How many petition together; too many representatives of a visit are a finding.

    Args:
        form: how the petition was brought.
        people: how many people petition.
        representatives: how many of them came as representatives.
        params: the thresholds.
        group: whether the host recorded a group petition.

    """
    findings = _representatives(form, people, representatives, params)
    if group is not None:
        size = PetitionSize.group if group else _below(people)
        recorded = Reason("group_petition.recorded", (("size", size),), RECORDED)
        return Decision(size, (recorded,), findings)
    if people is None:
        return _UNKNOWN
    if people == 1:
        return _ONE
    fewest = params.fewest
    if fewest.value is Absent.silent:
        return Decision(Undetermined.undetermined, (silence(fewest),), findings)
    many = not isinstance(fewest.value, Absent) and people >= fewest.value
    size = PetitionSize.group if many else _below(people)
    facts = (("people", people), ("fewest", fewest.value), ("size", size))
    return Decision(size, (Reason("group_petition.by_people", facts, fewest.citation),), findings)


def apply(context: Context, params: Params) -> Decision[PetitionSize]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(case.form, case.people, case.representatives, params, group=case.group)


def _below(people: int | None) -> PetitionSize:
    """The size of a petition that is no group petition."""
    return PetitionSize.several if people is not None and people > 1 else PetitionSize.single


def _representatives(
    form: PetitionForm | None, people: int | None, representatives: int | None, params: Params
) -> tuple[Finding, ...]:
    """That more came than may, or that nobody recorded who represents so many."""
    if form is not PetitionForm.visit or people is None or people == 1:
        return ()
    most = params.representatives[people]
    came = people if representatives is None else representatives
    if isinstance(most.value, Absent) or came <= most.value:
        return ()
    code = "group_petition.too_many" if representatives else "group_petition.not_chosen"
    facts = (("people", people), ("found", came), ("most", most.value))
    return (Finding(Severity.notice, Reason(code, facts, most.citation)),)
