"""From one case and its assessment to what the rates that a policy declares need."""

from __future__ import annotations

from attrs import evolve

from assessing import appeal, assessed
from checks import day, recorded
from xinfang_core.assessment import counted_of
from xinfang_core.case import Case
from xinfang_core.vocabulary import (
    Absent,
    CaseClass,
    EventKind,
    MatterFact,
    PetitionForm,
    ReplyKind,
    Settled,
    Status,
)

NATIONAL = "national"
CASE = appeal(register="2025-03-03", receive="2025-03-03", accept="2025-03-05", reply="2025-04-10")


def test_limits_stand_where_the_assessment_says() -> None:
    counted = counted_of(CASE, assessed(CASE, "2025-06-30", NATIONAL))
    assert counted.limits["handling_deadline"] is Status.met


def test_a_limit_that_cannot_be_told_is_not_known_and_one_that_is_not_owed_is_none() -> None:
    bare = Case("1", CASE.history, case_class=CaseClass.suggestion)
    limits = counted_of(bare, assessed(bare, "2025-06-30", NATIONAL)).limits
    assert limits["review_request_deadline"] is Absent.none
    # Whether a re-examination may be asked for goes by the class, which is not recorded.
    unclear = Case("1", recorded(register="2025-03-03", reply="2025-04-10", deliver="2025-04-10"))
    limits = counted_of(unclear, assessed(unclear, "2025-06-30", NATIONAL)).limits
    assert limits["review_request_deadline"] is None


def test_what_came_after_the_day_asked_about_has_not_happened() -> None:
    counted = counted_of(CASE, assessed(CASE, "2025-03-31", NATIONAL))
    assert counted.history.day(EventKind.accept) == day("2025-03-05")
    assert counted.history.day(EventKind.reply) is None


def test_the_kind_is_the_one_that_was_decided_or_else_the_one_recorded() -> None:
    urgent = evolve(CASE, urgent=True, category=None)
    assert counted_of(urgent, assessed(urgent, "2025-06-30")).kind is ReplyKind.urgent
    assert counted_of(CASE, assessed(CASE, "2025-06-30", NATIONAL)).kind is ReplyKind.general
    unsaid = evolve(CASE, category=None)
    assert counted_of(unsaid, assessed(unsaid, "2025-06-30", NATIONAL)).kind is None


def test_flags_are_as_recorded_or_as_decided() -> None:
    case = evolve(
        CASE,
        major=True,
        urgent=False,
        form=PetitionForm.letter,
        same_person=True,
        same_matter=True,
        settled=Settled.no,
    )
    counted = counted_of(case, assessed(case, "2025-06-30", NATIONAL))
    assert counted.form is PetitionForm.letter
    assert counted.flags[MatterFact.major] is True
    assert counted.flags[MatterFact.urgent] is False
    assert counted.flags[MatterFact.repeated] is True
    assert counted.flags[MatterFact.settled] is False
    assert counted.flags[MatterFact.complicated] is None


def test_what_is_not_recorded_is_not_known() -> None:
    flags = counted_of(CASE, assessed(CASE, "2025-06-30", NATIONAL)).flags
    assert set(flags) == set(MatterFact)
    assert flags[MatterFact.settled] is None
    assert flags[MatterFact.repeated] is None
