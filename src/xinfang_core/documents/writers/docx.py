"""A document as a Word file (docx): it needs no extra, and its bytes are the same each time."""

from __future__ import annotations

from itertools import chain, count, takewhile
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from attrs import evolve

from xinfang_core.documents.blocks import (
    Bars,
    Heading,
    Items,
    Paragraph,
    Picture,
    Table,
)
from xinfang_core.documents.writers.word.bars import barred
from xinfang_core.documents.writers.word.contents import contents
from xinfang_core.documents.writers.word.fonts import SONG
from xinfang_core.documents.writers.word.looks import BASE, STYLES
from xinfang_core.documents.writers.word.numbering import BULLET_LIST, in_list
from xinfang_core.documents.writers.word.outline import Outline, outline_of
from xinfang_core.documents.writers.word.package import WordFile, word_bytes
from xinfang_core.documents.writers.word.page import Page, numbered_pages
from xinfang_core.documents.writers.word.runs import marked, paragraph, run
from xinfang_core.documents.writers.word.tabulated import tabulated
from xinfang_core.documents.writers.word.words import runs
from xinfang_core.documents.writers.words import provenance, text_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.documents.blocks import Block, Document

    Drawable: TypeAlias = Heading | Paragraph | Items | Table | Bars

_PAGE_NUMBERS: Final = 14


def docx(document: Document) -> bytes:
    """The whole file."""
    draft = document.draft
    blocks = tuple(_drawable(draft.blocks))
    page = Page(is_landscape=draft.landscape)
    file = WordFile(
        title=draft.title,
        page=page,
        base=BASE,
        styles=STYLES,
        margins=numbered_pages(SONG, _PAGE_NUMBERS),
        numbered=sum(isinstance(one, Items) and one.numbered for one in blocks),
    )
    return word_bytes(file, _body(document, blocks, page.text_width))


def _drawable(blocks: Iterable[Block]) -> Iterator[Drawable]:
    """The blocks, with what stands in the place of pictures: Word draws none of ours."""
    for one in blocks:
        if isinstance(one, Picture):
            yield from _drawable(one.instead or (Paragraph(one.told, is_note=True),))
        else:
            yield one


def _body(document: Document, blocks: tuple[Drawable, ...], width: int) -> Iterator[str]:
    """The title; what stands before the first heading; the contents; the rest; what made it."""
    draft = document.draft
    outline = outline_of(blocks)
    opening = len([*takewhile(lambda one: not isinstance(one, Heading), blocks)])
    written = _written(blocks, outline, width)
    yield paragraph((run(draft.title),), "Title")
    for _ in range(opening):
        yield from next(written)
    if draft.contents:
        yield contents(outline)
    yield from chain.from_iterable(written)
    yield from _made_by(document, width)


def _made_by(document: Document, width: int) -> Iterator[str]:
    caption = render("documents.made_by", {})
    return tabulated(evolve(provenance(document), caption=caption), width, {})


def _written(blocks: Iterable[Drawable], outline: Outline, width: int) -> Iterator[Iterable[str]]:
    """The pieces of each block in turn."""
    headings, lists, above = count(1), count(BULLET_LIST + 1), ""
    for one in blocks:
        match one:
            case Heading():
                above = text_of(one.words)
                yield (_heading(one, outline, next(headings)),)
            case Paragraph(words, is_note):
                style = "Note" if is_note else "BodyText"
                yield (paragraph((runs(words, outline.bookmarks),), style),)
            case Items():
                yield _items(one, outline, next(lists) if one.numbered else BULLET_LIST)
            case Table():
                # What stands for a folded table often says what the heading above it does.
                shown = evolve(one, folded="") if one.folded == above else one
                yield tabulated(shown, width, outline.bookmarks)
            case Bars():
                yield barred(one, width)
            case _:  # Pictures are gone already: what stands instead is here.
                assert_never(one)


def _heading(one: Heading, outline: Outline, number: int) -> str:
    written = marked(runs(one.words, outline.bookmarks), outline.bookmark(number), number)
    return paragraph((written,), f"Heading{one.level}")


def _items(one: Items, outline: Outline, number: int) -> Iterator[str]:
    listed = in_list(number)
    for words in one.items:
        yield paragraph((runs(words, outline.bookmarks),), "ListItem", listed)
