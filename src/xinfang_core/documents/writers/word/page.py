"""The set-up of pages (页面设置), always A4, and what stands in their margins (页眉、页脚)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from xinfang_core.documents.writers.word.runs import Look, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT, _LONG = 11906, 16838
_TWIPS_A_MILLIMETRE = 1440 / 25.4
_TWIPS_A_POINT = 20

Strip: TypeAlias = Literal["header", "footer"]
Pages: TypeAlias = Literal["default", "even", "first"]


def twips(millimetres: float) -> int:
    """A length in the unit that Word measures in, a twentieth of a point."""
    return round(millimetres * _TWIPS_A_MILLIMETRE)


@frozen
class Page:
    """How pages are set up (页面设置); lengths in millimetres.

    Attributes:
        top: the margin above the text; so ``bottom``, ``left`` and ``right``.
        bottom: the margin below.
        left: the margin to the left.
        right: the margin to the right.
        header: from the upper edge of the paper to the header.
        footer: from the lower edge to the footer.
        is_landscape: whether pages lie on their side.
        pitch: from line to line, in points, where lines stand on a grid; 0 for none.
        has_own_first: whether the first page has a header and a footer of its own, or none.

    """

    top: float = 25
    bottom: float = 25
    left: float = 26
    right: float = 24
    header: float = 15
    footer: float = 15
    is_landscape: bool = False
    pitch: float = 0
    has_own_first: bool = False

    @property
    def text_width(self) -> int:
        """How wide the text is, in twips."""
        return (_LONG if self.is_landscape else _SHORT) - twips(self.left) - twips(self.right)


@frozen
class Margin:
    """What stands in the margin of some pages (页眉、页脚).

    Attributes:
        strip: above or below the text.
        pages: on which pages; ``default`` are the odd ones where even ones have their own.
        content: its paragraphs, as XML.

    """

    strip: Strip
    pages: Pages
    content: str


def page_number(east: str, points: float) -> str:
    """The runs of a page number as official documents write it: ``— 1 —``."""
    look = Look(east=east, points=points)
    counted = f'<w:fldSimple w:instr=" PAGE ">{run("1", look)}</w:fldSimple>'
    return run("— ", look) + counted + run(" —", look)


def numbered_pages(east: str, points: float) -> tuple[Margin, ...]:
    """Page numbers on the outer side: to the right on odd pages, to the left on even ones."""
    return (_numbered("default", "right", east, points), _numbered("even", "left", east, points))


def _numbered(pages: Pages, side: str, east: str, points: float) -> Margin:
    aligned = f'<w:jc w:val="{side}"/>'
    return Margin("footer", pages, paragraph((page_number(east, points),), properties=aligned))


def section(page: Page, references: Iterable[str] = ()) -> str:
    """The set-up as the end of a body says it.

    Args:
        page: the set-up.
        references: the headers and footers, as XML.

    """
    width, height = (_LONG, _SHORT) if page.is_landscape else (_SHORT, _LONG)
    turned = ' w:orient="landscape"' if page.is_landscape else ""
    return (
        f'<w:sectPr>{"".join(references)}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}"'
        f' w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}"'
        f' w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f'<w:cols w:space="425"/>{"<w:titlePg/>" if page.has_own_first else ""}{_grid(page)}'
        "</w:sectPr>"
    )


def _grid(page: Page) -> str:
    """Lines on a grid; a grid of characters too would spread them out in LibreOffice."""
    pitch = round(page.pitch * _TWIPS_A_POINT)
    return f'<w:docGrid w:type="lines" w:linePitch="{pitch}"/>' if pitch else ""
