"""The name by which programs find a filter again (筛选区域), in the list of sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from xinfang_core.workbook.splicing import Edit, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.workbook.parts import Tab
    from xinfang_core.workbook.splicing import Mark

_NAME, _LIST = "_xlnm._FilterDatabase", "definedNames"
_BEFORE = {
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences", "AlternateContent", "revisionPtr"),
}
"""What stands before the list of names."""


def named_filter(content: bytes, tab: Tab, cells: str, file: str) -> Edit:
    """What changes in the list of sheets, so that a filter of a sheet is known.

    Args:
        content: the list of sheets.
        tab: the sheet.
        cells: over which the filter reaches, such as ``$A$1:$K$9``.
        file: named in faults.

    """
    found = tuple(marks(content, file, "workbook"))
    p, sheet = found[0].prefix, tab.name.replace("'", "''")
    told = escape(f"'{sheet}'!{cells}")
    name = (
        f'<{p}definedName name="{_NAME}" localSheetId="{tab.index}" hidden="1">'
        f"{told}</{p}definedName>"
    )
    for index, mark in enumerate(found):
        if _is_same(mark, tab):
            return Edit(mark.at, found[index + 2].at, name)
    return _added(found, name)


def _is_same(mark: Mark, tab: Tab) -> bool:
    """Whether a tag is that of the name that the filter had."""
    given = mark.attributes
    named = mark.name == "definedName" and given.get("name") == _NAME
    return named and given.get("localSheetId") == str(tab.index)


def _added(found: Sequence[Mark], name: str) -> Edit:
    """One more name, in a list of its own where there is none."""
    for mark in found:
        if mark.name == _LIST and not mark.begins:
            return Edit(mark.at, mark.at, name)
    after = (one for one in found if one.depth == 1 and one.begins and one.name not in _BEFORE)
    mark = next(after, found[-1])
    p = mark.prefix
    return Edit(mark.at, mark.at, f"<{p}{_LIST}>{name}</{p}{_LIST}>")
