"""Strategies shared by all tests: citations, values, events, histories, cases, parameters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from itertools import product
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from hypothesis import settings
from hypothesis import strategies as st

from flows import PROXY, SMALL
from strategies_params import ladders, params, periods, sourced, tables
from xinfang_core.assessment import RULES
from xinfang_core.case import Agent, Case, Event, History, facts
from xinfang_core.periods import period
from xinfang_core.policy.pack import PARAMS, pack_of
from xinfang_core.rules.follow_through import incentive
from xinfang_core.rules.kind import reply_kind
from xinfang_core.rules.limits import handling_deadline, notice_deadline, reply_deadline
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    AwardScheme,
    CaseClass,
    EventKind,
    FeedbackMode,
    Grade,
    HandlingScope,
    ReplyKind,
    Role,
    Route,
    Settled,
    Step,
    SupervisionStep,
    SuspensionCause,
    Term,
    Unit,
)

if TYPE_CHECKING:
    from xinfang_core.policy import PolicyPack


def at_least(count: int) -> settings:
    """So many examples, however few the profile asks for; of a nightly run a quarter."""
    return settings(max_examples=max(count, settings().max_examples // 4))


FEWER = at_least(40)
"""For properties that build calendars, which takes its time, or many decisions."""

IN_DAYS = (Unit.working_day, Unit.calendar_day, Unit.month, Unit.same_day)
"""The units of limits that are counted in days."""

DAYS = st.dates(date(2004, 1, 1), date(2035, 12, 31))
FLAGS = st.none() | st.booleans()
ZONES = st.sampled_from((None, UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-7))))
ABSENT = st.sampled_from(Absent)
FREE_OF_ORDER = frozenset(EventKind) - facts.NEVER_BEFORE_RECEIPT
DETAILS: dict[Step, dict[str, st.SearchStrategy[Any]]] = {
    EventKind.extend: {"extension": st.integers(1, 40), "reason_told": FLAGS},
    EventKind.evaluate: {"grade": st.sampled_from(Grade), "target": st.sampled_from(Role)},
    EventKind.promise: {"until": DAYS},
    EventKind.plan: {"until": st.none() | DAYS},
    EventKind.suspend: {"cause": st.sampled_from(SuspensionCause)},
    EventKind.supervise: {"step": st.none() | st.sampled_from(SupervisionStep)},
    EventKind.inform: {"mode": st.sampled_from(FeedbackMode)},
    EventKind.pay_award: {"amount": st.integers(1, 50).map(Decimal)},
}
"""The details that an event of the kind may carry."""


@st.composite
def events(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> Event:
    """One event of any kind, dated or timed, with the details that belong to it."""
    kind = draw(st.sampled_from(EventKind))
    at = draw(days)
    if draw(st.booleans()):
        at = datetime.combine(at, draw(st.times()), tzinfo=draw(ZONES))
    details = {name: draw(found) for name, found in DETAILS.get(kind, {}).items()}
    return Event(kind, at, **details)


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


ANOTHER_ROUND = frozenset({EventKind.reopen, EventKind.object})


def one_round(history: History) -> History:
    """The history without what begins another round, which has tests of its own."""
    return History(tuple(one for one in history.events if one.kind not in ANOTHER_ROUND))


def agents() -> st.SearchStrategy[Agent]:
    """Agents, with anything recorded about them or not."""
    flags = ("registered", "trained", "is_petitioner", "works_offline", "first_contact")
    return st.builds(
        Agent,
        st.none() | st.sampled_from(AgentCategory),
        st.sampled_from(("", "D-0042")),
        **dict.fromkeys(flags, FLAGS),
    )


def _facts() -> dict[str, st.SearchStrategy[Any]]:
    """Every fact of a case but those that hang together, by the type that it has."""
    hints = get_type_hints(Case, vars(facts))
    found: dict[str, st.SearchStrategy[Any]] = {}
    for name, hint in hints.items():
        if get_origin(hint) is tuple:
            found[name] = st.lists(st.sampled_from(get_args(hint)[0]), max_size=3).map(tuple)
            continue
        kind = next((one for one in get_args(hint) if one is not NoneType), hint)
        if kind is bool:
            found[name] = FLAGS
        elif kind is int:
            found[name] = st.none() | st.integers(1, 12)
        elif kind is Decimal:
            found[name] = st.none() | st.integers(0, 50).map(Decimal)
        elif kind is date:
            found[name] = st.none() | DAYS
        elif issubclass(kind, Term):
            found[name] = st.none() | st.sampled_from(kind)
    for together in (
        *("petition", "outside_as"),
        *("route", "case_class", "group", "people", "representatives"),
    ):
        del found[together]
    return found


FACTS = _facts()


@st.composite
def cases(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> Case:
    """A case with some facts of any kind; the others are not recorded."""
    names = draw(st.lists(st.sampled_from(sorted(FACTS)), unique=True, max_size=16))
    case_class = draw(st.none() | st.sampled_from(CaseClass))
    may_have_route = case_class in {None, CaseClass.appeal}
    people = draw(st.none() | st.integers(2, 12))
    return Case(
        "A-1",
        draw(histories(days)),
        case_class=case_class,
        route=draw(st.none() | st.sampled_from(Route)) if may_have_route else None,
        agent=draw(st.none() | agents()),
        people=people,
        representatives=draw(st.none() | st.integers(1, people or 5)),
        group=draw(FLAGS),
        **{name: draw(FACTS[name]) for name in names},
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
    return st.builds(notice_deadline.Params, STARTS, ladders(EventKind), sourced(periods()))


@st.composite
def handling_deadline_params(draw: st.DrawFn) -> handling_deadline.Params:
    """Parameters of the handling limit; the extension has the type of the limit."""
    unit = draw(st.sampled_from(IN_DAYS))
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
        rating_of=sourced(st.sampled_from((Role.agent, Role.handling_body))),
        recognition=tables(AgentCategory, sourced(st.sampled_from(AwardKind))),
        level=tables(product(Settled, Grade), sourced(st.sampled_from(AwardLevel))),
        amount=tables(AwardLevel, sourced(yuan)),
        cap=sourced(yuan),
    )


OWN_PARAMS: dict[str, st.SearchStrategy[Any]] = {
    "reply_kind": reply_kind_params(),
    "reply_deadline": reply_deadline_params(),
    "notice_deadline": notice_deadline_params(),
    "handling_deadline": handling_deadline_params(),
    "incentive": incentive_params(),
}
"""Where the values of one parameter hang together with those of another."""


TOGETHER = (
    ("case_class", "appeal_route", "class_handling", "confidentiality", "handling_deadline"),
    ("reply_kind", "reply_deadline", "notice_deadline"),
    ("handling_level", "colour", "acceptance_deadline"),
    ("work_kind", "resolution_deadline", "progress_report_deadline"),
    ("work_kind", "progress_feedback_deadline", "promised_deadline", "write_off"),
    ("repeat_petition", "group_petition", "skip_level", "growth_signs", "case_stage"),
    ("repeat_petition", "case_weight", "joint_handling", "self_service"),
    ("group_petition", "skip_level", "visit_guidance", "feedback_mode"),
    ("simplified_procedure", "simplified_transfer_deadline", "simplified_acceptance_deadline"),
    ("simplified_procedure", "simplified_handling_deadline", "admissibility"),
    ("satisfaction", "evaluation_window_deadline", "dual_appraisal", "incentive"),
    ("handling_deadline", "supervision", "suggestion", "admissibility"),
    ("handling_deadline", "supervision_letters", "copied_notice", "exposure", "accountability"),
)
"""Rules of which one needs the outcome of another."""


@cache
def rule_params(name: str) -> st.SearchStrategy[Any]:
    """The parameters of a rule by its name."""
    return OWN_PARAMS[name] if name in OWN_PARAMS else params(PARAMS[name])


@st.composite
def packs(draw: st.DrawFn) -> PolicyPack:
    """A pack of some rules, some of which belong together, each with any parameters."""
    some = st.lists(st.sampled_from(RULES), unique=True, max_size=4)
    names = dict.fromkeys((*draw(st.sampled_from(((), *TOGETHER))), *draw(some)))
    steps = draw(st.sampled_from(((), (SMALL,), (SMALL, PROXY))))
    found = {name: draw(rule_params(name)) for name in names}
    return pack_of("甲@undated", found, steps)
