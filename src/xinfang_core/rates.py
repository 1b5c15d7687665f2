"""Quotients cut to their places as a source says (比率的取舍): whole numbers, nothing lost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xinfang_core.vocabulary import Rounding

if TYPE_CHECKING:
    from fractions import Fraction


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


def to_read(share: Fraction) -> Decimal:
    """To two places, half up, for people: what is reckoned on is the exact one."""
    return rounded(share.numerator, share.denominator, 2, Rounding.half_up)


def _rounds_up(whole: int, twice_the_rest: int, denominator: int, rounding: Rounding) -> bool:
    """Whether the last digit goes up; only at the half do the modes but truncation differ."""
    if rounding is Rounding.truncate or twice_the_rest < denominator:
        return False
    if twice_the_rest > denominator:
        return True
    return rounding is Rounding.half_up or (rounding is Rounding.half_even and whole % 2 == 1)
