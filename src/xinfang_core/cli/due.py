"""``xinfang due``: the last day of one period, day by day where asked (期限计算)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.calendar import Hours, end_moment, last_day, ledger
from xinfang_core.calendar.suspension import in_sequence
from xinfang_core.calendar.views import ledger_markdown, ledger_svg
from xinfang_core.case import day_of
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import opened
from xinfang_core.codec.answers import plain
from xinfang_core.deadline import COUNTING
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.periods import period
from xinfang_core.vocabulary import Certainty, Unit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from xinfang_core.calendar import LastDay, LedgerDay

HOUR = "hour"
"""A unit of the command line alone: no limit of the petition rules is in hours."""

_LINE = ("day", "counted", "running", "kind", "name", "statutory", "notice", "awaits", "region")


def run(arguments: argparse.Namespace) -> bool:
    """Print the last day; never fails on what it is."""
    if arguments.unit == HOUR:
        return _run_hours(arguments)
    calendar = chosen_calendar(arguments)
    length, start = period(arguments.count, Unit[arguments.unit]), day_of(arguments.start)
    suspensions = in_sequence(arguments.suspend)
    last = last_day(calendar, start, length, suspensions=suspensions)
    drawn = arguments.format in {"markdown", "svg"}
    shown = arguments.explain or drawn
    days = ledger(calendar, start, length, suspensions=suspensions) if shown else ()
    asked = {"start": start, "period": length, "known_on": arguments.known_on}
    further = {"region": arguments.region, "suspensions": suspensions}
    with opened(arguments.output, wire=arguments.format != "text") as stream:
        if arguments.format == "json":
            answer = {**_answer(asked, further, last), **_days(days, shown=arguments.explain)}
            stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
        elif drawn:
            view = ledger_svg if arguments.format == "svg" else ledger_markdown
            stream.write(view(start, days))
        else:
            stream.writelines(f"{line}\n" for line in _lines(asked, last, days))
    return False


def _run_hours(arguments: argparse.Namespace) -> bool:
    """Hours run from the moment itself, day and night."""
    if arguments.format not in {"text", "json"}:
        raise MisuseError(
            Fault("cli.hours_not_drawn", (("form", arguments.format),), path="--format")
        )
    length = Hours(arguments.count)
    asked = {"start": arguments.start, "period": length}
    due = end_moment(arguments.start, length)
    text = render("due.hours", {**asked, "due": due})
    with opened(arguments.output, wire=arguments.format == "json") as stream:
        if arguments.format == "json":
            answer = {name: plain(value) for name, value in {**asked, "due": due}.items()}
            answer |= {"certainty": Certainty.settled.name, "basis": COUNTING.basis.name}
            stream.write(json.dumps({**answer, "text": text}, ensure_ascii=False) + "\n")
        else:
            basis = {"citation": COUNTING.text(), "note": render("due.hours_note", {})}
            stream.write(f"{text}\n{render('due.basis', basis)}\n")
    return False


def _answer(
    asked: dict[str, object], further: dict[str, object], last: LastDay | None
) -> dict[str, object]:
    """The answer in the words of the wire; null bounds where it is undetermined."""
    names = ("due", "certainty", "earliest", "latest", "awaits")
    found = {name: plain(getattr(last, name)) if last else None for name in names}
    return {
        **{name: plain(value) for name, value in {**asked, **further}.items()},
        "outcome": found["due"] or "undetermined",
        **found,
        "awaits_region": (last.region or None) if last else None,
        "basis": COUNTING.basis.name,
        "text": _sentence(asked, last),
    }


def _days(days: tuple[LedgerDay, ...], *, shown: bool) -> dict[str, object]:
    """The ledger as data."""
    listed = [
        {**{name: plain(getattr(one, name)) for name in _LINE}, "text": one.text()} for one in days
    ]
    return {"ledger": listed} if shown else {}


def _sentence(asked: dict[str, object], last: LastDay | None) -> str:
    """The answer in one sentence."""
    if last is None:
        return render("due.undetermined", asked)
    facts = {**asked, "due": last.due, "earliest": last.earliest, "latest": last.latest}
    if last.certainty is Certainty.settled:
        return render("due.settled", facts)
    code = "due.provisional_region" if last.region else "due.provisional"
    return render(code, {**facts, "year": last.awaits, "region": last.region})


def _lines(
    asked: dict[str, object], last: LastDay | None, days: tuple[LedgerDay, ...]
) -> Iterator[str]:
    """The sentence, then the ledger, then what the counting rests on."""
    yield _sentence(asked, last)
    yield from (one.text() for one in days)
    yield render("due.basis", {"citation": COUNTING.text(), "note": COUNTING.note})
