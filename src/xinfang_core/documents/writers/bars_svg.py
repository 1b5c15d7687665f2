"""A plot of bars as an SVG picture (柱图): lengths side by side, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.drawing.svg_text import FONTS, legal, text, width
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.blocks import Bar, Bars

_ACROSS, _MARGIN, _GAP, _LEAST_ROOM = 680, 12, 8, 200
_LINE, _THIN, _APART, _TOP = 18, 14, 8, 30
_LETTERS, _TITLE, _LABEL_MOST, _SHOWN_MOST = 12, 14, 200, 200
_INK, _FAINT = "#1a1a1a", "#595959"
FILLS: Final = ("#2f6f8f", "#b9cdd6", "#8f5d2f", "#dccbb4")
"""The colours of the series; beside one another they are dark and light in print too."""


@frozen
class _Plan:
    """Where things stand: the left edge of the bars, their longest length, and what it means."""

    left: int
    room: int
    most: float


def bars_svg(bars: Bars) -> str:
    """The plot as a picture that says in words what it shows."""
    plan, down = _planned(bars), _height(bars)
    drawn = (*_opening(bars, down), *_legend(bars), *_rows(bars, plan))
    return "\n".join((*drawn, "</svg>"))


def longest(bars: Bars) -> float:
    """What the whole length of the axis stands for; of no lengths at all, 1."""
    lengths = [value for bar in bars.bars for value in bar.values if value is not None]
    return max((*lengths, bars.most or 0)) or 1


def titled(bars: Bars) -> str:
    """What the plot shows, and in what its lengths are."""
    return f"{bars.title}（{bars.unit}）" if bars.unit else bars.title


def written(bar: Bar, place: int) -> str:
    """What is written at a length; a dash where there is nothing to tell."""
    return bar.shown[place] or render("documents.bar.none", {})


def told(bars: Bars) -> str:
    """What the plot shows, for whoever cannot see it."""
    each = (
        render(
            "documents.bars.one",
            {
                "label": bar.label,
                "values": "/".join(written(bar, place) for place in range(len(bar.values))),
            },
        )
        for bar in bars.bars
    )
    words = render("documents.bars.told", {"title": bars.title, "bars": "；".join(each)})
    return " ".join(words.split())


def _planned(bars: Bars) -> _Plan:
    shown = [written(bar, place) for bar in bars.bars for place in range(len(bar.values))]
    label = max((width(_cut(bar.label, _LABEL_MOST), _LETTERS) for bar in bars.bars), default=0)
    after = max((width(_cut(one, _SHOWN_MOST), _LETTERS) for one in shown), default=0)
    left = _MARGIN + label + _GAP
    return _Plan(left, max(_LEAST_ROOM, _ACROSS - left - after - 2 * _MARGIN), longest(bars))


def _height(bars: Bars) -> int:
    rows = sum(len(bar.values) * _LINE + _APART for bar in bars.bars)
    return _start(bars) + rows + _MARGIN


def _start(bars: Bars) -> int:
    """Where the first bar begins, below the title and the names of the series."""
    return _TOP + (24 if bars.series[1:] else 4)


def _opening(bars: Bars, down: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_ACROSS}" height="{down}" '
        f'viewBox="0 0 {_ACROSS} {down}" role="img" xml:lang="zh-CN" '
        f'aria-label="{legal(told(bars))}" font-family="{FONTS}">'
    )
    yield f'<rect width="{_ACROSS}" height="{down}" fill="#ffffff"/>'
    yield _short(_MARGIN, 22, titled(bars), _ACROSS - 2 * _MARGIN, bold=True)


def _legend(bars: Bars) -> Iterator[str]:
    if not bars.series[1:]:
        return
    left, most = _MARGIN, (_ACROSS - _MARGIN) // len(bars.series) - 40
    for place, name in enumerate(bars.series):
        yield f'<rect x="{left}" y="34" width="12" height="12" fill="{_fill(place)}"/>'
        yield _short(left + 18, 45, name, most)
        left += 18 + width(_cut(name, most), _LETTERS) + 22


def _rows(bars: Bars, plan: _Plan) -> Iterator[str]:
    top = _start(bars)
    for bar in bars.bars:
        high = len(bar.values) * _LINE
        yield _short(plan.left - _GAP, top + high // 2 + 4, bar.label, _LABEL_MOST, "end")
        for place, value in enumerate(bar.values):
            yield from _length(plan, top + place * _LINE, written(bar, place), value, place)
        edge = f'x="{plan.left - 1}" y="{top - 2}" width="1" height="{high + 4}"'
        yield f'<rect {edge} fill="{_INK}"/>'
        top += high + _APART


def _length(plan: _Plan, top: int, words: str, value: float | None, place: int) -> Iterator[str]:
    long = scaled(value, plan.most, plan.room)
    if long:
        yield (
            f'<rect x="{plan.left}" y="{top + 2}" width="{long}" height="{_THIN}" '
            f'fill="{_fill(place)}"/>'
        )
    ink = _FAINT if value is None else _INK
    yield _short(plan.left + long + 6, top + 13, words, _SHOWN_MOST, ink=ink)


def scaled(value: float | None, most: float, room: int) -> int:
    """The length of a bar; what is more than nothing is seen."""
    return max(2, round(value * room / most)) if value else 0


def _fill(place: int) -> str:
    return FILLS[place % len(FILLS)]


def _short(
    left: int,
    base: int,
    words: str,
    most: int,
    anchor: str = "start",
    ink: str = _INK,
    *,
    bold: bool = False,
) -> str:
    """A line of letters no wider than ``most``; where it is cut, the whole shows on pointing."""
    size = _TITLE if bold else _LETTERS
    cut = _cut(words, most, size)
    line = text(left, base, cut, size, ink, anchor, bold=bold)
    return line if cut == words else f"<g><title>{legal(words)}</title>{line}</g>"


def _cut(words: str, most: int, size: int = _LETTERS) -> str:
    line = " ".join(words.split())
    if width(line[:most], size) <= most and len(line) <= most:
        return line
    while width(line := line[:most], size) > most - size:
        line = line[: len(line) * (most - size) // width(line, size)]
    return f"{line}…"
