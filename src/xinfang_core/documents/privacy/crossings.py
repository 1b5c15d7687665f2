"""Which counts of a table with totals are hidden together (交叉表隐去).

A hidden count can be worked out by sums exactly where it is the only way between its row and its
column: let rows and columns be places, and every hidden count a way between two of them; what lies
on no round trip follows from the rest. So for each such count the cheapest way round is hidden too.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

Crossing: TypeAlias = tuple[int, int]
"""Row and column of a count."""


def hidden_crossings(rows: Sequence[Sequence[int]], least: int) -> set[Crossing]:
    """The places of all counts that are hidden.

    Args:
        rows: the rows, totals last in each, and the row of totals last of all.
        least: the smallest count that is published.

    """
    hidden = {
        (row, column)
        for row, counts in enumerate(rows)
        for column, count in enumerate(counts)
        if 0 < count < least
    }
    before = -1
    while len(hidden) > before:
        before = len(hidden)
        for line in _lines(rows):
            _fill(rows, line, hidden, least)
        for crossing in sorted(hidden):
            hidden |= _way_round(rows, crossing, hidden)
    return hidden


def _lines(rows: Sequence[Sequence[int]]) -> Iterator[list[Crossing]]:
    """The counts of each row and of each column, without its total."""
    height, width = len(rows), len(rows[0]) if rows else 0
    yield from ([(row, column) for column in range(width - 1)] for row in range(height))
    yield from ([(row, column) for row in range(height - 1)] for column in range(width))


def _fill(
    rows: Sequence[Sequence[int]], line: list[Crossing], hidden: set[Crossing], least: int
) -> None:
    """Hide more of a line until what is hidden of it comes to the threshold."""
    own = [crossing for crossing in line if crossing in hidden]
    total = sum(rows[row][column] for row, column in own)
    others = sorted((rows[row][column], (row, column)) for row, column in line)
    for count, crossing in others:
        if not own or total >= least:
            return
        if count and crossing not in hidden:
            hidden.add(crossing)
            total += count


def _way_round(
    rows: Sequence[Sequence[int]], crossing: Crossing, hidden: AbstractSet[Crossing]
) -> set[Crossing]:
    """The cheapest counts to hide, so that a hidden one lies on a round trip.

    A hidden count costs nothing, another one what it counts, nought more than all of them.
    """
    row, column = crossing
    dear = sum(map(sum, rows)) + 1
    start, goal = (True, row), (False, column)
    best: dict[tuple[bool, int], int] = {}
    waiting: list[tuple[int, tuple[bool, int], tuple[Crossing, ...]]] = [(0, start, ())]
    while waiting:
        cost, place, way = heappop(waiting)
        if place == goal:
            return set(way)
        if place in best:
            continue
        best[place] = cost
        for step, neighbour in _steps(rows, place):
            if step != crossing and neighbour not in best:
                price = 0 if step in hidden else rows[step[0]][step[1]] or dear
                heappush(waiting, (cost + price, neighbour, (*way, step)))
    return set()


def _steps(
    rows: Sequence[Sequence[int]], place: tuple[bool, int]
) -> Iterator[tuple[Crossing, tuple[bool, int]]]:
    """From a row to every column, from a column to every row."""
    is_row, at = place
    if is_row:
        yield from (((at, column), (False, column)) for column in range(len(rows[0])))
    else:
        yield from (((row, at), (True, row)) for row in range(len(rows)))
