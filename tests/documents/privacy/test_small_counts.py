"""Small counts: hidden, and not to be worked out from the others."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.documents.privacy.small_counts import (
    is_small,
    is_telling,
    suppressed,
    suppressed_table,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTS = st.integers(0, 12)
GRIDS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def _with_totals(grid: Sequence[Sequence[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in grid]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def _worked_out(rows: Sequence[Sequence[int | None]]) -> set[tuple[int, int]]:
    """The hidden counts that follow from the sums: linear equations, solved without a graph."""
    hidden = [
        (row, column)
        for row, counts in enumerate(rows)
        for column, count in enumerate(counts)
        if count is None
    ]
    lines = [[(row, column) for column in range(len(rows[0]))] for row in range(len(rows))]
    lines += [[(row, column) for row in range(len(rows))] for column in range(len(rows[0]))]
    equations = [
        [Fraction((1 if at != line[-1] else -1) if at in line else 0) for at in hidden]
        for line in lines
    ]
    pivots: list[list[Fraction]] = []
    for place in range(len(hidden)):
        chosen = next((one for one in equations if one[place]), None)
        if chosen is None:
            continue
        equations.remove(chosen)
        chosen = [value / chosen[place] for value in chosen]
        equations = [_less(one, chosen, place) for one in equations]
        pivots = [*(_less(one, chosen, place) for one in pivots), chosen]
    alone = [one for one in pivots if sum(value != 0 for value in one) == 1]
    return {hidden[next(at for at, value in enumerate(one) if value)] for one in alone}


def _less(one: list[Fraction], other: list[Fraction], place: int) -> list[Fraction]:
    return [mine - one[place] * theirs for mine, theirs in zip(one, other, strict=True)]


class TestLine:
    """The counts of one line beside their total."""

    @pytest.mark.parametrize(
        ("counts", "seen"),
        [
            ((9, 20, 0), (9, 20, 0)),
            ((1, 9, 20), (None, None, 20)),
            ((3, 4, 20, 0), (None, None, 20, 0)),
            ((1, 2, 20, 9), (None, None, 20, None)),
            ((4, 0), (None, None)),
            ((1, 0, 30), (None, 0, None)),
            ((4, 0, 0), (None, None, None)),
        ],
    )
    def test_a_small_one_is_hidden_with_the_next(
        self, counts: tuple[int, ...], seen: tuple[int | None, ...]
    ) -> None:
        told = suppressed(dict(enumerate(counts)), 5)
        assert tuple(told.values()) == seen

    def test_small_ones_are_covered_by_more_than_what_is_hidden_already(self) -> None:
        counts = {"甲": 30, "乙": 2, "丙": 9, "丁": 20}
        seen = suppressed(counts, 5, ["甲"])
        assert seen == {"甲": None, "乙": None, "丙": None, "丁": 20}

    def test_what_is_hidden_already_is_not_hidden_alone(self) -> None:
        assert suppressed({"甲": 30, "乙": 9, "丙": 0}, 5, ["甲"]) == {
            "甲": None,
            "乙": None,
            "丙": 0,
        }

    def test_nought_is_hidden_where_nothing_else_can_be(self) -> None:
        assert suppressed({"甲": 9, "乙": 0}, 5, ["甲"]) == {"甲": None, "乙": None}

    @given(
        st.dictionaries(st.text("甲乙丙丁戊己庚", min_size=1, max_size=2), COUNTS),
        st.integers(1, 9),
    )
    def test_no_hidden_one_follows_from_the_total(self, counts: dict[str, int], least: int) -> None:
        seen = suppressed(counts, least)
        assert list(seen) == list(counts)
        hidden = [counts[name] for name, count in seen.items() if count is None]
        assert not any(is_small(count, least) for count in seen.values() if count is not None)
        assert all(count in {None, counts[name]} for name, count in seen.items())
        if is_small(sum(counts.values()), least):
            assert len(hidden) == len(counts)
        elif hidden:
            assert sum(hidden) >= least
            assert len(hidden) > 1


class TestTable:
    """The counts of a table with totals."""

    def test_what_would_let_it_be_worked_out_is_hidden_too(self) -> None:
        rows = _with_totals([[1, 10, 20], [8, 9, 30], [50, 0, 7]])
        assert suppressed_table(rows, 5) == (
            (None, None, 20, 31),
            (None, None, 30, 47),
            (50, 0, 7, 57),
            (59, 19, 57, 135),
        )

    def test_nothing_is_hidden_without_small_counts(self) -> None:
        rows = _with_totals([[5, 10], [0, 9]])
        assert suppressed_table(rows, 5) == tuple(map(tuple, rows))

    def test_small_totals_are_hidden(self) -> None:
        assert suppressed_table([[1, 1, 2], [1, 1, 2]], 5) == ((None,) * 3,) * 2

    def test_an_empty_table_stays_empty(self) -> None:
        assert suppressed_table([], 5) == ()

    def test_a_count_that_stands_alone_has_no_way_round(self) -> None:
        assert suppressed_table([[3]], 5) == ((None,),)

    @given(GRIDS, st.integers(1, 6))
    def test_no_hidden_one_can_be_worked_out(self, grid: list[list[int]], least: int) -> None:
        rows = _with_totals(grid)
        seen = suppressed_table(rows, least)
        places = list(product(range(len(rows)), range(len(rows[0]))))
        assert all(seen[row][column] in {None, rows[row][column]} for row, column in places)
        small = [(row, column) for row, column in places if is_small(rows[row][column], least)]
        assert all(seen[row][column] is None for row, column in small)
        assert not _worked_out(seen) & {*small}


class TestRates:
    """A rate tells a count as well as its numerator does."""

    @pytest.mark.parametrize(
        ("numerator", "denominator", "telling"),
        [(0, 0, False), (0, 9, False), (9, 9, False), (1, 9, True), (8, 9, True), (0, 3, True)],
    )
    def test_of_few(self, numerator: int, denominator: int, telling: bool) -> None:  # noqa: FBT001
        assert is_telling(numerator, denominator, 5) is telling
