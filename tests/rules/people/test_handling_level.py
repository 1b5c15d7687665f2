"""At which level is the matter handled?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.handling_level import LOWEST_ABLE, Params, decide
from xinfang_core.vocabulary import Absent, Basis, Level, Undetermined

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).people.handling_level)


class TestLevels:
    """Online-proxy 10: the village what it can, at once; else the town or a district department."""

    @pytest.mark.parametrize(
        ("village", "town", "level"),
        [
            (True, None, "village"),
            (True, False, "village"),
            (False, True, "town"),
            (False, False, "district"),
        ],
    )
    def test_the_lowest_level_that_can(
        self, level: str, *, village: bool, town: bool | None
    ) -> None:
        decision = decide(village_can_handle=village, town_can_handle=town, params=PROXY)
        assert_explained(decision)
        assert decision.outcome is Level[level]
        assert decision.reasons[0].citation == PROXY.levels.cited(Level[level])
        assert decision.reasons[-1].citation is LOWEST_ABLE

    def test_the_village_handles_at_once(self) -> None:
        decision = decide(village_can_handle=True, town_can_handle=None, params=PROXY)
        at_once = decision.reasons[1]
        assert (at_once.code, at_once.citation) == (
            "handling_level.at_once",
            PROXY.at_once.citation,
        )
        assert PROXY.at_once.citation.phrase == "能够办理的当即办理"

    def test_the_town_need_not(self) -> None:
        decision = decide(village_can_handle=False, town_can_handle=True, params=PROXY)
        assert "handling_level.at_once" not in codes(decision.reasons)

    def test_which_of_town_and_district_comes_first_is_our_reading(self) -> None:
        bases = {step.value: step.citation.basis for step in PROXY.levels.steps}
        assert bases == {
            Level.village: Basis.stated,
            Level.town: Basis.interpreted,
            Level.district: Basis.interpreted,
        }


class TestUnknown:
    """What is not recorded is not guessed."""

    @pytest.mark.parametrize(
        ("village", "town", "level"),
        [(None, None, "village"), (None, True, "village"), (False, None, "town")],
    )
    def test_the_level_that_nobody_asked(
        self, level: str, *, village: bool | None, town: bool | None
    ) -> None:
        decision = decide(village_can_handle=village, town_can_handle=town, params=PROXY)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        (reason,) = decision.reasons
        assert dict(reason.facts) == {"level": Level[level]}

    @pytest.mark.parametrize(
        ("absent", "outcome", "code"),
        [
            (Absent.silent, Undetermined.undetermined, "value.silent"),
            (Absent.none, Absent.none, "handling_level.no_levels"),
        ],
    )
    def test_a_policy_without_levels(self, absent: Absent, outcome: object, code: str) -> None:
        params = evolve(PROXY, levels=evolve(PROXY.levels, steps=(), absent=absent))
        decision = decide(village_can_handle=True, town_can_handle=True, params=params)
        assert_explained(decision)
        assert decision.outcome is outcome
        assert codes(decision.reasons) == [code]


class TestTotality:
    """Any facts have an answer, and who can handle more never sends a matter higher."""

    @given(village=FLAGS, town=FLAGS, params=any_params(Params))
    def test_any_facts_have_an_answer(
        self, *, village: bool | None, town: bool | None, params: Params
    ) -> None:
        decision = decide(village_can_handle=village, town_can_handle=town, params=params)
        assert_explained(decision)
        assert decision.findings == ()
        if isinstance(decision.outcome, Level):
            assert decision.outcome in params.levels

    @given(village=FLAGS, town=FLAGS)
    def test_an_able_town_never_sends_it_higher(
        self, *, village: bool | None, town: bool | None
    ) -> None:
        found = decide(village_can_handle=village, town_can_handle=town, params=PROXY).outcome
        able = decide(village_can_handle=village, town_can_handle=True, params=PROXY).outcome
        order = list(Level)
        if isinstance(found, Level):
            assert isinstance(able, Level)
            assert order.index(able) <= order.index(found)
