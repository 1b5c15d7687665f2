"""``xinfang policy``: what there is, what it says, and whether a file is sound (办法)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.cli.choice import chosen_policy, own_policy
from xinfang_core.cli.output import console, drawn, opened
from xinfang_core.codec.plain import plain
from xinfang_core.codec.policies import listed_policy
from xinfang_core.messages import render
from xinfang_core.policy import lines, load_policy, policy_ids
from xinfang_core.policy.cautions import cautions
from xinfang_core.policy.givers import givers
from xinfang_core.policy.versions import pick
from xinfang_core.policy.wording import placed, unit_of, value_words
from xinfang_core.vocabulary import Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping
    from datetime import date

    from xinfang_core.decision import Finding
    from xinfang_core.policy import Edition, Line, Policy


def run_list(arguments: argparse.Namespace) -> bool:
    """The policies that come with the library, with versions and variants."""
    policies = [load_policy(policy_id) for policy_id in policy_ids()]
    wire = arguments.format == "json"
    with opened(None, wire=wire) as stream:
        if wire:
            stream.write(_dumped([listed_policy(policy) for policy in policies]))
            return False
        for policy in policies:
            facts = {
                "id": policy.policy_id,
                "title": policy.editions[0].title,
                "versions": tuple(edition.label for edition in policy.editions),
                "variants": tuple(policy.variants) or "无",
            }
            stream.write(render("policy.listed", facts) + "\n")
    return False


def run_show(arguments: argparse.Namespace) -> bool:
    """Every value of a policy with its clause, phrase, basis and note."""
    policy, pinned = chosen_policy(arguments.policy)
    editions, notes = _in_force(policy, pinned)
    wire = arguments.format == "json"
    with opened(None, wire=wire) as stream:
        if wire:
            stream.write(_dumped([_shown(edition) for edition in editions]))
            return False
        screen = console(stream)
        for edition in editions:
            head = {"title": edition.title, "label": edition.label, "digest": edition.digest}
            stream.write(render("policy.head_with_digest", head) + "\n")
            if edition.transition.switch_on:
                stream.write(render("policy.switches", _switch(edition)) + "\n")
            if edition.outside_as:
                declared = {"outside_as": edition.outside_as}
                stream.write(render("policy.all_outside", declared) + "\n")
            stream.write(drawn(screen, _table(lines(edition), givers(edition))))
        stream.writelines(f"{note.reason.text()}\n" for note in notes)
    return False


def _switch(edition: Edition) -> dict[str, object]:
    """What is told of open cases that switch to an edition."""
    said = edition.transition
    return {"day": said.switch_on, "text": said.text}


def _in_force(
    policy: Policy, pinned: date | None
) -> tuple[tuple[Edition, ...], tuple[Finding, ...]]:
    """The policy's own editions; with a day the one in force, or the finding that none was."""
    if pinned is None:
        return policy.editions, ()
    edition, notes = pick(policy.editions, None, pinned)
    return ((edition,) if edition else ()), notes


def _table(found: tuple[Line, ...], given_by: Mapping[Line, Edition]) -> object:
    from rich.table import Table

    table = Table(show_lines=True)
    for heading in ("规则", "参数", "适用", "取值", "条款与短语", "依据", "说明"):
        table.add_column(heading, overflow="fold")
    for line, place in placed(found):
        name = line.parameter + (f"（{line.variant}）" if line.variant else "")
        quoted = f"“{line.citation.phrase}”" if line.citation.phrase else ""
        filled = _filled_by(given_by[line], line)
        clause, basis = filled + line.citation.clause + quoted, line.citation.basis.text()
        table.add_row(line.title, name, place, value_words(line), clause, basis, line.citation.note)
    return table


def _filled_by(giver: Edition, line: Line) -> str:
    """Of a value that another file fills in the source and that file."""
    if giver.over is None:
        return ""
    return render("policy.filled_by", {"source": line.citation.source, "file": giver.file})


def _transition(edition: Edition) -> dict[str, object]:
    """What open cases do, for a program."""
    said = edition.transition
    day = plain(said.switch_on)
    return {"open_cases": said.open_cases.name, "switch_on": day, "text": said.text}


def _shown(edition: Edition) -> dict[str, object]:
    given_by = givers(edition)
    return {
        "id": edition.policy_id,
        "title": edition.title,
        "effective": str(edition.effective or "undated"),
        "digest": edition.digest,
        "outside_as": plain(edition.outside_as),
        "transition": _transition(edition),
        "values": [
            {
                "rule": line.rule,
                "parameter": line.parameter,
                "keys": plain(line.keys),
                "value": plain(line.value),
                "unit": plain(unit_of(line)),
                "variant": line.variant or None,
                "edition": given_by[line].own_label,
                "file": given_by[line].file,
                "source": line.citation.source,
                "clause": line.citation.clause,
                "phrase": line.citation.phrase,
                "basis": line.citation.basis.name,
                "note": line.citation.note,
            }
            for line in lines(edition)
        ],
    }


def run_validate(arguments: argparse.Namespace) -> bool:
    """Read a host's policy; faults are raised with their places. Whether anything is to confirm."""
    from xinfang_core.calendar import mainland_calendar

    policy = own_policy(arguments.path)
    found = cautions(policy, mainland_calendar().settled_through)
    to_confirm = sum(one.severity is Severity.warning for one in found)
    counted = sum(len(lines(edition)) for edition in policy.editions)
    facts = {"id": policy.policy_id, "editions": len(policy.editions), "values": counted}
    with opened(None, wire=arguments.format == "json") as stream:
        if arguments.format == "json":
            stream.write(_dumped(_validated(policy, facts, found, sound=not to_confirm)))
            return to_confirm > 0
        code = "policy.to_confirm" if to_confirm else "policy.sound"
        stream.write(render(code, {**facts, "count": to_confirm}) + "\n")
        stream.writelines(f"{one.severity.text()}：{one.reason.text()}\n" for one in found)
    return to_confirm > 0


def _validated(
    policy: Policy, facts: dict[str, object], found: Iterable[Finding], *, sound: bool
) -> dict[str, object]:
    """The same for a program."""
    findings = [
        {
            "severity": one.severity.name,
            "code": one.reason.code,
            "facts": plain(dict(one.reason.facts)),
            "text": one.reason.text(),
        }
        for one in found
    ]
    return {"sound": sound, **facts, "digests": policy.digests, "findings": findings}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
