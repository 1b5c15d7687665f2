"""A whole Word file (Word 文件): its parts, packed to the same bytes each time."""

from __future__ import annotations

import io
from itertools import chain
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import frozen

from xinfang_core.documents.writers.word.fonts import fonts_part
from xinfang_core.documents.writers.word.markup import escaped
from xinfang_core.documents.writers.word.numbering import numbering_part
from xinfang_core.documents.writers.word.page import section
from xinfang_core.documents.writers.word.styles import styles_part
from xinfang_core.workbook.packing import entry, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.documents.writers.word.page import Margin, Page
    from xinfang_core.documents.writers.word.styles import Style

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""The prefixes that the XML of a body may use; others are declared where they are used."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OWN = ("styles", "settings", "numbering", "fontTable")
"""Parts that every file has."""

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_SETTINGS: Final = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
_BLOCK = 512
"""Pieces of a body that are packed at once."""


@frozen
class WordFile:
    """What a Word file is made of, besides its body.

    Attributes:
        title: what its properties call it.
        page: how its pages are set up.
        base: what plain text looks like, with the key ``Normal``.
        styles: the other styles.
        margins: headers and footers.
        numbered: how many counted lists it has; each counts from 1.

    """

    title: str
    page: Page
    base: Style
    styles: tuple[Style, ...]
    margins: tuple[Margin, ...] = ()
    numbered: int = 0


def word_bytes(file: WordFile, body: Iterable[str]) -> bytes:
    """The file.

    Args:
        file: its set-up and its styles.
        body: its paragraphs and tables as XML, in pieces; they are packed as they come.

    """
    stream, parts = io.BytesIO(), _parts(file)
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as packed:
        for name in in_order((*parts, "word/document.xml")):
            with packed.open(entry(name), "w") as part:
                written = (parts[name],) if name in parts else _document(file, body)
                for block in _blocks(chain((_HEAD,), written)):
                    part.write(block)
    return stream.getvalue()


def _blocks(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces in blocks: packing each by itself would take most of the time."""
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if len(held) == _BLOCK:
            yield "".join(held).encode()
            held.clear()
    yield "".join(held).encode()


def _document(file: WordFile, body: Iterable[str]) -> Iterator[str]:
    yield f"<w:document {NAMESPACES}><w:body>"
    yield from body
    references = (
        f'<w:{one.strip}Reference w:type="{one.pages}" r:id="{name}"/>'
        for name, one in _named(file.margins)
    )
    yield f"{section(file.page, references)}</w:body></w:document>"


def _named(margins: Iterable[Margin]) -> Iterator[tuple[str, Margin]]:
    """Headers and footers, each with the name of its part."""
    return ((f"{one.strip}-{one.pages}", one) for one in margins)


def _parts(file: WordFile) -> Mapping[str, str]:
    """All parts but the body, by their names."""
    margins = {f"word/{name}.xml": _margin(one) for name, one in _named(file.margins)}
    return {
        "[Content_Types].xml": _content_types(file.margins),
        "_rels/.rels": _relations(
            ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": properties_part(file.title),
        "word/_rels/document.xml.rels": _relations(
            *((one, f"{_OFFICE}/{one}", f"{one}.xml") for one in _OWN),
            *(
                (name, f"{_OFFICE}/{one.strip}", f"{name}.xml")
                for name, one in _named(file.margins)
            ),
        ),
        "word/styles.xml": styles_part(file.styles, file.base),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": fonts_part(),
        "word/numbering.xml": numbering_part(file.numbered),
        **margins,
    }


def _margin(margin: Margin) -> str:
    root = "hdr" if margin.strip == "header" else "ftr"
    return f"<w:{root} {NAMESPACES}>{margin.content}</w:{root}>"


def _relations(*relations: tuple[str, str, str]) -> str:
    told = (
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(told)}</Relationships>'


def _content_types(margins: Iterable[Margin]) -> str:
    parts = (
        ("document", "document.main"),
        *((one, one) for one in _OWN),
        *((name, one.strip) for name, one in _named(margins)),
    )
    told = (
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/>{"".join(told)}</Types>'
    )


def properties_part(title: str, told: str = "") -> str:
    """What a file says of itself; no time is among it.

    Args:
        title: what it calls itself.
        told: what is to be known of it, such as what made it.

    """
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>xinfang-core</dc:creator>"
        f"<dc:description>{escaped(told)}</dc:description>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
