"""What an edit changed, in words (改动的说明): old and new side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core.change.addresses import Address, addressed
from xinfang_core.change.edits import Edit
from xinfang_core.change.places import place_of
from xinfang_core.messages import render
from xinfang_core.policy.listing import lines
from xinfang_core.policy.wording import value_words
from xinfang_core.refusals import RefusedError
from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.policy import Clause, Edition

_WORDED = ("locator", "text", "source", "since")
"""The parts of a clause that are told as they are written."""


def told(before: Edition, after: Edition, text: str) -> Iterator[str]:
    """A line for each value and each clause that is another one now.

    Args:
        before: an edition.
        after: the edition that its file makes once it is changed.
        text: the changed file.

    """
    # An edit adds no value and takes none out, so each stands where it stood.
    old = addressed(lines(before))
    for (was, place), (now, address) in zip(old, addressed(lines(after)), strict=True):
        if (was.value, was.citation, place) != (now.value, now.citation, address):
            moved = place.picks if place != address else ()
            facts = {
                "place": _written_at(address, after.file, text),
                "address": address.text(),
                "before": " ".join((*moved, value_words(was))),
                "after": value_words(now),
                "citation": now.citation,
            }
            yield render("change.told", facts)
    yield from _variants(before, after)
    known = {clause.clause_id: clause for clause in before.clauses}
    for clause in after.clauses:
        if clause != known.get(clause.clause_id):
            yield from _clause(known.get(clause.clause_id), clause)


def _clause(was: Clause | None, now: Clause) -> Iterator[str]:
    """What is told of a clause that is new, or another one now."""
    carried = _carried_out(was), _carried_out(now)
    if carried[0] != carried[1]:
        sides = {"before": carried[0], "after": carried[1]}
        yield render("change.told_clause", {"clause": now.clause_id, **sides})
    for part in _WORDED if was else ():
        sides = {"before": getattr(was, part), "after": getattr(now, part)}
        if sides["before"] != sides["after"]:
            title = render(f"book.clause.{part}", {})
            facts = {"clause": now.clause_id, "part": title, **sides}
            yield render("change.told_clause_part", facts)


def _written_at(address: Address, file: str, text: str) -> str:
    """File and line of a value."""
    document = read_toml(text, file)
    edit = Edit(address.rule, address.parameter, address.keys, variant=address.variant)
    try:
        place = place_of(document.data, edit)
    except RefusedError:
        # What a file fills in of a variant too is written once, for the default reading.
        place = place_of(document.data, evolve(edit, variant=""))
    return f"{file}:{document.position(place.path).line}"


def _variants(before: Edition, after: Edition) -> Iterator[str]:
    """The variants that are confirmed now, or otherwise than before."""
    for name, now in after.variants.items():
        was = before.variants[name]
        if was.confirmed != now.confirmed:
            facts = {"name": name, "title": now.title}
            sides = {"before": _confirmed(was.confirmed), "after": _confirmed(now.confirmed)}
            yield render("change.told_variant", {**facts, **sides})


def _confirmed(day: date | None) -> str:
    return render("change.confirmed", {"day": day}) if day else render("change.unconfirmed", {})


def _carried_out(clause: Clause | None) -> str:
    """By what a clause is carried out, or why by nothing; that there is none."""
    if clause is None:
        return render("change.new_clause", {})
    if clause.set_aside:
        return render("change.set_aside", {"why": clause.set_aside})
    return render("change.encoded_by", {"names": clause.encoded_by})
