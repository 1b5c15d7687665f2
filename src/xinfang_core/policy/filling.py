"""A host's file that fills in what another policy leaves silent (填补未载明的取值).

Nothing that the other policy gives is rewritten: a different reading is a variant, a different
rule is a policy of one's own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from xinfang_core.policy.listing import givers, lines
from xinfang_core.policy.pack import DECLARED, PARAMS
from xinfang_core.policy.parameters import annotations_of
from xinfang_core.policy.sections import check_rule, read_values, values_of
from xinfang_core.policy.tables import is_left_out
from xinfang_core.sources import Bands, CitedList, Table
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from xinfang_core.policy.clauses import Clause
    from xinfang_core.policy.edition import Draft, Edition, Variant
    from xinfang_core.policy.location import Location
    from xinfang_core.policy.transition import Transition
    from xinfang_core.sources import Citation

FILLED = "由补充文件写明"
"""Why a clause is set aside of which all that it left silent is filled in."""


def check_head(
    location: Location,
    head: Mapping[str, object],
    fills: str | None,
    fillable: Collection[str],
    beneath: Collection[str],
) -> None:
    """There is such a policy, the file's own id is that of none, and it gives some value."""
    here = location.at("policy")
    if fills is None:
        return
    if fills == "":
        here.refuse("fill.not_said", ("known", tuple(beneath)))
    elif beneath:
        here.at("fills").check_name("fill.not_beneath", fills, beneath, at_value=True)
    else:
        here.at("fills").check_name("fill.unknown", fills, fillable, at_value=True)
    if head["policy_id"] in {*fillable, *beneath}:
        here.at("id").refuse("fill.same_id", ("found", head["policy_id"]), at_value=True)
    declares = any(section in location.document.data for section in DECLARED)
    if not location.faults and not declares and not any(given_codes(location)):
        here.at("fills").refuse("fill.nothing", at_value=True)


def given_codes(location: Location) -> Iterator[str]:
    """The rules and parameters of which a file gives a value, in a section or a variant."""
    for _, section in _parts(location):
        for rule, kind in PARAMS.items():
            given = section.get(rule, {})
            if given != {}:
                yield rule
            if isinstance(given, dict):
                yield from (f"{rule}.{name}" for name in annotations_of(kind) if name in given)


def check_later(location: Location, base: Edition, later: Iterable[str]) -> None:
    """The file gives no value of the rules that only editions later than ``base`` have."""
    for rule in later:
        places = [here.at(rule) for here, section in _parts(location) if rule in section]
        for here in places[:1]:
            here.refuse("fill.later_rule", ("policy", base.label))


def _parts(location: Location) -> Iterator[tuple[Location, dict[str, object]]]:
    """The file and each of its variants; whatever is none is refused where variants are read."""
    data = location.document.data
    yield location, data
    variants = data.get("variant")
    for name, written in variants.items() if isinstance(variants, dict) else ():
        if isinstance(written, dict):
            yield location.at("variant").at(name), written


def fill_section(location: Location, found: object, base: Edition, rule: str) -> object:
    """The parameters of a rule of ``base`` with the silent ones given in ``found`` in place."""
    params: Any = base.params[rule]
    raw, before = location.table(found) or {}, len(location.faults)
    if found == {}:
        location.refuse("fill.empty")
    given, silent = read_values(location, raw, PARAMS[rule], whole=False), values_of(params)
    for name, value in given.items() if len(location.faults) == before else ():
        _check_fills(location.at(name), silent[name], value, base)
    if len(location.faults) > before:
        return params
    filled = {name: _filled(silent[name], value) for name, value in given.items()}
    check_rule(location, {**silent, **filled})
    return evolve(params, **filled)


def _check_fills(location: Location, silent: object, given: object, base: Edition) -> None:
    """The value is one, and stands where there was none."""
    if not isinstance(given, Table) or not isinstance(silent, Table):
        if _is_silent(given):
            location.refuse("fill.still_silent", at_value=True)
        elif not _is_silent(silent):
            _refuse_given(location, silent, base)
        return
    cells = {key: cell for key, cell in given.cells.items() if not is_left_out(cell)}
    if not cells:
        location.refuse("fill.empty")
    if any(_is_silent(cell) for cell in cells.values()):
        location.refuse("fill.still_silent", at_value=True)
    rewritten = [key for key in cells if not _is_silent(silent[key])]
    if rewritten:
        _refuse_given_cells(location, rewritten, base)


