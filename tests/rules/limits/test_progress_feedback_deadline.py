"""By when must first progress be fed back?"""

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
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.progress_feedback_deadline import NEEDS_KIND, Params, decide
from xinfang_core.vocabulary import Absent, EventKind, Role, Status, Undetermined, WorkKind

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
POLICY = load_policy("qiaocheng")
WORKING = present(POLICY.on(day("2025-01-01")).limits.progress_feedback_deadline)
CALENDAR = present(
    POLICY.with_variant("calendar_days").on(day("2025-01-01")).limits.progress_feedback_deadline
)
CALENDARS = st.sampled_from((MAINLAND,)) | work_calendars()
KINDS = st.sampled_from((*WorkKind, Undetermined.undetermined, Absent.none))


def _decide(
    history: History, as_of: str, found: Params = WORKING, kind: WorkKind = WorkKind.general
) -> Decision[Deadline]:
    decision = decide(kind, history, day(as_of), found, MAINLAND)
    assert_explained(decision)
    return decision


class TestThree:
    """The 3: on general work without a date of its own, fed back within three days."""

    @pytest.mark.parametrize(
        ("assigned", "working", "calendar"),
        [
            ("2025-03-03", "2025-03-06", "2025-03-06"),
            ("2025-03-06", "2025-03-11", "2025-03-10"),  # over a weekend
            ("2025-09-30", "2025-10-11", "2025-10-09"),  # 10-11 is a worked Saturday
        ],
    )
    def test_worked_examples(self, assigned: str, working: str, calendar: str) -> None:
        history = recorded(assign=assigned)
        assert deadline_of(_decide(history, assigned)).due == day(working)
        assert deadline_of(_decide(history, assigned, CALENDAR)).due == day(calendar)

    def test_feedback_meets_it(self) -> None:
        history = recorded(assign="2025-03-03", feed_back="2025-03-06")
        assert deadline_of(_decide(history, "2025-03-31")).status is Status.met

    def test_who_is_told_is_said(self) -> None:
        last = _decide(recorded(assign="2025-03-03"), "2025-03-03").reasons[-1]
        assert (last.code, dict(last.facts)) == (
            "progress_feedback_deadline.recipient",
            {"recipient": Role.inspection_office},
        )

    @pytest.mark.parametrize("kind", [WorkKind.dated, WorkKind.major])
    def test_other_work_has_no_such_limit(self, kind: WorkKind) -> None:
        decision = _decide(recorded(assign="2025-03-03"), "2025-12-31", kind=kind)
        assert decision.outcome is Absent.none
        assert decision.reasons[0].citation == WORKING.limit[kind].citation

    def test_work_of_unknown_kind_cannot_be_told(self) -> None:
        history = recorded(assign="2025-03-03")
        decision = decide(Undetermined.undetermined, history, day("2025-03-03"), WORKING, MAINLAND)
        assert deadline_of(decision).status is Status.undetermined
        assert [one.citation for one in decision.reasons] == [NEEDS_KIND]


class TestTotality:
    """Any facts have an answer, and feedback only ever ends the waiting."""

    @FEWER
    @given(CALENDARS, KINDS, params(Params), st.data())
    def test_every_combination_has_an_answer(
        self,
        calendar: WorkCalendar,
        kind: WorkKind | Undetermined | Absent,
        found: Params,
        data: st.DataObject,
    ) -> None:
        history, as_of = data.draw(histories(days_in(calendar))), data.draw(days_in(calendar))
        decision = decide(kind, history, as_of, found, calendar)
        assert_explained(decision)
        if isinstance(decision.outcome, Deadline):
            fed_back = history.first(EventKind.feed_back) is not None
            assert not (fed_back and decision.outcome.status in {Status.open, Status.overdue})
            assert "progress_feedback_deadline.recipient" in codes(decision.reasons) or (
                not isinstance(kind, WorkKind)
            )
