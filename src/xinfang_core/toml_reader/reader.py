"""Which table each name belongs to, and what may be added to which."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from xinfang_core.errors import Fault, PolicyDataError
from xinfang_core.toml_reader.document import Document
from xinfang_core.toml_reader.scanner import (
    NEXT_ITEM,
    PLAIN_CELL,
    PLAIN_HEADER,
    PLAIN_ITEM,
    PLAIN_LINE,
    PLAIN_NAME,
    Name,
    Scanner,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.toml_reader.document import Path


MOST_BYTES: Final = 1024 * 1024
"""Bytes of text, in UTF-8, that one file may have."""

MOST_STEPS: Final = 32
"""Names and item numbers that a path may have."""

_HEADER = re.compile(r"\[\[?")


def read_toml(text: str, file: str) -> Document:
    """Read a policy file, with the place of everything in it.

    Args:
        text: the whole file.
        file: its name, for faults.

    Returns:
        The values and their places.

    Raises:
        PolicyDataError: the first fault of the file; forbidden characters come before all else.

    """
    # Surrogates have no UTF-8; they are refused below, with their place.
    size = len(text.encode(errors="surrogatepass"))
    if size > MOST_BYTES:
        facts = (("found", size), ("most", MOST_BYTES))
        raise PolicyDataError(Fault("toml.size", facts, file))
    read = text.removeprefix("\ufeff").replace("\r\n", "\n")
    reader = _Reader(Scanner(read, file))
    data = reader.document()
    return Document(file, read, data, reader.keys, reader.values)


def value_end(document: Document, path: Path) -> int:
    """Where the value of ``path`` ends, as the place after its last sign.

    Args:
        document: a file as read.
        path: a value that is written as such; of a table with a header there is no such place.

    """
    scan = Scanner(document.text, document.file, document.values[path])
    _Reader(scan).value(())
    return scan.at


class _Made(Enum):
    """What first made a table, which settles who may add to it."""

    ON_THE_WAY = auto()  # by a header that leads through it
    DOTTED = auto()  # by a dotted name
    HEADER = auto()  # by its own header, or as an item of a list of tables


@define
class _Table:
    data: dict[str, object]
    made: _Made


@define
class _Reader:
    """Puts the signs of the scanner into tables.

    Attributes:
        scan: where the signs come from.
        keys: see ``Document``; a path in it is taken.
        values: see ``Document``.
        tables: tables that may still be added to; a ``{}`` table leaves when it is read.
        lists: lists of tables; a ``[]`` list cannot be added to and is never among them.

    """

    scan: Scanner
    keys: dict[Path, int] = Factory(dict)
    values: dict[Path, int] = Factory(dict)
    tables: dict[Path, _Table] = Factory(dict)
    lists: dict[Path, list[object]] = Factory(dict)

    def document(self) -> dict[str, object]:
        """Everything up to the end of the text."""
        section: Path = ()
        self.tables[section] = root = _Table({}, _Made.HEADER)
        self.scan.lines()
        while not self.plain_pairs(section, PLAIN_LINE):
            if plain := PLAIN_HEADER.match(self.scan.text, self.scan.at):
                section = self.plain_header(plain)
                continue
            if self.scan.stands("#"):
                self.scan.lines()
                continue
            if self.scan.ended():
                break
            if mark := self.scan.take(_HEADER):
                section = self.header(mark)
            else:
                self.pair(section)
            self.scan.end_line()
        return root.data

    def header(self, mark: str) -> Path:
        """A ``[table]`` or ``[[list of tables]]``; gives the path that it opens."""
        start = self.scan.at - len(mark)
        *way, last = self.scan.names()
        closing = "]" * len(mark)
        if not self.scan.took(closing):
            found = shown(self.scan.text[start : self.scan.at].rstrip())
            self.scan.unexpected("toml.header", found=found, wanted=closing)
        opened = self.table if mark == "[" else self.list_item
        return opened(self.way(way, start), last, start)

    def plain_header(self, plain: re.Match[str]) -> Path:
        """A header that the scanner knows as a whole."""
        start, at = self.scan.at, plain.start(plain.lastindex or 0)
        self.scan.at = plain.end()
        names = []
        for name in plain[plain.lastindex or 0].split("."):
            names.append(Name(name, at))
            at += len(name) + 1
        opened = self.table if plain.lastindex == 1 else self.list_item
        return opened(self.way(names[:-1], start), names[-1], start)

    def way(self, names: Sequence[Name], place: int) -> Path:
        """The tables that a header leads through; of a list of tables the last."""
        path: Path = ()
        for name in names:
            parent, path = path, (*path, name.text)
            if path in self.lists:
                path = (*path, len(self.lists[path]) - 1)
            elif path not in self.tables:
                self.new(path, name.at, "toml.closed")
                self.new_table(parent, name, place, _Made.ON_THE_WAY)
        return path

    def table(self, parent: Path, name: Name, place: int) -> Path:
        """The table of a ``[header]``."""
        path = (*parent, name.text)
        table = self.tables.get(path)
        if table and table.made is _Made.ON_THE_WAY:
            table.made = _Made.HEADER
            self.values[path] = place
        else:
            self.new(path, name.at, "toml.twice")
            self.new_table(parent, name, place, _Made.HEADER)
        return path

    def list_item(self, parent: Path, name: Name, place: int) -> Path:
        """The next table of a ``[[header]]``."""
        path = (*parent, name.text)
        if path not in self.lists:
            self.new(path, name.at, "toml.twice")
            self.values[path] = place
            self.lists[path] = self.tables[parent].data[name.text] = []
        item = (*path, len(self.lists[path]))
        self.check_depth(item, name.at)
        self.keys[item] = self.values[item] = place
        self.tables[item] = table = _Table({}, _Made.HEADER)
        self.lists[path].append(table.data)
        return item

    def pair(self, section: Path) -> None:
        """A ``name = value``, in the table at ``section``."""
        parent, last = self.named(section)
        path = (*parent, last.text)
        self.new(path, last.at, "toml.twice")
        self.scan.space()
        self.values[path] = self.scan.at
        self.tables[parent].data[last.text] = self.value(path)

    def named(self, section: Path) -> tuple[Path, Name]:
        """The name of a pair and the table that it belongs to, up to the equals sign."""
        at = self.scan.at
        if plain := PLAIN_NAME.match(self.scan.text, at):
            self.scan.at = plain.end()
            return section, Name(plain[1], at)
        *way, last = self.scan.names()
        if not self.scan.took("="):
            self.scan.unexpected("toml.equals", found=shown(last.text))
        return self.dotted(section, way), last

    def plain_pairs(self, section: Path, pattern: re.Pattern[str]) -> bool:
        """The next pairs that the scanner knows as a whole; whether nothing follows the last."""
        text, at, data = self.scan.text, self.scan.at, self.tables[section].data
        end = None
        while end is None and (plain := pattern.match(text, at)):
            name, found, number, end = plain.groups()
            path = (*section, name)
            if path in self.keys or len(path) > MOST_STEPS:
                self.new(path, at, "toml.twice")
            self.keys[path] = at
            self.values[path] = plain.start(3) if found is None else plain.start(2) - 1
            data[name] = int(number) if found is None else found
            self.scan.at = at = plain.end()
        return end is not None

    def dotted(self, path: Path, names: Sequence[Name]) -> Path:
        """The tables that a dotted name leads through; none may have its own header."""
        for name in names:
            parent, path = path, (*path, name.text)
            table = self.tables.get(path)
            if table and table.made is not _Made.HEADER:
                table.made = _Made.DOTTED
            else:
                self.new(path, name.at, "toml.closed")
                self.new_table(parent, name, self.keys[path], _Made.DOTTED)
        return path

    def value(self, path: Path) -> object:
        """The value written here, which belongs to ``path``."""
        sign = self.scan.text[self.scan.at : self.scan.at + 1]
        if sign not in {"[", "{"}:
            return self.scan.scalar()
        self.scan.at += 1
        return self.array(path) if sign == "[" else self.inline(path)

    def array(self, path: Path) -> list[object]:
        """A ``[]`` list, after its opening bracket."""
        start = self.scan.at - 1
        items: list[object] = []
        self.array_gap(start)
        more = not self.scan.took("]")
        while more and not self.plain_items(path, items):
            items.append(self.item((*path, len(items))))
            more = self.next_item(start)
        return items

    def plain_items(self, path: Path, items: list[object]) -> bool:
        """The next texts that the scanner knows as a whole; whether the list ends with them."""
        end = None
        while end is None and (plain := PLAIN_ITEM.match(self.scan.text, self.scan.at)):
            text, end = plain.groups()
            self.place_item((*path, len(items)))
            items.append(text)
            self.scan.at = plain.end()
        return end is not None

    def next_item(self, start: int) -> bool:
        """Whether another item follows in a list; its end and commas are stepped over."""
        if plain := NEXT_ITEM.match(self.scan.text, self.scan.at):
            self.scan.at = plain.end()
            return not plain[1]
        self.array_gap(start)
        if not self.scan.took(",") and not self.scan.stands("]"):
            self.scan.unexpected("toml.comma", found=self.scan.rest(), wanted="]")
        self.array_gap(start)
        return not self.scan.took("]")

    def array_gap(self, start: int) -> None:
        """Whatever may stand between two items of a list."""
        self.scan.lines()
        if self.scan.ended():
            self.scan.refuse("toml.list", start)

    def item(self, path: Path) -> object:
        """One item of a ``[]`` list."""
        self.place_item(path)
        return self.value(path)

    def place_item(self, path: Path) -> None:
        """Note where an item starts, which is here."""
        self.check_depth(path, self.scan.at)
        self.keys[path] = self.values[path] = self.scan.at

    def inline(self, path: Path) -> dict[str, object]:
        """A ``{}`` table, after its opening brace."""
        start = self.scan.at - 1
        self.tables[path] = table = _Table({}, _Made.HEADER)
        self.inline_gap(start)
        more = not self.scan.took("}")
        while more and not self.plain_pairs(path, PLAIN_CELL):
            self.pair(path)
            more = self.next_pair(start)
        del self.tables[path]
        return table.data

    def next_pair(self, start: int) -> bool:
        """Whether another pair follows in a ``{}`` table; its end and commas are stepped over."""
        self.inline_gap(start)
        comma = self.scan.at
        if self.scan.took(","):
            self.inline_gap(start)
            if self.scan.stands("}"):
                self.scan.refuse("toml.last_comma", comma)
            return True
        if not self.scan.took("}"):
            self.scan.unexpected("toml.comma", found=self.scan.rest(), wanted="}")
        return False

    def inline_gap(self, start: int) -> None:
        """Blanks; a ``{}`` table stays on its line."""
        self.scan.space()
        if self.scan.ended(line=True):
            self.scan.refuse("toml.braces", start)

    def new(self, path: Path, at: int, code: str) -> None:
        """Note a name; ``code`` is the fault if it is taken."""
        if path in self.keys:
            self.scan.refuse(code, at, path, first=self.scan.position(self.keys[path]).line)
        self.check_depth(path, at)
        self.keys[path] = at

    def check_depth(self, path: Path, at: int) -> None:
        """Bounds the nesting, and with it the calls within calls of this reader."""
        if len(path) > MOST_STEPS:
            self.scan.refuse("toml.depth", at, most=MOST_STEPS)

    def new_table(self, parent: Path, name: Name, place: int, made: _Made) -> None:
        """An empty table within its parent."""
        path = (*parent, name.text)
        self.values[path] = place
        self.tables[path] = table = _Table({}, made)
        self.tables[parent].data[name.text] = table.data
