"""Outcomes on the wire (结论输出): each shows itself by its type, and no rule needs words here.

Of an outcome that is a class of its own, ``outcome`` is the first field, or the one that
``MAIN`` names; the others stand beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.assessment import RULES
from xinfang_core.codec.plain import field_names, plain, plain_object
from xinfang_core.deadline import MISSED, Deadline
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import Absent, Certainty, Status

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json
    from xinfang_core.decision import Decision

MAIN: dict[type, str] = {Award: "amount"}
"""For an outcome class the field that is the answer, where it is not the first."""

_BLANK: tuple[object, ...] = (None, "", [], {})
_UNDETERMINED, _PROVISIONAL = Status.undetermined, Certainty.provisional


def main_field(kind: type) -> str:
    """The field of an outcome class that is the answer; empty where it is no such class."""
    names = field_names(kind)
    return MAIN.get(kind, names[0]) if names else ""


DEADLINES = tuple(rule for rule in RULES if rule.endswith("_deadline"))
"""The rules that are limits, in the order in which they are told."""

OWN_LIMIT = "limit."
"""What stands before the key of a limit that the policy declares, where rules are named."""


def is_limit(rule: str) -> bool:
    """Whether a rule is a limit, or a limit that the policy declares."""
    return rule in DEADLINES or rule.startswith(OWN_LIMIT)


def outcome_json(rule: str, decision: Decision[object]) -> Json:
    """The outcome of a decision with all that its kind adds; a limit says where it stands."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        return _deadline(outcome)
    if is_limit(rule):
        status = None if outcome is Absent.none else Status.undetermined.name
        return {
            **_deadline(Deadline(Status.undetermined)),
            "outcome": plain(outcome),
            "status": status,
        }
    main = main_field(type(outcome))
    if not main:
        return {"outcome": plain(outcome)}
    parts = plain_object(outcome)
    return {"outcome": parts.pop(main), **parts}


def told_json(rule: str, decision: Decision[object]) -> Json:
    """The same without what says nothing: what is empty, and the bounds of a settled day."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        shown = {"outcome": outcome_of(outcome), **running_json(outcome)}
        return {**shown, **_bounds(outcome)} if outcome.certainty is _PROVISIONAL else shown
    told = outcome_json(rule, decision)
    if is_limit(rule):
        return {name: told[name] for name in ("outcome", "status")}
    return {name: part for name, part in told.items() if name == "outcome" or part not in _BLANK}


def running_json(deadline: Deadline) -> Json:
    """Where a limit stands in a few words: its last day, and by how much it was missed."""
    shown: Json = {"status": deadline.status.name}
    if deadline.due is not None:
        shown["due"] = deadline.due.isoformat()
    if deadline.status in MISSED:
        shown["overdue_working_days"] = deadline.overdue_working_days
    if deadline.due_at is not None:
        shown["due_at"] = deadline.due_at.isoformat()
    return shown


def outcome_of(deadline: Deadline) -> object:
    """The last day; where there is none yet, nothing or ``undetermined``."""
    if deadline.due is not None:
        return deadline.due.isoformat()
    return _UNDETERMINED.name if deadline.status is _UNDETERMINED else None


def _deadline(deadline: Deadline) -> Json:
    return {
        "outcome": outcome_of(deadline),
        "status": deadline.status.name,
        "due": plain(deadline.due),
        "certainty": plain(deadline.certainty),
        "earliest": plain(deadline.earliest),
        "latest": plain(deadline.latest),
        "overdue_working_days": deadline.overdue_working_days,
        **({"due_at": plain(deadline.due_at)} if deadline.due_at else {}),
    }


def _bounds(deadline: Deadline) -> Json:
    """Between which days a provisional last day lies."""
    return {
        "certainty": _PROVISIONAL.name,
        "earliest": plain(deadline.earliest),
        "latest": plain(deadline.latest),
    }
