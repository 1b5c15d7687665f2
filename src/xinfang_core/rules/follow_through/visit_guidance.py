"""What may the staff do about a breach of the rules for visits? (劝阻教育).

Source: 2022 regulation (信访工作条例) Arts. 20, 26, 47 and 2005 regulation (信访条例) Arts. 18,
20, 47: petitioners call at the right level (2022), choose representatives, and keep from six
kinds of acts, one of them taking money under the name of petitioning; where they do not, the
staff dissuade, criticise or educate. What the police do is theirs. The matter itself is handled
as any other.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_of, silence
from xinfang_core.sources import Citation, CitedList
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    ForbiddenAct,
    GuidanceStep,
    Undetermined,
    VisitLevel,
)

if TYPE_CHECKING:
    from xinfang_core.rules.kind import Kind


MATTER_UNTOUCHED = Citation(
    source="",
    clause="劝阻教育不影响事项办理",
    phrase="",
    basis=Basis.interpreted,
    note="对走访秩序的处置与信访事项分开，不影响登记、受理和期限，也不形成对个人的记录",
)
"""Guidance is about a visit; the matter goes its way, and nothing is kept about a person."""

_UNTOUCHED = Reason("visit_guidance.matter_untouched", (), MATTER_UNTOUCHED)


@frozen
class Params:
    """What the regulation says about breaches.

    Attributes:
        acts: what petitioners may not do.
        levels: the visits that are a breach, too.
        steps: what the staff do, mildest first.

    """

    acts: CitedList[ForbiddenAct]
    levels: CitedList[VisitLevel]
    steps: CitedList[GuidanceStep]

    @cached_property
    def no_breach(self) -> Decision[tuple[GuidanceStep, ...]]:
        """The answer where there is nothing to guide."""
        return Decision(Absent.none, (Reason("visit_guidance.no_breach", (), self.acts.citation),))


def decide(
    acts: Collection[ForbiddenAct],
    visit_level: VisitLevel | Undetermined | Absent,
    params: Params,
    *,
    too_many_representatives: bool,
) -> Decision[tuple[GuidanceStep, ...]]:
    """The steps that are open to the staff; ``none`` where there is no breach.

    Args:
        acts: what was found at this visit.
        visit_level: the outcome of ``skip_level``.
        params: the regulation's lists.
        too_many_representatives: whether more representatives came than may.

    """
    past_a_level = visit_level in params.levels.values
    if not (acts or past_a_level or too_many_representatives):
        return params.no_breach
    found: list[Reason] = [
        Reason("visit_guidance.act", (("act", act),), params.acts.cited(act))
        for act in acts
        if act in params.acts
    ]
    if past_a_level:
        facts = (("visit_level", visit_level),)
        found.append(Reason("visit_guidance.level", facts, params.levels.citation))
    if too_many_representatives:
        found.append(Reason("visit_guidance.representatives", (), params.steps.citation))
    if not found:
        return params.no_breach
    if params.steps.absent is Absent.silent:
        missing = silence(params.steps)
        return Decision(Undetermined.undetermined, (*found, missing))
    steps = tuple(one for one in params.steps.values if isinstance(one, GuidanceStep))
    open_to = Reason("visit_guidance.steps", (("steps", steps),), params.steps.citation)
    return Decision(steps, (*found, open_to, _UNTOUCHED))


def apply(context: Context, params: Params, kind: Kind) -> Decision[tuple[GuidanceStep, ...]]:
    """The answer about the case of ``context``."""
    together = kind.group_petition
    # Where nobody recorded who represents the others, nobody is reproached for their number.
    crowded = bool(context.case.representatives and together and together.findings)
    level = outcome_of(kind.skip_level)
    return decide((), level, params, too_many_representatives=crowded)
