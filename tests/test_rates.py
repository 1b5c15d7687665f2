"""Quotients cut to their places as a source says: whole numbers, nothing lost."""

from __future__ import annotations

from decimal import (
    ROUND_DOWN,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    localcontext,
)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.rates import rounded
from xinfang_core.vocabulary import Rounding

STANDARD = {
    Rounding.half_up: ROUND_HALF_UP,
    Rounding.half_even: ROUND_HALF_EVEN,
    Rounding.half_down: ROUND_HALF_DOWN,
    Rounding.truncate: ROUND_DOWN,
}


class TestAtTheHalf:
    """The modes differ where exactly a half is left, and truncation everywhere."""

    @pytest.mark.parametrize(
        ("numerator", "wanted"),
        [
            (25, ["0.3", "0.2", "0.2", "0.2"]),
            (35, ["0.4", "0.4", "0.3", "0.3"]),
            (36, ["0.4", "0.4", "0.4", "0.3"]),
            (34, ["0.3", "0.3", "0.3", "0.3"]),
            (0, ["0.0", "0.0", "0.0", "0.0"]),
            (100, ["1.0", "1.0", "1.0", "1.0"]),
        ],
    )
    def test_hundredths_to_one_place(self, numerator: int, wanted: list[str]) -> None:
        modes = (Rounding.half_up, Rounding.half_even, Rounding.half_down, Rounding.truncate)
        assert [str(rounded(numerator, 100, 1, mode)) for mode in modes] == wanted

    def test_without_places_there_is_no_point(self) -> None:
        assert str(rounded(5, 2, 0, Rounding.half_up)) == "3"


class TestExact:
    """The same as the standard library with digits enough, whatever the host's context is."""

    @given(
        st.integers(0, 10**9),
        st.integers(1, 10**9),
        st.integers(0, 12),
        st.sampled_from(Rounding),
    )
    def test_as_decimal_rounds(
        self, numerator: int, denominator: int, places: int, rounding: Rounding
    ) -> None:
        with localcontext(prec=2):
            found = rounded(numerator, denominator, places, rounding)
        # Sixty digits tell such quotients from an exact half.
        exact = Context(prec=60).divide(Decimal(numerator), Decimal(denominator))
        step = Decimal(1).scaleb(-places)
        assert found == exact.quantize(step, STANDARD[rounding], Context(prec=60))
        assert found.as_tuple().exponent == -places
