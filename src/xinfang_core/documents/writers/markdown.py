"""A document as Markdown (GFM 表格，MkDocs 亦可用).

Words stand as words, whatever they contain. What Markdown has no mark for that all its readers
know is written in the tags of HTML that they pass through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from xinfang_core.documents.blocks import Bars, Heading, Items, Paragraph, Picture, Table
from xinfang_core.documents.writers.bars_svg import bars_svg
from xinfang_core.documents.writers.tags import details, picture, tagged
from xinfang_core.documents.writers.words import provenance, runs_of
from xinfang_core.drawing.markdown import plain_text
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.blocks import Block, Document, Run, Words

_BEGINS_A_BLOCK = re.compile(r"^(?:([-+!])|(\d+)([.)]))")
_RULES = {"left": "---", "right": "---:", "centre": ":---:"}


def markdown(document: Document, *, attributes: bool = False) -> str:
    """The whole file.

    Args:
        document: what it says.
        attributes: whether the anchors of headings are written as attribute lists, ``{#name}``,
            as MkDocs reads them; otherwise as tags, which all readers of Markdown know.

    """
    draft = document.draft
    pieces = [f"# {_words(draft.title)}"]
    before: Block | None = None
    for block in draft.blocks:
        # Two lists one after the other would be read as one.
        if isinstance(block, Items) and isinstance(before, Items):
            pieces.append("<!-- -->")
        pieces.extend(_block(block, attributes=attributes))
        before = block
    pieces += [f"## {render('documents.made_by', {})}", _table(provenance(document))]
    return "\n\n".join(pieces) + "\n"


def _block(block: Block, *, attributes: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, attributes=attributes)
        case Paragraph(words, is_note):
            line = _words(words)
            yield f"<small>{line}</small>" if is_note else _begun(line)
        case Items(items, numbered):
            marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
            lines = (
                f"{mark} {_begun(_words(one))}" for mark, one in zip(marks, items, strict=True)
            )
            yield "\n".join(lines)
        case Table():
            yield from _captioned(block)
        case Bars():
            yield picture(bars_svg(block))
        case Picture(svg, told):
            yield picture(svg, told)
        case _:
            assert_never(block)


def _heading(block: Heading, *, attributes: bool) -> str:
    marks, words = "#" * (block.level + 1), _words(block.words).replace("<br>", " ")
    if not block.anchor:
        return f"{marks} {words}"
    if attributes:
        return f"{marks} {words} {{#{block.anchor}}}"
    return f'{marks} <a id="{block.anchor}"></a>{words}'


def _captioned(table: Table) -> Iterator[str]:
    if table.folded:
        # What stands between tags is not read as Markdown everywhere.
        yield details(table)
        return
    if table.caption:
        yield f"<strong>{_words(table.caption)}</strong>"
    yield _table(table)


def _table(table: Table) -> str:
    columns = range(len(table.heads))
    rules = [_RULES[table.aligned.get(column, "left")] for column in columns]
    rows = (table.heads, *table.rows)
    told = [[_words(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (told[0], rules, *told[1:]))


def _begun(line: str) -> str:
    """A line whose first sign begins no list, rule or note, nor after a blank."""
    line = line.lstrip()
    return _BEGINS_A_BLOCK.sub(_unmarked, line).replace(":", "&#58;", line.startswith(":"))


def _unmarked(found: re.Match[str]) -> str:
    mark, number, point = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{point}"


def _words(words: Words) -> str:
    return "".join(map(_run, runs_of(words)))


def _run(run: Run) -> str:
    return tagged(run, "<br>".join(map(_spaced, run.text.split("\n"))))


def _spaced(line: str) -> str:
    """A line as plain text that keeps one blank before and after it, between runs."""
    before = " " if line[:1].isspace() else ""
    after = " " if line[-1:].isspace() else ""
    return f"{before}{plain_text(line)}{after}" if line.strip() else before
