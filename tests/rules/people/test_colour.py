"""Which of the three colours marks the matter?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.people import handling_level
from xinfang_core.rules.people.colour import NEEDS_LEVEL, Params, decide
from xinfang_core.vocabulary import Absent, Basis, Level, LevelColour, Undetermined

PACK = load_policy("yubei").on(day("2025-01-01"))
YUBEI = present(PACK.people.colour)
LEVELS = present(PACK.people.handling_level)
OUTCOMES = st.sampled_from((*Level, Undetermined.undetermined, Absent.none))


class TestThreeLevels:
    """Yubei 11: red in the village, orange in the town, yellow at the district.

    What the village can handle is red; what it cannot goes to the town and is orange; what is
    beyond the town goes to the district command centre and is yellow.
    """

    @pytest.mark.parametrize(
        ("village", "town", "level", "colour"),
        [
            (True, True, "village", "red"),
            (True, False, "village", "red"),
            (True, None, "village", "red"),
            (False, True, "town", "orange"),
            (False, False, "district", "yellow"),
        ],
    )
    def test_from_who_can_handle_it_to_the_colour(
        self,
        village: bool,  # noqa: FBT001 - a row of the table
        town: bool | None,  # noqa: FBT001
        level: str,
        colour: str,
    ) -> None:
        able = handling_level.decide(
            village_can_handle=village, town_can_handle=town, params=LEVELS
        )
        assert able.outcome is Level[level]
        decision = decide(able.outcome, YUBEI)
        assert_explained(decision)
        assert decision.outcome is LevelColour[colour]
        assert decision.basis is Basis.stated

    @pytest.mark.parametrize(("village", "town"), [(None, True), (None, None), (False, None)])
    def test_an_unknown_level_has_no_colour(
        self,
        village: bool | None,  # noqa: FBT001
        town: bool | None,  # noqa: FBT001
    ) -> None:
        able = handling_level.decide(
            village_can_handle=village, town_can_handle=town, params=LEVELS
        )
        decision = decide(able.outcome, YUBEI)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation is NEEDS_LEVEL

    @pytest.mark.parametrize("level", [Level.city, Level.province, Level.nation])
    def test_levels_above_the_district_have_no_colour_in_the_source(self, level: Level) -> None:
        decision = decide(level, YUBEI)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_the_sentence_names_level_and_colour(self) -> None:
        decision = decide(Level.town, YUBEI)
        assert decision.reasons[0].text() == "由乡镇（街道）办理，列为橙色类"

    def test_a_colour_is_never_an_urgency(self) -> None:
        assert "urgent" not in LevelColour.__members__
        assert "不表示轻重缓急" in NEEDS_LEVEL.note


class TestAlwaysAnAnswer:
    """Whatever the level and the policy, there is an explained answer."""

    @given(OUTCOMES, any_params(Params))
    def test_total(self, level: Level | Undetermined | Absent, params: Params) -> None:
        decision = decide(level, params)
        assert_explained(decision)
        assert not decision.findings

    @given(st.sampled_from((Level.village, Level.town, Level.district)))
    def test_each_level_has_a_colour_of_its_own(self, level: Level) -> None:
        mine = decide(level, YUBEI).outcome
        others = {decide(one, YUBEI).outcome for one in Level if one is not level}
        assert isinstance(mine, LevelColour)
        assert mine not in others
