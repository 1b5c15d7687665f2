"""A policy with one value changed (改动一处的办法): what examples have to notice.

Each number is one more and one less, each unit another one, each threshold a little higher and
lower, each cell what another cell says, each item of a list left out. What a file of the policy
could not say is not tried: nobody would read it in.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve, fields, frozen, has

from xinfang_core.periods import (
    LONGEST,
    CalendarDays,
    Hours,
    Minutes,
    Months,
    SameDay,
    WorkingDays,
    WorkingHours,
)
from xinfang_core.policy.tables import is_left_out
from xinfang_core.sources import Bands, CitedList, Sourced, Table
from xinfang_core.vocabulary import Absent, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.policy import Edition

_OTHER_UNIT = {
    WorkingDays: CalendarDays,
    CalendarDays: WorkingDays,
    Months: WorkingDays,
    Hours: WorkingHours,
    WorkingHours: Hours,
    Minutes: Hours,
}
_PERIODS = (*_OTHER_UNIT, SameDay)
_DAY = timedelta(days=1)

MORE, LESS, UNIT, OTHER = "more", "less", "unit", "other"
HIGHER, LOWER, LEFT_OUT = "higher", "lower", "left_out"
"""The ways of changing a value, of moving a threshold, of shortening a list."""

_STEPS = ((MORE, 1), (LESS, -1))


@frozen
class Alteration:
    """One value changed.

    Attributes:
        rule: the rule, or what is declared as ``SECTION.KEY``.
        parameter: the name of the parameter.
        keys: what it stands under, as ``policy.lines`` has it; of a list the item.
        variant: the variant that it belongs to; empty for the default reading.
        way: how it is changed, one of the names above.
        was: the value as the policy has it.
        now: the value in its place.
        edition: the edition with the changed value.

    """

    rule: str
    parameter: str
    keys: tuple[object, ...]
    variant: str
    way: str
    was: object
    now: object
    edition: Edition


def alterations(edition: Edition) -> Iterator[Alteration]:
    """Every single change of the edition, in the order of its values, variants last."""
    for rule, params in edition.params.items():
        for name, change in _changed_parameters(_values(params)):
            changed = _replaced(params, {name: change.now})
            there = evolve(edition, params={**edition.params, rule: changed})
            yield _told(rule, name, "", change, there)
    for variant in edition.variants.values():
        for rule, replaced in variant.params.items():
            for name, change in _changed_parameters(replaced):
                own = {**variant.params, rule: {**replaced, name: change.now}}
                readings = {**edition.variants, variant.name: evolve(variant, params=own)}
                there = evolve(edition, variants=readings)
                yield _told(rule, name, variant.name, change, there)


@frozen
class _Change:
    """One change within a parameter; ``now`` is the whole parameter with it."""

    keys: tuple[object, ...]
    way: str
    was: object
    becomes: object
    now: Any


def _told(rule: str, name: str, variant: str, change: _Change, edition: Edition) -> Alteration:
    return Alteration(
        rule, name, change.keys, variant, change.way, change.was, change.becomes, edition
    )


def _replaced(params: Any, values: Mapping[str, object]) -> object:  # noqa: ANN401 - any Params
    return evolve(params, **values)


def _values(params: Any) -> dict[str, object]:  # noqa: ANN401 - any Params
    return {one.name: getattr(params, one.name) for one in fields(type(params)) if one.init}


def _changed_parameters(values: Mapping[str, object]) -> Iterator[tuple[str, _Change]]:
    for name, value in values.items():
        # What a limit depends on settles in which shape others are read.
        for change in _changes(value) if name != "by" else ():
            yield name, change


def _changes(value: Any) -> Iterator[_Change]:  # noqa: ANN401 - any shape of a parameter
    """Every single change of a parameter, of the values of its own that it may have."""
    if isinstance(value, Sourced):
        yield from _of_cell(value, (), ())
    elif isinstance(value, Table):
        yield from _of_table(value)
    elif isinstance(value, Bands):
        yield from _of_bands(value)
    elif isinstance(value, CitedList):
        yield from _of_list(value)
    elif isinstance(value, dict):
        yield from _of_parts(value, lambda changed: changed)
    elif value is not None and has(type(value)):
        yield from _of_parts(_values(value), partial(_replaced, value))


def _of_parts(values: Mapping[str, object], whole: Any) -> Iterator[_Change]:  # noqa: ANN401
    """The changes of values under names; ``whole`` puts them together."""
    for name, one in values.items():
        for change in _changes(one):
            now = whole({**values, name: change.now})
            yield evolve(change, keys=(name, *change.keys), now=now)


def _of_cell(
    cell: Sourced[Any], keys: tuple[object, ...], others: Iterable[object]
) -> Iterator[_Change]:
    for way, value in other_values(cell.value, others):
        yield _Change(keys, way, cell.value, value, evolve(cell, value=value))


def _of_table(table: Table[Any, Any]) -> Iterator[_Change]:
    known = {key: cell for key, cell in table.cells.items() if not is_left_out(cell)}
    said = [cell.value for cell in known.values()]
    for key, cell in known.items():
        keys = key if isinstance(key, tuple) else (key,)
        for change in _of_cell(cell, keys, said):
            yield evolve(change, now=Table({**table.cells, key: change.now}))


def _of_bands(bands: Bands[Any]) -> Iterator[_Change]:
    said = [one.value for one in bands.values]
    for place, cell in enumerate(bands.values):
        for change in _of_cell(cell, (bands.starts[place],), said):
            values = (*bands.values[:place], change.now, *bands.values[place + 1 :])
            yield evolve(change, now=Bands(bands.starts, values))
    for place, start in enumerate(bands.starts[1:], 1):
        for way, moved in ((HIGHER, start + 1), (LOWER, start - 1)):
            starts = (*bands.starts[:place], moved, *bands.starts[place + 1 :])
            if starts == tuple(sorted(set(starts))):
                yield _Change((start,), way, start, moved, Bands(starts, bands.values))


def _of_list(listed: CitedList[Any]) -> Iterator[_Change]:
    # A list without any item is none that a file could have.
    for place, step in enumerate(listed.steps if len(listed.steps) > 1 else ()):
        left = (*listed.steps[:place], *listed.steps[place + 1 :])
        now = CitedList(left, listed.citation, listed.absent, listed.name)
        yield _Change((step.value,), LEFT_OUT, step.value, None, now)


def other_values(value: object, others: Iterable[object]) -> Iterator[tuple[str, object]]:
    """What may stand in the place of a value; ``others`` are those of the same table."""
    if isinstance(value, _PERIODS):
        yield from _other_periods(value)
    elif isinstance(value, (int, Decimal)):
        yield from ((way, value + step) for way, step in _STEPS if value + step >= 0)
    elif isinstance(value, date):
        yield from ((way, value + step * _DAY) for way, step in _STEPS)
    else:
        other = _other_name(value, others)
        if other is not None:
            yield OTHER, other


def _other_periods(value: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - any period
    """One more, one less, and as many of another unit."""
    if isinstance(value, SameDay):
        yield UNIT, WorkingDays(1)
        return
    counts = ((way, value.count + step) for way, step in _STEPS)
    yield from ((way, type(value)(count)) for way, count in counts if 1 <= count <= LONGEST)
    yield UNIT, _OTHER_UNIT[type(value)](value.count)


def _other_name(value: object, others: Iterable[object]) -> object | None:
    """Another value of the table, or else the next name of the closed list; None: there is none."""
    told = next((one for one in others if one not in (value, Absent.silent)), None)
    if told is not None or not isinstance(value, Term) or isinstance(value, Absent):
        return told
    names = [*type(value)]
    return names[(names.index(value) + 1) % len(names)] if len(names) > 1 else None
