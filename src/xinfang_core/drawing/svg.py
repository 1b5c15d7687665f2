"""Months drawn as SVG: month blocks, a legend and notes, and nothing of what they mean.

Presentation attributes only: no style sheet, script, font or picture is fetched.
"""

from __future__ import annotations

from calendar import monthcalendar
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.drawing.svg_cell import OUTSIDE, SIDE, Cell, draw_cell
from xinfang_core.drawing.svg_text import FONTS, legal, text, width, wrapped
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xinfang_core.messages import Lang

COLUMNS = 3
"""Most months side by side."""

_BLOCK, _HEAD, _GAP, _MARGIN = 7 * SIDE, 46, 24, 20
_SWATCH, _LINE = 26, 20
_TITLE, _HEADING, _SMALL = 17, 15, 13
_INK, _FAINT = "#1a1a1a", "#595959"
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


@frozen
class Month:
    """A month to draw: its heading and the cells of the days about which there is something."""

    year: int
    month: int
    heading: str
    cells: Mapping[date, Cell] = field(repr=False)

    @property
    def weeks(self) -> list[list[int]]:
        """Day numbers from Monday, 0 where the day is of another month."""
        return monthcalendar(self.year, self.month)


@frozen
class Picture:
    """All that is drawn.

    Attributes:
        key: beginning of the identifiers in the file, so that two pictures may share a page.
        title: the heading, and the name of the picture for those who cannot see it.
        description: what the picture shows, for them.
        months: the months, in order.
        legend: an example and its meaning for each look in use.
        notes: sentences below.

    """

    key: str
    title: str
    description: str
    months: Sequence[Month]
    legend: Sequence[tuple[Cell, str]]
    notes: Sequence[str] = ()


def draw(picture: Picture, lang: Lang) -> str:
    """The picture as an SVG file."""
    across = 2 * _MARGIN + min(len(picture.months), COLUMNS) * (_BLOCK + _GAP) - _GAP
    inner = across - 2 * _MARGIN
    body, low = _lines([picture.title], inner, _MARGIN, size=_TITLE, ink=_INK)
    for first in range(0, len(picture.months), COLUMNS):
        row = picture.months[first : first + COLUMNS]
        for place, month in enumerate(row):
            body.extend(_month(_MARGIN + place * (_BLOCK + _GAP), low, month, lang))
        low += _HEAD + max(len(month.weeks) for month in row) * SIDE + _GAP
    legend, low = _legend(picture.legend, inner, low)
    notes, low = _lines(picture.notes, inner, low, size=_SMALL, ink=_FAINT)
    return "\n".join((*_opening(picture, across, low, lang), *body, *legend, *notes, "</svg>\n"))


def _opening(picture: Picture, across: int, down: int, lang: Lang) -> Iterator[str]:
    """The root, the names for those who cannot see the picture, and a white ground."""
    title, description = f"{picture.key}-title", f"{picture.key}-desc"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" '
        f'viewBox="0 0 {across} {down}" role="img" xml:lang="{_LANGUAGES[lang]}" '
        f'aria-labelledby="{title}" aria-describedby="{description}" font-family="{FONTS}">'
    )
    yield f'<title id="{title}">{legal(picture.title)}</title>'
    yield f'<desc id="{description}">{legal(picture.description)}</desc>'
    yield f'<rect width="{across}" height="{down}" fill="#ffffff"/>'


def _lines(
    sentences: Iterable[str], inner: int, low: int, *, size: int, ink: str
) -> tuple[list[str], int]:
    """Sentences one below the other from ``low`` on, and where they end."""
    drawn = []
    for sentence in sentences:
        for line in wrapped(sentence, size, inner):
            low += _LINE
            drawn.append(text(_MARGIN, low, line, size, ink, bold=size == _TITLE))
    return drawn, low + _LINE


def _month(left: int, top: int, month: Month, lang: Lang) -> Iterator[str]:
    """Heading, names of the weekdays and days."""
    yield text(left, top + 14, month.heading, _HEADING, _INK, bold=True)
    for place, weekday in enumerate(render("drawing.weekdays", {}, lang).split()):
        middle = left + place * SIDE + SIDE // 2
        yield text(middle, top + _HEAD - 8, weekday, _SMALL, _FAINT, "middle")
    for row, week in enumerate(month.weeks):
        for place, number in enumerate(week):
            if number:
                day = date(month.year, month.month, number)
                cell = month.cells.get(day, Cell(OUTSIDE))
                corner = left + place * SIDE, top + _HEAD + row * SIDE
                yield draw_cell(*corner, SIDE, cell, str(number))


def _legend(legend: Sequence[tuple[Cell, str]], inner: int, low: int) -> tuple[list[str], int]:
    """Examples in columns as wide as the longest meaning, and where they end."""
    longest = max(width(meaning, _SMALL) for _, meaning in legend)
    slot = _SWATCH + 8 + longest + _GAP
    columns = max(1, (inner + _GAP) // slot)
    drawn = []
    for place, (cell, meaning) in enumerate(legend):
        left, top = _MARGIN + place % columns * slot, low + place // columns * (_SWATCH + 8)
        drawn.append(draw_cell(left, top, _SWATCH, cell))
        drawn.append(text(left + _SWATCH + 8, top + 18, meaning, _SMALL, _INK))
    return drawn, low + -(-len(legend) // columns) * (_SWATCH + 8)
