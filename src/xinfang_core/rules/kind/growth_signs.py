"""What is offered where a matter shows signs that it may grow? (苗头提示).

Source: the online-proxy system (网上信访代理), first part, third route. Where there are signs of a
group visit to the city, of skipping a level or of coming again, the matter is first talked through
and the petitioner is led to the video reception. Gongshu (拱墅) prevents early what is a tendency
and starts its plan for what is action. A sign is one of the matter and never of a person. It leads
to an offer, which may be declined; it lengthens no limit, shortens none and refuses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_as
from xinfang_core.sources import Citation, Table
from xinfang_core.vocabulary import Absent, Basis, Offer, PetitionSize, Repetition, Sign, VisitLevel

if TYPE_CHECKING:
    from collections.abc import Collection

OFFERS_ONLY = Citation(
    source="",
    clause="苗头只引出服务",
    phrase="",
    basis=Basis.interpreted,
    note="只对本办法载明的苗头提供相应服务；只是提示和服务，不影响受理、期限和结论，信访人可以不接受",
)
"""A sign leads to what the policy names for it, and to nothing else."""

ALREADY_SO = Citation(
    source="",
    clause="已成为集体、越级、重复来访的事项",
    phrase="",
    basis=Basis.interpreted,
    note="原文说的是苗头；已经如此的事项更应提供同样的服务",
)
"""A matter that already is what the sign points to gets the same offer."""

_GROUP, _SKIP_LEVEL, _REPEAT = Sign.group_visit, Sign.skip_level_visit, Sign.repeat_visit
_IN_ORDER = tuple(Sign)
_NO_SIGNS: Decision[tuple[Offer, ...]] = Decision(
    Absent.none, (Reason("growth_signs.none", (), OFFERS_ONLY),)
)


@frozen
class Params:
    """What is offered at which sign; both tables are declared over the signs of the policy.

    Attributes:
        first: what is done beforehand.
        then: what is offered after that; ``silent`` where the source names nothing more.

    """

    first: Table[Sign, Offer]
    then: Table[Sign, Offer]


def decide(
    signs: Collection[Sign],
    *,
    group: bool | None,
    skip_level: bool | None,
    repeat: bool | None,
    params: Params,
) -> Decision[tuple[Offer, ...]]:
    """The offers for the matter, each once; ``none`` where there is no occasion for one.

    Args:
        signs: the signs that are recorded of the matter.
        group: whether it is a group petition already; None where that is not known, which
            leads to no offer, here and below.
        skip_level: whether a level was skipped.
        repeat: whether the same person came before in the same matter.
        params: the policy's offers.

    """
    if not (signs or group or skip_level or repeat):
        return _NO_SIGNS
    now = {_GROUP: group, _SKIP_LEVEL: skip_level, _REPEAT: repeat}
    reasons: list[Reason] = []
    offers: dict[Offer, None] = {}
    for sign in _IN_ORDER:
        already = bool(now.get(sign))
        if sign in signs or already:
            found = _offered(sign, offers, params)
            reasons += found
            if already and found[0].citation is not OFFERS_ONLY:
                reasons.append(Reason("growth_signs.already", (("sign", sign),), ALREADY_SO))
    return Decision(tuple(offers) or Absent.none, tuple(reasons))


def apply(
    context: Context,
    params: Params,
    group_petition: Decision[PetitionSize] | None,
    skip_level: Decision[VisitLevel] | None,
    repeat_petition: Decision[Repetition] | None,
) -> Decision[tuple[Offer, ...]]:
    """The answer about the case of ``context``."""
    size = outcome_as(group_petition, PetitionSize)
    visit = outcome_as(skip_level, VisitLevel)
    repetition = outcome_as(repeat_petition, Repetition)
    return decide(
        context.case.signs,
        group=size and size is PetitionSize.group,
        skip_level=visit and visit is VisitLevel.skipping,
        repeat=repetition and repetition is Repetition.repeat,
        params=params,
    )


def _offered(sign: Sign, offers: dict[Offer, None], params: Params) -> list[Reason]:
    """What the policy names for a sign, in order, and that it is offered."""
    reasons: list[Reason] = []
    for table in (params.first, params.then):
        cell = table[sign]
        if not isinstance(cell.value, Absent):
            offers[cell.value] = None
            facts = (("sign", sign), ("offer", cell.value))
            reasons.append(Reason("growth_signs.offered", facts, cell.citation))
    return reasons or [Reason("growth_signs.not_named", (("sign", sign),), OFFERS_ONLY)]
