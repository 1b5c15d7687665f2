"""Tables of generated pages (文档生成)."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def joined(blocks: Iterable[str]) -> str:
    """Blocks of Markdown, an empty line between them."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def table(head: str, rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; ``head`` holds its columns as written. Without rows it is empty."""
    body = [" | ".join(_escaped(cell) for cell in row) for row in rows]
    shown = (head, " | ".join("---" for _ in head.split("|")), *body) if body else ()
    return "\n".join(f"| {row} |" for row in shown)


def _escaped(cell: str) -> str:
    """A cell as text: no column ends in it, no brace starts an attribute list."""
    return cell.replace("|", "\\|").replace("{", "&#123;")
