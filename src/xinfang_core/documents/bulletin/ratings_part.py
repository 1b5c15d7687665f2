"""How satisfied petitioners were (满意度), and who is appraised for it (双评双考)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.bulletin.blocks_of import heading, note, said, table
from xinfang_core.documents.bulletin.publishing import told, visible
from xinfang_core.rules.ledger import satisfaction_scores
from xinfang_core.rules.ledger.satisfaction_scores import Ratings
from xinfang_core.vocabulary import Absent, EvaluationState, EventKind, Grade, OpenMatters

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from xinfang_core.decision import Decision
    from xinfang_core.documents.blocks import Block
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures, Rated
    from xinfang_core.policy import PolicyPack
    from xinfang_core.vocabulary import Role

_GIVEN: Final = (Grade.satisfied, Grade.basically_satisfied, Grade.dissatisfied)
_ANSWERS: Final = (*_GIVEN, EvaluationState.overdue_unrated, EvaluationState.unrated)


def ratings_part(figures: Figures, asked: Asked) -> Iterator[Block]:
    """The ratings of each target; nothing where the policy has nobody rated."""
    if not figures.ratings and not figures.appraised:
        return
    yield heading("part.ratings", "ratings")
    rows = [_row(target, found, figures.pack, asked) for target, found in figures.ratings.items()]
    if rows:
        shares = [said(f"ratings.{one}") for one in ("participation", "satisfaction", "product")]
        heads = (said("ratings.target"), *(one.text() for one in _ANSWERS), *shares)
        yield table(heads, rows, range(1, len(heads)))
        yield from _notes(figures)
    if figures.appraised:
        counts = visible(figures.appraised, asked)
        appraised = [(role.text(), told(count)) for role, count in counts.items()]
        yield table((said("appraised"), said("cases")), appraised, (1,))
        yield note("appraised.note")


def _row(target: Role, found: Counter[Rated], pack: PolicyPack, asked: Asked) -> tuple[str, ...]:
    """The grades that one target got, and the shares that the policy defines."""
    counts = visible({one: found[one] for one in _ANSWERS}, asked)
    shares = ["" if None in counts.values() else one for one in _shares(target, found, pack)]
    return (target.text(), *(told(counts[one]) for one in _ANSWERS), *shares)


def _shares(target: Role, found: Counter[Rated], pack: PolicyPack) -> tuple[str, ...]:
    """Participation, satisfaction, and their product."""
    params = pack.ledger.satisfaction_scores
    if params is None:
        return (said("rate.none"),) * 3
    made = satisfaction_scores.score([ratings_of(target, found, pack)], params).targets[0]
    open_ones = found[EvaluationState.unrated] and counting(pack) is None
    participation = said("rate.none") if open_ones else _share(made.participation)
    product = said("rate.none") if open_ones else _share(made.rated_satisfaction)
    return participation, _share(made.satisfaction), product


def ratings_of(target: Role, found: Counter[Rated], pack: PolicyPack) -> Ratings:
    """The counts of one target; what is not rated yet is owed where the policy counts it."""
    overdue = found[EvaluationState.overdue_unrated]
    owed = sum(found[one] for one in _GIVEN) + overdue
    if counting(pack) is OpenMatters.counted:
        owed += found[EvaluationState.unrated]
    satisfied, basically, dissatisfied = (found[one] for one in _GIVEN)
    return Ratings(target, owed, satisfied, basically, dissatisfied, overdue)


def counting(pack: PolicyPack) -> OpenMatters | None:
    """Whether a rating that is not given yet counts as owed; None where the policy is silent."""
    params = pack.ledger.tallies
    value = params.not_due[EventKind.evaluate].value if params else Absent.silent
    return None if isinstance(value, Absent) else value


def _share(decision: Decision[object]) -> str:
    """A share in words."""
    outcome = decision.outcome
    return said("rate.none") if hasattr(outcome, "text") else f"{outcome}%"


def _notes(figures: Figures) -> Iterator[Block]:
    """Why there is no share, and what a share counts."""
    if figures.pack.ledger.satisfaction_scores is None:
        yield note("ratings.undefined")
        return
    open_ones = any(one[EvaluationState.unrated] for one in figures.ratings.values())
    if open_ones and counting(figures.pack) is None:
        yield note("ratings.open")
    cited = figures.pack.ledger.satisfaction_scores.overdue.citation
    yield note("ratings.note", citation=cited, note=cited.note or said("nothing"))
