"""Which pace does the matter follow?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import DAYS, FLAGS
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.work_kind import MAJOR_FIRST, Params, decide
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Undetermined, WorkKind

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.decision import Decision

QIAOCHENG = present(load_policy("qiaocheng").on(day("2025-01-01")).kind.work_kind)


def _decide(
    own_deadline: str | None = None, *, major: bool | None = False, complicated: bool | None = False
) -> Decision[WorkKind]:
    own = day(own_deadline) if own_deadline else None
    decision = decide(own, major=major, complicated=complicated, params=QIAOCHENG)
    assert_explained(decision)
    return decision


class TestKinds:
    """13710: general work without a date of its own, dated work, major and complex problems."""

    def test_general_work(self) -> None:
        decision = _decide()
        assert decision.outcome is WorkKind.general
        assert codes(decision.reasons) == ["work_kind.taken"]

    def test_work_with_a_date_of_its_own(self) -> None:
        decision = _decide("2025-03-20")
        assert decision.outcome is WorkKind.dated
        assert codes(decision.reasons) == ["work_kind.own_deadline", "work_kind.taken"]

    def test_major_and_complex_problems(self) -> None:
        assert _decide(major=True).outcome is WorkKind.major
        assert _decide(complicated=True).outcome is WorkKind.major

    def test_that_every_complex_one_counts_is_a_reading(self) -> None:
        assert _decide(major=True).basis is Basis.stated
        assert _decide(complicated=True).basis is Basis.interpreted

    @pytest.mark.parametrize("flag", ["major", "complicated"])
    def test_a_major_problem_keeps_its_pace_beside_its_own_date(self, flag: str) -> None:
        decision = _decide("2025-03-20", **{flag: True})
        assert decision.outcome is WorkKind.major
        beside = decision.reasons[1]
        assert (beside.code, beside.citation) == ("work_kind.own_deadline_beside", MAJOR_FIRST)

    @pytest.mark.parametrize(("major", "complicated"), [(None, None), (None, False), (False, None)])
    def test_what_is_not_recorded_is_read_as_no_and_said(
        self, *, major: bool | None, complicated: bool | None
    ) -> None:
        decision = _decide(major=major, complicated=complicated)
        assert decision.outcome is WorkKind.general
        assert codes(decision.reasons)[0] == "work_kind.not_recorded"
        dated = _decide("2025-03-20", major=major, complicated=complicated)
        assert "work_kind.not_recorded" in codes(dated.reasons)


class TestTotality:
    """Every combination of facts has an answer, and only a silent value leaves it open."""

    @given(own=st.none() | DAYS, major=FLAGS, complicated=FLAGS, found=params(Params))
    def test_every_combination_has_an_answer(
        self, *, own: date | None, major: bool | None, complicated: bool | None, found: Params
    ) -> None:
        decision = decide(own, major=major, complicated=complicated, params=found)
        assert_explained(decision)
        values = (found.of_major, found.of_complicated, found.of_own_deadline, found.default)
        assert decision.outcome in {one.value for one in values} | {Undetermined.undetermined}

    def test_a_silent_value_is_named(self) -> None:
        cited: Citation = QIAOCHENG.default.citation
        found = evolve(QIAOCHENG, default=Sourced(Absent.silent, cited))
        decision = decide(None, major=False, complicated=False, params=found)
        assert decision.outcome is Undetermined.undetermined
        assert [(one.code, one.citation) for one in decision.reasons] == [("value.silent", cited)]
