"""Each rule of an edition (各项规则): its question, values, readings and worked examples."""

from __future__ import annotations

from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING, Any

from xinfang_core import rules
from xinfang_core.documents.blocks import Heading, Items, Paragraph, Run, Table
from xinfang_core.documents.rulebook.readings import readings_in, shared_readings
from xinfang_core.documents.rulebook.values import value_tables
from xinfang_core.documents.rulebook.wording import anchor, badge, cited, heads, spread, told
from xinfang_core.messages import render
from xinfang_core.policy.pack import GROUP_OF, GROUPS, params_class
from xinfang_core.policy.tracing import trace
from xinfang_core.policy.wording import list_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xinfang_core.documents.blocks import Block
    from xinfang_core.documents.rulebook.readings import Reading
    from xinfang_core.documents.rulebook.worked import Worked
    from xinfang_core.policy import Edition, Line
    from xinfang_core.policy.tracing import TracedRule

_OTHERS = "others"


def rule_sections(
    edition: Edition,
    found: Sequence[Line],
    in_force: str,
    examples: Mapping[str, Sequence[Worked]],
) -> tuple[Block, ...]:
    """The rules of an edition, group by group.

    Args:
        edition: the edition.
        found: its values, variants last.
        in_force: from when until when it is in force.
        examples: worked examples by rule.

    """
    by_rule: dict[str, list[Line]] = {}
    for line in found:
        by_rule.setdefault(line.rule, []).append(line)
    blocks: list[Block] = [
        Heading(1, told("rules"), anchor(edition.label, "values")),
        Paragraph(told("rules.read"), is_note=True),
    ]
    ordered = sorted(trace(edition).rules, key=lambda one: _place(one.rule))
    for group, traced in groupby(ordered, key=lambda one: _group(one.rule)):
        blocks.append(Heading(2, _group_title(group)))
        for one in traced:
            values = by_rule.get(one.rule, [])
            blocks += _rule(edition, one, values, in_force, examples.get(one.rule, ()))
    return (*blocks, *_shared(edition))


def _group(rule: str) -> str:
    return GROUP_OF.get(rule, _OTHERS)


def _place(rule: str) -> int:
    """The groups in the order of their questions, then what belongs to none."""
    group = _group(rule)
    return list(GROUPS).index(group) if group in GROUPS else len(GROUPS)


def _group_title(group: str) -> str:
    if group == _OTHERS:
        return told("others")
    module: Any = import_module(f"{rules.__name__}.{group}")
    return list_title(module)


def _rule(
    edition: Edition,
    traced: TracedRule,
    values: Sequence[Line],
    in_force: str,
    examples: Sequence[Worked],
) -> Iterator[Block]:
    """One rule."""
    rule = traced.rule
    yield Heading(3, traced.title, anchor(edition.label, rule))
    yield Paragraph(tuple(_question(edition, traced, in_force)))
    yield from value_tables(edition, values)
    made = readings_in(params_class(rule).__module__, edition.title)
    if made:
        yield Paragraph((Run(told("readings"), strong=True),))
        yield Items(tuple(map(_reading, made)))
    if examples:
        yield _examples(examples)


def _question(edition: Edition, traced: TracedRule, in_force: str) -> Iterator[Run]:
    """What the rule asks, what it is called in files, since when, and by which clauses."""
    kind = traced.rule.partition(".")[0]
    yield Run(render(f"question.{kind}", {}), strong=True)
    yield Run(f"　{traced.rule}　{in_force}　", faint=True)
    yield Run(told("by_clauses"))
    link = anchor(edition.label, "clauses")
    places = {one.clause_id: one.locator for one in edition.clauses}
    clauses = (Run(f"{one}（{places[one]}）", link=link) for one in traced.clauses)
    yield from spread(clauses) or (Run(told("trace.no_clause")),)


def _reading(one: Reading) -> tuple[Run, ...]:
    citation = one.citation
    note = f"{told('colon')}{citation.note}" if citation.note else ""
    return Run(f"{citation.clause} "), badge(citation.basis), Run(note)


def _examples(examples: Iterable[Worked]) -> Table:
    rows = tuple(
        (one.given, (Run(one.answered, strong=True),), f"{one.note}（{one.clause}）")
        for one in examples
    )
    return Table(
        heads("given", "answered", "shows"), rows, caption=told("examples"), widths=(40, 30, 30)
    )


def _shared(edition: Edition) -> tuple[Block, ...]:
    """The readings made in code that belong to no rule alone."""
    made = (one.citation for one in shared_readings())
    rows = tuple((cited(one, edition.title), (badge(one.basis),), one.note) for one in made)
    title = told("shared")
    return (
        Heading(2, title, anchor(edition.label, "code")),
        Table(heads("about", "basis", "note"), rows, widths=(28, 12, 60), folded=title),
    )
