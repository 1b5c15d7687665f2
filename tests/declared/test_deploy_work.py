"""By when must the work on the matter be laid out? A limit that a shipped policy declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks import assert_explained, codes, day, deadline_of, recorded
from xinfang_core.calendar import mainland_calendar
from xinfang_core.declared.limit import Params, decide
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import Basis, Declared, Status

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
POLICY = load_policy("qiaocheng")
DEPLOY = Declared("deploy_work")
SAME_DAY = POLICY.on(day("2025-01-01")).declared_limits[DEPLOY]
NEXT_DAY = (
    POLICY.with_variant("deploy_next_working_day").on(day("2025-01-01")).declared_limits[DEPLOY]
)


def _decide(history: History, as_of: str, found: Params = SAME_DAY) -> Decision[Deadline]:
    decision = decide((), history, day(as_of), found, MAINLAND)
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
