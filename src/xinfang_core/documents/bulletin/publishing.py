"""What of the counts may be published (公布的件数): small ones point at a person.

A count is hidden wherever it stands: what one table hides, no other table of the bulletin shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from attrs import frozen

from xinfang_core.documents.bulletin.groups import worst_first
from xinfang_core.documents.bulletin.standing import SHOWN, by_standing
from xinfang_core.documents.privacy.small_counts import is_small, suppressed, suppressed_table
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Bunch, Figures
    from xinfang_core.documents.bulletin.rates import Line
    from xinfang_core.vocabulary import Status

    Key = TypeVar("Key", bound=Hashable)

    Standing: TypeAlias = Mapping[Status | None, int | None]
    Grid: TypeAlias = tuple[tuple[int | None, ...], ...]

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
    groups = {by: worst_first(found) for by, found in shown.items()}
    grids = {by: _grid(found, figures.all, asked) for by, found in groups.items()}
    gone = {
        status
        for rows in grids.values()
        for status, count in zip(SHOWN, rows[-1], strict=False)
        if count is None
    }
    standing = visible(by_standing(figures.all), asked, gone)
    hidden = [count is None for count in standing.values()]
    return Seen(
        asked,
        standing,
        visible(by_standing(before.all), asked) if before else None,
        groups,
        {by: (*rows[:-1], _blanked(rows[-1], hidden)) for by, rows in grids.items()},
    )


def _grid(groups: Sequence[tuple[str, Bunch]], whole: Bunch, asked: Asked) -> Grid:
    """The counts of groups as their readers may see them."""
    bunches = (*(one for _, one in groups), whole)
    rows = [(*by_standing(one).values(), one.cases) for one in bunches]
    return suppressed_table(rows, asked.least.count) if asked.is_public else tuple(rows)


def _blanked(row: Sequence[int | None], hidden: Sequence[bool]) -> tuple[int | None, ...]:
    """A row of totals without those that are hidden elsewhere."""
    kept = (None if gone else count for count, gone in zip(row, hidden, strict=False))
    return (*kept, row[-1])


def visible(
    counts: Mapping[Key, int], asked: Asked, gone: Collection[Key] = ()
) -> dict[Key, int | None]:
    """The parts of a whole as their readers may see them; None: not published.

    Args:
        counts: the parts, which add up to the whole.
        asked: for whom they are, and the smallest count that is published.
        gone: the parts that are hidden already.

    """
    if not asked.is_public:
        return dict(counts)
    total, least = sum(counts.values()), asked.least.count
    named = {str(place): count for place, count in enumerate(counts.values())}
    found = suppressed(named, total, least)
    hidden = {key for key, one in zip(counts, found.values(), strict=True) if one is None} | {*gone}
    # Of a whole one part alone is hidden in vain.
    for key in sorted(counts, key=lambda one: (not counts[one], counts[one])):
        if not hidden or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= least):
            break
        hidden.add(key)
    return {key: None if key in hidden else count for key, count in counts.items()}


def visible_total(count: int, asked: Asked) -> int | None:
    """A whole as its readers may see it."""
    return None if asked.is_public and is_small(count, asked.least.count) else count


def is_visible(line: Line, asked: Asked) -> bool:
    """Whether a rate may be published: what stands over the line and what does not."""
    if not asked.is_public or line.above is None or line.below is None:
        return True
    rest = max(line.below - line.above, 0)
    return None not in visible({"above": line.above, "rest": rest}, asked).values()


def told(count: int | None) -> str:
    """A count in words; a dash where it is not published."""
    return render("bulletin.hidden", {}) if count is None else str(count)
