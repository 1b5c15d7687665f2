"""What stands at the foot of letters (版记、页码)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.measures import points
from xinfang_core.documents.letters.word.looks import TWIPS_A_POINT, moved, number_lift, text_twips
from xinfang_core.documents.letters.word.marks import is_given, output, when
from xinfang_core.documents.writers.word.fonts import SONG
from xinfang_core.documents.writers.word.page import Margin, page_number, twips
from xinfang_core.documents.writers.word.runs import Look, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.letters.form import Form

_THICK, _THIN = "imprint_thick", "imprint_thin"


def page_numbers(*, lifted: bool = False) -> tuple[Margin, ...]:
    """Page numbers on the outer side, one character from the edge of the text.

    Args:
        lifted: whether the footer begins lower than they stand.

    """
    lift = f'<w:spacing w:after="{twips(number_lift())}"/>' if lifted else ""
    return (_numbered("default", "right", lift), _numbered("even", "left", lift))


def _numbered(pages: str, side: str, lift: str) -> Margin:
    size = points("number_size")
    told = f'{lift}{moved(left=size, right=size)}<w:jc w:val="{side}"/>'
    content = paragraph((page_number(SONG, size),), "PageNumber", told)
    return Margin("footer", "even" if pages == "even" else "default", content)


def counted_pages() -> tuple[Margin, ...]:
    """The page numbers of a form: in the middle, and of how many pages."""
    look = Look(east=SONG, points=points("cell_size"))
    told = (
        run("第 ", look),
        f'<w:fldSimple w:instr=" PAGE ">{run("1", look)}</w:fldSimple>',
        run(" 页，共 ", look),
        f'<w:fldSimple w:instr=" NUMPAGES ">{run("1", look)}</w:fldSimple>',
        run(" 页", look),
    )
    content = paragraph(told, "PageNumber", '<w:jc w:val="center"/>')
    return (Margin("footer", "default", content), Margin("footer", "even", content))


def imprint(form: Form, *, has_lines: bool) -> Iterator[str]:
    """To whom copies go, who printed it and when, at the foot of the last page.

    Args:
        form: the kind of letter.
        has_lines: whether lines stand around it, and the printer in it: not in a letter.

    """
    copies = is_given(form, "copies")
    printed = has_lines and is_given(form, "printed_by")
    first = last = _line(_THICK) if has_lines else ""
    if copies and printed:
        whole = (first, _copies(), _line(_THIN), _printed(), last, _END)
        yield from when("copies", whole, (first, _printed(), last, _END))
    elif copies:
        yield from when("copies", (first, _copies(), last, _END))
    elif printed:
        yield from (first, _printed(), last, _END)


def _copies() -> str:
    """One character free on both sides; what follows the colon stands in line."""
    size = points("note_size")
    inset = moved(left=4 * size, right=size, hanging=3 * size)
    return paragraph((run(f"抄送：{output('copies')}。"),), "Imprint", _framed() + inset)


def _printed() -> str:
    size = round(points("note_size") * TWIPS_A_POINT)
    stops = (
        f'<w:tabs><w:tab w:val="left" w:pos="{size}"/>'
        f'<w:tab w:val="right" w:pos="{text_twips() - size}"/></w:tabs>'
    )
    words = f"\t{output('printed_by')}\t{output('printed_on')}印发"
    return paragraph((run(words),), "Imprint", _framed() + stops)


def _line(thickness: str) -> str:
    """A line as a low paragraph that is filled in.

    LibreOffice takes paragraphs with unequal borders for several frames, and puts them anywhere.
    """
    high = round(points(thickness) * TWIPS_A_POINT)
    filled = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
    exact = f'<w:spacing w:line="{high}" w:lineRule="exact"/>'
    return paragraph((), "Line", f"{_framed()}{filled}{exact}")


def _framed() -> str:
    """A frame at the foot of the text, on the page of what it follows."""
    return (
        f'<w:framePr w:w="{text_twips()}" w:hSpace="0" w:wrap="around" w:vAnchor="margin"'
        ' w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>'
    )


_END = paragraph((), "Line")
"""What the frame hangs on."""
