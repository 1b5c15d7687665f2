"""The file of a template (模板文件): bounded, and with parts of known kinds only."""

from __future__ import annotations

import io
import posixpath
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.documents.letters.own.trees import local, tree_of
from xinfang_core.errors import Fault, RecordError
from xinfang_core.workbook.container import Kind, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zipfile import ZipFile

    from lxml.etree import _Element

_MEGABYTE = 1024 * 1024
LARGEST_PART: Final = 4 * _MEGABYTE
"""Bytes of one part that is XML."""

TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "_rels/.rels"
_MAIN_TYPE = "document.main+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "application/vnd.openxmlformats-package."
_MACROS = "macroEnabled"
_DOTX = f"{_WORD}template.main+xml"
_TEXTS = ("document.main", "header", "footer", "footnotes", "endnotes")
_ROOTS = {
    "document": "document",
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}
_OTHERS = ("styles", "settings", "webSettings", "fontTable", "numbering", "document.glossary")
_LINKS = f"{_PACKAGE}relationships+xml"
_XML_TYPES = frozenset(
    {
        *(f"{_WORD}{one}+xml" for one in (*_TEXTS, *_OTHERS)),
        f"{_OFFICE}theme+xml",
        f"{_OFFICE}extended-properties+xml",
        f"{_OFFICE}custom-properties+xml",
        f"{_OFFICE}customXmlProperties+xml",
        f"{_PACKAGE}core-properties+xml",
        _LINKS,
        "application/vnd.ms-word.stylesWithEffects+xml",
        "application/xml",
    }
)
_PICTURE_TYPES = frozenset(
    {"image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/x-ms-bmp"}
)
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM")
"""What pictures begin with, for their type is only what the file says of itself."""

