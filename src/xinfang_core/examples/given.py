"""What a rule is given, read from a cell by the type of its parameter (给定值).

A cell may hold several things of several parts: things stand between ； or line breaks, their
parts between ，, lists within a part between 、, and what has parts again between +.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, frozen, has

from xinfang_core.calendar import WorkCalendar
from xinfang_core.case import Event, History
from xinfang_core.codec.fields import layout_under
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.reading import reader
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision
from xinfang_core.examples.comparing import EMPTY
from xinfang_core.examples.decided import read_decision
from xinfang_core.examples.events import read_events
from xinfang_core.refusals import RefusedError, unknown_name
from xinfang_core.vocabulary import Declarations, Declared, Status, Term

if TYPE_CHECKING:
    from xinfang_core.codec.fields import Field

_THINGS = tuple(map(re.compile, (r"[；;\r\n]+", r"[，,]", r"[+\uff0b]")))
"""What separates things, by how deep they lie."""

_PARTS = re.compile(r"[；;，,\r\n]+")
"""What separates the parts of a thing that stands alone in its cell."""

_ITEMS = re.compile(r"[、；;，,\r\n]+")
_TIMES = re.compile(r"(\d{1,5})\s*[×xX*]\s*(.*)", re.DOTALL)
_PAIR = re.compile(r"([^=\uff1d:：]+)[=\uff1d:：](.*)", re.DOTALL)
_INTEGER = re.compile(r"-?\d{1,12}")
_DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,10})?")
_DEEPEST = len(_THINGS) - 1
_MOST_TIMES = 10_000
_KNOWN = {
    "Callable": Callable,
    "Collection": Collection,
    "Iterable": Iterable,
    "Mapping": Mapping,
    "WorkCalendar": WorkCalendar,
    "History": History,
    "date": date,
    "Decimal": Decimal,
}
"""What annotations name that is imported for type checkers alone."""


@cache
def hints_of(one: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a function or a class
    """The types of the parameters of a function, or of the fields of a class."""
    return get_type_hints(one, vars(import_module(one.__module__)), _KNOWN)


@frozen
class GivenReader:
    """Reads what a rule is given (给定值读入).

    Attributes:
        declared: the names that the policy declares beside ours.

    """

    declared: Declarations

    def read(self, text: str, kind: Any, depth: int = 0) -> Any:  # noqa: ANN401 - as annotated
        """A value of a type.

        Args:
            text: as it is written.
            kind: the annotation.
            depth: in how many other things it lies.

        Raises:
            RefusedError: it is no such value.

        """
        text = text.strip()
        members = tuple(one for one in get_args(kind) or (kind,) if one is not NoneType)
        origin = get_origin(kind)
        if origin in {Collection, Iterable, tuple}:
            return self._several(text, get_args(kind)[0], depth)
        if origin is Mapping:
            key, value = get_args(kind)
            return self._mapping(text, key, value, depth)
        if origin is Decision:
            return read_decision(text, get_args(kind)[0])
        if len(members) == 1 and members[0] is not kind:
            return self.read(text, members[0], depth)
        if any(isinstance(one, type) and issubclass(one, Term) for one in members):
            found = self._term(text, members)
            return Deadline(found) if isinstance(found, Status) and Deadline in members else found
        return self._single(text, members[0], depth)

    def parts(self, texts: Mapping[str, str], kind: Any, depth: int) -> Any:  # noqa: ANN401
        """A thing of several parts, by their names.

        Raises:
            RefusedError: a part that it has not, one that it needs, or one that is no such value.

        """
        known = {one.name: one for one in fields(kind)}
        for name in texts:
            if name not in known:
                raise unknown_name("example.no_part", name, known)
        hints = hints_of(kind)
        values = {name: self.read(text, hints[name], depth) for name, text in texts.items()}
        for name, one in known.items():
            if name not in values and one.default is NOTHING:
                if NoneType not in get_args(hints[name]):
                    raise RefusedError("example.part_missing", ("name", name))
                values[name] = None
        return kind(**values)

    def _several(self, text: str, kind: Any, depth: int) -> tuple[Any, ...]:  # noqa: ANN401
        """Several things, one after the other."""
        if text == EMPTY:
            return ()
        if isinstance(kind, type) and issubclass(kind, Term):
            return tuple(reader(kind, many=True).cell(text))  # type: ignore[arg-type]
        if not has(kind):
            return tuple(self.read(one, kind, depth) for one in _ITEMS.split(text) if one.strip())
        found: list[object] = []
        for one in _split(text, depth):
            times, thing = _repeated(one)
            found += [self.read(thing, kind, depth + 1)] * times
        return tuple(found)

    def _mapping(self, text: str, key: Any, value: Any, depth: int) -> dict[Any, Any]:  # noqa: ANN401
        """Values by their names."""
        pairs = () if text == EMPTY else map(_pair, _parts(text, depth))
        return {self.read(one, key): self.read(found, value, depth + 1) for one, found in pairs}

    def _term(self, text: str, members: tuple[Any, ...]) -> object:
        """A name of closed lists, beside which the policy may declare some."""
        terms = [one for kind in members if issubclass(kind, Term) for one in kind]
        if Deadline in members:
            terms += Status
        if Declared in members:
            terms += (*self.declared.steps, *self.declared.kinds)
        return reader(tuple(terms)).cell(text)

    def _single(self, text: str, kind: Any, depth: int) -> object:  # noqa: ANN401
        """A value that is one thing."""
        if kind is History:
            return self._history(text, depth)
        if has(kind):
            return self.parts(dict(map(_pair, _parts(text, depth))), kind, _DEEPEST)
        if kind in _NUMBERS:
            form, code, made = _NUMBERS[kind]
            if not form.fullmatch(text):
                raise RefusedError(code, ("found", text), ("most", 12))
            return made(text)
        return read_day(text) if kind is date else reader(kind).cell(text)

    def _history(self, text: str, depth: int) -> History:
        """What happened; between events stands + where they lie in another thing."""
        keys = layout_under(self.declared).keys
        whole = "；".join(_split(text, depth)) if depth else text
        found: list[object] = [] if text == EMPTY else read_events(whole)
        return History(tuple(_event(record, keys) for record in found))


def _event(record: Any, keys: Mapping[str, Field]) -> Event:  # noqa: ANN401 - as JSON has it
    """One thing that happened.

    Raises:
        RefusedError: a key that no event has, or a value that cannot be read.

    """
    strange = next((key for key in record if key not in keys), None)
    if strange is not None:
        raise unknown_name("key.unknown", strange, keys)
    read = {keys[key].name: keys[key].reads(None, cell=True)(one) for key, one in record.items()}
    return Event(**read)  # type: ignore[arg-type]


_NUMBERS: Mapping[object, tuple[re.Pattern[str], str, Callable[[str], object]]] = {
    int: (_INTEGER, "value.not_count", int),
    Decimal: (_DECIMAL, "value.no_number", Decimal),
}


def _split(text: str, depth: int) -> list[str]:
    """The things of a text."""
    parts = _THINGS[min(depth, _DEEPEST)].split(text)
    return [part.strip() for part in parts if part.strip()]


def _parts(text: str, depth: int) -> list[str]:
    """The parts of a thing, which in a cell of its own may stand between either sign."""
    if depth:
        return _split(text, depth)
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


def _pair(text: str) -> tuple[str, str]:
    """A name and its value.

    Raises:
        RefusedError: it has no ``=``.

    """
    found = _PAIR.fullmatch(text)
    if found is None:
        raise RefusedError("value.no_pair", ("found", text))
    return found[1].strip(), found[2].strip()


def _repeated(text: str) -> tuple[int, str]:
    """How often a thing is meant, written before it, and the thing."""
    found = _TIMES.fullmatch(text)
    if found is None:
        return 1, text
    return min(int(found[1]), _MOST_TIMES), found[2]
