"""How fast the rules decide, with all reasons, beside two rule engines (规则的速度).

The peers answer a small part of what one assessment answers: reply days and award of the online
proxy. They are checked against ours before anything is timed, and left out where they are not
installed. Reasons are always made; the peers are shown with and without their traces.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from gates import Gate, jobs
from measuring import Job, figure, interleaved, ratio, table
from rule_peers import load_peers

from xinfang_core import load_policy, mainland_calendar
from xinfang_core.assessment import assess
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.declared import limit as own_limit
from xinfang_core.rules.follow_through import incentive
from xinfang_core.rules.limits import reply_deadline
from xinfang_core.sources import CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    AgentCategory,
    CaseClass,
    Dimension,
    Eligibility,
    EventKind,
    Grade,
    ReplyKind,
    Role,
    Route,
    Settled,
)

if TYPE_CHECKING:
    from measuring import Samples

ROUNDS = 60
CALENDAR = mainland_calendar()
AS_OF = date(2025, 4, 30)
TARGETS = {"one S1 limit": 3.0, "in_force, by receipt": 2.0, "assess, 10 events": 50.0}
"""The targets in microseconds, on a quiet machine."""

GATES = (
    Gate("one S1 limit / last_day, settled", "one S1 limit", "last_day", 7),
    Gate("assess, 10 events / one S1 limit", "assess, 10 events", "one S1 limit", 25),
    Gate("the same limit declared / one S1 limit", "the same limit declared", "one S1 limit", 1.2),
    Gate("assess: 160 events / 40 events", "assess, 160 events", "assess, 40 events", 4),
)
"""7 last days are 3 microseconds on a quiet machine, 25 limits of 2 microseconds are 50."""

STEPS = (
    EventKind.receive,
    EventKind.register,
    EventKind.transfer,
    EventKind.accept,
    EventKind.notify,
    EventKind.handle,
    EventKind.conclude,
    EventKind.reply,
    EventKind.deliver,
)


def case_of(more: int) -> Case:
    """A whole case of ten events, and ``more`` follow-ups besides."""
    begin = date(2025, 3, 3)
    events = [Event(kind, begin + timedelta(place)) for place, kind in enumerate(STEPS)]
    rating = Event(
        EventKind.evaluate, begin + timedelta(12), grade=Grade.satisfied, target=Role.agent
    )
    calls = [Event(EventKind.call, begin + timedelta(13 + day % 40)) for day in range(more)]
    return Case(
        "A-1",
        History((*events, rating, *calls)),
        category=ReplyKind.general,
        case_class=CaseClass.appeal,
        route=Route.petition,
        settled=Settled.yes,
        agent=Agent(AgentCategory.community_volunteer, registered=True, trained=True),
    )


def as_declared(params: reply_deadline.Params) -> own_limit.Params:
    """The reply limit as a policy would declare it."""
    cited = params.start.citation
    return own_limit.Params(
        name=Sourced("答复期限", cited),
        start=params.start,
        met_by=Sourced(EventKind.reply, cited),
        owed_by=Sourced(Role.handling_body, cited),
        owed_to=Sourced(Role.petitioner, cited),
        limit=Table({**params.limit.cells}),  # type: ignore[dict-item]
        by=CitedList((Sourced(Dimension.kind, cited),), cited),
    )


def our_jobs() -> dict[str, Job]:
    """What is measured of ours."""
    policy = load_policy("online-proxy")
    case = case_of(0)
    received = Case("A-1", History((Event(EventKind.receive, date(2025, 3, 3)),)))
    pack = policy.in_force(case, AS_OF)
    limits, awards = pack.limits.reply_deadline, pack.follow_through.incentive
    if limits is None or awards is None:
        raise SystemExit("online-proxy lacks a rule that is measured")

    def one_limit(kind: ReplyKind, history: History) -> object:
        return reply_deadline.decide(kind, history, AS_OF, limits, CALENDAR)

    same = as_declared(limits)

    def declared_limit(kind: ReplyKind, history: History) -> object:
        return own_limit.decide((kind,), history, AS_OF, same, CALENDAR)

    def one_award(settled: Settled, history: History) -> object:
        return incentive.decide(case.agent, settled, Eligibility.eligible, history, awards)

    def whole(one: Case, _unused: None) -> object:
        return assess(one, pack, CALENDAR, AS_OF)

    def in_force(one: Case, _unused: None) -> object:
        return policy.in_force(one, AS_OF)

    def picked(one: Case, _unused: None) -> object:
        return assess(one, policy.in_force(one, AS_OF), CALENDAR, AS_OF)

    return {
        "one S1 limit": Job(one_limit, [(kind, case.history) for kind in ReplyKind]),
        "the same limit declared": Job(
            declared_limit, [(kind, case.history) for kind in ReplyKind]
        ),
        "one S1 award": Job(one_award, [(settled, case.history) for settled in Settled]),
        "in_force, by receipt": Job(in_force, [(received, None)]),
        "assess, 10 events": Job(whole, [(case, None)]),
        "assess, policy picked": Job(picked, [(case, None)]),
        "assess, 40 events": Job(whole, [(case_of(30), None)]),
        "assess, 160 events": Job(whole, [(case_of(150), None)]),
    }


def _microseconds(samples: Samples, name: str) -> float:
    return min(samples[name]) * 1e6


def main() -> None:
    """Print the figures of one run."""
    ours, peers = our_jobs(), load_peers()
    gated = {"last_day": jobs()["last_day"]}
    samples = interleaved({**ours, **peers, **gated}, ROUNDS)
    rows = []
    for name in (*ours, *peers):
        least = _microseconds(samples, name)
        rows.append((name, figure(least), figure(ratio(samples, name, "one S1 limit"))))
    table("one call: least microseconds, and times one S1 limit", ("", "us", "ratio"), rows)
    heads = ("", "found", "target", "")
    stands = [
        (gate.title, figure(found), gate.target(), "SLIP" if gate.slips(found) else "OK")
        for gate in GATES
        for found in (gate.found(samples),)
    ]
    stands += [
        (f"{name}, us", figure(least), f"<= {most:g}", "SLIP" if least > most else "OK")
        for name, most in TARGETS.items()
        for least in (_microseconds(samples, name),)
    ]
    table("targets; microseconds count on a quiet machine only", heads, stands)


if __name__ == "__main__":
    main()
