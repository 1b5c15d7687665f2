"""Was the visit made above the level next to the competent one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from checks import assert_explained, codes, day, present
from strategies_national import FORMS, LEVELS
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.skip_level import GUIDED_ONLY, Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import (
    Absent,
    Level,
    LevelReach,
    PetitionForm,
    Undetermined,
    VisitLevel,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
EDITIONS = [present(NATIONAL.on(day(one)).kind.skip_level) for one in ("2005-05-01", "2022-05-01")]
TEXT = EDITIONS[-1]
VISIT = PetitionForm.visit


def _decide(
    visited: Level | None,
    competent: Level | None,
    form: PetitionForm | None = VISIT,
    policy: Params = TEXT,
) -> Decision[VisitLevel]:
    decision = decide(form, visited, competent, policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


@pytest.mark.parametrize("policy", EDITIONS)
class TestLevels:
    """2022 Art. 20, 2005 Art. 16: the competent level or the one above it."""

    @pytest.mark.parametrize(
        ("visited", "level"),
        [
            ("village", "step_by_step"),
            ("town", "step_by_step"),
            ("district", "step_by_step"),
            ("city", "skipping"),
            ("province", "skipping"),
            ("nation", "skipping"),
        ],
    )
    def test_a_matter_of_the_town(self, policy: Params, visited: str, level: str) -> None:
        decision = _decide(Level[visited], Level.town, policy=policy)
        assert decision.outcome is VisitLevel[level]

    def test_the_reason_tells_how_far_from_the_competent_level_it_was(self, policy: Params) -> None:
        told = [
            dict(_decide(level, Level.town, policy=policy).reasons[0].facts)["reach"]
            for level in (Level.village, Level.town, Level.district, Level.city, Level.nation)
        ]
        further = LevelReach.further_above
        near = [LevelReach.below, LevelReach.own, LevelReach.next_above]
        assert told == [*near, further, further]

    def test_a_visit_higher_up_is_guided_and_loses_nothing(self, policy: Params) -> None:
        decision = _decide(Level.nation, Level.district, policy=policy)
        assert codes(decision.reasons) == ["skip_level.skipped", "skip_level.guided"]
        assert decision.reasons[1].citation is GUIDED_ONLY

    @pytest.mark.parametrize("form", [one for one in PetitionForm if one is not VISIT])
    def test_other_forms_skip_nothing(self, policy: Params, form: PetitionForm) -> None:
        assert _decide(Level.nation, Level.town, form, policy).outcome is Absent.none


class TestUnknown:
    """What is not recorded is not guessed."""

    @pytest.mark.parametrize(
        ("visited", "competent"), [(None, Level.town), (Level.nation, None), (None, None)]
    )
    def test_a_level(self, visited: Level | None, competent: Level | None) -> None:
        decision = _decide(visited, competent)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["skip_level.level_not_recorded"]

    def test_the_form(self) -> None:
        decision = _decide(Level.nation, Level.town, None)
        assert codes(decision.reasons) == ["skip_level.form_not_recorded"]

    def test_a_silent_list(self) -> None:
        silent: CitedList[LevelReach] = CitedList((), TEXT.allowed.citation, Absent.silent)
        decision = _decide(Level.nation, Level.town, policy=evolve(TEXT, allowed=silent))
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer; nobody skips a level by calling at or below the competent one."""

    @given(FORMS, LEVELS, LEVELS, params(Params))
    def test_any_facts(
        self,
        form: PetitionForm | None,
        visited: Level | None,
        competent: Level | None,
        policy: Params,
    ) -> None:
        decision = decide(form, visited, competent, policy)
        assert_explained(decision)
        if decision.outcome is VisitLevel.skipping:
            order = list(Level)
            assert form is VISIT
            assert order.index(present(visited)) >= order.index(present(competent))

    @given(LEVELS, LEVELS)
    def test_lower_is_never_worse(self, visited: Level | None, competent: Level | None) -> None:
        if decide(VISIT, visited, competent, TEXT).outcome is VisitLevel.step_by_step:
            order = list(Level)
            for lower in order[: order.index(present(visited))]:
                assert decide(VISIT, lower, competent, TEXT).outcome is VisitLevel.step_by_step
