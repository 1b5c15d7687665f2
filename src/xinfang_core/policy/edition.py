"""One policy file (办法版本): its head, its source's clauses, its parameters and variants."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_type_hints

from attrs import evolve, field, fields_dict, frozen

from xinfang_core.errors import PolicyDataError
from xinfang_core.policy.parameters import read_parameter
from xinfang_core.policy.spot import Spot
from xinfang_core.rules import (
    handling_deadline,
    incentive,
    notice_deadline,
    reply_deadline,
    reply_kind,
)
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PARAMS: dict[str, type] = {
    "reply_kind": reply_kind.Params,
    "reply_deadline": reply_deadline.Params,
    "notice_deadline": notice_deadline.Params,
    "handling_deadline": handling_deadline.Params,
    "incentive": incentive.Params,
}
"""The rules of a policy file, each with the class of its parameters."""

UNDATED = "undated"
_HEAD = ("id", "title", "effective", "picked_by", "transition", "reading")
_CLAUSE = ("id", "locator", "text", "encoded_by", "set_aside")
_VARIANT = ("title", "reading_of")


@frozen
class Clause:
    """A clause of the source (条款), in our words.

    Attributes:
        clause_id: short name within the file.
        locator: where it stands in the source.
        text: our restatement.
        encoded_by: the rules or parameters that carry it out.
        set_aside: why nothing does; empty where ``encoded_by`` names something.

    """

    clause_id: str
    locator: str
    text: str
    encoded_by: tuple[str, ...] = ()
    set_aside: str = ""


@frozen
class Variant:
    """Another reading of some values (变体).

    Attributes:
        name: its key.
        title: what it reads differently.
        reading_of: the word it reads differently; such variants are summed up side by side.
        params: rule name to the parameters that it replaces.

    """

    name: str
    title: str
    reading_of: str
    params: Mapping[str, Mapping[str, object]] = field(hash=False)


@frozen
class Edition:
    """One policy file, read and checked.

    Attributes:
        policy_id: the policy's short name.
        title: the source's title.
        effective: first day in force; None for an undated source, in force from the beginning.
        picked_by: the event whose day decides whether this edition applies.
        transition: what happens to running cases, in words.
        reading: what the default reading is, where variants read a word differently.
        clauses: the source's clauses.
        params: rule name to its ``Params``.
        variants: other readings by name.
        file: the file's name.

    """

    policy_id: str
    title: str
    effective: date | None
    picked_by: EventKind
    transition: str
    reading: str
    clauses: tuple[Clause, ...]
    params: Mapping[str, object] = field(hash=False)
    variants: Mapping[str, Variant] = field(hash=False)
    file: str

    @property
    def label(self) -> str:
        """``ID@DATE``, or ``ID@undated``."""
        return f"{self.policy_id}@{self.effective or UNDATED}"

    def with_variant(self, name: str | None) -> Edition:
        """This edition with the variant's values in place; itself where it has none of it."""
        variant = self.variants.get(name or "")
        if variant is None:
            return self
        replaced = {
            rule: _replaced(params, variant.params.get(rule, {}))
            for rule, params in self.params.items()
        }
        return evolve(self, params=replaced)


def _replaced(params: Any, values: Mapping[str, object]) -> object:  # noqa: ANN401 - any Params
    return evolve(params, **values)


def read_edition(text: str, file: str) -> Edition:
    """The edition written in ``text``; ``file`` is only named in faults.

    Raises:
        PolicyDataError: every fault of the file, each with line, column and path.

    """
    spot = Spot(read_toml(text, file))
    data = spot.document.data
    spot.check_keys(data, ("policy", "clause", "variant", *PARAMS))
    if "policy" not in data:
        spot.refuse("key.missing", ("name", "policy"))
    head = _head(spot.at("policy"), spot.table(data.get("policy", {})))
    clauses = tuple(_clauses(spot.at("clause"), data))
    spot = evolve(
        spot,
        title=head.get("title") or "",
        clauses={clause.clause_id: clause.locator for clause in clauses},
    )
    params = {
        rule: _params(spot.at(rule), data[rule], kind)
        for rule, kind in PARAMS.items()
        if rule in data
    }
    variants = dict(_variants(spot.at("variant"), data, params))
    if spot.faults:
        raise PolicyDataError(*spot.faults)
    return Edition(**head, clauses=clauses, params=params, variants=variants, file=file)


