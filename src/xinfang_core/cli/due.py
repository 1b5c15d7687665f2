"""``xinfang due``: the last day of one period, day by day where asked (期限计算)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from xinfang_core.calendar import day_table, end_moment, last_day
from xinfang_core.calendar.suspension import in_sequence
from xinfang_core.case.moments import SHANGHAI, day_of
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import opened
from xinfang_core.codec.plain import plain
from xinfang_core.deadline_reasons import COUNTING
from xinfang_core.drawing import day_table_markdown, period_svg
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.periods import Hours, Minutes, SameDay, WorkingHours, period
from xinfang_core.vocabulary import Certainty, Unit

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from xinfang_core.calendar import DayLine, LastDay, Suspension, WorkCalendar
    from xinfang_core.periods import Period

_LINE = (
    "day",
    "counted",
    "running",
    "kind",
    "name",
    "statutory",
    "notice",
    "awaits",
    "region",
    "awaits_region",
    "suspended",
)


def run(arguments: argparse.Namespace) -> bool:
    """Print the last day; never fails on what it is."""
    length = period(arguments.count, Unit[arguments.unit])
    if isinstance(length, WorkingHours):
        raise MisuseError(Fault("cli.no_office_hours", path="--unit"))
    if isinstance(length, (Hours, Minutes)):
        return _run_hours(arguments, length)
    return _run_days(arguments, length)


def _run_days(arguments: argparse.Namespace, length: Period) -> bool:
    """Days and months, from the day of the event."""
    calendar, start = chosen_calendar(arguments), day_of(arguments.start)
    suspensions = in_sequence(arguments.suspend)
    if suspensions and isinstance(length, SameDay):
        raise MisuseError(Fault("cli.same_day_suspended", path="--suspend"))
    last = last_day(calendar, start, length, suspensions=suspensions)
    drawn = arguments.format in {"markdown", "svg"}
    shown = arguments.explain or drawn
    days = day_table(calendar, start, length, suspensions=suspensions) if shown else ()
    asked = {"start": start, "period": length, "known_on": arguments.known_on}
    further = {"region": arguments.region, "suspensions": _stood_still(suspensions)}
    still = _still(calendar, start, length, suspensions) if last is None else None
    text = _sentence(asked, last, still)
    with opened(arguments.output, wire=arguments.format != "text") as stream:
        if arguments.format == "json":
            answer = {**_answer(asked, further, last), "text": text}
            answer |= _days(days, shown=arguments.explain)
            stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
        elif arguments.format == "svg":
            stream.write(period_svg(start, days))
        elif drawn:
            stream.write(f"{text}\n\n{day_table_markdown(start, days)}\n{_basis()}\n")
        else:
            stream.writelines(
                f"{line}\n" for line in (text, *(one.text() for one in days), _basis())
            )
    return False


def _stood_still(suspensions: tuple[Suspension, ...]) -> list[dict[str, object]]:
    """The suspensions in the words of the wire."""
    return [{name: plain(value) for name, value in one._asdict().items()} for one in suspensions]


def _still(
    calendar: WorkCalendar, start: date, length: Period, suspensions: tuple[Suspension, ...]
) -> date | None:
    """Since when a clock stands that would else have run out; None where that is not why."""
    ended = tuple(one for one in suspensions if one.end is not None)
    if ended == suspensions or last_day(calendar, start, length, suspensions=ended) is None:
        return None
    return suspensions[-1].begin


def _run_hours(arguments: argparse.Namespace, length: Hours | Minutes) -> bool:
    """Hours and minutes run from the moment itself, day and night."""
    _check_hours(arguments)
    start = arguments.start.replace(tzinfo=SHANGHAI)
    due = end_moment(start, length)
    text = render("due.hours", {"start": start, "period": length, "due": due})
    with opened(arguments.output, wire=arguments.format == "json") as stream:
        if arguments.format == "json":
            answer = {
                "start": plain(start),
                "period": plain(length),
                "outcome": plain(due),
                "due": plain(due),
                "certainty": Certainty.settled.name,
                "basis": COUNTING.basis.name,
                "text": text,
            }
            stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
        else:
            stream.write(f"{text}\n{_basis(render('due.hours_note', {}))}\n")
    return False


def _check_hours(arguments: argparse.Namespace) -> None:
    """Refuse what means nothing for hours: nothing that was asked for is left out unsaid."""
    faults = []
    if not isinstance(arguments.start, datetime):
        faults.append(Fault("cli.hours_moment", (("found", arguments.start),), path="start"))
    faults += [
        Fault("cli.hours_option", path=option)
        for option, given in (("--suspend", arguments.suspend), ("--explain", arguments.explain))
        if given
    ]
    if arguments.format not in {"text", "json"}:
        facts = (("form", arguments.format),)
        faults.append(Fault("cli.hours_not_drawn", facts, path="--format"))
    if faults:
        raise MisuseError(*faults)


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
    }


def _days(days: tuple[DayLine, ...], *, shown: bool) -> dict[str, object]:
    """The day table as data."""
    listed = [
        {**{name: plain(getattr(one, name)) for name in _LINE}, "text": one.text()} for one in days
    ]
    return {"day_table": listed} if shown else {}


def _sentence(asked: dict[str, object], last: LastDay | None, still: date | None) -> str:
    """The answer in one sentence."""
    if last is None:
        return render("due.suspended" if still else "due.undetermined", {**asked, "since": still})
    facts = {**asked, "due": last.due, "earliest": last.earliest, "latest": last.latest}
    if isinstance(asked["period"], SameDay):
        return render("due.same_day", facts)
    if last.certainty is Certainty.settled:
        return render("due.settled", facts)
    code = "due.provisional_region" if last.region else "due.provisional"
    return render(code, {**facts, "year": last.awaits, "region": last.region})


def _basis(note: str = COUNTING.note) -> str:
    """What the counting rests on."""
    return render("due.basis", {"citation": COUNTING.text(), "note": note})
