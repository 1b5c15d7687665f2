"""Where the limits stand (期限情况), under each reading of the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.blocks import Bar, Bars
from xinfang_core.documents.bulletin.blocks_of import heading, note, said, table
from xinfang_core.documents.bulletin.counting import CHOSEN
from xinfang_core.documents.bulletin.publishing import told, visible
from xinfang_core.documents.bulletin.standing import SHOWN, standing_title
from xinfang_core.documents.privacy.small_counts import is_small
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from xinfang_core.documents.blocks import Block
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures
    from xinfang_core.documents.bulletin.publishing import Seen

STATUSES: Final = (
    Status.met,
    Status.late,
    Status.open,
    Status.overdue,
    Status.lapsed,
    Status.not_started,
    Status.undetermined,
)
"""The statuses in the order in which they are told."""

_RUNNING: Final = frozenset({Status.met, Status.late, Status.open, Status.overdue})


def standing_bars(figures: Figures, before: Figures | None, seen: Seen) -> Bars:
    """How many cases stand where, beside the period before."""
    counts = [one for one in (seen.standing, seen.earlier) if one is not None]
    periods = [one.period.text() for one in (figures, before) if one]
    bars = tuple(
        Bar(
            standing_title(one),
            tuple(found[one] for found in counts),
            tuple(told(found[one]) for found in counts),
        )
        for one in SHOWN
        if any(found[one] != 0 for found in counts)
    )
    return Bars(said("bars.standing"), bars, tuple(periods), None, said("unit"))


def limits_part(figures: Figures, seen: Seen) -> Iterator[Block]:
    """The limits one by one."""
    yield heading("part.limits", "limits")
    several = bool(seen.asked.other_readings)
    rows = list(_rows(figures, seen, several=several))
    if not rows:
        yield note("limits.none")
        return
    heads = (
        *((said("reading"),) if several else ()),
        said("limit"),
        *(one.text() for one in STATUSES),
    )
    first = 2 if several else 1
    widths = (*((6,) if several else ()), 4, *(2 for _ in STATUSES))
    yield table(heads, rows, range(first, first + len(STATUSES)), widths=widths)
    yield note("limits.note")


def _rows(figures: Figures, seen: Seen, *, several: bool) -> Iterator[tuple[str, ...]]:
    """The limits that run for any case; under another reading those that stand elsewhere."""
    for (reading, rule), counts in sorted(figures.limits.items(), key=_chosen_first):
        chosen = figures.limits.get((CHOSEN, rule))
        if not _RUNNING & counts.keys() or (reading != CHOSEN and counts == chosen):
            continue
        if chosen is not None and _differs_by_few(counts, chosen, seen.asked):
            continue
        every = {one: counts[one] for one in STATUSES}
        found = visible(
            every, seen.asked, [one for one in every if seen.standing.get(one, 0) is None]
        )
        cells = (figures.titles[rule], *(told(found[one]) for one in STATUSES))
        yield (reading or seen.asked.reading, *cells) if several else cells


def _differs_by_few(counts: Counter[Status], chosen: Counter[Status], asked: Asked) -> bool:
    """Whether two readings, both published, would tell of the few cases that they part."""
    least = asked.least.count
    return asked.is_public and any(
        is_small(abs(counts[one] - chosen[one]), least) for one in STATUSES
    )


def _chosen_first(item: tuple[tuple[str, str], object]) -> bool:
    return item[0][0] != CHOSEN
