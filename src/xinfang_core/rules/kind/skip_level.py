"""Was the visit made above the level next to the competent one? (越级走访).

Source: 2022 regulation (信访工作条例) Art. 20 and 2005 regulation (信访条例) Art. 16: who calls
in person does so at the competent level or the one above it. A visit higher up is a sign about
the matter: the visitor is guided to the right place, and nothing else follows from it.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, CitedList
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Level,
    LevelReach,
    PetitionForm,
    Undetermined,
    VisitLevel,
)

GUIDED_ONLY = Citation(
    source="",
    clause="越级走访只作引导",
    phrase="",
    basis=Basis.interpreted,
    note="越级与否只用于引导就地反映，不影响登记、办理和期限；层级未记录的不作认定",
)
"""A visit at a higher level is guided, and loses nothing."""

_RANK = {level: place for place, level in enumerate(Level)}
_REACHES = (LevelReach.own, LevelReach.next_above)
_UNKNOWN = Decision(
    Undetermined.undetermined,
    (
        Reason(
            "skip_level.level_not_recorded", (), GUIDED_ONLY, ("visited_level", "competent_level")
        ),
    ),
)
_NO_FORM = Decision(
    Undetermined.undetermined, (Reason("skip_level.form_not_recorded", (), GUIDED_ONLY, ("form",)),)
)


@frozen
class Params:
    """Where a visit may be made.

    Attributes:
        allowed: the places, seen from the competent level.

    """

    allowed: CitedList[LevelReach]


def decide(
    form: PetitionForm | None, visited: Level | None, competent: Level | None, params: Params
) -> Decision[VisitLevel]:
    """Whether the visit went level by level; ``none`` for any other form than a visit.

    Args:
        form: how the petition was brought.
        visited: the level at which the petitioner called.
        competent: the level that is competent.
        params: where a visit may be made.

    """
    allowed = params.allowed
    if form is None:
        return _NO_FORM
    if form is not PetitionForm.visit:
        other = Reason("skip_level.no_visit", (("form", form),), allowed.citation)
        return Decision(Absent.none, (other,))
    if allowed.absent is Absent.silent:
        missing = silence(allowed)
        return Decision(Undetermined.undetermined, (missing,))
    if visited is None or competent is None:
        return _UNKNOWN
    reach = _reach(visited, competent)
    facts = (("visited", visited), ("competent", competent), ("reach", reach))
    if reach is not LevelReach.below and reach not in allowed:
        higher = Reason("skip_level.skipped", facts, allowed.citation)
        guided = Reason("skip_level.guided", (("competent", competent),), GUIDED_ONLY)
        return Decision(VisitLevel.skipping, (higher, guided))
    return Decision(
        VisitLevel.step_by_step, (Reason("skip_level.proper", facts, allowed.citation),)
    )


def apply(context: Context, params: Params) -> Decision[VisitLevel]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(case.form, case.visited_level, case.competent_level, params)


def _reach(visited: Level, competent: Level) -> LevelReach:
    """Where the visited level lies, seen from the competent one."""
    above = _RANK[visited] - _RANK[competent]
    if above < 0:
        return LevelReach.below
    return _REACHES[above] if above < len(_REACHES) else LevelReach.further_above
