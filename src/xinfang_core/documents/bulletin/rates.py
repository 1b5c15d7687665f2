"""The rates of a period (指标): what the policy defines, and nothing that it does not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.declared import measure
from xinfang_core.documents.bulletin.period import span_name
from xinfang_core.messages import render
from xinfang_core.policy.tables import is_left_out
from xinfang_core.rules.ledger import indicators
from xinfang_core.vocabulary import Absent, Cycle, Indicator, Severity, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from xinfang_core.decision import Decision, Finding
    from xinfang_core.documents.bulletin.figures import Bunch, Figures
    from xinfang_core.documents.bulletin.period import Period
    from xinfang_core.policy import PolicyPack
    from xinfang_core.sources import Citation

    Made = indicators.Rate | measure.Rate


@frozen
class Line:
    """One rate of one period (一项指标).

    Attributes:
        key: what tells it from the others.
        name: its official name.
        above: how many matters stand over the line; None where there is no rate.
        below: how many stand under it.
        percent: the rate in percent, rounded as the policy says; None where it does not say.
        counted: what stands over and under the line, in words.
        rounding: places and rounding, in words; empty where the policy does not say.
        required: what the policy asks for, in words; empty where it asks for nothing.
        bound: the percentage that is asked for; None where none is.
        is_missed: whether that is missed for sure.
        doubt: what cannot be told of it, in words.
        citation: what the rate rests on most weakly.
        why: why there is no rate; empty where there is one.
        is_empty: whether nothing stands under the line.
        of: the counts that it is made of, where the policy names them.

    """

    key: str
    name: str
    above: int | None = None
    below: int | None = None
    percent: Decimal | None = None
    counted: str = ""
    rounding: str = ""
    required: str = ""
    bound: Decimal | None = None
    is_missed: bool = False
    doubt: str = ""
    citation: Citation | None = None
    why: str = ""
    is_empty: bool = False
    of: tuple[Tally, ...] = ()


def rate_lines(
    figures: Figures, bunch: Bunch | None = None, *, every: bool = False
) -> tuple[Line, ...]:
    """The rates that the policy defines, of all cases of the period or of some of them.

    Args:
        figures: the counts of the period.
        bunch: the cases; None: all of them.
        every: whether a declared rate stands there for each of its own periods, or for the last.

    """
    cases = figures.all if bunch is None else bunch
    return (*_indicators(figures, cases), *_measures(figures, cases, every=every))


def spans_of(params: measure.Params, period: Period) -> tuple[measure.Span, ...]:
    """The periods of a declared rate that a bulletin is about, which may be shorter or longer."""
    month, cycle = params.first_month, params.period.value
    first = month.value if month and isinstance(month.value, int) else 1
    kind = cycle if isinstance(cycle, Cycle) else Cycle.year
    spans = [measure.span(period.first, kind, first)]
    while spans[-1].last < period.last:
        spans.append(measure.span(spans[-1].last + timedelta(1), kind, first))
    return tuple(spans)


def undefined(pack: PolicyPack) -> tuple[Indicator, ...]:
    """The known rates that the policy says nothing of."""
    params = pack.ledger.indicators
    return tuple(one for one in Indicator if params is None or is_left_out(params.numerator[one]))


def decided(figures: Figures) -> dict[str, Decision[measure.Rate]]:
    """The rates that the policy declares itself, by their keys."""
    return {
        key: measure.decide(figures.all.counted, figures.period.last, figures.period.as_of, one)
        for key, one in figures.pack.measures.items()
    }


def _indicators(figures: Figures, bunch: Bunch) -> Iterator[Line]:
    params, left = figures.pack.ledger.indicators, undefined(figures.pack)
    counts = figures.counts(bunch)
    for one in Indicator:
        if params is None or one in left:
            continue
        decision = indicators.rate(one, counts, params)
        found = decision.outcome if isinstance(decision.outcome, indicators.Rate) else None
        parts = {"over": params.numerator[one].value, "under": params.denominator[one].value}
        yield Line(
            one.name,
            one.text(),
            found.numerator if found else None,
            found.denominator if found else None,
            found.percent if found else None,
            counted=render("bulletin.rate.counted", parts),
            rounding=_cut(params.places[one].value, params.rounding[one].value),
            doubt="；".join(_told(decision.findings)),
            citation=decision.weakest,
            why="" if found else _why(decision),
            is_empty=decision.outcome is Absent.none,
            of=tuple(part for part in parts.values() if isinstance(part, Tally)),
        )


def _measures(figures: Figures, bunch: Bunch, *, every: bool) -> Iterator[Line]:
    """The rates that the policy declares, each for its own periods."""
    for key, params in figures.pack.measures.items():
        spans = spans_of(params, figures.period)
        for within in spans if every else spans[-1:]:
            yield _measure(key, params, within, figures, bunch)


def _measure(
    key: str, params: measure.Params, within: measure.Span, figures: Figures, bunch: Bunch
) -> Line:
    period = figures.period
    decision = measure.decide(bunch.counted, within.last, period.as_of, params)
    found = decision.outcome if isinstance(decision.outcome, measure.Rate) else None
    required, bound = _required(params)
    places, rounding = (one.value if one else None for one in (params.places, params.rounding))
    is_own = within != (period.first, period.last)
    named = {"name": params.name.value, "period": span_name(*within)}
    return Line(
        # The same rate of another bulletin is told by its name alone.
        f"{key} {within.first}" if len(spans_of(params, period)) > 1 else key,
        render("bulletin.rate.named", named) if is_own else str(params.name.value),
        found.above if found else None,
        found.below if found else None,
        found.percent if found else None,
        counted="；".join(_definition(decision)),
        rounding=_cut(places, rounding),
        required=required,
        bound=bound,
        is_missed=any(one.severity is Severity.violation for one in decision.findings),
        doubt="；".join(_doubts(decision)),
        citation=decision.weakest,
        why="" if found else _why(decision),
        is_empty=decision.outcome is Absent.none,
    )


_DEFINING: Final = ("measure.period", "measure.by_")
_DOUBTING: Final = frozenset({"measure.unknown", "measure.range", "measure.running"})


def _definition(decision: Decision[measure.Rate]) -> Iterator[str]:
    """What stands over and under the line of a declared rate."""
    return (one.text() for one in decision.reasons if one.code.startswith(_DEFINING))


def _doubts(decision: Decision[measure.Rate]) -> Iterator[str]:
    """What is not known of a declared rate, and whether that decides."""
    yield from (one.text() for one in decision.reasons if one.code in _DOUBTING)
    yield from _told(one for one in decision.findings if one.severity is not Severity.violation)


def _told(findings: Iterator[Finding] | tuple[Finding, ...]) -> Iterator[str]:
    return (one.reason.text() for one in findings)


def _required(params: measure.Params) -> tuple[str, Decimal | None]:
    """What the policy asks for."""
    for code, bound in (("floor", params.floor), ("ceiling", params.ceiling)):
        if bound is not None and not hasattr(bound.value, "text"):
            return render(f"bulletin.rate.{code}", {"percent": bound.value}), bound.value
    return "", None


def _cut(places: object, rounding: object) -> str:
    """Places and rounding in words; nothing where the policy does not say."""
    if not isinstance(places, int) or rounding is None or not hasattr(rounding, "text"):
        return ""
    return render("bulletin.rate.cut", {"places": places, "rounding": rounding})


def _why(decision: Decision[Made]) -> str:
    """Why there is no rate: nothing stands under the line, or what is missing."""
    last = decision.reasons[-1]
    return "；".join(one.text() for one in decision.reasons if one.missing or one is last)


def shown(line: Line) -> str:
    """The rate in words: percent, or the counts alone where the policy does not round."""
    if line.above is None or line.below is None:
        return render("bulletin.rate.none", {})
    if line.percent is None:
        return render("bulletin.rate.unrounded", {})
    return f"{line.percent}%"
