"""``xinfang policy trace``: clause to rule and rule to clause (条款与规则对照)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.output import console, drawn, opened
from xinfang_core.codec.plain import plain
from xinfang_core.messages import render
from xinfang_core.policy.listing import own_titles
from xinfang_core.policy.tracing import Trace, trace
from xinfang_core.policy.versions import pick

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping

    from rich.table import Table

    from xinfang_core.policy import Clause, Edition

_NOTHING = Trace((), ())


def run(arguments: argparse.Namespace) -> bool:
    """The newest edition of a policy, or with a day the one in force, traced both ways."""
    policy, pinned = chosen_policy(arguments.policy)
    edition, notes = pick(policy.editions, None, pinned) if pinned else (policy.editions[0], ())
    found = trace(edition) if edition else _NOTHING
    wire = arguments.format == "json"
    with opened(None, wire=wire) as stream:
        if wire:
            label = edition.label if edition else f"{policy.policy_id}@none"
            shown = _shown(label, edition, found)
            stream.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
            return False
        if edition:
            head = {"title": edition.title, "label": edition.label}
            stream.write(render("policy.head", head) + "\n")
            screen = console(stream)
            stream.write(drawn(screen, _table("条款 位置 内容（转述） 落实", _clauses(edition))))
            stream.write(drawn(screen, _table("规则 代码 条款", _rules(found))))
            stream.write(render("policy.trace_counts", found.counts) + "\n")
        stream.writelines(f"{note.reason.text()}\n" for note in notes)
    return False


def _table(headings: str, rows: Iterable[tuple[str, ...]]) -> Table:
    from rich.table import Table

    table = Table(show_lines=True)
    for heading in headings.split():
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _clauses(edition: Edition) -> Iterator[tuple[str, ...]]:
    """A row for each clause; its source only where it is another one than the policy's."""
    own = own_titles(edition.params)
    for clause in edition.clauses:
        since = render("policy.trace_since", {"day": clause.since}) if clause.since else ""
        place = "\n".join(filter(None, (clause.source, clause.locator, since)))
        yield clause.clause_id, place, clause.text, _carried_out(clause, own)


def _carried_out(clause: Clause, own: Mapping[str, str]) -> str:
    """By what a clause is carried out, or why by nothing."""
    if clause.set_aside:
        return render("policy.trace_set_aside", {"why": clause.set_aside})
    return "\n".join(f"{_title(name, own)} {name}" for name in clause.encoded_by)


def _title(name: str, own: Mapping[str, str]) -> str:
    """The title of a rule, by its name or a parameter's, or of what the policy declares."""
    rule, *rest = name.split(".")
    return own.get(".".join((rule, *rest[:1]))) or render(f"rule.{rule}", {})


def _rules(found: Trace) -> Iterator[tuple[str, ...]]:
    for one in found.rules:
        yield one.title, one.rule, "、".join(one.clauses)


def _shown(label: str, edition: Edition | None, found: Trace) -> dict[str, object]:
    """The same for a program."""
    title = edition.title if edition else ""
    return {
        "policy": label,
        "clauses": [
            {
                "id": clause.clause_id,
                "locator": clause.locator,
                "source": clause.source or title,
                "since": plain(clause.since),
                "text": clause.text,
                "encoded_by": list(clause.encoded_by),
                "set_aside": clause.set_aside or None,
            }
            for clause in found.clauses
        ],
        "rules": [{"rule": one.rule, "clauses": list(one.clauses)} for one in found.rules],
        "counts": found.counts,
    }
