"""Single cited values of a policy file (参数取值)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from xinfang_core.periods import LONGEST, Period, period
from xinfang_core.policy.citations import PARTS, read_citation
from xinfang_core.refusals import shown
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Absent, MatterKind, Measure, Step, Term, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy.location import Location

INHERITED = (*PARTS, "unit")
"""The keys that a table hands down to its cells."""

_ABSENT = {text: member for member in Absent for text in (member.name, member.value)}


def read_sourced(location: Location, raw: Mapping[str, object], kind: Any) -> Sourced[Any] | None:  # noqa: ANN401
    """A value with its citation; None with faults where something about it is wrong."""
    if "value" not in raw:
        location.refuse("key.missing", ("name", "value"))
        return None
    value = _value(location, raw["value"], raw.get("unit"), kind)
    citation = read_citation(location, raw, value)
    return (
        None if value is None or citation is None else Sourced(value, citation, location.parameter)
    )


def absent_value(found: object) -> Absent | None:
    """``none`` or ``silent`` where the file says so."""
    return _ABSENT.get(found) if isinstance(found, str) else None


def _value(location: Location, found: object, unit: object, kind: Any) -> Any:  # noqa: ANN401
    """The value in its own type; ``silent`` may stand for any, ``none`` for any quantity."""
    absent = absent_value(found)
    if absent is Absent.none and _is_choice(kind):
        location.at("value").refuse("value.none_of_a_choice", at_value=True)
        return None
    if absent is not None:
        return absent
    plain, measure = _measured(kind)
    if plain is Period:
        return _period(location, found, unit)
    _check_measure(location, unit, measure)
    number = location.scalar_at("value", found, plain)
    if plain is int and number is not None and number < 0:
        location.at("value").refuse("value.negative", ("found", number), at_value=True)
        return None
    return number


@cache
def _measured(kind: Any) -> tuple[Any, Measure | None]:  # noqa: ANN401 - any annotation
    """The type of a value, and what it counts where it is a number of something."""
    if get_origin(kind) is Annotated:
        plain, measure = get_args(kind)
        return plain, measure
    return (Period if kind == Period else kind), None


def _check_measure(location: Location, unit: object, measure: Measure | None) -> None:
    """The unit of a number that has one; of another value, that none is given."""
    if measure is None and unit is not None:
        location.at("unit").refuse("unit.needless", ("found", shown(unit)))
    elif measure is not None and unit is None:
        location.refuse("key.missing", ("name", "unit"))
    elif measure is not None and unit not in {measure.name, measure.value}:
        facts = (("found", shown(unit)), ("wanted", measure.name))
        location.at("unit").refuse("unit.other_measure", *facts)


def _is_choice(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    """Whether one of a closed list has to be chosen, so that there cannot be none."""
    return kind in (MatterKind, Step) or (isinstance(kind, type) and issubclass(kind, Term))


def _period(location: Location, found: object, unit: object) -> Period | None:
    """A period from its count and unit."""
    named = None
    if unit is None:
        location.refuse("key.missing", ("name", "unit"))
    else:
        named = location.scalar_at("unit", unit, Unit)
    count = location.scalar_at("value", found, int)
    if named is None or count is None:
        return None
    if not 1 <= count <= LONGEST:
        facts = (("found", count), ("most", LONGEST))
        location.at("value").refuse("period.not_positive", *facts, at_value=True)
        return None
    if named is Unit.same_day and count != 1:
        location.at("value").refuse("period.not_one", ("found", count), at_value=True)
        return None
    return period(count, named)
