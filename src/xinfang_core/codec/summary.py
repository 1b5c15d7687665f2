"""A summary of many assessments (汇总): statuses by kind, under each reading of 日."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.codec.outcomes import DEADLINES
from xinfang_core.codec.plain import Json, plain
from xinfang_core.deadline import Deadline
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import Absent, AwardKind, Status, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.lacking import Lack
    from xinfang_core.decision import Decision

_NO_LIMIT = Absent.none.name


def status_of(decision: Decision[object]) -> str:
    """The status of a deadline decision; ``none`` where no limit applies."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        return outcome.status.name
    return Status.undetermined.name if outcome is Undetermined.undetermined else _NO_LIMIT


def statuses_of(answer: Assessment) -> frozenset[str]:
    """Where the limits of an answer stand, those that its policy declares among them."""
    limits = [getattr(answer.limits, rule) for rule in DEADLINES]
    limits += answer.limits.declared.values()
    return frozenset(status_of(decision) for decision in limits if decision)


@frozen
class Tally:
    """Counts of the assessments made so far under one reading; each counts cases.

    Attributes:
        variant: the variant's name; None for the default reading.
        title: what it reads.
        statuses: per deadline rule and kind (``all`` where the rule has no kinds), by status.
        findings: by the code of what is out of order.
        awards: by kind of award, ``undetermined`` and ``none`` among them.
        paid: the money of all awards in yuan, as a list of one (a running total).

    """

    variant: str | None
    title: str
    statuses: dict[str, dict[str, Counter[str]]] = field(factory=dict)
    findings: Counter[str] = field(factory=Counter)
    awards: Counter[str] = field(factory=Counter)
    paid: list[Decimal] = field(factory=lambda: [Decimal(0)])

    def add(self, assessment: Assessment) -> None:
        """Count one more case."""
        kind = assessment.kind.reply_kind
        limits = vars(assessment.limits)
        for rule in DEADLINES:
            decision = limits[rule]
            if decision is not None:
                kinds = plain(kind.outcome) if kind and rule == "reply_deadline" else "all"
                self._counted(rule, str(kinds))[status_of(decision)] += 1
        for own, decision in assessment.limits.declared.items():
            self._counted(own.name, "all")[status_of(decision)] += 1
        self.findings.update({finding.reason.code for finding in assessment.findings})
        if assessment.follow_through.incentive is not None:
            self._add_award(assessment.follow_through.incentive.outcome)

    def _counted(self, rule: str, kind: str) -> Counter[str]:
        """The counts of a rule and a kind; made where there are none, for a register has many."""
        by_kind = self.statuses.get(rule)
        if by_kind is None:
            by_kind = self.statuses[rule] = {}
        found = by_kind.get(kind)
        if found is None:
            found = by_kind[kind] = Counter()
        return found

    def _add_award(self, award: object) -> None:
        if isinstance(award, Award):
            self.awards[award.kind.name] += 1
            self.paid[0] += award.amount if award.kind is AwardKind.money else 0
        else:
            self.awards[str(plain(award))] += 1

    def as_json(self) -> Json:
        """The counts, in a fixed order."""
        return {
            "variant": self.variant,
            "title": self.title,
            **{
                rule: {kind: _in_order(found[kind]) for kind in sorted(found)}
                for rule, found in self.statuses.items()
            },
            "findings": dict(sorted(self.findings.items())),
            "awards": dict(sorted(self.awards.items())),
            "award_total": plain(self.paid[0]),
        }


def _in_order(counted: Counter[str]) -> dict[str, int]:
    """Statuses in the order of the closed list."""
    names = (*Status.__members__, _NO_LIMIT)
    return {name: counted[name] for name in names if counted[name]}


def summary_json(
    tallies: list[Tally],
    cases: int,
    policy: str,
    as_of: date,
    known_on: date | None,
    lacks: Iterable[Lack] = (),
) -> Json:
    """The summary of a run: what was asked, the counts under each reading, what is lacking."""
    return {
        "cases": cases,
        "policy": policy,
        "as_of": as_of.isoformat(),
        "known_on": plain(known_on),
        "award_total": plain(tallies[0].paid[0]),
        "readings": [tally.as_json() for tally in tallies],
        "missing": [plain(lack) for lack in lacks],
    }
