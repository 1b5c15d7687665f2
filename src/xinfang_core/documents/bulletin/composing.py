"""A bulletin or ledger, put together (通报、台账)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Bar, Bars, Draft, Items, Paragraph
from xinfang_core.documents.bulletin.blocks_of import heading, note, said, strong, table
from xinfang_core.documents.bulletin.groups_part import groups_part
from xinfang_core.documents.bulletin.internal_parts import awards_part, ledger_part, overdue_part
from xinfang_core.documents.bulletin.limits_part import limits_part, standing_bars
from xinfang_core.documents.bulletin.overview import overview
from xinfang_core.documents.bulletin.publishing import seen_of, told, visible, visible_total
from xinfang_core.documents.bulletin.rates_part import rates_part, signed
from xinfang_core.documents.bulletin.ratings_part import ratings_part
from xinfang_core.documents.bulletin.standing import standing_title
from xinfang_core.documents.bulletin.tallied import seen_tallies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.documents.blocks import Block
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures
    from xinfang_core.documents.bulletin.publishing import Seen, Standing

MadeBy = tuple[tuple[str, str], ...]


def bulletin(figures: Figures, before: Figures | None, asked: Asked, made_by: MadeBy) -> Draft:
    """The bulletin of a period.

    Args:
        figures: its counts.
        before: the counts of the period before; None where there are none.
        asked: what was asked, and for whom.
        made_by: what it rests on, names and values.

    """
    facts = {"period": figures.period.text()}
    title = said("title_ledger" if asked.ledger else "title", **facts)
    blocks = tuple(_blocks(figures, before, asked))
    return Draft(title, blocks, made_by, landscape=asked.ledger or len(asked.by) > 1)


def _blocks(figures: Figures, before: Figures | None, asked: Asked) -> Iterator[Block]:
    seen = seen_of(figures, before, asked)
    yield Paragraph(strong(_mark(asked)))
    yield heading("part.overview", "overview")
    yield Items(overview(figures, before, seen))
    if figures.all.cases:
        yield standing_bars(figures, before, seen)
        yield from _months(figures, asked)
    yield from _compared(figures, before, seen)
    yield from rates_part(figures, before, asked)
    yield from limits_part(figures, seen)
    yield from groups_part(figures, seen)
    yield from ratings_part(figures, asked)
    if not asked.is_public:
        yield from overdue_part(figures, asked)
        yield from awards_part(figures)
        if asked.ledger:
            yield from ledger_part(figures, asked)
    yield from _counted(figures, asked)


def _mark(asked: Asked) -> str:
    """Who may read it, and what is left out for that."""
    if not asked.is_public:
        return said("mark.internal")
    return said("mark.public", least=asked.least.count)


def _months(figures: Figures, asked: Asked) -> Iterator[Bars]:
    """How many cases there are in each month."""
    if len(figures.months) > 1:
        counts = visible(figures.months, asked)
        bars = tuple(
            Bar(_month(day), (_length(count),), (told(count),)) for day, count in counts.items()
        )
        yield Bars(said("bars.months"), bars, (said("cases"),), None, said("unit"))


def _length(count: int | None) -> float | None:
    return None if count is None else float(count)


def _month(day: date) -> str:
    return said("period.month", year=day.year, number=day.month)


def _compared(figures: Figures, before: Figures | None, seen: Seen) -> Iterator[Block]:
    """The counts beside those of the period before."""
    yield heading("part.compared", "compared")
    if before is None:
        yield note("compared.none", period=figures.period.before().text())
        return
    now = dict(_compared_counts(figures, seen.standing, seen.asked))
    was = dict(_compared_counts(before, seen.earlier or {}, seen.asked))
    rows = []
    for title, count in now.items():
        earlier = was.get(title, 0)
        more = "" if count is None or earlier is None else signed(count - earlier)
        rows.append((title, told(count), told(earlier), more))
    heads = (said("item"), figures.period.text(), before.period.text(), said("more"))
    yield table(heads, rows, (1, 2, 3))


def _compared_counts(
    figures: Figures, standing: Standing, asked: Asked
) -> Iterator[tuple[str, int | None]]:
    """All cases, where they stand, and what else the policy lets be counted."""
    yield said("total"), visible_total(figures.all.cases, asked)
    for status, count in standing.items():
        yield said("compared.status", status=standing_title(status)), count
    for tally, count in seen_tallies(figures, asked).items():
        yield tally.text(), count


def _counted(figures: Figures, asked: Asked) -> Iterator[Block]:
    """How it was counted."""
    yield heading("part.counted", "counted")
    events = tuple(one.text() for one in asked.dated_by)
    lines = [
        said("counted.day", events=events, first=figures.period.first, last=figures.period.last),
        said("counted.as_of", as_of=figures.period.as_of),
        said("counted.matters"),
        said("counted.worst"),
    ]
    if figures.dated_later and len(events) > 1 and not asked.is_public:
        lines.append(said("counted.later", count=figures.dated_later, event=events[0]))
    if asked.is_public:
        least = {"least": asked.least.count, "told": asked.least.told}
        lines.append(said("counted.hidden", mark=said("hidden"), **least))
    yield Items(tuple(lines))
