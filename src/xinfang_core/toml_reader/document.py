"""A file as read: its values, and the place of each."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = str | int
"""A name in a table, or the number of a list item counted from 0."""

Path = tuple[Key, ...]
"""The way from the whole file to one value, such as ``("limit", "cells", 0, "count")``."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")


@frozen
class Position:
    """A place in a file.

    Attributes:
        line: line counted from 1; 0 where unknown.
        column: column counted from 1, in characters; 0 where unknown.

    """

    line: int
    column: int


class Lines:
    """The lines of a text, by which its places are told."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def position(self, at: int) -> Position:
        """Line and column of a place in the text."""
        line = bisect_right(self._starts, at)
        return Position(line, at - self._starts[line - 1] + 1)


@frozen
class Document:
    """One file as read.

    ``keys`` and ``values`` know the same paths: every table, list, list item and value. They
    know a place by how many characters stand before it; few are ever asked for as a position.

    Attributes:
        file: file name as the caller gave it.
        text: the text that the places are counted in; its lines end in LF alone.
        data: the values, equal to what ``loads`` gives.
        keys: where the name of that path is first written, be it in a header; for a list item
            where the item starts, or its ``[[header]]``.
        values: where the value starts; for a table its header (its own, or else the first that
            leads through it), for a table made by a dotted name that name.

    """

    file: str
    text: str
    data: dict[str, object]
    keys: Mapping[Path, int]
    values: Mapping[Path, int]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def position(self, path: Path, *, at_value: bool = False) -> Position:
        """Where the longest part of ``path`` stands that is written; line 0 where none is.

        Args:
            path: the names and numbers that lead there.
            at_value: the place of the value instead of the name.

        """
        places = self.values if at_value else self.keys
        known = (path[:length] for length in range(len(path), 0, -1))
        place = next((places[part] for part in known if part in places), None)
        return Position(0, 0) if place is None else self._lines.position(place)

    def fault(
        self,
        code: str,
        path: Path,
        facts: tuple[tuple[str, object], ...] = (),
        *,
        at_value: bool = False,
    ) -> Fault:
        """A fault about ``path``, placed at the longest part of it that is written.

        Args:
            code: code of the fault in the catalogue.
            path: what is at fault; it need not be there.
            facts: what was found and wanted.
            at_value: place it at the value instead of the name.

        Returns:
            The fault; without line and column when not even the first name is written.

        """
        place = self.position(path, at_value=at_value)
        return Fault(code, facts, self.file, place.line, place.column, path_text(path))


def path_text(path: Path) -> str:
    """The path as text, such as ``limit.cells[0].count``; unusual names stand in quotes."""
    steps = (f"[{key}]" if isinstance(key, int) else f".{_name_text(key)}" for key in path)
    return "".join(steps).removeprefix(".")


def _name_text(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
