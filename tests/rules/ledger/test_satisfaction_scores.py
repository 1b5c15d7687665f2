"""How satisfied were petitioners with each of those who are rated, in figures?"""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.errors import InvalidFactError
from xinfang_core.policy import load_policy
from xinfang_core.rules.ledger.satisfaction_scores import (
    Params,
    Ratings,
    TargetScores,
    score,
)
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Grade,
    OverdueScheme,
    Role,
    Rounding,
    Undetermined,
)

YUBEI = present(load_policy("yubei").on(day("2025-01-01")).ledger.satisfaction_scores)
CITED = Citation("甲办法", "第一条", "", Basis.assumed, "示例")
OFFICE, BODY = Role.petition_office, Role.handling_body


POINTS: dict[Grade, Decimal | Absent] = {
    Grade.satisfied: Decimal(100),
    Grade.basically_satisfied: Decimal(80),
    Grade.dissatisfied: Decimal(0),
    Grade.unrated: Absent.none,
}
WEIGHTS: dict[Role, Decimal | Absent] = {
    **dict.fromkeys(Role, Absent.none),
    OFFICE: Decimal(40),
    BODY: Decimal(60),
}


def _scheme(scheme: OverdueScheme, product: Rounding = Rounding.half_up) -> Params:
    """Points and weights from above, everything to two places."""
    return Params(
        overdue=Sourced(scheme, CITED),
        points=Table({grade: Sourced(points, CITED) for grade, points in POINTS.items()}),
        weight=Table({role: Sourced(weight, CITED) for role, weight in WEIGHTS.items()}),
        quotient_places=Sourced(2, CITED),
        quotient_rounding=Sourced(Rounding.half_up, CITED),
        product_places=Sourced(2, CITED),
        product_rounding=Sourced(product, CITED),
    )


APART = _scheme(OverdueScheme.apart)
AS_SATISFIED = _scheme(OverdueScheme.satisfied, Rounding.half_down)
COUNTS = st.integers(0, 500)


@st.composite
def ratings(draw: st.DrawFn, target: Role | None = None) -> Ratings:
    """Counts of any target that go together."""
    counts = [draw(COUNTS) for _ in range(4)]
    owed = sum(counts) + draw(st.integers(0, 20))
    return Ratings(target or draw(st.sampled_from(Role)), owed, *counts)


def _one(counts: Ratings, params: Params) -> TargetScores:
    (found,) = score((counts,), params).targets
    for decision in (
        found.participation,
        found.satisfaction,
        found.rated_satisfaction,
        found.score,
    ):
        assert_explained(decision)
    return found


class TestShares:
    """Of 200 owed 150 said satisfied, 20 basically so, 10 not, and 20 came not in time."""

    COUNTS = Ratings(OFFICE, 200, 150, 20, 10, 20)

    def test_missing_ratings_stand_apart(self) -> None:
        # 180/200 = 90 %; 170/180 = 94.444...; 90 % of 94.44 = 84.996
        found = _one(self.COUNTS, APART)
        assert found.participation.outcome == Decimal("90.00")
        assert found.satisfaction.outcome == Decimal("94.44")
        assert found.rated_satisfaction.outcome == Decimal("85.00")

    def test_missing_ratings_count_as_satisfied(self) -> None:
        # (150 + 20 + 20)/200 = 95 %; 90 % of 95 = 85.5
        found = _one(self.COUNTS, AS_SATISFIED)
        assert found.participation.outcome == Decimal("90.00")
        assert found.satisfaction.outcome == Decimal("95.00")
        assert found.rated_satisfaction.outcome == Decimal("85.50")

    def test_half_down_differs_from_half_up_only_at_the_half(self) -> None:
        # 50 % of 12.50 % is 6.25 %; to one place that is a half exactly
        counts = Ratings(OFFICE, 16, 1, 0, 7, 0)
        half_up = evolve(APART, product_places=Sourced(1, CITED))
        half_down = evolve(half_up, product_rounding=Sourced(Rounding.half_down, CITED))
        up, down = _one(counts, half_up), _one(counts, half_down)
        assert up.participation.outcome == Decimal("50.00")
        assert up.satisfaction.outcome == Decimal("12.50")
        assert up.rated_satisfaction.outcome == Decimal("6.3")
        assert down.rated_satisfaction.outcome == Decimal("6.2")

    def test_nothing_owed_gives_no_share(self) -> None:
        found = _one(Ratings(OFFICE, 0), APART)
        assert found.participation.outcome is Absent.none
        assert found.satisfaction.outcome is Absent.none
        assert found.rated_satisfaction.outcome is Absent.none
        assert found.score.outcome is Absent.none

    def test_nobody_rated_gives_a_participation_of_nothing(self) -> None:
        found = _one(Ratings(OFFICE, 5, overdue=5), APART)
        assert found.participation.outcome == 0
        assert found.satisfaction.outcome is Absent.none
        assert found.rated_satisfaction.outcome is Absent.none

    def test_nobody_satisfied_is_nothing_and_not_unknown(self) -> None:
        found = _one(Ratings(OFFICE, 5, dissatisfied=5), APART)
        assert found.rated_satisfaction.outcome == 0

    def test_ratings_not_due_yet_are_not_missing(self) -> None:
        found = _one(Ratings(OFFICE, 4, satisfied=1), AS_SATISFIED)
        assert found.participation.outcome == Decimal("25.00")
        assert found.satisfaction.outcome == Decimal("25.00")


