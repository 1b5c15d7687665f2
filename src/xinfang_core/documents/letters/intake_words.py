"""Why a matter is not accepted, in the words of letters (不予受理的写法)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.letters.material import cited_words
from xinfang_core.messages import render
from xinfang_core.vocabulary import EarlierStage, Intake

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.decision import Reason
    from xinfang_core.documents.letters.material import Material

REFUSING = (Intake.refuse, Intake.no_longer, Intake.tell_legal_route, Intake.tell_competent)
"""What becomes of a matter that is not accepted, and is not passed on either."""

_TOLD: Final[Mapping[object, str]] = {
    EarlierStage.in_progress: "letter.refused.in_progress",
    EarlierStage.re_reviewed: "letter.refused.re_reviewed",
    "subject": "letter.refused.subject",
    "route": "letter.refused.route",
    "outside_as": "letter.refused.outside",
}
"""The words for why a matter is refused, by how far it came or by what speaks against it."""


def intake(material: Material) -> Intake | None:
    """What becomes of the matter; None where it is no petition, or that cannot be told."""
    decision = material.assessment.follow_through.admissibility
    outcome = decision.outcome if decision else None
    return outcome if isinstance(outcome, Intake) else None


def refusal(material: Material) -> str | None:
    """Whether it is not accepted, or accepted no more; None where it is."""
    if material.assessment.outside is not None:
        return Intake.refuse.text()
    found = intake(material)
    if found not in REFUSING:
        return None
    return (found if found is Intake.no_longer else Intake.refuse).text()


def refusal_grounds(material: Material) -> tuple[str, ...]:
    """Why, with the clause: what refuses the matter, and nothing of what was left in doubt."""
    return tuple(_cited(one) for one in _reasons(material))


def _reasons(material: Material) -> Iterator[Reason]:
    if material.assessment.outside is not None:
        yield material.assessment.outside.reason
        return
    decision = material.assessment.follow_through.admissibility
    if decision is not None and refusal(material):
        yield decision.reasons[-1]


def _cited(reason: Reason) -> str:
    """A reason with its clause; what refuses a matter has one."""
    clause = cited_words(reason.citation) if reason.citation else ""
    return render("letter.reason", {"text": _in_words(reason), "clause": clause})


def _in_words(reason: Reason) -> str:
    """A reason as the petitioner is to read it: with what the clause makes a condition."""
    ((name, found), *_) = reason.facts
    return render(_TOLD[found if isinstance(found, EarlierStage) else name], {name: found})
