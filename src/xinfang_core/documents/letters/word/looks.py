"""How the paragraphs of letters look (段落样式): measures, as Word's styles say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.letters.measures import millimetres, points
from xinfang_core.documents.writers.word.fonts import BLACK, FANG_SONG, TITLE_SONG
from xinfang_core.documents.writers.word.page import Page, twips
from xinfang_core.documents.writers.word.styles import Style

if TYPE_CHECKING:
    from xinfang_core.documents.letters.form import Style as PartStyle

RED: Final = "FF0000"

TWIPS_A_POINT: Final = 20
"""Word measures in twentieths of a point."""

STYLE_OF: Final[dict[PartStyle, str]] = {
    "addressee": "Addressee",
    "text": "LetterText",
    "heading": "Heading1",
    "signature": "Signature",
    "date": "WrittenOn",
    "note": "LetterNote",
    "space": "Normal",
}
"""The style of each kind of paragraph."""

_EIGHTHS = 8
_KEPT = "<w:keepNext/><w:keepLines/>"


def border(side: str, thickness: str, colour: str, space: float = 0) -> str:
    """One line along a paragraph, or of a table.

    Args:
        side: where it runs, such as ``top``, ``bottom`` or ``insideH``.
        thickness: the measure that says how thick.
        colour: six hexadecimal digits, or ``auto``.
        space: points between it and the words.

    """
    eighths = round(points(thickness) * _EIGHTHS)
    return (
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{round(space)}" w:color="{colour}"/>'
    )


def moved(left: float = 0, right: float = 0, hanging: float = 0) -> str:
    """A paragraph that stands further in than the text, in points."""
    left, right, hanging = (round(one * TWIPS_A_POINT) for one in (left, right, hanging))
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def base() -> Style:
    """What plain text looks like: 仿宋 of size 3, lines of a fixed height."""
    return Style(
        key="Normal",
        name="Normal",
        east=FANG_SONG,
        points=points("text_size"),
        side="both",
        exact=points("pitch"),
        closer=points("closer"),
        # A page has 22 lines, and none reaches beyond its margin; LibreOffice reads the latter
        # the wrong way round.
        properties='<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/>',
    )


def page(*, is_letter: bool = False, has_own_first: bool = False) -> Page:
    """A4 with the margins of the standard; the footer stands where the page number wants it."""
    foot = millimetres("letter_foot") if is_letter else _number_foot()
    return Page(
        top=millimetres("top"),
        bottom=millimetres("bottom"),
        left=millimetres("left"),
        right=millimetres("right"),
        header=millimetres("letter_mark") if is_letter else millimetres("top") / 2,
        footer=foot,
        has_own_first=has_own_first,
    )


def _number_foot() -> float:
    """From the edge of the paper to the line of the page number, whose dash is at its middle."""
    middle = millimetres("number_size") / 2
    return millimetres("bottom") - millimetres("number_below") - middle


def number_lift() -> float:
    """Millimetres that a page number stands above a footer that begins at the lower red lines."""
    return _number_foot() - millimetres("letter_foot")


def styles() -> tuple[Style, ...]:
    """The styles of all layouts, besides plain text."""
    return (*_head(), *_body(), *_small())


def _head() -> tuple[Style, ...]:
    size, pitch, line = points("mark_size"), points("mark_pitch"), points("pitch")
    return (
        Style(
            key="IssuerMark",
            name="发文机关标志",
            east=TITLE_SONG,
            points=size,
            colour=RED,
            side="center",
            exact=pitch,
        ),
        Style(key="Number", name="发文字号", side="center", exact=line, before=2 * line),
        *_titles(2 * line, line / 2),
    )


def _titles(above: float, below: float) -> tuple[Style, ...]:
    """The title of a letter, below its head, and that of a form, above its table."""
    size, pitch = points("title_size"), points("title_pitch")
    return (
        Style(
            key="Title",
            name="Title",
            east=TITLE_SONG,
            points=size,
            side="center",
            exact=pitch,
            before=above,
            properties=_KEPT,
        ),
        Style(
            key="FormTitle",
            name="表格标题",
            east=TITLE_SONG,
            points=size,
            side="center",
            exact=pitch,
            after=below,
            properties=_KEPT,
        ),
    )


def _body() -> tuple[Style, ...]:
    size, line = points("text_size"), points("pitch")
    return (
        Style(key="Addressee", name="主送机关", exact=line, before=line),
        Style(
            key="LetterText",
            name="公文正文",
            points=size,
            side="both",
            exact=line,
            first=2,
            closer=points("closer"),
        ),
        Style(
            key="Heading1",
            name="heading 1",
            east=BLACK,
            points=size,
            exact=line,
            first=2,
            level=1,
            properties=_KEPT,
        ),
        *_signed(line),
    )


def _signed(line: float) -> tuple[Style, ...]:
    """Who signs and when, with the room for the seal."""
    return (
        Style(
            key="Signature",
            name="落款",
            side="center",
            exact=line,
            before=points("seal_above"),
            properties=_KEPT,
        ),
        Style(
            key="WrittenOn",
            name="成文日期",
            side="center",
            exact=line,
            after=points("seal_below"),
            properties="<w:keepLines/>",
        ),
    )


def _small() -> tuple[Style, ...]:
    small, line = points("note_size"), points("note_pitch")
    cell, cell_line = points("cell_size"), points("cell_pitch")
    return (
        Style(key="LetterNote", name="说明", points=small, side="both", exact=line, first=2),
        Style(key="Imprint", name="版记", points=small, exact=line),
        Style(key="PageNumber", name="页码", points=points("number_size"), exact=line),
        Style(
            key="CellLabel",
            name="表格栏目",
            east=BLACK,
            points=cell,
            side="center",
            exact=cell_line,
        ),
        Style(key="CellText", name="表格内容", points=cell, exact=cell_line),
        Style(key="Line", name="线", points=1, exact=2),
    )


def text_twips() -> int:
    """How wide the text is, in twips."""
    return twips(millimetres("text_width"))
