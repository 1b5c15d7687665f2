"""An answer that can explain itself (结论与理由).

Every assessment makes a hundred of these, so they are named tuples: half the cost of attrs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from xinfang_core import messages
from xinfang_core.sources import Citation, is_weaker, weakest
from xinfang_core.vocabulary import Absent, Basis, Severity, Status, Undetermined

if TYPE_CHECKING:
    from xinfang_core.messages import Lang
    from xinfang_core.obligation import Duty
    from xinfang_core.sources import CitedList, Sourced

__all__ = ["Decision", "Facts", "Finding", "Reason", "RuleName"]

Outcome = TypeVar("Outcome", covariant=True)
Told = TypeVar("Told")

Facts = tuple[tuple[str, object], ...]
"""Named values that a reason speaks of; never a person's name, number or address."""


class RuleName(NamedTuple):
    """The name of a rule where a reason speaks of another one; in words its title (规则名称)."""

    rule: str

    def text(self, lang: Lang = "zh") -> str:
        """The rule's title."""
        return messages.render(f"rule.{self.rule}", {}, lang)


class Reason(NamedTuple):
    """Why an answer is what it is (理由): a code, its facts and the sentence it rests on.

    Attributes:
        code: stable name of the reason; its words are in the catalogue.
        facts: the values the sentence is filled with.
        citation: what it rests on; None where it only reports a recorded fact.
        missing: where it says why nothing can be told, the names of what would tell it: facts
            by the key of their column, events by their verb, a silent value of the policy as
            ``rule.parameter``, another rule that is undetermined itself by its name.

    """

    code: str
    facts: Facts = ()
    citation: Citation | None = None
    missing: tuple[str, ...] = ()

    def text(self, lang: Lang = "zh") -> str:
        """The sentence, without its citation."""
        return messages.render(self.code, dict(self.facts), lang)

    def cited_text(self, lang: Lang = "zh") -> str:
        """The sentence followed by its citation."""
        cited = f" ← {self.citation.text(lang)}" if self.citation else ""
        return self.text(lang) + cited


class Finding(NamedTuple):
    """Something about a case that is out of order (问题): returned, never raised.

    Attributes:
        severity: how grave it is.
        reason: what it is.
        duty: what somebody owes because of it, though no day is set.

    """

    severity: Severity
    reason: Reason
    duty: Duty | None = None


class Decision(NamedTuple, Generic[Outcome]):
    """The answer to one question about one case on one day (结论).

    Attributes:
        outcome: the answer; ``undetermined`` where something needed is not known, ``none``
            where the question does not arise (a matter without a limit, say).
        reasons: why, in the order of thought; at least one carries a citation.
        findings: what was seen to be out of order on the way.

    """

    outcome: Outcome | Undetermined | Absent
    reasons: tuple[Reason, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def weakest(self) -> Citation | None:
        """The citation with the weakest basis among the reasons.

        That a source is silent carries no answer, nor does what is told beside the outcome; it
        counts only where it is all there is.
        """
        found: Citation | None = None
        basis: Basis | None = None
        for code, _, cited, _ in self.reasons:
            # Most reasons rest on the same basis, which is seen without asking.
            if cited is None or cited.basis is basis or code in _BESIDE:
                continue
            if is_weaker(cited, found):
                found, basis = cited, cited.basis
        return found or weakest(one.citation for one in self.reasons if one.citation)

    @property
    def basis(self) -> Basis:
        """The weakest basis that the answer rests on."""
        cited = self.weakest
        return cited.basis if cited else Basis.stated

    @property
    def is_undetermined(self) -> bool:
        """Whether nothing was answered; what an answer lacks is nothing that it rests on."""
        outcome = self.outcome
        return outcome is _UNKNOWN or getattr(outcome, "status", None) is _UNDETERMINED

    @property
    def missing(self) -> tuple[str, ...]:
        """What would have to be known to answer, each once; nothing where it is answered."""
        lacks = [name for reason in self.reasons for name in reason.missing]
        return tuple(dict.fromkeys(lacks)) if lacks and self.is_undetermined else ()

    def explain(self, lang: Lang = "zh") -> str:
        """The reasons with their citations, one a line."""
        return "\n".join(reason.cited_text(lang) for reason in self.reasons)


def outcome_of(
    decision: Decision[Outcome] | None, recorded: Outcome | None = None
) -> Outcome | Undetermined | Absent:
    """The outcome of a rule for another one; where the policy lacks it, what is recorded."""
    if decision is not None:
        return decision.outcome
    return Undetermined.undetermined if recorded is None else recorded


def outcome_as(decision: Decision[object] | None, kind: type[Told]) -> Told | None:
    """The outcome where it is of the kind; None where it is of another, or there is none."""
    outcome = None if decision is None else decision.outcome
    return outcome if isinstance(outcome, kind) else None


def led_by(reason: Reason, decision: Decision[Outcome]) -> Decision[Outcome]:
    """The decision with one more reason before its own."""
    outcome, reasons, findings = decision
    return _new(Decision, (outcome, (reason, *reasons), findings))


# What the generated constructors do, at half their cost.
_new = tuple.__new__
# Looking a member up costs more than the comparison.
_UNKNOWN, _UNDETERMINED = Undetermined.undetermined, Status.undetermined
_SILENT = "value.silent"
_BESIDE = frozenset({_SILENT, "proxy_form.begun_by"})
"""Reasons that no outcome rests on: a recorded form stands, whoever brought it about."""


def silence(value: Sourced[object] | CitedList[object]) -> Reason:
    """The reason why nothing can be told: the source is silent on a value that is needed."""
    cited = value.citation
    facts = (("clause", cited.clause), ("note", cited.note))
    return _new(Reason, (_SILENT, facts, cited, (value.name,) if value.name else ()))
