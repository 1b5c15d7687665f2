"""How fast answers are written, beside deciding them (写出的速度).

Everything is measured on the real letters: where the time of a run goes, and what an answer costs
in each size as a multiple of deciding it. With ``--against FOLDER``, another checkout of the
project, the whole command runs there and here by turns, each time in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import TYPE_CHECKING

from gates import Gate
from measuring import Job, figure, interleaved, ratio, table

from xinfang_core import load_policy, mainland_calendar, read_records
from xinfang_core.assessment import assess
from xinfang_core.codec import AnswerEncoder
from xinfang_core.codec.sizes import SIZES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.policy import PolicyPack

TOP = Path(__file__).resolve().parents[1]
LETTERS = TOP / "examples" / "mayor_mailbox.csv"
COLUMNS = {"accepted_at": "received_at"}
CALENDAR = mainland_calendar()
AS_OF = date(2020, 1, 31)
ROUNDS, MANY, TURNS = 9, 200, 5

ASSESS = "assess letters"
GATES = (
    Gate("write letters, brief / assess them", "write brief", ASSESS, 0.4),
    Gate("write letters, standard / assess them", "write standard", ASSESS, 1.7),
    Gate("write letters, full / assess them", "write full", ASSESS, 3.4),
)
"""Before answers came in sizes, writing one cost six times deciding it."""

_RUN = "import sys; from xinfang_core.cli import main; sys.exit(main(sys.argv[1:]))"


def answer_jobs() -> dict[str, Job]:
    """What the gates compare: deciding letters, and writing them with nothing remembered."""
    policy = load_policy("online-proxy")
    cases = read_records(LETTERS, COLUMNS).cases[:MANY]
    packs = [policy.in_force(case, AS_OF) for case in cases]
    answers = [assess(case, pack, CALENDAR, AS_OF) for case, pack in zip(cases, packs, strict=True)]

    def decide(cases: Sequence[Case], packs: Sequence[PolicyPack]) -> None:
        for case, pack in zip(cases, packs, strict=True):
            assess(case, pack, CALENDAR, AS_OF)

    def write(answers: Sequence[Assessment], size: str) -> None:
        encode = AnswerEncoder(size).encode
        for answer in answers:
            encode(answer)

    return {
        ASSESS: Job(decide, [(cases, packs)]),
        **{f"write {size}": Job(write, [(answers, size)]) for size in SIZES},
    }


def share_jobs() -> dict[str, Job]:
    """The steps of a run over all letters."""
    policy = load_policy("online-proxy")
    cases = read_records(LETTERS, COLUMNS).cases

    def read(path: Path, columns: dict[str, str]) -> object:
        return read_records(path, columns)

    def pick(cases: Sequence[Case], _unused: None) -> None:
        fresh = policy.with_variant(None)
        for case in cases:
            fresh.in_force(case, AS_OF)

    return {"read": Job(read, [(LETTERS, COLUMNS)]), "pick editions": Job(pick, [(cases, None)])}


def _command(*options: str) -> tuple[str, ...]:
    mapped = [part for pair in COLUMNS.items() for part in ("--column", "=".join(pair))]
    asked = ("--policy", "online-proxy", "--as-of", AS_OF.isoformat(), "--format", "jsonl")
    return ("assess", str(LETTERS), *mapped, *asked, "--output", os.devnull, *options)


def _run(folder: Path, *options: str) -> float:
    """Seconds of processor time that the whole command takes in a checkout."""
    paths = {**os.environ, "PYTHONPATH": str(folder / "src")}
    paths.pop("PYTHONDONTWRITEBYTECODE", None)
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", _RUN, *_command(*options)], env=paths, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def against(other: Path) -> None:
    """The whole command, there in its only size and here in each size, by turns."""
    there = "there"
    runs: dict[str, list[float]] = {name: [] for name in (there, *SIZES)}
    for turn in range(TURNS + 1):
        found: dict[str, float] = {there: _run(other)}
        found |= {size: _run(TOP, "--size", size) for size in SIZES}
        if turn:  # the first turn compiles
            for name, seconds in found.items():
                runs[name].append(seconds)
    rows = [
        (
            name,
            figure(min(seconds)),
            figure(median(one / two for one, two in zip(runs[there], seconds, strict=True))),
        )
        for name, seconds in runs.items()
    ]
    table("the whole command on 1,401 letters", ("", "least s", "times faster"), rows)


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, metavar="FOLDER")
    other = parser.parse_args().against
    samples = interleaved({**answer_jobs(), **share_jobs()}, ROUNDS)
    letters = len(read_records(LETTERS, COLUMNS).cases)
    counts = {name: letters if name in ("read", "pick editions") else MANY for name in samples}
    rows = [
        (
            name,
            figure(min(found) * 1e6 / counts[name]),
            figure(ratio(samples, name, ASSESS) * MANY / counts[name]),
        )
        for name, found in samples.items()
    ]
    table("one letter: least microseconds, and times deciding it", ("", "us", "ratio"), rows)
    stands = [
        (gate.title, figure(found), gate.target(), "SLIP" if gate.slips(found) else "OK")
        for gate in GATES
        for found in (gate.found(samples),)
    ]
    table("targets", ("", "found", "target", ""), stands)
    if other:
        against(other)


if __name__ == "__main__":
    main()
