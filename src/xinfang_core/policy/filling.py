"""A host's file that fills in what another policy leaves silent (填补未载明的取值).

Nothing that the other policy gives is rewritten: a different reading is a variant, a different
rule is a policy of one's own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from xinfang_core.policy.declared import check_declared, fill_declared
from xinfang_core.policy.givers import refuse_given, refuse_given_cells
from xinfang_core.policy.listing import lines
from xinfang_core.policy.pack import DECLARED, PARAMS, is_declared, params_class
from xinfang_core.policy.parameters import annotations_of
from xinfang_core.policy.sections import (
    check_rule,
    read_values,
    section_at,
    values_of,
    written_in,
)
from xinfang_core.policy.tables import is_left_out
from xinfang_core.sources import Bands, CitedList, Sourced, Table
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from xinfang_core.policy.clauses import Clause
    from xinfang_core.policy.edition import Edition, Variant
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
    if not location.faults and not any(given_codes(location)):
        here.at("fills").refuse("fill.nothing", at_value=True)


def given_codes(location: Location) -> Iterator[str]:
    """The rules and parameters of which a file gives a value, in a section or a variant."""
    for _, section in _parts(location):
        for rule in (*PARAMS, *_declared_in(section)):
            given = written_in(section, rule)
            if given not in ({}, None):
                yield rule
            if isinstance(given, dict):
                named = annotations_of(params_class(rule))
                yield from (f"{rule}.{name}" for name in named if name in given)


def _declared_in(section: Mapping[str, object]) -> Iterator[str]:
    """What a file, or a variant, says something of that is declared, as ``SECTION.KEY``."""
    for name in DECLARED:
        found = section.get(name)
        yield from (f"{name}.{key}" for key in found) if isinstance(found, dict) else ()


def check_later(location: Location, base: Edition, later: Iterable[str]) -> None:
    """The file gives no value of the rules that only editions later than ``base`` have."""
    for rule in later:
        places = [
            section_at(here, rule)
            for here, section in _parts(location)
            if written_in(section, rule) is not None
        ]
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
    before = len(location.faults)
    if found == {}:
        location.refuse("fill.empty")
    given, silent = _given(location, found, rule, params), values_of(params)
    for name, value in given.items() if len(location.faults) == before else ():
        _check_fills(location.at(name), silent[name], value, base)
    if len(location.faults) > before:
        return params
    filled = {name: _filled(silent[name], value) for name, value in given.items()}
    _check_whole(location, rule, {**silent, **filled}, filled)
    return evolve(params, **filled)


def _given(location: Location, found: object, rule: str, params: object) -> dict[str, object]:
    """The values that the file gives of a rule, or of what is declared."""
    if is_declared(rule):
        return fill_declared(location, found, params_class(rule), params)
    return read_values(location, location.table(found) or {}, PARAMS[rule], whole=False)


def _check_whole(
    location: Location, rule: str, values: Mapping[str, object], given: Collection[str]
) -> None:
    """What is filled in agrees with the rest."""
    if is_declared(rule):
        check_declared(location, params_class(rule), values, given)
    else:
        check_rule(location, values)


def _check_fills(location: Location, silent: object, given: object, base: Edition) -> None:
    """The value is one, and stands where there was none."""
    if not isinstance(silent, _SHAPES):
        location.refuse("fill.not_silent", ("policy", base.label))
        return
    if not isinstance(given, Table) or not isinstance(silent, Table):
        if _is_silent(given):
            location.refuse("fill.still_silent", at_value=True)
        elif not _is_silent(silent):
            refuse_given(location, silent, base)
        return
    cells = {key: cell for key, cell in given.cells.items() if not is_left_out(cell)}
    if not cells:
        location.refuse("fill.empty")
    if any(_is_silent(cell) for cell in cells.values()):
        location.refuse("fill.still_silent", at_value=True)
    rewritten = [key for key in cells if not _is_silent(silent[key])]
    if rewritten:
        refuse_given_cells(location, rewritten, base)


def _is_silent(value: Any) -> bool:  # noqa: ANN401 - any of the four shapes
    """Whether the source says nothing of a parameter, of none of its bands."""
    if isinstance(value, Bands):
        return all(band.value is Absent.silent for band in value.values)
    if isinstance(value, Table):
        return all(cell.value is Absent.silent for cell in value.cells.values())
    found = value.absent if isinstance(value, CitedList) else value.value
    return found is Absent.silent


_SHAPES = (Sourced, Table, Bands, CitedList)
"""What may be silent; what is declared may also have values of its own, or leave some out."""


def _filled(silent: Any, given: Any) -> object:  # noqa: ANN401 - any two of one shape
    """The given value, or of a table its cells, in place of the silent ones."""
    if not isinstance(given, Table) or not isinstance(silent, Table):
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
        _check_whole(section_at(location, rule), rule, {**now, **params[rule]}, values)
    return evolve(variant, params=params)


def _also_filled(value: Any, was: Any, now: Any) -> Any:  # noqa: ANN401 - any three of one shape
    """The value, or of a table its cells; where it is silent, what was filled in."""
    if isinstance(value, Table) and isinstance(was, Table):
        return Table(
            {key: _also_filled(cell, was[key], now[key]) for key, cell in value.cells.items()}
        )
    return now if now is not was and _is_silent(value) else value
