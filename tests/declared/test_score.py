"""How many points does the work earn, by a score that a policy declares itself?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes
from xinfang_core.decision import Decision, Reason
from xinfang_core.declared.measure import Rate
from xinfang_core.declared.score import Figures, Params, Part, Score, decide
from xinfang_core.errors import InvalidFactError
from xinfang_core.sources import Bands, Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Better,
    Declared,
    MeasureName,
    Rounding,
    ScoreShape,
    Undetermined,
)

T = TypeVar("T")
CITED = Citation("示例县办法", "第一条", "", Basis.assumed, "示例")
YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def said(value: T | Absent) -> Sourced[T]:
    """A value with a citation."""
    return Sourced(value, CITED)


def points(count: str | int) -> Sourced[Decimal]:
    """A number of points, or a percentage."""
    return said(Decimal(count))


def part(shape: ScoreShape, **more: Any) -> Part:  # noqa: ANN401
    """A part of a score that goes by the rate ``rate``, if by any."""
    given: dict[str, Any] = {
        name: points(one) if isinstance(one, int) else one for name, one in more.items()
    }
    return Part(said("一项"), said(shape), **given)


NAMED = said(MeasureName(Declared("rate", "按时办结率")))
MEILONG = part(ScoreShape.per_percent, measure=NAMED, points=9, target=100, off=1)
"""Nine points at 100 %, one less for each percentage point below."""

REPEATS = part(
    ScoreShape.per_percent,
    measure=NAMED,
    points=8,
    target=12,
    off=1,
    on=1,
    better=said(Better.lower),
)
"""Eight points at 12 %, one more or less for each percentage point below or above."""

SHARE = part(ScoreShape.share, measure=NAMED, points=10)
EACH_OFF = part(ScoreShape.per_matter, points=10, off=1)
EACH_ON = part(ScoreShape.per_matter, on=2)
RANKED = part(
    ScoreShape.rank,
    ranks=Bands((0, 1, 2, 3), (said(Absent.none), points(5), points(3), said(Absent.none))),
)


def rate(above: int, below: int, unknown: int = 0) -> Decision[Rate]:
    """A rate, where of some matters it is not known whether they stand over the line."""
    low, high = Fraction(above, below), Fraction(above + unknown, below)
    found = Rate(*YEAR, above, below, unknown, None, low, high)
    return Decision(found, (Reason("measure.running", (("last", YEAR[1]),), CITED),))


def scored(one: Part, figures: Figures, **more: Any) -> Fraction:  # noqa: ANN401
    """The points of a score of one part."""
    decision = decide(figures, Params(said("评分"), {"one": one}, **more))
    assert_explained(decision)
    assert isinstance(decision.outcome, Score)
    return decision.outcome.total


def at(percent: str) -> Figures:
    """A rate of so many percent."""
    share = Fraction(percent) / 100
    return Figures({"rate": rate(share.numerator, share.denominator)})


class TestPerPercent:
    """Points come off or on for each whole percentage point away from the target."""

    @pytest.mark.parametrize(
        ("percent", "wanted"),
        [("100", 9), ("99", 8), ("95", 4), ("91", 0), ("90", 0), ("0", 0), ("95.5", 5)],
    )
    def test_nine_points_less_one_for_each_below_100(self, percent: str, wanted: int) -> None:
        assert scored(MEILONG, at(percent)) == wanted

    @pytest.mark.parametrize(
        ("percent", "wanted"),
        [("12", 8), ("11", 9), ("11.5", 8), ("10", 10), ("0", 20), ("13", 7), ("20", 0), ("50", 0)],
    )
    def test_eight_points_where_less_is_better(self, percent: str, wanted: int) -> None:
        assert scored(REPEATS, at(percent)) == wanted

    def test_a_cap_and_a_floor_hold(self) -> None:
        bounded = evolve(REPEATS, most=points(10), least=points(5))
        assert scored(bounded, at("0")) == 10
        assert scored(bounded, at("50")) == 5

    def test_what_has_nothing_put_on_is_at_most_its_points(self) -> None:
        assert scored(evolve(MEILONG, target=points(90)), at("99")) == 9

    def test_the_whole_point_is_told(self) -> None:
        decision = decide(at("95.5"), Params(said("评分"), {"one": MEILONG}))
        assert "不足一个百分点的" in decision.explain()


class TestOtherShapes:
    """Shares of the points, points for each matter, points by rank."""

    def test_a_share_of_the_points(self) -> None:
        assert scored(SHARE, Figures({"rate": rate(2, 3)})) == Fraction(20, 3)

    @pytest.mark.parametrize(("count", "wanted"), [(0, 10), (3, 7), (10, 0), (12, 0)])
    def test_one_off_for_each_matter(self, count: int, wanted: int) -> None:
        assert scored(EACH_OFF, Figures(counts={"one": count})) == wanted

    def test_two_on_for_each_matter_up_to_a_cap(self) -> None:
        assert scored(EACH_ON, Figures(counts={"one": 3})) == 6
        assert scored(evolve(EACH_ON, most=points(5)), Figures(counts={"one": 3})) == 5

    def test_the_matters_over_the_line_of_a_rate_may_be_what_counts(self) -> None:
        figures = Figures({"rate": rate(3, 20)})
        assert scored(evolve(EACH_OFF, measure=NAMED), figures) == 7

    @pytest.mark.parametrize(("rank", "wanted"), [(1, 5), (2, 3), (3, 0), (9, 0)])
    def test_points_by_rank(self, rank: int, wanted: int) -> None:
        assert scored(RANKED, Figures(ranks={"one": rank})) == wanted


class TestTheSum:
    """Parts are added up exactly and rounded once."""

    PARTS = Params(said("评分"), {"share": SHARE, "again": SHARE}, full=points(20))

    def test_it_is_rounded_as_the_policy_says(self) -> None:
        params = evolve(self.PARTS, places=said(1), rounding=said(Rounding.half_up))
        decision = decide(Figures({"rate": rate(2, 3)}), params)
        assert isinstance(decision.outcome, Score)
        assert decision.outcome.points == Decimal("13.3")
        assert decision.outcome.text() == "13.3 分"

    def test_where_the_policy_does_not_say_how_it_is_exact(self) -> None:
        for more in ({}, {"places": said(1)}, {"rounding": said(Rounding.half_up)}):
            decision = decide(Figures({"rate": rate(2, 3)}), evolve(self.PARTS, **more))
            assert isinstance(decision.outcome, Score)
            assert decision.outcome.points is None
            assert decision.outcome.total == Fraction(40, 3)
            assert decision.outcome.text("en") == "13.33 points"

    def test_a_cap_on_the_sum_holds(self) -> None:
        assert scored(EACH_ON, Figures(counts={"one": 9}), most=points(10)) == 10
        assert scored(EACH_ON, Figures(counts={"one": 9}), most=said(Absent.silent)) == 18


class TestWhatIsNotKnown:
    """A figure that is not known is never taken for a good or a bad one."""

    def _refused(self, one: Part, figures: Figures) -> Decision[Score]:
        decision = decide(figures, Params(said("评分"), {"one": one}))
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        return decision

    @pytest.mark.parametrize("one", [MEILONG, REPEATS, SHARE])
    def test_a_rate_that_is_not_given(self, one: Part) -> None:
        assert self._refused(one, Figures()).missing == ("rate",)

    def test_a_rate_that_is_undetermined_says_what_it_lacks(self) -> None:
        lacking = Reason("measure.unknown", (("count", 1),), CITED, ("sign",))
        figures = Figures({"rate": Decision(Undetermined.undetermined, (lacking,))})
        assert self._refused(SHARE, figures).missing == ("sign",)

    @pytest.mark.parametrize("one", [EACH_OFF, EACH_ON, RANKED])
    def test_a_count_or_a_rank_that_is_not_given(self, one: Part) -> None:
        assert self._refused(one, Figures()).missing == ("one",)

    def test_a_rate_with_nothing_under_the_line_earns_neither_all_nor_nothing(self) -> None:
        figures = Figures({"rate": Decision(Absent.none, (Reason("measure.nothing_under"),))})
        assert codes(self._refused(SHARE, figures).reasons) == ["score.nothing_under"]

    @pytest.mark.parametrize(
        "one", [SHARE, MEILONG, evolve(EACH_OFF, measure=NAMED, points=points(30))]
    )
    def test_what_may_change_the_points_has_to_be_found_out(self, one: Part) -> None:
        decision = self._refused(one, Figures({"rate": rate(19, 20, 1)}))
        assert codes(decision.reasons) == ["score.part_unclear"]
        assert decision.missing == ("rate",)

    def test_what_cannot_change_the_points_need_not(self) -> None:
        # 50 to 55 %: nothing is left of nine points either way.
        assert scored(MEILONG, Figures({"rate": rate(10, 20, 1)})) == 0

    def test_a_silent_source_earns_no_points(self) -> None:
        silent: Sourced[Any] = said(Absent.silent)
        for one in (
            evolve(SHARE, points=silent),
            evolve(RANKED, ranks=Bands((0,), (silent,))),
        ):
            assert codes(self._refused(one, at("95")).reasons) == ["value.silent"]

    @pytest.mark.parametrize(
        "wrong", [{"counts": {"one": -1}}, {"ranks": {"one": 0}}, {"counts": {"one": True}}]
    )
    def test_a_count_below_0_or_a_rank_below_1_is_refused(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Figures(**wrong)
        assert caught.value.faults[0].path == "one"


SHAPES = st.sampled_from((MEILONG, REPEATS, SHARE, EACH_OFF, EACH_ON, RANKED))
BOUND = st.none() | st.integers(0, 30).map(Decimal).map(said)


@st.composite
def any_part(draw: st.DrawFn) -> Part:
    """A part of any shape, with bounds or without."""
    least, most = sorted((draw(st.integers(0, 30)), draw(st.integers(0, 30))))
    given: dict[str, Any] = {"least": points(least), "most": points(most)}
    chosen = draw(st.sets(st.sampled_from(("least", "most"))))
    return evolve(draw(SHAPES), **{name: given[name] for name in chosen})


SHARES = st.fractions(0, 1, max_denominator=40)


def _figures(share: Fraction, count: int, rank: int) -> Figures:
    rates = {"rate": rate(share.numerator, share.denominator)}
    return Figures(rates, {"one": count, "two": count}, {"one": rank, "two": rank})


class TestWhateverIsDeclared:
    """What holds for every score."""

    @given(any_part(), any_part(), BOUND, SHARES, st.integers(0, 30), st.integers(1, 9))
    def test_no_part_and_no_sum_leaves_its_bounds(
        self,
        one: Part,
        two: Part,
        most: Sourced[Decimal] | None,
        share: Fraction,
        count: int,
        rank: int,
    ) -> None:
        parts = {"one": one, "two": two}
        decision = decide(_figures(share, count, rank), Params(said("评分"), parts, most=most))
        assert_explained(decision)
        found = decision.outcome
        assert isinstance(found, Score)
        assert found.total >= 0
        if most is not None and isinstance(most.value, Decimal):
            assert found.total <= most.value
        for key, earned in found.parts.items():
            bounds = parts[key]
            if bounds.least is not None and isinstance(bounds.least.value, Decimal):
                assert earned >= bounds.least.value
            if bounds.most is not None and isinstance(bounds.most.value, Decimal):
                assert earned <= bounds.most.value

    @given(st.sampled_from((MEILONG, SHARE)), SHARES, SHARES)
    def test_a_better_rate_never_earns_less(
        self, one: Part, share: Fraction, other: Fraction
    ) -> None:
        low, high = sorted((share, other))
        assert scored(one, _figures(low, 0, 1)) <= scored(one, _figures(high, 0, 1))

    @given(SHARES, SHARES)
    def test_where_less_is_better_more_never_earns_more(
        self, share: Fraction, other: Fraction
    ) -> None:
        low, high = sorted((share, other))
        assert scored(REPEATS, _figures(low, 0, 1)) >= scored(REPEATS, _figures(high, 0, 1))
