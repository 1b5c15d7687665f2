"""What a filled letter says of itself (文档属性): what made it; neither who nor when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.own.package import RELATIONS, TYPES
from xinfang_core.documents.letters.own.trees import tree_of, written
from xinfang_core.documents.writers.word.package import properties_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.documents.letters.letter import Letter

_PART = "docProps/core.xml"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def with_properties(parts: Mapping[str, bytes], letter: Letter, file: str) -> dict[str, bytes]:
    """The parts of a file, its properties replaced: those of a template name its author.

    Args:
        parts: the parts of the template.
        letter: what is written.
        file: the name of the template.

    """
    told = "；".join(f"{name}：{value}" for name, value in letter.made_by)
    return {
        **parts,
        _PART: properties_part(letter.form.kind.text(), told).encode(),
        RELATIONS: _related(parts[RELATIONS], file),
        TYPES: _typed(parts[TYPES], file),
    }


def _related(part: bytes, file: str) -> bytes:
    tree = tree_of(part, RELATIONS, file)
    for one in list(tree):
        if one.get("Type") == _RELATION:
            tree.remove(one)
    name = tree.tag.replace("Relationships", "Relationship")
    made = {"Id": "xinfangProperties", "Type": _RELATION, "Target": _PART}
    tree.append(tree.makeelement(name, made))
    return written(tree)


def _typed(part: bytes, file: str) -> bytes:
    tree = tree_of(part, TYPES, file)
    for one in list(tree):
        if one.get("PartName", "").lower() == f"/{_PART}".lower():
            tree.remove(one)
    name = tree.tag.replace("Types", "Override")
    tree.append(tree.makeelement(name, {"PartName": f"/{_PART}", "ContentType": _TYPE}))
    return written(tree)
