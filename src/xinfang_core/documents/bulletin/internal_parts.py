"""What only offices read (内部部分): overdue cases, awards to pay, the ledger."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xinfang_core.documents.bulletin.blocks_of import heading, note, said, table
from xinfang_core.documents.bulletin.groups_part import group_name
from xinfang_core.messages import render
from xinfang_core.rules.ledger import agent_totals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.documents.blocks import Block
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures, Overdue

_OVERDUE = ("number", "case_no", "limit", "due", "days", "of_period", "body")
_AWARDS = ("agent", "month", "awards", "earned", "payable", "appraisals", "undetermined")


def overdue_part(figures: Figures, asked: Asked) -> Iterator[Block]:
    """The cases with a limit that has passed, the longest first."""
    yield heading("part.overdue", "overdue")
    if not figures.overdue:
        yield note("overdue.none")
        return
    bodies = "body" in asked.by
    rows = [_overdue(place, one, figures) for place, one in enumerate(figures.overdue, 1)]
    heads = [said(f"overdue.{one}") for one in _OVERDUE]
    kept = [place for place, one in enumerate(_OVERDUE) if bodies or one != "body"]
    cells = [[row[place] for place in kept] for row in rows]
    widths = tuple((1, 4, 4, 2, 2, 2, 3)[place] for place in kept)
    yield table([heads[place] for place in kept], cells, (0, 4), (3,), widths=widths)
    yield note("overdue.note", as_of=figures.period.as_of)


def _overdue(place: int, one: Overdue, figures: Figures) -> tuple[str, ...]:
    first, *others = one.missed
    title = figures.titles.get(first.rule) or _titled(first.rule, figures)
    limit = said("overdue.and_more", limit=title, count=len(others)) if others else title
    period = said("overdue.earlier" if one.is_earlier else "overdue.this")
    due = day_words(first.due)
    return (str(place), one.case_no, limit, due, str(first.days), period, group_name(one.body))


def _titled(rule: str, figures: Figures) -> str:
    """The title of a limit that no case of the period has."""
    own = {one.name: one.value for one in figures.pack.declared_limits}
    return own.get(rule) or render(f"rule.{rule}", {})


def day_words(day: date | None) -> str:
    """A day as it is read, and as a workbook takes it for one."""
    return day.isoformat() if day else ""


def awards_part(figures: Figures) -> Iterator[Block]:
    """What each agent is to be paid for each month; what cannot be told yet stands apart."""
    params = figures.pack.ledger.agent_totals
    if params is None:
        return
    yield heading("part.awards", "awards")
    decision = agent_totals.totals(figures.earnings, params)
    if not isinstance(decision.outcome, agent_totals.Totals):
        yield note("awards.undetermined_cap", why=decision.reasons[0].text())
        return
    rows = [
        (
            one.agent_no,
            said("awards.of_month", year=one.year, month=one.period),
            str(one.cases),
            str(one.earned),
            str(one.payable),
            str(one.appraisals),
            str(one.undetermined),
        )
        for one in decision.outcome.months
    ]
    if rows:
        yield table([said(f"awards.{one}") for one in _AWARDS], rows, (2, 3, 4, 5, 6))
        yield note("awards.sum", sum=payable(figures))
    for finding in decision.findings:
        yield note("awards.finding", text=finding.reason.text())
    if not rows and not decision.findings:
        yield note("awards.none")
    yield note("awards.note")


def payable(figures: Figures) -> Decimal | None:
    """The money to be paid for the period; None where that is not told."""
    params = figures.pack.ledger.agent_totals
    decision = agent_totals.totals(figures.earnings, params) if params else None
    if decision is None or not isinstance(decision.outcome, agent_totals.Totals):
        return None
    return sum((one.payable for one in decision.outcome.months), Decimal(0))


def ledger_part(figures: Figures, asked: Asked) -> Iterator[Block]:
    """Every case of the period."""
    yield heading("part.ledger", "ledger")
    names = ("number", "day", "case_no", "kind", "received", "accepted")
    after = ("due", "limit", "standing", "closed")
    groups = [said(f"by.{one}") for one in asked.by]
    heads = (*(said(f"ledger.{one}") for one in (*names, *after)), *groups)
    rows = (
        (
            str(place),
            day_words(one.day),
            one.case_no,
            one.kind,
            day_words(one.received),
            day_words(one.accepted),
            day_words(one.due),
            figures.titles.get(one.limit, ""),
            one.standing.text() if one.standing else said("no_limit"),
            day_words(one.closed),
            *map(group_name, one.groups),
        )
        for place, one in enumerate(figures.entries, 1)
    )
    yield table(heads, rows, (0,), (1, 4, 5, 6, 9))
    yield note("ledger.note")
