"""One case on one day (评估所据): what every rule about a case takes its facts from."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from attrs import frozen

from xinfang_core.decision import Decision, Reason
from xinfang_core.vocabulary import Basis, Undetermined

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case, History
    from xinfang_core.decision import Finding

Params = TypeVar("Params")
Outcome = TypeVar("Outcome")
More = TypeVarTuple("More")


@frozen
class Context:
    """One case on one day.

    Attributes:
        case: the facts.
        history: the events known on that day.
        calendar: the working days.
        as_of: the day asked about.
        allow_assumed: whether values may be used that the source does not give.

    """

    case: Case
    history: History
    calendar: WorkCalendar
    as_of: date
    allow_assumed: bool

    def ask(
        self,
        apply: Callable[[Context, Params, *More], Decision[Outcome]],
        params: Params | None,
        *more: *More,
    ) -> Decision[Outcome] | None:
        """The answer of a rule, as the host accepts it; None where the policies lack the rule.

        Args:
            apply: the rule.
            params: what the policies say of it.
            more: what was decided before it.

        """
        if params is None:
            return None
        if self.allow_assumed:
            return apply(self, params, *more)
        return without_assumed(apply(self, params, *more))


def without_assumed(decision: Decision[Outcome]) -> Decision[Outcome]:
    """The decision, or undetermined where it rests on what the source does not give.

    What was found on the way to a refused decision goes with it, and so does each finding that
    rests on such a value itself: nobody is reproached by what the host does not accept.
    """
    if decision.basis is not Basis.assumed or decision.is_undetermined:
        return _without_assumed_findings(decision)
    cited = [reason.citation for reason in decision.reasons if reason.citation]
    reasons = tuple(
        Reason(
            "value.assumed_refused",
            (("clause", one.clause), ("note", one.note)),
            one,
            ("allow_assumed",),
        )
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
