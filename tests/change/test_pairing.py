"""What belongs together in two versions of a list, and in which order it is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.change.pairing import merged, paired

LISTS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8)


def test_the_surest_sign_comes_first() -> None:
    pairs = paired(["a1", "b2"], ["b1", "a2"], lambda one: one, lambda one: one[0])
    assert pairs == (("b2", "b1"), ("a1", "a2"))


def test_of_several_alike_the_first_is_the_first() -> None:
    assert paired(["a1", "a2"], ["a3"], lambda one: one[0]) == (("a1", "a3"), ("a2", None))


def test_a_sign_that_is_none_tells_nothing() -> None:
    assert paired(["a"], ["b"], lambda _: None) == (("a", None), (None, "b"))


def test_what_is_gone_stands_behind_what_it_followed() -> None:
    assert merged("abcd", "dxb") == ("a", "d", "x", "b", "c")


@given(LISTS, LISTS)
def test_each_item_is_there_once_on_its_side(
    old: list[tuple[int, int]], new: list[tuple[int, int]]
) -> None:
    pairs = paired(old, new, lambda one: one, lambda one: one[0])
    assert sorted(one for one, _ in pairs if one) == sorted(old)
    assert [other for _, other in pairs if other] == new


@given(LISTS, LISTS)
def test_seen_from_the_other_side_the_same_belongs_together(
    old: list[tuple[int, int]], new: list[tuple[int, int]]
) -> None:
    signs = (lambda one: one, lambda one: one[0])
    there, back = paired(old, new, *signs), paired(new, old, *signs)
    assert sorted(map(repr, there)) == sorted(repr((one, other)) for other, one in back)
