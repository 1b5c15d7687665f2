"""Pieces of an answer as JSON text (片段): each is written once and remembered.

Writing an answer would cost several times deciding it, and most of what it says was said before.
Where a piece cites, the whole citation stands between two marks; ``AnswerEncoder`` puts the
number that it has in the answer's own table in its place.
"""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.codec.outcomes import OWN_LIMIT, outcome_json, told_json
from xinfang_core.codec.plain import plain
from xinfang_core.deadline import Deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from xinfang_core.assessment import Obligation
    from xinfang_core.codec.sizes import Size
    from xinfang_core.decision import Decision, Finding, Reason
    from xinfang_core.sources import Citation

MARK = "\0"
"""Stands before and after a citation; in a text JSON writes this sign as an escape."""

_MOST = 8192
"""So many pieces of a kind are remembered at a time, those that were used last."""

quoted = json.encoder.encode_basestring
dumped = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class Pieces(NamedTuple):
    """What makes the pieces of answers of one size, and remembers them.

    Attributes:
        citation: a citation with all that it says.
        where: the same as far as the size says it, from the whole.
        decision: a decision under the name of its rule; in full its object is left open for
            what is missing.
        obligation: what is owed.
        finding: what is out of order.
        reason: why.

    """

    citation: Callable[[Citation], str]
    where: Callable[[str], str]
    decision: Callable[[str, Decision[object]], str]
    obligation: Callable[[Obligation], str]
    finding: Callable[[Finding], str]
    reason: Callable[[Reason], str]


def pieces_of(size: Size) -> Pieces:
    """What makes the pieces of a size, with nothing remembered yet."""
    citation = lru_cache(_MOST)(_citation)
    reason = lru_cache(_MOST)(partial(_reason, size, citation))
    return Pieces(
        citation=citation,
        where=lru_cache(_MOST)(partial(_where, size)),
        decision=_decisions(size, reason),
        obligation=lru_cache(_MOST)(partial(_obligation, size, reason)),
        finding=lru_cache(_MOST)(partial(_finding, size, reason)),
        reason=reason,
    )


def listed(texts: Iterable[str]) -> str:
    """A list of texts."""
    return f"[{','.join(map(quoted, texts))}]"


def members(shown: Mapping[str, object]) -> str:
    """The members of an object of plain values, without its braces."""
    return ",".join([f'"{name}":{_dumped(part)}' for name, part in shown.items()])


def _dumped(value: object) -> str:
    """A plain value; the encoder takes a long way to anything, even to a text."""
    if type(value) is str:
        return quoted(value)
    if value is None:
        return "null"
    return str(value) if type(value) is int else dumped(value)


def _citation(citation: Citation) -> str:
    shown = {
        "text": " ".join(part for part in (citation.source, citation.clause) if part),
        "source": citation.source,
        "clause": citation.clause,
        "phrase": citation.phrase,
        "basis": citation.basis.name,
        "note": citation.note,
    }
    return f"{{{members(shown)}}}"


def _where(size: Size, citation: str) -> str:
    """A citation as far as the size says it: in ``standard``, where it is written."""
    if size == "full":
        return citation
    return f"{{{members({'text': json.loads(citation)['text']})}}}"


def _reason(size: Size, citation: Callable[[Citation], str], reason: Reason) -> str:
    code, facts, cited, _ = reason
    parts = [f'{{"code":"{code}"']
    if size == "full":
        parts.append(f'"facts":{dumped({name: plain(value) for name, value in facts})}')
    if cited and size != "brief":
        parts.append(f'"citation":{MARK}{citation(cited)}{MARK}')
    elif size == "full":
        parts.append('"citation":null')
    parts.append(f'"text":{quoted(reason.text())}}}')
    return ",".join(parts)


def _decisions(
    size: Size, reason: Callable[[Reason], str]
) -> Callable[[str, Decision[object]], str]:
    """What makes decisions; limits that run have other days in nearly each answer."""
    make = partial(_decision, size, reason)
    remembered = lru_cache(_MOST)(make)

    def decision(rule: str, decided: Decision[object]) -> str:
        outcome = decided.outcome
        if type(outcome) is Deadline and outcome.due is not None:
            return make(rule, decided)
        return remembered(rule, decided)

    return decision


def _decision(
    size: Size, reason: Callable[[Reason], str], rule: str, decision: Decision[object]
) -> str:
    shown = outcome_json(rule, decision) if size == "full" else told_json(rule, decision)
    reasons = ",".join([reason(one) for one in decision.reasons])
    end = "" if size == "full" else "}"
    basis = decision.basis.name
    key = rule.removeprefix(OWN_LIMIT)
    return f'"{key}":{{{members(shown)},"basis":"{basis}","reasons":[{reasons}]{end}'


def _finding(size: Size, reason: Callable[[Reason], str], finding: Finding) -> str:
    told = reason(finding.reason)
    return told if size == "brief" else f'{{"severity":"{finding.severity.name}",{told[1:]}'


def _obligation(size: Size, reason: Callable[[Reason], str], obligation: Obligation) -> str:
    """What is owed; why, only in full: it is a reason of a decision or a finding."""
    shown = {
        "duty": obligation.duty.name,
        "debtor": obligation.debtor.name,
        "level": plain(obligation.level),
        "creditor": obligation.creditor.name,
        "due": plain(obligation.due),
        "overdue": obligation.overdue,
        "text": obligation.text(),
    }
    if size == "full":
        return f'{{{members(shown)},"reason":{reason(obligation.reason)}}}'
    told = {name: part for name, part in shown.items() if part is not None and part is not False}
    return f"{{{members(told)}}}"
