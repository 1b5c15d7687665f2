"""Plain values (普通值): what is written of a value of ours, as JSON knows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import fields, has

from xinfang_core.periods import (
    CalendarDays,
    Hours,
    Minutes,
    Months,
    SameDay,
    WorkingDays,
    WorkingHours,
)
from xinfang_core.vocabulary import Declared, Term, Unit

Json = dict[str, object]
_UNITS = {
    WorkingDays: Unit.working_day,
    CalendarDays: Unit.calendar_day,
    Months: Unit.month,
    SameDay: Unit.same_day,
    Hours: Unit.hour,
    Minutes: Unit.minute,
    WorkingHours: Unit.working_hour,
}


def plain(value: object) -> object:
    """A value as JSON knows it: terms and declared names by key, dates as ISO, money as a number.

    A class of ours becomes an object of its fields, a period one of its count and unit.
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (Term, Declared)):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, tuple) and not field_names(type(value)):
        return [plain(item) for item in value]
    return plain_object(value) or value


def plain_object(value: object) -> Json:
    """A period as count and unit, a class of ours by its fields; of anything else nothing."""
    unit = _UNITS.get(type(value))
    if unit is not None:
        return {"count": getattr(value, "count"), "unit": unit.name}  # noqa: B009 - any period
    return {name: plain(getattr(value, name)) for name in field_names(type(value))}


def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a class made with attrs or as a named tuple; none for any other value."""
    if has(kind) and kind not in _UNITS:
        return tuple(one.name for one in fields(kind) if not one.name.startswith("_"))
    return tuple(getattr(kind, "_fields", ()))
