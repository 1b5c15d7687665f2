"""Clause by clause and rule by rule (条款对照)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Heading, Paragraph, Run, Table
from xinfang_core.documents.rulebook.wording import anchor, heads, spread, told
from xinfang_core.messages import render
from xinfang_core.policy.tracing import trace
from xinfang_core.policy.wording import parameter_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.policy import Clause, Edition
    from xinfang_core.policy.tracing import Trace


def traced(edition: Edition) -> tuple[Block, ...]:
    """By which rules each clause is carried out, and on which clauses each rule rests."""
    found = trace(edition)
    titles = {one.rule: one.title for one in found.rules}
    clauses = tuple(_clause(one, edition, titles) for one in found.clauses)
    both = told("trace.clauses"), told("trace.rules")
    rules = heads("rule", "clauses")
    return (
        Heading(1, told("trace"), anchor(edition.label, "clauses")),
        Paragraph(told("trace.counts", **found.counts)),
        Table(
            heads("clause_id", "locator", "restated", "carried_out"),
            clauses,
            caption=both[0],
            widths=(8, 20, 42, 30),
            folded=both[0],
        ),
        Table(
            rules, tuple(_rules(found, edition)), caption=both[1], widths=(30, 70), folded=both[1]
        ),
    )


def _clause(clause: Clause, edition: Edition, titles: Mapping[str, str]) -> tuple[Words, ...]:
    encoded = spread(_encoded(name, edition, titles) for name in clause.encoded_by)
    aside = told("set_aside", why=clause.set_aside)
    place = f"{clause.source} {clause.locator}".strip()
    return clause.clause_id, place, clause.text, encoded or aside


def _encoded(name: str, edition: Edition, titles: Mapping[str, str]) -> Run:
    """A rule, or a parameter of one, with a link to it."""
    rule = next((one for one in titles if name == one or name.startswith(f"{one}.")), "")
    parameter = name.removeprefix(rule).removeprefix(".")
    within = f"（{parameter_title(rule, parameter)}）" if rule and parameter else ""
    title = titles[rule] if rule else render(f"rule.{name.partition('.')[0]}", {})
    return Run(title + within, link=anchor(edition.label, rule) if rule else "")


def _rules(found: Trace, edition: Edition) -> Iterator[tuple[Words, ...]]:
    """A row for each rule: the clauses by id and place."""
    places = {one.clause_id: one.locator for one in found.clauses}
    for one in found.rules:
        named = (Run(one.title, link=anchor(edition.label, one.rule)),)
        cited = "；".join(f"{clause}（{places[clause]}）" for clause in one.clauses)
        yield named, cited or told("trace.no_clause")
