"""What happened to a case, in order of time (经过)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.account.wording import said
from xinfang_core.documents.blocks import Paragraph, Run, Table
from xinfang_core.messages import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.case import Case, Event
    from xinfang_core.documents.blocks import Block, Words

_DETAILS = (
    "extension",
    "reason_told",
    "grade",
    "target",
    "until",
    "cause",
    "step",
    "mode",
    "amount",
)
"""What an event says beside its kind and its day, in the order in which it is told."""


def events(case: Case, as_of: date) -> Iterator[Block]:
    """A row an event; those after the day asked about are said to be unknown on it."""
    found = case.history.events
    if not found:
        yield Paragraph(said("no_events"))
        return
    heads = tuple(said(f"head.{name}") for name in ("day", "event", "details"))
    yield Table(heads, tuple(_row(one, as_of) for one in found), widths=(26, 26, 48))


def _row(event: Event, as_of: date) -> tuple[Words, ...]:
    details = said("next").join(_details(event))
    if event.day <= as_of:
        return words(event.at, "zh"), event.kind.text(), details
    told = said("next").join(filter(None, (details, said("not_known_yet", as_of=as_of))))
    row = (words(event.at, "zh"), event.kind.text(), told)
    return tuple((Run(cell, faint=True),) for cell in row)


def _details(event: Event) -> Iterator[str]:
    """The details that are recorded, each with its name."""
    for name in _DETAILS:
        value = getattr(event, name)
        if value is not None:
            told = said("yes" if value else "no") if isinstance(value, bool) else value
            yield said(f"detail.{name}", value=told)
