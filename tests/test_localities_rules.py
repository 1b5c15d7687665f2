"""The localities whose rules the shipped ones already ask: fee, staff, steps, first contact."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks import codes, day, recorded
from xinfang_core import mainland_calendar, read_policy
from xinfang_core.assessment import Assessment, assess
from xinfang_core.case import Agent, Case, Event
from xinfang_core.rules.station.staffing import Staff, find_gaps
from xinfang_core.vocabulary import (
    AgentCategory,
    EventKind,
    FeedbackMode,
    Level,
    ServiceSite,
    StaffingItem,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

LOCALITIES = Path(__file__).parents[1] / "examples" / "localities"
STEPS = ("receive", "register", "assign", "handle", "inform", "revisit", "archive")


def _answer(folder: str, case: Case) -> Assessment:
    policy = read_policy(LOCALITIES / folder)
    return assess(
        case, policy.in_force(case, day("2025-04-30")), mainland_calendar(), day("2025-04-30")
    )


@pytest.mark.parametrize(("fee", "violated"), [(Decimal(0), False), (Decimal(20), True)])
def test_xugou_serves_free_of_charge(fee: Decimal, *, violated: bool) -> None:
    case = Case("A-1", recorded(receive="2025-03-03"), service_fee=fee)
    found = codes(_answer("xugou", case).findings)
    assert ("service_fee.against_promise" in found) is violated


@pytest.mark.parametrize(("members", "violated"), [(1, False), (2, False), (3, True), (0, True)])
def test_xugou_has_one_or_two_agents_in_a_community(members: int, *, violated: bool) -> None:
    params = read_policy(LOCALITIES / "xugou").on(day("2025-01-01")).station.staffing
    assert params is not None
    found = find_gaps(ServiceSite.village_station, Staff(members=members), params)
    assert (StaffingItem.members in _gaps(found)) is violated


def _gaps(found: Decision[tuple[StaffingItem, ...]]) -> tuple[StaffingItem, ...]:
    assert isinstance(found.outcome, tuple)
    return found.outcome


def test_lulong_takes_its_seven_steps_in_their_order() -> None:
    steps = [_step(kind, f"2025-03-{place:02}") for place, kind in enumerate(STEPS, 3)]
    in_order = Case("A-1", recorded(*steps))
    local = {"register", "assign", "handle", "inform", "revisit", "archive"}
    assert not _local_findings(_answer("lulong", in_order), local)
    skipped = Case("A-2", recorded(*(one for one in steps if one.kind is not EventKind.handle)))
    assert _local_findings(_answer("lulong", skipped), local)


def _step(kind: str, on: str) -> Event:
    mode = FeedbackMode.phone if kind == "inform" else None
    return Event(EventKind[kind], day(on), mode=mode)


def _local_findings(answer: Assessment, steps: set[str]) -> list[str]:
    """What is out of order by the local steps."""
    return [
        one.reason.code
        for one in answer.findings
        if one.reason.code.startswith("workflow.")
        and one.reason.citation is not None
        and "卢龙" in one.reason.citation.source
        and getattr(dict(one.reason.facts)["event"], "name", "") in steps
    ]


@pytest.mark.parametrize("done", [True, False])
def test_in_beijing_whoever_gets_the_order_first_leads_it(*, done: bool) -> None:
    events = [Event(EventKind.receive, day("2025-03-03"))]
    if done:
        events += [Event(one, day("2025-03-04")) for one in (EventKind.handle, EventKind.feed_back)]
    agent = Agent(AgentCategory.community_volunteer, first_contact=True)
    case = Case("A-1", recorded(*events), agent=agent, competent_level=Level.district)
    decision = _answer("beijing", case).people.first_contact
    assert decision is not None
    charge = decision.outcome
    assert charge.owed == (() if done else (EventKind.handle, EventKind.feed_back))  # type: ignore[union-attr]
