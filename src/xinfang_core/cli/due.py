"""``xinfang due``: the last day of one period, day by day where asked (期限计算)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.calendar import last_day, ledger, mainland_calendar
from xinfang_core.cli.output import opened
from xinfang_core.codec.answers import plain
from xinfang_core.deadline import COUNTING
from xinfang_core.messages import render
from xinfang_core.periods import period
from xinfang_core.vocabulary import Certainty, Unit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from xinfang_core.calendar import LastDay, LedgerDay


def run(arguments: argparse.Namespace) -> bool:
    """Print the last day; never fails on what it is."""
    calendar = mainland_calendar()
    if arguments.known_on:
        calendar = calendar.known_on(arguments.known_on)
    length = period(arguments.count, Unit[arguments.unit])
    last = last_day(calendar, arguments.start, length)
    days = ledger(calendar, arguments.start, length) if arguments.explain else ()
    asked = {"start": arguments.start, "period": length, "known_on": arguments.known_on}
    wire = arguments.format == "json"
    with opened(None, wire=wire) as stream:
        if wire:
            answer = {**_answer(asked, last), **_days(days, shown=arguments.explain)}
            stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
        else:
            stream.writelines(f"{line}\n" for line in _lines(asked, last, days))
    return False


def _answer(asked: dict[str, object], last: LastDay | None) -> dict[str, object]:
    """The answer in the words of the wire; null bounds where it is undetermined."""
    names = ("due", "certainty", "earliest", "latest", "awaits")
    found = {name: plain(getattr(last, name)) if last else None for name in names}
    return {
        **{name: plain(value) for name, value in asked.items()},
        "outcome": found["due"] or "undetermined",
        **found,
        "basis": COUNTING.basis.name,
        "text": _sentence(asked, last),
    }


def _days(days: tuple[LedgerDay, ...], *, shown: bool) -> dict[str, object]:
    """The ledger as data."""
    names = ("day", "counted", "running", "kind", "name", "notice", "awaits")
    listed = [
        {**{name: plain(getattr(one, name)) for name in names}, "text": one.text()} for one in days
    ]
    return {"ledger": listed} if shown else {}


def _sentence(asked: dict[str, object], last: LastDay | None) -> str:
    """The answer in one sentence."""
    if last is None:
        return render("due.undetermined", asked)
    facts = {**asked, "due": last.due, "earliest": last.earliest, "latest": last.latest}
    if last.certainty is Certainty.settled:
        return render("due.settled", facts)
    return render("due.provisional", {**facts, "year": last.awaits})


def _lines(
    asked: dict[str, object], last: LastDay | None, days: tuple[LedgerDay, ...]
) -> Iterator[str]:
    """The sentence, then the ledger, then what the counting rests on."""
    yield _sentence(asked, last)
    yield from (one.text() for one in days)
    yield render("due.basis", {"citation": COUNTING.text(), "note": COUNTING.note})
