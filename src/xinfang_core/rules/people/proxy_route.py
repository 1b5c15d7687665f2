"""Which way does a proxied matter go? (代理办理渠道).

Source: the online-proxy system (网上信访代理), first part. Three routes: the agent files on one of
the district's platforms; what an agent takes down who knows the matter better than the network is
registered on paper and entered into the service-the-masses system; what concerns the city level,
several departments or several towns goes to the district petition office for coordination. The
source does not say which route wins where two fit.
"""

from __future__ import annotations

from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import Absent, Basis, CoordinationGround, ProxyRoute, Undetermined

if TYPE_CHECKING:
    from xinfang_core.case import Agent

PRECEDENCE = Citation(
    source="",
    clause="代理办理渠道的先后",
    phrase="",
    basis=Basis.interpreted,
    note="原文未规定几种渠道竞合时的先后：须协调的先归协调；其次看代理员是否书面登记；均否的走网上平台",
)
"""What needs coordination first, then what comes on paper, else the platform."""

Recorded = tuple[bool | None, bool | None, bool | None, bool | None]
"""Whether the agent works on paper, and the flags of the three grounds."""

_FLAGS = (True, False, None)
_GROUNDS = (
    CoordinationGround.city_level,
    CoordinationGround.multi_department,
    CoordinationGround.cross_town,
)
_BEFORE_PAPER = Reason("proxy_route.before_paper", (), PRECEDENCE)
_WRITTEN = Reason("proxy_route.written", (), PRECEDENCE)
_NOT_WRITTEN = Reason("proxy_route.not_written", (), PRECEDENCE)
_PAPER_NOT_RECORDED = Reason("proxy_route.paper_not_recorded", (), PRECEDENCE)


@frozen
class Params:
    """What leads a matter where.

    Attributes:
        grounds: what makes a matter one for coordination.
        coordinated: the route of such a matter.
        written: the route of what the agent hands in on paper.
        otherwise: the route of everything else.

    """

    grounds: CitedList[CoordinationGround]
    coordinated: Sourced[ProxyRoute]
    written: Sourced[ProxyRoute]
    otherwise: Sourced[ProxyRoute]

    @cached_property
    def nobody(self) -> Decision[ProxyRoute]:
        """The answer where no agent is recorded."""
        nobody = Reason("proxy_route.no_agent", (), self.otherwise.citation)
        return Decision(Absent.none, (nobody,))

    @cached_property
    def answers(self) -> dict[Recorded, Decision[ProxyRoute]]:
        """The answer for everything that may be recorded, see ``decide``."""
        return {
            recorded: _answer(recorded, self)
            for recorded in product(_FLAGS, _FLAGS, _FLAGS, _FLAGS)
        }


def decide(
    agent: Agent | None,
    *,
    city_level: bool | None,
    multi_department: bool | None,
    cross_town: bool | None,
    params: Params,
) -> Decision[ProxyRoute]:
    """The route of a proxied matter; ``none`` where no agent is recorded.

    Args:
        agent: who acts for the petitioner, and whether on paper.
        city_level: whether the matter concerns the city level; None is "not recorded", read as
            no with a reason, here and below.
        multi_department: whether it concerns several departments.
        cross_town: whether it crosses towns or streets.
        params: the policy's grounds and routes.

    """
    if agent is None:
        return params.nobody
    return params.answers[agent.works_offline, city_level, multi_department, cross_town]


def apply(context: Context, params: Params) -> Decision[ProxyRoute]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        case.agent,
        city_level=case.city_level,
        multi_department=case.multi_department,
        cross_town=case.cross_town,
        params=params,
    )


def _answer(recorded: Recorded, params: Params) -> Decision[ProxyRoute]:
    """The route of a matter of which this is recorded."""
    on_paper, *flags = recorded
    if params.grounds.absent is Absent.silent:
        silent = silence(params.grounds)
        return Decision(Undetermined.undetermined, (silent,))
    unknown: list[CoordinationGround] = []
    for ground, flag in zip(_GROUNDS, flags, strict=True):
        if ground not in params.grounds:
            continue
        if flag:
            citation = params.grounds.cited(ground)
            why = Reason("proxy_route.coordinated", (("ground", ground),), citation)
            also = (_BEFORE_PAPER,) if on_paper else ()
            return _routed(params.coordinated, (why, *also))
        if flag is None:
            unknown.append(ground)
    said = (Reason("proxy_route.not_recorded", (("grounds", tuple(unknown)),), PRECEDENCE),)
    return _by_agent(on_paper, said if unknown else (), params)


def _by_agent(
    on_paper: bool | None,  # noqa: FBT001 - as recorded
    said: tuple[Reason, ...],
    params: Params,
) -> Decision[ProxyRoute]:
    """The route of a matter that needs no coordination."""
    if on_paper:
        return _routed(params.written, (*said, _WRITTEN))
    if on_paper is None:
        return _routed(params.otherwise, (*said, _PAPER_NOT_RECORDED))
    return _routed(params.otherwise, (*said, _NOT_WRITTEN))


def _routed(route: Sourced[ProxyRoute], reasons: tuple[Reason, ...]) -> Decision[ProxyRoute]:
    if isinstance(route.value, Absent):
        return Decision(Undetermined.undetermined, (silence(route),))
    found = Reason("proxy_route.route", (("route", route.value),), route.citation)
    return Decision(route.value, (*reasons, found))
