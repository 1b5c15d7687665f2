"""What an assessment is asked about (评估所据): handed to each of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from xinfang_core.decision import Decision, Reason
from xinfang_core.vocabulary import Basis, Undetermined

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case, History
    from xinfang_core.policy import PolicyPack
    from xinfang_core.vocabulary import Absent

Outcome = TypeVar("Outcome")


class Asked(NamedTuple):
    """One case on one day under one policy.

    Attributes:
        case: the facts.
        history: the events known on that day.
        policy: the parameters in force.
        calendar: the working days.
        as_of: the day asked about.

    """

    case: Case
    history: History
    policy: PolicyPack
    calendar: WorkCalendar
    as_of: date


class Firm(dict[str, Decision[object] | None]):
    """The decisions of a host that accepts no value which the source does not give."""

    def __setitem__(self, rule: str, decision: Decision[object] | None) -> None:
        """Keep the decision, or say that it is undetermined and what it would rest on."""
        super().__setitem__(rule, decision and _without_assumed(decision))


def _without_assumed(decision: Decision[object]) -> Decision[object]:
    if decision.basis is not Basis.assumed or decision.is_undetermined:
        return decision
    cited = [reason.citation for reason in decision.reasons if reason.citation]
    reasons = tuple(
        Reason("value.assumed_refused", (("clause", one.clause), ("note", one.note)), one)
        for one in cited
        if one.basis is Basis.assumed
    )
    return Decision(Undetermined.undetermined, reasons, decision.findings)


def outcome_of(
    decision: Decision[Outcome] | None, recorded: Outcome | None = None
) -> Outcome | Undetermined | Absent:
    """The outcome of a rule for another one; where the policy lacks the rule, what is recorded."""
    if decision is not None:
        return decision.outcome
    return Undetermined.undetermined if recorded is None else recorded


def told(decision: Decision[object] | None, kind: type[Outcome]) -> Outcome | None:
    """The outcome where it is of the kind; None where nothing of it can be told."""
    outcome = None if decision is None else decision.outcome
    return outcome if isinstance(outcome, kind) else None