def _refuse_given(location: Location, value: object, base: Edition) -> None:
    """That a parameter is given already, and by which file."""
    (giver, *_) = _givers(location, base).values()
    code = "fill.given_before" if giver.over else "fill.given"
    location.refuse(code, *_told(giver), ("value", _plain(value)))


def _refuse_given_cells(location: Location, keys: Iterable[object], base: Edition) -> None:
    """That cells of a table are given already, and by which files."""
    found = _givers(location, base)
    by_file: dict[str, tuple[Edition, list[object]]] = {}
    for key in keys:
        giver = found[key if isinstance(key, tuple) else (key,)]
        by_file.setdefault(giver.own_label, (giver, []))[1].append(key)
    for giver, given in by_file.values():
        code = "fill.given_cells_before" if giver.over else "fill.given_cells"
        location.refuse(code, *_told(giver), ("keys", tuple(given)))


def _givers(location: Location, base: Edition) -> dict[tuple[object, ...], Edition]:
    """The editions whose files give a parameter, by the keys of its values."""
    return {
        line.keys: giver
        for line, giver in givers(base).items()
        if f"{line.rule}.{line.parameter}" == location.parameter and not line.variant
    }


def _told(giver: Edition) -> tuple[tuple[str, object], ...]:
    """What a message tells of the file that gives a value."""
    policy = ("policy", giver.own_label)
    return (policy, ("file", giver.file)) if giver.over else (policy,)


def _is_silent(value: Any) -> bool:  # noqa: ANN401 - any of the four shapes
    """Whether the source says nothing of a parameter, of none of its bands."""
    if isinstance(value, Bands):
        return all(band.value is Absent.silent for band in value.values)
    found = value.absent if isinstance(value, CitedList) else value.value
    return found is Absent.silent


def _plain(value: Any) -> object:  # noqa: ANN401 - any shape but a table
    """What a parameter says, for a message."""
    if isinstance(value, Bands):
        return tuple(band.value for band in value.values)
    if isinstance(value, CitedList):
        return value.values or value.absent
    return value.value


def _filled(silent: Any, given: Any) -> object:  # noqa: ANN401 - any two of one shape
    """The given value, or of a table its cells, in place of the silent ones."""
    if not isinstance(given, Table):
        return given
    cells = given.cells.items()
    return Table({key: silent[key] if is_left_out(cell) else cell for key, cell in cells})


def fill_edition(location: Location, base: Edition, own: Edition) -> Edition:
    """The edition that a file makes of the one it fills in; faults where they clash.

    With faults it is the file's own, for no edition is made of it.
    """
    if own.picked_by is not base.picked_by:
        facts = (("found", own.picked_by), ("wanted", base.picked_by), ("policy", base.label))
        location.at("policy").at("picked_by").refuse("fill.other_event", *facts, at_value=True)
    _check_names(location, base, own)
    params = {**base.params, **own.params}
    variants = {
        name: _in_variant(location, one, base, params) for name, one in base.variants.items()
    }
    if location.faults:
        return own
    edition = evolve(
        own,
        title=f"{base.title}+{own.title}",
        effective=max(filter(None, (base.effective, own.effective)), default=None),
        transition=_transition(base, own),
        reading="；".join(filter(None, (base.reading, own.reading))),
        params=params,
        variants={**variants, **own.variants},
        open_rules=base.open_rules | own.open_rules,
        national=base.national,
        outside_as=base.outside_as,
        texts=(*base.texts, *own.texts),
        parts=(base.label, own.label),
        over=base,
    )
    left = _named_by(base.title, _relieved(base, edition))
    return evolve(edition, clauses=(*left, *_named_by(own.title, own.clauses)))


