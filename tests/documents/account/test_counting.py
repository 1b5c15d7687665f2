"""How the last day of a limit was counted: by its reasons alone, and to the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing import CASES, EVERY_RULE, MAINLAND, RECENT, SHIPPED
from checks import day
from test_localities import WITH_LIMITS, cases_of, expected
from test_stories import ASKED, assessed
from xinfang_core.assessment import assess
from xinfang_core.documents.account.limits import limits_of
from xinfang_core.policy import read_policy

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.policy import PolicyPack

STORIES = [(name, one) for name, days in ASKED.items() for one in days]

SET_BY = {
    "assigned_deadline.set_day",
    "promised_deadline.promised",
    "resolution_deadline.own_date",
    "resolution_deadline.by_plan",
}
"""Where somebody set the last day, which therefore is not counted."""


def assert_each_last_day_is_counted_again(answer: Assessment) -> None:
    for limit in limits_of(answer):
        told, due = limit.told, limit.deadline.due
        if told.count is not None:
            assert told.count.days(answer.made_by.calendar)[-1].day == due, limit
        elif told.by_clock:
            assert told.length, limit
        else:
            assert SET_BY & {one.code for one in limit.decision.reasons}, limit


@pytest.mark.parametrize(("name", "asked"), STORIES)
def test_the_days_of_every_limit_of_a_story_end_on_its_last_day(name: str, asked: str) -> None:
    assert_each_last_day_is_counted_again(assessed(name, day(asked)))


@pytest.mark.parametrize("folder", WITH_LIMITS, ids=lambda one: one.name)
def test_the_days_of_what_a_locality_declares_end_on_its_last_day(folder: Path) -> None:
    policy = read_policy(folder)
    cases = cases_of(folder, policy)
    for row in expected(folder):
        case, as_of = cases[row.case_no], day(row.as_of)
        answer = assess(case, policy.in_force(case, as_of), MAINLAND, as_of)
        assert_each_last_day_is_counted_again(answer)


@given(CASES, SHIPPED | st.just(EVERY_RULE), RECENT)
def test_the_days_of_every_limit_of_any_case_end_on_its_last_day(
    case: Case, pack: PolicyPack, as_of: date
) -> None:
    assert_each_last_day_is_counted_again(assess(case, pack, MAINLAND, as_of))
