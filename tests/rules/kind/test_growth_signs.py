"""What is offered where a matter shows signs that it may grow?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.growth_signs import ALREADY_SO, OFFERS_ONLY, Params, decide
from xinfang_core.vocabulary import Absent, Basis, Offer, Sign

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.decision import Decision

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).kind.growth_signs)
THREE = (Sign.group_visit, Sign.skip_level_visit, Sign.repeat_visit)
SIGNS = st.lists(st.sampled_from(Sign), max_size=4)


def _decide(
    signs: Collection[Sign] = (),
    params: Params = PROXY,
    *,
    group: bool | None = False,
    skip_level: bool | None = False,
    repeat: bool | None = False,
) -> Decision[tuple[Offer, ...]]:
    decision = decide(signs, group=group, skip_level=skip_level, repeat=repeat, params=params)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestOffers:
    """Online-proxy 12: at three signs the matter is talked through, then the video is offered."""

    @pytest.mark.parametrize("sign", THREE)
    def test_each_sign_leads_to_both_in_this_order(self, sign: Sign) -> None:
        decision = _decide((sign,))
        assert decision.outcome == (Offer.early_mediation, Offer.video_reception)
        assert [one.citation for one in decision.reasons] == [
            PROXY.first[sign].citation,
            PROXY.then[sign].citation,
        ]
        assert decision.basis is Basis.stated

    def test_several_signs_lead_to_each_offer_once(self) -> None:
        assert _decide(THREE).outcome == (Offer.early_mediation, Offer.video_reception)

    @pytest.mark.parametrize(
        ("fact", "sign"),
        [
            ("group", Sign.group_visit),
            ("skip_level", Sign.skip_level_visit),
            ("repeat", Sign.repeat_visit),
        ],
    )
    def test_a_matter_that_already_is_so_gets_the_same(self, fact: str, sign: Sign) -> None:
        facts: dict[str, Any] = {fact: True}
        decision = _decide(**facts)
        assert decision.outcome == _decide((sign,)).outcome
        assert decision.reasons[-1].citation is ALREADY_SO

    @pytest.mark.parametrize("sign", [Sign.tendency, Sign.action])
    def test_a_sign_that_the_policy_does_not_name_leads_to_nothing(self, sign: Sign) -> None:
        decision = _decide((sign,))
        assert decision.outcome is Absent.none
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("growth_signs.not_named", OFFERS_ONLY)

    def test_it_does_not_take_away_what_another_sign_leads_to(self) -> None:
        decision = _decide((Sign.action, Sign.repeat_visit))
        assert decision.outcome == (Offer.early_mediation, Offer.video_reception)
        assert decision.basis is Basis.interpreted

    def test_without_a_sign_there_is_no_occasion(self) -> None:
        decision = _decide(group=None, skip_level=None, repeat=None)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["growth_signs.none"]


class TestTotality:
    """Any signs have an answer; one more sign never takes an offer away."""

    @given(SIGNS, st.tuples(FLAGS, FLAGS, FLAGS), any_params(Params))
    def test_any_facts_have_an_answer(
        self, signs: list[Sign], flags: tuple[bool | None, ...], params: Params
    ) -> None:
        group, skip_level, repeat = flags
        decision = _decide(signs, params, group=group, skip_level=skip_level, repeat=repeat)
        assert decision.outcome is Absent.none or isinstance(decision.outcome, tuple)

    @given(SIGNS, st.sampled_from(Sign), any_params(Params))
    def test_more_signs_never_mean_fewer_offers(
        self, signs: list[Sign], more: Sign, params: Params
    ) -> None:
        before = _decide(signs, params, repeat=True).outcome
        after = _decide([*signs, more], params, repeat=True).outcome
        offered = set(before) if isinstance(before, tuple) else set()
        assert offered <= (set(after) if isinstance(after, tuple) else set())

    @given(st.permutations(THREE), any_params(Params))
    def test_the_order_of_the_record_does_not_matter(
        self, signs: list[Sign], params: Params
    ) -> None:
        assert _decide(signs, params) == _decide(THREE, params)