def _transition(base: Edition, own: Edition) -> Transition:
    """Whichever took force last decides about open cases; else the words of both stand.

    Where both took force at once it is ``base``, for what that gives is not rewritten.
    """
    newer = own if own.effective and own.effective > (base.effective or date.min) else base
    if newer.transition.switch_on:
        return newer.transition
    return evolve(newer.transition, text=f"{base.transition.text}；{own.transition.text}")


def _check_names(location: Location, base: Edition, own: Edition) -> None:
    """No clause and no variant is called like one of the policy that is filled in."""
    policy, taken = ("policy", base.label), {clause.clause_id for clause in base.clauses}
    for place, clause in enumerate(own.clauses):
        if clause.clause_id in taken:
            facts = (policy, ("found", clause.clause_id))
            location.at("clause").at(place).at("id").refuse(
                "fill.same_clause", *facts, at_value=True
            )
    for name in own.variants:
        if name in base.variants:
            location.at("variant").at(name).refuse("fill.same_variant", policy, ("found", name))


def _named_by(title: str, clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Clauses, each with its source, for they stand beside those of others."""
    for clause in clauses:
        yield evolve(clause, source=clause.source or title)


def _relieved(base: Edition, edition: Edition) -> Iterator[Clause]:
    """The clauses of ``base`` without the rules and parameters that are filled in throughout."""
    was, now = _resting(base), _resting(edition)
    gone = {code for code, _ in was} - {code for code, _ in was & now}
    for clause in base.clauses:
        left = tuple(code for code in clause.encoded_by if code not in gone)
        yield evolve(clause, encoded_by=left, set_aside="" if left else clause.set_aside or FILLED)


def _resting(edition: Edition) -> set[tuple[str, Citation]]:
    """Each rule and each parameter with what its values rest on."""
    return {
        (code, line.citation)
        for line in lines(edition)
        for code in (line.rule, f"{line.rule}.{line.parameter}")
    }


def _in_variant(
    location: Location, variant: Variant, base: Edition, filled: dict[str, object]
) -> Variant:
    """A variant of ``base`` that is filled in where it is as silent as the default reading."""
    params = {}
    for rule, values in variant.params.items():
        was, now = values_of(base.params[rule]), values_of(filled[rule])
        params[rule] = {
            name: _also_filled(value, was[name], now[name]) for name, value in values.items()
        }
        check_rule(location.at(rule), {**now, **params[rule]})
    return evolve(variant, params=params)


def _also_filled(value: Any, was: Any, now: Any) -> Any:  # noqa: ANN401 - any three of one shape
    """The value, or of a table its cells; where it is silent, what was filled in."""
    if isinstance(value, Table):
        return Table(
            {key: _also_filled(cell, was[key], now[key]) for key, cell in value.cells.items()}
        )
    return now if now is not was and _is_silent(value) else value


def pairs(drafts: Sequence[Draft], bases: Sequence[Edition]) -> Iterator[tuple[Draft, Edition]]:
    """Each file with each edition of the policy it fills in, where both are in force together.

    Files and editions are given, and the pairs yielded, newest first. From its own day on a file
    fills in the editions in force then and later, until the next file's day.
    """
    until = _LATEST
    for draft in drafts:
        since = _day(draft)
        then = next((_day(base) for base in bases if _day(base) <= since), since)
        yield from ((draft, base) for base in bases if then <= _day(base) < until)
        until = since


def before(drafts: Sequence[Draft], bases: Sequence[Edition]) -> Iterator[Edition]:
    """The editions that stand alone before the first file's day; both are given newest first."""
    return (base for base in bases if _day(base) < _day(drafts[-1]))


def later_rules(bases: Iterable[Edition], base: Edition) -> frozenset[str]:
    """The rules that editions newer than ``base`` have and it lacks."""
    newer = (rule for one in bases if _day(one) > _day(base) for rule in one.params)
    return frozenset(rule for rule in newer if rule not in base.params)


_LATEST = "~"
"""Stands after every day."""


def _day(one: Draft | Edition) -> str:
    """The first day in force, in an order in which an undated one comes first."""
    return str(one.effective or "")
