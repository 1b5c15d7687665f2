"""The first screen of a bulletin (概况): what matters, in ten lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.bulletin.blocks_of import said
from xinfang_core.documents.bulletin.groups import missed, worst_first
from xinfang_core.documents.bulletin.groups_part import group_name
from xinfang_core.documents.bulletin.internal_parts import payable
from xinfang_core.documents.bulletin.publishing import told, visible_total
from xinfang_core.documents.bulletin.rates import rate_lines
from xinfang_core.documents.bulletin.rates_part import rate_words, signed
from xinfang_core.documents.bulletin.tallied import is_visible
from xinfang_core.vocabulary import Basis, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures
    from xinfang_core.documents.bulletin.publishing import Seen
    from xinfang_core.documents.bulletin.rates import Line

_WORST = 3
"""So many groups are named."""

_RATES = 4
"""So many rates are told; all of them stand in the table."""


def overview(figures: Figures, before: Figures | None, seen: Seen) -> tuple[str, ...]:
    """What matters, each in a line."""
    return tuple(_lines(figures, before, seen))


def _lines(figures: Figures, before: Figures | None, seen: Seen) -> Iterator[str]:
    asked = seen.asked
    yield _cases(figures, before, asked) + _ungoverned(figures, asked)
    yield _standing(seen)
    if not asked.is_public:
        yield _overdue(figures)
    yield from _rates(figures, before, asked)
    if not asked.is_public:
        yield from _worst(figures)
        yield from _awards(figures)
    yield from _bases(figures)
    if figures.undated and not asked.is_public:
        yield said("overview.undated", count=figures.undated)


def _cases(figures: Figures, before: Figures | None, asked: Asked) -> str:
    """How many cases there are, and how many more than before."""
    count = visible_total(figures.all.cases, asked)
    facts: dict[str, object] = {"period": figures.period.text(), "count": told(count)}
    earlier = visible_total(before.all.cases, asked) if before else None
    if before is None or count is None or earlier is None:
        return said("overview.cases", **facts)
    facts |= {"before": before.period.text(), "earlier": earlier}
    if count == earlier:
        return said("overview.cases_same", **facts)
    if count > earlier:
        return said("overview.cases_more", **facts, more=count - earlier)
    return said("overview.cases_less", **facts, less=earlier - count)


def _ungoverned(figures: Figures, asked: Asked) -> str:
    """How many of them no edition governs: no limit of theirs is told, which is no good news."""
    if not figures.ungoverned or asked.is_public:
        return ""
    return said("overview.ungoverned", count=figures.ungoverned)


def _standing(seen: Seen) -> str:
    """Where the cases stand."""
    parts = []
    for status in (Status.met, Status.late, Status.open, Status.overdue):
        count = seen.standing[status]
        was = seen.earlier[status] if seen.earlier else None
        facts = {"status": status, "count": told(count)}
        if count is None or was is None:
            parts.append(said("overview.status", **facts))
        else:
            parts.append(said("overview.status_more", **facts, more=signed(count - was)))
    return said("overview.standing", parts=tuple(parts))


def _overdue(figures: Figures) -> str:
    """What is overdue at the end, whichever period it is of."""
    found = figures.overdue
    if not found:
        return said("overview.none_overdue", as_of=figures.period.as_of)
    earlier = sum(one.is_earlier for one in found)
    return said(
        "overview.overdue",
        as_of=figures.period.as_of,
        count=len(found),
        this=len(found) - earlier,
        earlier=earlier,
        days=found[0].missed[0].days,
    )


def _rates(figures: Figures, before: Figures | None, asked: Asked) -> Iterator[str]:
    """Rates that miss what is asked for, or all where they are few."""
    lines = rate_lines(figures)
    made = [one for one in lines if not one.why]
    if not made:
        yield said("overview.rates_unmade" if lines else "overview.no_rates")
        return
    seen = [one for one in made if is_visible(one, figures, asked)]
    short = [one for one in seen if one.is_missed]
    bounded = [one for one in made if one.bound is not None]
    if bounded:
        yield said("overview.required", count=len(bounded), missed=len(short))
    was = rate_lines(before) if before else ()
    earlier = {one.key: one for one in was if before and is_visible(one, before, asked)}
    told_rates = (short or seen)[:_RATES]
    if told_rates:
        parts = tuple(_rate(one, earlier.get(one.key)) for one in told_rates)
        yield said("overview.rates", parts=parts)


def _rate(line: Line, before: Line | None) -> str:
    """A rate, what is asked for, and how it was."""
    words = f"{line.name} {rate_words(line)}"
    if line.is_missed:
        words += said("overview.asked", required=line.required)
    if before and before.percent is not None and line.percent is not None:
        words += said("overview.points", more=signed(line.percent - before.percent))
    return words


def _worst(figures: Figures) -> Iterator[str]:
    """The groups with most missed limits."""
    for by, found in figures.groups.items():
        worst = [(name, one) for name, one in worst_first(found) if missed(one)][:_WORST]
        if worst and by != "agent":
            parts = tuple(
                said("overview.group", name=group_name(name), count=missed(one), of=one.cases)
                for name, one in worst
            )
            yield said("overview.worst", by=said(f"by.{by}"), parts=parts)


def _awards(figures: Figures) -> Iterator[str]:
    """The money to be paid, and how many awards cannot be told."""
    total = payable(figures)
    if total is not None:
        unclear = sum(one.award.is_undetermined for one in figures.earnings)
        code = "overview.awards_unclear" if unclear else "overview.awards"
        yield said(code, sum=total, **({"unclear": unclear} if unclear else {}))


def _bases(figures: Figures) -> Iterator[str]:
    """How many of the rates rest on what the source does not state."""
    cited = [one.citation for one in rate_lines(figures) if one.citation and not one.why]
    weak = [one for one in cited if one.basis is not Basis.stated]
    if weak:
        assumed = sum(one.basis is Basis.assumed for one in weak)
        yield said("overview.bases", count=len(cited), weak=len(weak), assumed=assumed)
