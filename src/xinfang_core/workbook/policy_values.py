"""Values of a policy as cells of a workbook and back (取值与单元格).

A cell shows the Chinese term, the file keeps the English key. What a spreadsheet made of a cell
is put right where only one thing can be meant, and refused where it may be another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from attrs import frozen

from xinfang_core.declared import limit, payment
from xinfang_core.messages import render
from xinfang_core.periods import AnyPeriod, Period
from xinfang_core.policy.pack import is_declared, params_class
from xinfang_core.policy.parameters import annotations_of, part_of, shapes_of
from xinfang_core.policy.tables import column_names
from xinfang_core.policy.values import absent_value, is_choice
from xinfang_core.policy.wording import list_title, parameter_title
from xinfang_core.refusals import RefusedError, shown, unknown_name, written_day
from xinfang_core.sources import Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    LimitName,
    Measure,
    MeasureName,
    Step,
    Truth,
    Unit,
)
from xinfang_core.workbook.written import FROM, STEP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.policy.location import Location
    from xinfang_core.vocabulary import Declared, Term
    from xinfang_core.workbook.written import Written

    Name = Term | Declared

Form = Literal["integer", "decimal", "choice", "day", "text"]
"""What a cell holds."""

_INTEGER = re.compile(r"[0-9]{1,12}")
_DECIMAL = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
_DAYS_LONG = (Unit.working_day, Unit.calendar_day, Unit.month, Unit.same_day)
"""The units of a period that is no time on the clock."""


_COUNTED = {STEP: "policy.step", FROM: "policy.band"}


@frozen
class Wanted:
    """What may stand in a cell.

    Attributes:
        form: what it holds.
        names: the names that may be chosen; empty unless it is a choice.
        title: what the list of them is called in Chinese.
        may_lack: whether 无 or 原文未载明 may stand there instead.

    """

    form: Form
    names: tuple[Name, ...] = ()
    title: str = ""
    may_lack: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What may be chosen, in Chinese; empty unless it is a choice."""
        if self.form != "choice":
            return ()
        return (*(one.value for one in self.names), *([Absent.silent.value] * self.may_lack))


TEXT = Wanted("text")
"""Any text."""

BASES = Wanted("choice", tuple(Basis), list_title(Basis))
"""How firmly a value rests on its source."""


TRUTHS = Wanted("choice", tuple(Truth), list_title(Truth))
"""Whether something is so."""


def wanted_value(one: Written, location: Location) -> Wanted:
    """What may stand in the cell of a value; ``location`` knows what its file declares."""
    kind = _kind(one)
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if plain in (int, Period, AnyPeriod):
        return Wanted("integer", may_lack=True)
    if plain is Decimal:
        return Wanted("decimal", may_lack=True)
    if is_choice(plain):
        return Wanted("choice", location.members(plain), _title(plain), may_lack=True)
    return Wanted("text", may_lack=True)


def wanted_unit(one: Written) -> Wanted | None:
    """What may stand beside a value as its unit; None where it has none."""
    kind = _kind(one)
    if kind in (Period, AnyPeriod):
        units = tuple(Unit) if kind == AnyPeriod else _DAYS_LONG
        return Wanted("choice", units, list_title(Unit))
    measures = [found for found in get_args(kind) if isinstance(found, Measure)]
    return Wanted("choice", tuple(measures), list_title(Measure)) if measures else None


def place_words(one: Written, location: Location) -> str:
    """Where a value stands within its parameter, in Chinese; empty for a single value."""
    lists = _key_lists(one)
    several = len(one.keys) > 1
    told = []
    for column, key in one.keys:
        if column in _COUNTED:
            told.append(render(_COUNTED[column], {"number": key, "start": key}))
            continue
        terms = lists[column]
        said = _said(key, location.members(terms))
        told.append(f"{list_title(terms)}：{said}" if several else said)
    return "，".join((*_name_words(one, location), *told))


def _name_words(one: Written, location: Location) -> Iterator[str]:
    """The names under which a value stands: official ones, and those of parameters."""
    raw: Any = location.document.data
    for key in (*one.rule.split("."), one.parameter):
        raw = raw.get(key, {})
    for name in one.names:
        raw = raw.get(name, {})
        title = raw.get("name") if isinstance(raw, dict) else None
        official = title.get("value") if isinstance(title, dict) else title
        yield official or parameter_title(one.rule, name)


def _said(key: str, names: Iterable[Name]) -> str:
    """A name in Chinese, by its key."""
    return next(one.value for one in names if key in (one.name, one.value))


