"""Which of the kinds is it that a policy declares itself? (自定类别).

Source: whatever document a policy restates. Its kinds are listed in their order of precedence, each
with the flag of a record that says so, if there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from xinfang_core.decision import Decision, Reason
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, MatterFlag, MatterKind, Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.context import Context

LISTED = Citation(
    source="",
    clause="自定类别的先后",
    phrase="",
    basis=Basis.interpreted,
    note="已登记类别优先；没有登记的，按办法所列先后，以标志认定；标志未登记的，不作为有",
)
"""Recorded category first, then the flags in the order in which the policy lists its kinds."""


@frozen
class OwnKind:
    """A kind of matter that a policy declares (自定类别).

    Attributes:
        name: its official name.
        flag: the flag of a record that says so; None where only the category does.

    """

    name: Sourced[str]
    flag: Sourced[MatterFlag] | None = None


class Listed(NamedTuple):
    """A kind as the policy lists it: what it is called by, and what is declared of it."""

    kind: MatterKind
    own: OwnKind


def decide(
    category: MatterKind | None,
    flags: Mapping[MatterFlag, bool | None],
    listed: tuple[Listed, ...],
    default: Sourced[MatterKind] | None,
) -> Decision[MatterKind]:
    """The kind of the matter, of those that a policy declares.

    Args:
        category: the kind as recorded; it wins over every flag.
        flags: the flags of the record; None is "not recorded", read as no with a reason.
        listed: the kinds in their order of precedence.
        default: the kind of a matter that nothing places elsewhere; None where there is none.

    """
    kinds = tuple(kind for kind, _ in listed)
    if category is not None:
        facts = (("kind", category),)
        if category in kinds:
            return Decision(category, (Reason("reply_kind.recorded", facts, LISTED),))
        unknown = (*facts, ("known", kinds))
        strange = Reason("reply_kind.not_listed", unknown, LISTED, ("category",))
        return Decision(Undetermined.undetermined, (strange,))
    unsaid: tuple[MatterKind, ...] = ()
    for kind, own in listed:
        flag = None if own.flag is None else own.flag.value
        if isinstance(flag, MatterFlag):
            if flags[flag]:
                flagged = Reason("reply_kind.flagged", (("kind", kind),), LISTED)
                return Decision(kind, (*_unsaid(unsaid), flagged))
            unsaid += (kind,) if flags[flag] is None else ()
    if default is not None and not isinstance(default.value, Absent):
        reason = Reason("reply_kind.default", (("kind", default.value),), default.citation)
        return Decision(default.value, (*_unsaid(unsaid), reason))
    lacking = Reason("reply_kind.no_category", (("known", kinds),), LISTED, ("category",))
    return Decision(Undetermined.undetermined, (lacking,))


def _unsaid(kinds: tuple[MatterKind, ...]) -> tuple[Reason, ...]:
    """The reason that names the flags read as no for want of a record."""
    return (Reason("reply_kind.not_recorded", (("kinds", kinds),), LISTED),) if kinds else ()


def apply(
    context: Context, listed: tuple[Listed, ...], default: Sourced[MatterKind] | None
) -> Decision[MatterKind]:
    """The answer about the case of ``context`` under a policy with kinds of its own."""
    case = context.case
    flags = {flag: getattr(case, flag.name) for flag in MatterFlag}
    return decide(case.category, flags, listed, default)
