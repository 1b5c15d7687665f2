"""By kind, town, handling body and agent (分组情况): the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.blocks import Bar, Bars
from xinfang_core.documents.bulletin.blocks_of import heading, note, said, table
from xinfang_core.documents.bulletin.publishing import told, visible
from xinfang_core.documents.bulletin.rates import rate_lines
from xinfang_core.documents.bulletin.rates_part import rate_words
from xinfang_core.documents.bulletin.standing import MISSED, SHOWN, standing_title
from xinfang_core.documents.bulletin.tallied import is_visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from xinfang_core.documents.blocks import Block
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Bunch, Figures
    from xinfang_core.documents.bulletin.publishing import Grid, Seen
    from xinfang_core.documents.bulletin.rates import Line

    Groups = Sequence[tuple[str, Bunch]]

MOST_BARS: Final = 15
"""So many groups have a bar; all of them stand in the table."""


def groups_part(figures: Figures, seen: Seen) -> Iterator[Block]:
    """All groups that were asked for."""
    for by, groups in seen.groups.items():
        title = said(f"by.{by}")
        yield heading(f"part.by_{by}", f"by-{by}")
        if not groups:
            yield note("groups.none")
        elif [name for name, _ in groups] == [""]:
            yield note("groups.not_filled", by=title)
        else:
            if by != "agent":  # who speaks for petitioners is not held up for what others miss
                yield from _bars(title, groups, seen.grids[by])
            yield _table(title, groups, figures, seen.grids[by], seen.asked)


def group_name(name: str) -> str:
    """What a group is called; what is not filled in has words too."""
    return name or said("not_filled")


def _bars(title: str, groups: Groups, grid: Grid) -> Iterator[Bars]:
    """The groups with most missed limits, as far as that may be seen."""
    places = [SHOWN.index(status) for status in MISSED]
    told_rows = [
        (name, [row[place] for place in places])
        for (name, _), row in zip(groups, grid, strict=False)
    ]
    found = [(name, counts) for name, counts in told_rows if any(counts)]
    worst = found[:MOST_BARS]
    if worst:
        bars = tuple(
            Bar(
                group_name(name),
                tuple(None if count is None else float(count) for count in counts),
                tuple(map(told, counts)),
            )
            for name, counts in worst
        )
        series = tuple(status.text() for status in MISSED)
        code = "bars.missed" if worst == found else "bars.missed_most"
        yield Bars(said(code, by=title, count=len(worst)), bars, series, None, said("unit"))


def _table(title: str, groups: Groups, figures: Figures, grid: Grid, asked: Asked) -> Block:
    """The groups with their counts, and the rates that the policy defines."""
    made = [one for one in rate_lines(figures) if not one.why]
    lines = {name: {line.key: line for line in rate_lines(figures, one)} for name, one in groups}
    open_columns = [at for at, count in enumerate(grid[-1]) if count is not None]
    hidden = {
        name
        for (name, _), row in zip(groups, grid, strict=False)
        if any(row[at] is None for at in open_columns)
    }
    cases = {name: one.cases for name, one in groups}
    rates = {one.key: _rates(one.key, lines, cases, hidden, asked) for one in made}
    rows = [
        (group_name(name), *_counts(row), *(rates[one.key][name] for one in made))
        for (name, _), row in zip(groups, grid, strict=False)
    ]
    seen = [one for one in made if is_visible(one, figures, asked)]
    totals = (rate_words(one) if one in seen else said("hidden") for one in made)
    rows.append((said("together"), *_counts(grid[-1]), *totals))
    counted = (said("cases"), *(standing_title(one) for one in SHOWN))
    heads = (title, *counted, *(one.name for one in made))
    widths = (4, *(2 for _ in counted), *(4 for _ in made))
    return table(heads, rows, range(1, len(heads)), widths=widths)


def _counts(row: Sequence[int | None]) -> Iterator[str]:
    """All cases first, then where they stand."""
    return (told(count) for count in (row[-1], *row[:-1]))


def _rates(
    key: str,
    lines: Mapping[str, Mapping[str, Line]],
    cases: Mapping[str, int],
    hidden: Collection[str],
    asked: Asked,
) -> dict[str, str]:
    """A rate of each group; none where it tells what is hidden, or follows from the others."""
    found = {name: group[key] for name, group in lines.items()}
    parts = (
        {name: one.above or 0 for name, one in found.items()},
        {name: max((one.below or 0) - (one.above or 0), 0) for name, one in found.items()},
        {name: one.below or 0 for name, one in found.items()},
        {name: max(cases[name] - (one.below or 0), 0) for name, one in found.items()},
    )
    seen = [visible(one, asked, hidden) for one in parts]
    return {
        name: said("hidden") if any(one[name] is None for one in seen) else rate_words(line)
        for name, line in found.items()
    }
