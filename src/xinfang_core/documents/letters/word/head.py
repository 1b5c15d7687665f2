"""The heads of letters (版头): the mark of the issuer, the number, the red lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.measures import millimetres, points
from xinfang_core.documents.letters.word.looks import RED, TWIPS_A_POINT, border, text_twips
from xinfang_core.documents.letters.word.marks import is_given, output, when
from xinfang_core.documents.writers.word.fonts import KAI
from xinfang_core.documents.writers.word.page import Margin, twips
from xinfang_core.documents.writers.word.runs import Look, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.letters.form import Form


def official_head(form: Form) -> Iterator[str]:
    """The mark, the number, in letters to a superior the signer, and the red line below."""
    yield _mark(points("official_mark") - _leading("mark_pitch", "mark_size"))
    plain = paragraph((run(output("number")),), "Number", _red_below())
    if is_given(form, "signer"):
        yield from when("signer", (_number_and_signer(),), (plain,))
    else:
        yield plain


def letter_head() -> Margin:
    """The head of a letter stands on its first page: the mark, a thick red line, a thin one."""
    line = points("letter_line") - _leading("mark_pitch", "mark_size")
    mark = _mark(0, f"<w:pBdr>{border('bottom', 'line_thick', RED, line)}</w:pBdr>")
    return Margin("header", "first", mark + _red_line("line_thin"))


def letter_number() -> str:
    """The number of a letter: to the right, below the red lines."""
    free = points("text_size") * 7 / 8 - _leading("pitch", "text_size")
    above = round(free * TWIPS_A_POINT)
    spaced = f'<w:spacing w:before="{above}"/><w:jc w:val="right"/>'
    return paragraph((run(output("number")),), "Number", spaced)


def letter_foot() -> Margin:
    """The two red lines at the foot of the first page: the thin one above the thick one."""
    return Margin("footer", "first", _red_line("line_thin") + _red_line("line_thick"))


def _leading(pitch: str, size: str) -> float:
    """What an exact line leaves free above its characters, and below them."""
    return (points(pitch) - points(size)) / 2


def _mark(before: float, lines: str = "") -> str:
    spaced = f'<w:spacing w:before="{round(before * TWIPS_A_POINT)}"/>'
    wide = _as_wide_as_lines() if lines else ""
    return paragraph((run(output("issuer")),), "IssuerMark", lines + spaced + wide)


def _red_line(thickness: str) -> str:
    drawn = f"<w:pBdr>{border('bottom', thickness, RED)}</w:pBdr>"
    return paragraph((), "Line", drawn + _as_wide_as_lines())


def _as_wide_as_lines() -> str:
    """The red lines of a letter are wider than its text, and stand in the middle of the paper."""
    free = (millimetres("page_width") - millimetres("letter_line_width")) / 2
    left, right = (twips(free - millimetres(side)) for side in ("left", "right"))
    return f'<w:ind w:left="{left}" w:right="{right}"/>'


def _red_below() -> str:
    line = points("official_line") - _leading("pitch", "text_size")
    drawn = border("bottom", "line_thick", RED, line)
    return f"<w:pBdr>{drawn}</w:pBdr>"


def _number_and_signer() -> str:
    """The number stands one character in from the left, the signer one from the right."""
    one = round(points("text_size") * TWIPS_A_POINT)
    stops = (
        f'<w:tabs><w:tab w:val="left" w:pos="{one}"/>'
        f'<w:tab w:val="right" w:pos="{text_twips() - one}"/></w:tabs><w:jc w:val="left"/>'
    )
    words = run(f"\t{output('number')}\t签发人："), run(output("signer"), Look(east=KAI))
    return paragraph(words, "Number", _red_below() + stops)
