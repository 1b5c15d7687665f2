"""What a policy declares itself (自定名目): kinds of matters, steps, limits, each under its key.

An element says its official name and cites its clause once; its values inherit that citation, and
may be written plainly. A value that rests on another sentence says so itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args, get_origin

from attrs import NOTHING, asdict, fields

from xinfang_core.declared import ladder, measure, payment, score, series
from xinfang_core.declared import limit as limits
from xinfang_core.messages import render
from xinfang_core.policy.citations import PARTS
from xinfang_core.policy.duties import check_ladder, check_payment, check_series
from xinfang_core.policy.hours import check_hours
from xinfang_core.policy.measures import check_measure, check_score
from xinfang_core.policy.pack import DECLARED, GROUP_OF, PARAMS
from xinfang_core.policy.parameters import annotations_of, part_of, read_parameter, shapes_of
from xinfang_core.policy.tables import is_left_out, read_table
from xinfang_core.refusals import RefusedError, shown
from xinfang_core.sources import CitedList, Table
from xinfang_core.vocabulary import Absent, Declarations, Declared, EventKind, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from xinfang_core.policy.location import Location
    from xinfang_core.vocabulary import MatterKind

_KEY = re.compile(r"[a-z][a-z0-9_]*")


def declared_rules(location: Location, data: Mapping[str, object]) -> dict[str, type]:
    """What the file declares, as ``SECTION.KEY``, each with the class of its values."""
    found: dict[str, type] = {}
    for section, kind in DECLARED.items():
        here = location.at(section)
        for key in here.table(data[section]) or () if section in data else ():
            _check_key(here.at(key), section, key, found)
            found[f"{section}.{key}"] = kind
    return found


def _check_key(location: Location, section: str, key: str, found: Mapping[str, type]) -> None:
    for refused in refused_keys(section, key, found):
        location.refuse(refused.code, *refused.facts)


BESIDE_LIMITS = ("variant", "title", "findings", "awards", "award_total")
"""What a summary tells beside the limits, which stand in it by their keys."""

_ALSO_TAKEN = {"event": EventKind.__members__, "limit": BESIDE_LIMITS}


def refused_keys(section: str, key: str, rules: Iterable[str]) -> Iterator[RefusedError]:
    """What is wrong with a key: it is an English name, of nothing else in the file or of ours.

    Args:
        section: the section that it stands in, such as ``kind``.
        key: the key.
        rules: what else the file declares, as ``SECTION.KEY``.

    """
    if not _KEY.fullmatch(key):
        yield RefusedError("declared.key", ("found", key))
    taken = {*PARAMS, *GROUP_OF, *_ALSO_TAKEN.get(section, ())}
    if key in taken:
        yield RefusedError("declared.shipped", ("found", key))
    other = next((rule for rule in rules if rule.partition(".")[2] == key), None)
    if other is not None:
        yield RefusedError("declared.twice", ("found", key), ("other", other))


def refused_kinds(key: str, title: str) -> Iterator[RefusedError]:
    """What is wrong with the name of a kind that has the key of a known one."""
    known = ReplyKind.__members__.get(key)
    if known is not None and title != known.value:
        facts = (("found", title), ("wanted", known.value), ("key", key))
        yield RefusedError("declared.known_kind", *facts)


def declared_names(
    location: Location, data: Mapping[str, object], above: Collection[str]
) -> Declarations:
    """What the file declares, by which its values may name it; ``above`` are national rules."""
    for section in ("kind", "event", "limit"):
        _check_titles(location.at(section), section, data.get(section))
    kinds: list[MatterKind] = []
    for key, title in _titles(data.get("kind")):
        for refused in refused_kinds(key, title):
            location.at("kind").at(key).at("name").refuse(refused.code, *refused.facts)
        kinds.append(ReplyKind.__members__.get(key) or Declared(key, title))
    steps, limits, measures = (
        tuple(Declared(key, title) for key, title in _titles(data.get(section)))
        for section in ("event", "limit", "measure")
    )
    ruled = (rule for rule in PARAMS if rule.endswith("_deadline") and rule in {*data, *above})
    limits += tuple(Declared(rule, render(f"rule.{rule}", {})) for rule in ruled)
    return Declarations(tuple(kinds), steps, limits, measures)


def _check_titles(location: Location, section: str, found: object) -> None:
    """Two things of one official name cannot be told apart, nor one that has the name of ours."""
    taken = {step.value for step in EventKind} if section == "event" else set()
    if section == "limit":
        taken = {render(f"rule.{rule}", {}) for rule in PARAMS if rule.endswith("_deadline")}
    seen: set[str] = set()
    for key, title in _titles(found):
        here = location.at(key).at("name")
        if title in taken:
            here.refuse("declared.shipped_title", ("found", title))
        elif title in seen:
            here.refuse("declared.same_title", ("found", title))
        seen.add(title)


def _titles(found: object) -> Iterator[tuple[str, str]]:
    """The keys of a section with their official names."""
    for key, written in found.items() if isinstance(found, dict) else ():
        name = written.get("name") if isinstance(written, dict) else None
        title = name.get("value") if isinstance(name, dict) else name
        yield key, title if isinstance(title, str) else key


def read_declared(location: Location, found: object, kind: type) -> object:
    """The values of one element; None with faults."""
    raw = location.table(found)
    if raw is None:
        return None
    return _group(location, raw, kind)


def _group(location: Location, raw: Mapping[str, object], kind: type) -> object:
    """The values of an element, or of a part of one that has values of its own."""
    before = len(location.faults)
    values = _values(location, raw, kind, {})
    for one in fields(kind):
        if one.default is NOTHING and one.name not in raw:
            location.refuse("key.missing", ("name", one.name))
    if len(location.faults) == before:
        check_declared(location, kind, values, raw)
    return kind(**values) if len(location.faults) == before else None


def replace_declared(
    location: Location,
    found: object,
    kind: type,
    base: Any,  # noqa: ANN401
) -> dict[str, object]:
    """The values that a variant puts in place of those of ``base``."""
    before = len(location.faults)
    known = asdict(base, recurse=False) if base else {}
    values = _values(location, location.table(found) or {}, kind, known)
    # What varies an element that has faults of its own has nothing to agree with.
    if base and len(location.faults) == before:
        check_declared(location, kind, {**known, **values}, values)
    return values


def fill_declared(
    location: Location,
    found: object,
    kind: type,
    base: Any,  # noqa: ANN401
) -> dict[str, object]:
    """The values that a file gives for silent ones of ``base``; of a table some cells will do."""
    known = asdict(base, recurse=False)
    return _values(location, location.table(found) or {}, kind, known, whole=False)


def _values(
    location: Location,
    raw: Mapping[str, object],
    kind: type,
    known: Mapping[str, object],
    *,
    whole: bool = True,
) -> dict[str, object]:
    """The values that are there, by name; ``known`` are those that they replace."""
    wanted = annotations_of(kind)
    location.check_keys(raw, (*PARTS, *wanted))
    values: dict[str, object] = {}
    # What a limit depends on says in which shape it is read.
    for one in sorted(fields(kind), key=lambda field: field.name != "by"):
        if one.name in raw:
            values[one.name] = _value(
                location, raw, one.name, wanted, {**known, **values}, whole=whole
            )
    return values


def _value(
    location: Location,
    raw: Mapping[str, object],
    name: str,
    wanted: Mapping[str, Any],
    known: Mapping[str, object],
    *,
    whole: bool,
) -> object:
    """One value in its shape, or the values of its own that it has."""
    part = part_of(wanted[name])
    if isinstance(raw[name], list) and not _may_be_listed(wanted[name]):
        location.at(name).refuse("value.one_only", ("found", shown(raw[name])), at_value=True)
        return None
    if part is None:
        return _read(*_inherited(location, raw, name), wanted[name], known, whole=whole)
    if location.at(name).table(raw[name]) is None:
        return None
    here, written = _inherited(location, raw, name)
    if get_origin(wanted[name]) is not Mapping:
        return _group(here, written, part)
    return dict(_keyed(here, written, part))


def _may_be_listed(annotation: Any) -> bool:  # noqa: ANN401
    """Whether a value may be a list of names."""
    return any(get_origin(one) is CitedList for one in shapes_of(annotation))


def _keyed(
    location: Location, raw: Mapping[str, object], kind: type
) -> Iterator[tuple[str, object]]:
    """The elements under keys of their own; the citation stands beside them."""
    for key in raw:
        here = location.at(key)
        if key in PARTS:
            continue
        if not _KEY.fullmatch(key):
            here.refuse("declared.key", ("found", key))
        if here.table(raw[key]) is not None:
            yield key, _group(*_inherited(location, raw, key), kind)


def _inherited(
    location: Location, raw: Mapping[str, object], name: str
) -> tuple[Location, dict[str, object]]:
    """A value as a table that has the element's citation, unless it has its own."""
    written = raw[name]
    own: dict[str, object] = dict(written) if isinstance(written, dict) else {}
    here = location.at(name)
    # Of what the source does not give it says nothing: neither phrase nor basis is inherited.
    kept = ("clause", "note") if written == Absent.silent.name else PARTS
    parts = {part: raw[part] for part in kept if part in raw and part not in own}
    above = {part: location.at(part).path for part in parts}
    if isinstance(written, list):
        own["steps"], above["steps"] = written, here.path
    elif not isinstance(written, dict):
        own["value"], above["value"] = written, here.path
    return here.inheriting(above), {**parts, **own}


