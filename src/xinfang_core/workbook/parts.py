"""What a workbook's sheets share (工作簿结构): their list, texts, and formats."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from xinfang_core.errors import Fault, RecordError
from xinfang_core.workbook.container import damaged
from xinfang_core.workbook.formats import BUILT_IN, GENERAL
from xinfang_core.workbook.markup import attribute, scan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.workbook.container import Container

_WORKBOOK = "xl/workbook.xml"
_TRUE = {"1", "true", "on"}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@frozen
class Tab:
    """A sheet in the list of a workbook.

    Attributes:
        name: what stands on its tab.
        part: where its cells are.
        hidden: whether it is not shown.

    """

    name: str
    part: str
    hidden: bool


@frozen
class Shared:
    """What all sheets of a workbook share.

    Attributes:
        tabs: the sheets with cells, in their order.
        texts: the texts that cells name by number.
        formats: the number formats that cells name by number.
        from_1904: whether days are counted from 1904.

    """

    tabs: tuple[Tab, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    from_1904: bool


def shared_of(container: Container) -> Shared:
    """What the sheets of a workbook share.

    Raises:
        RecordError: a damaged workbook, or two sheets of one name.

    """
    part = _workbook_part(container)
    links = _links_of(container, part)
    listed = _Listed()
    scan(container, part, listed)
    texts, styles = _Texts(), _Styles()
    for target, ending in ((texts, "/sharedStrings"), (styles, "/styles")):
        for where, kind in links.values():
            if kind.endswith(ending):
                scan(container, where, target)
    tabs = tuple(_tabs(listed, links, container.file))
    _check_names(listed.sheets, container.file)
    return Shared(tabs, tuple(texts.found), styles.formats(), listed.from_1904)


def _workbook_part(container: Container) -> str:
    """Where the list of sheets is."""
    if "_rels/.rels" in container.parts:
        for where, kind in _links(container, "_rels/.rels", "").values():
            if kind.endswith("/officeDocument"):
                return where
    return _WORKBOOK


def _links_of(container: Container, part: str) -> Mapping[str, tuple[str, str]]:
    """The parts that the list of sheets names, by their keys, each with its kind."""
    folder, _, name = part.rpartition("/")
    return _links(container, posixpath.join(folder, "_rels", f"{name}.rels"), folder)


def _links(container: Container, part: str, folder: str) -> Mapping[str, tuple[str, str]]:
    found = _Links(folder)
    scan(container, part, found)
    return found.links


def _tabs(listed: _Listed, links: Mapping[str, tuple[str, str]], file: str) -> list[Tab]:
    """The sheets that have cells; one of charts has none."""
    tabs = []
    for name, key, state in listed.sheets:
        if key not in links:
            raise RecordError(damaged(file, name))
        part, kind = links[key]
        if kind.endswith("/worksheet"):
            tabs.append(Tab(name, part, state not in {"", "visible"}))
    return tabs


def _check_names(sheets: list[tuple[str, str, str]], file: str) -> None:
    """Refuse two sheets that people cannot tell apart.

    Raises:
        RecordError: there are.

    """
    seen: set[str] = set()
    faults = []
    for name, _, _ in sheets:
        key = name.strip().casefold()
        if key in seen:
            faults.append(Fault("workbook.sheet_twice", (("found", name),), file))
        seen.add(key)
    if faults:
        raise RecordError(*faults)


@define
class _Links:
    """Takes the list of what belongs to a part."""

    folder: str
    links: dict[str, tuple[str, str]] = field(factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes["Target"]
            where = posixpath.normpath(posixpath.join("/", self.folder, target)).lstrip("/")
            self.links[attributes["Id"]] = where, attributes["Type"]
        return False

    def end(self, name: str, text: str) -> None:
        """Nothing follows."""


@define
class _Listed:
    """Takes the list of sheets: name, key and state of each."""

    sheets: list[tuple[str, str, str]] = field(factory=list)
    from_1904: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name == "sheet":
            key = attribute(attributes, "id")
            self.sheets.append((attributes["name"], key, attributes.get("state", "")))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "") in _TRUE
        return False

    def end(self, name: str, text: str) -> None:
        """Nothing follows."""


@define
class _Texts:
    """Takes the texts that cells share; how a text is pronounced is no part of it."""

    found: list[str] = field(factory=list)
    pieces: list[str] = field(factory=list)
    is_sound: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:  # noqa: ARG002
        if name == "rPh":
            self.is_sound = True
        return name == "t" and not self.is_sound

    def end(self, name: str, text: str) -> None:
        if name == "t":
            self.pieces.append(text)
        elif name == "rPh":
            self.is_sound = False
        elif name == "si":
            self.found.append(unescaped("".join(self.pieces)))
            self.pieces.clear()


@define
class _Styles:
    """Takes the formats that cells name."""

    codes: dict[int, str] = field(factory=lambda: {**BUILT_IN})
    numbers: list[int] = field(factory=list)
    is_of_cells: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name == "numFmt" and "numFmtId" in attributes:
            self.codes[int(attributes["numFmtId"])] = attributes.get("formatCode", GENERAL)
        elif name == "cellXfs":
            self.is_of_cells = True
        elif name == "xf" and self.is_of_cells:
            self.numbers.append(int(attributes.get("numFmtId", 0)))
        return False

    def end(self, name: str, text: str) -> None:  # noqa: ARG002
        if name == "cellXfs":
            self.is_of_cells = False

    def formats(self) -> tuple[str, ...]:
        """The number format of each style of a cell."""
        return tuple(self.codes.get(number, GENERAL) for number in self.numbers)


def unescaped(text: str) -> str:
    """A text whose characters that XML does not take stand as ``_x000D_``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
