"""The localities of ``examples/localities``: each reads, and answers as computed by hand.

A folder holds a policy file, ``cases.csv`` (or ``cases.json``) with a few records, and
``expected.csv`` with where the limits stand that the policy declares.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from xinfang_core import mainland_calendar, read_policy, read_records
from xinfang_core.assessment import assess
from xinfang_core.codec import ReadOptions, status_of
from xinfang_core.deadline import Deadline
from xinfang_core.policy import lines
from xinfang_core.vocabulary import Basis

LOCALITIES = Path(__file__).parents[1] / "examples" / "localities"
FOLDERS = sorted(path for path in LOCALITIES.iterdir() if path.is_dir())
WITH_LIMITS = [folder for folder in FOLDERS if (folder / "expected.csv").is_file()]
MISSED = {"late", "overdue"}


class Expected(NamedTuple):
    """Where a limit stands on a day, as computed by hand."""

    case_no: str
    limit: str
    as_of: str
    status: str
    due: str


def expected(folder: Path) -> list[Expected]:
    """The rows of a locality's ``expected.csv``."""
    with (folder / "expected.csv").open(encoding="utf-8") as stream:
        return [Expected(**row) for row in csv.DictReader(stream)]


def records_of(folder: Path) -> Path:
    """The records of a locality: a table, or histories where a step comes again."""
    (path,) = folder.glob("cases.*")
    return path


def _named(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("folder", WITH_LIMITS, ids=_named)
def test_each_limit_stands_as_computed_by_hand(folder: Path) -> None:
    policy = read_policy(folder)
    options = ReadOptions(declared=policy.declared)
    cases = {one.case_no: one for one in read_records(records_of(folder), {}, options).cases}
    found = []
    for row in expected(folder):
        case = cases[row.case_no]
        answer = assess(
            case, policy.in_force(case), mainland_calendar(), date.fromisoformat(row.as_of)
        )
        decision = answer.limits[row.limit]
        outcome = decision.outcome
        due = outcome.due if isinstance(outcome, Deadline) else None
        found.append(row._replace(status=status_of(decision), due=str(due or "")))
    assert found == expected(folder)


@pytest.mark.parametrize("folder", WITH_LIMITS, ids=_named)
def test_each_declared_limit_is_met_and_missed_at_least_once(folder: Path) -> None:
    by_limit: dict[str, set[str]] = {}
    for row in expected(folder):
        by_limit.setdefault(row.limit, set()).add(row.status)
    (edition,) = read_policy(folder).editions
    declared = {rule.removeprefix("limit.") for rule in edition.params if rule.startswith("limit.")}
    assert by_limit.keys() == declared
    assert all("met" in found and found & MISSED for found in by_limit.values()), by_limit


@pytest.mark.parametrize("folder", FOLDERS, ids=_named)
def test_what_was_read_only_in_an_excerpt_is_never_called_stated(folder: Path) -> None:
    (edition,) = read_policy(folder).editions
    excerpt = "摘录" in edition.title
    assert not excerpt or {line.citation.basis for line in lines(edition)} <= {
        Basis.assumed,
        Basis.interpreted,
    }