def _head(spot: Spot, raw: dict[str, object]) -> dict[str, Any]:
    """The head's values by attribute of :class:`Edition`."""
    spot.check_keys(raw, _HEAD)
    effective = None
    if raw.get("effective") != UNDATED:
        effective = spot.required(raw, "effective", date)
    return {
        "policy_id": spot.required(raw, "id", str),
        "title": spot.required(raw, "title", str),
        "effective": effective,
        "picked_by": spot.required(raw, "picked_by", EventKind),
        "transition": spot.required(raw, "transition", str),
        "reading": spot.required(raw, "reading", str) if "reading" in raw else "",
    }


def _clauses(spot: Spot, data: Mapping[str, object]) -> Iterator[Clause]:
    """The clauses, each carried out by something or set aside with a reason."""
    seen: set[str] = set()
    for here, raw in spot.tables(data.get("clause", [])):
        here.check_keys(raw, _CLAUSE)
        clause_id, locator, restated = (
            here.required(raw, name, str) or "" for name in ("id", "locator", "text")
        )
        if clause_id in seen:
            here.at("id").refuse("clause.duplicate", ("found", clause_id), at_value=True)
        seen.add(clause_id)
        if ("encoded_by" in raw) is ("set_aside" in raw):
            here.refuse("clause.encoded_or_set_aside")
        encoded = _encoded(here.at("encoded_by"), raw, data)
        aside = here.required(raw, "set_aside", str) if "set_aside" in raw else ""
        yield Clause(clause_id, locator, restated, encoded, aside or "")


def _encoded(spot: Spot, raw: Mapping[str, object], data: Mapping[str, object]) -> tuple[str, ...]:
    """The names that carry a clause out; each is a rule or parameter of this file."""
    found = spot.scalar(raw.get("encoded_by", []), tuple[str, ...]) or ()
    known = {
        name
        for rule, kind in PARAMS.items()
        if rule in data
        for name in (rule, *(f"{rule}.{key}" for key in fields_dict(kind)))
    }
    for name in found:
        spot.check_name("clause.unknown_code", name, sorted(known))
    return tuple(found)


def _params(spot: Spot, found: object, kind: type) -> object:
    """The parameters of one rule; None with faults."""
    raw = spot.table(found)
    spot.check_keys(raw, fields_dict(kind))
    for name in fields_dict(kind):
        if name not in raw:
            spot.refuse("key.missing", ("name", name))
    values = _values(spot, raw, kind)
    return kind(**values) if len(values) == len(fields_dict(kind)) else None


def _values(spot: Spot, raw: Mapping[str, object], kind: type) -> dict[str, object]:
    """The parameters that are there, by name."""
    hints = get_type_hints(kind)
    return {
        name: read_parameter(spot.at(name), raw[name], hints[name])
        for name in fields_dict(kind)
        if name in raw
    }


def _variants(
    spot: Spot, data: Mapping[str, object], params: Mapping[str, object]
) -> Iterator[tuple[str, Variant]]:
    """The variants; each may only replace parameters of rules that the file has."""
    for name, found in spot.table(data.get("variant", {})).items():
        here = spot.at(name)
        raw = here.table(found)
        here.check_keys(raw, (*_VARIANT, *params))
        title = here.required(raw, "title", str) or ""
        reading = here.required(raw, "reading_of", str) if "reading_of" in raw else ""
        replaced = {}
        for rule in params:
            if rule in raw:
                values = here.at(rule).table(raw[rule])
                here.at(rule).check_keys(values, fields_dict(PARAMS[rule]))
                replaced[rule] = _values(here.at(rule), values, PARAMS[rule])
        yield name, Variant(name, title, reading or "", replaced)
