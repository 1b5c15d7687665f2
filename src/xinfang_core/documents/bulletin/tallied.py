"""Which counts that lie within one another may be published (相含的件数).

Of two counts of which one holds the other, the difference is a count too: 92 due and 90 done tell
of two that were not. So each count is held against those that hold it, as a part with its rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.bulletin.publishing import visible
from xinfang_core.documents.privacy.small_counts import is_small, is_telling
from xinfang_core.vocabulary import Indicator, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures
    from xinfang_core.documents.bulletin.rates import Line

    Parts = tuple[Tally, tuple[Tally, ...]]

_REST: Final = None
_PARTS: Final[tuple[Parts, ...]] = (
    (Tally.total, (Tally.visits, Tally.letters, Tally.online)),
    (Tally.concluded, (Tally.visits_concluded, Tally.letters_concluded)),
    (Tally.visits, (Tally.visits_concluded,)),
    (Tally.letters, (Tally.letters_concluded,)),
    (Tally.acceptance_owed, (Tally.accepted_in_time,)),
    (Tally.notice_owed, (Tally.noticed_in_time,)),
    (Tally.reply_owed, (Tally.replied_in_time,)),
    (Tally.conclusion_owed, (Tally.concluded_in_time,)),
    (Tally.rating_owed, (Tally.rated,)),
    (Tally.rating_owed, (Tally.satisfied_or_overdue,)),
    (Tally.rated, (Tally.rated_satisfied,)),
    (Tally.satisfied_or_overdue, (Tally.rated_satisfied,)),
)
"""Counts, each with parts of it that do not overlap; every count is a part of all cases besides."""


def seen_tallies(figures: Figures, asked: Asked) -> dict[Tally, int | None]:
    """The counts of a period as their readers may see them, that of all cases not among them.

    Args:
        figures: the counts of the period.
        asked: for whom they are.

    """
    counts = {**figures.counts(figures.all), Tally.total: figures.all.cases}
    hidden: set[Tally] = set()
    before = -1
    while len(hidden) > before:
        before = len(hidden)
        for whole, parts in _within(figures):
            if whole in counts and whole not in hidden and counts.keys() >= {*parts}:
                hidden |= _hidden_of(counts, whole, parts, hidden, asked)
    return {
        one: None if one in hidden else counts[one]
        for one in Tally
        if one in counts and one is not Tally.total
    }


def _within(figures: Figures) -> Iterator[Parts]:
    """What lies within what, by its nature or because the policy divides the one by the other."""
    yield from ((Tally.total, (one,)) for one in Tally if one is not Tally.total)
    yield from _PARTS
    params = figures.pack.ledger.indicators
    if params is None:
        return
    for one in Indicator:
        above, below = params.numerator[one].value, params.denominator[one].value
        if isinstance(above, Tally) and isinstance(below, Tally):
            yield below, (above,)


def _hidden_of(
    counts: dict[Tally, int], whole: Tally, parts: tuple[Tally, ...], gone: set[Tally], asked: Asked
) -> set[Tally]:
    """Which parts of a count are hidden beside it."""
    named: dict[Tally | None, int] = {one: counts[one] for one in parts}
    named[_REST] = max(counts[whole] - sum(named.values()), 0)
    found = visible(named, asked, gone & {*parts})
    return {one for one in parts if found[one] is None}


def is_visible(line: Line, figures: Figures, asked: Asked) -> bool:
    """Whether a rate may be published: what stands over the line and what does not.

    Args:
        line: the rate.
        figures: the counts of its period.
        asked: for whom it is.

    """
    if not asked.is_public or line.above is None or line.below is None:
        return True
    least, beside = asked.least.count, max(figures.all.cases - line.below, 0)
    if is_small(beside, least) or is_telling(line.above, line.below, least):
        return False
    seen = seen_tallies(figures, asked)
    return all(seen.get(one, 0) is not None for one in line.of)
