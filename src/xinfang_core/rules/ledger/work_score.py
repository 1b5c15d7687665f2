"""How many points does the handling of petitions earn in a month? (工作评分).

Source: no instrument of the shipped policies scores the work, though Yubei (渝北) has its general
dispatch appraise it, so all numbers are ``silent`` there. The worked example is a county's page
(达州市达川区), kept as an example policy: forty points, of which 5 times the share accepted in
time, 10 times the share answered in time, 10 for keeping repeats down, less 1 for each more than
before, 10 times the share of raters who are satisfied, and 5 times the share who rated. That is one
scheme; a policy names it, and one that scores in another way (points off for each percent short of
a hundred, say) has no name here and is refused, never brought into this one. It scores the work of
an office, never a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.quantities import Digits, Points
from xinfang_core.rates import rounded, to_read
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import Absent, Basis, Rounding, ScoreScheme, Undetermined, WorkMeasure

__all__ = ["Work", "WorkScore", "score"]

ADDED_UP = Citation(
    source="",
    clause="工作评分的合计",
    phrase="",
    basis=Basis.interpreted,
    note="各比率乘以分值，重复信访治理从分值中扣减、扣完为止；各项相加后一次取舍",
)
"""The shares times their weights, the repeats never below nothing; rounded once, at the end."""

_RATES = frozenset(WorkMeasure) - {WorkMeasure.repeat_control}
_HUNDRED = 100


@frozen
class Params:
    """What a policy says about the score.

    Attributes:
        scheme: how a share becomes points.
        weight: the most points of each measure; ``none`` where a measure is not scored.
        deduction: points off for each repeated matter more than the month before.
        places: digits after the point of the total.
        rounding: what happens to the rest.

    """

    scheme: Sourced[ScoreScheme]
    weight: Table[WorkMeasure, Points]
    deduction: Sourced[Points]
    places: Sourced[Digits]
    rounding: Sourced[Rounding]


@frozen
class Work:
    """One month's figures (当月工作指标).

    Attributes:
        percents: each share in percent; one that is not there is not known.
        more_repeats: how many more matters came again than in the month before, negative where
            fewer did; None where not known.

    Raises:
        InvalidFactError: a percentage outside 0 to 100, or one of something that has none.

    """

    percents: Mapping[WorkMeasure, Decimal] = field(hash=False)
    more_repeats: int | None = None

    def __attrs_post_init__(self) -> None:
        faults = [
            Fault("work_score.no_percent", (("measure", measure),), path=measure.name)
            for measure, percent in self.percents.items()
            if measure not in _RATES or not (percent.is_finite() and 0 <= percent <= _HUNDRED)
        ]
        if faults:
            raise InvalidFactError(*faults)


@frozen
class WorkScore:
    """The points of one month.

    Attributes:
        total: rounded as the policy says.
        most: the most that could be earned.
        parts: the points of each measure that is scored, exact.

    """

    total: Decimal
    most: Decimal
    parts: Mapping[WorkMeasure, Fraction] = field(hash=False)


def score(work: Work, params: Params) -> Decision[WorkScore]:
    """The points of one month.

    Args:
        work: the month's figures.
        params: the policy's weights.

    Returns:
        The score; undetermined where the scheme or a weight is silent, or a figure that is
        scored is not known.

    """
    scheme = params.scheme
    if isinstance(scheme.value, Absent):
        return _undetermined(silence(scheme))
    parts: dict[WorkMeasure, Fraction] = {}
    reasons = [Reason("work_score.scheme", (("scheme", scheme.value),), scheme.citation)]
    most = Decimal(0)
    for measure in WorkMeasure:
        weight = params.weight[measure]
        if weight.value is Absent.none:
            continue
        if isinstance(weight.value, Absent):
            return _undetermined(silence(weight))
        earned = _part(measure, weight.value, work, params.deduction)
        if isinstance(earned, Reason):
            return _undetermined(earned)
        if earned is None:
            facts = (("measure", measure),)
            lacking = Reason("work_score.not_known", facts, weight.citation, (measure.name,))
            return _undetermined(lacking)
        parts[measure] = earned
        most += weight.value
        said = (("measure", measure), ("points", to_read(earned)), ("most", weight.value))
        reasons.append(Reason("work_score.part", said, weight.citation))
    return _total(parts, most, reasons, params)


def _part(
    measure: WorkMeasure, weight: Decimal, work: Work, deduction: Sourced[Decimal]
) -> Fraction | Reason | None:
    """The points of one measure; None where its figure is not known, a reason where silent."""
    if measure is not WorkMeasure.repeat_control:
        percent = work.percents.get(measure)
        return None if percent is None else Fraction(percent) * Fraction(weight) / _HUNDRED
    if deduction.value is Absent.silent:
        return silence(deduction)
    if work.more_repeats is None:
        return None
    each = Fraction(0) if isinstance(deduction.value, Absent) else Fraction(deduction.value)
    return max(Fraction(weight) - each * max(work.more_repeats, 0), Fraction(0))


def _total(
    parts: dict[WorkMeasure, Fraction], most: Decimal, reasons: list[Reason], params: Params
) -> Decision[WorkScore]:
    """The parts added up and rounded once."""
    places, rounding = params.places.value, params.rounding.value
    if isinstance(places, Absent):
        return _undetermined(silence(params.places))
    if isinstance(rounding, Absent):
        return _undetermined(silence(params.rounding))
    exact = sum(parts.values(), Fraction(0))
    total = rounded(exact.numerator, exact.denominator, places, rounding)
    reasons += [
        Reason("work_score.total", (("total", total), ("most", most)), ADDED_UP),
        Reason("work_score.rounded", (("rounding", rounding),), params.rounding.citation),
    ]
    return Decision(WorkScore(total, most, parts), tuple(reasons))


def _undetermined(reason: Reason) -> Decision[WorkScore]:
    return Decision(Undetermined.undetermined, (reason,))
