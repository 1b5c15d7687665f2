"""The examples of localities, example policies and the pages: each comes out as worked out.

One command a policy runs them: ``xinfang check FOLDER/checks --policy FOLDER``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command import run
from xinfang_core import mainland_calendar, read_policy
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.examples.altering import LEFT_OUT
from xinfang_core.examples.covering import covering
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.running import Bench

if TYPE_CHECKING:
    from xinfang_core.examples.example import Examples

TOP = Path(__file__).parents[1]
LOCALITIES = sorted(path for path in (TOP / "examples/localities").iterdir() if path.is_dir())
FILLING = sorted(path for path in (TOP / "examples/policies").iterdir() if path.is_dir())
WHOLE = [*LOCALITIES, TOP / "docs/examples/shili", TOP / "docs/examples/yangli"]
EVERY = [*WHOLE, *FILLING]


def _named(folder: Path) -> str:
    return folder.name


def _examples(folder: Path) -> Examples:
    policy = read_policy(folder)
    policies = Policies({policy.policy_id: (policy, None)})
    return read_examples(read_tables(chosen_files([folder / "checks"], policies)), policies)


@pytest.mark.parametrize("folder", EVERY, ids=_named)
def test_one_command_runs_them_and_all_come_out_as_wanted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "check", str(folder / "checks"), "--policy", str(folder))
    assert ran.code == 0, ran.out + ran.err


@pytest.mark.parametrize("folder", WHOLE, ids=_named)
def test_each_number_unit_threshold_and_cell_is_noticed(folder: Path) -> None:
    held = covering(_examples(folder), read_policy(folder), Bench(mainland_calendar()))
    steps = [(edition, step) for edition, step in held.steps() if step.way != LEFT_OUT]
    found = held.coverage(steps)
    unnoticed = {
        f"{one.rule}.{one.parameter} {one.keys}": one.unnoticed
        for one in found.items
        if one.unnoticed
    }
    assert not unnoticed


def test_each_example_is_confirmed_and_has_a_number_of_its_own() -> None:
    rows = [one for folder in EVERY for one in _examples(folder)]
    assert all(one.is_confirmed for one in rows)
    assert len({one.key for one in rows}) == len(rows)
