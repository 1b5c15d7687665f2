"""The one gate between what is composed and what is written (脱敏).

Every word of a draft goes through the masks: title, headings, captions, cells, labels and what is
written at bars, what pictures tell, and what made the document. Words that are parted only by a
look are read as one. Pictures themselves (SVG) pass as they are: their builders draw them of our
own words alone. Anchors are made of names of policies; one that a mask would change goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from attrs import evolve

from xinfang_core.documents.blocks import (
    Bars,
    Document,
    Heading,
    Items,
    Paragraph,
    Picture,
    Table,
)
from xinfang_core.documents.privacy.masking import Masks, masks, parted

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.documents.blocks import Block, Draft, Words
    from xinfang_core.documents.privacy.parties import Parties
    from xinfang_core.vocabulary import Audience

_DIGEST: Final = re.compile(r"[0-9a-f]{16}(?:\+[0-9a-f]{16})*")


def masked(
    text: str, audience: Audience, parties: Parties | None, numbers: Collection[str] = ()
) -> str:
    """A text as its readers may see it, of characters that every format takes.

    A value of a person stands in its own field without this, with ``legal`` alone, where
    ``may_see`` says so: here a telephone is masked whoever reads it.

    Args:
        text: what a host wrote; anything.
        audience: who reads it.
        parties: the people of the case; None where the host gave none.
        numbers: the numbers of the cases that it tells of: they are printed unless they are a
            telephone, the number of an identity card, or a value of a person.

    """
    return masks(audience, parties, numbers).masked(text)


def passed(
    draft: Draft,
    audience: Audience,
    parties: Parties | None = None,
    numbers: Collection[str] = (),
) -> Document:
    """The document as its readers may see it: every word of it has gone through the masks.

    Args:
        draft: what was composed.
        audience: who reads it.
        parties: the people of the case; None where the host gave none.
        numbers: the numbers of the cases that it tells of, as ``masked`` takes them.

    """
    through = masks(audience, parties, numbers)
    seen = evolve(
        draft,
        title=through.masked(draft.title),
        blocks=_blocks(through, draft.blocks),
        made_by=tuple(
            (through.masked(name), _maker(through, value)) for name, value in draft.made_by
        ),
    )
    return Document(seen, audience)


def _maker(through: Masks, value: str) -> str:
    """A value that tells what made the document; digests stay, whatever digits they have."""
    is_digest = _DIGEST.fullmatch(value) is not None and not value.isdigit()
    return value if is_digest else through.masked(value)


def _blocks(through: Masks, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_block(through, block) for block in blocks)


def _block(through: Masks, block: Block) -> Block:
    """A block with every word of it masked."""
    match block:
        case Heading():
            anchor = _anchor(through, block.anchor)
            return evolve(block, words=_words(through, block.words), anchor=anchor)
        case Paragraph():
            return evolve(block, words=_words(through, block.words))
        case Items():
            return evolve(block, items=_each(through, block.items))
        case Table():
            return _table(through, block)
        case Bars():
            return _bars(through, block)
        case Picture():
            instead = _blocks(through, block.instead)
            return evolve(block, told=through.masked(block.told), instead=instead)
        case _:
            assert_never(block)


def _table(through: Masks, table: Table) -> Table:
    return evolve(
        table,
        heads=_each(through, table.heads),
        rows=tuple(_each(through, row) for row in table.rows),
        caption=through.masked(table.caption),
        folded=through.masked(table.folded),
    )


def _bars(through: Masks, bars: Bars) -> Bars:
    return evolve(
        bars,
        title=through.masked(bars.title),
        bars=tuple(
            evolve(
                bar, label=through.masked(bar.label), shown=tuple(map(through.masked, bar.shown))
            )
            for bar in bars.bars
        ),
        series=tuple(map(through.masked, bars.series)),
        unit=through.masked(bars.unit),
    )


def _each(through: Masks, several: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple(_words(through, words) for words in several)


def _words(through: Masks, words: Words) -> Words:
    """Words, masked; marks stay where they are."""
    if isinstance(words, str):
        return through.masked(words)
    texts = parted(through, [run.text for run in words])
    return tuple(
        evolve(run, text=text, link=_anchor(through, run.link))
        for run, text in zip(words, texts, strict=True)
    )


def _anchor(through: Masks, anchor: str) -> str:
    """An anchor, or a link to one; none where it would tell of somebody."""
    return anchor if not anchor or through.masked(anchor) == anchor else ""
