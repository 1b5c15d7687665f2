"""Quotients cut to their places as a source says (比率的取舍): whole numbers, nothing lost."""

from __future__ import annotations

from decimal import Decimal

from xinfang_core.vocabulary import Rounding


def rounded(numerator: int, denominator: int, places: int, rounding: Rounding) -> Decimal:
    """``numerator`` by ``denominator`` with ``places`` after the point, rounded once.

    Args:
        numerator: 0 or more.
        denominator: 1 or more.
        places: how many digits stand after the point, zeros among them.
        rounding: what happens to the rest.

    """
    whole, rest = divmod(numerator * 10**places, denominator)
    return Decimal(f"{whole + _rounds_up(whole, 2 * rest, denominator, rounding)}e-{places}")


def _rounds_up(whole: int, twice_the_rest: int, denominator: int, rounding: Rounding) -> bool:
    """Whether the last digit goes up; only at the half do the modes but truncation differ."""
    if rounding is Rounding.truncate or twice_the_rest < denominator:
        return False
    if twice_the_rest > denominator:
        return True
    return rounding is Rounding.half_up or (rounding is Rounding.half_even and whole % 2 == 1)
