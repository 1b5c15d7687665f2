"""A letter as one page of HTML (网页) that fetches nothing, and prints on A4 as Word's does."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from xinfang_core.change.marking import page
from xinfang_core.documents.letters.form import Grid
from xinfang_core.documents.letters.grids import cells_of, columns_of, heights_of
from xinfang_core.documents.letters.letter_style import letter_style
from xinfang_core.documents.letters.words import filled_words, paragraphs_of
from xinfang_core.vocabulary import LetterLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.documents.letters.form import Part
    from xinfang_core.documents.letters.grids import Cell
    from xinfang_core.documents.letters.letter import Filled, Letter

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_SIGNED = {"signature", "date"}


def letter_html(letter: Letter) -> str:
    """The whole page.

    Args:
        letter: its form and what is filled in.

    """
    title = filled_words(letter.form.title, letter.values)
    content = (
        '<main class="sheet">',
        *_head(letter),
        f"<h1>{escape(title)}</h1>",
        *_body(letter),
        *_foot(letter),
        "</main>",
        _made_by(letter),
    )
    body = "".join(f"{piece}\n" for piece in content)
    return page(title, body, style=letter_style(letter.form.layout), policy=_POLICY)


def _head(letter: Letter) -> Iterator[str]:
    """The mark, the number and the red lines; a form has none."""
    if letter.form.layout is LetterLayout.form:
        return
    yield _paragraph("mark", filled_words("{{ issuer }}", letter.values))
    number = filled_words("{{ number }}", letter.values)
    signer = letter.values.get("signer")
    if letter.form.layout is LetterLayout.letter:
        yield '<div class="rules upper"></div>'
        yield _paragraph("number", number)
    elif isinstance(signer, str) and signer:
        told = f"<span>{escape(number)}</span><span>签发人：<b>{escape(signer)}</b></span>"
        yield f'<p class="number signer">{told}</p>'
    else:
        yield _paragraph("number", number)


def _body(letter: Letter) -> Iterator[str]:
    """The parts in order; what the seal covers stays together."""
    for is_signed, parts in groupby(letter.form.body, _is_signed):
        content = (piece for part in parts for piece in _part(part, letter.values))
        yield f'<div class="signed">{"".join(content)}</div>' if is_signed else "\n".join(content)


def _is_signed(part: Part | Grid) -> bool:
    return not isinstance(part, Grid) and part.style in _SIGNED


def _part(part: Part | Grid, values: Mapping[str, Filled]) -> Iterator[str]:
    if isinstance(part, Grid):
        yield _table(part, values)
        return
    for words in paragraphs_of(part, values):
        if part.style == "heading":
            yield f"<h2>{escape(words)}</h2>"
        else:
            yield _paragraph(part.style, words)


def _paragraph(look: str, words: str) -> str:
    return f'<p class="{look}">{escape(words)}</p>'


def _table(grid: Grid, values: Mapping[str, Filled]) -> str:
    widths = "".join(f'<col style="width:{100 * one:.2f}%">' for one in columns_of(grid))
    placed = zip(cells_of(grid), heights_of(grid), strict=True)
    rows = (_row(cells, height, values) for cells, height in placed)
    return f"<table><colgroup>{widths}</colgroup>{''.join(rows)}</table>"


def _row(cells: Iterable[Cell], height: float, values: Mapping[str, Filled]) -> str:
    told = "".join(_cell(cell, values) for cell in cells)
    return f'<tr style="height:{height:g}pt">{told}</tr>'


def _cell(cell: Cell, values: Mapping[str, Filled]) -> str:
    tag = "th" if cell.is_label else "td"
    look = ' class="room"' if cell.is_room else ""
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    return f"<{tag}{look}{span}>{escape(filled_words(cell.text, values))}</{tag}>"


def _foot(letter: Letter) -> Iterator[str]:
    """To whom copies go, who printed it and when; and the lower red lines of a letter."""
    is_letter = letter.form.layout is LetterLayout.letter
    lines = tuple(_imprint(letter.values, has_printer=not is_letter))
    if lines and letter.form.layout is not LetterLayout.form:
        yield f'<div class="imprint">{"".join(lines)}</div>'
    if is_letter:
        yield '<div class="rules lower"></div>'


def _imprint(values: Mapping[str, Filled], *, has_printer: bool) -> Iterator[str]:
    if values.get("copies"):
        yield f"<p>{escape(filled_words('抄送：{{ copies }}。', values))}</p>"
    if has_printer and "printed_by" in values:
        by, on = (escape(filled_words(f"{{{{ {one} }}}}", values)) for one in _PRINTED)
        yield f"<p><span>{by}</span><span>{on}印发</span></p>"


_PRINTED = ("printed_by", "printed_on")


def _made_by(letter: Letter) -> str:
    told = "；".join(f"{name}：{value}" for name, value in letter.made_by)
    return f'<footer class="made-by">{escape(told)}</footer>'
