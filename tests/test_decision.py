"""Decisions: answers that explain themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import LANGS
from strategies_params import citations, sourced
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import Citation, Sourced, weakest
from xinfang_core.vocabulary import Basis, ReplyKind, Severity

CITED = Citation("网上信访代理工作经验材料", "一、分类代理（一）", "", Basis.interpreted, "先后")
FLAGGED = Reason("reply_kind.flagged", (("kind", ReplyKind.urgent),), CITED)
PLAIN = Reason("reply_kind.recorded", (("kind", ReplyKind.urgent),))


class TestReason:
    """A code and its facts; the sentence is made on demand."""

    def test_the_sentence_in_both_languages(self) -> None:
        assert FLAGGED.text() == "标记为紧急事项"
        assert FLAGGED.text("en") == "it is flagged as “urgent”"

    def test_the_citation_follows_the_sentence(self) -> None:
        cited = "网上信访代理工作经验材料 一、分类代理（一）"
        assert FLAGGED.cited_text() == f"标记为紧急事项 ← {cited}〔解释〕"
        assert FLAGGED.cited_text("en") == f"it is flagged as “urgent” ← {cited}〔interpreted〕"

    def test_a_recorded_fact_has_no_citation(self) -> None:
        assert PLAIN.cited_text() == PLAIN.text() == "登记类别为紧急事项"
        assert PLAIN.cited_text("en") == PLAIN.text("en")


class TestBasis:
    """A decision is as firm as the weakest of its reasons; findings do not weaken it."""

    @given(st.lists(st.none() | citations()))
    def test_the_weakest_reason_decides(self, found: list[Citation | None]) -> None:
        reasons = tuple(Reason("deadline.met", (), citation) for citation in found)
        decision = Decision(ReplyKind.urgent, reasons)
        assert decision.weakest == weakest(citation for citation in found if citation)
        assert decision.basis is (decision.weakest.basis if decision.weakest else Basis.stated)

    def test_a_finding_does_not_weaken_the_answer(self) -> None:
        assumed = Citation("甲", "一", "", Basis.assumed, "请确认")
        finding = Finding(Severity.notice, Reason("deadline.met", (), assumed))
        assert Decision(ReplyKind.urgent, (FLAGGED,), (finding,)).basis is Basis.interpreted

    def test_recorded_facts_alone_are_as_firm_as_can_be(self) -> None:
        decision = Decision(ReplyKind.urgent, (PLAIN,))
        assert decision.basis is Basis.stated
        assert decision.weakest is None


class TestExplanation:
    """The reasons with their citations, one a line, in the order of thought."""

    def test_one_line_a_reason(self) -> None:
        decision = Decision(ReplyKind.urgent, (PLAIN, FLAGGED))
        assert decision.explain() == f"{PLAIN.cited_text()}\n{FLAGGED.cited_text()}"
        assert decision.explain("en") == f"{PLAIN.cited_text('en')}\n{FLAGGED.cited_text('en')}"

    @given(sourced(st.integers()))
    def test_silence_tells_what_is_missing_and_cites_the_clause(self, value: Sourced[int]) -> None:
        reason = silence(value)
        assert reason.code == "value.silent"
        assert reason.citation == value.citation
        for lang in LANGS:
            assert value.citation.note in reason.text(lang)
            assert value.citation.clause in reason.cited_text(lang)

    def test_a_decision_cannot_be_changed(self) -> None:
        with pytest.raises(AttributeError):
            Decision(ReplyKind.urgent, (PLAIN,)).outcome = ReplyKind.general  # type: ignore[misc]
