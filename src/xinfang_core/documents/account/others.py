"""What is out of order, what is owed, what else was decided, what cannot be told (其余结论)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.assessment.answer import outcome_text
from xinfang_core.codec.lacking import grouped, name_text, own_names, rule_title
from xinfang_core.deadline import Deadline
from xinfang_core.documents.account.wording import badge, cited, place, said, where
from xinfang_core.documents.blocks import Items, Run, Table
from xinfang_core.messages import words
from xinfang_core.vocabulary import Absent, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.lacking import Lack
    from xinfang_core.decision import Decision, Finding
    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.sources import Citation


_GRAVEST = (Severity.violation, Severity.warning, Severity.notice)


def _heads(*names: str) -> tuple[str, ...]:
    return tuple(said(f"head.{name}") for name in names)


def findings(answer: Assessment) -> Iterator[Block]:
    """What is out of order, with the clause."""
    rows = tuple(map(_finding, gravest_first(answer.findings)))
    if rows:
        yield Table(_heads("severity", "finding", "clause"), rows, widths=(10, 52, 38))


def gravest_first(found: Iterable[Finding]) -> list[Finding]:
    """Findings as grave as one another stay in their order."""
    return sorted(found, key=lambda one: _GRAVEST.index(one.severity))


def _finding(finding: Finding) -> tuple[Words, ...]:
    reason = finding.reason
    return finding.severity.text(), reason.text(), where(reason.citation) if reason.citation else ""


def owed(answer: Assessment) -> Iterator[Block]:
    """Who owes what, by when, and why."""
    rows = tuple(
        (
            one.by_whom(),
            one.act(),
            words(one.ends, "zh") if one.ends else said("undated"),
            said("passed") if one.overdue else "",
            one.reason.text(),
        )
        for one in answer.obligations
    )
    if rows:
        heads = _heads("debtor", "duty", "by", "overdue", "reason")
        yield Table(heads, rows, widths=(16, 24, 16, 8, 36))


def decided(answer: Assessment) -> Iterator[Block]:
    """The other decisions that say something, each with what it rests on."""
    spoken = [(rule, one) for rule, one in answer.applying() if _speaks(one)]
    rows = tuple((answer.title(rule), outcome_text(one), _rests_on(one)) for rule, one in spoken)
    if rows:
        yield Table(_heads("question", "outcome", "rests_on"), rows, widths=(18, 42, 40))


def _speaks(decision: Decision[object]) -> bool:
    outcome = decision.outcome
    return not (isinstance(outcome, Deadline) or outcome is Absent.none or decision.is_undetermined)


def _rests_on(decision: Decision[object]) -> Words:
    """The weakest source of the answer."""
    return where(decision.weakest) if decision.weakest else ""


def idle(answer: Assessment) -> Iterator[Block]:
    """What does not apply and which limits have not begun: a line for each kind of answer."""
    named: dict[str, list[str]] = {}
    for rule, one in answer.applying():
        undated = isinstance(one.outcome, Deadline) and not one.outcome.due
        if (undated or one.outcome is Absent.none) and not one.is_undetermined:
            named.setdefault(outcome_text(one), []).append(answer.title(rule))
    lines = tuple(
        said("of_titles", outcome=outcome, titles=tuple(titles))
        for outcome, titles in named.items()
    )
    if lines:
        yield Items(lines)


def unknown(answer: Assessment) -> Iterator[Block]:
    """What cannot be told, and what would have to be known for it."""
    lacks = tuple(grouped(answer.missing))
    rows = tuple(_lack(answer, lack) for lack in lacks)
    told = {rule for lack in lacks for rule in lack.rules}
    rows += tuple(
        (answer.title(rule), "", cited(one.reasons[-1]))
        for rule, one in answer.applying()
        if one.is_undetermined and rule not in told
    )
    if rows:
        yield Table(_heads("question", "missing", "reason"), rows, widths=(26, 26, 48))


def _lack(answer: Assessment, lack: Lack) -> tuple[Words, ...]:
    own = own_names(answer)
    titles = tuple(rule_title(rule, own) for rule in lack.rules)
    names = tuple(name_text(name, own) for name in lack.names)
    code = "lacks_policy" if lack.is_of_the_policy else "lacks_record"
    decision = answer.decision(lack.rules[0])
    reasons = decision.reasons if decision else ()
    why = next((cited(one) for one in reasons if one.missing), "")
    return words(titles, "zh"), said(code, names=names), why


def citations(answer: Assessment) -> Iterator[Block]:
    """Everything that the account cites, each once, with its basis and its note."""
    reasons = [reason for _, one in answer.applying() for reason in one.reasons]
    reasons += [finding.reason for finding in answer.findings]
    reasons += [one.reason for one in answer.obligations]
    reasons += [answer.outside.reason] if answer.outside else []
    found = dict.fromkeys(one.citation for one in reasons if one.citation)
    rows = tuple(map(_citation, found))
    if rows:
        folded = said("citations_folded", count=len(rows))
        yield Table(_heads("source", "basis", "note"), rows, widths=(40, 12, 48), folded=folded)


def _citation(citation: Citation) -> tuple[Words, ...]:
    return place(citation), (badge(citation),), citation.note


def weakest(answer: Assessment) -> Words:
    """The weakest basis, and the value or reading that brings it about."""
    found = answer.weakest
    if found is None:
        return said("no_basis")
    note = (Run(said("note", note=found.note)),) if found.note else ()
    return badge(found), Run(f" {place(found)}"), *note
