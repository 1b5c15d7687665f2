"""What must the written result of a matter state, and what follows it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import some
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.papers.opinion_content import Params, Written, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import (
    Absent,
    FollowUp,
    OpinionPart,
    OpinionResult,
    Settlement,
    SettlementDocument,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).papers.opinion_content)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).papers.opinion_content)
ALL_PARTS = tuple(OpinionPart)


def _decide(
    present_parts: Collection[OpinionPart] = ALL_PARTS,
    result: OpinionResult | None = OpinionResult.support,
    settlement: Settlement | None = None,
    policy: Params = TEXT_2022,
) -> Decision[Written]:
    decision = decide(present_parts, result, settlement, policy)
    assert_explained(decision)
    return decision


def _written(decision: Decision[Written]) -> Written:
    assert isinstance(decision.outcome, Written)
    return decision.outcome


class TestParts:
    """2022 Art. 32: request, facts and grounds, opinion, legal basis; 2005 lists nothing."""

    def test_a_complete_draft(self) -> None:
        decision = _decide()
        assert _written(decision).missing == ()
        assert decision.findings == ()

    def test_what_is_missing(self) -> None:
        decision = _decide((OpinionPart.opinion, OpinionPart.request))
        missing = (OpinionPart.facts_and_grounds, OpinionPart.legal_basis)
        assert _written(decision).missing == missing
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert dict(finding.reason.facts) == {"missing": missing}

    def test_in_2005_no_contents_were_asked_for(self) -> None:
        decision = _decide((), policy=TEXT_2005)
        assert _written(decision).missing == ()
        assert decision.findings == ()

    def test_a_silent_list(self) -> None:
        silent: CitedList[OpinionPart] = CitedList((), TEXT_2022.parts.citation, Absent.silent)
        decision = _decide(policy=evolve(TEXT_2022, parts=silent))
        assert codes(decision.reasons) == ["value.silent"]


class TestResults:
    """2022 Art. 32: support is urged, lack of a legal basis explained, rejection counselled."""

    @pytest.mark.parametrize(
        ("policy", "result", "follow_up"),
        [
            (TEXT_2022, "support", FollowUp.urge_execution),
            (TEXT_2022, "explain", FollowUp.explain_to_petitioner),
            (TEXT_2022, "reject", FollowUp.counsel),
            (TEXT_2005, "support", FollowUp.urge_execution),
            (TEXT_2005, "explain", FollowUp.explain_to_petitioner),
            (TEXT_2005, "reject", None),
        ],
    )
    def test_what_follows(self, policy: Params, result: str, follow_up: FollowUp | None) -> None:
        decision = _decide(result=OpinionResult[result], policy=policy)
        assert _written(decision).follow_up is follow_up
        assert decision.findings == ()

    def test_no_result_yet(self) -> None:
        decision = _decide(result=None)
        assert _written(decision).follow_up is None
        assert codes(decision.reasons)[-1] == "opinion_content.no_result"

    def test_a_result_that_the_text_does_not_know(self) -> None:
        only: CitedList[OpinionResult] = CitedList(
            TEXT_2022.results.steps[:1], TEXT_2022.results.citation
        )
        decision = _decide(result=OpinionResult.reject, policy=evolve(TEXT_2022, results=only))
        assert codes(decision.findings) == ["opinion_content.odd_result"]


class TestAgreements:
    """2022 Art. 33: mediation and reconciliation end with an agreement of their own."""

    @pytest.mark.parametrize(
        ("settlement", "document"),
        [
            (Settlement.mediation, SettlementDocument.mediation_agreement),
            (Settlement.reconciliation, SettlementDocument.reconciliation_agreement),
        ],
    )
    def test_drawn_up(self, settlement: Settlement, document: SettlementDocument) -> None:
        decision = _decide(settlement=settlement)
        assert _written(decision).agreement is document
        assert codes(decision.reasons)[-1] == "opinion_content.agreement"

    @pytest.mark.parametrize("settlement", Settlement)
    def test_2005_is_silent(self, settlement: Settlement) -> None:
        decision = _decide(settlement=settlement, policy=TEXT_2005)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer; what is there is never missing."""

    @given(
        some(OpinionPart),
        st.none() | st.sampled_from(OpinionResult),
        st.none() | st.sampled_from(Settlement),
        params(Params),
    )
    def test_any_facts(
        self,
        present_parts: tuple[OpinionPart, ...],
        result: OpinionResult | None,
        settlement: Settlement | None,
        policy: Params,
    ) -> None:
        decision = decide(present_parts, result, settlement, policy)
        assert_explained(decision)
        if isinstance(decision.outcome, Written):
            missing = decision.outcome.missing
            assert not set(missing) & set(present_parts)
            assert ("opinion_content.lacks" in codes(decision.findings)) is bool(missing)
