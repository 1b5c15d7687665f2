"""The columns of a flat record (登记表字段), in English and official Chinese.

Each is a fact of ``case`` under a header of ``headers``; how it is read follows from its type.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.case import Agent, Case, Event
from xinfang_core.case.types import fact_types
from xinfang_core.codec import headers
from xinfang_core.codec.moments import read_day, read_moment
from xinfang_core.codec.reading import Reader, reader
from xinfang_core.vocabulary import EventKind, Grade, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from xinfang_core.codec.moments import DateOrder

_AT = "at"
"""The part of an event that says when it happened, which may be an instant."""


@frozen
class Field:
    """One column.

    Attributes:
        name: English key.
        chinese: official header.
        fact: the name of the fact that it holds, of the case, its agent or an event.
        kind: the type of the fact, or of its members.
        many: whether the fact is a list.
        target: for a grade, who is rated.
        read: how its values are read.

    """

    name: str
    chinese: str
    fact: str
    kind: type
    many: bool = False
    target: Role | None = None
    read: Reader = field(init=False, eq=False, repr=False)

    @read.default
    def _by_type(self) -> Reader:
        if self.fact == _AT:
            return Reader(read_moment, read_moment)
        return reader(self.kind, many=self.many)

    def reads(self, order: DateOrder | None, *, cell: bool) -> Callable[[object], object]:
        """How a value is read: a cell of a table or one of JSON, with its date in an order."""
        if order and self.fact == _AT:
            return partial(read_moment, order=order)
        if order and self.kind is date:
            return partial(read_day, order=order)
        return self.read.cell if cell else self.read.value


@frozen
class EventColumns:
    """The columns of one kind of event: its day, and what tells more about it."""

    kind: EventKind
    at: Field
    details: tuple[Field, ...]


_CASE, _CASE_LISTS = fact_types(Case)
_AGENT, _ = fact_types(Agent)
_EVENT, _ = fact_types(Event)

CASE_NO = Field("case_no", "信访件编号", "case_no", str)

GRADES = tuple(
    Field(f"{role.name}_grade", chinese, "grade", Grade, target=role)
    for role, chinese in headers.GRADES.items()
)
"""The grades of an evaluation."""


def _columns(kind: EventKind, parts: Mapping[str, tuple[str, str]]) -> EventColumns:
    at, *details = (Field(*column, part, _EVENT[part]) for part, column in parts.items())
    return EventColumns(kind, at, GRADES if kind is EventKind.evaluate else tuple(details))


FLAT_EVENTS = tuple(_columns(kind, parts) for kind, parts in headers.EVENTS.items())
"""The events that a flat record can hold."""

FACTS = tuple(
    Field(name, chinese, name, {**_CASE, **_CASE_LISTS}[name], many=name in _CASE_LISTS)
    for name, chinese in headers.CASE.items()
)
"""The facts of the case itself."""

AGENT = tuple(
    Field(name if name == "agent_no" else f"agent_{name}", chinese, name, _AGENT[name])
    for name, chinese in headers.AGENT.items()
)
"""The facts of the agent."""

FIELDS = (
    CASE_NO,
    *(one for event in FLAT_EVENTS for one in (event.at, *event.details)),
    *FACTS,
    *AGENT,
)
"""Every column of a flat record, in the order of a register."""

EVENT_FIELDS = tuple(
    Field(name, chinese, name, _EVENT[name]) for name, chinese in headers.EVENT.items()
)
"""The keys of one event in a history."""


def _by_name(fields: Iterable[Field]) -> Mapping[str, Field]:
    return {name: one for one in fields for name in (one.name, one.chinese)}


NAMES = _by_name(FIELDS)
"""A field by either of its names."""

EVENT_NAMES = _by_name(EVENT_FIELDS)
"""A key of an event by either of its names."""
