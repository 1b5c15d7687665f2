"""What of the counts may be published (公布的件数): small ones point at a person.

A count is hidden wherever it stands: what one table hides, no other table of the bulletin shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from attrs import frozen

from xinfang_core.documents.bulletin.groups import by_name, worst_first
from xinfang_core.documents.bulletin.standing import MISSED, SHOWN, by_standing
from xinfang_core.documents.privacy.small_counts import is_small, suppressed, suppressed_table
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Bunch, Figures
    from xinfang_core.vocabulary import Status

    Key = TypeVar("Key", bound=Hashable)

    Standing: TypeAlias = Mapping[Status | None, int | None]
    Grid: TypeAlias = tuple[tuple[int | None, ...], ...]
    Group: TypeAlias = tuple[str, Bunch]

_MISSED: Final = tuple(map(SHOWN.index, MISSED))

KIND: Final = "kind"
"""The group that is always there."""


@frozen
class Seen:
    """What the readers of a bulletin may see of its counts.

    Attributes:
        asked: for whom it is.
        standing: how many cases stand where.
        earlier: the same of the period before; None where there is none.
        groups: by what cases are put together, the groups, the worst first.
        grids: the counts of these groups where they stand, then how many they are in all; the
            last row is that of all of them.

    """

    asked: Asked
    standing: Standing
    earlier: Standing | None
    groups: Mapping[str, Sequence[tuple[str, Bunch]]]
    grids: Mapping[str, Grid]


def seen_of(figures: Figures, before: Figures | None, asked: Asked) -> Seen:
    """What may be seen of the counts of a period and the one before."""
    named = {str(by): found for by, found in figures.groups.items()}
    every: dict[str, Mapping[str, Bunch]] = {KIND: figures.kinds, **named}
    shown = {by: found for by, found in every.items() if not (asked.is_public and by == "agent")}
    # Their order by counts of which some are hidden would tell of these.
    order = by_name if asked.is_public else worst_first
    groups: dict[str, Sequence[Group]] = {by: order(found) for by, found in shown.items()}
    standing, grids = _grids(groups, figures.all, asked)
    earlier = visible(by_standing(before.all), asked) if before else None
    if asked.is_public:
        ordered = {by: _ordered(found, grids[by]) for by, found in groups.items()}
        groups = {by: found for by, (found, _) in ordered.items()}
        grids = {by: grid for by, (_, grid) in ordered.items()}
    return Seen(asked, standing, earlier, groups, grids)


def _ordered(groups: Sequence[Group], grid: Grid) -> tuple[Sequence[Group], Grid]:
    """Groups and their rows, those with most missed limits first, as far as these are seen."""
    placed = sorted(zip(groups, grid, strict=False), key=lambda one: _seen_order(one[1]))
    return [group for group, _ in placed], (*(row for _, row in placed), grid[-1])


def _seen_order(row: Sequence[int | None]) -> tuple[int, int]:
    return -sum(row[place] or 0 for place in _MISSED), -(row[-1] or 0)


def _grids(
    groups: Mapping[str, Sequence[tuple[str, Bunch]]], whole: Bunch, asked: Asked
) -> tuple[Standing, Mapping[str, Grid]]:
    """Where all cases stand, and those of each group, as their readers may see them.

    A status of which the whole is hidden is hidden in every group too, else it could be added up.
    """
    tables = {
        by: [*map(_counted, (one for _, one in found)), _counted(whole)]
        for by, found in groups.items()
    }
    counts = by_standing(whole)
    if not asked.is_public:
        return counts, {by: tuple(rows) for by, rows in tables.items()}
    seen = visible(counts, asked)
    gone, before = {place for place, one in enumerate(seen.values()) if one is None}, -1
    grids: dict[str, Grid] = {}
    while len(gone) > before:
        before = len(gone)
        grids = {by: _without(rows, gone, asked) for by, rows in tables.items()}
        totals = (rows[-1][: len(SHOWN)] for rows in grids.values())
        gone |= {place for row in totals for place, one in enumerate(row) if one is None}
        kept = visible(counts, asked, [SHOWN[place] for place in gone])
        gone |= {place for place, one in enumerate(kept.values()) if one is None}
    return {one: None if at in gone else counts[one] for at, one in enumerate(SHOWN)}, grids


def _counted(one: Bunch) -> tuple[int, ...]:
    return (*by_standing(one).values(), one.cases)


def _without(rows: Sequence[Sequence[int]], gone: Collection[int], asked: Asked) -> Grid:
    """A table without some of its columns, which can be told from the others together."""
    kept = [place for place in range(len(SHOWN)) if place not in gone]
    table = [
        (
            *(row[place] for place in kept),
            *([sum(row[place] for place in gone)] if gone else []),
            row[-1],
        )
        for row in rows
    ]
    found = suppressed_table(table, asked.least.count)
    where = {place: at for at, place in enumerate(kept)}
    return tuple(
        (*(row[where[place]] if place in where else None for place in range(len(SHOWN))), row[-1])
        for row in found
    )


def visible(
    counts: Mapping[Key, int], asked: Asked, gone: Collection[Key] = ()
) -> dict[Key, int | None]:
    """The parts of a whole as their readers may see them; None: not published.

    Args:
        counts: the parts, which add up to the whole.
        asked: for whom they are, and the smallest count that is published.
        gone: the parts that are hidden already.

    """
    return suppressed(counts, asked.least.count, gone) if asked.is_public else {**counts}


def visible_total(count: int, asked: Asked) -> int | None:
    """A whole as its readers may see it."""
    return None if asked.is_public and is_small(count, asked.least.count) else count


def told(count: int | None) -> str:
    """A count in words; a dash where it is not published."""
    return render("bulletin.hidden", {}) if count is None else str(count)
