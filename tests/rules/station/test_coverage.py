"""Is there an agent within a walk of every settlement?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import LANGS, UNFILLED, assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.coverage import WALKED, Coverage, Params, Settlement, cover
from xinfang_core.vocabulary import Absent, Basis, Severity, Undetermined

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).station.coverage)
WALKS = st.none() | st.lists(st.integers(0, 60), max_size=4).map(tuple)
PLACES = st.lists(
    st.builds(Settlement, st.sampled_from(("东村", "西村", "社区")), WALKS), max_size=6
)


class TestQuarterOfAnHour:
    """Online-proxy 16: at least 1 agent within 15 minutes' walk of every settlement."""

    def test_the_numbers_are_stated(self) -> None:
        assert (PROXY.walk.value, PROXY.agents.value) == (15, 1)
        assert {PROXY.walk.citation.basis, PROXY.agents.citation.basis} == {Basis.stated}
        assert "一刻钟" in PROXY.walk.citation.phrase

    def test_fifteen_minutes_are_within_and_sixteen_are_not(self) -> None:
        places = (Settlement("东村", (15, 40)), Settlement("西村", (16,)), Settlement("山上", ()))
        decision = cover(places, PROXY)
        assert_explained(decision)
        assert decision.outcome == Coverage(3, ("西村", "山上"), ())
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert dict(finding.reason.facts) == {"keys": ("西村", "山上")}
        assert finding.reason.citation == PROXY.walk.citation

    def test_what_is_not_recorded_is_neither_covered_nor_lacking(self) -> None:
        decision = cover((Settlement("东村", None),), PROXY)
        assert_explained(decision)
        assert decision.outcome == Coverage(1, (), ("东村",))
        (finding,) = decision.findings
        assert (finding.severity, finding.reason.citation) == (Severity.notice, WALKED)

    def test_everybody_is_reached(self) -> None:
        decision = cover((Settlement("东村", (0,)), Settlement("西村", (3, 4))), PROXY)
        assert decision.outcome == Coverage(2, (), ())
        assert decision.findings == ()

    def test_more_agents_may_be_asked_for(self) -> None:
        params = evolve(PROXY, agents=evolve(PROXY.agents, value=2))
        places = (Settlement("东村", (3, 16)), Settlement("西村", (3, 4)))
        assert cover(places, params).outcome == Coverage(2, ("东村",), ())

    def test_it_says_so_in_words(self) -> None:
        found = Coverage(3, ("西村",), ())
        for lang in LANGS:
            assert "3" in found.text(lang)
            assert not UNFILLED.search(found.text(lang))


class TestAbsent:
    """A policy may ask for nothing, or not say how much."""

    @pytest.mark.parametrize("name", ["walk", "agents"])
    @pytest.mark.parametrize(
        ("absent", "outcome", "code"),
        [
            (Absent.silent, Undetermined.undetermined, "value.silent"),
            (Absent.none, Absent.none, "coverage.nothing_asked"),
        ],
    )
    def test_no_number(self, name: str, absent: Absent, outcome: object, code: str) -> None:
        params = evolve(PROXY, **{name: evolve(getattr(PROXY, name), value=absent)})
        decision = cover((), params)
        assert_explained(decision)
        assert decision.outcome is outcome
        assert codes(decision.reasons) == [code]


class TestProperties:
    """Any places have an answer, and one more agent never leaves more places lacking."""

    @given(PLACES, any_params(Params))
    def test_total(self, places: list[Settlement], params: Params) -> None:
        decision = cover(places, params)
        assert_explained(decision)
        if isinstance(decision.outcome, Coverage):
            found = decision.outcome
            assert found.settlements == len(places)
            assert len(found.lacking) + len(found.unknown) <= len(places)

    @given(PLACES, st.integers(0, 60))
    def test_one_more_agent_never_hurts(self, places: list[Settlement], walk: int) -> None:
        before, after = (
            cover(found, PROXY).outcome
            for found in (
                places,
                [evolve(one, minutes=(*(one.minutes or ()), walk)) for one in places],
            )
        )
        assert isinstance(before, Coverage)
        assert isinstance(after, Coverage)
        known = [one.key for one in places if one.minutes is None]
        assert len(after.lacking) <= len(before.lacking) + len(known)
