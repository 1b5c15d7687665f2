"""What an edit changed, in words (改动的说明): old and new side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.change.addresses import Address, addressed
from xinfang_core.change.edits import Edit
from xinfang_core.change.places import place_of
from xinfang_core.messages import render
from xinfang_core.policy.listing import lines
from xinfang_core.policy.wording import value_words
from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.policy import Clause, Edition, Line


def told(before: Edition, after: Edition, text: str) -> Iterator[str]:
    """A line for each value and each clause that is another one now.

    Args:
        before: an edition.
        after: the edition that its file makes once it is changed.
        text: the changed file.

    """
    old = {address: line for line, address in addressed(lines(before))}
    for line, address in addressed(lines(after)):
        was = old.get(address)
        if was is not None and (was.value, was.citation) != (line.value, line.citation):
            yield _value(address, was, line, after.file, text)
    known = {clause.clause_id: clause for clause in before.clauses}
    for clause in after.clauses:
        if clause != known.get(clause.clause_id):
            facts = {
                "clause": clause.clause_id,
                "before": _carried_out(known.get(clause.clause_id)),
                "after": _carried_out(clause),
            }
            yield render("change.told_clause", facts)


def _value(address: Address, was: Line, now: Line, file: str, text: str) -> str:
    """One value, with its line in the changed file."""
    document = read_toml(text, file)
    edit = Edit(address.rule, address.parameter, address.keys, variant=address.variant)
    place = document.position(place_of(document.data, edit).path)
    facts = {
        "place": f"{file}:{place.line}",
        "address": address.text(),
        "before": value_words(was),
        "after": value_words(now),
        "citation": now.citation,
    }
    return render("change.told", facts)


def _carried_out(clause: Clause | None) -> str:
    """By what a clause is carried out, or why by nothing; that there is none."""
    if clause is None:
        return render("change.new_clause", {})
    if clause.set_aside:
        return render("change.set_aside", {"why": clause.set_aside})
    return render("change.encoded_by", {"names": clause.encoded_by})
