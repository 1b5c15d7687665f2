"""How fast the calendar counts: every figure is a ratio measured in the same rounds.

    python benchmarks/calendar_speed.py

Peers: ``pip install -r benchmarks/requirements.txt``; those that are missing are left out.
"""

from __future__ import annotations

import os
import platform
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, Any

from gates import jobs, measurable, numpy_jobs
from measuring import Call, Job, Samples, figure, interleaved, ratio, table
from peers import ADDERS, COUNTERS, load, numpy_calendar
from workload import (
    CALENDAR,
    COUNTS,
    MIDDLE,
    SPANS,
    STARTS,
    bare_add,
    bare_count,
    bare_on_or_after,
    pairs,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GATE_ROUNDS, ROUNDS, BATCH_ROUNDS = 25, 11, 9
BATCH = 10_000
OURS, BARE = "ours", "bare table"


def main() -> None:
    """Print all tables."""
    load_average = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load_average:.1f}")
    adders, counters = load(ADDERS), load(COUNTERS)
    answers(adders, counters)
    targets()
    adding(adders)
    counting(counters)
    batch()


def differing(call: Call, given: Sequence[tuple[Any, Any]], ours: Call) -> tuple[int, int]:
    """How many answers differ from ours, and how many of those begin on a day of rest."""
    wrong = [start for start, other in given if _answer(call, start, other) != ours(start, other)]
    return len(wrong), sum(not CALENDAR.is_working_day(start) for start in wrong)


def _answer(call: Call, start: Any, other: Any) -> object:  # noqa: ANN401 (as the call has it)
    try:
        return call(start, other)
    except Exception as error:  # noqa: BLE001 (whatever a peer raises is no answer)
        return error


def answers(adders: Mapping[str, Call], counters: Mapping[str, Call]) -> None:
    """Compare answers before speed: a fast wrong answer is no peer."""
    measured = jobs()
    rows = []
    for name, call in {BARE: bare_add, **adders}.items():
        found = [differing(call, pairs(n), CALENDAR.add_working_days) for n in COUNTS]
        rows.append((name, *(f"{wrong} ({rest})" for wrong, rest in found)))
    heads = [f"n={n}" for n in COUNTS]
    title = f"due dates that differ from ours, of {len(STARTS)} (of those, begun on a day of rest)"
    table(title, ("peer", *heads), rows)
    rows = [
        (name, "{} ({})".format(*differing(call, SPANS, CALENDAR.count_working_days)))
        for name, call in {BARE: bare_count, **counters}.items()
    ]
    table(f"counts that differ from ours, of {len(SPANS)} spans", ("peer", "differing"), rows)
    rows = []
    for name, ours in (("timedelta", "add days"), ("relativedelta", "add months")):
        plain, given = measured[name].call, measured[name].pairs
        unmoved, _ = differing(plain, given, measured[ours].call)
        moved, _ = differing(_rolling(plain), given, measured[ours].call)
        rows.append((name, str(unmoved), str(moved)))
    heads = ["as it is", "moved on from rest"]
    table(f"dates that differ from ours, of {len(STARTS)}", ("peer", *heads), rows)


def _rolling(plain: Call) -> Call:
    return lambda start, count: bare_on_or_after(plain(start, count))  # type: ignore[arg-type]


def targets() -> None:
    """Print every target, and whether it is met."""
    samples = interleaved(jobs() | numpy_jobs(), GATE_ROUNDS)
    rows = []
    for gate in measurable(samples):
        found = gate.found(samples)
        rows.append(
            (gate.title, figure(found), gate.target(), "SLIP" if gate.slips(found) else "OK")
        )
    table("targets, as time / time", ("compared", "ratio", "target", ""), rows)
    bare, unsure, rebuild = (median(samples[name]) for name in ("bare", "last_day open", "rebuild"))
    print(
        f"To place the ratios, on this machine now: bare table {bare * 1e9:.0f} ns, "
        f"provisional last_day {unsure * 1e6:.1f} us, rebuild {rebuild * 1e3:.2f} ms."
    )


def _column(samples: Samples, names: Sequence[str]) -> dict[str, str]:
    return {name: figure(ratio(samples, name, OURS)) for name in names}


def adding(adders: Mapping[str, Call]) -> None:
    """Print how many times our time each peer takes to add working days."""
    calls: dict[str, Call] = {OURS: CALENDAR.add_working_days, BARE: bare_add, **adders}
    columns = []
    for count in COUNTS:
        given = pairs(count)
        samples = interleaved({name: Job(call, given) for name, call in calls.items()}, ROUNDS)
        columns.append(_column(samples, list(calls)))
    rows = [(name, *(column[name] for column in columns)) for name in calls]
    title = "adding n working days: time / time of add_working_days"
    table(title, ("call", *(f"n={n}" for n in COUNTS)), rows)


def counting(counters: Mapping[str, Call]) -> None:
    """Print how many times our time each peer takes to count working days."""
    calls: dict[str, Call] = {OURS: CALENDAR.count_working_days, BARE: bare_count, **counters}
    samples = interleaved({name: Job(call, SPANS) for name, call in calls.items()}, ROUNDS)
    rows = list(_column(samples, list(calls)).items())
    title = "counting the working days of 7, 30, 90 and 365 days: time / time of count_working_days"
    table(title, ("call", "ratio"), rows)


def _each(call: Call) -> Call:
    return lambda days, counts: [call(d, n) for d, n in zip(days, counts, strict=True)]


@cache
def _many() -> tuple[list[Any], list[int]]:
    days = [STARTS[row % len(STARTS)] for row in range(BATCH)]
    return days, [(1, 5, MIDDLE, 30)[row % 7 % 4] for row in range(BATCH)]


def batch() -> None:
    """Print what a row costs where many are counted at once."""
    days, counts = _many()
    names = "ours, a comprehension", "bare table, a comprehension"
    batches = {
        names[0]: Job(_each(CALENDAR.add_working_days), [(days, counts)]),
        names[1]: Job(_each(bare_add), [(days, counts)]),
    }
    try:
        numpy, calendar = numpy_calendar()
    except ImportError:
        print("\nskipped, not installed: numpy in batches")
    else:
        batches |= _numpy_batches(numpy, calendar)
    samples = interleaved(batches, BATCH_ROUNDS)
    rows = [(name, figure(ratio(samples, name, names[0]))) for name in batches]
    table(f"{BATCH:,} rows at once, n mixed: time / time of ours", ("way", "ratio"), rows)


def _numpy_batches(numpy: Any, calendar: Any) -> dict[str, Job]:  # noqa: ANN401 (no types)
    days, counts = _many()
    arrays = numpy.array(days, "M8[D]"), numpy.array(counts)

    def whole(starts: Any, many: Any) -> Any:  # noqa: ANN401 (arrays)
        return numpy.busday_offset(starts, many, roll="backward", busdaycal=calendar)

    def converted(starts: Any, many: Any) -> object:  # noqa: ANN401 (lists)
        return whole(numpy.array(starts, "M8[D]"), many).tolist()

    return {
        "numpy busday_offset, arrays in and out": Job(whole, [arrays]),
        "numpy busday_offset, lists of dates in and out": Job(converted, [(days, counts)]),
    }


if __name__ == "__main__":
    main()
