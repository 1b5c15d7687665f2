"""By when is the matter handled in the simplified procedure?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from checks import day, deadline_of, explained, present, recorded
from strategies_limits import MAINLAND, NEAR
from xinfang_core.policy import load_policy
from xinfang_core.rules.limits.simplified_handling_deadline import OPINION, decide
from xinfang_core.vocabulary import Procedure, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

PACK = load_policy("national").on(day("2022-07-17"))
TEXT = present(PACK.limits.simplified_handling_deadline)
SIMPLE = Procedure.simplified


def _decide(as_of: str = "2025-12-31", **days: str) -> Decision[Deadline]:
    return explained(decide(SIMPLE, recorded(**days), day(as_of), TEXT, MAINLAND))


class TestLimit:
    """2016 measures: the opinion within 10 working days of acceptance; for 2022 assumed."""

    @pytest.mark.parametrize(
        ("accepted", "due"), [("2025-03-03", "2025-03-17"), ("2025-09-29", "2025-10-20")]
    )
    def test_the_last_day_on_the_wall(self, accepted: str, due: str) -> None:
        # From 29 September: the 30th, then nine days from 9 October with Saturday the 11th.
        assert deadline_of(_decide(accepted, accept=accepted)).due == day(due)

    @pytest.mark.parametrize("kind", ["reply", "conclude"])
    @pytest.mark.parametrize(("on", "status"), [("2025-03-17", "met"), ("2025-03-18", "late")])
    def test_reply_or_conclusion_shows_the_opinion(self, kind: str, on: str, status: str) -> None:
        decision = _decide("2025-12-31", accept="2025-03-03", **{kind: on})
        assert deadline_of(decision).status is Status[status]
        assert decision.reasons[0].citation is OPINION

    def test_the_first_of_both_counts(self) -> None:
        decision = _decide(accept="2025-03-03", conclude="2025-03-14", reply="2025-03-20")
        assert deadline_of(decision).status is Status.met


class TestProperties:
    """The simplified limit ends before the sixty days do."""

    @given(NEAR)
    def test_shorter_than_sixty_days(self, accepted: date) -> None:
        history = recorded(accept=str(accepted))
        outcome = deadline_of(decide(SIMPLE, history, accepted, TEXT, MAINLAND))
        assert 10 <= (present(outcome.due) - accepted).days < 60
