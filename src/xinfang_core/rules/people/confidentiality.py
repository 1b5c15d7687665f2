"""Who must not see the material of the matter, and who is told? (保密范围).

Source: 2022 regulation (信访工作条例) Art. 30: material and circumstances of an accusation are
neither disclosed nor passed to the accused person or body. Petition offices tell the personnel
department of petitions about officials, and the party leaders where these are grave. 2005
regulation (信访条例) Art. 23: the same prohibition; nothing about telling anybody.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_of, silence
from xinfang_core.sources import Citation, CitedList
from xinfang_core.vocabulary import Absent, Basis, CaseClass, Recipient, Undetermined

if TYPE_CHECKING:
    from xinfang_core.rules.kind import Kind


SECRET_UNTIL_KNOWN = Citation(
    source="",
    clause="类别未定的先行保密",
    phrase="",
    basis=Basis.interpreted,
    note="类别未记录的，可能是检举控告；查明之前按检举控告保密",
)
"""A matter of unknown class may be an accusation, and is kept secret until that is known."""

# Looking a member up costs as much as a reason.
_ACCUSATION: Final = CaseClass.accusation
_NO_CLASS = Decision(
    Undetermined.undetermined,
    (Reason("confidentiality.class_unknown", (), SECRET_UNTIL_KNOWN, ("case_class",)),),
)


@frozen
class Params:
    """What the regulation says about accusations.

    Attributes:
        kept_from: who must not get the material or hear of it.
        told: who is told where it is about officials.
        told_if_major: who is told besides where it is grave.

    """

    kept_from: CitedList[Recipient]
    told: CitedList[Recipient]
    told_if_major: CitedList[Recipient]

    @cached_property
    def no_accusation(self) -> dict[CaseClass, Decision[Secrecy]]:
        """The answer about a matter of another class."""
        return {one: _no_accusation(one, self.kept_from.citation) for one in CaseClass}


def _no_accusation(case_class: CaseClass, citation: Citation) -> Decision[Secrecy]:
    facts = (("case_class", case_class),)
    return Decision(Absent.none, (Reason("confidentiality.no_accusation", facts, citation),))


@frozen
class Secrecy:
    """Who may know of one accusation.

    Attributes:
        kept_from: who must not get the material or hear of it.
        told: who is told where it is about officials.

    """

    kept_from: tuple[Recipient, ...]
    told: tuple[Recipient, ...] = ()


def decide(
    case_class: CaseClass | Undetermined | Absent, params: Params, *, major: bool | None
) -> Decision[Secrecy]:
    """Who must not see the material; ``none`` for a matter that is no accusation.

    Args:
        case_class: the outcome of ``case_class``; undetermined is no leave to show anything.
        params: the regulation's lists.
        major: whether the matter is major; not recorded is read as no.

    """
    kept_from = params.kept_from
    if type(case_class) is not CaseClass:
        return _NO_CLASS
    if case_class is not _ACCUSATION:
        return params.no_accusation[case_class]
    lists = (kept_from, params.told, params.told_if_major)
    for one in lists:
        if one.absent is Absent.silent:
            missing = silence(one)
            return Decision(Undetermined.undetermined, (missing,))
    hidden, told, more = (_plain(one) for one in lists)
    told += more if major else ()
    reasons = [Reason("confidentiality.kept_from", (("who", hidden),), kept_from.citation)]
    if told:
        reasons.append(Reason("confidentiality.told", (("who", told),), params.told.citation))
    return Decision(Secrecy(hidden, told), tuple(reasons))


def apply(context: Context, params: Params, kind: Kind) -> Decision[Secrecy]:
    """The answer about the case of ``context``."""
    which = outcome_of(kind.case_class, context.case.case_class)
    return decide(which, params, major=context.case.major)


def _plain(listed: CitedList[Recipient]) -> tuple[Recipient, ...]:
    return tuple(one for one in listed.values if isinstance(one, Recipient))