_RELATIONS = frozenset(
    {
        *("officeDocument", "core-properties", "extended-properties", "custom-properties"),
        *("thumbnail", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable"),
        *("numbering", "theme", "header", "footer", "footnotes", "endnotes", "image"),
        *("customXml", "customXmlProps", "glossaryDocument"),
    }
)


@frozen
class Package:
    """A template whose parts are of known kinds (模板部件).

    Attributes:
        parts: each part by its name.
        trees: those that are XML, parsed.
        texts: those that hold text, each with its kind, such as ``header``.

    """

    parts: Mapping[str, bytes]
    trees: Mapping[str, _Element]
    texts: Mapping[str, str]


def opened_package(content: bytes, file: str) -> Package:
    """The parts of a template.

    Args:
        content: the file.
        file: its name.

    Raises:
        RecordError: it is no .docx, too large, damaged, or has parts or links that templates must
            not have; all at once, as far as it can be read.

    """
    parts = _read(content, file)
    kinds = _kinds(parts, file)
    faults = [*_foreign_parts(parts, kinds, file), *_too_large(parts, kinds, file)]
    if faults:
        raise RecordError(*faults)
    named = [name for name, kind in kinds.items() if kind not in _PICTURE_TYPES]
    trees = {name: tree_of(parts[name], name, file) for name in named}
    faults = [fault for name in named for fault in _foreign_links(name, trees[name], file)]
    texts = _texts(kinds)
    wrong = (name for name, kind in texts.items() if local(trees[name].tag) != _ROOTS[kind])
    faults += [Fault("template.damaged", (("part", name),), file) for name in wrong]
    if faults:
        raise RecordError(*faults)
    return Package(parts, trees, texts)


def _read(content: bytes, file: str) -> Mapping[str, bytes]:
    with ExitStack() as kept:
        container = bounded(io.BytesIO(content), file, "docx", DOCX, kept)
        # Some programs pack folders too; they hold nothing.
        names = sorted(name for name in container.parts if not name.endswith("/"))
        wrong = [name for name in names if not _is_inside(name)]
        if RELATIONS not in names:
            wrong.append(RELATIONS)
        if wrong:
            raise RecordError(*(Fault("template.damaged", (("part", one),), file) for one in wrong))
        return {name: container.read(name) for name in names}


def _is_inside(name: str) -> bool:
    """Whether the name of a part leads to no place outside the file."""
    return not {"\\", ":"} & {*name} and all(step.strip(".") for step in name.split("/"))


def _kinds(parts: Mapping[str, bytes], file: str) -> dict[str, str]:
    """The type of each part, as the list of types says it; empty where it says none.

    Raises:
        RecordError: the file is of another kind.

    """
    tree = tree_of(parts[TYPES], TYPES, file)
    by_ending, by_name = dict[str, str](), dict[str, str]()
    for one in tree.iter("{*}Default", "{*}Override"):
        kind = one.get("ContentType", "")
        by_ending[one.get("Extension", "/").lower()] = kind
        by_name[one.get("PartName", "").lstrip("/").lower()] = kind
    kinds = {
        name: by_name.get(name.lower()) or by_ending.get(_ending(name), "")
        for name in parts
        if name != TYPES
    }
    _check_main(kinds, file)
    return kinds


def _ending(name: str) -> str:
    return posixpath.basename(name).rpartition(".")[2].lower()


def _check_main(kinds: Mapping[str, str], file: str) -> None:
    told = set(kinds.values())
    if any(_MACROS in one for one in told):
        raise RecordError(Fault("template.macros", (), file))
    if _DOTX in told:
        raise RecordError(Fault("template.is_dotx", (), file))
    if _WORD + _MAIN_TYPE not in told:
        raise RecordError(Fault("template.not_one", (), file))


def _foreign_parts(
    parts: Mapping[str, bytes], kinds: Mapping[str, str], file: str
) -> Iterator[Fault]:
    for name, kind in kinds.items():
        if not _is_known(name, kind, parts[name]):
            yield Fault("template.foreign_part", (("part", name), ("kind", kind or "?")), file)


def _is_known(name: str, kind: str, content: bytes) -> bool:
    """Whether a part is of a kind that is looked into, or a picture, as it says of itself.

    Programs find links by the name of their part, so a part of that name has to be of links.
    """
    if _ending(name) == "rels":
        return kind == _LINKS
    return content.startswith(_PICTURES) if kind in _PICTURE_TYPES else kind in _XML_TYPES


def _too_large(parts: Mapping[str, bytes], kinds: Mapping[str, str], file: str) -> Iterator[Fault]:
    for name, kind in kinds.items():
        if kind not in _PICTURE_TYPES and len(parts[name]) > LARGEST_PART:
            facts = (("part", name), ("most", LARGEST_PART))
            yield Fault("template.part_too_large", facts, file)


def _foreign_links(name: str, tree: _Element, file: str) -> Iterator[Fault]:
    """Links to somewhere else, whatever they are, and those of kinds that none needs."""
    for one in tree.iter("{*}Relationship"):
        kind = one.get("Type", "").rpartition("/")[2]
        if one.get("TargetMode", "Internal") != "Internal":
            yield Fault("template.link", (("kind", kind), ("part", name)), file)
        elif kind and kind not in _RELATIONS:
            yield Fault("template.foreign_link", (("kind", kind), ("part", name)), file)


def _texts(kinds: Mapping[str, str]) -> Mapping[str, str]:
    named = {f"{_WORD}{one}+xml": one.partition(".")[0] for one in _TEXTS}
    return {name: named[kind] for name, kind in kinds.items() if kind in named}


def _other_kind(archive: ZipFile, names: list[str]) -> str:  # noqa: ARG001
    return "" if TYPES in names else "template.not_one"


DOCX: Final = Kind(
    largest=16 * _MEGABYTE,
    unpacked=64 * _MEGABYTE,
    parts=500,
    encrypted="template.encrypted",
    old="template.old_format",
    empty="template.empty_file",
    not_one="template.not_one",
    bomb="template.bomb",
    damaged="template.damaged",
    other=_other_kind,
)
"""A Word file as templates are."""
