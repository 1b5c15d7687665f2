"""What share of one count is another, to how many places? (指标).

Source: Qiaocheng (谯城信访超市) prints what was defused of what was assigned, what was concluded
of visits received and of letters, and what was settled of what was concluded; one place for the
first, two for the others. Yubei (渝北三级服务中心) prints what was concluded of what was accepted,
what was resolved of what was concluded, and three shares; all rounded, but the first, which only
comes out if the rest is cut off. No national text defines any rate: what stands over and under
the line, and how it is rounded, is each policy's data. A rate counts matters, never people.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.quantities import Digits, Percent
from xinfang_core.rates import rounded
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Indicator,
    Rounding,
    Severity,
    Tally,
    Undetermined,
)

__all__ = ["Rate", "rate"]

_HUNDRED = 100


@frozen
class Params:
    """What a policy says about its rates; each table is declared over the part it knows.

    Attributes:
        numerator: what stands over the line.
        denominator: what stands under it.
        places: digits after the point, of a percentage.
        rounding: what happens to the rest.
        counted: the numbers that the source prints.
        published: the percentages that it prints.

    """

    numerator: Table[Indicator, Tally]
    denominator: Table[Indicator, Tally]
    places: Table[Indicator, Digits]
    rounding: Table[Indicator, Rounding]
    counted: Table[Tally, int]
    published: Table[Indicator, Percent]


@frozen
class Rate:
    """One rate (指标值).

    Attributes:
        indicator: which one.
        percent: its value in percent, with the places that the policy says.
        numerator: the count over the line.
        denominator: the count under it.

    """

    indicator: Indicator
    percent: Decimal
    numerator: int
    denominator: int


def rate(
    indicator: Indicator, counts: Mapping[Tally, int] | None, params: Params
) -> Decision[Rate]:
    """One rate.

    Args:
        indicator: which rate is asked for.
        counts: the host's counts, such as those of ``tallies``; None where the printed figure is
            to be computed anew from the numbers that the source prints.
        params: the policy's definitions.

    Returns:
        The rate; ``none`` where there is nothing under the line; undetermined where the policy
        does not define the rate, or a count is missing.

    Raises:
        MisuseError: a count that is no whole number from 0.

    """
    top, bottom = params.numerator[indicator], params.denominator[indicator]
    places, rounding = params.places[indicator], params.rounding[indicator]
    if isinstance(top.value, Absent):
        return _unknown(silence(top))
    if isinstance(bottom.value, Absent):
        return _unknown(silence(bottom))
    if isinstance(places.value, Absent):
        return _unknown(silence(places))
    if isinstance(rounding.value, Absent):
        return _unknown(silence(rounding))
    numerator = _count(top.value, counts, params)
    denominator = _count(bottom.value, counts, params)
    if denominator is None:
        return _not_counted(bottom.value, bottom.citation)
    under = Reason("indicators.under", _said(bottom.value, denominator), bottom.citation)
    if denominator == 0:
        return Decision(Absent.none, (under, _NOTHING))
    if numerator is None:
        return _not_counted(top.value, top.citation)
    percent = rounded(numerator * _HUNDRED, denominator, places.value, rounding.value)
    reasons = (
        Reason("indicators.over", _said(top.value, numerator), top.citation),
        under,
        Reason("indicators.places", (("places", places.value),), places.citation),
        Reason("indicators.rounded", _rounded(percent, rounding.value), rounding.citation),
    )
    found = Rate(indicator, percent, numerator, denominator)
    printed = params.published[indicator] if counts is None else None
    return Decision(found, reasons, (*_exceeding(found, top.citation), *_differing(found, printed)))


_NOTHING = Reason("indicators.nothing_under")


def _count(tally: Tally, counts: Mapping[Tally, int] | None, params: Params) -> int | None:
    """The host's count, or the printed one; None where there is none."""
    if counts is None:
        printed = params.counted[tally].value
        return None if isinstance(printed, Absent) else printed
    found = counts.get(tally)
    if found is not None and (type(found) is not int or found < 0):
        facts = (("tally", tally), ("found", repr(found)))
        raise MisuseError(Fault("indicators.no_count", facts, path=tally.name))
    return found


def _unknown(reason: Reason) -> Decision[Rate]:
    return Decision(Undetermined.undetermined, (reason,))


def _not_counted(tally: Tally, citation: Citation) -> Decision[Rate]:
    return _unknown(Reason("indicators.not_counted", (("tally", tally),), citation))


def _said(tally: Tally, count: int) -> tuple[tuple[str, object], ...]:
    return (("tally", tally), ("count", count))


def _rounded(percent: Decimal, rounding: Rounding) -> tuple[tuple[str, object], ...]:
    return (("rounding", rounding), ("percent", percent))


def _exceeding(found: Rate, citation: Citation) -> tuple[Finding, ...]:
    """That more stands over the line than under it: the counts are not of the same matters."""
    if found.numerator <= found.denominator:
        return ()
    facts = (("indicator", found.indicator), ("percent", found.percent))
    return (Finding(Severity.warning, Reason("indicators.over_hundred", facts, citation)),)


def _differing(found: Rate, printed: Sourced[Decimal] | None) -> tuple[Finding, ...]:
    """That the printed figure does not come out."""
    if printed is None or isinstance(printed.value, Absent) or printed.value == found.percent:
        return ()
    facts = (("indicator", found.indicator), ("printed", printed.value), ("percent", found.percent))
    return (Finding(Severity.warning, Reason("indicators.differs", facts, printed.citation)),)
