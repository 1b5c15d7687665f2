"""How satisfied is the petitioner with each of those who are rated?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, rated, recorded
from strategies_limits import meeting
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.satisfaction import LATEST, Params, Satisfaction, decide
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EvaluationState,
    EventKind,
    Grade,
    OverdueScheme,
    Role,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = present(load_policy("national").on(day("2025-01-01")).follow_through.satisfaction)
OFFICE, BODY = Role.petition_office, Role.handling_body
OPEN, OVERDUE = Deadline(Status.open), Deadline(Status.lapsed)
Outcome = Deadline | Undetermined | Absent
WINDOWS = st.builds(Deadline, st.sampled_from(Status)) | st.sampled_from(
    (Undetermined.undetermined, Absent.none)
)


def _decide(
    *events: Event, window: Outcome = OPEN, params: Params = NATIONAL
) -> Decision[Satisfaction]:
    decision = decide(window, History(events), params)
    assert_explained(decision)
    return decision


def _stand(decision: Decision[Satisfaction]) -> list[tuple[Role, str, Grade, Grade]]:
    assert isinstance(decision.outcome, Satisfaction)
    return [
        (one.target, one.state.name, one.grade, one.counts_as) for one in decision.outcome.ratings
    ]


class TestTargets:
    """Rating measures Art. 3: petition office and responsible body are rated apart."""

    def test_the_two_ratings_stand_side_by_side(self) -> None:
        decision = _decide(
            rated("2025-03-10", Grade.satisfied, OFFICE),
            rated("2025-03-10", Grade.dissatisfied, BODY),
        )
        assert _stand(decision) == [
            (OFFICE, "rated", Grade.satisfied, Grade.satisfied),
            (BODY, "rated", Grade.dissatisfied, Grade.dissatisfied),
        ]
        assert codes(decision.reasons) == [
            "satisfaction.graded",
            "satisfaction.graded",
            "satisfaction.by_latest",
        ]

    def test_a_rating_of_somebody_else_is_none_of_theirs(self) -> None:
        decision = _decide(rated("2025-03-10", Grade.satisfied, Role.agent))
        assert [state for _, state, _, _ in _stand(decision)] == ["unrated", "unrated"]
        assert decision.reasons[-1].text() == (
            "记录了对代理员的评价；本办法的评价对象为信访部门、承办单位，其余不计入"
        )

    def test_a_rating_of_those_who_are_named_needs_no_such_word(self) -> None:
        decision = _decide(rated("2025-03-10", Grade.satisfied, OFFICE))
        assert "satisfaction.unlisted" not in codes(decision.reasons)

    def test_each_reason_cites_the_line_of_its_target(self) -> None:
        first, second = _decide(rated("2025-03-10", Grade.satisfied, OFFICE)).reasons[:2]
        assert present(first.citation).phrase == "信访部门"
        assert present(second.citation).phrase == "有权处理的机关、单位"

    def test_localities_may_name_others(self) -> None:
        assert "satisfaction" in load_policy("national").editions[0].open_rules


class TestLatest:
    """Of several ratings the latest counts, of several at one moment the lower; late or not."""

    @pytest.mark.parametrize(
        ("ratings", "grade"),
        [
            ([("2025-03-10", Grade.dissatisfied), ("2025-03-12", Grade.satisfied)], "satisfied"),
            ([("2025-03-12", Grade.satisfied), ("2025-03-10", Grade.dissatisfied)], "satisfied"),
            (
                [("2025-03-10", Grade.satisfied), ("2025-03-10", Grade.basically_satisfied)],
                "basically_satisfied",
            ),
        ],
    )
    def test_the_order_of_recording_does_not_matter(
        self, ratings: list[tuple[str, Grade]], grade: str
    ) -> None:
        decision = _decide(*(rated(on, given, OFFICE) for on, given in ratings))
        assert _stand(decision)[0] == (OFFICE, "rated", Grade[grade], Grade[grade])
        assert decision.reasons[-1].citation is LATEST

    def test_a_late_rating_is_taken(self) -> None:
        ratings = (rated("2025-09-10", Grade.satisfied, one) for one in (OFFICE, BODY))
        decision = _decide(*ratings, window=Deadline(Status.late))
        assert {state for _, state, _, _ in _stand(decision)} == {"rated"}

    def test_a_reopening_does_not_wipe_a_rating_out(self) -> None:
        history = recorded(rated("2025-03-10", Grade.dissatisfied, OFFICE), reopen="2025-03-12")
        decision = decide(OPEN, history, NATIONAL)
        assert _stand(decision)[0][2] is Grade.dissatisfied


class TestOverdue:
    """A rating not given in time stands apart, unless the policy counts it as satisfied."""

    def test_by_default_it_counts_in_no_rate_of_satisfaction(self) -> None:
        decision = _decide(window=OVERDUE)
        assert {row[1:] for row in _stand(decision)} == {
            ("overdue_unrated", Grade.unrated, Grade.unrated)
        }
        assert decision.basis is Basis.assumed
        assert codes(decision.reasons)[-1] == "satisfaction.overdue"

    def test_one_who_is_rated_is_not_overdue(self) -> None:
        decision = _decide(rated("2025-03-10", Grade.satisfied, OFFICE), window=OVERDUE)
        assert [row[1] for row in _stand(decision)] == ["rated", "overdue_unrated"]

    def test_the_other_scheme_counts_it_as_satisfied_and_still_says_that_none_was_given(
        self,
    ) -> None:
        scheme = evolve(NATIONAL.overdue, value=OverdueScheme.satisfied)
        decision = _decide(window=OVERDUE, params=evolve(NATIONAL, overdue=scheme))
        assert {row[1:] for row in _stand(decision)} == {
            ("overdue_unrated", Grade.unrated, Grade.satisfied)
        }

    @pytest.mark.parametrize("status", [one for one in Status if one is not Status.lapsed])
    def test_only_a_window_that_has_passed_makes_it_overdue(self, status: Status) -> None:
        decision = _decide(window=Deadline(status))
        assert {row[1] for row in _stand(decision)} == {"unrated"}

    @pytest.mark.parametrize(
        "window", [Undetermined.undetermined, Deadline(Status.undetermined), Absent.none]
    )
    def test_where_the_window_is_not_known_nobody_is_called_late(self, window: Outcome) -> None:
        decision = _decide(window=window)
        assert {row[1] for row in _stand(decision)} == {"unrated"}
        assert "satisfaction.window_unknown" in codes(decision.reasons)

    def test_a_silent_scheme_is_named_only_where_it_is_needed(self) -> None:
        silent = evolve(NATIONAL, overdue=evolve(NATIONAL.overdue, value=Absent.silent))
        assert _decide(params=silent).outcome == _decide().outcome
        decision = _decide(window=OVERDUE, params=silent)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[-1].citation == silent.overdue.citation


class TestSilence:
    """A policy that names nobody, or is silent about it."""

    def test_silent_targets(self) -> None:
        silent: CitedList[Role] = CitedList((), NATIONAL.targets.citation, Absent.silent)
        decision = _decide(params=evolve(NATIONAL, targets=silent))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_no_targets(self) -> None:
        nobody: CitedList[Role] = CitedList((), NATIONAL.targets.citation, Absent.none)
        decision = _decide(params=evolve(NATIONAL, targets=nobody))
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["satisfaction.no_targets"]

    def test_one_target_that_is_silent(self) -> None:
        step: Sourced[Role] = Sourced(Absent.silent, NATIONAL.targets.citation)
        targets = CitedList((*NATIONAL.targets.steps, step), NATIONAL.targets.citation)
        decision = _decide(params=evolve(NATIONAL, targets=targets))
        assert decision.outcome is Undetermined.undetermined


class TestProperties:
    """Any facts have an answer, and it never depends on how they were recorded."""

    @given(WINDOWS, meeting(EventKind.evaluate), any_params(Params))
    def test_total(self, window: Outcome, history: History, params: Params) -> None:
        decision = decide(window, history, params)
        assert_explained(decision)
        if isinstance(decision.outcome, Satisfaction):
            ratings = decision.outcome.ratings
            assert tuple(one.target for one in ratings) == params.targets.values
            for one in ratings:
                assert (one.state is EvaluationState.rated) is (one.grade is not Grade.unrated)

    @given(WINDOWS, meeting(EventKind.evaluate), st.data())
    def test_order_of_recording(
        self, window: Outcome, history: History, data: st.DataObject
    ) -> None:
        shuffled = History(tuple(data.draw(st.permutations(history.events))))
        assert decide(window, shuffled, NATIONAL) == decide(window, history, NATIONAL)

    @given(meeting(EventKind.evaluate))
    def test_a_grade_given_never_depends_on_the_window(self, history: History) -> None:
        first, *others = (
            [row[2] for row in _stand(decide(window, history, NATIONAL))]
            for window in (OPEN, OVERDUE, Undetermined.undetermined)
        )
        assert all(one == first for one in others)
