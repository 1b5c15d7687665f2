"""Whether declared rates and scores can be counted at all (自定指标和评分的核对)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xinfang_core.declared.measure import lists_of
from xinfang_core.vocabulary import Absent, Cycle, ScoreShape, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.declared.measure import Filter
    from xinfang_core.declared.score import Part
    from xinfang_core.policy.location import Location
    from xinfang_core.sources import CitedList, Sourced

_EACH = frozenset({"happened", "flags"})
"""The lists of a filter of which everything has to be so; of the others one thing."""

_MOST_MONTHS = 12
_HUNDRED = 100


def check_measure(location: Location, values: Mapping[str, Any]) -> None:
    """Some matters can stand under the line, and some of them over it, but not all."""
    above, below = values["above"], values.get("below")
    before = len(location.faults)
    for name, part in (("below", below), ("above", above)):
        _check_filter(location.at(name), part, values)
    if len(location.faults) == before:
        _check_narrows(location.at("above"), dict(lists_of(above)), dict(lists_of(below)))
    if _limit_is_needless(values):
        location.at("limit").refuse("measure.limit_unused")
    check_year(location, values.get("first_month"), values["period"])
    _check_bounds(location, values)


def _check_filter(location: Location, part: Filter | None, values: Mapping[str, Any]) -> None:
    """A filter asks for something; a status is one of a limit that is named."""
    lists = dict(lists_of(part))
    if part is not None and not lists:
        location.refuse("measure.empty_filter")
    for name, found in lists.items():
        if not found.steps and found.absent is not Absent.silent:
            location.at(name).refuse("measure.empty_list")
    if "status" in lists and values.get("limit") is None:
        location.at("status").refuse("measure.no_limit")
    if Status.undetermined in lists.get("status", ()):
        location.at("status").refuse("measure.status_unknown", ("found", Status.undetermined))


def _check_narrows(
    location: Location,
    above: Mapping[str, CitedList[object]],
    below: Mapping[str, CitedList[object]],
) -> None:
    """What stands over the line is less than what stands under it, and not nothing."""
    narrower = False
    for name, found in above.items():
        wanted, under = {*found.values}, {*below[name].values} if name in below else None
        if not wanted or under == set():
            return  # Silent: nothing can be told, and so nothing is impossible.
        if under is not None and name not in _EACH and wanted.isdisjoint(under):
            location.at(name).refuse("measure.never", ("found", found.values))
        narrower |= under is None or not (wanted <= under if name in _EACH else wanted >= under)
    if not narrower:
        location.refuse("measure.same_filter")


def _limit_is_needless(values: Mapping[str, Any]) -> bool:
    """Whether a limit is named of which no filter asks where it stands."""
    asked = (name for part in ("below", "above") for name, _ in lists_of(values.get(part)))
    return values.get("limit") is not None and "status" not in asked


def check_year(location: Location, month: Sourced[int] | None, cycle: Sourced[Cycle]) -> None:
    """A year or a quarter begins with a month; a month has none to begin with."""
    here = location.at("first_month")
    if month is not None and cycle.value is Cycle.month:
        here.refuse("measure.month_needless")
    if month is not None and isinstance(month.value, int) and not 1 <= month.value <= _MOST_MONTHS:
        here.refuse("measure.no_month", ("found", month.value), at_value=True)


def _check_bounds(location: Location, values: Mapping[str, Any]) -> None:
    """Bounds are percentages that something can lie between."""
    floor, ceiling = (_number(values.get(name)) for name in ("floor", "ceiling"))
    for name, bound in (("floor", floor), ("ceiling", ceiling)):
        if bound is not None and bound > _HUNDRED:
            location.at(name).refuse("measure.over_hundred", ("found", bound), at_value=True)
    if floor is not None and ceiling is not None and floor > ceiling:
        facts = (("floor", floor), ("ceiling", ceiling))
        location.at("floor").refuse("measure.bounds_crossed", *facts, at_value=True)


def _number(value: Sourced[Any] | None) -> Decimal | None:
    return value.value if value is not None and isinstance(value.value, Decimal) else None


_NEEDS: Mapping[ScoreShape, tuple[str, ...]] = {
    ScoreShape.share: ("measure", "points"),
    ScoreShape.per_percent: ("measure", "points", "target", "off"),
    ScoreShape.per_matter: (),
    ScoreShape.rank: ("ranks",),
}
"""What a part of each shape has to say."""

_MAY: Mapping[ScoreShape, tuple[str, ...]] = {
    ScoreShape.share: ("least", "most"),
    ScoreShape.per_percent: ("on", "better", "least", "most"),
    ScoreShape.per_matter: ("measure", "points", "off", "on", "least", "most"),
    ScoreShape.rank: ("least", "most"),
}
"""What it may say besides."""

_OF_SOME = ("points", "measure", "target", "off", "on", "better", "ranks", "least", "most")


def check_score(location: Location, values: Mapping[str, Any]) -> None:
    """Each part says what its shape needs, and the weights add up to what the clause says."""
    parts: Mapping[str, Part] = values["part"]
    if not parts:
        location.at("part").refuse("score.no_part")
    for key, part in parts.items():
        _check_part(location.at("part").at(key), part)
    full = values.get("full")
    weights = [part.points.value for part in parts.values() if part.points]
    said = [one for one in weights if isinstance(one, Decimal)]
    if full is not None and isinstance(full.value, Decimal) and len(said) == len(weights):
        found = sum(said, Decimal(0))
        if found != full.value:
            facts = (("found", found), ("wanted", full.value))
            location.at("full").refuse("score.other_total", *facts, at_value=True)


def _check_part(location: Location, part: Part) -> None:
    """A part says what its shape needs, and nothing that has no meaning there."""
    shape = part.shape.value
    if isinstance(shape, Absent):
        return
    given = [name for name in _OF_SOME if getattr(part, name) is not None]
    for name in _NEEDS[shape]:
        if name not in given:
            location.refuse("score.part_lacks", ("name", name), ("shape", shape))
    for name in given:
        if name not in {*_NEEDS[shape], *_MAY[shape]}:
            location.at(name).refuse("score.part_needless", ("name", name), ("shape", shape))
    if shape is ScoreShape.per_matter:
        _check_each(location, given)
    _check_part_bounds(location, part)


def _check_each(location: Location, given: list[str]) -> None:
    """For each matter points come off or on; what they come off is said."""
    if ("off" in given) is ("on" in given):
        location.refuse("score.off_or_on")
    elif "off" in given and "points" not in given:
        location.refuse("score.off_nothing")


def _check_part_bounds(location: Location, part: Part) -> None:
    """What a part has at least is not more than its most, or than what nothing is added to."""
    least, most = _number(part.least), _number(part.most or (None if part.on else part.points))
    if least is not None and most is not None and least > most:
        facts = (("least", least), ("most", most))
        location.at("least").refuse("score.bounds_crossed", *facts, at_value=True)
