"""An outcome shows itself by its type; no rule needs words of its own on the wire."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from typing import NamedTuple

import pytest
from attrs import frozen

from xinfang_core.assessment import RULES
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.codec.outcomes import outcome_json, told_json
from xinfang_core.codec.plain import field_names
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision
from xinfang_core.periods import WorkingDays
from xinfang_core.policy.pack import PARAMS
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import (
    Absent,
    AwardKind,
    AwardLevel,
    Certainty,
    Level,
    ReplyKind,
    Role,
    Status,
    Undetermined,
)

AT = datetime(2027, 1, 5, 10, 30, tzinfo=SHANGHAI)
DUE, EARLY, LATE = date(2027, 1, 5), date(2027, 1, 4), date(2027, 1, 8)
LIMIT = {
    "certainty": None,
    "earliest": None,
    "latest": None,
    "overdue_working_days": 0,
}


@frozen
class Lack:
    """An outcome as a rule may define its own."""

    level: Level
    lacking: tuple[Role, ...] = ()
    until: date | None = None
    urgent: bool = False


class Pair(NamedTuple):
    """The same as a named tuple."""

    role: Role
    day: date


@pytest.mark.parametrize(
    ("outcome", "shown"),
    [
        (ReplyKind.urgent, {"outcome": "urgent"}),
        (Undetermined.undetermined, {"outcome": "undetermined"}),
        (Absent.none, {"outcome": "none"}),
        ((), {"outcome": []}),
        ((Role.agent, Role.petitioner), {"outcome": ["agent", "petitioner"]}),
        (date(2025, 1, 2), {"outcome": "2025-01-02"}),
        (Decimal("98.6"), {"outcome": 98.6}),
        (WorkingDays(5), {"outcome": {"count": 5, "unit": "working_day"}}),
        (True, {"outcome": True}),
        (
            Lack(Level.town, (Role.agent,)),
            {"outcome": "town", "lacking": ["agent"], "until": None, "urgent": False},
        ),
        (Pair(Role.agent, date(2025, 1, 2)), {"outcome": "agent", "day": "2025-01-02"}),
        (
            Award(AwardKind.money, AwardLevel.completed, Decimal(10)),
            {"outcome": 10, "kind": "money", "level": "completed"},
        ),
    ],
)
def test_an_outcome(outcome: object, shown: dict[str, object]) -> None:
    """The main field of a class is the outcome, and is told once."""
    assert outcome_json("any_rule", Decision(outcome, ())) == shown


def test_what_says_nothing_is_left_out_of_the_smaller_sizes() -> None:
    """``false`` and 0 say something; the outcome itself always stands."""
    assert told_json("any_rule", Decision(Lack(Level.town), ())) == {
        "outcome": "town",
        "urgent": False,
    }
    assert told_json("any_rule", Decision((), ())) == {"outcome": []}


@pytest.mark.parametrize(
    ("outcome", "shown", "told"),
    [
        (
            Deadline(Status.late, DUE, Certainty.settled, DUE, DUE, 3),
            {
                "outcome": "2027-01-05",
                "status": "late",
                "due": "2027-01-05",
                "certainty": "settled",
                "earliest": "2027-01-05",
                "latest": "2027-01-05",
                "overdue_working_days": 3,
            },
            ("outcome", "status", "due", "overdue_working_days"),
        ),
        (
            Deadline(Status.open, DUE, Certainty.provisional, EARLY, LATE),
            {
                "outcome": "2027-01-05",
                "status": "open",
                "due": "2027-01-05",
                "certainty": "provisional",
                "earliest": "2027-01-04",
                "latest": "2027-01-08",
                "overdue_working_days": 0,
            },
            ("outcome", "status", "due", "certainty", "earliest", "latest"),
        ),
        (
            Deadline(Status.met, DUE, Certainty.settled, DUE, DUE, 0, AT),
            {
                "outcome": "2027-01-05",
                "status": "met",
                "due": "2027-01-05",
                "certainty": "settled",
                "earliest": "2027-01-05",
                "latest": "2027-01-05",
                "overdue_working_days": 0,
                "due_at": "2027-01-05T10:30:00+08:00",
            },
            ("outcome", "status", "due", "due_at"),
        ),
        (
            Deadline(Status.open),
            {"outcome": None, "status": "open", "due": None, **LIMIT},
            ("outcome", "status"),
        ),
        (
            Deadline(Status.not_started),
            {"outcome": None, "status": "not_started", "due": None, **LIMIT},
            ("outcome", "status"),
        ),
        (
            Deadline(Status.undetermined),
            {"outcome": "undetermined", "status": "undetermined", "due": None, **LIMIT},
            ("outcome", "status"),
        ),
        (
            Undetermined.undetermined,
            {"outcome": "undetermined", "status": "undetermined", "due": None, **LIMIT},
            ("outcome", "status"),
        ),
        (
            Absent.none,
            {"outcome": "none", "status": None, "due": None, **LIMIT},
            ("outcome", "status"),
        ),
    ],
)
def test_a_limit(outcome: object, shown: dict[str, object], told: tuple[str, ...]) -> None:
    """``outcome`` is the last day, or says why there is none; bounds only where they differ."""
    decision = Decision(outcome, ())
    assert outcome_json("reply_deadline", decision) == shown
    assert told_json("reply_deadline", decision) == {name: shown[name] for name in told}


def test_no_outcome_hides_what_every_decision_has() -> None:
    """Fields of an outcome class stand beside what every decision has."""
    taken = {"outcome", "basis", "reasons", "missing"}
    for rule in RULES:
        module = import_module(PARAMS[rule].__module__)
        for kind in vars(module).values():
            own = isinstance(kind, type) and kind.__module__ == module.__name__
            assert not own or not taken & set(field_names(kind))
