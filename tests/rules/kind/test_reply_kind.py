"""Which of the four kinds of matters is it?"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, present
from strategies import FLAGS, reply_kind_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.reply_kind import PRECEDENCE, Params, decide
from xinfang_core.vocabulary import Absent, Basis, Declared, MatterKind, ReplyKind, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

PROXY = present(load_policy("online-proxy").on(date(2025, 1, 1)).kind.reply_kind)
URGENT, CONSULTATION = ReplyKind.urgent, ReplyKind.consultation
GENERAL, INVESTIGATION = ReplyKind.general, ReplyKind.investigation


def _decide(
    category: ReplyKind | None = None,
    *,
    urgent: bool | None = False,
    investigation: bool | None = False,
    consultation: bool | None = False,
) -> Decision[MatterKind]:
    return decide(
        category,
        urgent=urgent,
        needs_investigation=investigation,
        consultation=consultation,
        params=PROXY,
    )


def _unrecorded(decision: Decision[MatterKind]) -> list[object]:
    """The kinds that are told to be read as no."""
    reasons = (one for one in decision.reasons if one.code == "reply_kind.not_recorded")
    return [dict(reason.facts)["kinds"] for reason in reasons]


class TestPrecedence:
    """Online-proxy, first part, first route: four kinds are named, and not which one wins.

    Read: the recorded category wins; else urgent, then investigation, then consultation.
    """

    @pytest.mark.parametrize("category", ReplyKind)
    def test_the_recorded_category_wins_over_every_flag(self, category: ReplyKind) -> None:
        for urgent, investigation, consultation in product((None, False, True), repeat=3):
            decision = _decide(
                category, urgent=urgent, investigation=investigation, consultation=consultation
            )
            assert decision.outcome is category
            assert codes(decision.reasons) == ["reply_kind.recorded"]

    @pytest.mark.parametrize("consultation", [None, False, True])
    @pytest.mark.parametrize("investigation", [None, False, True])
    def test_urgent_comes_first(
        self, *, investigation: bool | None, consultation: bool | None
    ) -> None:
        decision = _decide(urgent=True, investigation=investigation, consultation=consultation)
        assert decision.outcome is URGENT
        assert codes(decision.reasons) == ["reply_kind.flagged"]

    @pytest.mark.parametrize("consultation", [None, False, True])
    def test_investigation_comes_before_consultation(self, *, consultation: bool | None) -> None:
        decision = _decide(investigation=True, consultation=consultation)
        assert decision.outcome is INVESTIGATION
        assert codes(decision.reasons) == ["reply_kind.flagged"]

    def test_a_mere_question_is_a_consultation(self) -> None:
        assert _decide(consultation=True).outcome is CONSULTATION

    @pytest.mark.parametrize("flag", ["urgent", "investigation", "consultation"])
    def test_each_flag_alone_decides_and_cites_the_reading(self, flag: str) -> None:
        decision = _decide(**{flag: True})  # type: ignore[arg-type]
        assert decision.outcome is ReplyKind[flag]
        (reason,) = decision.reasons
        assert dict(reason.facts) == {"kind": ReplyKind[flag]}
        assert reason.citation is PRECEDENCE

    def test_the_precedence_is_a_reading_and_says_so(self) -> None:
        assert PRECEDENCE.basis is Basis.interpreted
        assert PRECEDENCE.note
        assert _decide(GENERAL).weakest is PRECEDENCE


class TestDefault:
    """What none of the three flags marks is a general matter; the default is data."""

    def test_no_flag_at_all_makes_a_general_matter(self) -> None:
        decision = _decide()
        assert decision.outcome is GENERAL
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("reply_kind.default", PROXY.default.citation)
        assert dict(reason.facts) == {"kind": GENERAL}

    @given(reply_kind_params())
    def test_the_policy_says_which_and_a_policy_that_does_not_leaves_it_open(
        self, params: Params
    ) -> None:
        decision = decide(
            None, urgent=None, needs_investigation=False, consultation=False, params=params
        )
        assert_explained(decision)
        assert decision.reasons[-1].citation == params.default.citation
        if isinstance(params.default.value, Absent):
            assert decision.outcome is Undetermined.undetermined
            assert codes(decision.reasons) == ["value.silent"]
        else:
            assert decision.outcome is params.default.value


class TestUnrecorded:
    """A flag that is not recorded is read as no, with a reason that names it."""

    def test_all_three_unrecorded_are_named_in_their_order(self) -> None:
        decision = _decide(urgent=None, investigation=None, consultation=None)
        assert decision.outcome is GENERAL
        assert codes(decision.reasons) == ["reply_kind.not_recorded", "reply_kind.default"]
        assert _unrecorded(decision) == [(URGENT, INVESTIGATION, CONSULTATION)]
        assert decision.reasons[0].citation is PRECEDENCE

    def test_an_unrecorded_urgency_is_named_where_a_lower_flag_decides(self) -> None:
        decision = _decide(urgent=None, consultation=True)
        assert decision.outcome is CONSULTATION
        assert _unrecorded(decision) == [(URGENT,)]

    def test_a_flag_below_the_deciding_one_does_not_matter(self) -> None:
        assert _unrecorded(_decide(investigation=True, consultation=None)) == []

    def test_a_recorded_no_is_not_named(self) -> None:
        assert _unrecorded(_decide(urgent=False, investigation=None)) == [(INVESTIGATION,)]


class TestTotality:
    """Every combination of facts has an answer with reasons."""

    @given(st.none() | st.sampled_from(ReplyKind), FLAGS, FLAGS, FLAGS, reply_kind_params())
    def test_the_outcome_is_the_first_that_applies(
        self,
        category: ReplyKind | None,
        urgent: bool | None,  # noqa: FBT001
        investigation: bool | None,  # noqa: FBT001
        consultation: bool | None,  # noqa: FBT001
        params: Params,
    ) -> None:
        decision = decide(
            category,
            urgent=urgent,
            needs_investigation=investigation,
            consultation=consultation,
            params=params,
        )
        assert_explained(decision)
        claims = (
            category,
            URGENT if urgent else None,
            INVESTIGATION if investigation else None,
            CONSULTATION if consultation else None,
            params.default.value,
        )
        expected = next(claim for claim in claims if claim)
        if isinstance(expected, Absent):
            assert decision.outcome is Undetermined.undetermined
        else:
            assert decision.outcome is expected
        assert decision.findings == ()


def test_a_category_of_another_policy_is_none_of_the_four() -> None:
    decision = decide(
        Declared("help", "求助"),
        urgent=None,
        needs_investigation=None,
        consultation=None,
        params=PROXY,
    )
    assert decision.outcome is Undetermined.undetermined
    assert decision.missing == ("category",)
    assert_explained(decision)
