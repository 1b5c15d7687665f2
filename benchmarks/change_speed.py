"""How fast a change is tried (改动检验的速度): past cases replayed, examples run.

Everything is a multiple of deciding the same letters once, or of deciding one case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from answers_speed import AS_OF, ASSESS, CALENDAR, COLUMNS, LETTERS, MANY, TOP, answer_jobs
from gates import Gate
from measuring import Job, figure, interleaved, table

from xinfang_core import load_policy, read_records
from xinfang_core.change.replaying import Chosen, replay, sides_of
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.running import Bench

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.case import Case
    from xinfang_core.change.replaying import Sides
    from xinfang_core.examples.example import Example

REPLAY, CHECK, READ = "replay letters", "run examples", "read examples"
GATES = (
    Gate("replay letters under two editions / assess them", REPLAY, ASSESS, 2.6),
    Gate(f"run {MANY} examples / assess {MANY} letters", CHECK, ASSESS, 2.0),
    Gate(f"read the examples of a policy / assess {MANY} letters", READ, ASSESS, 3.0),
)
"""100,000 cases have to be replayed in a minute, 10,000 examples run in ten seconds."""

ROUNDS = 9


def change_jobs() -> dict[str, Job]:
    """What the gates compare."""
    policy = load_policy("online-proxy")
    cases = read_records(LETTERS, COLUMNS).cases[:MANY]
    sides = sides_of(Chosen(policy), Chosen(policy), CALENDAR, AS_OF)
    policies = Policies()
    files = chosen_files([TOP / "examples" / "checks" / "online-proxy"], policies)
    tables = read_tables(files)
    examples = read_examples(tables, policies)

    def replayed(cases: Sequence[Case], sides: Sides) -> None:
        replay(cases, sides)

    def run(examples: Sequence[Example], bench: Bench) -> None:
        for _ in bench.run(examples, policies.find):
            pass

    def read(_unused: None, policies: Policies) -> None:
        read_examples(tables, policies)

    return {
        REPLAY: Job(replayed, [(cases, sides)]),
        CHECK: Job(run, [([*examples][:MANY], Bench(CALENDAR))]),
        READ: Job(read, [(None, policies)]),
    }


def main() -> None:
    """Print the ratios."""
    samples = interleaved({**answer_jobs(), **change_jobs()}, ROUNDS)
    rows = [(one.title, figure(one.found(samples)), one.target()) for one in GATES]
    table("a change tried", ("", "ratio", "target"), rows)


if __name__ == "__main__":
    main()
