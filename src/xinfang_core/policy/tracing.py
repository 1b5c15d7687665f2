"""Which clause is carried out by which rule, and which rule rests on which clause (对照)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.messages import render
from xinfang_core.policy.listing import lines, own_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.policy.clauses import Clause
    from xinfang_core.policy.edition import Edition


@frozen
class TracedRule:
    """A rule with the clauses that name it or that its values cite.

    Attributes:
        rule: its name.
        title: its title, or the official name of what is declared.
        clauses: their ids, in the order of the source.

    """

    rule: str
    title: str
    clauses: tuple[str, ...]


@frozen
class Trace:
    """A policy clause by clause and rule by rule (条款与规则对照).

    Attributes:
        clauses: every clause, in the order of the source.
        rules: every rule, in the order of the file's values.

    """

    clauses: tuple[Clause, ...]
    rules: tuple[TracedRule, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many clauses there are, how many of them are encoded and how many set aside."""
        aside = sum(bool(clause.set_aside) for clause in self.clauses)
        total = len(self.clauses)
        return {"clauses": total, "encoded": total - aside, "set_aside": aside}


def trace(edition: Edition) -> Trace:
    """The clauses of an edition and its rules, each seen from the other."""
    titles = own_titles(edition.params)
    rules = (
        TracedRule(
            rule,
            titles.get(rule) or render(f"rule.{rule}", {}),
            tuple(_clauses_of(rule, edition)),
        )
        for rule in edition.params
    )
    return Trace(edition.clauses, tuple(rules))


def _clauses_of(rule: str, edition: Edition) -> Iterator[str]:
    """The clauses that name a rule, and those cited by its values at other places.

    A citation knows the place in the source. Where several clauses stand there, it means the one
    that names the rule; all of them where none does.
    """
    named = {_place(one, edition) for one in edition.clauses if _names(one, rule)}
    cited = {
        (line.citation.source, line.citation.clause) for line in lines(edition) if line.rule == rule
    }
    for one in edition.clauses:
        if _names(one, rule) or _place(one, edition) in cited - named:
            yield one.clause_id


def _names(clause: Clause, rule: str) -> bool:
    """Whether a clause is carried out by the rule, wholly or by one of its parameters."""
    return any(name == rule or name.startswith(f"{rule}.") for name in clause.encoded_by)


def _place(clause: Clause, edition: Edition) -> tuple[str, str]:
    return clause.source or edition.title, clause.locator
