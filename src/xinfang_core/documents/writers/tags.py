"""Contents in the tags of HTML (标签), as pages and Markdown both take them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xinfang_core.change.marking import escaped
from xinfang_core.documents.writers.words import runs_of
from xinfang_core.drawing.svg_text import legal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.blocks import Run, Table, Words

_LINE_ENDS = re.compile(r"\r\n?")
_EMPTY_LINES = re.compile(r"\n\s*\n")


def tagged(run: Run, words: str) -> str:
    """The words of a run, escaped already, in the tags that say how they look."""
    if run.badge is not None:
        words = f'<span class="badge {run.badge.name}">〔{words}〕</span>'
    if run.strong:
        words = f"<strong>{words}</strong>"
    if run.faint:
        words = f"<small>{words}</small>"
    return f'<a href="#{run.link}">{words}</a>' if run.link else words


def html_words(words: Words) -> str:
    """Words as HTML."""
    return "".join(tagged(run, _lines(run.text)) for run in runs_of(words))


def _lines(words: str) -> str:
    return escaped(_LINE_ENDS.sub("\n", words))


def picture(svg: str, told: str = "") -> str:
    """A picture as a block of its own; an empty line in it would end it in Markdown.

    Args:
        svg: how it is drawn.
        told: what it shows, for whoever cannot see it; empty where the picture says so itself.

    """
    label = f' role="group" aria-label="{legal(" ".join(told.split()))}"' if told else ""
    return f'<div class="picture"{label}>{_EMPTY_LINES.sub(chr(10), svg.strip())}</div>'


def details(table: Table) -> str:
    """A table that is seen once it is unfolded."""
    return f"<details><summary>{_lines(table.folded)}</summary>\n{html_table(table)}\n</details>"


def html_table(table: Table) -> str:
    """A table as HTML, without an empty line in it."""
    return "\n".join(_table(table))


def _table(table: Table) -> Iterator[str]:
    looks = [_look(table, column) for column in range(len(table.heads))]
    yield "<table>"
    if table.caption:
        yield f"<caption>{_lines(table.caption)}</caption>"
    if table.widths:
        yield f"<colgroup>{''.join(_columns(table))}</colgroup>"
    yield f"<thead>{_row('th', table.heads, looks)}</thead>"
    yield "<tbody>"
    for row in table.rows:
        yield _row("td", row, looks)
    yield "</tbody>"
    yield "</table>"


def _look(table: Table, column: int) -> str:
    aligned = table.aligned.get(column, "left")
    return "" if aligned == "left" else f' class="{aligned}"'


def _columns(table: Table) -> Iterator[str]:
    whole = sum(table.widths)
    for width in table.widths:
        yield f'<col style="width:{width * 100 / whole:.2f}%">'


def _row(tag: str, row: tuple[Words, ...], looks: list[str]) -> str:
    told = zip(row, looks, strict=True)
    cells = "".join(f"<{tag}{look}>{html_words(cell)}</{tag}>" for cell, look in told)
    return f"<tr>{cells}</tr>"
