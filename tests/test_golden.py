"""Whole assessments as readable text: a change of rule shows as a diff of dates and reasons.

``XINFANG_WRITE_GOLDEN=1 pytest tests/test_golden.py`` writes the files anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checks import day, extended, rated, recorded
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Agent, Case
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import (
    AgentCategory,
    CaseClass,
    Grade,
    ReceivingBody,
    ReplyKind,
    Role,
    Route,
    Settled,
)

GOLDEN = Path(__file__).parent / "golden"
MAINLAND = mainland_calendar()

CASES = {
    "urgent-over-national-day": (
        "online-proxy",
        "2025-10-10",
        Case(
            "2025-0930",
            recorded(receive="2025-09-30", register="2025-09-30", accept="2025-09-30"),
            urgent=True,
            case_class=CaseClass.appeal,
            route=Route.petition,
        ),
    ),
    "answered-late-with-extension": (
        "online-proxy",
        "2026-01-15",
        Case(
            "2025-0931",
            recorded(
                extended("2025-11-28", 30, told=False),
                receive="2025-09-29",
                register="2025-09-29",
                accept="2025-09-30",
                notify="2025-10-15",
                conclude="2025-12-29",
                reply="2025-12-30",
            ),
            urgent=False,
            consultation=False,
            received_by=ReceivingBody.body,
            case_class=CaseClass.appeal,
            route=Route.petition,
        ),
    ),
    "settled-and-satisfied": (
        "online-proxy",
        "2025-04-30",
        Case(
            "2025-0303",
            recorded(
                rated("2025-04-10", Grade.satisfied),
                rated("2025-04-10", Grade.basically_satisfied, Role.handling_body),
                receive="2025-03-03",
                register="2025-03-03",
                accept="2025-03-04",
                notify="2025-03-05",
                conclude="2025-04-07",
                reply="2025-04-08",
                deliver="2025-04-09",
            ),
            category=ReplyKind.investigation,
            case_class=CaseClass.suggestion,
            settled=Settled.yes,
            agent=Agent(AgentCategory.community_volunteer, agent_no="D-0042"),
        ),
    ),
    "registered-2022-04-30": (
        "national",
        "2022-06-30",
        Case(
            "2022-0430",
            recorded(receive="2022-04-28", register="2022-04-30", accept="2022-05-05"),
            case_class=CaseClass.suggestion,
        ),
    ),
    "registered-2022-05-01": (
        "national",
        "2022-06-30",
        Case(
            "2022-0501",
            recorded(receive="2022-04-28", register="2022-05-01", accept="2022-05-05"),
            case_class=CaseClass.suggestion,
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_assessment_reads_as_it_did(name: str) -> None:
    policy, as_of, case = CASES[name]
    pack = load_policy(policy).in_force(case, day(as_of))
    answer = assess(case, pack, MAINLAND, day(as_of))
    text = f"{answer.explain('zh')}\n"
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("XINFANG_WRITE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == text


def test_every_golden_file_has_its_case() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(CASES)
