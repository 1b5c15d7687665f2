"""Widths of columns: they add up, and what is short gets what it needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.documents.writers.word.widths import fitted, parts, units

COLUMNS = st.lists(st.integers(0, 60_000), min_size=1, max_size=60)


def test_a_chinese_character_takes_two_units_and_the_longest_line_counts() -> None:
    assert [units(text) for text in ("", "ab1", "信访", "a\n信访b", "𠮷")] == [0, 3, 4, 5, 2]


@given(weights=st.lists(st.integers(0, 100), min_size=1).filter(any), whole=st.integers(0, 20_000))
def test_parts_add_up_to_the_whole(weights: list[int], whole: int) -> None:
    found = parts(weights, whole)
    assert sum(found) == whole
    assert all(one >= 0 for one in found)


@given(columns=COLUMNS)
def test_columns_fill_the_table_and_none_vanishes(columns: list[int]) -> None:
    found = fitted(columns, 100, 160, 9000)
    assert sum(found) == 9000
    assert min(found) >= 100


@given(short=st.integers(1, 8), long=st.integers(200, 60_000))
def test_a_short_column_gets_its_room_beside_a_long_one(short: int, long: int) -> None:
    found = fitted((long, short), 100, 160, 9000)
    assert found[1] >= (short + 1) * 100 + 160
