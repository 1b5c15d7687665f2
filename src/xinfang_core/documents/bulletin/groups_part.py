"""By kind, town, handling body and agent (分组情况): the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.blocks import Bar, Bars
from xinfang_core.documents.bulletin.blocks_of import heading, note, said, table
from xinfang_core.documents.bulletin.publishing import told, visible, visible_total
from xinfang_core.documents.bulletin.rates import rate_lines
from xinfang_core.documents.bulletin.rates_part import rate_words
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xinfang_core.documents.blocks import Block
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Bunch, Figures
    from xinfang_core.documents.bulletin.rates import Line

    Named = Sequence[tuple[str, Bunch]]

MOST_BARS: Final = 15
"""So many groups have a bar; all of them stand in the table."""

_COLUMNS: Final = (Status.met, Status.late, Status.open, Status.overdue)


def groups_part(figures: Figures, asked: Asked) -> Iterator[Block]:
    """All groups that were asked for."""
    yield heading("part.kinds", "kinds")
    yield from _group(said("kind"), figures.kinds, figures, asked)
    for by, found in figures.groups.items():
        if by == "agent" and asked.is_public:
            continue
        yield heading(f"part.by_{by}", f"by-{by}")
        yield from _group(said(f"by.{by}"), found, figures, asked)


def worst_first(groups: Mapping[str, Bunch]) -> list[tuple[str, Bunch]]:
    """The groups with most missed limits first."""
    return sorted(groups.items(), key=lambda one: (-missed(one[1]), -one[1].cases, one[0]))


def missed(bunch: Bunch) -> int:
    """How many cases missed a limit, answered by now or not."""
    return bunch.standing[Status.overdue] + bunch.standing[Status.late]


def _group(
    title: str, found: Mapping[str, Bunch], figures: Figures, asked: Asked
) -> Iterator[Block]:
    """The cases put together by one thing."""
    groups = [(name, one) for name, one in worst_first(found) if one.cases]
    if not groups:
        yield note("groups.none")
        return
    if [name for name, _ in groups] == [""]:
        yield note("groups.not_filled", by=title)
        return
    if asked.is_public:
        yield _published(title, groups, figures, asked)
        return
    yield from _bars(title, groups)
    heads, rows = _internal(groups, figures)
    yield table((title, *heads), rows, range(1, len(heads) + 1))


def group_name(name: str) -> str:
    """What a group is called; what is not filled in has words too."""
    return name or said("not_filled")


def _bars(title: str, groups: Named) -> Iterator[Bars]:
    """The groups with most missed limits."""
    worst = [one for one in groups if missed(one[1])][:MOST_BARS]
    if not worst:
        return
    series = (Status.overdue, Status.late)
    bars = tuple(
        Bar(
            group_name(name),
            tuple(float(one.standing[status]) for status in series),
            tuple(str(one.standing[status]) for status in series),
        )
        for name, one in worst
    )
    names = tuple(status.text() for status in series)
    yield Bars(said("bars.missed", by=title, count=len(worst)), bars, names, None, said("unit"))


def _internal(groups: Named, figures: Figures) -> tuple[list[str], list[tuple[str, ...]]]:
    """What stands right of the names: counts, and the rates that the policy defines."""
    lines = [rate_lines(figures, one) for _, one in groups]
    made = [one.key for one in rate_lines(figures) if not one.why]
    titles = {one.key: one.name for one in rate_lines(figures)}
    heads = [said("cases"), *(one.text() for one in _COLUMNS), said("others")]
    rows = []
    for (name, one), rates in zip(groups, lines, strict=True):
        counts = [one.standing[status] for status in _COLUMNS]
        cells = (one.cases, *counts, one.cases - sum(counts))
        told_rates = {line.key: rate_words(line) for line in rates}
        rows.append((group_name(name), *map(str, cells), *(told_rates[key] for key in made)))
    return [*heads, *(titles[key] for key in made)], rows


def _published(title: str, groups: Named, figures: Figures, asked: Asked) -> Block:
    """Counts of cases, and rates where neither they nor what they leave are small."""
    counts = visible({name: one.cases for name, one in groups}, asked)
    if visible_total(figures.all.cases, asked) is None:
        counts = dict.fromkeys(counts)
    made = [one for one in rate_lines(figures) if not one.why]
    lines = {name: {line.key: line for line in rate_lines(figures, one)} for name, one in groups}
    rates = {one.key: _visible_rates(one.key, lines, asked) for one in made}
    rows = [
        (group_name(name), told(counts[name]), *(rates[one.key][name] for one in made))
        for name, _ in groups
    ]
    heads = (title, said("cases"), *(one.name for one in made))
    return table(heads, rows, range(1, len(heads)))


def _visible_rates(
    key: str, lines: Mapping[str, Mapping[str, Line]], asked: Asked
) -> dict[str, str]:
    """A rate of each group; none where it could be told from those of the others."""
    found = {name: group[key] for name, group in lines.items()}
    parts = (
        {name: one.above or 0 for name, one in found.items()},
        {name: max((one.below or 0) - (one.above or 0), 0) for name, one in found.items()},
        {name: one.below or 0 for name, one in found.items()},
    )
    seen = [visible(one, asked) for one in parts]
    return {
        name: said("hidden") if any(one[name] is None for one in seen) else rate_words(line)
        for name, line in found.items()
    }
