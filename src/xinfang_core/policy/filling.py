"""A host's file that fills in what another policy leaves silent (填补未载明的取值).

Nothing that the other policy gives is rewritten: a different reading is a variant, a different
rule is a policy of one's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from xinfang_core.policy.pack import PARAMS
from xinfang_core.policy.sections import check_rule, read_values, values_of
from xinfang_core.policy.tables import NOT_LISTED
from xinfang_core.sources import Bands, Ladder, Table
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.policy.clauses import Clause
    from xinfang_core.policy.edition import Draft, Edition, Variant
    from xinfang_core.policy.spot import Spot
    from xinfang_core.sources import Sourced


def filled_in(spot: Spot, found: object, base: Edition, rule: str) -> object:
    """The parameters of a rule of ``base`` with the silent ones given in ``found`` in place."""
    params: Any = base.params[rule]
    raw, before = spot.table(found) or {}, len(spot.faults)
    given, silent = read_values(spot, raw, PARAMS[rule], whole=False), values_of(params)
    for name, value in given.items() if len(spot.faults) == before else ():
        _check_fills(spot.at(name), silent[name], value, base)
    if len(spot.faults) > before:
        return params
    filled = {name: _laid(silent[name], value) for name, value in given.items()}
    check_rule(spot, {**silent, **filled})
    return evolve(params, **filled)


def _check_fills(spot: Spot, silent: object, given: object, base: Edition) -> None:
    """The value is one, and stands where there was none."""
    policy = ("policy", base.label)
    if not isinstance(given, Table) or not isinstance(silent, Table):
        if _is_silent(given):
            spot.refuse("fill.still_silent", at_value=True)
        elif not _is_silent(silent):
            spot.refuse("fill.given", policy, ("value", _plain(silent)))
        return
    cells = {key: cell for key, cell in given.cells.items() if not _left_out(cell)}
    if any(_is_silent(cell) for cell in cells.values()):
        spot.refuse("fill.still_silent", at_value=True)
    rewritten = tuple(key for key in cells if not _is_silent(silent[key]))
    if rewritten:
        spot.refuse("fill.given_cells", policy, ("keys", rewritten))


def _left_out(cell: Sourced[Any]) -> bool:
    return cell.citation.note == NOT_LISTED


def _is_silent(value: Any) -> bool:  # noqa: ANN401 - any of the four shapes
    """Whether the source says nothing of a parameter, of none of its bands."""
    if isinstance(value, Bands):
        return all(band.value is Absent.silent for band in value.values)
    found = value.absent if isinstance(value, Ladder) else value.value
    return found is Absent.silent


def _plain(value: Any) -> object:  # noqa: ANN401 - any shape but a table
    """What a parameter says, for a message."""
    if isinstance(value, Bands):
        return tuple(band.value for band in value.values)
    if isinstance(value, Ladder):
        return value.values or value.absent
    return value.value


def _laid(silent: Any, given: Any) -> object:  # noqa: ANN401 - any two of one shape
    """The given value, or of a table its cells, in place of the silent ones."""
    if not isinstance(given, Table):
        return given
    cells = given.cells.items()
    return Table({key: silent[key] if _left_out(cell) else cell for key, cell in cells})


def laid_over(spot: Spot, base: Edition, own: Edition) -> Edition:
    """The edition that a file makes of the one it fills in; faults where they clash."""
    if own.picked_by is not base.picked_by:
        facts = (("found", own.picked_by), ("wanted", base.picked_by), ("policy", base.label))
        spot.at("policy").at("picked_by").refuse("fill.other_event", *facts, at_value=True)
    _check_names(spot, base, own)
    params = {**base.params, **own.params}
    variants = {name: _in_variant(spot, one, base, params) for name, one in base.variants.items()}
    return evolve(
        own,
        title=f"{base.title}+{own.title}",
        effective=max(filter(None, (base.effective, own.effective)), default=None),
        transition=f"{base.transition}；{own.transition}",
        reading="；".join(filter(None, (base.reading, own.reading))),
        clauses=(*_named_by_source(base), *_named_by_source(own)),
        params=params,
        variants={**variants, **own.variants},
        open_rules=base.open_rules | own.open_rules,
        parts=(base.label, own.label),
    )


def _check_names(spot: Spot, base: Edition, own: Edition) -> None:
    """No clause and no variant is called like one of the policy that is filled in."""
    policy, taken = ("policy", base.label), {clause.clause_id for clause in base.clauses}
    for place, clause in enumerate(own.clauses):
        if clause.clause_id in taken:
            facts = (policy, ("found", clause.clause_id))
            spot.at("clause").at(place).at("id").refuse("fill.same_clause", *facts, at_value=True)
    for name in own.variants:
        if name in base.variants:
            spot.at("variant").at(name).refuse("fill.same_variant", policy, ("found", name))


def _named_by_source(edition: Edition) -> Iterator[Clause]:
    """The clauses of an edition, each with its source, for they stand beside those of others."""
    for clause in edition.clauses:
        yield evolve(clause, source=clause.source or edition.title)


def _in_variant(spot: Spot, variant: Variant, base: Edition, filled: dict[str, object]) -> Variant:
    """A variant of ``base`` that is filled in where it is as silent as the default reading."""
    params = {}
    for rule, values in variant.params.items():
        was, now = values_of(base.params[rule]), values_of(filled[rule])
        params[rule] = {
            name: _also_laid(value, was[name], now[name]) for name, value in values.items()
        }
        check_rule(spot.at(rule), {**now, **params[rule]})
    return evolve(variant, params=params)


def _also_laid(value: Any, was: Any, now: Any) -> Any:  # noqa: ANN401 - any three of one shape
    """The value, or of a table its cells; where it is silent, what was filled in."""
    if isinstance(value, Table):
        return Table(
            {key: _also_laid(cell, was[key], now[key]) for key, cell in value.cells.items()}
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


_LATEST = "~"
"""Stands after every day."""


def _day(one: Draft | Edition) -> str:
    """The first day in force, in an order in which an undated one comes first."""
    return str(one.effective or "")