def _read(
    location: Location,
    written: dict[str, object],
    annotation: Any,  # noqa: ANN401
    values: Mapping[str, object],
    *,
    whole: bool,
) -> object:
    """One value in the shape that is wanted; what depends on something is a table."""
    first, *others = shapes_of(annotation)
    if get_origin(first) is Table:
        return _read_steps(location, written, *get_args(first))
    if not others:
        return read_parameter(location, written, first)
    by = values.get("by")
    if not isinstance(by, CitedList) or not by.steps:
        return read_parameter(location, written, first)
    # What is silent about its dimensions has no steps.
    dimensions = [one.value for one in by.steps if one.value in _KEYS]
    keys = tuple(map(_KEYS.__getitem__, dimensions))
    names = [one.name for one in dimensions]
    return read_table(location, written, keys, *get_args(first), whole=whole, names=names)


def _read_steps(
    location: Location,
    written: dict[str, object],
    steps: Any,  # noqa: ANN401
    kind: Any,  # noqa: ANN401
) -> object:
    """What is said of some steps of a ladder."""
    table = read_table(location, written, (steps,), kind, whole=False, names=("step",))
    if not isinstance(table, Table):
        return None
    return Table({step: cell for step, cell in table.cells.items() if not is_left_out(cell)})


def check_declared(
    location: Location, kind: type, values: Mapping[str, Any], given: Collection[str]
) -> None:
    """The values of an element agree with each other; ``given`` are those written here."""
    if kind is limits.Params:
        _check_limit(location, values, given)
    elif kind in _CHECKS:
        _CHECKS[kind](location, values)


