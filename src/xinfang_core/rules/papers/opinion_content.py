"""What must the written result of a matter state, and what follows it? (处理意见书).

Source: 2022 regulation (信访工作条例) Art. 32: a handling opinion states the request, facts and
grounds, the opinion and its legal basis; it supports, explains or rejects; support is followed by
urging its execution, rejection by counsel. Art. 33: where the two sides of a dispute come to
terms, an agreement is drawn up: of mediation, or of reconciliation. 2005 regulation (信访条例)
Art. 32: a written answer with the same three results; support is urged, and what has no legal
basis is explained. Its contents and agreements it does not regulate.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    FollowUp,
    OpinionPart,
    OpinionResult,
    Settlement,
    SettlementDocument,
    Severity,
    Undetermined,
)

__all__ = ["Written", "decide"]


@frozen
class Params:
    """What the regulation says about the written result.

    Attributes:
        parts: what the opinion states.
        results: what it may come to.
        follow_up: what follows each result; ``silent`` where nothing is said.
        agreement: what is drawn up where the two sides come to terms.

    """

    parts: CitedList[OpinionPart]
    results: CitedList[OpinionResult]
    follow_up: Table[OpinionResult, FollowUp]
    agreement: Table[Settlement, SettlementDocument]


@frozen
class Written:
    """What is still to be written or done about one result.

    Attributes:
        missing: what the opinion does not state yet, in the regulation's order.
        follow_up: what follows the result; None where nothing is said, or no result is told.
        agreement: the agreement to be drawn up; None where there is none.

    """

    missing: tuple[OpinionPart, ...] = ()
    follow_up: FollowUp | None = None
    agreement: SettlementDocument | None = None


def decide(
    present: Collection[OpinionPart],
    result: OpinionResult | None,
    settlement: Settlement | None,
    params: Params,
) -> Decision[Written]:
    """What is missing, and what follows.

    Args:
        present: what the draft states, as the host says.
        result: what it comes to; None where that is not told yet.
        settlement: how the two sides came to terms; None where they did not. Whether their
            agreement takes the place of an opinion the regulation does not say.
        params: the regulation's lists.

    """
    parts = params.parts
    if parts.absent is Absent.silent:
        missing = silence(parts)
        return Decision(Undetermined.undetermined, (missing,))
    agreement = params.agreement[settlement] if settlement else None
    if agreement and isinstance(agreement.value, Absent):
        return Decision(Undetermined.undetermined, (silence(agreement),))
    wanted = tuple(one for one in parts.values if isinstance(one, OpinionPart))
    lacking = tuple(one for one in wanted if one not in present)
    facts = (("wanted", wanted), ("missing", lacking))
    compared = Reason("opinion_content.compared", facts, parts.citation)
    follow, reasons = _follow_up(result, params)
    document, drawn_up = _agreed(settlement, agreement)
    return Decision(
        Written(lacking, follow, document),
        (compared, *reasons, *drawn_up),
        (*_lacks(lacking, parts), *_odd(result, params)),
    )


def _agreed(
    settlement: Settlement | None, found: Sourced[SettlementDocument] | None
) -> tuple[SettlementDocument | None, tuple[Reason, ...]]:
    """The agreement that is drawn up where the two sides came to terms."""
    if found is None or isinstance(found.value, Absent):
        return None, ()
    facts = (("settlement", settlement), ("document", found.value))
    return found.value, (Reason("opinion_content.agreement", facts, found.citation),)


def _follow_up(
    result: OpinionResult | None, params: Params
) -> tuple[FollowUp | None, tuple[Reason, ...]]:
    """What follows the result, as far as the regulation says."""
    if result is None:
        return None, (Reason("opinion_content.no_result", (), params.results.citation),)
    found = params.follow_up[result]
    if isinstance(found.value, Absent):
        silent = Reason("opinion_content.nothing_follows", (("result", result),), found.citation)
        return None, (silent,)
    facts = (("result", result), ("follow_up", found.value))
    return found.value, (Reason("opinion_content.follows", facts, found.citation),)


def _lacks(lacking: tuple[OpinionPart, ...], parts: CitedList[OpinionPart]) -> tuple[Finding, ...]:
    """That the draft is not complete."""
    if not lacking:
        return ()
    reason = Reason("opinion_content.lacks", (("missing", lacking),), parts.citation)
    return (Finding(Severity.warning, reason),)


def _odd(result: OpinionResult | None, params: Params) -> tuple[Finding, ...]:
    """That the regulation does not know the result."""
    if result is None or result in params.results:
        return ()
    reason = Reason("opinion_content.odd_result", (("result", result),), params.results.citation)
    return (Finding(Severity.warning, reason),)
