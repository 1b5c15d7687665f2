"""A flow as SVG (流程图): boxes, lines and a legend; words tell what the looks tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.rulebook.flow_layout import (
    HIGH,
    MARGIN,
    MARK,
    NAME,
    box_name,
    laid_out,
)
from xinfang_core.documents.rulebook.wording import told
from xinfang_core.drawing.svg_text import FONTS, legal, text, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.documents.rulebook.flow_layout import Box, Chart, Line
    from xinfang_core.documents.rulebook.flow_tree import FlowStep

_LEAST = 480
"""Narrowest picture, so that the legend has room."""

_LEGEND, _ROW, _HEADING = 13, 20, 30
_INK, _FAINT, _LINE = "#1a1a1a", "#595959", "#595959"
_OPENING, _CLOSING, _PLAIN = "#e6f0fa", "#f3e9d9", "#ffffff"
_ROUND, _CORNER, _ARROW, _INNER = 22, 4, 7, 3


def flow_svg(trees: Sequence[FlowStep], key: str, title: str, description: str) -> str:
    """The picture as an SVG file.

    Args:
        trees: the steps.
        key: beginning of its identifiers, so that several pictures may share a page.
        title: what it is called, for those who cannot see it.
        description: what it shows, for them.

    """
    chart = laid_out(trees, MARGIN, _HEADING)
    across = max(chart.wide, _LEAST)
    legend = [
        line
        for sentence in (told("flow.legend"), told("flow.legend_marks"))
        for line in wrapped(sentence, _LEGEND, across - 2 * MARGIN)
    ]
    down = chart.high + len(legend) * _ROW
    return "\n".join(
        (
            *_opening(key, title, description, across, down),
            *map(_line, chart.lines),
            *(drawn for box in chart.boxes for drawn in _box(box)),
            *_lone(chart),
            *_legend(legend, chart.high),
            "</svg>\n",
        )
    )


def _opening(key: str, title: str, description: str, across: int, down: int) -> Iterator[str]:
    """The root, the names for those who cannot see the picture, and a white ground."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" '
        f'viewBox="0 0 {across} {down}" role="img" xml:lang="zh-CN" '
        f'aria-labelledby="{key}-title" aria-describedby="{key}-desc" font-family="{FONTS}">'
    )
    yield f'<title id="{key}-title">{legal(title)}</title>'
    yield f'<desc id="{key}-desc">{legal(description)}</desc>'
    yield f'<rect width="{across}" height="{down}" fill="#ffffff"/>'


def _line(line: Line) -> str:
    """A line that leaves to the right, turns down and ends in an arrow."""
    start, end = line.start.middle, line.end.middle
    way = f"M{line.start.right} {start} H{line.turn} V{end} H{line.end.left - _ARROW}"
    tip, back = line.end.left, line.end.left - _ARROW
    head = f"M{tip} {end} L{back} {end - 4} V{end + 4} Z"
    return (
        f'<path d="{way}" fill="none" stroke="{_LINE}" stroke-width="1.5"/>'
        f'<path d="{head}" fill="{_LINE}"/>'
    )


def _box(box: Box) -> Iterator[str]:
    """The frame of a step, its name, and its marks below."""
    step = box.step
    round_ = _ROUND if step.opens else _CORNER
    fill = _OPENING if step.opens else _CLOSING if step.closes else _PLAIN
    yield _frame(box, 0, round_, fill, dashed=not step.own)
    if step.closes:
        yield _frame(box, _INNER, max(round_ - _INNER, 1), "none", dashed=False)
    middle = box.left + box.wide // 2
    marks = "·".join(step.marks)
    base = box.top + (21 if marks else 29)
    yield text(middle, base, box_name(step), NAME, _INK, "middle", bold=step.opens)
    if marks:
        yield text(middle, box.top + 37, marks, MARK, _FAINT, "middle")


def _frame(box: Box, inset: int, round_: int, fill: str, *, dashed: bool) -> str:
    dashes = ' stroke-dasharray="5 3"' if dashed else ""
    return (
        f'<rect x="{box.left + inset}" y="{box.top + inset}" width="{box.wide - 2 * inset}" '
        f'height="{HIGH - 2 * inset}" rx="{round_}" fill="{fill}" stroke="{_INK}"{dashes}/>'
    )


def _lone(chart: Chart) -> Iterator[str]:
    """What is said above the steps that stand by themselves."""
    if chart.lone is not None:
        yield text(MARGIN, chart.lone - 10, told("flow.lone"), _LEGEND, _FAINT)


def _legend(lines: Sequence[str], top: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield text(MARGIN, top + number * _ROW, line, _LEGEND, _FAINT)
