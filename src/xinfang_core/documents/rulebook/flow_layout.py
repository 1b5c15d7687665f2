"""Where the steps of a flow stand in a picture (流程图版面): left to right, a row for each end.

What follows a step stands to the right of it, the longest way on its own row; so the lines run
from left to right and down, and none crosses another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.drawing.svg_text import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.documents.rulebook.flow_tree import FlowStep

NAME, MARK = 15, 11
"""Sizes of the letters of a name and of the marks below it."""

MARGIN, HIGH, BETWEEN, BEFORE = 20, 46, 14, 40
"""Around all; a box; between two rows; between two columns."""

_PADDING, _LEAST = 24, 72
_LONGEST = 14
"""Signs of a name that a box has room for."""

_MOST = 960
"""How wide the steps may stand side by side that have nothing before and after them."""


@frozen
class Box:
    """A step with its place (方框).

    Attributes:
        step: what stands in it.
        left: its left side.
        top: its upper side.
        wide: its width.

    """

    step: FlowStep
    left: int
    top: int
    wide: int

    @property
    def right(self) -> int:
        """Its right side."""
        return self.left + self.wide

    @property
    def middle(self) -> int:
        """The height at which lines reach it."""
        return self.top + HIGH // 2


@frozen
class Line:
    """What leads from one step to the next (连线).

    Attributes:
        start: the box that it leaves.
        end: the one that it reaches.
        turn: where it turns down, between their columns.

    """

    start: Box
    end: Box
    turn: int


@frozen
class Chart:
    """All boxes and lines (流程图).

    Attributes:
        boxes: the steps.
        lines: what leads from one to another.
        lone: where the steps begin that stand by themselves; None where there are none.
        wide: its whole width.
        high: its height.

    """

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    lone: int | None
    wide: int
    high: int


def laid_out(trees: Sequence[FlowStep], top: int, heading: int) -> Chart:
    """Every step in its place.

    Args:
        trees: the steps that nothing has to come before, each with what follows.
        top: where the first row begins.
        heading: the height of what is said above the steps that stand by themselves.

    """
    grown = [one for one in trees if one.below]
    lefts = _columns(grown)
    boxes: list[Box] = []
    lines: list[Line] = []
    low = top
    for tree in grown:
        low = _place(tree, 0, low, lefts, boxes, lines)
    lone = [one for one in trees if not one.below]
    begin = low + heading if lone else None
    boxes += _side_by_side(lone, begin or 0)
    right = max((box.right for box in boxes), default=0)
    under = max((box.top + HIGH for box in boxes), default=top)
    return Chart(tuple(boxes), tuple(lines), begin, right + MARGIN, under + MARGIN)


def box_width(step: FlowStep) -> int:
    """How wide the box of a step is, for its name and its marks."""
    name = width(box_name(step), NAME)
    return max(_LEAST, name + _PADDING, width("·".join(step.marks), MARK) + _PADDING // 2)


def box_name(step: FlowStep) -> str:
    """The name of a step, cut where it is longer than any box; the table has it whole."""
    name = step.step.text()
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _columns(trees: Sequence[FlowStep]) -> list[tuple[int, int]]:
    """Left side and width of each column."""
    widths: dict[int, int] = {}
    for depth, step in _by_depth(trees, 0):
        widths[depth] = max(widths.get(depth, 0), box_width(step))
    found: list[tuple[int, int]] = []
    left = MARGIN
    for depth in sorted(widths):
        found.append((left, widths[depth]))
        left += widths[depth] + BEFORE
    return found


def _by_depth(trees: Sequence[FlowStep], depth: int) -> Iterator[tuple[int, FlowStep]]:
    for one in trees:
        yield depth, one
        yield from _by_depth(one.below, depth + 1)


def _place(
    step: FlowStep,
    depth: int,
    top: int,
    columns: Sequence[tuple[int, int]],
    boxes: list[Box],
    lines: list[Line],
) -> int:
    """Put a step and all below it; where the next row begins."""
    left, wide = columns[depth]
    box = Box(step, left, top, wide)
    boxes.append(box)
    low = top
    for one in step.below:
        place = len(boxes)
        low = _place(one, depth + 1, low, columns, boxes, lines)
        lines.append(Line(box, boxes[place], box.right + BEFORE // 2))
    return low if step.below else top + HIGH + BETWEEN


def _side_by_side(steps: Sequence[FlowStep], top: int) -> Iterator[Box]:
    """Steps that stand by themselves, as many in a row as there is room for."""
    left = MARGIN
    for one in steps:
        wide = box_width(one)
        if left > MARGIN and left + wide > _MOST:
            left, top = MARGIN, top + HIGH + BETWEEN
        yield Box(one, left, top, wide)
        left += wide + BETWEEN
