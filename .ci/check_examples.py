"""Holds the shipped examples to what issue and docs promise: all match, and notice each change.

Every number one more and one less, every unit, threshold and cell another one, one at a time, in
each of the six policies: the examples have to notice nearly all. Exits that no case of these
policies can show stand in conformance/unshown.csv, each with why.
"""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path

from xinfang_core.calendar import mainland_calendar
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.examples.coverage import Kind
from xinfang_core.examples.covering import covering
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.reports.coverage_report import item_text
from xinfang_core.examples.results import Verdict
from xinfang_core.examples.running import Bench
from xinfang_core.policy import policy_ids

EXAMPLES, UNSHOWN = Path("examples/checks"), Path("conformance/unshown.csv")
LEAST_NOTICED = 0.95
WHOLE = (Kind.value, Kind.cell, Kind.threshold, Kind.edition)


def main() -> int:
    """The exit code: 0 where everything holds."""
    policies, bench = Policies(), Bench(mainland_calendar())
    files = chosen_files([EXAMPLES], policies)
    examples = read_examples(read_tables(files), policies)
    results = tuple(bench.run(examples, policies.find))
    wrong = [one.example.key for one in results if one.verdict is not Verdict.matched]
    faults = [f"not as wanted, or not confirmed: {key}" for key in wrong]
    exits: dict[str, bool] = {}
    noticed = tried = 0
    for name in policy_ids():
        began = time.perf_counter()
        policy = policies.find(name)
        held = covering(examples, policy, bench)
        found = held.coverage(held.steps())
        seen, all_of_them = found.noticed
        noticed, tried = noticed + seen, tried + all_of_them
        for one in found.items:
            if one.kind is Kind.exit:
                exits[one.parameter] = exits.get(one.parameter, False) or one.is_touched
            elif one.kind in WHOLE and not one.is_touched:
                faults.append(f"untouched: {name} {item_text(one, policy.own_titles)}")
            elif one.kind is not Kind.item and one.unnoticed:
                print(f"survivor: {name} {item_text(one, policy.own_titles)}")
        counts = ", ".join(f"{kind.name} {a}/{b}" for kind, (a, b) in found.counts().items())
        took = time.perf_counter() - began
        print(f"{name}: {len(held.held)} examples, {counts}, {seen}/{all_of_them} in {took:.0f} s")
    unshown = {one["code"] for one in csv.DictReader(UNSHOWN.read_text("utf-8").splitlines())}
    left = [code for code, touched in exits.items() if not touched and code not in unshown]
    faults += [f"exit that no example shows: {code}" for code in left]
    print(f"exits: {sum(exits.values())} of {len(exits)}, {len(unshown & exits.keys())} unshown")
    print(f"changes noticed: {noticed} of {tried} ({noticed / tried:.1%})")
    if noticed < LEAST_NOTICED * tried:
        faults.append(f"fewer than {LEAST_NOTICED:.0%} of the changes are noticed")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
