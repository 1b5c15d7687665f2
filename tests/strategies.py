"""Strategies shared by all tests: citations, values, events, histories, cases, parameters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.periods import (
    CalendarDays,
    Months,
    Period,
    SameDay,
    WorkingDays,
    period,
)
from xinfang_core.policy import PolicyPack
from xinfang_core.rules import (
    handling_deadline,
    incentive,
    notice_deadline,
    reply_deadline,
    reply_kind,
)
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    AwardScheme,
    Basis,
    CaseClass,
    EventKind,
    Grade,
    HandlingScope,
    ReplyKind,
    Role,
    Route,
    Settled,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

T = TypeVar("T")
K = TypeVar("K", bound="Hashable")

FEWER = settings(max_examples=40, deadline=None)
"""For properties that build calendars, which takes its time, or many decisions."""

DAYS = st.dates(date(2004, 1, 1), date(2035, 12, 31))
FLAGS = st.none() | st.booleans()
ZONES = st.sampled_from((None, UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-7))))
ABSENT = st.sampled_from(Absent)
FREE_OF_ORDER = frozenset({EventKind.receive, EventKind.register})


def citations(bases: st.SearchStrategy[Basis] | None = None) -> st.SearchStrategy[Citation]:
    """Citations of a few clauses, of any basis unless told."""
    return st.builds(
        Citation,
        source=st.sampled_from(("甲办法", "")),
        clause=st.sampled_from(("第一条", "第二条", "第三条")),
        phrase=st.sampled_from(("5日内回复", "")),
        basis=bases or st.sampled_from(Basis),
        note=st.sampled_from(("按自然日理解", "")),
    )


def sourced(values: st.SearchStrategy[T], *, absent: bool = True) -> st.SearchStrategy[Sourced[T]]:
    """A cited value; ``none`` or ``silent`` in its place unless told otherwise."""
    return st.builds(Sourced, (values | ABSENT) if absent else values, citations())


def tables(keys: Iterable[K], values: st.SearchStrategy[Sourced[T]]) -> st.SearchStrategy[Any]:
    """A complete table over ``keys``."""
    return st.fixed_dictionaries(dict.fromkeys(keys, values)).map(Table)


def periods() -> st.SearchStrategy[Period]:
    """Periods of every unit, as long as the limits of the field."""
    return (
        st.builds(WorkingDays, st.integers(1, 60))
        | st.builds(CalendarDays, st.integers(1, 90))
        | st.builds(Months, st.integers(1, 6))
        | st.just(SameDay())
    )


@st.composite
def events(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> Event:
    """One event of any kind, dated or timed, with the details that belong to it."""
    kind = draw(st.sampled_from(EventKind))
    at = draw(days)
    if draw(st.booleans()):
        at = datetime.combine(at, draw(st.times()), tzinfo=draw(ZONES))
    if kind is EventKind.extend:
        return Event(kind, at, extension=draw(st.integers(1, 40)), reason_told=draw(FLAGS))
    if kind is EventKind.evaluate:
        grade, target = draw(st.sampled_from(Grade)), draw(st.sampled_from(Role))
        return Event(kind, at, grade=grade, target=target)
    return Event(kind, at)


@st.composite
def histories(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> History:
    """A history of some months; nothing but the registration comes before the receipt."""
    begin = draw(days)
    near = st.integers(0, 120).map(lambda days: begin + timedelta(days=days))
    found = History(tuple(draw(st.lists(events(near), max_size=8))))
    received = found.first(EventKind.receive)
    if received is None:
        return found
    later = (
        one
        for one in found.events
        if one.day > received.day or one.kind in FREE_OF_ORDER or one.at == received.at
    )
    return History(tuple(later))


def agents() -> st.SearchStrategy[Agent]:
    """Agents, with or without a category."""
    numbers = st.sampled_from(("", "D-0042"))
    return st.builds(Agent, st.none() | st.sampled_from(AgentCategory), numbers)


@st.composite
def cases(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> Case:
    """A case with any facts, recorded or not."""
    case_class = draw(st.none() | st.sampled_from(CaseClass))
    may_have_route = case_class in {None, CaseClass.appeal}
    return Case(
        "A-1",
        draw(histories(days)),
        category=draw(st.none() | st.sampled_from(ReplyKind)),
        urgent=draw(FLAGS),
        needs_investigation=draw(FLAGS),
        consultation=draw(FLAGS),
        case_class=case_class,
        route=draw(st.none() | st.sampled_from(Route)) if may_have_route else None,
        contact_unclear=draw(FLAGS),
        settled=draw(st.none() | st.sampled_from(Settled)),
        agent=draw(st.none() | agents()),
    )


STARTS = sourced(st.sampled_from((EventKind.receive, EventKind.accept)))


def reply_kind_params() -> st.SearchStrategy[reply_kind.Params]:
    """Parameters of the reply kind."""
    return st.builds(reply_kind.Params, sourced(st.sampled_from(ReplyKind)))


def reply_deadline_params() -> st.SearchStrategy[reply_deadline.Params]:
    """Parameters of the reply limit."""
    return st.builds(reply_deadline.Params, STARTS, tables(ReplyKind, sourced(periods())))


def notice_deadline_params() -> st.SearchStrategy[notice_deadline.Params]:
    """Parameters of the notice limit."""
    return st.builds(notice_deadline.Params, STARTS, sourced(periods()))


@st.composite
def handling_deadline_params(draw: st.DrawFn) -> handling_deadline.Params:
    """Parameters of the handling limit; the extension has the type of the limit."""
    unit = draw(st.sampled_from(Unit))
    most = {Unit.month: 6, Unit.same_day: 1}
    counts = st.integers(1, most.get(unit, 60))
    lengths = st.builds(period, counts, st.just(unit))
    return handling_deadline.Params(
        draw(sourced(st.sampled_from(HandlingScope))),
        draw(STARTS),
        draw(sourced(lengths)),
        draw(sourced(lengths)),
    )


def incentive_params() -> st.SearchStrategy[incentive.Params]:
    """Parameters of the incentive."""
    yuan = st.integers(0, 100).map(Decimal)
    return st.builds(
        incentive.Params,
        scheme=sourced(st.sampled_from(AwardScheme)),
        earned_by=sourced(st.sampled_from((EventKind.deliver, EventKind.conclude))),
        recognition=tables(AgentCategory, sourced(st.sampled_from(AwardKind))),
        level=tables(product(Settled, Grade), sourced(st.sampled_from(AwardLevel))),
        amount=tables(AwardLevel, sourced(yuan)),
        cap=sourced(yuan),
    )


def packs() -> st.SearchStrategy[PolicyPack]:
    """A pack with any of the rules, each with any parameters."""
    return st.builds(
        PolicyPack,
        label=st.just("甲@undated"),
        findings=st.just(()),
        reply_kind=st.none() | reply_kind_params(),
        reply_deadline=st.none() | reply_deadline_params(),
        notice_deadline=st.none() | notice_deadline_params(),
        handling_deadline=st.none() | handling_deadline_params(),
        incentive=st.none() | incentive_params(),
    )
