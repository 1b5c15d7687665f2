"""What a policy itself says in a place (办法取值), for values that no rule reckons with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.codec.csv_answers import csv_cell
from xinfang_core.codec.plain import plain
from xinfang_core.messages import words
from xinfang_core.policy import lines
from xinfang_core.policy.pack import is_declared
from xinfang_core.policy.versions import pick
from xinfang_core.policy.wording import unit_of
from xinfang_core.refusals import RefusedError, unknown_name
from xinfang_core.vocabulary import Unit

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.policy import Edition, Line, Policy

_BETWEEN = re.compile(r"[\s，]+")
_MOST_EDITIONS = 64
_lines = lru_cache(_MOST_EDITIONS)(lines)


class Place(NamedTuple):
    """Where a value stands (取值位置).

    Attributes:
        rule: the rule, or ``SECTION.KEY`` of what the policy declares.
        parameter: the parameter.
        keys: the keys of its table, names of its parts and thresholds, in their order.

    """

    rule: str
    parameter: str
    keys: tuple[str, ...]


def read_place(text: str, policy: Policy) -> Place:
    """A place such as ``reply_deadline.limit reply_kind=urgent``; names of keys may be left out.

    Raises:
        RefusedError: the policy has no such rule, or no parameter is named.

    """
    path, *keys = _BETWEEN.split(text.strip())
    names = path.split(".")
    editions = (*policy.editions, *policy.national)
    rules = dict.fromkeys(rule for one in editions for rule in one.params)
    size = 2 if is_declared(".".join(names[:2])) and ".".join(names[:2]) in rules else 1
    rule, rest = ".".join(names[:size]), names[size:]
    if rule not in rules:
        raise unknown_name("example.no_rule", rule, rules)
    if not rest:
        raise RefusedError("example.no_value", ("found", rule))
    named = (key.rpartition("=")[2] for key in keys)
    return Place(rule, rest[0], (*rest[1:], *named))


def said_at(place: Place, policy: Policy, day: date) -> tuple[Line, ...]:
    """The value that stands there on a day; of a list its items; nothing where none stands."""
    own, above = (pick(one, None, day)[0] for one in (policy.editions, policy.national))
    for edition in (own and own.with_variant(policy.variant), above):
        found = tuple(_found(edition, place)) if edition else ()
        if found:
            return found
    return ()


def _found(edition: Edition, place: Place) -> list[Line]:
    return [
        one
        for one in _lines(edition)
        if (one.rule, one.parameter, one.variant) == (place.rule, place.parameter, "")
        and _is_at(one, place.keys)
    ]


def _is_at(line: Line, keys: tuple[str, ...]) -> bool:
    return len(line.keys) == len(keys) and all(
        key in {str(plain(one)), words(one, "zh")} for one, key in zip(line.keys, keys, strict=True)
    )


def said_forms(found: tuple[Line, ...]) -> tuple[str, ...]:
    """What stands there by key and in Chinese."""
    values = tuple(one.value for one in found)
    told = values if len(values) != 1 else values[0]
    return (csv_cell(plain(told)), csv_cell(words(told, "zh"))) if found else ("", "")


def unit_forms(found: tuple[Line, ...]) -> tuple[str, ...]:
    """What a number there counts, by key and in Chinese."""
    if not found:
        return ("", "")
    count = plain(found[0].value)
    named = Unit[str(count["unit"])] if isinstance(count, dict) and "unit" in count else None
    unit = named or unit_of(found[0])
    return (unit.name, unit.text()) if unit else ("", "")


def check_place(place: Place, policy: Policy, day: date) -> None:
    """Refuse a place where nothing stands.

    Raises:
        RefusedError: nothing does; the places of the parameter are offered.

    """
    if not said_at(place, policy, day):
        raise RefusedError("example.no_value", ("found", f"{place.rule}.{place.parameter}"))
