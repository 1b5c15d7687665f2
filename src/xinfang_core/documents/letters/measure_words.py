"""Three letters and an interview, as far as a policy lists them (三函一约谈的写法)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.deadline import MISSED
from xinfang_core.documents.letters.limit_words import cited_at, due_words, owed, running
from xinfang_core.documents.letters.material import cited_words, clause_words, reason_words
from xinfang_core.messages import render
from xinfang_core.vocabulary import LetterKind, Role, Severity, SupervisionStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.letters.material import Material

STEP_OF = {
    LetterKind.reminder_letter: SupervisionStep.reminder_letter,
    LetterKind.key_supervision_letter: SupervisionStep.key_supervision_letter,
    LetterKind.accountability_letter: SupervisionStep.accountability_letter,
    LetterKind.interview_notice: SupervisionStep.work_interview,
}
"""The measure that a letter takes."""

_GRAVE = (Severity.warning, Severity.violation)


def measure_basis(material: Material) -> str | None:
    """Where the policy lists the measure; None where it does not."""
    params, step = material.pack.follow_through.supervision_letters, STEP_OF.get(material.kind)
    if params is None or step not in params.steps:
        return None
    return clause_words(params.steps.cited(step))


def findings(material: Material) -> tuple[str, ...]:
    """What is out of order, graver than a notice, each with its clause; missed limits first."""
    told = dict.fromkeys((*_missed(material), *_found(material)))
    return tuple(
        render("letter.finding", {"number": number, "text": text})
        for number, text in enumerate(told, 1)
    )


def _missed(material: Material) -> Iterator[str]:
    """The limits that were missed, but not by the petition office itself."""
    for one in owed(material):
        if one.duty.debtor is Role.petition_office or one.deadline.status not in MISSED:
            continue
        limit = running(one.decision)
        facts = {
            "title": material.assessment.title(one.name),
            "due": due_words(one.due, one.deadline),
            "status": one.deadline.status,
            "days": one.deadline.overdue_working_days,
        }
        told = render("letter.missed", facts)
        yield _with_place(told, cited_at(one.name, limit, material) if limit else "")


def _found(material: Material) -> Iterator[str]:
    """What was found, and what calls for supervision."""
    reasons = [one.reason for one in material.assessment.findings if one.severity in _GRAVE]
    supervised = material.assessment.follow_through.supervision
    if supervised is not None:
        reasons += [one for one in supervised.reasons if one.code == "supervision.met"]
    for reason in reasons:
        yield _with_place(
            reason_words(reason), cited_words(reason.citation) if reason.citation else ""
        )


def _with_place(text: str, clause: str) -> str:
    if not clause:
        return render("letter.ended", {"text": text})
    return render("letter.reason", {"text": text, "clause": clause})
