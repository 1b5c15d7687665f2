"""Is the matter accepted, passed on, or not accepted? (受理与否).

Source: 2022 regulation (信访工作条例) Art. 19: a matter that is accepted or being handled, and is
taken to a higher body within the limit, is not accepted there. Art. 36: after a re-review the
same facts and grounds are accepted no more. Arts. 20, 22: letters about litigation go to the
political and legal organs (政法部门), visitors are guided there, accusations for discipline
inspection go to it. 2005 regulation (信访条例) Arts. 14, 15, 21: five kinds of organs and persons
may be petitioned about; matters of congresses, courts and procuratorates are shown the way there;
what has a legal route (litigation, arbitration, reconsideration) is not accepted, and told so.
Arts. 16, 35: as Arts. 19 and 36 above.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EarlierStage,
    Intake,
    Level,
    PetitionForm,
    RefusalCondition,
    Route,
    Subject,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Case


NEVER_IN_DOUBT = Citation(
    source="",
    clause="存疑不拒",
    phrase="",
    basis=Basis.interpreted,
    note="不予受理、不再受理的条件须逐项有记录；缺一项记录的，不据此拒绝信访人",
)
"""A refusal needs each of its conditions on record; in doubt nobody is refused."""

IN_ORDER = Citation(
    source="",
    clause="受理审查的先后",
    phrase="",
    basis=Basis.interpreted,
    note="依次看此前办理情况、反映对象、办理途径；前一项已有去向的不再看后一项",
)
"""The earlier handling is looked at first, then whom it is about, then the route."""

_RANK = {level: place for place, level in enumerate(Level)}
_ORDINARY = Reason("admissibility.ordinary", (), IN_ORDER)
_ACCEPTED = Decision(Intake.accept, (_ORDINARY,))
# Looking a member up costs as much as a reason.
_NEVER: Final = EarlierStage.never
_VISIT: Final = PetitionForm.visit


@frozen
class Params:
    """What becomes of a matter.

    Attributes:
        earlier: by how far the same matter came before.
        subject: by whom it is about, or in whose competence it lies.
        route: by the route that is open, for other forms than visits.
        visit_route: the same for visits.

    """

    earlier: Table[EarlierStage, Intake]
    subject: Table[Subject, Intake]
    route: Table[Route, Intake]
    visit_route: Table[Route, Intake]

    @cached_property
    def by_route(self) -> dict[tuple[Route, bool], Decision[Intake]]:
        """The answer by the route that is open, and by whether it is a visit."""
        return {
            (route, visit): _answer("admissibility.route", "route", route, table[route])
            for visit, table in ((False, self.route), (True, self.visit_route))
            for route in Route
        }


@frozen
class Earlier:
    """What is recorded of an earlier petition; None where it is not.

    Attributes:
        stage: how far it came.
        same_person: whether it was by the same person.
        same_matter: whether it was about the same matter.
        same_grounds: whether this one stands on the same facts and grounds.
        visited: the level at which the matter is brought now.
        competent: the level that is competent.
        within_limit: whether the limit of the body that has the matter is still running, as
            recorded.

    """

    stage: EarlierStage | None = None
    same_person: bool | None = None
    same_matter: bool | None = None
    same_grounds: bool | None = None
    visited: Level | None = None
    competent: Level | None = None
    within_limit: bool | None = None


def decide(
    earlier: Earlier,
    subject: Subject | None,
    route: Route | None,
    form: PetitionForm | None,
    params: Params,
) -> Decision[Intake]:
    """What becomes of the matter; what is not recorded never refuses it.

    Args:
        earlier: what is recorded of an earlier petition.
        subject: whom the matter is about.
        route: the route that is open, as recorded.
        form: how the petition was brought.
        params: the regulation's tables.

    """
    doubts: tuple[Reason, ...] = ()
    if earlier.stage is not None and earlier.stage is not _NEVER:
        found = params.earlier[earlier.stage]
        doubt = _doubt(earlier)
        if doubt is None:
            return _answer("admissibility.earlier", "stage", earlier.stage, found)
        doubts = (doubt, Reason("admissibility.stage", (("stage", earlier.stage),)))
    if subject is not None:
        found = params.subject[subject]
        if found.value is not Intake.accept:
            return _answer("admissibility.subject", "subject", subject, found, doubts)
    if route is not None:
        found_there = params.by_route[route, form is _VISIT]
        outcome, reasons, _ = found_there
        return Decision(outcome, (*doubts, *reasons)) if doubts else found_there
    return Decision(Intake.accept, (*doubts, _ORDINARY)) if doubts else _ACCEPTED


def apply(context: Context, params: Params) -> Decision[Intake]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(_earlier(case), case.subject, case.route, case.form, params)


def _doubt(earlier: Earlier) -> Reason | None:
    """Why the earlier petition keeps nothing out; None where all that it takes is on record."""
    conditions = _conditions(earlier)
    unmet = tuple(one for one, met in conditions.items() if met is False)
    if unmet:
        return Reason("admissibility.unmet", (("conditions", unmet),), NEVER_IN_DOUBT)
    lacking = tuple(one for one, met in conditions.items() if met is None)
    if not lacking:
        return None
    names = tuple(name for one in lacking for name in _FACTS[one])
    facts = (("conditions", lacking),)
    return Reason("admissibility.not_recorded", facts, NEVER_IN_DOUBT, names)


def _conditions(earlier: Earlier) -> dict[RefusalCondition, bool | None]:
    """What it takes that the earlier petition counts, and whether it is so; None if unrecorded."""
    same = {
        RefusalCondition.same_person: earlier.same_person,
        RefusalCondition.same_matter: earlier.same_matter,
    }
    if earlier.stage is EarlierStage.re_reviewed:
        return {**same, RefusalCondition.same_grounds: earlier.same_grounds}
    visited, competent = earlier.visited, earlier.competent
    higher = None if visited is None or competent is None else _RANK[visited] > _RANK[competent]
    within = {RefusalCondition.within_limit: earlier.within_limit}
    return {**same, **within, RefusalCondition.higher_level: higher}


_FACTS = {
    RefusalCondition.same_person: ("same_person",),
    RefusalCondition.same_matter: ("same_matter",),
    RefusalCondition.same_grounds: ("same_grounds",),
    RefusalCondition.within_limit: ("earlier_within_limit",),
    RefusalCondition.higher_level: ("visited_level", "competent_level"),
}


def _answer(
    code: str, name: str, key: object, found: Sourced[Intake], doubts: tuple[Reason, ...] = ()
) -> Decision[Intake]:
    """What a table says; undetermined where the regulation does not."""
    if isinstance(found.value, Absent):
        return Decision(Undetermined.undetermined, (*doubts, silence(found)))
    facts = ((name, key), ("intake", found.value))
    return Decision(found.value, (*doubts, Reason(code, facts, found.citation)))


def _earlier(case: Case) -> Earlier:
    """What is recorded of an earlier petition in the same matter."""
    if case.earlier_stage is None:
        return _NO_EARLIER
    return Earlier(
        case.earlier_stage,
        case.same_person,
        case.same_matter,
        case.same_grounds,
        case.visited_level,
        case.competent_level,
        case.earlier_within_limit,
    )


_NO_EARLIER = Earlier()
