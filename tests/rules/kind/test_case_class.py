"""Is it a suggestion, an accusation or an appeal?"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.case_class import RECORDED, Params, decide
from xinfang_core.vocabulary import Basis, CaseClass, Purpose, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT = present(NATIONAL.on(day("2022-05-01")).kind.case_class)


def _decide(case_class: CaseClass | None, purpose: Purpose | None) -> Decision[CaseClass]:
    decision = decide(case_class, purpose, TEXT)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestPurposes:
    """Arts. 29-31: three classes; the registers' purposes are read into them by their words."""

    @pytest.mark.parametrize(
        ("purpose", "case_class", "clause"),
        [
            ("disclosure", "accusation", "第三十条第一款"),
            ("settlement", "appeal", "第三十一条"),
            ("appeal", "appeal", "第三十一条"),
            ("suggestion", "suggestion", "第二十九条第一款"),
        ],
    )
    def test_a_purpose_that_tells(self, purpose: str, case_class: str, clause: str) -> None:
        decision = _decide(None, Purpose[purpose])
        assert decision.outcome is CaseClass[case_class]
        (reason,) = decision.reasons
        assert reason.code == "case_class.by_purpose"
        assert present(reason.citation).clause == clause
        assert decision.basis is Basis.interpreted

    @pytest.mark.parametrize("purpose", [Purpose.consultation, Purpose.other])
    def test_a_purpose_that_does_not(self, purpose: Purpose) -> None:
        decision = _decide(None, purpose)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["case_class.purpose_unclear", "value.silent"]


class TestRecorded:
    """The recorded class wins over any purpose; without either nothing is guessed."""

    @pytest.mark.parametrize(("case_class", "purpose"), list(product(CaseClass, (None, *Purpose))))
    def test_the_record_wins(self, case_class: CaseClass, purpose: Purpose | None) -> None:
        decision = _decide(case_class, purpose)
        assert decision.outcome is case_class
        assert decision.reasons[0].citation is RECORDED

    def test_nothing_recorded(self) -> None:
        decision = _decide(None, None)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["case_class.purpose_not_recorded"]

    def test_the_edition_of_2005_knows_no_classes(self) -> None:
        assert NATIONAL.on(day("2005-05-01")).kind.case_class is None


class TestTotality:
    """Any facts have an answer, and only what is recorded or tabled comes out."""

    @given(
        st.none() | st.sampled_from(CaseClass),
        st.none() | st.sampled_from(Purpose),
        params(Params),
    )
    def test_the_record_or_the_table(
        self, case_class: CaseClass | None, purpose: Purpose | None, policy: Params
    ) -> None:
        decision = decide(case_class, purpose, policy)
        assert_explained(decision)
        tabled = policy.by_purpose[purpose].value if purpose else None
        if case_class is not None:
            assert decision.outcome is case_class
        elif isinstance(tabled, CaseClass):
            assert decision.outcome is tabled
        else:
            assert decision.outcome is Undetermined.undetermined
