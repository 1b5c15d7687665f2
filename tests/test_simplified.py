"""What the three limits of the simplified procedure have in common."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, day, deadline_of, explained, present, recorded
from strategies import FEWER
from strategies_limits import CALENDARS, MAINLAND, NEAR, meeting
from strategies_params import params as any_params
from xinfang_core import rules
from xinfang_core.deadline import Deadline
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import Absent, Basis, EventKind, Procedure, Status, Undetermined

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.decision import Decision

K = EventKind
PACK = load_policy("national").on(day("2022-07-17"))
PROCEDURES = (*Procedure, *Undetermined, *Absent)
ALL = (
    "simplified_transfer_deadline",
    "simplified_acceptance_deadline",
    "simplified_handling_deadline",
)
MEETING = {
    "simplified_transfer_deadline": meeting(K.receive, K.transfer),
    "simplified_acceptance_deadline": meeting(K.receive, K.transfer, K.assign, K.accept, K.notify),
    "simplified_handling_deadline": meeting(K.accept, K.reply, K.conclude),
}
"""Of each rule histories in which its events meet."""

OVERDUE = recorded(
    receive="2025-03-03", transfer="2025-03-20", accept="2025-03-27", conclude="2025-06-03"
)
"""A case that is late by each of the limits."""


def _text(rule: str) -> Any:  # noqa: ANN401 - any Params
    return present(PACK.params(rule))


def _decide(
    rule: str, history: History, procedure: Procedure | Undetermined | Absent
) -> Decision[Deadline]:
    decide = import_module(f"{rules.__name__}.limits.{rule}").decide
    decision: Decision[Deadline] = decide(
        procedure, history, day("2025-12-31"), _text(rule), MAINLAND
    )
    return explained(decision)


@pytest.mark.parametrize("rule", ALL)
class TestProcedure:
    """Only the simplified procedure has the limits."""

    def test_in_the_simplified_procedure_each_of_them_runs(self, rule: str) -> None:
        assert deadline_of(_decide(rule, OVERDUE, Procedure.simplified)).status is Status.late

    def test_in_the_ordinary_one_there_is_none(self, rule: str) -> None:
        decision = _decide(rule, OVERDUE, Procedure.ordinary)
        assert decision.outcome is Absent.none
        assert [one.code for one in decision.reasons] == [f"{rule}.ordinary"]

    @pytest.mark.parametrize("procedure", [*Undetermined, *Absent])
    def test_where_it_is_not_known_nothing_can_be_told(
        self, rule: str, procedure: Undetermined | Absent
    ) -> None:
        decision = _decide(rule, OVERDUE, procedure)
        assert decision.outcome == Deadline(Status.undetermined)
        assert [one.code for one in decision.reasons] == [f"{rule}.unknown"]


class TestText:
    """2016 measures: 1, 3 and 10 working days; whether those of 2022 say so was not seen."""

    @pytest.mark.parametrize(("rule", "days"), list(zip(ALL, (1, 3, 10), strict=True)))
    def test_the_limit_is_assumed_and_says_who_should_confirm(self, rule: str, days: int) -> None:
        limit = _text(rule).limit
        assert limit.value == WorkingDays(days)
        assert limit.citation.basis is Basis.assumed
        assert limit.citation.source == "信访事项简易办理办法（2016年）"
        assert "确认" in limit.citation.note


class TestStart:
    """Each limit counts from an act; where that is not recorded, it has not started."""

    @pytest.mark.parametrize(
        ("rule", "days"),
        [
            ("simplified_transfer_deadline", {"transfer": "2025-03-03"}),
            ("simplified_acceptance_deadline", {"register": "2025-03-03"}),
            ("simplified_handling_deadline", {"receive": "2025-03-03"}),
        ],
    )
    def test_it_has_not_started(self, rule: str, days: dict[str, str]) -> None:
        decision = _decide(rule, recorded(**days), Procedure.simplified)
        assert deadline_of(decision).status is Status.not_started


@pytest.mark.parametrize("rule", ALL)
class TestTotal:
    """Any facts have an answer."""

    @FEWER
    @given(st.data(), st.sampled_from(PROCEDURES), NEAR, CALENDARS)
    def test_total(
        self,
        rule: str,
        data: st.DataObject,
        procedure: Procedure | Undetermined | Absent,
        as_of: date,
        calendar: WorkCalendar,
    ) -> None:
        module = import_module(f"{rules.__name__}.limits.{rule}")
        known = data.draw(MEETING[rule]).until(as_of)
        params = data.draw(any_params(module.Params))
        assert_explained(module.decide(procedure, known, as_of, params, calendar))