def value_shown(value: object, wanted: Wanted) -> object:
    """A value of the file as its cell shows it: text, a whole number, a Decimal or a date."""
    absent = absent_value(value)
    if absent is not None and wanted.may_lack:
        return absent.value
    if wanted.form == "choice":
        return _said(str(value), wanted.names)
    return Decimal(str(value)) if wanted.form == "decimal" else value


def value_read(cell: object, wanted: Wanted) -> object:
    """What a cell says, in the types of the file; an empty cell is None.

    Raises:
        RefusedError: it is something else than what is wanted.

    """
    if isinstance(cell, str):
        cell = cell.strip() if wanted.form == "text" else normal(cell)
    if cell is None or cell == "":
        return None
    absent = absent_value(cell)
    if absent is not None and wanted.may_lack:
        return absent.name
    if isinstance(cell, date) and wanted.form != "day":
        raise RefusedError("book.became_date", ("found", cell.strftime("%Y-%m-%d")))
    return _READERS[wanted.form](cell, wanted)


def normal(text: str) -> str:
    """A label without what a keyboard adds: full-width digits, blanks before and after."""
    return unicodedata.normalize("NFKC", text).strip()


def _title(kind: Any) -> str:  # noqa: ANN401
    """What a list of names is called; what only policies declare has no list of its own."""
    named = {LimitName: "book.list.limit", MeasureName: "book.list.measure"}
    return render(named[kind], {}) if kind in named else list_title(kind)


def _kind(one: Written) -> Any:  # noqa: ANN401 - any annotation
    """What the value is, by the annotation of its parameter."""
    return get_args(_shape(one))[-1]


def _shape(one: Written) -> Any:  # noqa: ANN401
    """The annotated shape of the parameter; a table where it may be one."""
    hint, names = annotations_of(params_class(one.rule))[one.parameter], one.names
    while (part := part_of(hint)) is not None:
        names = names[1:] if get_origin(hint) is Mapping else names
        hint, names = annotations_of(part)[names[0]], names[1:]
    shapes = shapes_of(hint)
    return next((shape for shape in shapes if get_origin(shape) is Table), shapes[0])


def _key_lists(one: Written) -> Mapping[str, Any]:
    """The closed list of each table key, by its column."""
    if is_declared(one.rule):
        lists: dict[Any, Any] = {**limit.KEYS, **payment.KEYS}
        return {"step": Step, **{dimension.name: kind for dimension, kind in lists.items()}}
    shape = _shape(one)
    if get_origin(shape) is not Table:
        return {}
    keys = get_args(shape)[0]
    several = get_args(keys) if get_origin(keys) is tuple else (keys,)
    return dict(zip(column_names(several), several, strict=True))


def _integer(cell: object, _: Wanted) -> int:
    number = _number(cell)
    if number is None or number != int(number) or not _INTEGER.fullmatch(str(int(number))):
        raise RefusedError("book.not_integer", ("found", _shown(cell)))
    return int(number)


def _decimal(cell: object, _: Wanted) -> object:
    number = _number(cell)
    if number is None:
        raise RefusedError("book.not_decimal", ("found", _shown(cell)))
    return int(number) if number == int(number) else str(number)


def _number(cell: object) -> Decimal | None:
    """The number of a cell, be it written as text; None of anything else."""
    if isinstance(cell, (bool, date)) or not isinstance(cell, (int, float, Decimal, str)):
        return None
    text = (
        cell
        if isinstance(cell, str)
        else format(Decimal(repr(cell) if isinstance(cell, float) else cell), "f")
    )
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    return Decimal(plain) if _DECIMAL.fullmatch(plain) else None


def _shown(cell: object) -> str:
    """What a cell holds as people see it there."""
    return str(cell) if isinstance(cell, Decimal) else shown(cell)


def _choice(cell: object, wanted: Wanted) -> str:
    found = str(cell)
    for one in wanted.names:
        if found in (one.name, one.value, normal(one.value)):
            return one.name
    raise unknown_name("book.unknown_choice", found, wanted.words)


def _day(cell: object, _: Wanted) -> date:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell
    meant = written_day(str(cell))
    if meant is None:
        raise RefusedError("book.not_date", ("found", _shown(cell)))
    return date.fromisoformat(str(meant))


def _text(cell: object, _: Wanted) -> str:
    number = None if isinstance(cell, str) else _number(cell)
    if number is None and not isinstance(cell, str):
        raise RefusedError("book.not_text", ("found", shown(cell)))
    return str(cell) if number is None else str(number)


_READERS = {
    "integer": _integer,
    "decimal": _decimal,
    "choice": _choice,
    "day": _day,
    "text": _text,
}
