"""One day of a picture: its ground, border, number, mark and badge.

Looks differ in shape, hatching or letter as well as in colour, so that a grey print and a
reader who does not see colours tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.drawing.svg_text import legal, text

if TYPE_CHECKING:
    from collections.abc import Iterator

SIDE = 44
"""Side of a cell among the days of a month."""

MARK = 11
"""Size of the letters of a mark."""

_INSET = 2
_STEP = 8
_NUMBER, _BADGE = 14, 10
_DISC = "#9b1c1c"
_SQUARE = "#1a1a1a"


@frozen
class Look:
    """How a cell is drawn.

    Attributes:
        fill: colour of the ground.
        ink: colour of the letters.
        edge: colour of the border.
        weight: width of the border.
        hatch: colour of slanting lines over the ground, empty for none.
        level: whether these lines lie level instead.
        curve: radius of the corners.

    """

    fill: str
    ink: str
    edge: str = "#b5b5b5"
    weight: int = 1
    hatch: str = ""
    level: bool = False
    curve: int = 4


OUTSIDE = Look("#ffffff", "#757575", "#e2e2e2")
"""A day of which the picture says nothing."""


@frozen
class Cell:
    """One day of the picture.

    Attributes:
        look: how it is drawn.
        mark: word below the number of the day.
        badge: letter in the corner, empty for none.
        worked: whether the badge says that the day is worked: a square, else a disc.
        dashed: whether the day is provisional.
        tip: sentence for the day, shown by pointing at it and read aloud.

    """

    look: Look
    mark: str = ""
    badge: str = ""
    worked: bool = False
    dashed: bool = False
    tip: str = ""


def draw_cell(left: int, top: int, side: int, cell: Cell, number: str = "") -> str:
    """The cell as one line of SVG; ``left`` and ``top`` are its corner."""
    return "".join(("<g>", *_parts(left, top, side, cell, number), "</g>"))


def _parts(left: int, top: int, side: int, cell: Cell, number: str) -> Iterator[str]:
    look = cell.look
    if cell.tip:
        yield f"<title>{legal(cell.tip)}</title>"
    # A pixel is left free on each side, so that neighbours keep apart.
    yield _frame(left + 1, top + 1, side - 2, look)
    if look.hatch:
        yield _hatching(left + 1, top + 1, side - 2, look)
    if cell.dashed:
        yield _dashes(left + 1, top + 1, side - 2, look)
    if number:
        ink = look.ink
        yield text(left + 6, top + 18, number, _NUMBER, ink, bold=look is not OUTSIDE)
    if cell.mark:
        yield text(left + side // 2, top + side - 8, cell.mark, MARK, look.ink, "middle")
    if cell.badge:
        yield _badge(left + side - 11, top + 12, cell)


def _frame(left: int, top: int, side: int, look: Look) -> str:
    curve = min(look.curve, side // 3)
    return (
        f'<rect x="{left}" y="{top}" width="{side}" height="{side}" rx="{curve}" '
        f'fill="{look.fill}" stroke="{look.edge}" stroke-width="{look.weight}"/>'
    )


def _dashes(left: int, top: int, side: int, look: Look) -> str:
    """A dashed line within the border, in the colour of the letters: seen on any ground."""
    inner = side - 2 * _INSET
    return (
        f'<rect x="{left + _INSET}" y="{top + _INSET}" width="{inner}" height="{inner}" rx="2" '
        f'fill="none" stroke="{look.ink}" stroke-width="1" stroke-dasharray="4 3"/>'
    )


def _hatching(left: int, top: int, side: int, look: Look) -> str:
    """Lines over the whole cell, level or rising to the right."""
    right, bottom = left + side, top + side
    if look.level:
        lines = [f"M{left} {top + step}H{right}" for step in range(_STEP, side, _STEP)]
    else:
        rise = range(_STEP, side, _STEP)
        lines = [f"M{left} {top + step}L{left + step} {top}" for step in rise]
        lines += [f"M{left + step} {bottom}L{right} {top + step}" for step in rise]
    return f'<path d="{"".join(lines)}" stroke="{look.hatch}" stroke-width="1" fill="none"/>'


def _badge(across: int, down: int, cell: Cell) -> str:
    """The letter in a square where the day is worked, in a disc where it is not."""
    if cell.worked:
        shape = f'<rect x="{across - 8}" y="{down - 8}" width="16" height="16" fill="{_SQUARE}"'
    else:
        shape = f'<circle cx="{across}" cy="{down}" r="8" fill="{_DISC}"'
    letter = text(across, down + 4, cell.badge, _BADGE, "#ffffff", "middle")
    return f'{shape} stroke="#ffffff" stroke-width="1"/>{letter}'
