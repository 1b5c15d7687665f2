"""What does the class of the matter ask of the competent body? (分类办理).

Source: 2022 regulation (信访工作条例) Art. 29: suggestions are studied; what is sound and
feasible is adopted, wholly or in part, and answered; what contributes is rewarded. Art. 30:
accusations are taken in, accepted, handled and fed back by the rules. Art. 31 (六): of an appeal
on the petition route the body hears the petitioner, verifies, and issues an opinion; it may hold
a hearing where the matter is major, complex or difficult. 2005 regulation (信访条例) Arts. 29,
31, 32: suggestions are studied and adopted where useful; in all matters the body hears, verifies
and answers in writing, with the same hearing.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_of, silence
from xinfang_core.messages import Lang
from xinfang_core.sources import Citation, CitedList
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseClass,
    CaseWeight,
    HandlingDuty,
    HearingGround,
    Route,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Case


NEEDS_CLASS = Citation(
    source="",
    clause="办理要求按类别规定",
    phrase="",
    basis=Basis.interpreted,
    note="三类事项的办理要求不同；类别或者办理途径未定的，不取任何一类的要求",
)
"""Each class is handled in its own way, so without a class there is none to tell."""

_NO_CLASS = Decision(
    Undetermined.undetermined,
    (Reason("class_handling.class_unknown", (), NEEDS_CLASS, ("case_class",)),),
)
_NO_ROUTE = Decision(
    Undetermined.undetermined,
    (Reason("class_handling.route_unknown", (), NEEDS_CLASS, ("route",)),),
)


@frozen
class Params:
    """What each class asks, in the regulation's order.

    Attributes:
        suggestion: about suggestions; a condition stands in the duty's name.
        accusation: about accusations.
        appeal: about appeals.
        appeal_routes: the routes on which the duties about appeals hold.
        hearing: what makes a hearing possible, never necessary.

    """

    suggestion: CitedList[HandlingDuty]
    accusation: CitedList[HandlingDuty]
    appeal: CitedList[HandlingDuty]
    appeal_routes: CitedList[Route]
    hearing: CitedList[HearingGround]

    @cached_property
    def asked(self) -> dict[CaseClass, Decision[Handling]]:
        """What each class asks, without a hearing."""
        duties = (self.suggestion, self.accusation, self.appeal)
        classes = (CaseClass.suggestion, CaseClass.accusation, CaseClass.appeal)
        return {of: _asked(of, listed) for of, listed in zip(classes, duties, strict=True)}


@frozen
class Handling:
    """What is asked about one matter.

    Attributes:
        duties: what the body does, in order.
        may_hear: the grounds on which it may hold a hearing; empty where it may not.

    """

    duties: tuple[HandlingDuty, ...]
    may_hear: tuple[HearingGround, ...] = ()

    def text(self, lang: Lang = "zh") -> str:
        """The duties, and that a hearing is open."""
        code = "handling.text_hearing" if self.may_hear else "handling.text"
        return messages.render(code, {"duties": self.duties}, lang)


def decide(
    case_class: CaseClass | Undetermined | Absent,
    route: Route | None,
    grounds: Collection[HearingGround],
    params: Params,
) -> Decision[Handling]:
    """What the competent body does; ``none`` on a route that has its own procedure.

    Args:
        case_class: the outcome of ``case_class``.
        route: for an appeal, its route as recorded.
        grounds: what is recorded of the matter: major, complicated, difficult.
        params: the regulation's lists.

    """
    if type(case_class) is not CaseClass:
        return _NO_CLASS
    if case_class is not _APPEAL:
        return params.asked[case_class]
    routes = params.appeal_routes
    if routes.absent is None and route is None:
        return _NO_ROUTE
    if routes.absent is None and route not in routes:
        other = Reason("class_handling.other_route", (("route", route),), routes.citation)
        return Decision(Absent.none, (other,))
    may_hear = tuple([one for one in grounds if one in params.hearing.values])
    if not may_hear:
        return params.asked[case_class]
    return _asked(case_class, params.appeal, may_hear, params.hearing.citation)


def apply(
    context: Context, params: Params, case_class: Decision[CaseClass] | None
) -> Decision[Handling]:
    """The answer about the case of ``context``."""
    which = outcome_of(case_class, context.case.case_class)
    return decide(which, context.case.route, _hearing_grounds(context.case), params)


def _asked(
    case_class: CaseClass,
    duties: CitedList[HandlingDuty],
    may_hear: tuple[HearingGround, ...] = (),
    hearing: Citation = NEEDS_CLASS,
) -> Decision[Handling]:
    """The duties of a class, in the regulation's order."""
    if duties.absent is Absent.silent:
        missing = silence(duties)
        return Decision(Undetermined.undetermined, (missing,))
    listed = tuple(one for one in duties.values if isinstance(one, HandlingDuty))
    facts = (("case_class", case_class), ("duties", listed))
    reason = Reason("class_handling.asked", facts, duties.citation)
    if not may_hear:
        return Decision(Handling(listed), (reason,))
    heard = Reason("class_handling.may_hear", (("grounds", may_hear),), hearing)
    return Decision(Handling(listed, may_hear), (reason, heard))


# Looking a member up costs as much as a reason.
_APPEAL: Final = CaseClass.appeal


def _hearing_grounds(case: Case) -> tuple[HearingGround, ...]:
    """What of the matter makes a hearing possible, as recorded."""
    recorded = (
        (_MAJOR, case.major),
        (_COMPLICATED, case.complicated),
        (_DIFFICULT, case.case_weight is _DIFFICULT_CASE),
    )
    return tuple([ground for ground, found in recorded if found])


# Looking a member up costs as much as a reason.
_MAJOR, _COMPLICATED = HearingGround.major, HearingGround.complicated
_DIFFICULT, _DIFFICULT_CASE = HearingGround.difficult, CaseWeight.difficult
