"""Is it a petition matter at all? (是否信访事项): where it is none, nothing national is asked.

The regulation speaks of those who report, suggest or request (反映情况、提建议意见、提请求).
A policy of national rank lists what it leaves outside, each with its clause; only that can be
declared so, of one case by its record, or of all its matters by a local policy. What the
regulation itself sends elsewhere (litigation, arbitration, discipline) is not outside: it says
what is owed to the petitioner then. When nothing is declared, a matter is a petition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from attrs import frozen

from xinfang_core import messages
from xinfang_core.decision import Finding, Reason, RuleName
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Basis, OutsideAs, Severity

if TYPE_CHECKING:
    from xinfang_core.messages import Lang

__all__ = ["Outside"]


@frozen
class Params:
    """What the regulation leaves outside.

    Attributes:
        outside_as: what may be declared to be no petition matter; nothing else may.

    """

    outside_as: CitedList[OutsideAs]


class Outside(NamedTuple):
    """That a matter is no petition under the regulation (不属信访事项), told once.

    Attributes:
        reason: who says so, and as what, and where the regulation leaves it outside.
        rules: the national rules that are switched off.
        lacks: what those of them lack that local rules are handed, by rule.

    """

    reason: Reason
    rules: tuple[RuleName, ...]
    lacks: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def outside_as(self) -> OutsideAs:
        """As what it is outside."""
        ((_, found),) = self.reason.facts
        return cast("OutsideAs", found)

    def text(self, lang: Lang = "zh") -> str:
        """The reason with its citation, and the titles of the rules."""
        facts = {"reason": self.reason.cited_text(lang), "rules": self.rules}
        return messages.render("outside.switched_off", facts, lang)


def judge(
    outside_as: OutsideAs | None,
    declared: OutsideAs | None,
    params: Params | None,
    *,
    petition: bool | None,
    allow_assumed: bool,
) -> Reason | Finding | None:
    """Why the matter is outside; a finding where that was declared in vain; None where it is not.

    Args:
        outside_as: as what the case is recorded to be outside.
        declared: as what the local policy declares all its matters to be outside.
        params: the regulation's list; None where no regulation is in force.
        petition: whether the case is recorded as a petition matter; that wins over a policy.
        allow_assumed: whether the host accepts what the source does not give.

    """
    found = outside_as or declared
    if found is None or petition or params is None:
        return None
    facts = (("outside_as", found),)
    listed = params.outside_as
    if found not in listed:
        return Finding(Severity.warning, Reason("outside.not_listed", facts, listed.citation))
    cited = listed.cited(found)
    if cited.basis is Basis.assumed and not allow_assumed:
        # Without a citation: the finding rests on what the host refuses, not on the assumption.
        told = (*facts, ("clause", cited.clause), ("note", cited.note))
        return Finding(Severity.notice, Reason("outside.assumed_refused", told))
    return Reason("outside.recorded" if outside_as else "outside.declared", facts, cited)
