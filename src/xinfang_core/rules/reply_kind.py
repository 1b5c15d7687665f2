"""Which of the four kinds of matters is it, for the reply limit? (答复类别).

Source: the online-proxy system (网上信访代理), first part, first route. Four kinds are named,
each with a limit of its own: urgent matters, consultations, general matters, and matters that
take investigation or coordination. The source does not say which kind wins where several fit.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, ReplyKind, Undetermined

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

    default: Sourced[ReplyKind]


def decide(
    category: ReplyKind | None,
    *,
    urgent: bool | None,
    needs_investigation: bool | None,
    consultation: bool | None,
    params: Params,
) -> Decision[ReplyKind]:
    """The kind of the matter.

    Args:
        category: the kind as recorded; it wins over every flag.
        urgent: flag of an urgent matter; None is "not recorded", read as no with a reason.
        needs_investigation: flag of a matter that takes investigation or coordination.
        consultation: flag of a mere question.
        params: the policy's default.

    """
    if category is not None:
        return Decision(
            category, (Reason("reply_kind.recorded", (("kind", category),), PRECEDENCE),)
        )
    flags = (
        (ReplyKind.urgent, urgent),
        (ReplyKind.investigation, needs_investigation),
        (ReplyKind.consultation, consultation),
    )
    unknown: tuple[ReplyKind, ...] = ()
    for kind, flag in flags:
        if flag:
            reason = Reason("reply_kind.flagged", (("kind", kind),), PRECEDENCE)
            return Decision(kind, (*_not_recorded(unknown), reason))
        if flag is None:
            unknown += (kind,)
    return _default(unknown, params.default)


def _not_recorded(kinds: tuple[ReplyKind, ...]) -> tuple[Reason, ...]:
    """The reason that names the flags read as no for want of a record."""
    if not kinds:
        return ()
    return (Reason("reply_kind.not_recorded", (("kinds", kinds),), PRECEDENCE),)


def _default(unknown: tuple[ReplyKind, ...], default: Sourced[ReplyKind]) -> Decision[ReplyKind]:
    """The kind where no flag is set."""
    if isinstance(default.value, Absent):
        return Decision(Undetermined.undetermined, (silence(default),))
    reason = Reason("reply_kind.default", (("kind", default.value),), default.citation)
    return Decision(default.value, (*_not_recorded(unknown), reason))
