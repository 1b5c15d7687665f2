"""``xinfang calendar recheck``: the open cases whose dates moved, from, to, and why (复核)."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli.choice import policy_in_force
from xinfang_core.cli.notices import chosen_calendar, chosen_notices, is_same, with_new
from xinfang_core.cli.output import opened, tell, tracked
from xinfang_core.cli.register import announce, chosen_register
from xinfang_core.codec.csv_answers import csv_cell
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.notices import read_notice
from xinfang_core.codec.plain import plain
from xinfang_core.errors import Fault, MisuseError, PolicyDataError
from xinfang_core.messages import render
from xinfang_core.rechecking import Moved, recheck
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    import argparse

    from xinfang_core.calendar import Notice, WorkCalendar

_COLUMNS = ("case_no", "rule", "from", "to", "certainty", "earliest", "latest", "why")


def run(arguments: argparse.Namespace) -> bool:
    """List what moved; whether anything did and ``--fail-on-moved`` asks for it."""
    policy, pinned = policy_in_force(arguments.policy)
    policy = policy.with_variant(arguments.variant)
    if arguments.old is None and arguments.new is None:
        raise MisuseError(Fault("cli.recheck_nothing"))
    as_of = arguments.as_of or datetime.now(SHANGHAI).date()
    with chosen_register(arguments, policy.declared) as records:
        old, new = (_calendar(arguments, name) for name in ("old", "new"))
        if arguments.as_of is None:
            tell(render("cli.as_of_today", {"day": as_of}))
        announce(records)
        cases = tracked(records.cases(), records.count, render("cli.rechecking", {}))
        moved = list(recheck(cases, policy, old, new, as_of, pinned=pinned))
    form = arguments.format
    with opened(arguments.output, wire=form != "text", spreadsheet=form == "csv") as stream:
        _WRITERS[form](stream, moved, as_of, records.count)
    return bool(moved) and arguments.fail_on_moved


def _calendar(arguments: argparse.Namespace, name: str) -> WorkCalendar:
    """The calendar as known on a day, with the notice of a file, or as it is now."""
    text = getattr(arguments, name)
    if text is None:
        return chosen_calendar(arguments)
    try:
        day = read_day(text)
    except RefusedError as refused:
        notice = _notice(text, f"--{name}", refused)
        others = (one for one in chosen_notices(arguments) if not is_same(one, notice))
        return with_new(tuple(others), notice, arguments.region, Path(text).name)
    return chosen_calendar(arguments).known_on(day)


def _notice(text: str, option: str, refused: RefusedError) -> Notice:
    """The notice of a file that is named where a day could stand."""
    if not text or refused.code != "moment.not_one":
        raise MisuseError(Fault(refused.code, refused.facts, path=option))
    try:
        return read_notice(Path(text))
    except PolicyDataError as error:
        if error.faults[0].code != "file.missing":
            raise
        raise MisuseError(Fault("cli.day_or_notice", (("found", text),), path=option)) from None


def _record(one: Moved) -> dict[str, object]:
    values = (
        one.case_no,
        one.rule,
        one.before.due,
        one.after.due,
        one.after.certainty,
        one.after.earliest,
        one.after.latest,
    )
    return {
        **{name: plain(value) for name, value in zip(_COLUMNS, values, strict=False)},
        "why": [day.text() for day in one.days],
    }


def _write_text(stream: TextIO, moved: list[Moved], as_of: date, cases: int) -> None:
    stream.writelines(f"{one.text()}\n" for one in moved)
    facts = {"cases": cases, "moved": len(moved), "as_of": as_of}
    stream.write(render("recheck.summary", facts) + "\n")


def _write_json(stream: TextIO, moved: list[Moved], as_of: date, cases: int) -> None:
    answer = {
        "as_of": as_of.isoformat(),
        "cases": cases,
        "moved": [_record(one) for one in moved],
    }
    stream.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def _write_csv(stream: TextIO, moved: list[Moved], _as_of: date, _cases: int) -> None:
    writer = csv.writer(stream)
    writer.writerow(_COLUMNS)
    for one in moved:
        *values, why = _record(one).values()
        told = "；".join(why) if isinstance(why, list) else ""
        writer.writerow([csv_cell(cell) for cell in (*values, told)])


_WRITERS = {"text": _write_text, "json": _write_json, "csv": _write_csv}
