"""Who works together on the matter, and by which measures? (牵头协同).

Source: Gongshu (拱墅信访代办制): the community's agent acts as proxy, the street coordinates, the
department takes it on, the centre supervises. Where the people concerned make a matter complex,
one department leads and the others cooperate. Where it touches many parties, a special team is
formed, revisits are made at set times, and a channel is kept to the representatives of the people
concerned. Difficult matters go to the special group of the joint conference and are assigned
centrally; suggestions follow on how to mend the work and the policy. How far apart the revisits
are the source does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.messages import Lang
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseWeight,
    JointMeasure,
    Level,
    ProxyDuty,
    ProxyPost,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.rules.kind import Kind


ALL_THAT_APPLY = Citation(
    source="",
    clause="协同措施的并用",
    phrase="",
    basis=Basis.interpreted,
    note="原文分列几种情形；同时符合的，各项措施一并采取；未记录是否属于某种情形的，视为不属于",
)
"""Measures of every case that applies are taken together; what is not recorded is read as no."""


class Share(NamedTuple):
    """What one post does in a matter, and at which level; ``silent`` where it is not said."""

    post: ProxyPost
    level: Level | Absent
    duty: ProxyDuty | Absent

    def text(self, lang: Lang = "zh") -> str:
        """The post and what it does."""
        facts = {"post": self.post, "duty": self.duty}
        return messages.render("joint_handling.share", facts, lang)


@frozen
class Params:
    """What a policy says about working together.

    Attributes:
        duty: what each post does in a matter.
        level: the level of each post.
        complex_group: the measures where the people concerned make the matter complex.
        wide_reach: the measures where it touches many parties.
        difficult: the measures for a difficult matter.
        revisit_every: the time between two revisits.

    """

    duty: Table[ProxyPost, ProxyDuty]
    level: Table[ProxyPost, Level]
    complex_group: CitedList[JointMeasure]
    wide_reach: CitedList[JointMeasure]
    difficult: CitedList[JointMeasure]
    revisit_every: Sourced[Period]


@frozen
class Arrangement:
    """Who works on a matter, and how.

    Attributes:
        shares: the posts with their levels and shares.
        measures: what is done together, in the source's order; empty for a plain matter.
        revisit_every: the time between two revisits; None where none are made at set times,
            or where the source does not say how far apart.

    """

    shares: tuple[Share, ...]
    measures: tuple[JointMeasure | Absent, ...] = ()
    revisit_every: Period | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The measures, or that the matter takes none beside the usual shares."""
        if not self.measures:
            return messages.render("joint_handling.text_plain", {}, lang)
        return messages.words(self.measures, lang)


def decide(
    weight: CaseWeight | None,
    *,
    group_complex: bool | None,
    wide_reach: bool | None,
    params: Params,
) -> Decision[Arrangement]:
    """Who works on the matter, and by which measures.

    Args:
        weight: the outcome about its weight; None where that is undetermined.
        group_complex: whether the people concerned make the matter complex (涉及群体复杂).
        wide_reach: whether it touches many parties (牵涉面广).
        params: the policy's shares and measures.

    """
    level, duty = params.level.cells, params.duty.cells
    shares = tuple([Share(post, level[post].value, duty[post].value) for post in _POSTS])
    cited = duty[ProxyPost.community_agent].citation
    reasons = [Reason("joint_handling.shares", (("shares", shares),), cited)]
    if group_complex is None or wide_reach is None or weight is None:
        reasons.append(_NOT_RECORDED)
    measures: tuple[JointMeasure | Absent, ...] = ()
    for code, listed, applies in (
        ("joint_handling.complex_group", params.complex_group, group_complex),
        ("joint_handling.wide_reach", params.wide_reach, wide_reach),
        ("joint_handling.difficult", params.difficult, weight is CaseWeight.difficult),
    ):
        if applies and listed.absent is Absent.silent:
            missing = silence(listed)
            return Decision(Undetermined.undetermined, (*reasons, missing))
        if applies:
            reasons.append(Reason(code, (("measures", listed.values),), listed.citation))
            measures = tuple(dict.fromkeys(measures + listed.values))
    if JointMeasure.timed_revisit not in measures:
        return Decision(Arrangement(shares, measures), tuple(reasons))
    # That the policy does not say how far apart is a gap of the policy, not of the case.
    every = params.revisit_every.value
    apart = None if isinstance(every, Absent) else every
    return Decision(Arrangement(shares, measures, apart), tuple(reasons))


def apply(context: Context, params: Params, kind: Kind) -> Decision[Arrangement]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        kind.weight,
        group_complex=case.group_complex,
        wide_reach=case.wide_reach,
        params=params,
    )


_POSTS = tuple(ProxyPost)
_NOT_RECORDED = Reason("joint_handling.not_recorded", (), ALL_THAT_APPLY)
