"""The localities of ``examples/localities``: each reads, and answers as computed by hand.

A folder holds a policy file, ``cases.csv`` or ``cases.json`` with a few records, ``expected.csv``
with where the limits stand that the policy declares, ``ladders.csv`` with the steps of its ladders
that are reached, and whether they are still to be taken; ``payments.csv`` and ``series.csv`` say
what is due of its payments, and how its recurring duties were kept.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from checks import codes, day
from xinfang_core import mainland_calendar, read_policy, read_records
from xinfang_core.assessment import assess
from xinfang_core.codec import ReadOptions
from xinfang_core.codec.summary import status_of
from xinfang_core.deadline import Deadline
from xinfang_core.declared import payment, series
from xinfang_core.declared.payment import Given, Grounds
from xinfang_core.policy import lines
from xinfang_core.vocabulary import Basis, Declared

if TYPE_CHECKING:
    from xinfang_core import Case, Policy

LOCALITIES = Path(__file__).parents[1] / "examples" / "localities"
FOLDERS = sorted(path for path in LOCALITIES.iterdir() if path.is_dir())
WITH_LADDERS = [folder for folder in FOLDERS if (folder / "ladders.csv").is_file()]
WITH_LIMITS = [folder for folder in FOLDERS if (folder / "expected.csv").is_file()]
MISSED = {"late", "overdue"}


class Expected(NamedTuple):
    """Where a limit stands on a day, as computed by hand."""

    case_no: str
    limit: str
    as_of: str
    status: str
    due: str


class Reached(NamedTuple):
    """Which step of a ladder is reached on a day, as computed by hand."""

    case_no: str
    ladder: str
    as_of: str
    step: str
    open: str


def cases_of(folder: Path, policy: Policy) -> dict[str, Case]:
    """The records of a locality, by their numbers."""
    options = ReadOptions(declared=policy.declared)
    files = sorted(folder.glob("cases.*"))
    cases = [one for file in files for one in read_records(file, {}, options).cases]
    return {one.case_no: one for one in cases}


def expected(folder: Path) -> list[Expected]:
    """The rows of a locality's ``expected.csv``."""
    with (folder / "expected.csv").open(encoding="utf-8") as stream:
        return [Expected(**row) for row in csv.DictReader(stream)]


def _named(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("folder", WITH_LIMITS, ids=_named)
def test_each_limit_stands_as_computed_by_hand(folder: Path) -> None:
    policy = read_policy(folder)
    cases = cases_of(folder, policy)
    found = []
    for row in expected(folder):
        case = cases[row.case_no]
        answer = assess(
            case,
            policy.in_force(case, date.fromisoformat(row.as_of)),
            mainland_calendar(),
            date.fromisoformat(row.as_of),
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


def reached(folder: Path) -> list[Reached]:
    """The rows of a locality's ``ladders.csv``."""
    with (folder / "ladders.csv").open(encoding="utf-8") as stream:
        return [Reached(**row) for row in csv.DictReader(stream)]


@pytest.mark.parametrize("folder", WITH_LADDERS, ids=_named)
def test_each_step_is_reached_as_computed_by_hand(folder: Path) -> None:
    policy = read_policy(folder)
    cases, found = cases_of(folder, policy), []
    for row in reached(folder):
        case, as_of = cases[row.case_no], date.fromisoformat(row.as_of)
        answer = assess(case, policy.in_force(case, as_of), mainland_calendar(), as_of)
        step = answer.follow_through[row.ladder].outcome
        owed = {one.duty for one in answer.obligations}
        name = step.name if isinstance(step, Declared) else ""
        found.append(row._replace(step=name, open="yes" if step in owed else ""))
    assert found == reached(folder)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of a locality; none where it has no such table."""
    path = folder / name
    if not path.is_file():
        return []
    with path.open(encoding="utf-8") as stream:
        return [*csv.DictReader(stream)]


@pytest.mark.parametrize("folder", FOLDERS, ids=_named)
def test_each_payment_is_due_and_held_against_as_computed_by_hand(folder: Path) -> None:
    payments = read_policy(folder).on(date(2025, 1, 1)).payments
    told = rows(folder, "payments.csv")
    assert {row["payment"] for row in told} == set(payments)
    for row in told:
        params, grounds = payments[row["payment"]], Grounds(count=int(row["count"]))
        due = payment.decide(grounds, params).outcome
        assert isinstance(due, payment.Payable)
        assert due.text() == row["due"]
        given = [Given(Decimal(amount), grounds) for amount in row["paid"].split()]
        assert " ".join(codes(payment.find_wrong(given, params).findings)) == row["findings"]


@pytest.mark.parametrize("folder", FOLDERS, ids=_named)
def test_each_recurring_duty_is_kept_or_missed_as_computed_by_hand(folder: Path) -> None:
    duties = read_policy(folder).on(date(2025, 1, 1)).series
    told = rows(folder, "series.csv")
    assert {row["series"] for row in told} == set(duties)
    for row in told:
        days = [day(one) for one in row["days"].split()]
        since, as_of = day(row["since"]), day(row["as_of"])
        decision = series.decide(days, since, as_of, duties[row["series"]])
        kept = decision.outcome
        assert isinstance(kept, series.Kept)
        assert " ".join(map(str, kept.missed)) == row["missed"]
        assert str(kept.due or "") == row["due"]
        assert len(decision.findings) == len(kept.missed)


@pytest.mark.parametrize("folder", FOLDERS, ids=_named)
def test_what_was_read_only_in_an_excerpt_is_never_called_stated(folder: Path) -> None:
    (edition,) = read_policy(folder).editions
    excerpt = "摘录" in edition.title
    assert not excerpt or {line.citation.basis for line in lines(edition)} <= {
        Basis.assumed,
        Basis.interpreted,
    }
