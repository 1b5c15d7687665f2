"""Runs and paragraphs of a Word file (文字片段与段落)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.documents.writers.word.fonts import fonts
from xinfang_core.documents.writers.word.markup import inner

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHARED = re.compile("[“”‘’—…·×±°‰№①-⑳Ⅰ-Ⅻ]")
"""Marks that Chinese and Latin fonts both have, and that Word would take from the Latin one."""


@frozen
class Look:
    """How a run looks, where it differs from its paragraph (字符格式).

    Attributes:
        style: the key of a style of characters; empty for none.
        east: the font of its Chinese characters; empty for that of the paragraph.
        is_strong: whether it is bold.
        colour: six hexadecimal digits; empty for that of the paragraph.
        points: its size; 0 for that of the paragraph.
        fill: the colour behind it; empty for none.

    """

    style: str = ""
    east: str = ""
    is_strong: bool = False
    colour: str = ""
    points: float = 0
    fill: str = ""


PLAIN = Look()


def run(text: str, look: Look = PLAIN) -> str:
    """Words that share a look; empty words are no run."""
    if not text:
        return ""
    wanted = _properties(look, is_shared=_SHARED.search(text) is not None)
    return f"<w:r>{wanted}{inner(text)}</w:r>"


def _properties(look: Look, *, is_shared: bool) -> str:
    """What a run says of its look, in the order that the schema wants."""
    hint = '<w:rFonts w:hint="eastAsia"/>' if is_shared else ""
    said = (
        f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
        fonts(look.east) if look.east else hint,
        "<w:b/><w:bCs/>" if look.is_strong else "",
        f'<w:color w:val="{look.colour}"/>' if look.colour else "",
        size(look.points) if look.points else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else "",
    )
    return f"<w:rPr>{''.join(said)}</w:rPr>" if any(said) else ""


def size(points: float) -> str:
    """The size of characters, which Word counts in half points."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def paragraph(content: Iterable[str], style: str = "", properties: str = "") -> str:
    """A paragraph of runs.

    Args:
        content: its runs, as XML.
        style: the key of its style; empty for that of plain text.
        properties: what else is said of it, as XML in the order of the schema.

    """
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    said = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{said}{''.join(content)}</w:p>"


def linked(content: str, bookmark: str) -> str:
    """Runs that lead to a bookmark of the same file."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}</w:hyperlink>'


def marked(content: str, bookmark: str, number: int) -> str:
    """Runs that a bookmark stands around; its number is its own in the file."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )
