"""By when must the work on the matter be laid out?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from checks import assert_explained, codes, day, deadline_of, present, recorded
from strategies import FEWER, histories
from strategies_params import params
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.deadline import Deadline, clock_for, judge
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.deployment_deadline import Params, decide
from xinfang_core.vocabulary import Basis, EventKind, Status

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
POLICY = load_policy("qiaocheng")
SAME_DAY = present(POLICY.on(day("2025-01-01")).limits.deployment_deadline)
NEXT_DAY = present(
    POLICY.with_variant("deploy_next_working_day").on(day("2025-01-01")).limits.deployment_deadline
)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()


def _decide(history: History, as_of: str, found: Params = SAME_DAY) -> Decision[Deadline]:
    decision = decide(history, day(as_of), found, MAINLAND)
    assert_explained(decision)
    return decision


class TestSameDay:
    """The first 1: not left overnight, laid out within one day of the hand-over."""

    # 2025-03-03 is a Monday, 2025-03-08 a Saturday.
    @pytest.mark.parametrize("assigned", ["2025-03-03", "2025-03-08"])
    def test_the_day_of_the_hand_over_itself_worked_or_not(self, assigned: str) -> None:
        outcome = deadline_of(_decide(recorded(assign=assigned), assigned))
        assert (outcome.status, outcome.due) == (Status.open, day(assigned))

    def test_left_overnight(self) -> None:
        outcome = deadline_of(_decide(recorded(assign="2025-03-03"), "2025-03-04"))
        assert (outcome.status, outcome.overdue_working_days) == (Status.overdue, 1)

    def test_laid_out_on_the_day_or_the_day_after(self) -> None:
        met = _decide(recorded(assign="2025-03-03", deploy="2025-03-03"), "2025-03-31")
        late = _decide(recorded(assign="2025-03-03", deploy="2025-03-04"), "2025-03-31")
        assert deadline_of(met).status is Status.met
        assert deadline_of(late).status is Status.late

    def test_from_when_it_counts_is_assumed(self) -> None:
        assert _decide(recorded(assign="2025-03-03"), "2025-03-03").basis is Basis.assumed

    def test_without_a_hand_over_it_has_not_started(self) -> None:
        decision = _decide(recorded(receive="2025-03-03", accept="2025-03-03"), "2025-03-31")
        assert deadline_of(decision).status is Status.not_started
        assert codes(decision.reasons) == ["deadline.not_started"]


class TestNextWorkingDay:
    """The other reading: within one working day."""

    @pytest.mark.parametrize(
        ("assigned", "due"),
        [
            ("2025-03-03", "2025-03-04"),
            ("2025-03-07", "2025-03-10"),  # over a weekend
            ("2025-09-30", "2025-10-09"),  # over the National Day holiday
        ],
    )
    def test_worked_examples(self, assigned: str, due: str) -> None:
        outcome = deadline_of(_decide(recorded(assign=assigned), assigned, NEXT_DAY))
        assert outcome.due == day(due)


class TestTotality:
    """It is judged as every limit is, whatever the history."""

    @FEWER
    @given(CALENDARS, params(Params), st.data())
    def test_judged_as_every_limit_is(
        self, calendar: WorkCalendar, found: Params, data: st.DataObject
    ) -> None:
        history, as_of = data.draw(histories(days_in(calendar))), data.draw(days_in(calendar))
        decision = decide(history, as_of, found, calendar)
        assert_explained(decision)
        clock = clock_for(found.start, found.limit, history)
        assert decision == judge(clock, history.day(EventKind.deploy), as_of, calendar)
