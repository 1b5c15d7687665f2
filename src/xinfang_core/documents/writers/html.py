"""A document as one page of HTML (网页) that fetches nothing."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias, assert_never

from xinfang_core.change.marking import page
from xinfang_core.documents.blocks import Bars, Heading, Items, Paragraph, Picture, Table
from xinfang_core.documents.writers.bars_svg import bars_svg
from xinfang_core.documents.writers.page_style import page_style
from xinfang_core.documents.writers.tags import details, html_table, html_words, picture
from xinfang_core.documents.writers.words import provenance
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.documents.blocks import Block, Document

_Placed: TypeAlias = "tuple[Block, str]"

_LISTED = 2
"""The least of the levels that the table of contents lists."""

_NARROW = 4
"""So many columns have room on a telephone."""

_UNFOLD = (
    "const all=()=>document.querySelectorAll('details:not([open])');"
    "let closed=[];"
    "addEventListener('beforeprint',()=>{closed=[...all()];closed.forEach(d=>d.open=true)});"
    "addEventListener('afterprint',()=>closed.forEach(d=>d.open=false));"
)
"""What is folded is printed all the same; browsers of offices are too old to be told in CSS."""


def html(document: Document) -> str:
    """The whole file."""
    draft = document.draft
    return page(draft.title, _body(document), style=page_style(draft), policy=_policy())


def _policy() -> str:
    """The browser fetches nothing, and runs nothing but the few words that unfold tables."""
    digest = b64encode(sha256(_UNFOLD.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _body(document: Document) -> str:
    draft, blocks = document.draft, tuple(_anchored(document.draft.blocks))
    contents = tuple(_contents(blocks)) if draft.contents else ()
    look = ' class="listed"' if contents else ""
    pieces = (
        f"<div{look}>",
        f"<h1>{html_words(draft.title)}</h1>",
        *contents,
        "<main>",
        *(_block(block, anchor) for block, anchor in blocks),
        _made_by(document),
        "</main>",
        "</div>",
        f"<script>{_UNFOLD}</script>",
    )
    return "".join(f"{piece}\n" for piece in pieces if piece)


def _anchored(blocks: Iterable[Block]) -> Iterator[_Placed]:
    """Each block with its anchor; headings that have none are counted."""
    for number, block in enumerate(blocks, 1):
        yield block, (block.anchor or f"part-{number}") if isinstance(block, Heading) else ""


def _contents(blocks: Iterable[_Placed]) -> Iterator[str]:
    title = render("documents.contents", {})
    yield f'<nav class="contents"><details open><summary>{title}</summary>'
    for block, anchor in blocks:
        if isinstance(block, Heading) and block.level <= _LISTED:
            words = html_words(block.words).replace("<br>", " ")
            yield f'<a class="level-{block.level}" href="#{anchor}">{words}</a>'
    yield "</details></nav>"


def _block(block: Block, anchor: str) -> str:
    match block:
        case Heading(level, words):
            return f'<h{level + 1} id="{anchor}">{html_words(words)}</h{level + 1}>'
        case Paragraph(words, is_note):
            look = ' class="note"' if is_note else ""
            return f"<p{look}>{html_words(words)}</p>"
        case Items(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{html_words(one)}</li>' for one in items)}</{tag}>"
        case Table():
            return _scrolled(block)
        case Bars():
            return picture(bars_svg(block))
        case Picture(svg, told):
            return picture(svg, told)
        case _:
            assert_never(block)


def _scrolled(table: Table) -> str:
    """A table, which is moved by itself where it is wider than a telephone."""
    look = "table wide" if len(table.heads) > _NARROW else "table"
    return f'<div class="{look}">{details(table) if table.folded else html_table(table)}</div>'


def _made_by(document: Document) -> str:
    title, table = render("documents.made_by", {}), html_table(provenance(document))
    return f'<footer><h2 id="made-by">{title}</h2>\n{table}</footer>'