class TestScores:
    """Points by grade for each target, and by weight for all of them."""

    def test_the_average_of_those_who_rated(self) -> None:
        # (150 x 100 + 20 x 80 + 10 x 0)/180 = 92.222...
        assert _one(TestShares.COUNTS, APART).score.outcome == Decimal("92.22")

    def test_combined_by_weight(self) -> None:
        # 40 % of 92.22 + 60 % of 80 = 84.888
        body = Ratings(BODY, 10, basically_satisfied=10)
        found = score((TestShares.COUNTS, body), APART)
        assert_explained(found.combined)
        assert found.combined.outcome == Decimal("84.89")
        assert [one.target for one in found.targets] == [OFFICE, BODY]

    def test_a_target_without_weight_stays_out(self) -> None:
        agent = Ratings(Role.agent, 10, dissatisfied=10)
        alone, both = score((TestShares.COUNTS,), APART), score((TestShares.COUNTS, agent), APART)
        assert alone.combined == both.combined

    def test_only_targets_without_weight_give_nothing_combined(self) -> None:
        agent = Ratings(Role.agent, 10, satisfied=10)
        assert score((agent,), APART).combined.outcome is Absent.none

    def test_a_target_that_nobody_rated_leaves_the_whole_open(self) -> None:
        combined = score((TestShares.COUNTS, Ratings(BODY, 0)), APART).combined
        assert_explained(combined)
        assert combined.outcome is Undetermined.undetermined
        assert codes(combined.reasons)[0] == "satisfaction_scores.part_unknown"


class TestYubei:
    """Yubei gives neither points nor weights; its shares have one place."""

    def test_shares_come_out_and_scores_do_not(self) -> None:
        found = _one(TestShares.COUNTS, YUBEI)
        assert found.participation.outcome == Decimal("90.0")
        assert found.satisfaction.outcome == Decimal("94.4")
        assert found.rated_satisfaction.outcome == Decimal("85.0")
        assert found.score.outcome is Undetermined.undetermined
        combined = score((TestShares.COUNTS,), YUBEI).combined
        assert combined.outcome is Undetermined.undetermined
        assert codes(combined.reasons) == ["value.silent"]

    def test_what_a_missing_rating_counts_as_is_an_assumption(self) -> None:
        found = _one(TestShares.COUNTS, YUBEI)
        assert found.satisfaction.basis is Basis.assumed

    def test_a_silent_scheme_leaves_satisfaction_open(self) -> None:
        silent = evolve(YUBEI, overdue=Sourced(Absent.silent, CITED))
        found = _one(TestShares.COUNTS, silent)
        assert found.participation.outcome == Decimal("90.0")
        assert found.satisfaction.outcome is Undetermined.undetermined
        assert found.rated_satisfaction.outcome is Undetermined.undetermined

    @pytest.mark.parametrize("name", ["quotient_places", "quotient_rounding"])
    def test_a_silent_rounding_leaves_everything_open(self, name: str) -> None:
        silent: dict[str, Any] = {name: Sourced(Absent.silent, CITED)}
        found = _one(TestShares.COUNTS, evolve(YUBEI, **silent))
        assert found.participation.outcome is Undetermined.undetermined
        assert found.rated_satisfaction.outcome is Undetermined.undetermined


class TestCounts:
    """Counts that contradict each other are refused."""

    @pytest.mark.parametrize("counts", [(3, 2, 1, 1), (-1,), (3, -1), (3, True), (2, 0, 0, 0, 3)])
    def test_refused(self, counts: tuple[int, ...]) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Ratings(OFFICE, *counts)
        assert "信访部门" in caught.value.text()


class TestAlwaysAnAnswer:
    """Whatever the counts and the policy, there is an explained answer."""

    @given(st.lists(ratings(), max_size=4), any_params(Params))
    def test_total(self, counts: list[Ratings], params: Params) -> None:
        found = score(counts, params)
        assert_explained(found.combined)
        assert len(found.targets) == len(counts)
        for one in found.targets:
            for decision in (one.participation, one.satisfaction, one.rated_satisfaction):
                assert_explained(decision)
                assert not isinstance(decision.outcome, Decimal) or decision.outcome >= 0
            assert_explained(one.score)

    @given(ratings())
    def test_against_plain_decimals(self, counts: Ratings) -> None:
        """The oracle: quotients half up, the product half down, to two places."""
        found = _one(counts, AS_SATISFIED)
        if not counts.owed:
            assert found.rated_satisfaction.outcome is Absent.none
            return
        cent = Decimal("0.01")
        given_, pleased = counts.given, counts.owed - counts.dissatisfied - _open(counts)
        shares = [
            (Decimal(part * 100) / counts.owed).quantize(cent, ROUND_HALF_UP)
            for part in (given_, pleased)
        ]
        product = (shares[0] * shares[1] / 100).quantize(cent, ROUND_HALF_DOWN)
        assert found.rated_satisfaction.outcome == product

    @given(ratings(OFFICE))
    def test_the_product_is_no_more_than_either_share(self, counts: Ratings) -> None:
        found = _one(counts, APART)
        if isinstance(found.rated_satisfaction.outcome, Decimal):
            for share in (found.participation.outcome, found.satisfaction.outcome):
                assert isinstance(share, Decimal)
                assert found.rated_satisfaction.outcome <= share

    @given(ratings(OFFICE))
    def test_one_more_satisfied_never_lowers_a_figure(self, counts: Ratings) -> None:
        more = evolve(counts, owed=counts.owed + 1, satisfied=counts.satisfied + 1)
        before, after = _one(counts, APART), _one(more, APART)
        for name in ("participation", "satisfaction", "rated_satisfaction", "score"):
            one, other = getattr(before, name).outcome, getattr(after, name).outcome
            assert not isinstance(one, Decimal) or other >= one


def _open(counts: Ratings) -> int:
    """Ratings that are neither given nor overdue."""
    return counts.owed - counts.given - counts.overdue
