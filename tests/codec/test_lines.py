"""Lines of standard input, however they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.codec.lines import line_blocks
from xinfang_core.codec.stream import LONGEST_REQUEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from xinfang_core.codec.stream import Line


def reading(*chunks: bytes) -> Callable[[int], bytes]:
    """Reads these, one at a time."""
    left = iter(chunks)
    return lambda _: next(left, b"")


def lines(*chunks: bytes) -> list[tuple[int, bytes, int]]:
    """Every line, from these chunks."""
    return [(*one,) for block in line_blocks(reading(*chunks)) for one in block]


@given(parts=st.lists(st.binary(min_size=1, max_size=8) | st.just(b"\n"), max_size=12))
def test_chunks_of_any_size_make_no_difference(parts: list[bytes]) -> None:
    whole = b"".join(parts)
    wanted = [(at, data) for at, data in enumerate(whole.split(b"\n"), 1) if data.strip()]
    found = lines(*parts)
    assert [(number, data) for number, data, _ in found] == wanted
    assert [row for _, _, row in found] == [*range(1, len(wanted) + 1)]


def test_what_came_together_is_handed_on_together() -> None:
    blocks = [*line_blocks(reading(b"1\n2\n3", b"4\n", b"5\n"))]
    assert [[one.data for one in block] for block in blocks] == [[b"1", b"2"], [b"34"], [b"5"]]


def test_of_a_line_that_is_too_long_only_the_beginning_is_kept() -> None:
    chunks = [b"x" * 65_536] * 1_600  # 100 MiB
    found: list[Line] = [
        one for block in line_blocks(reading(*chunks, b"\nshort\n")) for one in block
    ]
    assert [len(one.data) for one in found] == [LONGEST_REQUEST + 1, 5]
    assert [one.number for one in found] == [1, 2]
