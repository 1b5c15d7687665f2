"""Widths of columns: they add up, and what is short gets what it needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.documents.blocks import Run
from xinfang_core.documents.writers.word.widths import fitted, needs, parts, told, units
from xinfang_core.documents.writers.word.words import measured
from xinfang_core.vocabulary import Basis

COLUMNS = st.lists(st.integers(0, 60_000), min_size=1, max_size=60)


def test_a_chinese_character_takes_two_units_and_a_thin_mark_less_than_one() -> None:
    assert [units(line) for line in ("", "ab1", "信访", "𠮷", "1-2")] == [0, 3, 4, 2, 2.6]


def test_between_chinese_and_latin_some_room_is_left() -> None:
    assert [units(line) for line in ("3月", "2026年1月", "（a）")] == [3.5, 10.5, 5]


def test_the_longest_line_counts_and_what_stands_back_is_smaller() -> None:
    words = (Run("甲乙\n丙"), Run("丁戊", faint=True), Run("解", badge=Basis.interpreted))
    assert [measured(one, 0.5) for one in ("", "a\n信访b", words)] == [0, 5.5, 10]


@given(weights=st.lists(st.integers(0, 100), min_size=1).filter(any), whole=st.integers(0, 20_000))
def test_parts_add_up_to_the_whole(weights: list[int], whole: int) -> None:
    found = parts(weights, whole)
    assert sum(found) == whole
    assert all(one >= 0 for one in found)


@given(columns=COLUMNS)
def test_columns_fill_the_table_and_none_vanishes(columns: list[int]) -> None:
    found = fitted(needs(columns, 100, 160), 9000)
    assert sum(found) == 9000
    assert min(found) >= 100


@given(short=st.integers(1, 8), long=st.integers(200, 60_000))
def test_a_short_column_gets_its_room_beside_a_long_one(short: int, long: int) -> None:
    found = fitted(needs((long, short), 100, 160), 9000)
    assert found[1] >= (short + 0.5) * 100 + 160


def test_each_column_gets_what_it_needs_at_least_and_the_others_share_the_rest() -> None:
    assert told((1, 1, 2), (100, 600, 400), 2000) == (466, 600, 934)
    assert told((1, 1, 2), (500, 400, 1000), 2000) == (500, 500, 1000)
    assert told((1, 1, 0), (900, 900, 900), 2000) == (550, 550, 900)


def test_where_there_is_no_room_for_that_all_are_as_told() -> None:
    assert told((1, 1, 8), (1000, 1000, 900), 2000) == (200, 200, 1600)


@given(
    weighed=st.lists(
        st.tuples(st.integers(0, 9), st.integers(1, 2000)), min_size=1, max_size=9
    ).filter(lambda found: any(weight for weight, _ in found))
)
def test_told_widths_add_up_to_the_whole(weighed: list[tuple[int, int]]) -> None:
    weights, least = zip(*weighed, strict=True)
    assert sum(told(weights, least, 9000)) == 9000
