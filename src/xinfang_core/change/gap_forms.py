"""The gaps of an edition in words, as Markdown, HTML and JSON (空缺的输出)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.change.gaps import GapKind
from xinfang_core.change.marking import cell, escaped, html_table, markdown_table, page, paragraph
from xinfang_core.codec.plain import plain_object
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.change.gaps import Gap
    from xinfang_core.codec.plain import Json
    from xinfang_core.policy import Edition

_MOST = 6
"""So many places are named."""


def heads() -> tuple[str, ...]:
    """What stands above the columns."""
    return tuple(render("gaps.columns", {}).split("|"))


def rows(found: Sequence[Gap]) -> list[tuple[str, ...]]:
    """The gaps in words: where, why, which cases, one of them, and who should confirm."""
    return [
        (f"{one.title}\n{one.path}", one.kind.text(), _places(one), one.sample, one.note)
        for one in found
    ]


def _places(one: Gap) -> str:
    if not one.places:
        return render("gaps.every", {})
    named = "、".join(one.places[:_MOST])
    if len(one.places) <= _MOST:
        return named
    return render("gaps.and_more", {"places": named, "count": len(one.places)})


def sentences(edition: Edition, found: Sequence[Gap]) -> Iterator[str]:
    """Which edition it is, how much it leaves open, and that nothing overlaps."""
    yield render("gaps.edition", {"title": edition.title, "label": edition.label})
    left_out = sum(one.kind is GapKind.left_out for one in found)
    if left_out < len(found):
        yield render("gaps.silent", {"count": len(found) - left_out})
    if left_out:
        yield render("gaps.left_out", {"count": left_out})
    if not found:
        yield render("gaps.none", {})
    yield render("gaps.no_overlaps", {})


def gaps_markdown(edition: Edition, found: Sequence[Gap]) -> str:
    """The gaps as Markdown: sentences, and a table."""
    text = "".join(f"{cell(one)}\n\n" for one in sentences(edition, found))
    return text + markdown_table(heads(), rows(found)) if found else text


def gaps_html(edition: Edition, found: Sequence[Gap]) -> str:
    """The gaps as a piece of HTML: sentences, and a table."""
    text = "".join(map(paragraph, sentences(edition, found)))
    return text + html_table(heads(), rows(found)) if found else text


def gaps_page(edition: Edition, found: Sequence[Gap]) -> str:
    """The gaps as a whole file of HTML."""
    title = render("gaps.title", {"label": edition.label})
    return page(title, f"<h1>{escaped(title)}</h1>\n{gaps_html(edition, found)}")


def gaps_json(edition: Edition, found: Sequence[Gap]) -> Json:
    """The gaps for a program."""
    return {
        "label": edition.label,
        "digest": edition.digest,
        "gaps": [{**plain_object(one), "path": one.path} for one in found],
    }
