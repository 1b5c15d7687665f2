"""What the calendar costs before and beside counting: importing, building, memory, pickle.

    python benchmarks/calendar_cost.py

Times are of this process or of fresh ones, without what the neighbours take.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tracemalloc
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from gates import jobs
from measuring import figure, interleaved, ratio, table
from workload import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterable

PROCESSES, REBUILDS = 21, 30
KIB, MOST_MEMORY = 1024, 0.6

_OURS = (
    "import attrs; from xinfang_core.calendar import WorkCalendar, last_day, mainland_calendar; "
    "from xinfang_core.periods import WorkingDays; "
)
_TIME = "import time; "
_WHOLE = "print(time.process_time())"
_FIRST = "begin = time.process_time(); mainland_calendar(); print(time.process_time() - begin)"

_CODES = {
    "bare": f"{_TIME}{_WHOLE}",
    "attrs": f"{_TIME}import attrs; {_WHOLE}",
    "ours": f"{_TIME}{_OURS}{_WHOLE}",
    "chinese_calendar": f"{_TIME}import chinese_calendar; {_WHOLE}",
    "first": f"{_TIME}{_OURS}{_FIRST}",
}


def main() -> None:
    """Print all tables."""
    importing()
    rebuilding()
    memory()


def _fresh(code: str, cache: str) -> float:
    """Milliseconds that a fresh process says it took, all modules compiled in ``cache``."""
    # Else a module that pip did not compile, as in an editable install, may be compiled each time.
    wanted = os.environ | {"PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", code]
    return float(subprocess.check_output(command, env=wanted)) * 1000


def _verdict(found: float, most: float) -> tuple[str, str]:
    return f"<= {most:g}", "OK" if found <= most else "SLIP"


def importing() -> None:
    """Print the time of importing and of the first calendar, in fresh processes."""
    with TemporaryDirectory() as cache:
        for code in _CODES.values():
            _fresh(code, cache)  # compiles
        rounds = [
            {name: _fresh(code, cache) for name, code in _CODES.items()} for _ in range(PROCESSES)
        ]
    ours = median(one["ours"] - one["attrs"] for one in rounds)
    peer = median(one["chinese_calendar"] - one["bare"] for one in rounds)
    attrs = median(one["attrs"] - one["bare"] for one in rounds)
    first = median(one["first"] for one in rounds)
    heads = ("what", "ms", "/ chinese_calendar", "target", "")
    rows = [
        ("chinese_calendar, over bare Python", figure(peer), "1", "", ""),
        ("attrs, over bare Python", figure(attrs), figure(attrs / peer), "", ""),
        ("ours, over attrs", figure(ours), figure(ours / peer), *_verdict(ours / peer, 1)),
        ("first mainland_calendar(), imported", figure(first), figure(first / peer), "", ""),
    ]
    table(f"importing: process time, median of {PROCESSES} fresh processes each", heads, rows)


def rebuilding() -> None:
    """Print the time of a calendar with one more notice."""
    wanted = {name: job for name, job in jobs().items() if name in ("bare", "rebuild")}
    samples = interleaved(wanted, REBUILDS, sample=0.001)
    time, lookups = median(samples["rebuild"]) * 1000, ratio(samples, "rebuild", "bare")
    rows = [
        ("ms (2 where the bare table takes 67 ns)", figure(time), "", ""),
        ("/ bare table", figure(lookups), *_verdict(lookups, 30_000)),
    ]
    title = f"with_notice(a notice for 2027), a rebuild: median of {REBUILDS}"
    table(title, ("in", "", "target", ""), rows)


def _distinct(objects: Iterable[object]) -> int:
    """Bytes of the objects, each counted once."""
    return sum(map(sys.getsizeof, {id(one): one for one in objects}.values()))


def _traced() -> int:
    """Bytes that one more calendar of the same notices leaves behind."""
    day = CALENDAR.settled_through
    CALENDAR.known_on(day)  # what is loaded but once is no part of it
    tracemalloc.start()
    kept = CALENDAR.known_on(day)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return held


def memory() -> None:
    """Print the memory of the table and the size of the pickle."""
    first, through = CALENDAR.first, CALENDAR.settled_through
    rank, worked = CALENDAR._rank, CALENDAR._worked  # noqa: SLF001 (no public names for them)
    rank = rank[: (through - first).days + 2]
    worked = worked[: rank[-1] + 1]
    size = sum(map(sys.getsizeof, (rank, worked))) + _distinct([*rank, *worked])
    rows = [
        _bytes(f"the table, {first} to {through}, sizes of all objects", size, MOST_MEMORY),
        _bytes(f"one more calendar to {CALENDAR.last} of the same notices, traced", _traced()),
        _bytes("pickle of the calendar", len(pickle.dumps(CALENDAR))),
    ]
    table("memory", ("what", "KiB", "MiB", "target", ""), rows)


def _bytes(name: str, size: int, most: float | None = None) -> tuple[str, ...]:
    mebibytes = size / KIB**2
    verdict = ("", "") if most is None else _verdict(mebibytes, most)
    return name, figure(size / KIB), figure(mebibytes), *verdict


if __name__ == "__main__":
    main()
