"""How documents look in Word (文书样式): rulebooks, accounts, bulletins."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from xinfang_core.documents.writers.bars_svg import FILLS as BAR_COLOURS
from xinfang_core.documents.writers.word.fonts import BLACK, FANG_SONG, KAI, SONG, TITLE_SONG
from xinfang_core.documents.writers.word.styles import Style
from xinfang_core.vocabulary import Basis

_STAYS: Final = "<w:keepNext/><w:keepLines/>"
"""Not parted, and on one page with what follows."""

CONTENTS_LEVELS: Final = 2
"""Levels of headings that the table of contents shows."""


@frozen
class CellSize:
    """How large the words of a table are (表格字号).

    Attributes:
        name: what its styles are found by.
        cell: the style of cells.
        head: the style of what stands above them.
        points: the size.
        faint: the size of what stands back.

    """

    name: str
    cell: str
    head: str
    points: float
    faint: float

    @property
    def unit(self) -> int:
        """How wide half a Chinese character is, in twips."""
        return round(self.points * 10)

    @property
    def smaller(self) -> float:
        """What stands back as a part of the rest."""
        return self.faint / self.points


CELLS: Final = CellSize("", "Cell", "CellHead", 10.5, 9)
SMALL_CELLS: Final = CellSize("小", "SmallCell", "SmallCellHead", 9, 7.5)
"""Of tables of many columns."""

BASE: Final = Style("Normal", "Normal", east=FANG_SONG, points=12)

STYLES: Final = (
    Style("Title", "Title", east=TITLE_SONG, points=22, side="center", after=18, lines=1.2),
    *(
        Style(
            f"Heading{level}",
            f"heading {level}",
            east=east,
            points=points,
            is_strong=level > 2,  # noqa: PLR2004 - 黑体 and 楷体 stand out by themselves
            before=before,
            after=6,
            level=level,
            properties=_STAYS,
        )
        for level, east, points, before in (
            (1, BLACK, 16, 18),
            (2, BLACK, 14, 14),
            (3, KAI, 13, 10),
            (4, FANG_SONG, 12, 8),
        )
    ),
    Style("BodyText", "Body Text", points=12, side="both", lines=1.35, after=4, first=2),
    Style("Note", "注", east=KAI, points=10.5, colour="404040", lines=1.2, after=4),
    Style("ListItem", "List Paragraph", points=12, lines=1.3, after=2),
    Style("Caption", "caption", east=BLACK, points=10.5, before=8, after=4, properties=_STAYS),
    *(
        style
        for size in (CELLS, SMALL_CELLS)
        for style in (
            Style(size.cell, f"表格{size.name}文字", east=SONG, points=size.points),
            Style(
                size.head,
                f"表格{size.name}栏目",
                east=BLACK,
                points=size.points,
                side="center",
                properties=_STAYS,
            ),
        )
    ),
    Style("Bar", "柱图文字", east=SONG, points=9, properties=_STAYS),
    Style("Gap", "间隔", points=3, exact=4),
    Style(
        "ContentsHead", "目录标题", east=BLACK, points=16, side="center", after=8, properties=_STAYS
    ),
    *(
        Style(f"TOC{level}", f"toc {level}", points=12, lines=1.2, left=2 * (level - 1))
        for level in range(1, CONTENTS_LEVELS + 1)
    ),
    Style("Link", "Hyperlink", is_character=True, colour="1F4E79"),
)

FAINT: Final = "595959"
"""The colour of what stands back."""

FILLS: Final = {Basis.stated: "E3EFE3", Basis.interpreted: "FFF0B3", Basis.assumed: "F8DCD6"}
"""What stands behind the badge of each basis; its words tell it too."""

BAR_FILLS: Final = tuple(one.removeprefix("#").upper() for one in BAR_COLOURS)
"""The bars of each series, in turn."""

HEAD_FILL: Final = "EFEFEF"
