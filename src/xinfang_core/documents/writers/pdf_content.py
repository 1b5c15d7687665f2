"""A document as the data that ``page.typ`` sets (PDF 的内容)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from xinfang_core.documents.blocks import Bars, Heading, Items, Paragraph, Picture, Table
from xinfang_core.documents.writers.bars_svg import FILLS, longest, titled, written
from xinfang_core.documents.writers.words import provenance, runs_of, shown, text_of
from xinfang_core.drawing.svg_text import possible, width
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.documents.blocks import Bar, Block, Document, Run, Words

_Data: TypeAlias = dict[str, Any]

_LONG = 240
"""A row of a table with so many characters in a cell may go on on the next page."""

_SHORT = 40
"""Characters of the title that stand at the top of each page."""

_LABEL = 15
"""How wide the labels of bars are at most, in characters of Chinese."""


def content(document: Document, fonts: Mapping[str, tuple[str, ...]]) -> str:
    """The document as JSON.

    Args:
        document: what it says.
        fonts: the families of each place of the page.

    """
    draft = document.draft
    anchors = _anchors(draft.blocks)
    title = text_of(draft.title)
    data = {
        "fonts": fonts,
        "fills": FILLS,
        "title": possible(title),
        "heading": _words(draft.title, anchors),
        "short": _words(title if len(title) <= _SHORT else f"{title[:_SHORT]}…", anchors),
        "landscape": draft.landscape,
        "contents": _words(render("documents.contents", {}), ()) if draft.contents else None,
        "blocks": list(_blocks(draft.blocks, anchors)),
        "made_by": {
            "title": _words(render("documents.made_by", {}), ()),
            "table": _table(provenance(document), anchors),
        },
    }
    return json.dumps(data, ensure_ascii=False)


def _anchors(blocks: Iterable[Block]) -> frozenset[str]:
    headings = (block for block in blocks if isinstance(block, Heading))
    return frozenset(block.anchor for block in headings if block.anchor)


def _blocks(blocks: Iterable[Block], anchors: Iterable[str]) -> Iterator[_Data]:
    seen: set[str] = set()
    for block in blocks:
        data = _block(block, anchors)
        # A place has one name; of two headings with the same name links lead to the first.
        if data.get("anchor") in seen:
            data["anchor"] = ""
        seen.add(data.get("anchor", ""))
        yield data


def _block(block: Block, anchors: Iterable[str]) -> _Data:
    match block:
        case Heading(level, words, anchor):
            told = _words(words, anchors)
            return {"kind": "heading", "level": level, "anchor": anchor, "words": told}
        case Paragraph(words, is_note):
            return {"kind": "paragraph", "note": is_note, "words": _words(words, anchors)}
        case Items(items, numbered):
            listed = [_words(one, anchors) for one in items]
            return {"kind": "items", "numbered": numbered, "items": listed}
        case Table():
            return _table(block, anchors)
        case Bars():
            return _bars(block)
        case Picture(svg, told_in_words):
            return {"kind": "picture", "svg": svg, "told": possible(told_in_words)}
        case _:
            assert_never(block)


def _table(table: Table, anchors: Iterable[str]) -> _Data:
    columns = range(len(table.heads))
    return {
        "kind": "table",
        "caption": _words(table.caption, anchors),
        "heads": [_words(head, anchors) for head in table.heads],
        "widths": _widths(table),
        "aligned": [table.aligned.get(column, "left") for column in columns],
        "repeated": not _is_long(table.heads),
        "rows": [_row(row, anchors) for row in table.rows],
    }


def _widths(table: Table) -> list[int | None]:
    """How wide the columns are, in parts of what is left; None where as wide as its words.

    A badge stays on its line where another column can give way.
    """
    columns = range(len(table.heads))
    badges = [_is_of_badges([row[column] for row in table.rows]) for column in columns]
    parts = table.widths or [1 for _ in columns]
    if all(badges):
        return list(parts)
    return [None if fits else part for fits, part in zip(badges, parts, strict=True)]


def _is_of_badges(cells: Iterable[Words]) -> bool:
    """Whether a column is of badges alone, some of which may be missing."""
    runs = [run for cell in cells for run in runs_of(cell)]
    return bool(runs) and all(run.badge is not None for run in runs)


def _row(row: tuple[Words, ...], anchors: Iterable[str]) -> _Data:
    return {"long": _is_long(row), "cells": [_words(cell, anchors) for cell in row]}


def _is_long(row: tuple[Words, ...]) -> bool:
    return any(len(text_of(cell)) > _LONG for cell in row)


def _bars(bars: Bars) -> _Data:
    most = longest(bars)
    wide = max((width(bar.label, 100) / 100 for bar in bars.bars), default=0)
    return {
        "kind": "bars",
        "title": _words(titled(bars), ()),
        "series": [_words(one, ()) for one in bars.series],
        "label": min(_LABEL, wide + 1),
        "bars": [_bar(bar, most) for bar in bars.bars],
    }


def _bar(bar: Bar, most: float) -> _Data:
    lengths = [
        {"part": round((value or 0) / most, 4), "shown": _words(written(bar, place), ())}
        for place, value in enumerate(bar.values)
    ]
    return {"label": _words(bar.label, ()), "lengths": lengths}


def _words(words: Words, anchors: Iterable[str]) -> list[_Data] | str:
    if isinstance(words, str) and "\n" not in words:
        return possible(words)
    return [_run(run, anchors) for run in runs_of(words)]


def _run(run: Run, anchors: Iterable[str]) -> _Data:
    data: _Data = {"lines": possible(shown(run)).split("\n")}
    if run.strong:
        data["strong"] = True
    if run.faint:
        data["faint"] = True
    if run.badge is not None:
        data["badge"] = run.badge.name
    if run.link in anchors:
        data["link"] = run.link
    return data
