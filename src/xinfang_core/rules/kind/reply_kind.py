"""Which of the four kinds of matters is it, for the reply limit? (答复类别).

Source: the online-proxy system (网上信访代理), first part, first route. Four kinds are named,
each with a limit of its own: urgent matters, consultations, general matters, and matters that
take investigation or coordination. The source does not say which kind wins where several fit.
"""

from __future__ import annotations

from itertools import combinations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, MatterKind, ReplyKind, Undetermined

PRECEDENCE = Citation(
    source="",
    clause="答复类别的先后",
    phrase="",
    basis=Basis.interpreted,
    note="原文未规定几类竞合时的先后：已登记类别优先；其次依次为紧急、需要调查协调、咨询；均无的为一般",
)
"""Recorded category first, then urgent, investigation, consultation; else the default."""


@frozen
class Params:
    """What a policy says about the kinds.

    Attributes:
        default: the kind of a matter that no flag places elsewhere.

    """

    default: Sourced[MatterKind]


def decide(
    category: MatterKind | None,
    *,
    urgent: bool | None,
    needs_investigation: bool | None,
    consultation: bool | None,
    params: Params,
) -> Decision[MatterKind]:
    """The kind of the matter, of the four known ones.

    Args:
        category: the kind as recorded; it wins over every flag.
        urgent: flag of an urgent matter; None is "not recorded", read as no with a reason.
        needs_investigation: flag of a matter that takes investigation or coordination.
        consultation: flag of a mere question.
        params: the policy's default.

    """
    if isinstance(category, ReplyKind):
        return _RECORDED[category]
    if category is not None:
        strange = (("kind", category), ("known", tuple(ReplyKind)))
        other = Reason("reply_kind.not_listed", strange, PRECEDENCE, ("category",))
        return Decision(Undetermined.undetermined, (other,))
    unknown: tuple[ReplyKind, ...] = ()
    for kind, flag in zip(_FLAGS, (urgent, needs_investigation, consultation), strict=True):
        if flag:
            return Decision(kind, (*_NOT_RECORDED[unknown], _FLAGGED[kind]))
        if flag is None:
            unknown += (kind,)
    return _default(unknown, params.default)


def apply(context: Context, params: Params) -> Decision[MatterKind]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        case.category,
        urgent=case.urgent,
        needs_investigation=case.needs_investigation,
        consultation=case.consultation,
        params=params,
    )


def _default(unknown: tuple[ReplyKind, ...], default: Sourced[MatterKind]) -> Decision[MatterKind]:
    """The kind where no flag is set."""
    if isinstance(default.value, Absent):
        return Decision(Undetermined.undetermined, (silence(default),))
    reason = Reason("reply_kind.default", (("kind", default.value),), default.citation)
    return Decision(default.value, (*_NOT_RECORDED[unknown], reason))


_FLAGS = (ReplyKind.urgent, ReplyKind.investigation, ReplyKind.consultation)
# What does not depend on the policy is made once.
_RECORDED: dict[ReplyKind, Decision[MatterKind]] = {
    kind: Decision(kind, (Reason("reply_kind.recorded", (("kind", kind),), PRECEDENCE),))
    for kind in ReplyKind
}
_FLAGGED = {kind: Reason("reply_kind.flagged", (("kind", kind),), PRECEDENCE) for kind in ReplyKind}
_NOT_RECORDED: dict[tuple[ReplyKind, ...], tuple[Reason, ...]] = {
    kinds: (Reason("reply_kind.not_recorded", (("kinds", kinds),), PRECEDENCE),)
    for count in range(1, len(_FLAGS) + 1)
    for kinds in combinations(_FLAGS, count)
} | {(): ()}
"""The reason that names the flags read as no for want of a record."""
