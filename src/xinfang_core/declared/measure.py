"""What share of the matters of a period is so, by a rate that a policy declares itself? (自定指标).

Source: whatever document a policy restates. Districts count what was signed for, resolved, rated
or revisited of what they were sent; what stands under and over the line is declared as data: facts
that all have to be so, never a condition. The matters over the line are some of those under it.
What cannot be told of a matter is counted apart, and never as fulfilled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core import messages
from xinfang_core.case import History
from xinfang_core.decision import Decision, Facts, Finding, Reason, silence
from xinfang_core.quantities import Digits, Percent
from xinfang_core.rates import rounded, to_read
from xinfang_core.series import cycle_of, first_day_of
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Cycle,
    EventKind,
    Grade,
    LimitName,
    MatterFact,
    MatterKind,
    PetitionForm,
    RateLine,
    Role,
    Rounding,
    Severity,
    Status,
    Step,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.messages import Lang

__all__ = ["Counted", "Rate", "Span", "decide", "span"]

COUNTED = Citation(
    source="",
    clause="自定指标的计数",
    phrase="",
    basis=Basis.interpreted,
    note="一件计一件次，不计人次；分子只在分母之内计；不能认定的不计入分子，另列件数",
)
"""One matter counts once; over the line stand only matters that stand under it."""

COMPARED = Citation(
    source="",
    clause="指标与限值的比较",
    phrase="",
    basis=Basis.interpreted,
    note="以取舍以前的比率与限值比较；不能认定的件数足以改变结果的，不认定未达到",
)
"""A rate is compared before it is rounded, and missed only where no doubt can make it good."""


@frozen
class Filter:
    """What has to be so of a matter: all of it (计数条件).

    Attributes:
        happened: the steps that are recorded, each of them.
        status: where the limit of the measure stands, one of these.
        kind: the kind of the matter, one of these.
        form: how the petition was brought, one of these.
        grade: the grade that was given last, one of these.
        flags: what is recorded of the matter as so, each of them.

    """

    happened: CitedList[Step] | None = None
    status: CitedList[Status] | None = None
    kind: CitedList[MatterKind] | None = None
    form: CitedList[PetitionForm] | None = None
    grade: CitedList[Grade] | None = None
    flags: CitedList[MatterFact] | None = None


@frozen
class Params:
    """What a policy declares of one rate.

    Attributes:
        name: its official name.
        dated_by: the step of which the day puts a matter into a period.
        period: how long a period is.
        above: what stands over the line, of what stands under it.
        below: what stands under the line; None: every matter of the period.
        first_month: the month that the accounting year begins with; None: January.
        limit: the limit of which ``status`` speaks.
        rated: whose grade counts; None: whoever's was given last.
        floor: the least percentage that is asked for.
        ceiling: the most that is allowed.
        places: digits after the point of the percentage.
        rounding: what happens to the rest.

    """

    name: Sourced[str]
    dated_by: Sourced[Step]
    period: Sourced[Cycle]
    above: Filter
    below: Filter | None = None
    first_month: Sourced[int] | None = None
    limit: Sourced[LimitName] | None = None
    rated: Sourced[Role] | None = None
    floor: Sourced[Percent] | None = None
    ceiling: Sourced[Percent] | None = None
    places: Sourced[Digits] | None = None
    rounding: Sourced[Rounding] | None = None


@frozen
class Counted:
    """What rates need of one case (计数所需); None always means: not known.

    Attributes:
        history: the events known on the day asked about.
        kind: the kind of the matter.
        form: how the petition was brought.
        limits: where its limits stand, by their names; ``none`` where it has no such limit, and
            ``undetermined`` is as good as not known.
        flags: what is recorded of it.

    """

    history: History
    kind: MatterKind | None = None
    form: PetitionForm | None = None
    limits: Mapping[str, Status | Absent | None] = field(factory=dict, hash=False)
    flags: Mapping[MatterFact, bool | None] = field(factory=dict, hash=False)


@frozen
class Rate:
    """One rate of one period (指标值).

    Attributes:
        first: the first day of the period.
        last: its last day.
        above: how many matters stand over the line.
        below: how many stand under it.
        unknown: of how many it cannot be told whether they stand over or under it.
        percent: the rate in percent, rounded as the policy says; None where it does not say.
        lowest: the share, were all that is unknown against it.
        highest: the share, were all that is unknown in its favour.

    """

    first: date
    last: date
    above: int
    below: int
    unknown: int
    percent: Decimal | None
    lowest: Fraction
    highest: Fraction

    def text(self, lang: Lang = "zh") -> str:
        """The percentage with its counts, and how many matters cannot be told."""
        code = "measure.text_counts" if self.percent is None else "measure.text"
        facts = {"percent": self.percent, "above": self.above, "below": self.below}
        text = messages.render(code, facts, lang)
        if not self.unknown:
            return text
        told = {"text": text, "count": self.unknown}
        return messages.render("measure.text_unknown", told, lang)


class Span(NamedTuple):
    """The first and the last day of a period."""

    first: date
    last: date


def span(on: date, period: Cycle, first_month: int = 1) -> Span:
    """The period that a day lies in; years and quarters count from ``first_month``."""
    number = cycle_of(on, period, first_month)
    first, after = (first_day_of(one, period, first_month) for one in (number, number + 1))
    return Span(first, after - timedelta(1))


def decide(cases: Iterable[Counted], on: date, as_of: date, params: Params) -> Decision[Rate]:
    """The rate of the period that a day lies in.

    Args:
        cases: the cases, in any order; those of other periods are left out.
        on: a day of the period.
        as_of: the day asked about, by which the cases are known.
        params: the rate as it is declared.

    Returns:
        The rate; ``none`` where nothing stands under the line; undetermined where it cannot be
        told whether anything does, or the source is silent on what is counted.

    """
    silent = next(_silent(params), None)
    if silent is not None:
        return Decision(Undetermined.undetermined, (silent,))
    period = _period(on, params)
    within = [one for one in cases if _dated(one, period, params)]
    standing = Counter(_standing(one, params) for one in within)
    reasons = tuple(_told(period, params))
    unknown = _unknown(within, standing, params)
    below = sum(standing[True, above] for above in (True, False, None))
    if below == 0:
        outcome = Undetermined.undetermined if unknown else Absent.none
        return Decision(outcome, (*reasons, *unknown) if unknown else (*reasons, _NOTHING))
    rate = _rate(period, standing, below, params)
    reasons += (Reason("measure.counted", (("above", rate.above), ("below", below)), COUNTED),)
    reasons += (*unknown, *_range(rate), *_rounded(rate, params))
    if as_of < period.last:
        return Decision(rate, (*reasons, Reason("measure.running", (("last", period.last),))))
    return Decision(rate, reasons, tuple(_findings(rate, params)))


_NOTHING = Reason("measure.nothing_under", (), COUNTED)
_HUNDRED = 100


def lists_of(part: Filter | None) -> Iterator[tuple[str, CitedList[object]]]:
    """The lists of a filter that are there, by name."""
    names = ("happened", "status", "kind", "form", "grade", "flags") if part else ()
    for name in names:
        found = getattr(part, name)
        if found is not None:
            yield name, found


def _silent(params: Params) -> Iterator[Reason]:
    """That the source does not say what is counted, or when."""
    for value in (params.dated_by, params.period, params.first_month, params.limit, params.rated):
        if value is not None and value.value is Absent.silent:
            yield silence(value)
    for part in (params.below, params.above):
        for _, found in lists_of(part):
            if found.absent is not None:
                yield silence(found)


def _period(on: date, params: Params) -> Span:
    month, cycle = params.first_month, params.period.value
    begins = month.value if month and isinstance(month.value, int) else 1
    return span(on, cycle if isinstance(cycle, Cycle) else Cycle.year, begins)


def _dated(case: Counted, period: Span, params: Params) -> bool:
    """Whether a case falls into the period."""
    day = case.history.day(params.dated_by.value)
    return day is not None and period.first <= day <= period.last


def _standing(case: Counted, params: Params) -> tuple[bool | None, bool | None]:
    """Whether a case stands under the line, and whether it stands over it; None: not known."""
    below, above = (_all(_facts(case, part, params)) for part in (params.below, params.above))
    return below, above if below is not False else False


def _all(facts: Mapping[str, bool | None]) -> bool | None:
    """Whether all of it is so: one that is not decides, whatever else is not known."""
    found = facts.values()
    return False if False in found else None if None in found else True


def _facts(case: Counted, part: Filter | None, params: Params) -> dict[str, bool | None]:
    """What is so of a case, by what would have to be known of it."""
    facts: dict[str, bool | None] = {}
    for name, wanted in lists_of(part):
        if name == "happened":
            facts |= {_key(one): case.history.day(one) is not None for one in wanted.values}  # type: ignore[arg-type]
        elif name == "flags":
            facts |= {_key(one): case.flags.get(one) for one in wanted.values}  # type: ignore[call-overload]
        else:
            key, found = _found(case, name, params)
            facts[key] = None if found is None else found in wanted
    return facts


def _key(one: object) -> str:
    """What has to be known to tell: a step, a column, a limit or a rule by its name."""
    return "repeat_petition" if one is MatterFact.repeated else str(getattr(one, "name", one))


def _found(case: Counted, name: str, params: Params) -> tuple[str, object]:
    """What a case has of something of which it has but one; None where that is not known."""
    if name == "kind":
        return "reply_kind", case.kind
    if name == "form":
        return "form", case.form
    if name == "grade":
        return EventKind.evaluate.name, _grade(case.history, params.rated)
    limit = _key(params.limit.value if params.limit else "")
    status = case.limits.get(limit)
    return limit, None if status is Status.undetermined else status


def _grade(history: History, rated: Sourced[Role] | None) -> Grade | None:
    """The grade given last; ``unrated`` where none was given."""
    given = [
        event
        for event in history.all(EventKind.evaluate)
        if rated is None or event.target is rated.value
    ]
    return given[-1].grade if given else Grade.unrated


def _unknown(
    cases: Iterable[Counted], standing: Counter[tuple[bool | None, bool | None]], params: Params
) -> tuple[Reason, ...]:
    """Of how many matters something is not known that decides, and what; nothing where of none."""
    count = sum(number for pair, number in standing.items() if None in pair)
    if not count:
        return ()
    names: dict[str, None] = {}
    for case in cases:
        if None in _standing(case, params):
            for part in (params.below, params.above):
                facts = _facts(case, part, params).items()
                names |= {name: None for name, found in facts if found is None}
    lacking = tuple(sorted(names))
    return (Reason("measure.unknown", (("count", count),), COUNTED, lacking),)


def _rate(
    period: Span,
    standing: Counter[tuple[bool | None, bool | None]],
    below: int,
    params: Params,
) -> Rate:
    """The rate from how many matters stand where; something stands under the line."""
    above, open_above = standing[True, True], standing[True, None]
    for_it, either, against = (standing[None, found] for found in (True, None, False))
    return Rate(
        *period,
        above=above,
        below=below,
        unknown=open_above + for_it + either + against,
        percent=_percent(above, below, params),
        lowest=Fraction(above, below + either + against),
        highest=Fraction(above + open_above + for_it + either, below + for_it + either),
    )


def _percent(above: int, below: int, params: Params) -> Decimal | None:
    """The percentage as the policy rounds it; None where it does not say how."""
    places, rounding = (one.value if one else None for one in (params.places, params.rounding))
    if not isinstance(places, int) or not isinstance(rounding, Rounding):
        return None
    return rounded(above * _HUNDRED, below, places, rounding)


def _told(period: Span, params: Params) -> Iterator[Reason]:
    """Which matters are counted, and what stands under and over the line."""
    facts: Facts = (*period._asdict().items(), ("event", params.dated_by.value))
    yield Reason("measure.period", facts, params.dated_by.citation)
    for line, part in ((RateLine.below, params.below), (RateLine.above, params.above)):
        for name, wanted in lists_of(part):
            said: Facts = (("line", line), ("values", wanted.values))
            if name == "status":
                said += (("limit", params.limit.value if params.limit else ""),)
            yield Reason(f"measure.by_{name}", said, wanted.citation)


def _range(rate: Rate) -> tuple[Reason, ...]:
    """Between what the rate is once everything is known, where something is not."""
    if not rate.unknown:
        return ()
    ends = (("lowest", rate.lowest), ("highest", rate.highest))
    facts = tuple((name, to_read(share * _HUNDRED)) for name, share in ends)
    return (Reason("measure.range", facts, COUNTED),)


def _rounded(rate: Rate, params: Params) -> tuple[Reason, ...]:
    """How the percentage is rounded, where it is."""
    how = params.rounding
    if rate.percent is None or how is None:
        return ()
    facts = (("rounding", how.value), ("percent", rate.percent))
    return (Reason("measure.rounded", facts, how.citation),)


def _findings(rate: Rate, params: Params) -> Iterator[Finding]:
    """That the rate is below its floor or above its ceiling, or may be."""
    low, high = rate.lowest * _HUNDRED, rate.highest * _HUNDRED
    floor, ceiling = (
        one.value if one and isinstance(one.value, Decimal) else None
        for one in (params.floor, params.ceiling)
    )
    if floor is not None and params.floor and low < Fraction(floor):
        yield _missed("floor", params.floor, sure=high < Fraction(floor))
    if ceiling is not None and params.ceiling and high > Fraction(ceiling):
        yield _missed("ceiling", params.ceiling, sure=low > Fraction(ceiling))


def _missed(name: str, bound: Sourced[Decimal], *, sure: bool) -> Finding:
    """What is wrong where a bound is not kept; where it may be kept, that it cannot be told."""
    facts = (("wanted", bound.value),)
    if sure:
        return Finding(Severity.violation, Reason(f"measure.{name}_missed", facts, bound.citation))
    return Finding(Severity.notice, Reason(f"measure.{name}_unclear", facts, COMPARED))
