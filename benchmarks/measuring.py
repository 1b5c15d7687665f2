"""Timing in interleaved rounds: a figure is a ratio of samples taken close to one another.

The machine is shared, so a time of its own says little. All calls take turns, round after
round; a ratio is that of the least times; and the clock counts the time of this process only.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from time import process_time
from typing import Any, NamedTuple

Call = Callable[[Any, Any], object]
Samples = dict[str, list[float]]

SAMPLE = 0.02
"""Seconds that one sample takes at least: far above the clock, far below a neighbour's turn."""

_FEWEST, _TRIAL = 4, 8


class Job(NamedTuple):
    """A call with two arguments, and the pairs that it is given.

    Attributes:
        call: what is measured; every job is called in the same loop, so its cost is shared.
        pairs: the arguments, one pair for each call.

    """

    call: Call
    pairs: Sequence[tuple[Any, Any]]


def _seconds(job: Job, passes: int) -> float:
    """Time of one call, the loop included."""
    call, pairs = job
    begin = process_time()
    for _ in range(passes):
        for one, other in pairs:
            call(one, other)
    return (process_time() - begin) / (passes * len(pairs))


def _fitted(job: Job, sample: float) -> tuple[Job, int]:
    """``job`` with so many pairs and passes that it runs for about ``sample`` seconds."""
    trial = job._replace(pairs=job.pairs[:_TRIAL])
    _seconds(trial, 1)  # the first call may load what it needs
    calls = max(int(sample / max(_seconds(trial, 1), 1e-8)), _FEWEST)
    pairs = job.pairs[:calls]
    return job._replace(pairs=pairs), -(-calls // len(pairs))


def interleaved(jobs: Mapping[str, Job], rounds: int, sample: float = SAMPLE) -> Samples:
    """Seconds for one call of each job, in each round."""
    fitted = {name: _fitted(job, sample) for name, job in jobs.items()}
    samples: Samples = {name: [] for name in jobs}
    gc.disable()
    try:
        for _ in range(rounds):
            # What a round leaves behind in circles would slow the look-ups of the next one.
            gc.collect()
            for name, (job, passes) in fitted.items():
                samples[name].append(_seconds(job, passes))
    finally:
        gc.enable()
    return samples


def ratio(samples: Samples, over: str, under: str) -> float:
    """How many times the time of ``under`` the call ``over`` takes, of each the least round.

    What a neighbour takes is only ever added, and it slows long calls, which miss the caches that
    it empties, more than short ones in a loop.
    """
    return min(samples[over]) / min(samples[under])


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a plain table: the first column to the left, the others to the right."""
    cells = [list(map(str, row)) for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    print(f"\n== {title}")
    for first, *others in cells:
        rest = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        print("  ".join((first.ljust(widths[0]), *rest)).rstrip())


def figure(value: float) -> str:
    """Three significant digits, without an exponent."""
    decimals = 2 if value < 10 else 1 if value < 100 else 0  # noqa: PLR2004 (powers of ten)
    return f"{value:,.{decimals}f}"
