"""Three letters and an interview, as far as a policy lists them (三函一约谈的写法)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.material import cited_words
from xinfang_core.messages import render
from xinfang_core.vocabulary import LetterKind, Severity, SupervisionStep

if TYPE_CHECKING:
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
    return cited_words(params.steps.cited(step))


def findings(material: Material) -> tuple[str, ...]:
    """What is out of order, graver than a notice, each with its clause."""
    reasons = (one.reason for one in material.assessment.findings if one.severity in _GRAVE)
    told = []
    for number, reason in enumerate(dict.fromkeys(reasons), 1):
        clause = cited_words(reason.citation) if reason.citation else ""
        code = "letter.finding" if clause else "letter.finding_alone"
        told.append(render(code, {"number": number, "text": reason.text(), "clause": clause}))
    return tuple(told)
