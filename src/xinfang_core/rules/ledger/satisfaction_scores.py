"""How satisfied were petitioners with each of those who are rated, in figures? (满意度评分).

Source: no shipped policy gives points for grades or weights for targets; those are ``silent``
until a district fills them in. Yubei (渝北) prints that satisfaction exceeds 95 percent, without
counts. One deployment multiplies the share who rated by the share who were satisfied (参评满意率),
quotients to four places half up, the product half down: hence each has a rounding of its own. The
five-grade scale of service halls (好差评) is another scale and is not read here.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.quantities import Digits, Percent, Points
from xinfang_core.rates import rounded
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

__all__ = ["Ratings", "SatisfactionScores", "TargetScores", "score"]

DEFINITIONS = Citation(
    source="",
    clause="参评率、满意率、评分的算法",
    phrase="",
    basis=Basis.interpreted,
    note="参评率为参评与应评之比；满意率为满意、基本满意与参评之比，逾期视为满意的则与应评之比；评分为各等次分值的平均，合计按权重加权平均",
)
"""What is divided by what; no national text defines it."""

_HUNDRED = 100
_NOBODY = Reason("satisfaction_scores.nobody", (), DEFINITIONS)
_PART_UNKNOWN = Reason("satisfaction_scores.part_unknown", (), DEFINITIONS)


@frozen
class Params:
    """What a policy says about points, weights and rounding.

    Attributes:
        overdue: what a rating that was not given in time counts as.
        points: the points of each grade; ``none`` where a grade stays out of the average.
        weight: how much each target counts in the combined score; ``none`` where not at all.
        quotient_places: digits after the point of each share, in percent, and of each score.
        quotient_rounding: what happens to the rest.
        product_places: digits after the point of the product, in percent, and of what is combined.
        product_rounding: what happens to the rest.

    """

    overdue: Sourced[OverdueScheme]
    points: Table[Grade, Points]
    weight: Table[Role, Percent]
    quotient_places: Sourced[Digits]
    quotient_rounding: Sourced[Rounding]
    product_places: Sourced[Digits]
    product_rounding: Sourced[Rounding]


@frozen
class Ratings:
    """How often one target got which grade (评价计数).

    Attributes:
        target: who was rated.
        owed: how many ratings were to be given.
        satisfied: how many said 满意.
        basically_satisfied: how many said 基本满意.
        dissatisfied: how many said 不满意.
        overdue: how many were not given in time.

    Raises:
        InvalidFactError: a count that is no whole number from 0, or more counts than were owed.

    """

    target: Role
    owed: int
    satisfied: int = 0
    basically_satisfied: int = 0
    dissatisfied: int = 0
    overdue: int = 0

    def __attrs_post_init__(self) -> None:
        counts = (self.owed, *self.by_grade().values())
        whole = all(type(count) is int and count >= 0 for count in counts)
        if not whole or sum(counts[1:]) > self.owed:
            facts = (("target", self.target), ("owed", self.owed))
            raise InvalidFactError(Fault("satisfaction_scores.counts", facts, path="owed"))

    @property
    def given(self) -> int:
        """How many ratings were given."""
        return self.satisfied + self.basically_satisfied + self.dissatisfied

    def by_grade(self) -> dict[Grade, int]:
        """The counts by grade; what was not given in time stands as ``unrated``."""
        return {
            Grade.satisfied: self.satisfied,
            Grade.basically_satisfied: self.basically_satisfied,
            Grade.dissatisfied: self.dissatisfied,
            Grade.unrated: self.overdue,
        }


@frozen
class TargetScores:
    """The figures of one target; each explains itself.

    Attributes:
        target: who was rated.
        participation: the share who rated, in percent (参评率).
        satisfaction: the share who were satisfied, in percent (满意率).
        rated_satisfaction: the product of the two, in percent (参评满意率).
        score: the average points (评分).

    """

    target: Role
    participation: Decision[Decimal]
    satisfaction: Decision[Decimal]
    rated_satisfaction: Decision[Decimal]
    score: Decision[Decimal]


@frozen
class SatisfactionScores:
    """The figures of all targets, in the order given, and the combined score (合计评分)."""

    targets: tuple[TargetScores, ...]
    combined: Decision[Decimal]


def score(ratings: Iterable[Ratings], params: Params) -> SatisfactionScores:
    """The figures of each target, and the score of all of them together.

    Args:
        ratings: the counts of each target.
        params: the policy's points, weights and roundings.

    """
    targets = tuple(_of_target(one, params) for one in ratings)
    return SatisfactionScores(targets, _combined(targets, params))


def _of_target(ratings: Ratings, params: Params) -> TargetScores:
    participation = _quotient(ratings.given, ratings.owed, params)
    satisfaction = _satisfaction(ratings, params)
    product = _product(participation, satisfaction, params)
    return TargetScores(
        ratings.target, participation, satisfaction, product, _average(ratings, params)
    )


def _satisfaction(ratings: Ratings, params: Params) -> Decision[Decimal]:
    """The share who were satisfied, by what a missing rating counts as."""
    scheme, pleased = params.overdue, ratings.satisfied + ratings.basically_satisfied
    if isinstance(scheme.value, Absent):
        return Decision(Undetermined.undetermined, (silence(scheme),))
    if scheme.value is OverdueScheme.satisfied:
        found = _quotient(pleased + ratings.overdue, ratings.owed, params)
    else:
        found = _quotient(pleased, ratings.given, params)
    facts = (("scheme", scheme.value),)
    why = Reason("satisfaction_scores.overdue", facts, scheme.citation)
    return found._replace(reasons=(*found.reasons, why))


def _average(ratings: Ratings, params: Params) -> Decision[Decimal]:
    """The average points of the grades that count."""
    total, count = Fraction(0), 0
    reasons: list[Reason] = []
    for grade, times in ratings.by_grade().items():
        points = params.points[grade]
        if not times or points.value is Absent.none:
            continue
        if isinstance(points.value, Absent):
            return Decision(Undetermined.undetermined, (silence(points),))
        total += times * Fraction(points.value)
        count += times
        facts = (("grade", grade), ("points", points.value), ("times", times))
        reasons.append(Reason("satisfaction_scores.points", facts, points.citation))
    if not count:
        return Decision(Absent.none, (_NOBODY,))
    return _rounded(total / count, params.quotient_places, params.quotient_rounding, reasons)


def _quotient(over: int, under: int, params: Params) -> Decision[Decimal]:
    """A share in percent; ``none`` where there is nothing under the line."""
    if under == 0:
        return Decision(Absent.none, (_NOBODY,))
    said = Reason("satisfaction_scores.share", (("over", over), ("under", under)), DEFINITIONS)
    share = Fraction(over * _HUNDRED, under)
    return _rounded(share, params.quotient_places, params.quotient_rounding, [said])


def _product(one: Decision[Decimal], other: Decision[Decimal], params: Params) -> Decision[Decimal]:
    """Two shares multiplied, as they were rounded."""
    if not isinstance(one.outcome, Decimal):
        return one
    if not isinstance(other.outcome, Decimal):
        return other
    facts = (("one", one.outcome), ("other", other.outcome))
    said = Reason("satisfaction_scores.product", facts, DEFINITIONS)
    share = Fraction(one.outcome) * Fraction(other.outcome) / _HUNDRED
    return _rounded(share, params.product_places, params.product_rounding, [said])


def _combined(targets: tuple[TargetScores, ...], params: Params) -> Decision[Decimal]:
    """The scores of the targets by their weights."""
    total, weights = Fraction(0), Fraction(0)
    reasons: list[Reason] = []
    for one in targets:
        weight = params.weight[one.target]
        if weight.value is Absent.none:
            continue
        if isinstance(weight.value, Absent):
            return Decision(Undetermined.undetermined, (silence(weight),))
        if not isinstance(one.score.outcome, Decimal):
            return Decision(Undetermined.undetermined, (_PART_UNKNOWN, *one.score.reasons))
        total += Fraction(weight.value) * Fraction(one.score.outcome)
        weights += Fraction(weight.value)
        facts = (("target", one.target), ("weight", weight.value), ("score", one.score.outcome))
        reasons.append(Reason("satisfaction_scores.weight", facts, weight.citation))
    if not weights:
        return Decision(Absent.none, (_NOBODY,))
    return _rounded(total / weights, params.product_places, params.product_rounding, reasons)


def _rounded(
    exact: Fraction, places: Sourced[int], rounding: Sourced[Rounding], reasons: list[Reason]
) -> Decision[Decimal]:
    """The figure with the places that the policy says."""
    if isinstance(places.value, Absent):
        return Decision(Undetermined.undetermined, (silence(places),))
    if isinstance(rounding.value, Absent):
        return Decision(Undetermined.undetermined, (silence(rounding),))
    found = rounded(exact.numerator, exact.denominator, places.value, rounding.value)
    facts = (("found", found), ("rounding", rounding.value), ("places", places.value))
    cut = Reason("satisfaction_scores.rounded", facts, rounding.citation)
    return Decision(found, (*reasons, cut))
