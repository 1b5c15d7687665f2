"""One policy file (办法版本): its head, its source's clauses, its parameters and variants."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_type_hints

from attrs import asdict, evolve, field, fields_dict, frozen

from xinfang_core.errors import PolicyDataError
from xinfang_core.policy.clauses import Clause, read_clauses
from xinfang_core.policy.ladders import check_steps
from xinfang_core.policy.pack import PARAMS
from xinfang_core.policy.parameters import read_parameter
from xinfang_core.policy.spot import Spot
from xinfang_core.sources import Sourced
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Absent, EventKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

NATIONAL = "national"
"""The policy beneath every local one."""

OPEN = "open_to_localities"
"""The key of a national rule that a local policy may replace; its value says why."""

UNDATED = "undated"
_HEAD = ("id", "title", "effective", "picked_by", "transition", "reading")
_VARIANT = ("title", "reading_of")


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
        open_rules: rules that a local policy may have in place of this edition's.
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
    open_rules: frozenset[str]
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


def read_edition(text: str, file: str, closed: Collection[str] = ()) -> Edition:
    """The edition written in ``text``.

    Args:
        text: the whole file.
        file: its name; one that looks like a day must be the day of force.
        closed: rules that this policy may not have, being national and not open to localities.

    Raises:
        PolicyDataError: every fault of the file, each with line, column and path.

    """
    spot = Spot(read_toml(text, file))
    data = spot.document.data
    spot.check_keys(data, ("policy", "clause", "variant", *PARAMS))
    head = _head(spot, data)
    rules = {rule: kind for rule, kind in PARAMS.items() if rule in data}
    codes = [f"{rule}.{name}" for rule, kind in rules.items() for name in fields_dict(kind)]
    clauses = tuple(read_clauses(spot.at("clause"), data.get("clause", []), [*rules, *codes]))
    spot = evolve(
        spot,
        title=head.get("title") or "",
        clauses={clause.clause_id: clause.locator for clause in clauses},
        sources={clause.clause_id: clause.source for clause in clauses if clause.source},
    )
    for rule in closed if head.get("policy_id") != NATIONAL else ():
        if rule in rules:
            spot.at(rule).refuse("policy.closed_to_localities", ("rule", rule))
    params = {rule: _params(spot.at(rule), data[rule], kind) for rule, kind in rules.items()}
    variants = dict(_variants(spot.at("variant"), data.get("variant", {}), params))
    if spot.faults:
        raise PolicyDataError(*sorted(spot.faults, key=lambda fault: (fault.line, fault.column)))
    opened = frozenset(rule for rule in rules if OPEN in (spot.at(rule).table(data[rule]) or ()))
    return Edition(
        **head,
        clauses=clauses,
        params=params,
        variants=variants,
        open_rules=opened,
        file=file,
    )


def _head(root: Spot, data: Mapping[str, object]) -> dict[str, Any]:
    """The head's values by attribute of ``Edition``; empty with faults where it has none."""
    if "policy" not in data:
        root.refuse("key.missing", ("name", "policy"))
        return {}
    spot = root.at("policy")
    raw = spot.table(data["policy"])
    if raw is None:
        return {}
    spot.check_keys(raw, _HEAD)
    return {
        "policy_id": spot.required(raw, "id", str),
        "title": spot.required(raw, "title", str),
        "effective": _effective(spot, raw),
        "picked_by": spot.required(raw, "picked_by", EventKind),
        "transition": spot.required(raw, "transition", str),
        "reading": spot.required(raw, "reading", str) if "reading" in raw else "",
    }


def _effective(spot: Spot, raw: dict[str, object]) -> date | None:
    """The first day in force; a dated file is named by it, other names are free."""
    undated = raw.get("effective") == UNDATED
    day = None if undated else spot.required(raw, "effective", date)
    stem = spot.document.file.removesuffix(".toml")
    wanted = UNDATED if undated else str(day)
    if (undated or day) and (stem == UNDATED or stem[:4].isdigit()) and stem != wanted:
        facts = (("found", stem), ("wanted", wanted))
        spot.at("effective").refuse("policy.misnamed", *facts, at_value=True)
    return day


def _params(spot: Spot, found: object, kind: type) -> object:
    """The parameters of one rule; None with faults."""
    raw = spot.table(found)
    if raw is None:
        return None
    for name in fields_dict(kind):
        if name not in raw:
            spot.refuse("key.missing", ("name", name))
    if OPEN in raw:
        spot.required(raw, OPEN, str)
    values = _values(spot, {name: raw[name] for name in raw if name != OPEN}, kind)
    _check_extension(spot, values)
    check_steps(spot, values)
    return kind(**values) if len(values) == len(fields_dict(kind)) else None


def _values(spot: Spot, raw: Mapping[str, object], kind: type) -> dict[str, object]:
    """The parameters that are there, by name."""
    spot.check_keys(raw, fields_dict(kind))
    hints = get_type_hints(kind, include_extras=True)
    return {
        name: read_parameter(spot.at(name), raw[name], hints[name])
        for name in fields_dict(kind)
        if name in raw
    }


def _check_extension(spot: Spot, values: Mapping[str, object]) -> None:
    """An extension is added to its limit, so both are of one unit."""
    limit, more = (
        item.value if isinstance(item, Sourced) else Absent.silent
        for item in (values.get("limit"), values.get("extension_limit"))
    )
    if not isinstance(limit, Absent) and type(more) not in (Absent, type(limit)):
        facts = (("found", more), ("wanted", limit))
        spot.at("extension_limit").at("unit").refuse("unit.other_than_limit", *facts, at_value=True)


def _variants(
    spot: Spot, found: object, params: Mapping[str, object]
) -> Iterator[tuple[str, Variant]]:
    """The variants; each may only replace parameters of rules that the file has."""
    for name, written in (spot.table(found) or {}).items():
        here = spot.at(name)
        raw = here.table(written)
        if raw is None:
            continue
        here.check_keys(raw, (*_VARIANT, *params))
        title = here.required(raw, "title", str) or ""
        reading = here.required(raw, "reading_of", str) if "reading_of" in raw else ""
        replaced = {
            rule: _replacing(here.at(rule), raw[rule], rule, base)
            for rule, base in params.items()
            if rule in raw
        }
        yield name, Variant(name, title, reading or "", replaced)


def _replacing(spot: Spot, found: object, rule: str, base: Any) -> dict[str, object]:  # noqa: ANN401
    """The values that a variant puts in place of those of ``base``, any rule's parameters."""
    values = _values(spot, spot.table(found) or {}, PARAMS[rule])
    whole = {**(asdict(base, recurse=False) if base else {}), **values}
    _check_extension(spot, whole)
    check_steps(spot, whole)
    return values
