"""The table of contents of a Word file (目录): a field that Word renews, filled in by us.

Page numbers are known only to the program that lays out pages, so ours has none until the field is
renewed there (更新目录); its lines lead to their headings all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.writers.word.looks import CONTENTS_LEVELS
from xinfang_core.documents.writers.word.runs import linked, paragraph, run
from xinfang_core.documents.writers.words import text_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.documents.writers.word.outline import Outline

_BEGIN: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    f' TOC \\o "1-{CONTENTS_LEVELS}" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents(outline: Outline) -> str:
    """The table of contents; empty where there is nothing to list."""
    listed = [
        (one, outline.bookmark(number))
        for number, one in enumerate(outline.headings, 1)
        if one.level <= CONTENTS_LEVELS
    ]
    lines = [
        (f"TOC{one.level}", linked(run(text_of(one.words)), bookmark)) for one, bookmark in listed
    ]
    if not lines:
        return ""
    written = "".join(
        paragraph((_BEGIN if at == 0 else "", line, _END if at == len(lines) - 1 else ""), style)
        for at, (style, line) in enumerate(lines)
    )
    head = paragraph((run(render("documents.contents", {}, "zh")),), "ContentsHead")
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{head}{written}"
        "</w:sdtContent></w:sdt>"
    )
