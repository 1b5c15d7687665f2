"""Parameters of any rule, made from the annotations of its ``Params``."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from attrs import fields_dict
from hypothesis import strategies as st

from xinfang_core.calendar import OfficeHours
from xinfang_core.periods import (
    AnyPeriod,
    CalendarDays,
    ClockPeriod,
    Hours,
    Minutes,
    Months,
    Period,
    SameDay,
    WorkingDays,
    WorkingHours,
)
from xinfang_core.sources import Bands, Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import Absent, Basis, Term

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

PARTS = product(
    ("甲办法", ""),
    ("第一条", "第二条", "第三条"),
    ("5日内回复", ""),
    Basis,
    ("按自然日理解", ""),
)
CITATIONS = tuple(Citation(*parts) for parts in PARTS)


LIMITS = ("reply_deadline", "promised_deadline", "handling_deadline", "review_deadline")
"""Limits that a ladder may name; no other value of a policy is a plain text."""


def citations() -> st.SearchStrategy[Citation]:
    """Citations of a few clauses, of any basis."""
    return st.sampled_from(CITATIONS)


def periods() -> st.SearchStrategy[Period]:
    """Periods of every unit, as long as the limits of the field."""
    return (
        st.builds(WorkingDays, st.integers(1, 60))
        | st.builds(CalendarDays, st.integers(1, 90))
        | st.builds(Months, st.integers(1, 6))
        | st.just(SameDay())
    )


def clock_periods() -> st.SearchStrategy[ClockPeriod]:
    """Periods in hours and minutes, as long as the limits of the field."""
    return (
        st.builds(Hours, st.integers(1, 72))
        | st.builds(Minutes, st.integers(1, 300))
        | st.builds(WorkingHours, st.integers(1, 40))
    )


def values(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any annotation
    """A value of the annotated kind."""
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if plain == Period:
        return periods()
    if plain == AnyPeriod:
        return periods() | clock_periods()
    if plain is OfficeHours:
        return st.just(OfficeHours(((time(9), time(12)), (time(14), time(18)))))
    if plain is int:
        return st.integers(0, 20)
    if plain is Decimal:
        return st.integers(0, 100).map(Decimal)
    if isinstance(plain, type) and issubclass(plain, Term):
        return st.sampled_from(plain)
    if kind is str:
        return st.sampled_from(LIMITS)
    raise TypeError(f"no values are known for the annotation {kind}")


def sourced(found: st.SearchStrategy[Any], *, absent: bool = True) -> st.SearchStrategy[Any]:
    """A cited value; ``none`` or ``silent`` in its place unless told otherwise."""
    kept = (found | st.sampled_from(Absent)) if absent else found
    return st.builds(Sourced, kept, citations())


def tables(keys: Iterable[Hashable], cells: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A complete table over ``keys``, made of a few cells so that long lists are cheap."""
    return _tables(tuple(keys), cells)


@st.composite
def _tables(
    draw: st.DrawFn, over: tuple[Hashable, ...], cells: st.SearchStrategy[Any]
) -> Table[Any, Any]:
    """Which key has which cell is one number, read digit by digit."""
    few = draw(st.lists(cells, min_size=1, max_size=5))
    places = draw(st.integers(0, len(few) ** len(over) - 1))
    found: dict[Hashable, Any] = {}
    for key in over:
        places, digit = divmod(places, len(few))
        found[key] = few[digit]
    return Table(found)


@st.composite
def bands(draw: st.DrawFn, kind: Any) -> Bands[Any]:  # noqa: ANN401
    """Ascending bands from 0."""
    starts = sorted({0, *draw(st.lists(st.integers(1, 100), max_size=3))})
    return Bands(tuple(starts), tuple(draw(sourced(values(kind))) for _ in starts))


@st.composite
def ladders(draw: st.DrawFn, kind: Any) -> CitedList[Any]:  # noqa: ANN401
    """Some of the names in any order; now and then none or silent."""
    absent = draw(st.none() | st.none() | st.sampled_from(Absent))
    found = [] if absent else draw(st.lists(values(kind), unique=True, max_size=6))
    steps = tuple(draw(st.builds(Sourced, st.just(one), citations())) for one in found)
    return CitedList(steps, draw(citations()), absent)


def parameter(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """A parameter of the annotated shape."""
    shape, inner = get_origin(hint), get_args(hint)
    if shape is Bands:
        return bands(inner[0])
    if shape is CitedList:
        return ladders(inner[0])
    if shape is Table:
        keys = get_args(inner[0])
        over: Iterable[Hashable] = product(*keys) if keys else inner[0]
        return tables(over, sourced(values(inner[1])))
    return sourced(values(inner[0]))


@cache
def params(kind: type) -> st.SearchStrategy[Any]:
    """The ``Params`` of a rule with anything in them that a file could say."""
    hints = get_type_hints(kind, include_extras=True)
    return st.builds(kind, **{name: parameter(hints[name]) for name in fields_dict(kind)})
