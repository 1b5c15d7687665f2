"""What an assessment holds, and how it explains itself (评估结论)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, fields_dict, frozen, has

from xinfang_core import messages
from xinfang_core.assessment.groups import GROUPS, decisions_of
from xinfang_core.deadline import MISSED, Deadline
from xinfang_core.refusals import unknown_declared
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.sources import is_weaker
from xinfang_core.vocabulary import Absent, AwardKind, Declared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from xinfang_core.assessment.made_by import MadeBy
    from xinfang_core.assessment.obligations import Obligation
    from xinfang_core.decision import Decision, Finding
    from xinfang_core.messages import Lang
    from xinfang_core.outside import Outside
    from xinfang_core.rules.follow_through import FollowThrough
    from xinfang_core.rules.kind import Kind
    from xinfang_core.rules.limits import Limits
    from xinfang_core.rules.people import People
    from xinfang_core.sources import Citation
    from xinfang_core.vocabulary import Basis

_GROUP_OF = {rule: group for group, rules in GROUPS.items() for rule in rules}


@frozen
class Assessment:
    """All decisions about one case on one day, in four groups.

    Attributes:
        case_no: the case.
        policy: the editions that applied, and the variant.
        as_of: the day asked about; later events are not known yet.
        kind: what kind of matter it is (是什么).
        people: who does it (由谁办).
        limits: by when (何时办).
        follow_through: what follows, and how well it was done (后续与评价).
        obligations: what is owed next, soonest first.
        findings: what is out of order.
        outside: that it is no petition matter, and what is switched off; None where it is one.
        made_by: what made it; two answers are equal that say the same, whatever made them.

    """

    case_no: str
    policy: str
    as_of: date
    kind: Kind
    people: People
    limits: Limits
    follow_through: FollowThrough
    obligations: tuple[Obligation, ...]
    findings: tuple[Finding, ...]
    made_by: MadeBy = field(eq=False, repr=False)
    outside: Outside | None = None

    def decision(self, rule: str) -> Decision[object] | None:
        """The decision of a rule by its name; None where the policies lack the rule.

        Raises:
            UnknownNameError: there is no such rule, nor a limit or ladder that the policy declares;
                a KeyError too.

        """
        if rule not in _GROUP_OF:
            own = {**self.limits.declared, **self.follow_through.declared}
            if Declared(rule) not in own:
                known = (*_GROUP_OF, *(one.name for one in own))
                raise unknown_declared("decision.unknown", rule, known, "decision")
            return own[Declared(rule)]
        found: Decision[object] | None = getattr(getattr(self, _GROUP_OF[rule]), rule)
        return found

    def decisions(self) -> Iterator[tuple[str, Decision[object]]]:
        """The decisions by the names of their rules."""
        return decisions_of((self.kind, self.people, self.limits, self.follow_through))

    def title(self, rule: str, lang: Lang = "zh") -> str:
        """The title of a rule, or the official name of what the policy declares."""
        own = next((one for one in self._own if one.name == rule), None)
        return own.text(lang) if own else messages.render(f"rule.{rule}", {}, lang)

    @property
    def own_titles(self) -> dict[str, str]:
        """The official names of the limits and ladders that the policy declares, by key."""
        return {one.name: one.value for one in self._own}

    @property
    def _own(self) -> tuple[Declared, ...]:
        return (*self.limits.declared, *self.follow_through.declared)

    def applying(self) -> Iterator[tuple[str, Decision[object]]]:
        """The decisions without those that are switched off, for ``outside`` tells them at once."""
        off = {one.rule for one in self.outside.rules} if self.outside else frozenset()
        return ((name, one) for name, one in self.decisions() if name not in off)

    @property
    def missing(self) -> dict[str, tuple[str, ...]]:
        """By the name of each undetermined rule what would have to be known, as far as told.

        Facts are named by their column, events by their verb, silent values of the policy as
        ``rule.parameter``; ``allow_assumed`` where the host refuses what is assumed. What one
        rule lacks because of another one is told by what that one lacks.
        """
        found = {name: lacks for name, decision in self.decisions() if (lacks := decision.missing)}
        known = found | dict(self.outside.lacks) if self.outside else found
        return {
            name: lacks if known.keys().isdisjoint(lacks) else _resolved(name, known)
            for name, lacks in found.items()
        }

    @property
    def weakest(self) -> Citation | None:
        """The weakest value or reading that any answer rests on; what lacks one rests on none."""
        found: Citation | None = None
        basis: Basis | None = None
        for _, decision in self.decisions():
            cited = decision.weakest
            # Most decisions rest on the same basis, which is seen without asking.
            if cited is None or cited.basis is basis or decision.is_undetermined:
                continue
            if is_weaker(cited, found):
                found, basis = cited, cited.basis
        return found

    @property
    def weakest_basis(self) -> Basis | None:
        """The weakest basis that any decision rests on; None where nothing is decided."""
        cited = self.weakest
        return cited.basis if cited else None

    def explain(self, lang: Lang = "zh") -> str:
        """Everything in words: the weakest basis first, then each decision with its reasons."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        head = {"case_no": self.case_no, "policy": self.policy, "as_of": self.as_of}
        yield messages.render("assessment.head", head, lang)
        cited = self.weakest
        if cited is not None:
            rests = {"basis": cited.basis, "citation": cited.text(lang), "note": cited.note}
            yield messages.render("assessment.rests_on", rests, lang)
        if self.outside:
            yield self.outside.text(lang)
        for name, decision in self.applying():
            yield f"{self.title(name, lang)}: {outcome_text(decision, lang)}"
            yield from (f"  - {reason.cited_text(lang)}" for reason in decision.reasons)
        for finding in self.findings:
            facts = {"severity": finding.severity, "text": finding.reason.cited_text(lang)}
            yield messages.render("assessment.finding", facts, lang)
        yield from (obligation.text(lang) for obligation in self.obligations)


