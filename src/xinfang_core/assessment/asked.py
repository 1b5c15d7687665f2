"""What an assessment is asked about (评估所据): handed to each of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from xinfang_core.decision import Decision, Reason
from xinfang_core.vocabulary import Basis, Undetermined

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case, History
    from xinfang_core.decision import Finding
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
        allow_assumed: whether values may be used that the source does not give.

    """

    case: Case
    history: History
    policy: PolicyPack
    calendar: WorkCalendar
    as_of: date
    allow_assumed: bool

    def kept(self, decision: Decision[Outcome]) -> Decision[Outcome]:
        """The decision as the host accepts it."""
        return decision if self.allow_assumed else without_assumed(decision)

    def outcome_of(
        self, decision: Decision[Outcome] | None, recorded: Outcome | None = None
    ) -> Outcome | Undetermined | Absent:
        """The outcome of a rule for another one; where the policy lacks it, what is recorded."""
        if decision is not None:
            return self.kept(decision).outcome
        return Undetermined.undetermined if recorded is None else recorded

    def told(self, decision: Decision[object] | None, kind: type[Outcome]) -> Outcome | None:
        """The outcome where it is of the kind; None where nothing of it can be told."""
        return None if decision is None else told(self.kept(decision), kind)


def told(decision: Decision[object] | None, kind: type[Outcome]) -> Outcome | None:
    """The outcome of a decision where it is of the kind; None where it is of another."""
    outcome = None if decision is None else decision.outcome
    return outcome if isinstance(outcome, kind) else None


def without_assumed(decision: Decision[Outcome]) -> Decision[Outcome]:
    """The decision, or undetermined where it rests on what the source does not give.

    What was found on the way to a refused decision goes with it, and so does each finding that
    rests on such a value itself: nobody is reproached by what the host does not accept.
    """
    if decision.basis is not Basis.assumed or decision.is_undetermined:
        return _without_assumed_findings(decision)
    cited = [reason.citation for reason in decision.reasons if reason.citation]
    reasons = tuple(
        Reason("value.assumed_refused", (("clause", one.clause), ("note", one.note)), one)
        for one in cited
        if one.basis is Basis.assumed
    )
    return Decision(Undetermined.undetermined, reasons)


def _without_assumed_findings(decision: Decision[Outcome]) -> Decision[Outcome]:
    firm = tuple(one for one in decision.findings if not is_assumed(one))
    return decision if firm == decision.findings else decision._replace(findings=firm)


def is_assumed(finding: Finding) -> bool:
    """Whether a finding rests on what the source does not give."""
    cited = finding.reason.citation
    return cited is not None and cited.basis is Basis.assumed
