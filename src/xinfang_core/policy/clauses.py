"""The clauses of a policy's source (条款), each carried out by something or set aside."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from xinfang_core.policy.location import Location

_KEYS = ("id", "locator", "text", "encoded_by", "set_aside", "source", "since")


@frozen
class Clause:
    """A clause of the source (条款), in our words.

    Attributes:
        clause_id: short name within the file.
        locator: where it stands in the source.
        text: our restatement.
        encoded_by: the rules or parameters that carry it out.
        set_aside: why nothing does; empty where ``encoded_by`` names something.
        source: title of the source, where it is another one than the policy's.
        since: the first day of the version that it came with; None where that is not told.

    """

    clause_id: str
    locator: str
    text: str
    encoded_by: tuple[str, ...] = ()
    set_aside: str = ""
    source: str = ""
    since: date | None = None


def read_clauses(location: Location, found: object, codes: Collection[str]) -> Iterator[Clause]:
    """The clauses listed in ``found``; ``codes`` are the rules and parameters of the file."""
    seen: set[str] = set()
    for here, raw in location.tables(found):
        here.check_keys(raw, _KEYS)
        clause_id, locator, restated = (
            here.required(raw, name, str) or "" for name in ("id", "locator", "text")
        )
        if clause_id and clause_id in seen:
            here.at("id").refuse("clause.duplicate", ("found", clause_id), at_value=True)
        seen.add(clause_id)
        if bool(raw.get("encoded_by")) is ("set_aside" in raw):
            here.refuse("clause.encoded_or_set_aside")
        encoded = tuple(_encoded(here.at("encoded_by"), raw.get("encoded_by", []), codes))
        aside, source = (here.optional(raw, name, str, "") for name in ("set_aside", "source"))
        since = here.optional(raw, "since", date)
        yield Clause(clause_id, locator, restated, encoded, aside or "", source or "", since)


def _encoded(location: Location, found: object, codes: Collection[str]) -> Iterator[str]:
    """The names that carry a clause out; each is a rule or parameter of the file."""
    for index, item in enumerate(location.listed(found)):
        name = location.scalar_at(index, item, str)
        if name in codes:
            yield name
        elif name is not None:
            location.at(index).check_name("clause.unknown_code", name, codes)
