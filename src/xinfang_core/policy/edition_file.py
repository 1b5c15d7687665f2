"""From a policy file to its edition (办法文件的读取), the head first: it may fill in another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from xinfang_core.errors import Fault, PolicyDataError
from xinfang_core.policy.clauses import Clause, read_clauses
from xinfang_core.policy.declared import (
    declared_names,
    declared_rules,
    read_declared,
    replace_declared,
)
from xinfang_core.policy.edition import NATIONAL, UNDATED, Draft, Edition, Variant
from xinfang_core.policy.filling import (
    check_head,
    check_later,
    fill_edition,
    fill_section,
    given_codes,
)
from xinfang_core.policy.key_names import key_called
from xinfang_core.policy.location import Location, TomlFile
from xinfang_core.policy.pack import DECLARED, PARAMS, declarations, is_declared, params_class
from xinfang_core.policy.parameters import annotations_of
from xinfang_core.policy.sections import OPEN, read_replacing, read_rule, section_at, written_in
from xinfang_core.policy.transition import read_transition
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import EventKind, OutsideAs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_HEAD = ("id", "title", "effective", "fills", "picked_by", "transition", "reading", "outside_as")
_VARIANT = ("title", "reading_of", "confirmed")


def read_draft(
    text: str, file: str, fillable: Collection[str] = (), beneath: Collection[str] = ()
) -> Draft:
    """The policy file written in ``text``, its head read.

    Args:
        text: the whole file.
        file: its name; one that looks like a day must be the day of force.
        fillable: the policies that come with the library.
        beneath: the policies that the file is laid over, one of which it has to fill in; none
            where it is read for itself.

    Raises:
        PolicyDataError: no TOML, or no policy that it could fill in.

    """
    try:
        location = Location(TomlFile(read_toml(text, file)))
    except PolicyDataError as error:
        raise PolicyDataError(*map(_named, error.faults)) from None
    data = location.document.data
    location.check_keys(data, ("policy", "clause", "variant", *DECLARED, *PARAMS))
    head = _head(location, data)
    fills = head.pop("fills", "")
    if fills != "" or beneath:
        check_head(location, head, fills, fillable, beneath)
        location.raise_faults()
    return Draft(location, head, fills)


def _named(fault: Fault) -> Fault:
    """The fault of a name that TOML wants in quotes: a Chinese one has an English key."""
    if fault.code != "toml.name":
        return fault
    found = str(dict(fault.facts)["found"])
    key = key_called(found)
    if key is not None:
        return fault._replace(code="name.chinese", facts=(("found", found), ("wanted", key)))
    return fault if found.isascii() else fault._replace(code="name.not_english")


def read_edition(
    draft: Draft,
    closed: Collection[str] = (),
    base: Edition | None = None,
    later: Collection[str] = (),
) -> Edition:
    """The edition that a file is, or that it makes of the one it fills in.

    Args:
        draft: the file, its head read.
        closed: rules that this policy may not have, being national and not open to localities.
        base: the edition that it fills in.
        later: rules that only later editions of the policy that it fills in have.

    Raises:
        PolicyDataError: every fault of the file, each with line, column and path.

    """
    data, head = draft.location.document.data, draft.head
    rules = {rule: kind for rule, kind in PARAMS.items() if rule in data}
    rules |= _declared(draft.location, data, base, later)
    clauses = tuple(_clauses(draft.location, rules, fills=base is not None))
    location = _citing(draft, clauses, closed, base)
    closed = () if head.get("policy_id") == NATIONAL else closed
    if base:
        check_later(location, base, later)
    params = {
        rule: _section(section_at(location, rule), rule, closed, base)
        for rule in rules
        if rule not in later
    }
    whole = {**base.params, **params} if base else params
    variants = dict(_variants(location.at("variant"), data.get("variant", {}), whole, later))
    if base is None:
        location.raise_faults()
    own = Edition(
        **head,
        clauses=clauses,
        params=params,
        variants=variants,
        open_rules=frozenset(_opened(location, data)),
        national=frozenset(rules) if head["policy_id"] == NATIONAL else frozenset(),
        file=draft.file,
        texts=(draft.location.document.text,),
    )
    edition = fill_edition(location, base, own) if base else own
    location.raise_faults()
    return edition


def _opened(location: Location, data: Mapping[str, object]) -> Iterator[str]:
    """The rules that a local policy may have in place of this file's."""
    for rule in PARAMS:
        if rule in data and OPEN in (location.at(rule).table(data[rule]) or ()):
            yield rule


def _declared(
    location: Location, data: Mapping[str, object], base: Edition | None, later: Collection[str]
) -> dict[str, type]:
    """What the file declares itself; one that fills in another policy adds nothing to it."""
    if base is None:
        return declared_rules(location, data)
    found: dict[str, type] = {}
    for section, kind in DECLARED.items():
        here = location.at(section)
        for key in here.table(data[section]) or () if section in data else ():
            rule = f"{section}.{key}"
            if rule in base.params:
                found[rule] = kind
            elif rule not in later:
                here.at(key).refuse("fill.declares")
    return found


