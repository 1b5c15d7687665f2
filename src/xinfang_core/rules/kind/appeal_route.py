"""Where does the route of an appeal lead, and who sets its day count? (办理途径).

Source: 2022 regulation (信访工作条例) Art. 31 knows six routes: (一) litigation and other legal
procedures, (二) arbitration, (三) appeals of party members, (四) administrative procedures, (五)
requests to investigate or to protect, (六) all others, which end with a petition opinion. Art. 34
sets a day count for the sixth alone. The 2005 regulation has no such routes.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_of, silence
from xinfang_core.sources import Citation, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseClass,
    LimitOrigin,
    Route,
    RouteResult,
    Undetermined,
)

APPEALS_ONLY = Citation(
    source="",
    clause="办理途径只对申诉求决事项区分",
    phrase="",
    basis=Basis.interpreted,
    note="途径由有权处理的机关认定，本库只采用已登记的途径，不作推断",
)
"""Only an appeal has a route, and the route is recorded, never guessed."""

# Looking a member up costs as much as a reason.
_APPEAL: Final = CaseClass.appeal
_NO_CLASS = Decision(
    Undetermined.undetermined,
    (Reason("appeal_route.class_unknown", (), APPEALS_ONLY, ("case_class",)),),
)
_NO_ROUTE = Decision(
    Undetermined.undetermined, (Reason("appeal_route.not_recorded", (), APPEALS_ONLY, ("route",)),)
)


@frozen
class Params:
    """What the regulation says about the routes.

    Attributes:
        leads_to: what each route leads to.
        limit: where the day count of each route is found.

    """

    leads_to: Table[Route, RouteResult]
    limit: Table[Route, LimitOrigin]

    @cached_property
    def routes(self) -> dict[Route, Decision[AppealRoute]]:
        """The answer for each route."""
        return {route: _led(route, self) for route in Route}


@frozen
class AppealRoute:
    """The route of one appeal.

    Attributes:
        route: as recorded.
        leads_to: what it leads to.
        limit: where its day count is found.

    """

    route: Route
    leads_to: RouteResult
    limit: LimitOrigin


def decide(
    case_class: CaseClass | Undetermined | Absent, route: Route | None, params: Params
) -> Decision[AppealRoute]:
    """Where the recorded route leads; ``none`` for a matter that is no appeal.

    Args:
        case_class: the outcome of ``case_class``.
        route: the route as recorded.
        params: the regulation's tables.

    """
    if type(case_class) is not CaseClass:
        return _NO_CLASS
    if case_class is not _APPEAL:
        facts = (("case_class", case_class),)
        return Decision(Absent.none, (Reason("appeal_route.no_appeal", facts, APPEALS_ONLY),))
    if route is None:
        return _NO_ROUTE
    return params.routes[route]


def apply(
    context: Context, params: Params, case_class: Decision[CaseClass] | None
) -> Decision[AppealRoute]:
    """The answer about the case of ``context``."""
    return decide(outcome_of(case_class, context.case.case_class), context.case.route, params)


def _led(route: Route, params: Params) -> Decision[AppealRoute]:
    """Where one route leads."""
    leads_to, limit = params.leads_to[route], params.limit[route]
    if isinstance(leads_to.value, Absent):
        return Decision(Undetermined.undetermined, (silence(leads_to),))
    if isinstance(limit.value, Absent):
        return Decision(Undetermined.undetermined, (silence(limit),))
    reasons = (
        Reason(
            "appeal_route.leads_to",
            (("route", route), ("result", leads_to.value)),
            leads_to.citation,
        ),
        Reason("appeal_route.limit", (("limit", limit.value),), limit.citation),
    )
    return Decision(AppealRoute(route, leads_to.value, limit.value), reasons)