def _resolved(rule: str, found: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a rule lacks, where another rule is named by what that one lacks, each once."""
    names: dict[str, None] = {}
    for name in found[rule]:
        others = name != rule and found.get(name)
        names |= dict.fromkeys(_resolved(name, found) if others else (name,))
    return tuple(names)


_NO_LIMIT = frozenset({"deadline.no_limit", "handling_deadline.no_day_count"})
"""Reasons why there is nothing to count, as against a limit that is not asked about."""


def outcome_text(decision: Decision[object], lang: Lang = "zh") -> str:
    """The outcome of a decision in a few words."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        code = "deadline.text" if outcome.due else "deadline.text_undated"
        facts = {
            "status": outcome.status,
            "due": outcome.ends,
            "days": outcome.overdue_working_days,
        }
        if outcome.status in MISSED:
            code += "_overdue" if outcome.overdue_working_days else "_overdue_at_rest"
        return messages.render(code, facts, lang)
    if outcome is Absent.none:
        unlimited = any(reason.code in _NO_LIMIT for reason in decision.reasons)
        return messages.render("outcome.no_limit" if unlimited else "outcome.none", {}, lang)
    if isinstance(outcome, Award):
        award = {"kind": outcome.kind, "amount": outcome.amount}
        paid = outcome.kind is AwardKind.money
        return messages.render("award.text" if paid else "award.text_appraisal", award, lang)
    return _spoken(outcome, lang)


def _spoken(value: object, lang: Lang) -> str:
    """A value in words; of a value with parts, the parts that say something."""
    kind = type(value)
    if messages.speaks(value) or not has(kind):
        return messages.words(value, lang)
    parts = (getattr(value, name) for name in fields_dict(kind))
    told = (part for part in parts if part not in (None, (), False))
    return ("；" if lang == "zh" else "; ").join(_listed(part, lang) for part in told)


def _listed(part: object, lang: Lang) -> str:
    """A part in words; several of a kind as a list."""
    if type(part) is tuple:
        return ("、" if lang == "zh" else ", ").join(_spoken(one, lang) for one in part)
    return _spoken(part, lang)