def _check_limit(location: Location, values: Mapping[str, Any], written: Collection[str]) -> None:
    """A limit is met by another step than it counts from, and extended in its own unit.

    What is not ``written`` here a variant has from what it varies.
    """
    start, met_by, more = values["start"], values["met_by"], values.get("extension")
    if start.value == met_by.value:
        location.at("met_by").refuse("limit.met_by_its_start", ("event", start.value))
    for step in values["ended_by"].steps if values.get("ended_by") else ():
        if step.value in {start.value, met_by.value}:
            location.at("ended_by").refuse("limit.ended_by_its_own", ("event", step.value))
    if "by" in written and "limit" not in written:
        location.at("by").refuse("limit.by_alone")
    limit = values["limit"]
    before = len(location.faults)
    hours, inherited = values.get("office_hours"), "office_hours" not in written
    check_hours(location, limit, hours, more, inherited=inherited)
    if more is None or isinstance(more.value, Absent) or len(location.faults) > before:
        return
    periods = (one.value for one in (limit.cells.values() if isinstance(limit, Table) else [limit]))
    for one in periods:
        if not isinstance(one, Absent) and type(one) is not type(more.value):
            facts = (("found", more.value), ("wanted", one))
            location.at("extension").refuse("unit.other_than_limit", *facts)
            return


_KEYS: Mapping[Any, object] = {**limits.KEYS, **payment.KEYS}
"""What the keys of a table are, by what a limit or a payment depends on."""

_CHECKS = {
    measure.Params: check_measure,
    score.Params: check_score,
    ladder.Params: check_ladder,
    payment.Params: check_payment,
    series.Params: check_series,
}
"""By a class of values what has to agree in them."""