def _citing(
    draft: Draft, clauses: tuple[Clause, ...], above: Collection[str], base: Edition | None
) -> Location:
    """The file, where values cite its clauses and name what it declares; ``above`` is national.

    What a file fills in may name what ``base`` declares.
    """
    location = draft.location
    names = declared_names(location, location.document.data, above)
    if base:
        own = declarations(base.params)
        names = evolve(own, limits=(*own.limits, *names.limits))
    return location.declaring(names).citing(
        draft.head.get("title") or "",
        {clause.clause_id: clause.locator for clause in clauses},
        {clause.clause_id: clause.source for clause in clauses if clause.source},
    )


def _clauses(location: Location, rules: Mapping[str, type], *, fills: bool) -> Iterator[Clause]:
    """The clauses, each carried out by rules or parameters that the file gives."""
    codes = dict.fromkeys(given_codes(location) if fills else _codes(rules))
    found = location.document.data.get("clause", [])
    return read_clauses(location.at("clause"), found, codes)


def _codes(rules: Mapping[str, type]) -> Iterator[str]:
    """The rules and each of their parameters."""
    yield from rules
    for rule, kind in rules.items():
        yield from (f"{rule}.{name}" for name in annotations_of(kind))


def _section(
    location: Location, rule: str, closed: Collection[str], base: Edition | None
) -> object:
    """The parameters of a rule: the file's own, or what it makes of those that it fills in."""
    found = written_in(location.document.data, rule)
    if base and rule in base.params:
        return fill_section(location, found, base, rule)
    if is_declared(rule):
        return read_declared(location, found, params_class(rule))
    if rule in closed:
        location.refuse("policy.closed_to_localities", ("rule", rule))
        if base:
            return None
    return read_rule(location, found, PARAMS[rule], fills=base.label if base else "")


def _head(root: Location, data: Mapping[str, object]) -> dict[str, Any]:
    """The head's values by attribute of ``Edition``; empty with faults where it has none."""
    if "policy" not in data:
        root.refuse("key.missing", ("name", "policy"))
        return {}
    location = root.at("policy")
    raw = location.table(data["policy"])
    if raw is None:
        return {}
    location.check_keys(raw, _HEAD)
    effective, undated = _effective(location, raw), raw.get("effective") == UNDATED
    return {
        "policy_id": location.required(raw, "id", str),
        "title": location.required(raw, "title", str),
        "effective": effective,
        "fills": location.optional(raw, "fills", str, ""),
        "picked_by": location.required(raw, "picked_by", EventKind),
        "transition": read_transition(location, raw, effective, undated=undated),
        "reading": location.optional(raw, "reading", str, ""),
        "outside_as": _outside_as(location, raw),
    }


def _outside_as(location: Location, raw: dict[str, object]) -> OutsideAs | None:
    """As what all matters are outside the regulation, which only a local policy may declare."""
    found: OutsideAs | None = location.optional(raw, "outside_as", OutsideAs)
    if found and (raw.get("id") == NATIONAL or "fills" in raw):
        location.at("outside_as").refuse("policy.outside_as_of_others")
    return found


def _effective(location: Location, raw: dict[str, object]) -> date | None:
    """The first day in force; a dated file is named by it, other names are free."""
    undated = raw.get("effective") == UNDATED
    day = None if undated else location.required(raw, "effective", date)
    stem = location.document.file.removesuffix(".toml")
    wanted = UNDATED if undated else str(day)
    if (undated or day) and (stem == UNDATED or stem[:4].isdigit()) and stem != wanted:
        facts = (("found", stem), ("wanted", wanted))
        location.at("effective").refuse("policy.misnamed", *facts, at_value=True)
    return day


def _variants(
    location: Location, found: object, params: Mapping[str, object], later: Collection[str]
) -> Iterator[tuple[str, Variant]]:
    """The variants; each may only replace parameters of rules that the file has."""
    for name, written in (location.table(found) or {}).items():
        here = location.at(name)
        raw = here.table(written)
        if raw is None:
            continue
        here.check_keys(raw, (*_VARIANT, *(rule.partition(".")[0] for rule in params), *later))
        _check_declared(here, raw, params)
        title = here.required(raw, "title", str) or ""
        reading = here.optional(raw, "reading_of", str, "")
        replaced = {
            rule: _replacing(section_at(here, rule), written_in(raw, rule), rule, base)
            for rule, base in params.items()
            if written_in(raw, rule) is not None
        }
        confirmed = here.optional(raw, "confirmed", date)
        yield name, Variant(name, title, reading or "", replaced, confirmed)


def _replacing(location: Location, found: object, rule: str, base: object) -> dict[str, object]:
    """The values that a variant puts in place of those of a rule, or of what is declared."""
    if is_declared(rule):
        return replace_declared(location, found, params_class(rule), base)
    return read_replacing(location, found, PARAMS[rule], base)


def _check_declared(
    location: Location, raw: Mapping[str, object], params: Mapping[str, object]
) -> None:
    """A variant replaces values of what the file declares, and declares nothing itself."""
    for section in DECLARED:
        known = [rule.partition(".")[2] for rule in params if rule.startswith(f"{section}.")]
        if isinstance(raw.get(section), dict) and known:
            location.at(section).check_keys(raw[section], known)  # type: ignore[arg-type]
