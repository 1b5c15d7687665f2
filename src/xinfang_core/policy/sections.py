"""The section of one rule in a policy file (规则的一节): its parameters, read and cross-checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import asdict

from xinfang_core.policy.ladders import check_steps
from xinfang_core.policy.pack import PARAMS
from xinfang_core.policy.parameters import annotations_of, read_parameter
from xinfang_core.refusals import unknown_name
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, ScoreScheme, WorkMeasure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy.location import Location

OPEN = "open_to_localities"
"""The key of a national rule that a local policy may replace; its value says why."""


def section_at(location: Location, rule: str) -> Location:
    """The place of a rule's section, or of what is declared as ``SECTION.KEY``."""
    for key in rule.split("."):
        location = location.at(key)
    return location


def written_in(data: Mapping[str, object], rule: str) -> object:
    """What a file, or a variant, says of a rule or of what is declared; None where nothing."""
    section, _, key = rule.partition(".")
    found = data.get(section)
    return found.get(key) if key and isinstance(found, dict) else found


def read_rule(location: Location, found: object, kind: type, *, fills: str = "") -> object:
    """The parameters of one rule, every one of them; None with faults.

    ``fills`` is what the file fills in and what has nothing of this rule, where it does so.
    """
    raw = location.table(found)
    if raw is None:
        return None
    missing = [name for name in annotations_of(kind) if name not in raw]
    if missing and fills:
        location.refuse("fill.no_rule", ("policy", fills), ("names", tuple(missing)))
    for name in missing if not fills else ():
        location.refuse("key.missing", ("name", name))
    if OPEN in raw:
        location.required(raw, OPEN, str)
    values = read_values(location, {name: raw[name] for name in raw if name != OPEN}, kind)
    check_rule(location, values)
    return kind(**values) if len(values) == len(annotations_of(kind)) else None


def read_values(
    location: Location, raw: Mapping[str, object], kind: type, *, whole: bool = True
) -> dict[str, object]:
    """The parameters that are there, by name; unless ``whole`` tables may be given in part."""
    wanted = annotations_of(kind)
    location.check_keys(raw, wanted)
    return {
        name: read_parameter(location.at(name), raw[name], annotation, whole=whole)
        for name, annotation in wanted.items()
        if name in raw
    }


def read_replacing(
    location: Location, found: object, kind: type, base: object
) -> dict[str, object]:
    """The values that a variant puts in place of those of ``base``, any rule's parameters."""
    values = read_values(location, location.table(found) or {}, kind)
    check_rule(location, {**values_of(base), **values})
    return values


def values_of(params: Any) -> dict[str, object]:  # noqa: ANN401 - any rule's parameters
    """The parameters by name; none where the file did not give them well."""
    return asdict(params, recurse=False) if params else {}


def check_rule(location: Location, values: Mapping[str, object]) -> None:
    """The parameters of one rule agree with each other."""
    _check_extension(location, values)
    _check_shares(location, values)
    check_named(location, values.get("limit"))
    check_steps(location, values)


def _check_extension(location: Location, values: Mapping[str, object]) -> None:
    """An extension is added to its limit, so both are of one unit."""
    limit, more = (
        item.value if isinstance(item, Sourced) else Absent.silent
        for item in (values.get("limit"), values.get("extension_limit"))
    )
    if not isinstance(limit, Absent) and type(more) not in (Absent, type(limit)):
        facts = (("found", more), ("wanted", limit))
        location.at("extension_limit").at("unit").refuse(
            "unit.other_than_limit", *facts, at_value=True
        )


def check_named(location: Location, limit: object) -> None:
    """The limit that moves a ladder is called by its rule, or is one that the policy declares."""
    named = limit.value if isinstance(limit, Sourced) else None
    known = dict.fromkeys((*(one.name for one in location.file.declared.limits), *_LIMITS))
    if isinstance(named, str) and named not in known:
        refused = unknown_name("ladder.unknown_limit", named, known)
        location.at("limit").refuse(refused.code, *refused.facts, at_value=True)


_LIMITS = tuple(rule for rule in PARAMS if rule.endswith("_deadline"))


def _check_shares(location: Location, values: Mapping[str, object]) -> None:
    """Points that go by shares are not quoted as points off or on for each percent."""
    scheme, weight = values.get("scheme"), values.get("weight")
    if not isinstance(scheme, Sourced) or scheme.value is not ScoreScheme.share_of_points:
        return
    cells = weight.cells.items() if isinstance(weight, Table) else ()
    for measure, cell in cells:
        phrase = cell.citation.phrase
        if measure is not WorkMeasure.repeat_control and any(word in phrase for word in _BY_STEPS):
            facts = (("measure", measure), ("phrase", phrase), ("scheme", scheme.value))
            location.at("weight").refuse("score.other_scheme", *facts)


_BY_STEPS = ("扣", "加分", "减分")
"""What a phrase says where points come or go step by step."""
