"""Parts of a template as trees of XML (部件的结构), read without ever resolving anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.errors import Fault, RecordError

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT: Final = f"{{{WORD}}}t"
PARAGRAPH: Final = f"{{{WORD}}}p"


def tree_of(content: bytes, part: str, file: str) -> _Element:
    """A part as a tree, without comments and instructions to programs.

    Args:
        content: the part.
        part: its name.
        file: the name of the template.

    Raises:
        RecordError: it is no XML, or has a document type, by which it could name other files.

    """
    from lxml import etree

    try:
        tree = etree.fromstring(content, _parser())
    except (etree.XMLSyntaxError, ValueError):
        raise RecordError(Fault("template.damaged", (("part", part),), file)) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise RecordError(Fault("template.document_type", (("part", part),), file))
    return tree


def _parser() -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )


def written(tree: _Element) -> bytes:
    """A tree as the part of a file."""
    from lxml import etree

    part: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return part


def local(tag: object) -> str:
    """A name without its namespace."""
    return str(tag).rpartition("}")[2]
