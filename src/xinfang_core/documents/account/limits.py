"""The limits of a case, each with how it was counted (各项期限的核算)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import frozen

from xinfang_core.assessment.answer import outcome_text
from xinfang_core.deadline import Deadline
from xinfang_core.documents.account.counting import Told, told_of
from xinfang_core.documents.account.grid import month_grid
from xinfang_core.documents.account.ledger import ledger
from xinfang_core.documents.account.wording import cited, said
from xinfang_core.documents.blocks import Heading, Items, Paragraph, Picture, Run, Table
from xinfang_core.drawing import period_svg
from xinfang_core.messages import words
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.assessment import Assessment
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Decision
    from xinfang_core.documents.account.counting import Count
    from xinfang_core.documents.blocks import Block, Words


@frozen
class Limit:
    """A limit that has a last day (有届满日的期限).

    Attributes:
        rule: its name, or the key of what the policy declares.
        title: its title, or the official name.
        decision: where it stands, and why.
        told: how its last day was counted.

    """

    rule: str
    title: str
    decision: Decision[Deadline]
    told: Told

    @property
    def deadline(self) -> Deadline:
        """Where it stands."""
        return cast("Deadline", self.decision.outcome)

    @property
    def anchor(self) -> str:
        """What links to it lead to."""
        return f"limit-{self.rule.replace('_', '-')}"

    @property
    def ends(self) -> str:
        """Its last day, or the moment; both bounds where it is provisional."""
        deadline, due = self.deadline, words(self.deadline.ends, "zh")
        if deadline.certainty is Certainty.settled:
            return due
        return f"{due}\n" + said("bounds", earliest=deadline.earliest, latest=deadline.latest)


def limits_of(answer: Assessment) -> tuple[Limit, ...]:
    """The limits with a last day, in the order of a matter's way."""
    dated = (
        (rule, cast("Decision[Deadline]", decision))
        for rule, decision in answer.applying()
        if isinstance(decision.outcome, Deadline) and decision.outcome.due
    )
    return tuple(Limit(rule, answer.title(rule), one, told_of(one)) for rule, one in dated)


def overview(limits: tuple[Limit, ...]) -> Table:
    """All limits at a glance: from when, how long, until when, where they stand."""
    heads = tuple(said(f"head.{name}") for name in ("limit", "from", "period", "due", "status"))
    return Table(heads, tuple(map(_row, limits)), widths=(22, 26, 20, 22, 26))


def _row(limit: Limit) -> tuple[Words, ...]:
    told = limit.told
    begun = f"{words(told.event, 'zh')}\n{words(told.start, 'zh')}" if told.event else "—"
    length = said("plus").join(words(one, "zh") for one in told.length)
    deadline = limit.deadline
    status = deadline.status.text()
    if deadline.overdue_working_days:
        status = said("overdue", status=status, days=deadline.overdue_working_days)
    title = (Run(limit.title, link=limit.anchor),)
    return title, begun, length or said("set"), limit.ends, status


def differing(limits: tuple[Limit, ...], others: Mapping[str, Assessment]) -> Iterator[Block]:
    """The limits that stand differently under another reading; nothing where none does.

    The default reading may be the one that favours the office, so that the other stands beside it.

    Args:
        limits: those of the account.
        others: by the titles of the other readings what they answer.

    """
    known = {one.rule: _row(one)[1:] for one in limits}
    rows = tuple(
        (title, one.title, *_row(one)[1:])
        for title, answer in others.items()
        for one in limits_of(answer)
        if _row(one)[1:] != known.get(one.rule)
    )
    if rows:
        names = ("reading", "limit", "from", "period", "due", "status")
        heads = tuple(said(f"head.{name}") for name in names)
        yield Paragraph(said("other_readings"))
        yield Table(heads, rows, widths=(20, 18, 20, 16, 20, 22))


def explained(limits: tuple[Limit, ...], calendar: WorkCalendar) -> Iterator[Block]:
    """Each limit with its reasons, then its days one by one and in a picture.

    Limits that were counted alike show their days once.
    """
    shown: dict[Count, Limit] = {}
    for limit in limits:
        yield Heading(2, limit.title, limit.anchor)
        yield Paragraph((Run(outcome_text(limit.decision), strong=True),))
        yield from _provisional(limit)
        yield Items(tuple(map(cited, limit.decision.reasons)))
        yield from _days(limit, calendar, shown)


def _provisional(limit: Limit) -> Iterator[Block]:
    """That the last day may still move: to when, and what is awaited."""
    if limit.deadline.certainty is Certainty.settled:
        return
    bounds = {"earliest": limit.deadline.earliest, "latest": limit.deadline.latest}
    yield Paragraph(said("provisional", due=limit.deadline.due, **bounds))


def _days(limit: Limit, calendar: WorkCalendar, shown: dict[Count, Limit]) -> Iterator[Block]:
    count = limit.told.count
    if count is None:
        yield Paragraph(said("by_clock" if limit.told.by_clock else "day_set"), is_note=True)
        return
    alike = shown.setdefault(count, limit)
    if alike is not limit:
        link = Run(alike.title, link=alike.anchor)
        yield Paragraph((Run(said("counted_alike")), link), is_note=True)
        return
    days = count.days(calendar)
    yield ledger(limit.title, count.start, days)
    facts: Mapping[str, object] = {"title": limit.title, "start": count.start, "due": days[-1].day}
    told = said("picture", **facts)
    yield Picture(period_svg(count.start, days), told, month_grid(count.start, days))
