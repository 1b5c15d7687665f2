"""How many points does the work earn, by a score that a policy declares itself? (自定评分).

Source: whatever document a policy restates. A score is a sum of parts, each of one of four shapes:
a share of its points; points off or on for each percentage point away from a target; points off or
on for each matter; points by rank. It scores the work of an office, never a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core import messages
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.declared.measure import Rate
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.quantities import Digits, Percent, Points
from xinfang_core.rates import rounded, to_read
from xinfang_core.sources import Bands, Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Better,
    MeasureName,
    Rounding,
    ScoreShape,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.messages import Lang

__all__ = ["Figures", "Score", "decide"]

WHOLE = Citation(
    source="",
    clause="百分点的计算",
    phrase="",
    basis=Basis.interpreted,
    note="以取舍以前的比率计；不足一个百分点的，不加分也不扣分",
)
"""Points go on or off for each whole percentage point."""

ADDED_UP = Citation(
    source="",
    clause="自定评分的合计",
    phrase="",
    basis=Basis.interpreted,
    note="各项在自己的上限、下限之内计，未写下限的扣完为止；各项相加后一次取舍",
)
"""Each part keeps within its own bounds; the sum is rounded once, at the end."""


@frozen
class Part:
    """One part of a score (评分项).

    Attributes:
        name: its official name.
        shape: how its points come about.
        points: its points in full, at the target, or with no matter to its debit.
        measure: the rate that it goes by; of ``per_matter`` the one of which the matters over the
            line count.
        target: the percentage at which there are just ``points``.
        off: points off for each percentage point worse than the target, or for each matter.
        on: points on for each percentage point better than the target, or for each matter.
        better: on which side of the target it is better; None: above.
        ranks: the points by rank.
        least: never fewer than these; None: 0.
        most: never more than these; None: ``points`` where nothing can be added to them.

    """

    name: Sourced[str]
    shape: Sourced[ScoreShape]
    points: Sourced[Points] | None = None
    measure: Sourced[MeasureName] | None = None
    target: Sourced[Percent] | None = None
    off: Sourced[Points] | None = None
    on: Sourced[Points] | None = None
    better: Sourced[Better] | None = None
    ranks: Bands[Points] | None = None
    least: Sourced[Points] | None = None
    most: Sourced[Points] | None = None


@frozen
class Params:
    """What a policy declares of one score.

    Attributes:
        name: its official name.
        part: its parts by key.
        full: what the points of the parts add up to; None where the source does not say.
        most: the most that the sum can be, what is added on top included; None: no bound.
        places: digits after the point of the sum.
        rounding: what happens to the rest.

    """

    name: Sourced[str]
    part: Mapping[str, Part] = field(hash=False)
    full: Sourced[Points] | None = None
    most: Sourced[Points] | None = None
    places: Sourced[Digits] | None = None
    rounding: Sourced[Rounding] | None = None


@frozen
class Figures:
    """The figures that are scored (评分所需).

    Attributes:
        rates: the rates by their keys, of one and the same period.
        counts: how many matters there are to the credit or debit of a part, by its key.
        ranks: the rank in a part, by its key; the first is 1.

    Raises:
        InvalidFactError: a count below 0 or a rank below 1.

    """

    rates: Mapping[str, Decision[Rate]] = field(factory=dict, hash=False)
    counts: Mapping[str, int] = field(factory=dict, hash=False)
    ranks: Mapping[str, int] = field(factory=dict, hash=False)

    def __attrs_post_init__(self) -> None:
        given = ((self.counts, 0), (self.ranks, 1))
        faults = [
            Fault("score.no_figure", (("part", part), ("found", repr(found))), path=part)
            for figures, least in given
            for part, found in figures.items()
            if type(found) is not int or found < least
        ]
        if faults:
            raise InvalidFactError(*faults)


@frozen
class Score:
    """The points of one period (得分).

    Attributes:
        total: exactly.
        points: rounded as the policy says; None where it does not say.
        parts: the points of each part by its key, exactly.

    """

    total: Fraction
    points: Decimal | None
    parts: Mapping[str, Fraction] = field(hash=False)

    def text(self, lang: Lang = "zh") -> str:
        """The points."""
        return messages.render("score.text", {"points": _shown(self.total, self.points)}, lang)


class _Range(NamedTuple):
    """The fewest and the most points that a part can have, by what is known."""

    fewest: Fraction
    most: Fraction


def decide(figures: Figures, params: Params) -> Decision[Score]:
    """The points of one period.

    Args:
        figures: the rates, counts and ranks that are scored.
        params: the score as it is declared.

    Returns:
        The score; undetermined where a figure is not known, or what is not known of it would
        change the points, or the source is silent on points.

    """
    parts: dict[str, Fraction] = {}
    reasons: tuple[Reason, ...] = ()
    for key, part in params.part.items():
        found = _silent(part) or _points(key, part, figures)
        if isinstance(found, Reason):
            return Decision(Undetermined.undetermined, (*reasons, found))
        bounded = _Range(*(_bounded(one, part) for one in found))
        if bounded.fewest != bounded.most:
            unclear = _unclear(key, part, bounded)
            return Decision(Undetermined.undetermined, (*reasons, unclear))
        parts[key] = bounded.most
        facts = (("part", part.name.value), ("points", _shown(bounded.most)))
        reasons += (Reason("score.part", facts, part.shape.citation),)
        reasons += (_BY_WHOLE,) if part.shape.value is ScoreShape.per_percent else ()
    return _total(parts, reasons, params)


_BY_WHOLE = Reason("score.whole", (), WHOLE)
_HUNDRED = 100


def _silent(part: Part) -> Reason | None:
    """That the source does not say what the points go by."""
    values = (part.shape, part.points, part.measure, part.target, part.off, part.on, part.better)
    found = (one for one in (*values, part.least, part.most) if one is not None)
    bands = part.ranks.values if part.ranks else ()
    return next((silence(one) for one in (*found, *bands) if one.value is Absent.silent), None)


def _points(key: str, part: Part, figures: Figures) -> _Range | Reason:
    """The points of a part before its bounds; why not, where a figure is not known."""
    shape = part.shape.value
    if shape is ScoreShape.rank:
        rank = figures.ranks.get(key)
        return _lacking(key, part) if rank is None or part.ranks is None else _ranked(part, rank)
    if part.measure is None:
        count = figures.counts.get(key)
        return _lacking(key, part) if count is None else _by_matter(part, count, count)
    rate = _rate(key, part, figures)
    if isinstance(rate, Reason):
        return rate
    if shape is ScoreShape.per_matter:
        return _by_matter(part, rate.above, rate.above + rate.unknown)
    reckon = _by_share if shape is ScoreShape.share else _by_percent
    return _Range(*sorted(reckon(part, one) for one in (rate.lowest, rate.highest)))


def _rate(key: str, part: Part, figures: Figures) -> Rate | Reason:
    """The rate that a part goes by; why there is none."""
    name = str(getattr(part.measure.value if part.measure else None, "name", key))
    decision = figures.rates.get(name)
    if decision is None or decision.outcome is Undetermined.undetermined:
        lacking = decision.missing if decision else ()
        return _lacking(key, part, *(lacking or (name,)))
    if not isinstance(decision.outcome, Rate):
        facts = (("part", part.name.value),)
        return Reason("score.nothing_under", facts, part.shape.citation)
    return decision.outcome


def _lacking(key: str, part: Part, *names: str) -> Reason:
    facts = (("part", part.name.value),)
    return Reason("score.not_known", facts, part.shape.citation, names or (key,))


def _unclear(key: str, part: Part, points: _Range) -> Reason:
    """That what is not known of a rate changes the points."""
    fewest, most = map(_shown, points)
    facts = (("part", part.name.value), ("fewest", fewest), ("most", most))
    name = str(getattr(part.measure.value if part.measure else None, "name", key))
    return Reason("score.part_unclear", facts, part.shape.citation, (name,))


def _number(value: Sourced[Decimal] | None) -> Fraction:
    """The number of a value; 0 where there is none."""
    return Fraction(value.value) if value and isinstance(value.value, Decimal) else Fraction(0)


def _ranked(part: Part, rank: int) -> _Range:
    """The points of a rank."""
    points = _number(part.ranks[rank] if part.ranks else None)
    return _Range(points, points)


def _by_share(part: Part, share: Fraction) -> Fraction:
    """The share of the points."""
    return _number(part.points) * share


def _by_percent(part: Part, share: Fraction) -> Fraction:
    """The points at the target, less or more for each whole percentage point away from it."""
    ahead = share * _HUNDRED - _number(part.target)
    if part.better is not None and part.better.value is Better.lower:
        ahead = -ahead
    steps = int(abs(ahead))
    each = -_number(part.off) if ahead < 0 else _number(part.on)
    return _number(part.points) + steps * each


def _by_matter(part: Part, fewest: int, most: int) -> _Range:
    """The points, less or more for each matter."""
    each = _number(part.on) - _number(part.off)
    found = (_number(part.points) + count * each for count in (fewest, most))
    return _Range(*sorted(found))


def _bounded(points: Fraction, part: Part) -> Fraction:
    """The points within the bounds of the part."""
    most = part.most or (part.points if part.on is None else None)
    if most is not None and isinstance(most.value, Decimal):
        points = min(points, Fraction(most.value))
    return max(points, _number(part.least))


def _total(
    parts: dict[str, Fraction], reasons: tuple[Reason, ...], params: Params
) -> Decision[Score]:
    """The parts added up, and rounded once."""
    total = sum(parts.values(), Fraction(0))
    if params.most is not None and isinstance(params.most.value, Decimal):
        total = min(total, Fraction(params.most.value))
    places, rounding = (one.value if one else None for one in (params.places, params.rounding))
    points = None
    if isinstance(places, int) and isinstance(rounding, Rounding):
        points = rounded(total.numerator, total.denominator, places, rounding)
    facts = (("points", _shown(total, points)),)
    return Decision(Score(total, points, parts), (*reasons, Reason("score.total", facts, ADDED_UP)))


def _shown(points: Fraction, as_rounded: Decimal | None = None) -> Decimal:
    """Points to be read: as the policy rounds them, else to two places."""
    if as_rounded is not None:
        return as_rounded
    return to_read(points)
