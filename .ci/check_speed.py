"""Calendar, rules and writing are still fast: no ratio worse than twice its target.

The targets are in ``benchmarks/gates.py``, ``rules_speed.py``, ``answers_speed.py``,
``change_speed.py`` and ``documents_speed.py``.

The machine is shared, so times are compared with one another, never with the clock, and what
slips is measured again, each time longer, before it counts: a neighbour may stay for a minute.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from answers_speed import GATES as ANSWER_GATES
from answers_speed import answer_jobs
from change_speed import GATES as CHANGE_GATES
from change_speed import change_jobs
from documents_speed import GATES as DOCUMENT_GATES
from documents_speed import document_jobs
from gates import Gate, jobs, measurable
from measuring import Job, figure, interleaved
from rules_speed import GATES as RULE_GATES
from rules_speed import our_jobs

ATTEMPTS, ROUNDS, SLACK = 20, 15, 2.0


def measured(gates: list[Gate], rounds: int) -> dict[Gate, float]:
    """The ratio of each gate."""
    wanted = _jobs({name for gate in gates for name in (gate.over, gate.under)})
    # What jobs hold, ledgers of other jobs among it, is nobody's garbage: it is not looked through.
    gc.collect()
    gc.freeze()
    samples = interleaved(wanted, rounds)
    gc.unfreeze()
    return {gate: gate.found(samples) for gate in gates}


def _jobs(names: set[str]) -> dict[str, Job]:
    """The jobs of these names, and nothing of the others."""
    every = {**jobs(), **our_jobs(), **answer_jobs(), **change_jobs(), **document_jobs()}
    return {name: job for name, job in every.items() if name in names}


def main() -> None:
    """Exit with one line for each slip that stays."""
    slips = [*measurable(jobs()), *RULE_GATES, *ANSWER_GATES, *CHANGE_GATES, *DOCUMENT_GATES]
    for attempt in range(ATTEMPTS):
        found = measured(slips, ROUNDS * (attempt + 1))
        for gate, ratio in found.items():
            print(f"{gate.title}: {figure(ratio)}, target {gate.target()}, attempt {attempt + 1}")
        slips = [gate for gate, ratio in found.items() if gate.slips(ratio, SLACK)]
        if not slips:
            return
    lines = (
        f"{gate.title}: {figure(found[gate])}, over {SLACK:g} times off its target {gate.target()}"
        for gate in slips
    )
    sys.exit("\n".join(lines))


if __name__ == "__main__":
    main()
