"""Packing an office file (打包): the same bytes each time, whatever the machine and the clock."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 - an office file keeps no zone
"""What stands as the time of a change."""

_ZIP_STAMP = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_FIRST = "[Content_Types].xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def repacked(content: bytes, stamp: datetime = STAMP) -> bytes:
    """The same parts in a settled order, all with one time.

    Args:
        content: the file as openpyxl or python-docx writes it.
        stamp: what stands as the time of the last change.

    """
    with ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return packed({**parts, _CORE: _stamped(parts[_CORE], stamp)} if _CORE in parts else parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A file of parts, in a settled order, all with one time.

    Args:
        parts: each part by its name.

    """
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in in_order(parts):
            archive.writestr(entry(name), parts[name])
    return target.getvalue()


def in_order(names: Iterable[str]) -> list[str]:
    """Parts as they are packed: what tells of the others comes first, as some programs want."""
    return sorted(names, key=lambda one: (one != _FIRST, one))


def entry(name: str) -> ZipInfo:
    """An entry that says nothing of the machine, nor of when it was made."""
    item = ZipInfo(name, _ZIP_STAMP)
    item.compress_type = ZIP_DEFLATED
    item.create_system = 0
    return item


def _stamped(part: bytes, stamp: datetime) -> bytes:
    told = stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return _MODIFIED.sub(rb"\g<1>" + told + rb"\g<2>", part)
