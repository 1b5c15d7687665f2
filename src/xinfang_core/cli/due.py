"""``xinfang due``: the last day of one period, day by day where asked (期限计算)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.calendar import day_table
from xinfang_core.case.moments import day_of
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import opened
from xinfang_core.codec.due import count_due, days_json, hours_faults, hours_json
from xinfang_core.deadline_reasons import COUNTING
from xinfang_core.drawing import day_table_markdown, period_svg
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.periods import Hours, Minutes, WorkingHours, period
from xinfang_core.vocabulary import Unit

if TYPE_CHECKING:
    import argparse

    from xinfang_core.periods import Period


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
    due = count_due(
        calendar,
        start,
        length,
        arguments.suspend,
        known_on=arguments.known_on,
        region=arguments.region,
        place="--suspend",
    )
    drawn = arguments.format in {"markdown", "svg"}
    shown = arguments.explain or drawn
    days = day_table(calendar, start, length, suspensions=due.suspensions) if shown else ()
    with opened(arguments.output, wire=arguments.format != "text") as stream:
        if arguments.format == "json":
            table = {"day_table": days_json(days)} if arguments.explain else {}
            stream.write(_dumped({**due.plain(), **table}))
        elif arguments.format == "svg":
            stream.write(period_svg(start, days))
        elif drawn:
            stream.write(f"{due.text()}\n\n{day_table_markdown(start, days)}\n{_basis()}\n")
        else:
            lines = (due.text(), *(one.text() for one in days), _basis())
            stream.writelines(f"{line}\n" for line in lines)
    return False


def _run_hours(arguments: argparse.Namespace, length: Hours | Minutes) -> bool:
    """Hours and minutes run from the moment itself, day and night."""
    _check_hours(arguments)
    answer = hours_json(arguments.start, length)
    with opened(arguments.output, wire=arguments.format == "json") as stream:
        if arguments.format == "json":
            stream.write(_dumped(answer))
        else:
            stream.write(f"{answer['text']}\n{_basis(render('due.hours_note', {}))}\n")
    return False


def _check_hours(arguments: argparse.Namespace) -> None:
    """Refuse what means nothing for hours."""
    given = {"--suspend": arguments.suspend, "--explain": arguments.explain}
    faults = hours_faults(arguments.start, given)
    if arguments.format not in {"text", "json"}:
        facts = (("form", arguments.format),)
        faults.append(Fault("cli.hours_not_drawn", facts, path="--format"))
    if faults:
        raise MisuseError(*faults)


def _dumped(answer: dict[str, object]) -> str:
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _basis(note: str = COUNTING.note) -> str:
    """What the counting rests on."""
    return render("due.basis", {"citation": COUNTING.text(), "note": note})
