"""Single cited values of a policy file (参数取值)."""

from __future__ import annotations

import re
from datetime import time
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from xinfang_core.calendar.office_hours import OfficeHours
from xinfang_core.errors import MisuseError
from xinfang_core.periods import LONGEST, AnyPeriod, ClockPeriod, Period, period
from xinfang_core.policy.citations import PARTS, read_citation
from xinfang_core.refusals import shown
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import (
    Absent,
    LimitName,
    MatterKind,
    Measure,
    MeasureName,
    Step,
    Term,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy.location import Location

INHERITED = (*PARTS, "unit")
"""The keys that a table hands down to its cells."""

_SPAN = re.compile(r"([0-9]{1,2}):([0-5][0-9])-([0-9]{1,2}):([0-5][0-9])")
_MIDNIGHT = 24

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
    if absent is Absent.none and is_choice(kind):
        location.at("value").refuse("value.none_of_a_choice", at_value=True)
        return None
    if absent is not None:
        return absent
    plain, measure = _measured(kind)
    if plain is Period or plain is AnyPeriod:
        return _period(location, found, unit, plain)
    _check_measure(location, unit, measure)
    if plain is OfficeHours:
        return _office_hours(location, found)
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
    return next((any_of for any_of in (Period, AnyPeriod) if kind == any_of), kind), None


def _check_measure(location: Location, unit: object, measure: Measure | None) -> None:
    """The unit of a number that has one; of another value, that none is given."""
    if measure is None and unit is not None:
        location.at("unit").refuse("unit.needless", ("found", shown(unit)))
    elif measure is not None and unit is None:
        location.refuse("key.missing", ("name", "unit"))
    elif measure is not None and unit not in {measure.name, measure.value}:
        facts = (("found", shown(unit)), ("wanted", measure.name))
        location.at("unit").refuse("unit.other_measure", *facts)


_NAMES = (MatterKind, Step, LimitName, MeasureName)


def is_choice(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    """Whether one of a closed list has to be chosen, so that there cannot be none."""
    return kind in (MatterKind, Step, LimitName, MeasureName) or (
        isinstance(kind, type) and issubclass(kind, Term)
    )


def _period(location: Location, found: object, unit: object, kind: Any) -> AnyPeriod | None:  # noqa: ANN401
    """A period from its count and unit; on the clock only where ``kind`` is any period."""
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
    length = period(count, named)
    if kind is Period and isinstance(length, ClockPeriod):
        location.at("unit").refuse("unit.of_the_clock", ("found", named), at_value=True)
        return None
    return length


def _office_hours(location: Location, found: object) -> OfficeHours | None:
    """Office hours such as ``09:00-12:00 14:00-18:00``."""
    here = location.at("value")
    spans = tuple(map(_span, found.split())) if isinstance(found, str) else ()
    if not spans or None in spans:
        here.refuse("value.not_office_hours", ("found", shown(found)), at_value=True)
        return None
    try:
        return OfficeHours(tuple(span for span in spans if span))
    except MisuseError as error:
        for fault in error.faults:
            here.refuse(fault.code, *fault.facts, at_value=True)
        return None


def _span(written: str) -> tuple[time, time] | None:
    """One span of a day, 24:00 as its end; None where it is no such thing."""
    found = _SPAN.fullmatch(written)
    if found is None:
        return None
    opens, opens_at, closes, closes_at = map(int, found.groups())
    if closes == _MIDNIGHT and not closes_at:
        closes = 0
    if max(opens, closes) >= _MIDNIGHT:
        return None
    return time(opens, opens_at), time(closes, closes_at)
